//! The symbol, role and tone of each mark, at each glyph level (section 5.2 of the analytics notes).
//!
//! The symbols of one family (verdicts, sites, events) differ from one another at every level, so that no colour is needed
//! to tell them apart. The block level uses only characters that the fonts of the Linux console have.

use crate::page::model::{ChartMark, Mark, Role, Sign, Symbol};
use crate::render::look::theme::{Glyphs, Tone};

/// The symbol of a mark; 1 to 4 cells.
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
        Mark::NotDated => ("∞", "∞", "[oo]"),
        Mark::NotJudged => ("≡", "≡", "[=]"),
        Mark::NotSaid => ("–", "─", "[-]"),
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

/// The role of a mark without words, on a map.
pub fn mark_role(mark: Mark) -> Role {
    match mark {
        Mark::Met | Mark::OnTrack | Mark::Operating => Role::Good,
        Mark::MetLate => Role::Late,
        Mark::Missed | Mark::AtRisk | Mark::Closed => Role::Bad,
        Mark::Behind | Mark::Building | Mark::Undetermined => Role::Caution,
        Mark::Contested => Role::Contested,
        Mark::Said | Mark::Due => Role::Target,
        Mark::Happened => Role::Actual,
        _ => Role::Missing,
    }
}

/// The symbol of a sign in a list of signs; 1 to 4 cells.
pub fn sign_glyph(sign: &Sign, glyphs: Glyphs) -> &str {
    let (full, block, ascii) = match sign {
        Sign::Mark(mark) => return mark_glyph(*mark, glyphs),
        Sign::Chart(mark) => return chart_mark_glyph(*mark, glyphs),
        Sign::Text(text) => return text,
        Sign::Symbol(symbol) => match symbol {
            Symbol::NotReported => ("?", "?", "?"),
            Symbol::CountsDifferently => ("*", "*", "*"),
            Symbol::LowerBound => ("ˆˆˆ", "^^^", "^^^"),
            Symbol::OffScale => ("↑", "↑", "^"),
            Symbol::BarTarget => ("│", "│", "|"),
            Symbol::BarPassed => ("┿", "┼", "+"),
            Symbol::BarPart => ("╍╍", "▒▒", "%%"),
            Symbol::BarOpen => ("› »", "> »", ">"),
            Symbol::PromisedSpan => ("├─┤", "├─┤", "[-]"),
            Symbol::HappenedSpan => ("●━●", "■═■", "#=#"),
            Symbol::Likely | Symbol::Delay => ("···", "···", "..."),
        },
    };
    pick(glyphs, full, block, ascii)
}

/// The symbol of a chart mark in a legend; 1 to 3 cells.
pub fn chart_mark_glyph(mark: ChartMark, glyphs: Glyphs) -> &'static str {
    let (full, block, ascii) = match mark {
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

/// The tone of a chart mark that is out of focus.
pub fn chart_mark_tone(mark: ChartMark) -> Tone {
    match mark {
        ChartMark::FullPeriod
        | ChartMark::PartYear
        | ChartMark::RestOfYear
        | ChartMark::Dot(_)
        | ChartMark::HollowDot(_)
        | ChartMark::Level => Tone::ActualMuted,
        ChartMark::TargetFrame | ChartMark::Pace | ChartMark::TargetDot => Tone::Target,
        ChartMark::OtherSource | ChartMark::Projected => Tone::Contested,
    }
}

/// The dot of a series, filled for a full period and hollow for a part; letters where the shapes run out.
pub fn series_glyph(number: usize, is_full: bool, glyphs: Glyphs) -> &'static str {
    const SHAPES: [(&str, &str); 5] = [("●", "○"), ("■", "□"), ("▲", "△"), ("▼", "▽"), ("★", "☆")];
    const LETTERS: (&str, &str) = ("ABCDEFGHKMRT", "abcdefghkmrt");
    let letter = number % LETTERS.0.len();
    let shapes = pick(glyphs, 5, 2, 0);
    let (full, part) =
        if number < shapes { SHAPES[number] } else { (&LETTERS.0[letter..=letter], &LETTERS.1[letter..=letter]) };
    if is_full { full } else { part }
}

/// One of three values, by glyph level.
pub fn pick<T>(glyphs: Glyphs, full: T, block: T, ascii: T) -> T {
    match glyphs {
        Glyphs::Braille => full,
        Glyphs::Block => block,
        Glyphs::Ascii => ascii,
    }
}

/// The bit of a braille dot at a column (0, 1) and a row (0 to 3) of its cell.
pub fn braille_bit(column: u16, row: u16) -> u8 {
    match (column, row) {
        (0, 3) => 0x40,
        (_, 3) => 0x80,
        (0, row) => 1 << row,
        (_, row) => 8 << row,
    }
}

/// The braille character with these dots.
pub fn braille_char(bits: u8) -> char {
    char::from_u32(0x2800 + u32::from(bits)).unwrap_or(' ')
}
