//! The scenes of a talk: from the story of a dataset, or from its targets if it has none.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use crate::compare::verdict::verdicts::Verdicts;
use crate::dataset::format::period::Period;
use crate::dataset::outline::Outline;
use crate::dataset::records::index::SeriesKey;
use crate::dataset::records::{Dataset, Id, SceneRecord, Target};
use crate::page::context::Context;
use crate::page::i18n::{Arg, TextForm, Words};
use crate::page::model::{Block, EvidenceView, Label, Mark, PageKind, PanelBody, Query, RecordRef, Role, TextRun};
use crate::page::talk::citations::Citations;
use crate::page::talk::{default_story, picture, placeholders, source_line};
use crate::page::target::{row, sentence};

/// One scene.
#[derive(Debug, Clone, PartialEq)]
pub struct TalkScene {
    /// Its title.
    pub title: String,
    /// The as-of day in words; empty if it is that of the talk.
    pub day: Label,
    /// The one sentence on screen.
    pub sentence: Vec<TextRun>,
    /// The picture under it.
    pub body: Option<PanelBody>,
    /// The verdict of its target.
    pub verdict: Option<SceneVerdict>,
    /// Its most important number, for a screen with the number alone.
    pub number: Option<TextRun>,
    /// The line that names the sources.
    pub source: Option<Label>,
    /// The sources of its sentence, verdict and picture.
    pub cited: Citations,
    /// The speaker's notes.
    pub notes: String,
    /// Its planned duration in seconds.
    pub seconds: u32,
    /// The state of the dashboard that it shows.
    pub view: PageView,
    /// The index of the chart column that is highlighted at the start.
    pub spotlight: Option<usize>,
    /// The placeholders of its texts that have no value, as written: `{reported}`.
    pub unresolved: Vec<String>,
}

/// The verdict line of a scene.
#[derive(Debug, Clone, PartialEq)]
pub struct SceneVerdict {
    /// Its mark.
    pub mark: Mark,
    /// Its words, and a short form.
    pub words: Label,
    /// Its role.
    pub role: Role,
}

/// A state of the dashboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageView {
    /// The page.
    pub page: PageKind,
    /// The selected record.
    pub focus: Option<RecordRef>,
    /// The series on the Output page.
    pub series: Option<SeriesKey>,
    /// The list on the Evidence page.
    pub evidence: EvidenceView,
    /// The as-of day.
    pub known: NaiveDate,
}

/// What scenes are built from.
#[derive(Clone, Copy)]
pub struct TalkContext<'a> {
    /// The dataset.
    pub dataset: &'a Dataset,
    /// The words of the language.
    pub words: &'a Words,
    /// The outline of the country for maps of sites.
    pub outline: &'a Outline,
    /// The as-of day of the talk; a scene can have an earlier one.
    pub known: NaiveDate,
}

/// Planned duration of a scene without one.
const DEFAULT_SECONDS: u32 = 30;
/// A title of so many characters fits beside the scene number on a screen of 80 columns.
const MAX_TITLE_CHARS: usize = 60;

/// The scenes of the dataset's story, or of the default story if it has none.
pub fn scenes(talk: &TalkContext<'_>) -> Vec<TalkScene> {
    let mut verdicts_by_day: BTreeMap<NaiveDate, Verdicts> = BTreeMap::new();
    let mut scene = |record: &SceneRecord| {
        let day = record.known.unwrap_or(talk.known).min(talk.known);
        let verdicts = verdicts_by_day.entry(day).or_insert_with(|| Verdicts::known_on(talk.dataset, day));
        let ctx = context(talk, verdicts, day);
        TalkScene { day: if day < talk.known { day_label(&ctx) } else { Label::default() }, ..build(&ctx, record) }
    };
    if !talk.dataset.story.is_empty() {
        return talk.dataset.story.iter().map(scene).collect();
    }
    let verdicts = Verdicts::known_on(talk.dataset, talk.known);
    default_story::default_story(&context(talk, &verdicts, talk.known)).iter().map(&mut scene).collect()
}

fn context<'a>(talk: &TalkContext<'a>, verdicts: &'a Verdicts, day: NaiveDate) -> Context<'a> {
    let TalkContext { dataset, words, outline, .. } = *talk;
    Context { dataset, verdicts, words, outline, before: None, filter: None, query: Query::at(day) }
}

/// The as-of day: "known 1 Aug 2016".
fn day_label(ctx: &Context<'_>) -> Label {
    let say = |form| ctx.words.format("chrome-known", &[("day", Arg::from(ctx.words.date(ctx.query.as_of, form)))]);
    Label::forms([say(TextForm::Plain), say(TextForm::Tight)])
}

