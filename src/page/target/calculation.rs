//! The calculation behind a verdict in words, one step a line, so that it can be checked with a pocket calculator.

use chrono::NaiveDate;

use crate::compare::series::interval::{Interval, ThresholdAnswer};
use crate::compare::series::quantity::{Quantity, QuantityForm};
use crate::compare::verdict::types::{CalculationStep, MeaningStep, Verdict};
use crate::dataset::format::period::Period;
use crate::dataset::format::value::Hedge;
use crate::dataset::records::{Better, Id, Metric, MetricKind, Source};
use crate::page::context::Context;
use crate::page::i18n::{Arg, TextForm, round_to, written_digit_place};
use crate::page::model::TextRun;
use crate::page::target::progress;

/// Significant digits with which a quotient or difference comes out as printed.
const REDOABLE_DIGITS: usize = 7;

pub(in crate::page) fn lines(ctx: &Context<'_>, verdict: &Verdict) -> Vec<Vec<TextRun>> {
    texts(ctx, verdict).into_iter().map(|text| vec![TextRun::plain(text)]).collect()
}

pub(in crate::page) fn texts(ctx: &Context<'_>, verdict: &Verdict) -> Vec<String> {
    let metric = &ctx.dataset[ctx.dataset[verdict.target].metric];
    verdict.steps.iter().map(|step| text(ctx, metric, step)).collect()
}

/// The arguments of a step's message.
struct StepWriter<'a> {
    ctx: &'a Context<'a>,
    metric: &'a Metric,
}

impl StepWriter<'_> {
    /// A quantity with its hedge.
    fn plain(&self, value: &Quantity) -> Arg<'static> {
        self.ctx.words.quantity(value, self.metric, TextForm::Plain).into()
    }

    fn number(&self, value: f64) -> Arg<'static> {
        full(self.ctx, value, self.metric).into()
    }

    fn period(&self, period: &Period) -> Arg<'static> {
        self.ctx.words.period(period, TextForm::Plain).into()
    }

    fn day(&self, day: NaiveDate) -> Arg<'static> {
        self.ctx.words.date(day, TextForm::Plain).into()
    }
}

fn text(ctx: &Context<'_>, metric: &Metric, step: &CalculationStep) -> String {
    let (words, writer) = (ctx.words, StepWriter { ctx, metric });
    match step {
        CalculationStep::Threshold { said, theta, strict } => {
            let key = match (strict, metric.better) {
                (true, Better::More) => "step-threshold-strict",
                (true, Better::Less) => "step-threshold-strict-less",
                (false, Better::More) => "step-threshold",
                (false, Better::Less) => "step-threshold-less",
            };
            words.format(key, &[("said", writer.plain(said)), ("theta", writer.number(*theta))])
        }
        CalculationStep::Window { first, last } => {
            let known = writer.day(ctx.verdicts.known());
            words.format("step-window", &[("first", writer.day(*first)), ("last", writer.day(*last)), ("known", known)])
        }
        CalculationStep::Used { period: time, value, sources } => {
            let args = [
                ("period", writer.period(time)),
                ("value", writer.plain(value)),
                ("bounds", Arg::from(bounds(ctx, metric, &value.hard))),
                ("sources", Arg::from(publishers(ctx, sources))),
            ];
            let key = match metric.kind {
                MetricKind::Milestone => "step-event",
                _ if is_one_number(&value.hard) => "step-used-exactly",
                _ => "step-used",
            };
            words.format(key, &args)
        }
        CalculationStep::AtLeastSoFar { period: time, value } => {
            words.format("step-so-far", &[("period", writer.period(time)), ("value", writer.plain(value))])
        }
        CalculationStep::Differs { period: time, value, sources } => {
            let sources = Arg::from(publishers(ctx, sources));
            words.format(
                "step-differs",
                &[("period", writer.period(time)), ("value", writer.plain(value)), ("sources", sources)],
            )
        }
        CalculationStep::Compared { period: time, value, theta, answer } => {
            let key = match (answer, metric.better) {
                (ThresholdAnswer::Yes, Better::More) => "step-compared-yes",
                (ThresholdAnswer::No, Better::More) => "step-compared-no",
                (ThresholdAnswer::Undetermined, Better::More) => "step-compared-open",
                (ThresholdAnswer::Yes, Better::Less) => "step-compared-yes-less",
                (ThresholdAnswer::No, Better::Less) => "step-compared-no-less",
                (ThresholdAnswer::Undetermined, Better::Less) => "step-compared-open-less",
            };
            let value = Arg::from(bounds(ctx, metric, value));
            words.format(key, &[("period", writer.period(time)), ("value", value), ("theta", writer.number(*theta))])
        }
        CalculationStep::LaterReached { period: time, value, years }
        | CalculationStep::EarlierReached { period: time, value, years } => {
            let is_later = matches!(step, CalculationStep::LaterReached { .. });
            let years = Arg::from(years.abs());
            let args = [("period", writer.period(time)), ("value", writer.plain(value)), ("years", years)];
            words.format(if is_later { "step-later" } else { "step-earlier" }, &args)
        }
        CalculationStep::Attainment { actual, target, ratio } => {
            // Less is better: the target over what was reported.
            let (dividend, divisor) = if metric.better == Better::Less { (target, actual) } else { (actual, target) };
            let args = [
                ("dividend", writer.number(*dividend)),
                ("divisor", writer.number(*divisor)),
                ("ratio", Arg::from(words.number(ratio.nominal, 3))),
                ("percent", Arg::from(words.percent(ratio.nominal * 100.0, 1))),
            ];
            words.format("step-attainment", &args)
        }
        CalculationStep::Gap { actual, target, gap } => {
            let difference = words.gap(&Quantity::calculated(gap.nominal), metric, TextForm::Plain);
            let bounds = words.gap(gap, metric, TextForm::Plain);
            let key = if bounds == difference { "step-gap" } else { "step-gap-bounds" };
            let args = [
                ("actual", writer.number(*actual)),
                ("target", writer.number(*target)),
                ("gap", Arg::from(difference)),
            ];
            words.format(key, &[&args[..], &[("bounds", Arg::from(bounds))]].concat())
        }
        CalculationStep::Happened { first, last, days } => {
            let args = [
                ("first", writer.day(*first)),
                ("last", writer.day(*last)),
                ("days", Arg::from(words.days(days.0, days.1))),
            ];
            words.format("step-happened", &args)
        }
        CalculationStep::NotYet { day: by } => words.format("step-not-yet", &[("day", writer.day(*by))]),
        CalculationStep::NothingReported { since } => {
            let days = ctx.verdicts.known().signed_duration_since(*since).num_days();
            words.format("step-silence", &[("days", Arg::from(days))])
        }
        CalculationStep::Meaning(step) => meaning_text(&writer, step),
        CalculationStep::Progress(step) => progress::step(ctx, metric, step),
    }
}

