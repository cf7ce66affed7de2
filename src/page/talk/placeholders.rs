//! A text of a story with its numbers: each from the figures known that day, in the role that it has in a chart.

use crate::compare::checks::check::CheckOutcome;
use crate::compare::checks::checks;
use crate::compare::progress::types::LineShape;
use crate::compare::series::as_of::figures;
use crate::compare::series::figure::Figure;
use crate::compare::verdict::types::{CalculationStep, ReportedFigure, Status};
use crate::dataset::format::period::{Due, Period};
use crate::dataset::format::template::{NumberLength, Placeholder, TargetField, TemplatePart, parse_template};
use crate::dataset::records::index::SeriesKey;
use crate::dataset::records::{Id, MetricKind, Source, SubjectKind, Target, TargetKind};
use crate::page::charts::milestones;
use crate::page::context::Context;
use crate::page::i18n::role_markup::{push, stopped_once};
use crate::page::i18n::{Arg, DateCase, TextForm};
use crate::page::model::rich_text::{Role, TextRun};
use crate::page::pages::evidence;
use crate::page::target::explanation::status_name;
use crate::page::target::{progress, row};

/// A text with its numbers.
#[derive(Debug, Clone, Default)]
pub(super) struct FilledText {
    /// The text, numbers in their roles.
    pub(super) text: Vec<TextRun>,
    /// Every number in it, as short as it goes, with its role.
    pub(super) numbers: Vec<(String, Role)>,
    /// What it rests on.
    pub(super) cited: Citations,
    /// What was asked for and is not known, as it is written: `{reported}`.
    pub(super) unresolved: Vec<String>,
}

/// The publications that numbers rest on, each once, in the order of the text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Citations {
    /// Of what was promised.
    pub promised: Vec<Id<Source>>,
    /// Of what was reported.
    pub reported: Vec<Id<Source>>,
    /// The numbers are counts over the whole record.
    pub whole: bool,
}

impl Citations {
    /// Adds who says that something was promised.
    pub(super) fn promise(&mut self, ctx: &Context<'_>, target: Id<Target>) {
        add(&mut self.promised, ctx.dataset[target].sources.iter().take(1));
    }

    /// Adds who reports what a promise is held against.
    pub(super) fn outcome(&mut self, ctx: &Context<'_>, target: Id<Target>) {
        let verdict = ctx.verdict(target);
        let figure = verdict.reported.or(verdict.reached).map(|figure| figure.actual);
        let own = figure.map_or(&[][..], |actual| &ctx.dataset[actual].sources);
        add(&mut self.reported, own.iter().take(1));
        if figure.is_none() {
            let others = verdict.sources.iter().filter(|source| !ctx.dataset[target].sources.contains(source));
            add(&mut self.reported, others.take(1));
        }
    }

    /// Adds who reports a figure; where reports differ, all of them.
    pub(super) fn figure(&mut self, ctx: &Context<'_>, figure: &Figure) {
        let most = if figure.has_differing_claims() { usize::MAX } else { 1 };
        add(&mut self.reported, figure.sources(ctx.dataset, ctx.query.known).iter().take(most));
    }

    /// Adds what another text rests on.
    pub(super) fn join(&mut self, other: &Self) {
        add(&mut self.promised, other.promised.iter());
        add(&mut self.reported, other.reported.iter());
        self.whole |= other.whole;
    }
}

fn add<'s>(list: &mut Vec<Id<Source>>, more: impl Iterator<Item = &'s Id<Source>>) {
    for source in more {
        if !list.contains(source) {
            list.push(*source);
        }
    }
}

/// Answers of so many letters stay on one line.
const MAX_UNBROKEN_CHARS: usize = 14;

/// An answer: the words, and as short as they go.
struct PlaceholderValue {
    long: String,
    short: String,
    role: Role,
}

impl PlaceholderValue {
    fn new(long: String, short: String, role: Role) -> Self {
        Self { long, short, role }
    }

    /// Words that no chart colours.
    fn plain(words: String) -> Self {
        Self::new(words, String::new(), Role::Plain)
    }
}

impl FilledText {
    /// Adds an answer, or a question mark.
    fn take(&mut self, answer: Option<PlaceholderValue>, ask: &Placeholder) {
        let Some(PlaceholderValue { long, short, role }) = answer else {
            self.text.push(TextRun::new("?", Role::Missing));
            self.unresolved.push(placeholder_text(ask));
            return;
        };
        // A short number keeps its hedge and its unit beside it.
        let long = if long.chars().count() <= MAX_UNBROKEN_CHARS { long.replace(' ', "\u{a0}") } else { long };
        let words = if self.text.is_empty() { capitalized(&long) } else { long };
        push(&mut self.text, TextRun::new(words, role));
        if !short.is_empty() {
            self.numbers.push((short, role));
        }
    }
}

