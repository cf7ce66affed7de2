//! The lines around a page: title, tabs, keys.
//!
//! ```text
//!   planfact  Kazakhstan motor industry                                known 21 Sep 2018
//!   1 Overview  2 Targets  3 Output  …
//! ──────────────────────────────────────────────────────────────────────────────────────
//!   …
//! ──────────────────────────────────────────────────────────────────────────────────────
//!   ↑↓ choose   Enter why   ←→ read the chart   ? help
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use super::paint::{drawn_width, fit, fit_or_cut, role, runs, runs_width, text, tone, width};
use crate::page::chrome::{Chrome, Hint, Tab};
use crate::page::prose::Role;
use crate::render::theme::{Paint, Tone};

/// The first line: program, title, and what is unusual.
pub(super) fn title(chrome: &Chrome, area: Rect, paint: &Paint, buf: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    let right = runs_width(&chrome.right).min(area.width);
    let left = area.width - right - if right > 0 { 2.min(area.width - right) } else { 0 };
    let used = text(buf, Rect { width: left, ..area }, &chrome.program, role(paint, Role::Key), paint);
    let room = left.saturating_sub(used + 2);
    if let Some(title) = fit(&chrome.title, room).or_else(|| (room > 12).then(|| fit_or_cut(&chrome.title, room))) {
        text(buf, Rect { x: area.x + used + 2, width: room, ..area }, title, role(paint, Role::Plain), paint);
    }
    runs(buf, Rect { x: area.right() - right, width: right, ..area }, &chrome.right, paint);
}

/// Where the tabs stand on their line, as (first column, cells), and how they are written.
pub(super) fn tab_places(chrome: &Chrome, room: u16) -> (Vec<(u16, u16)>, Forms) {
    for forms in [Forms::Long, Forms::Short, Forms::OpenOnly, Forms::Numbers] {
        let (places, end) = places(chrome, forms);
        if end <= room || forms == Forms::Numbers {
            return (places, forms);
        }
    }
    (Vec::new(), Forms::Numbers)
}

/// How tabs are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Forms {
    /// Every name.
    Long,
    /// Every name, shortened.
    Short,
    /// The open tab by name, the others by number.
    OpenOnly,
    /// Numbers.
    Numbers,
}

fn places(chrome: &Chrome, forms: Forms) -> (Vec<(u16, u16)>, u16) {
    let mut x = 0;
    let mut places = Vec::with_capacity(chrome.tabs.len());
    for (number, tab) in chrome.tabs.iter().enumerate() {
        let name = tab_name(tab, number == chrome.open, forms);
        let cells = 3 + if name.is_empty() { 0 } else { width(name) + 1 };
        places.push((x, cells));
        x += cells;
    }
    (places, x)
}

fn tab_name(tab: &Tab, open: bool, forms: Forms) -> &str {
    let short = || tab.label.0.last().map_or("", String::as_str);
    match forms {
        Forms::Long => tab.label.long(),
        Forms::Short => short(),
        Forms::OpenOnly if open => short(),
        Forms::OpenOnly | Forms::Numbers => "",
    }
}

/// The tabs; the open one reversed.
pub(super) fn tabs(chrome: &Chrome, area: Rect, paint: &Paint, buf: &mut Buffer) {
    let (places, forms) = tab_places(chrome, area.width);
    for (number, (tab, (x, cells))) in chrome.tabs.iter().zip(places).enumerate() {
        if x >= area.width {
            break;
        }
        let at = Rect { x: area.x + x, width: cells.min(area.width - x), ..area };
        let open = number == chrome.open;
        let (digit, name) = if open {
            let style = tone(paint, Tone::Key).add_modifier(Modifier::REVERSED | Modifier::BOLD);
            buf.set_style(at.intersection(buf.area), style);
            (style, style)
        } else {
            (role(paint, Role::Muted), role(paint, Role::Plain))
        };
        let at = Rect { x: at.x + 1, width: at.width.saturating_sub(1), ..at };
        let used = text(buf, at, &(number + 1).to_string(), digit, paint) + 1;
        let at = Rect { x: at.x + used, width: at.width.saturating_sub(used + 1), ..at };
        text(buf, at, tab_name(tab, open, forms), name, paint);
    }
}

/// The keys that matter here, as many as fit.
pub(super) fn hints(hints: &[Hint], area: Rect, paint: &Paint, buf: &mut Buffer) {
    let mut x = 0;
    for hint in hints {
        let keys = if paint.is_ascii() { hint.keys.0.last() } else { hint.keys.0.first() };
        let keys = keys.map_or("", String::as_str);
        let cells = drawn_width(keys, paint) + 1 + drawn_width(&hint.does, paint);
        if x + cells > area.width {
            break;
        }
        let at = Rect { x: area.x + x, width: area.width - x, ..area };
        let used = text(buf, at, keys, role(paint, Role::Key), paint) + 1;
        let at = Rect { x: at.x + used, width: at.width - used, ..at };
        text(buf, at, &hint.does, role(paint, Role::Muted), paint);
        x += cells + 3;
    }
}
