//! Milestones against their due dates (analytics 3.7, 10).

use planfact::compare::verdict::types::{Badge, Lateness, Status};

use super::data::{dataset, on, status};

const OPENING: &str = r#""metric": "opening", "subject": "plant""#;

fn pilot() -> String {
    format!(r#"{OPENING}, "due": "2025-Q1", "said": "2023-12-31""#)
}

fn report(period: &str, published: &str) -> String {
    format!(r#"{OPENING}, "period": "{period}", "published": "{published}""#)
}

fn not_yet(day: &str, published: &str) -> String {
    format!(r#"{OPENING}, "period": "{day}", "value": "not yet", "published": "{published}", "sources": ["press"]"#)
}

#[test]
fn missing_reports_are_never_a_miss() {
    let data = dataset(&[&pilot()], &[]);
    assert_eq!(status(&data, "2024-12-01"), Status::NotYetDue);
    assert_eq!(status(&data, "2025-05-31"), Status::AwaitingData);
    assert_eq!(status(&data, "2025-12-31"), Status::NoData);
}

#[test]
fn an_approximate_date_is_undetermined_and_a_late_one_is_late_in_days() {
    let data = dataset(&[&pilot()], &[&report("2025", "2026-01-15")]);
    let verdict = on(&data, "2026-02-01");
    assert_eq!((verdict.status, verdict.between), (Status::Undetermined, Some([Status::Met, Status::MetLate])));
    assert_eq!(verdict.lateness, Some(Lateness::Days(-89, 275)));
    let data = dataset(&[&pilot()], &[&report("2025-Q3", "2026-01-15")]);
    let verdict = on(&data, "2026-02-01");
    assert_eq!((verdict.status, verdict.lateness), (Status::MetLate, Some(Lateness::Days(92, 183))));
}

#[test]
fn a_milestone_in_its_window_is_met_and_before_it_early() {
    assert_eq!(status(&dataset(&[&pilot()], &[&report("2025-02", "2025-03-05")]), "2025-03-06"), Status::Met);
    assert_eq!(status(&dataset(&[&pilot()], &[&report("2024-11", "2024-12-05")]), "2025-03-06"), Status::MetEarly);
}

#[test]
fn a_milestone_reported_as_not_yet_is_missed() {
    let data = dataset(&[&pilot()], &[&not_yet("2025-05-15", "2025-05-16")]);
    assert_eq!(status(&data, "2025-05-15"), Status::AwaitingData, "not known yet");
    let verdict = on(&data, "2025-05-31");
    assert_eq!((verdict.status, verdict.lateness), (Status::Missed, Some(Lateness::Days(45, 45))));
}

#[test]
fn a_milestone_can_happen_only_after_the_last_not_yet() {
    let data = dataset(&[&pilot()], &[&not_yet("2025-05-15", "2025-05-16"), &report("2025", "2026-01-15")]);
    let verdict = on(&data, "2026-02-01");
    assert_eq!((verdict.status, verdict.lateness), (Status::MetLate, Some(Lateness::Days(46, 275))));
}

#[test]
fn postponing_after_the_deadline_proves_the_first_date_missed() {
    let later = format!(r#"{OPENING}, "due": "2025-Q4", "said": "2025-05-15", "restates": "t0""#);
    let data = dataset(&[&pilot(), &later], &[]);
    assert_eq!(status(&data, "2025-05-14"), Status::AwaitingData);
    assert_eq!(status(&data, "2025-05-15"), Status::Missed);
    let moved =
        planfact::compare::verdict(&data, planfact::dataset::records::Id::new(1), super::data::day("2025-05-15"));
    assert_eq!((moved.status, moved.badges), (Status::NotYetDue, vec![Badge::Restated]));
    assert!(on(&data, "2025-05-15").badges.is_empty(), "the later link alone carries the badge");
}

#[test]
fn sources_with_different_days_are_contested_only_if_the_answer_differs() {
    let other =
        |period: &str| format!(r#"{OPENING}, "period": "{period}", "published": "2026-01-15", "sources": ["press"]"#);
    let data = |first: &str, second: &str| dataset(&[&pilot()], &[&report(first, "2026-01-15"), &other(second)]);
    assert_eq!(status(&data("2025-02", "2025-05"), "2026-02-01"), Status::Contested);
    let verdict = on(&data("2025-06", "2025-05"), "2026-02-01");
    assert_eq!((verdict.status, verdict.badges), (Status::MetLate, vec![Badge::SourcesDiffer]));
}

#[test]
fn an_undated_milestone_is_met_when_it_happens() {
    let target = format!(r#"{OPENING}, "said": "2023-12-31""#);
    assert_eq!(status(&dataset(&[&target], &[]), "2025-01-01"), Status::NotDated);
    assert_eq!(status(&dataset(&[&target], &[&report("2025-02", "2025-03-05")]), "2025-04-01"), Status::Met);
}
