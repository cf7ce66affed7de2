//! The areas of the speaker's notes, and which texts are in large letters; computed without drawing, so that drawing and
//! scrolling agree.

use ratatui::layout::Rect;

use crate::page::model::{Block, Role, TextRun};
use crate::page::talk::speaker_notes::{SpeakerNotes, TalkProgress};
use crate::render::look::theme::{Glyphs, Paint};
use crate::render::tui::large_text::LetterSize;
use crate::render::typeset::large_text::{self, LargeText};
use crate::render::typeset::measure::form_at_rank;
use crate::render::typeset::wrap::{self, wrap};

/// From this many columns on, the next scenes are beside the notes.
const SIDE_BY_SIDE_COLUMNS: u16 = 110;
/// The largest width of notes in the font of the terminal: they are read in glances.
pub(super) const MAX_NOTES_WIDTH: u16 = 84;

pub(super) struct NotesLayout {
    pub(super) head: NotesHead,
    /// The rules above and below the text.
    pub(super) rules: [Rect; 2],
    pub(super) body: NotesBody,
    pub(super) next: Rect,
    pub(super) hints: Rect,
}

/// The sentence and verdict that the audience sees, and the notes.
pub(super) struct NotesBody {
    pub(super) large: Vec<(Rect, LargeText)>,
    pub(super) written: PlainPart,
    pub(super) text: Rect,
}

/// The texts in the font of the terminal.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum PlainPart {
    /// The sentence, the verdict and the notes.
    All,
    SentenceAndVerdict,
    VerdictAndNotes,
    Verdict,
}

pub(super) struct LargeHead {
    pub(super) at: Rect,
    pub(super) size: LetterSize,
    pub(super) count: LargeText,
    pub(super) time: LargeText,
}

pub(super) enum NotesHead {
    /// In large letters.
    Large(LargeHead),
    /// In the font of the terminal.
    Plain(Rect),
}

/// The blocks in the font of the terminal: sentence and verdict, then the notes; where there is little room, the notes first,
/// since the audience's screen does not show them.
pub(super) fn text(talk: &TalkProgress, body: &NotesBody) -> Vec<Block> {
    /// In fewer lines the notes come first.
    const MIN_LINES: u16 = 8;
    let verdict = talk.sentence_and_verdict.get(1..).unwrap_or_default();
    let (first, then) = match body.written {
        PlainPart::All if body.text.height < MIN_LINES => (&*talk.notes, &*talk.sentence_and_verdict),
        PlainPart::All => (&*talk.sentence_and_verdict, &*talk.notes),
        PlainPart::SentenceAndVerdict => (&*talk.sentence_and_verdict, &[][..]),
        PlainPart::VerdictAndNotes => (verdict, &*talk.notes),
        PlainPart::Verdict => (verdict, &[][..]),
    };
    let gap = (!first.is_empty() && !then.is_empty()).then_some(Block::Gap);
    first.iter().cloned().chain(gap).chain(then.iter().cloned()).collect()
}

/// Cells beside large text.
pub(super) const GAP: u16 = 3;

pub(super) fn lay_out(notes: &SpeakerNotes, paint: Paint, area: Rect) -> NotesLayout {
    let margin = (area.width / 30).clamp(if area.width >= 20 { 2 } else { 0 }, 6);
    let inner = Rect { x: area.x + margin, width: area.width - 2 * margin, ..area };
    let air = u16::from(area.height >= 20);
    let line = |y: u16, height: u16| {
        let y = y.min(area.bottom());
        Rect { y, height: height.min(area.bottom() - y), ..inner }
    };
    let large = notes.talk.as_ref().and_then(|talk| large_head(talk, paint, Rect { height: area.height, ..inner }));
    let (head, end) = if let Some(head) = large {
        let at = line(area.y + air, head.size.rows(&head.count).max(head.size.rows(&head.time)) + 1);
        (NotesHead::Large(LargeHead { at, ..head }), at.bottom() + air)
    } else {
        let at = line(area.y, if area.height >= 9 { 3 } else { area.height.div_ceil(4) });
        (NotesHead::Plain(at), at.bottom())
    };
    let ruled = u16::from(area.height >= 11);
    let first = Rect { x: area.x, width: area.width, ..line(end, ruled) };
    let hints = line(area.bottom().saturating_sub(1), u16::from(area.height >= 4));
    let last = Rect { x: area.x, width: area.width, ..line(hints.y.saturating_sub(ruled), ruled) };
    let from = first.bottom() + air;
    let until = if ruled > 0 { last.y } else { hints.y };
    let body = line(from, until.saturating_sub(from + air * ruled));
    let has_room =
        matches!(&head, NotesHead::Large(head) if head.size == LetterSize::Eight) && paint.glyphs == Glyphs::Braille;
    let (text, next) = split(notes.talk.as_ref(), body, if has_room { u16::MAX } else { MAX_NOTES_WIDTH });
    let large = notes.talk.as_ref().filter(|_| has_room).and_then(|talk| large_body(talk, text));
    let text = Rect { width: text.width.min(MAX_NOTES_WIDTH), ..text };
    let body = large.unwrap_or(NotesBody { large: Vec::new(), written: PlainPart::All, text });
    NotesLayout { head, rules: [first, last], body, next, hints }
}

