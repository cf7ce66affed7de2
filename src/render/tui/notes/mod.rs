//! Draws the speaker's notes, large enough to be read at a glance.
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

use crate::page::model::{Role, TextRun};
use crate::page::talk::speaker_notes::{SpeakerNotes, TalkProgress};
use crate::render::look::theme::{Glyphs, Paint};
use crate::render::tui::large_text::{LetterSize, draw_large_text};
use crate::render::tui::pen::{Pen, right_of};
use crate::render::tui::{chrome, prose};
use crate::render::typeset::large_text;
use crate::render::typeset::measure::{fit_or_cut, form_at_rank, width};
use crate::render::typeset::wrap::{self, wrap};

use layout::{GAP, LargeHead, MAX_NOTES_WIDTH, NotesHead, NotesLayout, lay_out, text};

/// Draws the notes, with their text from line `top` on, into any area, even an empty one.
pub fn draw_notes(notes: &SpeakerNotes, top: usize, paint: &Paint, area: Rect, buf: &mut Buffer) {
    let area = area.intersection(buf.area);
    if area.is_empty() {
        return;
    }
    let pen = &mut Pen { paint: *paint, buf };
    pen.fill_background(area);
    let places = lay_out(notes, *paint, area);
    let Some(talk) = &notes.talk else { return draw_waiting(notes, &places, area, pen) };
    match &places.head {
        NotesHead::Large(LargeHead { at, size, count, time }) => {
            draw_large_text(count, *size, *at, pen);
            let time_area = right_of(*at, at.width.saturating_sub(size.columns(time)));
            draw_large_text(time, *size, time_area, pen);
            let used = size.columns(count) + GAP;
            let width = time_area.x.saturating_sub(at.x + used + GAP);
            draw_title(talk, *size, Rect { x: at.x + used, width, ..*at }, pen);
            draw_times(notes, talk, Rect { y: at.bottom().saturating_sub(1), height: 1, ..*at }, pen);
        }
        NotesHead::Plain(at) => draw_plain_head(notes, talk, *at, pen),
    }
    for rule in places.rules {
        pen.rule(rule);
    }
    draw_link_state(notes, &places, pen);
    for (at, large_text) in &places.body.large {
        draw_large_text(large_text, LetterSize::Four, *at, pen);
    }
    let (text, at) = (text(talk, &places.body), places.body.text);
    let lines = wrap::lines(&text, at.width).len();
    // Where there is room, an empty line after each line makes it easier to find the next one.
    let step = if 2 * lines <= usize::from(at.height) { 2 } else { 1 };
    prose::draw_spoken(&text, top, step, at, pen);
    draw_next(talk, places.next, pen);
    chrome::draw_hints(&notes.hints, places.hints, pen);
}

/// The largest first line of the text.
pub fn max_scroll(notes: &SpeakerNotes, paint: &Paint, area: Rect) -> usize {
    let body = lay_out(notes, *paint, area).body;
    let lines = notes.talk.as_ref().map_or(0, |talk| wrap::lines(&text(talk, &body), body.text.width).len());
    lines.saturating_sub(usize::from(body.text.height))
}

/// Draws the title and the alerts between the number and the time.
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
        let lines = u16::try_from(wrap(&title, 0, 0, room.width).len().min(2)).unwrap_or(2);
        prose::draw_wrapped(&title, Rect { height: lines.min(room.height), ..room }, pen);
        y += lines + u16::from(usize::from(room.height) > usize::from(lines) + talk.unusual.len());
    }
    for run in &talk.unusual {
        draw_alert(run, Rect { y, height: 1, ..room }.intersection(room), pen);
        y += 1;
    }
}

/// Draws an alert, reversed if it needs attention. Returns the cells used.
fn draw_alert(run: &TextRun, at: Rect, pen: &mut Pen<'_>) -> u16 {
    let style = pen.role(run.role);
    if run.role == Role::Caution {
        pen.text(at, &format!(" {} ", run.text), style.add_modifier(Modifier::REVERSED))
    } else {
        pen.text(at, &run.text, style)
    }
}

/// Draws the line below the large text: the time of the scene, the time of day, the plan.
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

