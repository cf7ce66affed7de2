//! A buffer as a self-contained SVG picture; the same cells give the same bytes.
//!
//! Each word is a text in a monospace font, stretched to its cells, so that any font keeps the columns. Blocks, lines and
//! braille are paths, so that bars have no gaps and grid lines meet.

use std::fmt::Write;

use ratatui::buffer::Buffer;

use crate::render::look::contrast::{Rgb, hex};
use crate::render::look::theme::Paint;
use crate::render::tui::export::cells::{ResolvedCell, buffer_rows, resolve_cells};
use crate::render::tui::export::svg_shapes::{self, CELL_HEIGHT, CELL_WIDTH, ShapePaths};

/// The space around the cells, in pixels.
const MARGIN: f64 = 12.0;

/// The baseline of text from the top of its cell, in pixels.
const BASELINE: f64 = 15.0;

/// An underline from the top of its cell, in pixels.
const UNDERLINE: f64 = 17.0;

/// The picture of a buffer, in the default colours that suit the theme; `lang` is the tag of its language.
pub fn svg(buf: &Buffer, paint: &Paint, lang: &str) -> String {
    let (width, height) = (f64::from(buf.area.width) * CELL_WIDTH, f64::from(buf.area.height) * CELL_HEIGHT);
    let defaults = paint.default_colors();
    let mut out = String::with_capacity(buf.content.len() * 16);
    let (full_width, full_height) = (width + 2.0 * MARGIN, height + 2.0 * MARGIN);
    let _ = writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{full_width}\" height=\"{full_height}\" viewBox=\"0 0 {full_width} \
         {full_height}\" font-family=\"'JetBrains Mono','Cascadia Mono','DejaVu Sans Mono',Menlo,Consolas,monospace\" \
         font-size=\"16\" lang=\"{lang}\">"
    );
    let _ = writeln!(
        out,
        "<rect width=\"{full_width}\" height=\"{full_height}\" rx=\"8\" fill=\"{}\"/>",
        hex(defaults.background)
    );
    let _ = writeln!(out, "<g transform=\"translate({MARGIN} {MARGIN})\" shape-rendering=\"crispEdges\">");
    for (row, cells) in buffer_rows(buf).enumerate() {
        let y = row as f64 * CELL_HEIGHT;
        let cells = resolve_cells(cells, defaults);
        write_backgrounds(&mut out, &cells, y, defaults.background);
        write_shapes(&mut out, &cells, y);
        write_words(&mut out, &cells, y);
    }
    out.push_str("</g>\n</svg>\n");
    out
}

/// Writes a rectangle for each run of cells with a background that is not the default.
fn write_backgrounds(out: &mut String, cells: &[ResolvedCell<'_>], y: f64, default: Rgb) {
    let runs = cells.chunk_by(|a, b| a.background == b.background);
    for stretch in runs.filter(|stretch| stretch[0].background != default) {
        write_area(out, stretch, (y, CELL_HEIGHT), stretch[0].background);
    }
}

/// Writes a rectangle over the width of some cells.
fn write_area(out: &mut String, cells: &[ResolvedCell<'_>], (y, height): (f64, f64), color: Rgb) {
    let x = cells[0].column as f64 * CELL_WIDTH;
    let (length, color) = (cells[cells.len() - 1].end() as f64 * CELL_WIDTH - x, hex(color));
    let (x, length) = (svg_shapes::short(x), svg_shapes::short(length));
    let _ = writeln!(out, "<rect x=\"{x}\" y=\"{y}\" width=\"{length}\" height=\"{height}\" fill=\"{color}\"/>");
}

/// Writes shapes of one colour as one path.
pub(crate) fn write_shapes(out: &mut String, cells: &[ResolvedCell<'_>], y: f64) {
    for stretch in cells.chunk_by(|a, b| a.foreground == b.foreground) {
        let mut paths = ShapePaths::default();
        for same in stretch.chunk_by(|a, b| a.symbol == b.symbol) {
            let x = same[0].column as f64 * CELL_WIDTH;
            svg_shapes::draw(same[0].symbol, (x, y), same.len(), &mut paths);
        }
        let ShapePaths { areas, dots } = paths;
        let foreground = hex(stretch[0].foreground);
        if !areas.is_empty() {
            let _ = writeln!(out, "<path d=\"{areas}\" fill=\"{foreground}\"/>");
        }
        if !dots.is_empty() {
            let dash = "stroke-linecap=\"round\" stroke-width=\"1.7\" shape-rendering=\"auto\"";
            let _ = writeln!(out, "<path d=\"{dots}\" stroke=\"{foreground}\" {dash}/>");
        }
    }
}

/// Writes a text element for each word, at its cell: there are no spaces that a viewer could drop or draw narrower.
fn write_words(out: &mut String, cells: &[ResolvedCell<'_>], y: f64) {
    for word in cells.chunk_by(|a, b| is_word(a) && is_word(b) && looks_like(a, b)) {
        if word[0].symbol != " " && !svg_shapes::is_shape(word[0].symbol) {
            write_text(out, word, y);
        }
    }
    for link in cells.chunk_by(|a, b| a.underlined && b.underlined && a.foreground == b.foreground) {
        if link[0].underlined {
            write_area(out, link, (y + UNDERLINE, 1.0), link[0].foreground);
        }
    }
}

/// Letters and digits share a text element; other symbols have one each, since their width differs between fonts.
fn is_word(cell: &ResolvedCell<'_>) -> bool {
    cell.symbol != " " && cell.symbol.chars().all(|letter| letter.is_ascii() || letter.is_alphabetic())
}

fn write_text(out: &mut String, cells: &[ResolvedCell<'_>], y: f64) {
    let first = &cells[0];
    let length = (cells[cells.len() - 1].end() - first.column) as f64 * CELL_WIDTH;
    let (x, length) = (svg_shapes::short(first.column as f64 * CELL_WIDTH), svg_shapes::short(length));
    let _ =
        write!(out, "<text x=\"{x}\" y=\"{}\" textLength=\"{length}\" lengthAdjust=\"spacingAndGlyphs\"", y + BASELINE);
    let _ = write!(out, " fill=\"{}\"", hex(first.foreground));
    if first.bold {
        out.push_str(" font-weight=\"700\"");
    }
    out.push('>');
    for cell in cells {
        out.push_str(&escape_text(cell.symbol));
    }
    out.push_str("</text>\n");
}

fn looks_like(one: &ResolvedCell<'_>, other: &ResolvedCell<'_>) -> bool {
    one.foreground == other.foreground && one.bold == other.bold
}

/// Text between tags.
pub(crate) fn escape_text(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
