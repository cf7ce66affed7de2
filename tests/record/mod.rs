//! The bundled dataset: what it must say, and that it says it soundly.

mod findable;
mod journey;
mod lead;
mod packed;
mod seeds;
mod seeds_alone;
mod sound;

use chrono::NaiveDate;
use planfact::dataset::load;
use planfact::dataset::records::Dataset;

/// The bundled dataset, as text.
const BUNDLED: &str = include_str!("../../assets/kazakhstan-motor.json");

/// The bundled dataset.
fn bundled() -> Dataset {
    load(BUNDLED).unwrap_or_else(|problems| panic!("the bundled dataset does not load: {problems:#?}"))
}

/// The bundled dataset as it is written.
fn written() -> serde_json::Value {
    serde_json::from_str(BUNDLED).unwrap()
}

/// The day on which the bundled dataset was last changed: everything in it is known.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}
