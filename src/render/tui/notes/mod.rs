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

mod layout;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use crate::page::model::rich_text::{Label, Role, TextRun};
use crate::page::talk::speaker_notes::{SpeakerNotes, TalkProgress};
use crate::render::look::theme::{Glyphs, Paint};
use crate::render::tui::large_text::{LetterSize, draw_large_text};
use crate::render::tui::pen::Pen;
use crate::render::tui::{chrome, prose};
use crate::render::typeset::large_text;
use crate::render::typeset::measure::{fit_or_cut, form_at_rank, width};
use crate::render::typeset::wrap::{self, wrap};

use layout::{GAP, MAX_NOTES_WIDTH, NotesHead, NotesLayout, lay_out, text};

/// Draws the notes, their text from a line on. Any area is survived, 0×0 too.
pub fn draw_notes(notes: &SpeakerNotes, top: usize, paint: &Paint, (area, buf): (Rect, &mut Buffer)) {
    let area = area.intersection(buf.area);
    if area.is_empty() {
        return;
    }
    let pen = &mut Pen { paint: *paint, buf };
    pen.fill_background(area);
    let places = lay_out(notes, *paint, area);
    let Some(talk) = &notes.talk else { return draw_waiting(notes, &places, area, pen) };
    match &places.head {
        NotesHead::Large(at, size, count, time) => {
            draw_large_text(count, *size, *at, pen);
            let x = at.right().saturating_sub(size.columns(time));
            draw_large_text(time, *size, Rect { x, width: at.right() - x, ..*at }, pen);
            let used = size.columns(count) + GAP;
            let between = Rect { x: at.x + used, width: x.saturating_sub(at.x + used + GAP), ..*at };
            draw_title(talk, *size, between, pen);
            let line = Rect { y: at.bottom().saturating_sub(1), height: 1, ..*at };
            draw_times(notes, talk, line, pen);
        }
        NotesHead::Plain(at) => draw_plain_head(notes, talk, *at, pen),
    }
    for rule in places.rules {
        if rule.height > 0 {
            pen.rule(rule);
        }
    }
    draw_link_state(notes, &places, pen);
    for (at, large_text) in &places.body.large {
        draw_large_text(large_text, LetterSize::Four, *at, pen);
    }
    let (text, at) = (text(talk, &places.body), places.body.text);
    let lines = wrap::lines(&text, at.width).len();
    // Lines with air between them are found again at a glance.
    let step = if 2 * lines <= usize::from(at.height) { 2 } else { 1 };
    prose::draw_spoken(&text, (top, step), at, pen);
    draw_next(talk, places.next, pen);
    chrome::draw_hints(&notes.hints, places.hints, pen);
}

/// How far the text can be scrolled on a screen.
#[must_use]
pub fn max_scroll(notes: &SpeakerNotes, paint: &Paint, area: Rect) -> usize {
    let body = lay_out(notes, *paint, area).body;
    let lines = notes.talk.as_ref().map_or(0, |talk| wrap::lines(&text(talk, &body), body.text.width).len());
    lines.saturating_sub(usize::from(body.text.height))
}

/// The title and what is unusual, between the number and the time.
fn draw_title(talk: &TalkProgress, size: LetterSize, at: Rect, pen: &mut Pen<'_>) {
    let room = Rect { height: at.height.saturating_sub(1), ..at };
    let title = [TextRun::new(talk.title.as_str(), Role::Strong)];
    let large = large_text::typeset(&title, LetterSize::Four.dots(room.width)).filter(|large_text| {
        size == LetterSize::Eight && pen.paint.glyphs == Glyphs::Braille && large_text.lines.len() == 1
    });
    let mut y = room.y;
    if let Some(large_text) = &large {
        draw_large_text(large_text, LetterSize::Four, room, pen);
        y += LetterSize::Four.rows(large_text) + 1;
    } else {
        let lines = wrap(&title, 0, 0, room.width);
        for pieces in lines.iter().take(2) {
            prose::draw_pieces(pieces, Rect { y, height: 1, ..room }.intersection(room), pen);
            y += 1;
        }
        y += u16::from(usize::from(room.height) > lines.len().min(2) + talk.unusual.len());
    }
    for run in &talk.unusual {
        draw_alert(run, Rect { y, height: 1, ..room }.intersection(room), pen);
        y += 1;
    }
}

