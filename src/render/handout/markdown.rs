//! A hand-out as Markdown, in one file.
//!
//! A picture is an image whose address is the picture itself (`data:image/svg+xml;base64,…`). Inline SVG would be shorter, but
//! it is raw HTML, which many viewers drop or show as text; an image is what Markdown has for pictures, and editors and
//! converters (VS Code, Obsidian, Typora, Pandoc with `--embed-resources` or for PDF) draw it from its address. Code-hosting
//! sites show neither, so below each chart its figures follow as a table, and every picture is described in words.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::page::model::rich_text::{Mark, TextRun};
use crate::page::model::table::{Align, Table};
use crate::page::talk::handout::{Attribution, Handout, HandoutScene, HandoutSource};
use crate::render::handout::{body_table, cell_text, chart_remark};
use crate::render::look::glyphs;
use crate::render::look::theme::Glyphs;
use crate::render::svg::{AltText, Stylesheet, body_svg};
use crate::render::text::escape::{encode_web_address, escape_markdown as text};
use crate::render::typeset::column_widths::text_columns;

/// The file. The same hand-out gives the same bytes.
#[must_use]
pub fn markdown(handout: &Handout) -> String {
    let mut out = String::new();
    write_paragraph(&mut out, &format!("# {}", text(&handout.title)));
    write_paragraph(&mut out, &text(&handout.about));
    write_paragraph(&mut out, &text(&handout.known));
    if handout.parts.is_empty() {
        write_paragraph(&mut out, &text(&handout.empty));
    }
    for (place, part) in handout.parts.iter().enumerate() {
        write_scene(handout, part, place + 1, &mut out);
    }
    if !handout.sources.is_empty() {
        write_paragraph(&mut out, &format!("## {}", text(&handout.heads.sources)));
        for (place, source) in handout.sources.iter().enumerate() {
            let address =
                source.address.as_deref().map(|address| format!(" {}", address_link(address))).unwrap_or_default();
            let _ = writeln!(out, "{}. {}{address}", place + 1, text(&source.text));
        }
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

/// A paragraph with an empty line after it; nothing where it is empty.
fn write_paragraph(out: &mut String, words: &str) {
    if !words.is_empty() {
        out.push_str(words);
        out.push_str("\n\n");
    }
}

fn write_scene(handout: &Handout, part: &HandoutScene, number: usize, out: &mut String) {
    write_paragraph(out, &format!("## {number}. {}", text(&part.title)));
    write_paragraph(out, &text(&part.day));
    write_paragraph(out, &text(&runs_text(&part.sentence)));
    if let Some(verdict) = &part.verdict {
        let mark = glyphs::mark_glyph(verdict.mark, Glyphs::Braille);
        write_paragraph(out, &format!("**{} {}**", text(mark), text(verdict.words.long())));
    }
    if let Some(body) = &part.body {
        let said = AltText { title: &part.title, words: &part.alt_text };
        if let Some(table) = body_table(body) {
            write_table(table, out);
        } else if let Some(drawn) = body_svg(body, &said, Stylesheet::Embedded) {
            let words = if part.alt_text.is_empty() { &part.title } else { &part.alt_text };
            let data = STANDARD.encode(drawn);
            write_paragraph(out, &format!("![{}](data:image/svg+xml;base64,{data})", text(words)));
        }
        write_figures(&part.figures, out);
        let sign = |(mark, words): &(Mark, String)| format!("{} {words}", glyphs::mark_glyph(*mark, Glyphs::Braille));
        let signs: Vec<String> = part.legend.iter().map(sign).collect();
        write_paragraph(out, &text(&signs.join(" · ")));
        write_paragraph(out, &chart_remark(body).map(|note| text(&note)).unwrap_or_default());
    }
    let quoted: Vec<String> = part.quoted.iter().map(|quoted| citation(handout, quoted)).collect();
    write_paragraph(out, &quoted.join(" · "));
    if !part.notes.is_empty() {
        write_paragraph(out, &format!("> **{}**\n>\n> {}", text(&handout.heads.notes), text(&part.notes)));
    }
}

fn runs_text(runs: &[TextRun]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

fn citation(handout: &Handout, quoted: &Attribution) -> String {
    let one = |(name, place): &(String, usize)| {
        let to = handout
            .sources
            .get(*place)
            .and_then(|source: &HandoutSource| encode_web_address(source.address.as_deref()?));
        match to {
            Some(to) => format!("[{}]({to})", text(name)),
            None => text(name),
        }
    };
    let by: Vec<String> = quoted.by.iter().map(one).collect();
    let what = text(&quoted.what);
    if by.is_empty() { what } else { format!("{what}: {}", by.join("; ")) }
}

/// An address as a link to itself.
fn address_link(written: &str) -> String {
    encode_web_address(written).map_or_else(|| text(written), |address| format!("<{address}>"))
}

/// Figures as rows under heads, the numbers at the right.
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
    for own in &table.rows {
        let cells: Vec<String> = columns.iter().map(|&index| text(&cell_text(own.cells.get(index)))).collect();
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
