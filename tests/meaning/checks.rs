//! Consistency checks (analytics 4.1).

use planfact::compare::checks::check::{CheckOutcome, CheckRule, ConsistencyCheck};
use planfact::compare::checks::checks;
use planfact::dataset::load;
use planfact::dataset::records::Dataset;

use super::data::{dataset, day};

fn of(data: &Dataset, rule: CheckRule) -> Vec<ConsistencyCheck> {
    checks(data, day("2026-06-01")).into_iter().filter(|check| check.rule == rule).collect()
}

fn outcomes(data: &Dataset, rule: CheckRule) -> Vec<CheckOutcome> {
    of(data, rule).iter().map(|check| check.outcome).collect()
}

const EIGHT_MONTHS: &str =
    r#""period": "2018-01/2018-08", "value": ">19k", "growth": 150, "published": "2018-09-21", "sources": ["press"]"#;

#[test]
fn plus_150_per_cent_contradicts_the_half_year_reported_before_it() {
    let half = r#""period": "2017-H1", "value": "~9k", "published": "2017-08-01", "sources": ["trade"]"#;
    let data = dataset(&[], &[half, EIGHT_MONTHS]);
    let found = of(&data, CheckRule::Monotone);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].outcome, CheckOutcome::Contradiction);
    let implied = found[0].computed.expect("what the growth implies");
    assert!((implied.nominal - 7600.0).abs() < 1e-6 && (implied.soft.hi - 20_000.0 / 2.45).abs() < 1e-6);
}

#[test]
fn growth_of_value_far_from_growth_of_units_is_doubtful() {
    let value = |growth: u32| {
        format!(
            r#""metric": "money", "period": "2018-01/2018-08", "value": "<~120bn", "growth": {growth},
               "published": "2018-09-21", "sources": ["press"]"#
        )
    };
    assert_eq!(outcomes(&dataset(&[], &[EIGHT_MONTHS, &value(60)]), CheckRule::UnitPrice), [CheckOutcome::Warn]);
    assert_eq!(outcomes(&dataset(&[], &[EIGHT_MONTHS, &value(140)]), CheckRule::UnitPrice), [CheckOutcome::Ok]);
}

#[test]
fn contradicting_sources_are_reported() {
    let report = |value: &str, growth: u32, source: &str| {
        format!(
            r#""metric": "money", "period": 2024, "value": "{value}", "growth": {growth},
               "published": "2025-10-21", "sources": ["{source}"]"#
        )
    };
    let data = dataset(&[], &[&report("282bn", 100, "gov"), &report(">290bn", 150, "press")]);
    assert_eq!(outcomes(&data, CheckRule::Sources), [CheckOutcome::Contradiction]);
    assert_eq!(outcomes(&data, CheckRule::PriorYear), [CheckOutcome::Warn], "even the implied years before differ");
}

#[test]
fn a_year_below_its_part_is_a_contradiction() {
    let part = r#""period": "2020-01/2020-10", "value": 61857, "published": "2020-11-22""#;
    let year = |value: u32| format!(r#""period": 2020, "value": {value}, "published": "2021-01-22""#);
    assert_eq!(outcomes(&dataset(&[], &[part, &year(77471)]), CheckRule::Monotone), [CheckOutcome::Ok]);
    assert_eq!(outcomes(&dataset(&[], &[part, &year(57471)]), CheckRule::Monotone), [CheckOutcome::Contradiction]);
}

#[test]
fn a_difference_by_a_factor_of_a_thousand_is_a_unit_slip() {
    let report = |value: &str, source: &str| {
        format!(
            r#""metric": "money", "period": 2018, "value": "{value}", "published": "2019-01-21", "sources": ["{source}"]"#
        )
    };
    let data = dataset(&[], &[&report("88.26bn", "gov"), &report("88.26m", "press")]);
    assert_eq!(outcomes(&data, CheckRule::UnitSlip), [CheckOutcome::Warn]);
}

#[test]
fn a_change_of_a_share_is_in_points() {
    let share = |year: u32, value: f64| {
        format!(r#""metric": "share", "period": {year}, "value": {value}, "published": "{}-01-21""#, year + 1)
    };
    let found = of(&dataset(&[], &[&share(2022, 37.5), &share(2023, 44.5)]), CheckRule::PercentagePoints);
    assert_eq!(found.len(), 1);
    assert!((found[0].computed.expect("points").nominal - 7.0).abs() < 1e-9);
    assert!((found[0].expected.expect("per cent").nominal - 18.666_666_7).abs() < 1e-6);
}

#[test]
fn a_rule_without_figures_is_reported_once_as_not_computable() {
    let all = checks(&dataset(&[], &[]), day("2026-06-01"));
    let rules: Vec<CheckRule> = all.iter().map(|check| check.rule).collect();
    assert_eq!(rules, CheckRule::ALL);
    assert!(all.iter().all(|check| check.outcome == CheckOutcome::NotComputable));
}

#[test]
fn unpublished_figures_are_not_checked() {
    let half = r#""period": "2017-H1", "value": "~9k", "published": "2017-08-01""#;
    let data = dataset(&[], &[half, EIGHT_MONTHS]);
    let before = checks(&data, day("2018-09-20"));
    assert!(before.iter().all(|check| check.outcome != CheckOutcome::Contradiction));
}

#[test]
fn months_and_quarters_add_up_to_the_figure_of_their_year_but_for_rounding() {
    let year = |value: &str| format!(r#""period": "2022", "value": {value}, "published": "2023-02-01""#);
    let quarter = |number: u32, value: u32| {
        format!(r#""period": "2022-Q{number}", "value": "{value}k", "published": "2023-01-20""#)
    };
    let quarters: Vec<String> = (1..=4).map(|number| quarter(number, 71 + number)).collect();
    let against = |value: &str| {
        let year = year(value);
        let figures: Vec<&str> = quarters.iter().map(String::as_str).chain([year.as_str()]).collect();
        outcomes(&dataset(&[], &figures), CheckRule::Tiling)
    };
    assert_eq!(against("\"294k\""), [CheckOutcome::Ok]);
    assert_eq!(against("\"295k\""), [CheckOutcome::Ok], "each number is rounded");
    assert_eq!(against("\"310k\""), [CheckOutcome::Warn]);
    let (first, year) = (&quarters[0], year("100"));
    assert_eq!(outcomes(&dataset(&[], &[first, &year]), CheckRule::Tiling), [CheckOutcome::NotComputable]);
}

#[test]
fn metrics_belong_together_by_what_the_file_says_not_by_their_ids() {
    let usual = load(include_str!("../fixtures/faults/usual-ids.json")).unwrap();
    for rule in [CheckRule::Share, CheckRule::Capacity] {
        assert_eq!(outcomes(&usual, rule), [CheckOutcome::NotComputable], "{rule:?}");
    }
    let linked = include_str!("../fixtures/faults/usual-ids.json")
        .replace(
            r#""name":"Exports of grain","kind":"flow","currency":"USD""#,
            r#""name":"Engines sold","unit":"engines","kind":"flow","part_of":"vehicles""#,
        )
        .replace(r#""name":"Fire engines owned""#, r#""capacity":"capacity","name":"Fire engines made""#)
        .replace(r#""5 bn""#, "60");
    let linked = load(&linked).unwrap();
    assert_eq!(outcomes(&linked, CheckRule::Share), [CheckOutcome::Warn], "60 of 51");
    assert_eq!(outcomes(&linked, CheckRule::Capacity), [CheckOutcome::Warn], "51 with a capacity of 7");
}
