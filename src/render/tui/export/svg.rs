//! A drawn buffer as an SVG picture: self-contained, the same bytes for the same cells.
//!
//! Words are text in a monospace font, stretched to their cells, so that any font keeps the columns. Blocks, lines and
//! braille are shapes, so that bars have no gaps and grid lines meet.

use std::borrow::Cow;
use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

use crate::render::look::theme::{Color as ThemeColor, Paint, Theme, Tone, rgb_of_256};
use crate::render::tui::export::svg_shapes::{self, HIGH, WIDE};
use crate::render::tui::export::{ansi_index, visible_cells};

pub use crate::render::look::contrast::Rgb;

/// The space around the cells.
const MARGIN: f64 = 12.0;

/// Where text stands in its cell.
const BASELINE: f64 = 15.0;

/// The picture of a buffer. The terminal's own colours are those that suit the theme.
#[must_use]
pub fn svg(buf: &Buffer, paint: &Paint) -> String {
    let (width, height) = (f64::from(buf.area.width) * WIDE, f64::from(buf.area.height) * HIGH);
    let own = default_colors(*paint);
    let mut out = String::with_capacity(buf.content.len() * 16);
    let (all_wide, all_high) = (width + 2.0 * MARGIN, height + 2.0 * MARGIN);
    let _ = writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{all_wide}\" height=\"{all_high}\" viewBox=\"0 0 {all_wide} \
         {all_high}\" font-family=\"'JetBrains Mono','Cascadia Mono','DejaVu Sans Mono',Menlo,Consolas,monospace\" \
         font-size=\"16\" xml:space=\"preserve\">"
    );
    let _ = writeln!(out, "<rect width=\"{all_wide}\" height=\"{all_high}\" rx=\"8\" fill=\"{}\"/>", hex(own.1));
    let _ = writeln!(out, "<g transform=\"translate({MARGIN} {MARGIN})\" shape-rendering=\"crispEdges\">");
    let columns = usize::from(buf.area.width.max(1));
    for (row, cells) in buf.content.chunks(columns).take(usize::from(buf.area.height)).enumerate() {
        let y = row as f64 * HIGH;
        let cells = resolve_cells(cells, own);
        write_backgrounds(&mut out, &cells, y, own.1);
        write_symbols(&mut out, &cells, y);
    }
    out.push_str("</g>\n</svg>\n");
    out
}

/// A cell with the colours that are seen.
#[derive(Debug, Clone, Copy)]
pub(in crate::render::tui) struct ResolvedCell<'a> {
    column: usize,
    cells: usize,
    pub symbol: &'a str,
    pub foreground: Rgb,
    pub background: Rgb,
    pub bold: bool,
    pub underlined: bool,
}

/// The cells of a row that are seen.
pub(in crate::render::tui) fn resolve_cells(row: &[Cell], own: (Rgb, Rgb)) -> Vec<ResolvedCell<'_>> {
    visible_cells(row).map(|(column, cell)| ResolvedCell::of(column, cell, own)).collect()
}

impl<'a> ResolvedCell<'a> {
    fn of(column: usize, cell: &'a Cell, own: (Rgb, Rgb)) -> Self {
        let mut foreground = to_rgb(cell.fg).unwrap_or(own.0);
        let mut background = to_rgb(cell.bg).unwrap_or(own.1);
        if cell.modifier.contains(Modifier::REVERSED) {
            (foreground, background) = (background, foreground);
        }
        if cell.modifier.contains(Modifier::DIM) {
            foreground = mix_with_background(foreground, background);
        }
        Self {
            column,
            cells: cell.symbol().width().max(1),
            symbol: cell.symbol(),
            foreground,
            background,
            bold: cell.modifier.contains(Modifier::BOLD),
            underlined: cell.modifier.contains(Modifier::UNDERLINED),
        }
    }

    fn looks_like(&self, other: &Self) -> bool {
        self.foreground == other.foreground && self.bold == other.bold && self.underlined == other.underlined
    }

    fn end(&self) -> usize {
        self.column + self.cells
    }
}