/// Sets the notes and the sentence in large letters if they fit; the notes first, since the audience's screen shows the
/// sentence too.
fn large_body(talk: &TalkProgress, room: Rect) -> Option<NotesBody> {
    let set = |blocks: &[Block]| match blocks.first() {
        Some(Block::Paragraph(runs)) => large_text::typeset(runs, LetterSize::Four.dots(room.width)),
        _ => None,
    };
    let rows = |large_text: &LargeText| LetterSize::Four.rows(large_text);
    let width = room.width.min(MAX_NOTES_WIDTH);
    let lines = |blocks: &[Block]| u16::try_from(wrap::lines(blocks, width).len()).unwrap_or(u16::MAX);
    let verdict = lines(talk.sentence_and_verdict.get(1..)?);
    let at = |y: u16, height: u16| Rect { y: room.y + y, height, ..room };
    let text = |y: u16, height: u16| Rect { width, ..at(y, height) };
    let (sentence, notes) = (set(&talk.sentence_and_verdict), set(&talk.notes));
    if let (Some(sentence), Some(notes)) = (&sentence, &notes) {
        let (first, then) = (rows(sentence), rows(notes));
        let from = first + 1 + verdict + u16::from(verdict > 0) + 1;
        if from + then <= room.height {
            let large = vec![(at(0, first), sentence.clone()), (at(from, then), notes.clone())];
            return Some(NotesBody { large, written: PlainPart::Verdict, text: text(first + 1, verdict) });
        }
    }
    if let Some(notes) = notes {
        let (first, then) = (lines(&talk.sentence_and_verdict), rows(&notes));
        if first + 2 + then <= room.height {
            let large = vec![(at(first + 2, then), notes)];
            return Some(NotesBody { large, written: PlainPart::SentenceAndVerdict, text: text(0, first) });
        }
    }
    let sentence = sentence.filter(|sentence| rows(sentence) <= room.height / 2)?;
    let (used, left) = (rows(&sentence), room.height - rows(&sentence));
    let text = text(used + 2, left.saturating_sub(2));
    Some(NotesBody { large: vec![(at(0, used), sentence)], written: PlainPart::VerdictAndNotes, text })
}

/// The areas of the text and of the next scenes: side by side, or one above the other.
fn split(talk: Option<&TalkProgress>, body: Rect, most: u16) -> (Rect, Rect) {
    if body.width >= SIDE_BY_SIDE_COLUMNS - 12 {
        let text = most.min(body.width * 3 / 5);
        let x = body.x + text + (body.width / 20).clamp(4, 10);
        let next = Rect { x, width: (body.right() - x).min(MAX_NOTES_WIDTH), ..body };
        return (Rect { width: text, ..body }, next);
    }
    let width = body.width.min(MAX_NOTES_WIDTH);
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

/// The number of the scene and the time in large letters, if there is room for the title between them and for notes below.
fn large_head(talk: &TalkProgress, paint: Paint, area: Rect) -> Option<LargeHead> {
    /// The columns of a title.
    const TITLE: u16 = 20;
    let count = large_text::typeset(&[TextRun::new(form_at_rank(&talk.count, 1), Role::Strong)], u16::MAX)?;
    let time = large_text::typeset(std::slice::from_ref(&talk.elapsed), u16::MAX)?;
    let fits = |size: LetterSize| {
        let has_glyphs = size == LetterSize::Eight || paint.glyphs == Glyphs::Braille;
        has_glyphs && size.columns(&count) + size.columns(&time) + TITLE + 2 * GAP <= area.width
    };
    let sizes = [(LetterSize::Eight, 40), (LetterSize::Four, 16)];
    let (size, _) = sizes.into_iter().find(|(size, least)| area.height >= *least && fits(*size))?;
    Some(LargeHead { at: area, size, count, time })
}
