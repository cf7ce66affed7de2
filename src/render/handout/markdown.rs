//! A hand-out as Markdown, in one file.
//!
//! A picture is an image whose address is the picture itself (`data:image/svg+xml;base64,…`). Inline SVG would be shorter, but
//! it is raw HTML, which many viewers drop or show as text; an image is what Markdown has for pictures, and editors and
//! converters (VS Code, Obsidian, Typora, Pandoc with `--embed-resources` or for PDF) draw it from its address. Code-hosting
//! sites show neither, so below each chart its figures follow as a table, and every picture is described in words.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::{note, table, words};
use crate::page::handout::{Handout, Part, Quoted, Source};
use crate::page::mark::Mark;
use crate::page::prose::Run;
use crate::page::table::{Align, Table};
use crate::render::fitting::without_bars;
use crate::render::markup::{address, markdown as text};
use crate::render::sign;
use crate::render::theme::Glyphs;
use crate::render::vector::{Colors, Said, picture};

/// The file. The same hand-out gives the same bytes.
#[must_use]
pub fn markdown(handout: &Handout) -> String {
    let mut out = String::new();
    paragraph(&mut out, &format!("# {}", text(&handout.title)));
    paragraph(&mut out, &text(&handout.about));
    paragraph(&mut out, &text(&handout.known));
    if handout.parts.is_empty() {
        paragraph(&mut out, &text(&handout.empty));
    }
    for (place, part) in handout.parts.iter().enumerate() {
        scene(handout, part, place + 1, &mut out);
    }
    if !handout.sources.is_empty() {
        paragraph(&mut out, &format!("## {}", text(&handout.heads.sources)));
        for (place, source) in handout.sources.iter().enumerate() {
            let address = source.address.as_deref().map(|address| format!(" {}", shown(address))).unwrap_or_default();
            let _ = writeln!(out, "{}. {}{address}", place + 1, text(&source.text));
        }
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

/// A paragraph with an empty line after it; nothing where it is empty.
fn paragraph(out: &mut String, words: &str) {
    if !words.is_empty() {
        out.push_str(words);
        out.push_str("\n\n");
    }
}

fn scene(handout: &Handout, part: &Part, number: usize, out: &mut String) {
    paragraph(out, &format!("## {number}. {}", text(&part.title)));
    paragraph(out, &text(&part.day));
    paragraph(out, &text(&said(&part.sentence)));
    if let Some(verdict) = &part.verdict {
        let mark = sign::mark(verdict.mark, Glyphs::Braille);
        paragraph(out, &format!("**{} {}**", text(mark), text(verdict.words.long())));
    }
    if let Some(body) = &part.body {
        let said = Said { title: &part.title, words: &part.described };
        if let Some(table) = table(body) {
            rows(table, out);
        } else if let Some(drawn) = picture(body, &said, Colors::Within) {
            let words = if part.described.is_empty() { &part.title } else { &part.described };
            let data = STANDARD.encode(drawn);
            paragraph(out, &format!("![{}](data:image/svg+xml;base64,{data})", text(words)));
        }
        figures(&part.figures, out);
        let sign = |(mark, words): &(Mark, String)| format!("{} {words}", sign::mark(*mark, Glyphs::Braille));
        let signs: Vec<String> = part.legend.iter().map(sign).collect();
        paragraph(out, &text(&signs.join(" · ")));
        paragraph(out, &note(body).map(|note| text(&note)).unwrap_or_default());
    }
    let quoted: Vec<String> = part.quoted.iter().map(|quoted| quote(handout, quoted)).collect();
    paragraph(out, &quoted.join(" · "));
    if !part.notes.is_empty() {
        paragraph(out, &format!("> **{}**\n>\n> {}", text(&handout.heads.notes), text(&part.notes)));
    }
}

fn said(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

fn quote(handout: &Handout, quoted: &Quoted) -> String {
    let one = |(name, place): &(String, usize)| {
        let to = handout.sources.get(*place).and_then(|source: &Source| address(source.address.as_deref()?));
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
fn shown(written: &str) -> String {
    address(written).map_or_else(|| text(written), |address| format!("<{address}>"))
}

/// Figures as rows under heads, the numbers at the right.
fn figures(figures: &[Vec<String>], out: &mut String) {
    let [heads, rows @ ..] = figures else { return };
    let escaped = |cells: &[String]| cells.iter().map(|cell| text(cell)).collect::<Vec<_>>();
    row(out, &escaped(heads));
    rules(out, (0..heads.len()).map(|column| if column == 0 { Align::Left } else { Align::Right }));
    for cells in rows {
        row(out, &escaped(cells));
    }
    out.push('\n');
}

fn rows(table: &Table, out: &mut String) {
    if table.rows.is_empty() {
        paragraph(out, &text(&table.empty));
        return;
    }
    let columns = without_bars(table);
    let heads: Vec<String> = columns.iter().map(|&index| text(table.columns[index].head.long())).collect();
    row(out, &heads);
    rules(out, columns.iter().map(|&index| table.columns[index].align));
    for own in &table.rows {
        let cells: Vec<String> = columns.iter().map(|&index| text(&words(own.cells.get(index)))).collect();
        row(out, &cells);
    }
    out.push('\n');
}

fn row(out: &mut String, cells: &[String]) {
    let _ = writeln!(out, "| {} |", cells.join(" | "));
}

fn rules(out: &mut String, columns: impl Iterator<Item = Align>) {
    let rule = |align| if align == Align::Right { " --: |" } else { " :-- |" };
    let _ = writeln!(out, "|{}", columns.map(rule).collect::<String>());
}