/// What is unusual, reversed where it has to be seen.
fn draw_alert(run: &TextRun, at: Rect, pen: &mut Pen<'_>) -> u16 {
    let style = pen.role(run.role);
    if run.role == Role::Caution {
        pen.text(at, &format!(" {} ", run.text), style.add_modifier(Modifier::REVERSED))
    } else {
        pen.text(at, &run.text, style)
    }
}

/// The line under large type: the time of this scene, the time of day, the plan.
fn draw_times(notes: &SpeakerNotes, talk: &TalkProgress, at: Rect, pen: &mut Pen<'_>) {
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

fn plan_of(talk: &TalkProgress) -> [TextRun; 3] {
    let pace = TextRun::new(talk.pace.text.as_str(), talk.pace.role);
    [TextRun::new(talk.planned.as_str(), Role::Muted), TextRun::plain("  "), pace]
}

/// Number, time and title in up to three lines.
fn draw_plain_head(notes: &SpeakerNotes, talk: &TalkProgress, at: Rect, pen: &mut Pen<'_>) {
    let row = |place: u16| Rect { y: at.y + place, height: 1, ..at }.intersection(at);
    let first = row(0);
    let mut used = pen.text(first, form_at_rank(&talk.count, 1), pen.role(Role::Strong)) + 2;
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
        used += draw_alert(run, rest, pen) + 2;
    }
}

/// What is to be known of the other end: on the rule above the keys, or instead of them.
fn draw_link_state(notes: &SpeakerNotes, places: &NotesLayout, pen: &mut Pen<'_>) {
    let Some(words) = &notes.link else { return };
    let at = if places.rules[1].height > 0 { places.rules[1] } else { places.hints };
    let inner = Rect { x: places.hints.x, width: places.hints.width, ..at };
    draw_banner(words, inner, pen);
}

fn draw_banner(words: &Label, at: Rect, pen: &mut Pen<'_>) {
    let text = format!(" {} ", fit_or_cut(words, at.width.saturating_sub(2)));
    pen.text(at, &text, pen.role(Role::Caution).add_modifier(Modifier::REVERSED));
}

/// What comes next.
fn draw_next(talk: &TalkProgress, at: Rect, pen: &mut Pen<'_>) {
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
            prose::draw_pieces(pieces, Rect { y: row, height: 1, ..at }, pen);
        }
    }
    let used = u16::try_from(lines.len()).unwrap_or(at.height) + u16::from(!below);
    let sentence = wrap(sentence, 0, 0, at.width.min(MAX_NOTES_WIDTH));
    let from = at.y.saturating_add(used);
    for (row, pieces) in (from..at.bottom()).zip(&sentence) {
        prose::draw_pieces(pieces, Rect { y: row, height: 1, ..at }, pen);
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
fn draw_waiting(notes: &SpeakerNotes, places: &NotesLayout, area: Rect, pen: &mut Pen<'_>) {
    let words = notes.link.as_ref().map_or("", |words| fit_or_cut(words, places.hints.width.max(1)));
    let how = [TextRun::new(notes.how.as_str(), Role::Muted)];
    let room = places.body.text.width.min(area.width).max(1);
    let lines = wrap(&how, 0, 0, room);
    let y = area.y + area.height.saturating_sub(u16::try_from(lines.len()).unwrap_or(0) + 2) / 2;
    let at = Rect { x: places.body.text.x, y, width: room, height: 1 }.intersection(area);
    pen.text(at, words, pen.role(Role::Strong));
    for (row, pieces) in (y.saturating_add(2)..area.bottom().saturating_sub(1)).zip(&lines) {
        prose::draw_pieces(pieces, Rect { y: row, ..at }, pen);
    }
    chrome::draw_hints(&notes.hints, places.hints, pen);
}
