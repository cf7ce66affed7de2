//! Where the parts of a scene lie, and how large its words can be: pure, so that drawing and checking agree.
//!
//! ```text
//! title                                              3 / 14
//!
//! The sentence in letters of four or eight rows
//!
//! The verdict, as large if there is room
//!
//! the chart with all the room that is left
//!
//! source
//! ```

use ratatui::layout::Rect;

use super::bars;
use super::letters::Size;
use crate::page::Body;
use crate::page::prose::{Block, Role, Run};
use crate::page::scene::Scene;
use crate::render::big::{self, Setting};
use crate::render::measure::{fit, fit_or_cut, width};
use crate::render::theme::{Glyphs, Paint};
use crate::render::wrap;

/// Words with their place and size.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Words {
    /// Where they stand.
    pub area: Rect,
    /// How they are set.
    pub set: Set,
    /// What they say.
    pub runs: Vec<Run>,
}

/// How words are set.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Set {
    /// In large type.
    Large(Setting, Size),
    /// In the letters of the terminal.
    Plain,
}

/// What does not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cut {
    /// The title.
    Title,
    /// The sentence.
    Sentence,
    /// The verdict.
    Verdict,
    /// The chart.
    Picture,
    /// The source.
    Source,
}

/// Where the parts of a scene lie.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Places {
    /// The title.
    pub title: Rect,
    /// The number of the scene, at the right end of the same line.
    pub count: Rect,
    /// The sentence.
    pub sentence: Words,
    /// The verdict.
    pub verdict: Option<Words>,
    /// The chart.
    pub body: Rect,
    /// The source.
    pub source: Rect,
    /// What does not fit.
    pub cut: Vec<Cut>,
}

/// Which words lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lead {
    /// The sentence.
    #[default]
    Sentence,
    /// The number that carries it.
    Number,
}

/// Lays a scene out. Its verdict keeps its place while it is still to come, so `whole` is the scene with everything.
pub(super) fn places(whole: &Scene, count: &str, (paint, lead): (Paint, Lead), area: Rect) -> Places {
    let margin = (area.width / 30).clamp(u16::from(area.width >= 20), 6);
    let top = u16::from(area.height >= 20);
    let inner = Rect { x: area.x + margin, width: area.width - 2 * margin, ..area };
    let line = |y: u16, height: u16| Rect { y, height: height.min(area.bottom().saturating_sub(y)), ..inner };
    // The day stands beside the number where it is not the talk's own.
    let day = if whole.day.0.is_empty() { 0 } else { width(fit_or_cut(&whole.day, area.width / 3)) + 3 };
    let number = (width(count) + day).min(inner.width);
    let title = Rect { width: inner.width.saturating_sub(number + 2), ..line(area.y + top, 1) };
    let count = Rect { x: inner.right() - number, width: number, ..title };
    let source = line(area.bottom().saturating_sub(1 + top), u16::from(area.height >= 3));
    let from = title.bottom() + u16::from(area.height >= 12);
    let room = Rect { y: from, height: source.y.saturating_sub(from), ..inner };
    let mut places = Places {
        title,
        count,
        sentence: Words { area: room, set: Set::Plain, runs: Vec::new() },
        verdict: None,
        body: room,
        source,
        cut: Vec::new(),
    };
    places.words(whole, (paint, lead), room);
    places.note(whole);
    places
}

