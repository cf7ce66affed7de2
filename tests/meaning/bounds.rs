//! Interval arithmetic beyond the vectors: open ends, negative numbers, lower bounds (analytics 1.2, 2, 10).

use planfact::compare::series::interval::{Interval, ThresholdAnswer};
use planfact::compare::series::quantity::{ABOUT_TOLERANCE, Quantity};
use planfact::dataset::format::value::{NumberKind, Value};
use planfact::dataset::records::{Better, MetricKind};

fn read(text: &str, kind: MetricKind) -> Interval {
    let value = Value::parse(text, NumberKind::Measurement).unwrap_or_else(|_| panic!("{text} is a value"));
    Quantity::from_value(&value, kind, ABOUT_TOLERANCE).unwrap_or_else(|| panic!("{text} is a number")).hard
}

#[test]
fn an_upper_bound_implies_at_least_zero_except_for_growth() {
    assert_eq!(read("<=50", MetricKind::Share).lo.to_bits(), 0f64.to_bits());
    assert!(read("<=50", MetricKind::Growth).lo.is_infinite());
}

#[test]
fn negative_numbers_keep_their_direction() {
    let more = read(">-5", MetricKind::Growth);
    assert_eq!((more.lo.to_bits(), more.lo_open, more.hi.is_infinite()), ((-5f64).to_bits(), true, true));
    let about = read("~-100", MetricKind::Growth);
    assert_eq!((about.lo.to_bits(), about.hi.to_bits()), ((-105f64).to_bits(), (-95f64).to_bits()));
}

#[test]
fn rounding_is_at_most_five_per_cent() {
    let round = read("20000", MetricKind::Flow);
    assert_eq!((round.lo.to_bits(), round.hi.to_bits()), (19_000f64.to_bits(), 21_000f64.to_bits()));
}

#[test]
fn dividing_by_an_interval_with_zero_gives_none() {
    assert_eq!(Interval::between(1.0, 2.0).divided_by(Interval::between(-1.0, 1.0)), None);
}

#[test]
fn open_ends_propagate() {
    let more = read(">19k", MetricKind::Flow);
    let sum = more.plus(Interval::exactly(1000.0));
    assert!(sum.lo_open && sum.hi.is_infinite());
    let left = Interval::exactly(20_000.0).minus(more);
    assert!(left.hi_open && left.lo == f64::NEG_INFINITY);
}

#[test]
fn an_open_end_on_the_threshold_decides_strict_and_plain_comparisons() {
    let more = read(">19k", MetricKind::Flow);
    assert_eq!(more.reaches(19_000.0, true, Better::More), ThresholdAnswer::Yes);
    let nearly = read("<~120", MetricKind::Flow);
    assert_eq!(nearly.reaches(120.0, false, Better::More), ThresholdAnswer::No);
    assert_eq!(nearly.reaches(120.0, true, Better::Less), ThresholdAnswer::Yes);
}
