//! The two headline targets and the series that decides their verdicts.

use chrono::NaiveDate;
use planfact::compare::series::as_of::figures;
use planfact::compare::verdict::types::{Lateness, Status, Verdict};
use planfact::compare::verdicts;
use planfact::dataset::load;
use planfact::dataset::records::Dataset;

use super::{bundled, today, written};

/// All vehicles made in the country, by full year; nobody published a total for 2014 and 2022.
const YEARS: [(i32, f64); 12] = [
    (2012, 19_186.0),
    (2013, 37_471.0),
    (2015, 14_110.0),
    (2016, 11_000.0),
    (2017, 19_217.0),
    (2018, 31_757.0),
    (2019, 50_000.0),
    (2020, 77_471.0),
    (2021, 92_417.0),
    (2023, 148_000.0),
    (2024, 145_300.0),
    (2025, 171_442.0),
];

fn of(dataset: &Dataset, id: &str) -> Verdict {
    on(dataset, id, today())
}

fn on(dataset: &Dataset, id: &str, day: NaiveDate) -> Verdict {
    let found = verdicts(dataset, day).into_iter().find(|verdict| &*dataset[verdict.target].id == id);
    found.unwrap_or_else(|| panic!("no target {id}"))
}

#[test]
fn the_lead_series_shows_the_best_report_of_every_year() {
    let dataset = bundled();
    let lead = &dataset[dataset.lead.unwrap()];
    let shown = figures(&dataset, (lead.metric, lead.subject), today());
    let years: Vec<String> = shown
        .iter()
        .filter_map(|figure| Some(format!("{} {}", figure.period.full_year()?, figure.value.nominal)))
        .collect();
    assert_eq!(years, YEARS.map(|(year, made)| format!("{year} {made}")));
}

#[test]
fn two_hundred_thousand_by_2025_was_missed_at_86_per_cent() {
    let dataset = bundled();
    let verdict = of(&dataset, "vehicles-by-2025");
    assert_eq!(verdict.status, Status::Missed);
    assert_eq!(format!("{:.3}", verdict.attainment.unwrap().nominal), "0.857");
    assert_eq!(verdict.gap.unwrap().nominal.to_bits(), (-28_558f64).to_bits());
}

#[test]
fn about_a_hundred_thousand_by_2020_was_met_two_years_late() {
    let dataset = bundled();
    let verdict = of(&dataset, "vehicles-by-2020");
    assert_eq!(verdict.status, Status::MetLate);
    assert_eq!(verdict.lateness, Some(Lateness::Years(2)));
}

#[test]
fn two_hundred_thousand_by_2025_has_the_right_status_as_of_five_dates() {
    let days = [
        ("2016-08-01", Status::NotYetDue),
        ("2018-09-30", Status::OnTrack),
        // In June 2025 the latest that the record knows is January to April 2024, at a pace of 175,000 a year.
        ("2025-06-30", Status::OnTrack),
        ("2025-12-29", Status::AtRisk),
        ("2026-03-01", Status::Missed),
    ];
    let dataset = bundled();
    let read = days.map(|(day, _)| (day, on(&dataset, "vehicles-by-2025", day.parse().unwrap()).status));
    assert_eq!(read, days);
}

#[test]
fn with_2024_known_two_hundred_thousand_by_2025_is_at_risk_in_june_2025() {
    let mut data = written();
    let total = data["actuals"].as_array_mut().unwrap().iter_mut().find(|actual| actual["value"] == "145.3k").unwrap();
    assert_eq!((&total["metric"], &total["period"]), (&"vehicles".into(), &"2024".into()));
    total["published"] = "2025-02-01".into();
    let dataset = load(&data.to_string()).unwrap();
    let verdict = on(&dataset, "vehicles-by-2025", "2025-06-30".parse().unwrap());
    assert_eq!(verdict.status, Status::AtRisk);
}