impl Places {
    /// Places the sentence and the verdict from above, as large as leaves the chart its room.
    fn words(&mut self, whole: &Scene, (paint, lead): (Paint, Lead), room: Rect) {
        let needed = least(whole.body.as_ref());
        let gap = u16::from(room.height >= 14);
        let budget = room.height.saturating_sub(needed);
        // With a picture the words take no more than half of the screen, or two thirds in the smaller letters.
        let shares = if whole.body.is_some() { [room.height / 2, room.height * 13 / 20] } else { [room.height; 2] };
        let [eight, four] = shares.map(|share| budget.min(share));
        let leading = match (&whole.number, lead) {
            (Some(number), Lead::Number) => vec![number.clone()],
            _ => whole.sentence.clone(),
        };
        let verdict = whole.verdict.as_ref();
        let caption = if lead == Lead::Number && whole.number.is_some() {
            1 + wrap::balance(&whole.sentence, room.width).1
        } else {
            0
        };
        let caption = u16::try_from(caption).unwrap_or(0);
        let outcome = verdict.map_or(0, |_| gap);
        let left = |budget: u16, letters: u16| {
            budget.saturating_sub(outcome + u16::from(verdict.is_some()) * letters + caption)
        };
        let alone = if lead == Lead::Number { left(four, 4) } else { left(eight, 8) };
        let sentence = [(Size::Eight, alone), (Size::Four, left(four, 4)), (Size::Four, left(four, 1))];
        let sentence = sentence.into_iter().find_map(|(size, rows)| large(&leading, paint, size, (room.width, rows)));
        let is_eight = matches!(sentence, Some(Set::Large(_, Size::Eight))) && lead == Lead::Sentence;
        let budget = if is_eight { eight } else { four };
        let sentence = sentence.unwrap_or(Set::Plain);
        let rows = rows(&sentence, &leading, room.width);
        self.sentence = Words { area: Rect { height: rows.min(room.height), ..room }, set: sentence, runs: leading };
        let mut y = room.y + rows;
        if caption > 0 {
            y += caption;
        }
        if let Some(verdict) = verdict {
            let left = (room.y + budget).saturating_sub(y + gap);
            let size = match &self.sentence.set {
                Set::Large(_, size) => Some(*size),
                Set::Plain => None,
            };
            // As large as the sentence, or else in the smaller letters.
            let sizes = [size, size.map(|_| Size::Four)].into_iter().flatten();
            let mut tries = sizes.flat_map(|size| verdict.words.0.iter().map(move |form| (size, form)));
            let large = tries.find_map(|(size, form)| {
                let runs = vec![Run::new(form.as_str(), verdict.role)];
                let Set::Large(setting, size) = large(&runs, paint, size, (room.width, left))? else { return None };
                (setting.lines.len() == 1).then_some((runs, setting, size))
            });
            let (runs, set, height) = if let Some((runs, setting, size)) = large {
                let rows = size.rows(&setting);
                (runs, Set::Large(setting, size), rows)
            } else {
                let words = fit_or_cut(&verdict.words, room.width.saturating_sub(3)).to_owned();
                (vec![Run::new(words, verdict.role)], Set::Plain, 1)
            };
            self.verdict = Some(Words { area: Rect { y: y + gap, height, ..room }.intersection(room), set, runs });
            y += gap + height;
        }
        let y = (y + gap).min(room.bottom());
        self.body = Rect { y, height: room.bottom().saturating_sub(y + gap), ..room };
    }

    /// Notes what does not fit.
    fn note(&mut self, whole: &Scene) {
        let mut note = |is_cut: bool, what: Cut| {
            if is_cut {
                self.cut.push(what);
            }
        };
        note(width(&whole.title) > self.title.width, Cut::Title);
        let words = &self.sentence;
        note(rows(&words.set, &words.runs, words.area.width) > words.area.height, Cut::Sentence);
        if let (Some(words), Some(verdict)) = (&self.verdict, &whole.verdict) {
            let plain = words.set == Set::Plain;
            let fits = fit(&verdict.words, words.area.width.saturating_sub(3)).is_some();
            note(words.area.is_empty() || (plain && !fits), Cut::Verdict);
        }
        note(whole.body.is_some() && self.body.height < least(whole.body.as_ref()), Cut::Picture);
        let source = whole.source.as_ref();
        note(source.is_some_and(|source| fit(source, self.source.width).is_none()), Cut::Source);
    }
}

/// Runs in letters of a size, if they fit within columns and rows. Letters of four rows need quarters of cells.
fn large(runs: &[Run], paint: Paint, size: Size, (columns, rows): (u16, u16)) -> Option<Set> {
    if size == Size::Four && paint.glyphs != Glyphs::Braille {
        return None;
    }
    let setting = big::set(runs, size.dots(columns))?;
    (size.rows(&setting) <= rows && size.columns(&setting) <= columns).then_some(Set::Large(setting, size))
}

/// The rows that words take.
fn rows(set: &Set, runs: &[Run], columns: u16) -> u16 {
    match set {
        Set::Large(setting, size) => size.rows(setting),
        Set::Plain => u16::try_from(wrap::balance(runs, columns).1).unwrap_or(u16::MAX),
    }
}

/// The fewest rows that a picture is worth drawing in.
fn least(body: Option<&Body>) -> u16 {
    let count = |rows: usize| u16::try_from(rows).unwrap_or(u16::MAX);
    match body {
        Some(Body::Chart(_) | Body::Apart(_) | Body::Map(_)) => 9,
        Some(Body::Figures(figures, _)) => count(figures.table.rows.len() + 1),
        Some(Body::Trend(..)) => 8,
        Some(Body::Gantt(gantt, _)) => count(gantt.lanes.len() + 1),
        Some(Body::Table(table)) => count(table.rows.len() + 1),
        Some(Body::Prose(blocks)) => blocks.iter().map(bars::least).sum(),
        None => 0,
    }
}

/// A heavy look for words that a room reads: ordinary text as if it were important.
pub(super) fn heavy(runs: &[Run]) -> Vec<Run> {
    let role = |role| if role == Role::Plain { Role::Strong } else { role };
    runs.iter().map(|run| Run::new(run.text.as_str(), role(run.role))).collect()
}

/// Whether the picture is drawn as bars.
pub(super) fn is_bars(block: &Block) -> bool {
    matches!(block, Block::Bars(_) | Block::Stack(_))
}
