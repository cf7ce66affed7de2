//! One figure as a bar, and the data point of a year.

use crate::compare::series::figure::Figure;
use crate::compare::series::quantity::{Quantity, QuantityForm};
use crate::page::charts::due_targets::DueTarget;
use crate::page::charts::scale::ChartScale;
use crate::page::charts::series_chart::ReportedSeries;
use crate::page::context::Context;
use crate::page::model::december;
use crate::page::model::{Bar, ChartMark, DataPoint, RecordRef, TextRun};

/// The certain part up to the value, its lower bound or the end of its range that is nearer to zero; the likely part up to the
/// soft upper end or the other end of the range.
pub(in crate::page::charts) fn value_bar(value: &Quantity, scale: ChartScale) -> Bar {
    let (hard, is_open) = (value.hard, value.hard.hi.is_infinite());
    let (certain, likely) = match value.form {
        QuantityForm::Range if hard.hi <= 0.0 => (hard.hi, Some(hard.lo)),
        QuantityForm::Range => (hard.lo.max(0.0), Some(hard.hi)),
        _ if is_open && hard.lo.is_finite() => (hard.lo, Some(value.soft.hi)),
        _ => (value.nominal, None),
    };
    Bar {
        mark: ChartMark::FullPeriod,
        value: certain / scale.unit,
        soft: likely.filter(|end| end.is_finite()).map(|end| end / scale.unit),
        is_open,
    }
}

/// The highest point at which a value is drawn.
pub(in crate::page::charts) fn drawn_height(value: &Quantity) -> f64 {
    if value.soft.hi.is_finite() { value.soft.hi.max(value.nominal) } else { value.nominal }
}

/// The lowest point at which a value is drawn.
pub(in crate::page::charts) fn drawn_depth(value: &Quantity) -> f64 {
    if value.form == QuantityForm::Range { value.hard.lo } else { value.nominal }
}

/// The figure of a year, the targets due in it, and the year's other figures.
pub(in crate::page::charts) fn data_point(
    ctx: &Context<'_>,
    reported: &ReportedSeries,
    year: i32,
    figure: Option<&Figure>,
    due: &[&DueTarget],
    readout: Vec<TextRun>,
) -> DataPoint {
    let records =
        figure.into_iter().flat_map(|figure| figure.claims.iter().map(|claim| RecordRef::Actual(claim.actual)));
    let keys: Vec<RecordRef> = records.chain(due.iter().map(|promise| RecordRef::Target(promise.id))).collect();
    let slot = |other: &&Figure| reported.slots.column_of(other.last) == year;
    let others = reported.figures.iter().filter(slot);
    let others = others.flat_map(|other| other.claims.iter().map(|claim| RecordRef::Actual(claim.actual)));
    DataPoint {
        label: reported.slots.label(ctx, year),
        at: december(year),
        readout,
        others: others.filter(|key| !keys.contains(key)).collect(),
        keys,
        is_focused: due.iter().any(|promise| promise.is_focused),
    }
}
