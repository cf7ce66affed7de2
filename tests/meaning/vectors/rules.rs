//! Decisions on the mathematics that are rules (section O), each asked of a small dataset with its reports and a date.

use std::fmt::Display;

use chrono::{Days, NaiveDate};
use planfact::compare::progress::types::{OpenRule, ProgressStep};
use planfact::compare::series::as_of::figures;
use planfact::compare::series::tiling::{sum, tiles};
use planfact::compare::verdict::types::{Badge, CalculationStep, Status, Verdict};
use planfact::dataset::records::Dataset;
use serde_json::{Value, json};

use super::super::data::{dataset, day, on};
use super::statuses::{date, named};
use super::{Case, Computed, number};

pub(super) fn compute(case: &Case) -> Computed {
    let args = case.input["args"].as_array()?;
    let asked = &case.input["kwargs"];
    match case.input["fn"].as_str()? {
        "baseline_kind" => Some(baseline_kind(args)),
        "newest_since" => Some(newest_since(args)),
        "ceiling" => ceiling(args),
        "status_sum" => {
            let sums = (number(&args[0]), number(&args[1]));
            Some(json!(status(&programme(sums, &args[2], number(&args[3]), asked))))
        }
        "direction" => Some(direction(args)),
        "unbroken" => Some(json!(run(&args[0]).reached.and_then(|reached| reached.period.full_year()))),
        "not_held" => Some(json!(run(&args[0]).badges.contains(&Badge::NotHeld))),
        "tile" => Some(tile(args)),
        "year_meant" => year_meant(args),
        "programme_start" => programme_start(case, args),
        "hold" => Some(hold(args)),
        "within" => within(args),
        "is_outcome" => Some(is_outcome(args)),
        "difference" => difference(args),
        "plan" => Some(plan(args, asked)),
        _ => None,
    }
}

/// A report of a period, published on a day.
fn report(metric: &str, period: impl Display, value: impl Display, published: impl Display) -> String {
    format!(r#""metric": "{metric}", "period": "{period}", "value": "{value}", "published": "{published}""#)
}

/// A report of a year, published early in the next.
fn of_year(metric: &str, year: i64, value: impl Display) -> String {
    report(metric, year, value, format!("{}-01-05", year + 1))
}

fn data(target: &str, actuals: &[String]) -> Dataset {
    let actuals: Vec<&str> = actuals.iter().map(String::as_str).collect();
    dataset(&[target], &actuals)
}

/// A number between two, as written.
fn written((low, high): (f64, f64)) -> String {
    if low < high { format!("{low}..{high}") } else { format!("={low}") }
}

/// A figure that answers so to "at least 100".
fn answering(answer: &Value) -> &'static str {
    match answer.as_str().unwrap() {
        "yes" => "=120",
        "no" => "=80",
        _ => "95..105",
    }
}

fn status(verdict: &Verdict) -> String {
    named(verdict.status, verdict.between, None)
}

/// The last day of a window of some years and the days after it.
fn after_end(year: i64, days: u64) -> String {
    (day(&format!("{year}-12-31")) + Days::new(days)).to_string()
}

