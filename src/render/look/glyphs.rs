//! The sign of every mark and ink, at each glyph level (analytics 5.2).
//!
//! The signs of one family (verdicts, sites, moments) differ from one another at every level, so no colour is needed to
//! tell them apart. The block level keeps to what the fonts of the Linux console have.

use crate::page::model::chart::ChartMark;
use crate::page::model::rich_text::{Mark, Role};
use crate::render::look::theme::Glyphs;

/// The sign of a mark; 1 to 4 cells.
#[must_use]
pub fn mark_glyph(mark: Mark, glyphs: Glyphs) -> &'static str {
    let (full, block, ascii) = match mark {
        Mark::Met => ("✓", "√", "[OK]"),
        Mark::MetLate => ("✓›", "√>", "[OL]"),
        Mark::Missed => ("✗", "x", "[X]"),
        Mark::OnTrack => ("●", "•", "[+]"),
        Mark::Behind => ("◐", "▼", "[~]"),
        Mark::AtRisk => ("○!", "○!", "[!]"),
        Mark::NotYetDue => ("◌", "○", "[ ]"),
        Mark::Awaiting => ("…", "..", "[..]"),
        Mark::NoData => ("?", "?", "[?]"),
        Mark::Unquantified => ("∅", "-", "[0]"),
        Mark::Undetermined => ("±", "±", "[+-]"),
        Mark::Contested => ("≠", "<>", "[<>]"),
        Mark::Operating => ("●", "•", "o"),
        Mark::Building => ("◐", "▲", "+"),
        Mark::Planned => ("○", "○", "."),
        Mark::Closed => ("✕", "x", "x"),
        Mark::Unknown => ("?", "?", "?"),
        Mark::Restated => ("λ", "r", "r"),
        Mark::Estimate => ("≈", "≈", "~"),
        Mark::Said => ("“", "\"", "\""),
        Mark::Due => ("◇", "♦", "<>"),
        Mark::Happened => ("■", "■", "*"),
    };
    pick(glyphs, full, block, ascii)
}

/// The role of a mark that stands without words, on a map.
#[must_use]
pub fn mark_role(mark: Mark) -> Role {
    match mark {
        Mark::Met | Mark::MetLate | Mark::OnTrack | Mark::Operating => Role::Good,
        Mark::Missed | Mark::AtRisk | Mark::Closed => Role::Bad,
        Mark::Behind | Mark::Building | Mark::Undetermined => Role::Caution,
        Mark::Contested => Role::Contested,
        Mark::Said | Mark::Due => Role::Target,
        Mark::Happened => Role::Actual,
        _ => Role::Missing,
    }
}

/// The sign of an ink in a legend; 1 to 3 cells.
#[must_use]
pub fn ink_glyph(ink: ChartMark, glyphs: Glyphs) -> &'static str {
    let (full, block, ascii) = match ink {
        ChartMark::FullPeriod => ("█", "█", "#"),
        ChartMark::PartYear => ("▒", "▒", "%"),
        ChartMark::RestOfYear => ("░", "░", "."),
        ChartMark::Projected => ("╱", "/", "/"),
        ChartMark::TargetFrame => ("▕▔▏", "┌┐", "|_|"),
        ChartMark::Pace => ("···", "···", "..."),
        ChartMark::OtherSource => ("╌", "=", "="),
        ChartMark::Dot(number) => return series_glyph(number, true, glyphs),
        ChartMark::HollowDot(number) => return series_glyph(number, false, glyphs),
        ChartMark::TargetDot => ("◇", "♦", "<>"),
        ChartMark::Level => ("─", "─", "-"),
    };
    pick(glyphs, full, block, ascii)
}

/// The dot of a series, full or of a part of a period; letters where shapes run out.
#[must_use]
pub fn series_glyph(number: usize, full: bool, glyphs: Glyphs) -> &'static str {
    const SHAPES: [(&str, &str); 5] = [("●", "○"), ("■", "□"), ("▲", "△"), ("▼", "▽"), ("★", "☆")];
    const LETTERS: [(&str, &str); 12] = [
        ("A", "a"),
        ("B", "b"),
        ("C", "c"),
        ("D", "d"),
        ("E", "e"),
        ("F", "f"),
        ("G", "g"),
        ("H", "h"),
        ("K", "k"),
        ("M", "m"),
        ("R", "r"),
        ("T", "t"),
    ];
    let shapes = pick(glyphs, 5, 2, 0);
    let (whole, part) = if number < shapes { SHAPES[number] } else { LETTERS[number % LETTERS.len()] };
    if full { whole } else { part }
}

/// One of three by level.
#[must_use]
pub fn pick<T>(glyphs: Glyphs, full: T, block: T, ascii: T) -> T {
    match glyphs {
        Glyphs::Braille => full,
        Glyphs::Block => block,
        Glyphs::Ascii => ascii,
    }
}
