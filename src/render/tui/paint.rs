//! Roles, tones and text put into a buffer: the only place where a look becomes a ratatui style.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color as Ink, Modifier, Style};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::page::prose::{Label, Role, Run};
use crate::render::theme::{Color, Paint, Tone, look};

/// The style of a role.
pub(super) fn role(paint: &Paint, role: Role) -> Style {
    let look = look(role);
    let mut style = tone(paint, look.tone);
    if look.bold {
        style = style.add_modifier(Modifier::BOLD);
    }
    if look.underline {
        style = style.add_modifier(Modifier::UNDERLINED);
    }
    style
}

/// The style of a tone: a colour, or dim where there is none and it is context.
pub(super) fn tone(paint: &Paint, tone: Tone) -> Style {
    let style = match color(paint.color(tone)) {
        Some(color) => Style::new().fg(color),
        None => Style::new(),
    };
    let context = matches!(tone, Tone::Muted | Tone::Faint | Tone::Missing);
    if context && paint.color(tone) == Color::Own { style.add_modifier(Modifier::DIM) } else { style }
}

/// The ground under everything.
pub(super) fn ground(paint: &Paint) -> Style {
    let mut style = Style::new();
    if let Some(ground) = color(paint.color(Tone::Ground)) {
        style = style.bg(ground);
        if let Some(text) = color(paint.color(Tone::Text)) {
            style = style.fg(text);
        }
    }
    style
}

/// The ground of the chosen row and of a sheet; changes nothing where there are no soft tints.
pub(super) fn raised(paint: &Paint) -> Style {
    match color(paint.color(Tone::Raised)) {
        Some(tint) if paint.has_tints() => Style::new().bg(tint),
        _ => Style::new(),
    }
}

/// Text of one tone on a ground of another, such as a line across a bar; reversed where there is no colour.
pub(super) fn over(paint: &Paint, text: Tone, under: Tone) -> Style {
    match (color(paint.color(text)), color(paint.color(under))) {
        (Some(text), Some(under)) if paint.is_colored() => Style::new().fg(text).bg(under),
        (None, Some(under)) if paint.is_colored() => {
            Style::new().fg(under).bg(Ink::Reset).add_modifier(Modifier::REVERSED)
        }
        _ => Style::new().add_modifier(Modifier::REVERSED),
    }
}

fn color(color: Color) -> Option<Ink> {
    match color {
        Color::Own => None,
        Color::Rgb(red, green, blue) => Some(Ink::Rgb(red, green, blue)),
        Color::Indexed(index) => Some(Ink::Indexed(index)),
        Color::Ansi(index) => Some(match index {
            0 => Ink::Black,
            1 => Ink::Red,
            2 => Ink::Green,
            3 => Ink::Yellow,
            4 => Ink::Blue,
            5 => Ink::Magenta,
            6 => Ink::Cyan,
            7 => Ink::Gray,
            8 => Ink::DarkGray,
            9 => Ink::LightRed,
            10 => Ink::LightGreen,
            11 => Ink::LightYellow,
            12 => Ink::LightBlue,
            13 => Ink::LightMagenta,
            14 => Ink::LightCyan,
            _ => Ink::White,
        }),
    }
}

/// Cells a text takes. A sign that ASCII writes with two characters counts two at every level, so that nothing moves
/// when the glyph level changes.
pub(super) fn width(text: &str) -> u16 {
    let cells =
        if text.is_ascii() { text.len() } else { text.width() + text.matches(['≥', '≤', '≠', '±']).count() };
    u16::try_from(cells).unwrap_or(u16::MAX)
}

/// The longest form of a label that is at most `room` cells wide.
pub(super) fn fit(label: &Label, room: u16) -> Option<&str> {
    label.0.iter().map(String::as_str).find(|form| width(form) <= room)
}

/// The longest form that fits, or else the shortest, to be cut.
pub(super) fn fit_or_cut(label: &Label, room: u16) -> &str {
    fit(label, room).or_else(|| label.0.last().map(String::as_str)).unwrap_or("")
}

