//! Draws the speaker's notes, to be read at a glance from a step away.
//!
//! ```text
//!   ▄▖ ▄   ▗ ▖        What was made                        ▗▖▌ ▗▖
//!   ▗▘ ▄▘  ▐ ▙        blank screen                          ▌▌ ▐▌
//!   this scene 0:12 of 0:45      14:32       of 9:30  0:40 behind
//!  ──────────────────────────────────────────────────────────────
//!   The sentence.                              Next  The next one
//!   ✗ missed                                   Its sentence.
//!
//!   What the speaker reads, as far as there is room.
//!  ──────────────────────────────────────────────────────────────
//!   Space next   ← back   b blank
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use super::paint::Pen;
use super::scene::letters::{Size, letters};
use super::{chrome, prose};
use crate::page::notes::{Notes, Talk};
use crate::page::prose::{Block, Label, Role, Run};
use crate::render::big::{self, Setting};
use crate::render::measure::{fit_or_cut, form, width};
use crate::render::theme::{Glyphs, Paint};
use crate::render::wrap::{self, wrap};

/// From so many columns on, what comes next stands beside the notes.
const WIDE: u16 = 110;
/// Notes are not wider than this: they are read in glances.
const MEASURE: u16 = 84;

/// Where everything lies.
struct Places {
    head: Head,
    /// The lines above and below the text.
    rules: [Rect; 2],
    text: Rect,
    next: Rect,
    hints: Rect,
}

/// The number of the scene and the time.
enum Head {
    /// In large type: where, how large, the number, the time.
    Large(Rect, Size, Setting, Setting),
    /// In the letters of the terminal.
    Plain(Rect),
}

/// Draws the notes, their text from a line on. Any area is survived, 0×0 too.
pub fn notes(notes: &Notes, top: usize, paint: &Paint, (area, buf): (Rect, &mut Buffer)) {
    let area = area.intersection(buf.area);
    if area.is_empty() {
        return;
    }
    let pen = &mut Pen { paint: *paint, buf };
    pen.buf.set_style(area, pen.ground());
    let places = places(notes, *paint, area);
    let Some(talk) = &notes.talk else { return waiting(notes, &places, area, pen) };
    match &places.head {
        Head::Large(at, size, count, time) => {
            letters(count, *size, *at, pen);
            let x = at.right().saturating_sub(size.columns(time));
            letters(time, *size, Rect { x, width: at.right() - x, ..*at }, pen);
            let used = size.columns(count) + GAP;
            let between = Rect { x: at.x + used, width: x.saturating_sub(at.x + used + GAP), ..*at };
            middle(talk, between, pen);
            let line = Rect { y: at.bottom().saturating_sub(1), height: 1, ..*at };
            under(notes, talk, line, pen);
        }
        Head::Plain(at) => plain(notes, talk, *at, pen),
    }
    for rule in places.rules {
        if rule.height > 0 {
            pen.rule(rule);
        }
    }
    link(notes, &places, pen);
    let text = text(talk, places.text);
    let lines = wrap::lines(&text, places.text.width).len();
    // Lines with air between them are found again at a glance.
    let step = if 2 * lines <= usize::from(places.text.height) { 2 } else { 1 };
    prose::spoken(&text, (top, step), places.text, pen);
    next(talk, places.next, pen);
    chrome::hints(&notes.hints, places.hints, pen);
}

/// How far the text can be scrolled on a screen.
#[must_use]
pub fn most(notes: &Notes, paint: &Paint, area: Rect) -> usize {
    let at = places(notes, *paint, area).text;
    let lines = notes.talk.as_ref().map_or(0, |talk| wrap::lines(&text(talk, at), at.width).len());
    lines.saturating_sub(usize::from(at.height))
}

/// What the room sees and then the notes; where there is little room, what can be read nowhere else comes first.
fn text(talk: &Talk, at: Rect) -> Vec<Block> {
    /// Lines that are little room.
    const LITTLE: u16 = 8;
    let (first, then) = if at.height < LITTLE { (&talk.notes, &talk.said) } else { (&talk.said, &talk.notes) };
    let gap = (!first.is_empty() && !then.is_empty()).then_some(Block::Gap);
    first.iter().cloned().chain(gap).chain(then.iter().cloned()).collect()
}

/// Cells between large type and what stands beside it.
const GAP: u16 = 3;

