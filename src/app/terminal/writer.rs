//! Cells as a terminal reads them: where they stand, how they look, what they say.
//!
//! Here: one pass over cells, with a sequence only where the place or the look is another one. The sequences are crossterm's;
//! each is asked for once. Not here: which cells (`frames`).

use foldhash::HashMap;
use ratatui::backend::IntoCrossterm;
use ratatui::buffer::{Cell, CellWidth as _};
use ratatui::crossterm::Command;
use ratatui::crossterm::cursor::{MoveRight, MoveTo};
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

/// What is seen of a cell without a letter.
const ON_BLANKS: Modifier = Modifier::UNDERLINED
    .union(Modifier::SLOW_BLINK)
    .union(Modifier::RAPID_BLINK)
    .union(Modifier::REVERSED)
    .union(Modifier::CROSSED_OUT);

/// The bytes of a letter, and of most with a mark above or below.
const PLAIN: usize = 3;

/// What a colour is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Layer {
    Text,
    Background,
    Underline,
}

/// Writes cells. Begins and ends with a terminal that has no style.
#[derive(Default)]
pub(in crate::app) struct Ink {
    /// The sequence of each colour that was needed so far.
    colors: HashMap<(Layer, Color), Box<str>>,
    /// What makes other attributes of some, as far as that was needed.
    attributes: HashMap<(Modifier, Modifier), Box<str>>,
}

/// What the terminal writes like.
#[derive(Default)]
struct Look {
    text: Color,
    ground: Color,
    underline: Color,
    modifier: Modifier,
}

impl Ink {
    /// Adds what makes a terminal show these cells; each comes with its column and row.
    pub(in crate::app) fn write<'a>(&mut self, cells: impl Iterator<Item = (u16, u16, &'a Cell)>, out: &mut String) {
        let (mut look, mut cursor) = (Look::default(), None);
        let before = out.len();
        for (x, y, cell) in cells {
            match cursor {
                Some((column, row)) if row == y && column <= x => {
                    if column < x {
                        sequence(MoveRight(x - column), out);
                    }
                }
                _ => sequence(MoveTo(x, y), out),
            }
            self.turn(&mut look, cell, out);
            out.push_str(cell.symbol());
            // Terminals disagree about how far the cursor moves for what is not one column wide, or of many parts.
            cursor = (width_of(cell) == 1 && cell.symbol().len() <= PLAIN).then_some((x + 1, y));
        }
        if out.len() > before {
            sequence(SetAttribute(Attribute::Reset), out);
        }
    }

    /// Adds what makes the terminal write like this cell, as far as that is seen.
    fn turn(&mut self, look: &mut Look, cell: &Cell, out: &mut String) {
        if is_bare(cell) && !look.modifier.intersects(ON_BLANKS) {
            if look.ground != cell.bg {
                self.color(Layer::Background, cell.bg, out);
                look.ground = cell.bg;
            }
            return;
        }
        if look.modifier != cell.modifier {
            let change = (look.modifier, cell.modifier);
            out.push_str(self.attributes.entry(change).or_insert_with(|| attributes(change).into()));
            look.modifier = cell.modifier;
        }
        for (layer, was, is) in [
            (Layer::Text, &mut look.text, cell.fg),
            (Layer::Background, &mut look.ground, cell.bg),
            (Layer::Underline, &mut look.underline, cell.underline_color),
        ] {
            if *was != is {
                self.color(layer, is, out);
                *was = is;
            }
        }
    }

    fn color(&mut self, layer: Layer, is: Color, out: &mut String) {
        out.push_str(self.colors.entry((layer, is)).or_insert_with(|| color(layer, is).into()));
    }
}

/// Nothing is seen of the cell but its ground.
pub(in crate::app) fn is_bare(cell: &Cell) -> bool {
    cell.symbol() == " " && !cell.modifier.intersects(ON_BLANKS)
}

/// How many columns a cell takes.
pub(in crate::app) fn width_of(cell: &Cell) -> u16 {
    match cell.symbol().as_bytes() {
        // ASCII, all that UTF-8 writes with two bytes, lines and blocks (U+2500 to U+25BF), braille: told without a table.
        [_] | [_, _] | [0xe2, 0x94..=0x96 | 0xa0..=0xa3, _] => 1,
        _ => cell.cell_width().max(1),
    }
}

/// The sequence of a colour.
fn color(layer: Layer, color: Color) -> String {
    let (mut out, color) = (String::new(), color.into_crossterm());
    match layer {
        Layer::Text => sequence(SetForegroundColor(color), &mut out),
        Layer::Background => sequence(SetBackgroundColor(color), &mut out),
        Layer::Underline => sequence(SetUnderlineColor(color), &mut out),
    }
    out
}

/// What makes attributes of others.
fn attributes((from, to): (Modifier, Modifier)) -> String {
    let (mut out, gone) = (String::new(), from - to);
    for (_, _, end) in ATTRIBUTES.iter().filter(|(one, ..)| gone.intersects(*one)) {
        sequence(SetAttribute(*end), &mut out);
    }
    let both = Modifier::BOLD | Modifier::DIM;
    let kept = if gone.intersects(both) { from - both } else { from };
    for (_, begin, _) in ATTRIBUTES.iter().filter(|(one, ..)| (to - kept).intersects(*one)) {
        sequence(SetAttribute(*begin), &mut out);
    }
    out
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
        let both = Modifier::BOLD | Modifier::DIM;
        assert_eq!(attributes((both | Modifier::ITALIC, Modifier::DIM | Modifier::ITALIC)), "\x1b[22m\x1b[2m");
        assert_eq!(attributes((Modifier::ITALIC, Modifier::BOLD)), "\x1b[23m\x1b[1m");
    }

    #[test]
    fn after_what_terminals_may_take_for_wider_the_place_is_told_again() {
        let written = |text: &str| {
            let (mut first, last, mut out) = (Cell::default(), Cell::from('b'), String::new());
            first.set_symbol(text);
            Ink::default().write([(0, 0, &first), (1, 0, &last)].into_iter(), &mut out);
            out
        };
        assert_eq!(written("e\u{301}"), "\x1b[1;1He\u{301}b\x1b[0m");
        assert_eq!(written("क\u{94d}"), "\x1b[1;1Hक\u{94d}\x1b[1;2Hb\x1b[0m");
    }

    #[test]
    fn a_place_and_a_look_are_told_once_for_the_cells_that_share_them() {
        let (mut red, mut blue) = (Cell::from('r'), Cell::from('b'));
        red.set_fg(Color::Red);
        blue.set_fg(Color::Blue).set_bg(Color::Red);
        let mut out = String::new();
        let blank = Cell::default();
        let cells = [(2, 1, &red), (3, 1, &blank), (4, 1, &red), (7, 1, &blue), (0, 2, &red)];
        Ink::default().write(cells.into_iter(), &mut out);
        assert_eq!(
            out,
            "\x1b[2;3H\x1b[38;5;1mr r\x1b[2C\x1b[38;5;4m\x1b[48;5;1mb\x1b[3;1H\x1b[38;5;1m\x1b[49mr\x1b[0m"
        );
    }
}
