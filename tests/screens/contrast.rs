//! Everything that is drawn can be read on what it is drawn on: each cell of each page, in every theme, at every colour
//! level. Of the 16 colours nobody knows what a terminal shows: they are taken as those that xterm has by default.

use std::collections::BTreeSet;

use planfact::render::look::theme::{ColorLevel, Glyphs, Paint, Theme, Tone, rgb_of_256};
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use super::colors::{DARK, Rgb, contrast, rgb};
use crate::walks::walk::Walk;

/// Text, against the ground behind it (WCAG 2.2, 1.4.3).
const TEXT: f64 = 4.5;
/// What is no text (WCAG 2.2, 1.4.11).
const MARK: f64 = 3.0;

const LEVELS: [ColorLevel; 3] = [ColorLevel::True, ColorLevel::Ansi256, ColorLevel::Ansi16];

fn shown(color: Color) -> Option<Rgb> {
    match color {
        Color::Reset => None,
        Color::Rgb(red, green, blue) => Some((red, green, blue)),
        Color::Indexed(index) => Some(rgb_of_256(index)),
        other => {
            let names = [
                Color::Black,
                Color::Red,
                Color::Green,
                Color::Yellow,
                Color::Blue,
                Color::Magenta,
                Color::Cyan,
                Color::Gray,
                Color::DarkGray,
                Color::LightRed,
                Color::LightGreen,
                Color::LightYellow,
                Color::LightBlue,
                Color::LightMagenta,
                Color::LightCyan,
                Color::White,
            ];
            let index = names.iter().position(|known| *known == other).unwrap();
            Some(rgb_of_256(u8::try_from(index).unwrap()))
        }
    }
}

/// What a cell shows on a terminal with such a ground of its own, if that is a known ink on a known ground.
fn pair(cell: &Cell, own: Rgb) -> Option<(Rgb, Rgb)> {
    // A terminal's own text is readable on its own ground; on ours it is about this.
    let text = (0xe5, 0xe5, 0xe5);
    if cell.symbol() == " " || (cell.fg, cell.bg) == (Color::Reset, Color::Reset) {
        return None;
    }
    let (ink, ground) = (shown(cell.fg).unwrap_or(text), shown(cell.bg).unwrap_or(own));
    Some(if cell.modifier.contains(Modifier::REVERSED) { (ground, ink) } else { (ink, ground) })
}

fn is_text(cell: &Cell) -> bool {
    cell.symbol().chars().any(char::is_alphanumeric)
}

/// The grid, rules and tracks say nothing: they may be faint.
fn is_faint(cell: &Cell, paint: Paint) -> bool {
    rgb(paint.color(Tone::Faint)).is_some_and(|faint| shown(cell.fg) == Some(faint)) && !is_text(cell)
}

fn check(buf: &Buffer, paint: Paint, wrong: &mut BTreeSet<String>) {
    // The 16 colours of a terminal are made for its own ground.
    let grounds = if paint.colors == ColorLevel::Ansi16 { &DARK[..1] } else { &DARK[..] };
    for cell in buf.content.iter().filter(|cell| !is_faint(cell, paint)) {
        for own in grounds {
            let Some((ink, ground)) = pair(cell, *own) else { continue };
            let (found, least) = (contrast(ink, ground), if is_text(cell) { TEXT } else { MARK });
            if found < least {
                let (theme, colors) = (paint.theme.name(), paint.colors);
                wrong.insert(format!(
                    "{theme} {colors:?} {:?}: {ink:02x?} on {ground:02x?} is {found:.1}, not {least}",
                    cell.symbol()
                ));
            }
        }
    }
}

#[test]
fn everything_drawn_can_be_read_on_what_it_is_drawn_on() {
    let mut wrong = BTreeSet::new();
    let mut walk = Walk::at(160, 50);
    for colors in LEVELS {
        walk.begin(|state| state.look.paint = Paint { theme: Theme::Steppe, colors, glyphs: Glyphs::Braille });
        for keys in ["1", "1 ← ←", "2 j Enter", "3", "3 ← ← ← ←", "4", "5", "6", "6 Enter", "7", "7 v", "?", "{ 1"]
        {
            walk.press("\\ Esc Esc").press(keys);
            for _ in Theme::ALL {
                check(&walk.cells(), walk.model.state().look.paint, &mut wrong);
                walk.press("t");
            }
        }
    }
    let wrong: Vec<String> = wrong.into_iter().collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
