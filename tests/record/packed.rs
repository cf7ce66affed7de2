//! The record as it is part of the program: packed when that was built, and the same as the file.

use planfact::dataset::load;
use planfact::dataset::packed::{pack, unpack};
use planfact::dataset::records::{CowStr, Dataset};

use super::bundled;

/// What is part of the program.
const PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/kazakhstan-motor.packed"));

/// A dataset that went there and back.
fn there_and_back(dataset: &Dataset) -> Option<Dataset> {
    unpack(Vec::leak(pack(dataset).ok()?)).ok()
}

#[test]
fn the_record_in_the_program_is_the_file() {
    // Not by `assert_eq`, which would print both.
    assert!(unpack(PACKED).ok() == Some(bundled()), "the program was not built from assets/kazakhstan-motor.json");
}

#[test]
fn no_text_of_it_is_copied() {
    let dataset = unpack(PACKED).unwrap();
    let lent = |text: &CowStr| matches!(text, CowStr::Borrowed(_));
    assert!(dataset.targets.iter().all(|target| target.spoken.ru.iter().all(lent)));
}

#[test]
fn every_shape_that_a_record_can_take_is_packed() {
    for text in [
        include_str!("../fixtures/good/example.json"),
        include_str!("../fixtures/good/seeds-alone.json"),
        r#"{"planfact": 1, "id": "a", "title": "A"}"#,
        r#"{"planfact": 1, "id": "a", "title": "A", "updated": "2025-01",
            "sources": [{"id": "s", "publisher": "S", "published": "2021"}],
            "metrics": [{"id": "m", "name": "M", "kind": "share"}],
            "subjects": [{"id": "b", "name": "B", "kind": "other", "at": [-33.5, -70.25]}],
            "targets": [{"id": "t", "metric": "m", "subject": "b", "said": "2016-07-01", "sources": ["s"], "value": "1/3",
                "due": "2019-07-01..2020-07-01", "kind": "forecast", "readings": [{"value": "<~0.1"}, {"value": "1..2"}]}],
            "actuals": [{"metric": "m", "subject": "b", "period": "2016-07-01/2020-12-31", "sources": ["s"], "value": "?"},
                {"metric": "m", "subject": "b", "period": "2019-H2~", "sources": ["s"], "value": -1.5, "quality": "estimate"},
                {"metric": "m", "subject": "b", "period": "2020-02-29", "sources": ["s"], "value": 1e17}]}"#,
    ] {
        let dataset = load(text).unwrap();
        assert!(there_and_back(&dataset) == Some(dataset), "{text}");
    }
}

#[test]
fn what_is_not_all_of_a_dataset_is_refused() {
    let mut whole = pack(&load(include_str!("../fixtures/good/example.json")).unwrap()).unwrap();
    whole.push(0);
    let whole: &'static [u8] = whole.leak();
    for end in (0..=whole.len()).filter(|end| end + 1 != whole.len()) {
        assert!(unpack(&whole[..end]).is_err(), "its first {end} bytes");
    }
    assert!(unpack(&[0xff; 12]).is_err());
}
