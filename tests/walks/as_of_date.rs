//! Changing the as-of date.

use chrono::{Datelike, NaiveDate};
use planfact::compare::series::as_of::known_days;

use super::walk::{MOTOR, Walk};

#[test]
fn brackets_step_through_the_dates_of_the_dataset() {
    let days = known_days(&planfact::dataset::load(MOTOR).unwrap());
    let mut walk = Walk::at(60, 20);
    let today = walk.model.state().known_date();
    let mut back = Vec::new();
    loop {
        let before = walk.model.state().known_date();
        walk.press("[");
        if walk.model.state().known_date() == before {
            break;
        }
        back.push(walk.model.state().known_date());
    }
    back.reverse();
    let known: Vec<NaiveDate> = days.into_iter().filter(|day| *day < today).collect();
    assert_eq!(back, known);
    for day in &known[1..] {
        walk.press("]");
        assert_eq!(walk.model.state().known_date(), *day);
    }
    walk.press("]");
    assert_eq!((walk.model.state().known_date(), walk.model.state().viewed.known), (today, None));
    walk.press("]");
    assert_eq!(walk.model.state().known_date(), today, "nothing is known of tomorrow");
}

#[test]
fn braces_step_through_the_ends_of_years() {
    let mut walk = Walk::at(60, 20);
    walk.press("{");
    assert_eq!(walk.model.state().known_date(), NaiveDate::from_ymd_opt(2025, 12, 31).unwrap());
    walk.press("{ [ }");
    assert_eq!(walk.model.state().known_date(), NaiveDate::from_ymd_opt(2024, 12, 31).unwrap());
    walk.press("} }");
    assert_eq!(walk.model.state().viewed.known, None);
    for _ in 0..60 {
        walk.press("{");
    }
    let first = walk.model.state().known_date();
    walk.press("[");
    assert_eq!(walk.model.state().known_date(), first, "nothing lies before the first day");
    assert!(first.year() > 2000);
}

#[test]
fn a_backslash_returns_to_today() {
    let mut walk = Walk::at(100, 30);
    let now = walk.text();
    walk.press("{ { {");
    assert_ne!(walk.text(), now);
    walk.press("\\");
    walk.sees("verdicts changed");
    walk.press("j k");
    assert_eq!(walk.text(), now, "what changed is marked once");
}

#[test]
fn a_step_in_time_marks_what_changed() {
    let mut walk = Walk::at(160, 40);
    while walk.model.state().known_date() > NaiveDate::from_ymd_opt(2026, 2, 23).unwrap() {
        walk.press("[");
    }
    walk.press("[").sees("awaiting data");
    walk.press("]").sees("missed ‹ was awaiting data").sees("23 Feb 2026");
    walk.press("?").press("Esc").sees_no("‹ was");
}

#[test]
fn later_records_are_absent_on_every_page() {
    for page in 1..=7 {
        let mut walk = Walk::at(160, 60);
        walk.press("{ { { { { { { {").press(&page.to_string());
        walk.sees("2018").sees_no("171,442").sees_no("171 442");
    }
}
