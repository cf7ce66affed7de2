//! Roles, tones and text put into a buffer: the only place where a look becomes a ratatui style.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color as TerminalColor, Modifier, Style};
use ratatui::widgets::{Clear, Widget};
use unicode_segmentation::UnicodeSegmentation;

use crate::page::model::rich_text::{Mark, Role, TextRun};
use crate::page::search::hits;
use crate::render::look::glyphs;
use crate::render::look::theme::{Color, Paint, Tone, role_style};
use crate::render::typeset::measure::{true_width, width};

/// What draws: a look and the cells it goes to.
pub(super) struct Pen<'a> {
    /// The look.
    pub paint: Paint,
    /// The cells.
    pub buf: &'a mut Buffer,
}

impl Pen<'_> {
    /// The style of a role.
    pub(super) fn role(&self, role: Role) -> Style {
        let look = role_style(role);
        let mut style = self.tone(look.tone);
        if look.bold {
            style = style.add_modifier(Modifier::BOLD);
        }
        if look.underline {
            style = style.add_modifier(Modifier::UNDERLINED);
        }
        style
    }

    /// The style of a tone: a colour, or dim where there is none and it is context.
    pub(super) fn tone(&self, tone: Tone) -> Style {
        let own = self.paint.color(tone);
        let style = to_terminal_color(own).map_or(Style::new(), |color| Style::new().fg(color));
        let context = matches!(tone, Tone::Muted | Tone::Faint | Tone::Missing);
        if context && own == Color::TerminalDefault { style.add_modifier(Modifier::DIM) } else { style }
    }

    /// The ground under everything.
    pub(super) fn background(&self) -> Style {
        let ground = to_terminal_color(self.paint.color(Tone::Background));
        let text = to_terminal_color(self.paint.color(Tone::Text));
        let style = ground.map_or(Style::new(), |ground| Style::new().bg(ground));
        text.map_or(style, |text| style.fg(text))
    }

    /// A soft ground; changes nothing where there are no soft tints.
    pub(super) fn tint(&self, tone: Tone) -> Style {
        match to_terminal_color(self.paint.color(tone)) {
            Some(tint) if self.paint.has_tints() => Style::new().bg(tint),
            _ => Style::new(),
        }
    }

    /// Text of one tone on a ground of another, such as a line across a bar; reversed where there is no colour.
    pub(super) fn text_on(&self, text: Tone, under: Tone) -> Style {
        match (to_terminal_color(self.paint.color(text)), to_terminal_color(self.paint.color(under))) {
            (Some(text), Some(under)) => Style::new().fg(text).bg(under),
            (None, Some(under)) => Style::new().fg(under).bg(TerminalColor::Reset).add_modifier(Modifier::REVERSED),
            (_, None) => Style::new().add_modifier(Modifier::REVERSED),
        }
    }

    /// One of three by glyph level.
    pub(super) fn pick<T>(&self, full: T, block: T, ascii: T) -> T {
        glyphs::pick(self.paint.glyphs, full, block, ascii)
    }

    /// The sign of a mark.
    pub(super) fn mark(&self, mark: Mark) -> &'static str {
        glyphs::mark_glyph(mark, self.paint.glyphs)
    }

    /// The cells a text really takes at this glyph level.
    pub(super) fn cells(&self, words: &str) -> u16 {
        if self.paint.is_ascii() { width(words) } else { true_width(words) }
    }

    /// One cell of our own drawing: nothing of what was there stays but the ground. Outside of the buffer nothing
    /// happens.
    pub(super) fn put(&mut self, (x, y): (u16, u16), symbol: &str, style: Style) {
        if let Some(cell) = self.buf.cell_mut((x, y)) {
            reset_cell(cell, symbol, style);
        }
    }

    /// The ground under everything, on all of an area.
    pub(super) fn fill_background(&mut self, area: Rect) {
        let ground = self.background();
        if area == self.buf.area {
            for cell in &mut self.buf.content {
                cell.set_style(ground);
            }
        } else {
            self.buf.set_style(area, ground);
        }
    }

    /// Text from the left edge on, with an ellipsis where it is cut. Returns the cells used.
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
            // Each byte is a letter of one cell.
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

    /// Marks what was found in a text that was drawn from the left edge of a place.
    pub(super) fn underline_matches(&mut self, at: Rect, words: &str, typed: &str) {
        if typed.is_empty() {
            return;
        }
        // A text that was cut ends with a sign of that.
        let room = at.width - u16::from(self.cells(words) > at.width).min(at.width);
        for hit in hits(typed, words) {
            let start = self.cells(&words[..hit.start]).min(room);
            let end = (start + self.cells(&words[hit])).min(room);
            let place = Rect { x: at.x + start, width: end - start, height: 1.min(at.height), ..at };
            self.buf.set_style(place.intersection(self.buf.area), Style::new().add_modifier(Modifier::UNDERLINED));
        }
    }

    /// Text that ends at the right edge.
    pub(super) fn text_right(&mut self, at: Rect, words: &str, style: Style) {
        let cells = self.cells(words).min(at.width);
        self.text(Rect { x: at.x + at.width - cells, width: cells, ..at }, words, style);
    }

    /// Text in the middle.
    pub(super) fn text_center(&mut self, at: Rect, words: &str, style: Style) {
        let cells = self.cells(words).min(at.width);
        self.text(Rect { x: at.x + (at.width - cells) / 2, width: cells, ..at }, words, style);
    }

    /// Runs one after the other on one line. Returns the cells used.
    pub(super) fn runs(&mut self, at: Rect, runs: &[TextRun]) -> u16 {
        let mut used = 0;
        for run in runs {
            if used >= at.width {
                break;
            }
            let rest = Rect { x: at.x + used, width: at.width - used, ..at };
            used += self.text(rest, &run.text, self.role(run.role));
        }
        used
    }

    /// Covers what lies below with the ground of a sheet.
    pub(super) fn clear_for_overlay(&mut self, at: Rect) {
        self.cut_wide_characters(at);
        Clear.render(at, self.buf);
        self.buf.set_style(at, self.background());
        self.buf.set_style(at, self.tint(Tone::OverlayBackground));
    }

    /// Takes the wide characters away that reach into an area from the left: half of one cannot be shown, and a terminal
    /// would show it whole, over what lies there.
    fn cut_wide_characters(&mut self, at: Rect) {
        let Some(x) = at.x.checked_sub(1) else { return };
        for y in at.top()..at.bottom() {
            if let Some(cell) = self.buf.cell_mut((x, y)).filter(|cell| true_width(cell.symbol()) > 1) {
                cell.set_symbol(" ");
            }
        }
    }

    /// A horizontal rule.
    pub(super) fn rule(&mut self, at: Rect) {
        let style = self.tone(Tone::Faint);
        for x in at.x..at.right() {
            self.put((x, at.y), self.pick("─", "─", "-"), style);
        }
    }
}

