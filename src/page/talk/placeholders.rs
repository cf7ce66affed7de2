//! Texts of a story with their placeholders filled: each number from the figures known on the as-of day, in the role that
//! it has in a chart.

use crate::compare::checks::check::CheckOutcome;
use crate::compare::checks::checks;
use crate::compare::series::as_of::figures;
use crate::compare::series::figure::Figure;
use crate::compare::verdict::types::{CalculationStep, ReportedFigure, Status};
use crate::dataset::format::period::{Due, Period};
use crate::dataset::format::template::{NumberLength, Placeholder, TargetField, TemplatePart, parse_template};
use crate::dataset::records::index::SeriesKey;
use crate::dataset::records::{Id, MetricKind, SubjectKind, Target};
use crate::page::context::Context;
use crate::page::i18n::message_runs::{push, without_double_stops};
use crate::page::i18n::{Arg, DateCase, TextForm, capitalized};
use crate::page::model::{Role, TextRun};
use crate::page::talk::citations::Citations;
use crate::page::target::status_names::status_name;
use crate::page::target::{progress, row, sections};
use crate::page::why::evidence;

/// A text with its placeholders filled.
#[derive(Debug, Clone, Default)]
pub(super) struct FilledText {
    pub(super) text: Vec<TextRun>,
    /// The short form of every number in the text.
    pub(super) numbers: Vec<TextRun>,
    pub(super) cited: Citations,
    /// The placeholders without a value, as written: `{reported}`.
    pub(super) unresolved: Vec<String>,
}

/// Values of so many characters are not broken over two lines.
const MAX_UNBROKEN_CHARS: usize = 14;

/// The value of a placeholder. The short form is empty for a value that is not a number.
struct PlaceholderValue {
    long: String,
    short: String,
    role: Role,
}

impl PlaceholderValue {
    /// Words without a role.
    fn plain(words: String) -> Self {
        Self::words(words, Role::Plain)
    }

    fn words(words: String, role: Role) -> Self {
        Self { long: words, short: String::new(), role }
    }

    fn number(number: String, role: Role) -> Self {
        Self { long: number.clone(), short: number, role }
    }
}

impl FilledText {
    /// Adds a value, or a question mark if there is none.
    fn add(&mut self, value: Option<PlaceholderValue>, placeholder: &Placeholder) {
        let Some(PlaceholderValue { long, short, role }) = value else {
            self.text.push(TextRun::new("?", Role::Missing));
            self.unresolved.push(placeholder_text(placeholder));
            return;
        };
        let long = if long.chars().count() <= MAX_UNBROKEN_CHARS { long.replace(' ', "\u{a0}") } else { long };
        let words = if self.text.is_empty() { capitalized(&long) } else { long };
        push(&mut self.text, TextRun::new(words, role));
        if !short.is_empty() {
            self.numbers.push(TextRun::new(short, role));
        }
    }
}

/// Fills the placeholders of a text. Those without a target name refer to `scene_target`.
pub(super) fn fill_placeholders(ctx: &Context<'_>, text: &str, scene_target: Option<Id<Target>>) -> FilledText {
    let mut filled = FilledText::default();
    let Ok(pieces) = parse_template(text, &ctx.dataset.index.by_id, scene_target) else {
        push(&mut filled.text, TextRun::plain(text));
        return filled;
    };
    for piece in &pieces {
        match piece {
            TemplatePart::Text(words) => push(&mut filled.text, TextRun::plain(&**words)),
            TemplatePart::Placeholder(placeholder) => {
                let value = value_of(ctx, placeholder, &mut filled.cited);
                filled.add(value, placeholder);
            }
        }
    }
    filled.text = without_double_stops(filled.text);
    filled
}

