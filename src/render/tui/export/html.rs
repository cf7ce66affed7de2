//! A buffer as a self-contained HTML page with selectable text; the same cells give the same bytes.

use std::fmt::Write;

use ratatui::buffer::Buffer;

use crate::render::look::contrast::hex;
use crate::render::look::theme::{DefaultColors, Paint};
use crate::render::tui::export::cells::{ResolvedCell, buffer_rows, resolve_cells};
use crate::render::tui::export::svg::escape_text;

/// The page of a buffer, in the default colours that suit the theme.
pub fn html(buf: &Buffer, paint: &Paint) -> String {
    let defaults = paint.default_colors();
    let mut out = String::with_capacity(buf.content.len() * 4);
    let _ = writeln!(
        out,
        "<!doctype html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n<title>planfact</title>\n<style>\nbody {{ margin: 0; \
         background: {background}; }}\npre {{ margin: 1em; color: {text}; font: 16px/1.25 'JetBrains Mono', 'Cascadia Mono', \
         'DejaVu Sans Mono', Menlo, Consolas, monospace; }}\n</style>\n</head>\n<body>",
        text = hex(defaults.text),
        background = hex(defaults.background)
    );
    out.push_str("<pre>");
    for row in buffer_rows(buf) {
        let cells = resolve_cells(row, defaults);
        let end = cells
            .iter()
            .rposition(|cell| cell.symbol != " " || cell.background != defaults.background || cell.underlined);
        let cells = &cells[..end.map_or(0, |end| end + 1)];
        let mut styled: Vec<(String, String)> = Vec::new();
        for (place, cell) in cells.iter().enumerate() {
            let text = escape_text(cell.symbol);
            let style = style(cell, defaults);
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

/// Whether a cell is a space that needs no style of its own: its foreground is not visible.
fn is_gap(before: &ResolvedCell<'_>, cell: &ResolvedCell<'_>) -> bool {
    cell.symbol == " " && before.background == cell.background && before.underlined == cell.underlined
}

/// The CSS of a cell; empty for the default look.
fn style(cell: &ResolvedCell<'_>, defaults: DefaultColors) -> String {
    let mut style = String::new();
    if cell.foreground != defaults.text && cell.symbol != " " {
        let _ = write!(style, "color:{};", hex(cell.foreground));
    }
    if cell.background != defaults.background {
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
