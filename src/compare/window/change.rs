//! Targets that are a change on the figure of a base period, such as `-40%` from 1990 (analytics 1.7, "changes").

use std::borrow::Cow;

use chrono::NaiveDate;

use crate::compare::series::as_of::{AsOf, figures_with_tolerance};
use crate::compare::series::figure::Figure;
use crate::compare::series::history::History;
use crate::compare::series::interval::Interval;
use crate::compare::series::quantity::{ABOUT_TOLERANCE, Quantity};
use crate::compare::series::season::Season;
use crate::compare::window::promised_number::{PromisedNumber, RangeEnds};
use crate::dataset::format::period::{Period, Span};
use crate::dataset::format::value::{Amount, Change, ChangeUnit, Hedge, Value};
use crate::dataset::records::index::SeriesKey;
use crate::dataset::records::{Better, Dataset, MetricKind};

/// The change that a target asks for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum PromisedChange {
    /// One change.
    To(Change),
    /// A range of changes, the smaller first.
    Between(Change, Change),
}

impl PromisedChange {
    /// None for a value that is no change.
    pub(crate) fn of(value: &Value) -> Option<Self> {
        match *value {
            Value::Change(change) => Some(Self::To(change)),
            Value::ChangeRange(small, large) => Some(Self::Between(small, large)),
            _ => None,
        }
    }

    fn unit(self) -> ChangeUnit {
        let (Self::To(change) | Self::Between(change, _)) = self;
        change.unit
    }

    /// Whether it is in percentage points.
    pub(crate) fn is_points(self) -> bool {
        self.unit() == ChangeUnit::Points
    }

    /// The change in per cent, or in points.
    pub(crate) fn in_percent(self, tolerance: f64) -> Quantity {
        let percent = |x: f64| if self.unit() == ChangeUnit::Times { (x - 1.0) * 100.0 } else { x };
        self.spoken(tolerance).map(percent)
    }

    /// The number to reach from a base figure (analytics 1.7): θ is an interval where the base is. None where the base is not
    /// certainly above zero, so that per cent of it mean nothing.
    pub(crate) fn promise(self, base: &Figure, better: Better, tolerance: f64) -> Option<PromisedNumber> {
        let value = base.deciding_value();
        let (low, high) = (value.hard.lo, value.hard.hi);
        if low <= 0.0 && !self.is_points() {
            return None;
        }
        let spoken = self.spoken(tolerance);
        let at = |base: f64| {
            let level = |x: f64| level(self.unit(), base, x);
            PromisedNumber::from_quantity(Quantity { form: spoken.form, ..spoken.map(level) }, better)
        };
        let (promise, ends) = (at(value.nominal), [at(low), at(high)]);
        let pair = |number: fn(&PromisedNumber) -> f64| {
            let (a, b) = (number(&ends[0]), number(&ends[1]));
            (a.min(b), a.max(b))
        };
        let range = promise.range.map(|_| RangeEnds {
            floor: pair(|promise| promise.said.hard.lo),
            cap: pair(|promise| promise.said.hard.hi),
        });
        let said = Quantity::derived(promise.said.nominal, promise.said.hard, promise.said.soft);
        Some(PromisedNumber { said, range, threshold_ends: pair(|promise| promise.threshold), ..promise })
    }

    /// The change as spoken, with the bounds of its hedge on the number as spoken.
    fn spoken(self, tolerance: f64) -> Quantity {
        let amount = |change: Change| {
            // A plain number counts as it is.
            let hedge = if change.hedge == Hedge::Plain { Hedge::Exact } else { change.hedge };
            let amount = Amount { hedge, number: change.number, place_value: change.place_value };
            Quantity::from_amount(amount, MetricKind::Growth, tolerance)
        };
        match self {
            Self::To(change) => amount(change),
            Self::Between(small, large) => Quantity::between(small.number, large.number),
        }
    }
}

/// The level that a change leads to from a base: `(1 + p) · B`, `x · B`, or `B + p` in points (analytics 1.7).
pub fn level(unit: ChangeUnit, base: f64, change: f64) -> f64 {
    match unit {
        ChangeUnit::Percent => base * (1.0 + change / 100.0),
        ChangeUnit::Times => base * change,
        ChangeUnit::Points => base + change,
    }
}

/// The change that a figure made on a base, in per cent `(y ÷ B − 1) · 100`, or in points `y − B` (analytics 1.7).
pub fn change_made(actual: &Quantity, base: &Quantity, is_points: bool) -> Option<Quantity> {
    if is_points {
        let minus = |a: Interval, b: Interval| a.minus(b);
        let (hard, soft) = (minus(actual.hard, base.hard), minus(actual.soft, base.soft));
        return Some(Quantity::derived(actual.nominal - base.nominal, hard, soft));
    }
    let percent = |ratio: Interval| ratio.map(|ratio| (ratio - 1.0) * 100.0);
    let hard = percent(actual.hard.divided_by(base.hard)?);
    let soft = percent(actual.soft.divided_by(base.soft)?);
    Some(Quantity::derived((actual.nominal / base.nominal - 1.0) * 100.0, hard, soft))
}

/// The figure of a base period: of exactly that period, of a flow also the sum of its parts, of a stock the latest state in it,
/// of a share also the latest day (analytics 1.7).
pub(crate) fn base_figure<'a>(history: &'a History, base: &Period, year_meant: Season) -> Option<Cow<'a, Figure>> {
    let (first, last) = match base.span {
        Span::Year(year) => year_meant.days(year),
        _ => base.days(),
    };
    let within = || history.figures_ending(first, last).iter().rev().filter(|figure| figure.first >= first);
    if history.kind == MetricKind::Stock {
        return within().next().map(Cow::Borrowed);
    }
    let exact = history.figure_for_days(first, last).map(Cow::Borrowed);
    let sum = || history.sum_for_days(first, last).map(Cow::Owned);
    let day = || within().find(|figure| matches!(figure.period.span, Span::Day(_))).map(Cow::Borrowed);
    exact.or_else(sum).or_else(|| if history.kind == MetricKind::Flow { None } else { day() })
}

/// The base figure as it was known on an earlier date.
pub(crate) fn base_figure_as_of(
    dataset: &Dataset,
    series: SeriesKey,
    base: &Period,
    year_meant: Season,
    known: NaiveDate,
) -> Option<Figure> {
    let figures = figures_with_tolerance(dataset, series, ABOUT_TOLERANCE, AsOf::of(known));
    let history = History::new(dataset[series.0].kind, figures, Season::CALENDAR_YEAR);
    base_figure(&history, base, year_meant).map(Cow::into_owned)
}