/// Draws number, time and title in up to three lines.
fn draw_plain_head(notes: &SpeakerNotes, talk: &TalkProgress, at: Rect, pen: &mut Pen<'_>) {
    let row = |place: u16| Rect { y: at.y + place, height: 1, ..at }.intersection(at);
    let first = row(0);
    let mut used = pen.text(first, form_at_rank(&talk.count, 1), pen.role(Role::Strong)) + 2;
    let rest = |used: u16| right_of(first, used);
    used += pen.text(rest(used), &talk.elapsed.text, pen.role(talk.elapsed.role).add_modifier(Modifier::BOLD)) + 1;
    used += pen.runs(rest(used), &plan_of(talk)) + 2;
    if rest(used).width >= width(&notes.day) {
        pen.text_right(rest(used), &notes.day, pen.role(Role::Plain));
    }
    if at.height < 2 {
        return;
    }
    // Where there is one line for both, alerts come before the title.
    let last = row(at.height - 1);
    if at.height >= 3 || talk.unusual.is_empty() {
        pen.text(row(1), &talk.title, pen.role(Role::Strong));
    }
    if at.height >= 3 && talk.unusual.is_empty() {
        pen.text(last, fit_or_cut(&talk.scene, last.width), pen.role(Role::Muted));
    }
    let mut used = 0;
    for run in &talk.unusual {
        used += draw_alert(run, right_of(last, used), pen) + 2;
    }
}

/// Draws the state of the connection on the rule above the key hints, or instead of them.
fn draw_link_state(notes: &SpeakerNotes, places: &NotesLayout, pen: &mut Pen<'_>) {
    let Some(words) = &notes.link else { return };
    let at = if places.rules[1].height > 0 { places.rules[1] } else { places.hints };
    let at = Rect { x: places.hints.x, width: places.hints.width, ..at };
    let text = format!(" {} ", fit_or_cut(words, at.width.saturating_sub(2)));
    pen.text(at, &text, pen.role(Role::Caution).add_modifier(Modifier::REVERSED));
}

fn draw_next(talk: &TalkProgress, at: Rect, pen: &mut Pen<'_>) {
    if at.is_empty() {
        return;
    }
    let (heading, sentence) = &talk.next;
    let lines = wrap(heading, 0, 0, at.width).len();
    // Beside the notes the title may wrap; below them it has one line.
    let below = at.height < 8;
    let rows_from = |y: u16| Rect { y: y.min(at.bottom()), height: at.bottom().saturating_sub(y), ..at };
    let used = if below {
        pen.runs(Rect { height: 1, ..at }, heading);
        1
    } else {
        prose::draw_wrapped(heading, at, pen);
        u16::try_from(lines).unwrap_or(at.height) + 1
    };
    let from = at.y.saturating_add(used);
    let room = Rect { width: at.width.min(MAX_NOTES_WIDTH), ..rows_from(from) };
    prose::draw_wrapped(sentence, room, pen);
    if below {
        return;
    }
    let longest = talk.later.iter().map(|(begins, _)| width(begins)).max().unwrap_or(0);
    let lines = u16::try_from(wrap(sentence, 0, 0, room.width).len()).unwrap_or(at.height);
    for (at, (begins, title)) in rows_from(from.saturating_add(lines + 2)).rows().zip(&talk.later) {
        pen.text_right(Rect { width: longest.min(at.width), ..at }, begins, pen.role(Role::Muted));
        pen.text(right_of(at, longest + 2), title, pen.role(Role::Muted));
    }
}

/// Draws the screen before a talk is connected.
fn draw_waiting(notes: &SpeakerNotes, places: &NotesLayout, area: Rect, pen: &mut Pen<'_>) {
    let words = notes.link.as_ref().map_or("", |words| fit_or_cut(words, places.hints.width.max(1)));
    let how = [TextRun::new(notes.how.as_str(), Role::Muted)];
    let room = places.body.text.width.min(area.width).max(1);
    let lines = u16::try_from(wrap(&how, 0, 0, room).len()).unwrap_or(0);
    let y = area.y + area.height.saturating_sub(lines + 2) / 2;
    let at = Rect { x: places.body.text.x, y, width: room, height: 1 }.intersection(area);
    pen.text(at, words, pen.role(Role::Strong));
    let below = area.bottom().saturating_sub(1).saturating_sub(y.saturating_add(2));
    prose::draw_wrapped(&how, Rect { y: y.saturating_add(2), height: below, ..at }, pen);
    chrome::draw_hints(&notes.hints, places.hints, pen);
}
