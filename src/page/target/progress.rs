//! The progress of a target in words: baseline, required growth, pace, projection, slip, ambition.
//!
//! Not here: the calculation (`compare::progress`).

use crate::compare::progress::types::{
    Ambition, AmbitionLevel, Annualisation, Eta, OpenRule, Pace, ProgressStep, Projection, RequiredPace, SeriesPoint,
    Slip,
};
use crate::compare::series::quantity::{Quantity, QuantityForm};
use crate::compare::verdict::types::Verdict;
use crate::dataset::format::period::Period;
use crate::dataset::format::value::Hedge;
use crate::dataset::records::LineShape;
use crate::dataset::records::Metric;
use crate::page::context::Context;
use crate::page::i18n::{Arg, TextForm, last_digit_place};
use crate::page::model::{Block, Fact, LabelledBar, Role, TextRun};

/// Facts for Why; empty where nothing could be calculated.
pub(in crate::page) fn facts(ctx: &Context<'_>, verdict: &Verdict) -> Vec<Fact> {
    let metric = &ctx.dataset[ctx.dataset[verdict.target].metric];
    let fact = |key: &str, text: String| Fact { term: ctx.words.get(key), text: vec![TextRun::plain(text)] };
    let mut facts = Vec::new();
    facts.extend(verdict.baseline.as_ref().map(|point| fact("way-start", baseline_text(ctx, metric, point))));
    facts.extend(
        verdict.required.as_ref().and_then(|required| Some(fact("way-need", required_text(ctx, metric, required)?))),
    );
    facts.extend(verdict.pace.as_ref().map(|pace| fact("way-pace", pace_text(ctx, metric, pace))));
    let trend = verdict.projection.as_ref().filter(|projection| projection.points >= 2);
    facts.extend(trend.map(|projection| fact("way-projection", projection_text(ctx, metric, projection))));
    facts.extend(verdict.eta.as_ref().map(|eta| fact("way-eta", eta_text(ctx, eta))));
    facts.extend(verdict.slip.as_ref().map(|slip| fact("way-slip", slip_text(ctx, slip))));
    facts.extend(verdict.ambition.as_ref().map(|ambition| fact("way-ambition", ambition_text(ctx, ambition))));
    facts
}

/// Required against recent: growth a year, or output a month in the running due year.
pub(in crate::page) fn bars(ctx: &Context<'_>, verdict: &Verdict) -> Option<Block> {
    let metric = &ctx.dataset[ctx.dataset[verdict.target].metric];
    let required = verdict.required.as_ref()?;
    let bar = |key: &str, value: f64, words: String, role| LabelledBar {
        label: ctx.words.get(key),
        value: value.max(0.0),
        words,
        role,
    };
    if let (Some(month), Some(multiple)) = (&required.per_month, required.multiple.filter(|multiple| *multiple > 0.0)) {
        let recent = month.nominal / multiple;
        let words = ctx.words.format("way-times", &[("times", Arg::from(ctx.words.times(multiple)))]);
        let needed = format!("{}  {words}", amount(ctx, metric, month.nominal));
        return Some(Block::Bars(vec![
            bar("bar-needed-month", month.nominal, needed, Role::Target),
            bar("bar-recent-month", recent, amount(ctx, metric, recent), Role::Actual),
        ]));
    }
    let (needed, recent) = (required.from_here.as_ref()?.nominal, required.recent.as_ref()?.nominal);
    let line = required.line.line;
    Some(Block::Bars(vec![
        bar("bar-needed-year", needed, growth(ctx, metric, needed, line), Role::Target),
        bar("bar-recent-year", recent, growth(ctx, metric, recent, line), Role::Actual),
    ]))
}

fn baseline_text(ctx: &Context<'_>, metric: &Metric, point: &SeriesPoint) -> String {
    let value = match point.annual {
        Some(_) => amount(ctx, metric, point.value.nominal),
        None => ctx.words.quantity(&point.value, metric, TextForm::Plain),
    };
    let args = [
        ("value", Arg::from(value)),
        ("period", Arg::from(ctx.words.period(&point.period, TextForm::Plain))),
        ("year", Arg::from(year(point.at))),
    ];
    ctx.words.format(if point.annual.is_some() { "way-start-year" } else { "way-start-as-is" }, &args)
}

