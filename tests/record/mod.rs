//! The bundled dataset: what it must contain, and that it is consistent.

mod findable;
mod journey;
mod lead;
mod packed;
mod seeds;
mod seeds_alone;
mod soundness;

use chrono::NaiveDate;
use planfact::dataset::load;
use planfact::dataset::records::Dataset;

/// The bundled dataset, as text.
const BUNDLED: &str = include_str!("../../assets/kazakhstan-motor.json");

/// The bundled dataset.
fn bundled() -> Dataset {
    load(BUNDLED).unwrap_or_else(|problems| panic!("the bundled dataset does not load: {problems:#?}"))
}

/// The bundled dataset as JSON.
fn written() -> serde_json::Value {
    serde_json::from_str(BUNDLED).unwrap()
}

/// The date of the last change to the bundled dataset: as of this date all of it is known.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}
