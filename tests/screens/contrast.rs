//! Every drawn cell has enough contrast with its background, on each page, in every theme and colour level. The 16
//! terminal colours are taken to be the defaults of xterm.

use std::collections::BTreeSet;

use planfact::render::look::theme::{ColorLevel, Glyphs, Paint, Theme, Tone, rgb_of_256};
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use super::colors::{DARK, Rgb, contrast, rgb};
use crate::walks::walk::Walk;

/// Contrast of text with its background (WCAG 2.2, 1.4.3).
const TEXT: f64 = 4.5;
/// Contrast of graphics (WCAG 2.2, 1.4.11).
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

/// The foreground and background of a cell on a terminal with the background `own`; none if both are unknown.
fn pair(cell: &Cell, own: Rgb) -> Option<(Rgb, Rgb)> {
    // The default text colour of a terminal is about this.
    let text = (0xe5, 0xe5, 0xe5);
    if cell.symbol() == " " || (cell.fg, cell.bg) == (Color::Reset, Color::Reset) {
        return None;
    }
    let (foreground, background) = (shown(cell.fg).unwrap_or(text), shown(cell.bg).unwrap_or(own));
    Some(if cell.modifier.contains(Modifier::REVERSED) { (background, foreground) } else { (foreground, background) })
}

fn is_text(cell: &Cell) -> bool {
    cell.symbol().chars().any(char::is_alphanumeric)
}

/// Grid, rules and tracks carry no meaning and may be faint.
fn is_faint(cell: &Cell, paint: Paint) -> bool {
    rgb(paint.color(Tone::Faint)).is_some_and(|faint| shown(cell.fg) == Some(faint)) && !is_text(cell)
}

fn check(buf: &Buffer, paint: Paint, wrong: &mut BTreeSet<String>) {
    // The 16 colours of a terminal fit its own background.
    let backgrounds = if paint.colors == ColorLevel::Ansi16 { &DARK[..1] } else { &DARK[..] };
    for cell in buf.content.iter().filter(|cell| !is_faint(cell, paint)) {
        for own in backgrounds {
            let Some((foreground, background)) = pair(cell, *own) else { continue };
            let (found, least) = (contrast(foreground, background), if is_text(cell) { TEXT } else { MARK });
            if found < least {
                let (theme, colors) = (paint.theme.name(), paint.colors);
                wrong.insert(format!(
                    "{theme} {colors:?} {:?}: {foreground:02x?} on {background:02x?} is {found:.1}, not {least}",
                    cell.symbol()
                ));
            }
        }
    }
}

#[test]
fn every_drawn_cell_has_enough_contrast_with_its_background() {
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
