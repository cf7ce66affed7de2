//! Block, line and braille characters as paths of an SVG picture. Lengths are in pixels.

use std::fmt::Write;

/// The size of a cell.
pub(crate) const CELL_WIDTH: f64 = 9.6;
pub(crate) const CELL_HEIGHT: f64 = 20.0;

/// The widths of light and heavy lines.
const LIGHT: f64 = 1.2;
const HEAVY: f64 = 2.8;

/// Whether a symbol is drawn as a path, not as text.
pub(crate) fn is_shape(symbol: &str) -> bool {
    let mut letters = symbol.chars();
    matches!((letters.next(), letters.next()), (Some('\u{2500}'..='\u{259f}' | '\u{2800}'..='\u{28ff}'), None))
}

/// Path data of symbols in one colour.
#[derive(Default)]
pub(crate) struct ShapePaths {
    /// Areas to fill.
    pub(crate) areas: String,
    /// Braille dots, as strokes of no length.
    pub(crate) dots: String,
}

/// Adds a symbol `times` side by side.
pub(crate) fn draw(symbol: &str, (x, y): (f64, f64), times: usize, paths: &mut ShapePaths) {
    let Some(letter) = symbol.chars().next().filter(|_| is_shape(symbol)) else { return };
    let long = times as f64 * CELL_WIDTH;
    let mut area = |left: f64, top: f64, width: f64, height: f64| {
        let (left, top) = (short(x + left), short(y + top));
        let (width, height) = (short(width), short(height));
        let _ = write!(paths.areas, "M{left} {top}h{width}v{height}h-{width}z");
    };
    let middle = CELL_HEIGHT / 2.0;
    match letter {
        '█' => area(0.0, 0.0, long, CELL_HEIGHT),
        '\u{2581}'..='\u{2587}' => {
            let high = f64::from(u32::from(letter) - 0x2580) * CELL_HEIGHT / 8.0;
            area(0.0, CELL_HEIGHT - high, long, high);
        }
        '▀' => area(0.0, 0.0, long, middle),
        '▔' => area(0.0, 0.0, long, CELL_HEIGHT / 8.0),
        '░' | '▒' | '▓' => shade(letter, long, &mut area),
        '─' => area(0.0, middle - LIGHT / 2.0, long, LIGHT),
        '━' | '═' => area(0.0, middle - HEAVY / 2.0, long, HEAVY),
        _ => {
            for index in 0..times {
                let left = index as f64 * CELL_WIDTH;
                let mut one = |dx: f64, top: f64, width: f64, height: f64| area(left + dx, top, width, height);
                if !single(letter, &mut one) {
                    braille(letter, (x + left, y), &mut paths.dots);
                }
            }
        }
    }
}

/// Draws half-tones as horizontal stripes that continue from row to row.
fn shade(letter: char, long: f64, area: &mut impl FnMut(f64, f64, f64, f64)) {
    let high = match letter {
        '░' => 0.6,
        '▒' => 1.2,
        _ => 1.9,
    };
    (0..8).for_each(|stripe| area(0.0, f64::from(stripe) * CELL_HEIGHT / 8.0, long, high));
}

/// Draws a character of one cell; false if it is no such character.
fn single(letter: char, area: &mut impl FnMut(f64, f64, f64, f64)) -> bool {
    let (center, middle) = (CELL_WIDTH / 2.0, CELL_HEIGHT / 2.0);
    let mut across = |from: f64, to: f64, thick: f64| area(from, middle - thick / 2.0, to - from, thick);
    match letter {
        '├' => across(center, CELL_WIDTH, LIGHT),
        '┤' => across(0.0, center, LIGHT),
        '┌' | '└' => across(center - LIGHT / 2.0, CELL_WIDTH, LIGHT),
        '┐' | '┘' => across(0.0, center + LIGHT / 2.0, LIGHT),
        '┼' => across(0.0, CELL_WIDTH, LIGHT),
        '┿' => across(0.0, CELL_WIDTH, HEAVY),
        '╸' => across(0.0, center, HEAVY),
        '╌' => {
            across(0.6, center - 0.8, LIGHT);
            across(center + 0.8, CELL_WIDTH - 0.6, LIGHT);
        }
        '╍' => {
            across(0.4, center - 1.0, HEAVY);
            across(center + 0.6, CELL_WIDTH - 0.8, HEAVY);
        }
        _ => {}
    }
    let mut down = |from: f64, to: f64, thick: f64| area(center - thick / 2.0, from, thick, to - from);
    match letter {
        '│' | '├' | '┤' | '┼' | '┿' => down(0.0, CELL_HEIGHT, LIGHT),
        '┃' => down(0.0, CELL_HEIGHT, HEAVY),
        '┌' | '┐' => down(middle, CELL_HEIGHT, LIGHT),
        '└' | '┘' => down(0.0, middle, LIGHT),
        '┊' | '╎' => (0..4).for_each(|part| down(f64::from(part) * 5.0 + 1.0, f64::from(part) * 5.0 + 3.4, LIGHT)),
        _ => {}
    }
    match letter {
        '\u{2589}'..='\u{258f}' => {
            area(0.0, 0.0, f64::from(0x2590 - u32::from(letter)) * CELL_WIDTH / 8.0, CELL_HEIGHT);
        }
        '▐' => area(center, 0.0, center, CELL_HEIGHT),
        '▖'..='▟' => {
            let parts = [0b0100, 0b1000, 0b0001, 0b1101, 0b1001, 0b0111, 0b1011, 0b0010, 0b0110, 0b1110];
            let bits: u8 = usize::try_from(u32::from(letter) - 0x2596).map_or(0, |index| parts[index]);
            let corners = [(0.0, 0.0), (center, 0.0), (0.0, middle), (center, middle)];
            let inked = corners.into_iter().enumerate().filter(|(index, _)| bits >> index & 1 == 1);
            inked.for_each(|(_, (left, top))| area(left, top, center, middle));
        }
        '▕' => area(CELL_WIDTH * 7.0 / 8.0, 0.0, CELL_WIDTH / 8.0, CELL_HEIGHT),
        '■' => area(0.8, middle - 4.0, 8.0, 8.0),
        '╱' => (0..10).for_each(|part| {
            let step = f64::from(part);
            area(step * CELL_WIDTH / 10.0, CELL_HEIGHT - (step + 1.0) * 2.0, 1.6, 2.0);
        }),
        '├' | '┤' | '┌' | '└' | '┐' | '┘' | '┼' | '┿' | '╸' | '╌' | '╍' | '│' | '┃' | '┊' | '╎' =>
            {}
        _ => return false,
    }
    true
}

fn braille(letter: char, (x, y): (f64, f64), dots: &mut String) {
    const PLACES: [(f64, f64); 8] =
        [(0.0, 0.0), (0.0, 1.0), (0.0, 2.0), (1.0, 0.0), (1.0, 1.0), (1.0, 2.0), (0.0, 3.0), (1.0, 3.0)];
    let bits = u32::from(letter).saturating_sub(0x2800);
    for (bit, (right, down)) in PLACES.iter().enumerate() {
        if bits > 255 || bits & (1 << bit) == 0 {
            continue;
        }
        let (x, y) = (x + CELL_WIDTH * (0.25 + right * 0.5), y + CELL_HEIGHT * (0.125 + down * 0.25));
        let _ = write!(dots, "M{} {}h0", short(x), short(y));
    }
}

/// A length with at most two decimals.
pub(crate) fn short(length: f64) -> String {
    let text = format!("{length:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
