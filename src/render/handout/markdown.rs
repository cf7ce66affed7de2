//! A handout as one Markdown file.
//!
//! Pictures are images with a data URL (`data:image/svg+xml;base64,…`). Inline SVG would be shorter, but many viewers drop
//! raw HTML or show it as text, while editors and converters (VS Code, Obsidian, Typora, Pandoc with `--embed-resources` or
//! for PDF) show data URLs. Code-hosting sites show neither, so the figures of each chart follow as a table, and every picture
//! has a description.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::page::model::{Align, Mark, Table};
use crate::page::talk::handout::{Attribution, Handout, HandoutScene};
use crate::render::handout::body::{body_table, cell_text, chart_note};
use crate::render::look::glyphs;
use crate::render::look::theme::Glyphs;
use crate::render::svg::{AltText, Stylesheet, body_svg};
use crate::render::text::escape::{encode_web_address, escape_markdown as text};
use crate::render::typeset::column_widths::text_columns;
use crate::render::typeset::measure::plain_text;

/// The file; the same handout gives the same bytes.
pub fn markdown(handout: &Handout) -> String {
    let mut out = String::new();
    write_paragraph(&mut out, &format!("# {}", text(&handout.title)));
    write_paragraph(&mut out, &text(&handout.about));
    write_paragraph(&mut out, &text(&handout.known));
    if handout.parts.is_empty() {
        write_paragraph(&mut out, &text(&handout.empty));
    }
    for (number, part) in (1..).zip(&handout.parts) {
        write_scene(handout, part, number, &mut out);
    }
    if !handout.sources.is_empty() {
        write_paragraph(&mut out, &format!("## {}", text(&handout.heads.sources)));
        for (number, source) in (1..).zip(&handout.sources) {
            let address =
                source.address.as_deref().map_or(String::new(), |address| format!(" {}", address_link(address)));
            let _ = writeln!(out, "{number}. {}{address}", text(&source.text));
        }
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

/// Writes a paragraph and an empty line; nothing for empty text.
fn write_paragraph(out: &mut String, words: &str) {
    if !words.is_empty() {
        out.push_str(words);
        out.push_str("\n\n");
    }
}

fn write_scene(handout: &Handout, part: &HandoutScene, number: usize, out: &mut String) {
    write_paragraph(out, &format!("## {number}. {}", text(&part.title)));
    write_paragraph(out, &text(&part.day));
    write_paragraph(out, &text(&plain_text(&part.sentence)));
    if let Some(verdict) = &part.verdict {
        let mark = glyphs::mark_glyph(verdict.mark, Glyphs::Braille);
        write_paragraph(out, &format!("**{} {}**", text(mark), text(verdict.words.long())));
    }
    if let Some(body) = &part.body {
        let alt_text = AltText { title: &part.title, words: &part.alt_text };
        if let Some(table) = body_table(body) {
            write_table(table, out);
        } else if let Some(drawn) = body_svg(body, &alt_text, Stylesheet::Embedded) {
            let words = if part.alt_text.is_empty() { &part.title } else { &part.alt_text };
            let data = STANDARD.encode(drawn);
            write_paragraph(out, &format!("![{}](data:image/svg+xml;base64,{data})", text(words)));
        }
        write_figures(&part.figures, out);
        let sign = |(mark, words): &(Mark, String)| format!("{} {words}", glyphs::mark_glyph(*mark, Glyphs::Braille));
        let signs: Vec<String> = part.legend.iter().map(sign).collect();
        write_paragraph(out, &text(&signs.join(" · ")));
        write_paragraph(out, &chart_note(body).map(|note| text(&note)).unwrap_or_default());
    }
    let quoted: Vec<String> = part.quoted.iter().map(|quoted| citation(handout, quoted)).collect();
    write_paragraph(out, &quoted.join(" · "));
    if !part.notes.is_empty() {
        write_paragraph(out, &format!("> **{}**\n>\n> {}", text(&handout.heads.notes), text(&part.notes)));
    }
}

fn citation(handout: &Handout, quoted: &Attribution) -> String {
    let one = |(name, place): &(String, usize)| {
        let source = handout.sources.get(*place);
        let address = source.and_then(|source| encode_web_address(source.address.as_deref()?));
        address.map_or_else(|| text(name), |address| format!("[{}]({address})", text(name)))
    };
    let by: Vec<String> = quoted.by.iter().map(one).collect();
    let what = text(&quoted.what);
    if by.is_empty() { what } else { format!("{what}: {}", by.join("; ")) }
}

/// An address as an autolink, if it is a web address.
fn address_link(written: &str) -> String {
    encode_web_address(written).map_or_else(|| text(written), |address| format!("<{address}>"))
}

/// Writes figures as a table: the first row is the head, columns after the first are aligned right.
fn write_figures(figures: &[Vec<String>], out: &mut String) {
    let [heads, rows @ ..] = figures else { return };
    let escaped = |cells: &[String]| cells.iter().map(|cell| text(cell)).collect::<Vec<_>>();
    write_row(out, &escaped(heads));
    write_alignment(out, (0..heads.len()).map(|column| if column == 0 { Align::Left } else { Align::Right }));
    for cells in rows {
        write_row(out, &escaped(cells));
    }
    out.push('\n');
}

fn write_table(table: &Table, out: &mut String) {
    if table.rows.is_empty() {
        write_paragraph(out, &text(&table.empty));
        return;
    }
    let columns = text_columns(table);
    let heads: Vec<String> = columns.iter().map(|&index| text(table.columns[index].head.long())).collect();
    write_row(out, &heads);
    write_alignment(out, columns.iter().map(|&index| table.columns[index].align));
    for row in &table.rows {
        let cells: Vec<String> = columns.iter().map(|&index| text(&cell_text(row.cells.get(index)))).collect();
        write_row(out, &cells);
    }
    out.push('\n');
}

fn write_row(out: &mut String, cells: &[String]) {
    let _ = writeln!(out, "| {} |", cells.join(" | "));
}

fn write_alignment(out: &mut String, columns: impl Iterator<Item = Align>) {
    let rule = |align| if align == Align::Right { " --: |" } else { " :-- |" };
    let _ = writeln!(out, "|{}", columns.map(rule).collect::<String>());
}
