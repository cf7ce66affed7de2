//! The progress of a target in words: baseline, required growth, pace, projection, slip, ambition.
//!
//! Not here: the calculation (`compare::progress`) and its steps ([`super::progress_steps`]).

use crate::compare::progress::types::{
    Ambition, AmbitionLevel, Eta, Pace, Projection, RequiredPace, SeriesPoint, Slip,
};
use crate::compare::series::quantity::Quantity;
use crate::compare::verdict::types::Verdict;
use crate::dataset::records::LineShape;
use crate::dataset::records::Metric;
use crate::page::context::Context;
use crate::page::i18n::{Arg, TextForm};
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

pub(super) fn baseline_text(ctx: &Context<'_>, metric: &Metric, point: &SeriesPoint) -> String {
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

pub(super) fn slip_text(ctx: &Context<'_>, slip: &Slip) -> String {
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

/// A calculated value: three significant digits, with the unit of money or a share.
fn amount(ctx: &Context<'_>, metric: &Metric, value: f64) -> String {
    ctx.words.quantity(&Quantity::calculated(value), metric, TextForm::Plain)
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
pub(super) fn ratio_text(ctx: &Context<'_>, ratio: &Quantity) -> String {
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
pub(super) fn year(at: f64) -> String {
    format!("{:.0}", at.ceil())
}

fn line_key(line: LineShape) -> &'static str {
    match line {
        LineShape::Geometric => "line-geometric",
        LineShape::Linear => "line-linear",
    }
}
