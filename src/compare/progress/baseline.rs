//! The figures of a series as points in time, and the baseline of a target (analytics 3.3, "no hindsight").

use chrono::{Datelike, NaiveDate};

use crate::compare::progress::part_year::annualise_year;
use crate::compare::progress::types::SeriesPoint;
use crate::compare::series::calendar::decimal_year;
use crate::compare::series::figure::Figure;
use crate::compare::series::history::{History, YearFigures};
use crate::compare::series::interval::Interval;
use crate::compare::series::quantity::{Quantity, QuantityForm};
use crate::compare::window::due_window::{DueWindow, WindowRule};
use crate::dataset::format::period::{Period, Span};
use crate::dataset::format::value::Hedge;
use crate::dataset::records::MetricKind;

/// The points for pace and projection, in order of time. Flows: full years, and the newest part-year annualised. Stocks: every
/// figure. Shares and ratios: those of a year or a day, and the newest part-year if it is newer.
pub(crate) fn points(history: &History) -> Vec<SeriesPoint> {
    let mut points: Vec<SeriesPoint> = match WindowRule::of(history.kind) {
        WindowRule::Flow => {
            let full = |year: &YearFigures| Some(point_of(&history.figures[year.full?], f64::from(year.number)));
            history.years.iter().filter_map(full).chain(newest_annualised_part(history)).collect()
        }
        WindowRule::Level => level_points(history),
        WindowRule::Cumulative | WindowRule::Milestone => Vec::new(),
    };
    points.dedup_by(|later, earlier| {
        let same = later.at <= earlier.at;
        if same {
            std::mem::swap(later, earlier);
        }
        same
    });
    points
}

/// The baseline, from what was known at the statement: the last full year if it is the year before the statement or later,
/// else the newest part-year annualised, else the last full year (analytics 3.3). Cumulative metrics start at zero.
pub(crate) fn baseline(
    kind: MetricKind,
    points: &[SeriesPoint],
    window: Option<&DueWindow>,
    said: NaiveDate,
) -> Option<SeriesPoint> {
    if WindowRule::of(kind) == WindowRule::Cumulative {
        return window.map(|window| zero_point(window.first));
    }
    let (newest, before) = points.split_last()?;
    let recent = |full: &&SeriesPoint| newest.annual.is_some() && full.at >= f64::from(said.year() - 1);
    Some(before.last().filter(recent).unwrap_or(newest).clone())
}

/// The newest part-year annualised, if it is newer than every full year.
fn newest_annualised_part(history: &History) -> Option<SeriesPoint> {
    if history.kind != MetricKind::Flow {
        return None;
    }
    let mut open = history.years.iter().rev().take_while(|year| year.full.is_none());
    let (year, (figure, value, annual)) = open.find_map(|year| Some((year, annualise_year(history, year)?)))?;
    let ends = (value.soft.lo, value.soft.hi);
    Some(SeriesPoint { value, ends, annual: Some(annual), ..point_of(figure, f64::from(year.number)) })
}

fn level_points(history: &History) -> Vec<SeriesPoint> {
    let alone = |figure: &&Figure| {
        history.kind == MetricKind::Stock
            || matches!(figure.period.span, Span::Day(_))
            || crate::compare::series::calendar::year_covered(figure.first, figure.last).is_some_and(|(_, full)| full)
    };
    let at = |figure: &Figure| decimal_year(figure.last);
    let mut points: Vec<SeriesPoint> =
        history.figures.iter().filter(alone).map(|figure| point_of(figure, at(figure))).collect();
    if let Some(newest) = history.figures.last().filter(|figure| points.last().is_none_or(|last| last.at < at(figure)))
    {
        points.push(point_of(newest, at(newest)));
    }
    points
}

pub(crate) fn point_of(figure: &Figure, at: f64) -> SeriesPoint {
    SeriesPoint {
        at,
        period: figure.period,
        value: figure.value,
        ends: pace_ends(figure),
        annual: None,
        actual: figure.preferred(),
        has_differing_claims: figure.has_differing_claims(),
    }
}

/// The start of a cumulative metric.
fn zero_point(day: NaiveDate) -> SeriesPoint {
    let bounds = Interval::exactly(0.0);
    SeriesPoint {
        at: decimal_year(day),
        period: Period { span: Span::Day(day), is_approximate: false },
        value: Quantity::derived(0.0, bounds, bounds),
        ends: (0.0, 0.0),
        annual: None,
        actual: None,
        has_differing_claims: false,
    }
}

/// The bounds of a figure for the pace (analytics 10, "R with an open end"): the deciding ones, the likely one where an end is
/// open.
fn pace_ends(figure: &Figure) -> (f64, f64) {
    let value = figure.value_over_claims();
    let at_most = matches!(value.said, QuantityForm::Amount(Hedge::AtMost | Hedge::LessThan, _));
    let low = if at_most { value.soft.lo } else { figure.deciding_bounds.lo };
    let finite = |end: f64, likely: f64| if end.is_finite() { end } else { likely };
    (finite(low, value.soft.lo), finite(figure.deciding_bounds.hi, value.soft.hi))
}
