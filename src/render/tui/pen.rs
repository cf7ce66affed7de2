//! Draws text and symbols into a buffer: the only place where roles and tones become ratatui styles.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color as TerminalColor, Modifier, Style};
use ratatui::widgets::{Clear, Widget};
use unicode_segmentation::UnicodeSegmentation;

use crate::page::model::{Mark, Role, TextRun};
use crate::page::search::hits;
use crate::render::look::glyphs;
use crate::render::look::theme::{Color, Paint, Tone, role_style};
use crate::render::typeset::measure::{true_width, width};

/// A look, and the buffer that is drawn into.
pub(crate) struct Pen<'a> {
    pub paint: Paint,
    pub buf: &'a mut Buffer,
}

impl Pen<'_> {
    pub(super) fn role(&self, role: Role) -> Style {
        let (tone, is_bold) = role_style(role);
        let modifier = if is_bold { Modifier::BOLD } else { Modifier::empty() };
        let underline = if role == Role::Link { Modifier::UNDERLINED } else { Modifier::empty() };
        self.tone(tone).add_modifier(modifier | underline)
    }

    /// The style of a tone: its colour; context without a colour is dim.
    pub(super) fn tone(&self, tone: Tone) -> Style {
        let color = self.paint.color(tone);
        let style = to_terminal_color(color).map_or(Style::new(), |color| Style::new().fg(color));
        let is_context = matches!(tone, Tone::Muted | Tone::Faint | Tone::Missing);
        if is_context && color == Color::TerminalDefault { style.add_modifier(Modifier::DIM) } else { style }
    }

    /// The background of the screen, with the colour of plain text.
    pub(super) fn background(&self) -> Style {
        let color = |tone| to_terminal_color(self.paint.color(tone));
        Style { bg: color(Tone::Background), fg: color(Tone::Text), ..Style::new() }
    }

    /// A tinted background; no style where the terminal has no soft tints.
    pub(super) fn tint(&self, tone: Tone) -> Style {
        match to_terminal_color(self.paint.color(tone)) {
            Some(tint) if self.paint.has_tints() => Style::new().bg(tint),
            _ => Style::new(),
        }
    }

    /// Text of one tone on a background of another, such as a line across a bar; reversed where there is no colour.
    pub(super) fn text_on(&self, text: Tone, under: Tone) -> Style {
        match (to_terminal_color(self.paint.color(text)), to_terminal_color(self.paint.color(under))) {
            (Some(text), Some(under)) => Style::new().fg(text).bg(under),
            (None, Some(under)) => Style::new().fg(under).bg(TerminalColor::Reset).add_modifier(Modifier::REVERSED),
            (_, None) => Style::new().add_modifier(Modifier::REVERSED),
        }
    }

    pub(super) fn pick<T>(&self, full: T, block: T, ascii: T) -> T {
        glyphs::pick(self.paint.glyphs, full, block, ascii)
    }

    pub(super) fn mark(&self, mark: Mark) -> &'static str {
        glyphs::mark_glyph(mark, self.paint.glyphs)
    }

    /// The cells that a text takes at this glyph level.
    pub(super) fn cells(&self, words: &str) -> u16 {
        if self.paint.is_ascii() { width(words) } else { true_width(words) }
    }

    /// Replaces the symbol and style of a cell, but not its background. Outside of the buffer nothing happens.
    pub(super) fn put(&mut self, (x, y): (u16, u16), symbol: &str, style: Style) {
        if let Some(cell) = self.buf.cell_mut((x, y)) {
            reset_cell(cell, symbol, style);
        }
    }

    /// Puts a symbol into each cell of an area.
    pub(super) fn fill(&mut self, area: Rect, symbol: &str, style: Style) {
        for at in area.intersection(self.buf.area).positions() {
            self.put((at.x, at.y), symbol, style);
        }
    }

    pub(super) fn fill_background(&mut self, area: Rect) {
        let (style, width) = (self.background(), usize::from(area.width));
        // A fifth of the time of `Buffer::set_style`, which looks each cell up.
        for row in area.rows() {
            let start = self.buf.index_of(row.x, row.y);
            self.buf.content[start..start + width].iter_mut().for_each(|cell| _ = cell.set_style(style));
        }
    }

    /// Writes text from the left edge, with an ellipsis where it is cut. Returns the cells used.
    pub(super) fn text(&mut self, at: Rect, words: &str, style: Style) -> u16 {
        let area = at.intersection(self.buf.area);
        if area.is_empty() || words.is_empty() || area.x != at.x || area.y != at.y {
            return 0;
        }
        let ascii = self.paint.is_ascii();
        let cut = self.cells(words) > area.width;
        let room = area.width - u16::from(cut);
        let mut used = 0;
        let mut rest = words;
        if words.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
            // Each byte is a character of one cell.
            let shown = rest.len().min(usize::from(room));
            let from = self.buf.index_of(area.x, area.y);
            for (place, cell) in self.buf.content[from..from + shown].iter_mut().enumerate() {
                reset_cell(cell, &words[place..=place], style);
            }
            used = u16::try_from(shown).unwrap_or(room);
            rest = "";
        }
        while !rest.is_empty() {
            let (grapheme, cells);
            (grapheme, rest, cells) = next_grapheme(rest);
            let shown = if ascii { to_ascii(grapheme) } else { grapheme };
            let cells = if shown.is_ascii() { u16::try_from(shown.len()).unwrap_or(cells) } else { cells };
            if cells == 0 {
                continue;
            }
            if used + cells > room {
                break;
            }
            if shown.len() > 1 && shown.is_ascii() {
                for place in 0..shown.len() {
                    self.put((area.x + used, area.y), &shown[place..=place], style);
                    used += 1;
                }
                continue;
            }
            self.put((area.x + used, area.y), shown, style);
            for more in 1..cells {
                self.put((area.x + used + more, area.y), " ", style);
            }
            used += cells;
        }
        if cut {
            self.put((area.x + used, area.y), if ascii { ">" } else { "…" }, style);
            used += 1;
        }
        used
    }

    /// Underlines the matches of a search in a text that was drawn from the left edge of an area.
    pub(super) fn underline_matches(&mut self, at: Rect, words: &str, typed: &str) {
        if typed.is_empty() {
            return;
        }
        // A text that was cut ends with an ellipsis.
        let room = at.width - u16::from(self.cells(words) > at.width).min(at.width);
        for hit in hits(typed, words) {
            let start = self.cells(&words[..hit.start]).min(room);
            let end = (start + self.cells(&words[hit])).min(room);
            let place = Rect { x: at.x + start, width: end - start, height: 1.min(at.height), ..at };
            self.buf.set_style(place.intersection(self.buf.area), Style::new().add_modifier(Modifier::UNDERLINED));
        }
    }

    pub(super) fn text_right(&mut self, at: Rect, words: &str, style: Style) {
        let cells = self.cells(words).min(at.width);
        self.text(Rect { x: at.x + at.width - cells, width: cells, ..at }, words, style);
    }

    pub(super) fn text_center(&mut self, at: Rect, words: &str, style: Style) {
        let cells = self.cells(words).min(at.width);
        self.text(Rect { x: at.x + (at.width - cells) / 2, width: cells, ..at }, words, style);
    }

    /// Writes runs one after the other on one line. Returns the cells used.
    pub(super) fn runs(&mut self, at: Rect, runs: &[TextRun]) -> u16 {
        runs.iter().fold(0, |used, run| used + self.text(right_of(at, used), &run.text, self.role(run.role)))
    }

    /// Clears an area and gives it the background of an overlay.
    pub(super) fn clear_for_overlay(&mut self, at: Rect) {
        self.cut_wide_characters(at);
        Clear.render(at, self.buf);
        self.buf.set_style(at, self.background());
        self.buf.set_style(at, self.tint(Tone::OverlayBackground));
    }

    /// Removes wide characters that reach into an area from the left: a terminal would draw them over the area.
    fn cut_wide_characters(&mut self, at: Rect) {
        let Some(x) = at.x.checked_sub(1) else { return };
        for y in at.top()..at.bottom() {
            if let Some(cell) = self.buf.cell_mut((x, y)).filter(|cell| true_width(cell.symbol()) > 1) {
                cell.set_symbol(" ");
            }
        }
    }

    pub(super) fn rule(&mut self, at: Rect) {
        self.fill(at, self.pick("─", "─", "-"), self.tone(Tone::Faint));
    }
}

