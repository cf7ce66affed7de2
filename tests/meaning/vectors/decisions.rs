//! Decisions on the mathematics that are formulas (section O); those that need reports and a date are in `rules`.

use planfact::compare::progress::pace::{PaceLine, shape_of_line};
use planfact::compare::progress::part_year::{DEFAULT_REMAINING_PACE, annualised_band};
use planfact::compare::progress::programme::sum_ratio;
use planfact::compare::progress::projection::{DAMPING, TrendFit, TrendScale, five_years_before};
use planfact::compare::progress::trend::carry;
use planfact::compare::progress::types::SeriesPoint;
use planfact::compare::series::interval::Interval;
use planfact::compare::series::quantity::{ABOUT_TOLERANCE, Quantity};
use planfact::compare::window::change::{change_made, level};
use planfact::compare::window::promised_number::PromisedNumber;
use planfact::dataset::format::period::{Period, Span};
use planfact::dataset::format::value::{ChangeUnit, NumberKind, Value as Figure};
use planfact::dataset::records::{Better, LineShape, MetricKind};
use serde_json::{Value, json};

use super::figures::{between, compare, promise};
use super::statuses::date;
use super::{Case, Computed, number};

pub(super) fn compute(case: &Case) -> Computed {
    let args = case.input["args"].as_array()?;
    let at = |place: usize| number(&args[place]);
    match case.input["fn"].as_str()? {
        "R_log" => {
            let line = PaceLine { line: LineShape::Geometric, from: (at(2), at(0)), to: (at(3), at(1)) };
            Some(json!(line.ratio((at(4), at(5)))?))
        }
        "annual_band" => {
            let so_far = Quantity::derived(at(1), Interval::at_least(at(0)), Interval::between(at(0), at(2)));
            let year = annualised_band(&so_far, u32::try_from(args[3].as_u64()?).ok()?, &DEFAULT_REMAINING_PACE);
            Some(json!([year.soft.lo, year.nominal, year.soft.hi]))
        }
        "sum_pace" => {
            let total = promise(&format!("={}", args[2]));
            let ratio = sum_ratio(&total, (at(0), at(1)), at(0), at(3))?.hard;
            Some(json!([ratio.lo, ratio.hi]))
        }
        "carry" => carried(args),
        "share_ahead" => {
            let fit = TrendFit::of(&pairs(&args[0]), TrendScale::Clipped)?;
            Some(json!(fit.forecast(at(1), DAMPING).median))
        }
        "level" => {
            let unit = if args.len() > 2 { ChangeUnit::Points } else { ChangeUnit::Percent };
            Some(json!(level(unit, at(0), at(1))))
        }
        "change_made" => {
            let quantity = |value: &Value| {
                let bounds = between(value);
                Quantity::derived(bounds.lo, bounds, bounds)
            };
            let made = change_made(&quantity(&args[0]), &quantity(&args[1]), false)?.hard;
            Some(json!([made.lo, made.hi]))
        }
        "cmp_between" => Some(compare(case)),
        "one_in" => {
            let every = Figure::parse(&format!("1/{}", args[0]), NumberKind::Measurement).ok()?;
            let promised = PromisedNumber::from_value(&every, MetricKind::Ratio, Better::More, ABOUT_TOLERANCE)?;
            Some(json!(promised.threshold))
        }
        "line_kind" => Some(line(at(0), at(1), &case.input["kwargs"])),
        "five_years_before" => Some(json!(five_years_before(date(&args[0])).to_string())),
        _ => None,
    }
}

fn pairs(series: &Value) -> Vec<(f64, f64)> {
    series.as_array().unwrap().iter().map(|pair| (number(&pair[0]), number(&pair[1]))).collect()
}

/// The carried pace. Where it decides nothing the program carries none: the number is then that of the undamped trend.
fn carried(args: &[Value]) -> Computed {
    let series = pairs(&args[0]);
    let ahead = number(&args[1]);
    let is_linear = args.get(2).is_some_and(|line| line == "linear");
    let kind = if args.len() > 3 { MetricKind::Share } else { MetricKind::Flow };
    let (line, scale) = match (is_linear, kind) {
        (false, _) => (LineShape::Geometric, TrendScale::Log),
        (true, MetricKind::Share) => (LineShape::Linear, TrendScale::Clipped),
        (true, _) => (LineShape::Linear, TrendScale::Linear),
    };
    let points: Vec<SeriesPoint> = series.iter().map(|pair| point(*pair)).collect();
    let newest = series.last()?.0;
    let recent: Vec<(f64, f64)> = series.into_iter().filter(|(year, _)| *year >= newest - 5.0).collect();
    let fit = TrendFit::of(&recent, scale)?;
    let carried = carry(kind, line, true, &points, newest + ahead);
    let value = carried.as_ref().map_or(fit.forecast(ahead, 1.0).median, |carried| carried.value.nominal);
    Some(json!({"points": fit.points, "span": fit.span, "value": value, "decides": carried.is_some()}))
}

/// An exact figure of a whole year.
fn point((year, value): (f64, f64)) -> SeriesPoint {
    SeriesPoint {
        at: year,
        period: Period { span: Span::Year(year.to_string().parse().unwrap()), is_approximate: false },
        pieces: Vec::new(),
        value: Quantity::calculated(value),
        ends: (value, value),
        annual: None,
        actual: None,
        has_differing_claims: false,
        is_early_estimate: false,
    }
}

fn line(base: f64, goal: f64, asked: &Value) -> Value {
    let kind = match (asked["rate"] == true, asked["stock"] == true) {
        (true, _) => MetricKind::Share,
        (_, true) => MetricKind::Stock,
        _ => MetricKind::Flow,
    };
    let path = match asked["path"].as_str() {
        Some("linear") => Some(LineShape::Linear),
        Some("geometric") => Some(LineShape::Geometric),
        _ => None,
    };
    json!(match shape_of_line(kind, path, base, base.min(goal), goal) {
        LineShape::Geometric => "geometric",
        LineShape::Linear => "linear",
    })
}