/// The value of a placeholder, whose sources are added to `cited`; none if nothing is known.
fn value_of(ctx: &Context<'_>, placeholder: &Placeholder, cited: &mut Citations) -> Option<PlaceholderValue> {
    match placeholder {
        Placeholder::Known => Some(PlaceholderValue::plain(ctx.words.date(ctx.query.as_of, TextForm::Long))),
        Placeholder::Count(what) => {
            cited.whole_record = true;
            Some(PlaceholderValue::number(ctx.words.number(record_count(ctx, what) as f64, 0), Role::Strong))
        }
        Placeholder::Figure(series, period, length) => {
            let figure = figure(ctx, *series, period)?;
            cited.add_figure(ctx, &figure);
            let words = |form| ctx.words.quantity(&figure.value, &ctx.dataset[series.0], form);
            let long = words(if *length == NumberLength::Long { TextForm::Long } else { TextForm::Plain });
            Some(PlaceholderValue { long, short: words(TextForm::Plain), role: Role::Actual })
        }
        Placeholder::Rival(series, period) => {
            let figure = figure(ctx, *series, period)?;
            let rival = figure.rivals().next()?;
            cited.add_figure(ctx, &figure);
            let words = ctx.words.quantity(&rival.value, &ctx.dataset[series.0], TextForm::Plain);
            Some(PlaceholderValue::number(words, Role::Contested))
        }
        Placeholder::Times(series, from, to) => {
            let (from, to) = (figure(ctx, *series, from)?, figure(ctx, *series, to)?);
            cited.add_figure(ctx, &from);
            cited.add_figure(ctx, &to);
            let times = to.value.nominal / from.value.nominal;
            // Without decimals from ten on, as in speech.
            let number = ctx.words.number(times, usize::from(times < 10.0));
            let words = ctx.words.format("times", &[("number", Arg::from(number))]);
            times.is_finite().then(|| PlaceholderValue::number(words, Role::Actual))
        }
        Placeholder::Target(field, id) if ctx.is_known(*id) => {
            match field {
                TargetField::Reported
                | TargetField::ReportedShort
                | TargetField::In
                | TargetField::Period
                | TargetField::Late
                | TargetField::Recent => cited.add_outcome(ctx, *id),
                TargetField::Attained | TargetField::Gap | TargetField::Verdict => {
                    cited.add_promise(ctx, *id);
                    cited.add_outcome(ctx, *id);
                }
                TargetField::Again | TargetField::Moved => {
                    for link in crate::page::target::chain::restatement_chain(ctx, *id) {
                        cited.add_promise(ctx, link);
                    }
                }
                _ => cited.add_promise(ctx, *id),
            }
            target_field_value(ctx, *field, *id)
        }
        Placeholder::Target(..) => None,
    }
}

