//! Which figures count for a due window (analytics 1.6, 3.9, 10): the one for the window, earlier ones that had reached the
//! target already, later ones that reached it after all.

use chrono::{Datelike, NaiveDate};

use crate::compare::series::calendar::{whole_months, year_covered};
use crate::compare::series::figure::Figure;
use crate::compare::series::history::{History, YearFigures};
use crate::compare::window::cumulative;
use crate::compare::window::due_window::{DueWindow, WindowRule};
use crate::compare::window::promised_number::PromisedNumber;
use crate::compare::window::window_figure::WindowFigure;
use crate::dataset::format::period::Span;
use crate::dataset::records::MetricKind;

/// The figure for the window, or for part of it.
pub(crate) fn window_figure<'a>(
    history: &'a History,
    window: &DueWindow,
    promise: &PromisedNumber,
) -> Option<WindowFigure<'a>> {
    match window.rule {
        WindowRule::Flow => {
            let whole =
                history.figure_for_days(window.first, window.last).or_else(|| full_year_figure(history, window));
            whole.map(WindowFigure::whole).or_else(|| largest_part(history, window))
        }
        WindowRule::Level if history.kind == MetricKind::Stock => {
            history.figures_ending(window.due_year_start(), window.last).last().map(WindowFigure::whole)
        }
        WindowRule::Level => share_figure(history, window, promise),
        WindowRule::Cumulative => cumulative::total_by_end(history, window),
        WindowRule::Milestone => None,
    }
}

/// The first figure after the statement and before the window that certainly reaches the target (analytics 10, "reached
/// before the statement").
pub(crate) fn reached_before<'a>(
    history: &'a History,
    window: &DueWindow,
    promise: &PromisedNumber,
    said: NaiveDate,
) -> Option<WindowFigure<'a>> {
    let before = window.first.pred_opt().unwrap_or(window.first);
    let reached = |bounds| promise.is_reached_by(bounds);
    let reaching = |figure: WindowFigure<'a>| figure.reaches(promise).then_some(figure);
    match window.rule {
        WindowRule::Flow if window.is_yearly => {
            let years = history.years_between(said.year(), window.due_year());
            years.iter().find_map(|year| reaching(year_figure(history, year, said)?))
        }
        WindowRule::Flow => history
            .first_reaching(said..=before, reached, |figure| is_same_length(figure, window))
            .map(WindowFigure::whole),
        WindowRule::Level => {
            let before = window.due_year_start().pred_opt().unwrap_or(before);
            let counts = |figure: &Figure| history.kind == MetricKind::Stock || covers_day_or_year(figure);
            history.first_reaching(said..=before, reached, counts).map(WindowFigure::whole)
        }
        WindowRule::Cumulative => cumulative::running_totals(history, window)
            .filter(|figure| figure.last >= said && figure.last.year() < window.due_year())
            .find_map(|figure| reaching(WindowFigure::part(figure))),
        WindowRule::Milestone => None,
    }
}

/// The first figure after the window that certainly reaches the target.
pub(crate) fn reached_after<'a>(
    history: &'a History,
    window: &DueWindow,
    promise: &PromisedNumber,
) -> Option<WindowFigure<'a>> {
    let after = window.last.succ_opt()?;
    let reached = |bounds| promise.is_reached_by(bounds);
    let reaching = |figure: WindowFigure<'a>| figure.reaches(promise).then_some(figure);
    let rest = after..=NaiveDate::MAX;
    match window.rule {
        WindowRule::Flow if window.is_yearly => {
            let years = history.years_between(window.due_year() + 1, i32::MAX);
            years.iter().find_map(|year| reaching(year_figure(history, year, window.last)?))
        }
        WindowRule::Flow => {
            let counts = |figure: &Figure| figure.first >= after && is_same_length(figure, window);
            history.first_reaching(rest, reached, counts).map(WindowFigure::whole)
        }
        WindowRule::Level if history.kind == MetricKind::Stock => {
            history.first_reaching(rest, reached, |_| true).map(WindowFigure::whole)
        }
        WindowRule::Level => {
            let alone = |figure: &Figure| covers_day_or_year(figure) || !has_full_year(history, figure);
            history
                .first_reaching(rest, reached, |figure| figure.first >= after && alone(figure))
                .map(WindowFigure::whole)
        }
        WindowRule::Cumulative => cumulative::running_totals(history, window)
            .filter(|figure| figure.last >= after)
            .find_map(|figure| reaching(WindowFigure::part(figure))),
        WindowRule::Milestone => None,
    }
}

