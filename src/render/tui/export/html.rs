//! A drawn buffer as an HTML page: self-contained, the same bytes for the same cells; text that can be selected and found.

use std::fmt::Write;

use ratatui::buffer::Buffer;

use crate::render::look::theme::Paint;
use crate::render::tui::export::buffer_rows;
use crate::render::tui::export::svg::{ResolvedCell, default_colors, escape, hex, resolve_cells};

/// The page of a buffer. The terminal's own colours are those that suit the theme.
#[must_use]
pub fn html(buf: &Buffer, paint: &Paint) -> String {
    let own = default_colors(*paint);
    let mut out = String::with_capacity(buf.content.len() * 4);
    let _ = writeln!(
        out,
        "<!doctype html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n<title>planfact</title>\n<style>\nbody {{ margin: 0; \
         background: {ground}; }}\npre {{ margin: 1em; color: {text}; font: 16px/1.25 'JetBrains Mono', 'Cascadia Mono', \
         'DejaVu Sans Mono', Menlo, Consolas, monospace; }}\n</style>\n</head>\n<body>",
        text = hex(own.0),
        ground = hex(own.1)
    );
    out.push_str("<pre>");
    for row in buffer_rows(buf) {
        let cells = resolve_cells(row, own);
        let end = cells.iter().rposition(|cell| cell.symbol != " " || cell.background != own.1 || cell.underlined);
        let cells = &cells[..end.map_or(0, |end| end + 1)];
        let mut styled: Vec<(String, String)> = Vec::new();
        for (place, cell) in cells.iter().enumerate() {
            let text: String = cell.symbol.chars().map(escape).collect();
            let style = style(cell, own);
            match styled.last_mut() {
                Some((known, words)) if *known == style || is_gap(&cells[place - 1], cell) => words.push_str(&text),
                _ => styled.push((style, text)),
            }
        }
        for (style, words) in styled {
            if style.is_empty() {
                out.push_str(&words);
            } else {
                let _ = write!(out, "<span style=\"{style}\">{words}</span>");
            }
        }
        out.push('\n');
    }
    out.push_str("</pre>\n</body>\n</html>\n");
    out
}

/// Whether a cell is a space that goes with what stands before it: ink cannot be seen on it.
fn is_gap(before: &ResolvedCell<'_>, cell: &ResolvedCell<'_>) -> bool {
    cell.symbol == " " && before.background == cell.background && before.underlined == cell.underlined
}

/// What sets a cell off from plain text.
fn style(cell: &ResolvedCell<'_>, own: ((u8, u8, u8), (u8, u8, u8))) -> String {
    let mut style = String::new();
    if cell.foreground != own.0 && cell.symbol != " " {
        let _ = write!(style, "color:{};", hex(cell.foreground));
    }
    if cell.background != own.1 {
        let _ = write!(style, "background:{};", hex(cell.background));
    }
    if cell.bold && cell.symbol != " " {
        style.push_str("font-weight:700;");
    }
    if cell.underlined {
        style.push_str("text-decoration:underline;");
    }
    style.pop();
    style
}