/// The value of a field of a target; none if nothing is known.
fn target_field_value(ctx: &Context<'_>, field: TargetField, id: Id<Target>) -> Option<PlaceholderValue> {
    let (words, target, verdict) = (ctx.words, &ctx.dataset[id], ctx.verdict(id));
    let metric = &ctx.dataset[target.metric];
    let figure = verdict.reported.or(verdict.reached);
    let (_, status_role) = row::status_mark(verdict.status);
    let promised = |form| Some(words.value(&target.value?, metric, form));
    let reported = |ReportedFigure { value, .. }: &ReportedFigure, form| words.quantity(value, metric, form);
    let text = |text: &str| (!text.is_empty()).then(|| PlaceholderValue::plain(text.to_owned()));
    let number = |words: String, role| Some(PlaceholderValue::number(words, role));
    let words_as = |words: String, role| Some(PlaceholderValue::words(words, role));
    match field {
        TargetField::Promised => {
            let (long, short) = (promised(TextForm::Long)?, promised(TextForm::Plain)?);
            Some(PlaceholderValue { long, short, role: Role::Target })
        }
        TargetField::PromisedShort => number(promised(TextForm::Plain)?, Role::Target),
        TargetField::Reported => {
            let figure = figure.as_ref()?;
            let (long, short) = (reported(figure, TextForm::Long), reported(figure, TextForm::Plain));
            Some(PlaceholderValue { long, short, role: Role::Actual })
        }
        TargetField::ReportedShort => number(reported(figure.as_ref()?, TextForm::Plain), Role::Actual),
        TargetField::In => match event_date(ctx, id) {
            Some(when) => words_as(when, Role::Actual),
            None => Some(PlaceholderValue::plain(words.period_as(&figure?.period, DateCase::In))),
        },
        TargetField::Period => Some(PlaceholderValue::plain(words.period(&figure?.period, TextForm::Long))),
        TargetField::By => words_as(words.due_as(&target.due?, DateCase::By), Role::Target),
        TargetField::Due => words_as(words.due(&target.due?, TextForm::Plain), Role::Target),
        TargetField::Said => Some(PlaceholderValue::plain(words.stamp_as(target.said, DateCase::In))),
        TargetField::Stated => Some(PlaceholderValue::plain(words.stamp_as(target.said, DateCase::Standalone))),
        TargetField::Who => text(ctx.text(&target.by)),
        TargetField::Attained => number(words.attainment(&verdict.attainment?), row::gap_role(verdict)),
        TargetField::Gap => number(words.gap(&verdict.gap?, metric, TextForm::Plain), row::gap_role(verdict)),
        TargetField::Verdict => words_as(words.verdict(verdict), status_role),
        TargetField::Late => Some(words.lateness(verdict.lateness))
            .filter(|late| !late.is_empty())
            .and_then(|late| number(late, status_role)),
        TargetField::Again => {
            number(words.number(crate::page::target::chain::restatement_chain(ctx, id).len() as f64, 0), Role::Target)
        }
        TargetField::Moved => number(deadline_shift(ctx, id)?, Role::Bad),
        TargetField::Needed | TargetField::Recent => {
            let need = verdict.required.as_ref()?;
            let (rate, role) = match field {
                TargetField::Needed => (need.growth.as_ref()?, Role::Target),
                _ => (need.recent.as_ref()?, Role::Actual),
            };
            number(progress::growth(ctx, metric, rate.nominal, need.line.line), role)
        }
    }
}

/// The date of an event, in a sentence; none for another metric and before it happened.
fn event_date(ctx: &Context<'_>, id: Id<Target>) -> Option<String> {
    if ctx.dataset[ctx.dataset[id].metric].kind != MetricKind::Milestone {
        return None;
    }
    ctx.verdict(id).steps.iter().find_map(|step| match step {
        CalculationStep::Happened { first, last, .. } => Some(ctx.words.event_date(*first, *last)),
        _ => None,
    })
}

/// The time between the last days of the deadline in the first and the last dated statement of a restatement chain.
fn deadline_shift(ctx: &Context<'_>, id: Id<Target>) -> Option<String> {
    let chain = crate::page::target::chain::restatement_chain(ctx, id);
    let mut ends = chain.iter().filter_map(|&link| ctx.dataset[link].due.map(|due: Due| due.days().1));
    let (first, last) = (ends.next()?, ends.next_back()?);
    let days = last.signed_duration_since(first).num_days();
    Some(ctx.words.days(days, days))
}

/// The figure of a series for exactly this period.
fn figure(ctx: &Context<'_>, series: SeriesKey, period: &Period) -> Option<Figure> {
    let known = figures(ctx.dataset, series, ctx.query.as_of);
    known.into_iter().find(|figure| figure.period.days() == period.days())
}

/// The count named by a placeholder: of records known on the as-of day, promises with a status, checks with an outcome.
fn record_count(ctx: &Context<'_>, what: &str) -> usize {
    let known = ctx.query.as_of;
    let found = |outcome| checks(ctx.dataset, known).iter().filter(|check| check.outcome == outcome).count();
    let sites = || ctx.dataset.subjects.iter().filter(|subject| subject.kind == SubjectKind::Site);
    let promises = || sections::promises(ctx).into_iter();
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

/// A placeholder as written in a story.
fn placeholder_text(placeholder: &Placeholder) -> String {
    match placeholder {
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
