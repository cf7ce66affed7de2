//! A buffer as a self-contained HTML page with selectable text; the same cells give the same bytes.
//!
//! Only ASCII is sure to be one `ch` wide: everything else stands in a box as wide as its cells, whatever font draws it.
//! Blocks, lines and braille are text that is not visible below the paths that the SVG picture draws for them.

use std::fmt::Write;

use ratatui::buffer::Buffer;

use crate::render::look::contrast::hex;
use crate::render::look::theme::{DefaultColors, Paint};
use crate::render::tui::export::cells::{ResolvedCell, buffer_rows, resolve_cells};
use crate::render::tui::export::svg::{escape_text, write_shapes};
use crate::render::tui::export::svg_shapes::{CELL_HEIGHT, CELL_WIDTH, is_shape};

/// The page of a buffer, in the default colours that suit the theme; `lang` is the tag of its language.
pub fn html(buf: &Buffer, paint: &Paint, lang: &str) -> String {
    let defaults = paint.default_colors();
    let mut out = String::with_capacity(buf.content.len() * 6);
    let _ = writeln!(
        out,
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n<title>planfact</title>\n<style>\n\
         body {{ margin: 0; background: {background}; }}\n\
         main {{ position: relative; width: {columns}ch; margin: 1em; color: {text}; font: 16px/{CELL_HEIGHT}px 'JetBrains Mono', \
         'Cascadia Mono', 'DejaVu Sans Mono', Menlo, Consolas, monospace; }}\n\
         pre {{ margin: 0; font: inherit; white-space: pre; }}\n\
         b, i {{ display: inline-block; height: {CELL_HEIGHT}px; overflow: hidden; vertical-align: top; font: inherit; }}\n\
         i {{ color: transparent; }}\n\
         svg {{ position: absolute; left: 0; top: 0; width: 100%; height: 100%; pointer-events: none; }}\n\
         </style>\n</head>\n<body>\n<main>",
        columns = buf.area.width,
        text = hex(defaults.text),
        background = hex(defaults.background)
    );
    out.push_str("<pre>");
    let mut shapes = String::new();
    for (row, cells) in buffer_rows(buf).enumerate() {
        let cells = resolve_cells(cells, defaults);
        write_shapes(&mut shapes, &cells, row as f64 * CELL_HEIGHT);
        let end = cells
            .iter()
            .rposition(|cell| cell.symbol != " " || cell.background != defaults.background || cell.underlined);
        write_row(&mut out, &cells[..end.map_or(0, |end| end + 1)], defaults);
        out.push('\n');
    }
    let (width, height) = (f64::from(buf.area.width) * CELL_WIDTH, f64::from(buf.area.height) * CELL_HEIGHT);
    let _ = writeln!(
        out,
        "</pre>\n<svg viewBox=\"0 0 {width} {height}\" preserveAspectRatio=\"none\" shape-rendering=\"crispEdges\" \
         aria-hidden=\"true\">\n{shapes}</svg>\n</main>\n</body>\n</html>"
    );
    out
}

/// What keeps a character at its column.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// The font itself.
    Ascii,
    /// A box around the word.
    Letters,
    /// A box of its own.
    Symbol,
    /// A box, in which a path draws it.
    Shape,
}

fn kind(cell: &ResolvedCell<'_>) -> Kind {
    if cell.symbol.is_ascii() {
        Kind::Ascii
    } else if is_shape(cell.symbol) {
        Kind::Shape
    } else if cell.symbol.chars().all(char::is_alphabetic) {
        Kind::Letters
    } else {
        Kind::Symbol
    }
}

fn write_row(out: &mut String, cells: &[ResolvedCell<'_>], defaults: DefaultColors) {
    let mut rest = cells;
    while let Some(first) = rest.first() {
        let (kind, style) = (kind(first), style(first, defaults));
        let joins = |pair: &[ResolvedCell<'_>]| match pair {
            [before, cell] if kind == Kind::Ascii && is_gap(before, cell) => true,
            [_, cell] => kind != Kind::Symbol && self::kind(cell) == kind && self::style(cell, defaults) == style,
            _ => false,
        };
        let length = 1 + rest.windows(2).take_while(|pair| joins(pair)).count();
        let (run, after) = rest.split_at(length);
        let words: String = run.iter().map(|cell| escape_text(cell.symbol)).collect();
        let columns = run[length - 1].end() - first.column;
        let _ = match (kind, style.is_empty()) {
            (Kind::Ascii, true) => write!(out, "{words}"),
            (Kind::Ascii, false) => write!(out, "<b style=\"{style}\">{words}</b>"),
            (Kind::Shape, _) => write!(out, "<i style=\"width:{columns}ch;{style}\">{words}</i>"),
            (Kind::Letters | Kind::Symbol, _) => write!(out, "<b style=\"width:{columns}ch;{style}\">{words}</b>"),
        };
        rest = after;
    }
}

/// Whether a cell is a space that needs no style of its own: its foreground is not visible.
fn is_gap(before: &ResolvedCell<'_>, cell: &ResolvedCell<'_>) -> bool {
    cell.symbol == " " && before.background == cell.background && before.underlined == cell.underlined
}

/// The CSS of a cell; empty for the default look.
fn style(cell: &ResolvedCell<'_>, defaults: DefaultColors) -> String {
    let mut style = String::new();
    let is_text = cell.symbol != " " && !is_shape(cell.symbol);
    if cell.foreground != defaults.text && is_text {
        let _ = write!(style, "color:{};", hex(cell.foreground));
    }
    if cell.background != defaults.background {
        let _ = write!(style, "background:{};", hex(cell.background));
    }
    if cell.bold && is_text {
        style.push_str("font-weight:700;");
    }
    if cell.underlined {
        style.push_str("text-decoration:underline;");
    }
    style.pop();
    style
}