/// The figure of a year: the full one, else, for flows but not for growth rates, the largest part that ends on `since` or
/// later.
fn year_figure<'a>(history: &'a History, year: &YearFigures, since: NaiveDate) -> Option<WindowFigure<'a>> {
    if let Some(full) = year.full {
        let figure = &history.figures[full];
        return (figure.last >= since).then(|| WindowFigure::whole(figure));
    }
    if history.kind != MetricKind::Flow {
        return None;
    }
    let counts = |index: usize| history.figures[index].last >= since;
    // Parts are ordered by their end: if the first counts, all do.
    if year.parts.first().is_some_and(|&first| counts(first)) {
        return year.largest_part.map(|most| WindowFigure::part(&history.figures[most]));
    }
    let parts = year.parts.iter().filter(|&&index| counts(index)).map(|&index| &history.figures[index]);
    parts.max_by(|a, b| a.deciding_bounds.lo.total_cmp(&b.deciding_bounds.lo)).map(WindowFigure::part)
}

fn full_year_figure<'a>(history: &'a History, window: &DueWindow) -> Option<&'a Figure> {
    let full = history.year(window.due_year())?.full?;
    window.is_yearly.then(|| &history.figures[full])
}

fn largest_part<'a>(history: &'a History, window: &DueWindow) -> Option<WindowFigure<'a>> {
    if history.kind != MetricKind::Flow {
        return None;
    }
    let inside = history.figures_ending(window.first, window.last).iter().filter(|figure| figure.first >= window.first);
    inside.max_by(|a, b| a.deciding_bounds.lo.total_cmp(&b.deciding_bounds.lo)).map(WindowFigure::part)
}

/// A share at a deadline: the full year (or due period) if known; else the latest day reported, or a part of the year that
/// certainly reaches the target (analytics 10).
fn share_figure<'a>(history: &'a History, window: &DueWindow, promise: &PromisedNumber) -> Option<WindowFigure<'a>> {
    let whole = history.figure_for_days(window.first, window.last).or_else(|| full_year_figure(history, window));
    let latest = || {
        let counts = |figure: &&Figure| is_day(figure) || WindowFigure::whole(figure).reaches(promise);
        history.figures_ending(window.due_year_start(), window.last).iter().rev().find(counts)
    };
    let year_of_due = || history.year(window.due_year())?.full.map(|index| &history.figures[index]);
    whole.or_else(latest).or_else(year_of_due).map(WindowFigure::whole)
}

/// Whether a share is of a day or a whole year, not of a part of one.
fn covers_day_or_year(figure: &Figure) -> bool {
    is_day(figure) || year_covered(figure.first, figure.last).is_some_and(|(_, full)| full)
}

fn is_day(figure: &Figure) -> bool {
    matches!(figure.period.span, Span::Day(_))
}

fn has_full_year(history: &History, figure: &Figure) -> bool {
    year_covered(figure.first, figure.last).and_then(|(year, _)| history.year(year)?.full).is_some()
}

fn is_same_length(figure: &Figure, window: &DueWindow) -> bool {
    let days = |first: NaiveDate, last: NaiveDate| last.signed_duration_since(first).num_days();
    let (start, end) = (figure.first, figure.last);
    // Quarters, halves and months differ by up to three days among themselves.
    whole_months(figure.first, figure.last).is_some() && (days(start, end) - days(window.first, window.last)).abs() <= 3
}

/// The first figure after an undated target that certainly reaches it (analytics 10, "no `due`").
pub(crate) fn reached_since<'a>(
    history: &'a History,
    promise: &PromisedNumber,
    said: NaiveDate,
) -> Option<WindowFigure<'a>> {
    let reached = |bounds| promise.is_reached_by(bounds);
    let reaching = |figure: WindowFigure<'a>| figure.reaches(promise).then_some(figure);
    let after = said..=NaiveDate::MAX;
    match WindowRule::of(history.kind) {
        WindowRule::Flow => {
            let years = history.years_between(said.year(), i32::MAX);
            years.iter().find_map(|year| reaching(year_figure(history, year, said)?))
        }
        WindowRule::Level => {
            let counts = |figure: &Figure| {
                history.kind == MetricKind::Stock || covers_day_or_year(figure) || !has_full_year(history, figure)
            };
            history.first_reaching(after, reached, counts).map(WindowFigure::whole)
        }
        WindowRule::Cumulative => {
            history.figures_ending(said, NaiveDate::MAX).iter().map(WindowFigure::part).find_map(reaching)
        }
        WindowRule::Milestone => None,
    }
}
