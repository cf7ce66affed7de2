//! The calculation behind a verdict in words, one step a line, so that it can be checked with a pocket calculator.

use chrono::NaiveDate;

use crate::compare::series::interval::{Interval, ThresholdAnswer, are_equal};
use crate::compare::series::quantity::{Quantity, QuantityForm};
use crate::compare::verdict::types::{CalculationStep, MeaningStep, Verdict};
use crate::compare::window::change::level;
use crate::dataset::format::period::Period;
use crate::dataset::format::value::{Change, ChangeUnit, Value};
use crate::dataset::records::{Better, Id, Metric, Source};
use crate::page::context::Context;
use crate::page::i18n::{Arg, TextForm, decimals_for, digits_for, exact_difference, operand};
use crate::page::model::TextRun;
use crate::page::target::progress_steps;

/// Significant digits of a calculated number, more where a line needs them.
const USUAL_DIGITS: usize = 5;
/// How far a gap of printed numbers may be from the gap itself, as a fraction of it.
const GAP_TOLERANCE: f64 = 0.005;

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

    /// A quantity with its hedge; a calculated one, which has none, by its bounds.
    fn as_said(&self, value: &Quantity) -> Arg<'static> {
        match value.form {
            QuantityForm::Derived => bounds(self.ctx, self.metric, &value.hard, USUAL_DIGITS).into(),
            _ => self.plain(value),
        }
    }

    fn number(&self, value: f64, digits: usize) -> Arg<'static> {
        self.ctx.words.in_full(operand(value, digits), self.metric).into()
    }

    fn period(&self, period: &Period) -> Arg<'static> {
        self.ctx.words.period(period, TextForm::Plain).into()
    }

    fn day(&self, day: NaiveDate) -> Arg<'static> {
        self.ctx.words.date(day, TextForm::Plain).into()
    }

    fn compared(&self, time: &Period, value: &Interval, theta: &Interval, answer: ThresholdAnswer) -> String {
        let StepWriter { ctx, metric } = *self;
        let words = ctx.words;
        // Only what has to be passed is not reached by the number itself.
        let stands_at_theta = match metric.better {
            Better::More => are_equal(value.hi, theta.lo),
            Better::Less => are_equal(value.lo, theta.hi),
        };
        let key = match (answer, metric.better) {
            (ThresholdAnswer::Yes, Better::More) => "step-compared-yes",
            (ThresholdAnswer::No, Better::More) if stands_at_theta => "step-compared-not-passed",
            (ThresholdAnswer::No, Better::More) => "step-compared-no",
            (ThresholdAnswer::Undetermined, Better::More) => "step-compared-open",
            (ThresholdAnswer::Yes, Better::Less) => "step-compared-yes-less",
            (ThresholdAnswer::No, Better::Less) if stands_at_theta => "step-compared-not-passed-less",
            (ThresholdAnswer::No, Better::Less) => "step-compared-no-less",
            (ThresholdAnswer::Undetermined, Better::Less) => "step-compared-open-less",
        };
        let digits = digits_for(USUAL_DIGITS, |digits| {
            let printed = |value: f64| operand(value, digits);
            let order = |end: f64, theta: f64| {
                are_equal(end, theta) || printed(end).total_cmp(&printed(theta)) == end.total_cmp(&theta)
            };
            [theta.lo, theta.hi].into_iter().all(|theta| order(value.lo, theta) && order(value.hi, theta))
        });
        let value = Arg::from(bounds(ctx, metric, value, digits));
        let theta = Arg::from(bounds(ctx, metric, theta, digits));
        words.format(key, &[("period", self.period(time)), ("value", value), ("theta", theta)])
    }

    fn attainment(&self, actual: f64, target: f64, ratio: &Quantity) -> String {
        let StepWriter { ctx, metric } = *self;
        let words = ctx.words;
        // Less is better: the target over what was reported.
        let (dividend, divisor) = if metric.better == Better::Less { (target, actual) } else { (actual, target) };
        let decimals = decimals_for(ratio.nominal, 1).max(3);
        let quotient = |ratio: f64| words.number(ratio, decimals);
        let printed = quotient(ratio.nominal);
        let digits = digits_for(USUAL_DIGITS, |digits| {
            quotient(operand(dividend, digits) / operand(divisor, digits)) == printed
        });
        let args = [
            ("dividend", self.number(dividend, digits)),
            ("divisor", self.number(divisor, digits)),
            ("ratio", Arg::from(printed)),
            ("percent", Arg::from(words.percent(ratio.nominal * 100.0, decimals - 2))),
        ];
        words.format("step-attainment", &args)
    }

    fn gap(&self, actual: f64, target: f64, gap: &Quantity) -> String {
        let StepWriter { ctx, metric } = *self;
        let words = ctx.words;
        let difference = |digits| exact_difference(operand(actual, digits), operand(target, digits));
        let digits = digits_for(USUAL_DIGITS, |digits| {
            (difference(digits) - gap.nominal).abs() <= gap.nominal.abs() * GAP_TOLERANCE
        });
        let rounded = words.gap(&Quantity::calculated(gap.nominal), metric, TextForm::Plain);
        let bounds = words.gap(gap, metric, TextForm::Plain);
        let key = if bounds == rounded { "step-gap" } else { "step-gap-bounds" };
        let args = [
            ("actual", self.number(actual, digits)),
            ("target", self.number(target, digits)),
            ("gap", Arg::from(words.gap_in_full(difference(digits), metric))),
            ("bounds", Arg::from(bounds)),
        ];
        words.format(key, &args)
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
            words.format(
                key,
                &[("said", writer.plain(said)), ("theta", Arg::from(bounds(ctx, metric, theta, USUAL_DIGITS)))],
            )
        }
        CalculationStep::Window { first, last } => {
            let known = writer.day(ctx.verdicts.known());
            words.format("step-window", &[("first", writer.day(*first)), ("last", writer.day(*last)), ("known", known)])
        }
        CalculationStep::Used { period: time, value, sources } => {
            let args = [
                ("period", writer.period(time)),
                ("value", writer.as_said(value)),
                ("bounds", Arg::from(bounds(ctx, metric, &value.hard, USUAL_DIGITS))),
                ("sources", Arg::from(publishers(ctx, sources))),
            ];
            let is_exact = is_one_number(&value.hard) || value.form == QuantityForm::Derived;
            words.format(if is_exact { "step-used-exactly" } else { "step-used" }, &args)
        }
        CalculationStep::AtLeastSoFar { period: time, value } => {
            let whole = Arg::from(bounds(ctx, metric, &value.hard.open_above(), USUAL_DIGITS));
            let args = [("period", writer.period(time)), ("value", writer.as_said(value)), ("bounds", whole)];
            words.format("step-so-far", &args)
        }
        CalculationStep::Differs { period: time, value, sources } => {
            let sources = Arg::from(publishers(ctx, sources));
            words.format(
                "step-differs",
                &[("period", writer.period(time)), ("value", writer.plain(value)), ("sources", sources)],
            )
        }
        CalculationStep::Compared { period, value, theta, answer } => writer.compared(period, value, theta, *answer),
        CalculationStep::LaterReached { period: time, value, years }
        | CalculationStep::EarlierReached { period: time, value, years } => {
            let is_later = matches!(step, CalculationStep::LaterReached { .. });
            let years = Arg::from(years.abs());
            let args = [("period", writer.period(time)), ("value", writer.plain(value)), ("years", years)];
            words.format(if is_later { "step-later" } else { "step-earlier" }, &args)
        }
        CalculationStep::Attainment { actual, target, ratio } => writer.attainment(*actual, *target, ratio),
        CalculationStep::Gap { actual, target, gap } => writer.gap(*actual, *target, gap),
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
        CalculationStep::Progress(step) => progress_steps::text(ctx, metric, step),
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
        MeaningStep::BaseFigure { period: base, value, change } => {
            let changes = match change {
                Value::Change(change) => vec![*change],
                Value::ChangeRange(small, large) => vec![*small, *large],
                _ => Vec::new(),
            };
            let equations: Vec<String> =
                changes.iter().map(|change| change_equation(writer, value.nominal, change)).collect();
            let args = [
                ("period", writer.period(base)),
                ("value", writer.plain(value)),
                ("change", Arg::from(words.value(change, metric, TextForm::Plain))),
                ("equations", Arg::from(equations.join("; "))),
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
            let printed = words.in_full(operand(*sum, USUAL_DIGITS), metric);
            let digits = digits_for(USUAL_DIGITS, |digits| {
                let added = parts.iter().map(|(_, part)| operand(*part, digits)).sum();
                words.in_full(operand(added, USUAL_DIGITS), metric) == printed
            });
            let parts = parts.iter().map(|(_, part)| words.in_full(operand(*part, digits), metric));
            let parts = parts.collect::<Vec<_>>().join(" + ");
            words.format("step-sum", &[("parts", Arg::from(parts)), ("sum", Arg::from(printed))])
        }
        MeaningStep::InRange { value, floor, cap, answer } => {
            let key = match answer {
                ThresholdAnswer::Yes => "step-range-yes",
                ThresholdAnswer::No => "step-range-no",
                ThresholdAnswer::Undetermined => "step-range-open",
            };
            let value = Arg::from(bounds(ctx, metric, value, USUAL_DIGITS));
            let (floor, cap) = (writer.number(*floor, USUAL_DIGITS), writer.number(*cap, USUAL_DIGITS));
            words.format(key, &[("value", value), ("floor", floor), ("cap", cap)])
        }
    }
}