/// The part of an area that begins `cells` columns further right.
pub(super) fn right_of(at: Rect, cells: u16) -> Rect {
    let cells = cells.min(at.width);
    Rect { x: at.x + cells, width: at.width - cells, ..at }
}

/// The 16 ANSI colours in the order of their numbers.
pub(super) const ANSI_COLORS: [TerminalColor; 16] = [
    TerminalColor::Black,
    TerminalColor::Red,
    TerminalColor::Green,
    TerminalColor::Yellow,
    TerminalColor::Blue,
    TerminalColor::Magenta,
    TerminalColor::Cyan,
    TerminalColor::Gray,
    TerminalColor::DarkGray,
    TerminalColor::LightRed,
    TerminalColor::LightGreen,
    TerminalColor::LightYellow,
    TerminalColor::LightBlue,
    TerminalColor::LightMagenta,
    TerminalColor::LightCyan,
    TerminalColor::White,
];

/// Replaces everything but the background.
fn reset_cell(cell: &mut Cell, symbol: &str, style: Style) {
    cell.modifier = Modifier::empty();
    cell.fg = TerminalColor::Reset;
    cell.set_symbol(symbol).set_style(style);
}

fn to_terminal_color(color: Color) -> Option<TerminalColor> {
    match color {
        Color::TerminalDefault => None,
        Color::Rgb(red, green, blue) => Some(TerminalColor::Rgb(red, green, blue)),
        Color::Indexed(index) => Some(TerminalColor::Indexed(index)),
        Color::Ansi(index) => ANSI_COLORS.get(usize::from(index)).copied(),
    }
}