/// What the promise means: the year, the base of a change, a moved date, parts of a sum, a range.
fn meaning_text(writer: &StepWriter<'_>, step: &MeaningStep) -> String {
    let StepWriter { ctx, metric } = *writer;
    let words = ctx.words;
    match step {
        MeaningStep::YearMeant { year, period: months } => {
            words.format("step-year-meant", &[("year", Arg::from(year.to_string())), ("period", writer.period(months))])
        }
        MeaningStep::BaseFigure { period: base, value, change, level } => {
            let args = [
                ("period", writer.period(base)),
                ("value", writer.plain(value)),
                ("change", Arg::from(words.value(change, metric, TextForm::Plain))),
                ("level", writer.number(*level)),
            ];
            words.format("step-base", &args)
        }
        MeaningStep::BaseRevised { before, on } => {
            words.format("step-base-revised", &[("before", writer.plain(before)), ("day", writer.day(*on))])
        }
        MeaningStep::BaseUnknown { period: base } => {
            words.format("step-base-unknown", &[("period", writer.period(base))])
        }
        MeaningStep::MovedTo { due } => {
            words.format("step-moved", &[("due", Arg::from(words.due(due, TextForm::Plain)))])
        }
        MeaningStep::AddedUp { parts, sum } => {
            let numbers: Vec<String> = parts.iter().map(|(_, value)| full(ctx, *value, metric)).collect();
            words.format("step-sum", &[("parts", Arg::from(numbers.join(" + "))), ("sum", writer.number(*sum))])
        }
        MeaningStep::InRange { value, floor, cap, answer } => {
            let key = match answer {
                ThresholdAnswer::Yes => "step-range-yes",
                ThresholdAnswer::No => "step-range-no",
                ThresholdAnswer::Undetermined => "step-range-open",
            };
            let value = Arg::from(bounds(ctx, metric, value));
            words.format(key, &[("value", value), ("floor", writer.number(*floor)), ("cap", writer.number(*cap))])
        }
    }
}

/// "171,442", "95,000 to 105,000", "above 19,000", "95,000 or more".
fn bounds(ctx: &Context<'_>, metric: &Metric, bounds: &Interval) -> String {
    let number = |value| Arg::from(full(ctx, value, metric));
    let (lo, hi) = (("lo", number(bounds.lo)), ("hi", number(bounds.hi)));
    let key = match (bounds.lo.is_finite(), bounds.hi.is_finite()) {
        (true, true) if is_one_number(bounds) => {
            return full(ctx, bounds.lo, metric);
        }
        (true, true) => "bounds-between",
        (true, false) if bounds.lo_open => "bounds-above",
        (true, false) => "bounds-at-least",
        (false, true) => "bounds-at-most",
        (false, false) => "bounds-none",
    };
    ctx.words.format(key, &[lo, hi])
}

fn is_one_number(bounds: &Interval) -> bool {
    (bounds.hi - bounds.lo).abs() <= f64::EPSILON * bounds.hi.abs()
}

/// The publishers, each once.
fn publishers(ctx: &Context<'_>, sources: &[Id<Source>]) -> String {
    let mut names: Vec<&str> = Vec::new();
    for name in sources.iter().map(|&id| ctx.text(&ctx.dataset[id].publisher)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.join(", ")
}

/// A number as written where that is short, else with so many digits that a line of the calculation can be redone.
fn full(ctx: &Context<'_>, value: f64, metric: &Metric) -> String {
    let written = if value.fract() == 0.0 { value } else { round_to(value, REDOABLE_DIGITS) };
    let said = QuantityForm::Amount(Hedge::Exact, written_digit_place(written));
    ctx.words.quantity(&Quantity { said, ..Quantity::calculated(value) }, metric, TextForm::Plain)
}
