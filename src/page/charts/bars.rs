//! One figure as a bar, and the data point of a year.

use chrono::Datelike;

use crate::compare::series::figure::Figure;
use crate::compare::series::quantity::Quantity;
use crate::dataset::format::period::{Period, Span};
use crate::page::charts::due_targets::DueTarget;
use crate::page::charts::labels;
use crate::page::charts::scale::ChartScale;
use crate::page::model::december;
use crate::page::model::{Bar, ChartMark, DataPoint, RecordRef, TextRun};

/// The year of a column and the number of its months covered; a single day counts as the full year.
pub(in crate::page) fn year_and_months(period: &Period) -> Option<(i32, u32)> {
    match period.span {
        Span::Day(day) => Some((day.year(), 12)),
        _ => period.full_year().map(|year| (year, 12)).or_else(|| period.year_to_date()),
    }
}

/// The certain part up to the value or its lower bound, the likely part up to the soft upper end.
pub(in crate::page::charts) fn value_bar(value: &Quantity, scale: ChartScale) -> Bar {
    let certain = if value.hard.lo.is_finite() && value.hard.hi.is_infinite() { value.hard.lo } else { value.nominal };
    Bar {
        mark: ChartMark::FullPeriod,
        value: certain / scale.unit,
        soft: (value.soft.hi.is_finite() && value.hard.hi.is_infinite()).then_some(value.soft.hi / scale.unit),
        is_open: value.hard.hi.is_infinite(),
    }
}

/// The highest point at which a value is drawn.
pub(in crate::page::charts) fn drawn_height(value: &Quantity) -> f64 {
    if value.soft.hi.is_finite() { value.soft.hi.max(value.nominal) } else { value.nominal }
}

/// The figure of a year, the targets due in it, and the year's other figures.
pub(in crate::page::charts) fn data_point(
    figures: &[Figure],
    year: i32,
    figure: Option<&Figure>,
    due: &[&DueTarget],
    readout: Vec<TextRun>,
) -> DataPoint {
    let records =
        figure.into_iter().flat_map(|figure| figure.claims.iter().map(|claim| RecordRef::Actual(claim.actual)));
    let keys: Vec<RecordRef> = records.chain(due.iter().map(|promise| RecordRef::Target(promise.id))).collect();
    let others = figures.iter().filter(|other| other.last.year() == year);
    let others = others.flat_map(|other| other.claims.iter().map(|claim| RecordRef::Actual(claim.actual)));
    DataPoint {
        label: labels::year_label(year),
        at: december(year),
        readout,
        others: others.filter(|key| !keys.contains(key)).collect(),
        keys,
        is_focused: due.iter().any(|promise| promise.is_focused),
    }
}
