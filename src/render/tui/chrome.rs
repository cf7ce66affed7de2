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

use ratatui::layout::Rect;
use ratatui::style::Modifier;
use unicode_segmentation::UnicodeSegmentation;

use crate::page::model::chrome::{Chrome, KeyHint, Prompt, Tab};
use crate::page::model::rich_text::{Role, TextRun};
use crate::render::look::theme::Tone;
use crate::render::tui::pen::Pen;
use crate::render::typeset::measure::{fit, fit_or_cut, form_at_rank, runs_width, width};

/// The first line: program, title, and what is unusual.
pub(super) fn draw_title(chrome: &Chrome, area: Rect, pen: &mut Pen<'_>) {
    if area.is_empty() {
        return;
    }
    let shown = status_runs(chrome, area.width);
    let right = runs_width(shown).min(area.width);
    let left = area.width - right - if right > 0 { 2.min(area.width - right) } else { 0 };
    if width(&chrome.program) > left {
        pen.runs(area, shown);
        return;
    }
    let used = pen.text(Rect { width: left, ..area }, &chrome.program, pen.role(Role::Key));
    let room = left.saturating_sub(used + 2);
    if let Some(title) = fit(&chrome.title, room).or_else(|| (room > 12).then(|| fit_or_cut(&chrome.title, room))) {
        pen.text(Rect { x: area.x + used + 2, width: room, ..area }, title, pen.role(Role::Plain));
    }
    pen.runs(Rect { x: area.right() - right, width: right, ..area }, shown);
}

/// What is unusual, as far as there is room: it comes first, and the day of knowledge goes first.
#[must_use]
pub(super) fn status_runs(chrome: &Chrome, room: u16) -> &[TextRun] {
    if runs_width(&chrome.right) <= room {
        return &chrome.right;
    }
    let kept = chrome.right.len().saturating_sub(1);
    let last = chrome.right[..kept].iter().rposition(|run| !run.text.trim().is_empty());
    last.map_or(&chrome.right, |last| &chrome.right[..=last])
}

/// Where a tab stands on its line, and its name there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TabArea<'a> {
    /// Its first column.
    pub x: u16,
    /// Its cells.
    pub width: u16,
    name: &'a str,
}

/// Places the tabs. Where they do not fit, the one that gains most is shortened, again and again; then all but the open
/// one are numbers.
pub(super) fn lay_out_tabs(chrome: &Chrome, room: u16) -> Vec<TabArea<'_>> {
    let mut forms = vec![0; chrome.tabs.len()];
    let next = |tab: &Tab, form: usize| tab.label.0.get(form + 1).map(|shorter| width(shorter));
    loop {
        let places = tab_areas(chrome, |number, tab| form_at_rank(&tab.label, forms[number]));
        if places.last().is_none_or(|last| last.x + last.width <= room) {
            return places;
        }
        let gain = |number: usize| {
            let tab = &chrome.tabs[number];
            next(tab, forms[number]).map_or(0, |shorter| width(&tab.label.0[forms[number]]).saturating_sub(shorter))
        };
        match (0..forms.len()).max_by_key(|number| gain(*number)).filter(|number| gain(*number) > 0) {
            Some(number) => forms[number] += 1,
            None => break,
        }
    }
    let open =
        tab_areas(chrome, |number, tab| if number == chrome.active_tab { form_at_rank(&tab.label, 0) } else { "" });
    if open.last().is_none_or(|last| last.x + last.width <= room) {
        return open;
    }
    tab_areas(chrome, |_, _| "")
}

fn tab_areas<'a>(chrome: &'a Chrome, name: impl Fn(usize, &'a Tab) -> &'a str) -> Vec<TabArea<'a>> {
    let mut x = 0;
    let place = |(number, tab)| {
        let name = name(number, tab);
        let width = 3 + if name.is_empty() { 0 } else { width(name) + 1 };
        x += width;
        TabArea { x: x - width, width, name }
    };
    chrome.tabs.iter().enumerate().map(place).collect()
}

