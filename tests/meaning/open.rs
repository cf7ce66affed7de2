//! Targets whose window is still open (analytics 3.9, table M, 10).

use planfact::compare::progress::types::{OpenRule, ProgressStep};
use planfact::compare::verdict::types::{Badge, CalculationStep, Status, Verdict};
use planfact::compare::verdicts;
use planfact::dataset::records::Dataset;
use planfact::dataset::records::LineShape;

use super::data::{dataset, day, on, status, vehicles};

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-6 * b.abs().max(1e-12)
}

fn rule(verdict: &Verdict) -> Option<OpenRule> {
    verdict.steps.iter().find_map(|step| match step {
        CalculationStep::Progress(step) => match &**step {
            ProgressStep::Open { rule } => Some(*rule),
            _ => None,
        },
        _ => None,
    })
}

fn both(data: &Dataset, known: &str) -> [Status; 2] {
    let all = verdicts(data, day(known));
    [all[0].status, all[1].status]
}

#[test]
fn the_two_main_targets_are_assessed_as_in_table_m() {
    let data = vehicles();
    assert_eq!(both(&data, "2016-08-01"), [Status::NotYetDue, Status::NotSaid]);
    assert_eq!(both(&data, "2018-09-30"), [Status::OnTrack, Status::NotYetDue]);
    assert_eq!(both(&data, "2025-06-30"), [Status::AtRisk, Status::MetLate]);
    assert_eq!(both(&data, "2025-12-29"), [Status::AtRisk, Status::MetLate]);
    assert_eq!(both(&data, "2026-03-01"), [Status::Missed, Status::MetLate]);
}

#[test]
fn in_2018_it_was_on_track_on_estimates_only() {
    let verdict = on(&vehicles(), "2018-09-30");
    assert_eq!(verdict.badges, [Badge::Estimated]);
    let pace = verdict.pace.clone().expect("a pace");
    assert_eq!(pace.line, LineShape::Geometric);
    let ratio = pace.ratio.expect("R").hard;
    assert!(close(ratio.lo, 1.297_550_152_095_447_8) && close(ratio.hi, 2.593_297_156_558_238_6));
    assert!(close(pace.expected, 13_628.932_357_997_415) && close(pace.variance_years, 1.922_460_465_812_037));
    let growth = verdict.required.and_then(|required| required.growth).expect("growth");
    assert!(close(growth.nominal, 0.467_751_707_303_196_5) && close(growth.hard.hi, 0.525_080_794_659_582_1));
    let base = verdict.baseline.expect("a baseline");
    assert!(close(base.value.nominal, 6326.4) && close(base.ends.0, 4481.2) && close(base.ends.1, 10_016.8));
    let multiple = verdict.ambition.expect("an ambition").multiple;
    assert!(close(multiple, 31.613_555_892_766_82));
}

#[test]
fn a_pace_of_102_per_cent_does_not_hide_a_projected_miss() {
    let verdict = on(&vehicles(), "2025-06-30");
    let pace = verdict.pace.expect("a pace");
    assert!(close(pace.ratio.expect("R").nominal, 1.020_917_925_842_402_4));
    assert!(pace.carried.is_some_and(|carried| carried.attainment.is_some_and(|share| share < 0.9)));
    assert_eq!(verdict.status, Status::AtRisk);
}

#[test]
fn a_due_year_that_falls_short_even_at_double_pace_is_at_risk() {
    let verdict = on(&vehicles(), "2025-12-29");
    assert_eq!(rule(&verdict), Some(OpenRule::OutOfReach));
    let needed = verdict.required.expect("what it needs");
    assert!(close(needed.per_month.expect("a month").nominal, 53_800.0));
    assert!(close(needed.multiple.expect("a multiple"), 4.047_879_616_963_065));
}

#[test]
fn the_baseline_never_changes_after_the_statement() {
    let data = vehicles();
    for known in ["2016-08-01", "2018-09-30", "2022-08-01", "2026-03-01"] {
        let base = on(&data, known).baseline.expect("a baseline");
        assert!(close(base.value.nominal, 6326.4), "{known}: the later figure for 2016 is no part of it");
    }
}

#[test]
fn a_recent_full_year_is_preferred_to_a_part_year_and_an_old_one_is_not() {
    let target = r#""value": ">=200k", "due": 2025, "said": "2016-07-01""#;
    let part = r#""period": "2016-01/2016-05", "value": 2636, "published": "2016-06-20""#;
    let fresh = r#""period": 2015, "value": 14111, "published": "2016-02-01""#;
    let old = r#""period": 2013, "value": 37471, "published": "2014-02-06""#;
    let base = |actuals: &[&str]| on(&dataset(&[target], actuals), "2016-08-01").baseline.expect("a baseline").at;
    assert!(close(base(&[part, fresh]), 2015.0));
    assert!(close(base(&[part, old]), 2016.0));
    assert!(close(base(&[old]), 2013.0));
}

#[test]
fn figures_in_the_source_of_the_statement_were_known_with_it() {
    let target = r#""value": ">=200k", "due": 2025, "said": "2016-07-01", "sources": ["press"]"#;
    let part = r#""period": "2016-01/2016-05", "value": 2636, "published": "2016-07-04", "sources": ["press"]"#;
    let data = dataset(&[target], &[part]);
    assert!(on(&data, "2016-07-03").baseline.is_none());
    assert!(on(&data, "2016-07-04").baseline.is_some());
}