/// One cell of our own drawing: nothing of what was there stays but the ground. Outside of the buffer nothing happens.
pub(super) fn put(buf: &mut Buffer, (x, y): (u16, u16), symbol: &str, style: Style) {
    if let Some(cell) = buf.cell_mut((x, y)) {
        cell.modifier = Modifier::empty();
        cell.fg = Ink::Reset;
        cell.set_symbol(symbol).set_style(style);
    }
}

/// Text from `x` on, at most `room` cells, with an ellipsis where it is cut. Returns the cells used.
pub(super) fn text(buf: &mut Buffer, at: Rect, words: &str, style: Style, paint: &Paint) -> u16 {
    let area = at.intersection(buf.area);
    if area.is_empty() || words.is_empty() || area.x != at.x || area.y != at.y {
        return 0;
    }
    let cut = width(words) > area.width && plain_width(words, paint) > area.width;
    let room = if cut { area.width - 1 } else { area.width };
    let mut used = 0;
    for grapheme in words.graphemes(true) {
        let shown = if paint.is_ascii() { ascii(grapheme) } else { grapheme };
        for symbol in shown.graphemes(true) {
            let cells = u16::try_from(symbol.width()).unwrap_or(0);
            if cells == 0 {
                continue;
            }
            if used + cells > room {
                break;
            }
            put(buf, (area.x + used, area.y), symbol, style);
            for more in 1..cells {
                put(buf, (area.x + used + more, area.y), " ", style);
            }
            used += cells;
        }
        if used >= room {
            break;
        }
    }
    if cut {
        put(buf, (area.x + used, area.y), if paint.is_ascii() { ">" } else { "…" }, style);
        used += 1;
    }
    used
}

fn plain_width(words: &str, paint: &Paint) -> u16 {
    if paint.is_ascii() { width(words) } else { u16::try_from(words.width()).unwrap_or(u16::MAX) }
}

/// The cells a text really takes at this glyph level.
pub(super) fn drawn_width(words: &str, paint: &Paint) -> u16 {
    plain_width(words, paint)
}

/// Text that ends at the right edge.
pub(super) fn text_right(buf: &mut Buffer, at: Rect, words: &str, style: Style, paint: &Paint) {
    let cells = drawn_width(words, paint).min(at.width);
    text(buf, Rect { x: at.x + at.width - cells, width: cells, ..at }, words, style, paint);
}

/// Text in the middle.
pub(super) fn text_center(buf: &mut Buffer, at: Rect, words: &str, style: Style, paint: &Paint) {
    let cells = drawn_width(words, paint).min(at.width);
    text(buf, Rect { x: at.x + (at.width - cells) / 2, width: cells, ..at }, words, style, paint);
}

/// Runs one after the other on one line. Returns the cells used.
pub(super) fn runs(buf: &mut Buffer, at: Rect, runs: &[Run], paint: &Paint) -> u16 {
    let mut used = 0;
    for run in runs {
        if used >= at.width {
            break;
        }
        let rest = Rect { x: at.x + used, width: at.width - used, ..at };
        used += text(buf, rest, &run.text, role(paint, run.role), paint);
    }
    used
}

/// Cells that runs take on one line.
pub(super) fn runs_width(runs: &[Run]) -> u16 {
    runs.iter().fold(0, |sum, run| sum.saturating_add(width(&run.text)))
}

/// A horizontal rule.
pub(super) fn rule(buf: &mut Buffer, at: Rect, paint: &Paint) {
    let style = tone(paint, Tone::Faint);
    for x in at.x..at.right() {
        put(buf, (x, at.y), if paint.is_ascii() { "-" } else { "─" }, style);
    }
}

/// Typography in ASCII; letters of any script stay.
fn ascii(grapheme: &str) -> &str {
    match grapheme {
        "\u{a0}" | "\u{202f}" | "\u{2009}" => " ",
        "−" | "–" | "—" | "‑" => "-",
        "’" | "‘" => "'",
        "“" | "”" | "«" | "»" | "„" => "\"",
        "…" => ".",
        "×" => "x",
        "·" => "-",
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
        other => other,
    }
}