fn places(notes: &Notes, paint: Paint, area: Rect) -> Places {
    let margin = (area.width / 30).clamp(if area.width >= 20 { 2 } else { 0 }, 6);
    let inner = Rect { x: area.x + margin, width: area.width - 2 * margin, ..area };
    let air = u16::from(area.height >= 20);
    let line = |y: u16, height: u16| {
        let y = y.min(area.bottom());
        Rect { y, height: height.min(area.bottom() - y), ..inner }
    };
    let large = notes.talk.as_ref().and_then(|talk| large(talk, paint, (inner.width, area.height)));
    let (head, end) = if let Some((size, count, time)) = large {
        let at = line(area.y + air, size.rows(&count).max(size.rows(&time)) + 1);
        let end = at.bottom() + air;
        (Head::Large(at, size, count, time), end)
    } else {
        let at = line(area.y, if area.height >= 9 { 3 } else { area.height.div_ceil(4) });
        (Head::Plain(at), at.bottom())
    };
    let ruled = u16::from(area.height >= 11);
    let first = Rect { x: area.x, width: area.width, ..line(end, ruled) };
    let hints = line(area.bottom().saturating_sub(1), u16::from(area.height >= 4));
    let last = Rect { x: area.x, width: area.width, ..line(hints.y.saturating_sub(ruled), ruled) };
    let from = first.bottom() + air;
    let until = if ruled > 0 { last.y } else { hints.y };
    let body = line(from, until.saturating_sub(from + air * ruled));
    let (text, next) = split(notes.talk.as_ref(), body);
    Places { head, rules: [first, last], text, next, hints }
}

/// The text and what comes next: side by side, or one above the other with as much room as is left.
fn split(talk: Option<&Talk>, body: Rect) -> (Rect, Rect) {
    if body.width >= WIDE - 12 {
        let text = MEASURE.min(body.width * 3 / 5);
        let x = body.x + text + (body.width / 20).clamp(4, 10);
        let next = Rect { x, width: (body.right() - x).min(MEASURE), ..body };
        return (Rect { width: text, ..body }, next);
    }
    let width = body.width.min(MEASURE);
    let sentence = talk.map_or(0, |talk| wrap(&talk.next.1, 0, 0, width).len());
    let sentence = u16::try_from(sentence).unwrap_or(u16::MAX);
    let lines = match body.height {
        0..4 => 0,
        4..9 => 1,
        height => sentence.saturating_add(1).min(height / 3),
    };
    let gap = u16::from(lines > 0 && body.height >= 8);
    let text = Rect { width, height: body.height.saturating_sub(lines + gap), ..body };
    (text, Rect { y: body.bottom() - lines, height: lines, ..body })
}

/// The number of the scene and the time in large type, where that leaves room for the title between them and for notes below.
fn large(talk: &Talk, paint: Paint, (columns, rows): (u16, u16)) -> Option<(Size, Setting, Setting)> {
    /// Columns that a title needs.
    const TITLE: u16 = 20;
    let sizes = [(Size::Eight, 40), (Size::Four, 16)];
    let count = big::set(&[Run::new(form(&talk.count, 1), Role::Strong)], u16::MAX)?;
    let time = big::set(std::slice::from_ref(&talk.elapsed), u16::MAX)?;
    let fits = |size: Size| {
        let has_glyphs = size == Size::Eight || paint.glyphs == Glyphs::Braille;
        has_glyphs && size.columns(&count) + size.columns(&time) + TITLE + 2 * GAP <= columns
    };
    let (size, _) = sizes.into_iter().find(|(size, least)| rows >= *least && fits(*size))?;
    Some((size, count, time))
}

/// The title and what is unusual, between the number and the time.
fn middle(talk: &Talk, at: Rect, pen: &mut Pen<'_>) {
    let room = Rect { height: at.height.saturating_sub(1), ..at };
    let title = [Run::new(talk.title.as_str(), Role::Strong)];
    let titles = wrap(&title, 0, 0, room.width);
    let mut y = room.y;
    for pieces in titles.iter().take(2) {
        prose::pieces_at(pieces, Rect { y, height: 1, ..room }.intersection(room), pen);
        y += 1;
    }
    y += u16::from(usize::from(room.height) > titles.len().min(2) + talk.unusual.len());
    for run in &talk.unusual {
        unusual(run, Rect { y, height: 1, ..room }.intersection(room), pen);
        y += 1;
    }
}

/// What is unusual, reversed where it has to be seen.
fn unusual(run: &Run, at: Rect, pen: &mut Pen<'_>) -> u16 {
    let style = pen.role(run.role);
    if run.role == Role::Caution {
        pen.text(at, &format!(" {} ", run.text), style.add_modifier(Modifier::REVERSED))
    } else {
        pen.text(at, &run.text, style)
    }
}

/// The line under large type: the time of this scene, the time of day, the plan.
fn under(notes: &Notes, talk: &Talk, at: Rect, pen: &mut Pen<'_>) {
    let plan = width(&talk.planned) + 2 + width(&talk.pace.text);
    let x = at.right().saturating_sub(plan).max(at.x);
    pen.runs(Rect { x, width: at.right() - x, ..at }, &plan_of(talk));
    let left = x.saturating_sub(at.x);
    let day = width(&notes.day) + 2 * GAP;
    let scene = fit_or_cut(&talk.scene, left.saturating_sub(day));
    let used = pen.text(Rect { width: left, ..at }, scene, pen.role(Role::Muted));
    let between = Rect { x: at.x + used, width: left.saturating_sub(used), ..at };
    if between.width >= day {
        pen.text_center(between, &notes.day, pen.role(Role::Plain));
    }
}

