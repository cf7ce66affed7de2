//! Targets whose window is over (analytics 3.9, table M, 10).

use planfact::compare::verdict::types::{Badge, Lateness, Status};
use planfact::compare::verdicts;
use planfact::dataset::records::{Dataset, Id, Target};

use super::data::{dataset, day, on, status, vehicles};

fn second(dataset: &Dataset, known: &str) -> planfact::compare::verdict::types::Verdict {
    planfact::compare::verdict(dataset, Id::<Target>::new(1), day(known))
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-6 * b.abs().max(1e-12)
}

#[test]
fn two_hundred_thousand_by_2025_was_missed_at_0_857() {
    let verdict = on(&vehicles(), "2026-03-01");
    assert_eq!(verdict.status, Status::Missed);
    assert!(close(verdict.attainment.expect("an attainment").nominal, 0.85721));
    assert!(close(verdict.gap.expect("a gap").nominal, -28_558.0));
    assert!(verdict.badges.is_empty(), "{:?}", verdict.badges);
}

#[test]
fn a_hundred_thousand_by_2020_was_met_two_years_late_by_eleven_months_of_2022() {
    let data = vehicles();
    let verdict = second(&data, "2023-01-31");
    assert_eq!((verdict.status, verdict.lateness), (Status::MetLate, Some(Lateness::Years(2))));
    assert!(close(verdict.attainment.expect("an attainment").nominal, 0.77471));
    let reached = verdict.reached.expect("the figure that reached it");
    assert!(close(reached.value.hard.lo, 95_000.0) && reached.value.hard.hi.is_infinite());
    // With a tolerance of 10 % for "about", 92,417 in 2021 would have been enough, a year earlier.
    assert_eq!(verdict.badges, [Badge::AboutTolerance]);
}