#[test]
fn moving_away_is_at_risk_with_a_badge() {
    let actuals = [
        r#""period": 2015, "value": 50001, "published": "2016-02-01""#,
        r#""period": 2017, "value": 40001, "published": "2018-02-01""#,
    ];
    let verdict = on(&dataset(&[r#""value": ">=100k", "due": 2020"#], &actuals), "2018-06-01");
    assert_eq!((verdict.status, verdict.badges), (Status::AtRisk, vec![Badge::Reversing]));
}

#[test]
fn ends_of_the_pace_in_different_bands_are_undetermined() {
    let actuals = [
        r#""period": 2015, "value": 50001, "published": "2016-02-01""#,
        r#""period": 2017, "value": "60k..69k", "published": "2018-02-01""#,
    ];
    let verdict = on(&dataset(&[r#""value": ">=100k", "due": 2020"#], &actuals), "2018-06-01");
    assert_eq!((verdict.status, verdict.between), (Status::Undetermined, Some([Status::OnTrack, Status::Behind])));
}

#[test]
fn pace_is_not_judged_before_a_tenth_of_the_time() {
    let target = r#""value": ">=100k", "due": 2027, "said": "2016-07-01""#;
    let actuals = [
        r#""period": 2015, "value": 50001, "published": "2016-02-01""#,
        r#""period": 2016, "value": 40001, "published": "2017-02-01""#,
        r#""period": 2017, "value": 40001, "published": "2018-02-01""#,
    ];
    let verdict = on(&dataset(&[target], &actuals), "2017-06-01");
    assert_eq!((verdict.status, rule(&verdict)), (Status::NotYetDue, Some(OpenRule::TooEarly)));
    assert_eq!(status(&dataset(&[target], &actuals), "2018-06-01"), Status::AtRisk);
}

#[test]
fn without_a_baseline_only_the_due_year_counts() {
    let target = r#""value": ">=200k", "due": 2025, "said": "2016-07-01""#;
    let later = r#""period": 2024, "value": 145301, "published": "2025-02-23""#;
    let part = r#""period": "2025-01/2025-11", "value": 146201, "published": "2025-12-20""#;
    let data = dataset(&[target], &[later, part]);
    assert_eq!(status(&data, "2025-06-30"), Status::NotYetDue);
    assert_eq!(status(&data, "2025-12-29"), Status::AtRisk);
}

#[test]
fn shares_are_compared_with_a_straight_line() {
    let target = r#""metric": "share", "value": 50, "due": 2020, "said": "2016-07-01""#;
    let actuals = [
        r#""metric": "share", "period": 2015, "value": 30, "published": "2016-02-01""#,
        r#""metric": "share", "period": 2017, "value": 38, "published": "2018-02-01""#,
    ];
    let verdict = on(&dataset(&[target], &actuals), "2018-06-01");
    let pace = verdict.pace.expect("a pace");
    assert_eq!(pace.line, LineShape::Linear);
    assert!(close(pace.ratio.expect("R").nominal, 1.0) && close(pace.expected, 38.0));
    assert!(close(verdict.required.and_then(|required| required.growth).expect("points a year").nominal, 4.0));
    assert_eq!(verdict.status, Status::OnTrack);
}

#[test]
fn an_exceeded_upper_limit_is_at_risk() {
    let target = r#""metric": "accidents", "value": "<=51", "due": 2018"#;
    let half = r#""metric": "accidents", "period": "2018-H1", "value": 52, "published": "2018-07-20""#;
    let verdict = on(&dataset(&[target], &[half]), "2018-08-01");
    assert_eq!((verdict.status, rule(&verdict)), (Status::AtRisk, Some(OpenRule::AlreadyExceeded)));
}

#[test]
fn three_past_years_replace_the_default_pace_of_the_remaining_months() {
    let mut actuals = Vec::new();
    for year in 2017..2020 {
        actuals.push(format!(r#""period": "{year}-H1", "value": 40001, "published": "{year}-07-20""#));
        actuals.push(format!(r#""period": {year}, "value": 100001, "published": "{}-02-20""#, year + 1));
    }
    actuals.push(r#""period": "2020-H1", "value": 50001, "published": "2020-07-20""#.to_owned());
    let actuals: Vec<&str> = actuals.iter().map(String::as_str).collect();
    let verdict = on(&dataset(&[r#""value": ">=120k", "due": 2020, "said": "2020-03-01""#], &actuals), "2020-08-01");
    let ahead = verdict.projection.expect("the year annualised");
    assert!((ahead.at_deadline.nominal - 125_000.0).abs() < 5.0, "{}", ahead.at_deadline.nominal);
    assert_eq!((verdict.status, verdict.badges), (Status::OnTrack, vec![Badge::Estimated]));
}

#[test]
fn missing_years_of_a_programme_leave_what_is_known_as_a_floor() {
    let target = r#""metric": "programme", "value": "1.7trn", "due": "2023-01-01/2028-12-31", "said": "2022-05-11""#;
    let year = |year: u32, value: &str| {
        format!(r#""metric": "programme", "period": {year}, "value": "{value}", "published": "{}-02-01""#, year + 1)
    };
    let only = dataset(&[target], &[&year(2025, "655.5bn")]);
    let verdict = on(&only, "2026-06-01");
    assert_eq!((verdict.status, verdict.between), (Status::Undetermined, Some([Status::OnTrack, Status::Behind])));
    let all = dataset(&[target], &[&year(2023, "200bn"), &year(2024, "300bn"), &year(2025, "355.5bn")]);
    assert_eq!(status(&all, "2026-06-01"), Status::OnTrack);
}