/// A change on a base figure: "1,250 × 0.6 = 750", "12.5% + 5 pp = 17.5%".
fn change_equation(writer: &StepWriter<'_>, base: f64, change: &Change) -> String {
    let StepWriter { ctx, metric } = *writer;
    let goal = level(change.unit, base, change.number);
    let printed = ctx.words.in_full(operand(goal, USUAL_DIGITS), metric);
    let digits = digits_for(USUAL_DIGITS, |digits| {
        let goal = level(change.unit, operand(base, digits), change.number);
        ctx.words.in_full(operand(goal, USUAL_DIGITS), metric) == printed
    });
    let changed = match change.unit {
        ChangeUnit::Percent => {
            format!("× {}", ctx.words.plain_in_full(operand(1.0 + change.number / 100.0, USUAL_DIGITS)))
        }
        ChangeUnit::Times => format!("× {}", ctx.words.plain_in_full(change.number)),
        ChangeUnit::Points => {
            let points = ctx.words.gap_in_full(change.number.abs(), metric);
            format!("{} {}", if change.number < 0.0 { "−" } else { "+" }, points.trim_start_matches('+'))
        }
    };
    format!("{} {changed} = {printed}", ctx.words.in_full(operand(base, digits), metric))
}

/// "171,442", "95,000 to 105,000", "above 19,000", "95,000 or more".
fn bounds(ctx: &Context<'_>, metric: &Metric, bounds: &Interval, digits: usize) -> String {
    let number = |value| Arg::from(ctx.words.in_full(operand(value, digits), metric));
    let (lo, hi) = (("lo", number(bounds.lo)), ("hi", number(bounds.hi)));
    let key = match (bounds.lo.is_finite(), bounds.hi.is_finite()) {
        (true, true) if is_one_number(bounds) => {
            return ctx.words.in_full(operand(bounds.lo, digits), metric);
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
