//! A talk: scenes as plain data. A scene is a state of the dashboard with one sentence over it, not a picture.
//!
//! Here: the scenes of a story, or those that follow from the targets where a dataset brings no story. Every number in a
//! sentence is worked out from the figures known on the day (`fill`), so it cannot disagree with the chart (`body`).
//! Not here: how a scene looks, how it is revealed over time.

pub mod handout;
pub mod reveal;
pub mod snapshot;
pub mod speaker_notes;

mod default_story;
mod picture;
mod placeholders;
mod source_line;

pub use crate::page::talk::placeholders::Citations;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::compare::verdict::verdicts::Verdicts;
use crate::dataset::outline::Outline;
use crate::dataset::records::index::SeriesKey;
use crate::dataset::records::{Dataset, Id, SceneRecord as Record, Target};
use crate::page::context::Context;
use crate::page::i18n::{Arg, TextForm, Words};
use crate::page::model::page::{PageKind, PanelBody};
use crate::page::model::query::{EvidenceView, Query};
use crate::page::model::record_ref::RecordRef;
use crate::page::model::rich_text::{Block, Label, Mark, Role, TextRun};
use crate::page::target::{row, sentence};

/// One scene.
#[derive(Debug, Clone, PartialEq)]
pub struct TalkScene {
    /// Its title.
    pub title: String,
    /// The day whose knowledge it shows, where that is not the talk's; empty where it is.
    pub day: Label,
    /// The one sentence on screen.
    pub sentence: Vec<TextRun>,
    /// The picture under it.
    pub body: Option<PanelBody>,
    /// What became of the promise that it is about.
    pub verdict: Option<SceneVerdict>,
    /// The number that carries it, alone on the screen when asked for.
    pub number: Option<TextRun>,
    /// Who says so; none where nobody does.
    pub source: Option<Label>,
    /// The publications that it rests on.
    pub cited: Citations,
    /// What the speaker reads.
    pub notes: String,
    /// How long it is planned to last.
    pub seconds: u32,
    /// The state of the dashboard that it shows.
    pub view: PageView,
    /// The point of its chart that is lit from the beginning.
    pub spotlight: Option<usize>,
    /// What its texts ask for and nobody reported, as they are written: `{reported}`.
    pub unresolved: Vec<String>,
}

/// A verdict that can be read from far.
#[derive(Debug, Clone, PartialEq)]
pub struct SceneVerdict {
    /// Its sign.
    pub mark: Mark,
    /// Its words, and fewer.
    pub words: Label,
    /// Its role.
    pub role: Role,
}

/// A state of the dashboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageView {
    /// The page.
    pub page: PageKind,
    /// What is chosen on it.
    pub focus: Option<RecordRef>,
    /// The series shown on the Output page.
    pub series: Option<SeriesKey>,
    /// What the Evidence page shows.
    pub evidence: EvidenceView,
    /// The day whose knowledge it shows.
    pub known: NaiveDate,
}

/// What a talk is made from.
#[derive(Clone, Copy)]
pub struct TalkContext<'a> {
    /// What was said and reported.
    pub dataset: &'a Dataset,
    /// The words of the language.
    pub words: &'a Words,
    /// The outline of the country that the sites stand in.
    pub outline: &'a Outline,
    /// The day whose knowledge is shown; scenes of earlier days show theirs.
    pub known: NaiveDate,
}

/// The scenes of the dataset's story; where it has none, those that follow from its targets.
#[must_use]
pub fn scenes(material: &TalkContext<'_>) -> Vec<TalkScene> {
    let TalkContext { dataset, words, outline, known } = *material;
    let mut judged: BTreeMap<NaiveDate, Verdicts> = BTreeMap::new();
    let scene = |record: &Record| {
        let day = record.known.unwrap_or(known).min(known);
        let verdicts = judged.entry(day).or_insert_with(|| Verdicts::known_on(dataset, day));
        let query = Query::at(day);
        let ctx = Context { dataset, verdicts, words, outline, before: None, filter: None, query };
        TalkScene { day: if day < known { day_label(&ctx) } else { Label::default() }, ..build(&ctx, record) }
    };
    if !dataset.story.is_empty() {
        return dataset.story.iter().map(scene).collect();
    }
    let verdicts = Verdicts::known_on(dataset, known);
    let ctx =
        Context { dataset, verdicts: &verdicts, words, outline, before: None, filter: None, query: Query::at(known) };
    default_story::default_story(&ctx).iter().map(scene).collect()
}

/// The day whose knowledge is shown: "known 1 Aug 2016".
fn day_label(ctx: &Context<'_>) -> Label {
    let say = |form| ctx.words.format("chrome-known", &[("day", Arg::from(ctx.words.date(ctx.query.known, form)))]);
    Label::forms([say(TextForm::Plain), say(TextForm::Tight)])
}

/// Seconds for a scene that does not say how long it lasts.
const DEFAULT_SECONDS: u32 = 30;