/// Fills a text whose scene is about the target `own`. Begins with a capital, as a sentence does.
pub(super) fn fill_placeholders(ctx: &Context<'_>, text: &str, own: Option<Id<Target>>) -> FilledText {
    let mut filled = FilledText::default();
    let Ok(parse_template) = parse_template(text, &ctx.dataset.index.by_id, own) else {
        push(&mut filled.text, TextRun::plain(text));
        return filled;
    };
    let mut cited = Citations::default();
    for piece in &parse_template {
        match piece {
            TemplatePart::Text(words) => push(&mut filled.text, TextRun::plain(&**words)),
            TemplatePart::Placeholder(ask) => filled.take(value_of(ctx, ask, &mut cited), ask),
        }
    }
    filled.cited = cited;
    filled.text = stopped_once(filled.text);
    filled
}

fn value_of(ctx: &Context<'_>, ask: &Placeholder, cited: &mut Citations) -> Option<PlaceholderValue> {
    match ask {
        Placeholder::Known => Some(PlaceholderValue::plain(ctx.words.date(ctx.query.known, TextForm::Long))),
        Placeholder::Count(what) => {
            cited.whole = true;
            let number = ctx.words.number(record_count(ctx, what) as f64, 0);
            Some(PlaceholderValue::new(number.clone(), number, Role::Strong))
        }
        Placeholder::Figure(series, period, length) => {
            let figure = figure(ctx, *series, period)?;
            cited.figure(ctx, &figure);
            let words = |form| ctx.words.quantity(&figure.value, &ctx.dataset[series.0], form);
            let long = words(if *length == NumberLength::Long { TextForm::Long } else { TextForm::Plain });
            Some(PlaceholderValue::new(long, words(TextForm::Plain), Role::Actual))
        }
        Placeholder::Rival(series, period) => {
            let figure = figure(ctx, *series, period)?;
            let rival = figure.rivals().next()?;
            cited.figure(ctx, &figure);
            let words = ctx.words.quantity(&rival.value, &ctx.dataset[series.0], TextForm::Plain);
            Some(PlaceholderValue::new(words.clone(), words, Role::Contested))
        }
        Placeholder::Times(series, from, to) => {
            let (from, to) = (figure(ctx, *series, from)?, figure(ctx, *series, to)?);
            cited.figure(ctx, &from);
            cited.figure(ctx, &to);
            let times = to.value.nominal / from.value.nominal;
            // Whole from ten on, as it is spoken.
            let number = ctx.words.number(times, usize::from(times < 10.0));
            let words = ctx.words.format("times", &[("number", Arg::from(number))]);
            times.is_finite().then(|| PlaceholderValue::new(words.clone(), words, Role::Actual))
        }
        Placeholder::Target(field, id) if ctx.is_known(*id) => {
            let answer = target_field_value(ctx, *field, *id);
            match field {
                TargetField::Reported
                | TargetField::ReportedShort
                | TargetField::In
                | TargetField::Period
                | TargetField::Late
                | TargetField::Recent => {
                    cited.outcome(ctx, *id);
                }
                TargetField::Attained | TargetField::Gap | TargetField::Verdict => {
                    cited.promise(ctx, *id);
                    cited.outcome(ctx, *id);
                }
                TargetField::Again | TargetField::Moved => {
                    for link in milestones::restatement_chain(ctx, *id) {
                        cited.promise(ctx, link);
                    }
                }
                _ => cited.promise(ctx, *id),
            }
            answer
        }
        Placeholder::Target(..) => None,
    }
}

