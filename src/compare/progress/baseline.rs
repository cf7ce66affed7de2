//! The figures of a series as points in time, and the baseline of a target (analytics 3.3, "no hindsight").

use chrono::{Datelike, NaiveDate};

use crate::compare::progress::pace::shape_of_line;
use crate::compare::progress::part_year::{MIN_MONTHS, annualise_year};
use crate::compare::progress::types::SeriesPoint;
use crate::compare::series::calendar::decimal_year;
use crate::compare::series::figure::Figure;
use crate::compare::series::history::History;
use crate::compare::series::interval::Interval;
use crate::compare::series::quantity::{Quantity, QuantityForm};
use crate::compare::window::due_window::WindowRule;
use crate::dataset::format::period::{Period, Span};
use crate::dataset::format::value::Hedge;
use crate::dataset::records::{LineShape, MetricKind};

/// Fewer months known at the statement are no baseline.
const MIN_BASELINE_MONTHS: u32 = 3;

/// The points for pace and projection, in order of time. Flows: full years, and the newest part-year annualised. Stocks: every
/// figure. Shares, rates and ratios: those of a year or a day, and the newest part-year if it is newer. An estimate of a running
/// period is the newest point.
pub(crate) fn points(history: &History) -> Vec<SeriesPoint> {
    points_with_part(history, MIN_MONTHS)
}

/// [`points`], with a newest part-year from which a target can start.
pub(crate) fn starting_points(history: &History) -> Vec<SeriesPoint> {
    points_with_part(history, MIN_BASELINE_MONTHS)
}

fn points_with_part(history: &History, least_months: u32) -> Vec<SeriesPoint> {
    let mut points: Vec<SeriesPoint> = match WindowRule::of(history.kind) {
        WindowRule::Flow => {
            let full = history
                .years
                .iter()
                .filter_map(|year| Some(point_of(history.figure(year.full?), f64::from(year.number))));
            full.collect()
        }
        WindowRule::Level => {
            let counts = |figure: &&Figure| history.kind == MetricKind::Stock || history.is_full_level(figure);
            history.figures.iter().filter(counts).map(|figure| point_of(figure, level_time(figure))).collect()
        }
        WindowRule::Cumulative | WindowRule::Milestone => Vec::new(),
    };
    points.extend(newest_part_of(history, &points, NaiveDate::MAX, least_months));
    points.extend(history.estimate.as_ref().and_then(|estimate| {
        let at = match WindowRule::of(history.kind) {
            WindowRule::Flow => f64::from(history.season.year_of(estimate.first, estimate.last)?),
            _ => level_time(estimate),
        };
        let is_full = history.kind != MetricKind::Flow || history.season.is_full(estimate.first, estimate.last);
        is_full.then(|| SeriesPoint { is_early_estimate: true, ..point_of(estimate, at) })
    }));
    points.dedup_by(|later, earlier| {
        let same = later.at <= earlier.at;
        if same {
            std::mem::swap(later, earlier);
        }
        same
    });
    points
}

/// The newest part of a year up to a day, as a point after these: of flows annualised, of shares, rates and ratios as it is.
pub(crate) fn newest_part(history: &History, full: &[SeriesPoint], by: NaiveDate) -> Option<SeriesPoint> {
    newest_part_of(history, full, by, MIN_MONTHS)
}

fn newest_part_of(history: &History, full: &[SeriesPoint], by: NaiveDate, least_months: u32) -> Option<SeriesPoint> {
    let is_newer = |at: f64| full.last().is_none_or(|last| last.at < at);
    if history.kind == MetricKind::Flow {
        let ended = history.years.partition_point(|year| history.season.days(year.number).0 <= by);
        let open = history.years[..ended].iter().rev().take_while(|year| year.full.is_none());
        let mut open = open.filter(|year| is_newer(f64::from(year.number)));
        let annualised = |year| annualise_year(history, year).filter(|part| part.annual.months >= least_months);
        let (year, part) = open.find_map(|year| Some((year, annualised(year)?)))?;
        let ends = (part.year.soft.lo, part.year.soft.hi);
        let annual = Some(part.annual);
        return Some(SeriesPoint { value: part.year, ends, annual, ..point_of(part.figure, f64::from(year.number)) });
    }
    let newest = history.figures_ending(NaiveDate::MIN, by).last()?;
    let at = level_time(newest);
    (WindowRule::of(history.kind) == WindowRule::Level && is_newer(at)).then(|| point_of(newest, at))
}

/// The baseline, from the [`starting_points`] known at the statement: the last full year if it is the year before the statement or later,
/// else the newest part-year of three months or more annualised, else the last full year (analytics 3.3 and 10, "baseline of
/// what is made").
pub(crate) fn baseline(points: &[SeriesPoint], said: NaiveDate) -> Option<SeriesPoint> {
    let mut known = points.iter().rev().filter(|point| !point.is_early_estimate);
    let newest = known.next()?;
    let recent = |full: &&SeriesPoint| newest.annual.is_some() && full.at >= f64::from(said.year() - 1);
    Some(known.next().filter(recent).unwrap_or(newest).clone())
}

fn level_time(figure: &Figure) -> f64 {
    decimal_year(figure.last)
}

pub(crate) fn point_of(figure: &Figure, at: f64) -> SeriesPoint {
    SeriesPoint {
        at,
        period: figure.period,
        pieces: figure.pieces.clone(),
        value: figure.value_over_claims(),
        ends: pace_ends(figure),
        annual: None,
        actual: figure.preferred(),
        has_differing_claims: figure.has_differing_claims(),
        is_early_estimate: figure.is_early_estimate,
    }
}

/// The shape of the line from a baseline, with its ends, to a target; see [`shape_of_line`].
pub(crate) fn line_shape(kind: MetricKind, path: Option<LineShape>, base: &SeriesPoint, goal: f64) -> LineShape {
    let lowest = base.ends.0.min(base.value.nominal);
    shape_of_line(kind, path, base.value.nominal, goal.min(lowest), goal)
}

/// The start of a cumulative metric: zero at the beginning of a day.
pub(crate) fn zero_point(day: NaiveDate) -> SeriesPoint {
    let bounds = Interval::exactly(0.0);
    SeriesPoint {
        at: decimal_year(day.pred_opt().unwrap_or(day)),
        period: Period { span: Span::Day(day), is_approximate: false },
        pieces: Vec::new(),
        value: Quantity::derived(0.0, bounds, bounds),
        ends: (0.0, 0.0),
        annual: None,
        actual: None,
        has_differing_claims: false,
        is_early_estimate: false,
    }
}

/// The bounds of a figure for the pace (analytics 10, "R with an open end"): the deciding ones, the likely one where an end is
/// open.
fn pace_ends(figure: &Figure) -> (f64, f64) {
    let (value, deciding) = (figure.value_over_claims(), figure.deciding_value().hard);
    let is_at_most = matches!(value.form, QuantityForm::Amount(Hedge::AtMost | Hedge::LessThan, _));
    (if is_at_most { value.soft.lo } else { deciding.lo }, deciding.hi)
}
