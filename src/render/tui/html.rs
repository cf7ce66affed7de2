//! A drawn buffer as an HTML page: self-contained, the same bytes for the same cells; text that can be selected and found.

use std::fmt::Write;

use ratatui::buffer::Buffer;

use super::export::rows;
use super::picture::{Shown, escaped, hex, own, shown};
use crate::render::theme::Paint;

/// The page of a buffer. The terminal's own colours are those that suit the theme.
#[must_use]
pub fn html(buf: &Buffer, paint: &Paint) -> String {
    let own = own(*paint);
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
    for row in rows(buf) {
        let cells = shown(row, own);
        let end = cells.iter().rposition(|cell| cell.symbol != " " || cell.ground != own.1 || cell.underlined);
        let cells = &cells[..end.map_or(0, |end| end + 1)];
        for same in cells.chunk_by(|a, b| style(a, own) == style(b, own)) {
            let style = style(&same[0], own);
            let text: String = same.iter().flat_map(|cell| cell.symbol.chars()).map(escaped).collect();
            if style.is_empty() {
                out.push_str(&text);
            } else {
                let _ = write!(out, "<span style=\"{style}\">{text}</span>");
            }
        }
        out.push('\n');
    }
    out.push_str("</pre>\n</body>\n</html>\n");
    out
}

/// What sets a cell off from plain text; ink cannot be seen on a space.
fn style(cell: &Shown<'_>, own: ((u8, u8, u8), (u8, u8, u8))) -> String {
    let mut style = String::new();
    if cell.ink != own.0 && cell.symbol != " " {
        let _ = write!(style, "color:{};", hex(cell.ink));
    }
    if cell.ground != own.1 {
        let _ = write!(style, "background:{};", hex(cell.ground));
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