/// Nothing of what was in the cell stays but the ground.
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
        Color::Ansi(index) => Some(match index {
            0 => TerminalColor::Black,
            1 => TerminalColor::Red,
            2 => TerminalColor::Green,
            3 => TerminalColor::Yellow,
            4 => TerminalColor::Blue,
            5 => TerminalColor::Magenta,
            6 => TerminalColor::Cyan,
            7 => TerminalColor::Gray,
            8 => TerminalColor::DarkGray,
            9 => TerminalColor::LightRed,
            10 => TerminalColor::LightGreen,
            11 => TerminalColor::LightYellow,
            12 => TerminalColor::LightBlue,
            13 => TerminalColor::LightMagenta,
            14 => TerminalColor::LightCyan,
            _ => TerminalColor::White,
        }),
    }
}

/// The first grapheme, what is left, and its cells. Almost every letter stands for itself, which is quickly seen.
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

/// Letters of one cell that join with nothing: Latin, Cyrillic, the usual signs.
fn is_single_cell(letter: char) -> bool {
    matches!(letter, ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | 'Ѐ'..='\u{482}' | 'Ҋ'..='ԯ' | '‐'..='…' | '−' | '≥' | '≤')
}

/// Typography in ASCII; letters of any script stay.
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
    fn a_wide_character_that_reaches_into_a_sheet_is_taken_away() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 6, 1));
        let mut pen = Pen { paint: Paint::default(), buf: &mut buf };
        pen.text(Rect::new(0, 0, 6, 1), "汽汽汽", Style::new());
        pen.clear_for_overlay(Rect::new(3, 0, 2, 1));
        pen.put((3, 0), "│", Style::new());
        let signs: Vec<_> = buf.content.iter().map(Cell::symbol).collect();
        assert_eq!(signs, ["汽", " ", " ", "│", " ", " "]);
    }
}
