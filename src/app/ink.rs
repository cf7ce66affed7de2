//! Cells as a terminal reads them: where they stand, how they look, what they say.
//!
//! Here: one pass over cells, with a sequence only where the place or the look is another one. The sequences are crossterm's;
//! each colour is asked for once. Not here: which cells (`frames`).

use foldhash::{HashMap, HashMapExt};
use ratatui::backend::IntoCrossterm;
use ratatui::buffer::{Cell, CellWidth as _};
use ratatui::crossterm::Command;
use ratatui::crossterm::cursor::MoveTo;
use ratatui::crossterm::style::{Attribute, SetAttribute, SetBackgroundColor, SetForegroundColor, SetUnderlineColor};
use ratatui::style::{Color, Modifier};

/// How each attribute begins and ends. Bold and dim end together.
const ATTRIBUTES: [(Modifier, Attribute, Attribute); 9] = [
    (Modifier::BOLD, Attribute::Bold, Attribute::NormalIntensity),
    (Modifier::DIM, Attribute::Dim, Attribute::NormalIntensity),
    (Modifier::ITALIC, Attribute::Italic, Attribute::NoItalic),
    (Modifier::UNDERLINED, Attribute::Underlined, Attribute::NoUnderline),
    (Modifier::SLOW_BLINK, Attribute::SlowBlink, Attribute::NoBlink),
    (Modifier::RAPID_BLINK, Attribute::RapidBlink, Attribute::NoBlink),
    (Modifier::REVERSED, Attribute::Reverse, Attribute::NoReverse),
    (Modifier::HIDDEN, Attribute::Hidden, Attribute::NoHidden),
    (Modifier::CROSSED_OUT, Attribute::CrossedOut, Attribute::NotCrossedOut),
];

/// What a colour is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Layer {
    Text,
    Ground,
    Underline,
}

/// Writes cells. Begins and ends with a terminal that has no style.
pub(super) struct Ink {
    /// The sequence of each colour that was needed so far.
    colors: HashMap<(Layer, Color), Box<str>>,
}

/// Where the cursor stands and what it writes like.
#[derive(Default)]
struct Pen {
    at: Option<(u16, u16)>,
    text: Color,
    ground: Color,
    underline: Color,
    modifier: Modifier,
}

impl Ink {
    pub(super) fn new() -> Self {
        Self { colors: HashMap::new() }
    }

    /// Adds what makes a terminal show these cells; each comes with its column and row.
    pub(super) fn write<'a>(&mut self, cells: impl Iterator<Item = (u16, u16, &'a Cell)>, out: &mut String) {
        let mut pen = Pen::default();
        let mut is_plain = true;
        for (x, y, cell) in cells {
            if pen.at != Some((x, y)) {
                sequence(MoveTo(x, y), out);
            }
            if pen.modifier != cell.modifier {
                attributes(pen.modifier, cell.modifier, out);
                pen.modifier = cell.modifier;
            }
            for (layer, was, is) in [
                (Layer::Text, &mut pen.text, cell.fg),
                (Layer::Ground, &mut pen.ground, cell.bg),
                (Layer::Underline, &mut pen.underline, cell.underline_color),
            ] {
                if *was != is {
                    out.push_str(self.color(layer, is));
                    *was = is;
                }
            }
            is_plain = false;
            out.push_str(cell.symbol());
            // Terminals disagree about how far the cursor moves for what is not one column wide.
            pen.at = (width_of(cell) == 1).then_some((x + 1, y));
        }
        if !is_plain {
            sequence(SetAttribute(Attribute::Reset), out);
        }
    }

    fn color(&mut self, layer: Layer, color: Color) -> &str {
        self.colors.entry((layer, color)).or_insert_with(|| {
            let (mut text, color) = (String::new(), color.into_crossterm());
            match layer {
                Layer::Text => sequence(SetForegroundColor(color), &mut text),
                Layer::Ground => sequence(SetBackgroundColor(color), &mut text),
                Layer::Underline => sequence(SetUnderlineColor(color), &mut text),
            }
            text.into()
        })
    }
}

/// How many columns a cell takes.
pub(super) fn width_of(cell: &Cell) -> u16 {
    match cell.symbol().as_bytes() {
        // ASCII, all that UTF-8 writes with two bytes, lines and blocks (U+2500 to U+25BF), braille: told without a table.
        [_] | [_, _] | [0xe2, 0x94..=0x96 | 0xa0..=0xa3, _] => 1,
        _ => cell.cell_width().max(1),
    }
}

/// What makes these attributes of those.
fn attributes(from: Modifier, to: Modifier, out: &mut String) {
    let gone = from - to;
    for (_, _, end) in ATTRIBUTES.iter().filter(|(one, ..)| gone.intersects(*one)) {
        sequence(SetAttribute(*end), out);
    }
    let both = Modifier::BOLD | Modifier::DIM;
    let kept = if gone.intersects(both) { from - both } else { from };
    for (_, begin, _) in ATTRIBUTES.iter().filter(|(one, ..)| (to - kept).intersects(*one)) {
        sequence(SetAttribute(*begin), out);
    }
}

/// Adds the sequence of a command.
fn sequence(command: impl Command, out: &mut String) {
    // A text takes everything.
    let _ = command.write_ansi(out);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bold_and_dim_end_together_and_what_stays_of_them_begins_again() {
        let mut out = String::new();
        attributes(Modifier::BOLD | Modifier::DIM | Modifier::ITALIC, Modifier::DIM | Modifier::ITALIC, &mut out);
        assert_eq!(out, "\x1b[22m\x1b[2m");
        out.clear();
        attributes(Modifier::ITALIC, Modifier::BOLD, &mut out);
        assert_eq!(out, "\x1b[23m\x1b[1m");
    }

    #[test]
    fn a_place_and_a_look_are_told_once_for_the_cells_that_share_them() {
        let (mut red, mut blue) = (Cell::from('r'), Cell::from('b'));
        red.set_fg(Color::Red);
        blue.set_fg(Color::Blue).set_bg(Color::Red);
        let mut out = String::new();
        Ink::new().write([(2, 1, &red), (3, 1, &red), (4, 1, &blue), (0, 2, &red)].into_iter(), &mut out);
        assert_eq!(out, "\x1b[2;3H\x1b[38;5;1mrr\x1b[38;5;4m\x1b[48;5;1mb\x1b[3;1H\x1b[38;5;1m\x1b[49mr\x1b[0m");
    }
}