fn plan_of(talk: &Talk) -> [Run; 3] {
    let pace = Run::new(talk.pace.text.as_str(), talk.pace.role);
    [Run::new(talk.planned.as_str(), Role::Muted), Run::plain("  "), pace]
}

/// Number, time and title in up to three lines.
fn plain(notes: &Notes, talk: &Talk, at: Rect, pen: &mut Pen<'_>) {
    let row = |place: u16| Rect { y: at.y + place, height: 1, ..at }.intersection(at);
    let first = row(0);
    let mut used = pen.text(first, form(&talk.count, 1), pen.role(Role::Strong)) + 2;
    let rest =
        |used: u16| Rect { x: first.x + used.min(first.width), width: first.width.saturating_sub(used), ..first };
    used += pen.text(rest(used), &talk.elapsed.text, pen.role(talk.elapsed.role).add_modifier(Modifier::BOLD)) + 1;
    used += pen.runs(rest(used), &plan_of(talk)) + 2;
    if rest(used).width >= width(&notes.day) {
        pen.text_right(rest(used), &notes.day, pen.role(Role::Plain));
    }
    if at.height < 2 {
        return;
    }
    // Where there is one line for both, what is unusual comes first.
    let last = row(at.height - 1);
    if at.height >= 3 || talk.unusual.is_empty() {
        pen.text(row(1), &talk.title, pen.role(Role::Strong));
    }
    if at.height >= 3 && talk.unusual.is_empty() {
        pen.text(last, fit_or_cut(&talk.scene, last.width), pen.role(Role::Muted));
    }
    let mut used = 0;
    for run in &talk.unusual {
        let rest = Rect { x: last.x + used.min(last.width), width: last.width.saturating_sub(used), ..last };
        used += unusual(run, rest, pen) + 2;
    }
}

/// What is to be known of the other end: on the rule above the keys, or instead of them.
fn link(notes: &Notes, places: &Places, pen: &mut Pen<'_>) {
    let Some(words) = &notes.link else { return };
    let at = if places.rules[1].height > 0 { places.rules[1] } else { places.hints };
    let inner = Rect { x: places.hints.x, width: places.hints.width, ..at };
    banner(words, inner, pen);
}

fn banner(words: &Label, at: Rect, pen: &mut Pen<'_>) {
    let text = format!(" {} ", fit_or_cut(words, at.width.saturating_sub(2)));
    pen.text(at, &text, pen.role(Role::Caution).add_modifier(Modifier::REVERSED));
}

/// What comes next.
fn next(talk: &Talk, at: Rect, pen: &mut Pen<'_>) {
    if at.is_empty() {
        return;
    }
    let (heading, sentence) = &talk.next;
    let mut lines = wrap(heading, 0, 0, at.width);
    // Beside the notes its title may take lines of its own; below them it has one.
    let below = at.height < 8;
    if below {
        lines.truncate(1);
        pen.runs(Rect { height: 1, ..at }, heading);
    } else {
        for (row, pieces) in (at.y..at.bottom()).zip(&lines) {
            prose::pieces_at(pieces, Rect { y: row, height: 1, ..at }, pen);
        }
    }
    let used = u16::try_from(lines.len()).unwrap_or(at.height) + u16::from(!below);
    let sentence = wrap(sentence, 0, 0, at.width.min(MEASURE));
    let from = at.y.saturating_add(used);
    for (row, pieces) in (from..at.bottom()).zip(&sentence) {
        prose::pieces_at(pieces, Rect { y: row, height: 1, ..at }, pen);
    }
    if below {
        return;
    }
    let longest = talk.later.iter().map(|(begins, _)| width(begins)).max().unwrap_or(0);
    let from = from.saturating_add(u16::try_from(sentence.len()).unwrap_or(at.height) + 2);
    for (y, (begins, title)) in (from..at.bottom()).zip(&talk.later) {
        let time = Rect { y, width: longest.min(at.width), height: 1, ..at };
        pen.text_right(time, begins, pen.role(Role::Muted));
        let used = (longest + 2).min(at.width);
        pen.text(Rect { x: at.x + used, y, width: at.width - used, height: 1 }, title, pen.role(Role::Muted));
    }
}

/// Before there is a talk.
fn waiting(notes: &Notes, places: &Places, area: Rect, pen: &mut Pen<'_>) {
    let words = notes.link.as_ref().map_or("", |words| fit_or_cut(words, places.hints.width.max(1)));
    let how = [Run::new(notes.how.as_str(), Role::Muted)];
    let room = places.text.width.min(area.width).max(1);
    let lines = wrap(&how, 0, 0, room);
    let y = area.y + area.height.saturating_sub(u16::try_from(lines.len()).unwrap_or(0) + 2) / 2;
    let at = Rect { x: places.text.x, y, width: room, height: 1 }.intersection(area);
    pen.text(at, words, pen.role(Role::Strong));
    for (row, pieces) in (y.saturating_add(2)..area.bottom().saturating_sub(1)).zip(&lines) {
        prose::pieces_at(pieces, Rect { y: row, ..at }, pen);
    }
    chrome::hints(&notes.hints, places.hints, pen);
}