/// The first grapheme, the rest, and the cells of the grapheme. Most characters are a grapheme of their own, which is
/// found without segmentation.
fn next_grapheme(words: &str) -> (&str, &str, u16) {
    let mut letters = words.chars();
    let first = letters.next().map_or(0, |letter| if is_single_cell(letter) { letter.len_utf8() } else { 0 });
    if first > 0 && letters.next().is_none_or(is_single_cell) {
        let (grapheme, rest) = words.split_at(first);
        return (grapheme, rest, 1);
    }
    let grapheme = words.graphemes(true).next().unwrap_or(words);
    (grapheme, &words[grapheme.len()..], true_width(grapheme))
}

/// Characters of one cell that never combine: Latin, Cyrillic, common punctuation.
fn is_single_cell(letter: char) -> bool {
    matches!(letter, ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | 'Ѐ'..='\u{482}' | 'Ҋ'..='ԯ' | '‐'..='…' | '−' | '≥' | '≤')
}

/// Typographic characters in ASCII; letters of any script stay.
fn to_ascii(grapheme: &str) -> &str {
    match grapheme {
        "\u{a0}" | "\u{202f}" | "\u{2009}" => " ",
        "−" | "–" | "—" | "‑" | "·" => "-",
        "’" | "‘" => "'",
        "“" | "”" | "«" | "»" | "„" => "\"",
        "…" => ".",
        "×" => "x",
        "÷" => "/",
        "→" | "›" => ">",
        "←" | "‹" => "<",
        "↑" => "^",
        "↓" => "v",
        "≈" => "~",
        "≥" => ">=",
        "≤" => "<=",
        "≠" => "!=",
        "±" => "+-",
        "№" => "N",
        "λ" => "r",
        "°" => "o",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wide_character_that_reaches_into_an_overlay_is_removed() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 6, 1));
        let mut pen = Pen { paint: Paint::default(), buf: &mut buf };
        pen.text(Rect::new(0, 0, 6, 1), "汽汽汽", Style::new());
        pen.clear_for_overlay(Rect::new(3, 0, 2, 1));
        pen.put((3, 0), "│", Style::new());
        let symbols: Vec<_> = buf.content.iter().map(Cell::symbol).collect();
        assert_eq!(symbols, ["汽", " ", " ", "│", " ", " "]);
    }
}
