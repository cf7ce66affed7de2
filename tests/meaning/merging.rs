//! Several reports of one figure (analytics 4.2, 10).

use planfact::compare::series::as_of::figures;
use planfact::compare::series::figure::Agreement;
use planfact::compare::verdict::types::{Badge, Status};
use planfact::dataset::records::Id;

use super::data::{dataset, day, on, status};

const MONEY: &str = r#""metric": "money""#;

/// 282 bn by the government, more than 290 bn by the press later.
fn investment(target: &str) -> planfact::compare::verdict::types::Verdict {
    let target = format!(r#"{MONEY}, "value": "{target}", "due": 2024"#);
    let first = format!(r#"{MONEY}, "period": 2024, "value": "282bn", "published": "2025-06-25", "sources": ["gov"]"#);
    let second =
        format!(r#"{MONEY}, "period": 2024, "value": ">290bn", "published": "2025-10-21", "sources": ["press"]"#);
    on(&dataset(&[&target], &[&first, &second]), "2026-01-01")
}

#[test]
fn differing_sources_with_the_same_answer_get_a_badge() {
    let verdict = investment("250bn");
    assert_eq!((verdict.status, verdict.badges), (Status::Met, vec![Badge::SourcesDiffer]));
}

#[test]
fn differing_sources_with_different_answers_are_contested() {
    assert_eq!(investment("285bn").status, Status::Contested);
}

#[test]
fn a_no_and_an_undetermined_are_undetermined() {
    assert_eq!(investment("310bn").status, Status::Undetermined);
}

#[test]
fn a_later_publication_of_the_same_publisher_replaces_the_earlier() {
    let actuals = [
        r#""period": 2020, "value": 77471, "published": "2021-01-15", "sources": ["press"]"#,
        r#""period": 2020, "value": 81003, "published": "2021-07-15", "sources": ["press-2"]"#,
    ];
    let data = dataset(&[r#""value": ">=80k", "due": 2020"#], &actuals);
    assert_eq!(status(&data, "2021-02-01"), Status::Missed);
    let verdict = on(&data, "2021-08-01");
    assert_eq!((verdict.status, verdict.badges), (Status::Met, vec![]));
}

#[test]
fn two_values_of_one_publisher_on_one_day_both_count() {
    let actuals = [
        r#""period": 2020, "value": 77471, "published": "2021-01-15", "sources": ["press"]"#,
        r#""period": 2020, "value": 81003, "published": "2021-01-15", "sources": ["press-2"]"#,
    ];
    assert_eq!(status(&dataset(&[r#""value": ">=80k", "due": 2020"#], &actuals), "2021-02-01"), Status::Contested);
}

#[test]
fn agreeing_reports_give_their_intersection_and_the_number_of_the_plain_one() {
    let actuals = [
        r#""period": 2024, "value": "~150k", "published": "2025-03-01", "sources": ["stat"]"#,
        r#""period": 2024, "value": "145.3k", "published": "2025-02-01", "sources": ["press"]"#,
    ];
    let data = dataset(&[], &actuals);
    let all = figures(&data, (Id::new(0), Id::new(0)), day("2025-04-01"));
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].agreement, Agreement::Agree);
    assert_eq!((all[0].value.hard.lo, all[0].value.hard.hi, all[0].value.nominal), (145_250.0, 145_350.0, 145_300.0));
    assert_eq!(all[0].claims.len(), 2);
}

#[test]
fn a_minor_difference_is_compared_by_the_hull() {
    let actuals = [
        r#""period": 2024, "value": 99801, "published": "2025-03-01", "sources": ["stat"]"#,
        r#""period": 2024, "value": 100301, "published": "2025-02-01", "sources": ["press"]"#,
    ];
    assert_eq!(status(&dataset(&[r#""value": ">=100k", "due": 2024"#], &actuals), "2025-06-01"), Status::Undetermined);
    let verdict = on(&dataset(&[r#""value": ">=99k", "due": 2024"#], &actuals), "2025-06-01");
    assert_eq!((verdict.status, verdict.badges), (Status::Met, vec![Badge::SourcesDiffer]));
}

#[test]
fn statistics_come_before_press_and_later_before_earlier() {
    let actuals = [
        r#""period": 2017, "value": 19547, "published": "2018-06-01", "sources": ["press"]"#,
        r#""period": 2017, "value": 19217, "published": "2018-02-01", "sources": ["stat"]"#,
        r#""period": 2017, "value": 21003, "published": "2018-03-01", "sources": ["firm"]"#,
    ];
    let all = figures(&dataset(&[], &actuals), (Id::new(0), Id::new(0)), day("2025-04-01"));
    let order: Vec<f64> = all[0].claims.iter().map(|claim| claim.value.nominal).collect();
    assert_eq!(order, [19217.0, 21003.0, 19547.0]);
    assert_eq!(all[0].value.nominal.to_bits(), 19217f64.to_bits());
}
