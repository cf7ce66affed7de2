//! The areas of a scene and the size of its letters, computed without drawing, so that drawing and checking agree.
//! From top to bottom: title and number, sentence, verdict, chart, source.

use ratatui::layout::Rect;

use crate::page::model::{Block, PanelBody, Role, TextRun};
use crate::page::talk::TalkScene;
use crate::render::look::theme::{Glyphs, Paint};
use crate::render::tui::large_text::LetterSize;
use crate::render::tui::talk::bars;
use crate::render::typeset::large_text::{self, LargeText};
use crate::render::typeset::measure::{fit, fit_or_cut, width};
use crate::render::typeset::wrap;

#[derive(Debug, Clone, PartialEq)]
pub(super) struct PlacedText {
    pub area: Rect,
    pub lettering: Lettering,
    pub runs: Vec<TextRun>,
}

/// The letters of a text.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Lettering {
    /// Large text made of dots.
    Large(LargeText, LetterSize),
    /// The font of the terminal.
    Plain,
}

/// A part of a scene that does not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CutPart {
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

/// The areas of the parts of a scene.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct SceneLayout {
    pub title: Rect,
    /// The number of the scene, at the right end of the same line.
    pub count: Rect,
    pub sentence: PlacedText,
    pub verdict: Option<PlacedText>,
    /// The picture.
    pub body: Rect,
    pub source: Rect,
    pub cut: Vec<CutPart>,
}

/// The text in the largest letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LeadText {
    /// The sentence.
    #[default]
    Sentence,
    /// The most important number of the sentence.
    Number,
}

/// The layout of a scene. `whole` is the complete scene, so that nothing moves while it is revealed.
pub(super) fn lay_out(whole: &TalkScene, count: &str, paint: Paint, lead: LeadText, area: Rect) -> SceneLayout {
    let margin = (area.width / 30).clamp(u16::from(area.width >= 20), 6);
    let top = u16::from(area.height >= 20);
    let inner = Rect { x: area.x + margin, width: area.width - 2 * margin, ..area };
    let line = |y: u16, height: u16| Rect { y, height: height.min(area.bottom().saturating_sub(y)), ..inner };
    // The as-of date of the scene, if it differs from that of the talk, is beside the number.
    let day = if whole.day.0.is_empty() { 0 } else { width(fit_or_cut(&whole.day, area.width / 3)) + 3 };
    let number = (width(count) + day).min(inner.width);
    let title = Rect { width: inner.width.saturating_sub(number + 2), ..line(area.y + top, 1) };
    let count = Rect { x: inner.right() - number, width: number, ..title };
    let source = line(area.bottom().saturating_sub(1 + top), u16::from(area.height >= 3));
    let from = title.bottom() + u16::from(area.height >= 12);
    let room = Rect { y: from, height: source.y.saturating_sub(from), ..inner };
    let mut layout = SceneLayout {
        title,
        count,
        sentence: PlacedText { area: room, lettering: Lettering::Plain, runs: Vec::new() },
        verdict: None,
        body: room,
        source,
        cut: Vec::new(),
    };
    layout.place_words(whole, paint, lead, room);
    layout.record_cuts(whole);
    layout
}

impl SceneLayout {
    /// Places the sentence and the verdict, as large as possible while the picture keeps its room.
    fn place_words(&mut self, whole: &TalkScene, paint: Paint, lead: LeadText, room: Rect) {
        let needed = min_body_rows(whole.body.as_ref());
        let gap = u16::from(room.height >= 14);
        let budget = room.height.saturating_sub(needed);
        // Above a picture, text takes at most half of the screen, or 13/20 in the smaller letters.
        let shares = if whole.body.is_some() { [room.height / 2, room.height * 13 / 20] } else { [room.height; 2] };
        let [eight, four] = shares.map(|share| budget.min(share));
        let leading = match (&whole.number, lead) {
            (Some(number), LeadText::Number) => vec![number.clone()],
            _ => whole.sentence.clone(),
        };
        let verdict = whole.verdict.as_ref();
        let caption = if lead == LeadText::Number && whole.number.is_some() {
            1 + wrap::balance(&whole.sentence, room.width).1
        } else {
            0
        };
        let caption = u16::try_from(caption).unwrap_or(0);
        let outcome = verdict.map_or(0, |_| gap);
        let left = |budget: u16, letters: u16| {
            budget.saturating_sub(outcome + u16::from(verdict.is_some()) * letters + caption)
        };
        let alone = if lead == LeadText::Number { left(four, 4) } else { left(eight, 8) };
        let sentence =
            [(LetterSize::Eight, alone), (LetterSize::Four, left(four, 4)), (LetterSize::Four, left(four, 1))];
        let sentence =
            sentence.into_iter().find_map(|(size, rows)| large_lettering(&leading, paint, size, (room.width, rows)));
        let is_eight = matches!(sentence, Some(Lettering::Large(_, LetterSize::Eight))) && lead == LeadText::Sentence;
        let budget = if is_eight { eight } else { four };
        let sentence = sentence.unwrap_or(Lettering::Plain);
        let rows = text_rows(&sentence, &leading, room.width);
        self.sentence =
            PlacedText { area: Rect { height: rows.min(room.height), ..room }, lettering: sentence, runs: leading };
        let mut y = room.y + rows + caption;
        if let Some(verdict) = verdict {
            let left = (room.y + budget).saturating_sub(y + gap);
            let size = match &self.sentence.lettering {
                Lettering::Large(_, size) => Some(*size),
                Lettering::Plain => None,
            };
            // As large as the sentence, or in the smaller letters.
            let sizes = [size, size.map(|_| LetterSize::Four)].into_iter().flatten();
            let mut tries = sizes.flat_map(|size| verdict.words.0.iter().map(move |form| (size, form)));
            let large = tries.find_map(|(size, form)| {
                let runs = vec![TextRun::new(form.as_str(), verdict.role)];
                let Lettering::Large(large_text, size) = large_lettering(&runs, paint, size, (room.width, left))?
                else {
                    return None;
                };
                (large_text.lines.len() == 1).then_some((runs, large_text, size))
            });
            let (runs, lettering, height) = if let Some((runs, large_text, size)) = large {
                let rows = size.rows(&large_text);
                (runs, Lettering::Large(large_text, size), rows)
            } else {
                let words = fit_or_cut(&verdict.words, room.width.saturating_sub(3)).to_owned();
                (vec![TextRun::new(words, verdict.role)], Lettering::Plain, 1)
            };
            self.verdict =
                Some(PlacedText { area: Rect { y: y + gap, height, ..room }.intersection(room), lettering, runs });
            y += gap + height;
        }
        let y = (y + gap).min(room.bottom());
        self.body = Rect { y, height: room.bottom().saturating_sub(y + gap), ..room };
    }