fn baseline_kind(args: &[Value]) -> Value {
    let part = &args[1];
    let period = format!("{}-01/{0}-{:02}", part[0], part[1].as_u64().unwrap());
    let said = day(&format!("{}-07-01", args[2]));
    let mut actuals = vec![report("made", period, "=100", "2016-06-20")];
    actuals.extend(args[0].as_i64().map(|year| of_year("made", year, "=100")));
    let target = format!(r#""value": ">=200", "due": 2025, "said": "{said}""#);
    let base = on(&data(&target, &actuals), "2016-08-01").baseline;
    json!(base.map(|base| if base.annual.is_some() { "part-year" } else { "full year" }))
}

/// The newest figure that the target is judged by. A figure at another time than the end of a year is that of a state.
fn newest_since(args: &[Value]) -> Value {
    let reports = args[1].as_array().unwrap();
    let is_stock = reports.iter().any(|report| number(&report[0]).fract() > 0.0);
    let metric = if is_stock { "jobs" } else { "made" };
    let written = |figure: &Value| {
        let end = date(&figure[2]);
        let period = if is_stock { end.to_string() } else { end.format("%Y-01/%Y-%m").to_string() };
        let source = if figure[3] == true { "press" } else { "gov" };
        format!(r#"{}, "sources": ["{source}"]"#, report(metric, period, "=100", date(&figure[1])))
    };
    let actuals: Vec<String> = reports.iter().map(written).collect();
    let target = format!(
        r#""metric": "{metric}", "value": ">=200", "due": 2020, "said": "{}", "sources": ["press"]"#,
        date(&args[2])
    );
    let verdict = on(&data(&target, &actuals), "2016-12-01");
    assert!(verdict.baseline.is_some(), "there is nothing to be newer than");
    json!(verdict.pace.map(|pace| pace.newest.at))
}

/// The verdict on a programme of four or five years from 2016 on, seen after this fraction of its time.
fn programme((low, high): (f64, f64), total: &Value, elapsed: f64, asked: &Value) -> Verdict {
    let mut parts = [5, 4].into_iter().flat_map(|years| (1..years).map(move |passed| (passed, years)));
    let is_elapsed = |(passed, years): &(i32, i32)| (f64::from(*passed) / f64::from(*years) - elapsed).abs() < 1e-9;
    let (passed, years) = parts.find(is_elapsed).unwrap();
    let (newest, last) = (2015 + passed, 2015 + years);
    let (metric, sign) = if asked["less"] == true { ("budget", "<=") } else { ("programme", ">=") };
    let target = format!(
        r#""metric": "{metric}", "value": "{sign}{total}", "due": "2016-01-01/{last}-12-31", "said": "2015-12-01""#
    );
    // Of a programme with a piece missing only the last year is known.
    let period = if asked["gaps"] == true { newest.to_string() } else { format!("{newest}-12-31") };
    let known = format!("{}-03-01", newest + 1);
    on(&data(&target, &[report(metric, period, written((low, high)), &known)]), &known)
}

fn ceiling(args: &[Value]) -> Computed {
    let used = number(&args[0]);
    let pace = programme((used, used), &args[1], number(&args[2]), &json!({"less": true})).pace?;
    let carried = pace.carried?;
    Some(json!({
        "R": pace.ratio.map(|ratio| ratio.nominal), "at_deadline": carried.value.nominal, "PA": carried.attainment,
    }))
}

/// The status where the baseline decides it; null where R does.
fn direction(args: &[Value]) -> Value {
    let actuals = [of_year("made", 2015, answering(&args[0])), of_year("made", 2017, answering(&args[1]))];
    let verdict = on(&data(r#""value": ">=100", "due": 2020"#, &actuals), "2018-06-01");
    let by_bands = |step: &CalculationStep| match step {
        CalculationStep::Progress(step) => {
            matches!(**step, ProgressStep::Open { rule: OpenRule::Bands { ratio: Some(_), .. } })
        }
        _ => false,
    };
    if verdict.steps.iter().any(by_bands) {
        return Value::Null;
    }
    let reversing = if verdict.badges.contains(&Badge::Reversing) { "(reversing)" } else { "" };
    json!(format!("{}{reversing}", status(&verdict)))
}

/// The verdict on "at least 100 by 2030" after these answers of single years.
fn run(answers: &Value) -> Verdict {
    let answers = answers.as_array().unwrap();
    let actuals: Vec<String> =
        answers.iter().map(|pair| of_year("made", pair[0].as_i64().unwrap(), answering(&pair[1]))).collect();
    on(&data(r#""value": ">=100", "due": 2030"#, &actuals), "2024-06-01")
}

fn months(first: NaiveDate, last: NaiveDate) -> String {
    format!("{}/{}", first.format("%Y-%m"), last.format("%Y-%m"))
}

fn tile(args: &[Value]) -> Value {
    let piece = |piece: &Value| {
        let value = written((number(&piece[2]), number(&piece[3])));
        report("made", months(date(&piece[0]), date(&piece[1])), value, "2023-02-01")
    };
    let actuals: Vec<String> = args[2].as_array().unwrap().iter().map(piece).collect();
    let data = data(r#""value": ">=100", "due": 2025"#, &actuals);
    let series = (data.actuals[0].metric, data.actuals[0].subject);
    let figures = figures(&data, series, day("2023-03-01"));
    let parts = tiles(figures.iter(), date(&args[0]), date(&args[1]));
    json!(
        parts
            .and_then(|parts| Some((parts.len(), sum(&parts)?.deciding_bounds)))
            .map(|(pieces, bounds)| { json!({"lo": bounds.lo, "hi": bounds.hi, "pieces": pieces}) })
    )
}

fn year_meant(args: &[Value]) -> Computed {
    let figure = |days: &Value| report("made", months(date(&days[0]), date(&days[1])), "=100", "2025-02-01");
    let actuals: Vec<String> = args[2].as_array()?.iter().map(figure).collect();
    let target = format!(r#""value": ">=200", "due": {}, "said": "{}""#, args[0], date(&args[1]));
    on(&data(&target, &actuals), "2025-02-02").steps.iter().find_map(|step| match step {
        CalculationStep::Window { first, last } => Some(json!([first.to_string(), last.to_string()])),
        _ => None,
    })
}

fn programme_start(case: &Case, args: &[Value]) -> Computed {
    let first = date(&args[0]);
    let (said, due) = if case.name.contains("no start of its own") {
        (first, "2020".to_owned())
    } else {
        (first - Days::new(30), format!("{first}/2020-12-31"))
    };
    let target = format!(r#""metric": "programme", "value": ">=5", "due": "{due}", "said": "{said}""#);
    Some(json!(on(&data(&target, &[]), &said.to_string()).baseline?.at))
}

/// "At least 100" to be held until 2025; a case that is over is seen so many days after it.
fn hold(args: &[Value]) -> Value {
    let answers = args[0].as_array().unwrap();
    let year = |pair: &Value| pair[0].as_str().unwrap().parse::<i64>().unwrap();
    let actuals: Vec<String> = answers.iter().map(|pair| of_year("made", year(pair), answering(&pair[1]))).collect();
    let days = args.get(3).and_then(Value::as_u64).unwrap_or(10);
    let known = if args[1] == true { after_end(2025, days) } else { "2023-06-01".to_owned() };
    let data = data(r#""value": ">=100", "due": 2025, "goal": "hold", "said": "2020-03-01""#, &actuals);
    let verdict = on(&data, &known);
    let broken = verdict.reported.filter(|_| verdict.status == Status::Missed);
    json!([status(&verdict), broken.and_then(|figure| figure.period.full_year()).map(|year| year.to_string())])
}

/// A figure of 2022 against a range to be in, due then or in 2025.
fn within(args: &[Value]) -> Computed {
    let due = if args[4] == true { 2022 } else { 2025 };
    let target = format!(r#""metric": "growth", "value": "{}..{}", "due": {due}, "goal": "within""#, args[2], args[3]);
    let value = written((number(&args[0]), number(&args[1])));
    let verdict = on(&data(&target, &[of_year("growth", 2022, value)]), "2023-03-01");
    let gap = verdict.gap?.hard;
    Some(json!({"status": status(&verdict), "gap": [gap.lo, gap.hi]}))
}

/// Whether a figure of a year makes a target without a date met.
fn is_outcome(args: &[Value]) -> Value {
    let year = date(&args[0]).format("%Y").to_string();
    let target = format!(r#""value": ">=100", "said": "{}""#, date(&args[1]));
    let actuals = [report("made", year, "=120", "2019-03-01")];
    json!(on(&data(&target, &actuals), "2019-06-01").status == Status::Met)
}

fn difference(args: &[Value]) -> Computed {
    let target = format!(r#""metric": "cost", "value": "={}", "due": 2022"#, args[1]);
    let spent = written((number(&args[0][0]), number(&args[0][1])));
    let verdict = on(&data(&target, &[of_year("cost", 2022, spent)]), "2023-03-01");
    let (gap, percent) = (verdict.difference.as_ref()?.gap?.hard, verdict.difference.as_ref()?.percent?.hard);
    Some(json!({"gap": [gap.lo, gap.hi], "percent": [percent.lo, percent.hi]}))
}

/// A plan of 100 for 2024, after a year that reached it.
fn plan(args: &[Value], asked: &Value) -> Value {
    let metric = if asked["less"] == true { "accidents" } else { "made" };
    let mut actuals = vec![of_year(metric, 2023, "=130")];
    let half = |value: String| report(metric, "2024-01/2024-06", value, "2024-07-20");
    actuals.extend((!args[0].is_null()).then(|| of_year(metric, 2024, answering(&args[0]))));
    if let Some(attainment) = asked["pa"].as_f64() {
        actuals.push(half(format!("={}", 100.0 * attainment / 2.0)));
    } else if !asked["part"].is_null() {
        actuals.push(half("=125".to_owned()));
    }
    let days = args.get(2).and_then(Value::as_u64).unwrap_or(60);
    let known = if args[1] == true { after_end(2024, days) } else { "2024-08-01".to_owned() };
    let target = format!(r#""metric": "{metric}", "value": "=100", "due": 2024, "kind": "plan", "said": "2023-12-10""#);
    json!(status(&on(&data(&target, &actuals), &known)))
}
