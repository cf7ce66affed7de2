//! The number that a target has to reach, as of a date: as stated, or a change on the figure of its base period.

use crate::compare::series::history::History;
use crate::compare::series::quantity::Quantity;
use crate::compare::series::season::Season;
use crate::compare::window::change::{PromisedChange, base_figure};
use crate::compare::window::promised_number::{PromisedNumber, promised_number};
use crate::dataset::format::period::Period;
use crate::dataset::records::{Actual, Dataset, Id, Target};

/// What a target asks for.
#[derive(Debug, Clone)]
pub(crate) enum PromiseOfTarget {
    /// A number.
    Number(Box<NumberToReach>),
    /// A change on the figure of this period, which is not known.
    BaseUnknown(Period),
    /// No number that can be judged.
    Unquantified,
}

/// A number to reach.
#[derive(Debug, Clone)]
pub(crate) struct NumberToReach {
    pub(crate) promise: PromisedNumber,
    /// Of a change.
    pub(crate) base: Option<BaseOfChange>,
}

/// The base figure of a change.
#[derive(Debug, Clone)]
pub(crate) struct BaseOfChange {
    /// The change promised, in per cent of the figure or in points.
    pub(crate) promised: Quantity,
    pub(crate) is_points: bool,
    /// The base period as written.
    pub(crate) period: Period,
    /// The twelve months that it means if it is a year.
    pub(crate) year_meant: Season,
    /// Its figure, for showing.
    pub(crate) value: Quantity,
    /// The same with the bounds that decide.
    pub(crate) deciding_value: Quantity,
    /// Its preferred report.
    pub(crate) actual: Option<Id<Actual>>,
}

/// Reads the number of a target, with this tolerance for "about" unless it has its own. The base figure is taken as known on
/// the date of the history, because the promise is about the change.
pub(crate) fn promise(
    dataset: &Dataset,
    id: Id<Target>,
    history: &History,
    year_meant: Season,
    about: f64,
) -> PromiseOfTarget {
    let target = &dataset[id];
    let written = target.value.as_ref().or_else(|| target.readings.first().map(|reading| &reading.value));
    let Some((change, period)) = written.and_then(PromisedChange::of).zip(target.base) else {
        let number = promised_number(dataset, id, about);
        return number.map_or(PromiseOfTarget::Unquantified, |number| {
            PromiseOfTarget::Number(Box::new(NumberToReach { promise: number, base: None }))
        });
    };
    let Some(base) = base_figure(history, &period, year_meant) else { return PromiseOfTarget::BaseUnknown(period) };
    let better = dataset[target.metric].better;
    let tolerance = target.tolerance.unwrap_or(about);
    let Some(number) = change.promise(&base, better, tolerance) else { return PromiseOfTarget::Unquantified };
    let base = BaseOfChange {
        promised: change.in_percent(tolerance),
        is_points: change.is_points(),
        period,
        year_meant,
        value: base.value_over_claims(),
        deciding_value: base.deciding_value(),
        actual: base.preferred(),
    };
    PromiseOfTarget::Number(Box::new(NumberToReach { promise: number, base: Some(base) }))
}