    fn record_cuts(&mut self, whole: &TalkScene) {
        let mut record = |is_cut: bool, what: CutPart| {
            if is_cut {
                self.cut.push(what);
            }
        };
        record(width(&whole.title) > self.title.width, CutPart::Title);
        let words = &self.sentence;
        record(text_rows(&words.lettering, &words.runs, words.area.width) > words.area.height, CutPart::Sentence);
        if let (Some(words), Some(verdict)) = (&self.verdict, &whole.verdict) {
            let plain = words.lettering == Lettering::Plain;
            let fits = fit(&verdict.words, words.area.width.saturating_sub(3)).is_some();
            record(words.area.is_empty() || (plain && !fits), CutPart::Verdict);
        }
        record(whole.body.is_some() && self.body.height < min_body_rows(whole.body.as_ref()), CutPart::Picture);
        let source = whole.source.as_ref();
        record(source.is_some_and(|source| fit(source, self.source.width).is_none()), CutPart::Source);
    }
}

/// Sets runs in large letters, if they fit into columns and rows. Letters of four rows need characters for quarters of cells.
fn large_lettering(runs: &[TextRun], paint: Paint, size: LetterSize, (columns, rows): (u16, u16)) -> Option<Lettering> {
    if size == LetterSize::Four && paint.glyphs != Glyphs::Braille {
        return None;
    }
    let large_text = large_text::typeset(runs, size.dots(columns))?;
    (size.rows(&large_text) <= rows && size.columns(&large_text) <= columns)
        .then_some(Lettering::Large(large_text, size))
}

fn text_rows(lettering: &Lettering, runs: &[TextRun], columns: u16) -> u16 {
    match lettering {
        Lettering::Large(large_text, size) => size.rows(large_text),
        Lettering::Plain => u16::try_from(wrap::balance(runs, columns).1).unwrap_or(u16::MAX),
    }
}

/// The fewest rows in which a picture is readable.
fn min_body_rows(body: Option<&PanelBody>) -> u16 {
    let count = |rows: usize| u16::try_from(rows).unwrap_or(u16::MAX);
    match body {
        Some(PanelBody::Chart(_) | PanelBody::SmallMultiples(_) | PanelBody::Map(_)) => 9,
        Some(PanelBody::DataTable(figures, _)) => count(figures.table.rows.len() + 1),
        Some(PanelBody::MilestoneTrend(..)) => 8,
        Some(PanelBody::Gantt(gantt, _)) => count(gantt.lanes.len() + 1),
        Some(PanelBody::Table(table)) => count(table.rows.len() + 1),
        Some(PanelBody::Text(blocks)) => blocks.iter().map(bars::min_rows).sum(),
        None => 0,
    }
}

/// Makes plain text bold, for reading from far.
pub(super) fn with_strong_text(runs: &[TextRun]) -> Vec<TextRun> {
    let role = |role| if role == Role::Plain { Role::Strong } else { role };
    runs.iter().map(|run| TextRun::new(run.text.as_str(), role(run.role))).collect()
}

/// Whether a block is drawn as thick bars.
pub(super) fn is_bars(block: &Block) -> bool {
    matches!(block, Block::Bars(_) | Block::Stack(_))
}
