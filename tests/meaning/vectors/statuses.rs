//! Slip, milestones, statuses (sections I, M).

use chrono::{Days, NaiveDate};
use planfact::compare::progress::slip::{DatedPromise, deadline_shift, horizon};
use planfact::compare::series::interval::ThresholdAnswer;
use planfact::compare::verdict::milestone::{MilestoneOutcome, MilestoneQuestion, milestone_status};
use planfact::compare::verdict::open::status_from_bands;
use planfact::compare::verdict::types::{Badge, Lateness, Status, Verdict};
use planfact::dataset::records::Better;
use serde_json::{Value, json};

use super::super::data::{dataset, day, on};
use super::figures::between;
use super::{Case, Computed, number, numbers};

pub(super) fn compute(case: &Case) -> Computed {
    let args = case.input["args"].as_array()?;
    match case.section.as_str() {
        "I slippage" => Some(slip(args)),
        "I milestone" => Some(event(args)),
        "M status" if case.input["fn"] == "status_closed" => Some(closed(args)),
        "M status" => Some(open(args, case)),
        "M contested" => Some(contested(args)),
        "M2 sensitivity" => Some(sensitivity(args)),
        _ => None,
    }
}

pub(super) fn date(value: &Value) -> NaiveDate {
    day(value.as_str().unwrap())
}

fn dates(value: &Value) -> Option<(NaiveDate, NaiveDate)> {
    (!value.is_null()).then(|| (date(&value[0]), date(&value[1])))
}

fn slip(args: &[Value]) -> Value {
    let said = |on: &Value, due: &Value| DatedPromise { on: date(on), due: dates(due).unwrap() };
    let (first, second) = (said(&args[0], &args[1]), said(&args[2], &args[3]));
    let deadline_shift = deadline_shift(first, second);
    let rate = deadline_shift.rate.unwrap();
    let (h1, h2) = (horizon(first), horizon(second));
    json!({
        "elapsed_days": deadline_shift.elapsed, "slip_like_days": [deadline_shift.like_ends.0, deadline_shift.like_ends.1], "rate": rate.nominal,
        "rate_range": [rate.hard.lo, rate.hard.hi], "horizon_1": [h1.0, h1.1], "horizon_2": [h2.0, h2.1],
    })
}

fn event(args: &[Value]) -> Value {
    let due = dates(&args[0]).unwrap();
    let known = date(&args[2]);
    let question = MilestoneQuestion {
        due,
        known,
        not_yet: args.get(3).filter(|day| !day.is_null()).map(date),
        is_moved: args.get(4).is_some_and(|moved| moved == true),
        silent_days: (known - due.1).num_days(),
    };
    let MilestoneOutcome { status, between, days } = milestone_status(&question, dates(&args[1]));
    let days =
        days.map(
            |(first, last)| {
                if status == Status::MetLate || between.is_some() { json!([first, last]) } else { json!(first) }
            },
        );
    json!([named(status, between, None), days])
}

/// A status in the notation of the vectors.
pub(super) fn named(status: Status, between: Option<[Status; 2]>, years: Option<i32>) -> String {
    let word = |status: Status| match status {
        Status::Met => "met",
        Status::MetEarly => "met_early",
        Status::MetLate => "met_late",
        Status::Missed => "missed",
        Status::OnTrack => "on_track",
        Status::Behind => "behind",
        Status::AtRisk => "at_risk",
        Status::NotYetDue => "not_yet_due",
        Status::AwaitingData => "awaiting_data",
        Status::NoData => "no_data",
        Status::Undetermined => "undetermined",
        Status::Contested => "contested",
        Status::Unquantified | Status::NotDated | Status::NotJudged | Status::NotSaid => "other",
    };
    match (between, years) {
        (Some([first, second]), _) => format!("{}({}|{})", word(status), word(first), word(second)),
        (None, Some(years)) if years > 0 => format!("{}(+{years}y)", word(status)),
        (None, Some(years)) => format!("{}({years}y)", word(status)),
        (None, None) => word(status).to_owned(),
    }
}

