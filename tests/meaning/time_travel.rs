//! Figures as of a date (analytics 3.4).

use planfact::compare::series::as_of::{figures, known_days};
use planfact::compare::verdict::types::Status;
use planfact::compare::verdicts;
use planfact::dataset::format::period::Period;
use planfact::dataset::records::{Dataset, Id};

use super::data::{dataset, day, vehicles};

fn periods(data: &Dataset, known: &str) -> Vec<Period> {
    figures(data, (Id::new(0), Id::new(0)), day(known)).into_iter().map(|figure| figure.period).collect()
}

#[test]
fn only_figures_published_by_the_date_count() {
    let data = vehicles();
    assert_eq!(periods(&data, "2016-06-30").len(), 0);
    assert_eq!(periods(&data, "2016-07-01").len(), 1);
    assert_eq!(periods(&data, "2018-09-30").len(), 2);
    assert_eq!(periods(&data, "2026-03-01").len(), 10);
}

#[test]
fn an_approximate_date_counts_from_its_last_day() {
    let actual = r#""period": 2020, "value": 77471, "published": "2021-01""#;
    let data = dataset(&[], &[actual]);
    assert_eq!(periods(&data, "2021-01-30").len(), 0);
    assert_eq!(periods(&data, "2021-01-31").len(), 1);
}

#[test]
fn known_days_are_the_days_with_statements_or_publications() {
    let days = known_days(&vehicles());
    assert_eq!(days.first(), Some(&day("2016-07-01")));
    assert_eq!(days.last(), Some(&day("2026-02-23")));
    assert!(days.is_sorted_by(|a, b| a < b), "in order, each once");
    assert_eq!(days.len(), 10, "two of the twelve dates are shared");
}

#[test]
fn on_30_september_2018_neither_promise_knows_anything_later() {
    let data = vehicles();
    let verdicts = verdicts(&data, day("2018-09-30"));
    let statuses: Vec<Status> = verdicts.iter().map(|verdict| verdict.status).collect();
    assert_eq!(statuses, [Status::OnTrack, Status::NotYetDue]);
    for verdict in verdicts {
        let reported = verdict.reported.map(|reported| reported.period.end());
        assert!(reported.is_none_or(|end| end <= day("2018-09-30")));
    }
}