/// What a field of a target says; none where nothing is known.
fn target_field_value(ctx: &Context<'_>, field: TargetField, id: Id<Target>) -> Option<PlaceholderValue> {
    let (words, target, verdict) = (ctx.words, &ctx.dataset[id], ctx.verdict(id));
    let metric = &ctx.dataset[target.metric];
    let figure = verdict.reported.or(verdict.reached);
    let (_, outcome) = row::status_mark(verdict.status);
    let promised = |form| Some(words.value(&target.value?, metric, form));
    let reported = |ReportedFigure { value, .. }: &ReportedFigure, form| words.quantity(value, metric, form);
    let text = |text: &str| (!text.is_empty()).then(|| PlaceholderValue::plain(text.to_owned()));
    let number = |words: String, role| Some(PlaceholderValue::new(words.clone(), words, role));
    match field {
        TargetField::Promised => {
            Some(PlaceholderValue::new(promised(TextForm::Long)?, promised(TextForm::Plain)?, Role::Target))
        }
        TargetField::PromisedShort => number(promised(TextForm::Plain)?, Role::Target),
        TargetField::Reported => {
            let figure = figure.as_ref()?;
            Some(PlaceholderValue::new(
                reported(figure, TextForm::Long),
                reported(figure, TextForm::Plain),
                Role::Actual,
            ))
        }
        TargetField::ReportedShort => number(reported(figure.as_ref()?, TextForm::Plain), Role::Actual),
        TargetField::In => match happened(ctx, id) {
            Some(when) => Some(PlaceholderValue::new(when, String::new(), Role::Actual)),
            None => Some(PlaceholderValue::plain(words.period_as(&figure?.period, DateCase::In))),
        },
        TargetField::Period => Some(PlaceholderValue::plain(words.period(&figure?.period, TextForm::Long))),
        TargetField::By => {
            Some(PlaceholderValue::new(words.due_as(&target.due?, DateCase::By), String::new(), Role::Target))
        }
        TargetField::Due => {
            Some(PlaceholderValue::new(words.due(&target.due?, TextForm::Plain), String::new(), Role::Target))
        }
        TargetField::Said => Some(PlaceholderValue::plain(words.stamp_as(target.said, DateCase::In))),
        TargetField::Stated => Some(PlaceholderValue::plain(words.stamp_as(target.said, DateCase::Standalone))),
        TargetField::Who => text(ctx.text(&target.by)),
        TargetField::Attained => number(words.attainment(&verdict.attainment?), outcome),
        TargetField::Gap => number(words.gap(&verdict.gap?, metric, TextForm::Plain), outcome),
        TargetField::Verdict => Some(PlaceholderValue::new(words.verdict(verdict), String::new(), outcome)),
        TargetField::Late => Some(words.lateness(verdict.lateness))
            .filter(|late| !late.is_empty())
            .and_then(|late| number(late, outcome)),
        TargetField::Again => {
            number(words.number(milestones::restatement_chain(ctx, id).len() as f64, 0), Role::Target)
        }
        TargetField::Moved => number(moved(ctx, id)?, Role::Bad),
        TargetField::Needed | TargetField::Recent => {
            let need = verdict.required.as_ref()?;
            let line = verdict.pace.as_ref().map_or(LineShape::Geometric, |pace| pace.line);
            let (rate, role) = match field {
                TargetField::Needed => (need.growth.as_ref()?, Role::Target),
                _ => (need.recent.as_ref()?, Role::Actual),
            };
            number(progress::growth(ctx, metric, rate.nominal, line), role)
        }
    }
}

/// When an event happened, in a sentence.
fn happened(ctx: &Context<'_>, id: Id<Target>) -> Option<String> {
    if ctx.dataset[ctx.dataset[id].metric].kind != MetricKind::Milestone {
        return None;
    }
    ctx.verdict(id).steps.iter().find_map(|step| match step {
        CalculationStep::Happened { first, last, .. } => Some(ctx.words.happened(*first, *last)),
        _ => None,
    })
}

/// How far the deadline moved from the first dated statement of the chain to the last, by their last days.
fn moved(ctx: &Context<'_>, id: Id<Target>) -> Option<String> {
    let chain = milestones::restatement_chain(ctx, id);
    let mut ends = chain.iter().filter_map(|&link| ctx.dataset[link].due.map(|due: Due| due.days().1));
    let (first, last) = (ends.next()?, ends.next_back()?);
    let days = last.signed_duration_since(first).num_days();
    Some(ctx.words.days(days, days))
}

/// The figure of a series for exactly this period.
fn figure(ctx: &Context<'_>, series: SeriesKey, period: &Period) -> Option<Figure> {
    let known = figures(ctx.dataset, series, ctx.query.known);
    known.into_iter().find(|figure| figure.period.days() == period.days())
}

/// How many there are: of the records known that day, of promises with a verdict, of checks with an outcome.
fn record_count(ctx: &Context<'_>, what: &str) -> usize {
    let known = ctx.query.known;
    let found = |outcome| checks(ctx.dataset, known).iter().filter(|check| check.outcome == outcome).count();
    let sites = || ctx.dataset.subjects.iter().filter(|subject| subject.kind == SubjectKind::Site);
    let promises = || ctx.known_targets().filter(|&id| ctx.dataset[id].kind == TargetKind::Target);
    match what {
        "promises" => promises().count(),
        "figures" => ctx.dataset.actuals.iter().filter(|actual| actual.published.day <= known).count(),
        "sources" => evidence::sources(ctx).len(),
        "sites" => sites().count(),
        "sites-operating" => sites().filter(|site| site.status.as_deref() == Some("operating")).count(),
        "checks" => checks(ctx.dataset, known).len(),
        "contradictions" => found(CheckOutcome::Contradiction),
        "doubts" => found(CheckOutcome::Warn),
        status => {
            let named = |known: &Status| status_name(*known).replace('_', "-") == status;
            let status = Status::ALL.into_iter().find(named);
            promises().filter(|&id| Some(ctx.verdict(id).status) == status).count()
        }
    }
}

/// What was asked for, as it is written.
fn placeholder_text(ask: &Placeholder) -> String {
    match ask {
        Placeholder::Target(field, _) => {
            let name = TargetField::NAMES.iter().find(|(_, known)| known == field).map_or("", |(name, _)| name);
            format!("{{{name}}}")
        }
        Placeholder::Rival(_, period) => format!("{{rival … {period}}}"),
        Placeholder::Figure(_, period, _) => format!("{{figure … {period}}}"),
        Placeholder::Times(_, from, to) => format!("{{times … {from} {to}}}"),
        Placeholder::Count(what) => format!("{{count {what}}}"),
        Placeholder::Known => "{known}".to_owned(),
    }
}

/// The text with its first letter as a capital.
fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