fn of(verdict: &Verdict) -> String {
    let years = match verdict.lateness {
        Some(Lateness::Years(years)) => Some(years),
        _ => None,
    };
    named(verdict.status, verdict.between, years)
}

/// A figure of one year with these bounds, published early in the next year.
fn report(year: i64, bounds: &Value) -> String {
    let ends = numbers(bounds);
    let value = if ends[1].is_infinite() { format!(">={}", ends[0]) } else { format!("={}", ends[0]) };
    format!(r#""period": {year}, "value": "{value}", "published": "{}-01-05""#, year + 1)
}

/// The same target and figures as a dataset, assessed through the public functions.
fn closed(args: &[Value]) -> Value {
    let year = args[3].as_i64().unwrap();
    let mut actuals = Vec::new();
    if !args[1].is_null() {
        actuals.push(report(year, &args[1]));
    }
    for others in [Some(&args[2]), args.get(5)].into_iter().flatten() {
        for (other, bounds) in others.as_object().unwrap() {
            actuals.push(report(other.parse().unwrap(), bounds));
        }
    }
    let target = format!(r#""value": ">={}", "due": {year}"#, args[0]);
    let actuals: Vec<&str> = actuals.iter().map(String::as_str).collect();
    let data = dataset(&[&target], &actuals);
    let end = day(&format!("{year}-12-31"));
    let since = args[4].as_i64().unwrap();
    let shift = Days::new(since.unsigned_abs());
    let known = if since < 0 { end.checked_sub_days(shift) } else { end.checked_add_days(shift) };
    Value::from(of(&on(&data, &known.unwrap().to_string())))
}

/// Open targets: by their bands; the two decided earlier by their own rule.
fn open(args: &[Value], case: &Case) -> Value {
    if number(&args[2]) < 0.1 {
        let data = super::super::data::vehicles();
        let (place, known) = if case.name.starts_with("100k") { (1, "2018-09-30") } else { (0, "2016-08-01") };
        let all = planfact::compare::verdicts(&data, day(known));
        return Value::from(of(&all[place]));
    }
    if args.get(5) == Some(&Value::Bool(true)) {
        return Value::from(of(&on(&super::super::data::vehicles(), "2025-12-29")));
    }
    let ends = |value: &Value| (!value.is_null()).then(|| (number(&value[0]), number(&value[1])));
    let open = status_from_bands(ends(&args[0]), ends(&args[1]).map(|(value, _)| value));
    assert_eq!(open.is_reversing, case.name.contains("reversing"));
    Value::from(named(open.status, open.between, None))
}

fn contested(args: &[Value]) -> Value {
    let target = format!(r#""metric": "money", "value": "={}", "due": 2024"#, args[0]);
    let report = |value: &str, source: &str| {
        format!(
            r#""metric": "money", "period": 2024, "value": "{value}", "published": "2025-02-01", "sources": ["{source}"]"#
        )
    };
    let ends = numbers(&args[1][0]);
    let plain = f64::midpoint(ends[0], ends[1]);
    let over = numbers(&args[1][1])[0];
    let verdict = on(
        &dataset(&[&target], &[&report(&plain.to_string(), "gov"), &report(&format!(">{over}"), "press")]),
        "2025-03-01",
    );
    let differ = if verdict.badges.contains(&Badge::SourcesDiffer) { " (sources differ)" } else { "" };
    Value::from(format!("{}{differ}", named(verdict.status, None, None)))
}

fn sensitivity(args: &[Value]) -> Value {
    let bounds = between(&args[1]);
    let answer = |tolerance: f64| {
        let theta = number(&args[0]) * (1.0 - tolerance);
        match bounds.reaches(theta, false, Better::More) {
            ThresholdAnswer::Yes => "yes",
            ThresholdAnswer::No => "no",
            ThresholdAnswer::Undetermined => "undetermined",
        }
    };
    json!({"2.5%": answer(0.025), "5.0%": answer(0.05), "10.0%": answer(0.10)})
}