fn required_text(ctx: &Context<'_>, metric: &Metric, required: &RequiredPace) -> Option<String> {
    if let (Some(month), Some(multiple)) = (&required.per_month, required.multiple) {
        let args =
            [("value", Arg::from(amount(ctx, metric, month.nominal))), ("times", Arg::from(ctx.words.times(multiple)))];
        return Some(ctx.words.format("way-need-month", &args));
    }
    if let Some(year) = &required.per_year {
        return Some(ctx.words.format("way-need-sum", &[("value", Arg::from(amount(ctx, metric, year.nominal)))]));
    }
    let line = required.line.line;
    let all = growth(ctx, metric, required.growth.as_ref()?.nominal, line);
    let Some(rest) = &required.from_here else {
        return Some(ctx.words.format("way-need-year", &[("growth", Arg::from(all))]));
    };
    let rest = growth(ctx, metric, rest.nominal, line);
    Some(ctx.words.format("way-need-rest", &[("growth", Arg::from(all)), ("rest", Arg::from(rest))]))
}

fn pace_text(ctx: &Context<'_>, metric: &Metric, pace: &Pace) -> String {
    let key = if pace.variance_years < 0.0 { "way-pace-behind" } else { "way-pace-ahead" };
    let args = [
        ("years", Arg::from(ctx.words.significant(pace.variance_years.abs(), 2))),
        ("expected", Arg::from(amount(ctx, metric, pace.expected))),
        ("year", Arg::from(year(pace.at))),
        ("line", Arg::from(ctx.words.get(line_key(pace.line)))),
        ("ratio", Arg::from(pace.ratio.map_or_else(|| "–".to_owned(), |ratio| ratio_text(ctx, &ratio)))),
    ];
    ctx.words.format(key, &args)
}

fn projection_text(ctx: &Context<'_>, metric: &Metric, projection: &Projection) -> String {
    let value = Arg::from(amount(ctx, metric, projection.at_deadline.nominal));
    if !projection.interval {
        return ctx.words.format("way-projection-line", &[("value", value), ("points", Arg::from(projection.points))]);
    }
    let soft = projection.at_deadline.soft;
    let args = [
        ("value", value),
        ("low", Arg::from(amount(ctx, metric, soft.lo))),
        ("high", Arg::from(amount(ctx, metric, soft.hi))),
        ("chance", Arg::from(projection.probability.map(|chance| probability_text(ctx, chance)).unwrap_or_default())),
    ];
    ctx.words.format("way-projection-band", &args)
}

/// In a word with its percentage (analytics 3.9).
fn probability_text(ctx: &Context<'_>, chance: f64) -> String {
    let key = match chance {
        _ if chance >= 0.66 => "chance-likely",
        _ if chance > 0.33 => "chance-even",
        _ => "chance-unlikely",
    };
    ctx.words.format(key, &[("percent", Arg::from(ctx.words.percent(chance * 100.0, 0)))])
}

fn eta_text(ctx: &Context<'_>, eta: &Eta) -> String {
    let Some(year) = eta.year else { return ctx.words.get("way-eta-never") };
    let years = Arg::from(eta.lateness_years.unwrap_or(0).unsigned_abs());
    let key = match eta.lateness_years.unwrap_or(0) {
        0 => "way-eta-year",
        1.. => "way-eta-late",
        _ => "way-eta-early",
    };
    ctx.words.format(key, &[("year", Arg::from(year.to_string())), ("years", years)])
}

fn slip_text(ctx: &Context<'_>, slip: &Slip) -> String {
    let (fewest, most) = slip.days;
    let days = if fewest == most { number(ctx, fewest) } else { range(ctx, fewest, most) };
    let args = [
        ("days", Arg::from(days)),
        ("elapsed", Arg::from(number(ctx, slip.elapsed_days))),
        ("rate", Arg::from(slip.rate.map(|rate| ratio_text(ctx, &rate)).unwrap_or_default())),
    ];
    ctx.words.format(if slip.rate.is_some() { "way-slip-rate" } else { "way-slip-days" }, &args)
}

fn ambition_text(ctx: &Context<'_>, ambition: &Ambition) -> String {
    let times = Arg::from(ctx.words.times(ambition.multiple));
    let Some(word) = ambition.level else { return ctx.words.format("way-ambition-times", &[("times", times)]) };
    let key = match word {
        AmbitionLevel::WithinPace => "reach-within",
        AmbitionLevel::Stretch => "reach-stretch",
        AmbitionLevel::Hard => "reach-hard",
        AmbitionLevel::Break => "reach-break",
    };
    ctx.words.format("way-ambition-word", &[("times", times), ("word", Arg::from(ctx.words.get(key)))])
}

