//! Draws the lines around a page: title, tabs, prompt, key hints.

use ratatui::layout::Rect;
use ratatui::style::Modifier;
use unicode_segmentation::UnicodeSegmentation;

use crate::page::model::{Chrome, KeyHint, Prompt, Role, Tab, TextRun};
use crate::render::look::theme::Tone;
use crate::render::tui::pen::{Pen, right_of};
use crate::render::typeset::measure::{fit, fit_or_cut, form_at_rank, runs_width, true_width, width};

/// Draws the first line: program, title, status.
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

/// The runs of the status that fit: the last one, the as-of date, is dropped first.
pub(super) fn status_runs(chrome: &Chrome, room: u16) -> &[TextRun] {
    if runs_width(&chrome.right) <= room {
        return &chrome.right;
    }
    let kept = chrome.right.len().saturating_sub(1);
    let last = chrome.right[..kept].iter().rposition(|run| !run.text.trim().is_empty());
    last.map_or(&chrome.right, |last| &chrome.right[..=last])
}

/// The columns of a tab on its line, and its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TabArea<'a> {
    pub x: u16,
    pub width: u16,
    name: &'a str,
}

/// Places the tabs. Where they do not fit, the name that gains most is shortened, repeatedly; then all tabs but the active
/// one have only numbers.
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

/// Draws the tabs, the active one reversed.
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
        let at = right_of(at, 1);
        let at = right_of(at, pen.text(at, &(number + 1).to_string(), digit) + 1);
        pen.text(Rect { width: at.width.saturating_sub(1), ..at }, place.name, name);
    }
}

/// Draws the last line: the prompt, then the key hints.
pub(super) fn draw_footer(chrome: &Chrome, area: Rect, pen: &mut Pen<'_>) {
    let used = match &chrome.prompt {
        // Half of the line is kept for the key hints; longer text scrolls.
        Some(prompt) => draw_prompt(prompt, Rect { width: area.width.div_ceil(2), ..area }, pen) + 3,
        None => 0,
    };
    draw_hints(&chrome.hints, right_of(area, used), pen);
}

/// Draws a prompt with its caret. Returns the cells used.
pub(super) fn draw_prompt(prompt: &Prompt, area: Rect, pen: &mut Pen<'_>) -> u16 {
    let mut used = pen.text(area, prompt.sign, pen.role(Role::Key)) + 1;
    let before = fitting_end(&prompt.before, area.width.saturating_sub(used + 1), pen);
    used += pen.text(right_of(area, used), before, pen.role(Role::Strong));
    let under_caret = prompt.after.graphemes(true).next().unwrap_or(" ");
    let caret = pen.role(Role::Plain).add_modifier(Modifier::REVERSED);
    let at = right_of(area, used);
    used += pen.text(Rect { width: pen.cells(under_caret).min(at.width), ..at }, under_caret, caret);
    let after = &prompt.after[under_caret.len().min(prompt.after.len())..];
    used + pen.text(right_of(area, used), after, pen.role(Role::Strong))
}

/// The longest end of a text that fits.
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

/// Draws as many key hints as fit.
pub(super) fn draw_hints(hints: &[KeyHint], area: Rect, pen: &mut Pen<'_>) {
    let is_ascii = pen.paint.is_ascii();
    for (hint, at) in hints.iter().zip(hint_areas(hints, area, is_ascii)) {
        let used = pen.text(at, shown_keys(hint, is_ascii), pen.role(Role::Key)) + 1;
        pen.text(right_of(at, used), &hint.action, pen.role(Role::Muted));
    }
}

/// Where the hints that fit into an area are drawn, from the first on.
pub(super) fn hint_areas(hints: &[KeyHint], area: Rect, is_ascii: bool) -> Vec<Rect> {
    let cells = |words: &str| if is_ascii { width(words) } else { true_width(words) };
    let mut areas = Vec::with_capacity(hints.len());
    let mut x = 0;
    for hint in hints {
        let width = cells(shown_keys(hint, is_ascii)) + 1 + cells(&hint.action);
        if x + width > area.width {
            break;
        }
        areas.push(Rect { x: area.x + x, width, ..area });
        x += width + 3;
    }
    areas
}

fn shown_keys(hint: &KeyHint, is_ascii: bool) -> &str {
    let keys = if is_ascii { hint.keys.0.last() } else { hint.keys.0.first() };
    keys.map_or("", String::as_str)
}