/// One scene, on the as-of day of the context.
fn build(ctx: &Context<'_>, record: &SceneRecord) -> TalkScene {
    let page = PageKind::from_name(&record.page).unwrap_or(PageKind::Overview);
    let evidence = if page == PageKind::Evidence { EvidenceView::Checks } else { EvidenceView::Sources };
    let target = record.target.filter(|&id| ctx.is_known(id));
    let series = record.metric.zip(record.subject);
    let view = PageView { page, focus: picture::focus(record), series, evidence, known: ctx.query.as_of };
    let ctx = &Context { query: Query { focus: view.focus, evidence, series, ..ctx.query }, ..*ctx };
    let [title, sentence, notes] = [&record.title, &record.say, &record.notes]
        .map(|text| placeholders::fill_placeholders(ctx, ctx.text(text), record.target));
    let (body, body_cited) = picture::body(ctx, record, page);
    // The cost of a project has no verdict.
    let is_cost =
        matches!(&body, Some(PanelBody::Text(blocks)) if blocks.iter().any(|block| matches!(block, Block::Bars(_))));
    let verdict_target = target.filter(|_| !is_cost);
    // The sources of the sentence and the verdict; without any, those of the picture.
    let mut cited = sentence.cited;
    if let Some(id) = verdict_target {
        cited.add_promise(ctx, id);
        cited.add_outcome(ctx, id);
    }
    if cited.promised.is_empty() && cited.reported.is_empty() {
        cited.add_all(&body_cited);
    }
    let written_title = plain_text(&title.text);
    TalkScene {
        title: match target {
            _ if !written_title.is_empty() => written_title,
            Some(target) => default_title(ctx, target),
            None => crate::page::pages::chrome::name(ctx, page).long().to_owned(),
        },
        day: Label::default(),
        number: number(&sentence.numbers).or_else(|| target_number(ctx, target?)),
        sentence: match target {
            _ if !sentence.text.is_empty() => sentence.text,
            Some(target) => sentence::of_promise(ctx, target),
            None => crate::page::build(page, ctx).sentence,
        },
        verdict: verdict_target.map(|id| scene_verdict(ctx, id)),
        spotlight: record.spotlight.and_then(|period| spotlight_index(body.as_ref()?, &period)),
        body,
        source: source_line::line(ctx, &cited),
        cited,
        notes: plain_text(&notes.text),
        seconds: record.seconds.unwrap_or(DEFAULT_SECONDS),
        view,
        unresolved: [title.unresolved, sentence.unresolved, notes.unresolved].concat(),
    }
}

fn plain_text(runs: &[TextRun]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

/// The most important number of a sentence: the first reported one, else the first.
fn number(numbers: &[TextRun]) -> Option<TextRun> {
    numbers.iter().find(|run| run.role == Role::Actual).or(numbers.first()).cloned()
}

/// The number reported for a target, else the one promised.
fn target_number(ctx: &Context<'_>, id: Id<Target>) -> Option<TextRun> {
    let (verdict, metric) = (ctx.verdict(id), &ctx.dataset[ctx.dataset[id].metric]);
    let number = |value, role| TextRun::new(ctx.words.quantity(value, metric, TextForm::Plain), role);
    match verdict.reported.or(verdict.reached) {
        Some(figure) => Some(number(&figure.value, Role::Actual)),
        None => Some(number(verdict.promised.as_ref()?, Role::Target)),
    }
}

/// The title of a target's scene in a story without titles: its label if it fits, else its metric.
fn default_title(ctx: &Context<'_>, id: Id<Target>) -> String {
    let label = row::label(ctx, id);
    let fitting = label.0.iter().find(|form| form.chars().count() <= MAX_TITLE_CHARS);
    fitting.map_or_else(|| ctx.text(&ctx.dataset[ctx.dataset[id].metric].name).to_owned(), Clone::clone)
}

fn scene_verdict(ctx: &Context<'_>, id: Id<Target>) -> SceneVerdict {
    let verdict = ctx.verdict(id);
    let (mark, role) = row::status_mark(verdict.status);
    SceneVerdict { mark, role, words: Label::forms([ctx.words.verdict(verdict), ctx.words.status(verdict.status)]) }
}

/// The index of the column of a period's year.
fn spotlight_index(body: &PanelBody, period: &Period) -> Option<usize> {
    let PanelBody::Chart(chart) = body else { return None };
    let year = period.end().year().to_string();
    chart.columns.iter().position(|column| column.data_point.label.long() == year)
}