/// One rectangle for each stretch of a ground that is not that of the picture.
fn write_backgrounds(out: &mut String, cells: &[ResolvedCell<'_>], y: f64, own: Rgb) {
    for stretch in cells.chunk_by(|a, b| a.background == b.background).filter(|stretch| stretch[0].background != own) {
        let x = stretch[0].column as f64 * WIDE;
        let wide = stretch[stretch.len() - 1].end() as f64 * WIDE - x;
        let background = hex(stretch[0].background);
        let _ = writeln!(
            out,
            "<rect x=\"{}\" y=\"{y}\" width=\"{}\" height=\"{HIGH}\" fill=\"{background}\"/>",
            svg_shapes::short(x),
            svg_shapes::short(wide)
        );
    }
}

/// Shapes of one colour as one path; words of one look as one text.
fn write_symbols(out: &mut String, cells: &[ResolvedCell<'_>], y: f64) {
    for stretch in cells.chunk_by(|a, b| a.foreground == b.foreground) {
        let mut path = String::new();
        let mut dots = String::new();
        for same in stretch.chunk_by(|a, b| a.symbol == b.symbol) {
            let x = same[0].column as f64 * WIDE;
            svg_shapes::draw(same[0].symbol, (x, y), same.len(), (&mut path, &mut dots));
        }
        let foreground = hex(stretch[0].foreground);
        if !path.is_empty() {
            let _ = writeln!(out, "<path d=\"{path}\" fill=\"{foreground}\"/>");
        }
        if !dots.is_empty() {
            let dash = "stroke-linecap=\"round\" stroke-width=\"1.7\" shape-rendering=\"auto\"";
            let _ = writeln!(out, "<path d=\"{dots}\" stroke=\"{foreground}\" {dash}/>");
        }
    }
    let mut rest = cells;
    while let Some(start) = rest.iter().position(|cell| is_text(cell)) {
        rest = &rest[start..];
        let mut end = 1;
        while end < rest.len() && rest[end].looks_like(&rest[0]) && is_word(&rest[end - 1]) {
            let one_space =
                rest[end].symbol == " " && rest.get(end + 1).is_some_and(|next| is_text(next) && is_word(next));
            let joins = is_text(&rest[end]) && is_word(&rest[end]);
            if !joins && !one_space {
                break;
            }
            end += 1;
        }
        write_text(out, &rest[..end], y);
        rest = &rest[end..];
    }
}

fn is_text(cell: &ResolvedCell<'_>) -> bool {
    cell.symbol != " " && !svg_shapes::is_shape(cell.symbol)
}

/// Letters and figures stand together; signs stand each in their own cell, as fonts differ in their width.
fn is_word(cell: &ResolvedCell<'_>) -> bool {
    cell.symbol == " " || cell.symbol.chars().all(|letter| letter.is_ascii() || letter.is_alphabetic())
}

fn write_text(out: &mut String, cells: &[ResolvedCell<'_>], y: f64) {
    let first = &cells[0];
    let wide = (cells[cells.len() - 1].end() - first.column) as f64 * WIDE;
    let (x, wide) = (svg_shapes::short(first.column as f64 * WIDE), svg_shapes::short(wide));
    let _ =
        write!(out, "<text x=\"{x}\" y=\"{}\" textLength=\"{wide}\" lengthAdjust=\"spacingAndGlyphs\"", y + BASELINE);
    let _ = write!(out, " fill=\"{}\"", hex(first.foreground));
    if first.bold {
        out.push_str(" font-weight=\"700\"");
    }
    if first.underlined {
        out.push_str(" text-decoration=\"underline\"");
    }
    out.push('>');
    out.extend(cells.iter().flat_map(|cell| cell.symbol.chars()).map(escape));
    out.push_str("</text>\n");
}

/// A letter as markup has it.
pub(in crate::render::tui) fn escape(letter: char) -> Cow<'static, str> {
    match letter {
        '&' => "&amp;".into(),
        '<' => "&lt;".into(),
        '>' => "&gt;".into(),
        other => other.to_string().into(),
    }
}

/// Text and ground of a terminal that suits the theme.
#[must_use]
pub fn default_colors(paint: Paint) -> (Rgb, Rgb) {
    let told = |tone: Tone, other: Rgb| match paint.color(tone) {
        ThemeColor::Rgb(red, green, blue) => (red, green, blue),
        ThemeColor::Indexed(index) | ThemeColor::Ansi(index) => rgb_of_256(index),
        ThemeColor::TerminalDefault => other,
    };
    let (text, background) = match paint.theme {
        Theme::Paper => ((0x1f, 0x25, 0x2b), (0xfa, 0xf8, 0xf2)),
        Theme::Steppe | Theme::Contrast | Theme::Mono => ((0xd8, 0xde, 0xe6), (0x10, 0x14, 0x1a)),
    };
    (told(Tone::Text, text), told(Tone::Background, background))
}

fn to_rgb(color: Color) -> Option<Rgb> {
    match color {
        Color::Rgb(red, green, blue) => Some((red, green, blue)),
        Color::Indexed(index) => Some(rgb_of_256(index)),
        other => ansi_index(other).map(rgb_of_256),
    }
}

fn mix_with_background(foreground: Rgb, background: Rgb) -> Rgb {
    let part = |foreground: u8, background: u8| {
        u8::try_from((u16::from(foreground) * 6 + u16::from(background) * 4) / 10).unwrap_or(foreground)
    };
    (part(foreground.0, background.0), part(foreground.1, background.1), part(foreground.2, background.2))
}

/// A colour as the web writes it.
#[must_use]
pub fn hex((red, green, blue): Rgb) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}
