//! The figures of a series as points in time, and the one that a promise starts from (analytics 3.3, "no hindsight").

use chrono::{Datelike, NaiveDate};

use super::history::{History, Year};
use super::known::Figure;
use super::outlook::Point;
use super::part_year::annualised;
use super::quantity::{Interval, Quantity, Said};
use super::time::place;
use super::window::{Rule, Window};
use crate::dataset::period::{Period, Span};
use crate::dataset::records::MetricKind;
use crate::dataset::value::Hedge;

/// The figures that pace and projection go by, in order of time: full years and the newest part-year annualised for what is
/// made; every state for what stands; of shares those of a year or a day, and a newer part.
pub(crate) fn points(history: &History) -> Vec<Point> {
    let mut points: Vec<Point> = match Rule::of(history.kind) {
        Rule::Made => {
            let full = |year: &Year| Some(whole(&history.figures[year.full?], f64::from(year.number)));
            history.years.iter().filter_map(full).chain(newest_part(history)).collect()
        }
        Rule::Stood => states(history),
        Rule::Summed | Rule::Happened => Vec::new(),
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

/// The figure that a promise starts from, from what was known when it was said: the last full year; if that is not out, the
/// newest part-year annualised; else the last full year that is (analytics 3.3). A programme starts with nothing.
pub(crate) fn baseline(kind: MetricKind, points: &[Point], window: Option<&Window>, said: NaiveDate) -> Option<Point> {
    if Rule::of(kind) == Rule::Summed {
        return window.map(|window| nothing(window.first));
    }
    let (newest, before) = points.split_last()?;
    let recent = |full: &&Point| newest.annual.is_some() && full.at >= f64::from(said.year() - 1);
    Some(before.last().filter(recent).unwrap_or(newest).clone())
}

/// The newest part-year, annualised, if it is newer than every full year.
fn newest_part(history: &History) -> Option<Point> {
    if history.kind != MetricKind::Flow {
        return None;
    }
    let mut open = history.years.iter().rev().take_while(|year| year.full.is_none());
    let (year, (figure, value, annual)) = open.find_map(|year| Some((year, annualised(history, year)?)))?;
    let ends = (value.soft.lo, value.soft.hi);
    Some(Point { value, ends, annual: Some(annual), ..whole(figure, f64::from(year.number)) })
}

fn states(history: &History) -> Vec<Point> {
    let alone = |figure: &&Figure| {
        history.kind == MetricKind::Stock
            || matches!(figure.period.span, Span::Day(_))
            || super::history::part_of_year(figure.first, figure.last).is_some_and(|(_, full)| full)
    };
    let at = |figure: &Figure| place(figure.last);
    let mut points: Vec<Point> = history.figures.iter().filter(alone).map(|figure| whole(figure, at(figure))).collect();
    if let Some(newest) = history.figures.last().filter(|figure| points.last().is_none_or(|last| last.at < at(figure)))
    {
        points.push(whole(newest, at(newest)));
    }
    points
}

/// A figure as a point.
pub(crate) fn whole(figure: &Figure, at: f64) -> Point {
    Point {
        at,
        period: figure.period,
        value: figure.value,
        ends: ends(figure),
        annual: None,
        actual: figure.preferred(),
        differs: figure.differs(),
    }
}

/// Where a programme starts.
fn nothing(day: NaiveDate) -> Point {
    let bounds = Interval::exactly(0.0);
    Point {
        at: place(day),
        period: Period { span: Span::Day(day), approximate: false },
        value: Quantity::derived(0.0, bounds, bounds),
        ends: (0.0, 0.0),
        annual: None,
        actual: None,
        differs: false,
    }
}

/// The ends of a figure as the pace takes them (analytics 10, "R with an open end"): the deciding ends, the likely one where
/// nothing is certain.
fn ends(figure: &Figure) -> (f64, f64) {
    let value = figure.spread_out();
    let at_most = matches!(value.said, Said::Amount(Hedge::AtMost | Hedge::LessThan, _));
    let low = if at_most { value.soft.lo } else { figure.decides.lo };
    let finite = |end: f64, likely: f64| if end.is_finite() { end } else { likely };
    (finite(low, value.soft.lo), finite(figure.decides.hi, value.soft.hi))
}