pub(in crate::page) fn step(ctx: &Context<'_>, metric: &Metric, step: &ProgressStep) -> String {
    let words = ctx.words;
    let value = |value: f64| Arg::from(exact_amount(ctx, metric, value));
    let plain = |number: f64| Arg::from(words.significant(number, 3));
    match step {
        ProgressStep::Baseline { point } => {
            words.format("step-baseline", &[("start", Arg::from(baseline_text(ctx, metric, point)))])
        }
        ProgressStep::Annualised { period, annual, value: year } => annualised(ctx, metric, period, annual, year),
        ProgressStep::RequiredGrowth { base, target, years, line, growth: rate } => {
            let args = [
                ("base", value(*base)),
                ("target", value(*target)),
                ("years", plain(*years)),
                ("growth", Arg::from(growth(ctx, metric, rate.nominal, *line))),
            ];
            words.format(line_message_key("step-growth", *line), &args)
        }
        ProgressStep::RunRate { target, so_far, months, needed, multiple } => {
            let args = [
                ("target", value(*target)),
                ("so-far", value(*so_far)),
                ("months", Arg::from(*months)),
                ("needed", value(*needed)),
                ("times", Arg::from(words.times(*multiple))),
            ];
            words.format("step-run-rate", &args)
        }
        ProgressStep::Pace { from, to, now, line, expected, ratio: rate, variance_years } => {
            let args = [
                ("from", value(from.1)),
                ("from-year", Arg::from(year(from.0))),
                ("to", value(to.1)),
                ("to-year", Arg::from(year(to.0))),
                ("now", value(now.1)),
                ("now-year", Arg::from(year(now.0))),
                ("expected", value(*expected)),
                ("ratio", Arg::from(ratio_text(ctx, rate))),
                ("years", Arg::from(words.signed(*variance_years, 2))),
            ];
            words.format(line_message_key("step-pace", *line), &args)
        }
        ProgressStep::CeilingPace { used, ceiling, elapsed, ratio: rate } => {
            let args = [
                ("used", value(*used)),
                ("ceiling", value(*ceiling)),
                ("share", Arg::from(words.significant(used / ceiling, 5))),
                ("elapsed", Arg::from(words.significant(*elapsed, 5))),
                ("ratio", Arg::from(ratio_text(ctx, rate))),
            ];
            words.format("step-ceiling", &args)
        }
        ProgressStep::Carried { carried, theta } => {
            let share = carried.attainment.map(|share| words.percent(share * 100.0, 1)).unwrap_or_default();
            let args = [
                ("from", value(carried.from.1)),
                ("from-year", Arg::from(year(carried.from.0))),
                ("to", value(carried.to.1)),
                ("to-year", Arg::from(year(carried.to.0))),
                ("due", Arg::from(year(carried.due))),
                ("value", value(carried.value.nominal)),
                ("theta", value(*theta)),
                ("share", Arg::from(share)),
            ];
            words.format(if carried.attainment.is_some() { "step-carried-share" } else { "step-carried" }, &args)
        }
        ProgressStep::Projected { points, drift, horizon, from, value: end, attainment, .. } => {
            let share = attainment.map(|share| words.percent(share * 100.0, 0)).unwrap_or_default();
            let args = [
                ("points", Arg::from(*points)),
                ("drift", Arg::from(words.signed(*drift, 3))),
                ("horizon", plain(horizon.0)),
                ("damped", plain(horizon.1)),
                ("from", value(*from)),
                ("value", value(end.nominal)),
                ("share", Arg::from(share)),
            ];
            words.format(if attainment.is_some() { "step-projected-share" } else { "step-projected" }, &args)
        }
        ProgressStep::Open { rule } => open_rule_text(ctx, rule),
        ProgressStep::Crosses { at: Some(at) } => words.format("step-crosses", &[("year", Arg::from(year(*at)))]),
        ProgressStep::Crosses { at: None } => words.get("step-crosses-never"),
        ProgressStep::Slipped { slip } => words.format("step-slipped", &[("slip", Arg::from(slip_text(ctx, slip)))]),
    }
}

fn annualised(ctx: &Context<'_>, metric: &Metric, period: &Period, annual: &Annualisation, year: &Quantity) -> String {
    let value = |value: f64| Arg::from(exact_amount(ctx, metric, value));
    let args = [
        ("period", Arg::from(ctx.words.period(period, TextForm::Plain))),
        ("so-far", Arg::from(ctx.words.quantity(&annual.so_far, metric, TextForm::Plain))),
        ("months", Arg::from(annual.months)),
        ("rho", Arg::from(ctx.words.significant(annual.rho.mid, 3))),
        ("value", value(year.nominal)),
        ("low", value(year.soft.lo)),
        ("high", value(year.soft.hi)),
        ("pairs", Arg::from(annual.rho.years)),
    ];
    ctx.words.format(if annual.rho.years == 0 { "step-annualised" } else { "step-annualised-learned" }, &args)
}