/// The tabs; the open one reversed.
pub(super) fn draw_tabs(chrome: &Chrome, area: Rect, pen: &mut Pen<'_>) {
    for (number, place) in lay_out_tabs(chrome, area.width).into_iter().enumerate() {
        if place.x >= area.width {
            break;
        }
        let at = Rect { x: area.x + place.x, width: place.width.min(area.width - place.x), ..area };
        let open = number == chrome.active_tab;
        let (digit, name) = if open {
            let style = pen.tone(Tone::Key).add_modifier(Modifier::REVERSED | Modifier::BOLD);
            pen.buf.set_style(at.intersection(pen.buf.area), style);
            (style, style)
        } else {
            (pen.role(Role::Muted), pen.role(Role::Plain))
        };
        let at = Rect { x: at.x + 1, width: at.width.saturating_sub(1), ..at };
        let used = pen.text(at, &(number + 1).to_string(), digit) + 1;
        let at = Rect { x: at.x + used, width: at.width.saturating_sub(used + 1), ..at };
        pen.text(at, place.name, name);
    }
}

/// The last line: what is being typed, then the keys that matter here.
pub(super) fn draw_footer(chrome: &Chrome, area: Rect, pen: &mut Pen<'_>) {
    let used = match &chrome.prompt {
        // Half of the line is kept for the keys; a longer text moves under the caret.
        Some(prompt) => {
            crate::render::tui::chrome::draw_prompt(prompt, Rect { width: area.width.div_ceil(2), ..area }, pen) + 3
        }
        None => 0,
    };
    draw_hints(
        &chrome.hints,
        Rect { x: area.x + used.min(area.width), width: area.width.saturating_sub(used), ..area },
        pen,
    );
}

/// A line that is being typed, with its caret. Returns the cells used.
pub(super) fn draw_prompt(prompt: &Prompt, area: Rect, pen: &mut Pen<'_>) -> u16 {
    let sign = pen.text(area, prompt.sign, pen.role(Role::Key)) + 1;
    let room = area.width.saturating_sub(sign + 1);
    let before = fitting_end(&prompt.before, room, pen);
    let at = Rect { x: area.x + sign, width: area.width.saturating_sub(sign), ..area };
    let x = pen.text(at, before, pen.role(Role::Strong));
    let under = prompt.after.graphemes(true).next().unwrap_or(" ");
    let caret = pen.role(Role::Plain).add_modifier(Modifier::REVERSED);
    let at = Rect { x: at.x + x, width: at.width.saturating_sub(x), ..at };
    let wide = pen.text(Rect { width: pen.cells(under).min(at.width), ..at }, under, caret);
    let at = Rect { x: at.x + wide, width: at.width.saturating_sub(wide), ..at };
    let rest = pen.text(at, &prompt.after[under.len().min(prompt.after.len())..], pen.role(Role::Strong));
    sign + x + wide + rest
}

/// The end of a text that fits into the room.
fn fitting_end<'a>(text: &'a str, room: u16, pen: &Pen<'_>) -> &'a str {
    let mut from = 0;
    while pen.cells(&text[from..]) > room {
        match text[from..].graphemes(true).next() {
            Some(first) => from += first.len(),
            None => break,
        }
    }
    &text[from..]
}

/// The keys that matter here, as many as fit.
pub(super) fn draw_hints(hints: &[KeyHint], area: Rect, pen: &mut Pen<'_>) {
    let mut x = 0;
    for hint in hints {
        let keys = if pen.paint.is_ascii() { hint.keys.0.last() } else { hint.keys.0.first() };
        let keys = keys.map_or("", String::as_str);
        let cells = pen.cells(keys) + 1 + pen.cells(&hint.action);
        if x + cells > area.width {
            break;
        }
        let at = Rect { x: area.x + x, width: area.width - x, ..area };
        let used = pen.text(at, keys, pen.role(Role::Key)) + 1;
        let at = Rect { x: at.x + used, width: at.width - used, ..at };
        pen.text(at, &hint.action, pen.role(Role::Muted));
        x += cells + 3;
    }
}
