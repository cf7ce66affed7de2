//! The two headline promises and the series that judges them.

use planfact::compare::known::figures;
use planfact::compare::verdict::{Lateness, Status, Verdict};
use planfact::compare::verdicts;
use planfact::dataset::records::Dataset;

use super::{bundled, today};

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
    let found = verdicts(dataset, today()).into_iter().find(|verdict| &*dataset[verdict.target].id == id);
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
