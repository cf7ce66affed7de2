//! Hedges, interval arithmetic, comparison, attainment, merging (sections A, B, C, L).

use planfact::compare::progress::pace::{anticipated_gap, progress};
use planfact::compare::series::figure::Agreement;
use planfact::compare::series::interval::{Interval, ThresholdAnswer};
use planfact::compare::series::merge::merge_intervals;
use planfact::compare::series::quantity::{ABOUT_TOLERANCE, Quantity};
use planfact::compare::window::promised_number::PromisedNumber;
use planfact::dataset::format::value::{NumberKind, Value as Figure};
use planfact::dataset::records::{Better, MetricKind};
use serde_json::{Value, json};

use super::{Case, Computed, number, numbers, written};

pub(super) fn compute(case: &Case) -> Computed {
    let input = &case.input;
    match case.section.as_str() {
        "A hedge" => Some(hedge(input)),
        "B interval" => {
            let (a, b) = (between(&input["a"]), between(&input["b"]));
            let quotient = a.divided_by(b)?;
            Some(json!([quotient.lo, quotient.hi]))
        }
        "B cmp3" => Some(compare(case)),
        "C attainment" => {
            let reported = between(&input["actual"]);
            let reported = Quantity::derived(f64::midpoint(reported.lo, reported.hi), reported, reported);
            let promise = promise(&input["target"].to_string());
            let (ratio, gap) = (promise.attainment(&reported)?.hard, promise.gap(&reported).hard);
            Some(json!({"att": [ratio.lo, ratio.hi], "gap": [gap.lo, gap.hi]}))
        }
        "C progress" => {
            let args = numbers(&input["args"]);
            let share = if input["fn"] == "progress_share" { progress } else { anticipated_gap };
            Some(json!(share(args[0], args[1], args[2])))
        }
        "L merge" => {
            let bounds: Vec<Interval> = input["args"][0].as_array()?.iter().map(between).collect();
            let (agreement, bounds, spread) = merge_intervals(&bounds)?;
            let kind = match agreement {
                Agreement::Single | Agreement::Agree => "agree",
                Agreement::MinorDifference => "minor",
                Agreement::Contested => "contested",
            };
            Some(json!({"kind": kind, "lo": bounds.lo, "hi": written(bounds.hi), "spread": spread}))
        }
        _ => None,
    }
}

/// The comparison with a threshold, or with one that lies between two numbers. A mirrored case has the negatives of numbers of
/// which less is better.
pub(super) fn compare(case: &Case) -> Value {
    let args = case.input["args"].as_array().unwrap();
    let at = |place: usize| number(&args[place]);
    let flag = |place: usize| args.get(place).is_some_and(|flag| flag == true);
    let flags = if case.input["fn"] == "cmp3" { 3 } else { 4 };
    let (theta, threshold_ends, is_strict) = (at(2), (at(2), at(flags - 1)), flag(flags + 1));
    let bounds = Interval { lo_open: flag(flags), hi_open: flag(flags + 2), ..Interval::between(at(0), at(1)) };
    let more = PromisedNumber { threshold: theta, threshold_ends, is_strict, ..promise("=1") };
    let promise = if case.name.contains("mirrored") {
        let (low, high) = threshold_ends;
        PromisedNumber { threshold: -theta, threshold_ends: (-high, -low), better: Better::Less, ..more }
    } else {
        more
    };
    answer(promise.answer(if promise.better == Better::Less { bounds.map(|x| -x) } else { bounds }))
}

/// A target number, in the notation of a file.
pub(super) fn promise(text: &str) -> PromisedNumber {
    let value = Figure::parse(text, NumberKind::Count).unwrap();
    PromisedNumber::from_value(&value, MetricKind::Flow, Better::More, ABOUT_TOLERANCE).unwrap()
}

/// The hedge of a case in the notation of the file format.
fn hedge(input: &Value) -> Value {
    let mantissa = input["mantissa"].as_str().unwrap();
    let scale = if input["scale"] == 1000.0 { "k" } else { "" };
    let kind = input["kind"].as_str().unwrap();
    let sign = match kind {
        "exact" => "=",
        "about" => "~",
        "nearly" => "<~",
        "over" => ">",
        "at_least" => ">=",
        "every_kth" => "1/",
        _ => "",
    };
    let value = Figure::parse(&format!("{sign}{mantissa}{scale}"), NumberKind::Measurement).unwrap();
    let quantity = Quantity::from_value(&value, MetricKind::Ratio, ABOUT_TOLERANCE).unwrap();
    json!({
        "nominal": quantity.nominal,
        "lo": quantity.hard.lo, "hi": written(quantity.hard.hi),
        "lo_open": quantity.hard.lo_open, "hi_open": quantity.hard.hi_open,
        "soft_lo": quantity.soft.lo, "soft_hi": quantity.soft.hi,
    })
}

/// An interval written as a list of two.
pub(super) fn between(value: &Value) -> Interval {
    let ends = numbers(value);
    Interval::between(ends[0], ends[1])
}

fn answer(answer: ThresholdAnswer) -> Value {
    Value::from(match answer {
        ThresholdAnswer::Yes => "yes",
        ThresholdAnswer::No => "no",
        ThresholdAnswer::Undetermined => "undetermined",
    })
}