fn open_rule_text(ctx: &Context<'_>, rule: &OpenRule) -> String {
    match rule {
        OpenRule::NoNewerFigure => ctx.words.get("open-nothing-since"),
        OpenRule::TooEarly => ctx.words.get("open-too-early"),
        OpenRule::OutOfReach => ctx.words.get("open-out-of-reach"),
        OpenRule::AlreadyExceeded => ctx.words.get("open-cannot-be-unmade"),
        OpenRule::NewestDecides => ctx.words.get("open-newest-decides"),
        OpenRule::BelowZero => ctx.words.get("open-below-zero"),
        OpenRule::Held => ctx.words.get("open-held"),
        OpenRule::Range => ctx.words.get("open-range"),
        OpenRule::Bands { ratio, projected } => {
            let number = |value: f64| ctx.words.significant(value, 3);
            let band = ratio.map(|(low, high)| {
                let (low, high) = (number(low), number(high));
                if low == high {
                    low
                } else {
                    ctx.words.format("bounds-between", &[("lo", low.into()), ("hi", high.into())])
                }
            });
            let args = [
                ("ratio", Arg::from(band.clone().unwrap_or_default())),
                ("projected", Arg::from(projected.map(number).unwrap_or_default())),
            ];
            let key = match (band.is_some(), projected.is_some()) {
                (true, true) => "open-bands",
                (true, false) => "open-bands-pace",
                _ => "open-bands-projected",
            };
            ctx.words.format(key, &args)
        }
    }
}

/// A calculated value: three significant digits, with the unit of money or a share.
fn amount(ctx: &Context<'_>, metric: &Metric, value: f64) -> String {
    ctx.words.quantity(&Quantity::calculated(value), metric, TextForm::Plain)
}

/// Five significant digits: enough to repeat the calculation.
fn exact_amount(ctx: &Context<'_>, metric: &Metric, value: f64) -> String {
    let last_digit = if value == 0.0 { 1.0 } else { last_digit_place(value, 5) };
    let said = QuantityForm::Amount(Hedge::Plain, last_digit);
    ctx.words.quantity(&Quantity { said, ..Quantity::calculated(value) }, metric, TextForm::Plain)
}

/// Per cent a year on a geometric line, points or units a year on a linear one.
pub(in crate::page) fn growth(ctx: &Context<'_>, metric: &Metric, rate: f64, line: LineShape) -> String {
    match line {
        LineShape::Geometric => {
            let number = ctx.words.signed(rate * 100.0, 1);
            ctx.words.format("percent", &[("number", Arg::from(number))])
        }
        LineShape::Linear => ctx.words.gap(&Quantity::calculated(rate), metric, TextForm::Plain),
    }
}

/// With its bounds where they differ at two decimals: "0.55 (0.10 to 1.00)".
fn ratio_text(ctx: &Context<'_>, ratio: &Quantity) -> String {
    let number = |value: f64| ctx.words.number(value, 2);
    let (low, high) = (number(ratio.hard.lo), number(ratio.hard.hi));
    if low == high {
        return number(ratio.nominal);
    }
    let open_end = match (ratio.hard.lo.is_finite(), ratio.hard.hi.is_finite()) {
        (true, true) => None,
        (true, false) => Some(ctx.words.format("bounds-at-least", &[("lo", Arg::from(low.clone()))])),
        (false, true) => Some(ctx.words.format("bounds-at-most", &[("hi", Arg::from(high.clone()))])),
        (false, false) => return number(ratio.nominal),
    };
    if let Some(end) = open_end {
        return format!("{} ({end})", number(ratio.nominal));
    }
    let ends = ctx.words.format("bounds-between", &[("lo", Arg::from(low)), ("hi", Arg::from(high))]);
    format!("{} ({ends})", number(ratio.nominal))
}

fn range(ctx: &Context<'_>, low: i64, high: i64) -> String {
    let args = [("lo", Arg::from(number(ctx, low))), ("hi", Arg::from(number(ctx, high)))];
    ctx.words.format("bounds-between", &args)
}

fn number(ctx: &Context<'_>, value: i64) -> String {
    ctx.words.number(value as f64, 0)
}

/// The calendar year of a point of the pace line, which counts in years where 2025.0 is the end of 2025.
fn year(at: f64) -> String {
    format!("{:.0}", at.ceil())
}

fn line_key(line: LineShape) -> &'static str {
    match line {
        LineShape::Geometric => "line-geometric",
        LineShape::Linear => "line-linear",
    }
}

fn line_message_key(key: &'static str, line: LineShape) -> &'static str {
    match (key, line) {
        ("step-growth", LineShape::Geometric) => "step-growth-geometric",
        ("step-growth", LineShape::Linear) => "step-growth-linear",
        (_, LineShape::Geometric) => "step-pace-geometric",
        (_, LineShape::Linear) => "step-pace-linear",
    }
}