/// One scene, as known on the day of the context.
fn build(ctx: &Context<'_>, record: &Record) -> TalkScene {
    let page = PageKind::from_name(&record.page).unwrap_or(PageKind::Overview);
    let evidence = if page == PageKind::Evidence { EvidenceView::Checks } else { EvidenceView::Sources };
    let target = record.target.filter(|&id| ctx.is_known(id));
    let series = record.metric.zip(record.subject);
    let view = PageView { page, focus: picture::focus(record), series, evidence, known: ctx.query.known };
    let ctx = &Context { query: Query { focus: view.focus, evidence, series, ..ctx.query }, ..*ctx };
    let title = placeholders::fill_placeholders(ctx, ctx.text(&record.title), record.target);
    let said = placeholders::fill_placeholders(ctx, ctx.text(&record.say), record.target);
    let notes = placeholders::fill_placeholders(ctx, ctx.text(&record.notes), record.target);
    let (picture, of_picture) = picture::body(ctx, record, page);
    // What a project was to cost is no promise to be met.
    let is_cost =
        matches!(&picture, Some(PanelBody::Text(blocks)) if blocks.iter().any(|block| matches!(block, Block::Bars(_))));
    // Who is quoted in the sentence and by the verdict; where nobody is, whoever the picture rests on.
    let mut cited = said.cited;
    if let Some(id) = target.filter(|_| !is_cost) {
        cited.promise(ctx, id);
        cited.outcome(ctx, id);
    }
    if cited.promised.is_empty() && cited.reported.is_empty() {
        cited.join(&of_picture);
    }
    let spoken = match (said.text.is_empty(), target) {
        (true, Some(target)) => sentence::of_promise(ctx, target),
        (true, None) => crate::page::build(page, ctx).sentence,
        (false, _) => said.text,
    };
    let named = plain_text(&title.text);
    let named = match (named.is_empty(), target) {
        (true, Some(target)) => short_label(ctx, target),
        (true, None) => crate::page::pages::chrome::name(ctx, page).long().to_owned(),
        (false, _) => named,
    };
    let spotlight = record.spotlight.and_then(|period| spotlight_index(picture.as_ref()?, &period));
    TalkScene {
        title: named,
        day: Label::default(),
        number: number(&said.numbers).or_else(|| target_number(ctx, target?)),
        sentence: spoken,
        verdict: target.filter(|_| !is_cost).map(|id| outcome(ctx, id)),
        body: picture,
        source: source_line::line(ctx, &cited),
        cited,
        notes: plain_text(&notes.text),
        seconds: record.seconds.unwrap_or(DEFAULT_SECONDS),
        view,
        spotlight,
        unresolved: [title.unresolved, said.unresolved, notes.unresolved].concat(),
    }
}

/// The text without its roles.
fn plain_text(text: &[TextRun]) -> String {
    text.iter().map(|run| run.text.as_str()).collect()
}

/// The number that carries a sentence: the first reported one, else the first.
fn number(numbers: &[(String, Role)]) -> Option<TextRun> {
    let made = numbers.iter().find(|(_, role)| *role == Role::Actual).or(numbers.first());
    made.map(|(text, role)| TextRun::new(text.clone(), *role))
}

/// The number reported for a promise, else the one promised.
fn target_number(ctx: &Context<'_>, id: Id<Target>) -> Option<TextRun> {
    let (verdict, metric) = (ctx.verdict(id), &ctx.dataset[ctx.dataset[id].metric]);
    let number = |value, role| TextRun::new(ctx.words.quantity(value, metric, TextForm::Plain), role);
    let reported = verdict.reported.or(verdict.reached);
    reported.as_ref().map(|figure| number(&figure.value, Role::Actual)).or_else(|| {
        let promised = verdict.promised.as_ref()?;
        Some(number(promised, Role::Target))
    })
}

/// What a promise is called where nobody gave it a title: short enough for a screen of 80 columns.
fn short_label(ctx: &Context<'_>, id: Id<Target>) -> String {
    /// Letters that leave room for the number of the scene.
    const MAX_TITLE_CHARS: usize = 60;
    let label = row::label(ctx, id);
    let fits = label.0.iter().find(|form| form.chars().count() <= MAX_TITLE_CHARS);
    fits.map_or_else(|| ctx.text(&ctx.dataset[ctx.dataset[id].metric].name).to_owned(), Clone::clone)
}

fn outcome(ctx: &Context<'_>, id: Id<Target>) -> SceneVerdict {
    let verdict = ctx.verdict(id);
    let (mark, role) = row::status_mark(verdict.status);
    SceneVerdict { mark, role, words: Label::forms([ctx.words.verdict(verdict), ctx.words.status(verdict.status)]) }
}

/// The column of a period.
fn spotlight_index(body: &PanelBody, period: &crate::dataset::format::period::Period) -> Option<usize> {
    let PanelBody::Chart(chart) = body else { return None };
    let year = chrono::Datelike::year(&period.end()).to_string();
    chart.columns.iter().position(|column| column.data_point.label.long() == year)
}