#[test]
fn the_status_changes_with_the_date_as_in_table_m() {
    let data = dataset(
        &[r#""value": "~100k", "due": 2020, "said": "2018-09-21""#],
        &[
            r#""period": 2020, "value": 77471, "published": "2021-07-15""#,
            r#""period": 2021, "value": 92417, "published": "2022-02-20""#,
            r#""period": "2022-01/2022-11", "value": "~100k", "published": "2022-12-20""#,
        ],
    );
    assert_eq!(status(&data, "2018-09-20"), Status::NotSaid);
    assert_eq!(status(&data, "2018-09-30"), Status::NotYetDue);
    assert_eq!(status(&data, "2020-12-31"), Status::NotYetDue, "the last day is still open");
    assert_eq!(status(&data, "2021-02-28"), Status::AwaitingData);
    assert_eq!(status(&data, "2021-03-31"), Status::AwaitingData, "ninety days of grace");
    assert_eq!(status(&data, "2021-04-01"), Status::NoData);
    assert_eq!(status(&data, "2021-06-30"), Status::NoData);
    assert_eq!(status(&data, "2022-02-28"), Status::Missed);
    assert_eq!(status(&data, "2023-01-31"), Status::MetLate);
}

#[test]
fn an_unreported_window_before_a_year_that_reached_it_is_undetermined() {
    let data = dataset(
        &[r#""value": "~100k", "due": 2020"#],
        &[r#""period": 2022, "value": "~100k", "published": "2023-01-20""#],
    );
    let verdict = on(&data, "2023-01-31");
    assert_eq!(verdict.status, Status::Undetermined);
    assert_eq!(verdict.between, Some([Status::Met, Status::MetLate]));
}

#[test]
fn bounds_around_the_threshold_decide_nothing() {
    let data = dataset(
        &[r#""value": 19500, "due": 2018"#],
        &[r#""period": 2018, "value": ">19k", "published": "2019-01-20""#],
    );
    let verdict = on(&data, "2019-10-27");
    assert_eq!((verdict.status, verdict.between), (Status::Undetermined, Some([Status::Met, Status::Missed])));
}

#[test]
fn a_target_reached_a_year_early_is_met_early_only_as_long_as_it_holds() {
    let target = r#""value": "~100k", "due": 2020"#;
    let early = r#""period": 2019, "value": 101000, "published": "2020-01-20""#;
    let verdict = on(&dataset(&[target], &[early]), "2020-12-01");
    assert_eq!((verdict.status, verdict.lateness), (Status::MetEarly, Some(Lateness::Years(-1))));
    let lost = r#""period": 2020, "value": 80000, "published": "2021-01-20""#;
    let verdict = on(&dataset(&[target], &[early, lost]), "2021-02-01");
    assert_eq!((verdict.status, verdict.badges), (Status::Missed, vec![Badge::StrictDeadline, Badge::NotHeld]));
}

#[test]
fn figures_before_the_statement_do_not_count() {
    let target = r#""value": ">=20k", "due": 2018, "said": "2016-07-01""#;
    let before = r#""period": 2013, "value": 37471, "published": "2014-02-06""#;
    let after = r#""period": 2018, "value": 19000, "published": "2019-01-20""#;
    assert_eq!(status(&dataset(&[target], &[before, after]), "2019-02-01"), Status::Missed);
}

#[test]
fn a_part_year_is_never_a_miss() {
    let target = r#""value": ">=200k", "due": 2025"#;
    let part = r#""period": "2025-01/2025-11", "value": "146.2k", "published": "2025-12-29""#;
    let data = dataset(&[target], &[part]);
    assert_eq!(status(&data, "2025-12-30"), Status::AtRisk);
    assert_eq!(status(&data, "2026-02-01"), Status::AwaitingData);
    assert_eq!(status(&data, "2027-02-01"), Status::NoData);
    let verdict = on(&data, "2027-02-01");
    let reported = verdict.reported.expect("the part is shown");
    assert!(reported.value.hard.hi.is_infinite());
}

#[test]
fn a_part_year_that_reaches_the_target_is_enough() {
    let part = r#""period": "2025-01/2025-11", "value": 201000, "published": "2025-12-29""#;
    let data = dataset(&[r#""value": ">=200k", "due": 2025"#], &[part]);
    assert_eq!(status(&data, "2025-12-30"), Status::MetEarly);
    assert_eq!(status(&data, "2026-02-01"), Status::Met);
}

#[test]
fn plain_figures_compare_by_their_nominal_value() {
    let data = |reported: &str| {
        let actual = format!(r#""metric": "share", "period": 2021, "value": {reported}, "published": "2022-01-20""#);
        dataset(&[r#""metric": "share", "value": 50, "due": 2021"#], &[&actual])
    };
    assert_eq!(status(&data("50"), "2022-02-01"), Status::Met);
    assert_eq!(status(&data("49"), "2022-02-01"), Status::Missed);
}

#[test]
fn nearly_is_below_and_more_than_has_to_exceed() {
    let case = |target: &str, actual: &str| {
        let target = format!(r#""metric": "money", "value": "{target}", "due": 2018"#);
        let actual = format!(r#""metric": "money", "period": 2018, "value": "{actual}", "published": "2019-01-20""#);
        status(&dataset(&[&target], &[&actual]), "2019-02-01")
    };
    assert_eq!(case(">=120bn", "<~120bn"), Status::Missed);
    assert_eq!(case("<~120bn", "115bn"), Status::Met);
    assert_eq!(case(">120bn", "120bn"), Status::Missed);
    assert_eq!(case(">120bn", ">120bn"), Status::Met);
    assert_eq!(case("100bn..120bn", "101bn"), Status::Met);
}

#[test]
fn a_share_of_every_second_reaches_every_second() {
    let target = r#""metric": "share", "value": "1/2", "due": 2018"#;
    let actual = r#""metric": "share", "period": 2018, "value": 49, "published": "2019-01-20""#;
    assert_eq!(status(&dataset(&[target], &[actual]), "2019-02-01"), Status::Met);
}

#[test]
fn targets_can_be_upper_limits() {
    let case = |target: &str, actual: &str| {
        let target = format!(r#""metric": "accidents", "value": {target}, "due": 2018"#);
        let actual = format!(r#""metric": "accidents", "period": 2018, "value": {actual}, "published": "2019-01-20""#);
        on(&dataset(&[&target], &[&actual]), "2019-02-01")
    };
    assert_eq!(case(r#""<=50""#, "51").status, Status::Missed);
    assert_eq!(case(r#""<=51""#, "51").status, Status::Met);
    assert_eq!(case(r#""<51""#, "51").status, Status::Missed);
    assert_eq!(case(r#""~101""#, "105").status, Status::Met);
    assert_eq!(case(r#""<~101""#, "102").status, Status::Missed);
    let verdict = case(r#""<=55""#, "110").clone();
    assert!(close(verdict.attainment.expect("an attainment").nominal, 0.5), "target over actual");
}

#[test]
fn a_part_year_can_break_an_upper_limit_but_not_prove_it() {
    let case = |actual: &str| {
        let target = r#""metric": "accidents", "value": "<=51", "due": 2018"#;
        let actual =
            format!(r#""metric": "accidents", "period": "2018-H1", "value": {actual}, "published": "2018-07-20""#);
        status(&dataset(&[target], &[&actual]), "2019-02-01")
    };
    assert_eq!(case("41"), Status::AwaitingData);
    assert_eq!(case("52"), Status::Missed);
}

#[test]
fn targets_without_number_or_date_have_their_own_statuses() {
    assert_eq!(status(&dataset(&[r#""value": "?", "due": 2020"#], &[]), "2022-01-01"), Status::Unquantified);
    let undated = r#""value": ">=90k", "said": "2023-11-30""#;
    assert_eq!(status(&dataset(&[undated], &[]), "2026-01-01"), Status::NotDated);
    let before = r#""period": 2022, "value": 95000, "published": "2023-01-10""#;
    assert_eq!(status(&dataset(&[undated], &[before]), "2026-01-01"), Status::NotDated);
    let after = r#""period": 2024, "value": 95000, "published": "2025-01-10""#;
    assert_eq!(status(&dataset(&[undated], &[before, after]), "2026-01-01"), Status::Met);
}

#[test]
fn a_stock_counts_only_from_within_the_due_year() {
    let target = r#""metric": "jobs", "value": ">2600", "due": 2025"#;
    let old = r#""metric": "jobs", "period": "2024-12-31", "value": 1200, "published": "2025-01-10""#;
    let fresh = r#""metric": "jobs", "period": "2025-09-30", "value": 2700, "published": "2025-10-10""#;
    let last = r#""metric": "jobs", "period": "2025-12-15", "value": 2500, "published": "2025-12-20""#;
    assert_eq!(status(&dataset(&[target], &[old]), "2026-02-01"), Status::AwaitingData);
    assert_eq!(status(&dataset(&[target], &[old, fresh]), "2026-02-01"), Status::Met);
    assert_eq!(status(&dataset(&[target], &[old, fresh, last]), "2026-02-01"), Status::Missed, "the latest counts");
}

#[test]
fn a_share_of_part_of_the_due_year_counts_until_the_year_is_known() {
    let target = r#""metric": "share", "value": 50, "due": 2018"#;
    let part = |value: u32| {
        format!(r#""metric": "share", "period": "2018-01/2018-08", "value": {value}, "published": "2018-09-21""#)
    };
    let full = r#""metric": "share", "period": 2018, "value": 45, "published": "2019-01-20""#;
    assert_eq!(status(&dataset(&[target], &[&part(51)]), "2019-02-01"), Status::Met);
    assert_eq!(status(&dataset(&[target], &[&part(41)]), "2019-02-01"), Status::AwaitingData);
    assert_eq!(status(&dataset(&[target], &[&part(51), full]), "2019-02-01"), Status::Missed);
    let earlier = r#""metric": "share", "period": "2017-01/2017-08", "value": 51, "published": "2017-09-21""#;
    assert_eq!(status(&dataset(&[target], &[earlier, full]), "2019-02-01"), Status::Missed, "part of an earlier year");
}

#[test]
fn a_cumulative_metric_adds_running_totals_or_pieces() {
    let target = r#""metric": "programme", "value": "~4.5trn", "due": "2016-07-01/2020-12-31""#;
    let running =
        r#""metric": "programme", "period": "2016-07-01/2020-12-31", "value": "4.3trn", "published": "2021-02-01""#;
    assert_eq!(status(&dataset(&[target], &[running]), "2021-02-01"), Status::Met);
    let pieces = [
        r#""metric": "programme", "period": "2016-07-01/2018-12-31", "value": "2trn", "published": "2019-02-01""#,
        r#""metric": "programme", "period": 2019, "value": "1.2trn", "published": "2020-02-01""#,
        r#""metric": "programme", "period": 2020, "value": "1.0trn", "published": "2021-02-01""#,
    ];
    let data = dataset(&[target], &pieces);
    assert_eq!(status(&data, "2020-06-01"), Status::Behind, "3.2 of the 3.5 that a straight line asks for");
    assert_eq!(status(&data, "2021-01-15"), Status::AwaitingData, "a part proves no miss");
    assert_eq!(status(&data, "2021-02-02"), Status::Missed);
    assert!(close(on(&data, "2021-02-02").attainment.expect("an attainment").nominal, 4.2 / 4.5));
}

#[test]
fn a_range_of_dates_is_due_at_its_end_and_strictly_at_its_start() {
    let target = r#""metric": "share", "value": 50, "due": "2019-07-01..2020-07-01""#;
    let early = r#""metric": "share", "period": "2019-06-15", "value": 41, "published": "2019-06-20""#;
    let late = r#""metric": "share", "period": "2020-05-15", "value": 51, "published": "2020-06-01""#;
    let data = dataset(&[target], &[early, late]);
    assert_eq!(status(&data, "2020-03-01"), Status::NotYetDue);
    let verdict = on(&data, "2020-08-01");
    assert_eq!((verdict.status, verdict.badges), (Status::Met, vec![Badge::StrictDeadline]));
}

#[test]
fn by_2025_read_strictly_is_2024() {
    let actuals = [
        r#""period": 2024, "value": 145300, "published": "2025-02-23""#,
        r#""period": 2025, "value": 205001, "published": "2026-02-23""#,
    ];
    let verdict = on(&dataset(&[r#""value": ">=200k", "due": 2025"#], &actuals), "2026-03-01");
    assert_eq!((verdict.status, verdict.badges), (Status::Met, vec![Badge::StrictDeadline]));
}

#[test]
fn all_verdicts_equal_the_single_ones_in_order() {
    let data = vehicles();
    for known in planfact::compare::series::as_of::known_days(&data) {
        let all = verdicts(&data, known);
        assert_eq!(all.len(), data.targets.len());
        for (place, verdict) in all.iter().enumerate() {
            assert_eq!(*verdict, planfact::compare::verdict(&data, Id::<Target>::new(place), known));
        }
    }
}

#[test]
fn a_state_of_the_day_of_the_statement_is_none_that_a_promise_to_hold_is_judged_by() {
    let target = r#""metric": "jobs", "value": ">=100", "due": "2025", "said": "2020-06-01", "goal": "hold""#;
    let broken =
        |day: &str| format!(r#""metric": "jobs", "period": "{day}", "value": "=90", "published": "2020-07-01""#);
    assert_eq!(status(&dataset(&[target], &[&broken("2020-06-01")]), "2021-01-01"), Status::NotYetDue);
    assert_eq!(status(&dataset(&[target], &[&broken("2020-06-02")]), "2021-01-01"), Status::Missed);
}

#[test]
fn a_state_of_the_due_year_from_before_the_statement_is_no_outcome() {
    let target = r#""metric": "jobs", "value": ">=100", "due": "2020", "said": "2020-12-14""#;
    let before = r#""metric": "jobs", "period": "2020-09-30", "value": "=120", "published": "2020-12-14""#;
    let after = r#""metric": "jobs", "period": "2020-12-31", "value": "=120", "published": "2021-01-14""#;
    assert_eq!(status(&dataset(&[target], &[before]), "2020-12-20"), Status::NotYetDue);
    assert_eq!(status(&dataset(&[target], &[before]), "2021-01-20"), Status::AwaitingData);
    assert_eq!(status(&dataset(&[target], &[before, after]), "2021-01-20"), Status::Met);
}
