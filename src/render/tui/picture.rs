//! A drawn buffer as an SVG picture: self-contained, the same bytes for the same cells.
//!
//! Words are text in a monospace font, stretched to their cells, so that any font keeps the columns. Blocks, lines and
//! braille are shapes, so that bars have no gaps and grid lines meet.

use std::borrow::Cow;
use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

use super::export::{ansi_index, visible};
use super::shapes::{self, HIGH, WIDE};
use crate::render::theme::{Color as Told, Paint, Theme, Tone, rgb_of_256};

/// The space around the cells.
const MARGIN: f64 = 12.0;

/// Where text stands in its cell.
const BASELINE: f64 = 15.0;

/// Red, green, blue.
pub type Rgb = (u8, u8, u8);

/// The picture of a buffer. The terminal's own colours are those that suit the theme.
#[must_use]
pub fn svg(buf: &Buffer, paint: &Paint) -> String {
    let (width, height) = (f64::from(buf.area.width) * WIDE, f64::from(buf.area.height) * HIGH);
    let own = own(*paint);
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
        let cells = shown(cells, own);
        grounds(&mut out, &cells, y, own.1);
        inks(&mut out, &cells, y);
    }
    out.push_str("</g>\n</svg>\n");
    out
}

/// A cell with the colours that are seen.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shown<'a> {
    column: usize,
    cells: usize,
    pub symbol: &'a str,
    pub ink: Rgb,
    pub ground: Rgb,
    pub bold: bool,
    pub underlined: bool,
}

/// The cells of a row that are seen.
pub(super) fn shown(row: &[Cell], own: (Rgb, Rgb)) -> Vec<Shown<'_>> {
    visible(row).map(|(column, cell)| Shown::of(column, cell, own)).collect()
}

impl<'a> Shown<'a> {
    fn of(column: usize, cell: &'a Cell, own: (Rgb, Rgb)) -> Self {
        let mut ink = rgb(cell.fg).unwrap_or(own.0);
        let mut ground = rgb(cell.bg).unwrap_or(own.1);
        if cell.modifier.contains(Modifier::REVERSED) {
            (ink, ground) = (ground, ink);
        }
        if cell.modifier.contains(Modifier::DIM) {
            ink = mix(ink, ground);
        }
        Self {
            column,
            cells: cell.symbol().width().max(1),
            symbol: cell.symbol(),
            ink,
            ground,
            bold: cell.modifier.contains(Modifier::BOLD),
            underlined: cell.modifier.contains(Modifier::UNDERLINED),
        }
    }

    fn looks_like(&self, other: &Self) -> bool {
        self.ink == other.ink && self.bold == other.bold && self.underlined == other.underlined
    }

    fn end(&self) -> usize {
        self.column + self.cells
    }
}

/// One rectangle for each stretch of a ground that is not that of the picture.
fn grounds(out: &mut String, cells: &[Shown<'_>], y: f64, own: Rgb) {
    for stretch in cells.chunk_by(|a, b| a.ground == b.ground).filter(|stretch| stretch[0].ground != own) {
        let x = stretch[0].column as f64 * WIDE;
        let wide = stretch[stretch.len() - 1].end() as f64 * WIDE - x;
        let ground = hex(stretch[0].ground);
        let _ = writeln!(
            out,
            "<rect x=\"{}\" y=\"{y}\" width=\"{}\" height=\"{HIGH}\" fill=\"{ground}\"/>",
            shapes::short(x),
            shapes::short(wide)
        );
    }
}

/// Shapes of one colour as one path; words of one look as one text.
fn inks(out: &mut String, cells: &[Shown<'_>], y: f64) {
    for stretch in cells.chunk_by(|a, b| a.ink == b.ink) {
        let mut path = String::new();
        let mut dots = String::new();
        for same in stretch.chunk_by(|a, b| a.symbol == b.symbol) {
            let x = same[0].column as f64 * WIDE;
            shapes::draw(same[0].symbol, (x, y), same.len(), (&mut path, &mut dots));
        }
        let ink = hex(stretch[0].ink);
        if !path.is_empty() {
            let _ = writeln!(out, "<path d=\"{path}\" fill=\"{ink}\"/>");
        }
        if !dots.is_empty() {
            let dash = "stroke-linecap=\"round\" stroke-width=\"1.7\" shape-rendering=\"auto\"";
            let _ = writeln!(out, "<path d=\"{dots}\" stroke=\"{ink}\" {dash}/>");
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
        text(out, &rest[..end], y);
        rest = &rest[end..];
    }
}

fn is_text(cell: &Shown<'_>) -> bool {
    cell.symbol != " " && !shapes::is_shape(cell.symbol)
}

/// Letters and figures stand together; signs stand each in their own cell, as fonts differ in their width.
fn is_word(cell: &Shown<'_>) -> bool {
    cell.symbol == " " || cell.symbol.chars().all(|letter| letter.is_ascii() || letter.is_alphabetic())
}

fn text(out: &mut String, cells: &[Shown<'_>], y: f64) {
    let first = &cells[0];
    let wide = (cells[cells.len() - 1].end() - first.column) as f64 * WIDE;
    let (x, wide) = (shapes::short(first.column as f64 * WIDE), shapes::short(wide));
    let _ =
        write!(out, "<text x=\"{x}\" y=\"{}\" textLength=\"{wide}\" lengthAdjust=\"spacingAndGlyphs\"", y + BASELINE);
    let _ = write!(out, " fill=\"{}\"", hex(first.ink));
    if first.bold {
        out.push_str(" font-weight=\"700\"");
    }
    if first.underlined {
        out.push_str(" text-decoration=\"underline\"");
    }
    out.push('>');
    out.extend(cells.iter().flat_map(|cell| cell.symbol.chars()).map(escaped));
    out.push_str("</text>\n");
}

/// A letter as markup has it.
pub(super) fn escaped(letter: char) -> Cow<'static, str> {
    match letter {
        '&' => "&amp;".into(),
        '<' => "&lt;".into(),
        '>' => "&gt;".into(),
        other => other.to_string().into(),
    }
}

/// Text and ground of a terminal that suits the theme.
#[must_use]
pub fn own(paint: Paint) -> (Rgb, Rgb) {
    let told = |tone: Tone, other: Rgb| match paint.color(tone) {
        Told::Rgb(red, green, blue) => (red, green, blue),
        Told::Indexed(index) | Told::Ansi(index) => rgb_of_256(index),
        Told::Own => other,
    };
    let (text, ground) = match paint.theme {
        Theme::Paper => ((0x1f, 0x25, 0x2b), (0xfa, 0xf8, 0xf2)),
        Theme::Steppe | Theme::Contrast | Theme::Mono => ((0xd8, 0xde, 0xe6), (0x10, 0x14, 0x1a)),
    };
    (told(Tone::Text, text), told(Tone::Ground, ground))
}

fn rgb(color: Color) -> Option<Rgb> {
    match color {
        Color::Rgb(red, green, blue) => Some((red, green, blue)),
        Color::Indexed(index) => Some(rgb_of_256(index)),
        other => ansi_index(other).map(rgb_of_256),
    }
}

fn mix(ink: Rgb, ground: Rgb) -> Rgb {
    let part = |ink: u8, ground: u8| u8::try_from((u16::from(ink) * 6 + u16::from(ground) * 4) / 10).unwrap_or(ink);
    (part(ink.0, ground.0), part(ink.1, ground.1), part(ink.2, ground.2))
}

/// A colour as the web writes it.
#[must_use]
pub fn hex((red, green, blue): Rgb) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}
