//! Which figures count for a due window (analytics 1.6, 3.9, 10): the one for the window, those before it that satisfied the
//! target, later ones that reached it after all.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use crate::compare::series::bounds_index::{Extent, SearchFrom};
use crate::compare::series::calendar::whole_months;
use crate::compare::series::figure::Figure;
use crate::compare::series::history::{History, State};
use crate::compare::series::interval::ThresholdAnswer;
use crate::compare::series::season::Season;
use crate::compare::window::cumulative;
use crate::compare::window::due_window::{DueWindow, WindowRule};
use crate::compare::window::promised_number::PromisedNumber;
use crate::compare::window::window_figure::WindowFigure;
use crate::dataset::format::period::Span;
use crate::dataset::records::{Better, MetricKind};

/// Whether a target was satisfied by the full figures of some time (analytics 3.9).
#[derive(Debug, Clone, Default)]
pub(crate) struct Run<'a> {
    /// The newest figure.
    pub(crate) newest: Option<WindowFigure<'a>>,
    /// The first figure of the unbroken run that certainly satisfies the target up to the newest; none if the newest does not.
    pub(crate) since: Option<WindowFigure<'a>>,
    /// A figure certainly satisfied it.
    pub(crate) was_reached: bool,
}

/// The figure for the window, or for part of it; none that ended before the window did and by the day of the statement: no
/// outcome predates its promise. What was used of a ceiling by then stays used.
pub(crate) fn window_figure<'a>(
    history: &'a History,
    window: &DueWindow,
    promise: &PromisedNumber,
    said: NaiveDate,
) -> Option<WindowFigure<'a>> {
    let is_ceiling = window.rule == WindowRule::Flow && promise.better == Better::Less;
    let said = if is_ceiling { NaiveDate::MIN } else { said };
    let due_days = || history.figure_for_days(window.first, window.last).map(WindowFigure::whole);
    let due_year = || Some(WindowFigure::whole(history.figure(history.year(window.due_year())?.full?)));
    let figure = match window.rule {
        WindowRule::Flow => {
            let sum = || history.sum_for_days(window.first, window.last).map(WindowFigure::sum);
            let year = || due_year().filter(|_| window.is_yearly);
            due_days().or_else(year).or_else(sum).or_else(|| largest_part(history, window, said))
        }
        WindowRule::Level if history.kind == MetricKind::Stock => {
            history.figures_ending(window.due_year_start(), window.last).last().map(WindowFigure::whole)
        }
        WindowRule::Level => {
            let year = || due_year().filter(|_| window.is_yearly);
            due_days().or_else(year).or_else(|| latest_share(history, window, promise)).or_else(due_year)
        }
        WindowRule::Cumulative => cumulative::total_by_end(history, window).map(|total| total.sum),
        WindowRule::Milestone => None,
    };
    figure.filter(|figure| figure.figure.last > said || figure.figure.last >= window.last)
}

/// The full figures after the statement that end before the due window, or by `known` for an open one.
pub(crate) fn run_after_statement<'a>(
    history: &'a History,
    promise: &PromisedNumber,
    said: NaiveDate,
    before: NaiveDate,
) -> Run<'a> {
    let range = history.states_ending(said, before);
    let answer = |state: State| promise.answer(history.state_bounds(state));
    // A part of a year is a figure only if it decides the year.
    let counts = |state: State| !state.is_part || answer(state) != ThresholdAnswer::Undetermined;
    let is_yes = |state: State| answer(state) == ThresholdAnswer::Yes;
    let may_be_yes = |extent: &Extent| promise.is_reached_by(extent.common);
    let may_be_not_yes = |extent: &Extent| !promise.is_reached_by(extent.hull);
    let figure = |index: usize| as_window_figure(history, history.state(index));
    let Some(newest) = history.find_state(range.clone(), SearchFrom::End, |_| true, counts) else {
        return Run::default();
    };
    let reached = |range: Range<usize>| history.find_state(range, SearchFrom::Start, may_be_yes, is_yes);
    if !is_yes(history.state(newest)) {
        let was_reached = reached(range).is_some();
        return Run { newest: Some(figure(newest)), since: None, was_reached };
    }
    let fails = |state: State| counts(state) && !is_yes(state);
    let broken = history.find_state(range.start..newest, SearchFrom::End, may_be_not_yes, fails);
    let since = reached(broken.map_or(range.start, |broken| broken + 1)..newest + 1);
    Run { newest: Some(figure(newest)), since: since.map(figure), was_reached: true }
}

/// The first sum of a programme that certainly reached the target before the due year: what is reached stays reached.
pub(crate) fn total_reached_before<'a>(
    history: &'a History,
    window: &DueWindow,
    promise: &PromisedNumber,
    said: NaiveDate,
) -> Option<WindowFigure<'a>> {
    let in_time = |last: NaiveDate| last > said && last.year() < window.due_year();
    cumulative::first_total_reaching(history, window, promise, in_time)
}

/// The first figure after the window that certainly reaches the target.
pub(crate) fn reached_after<'a>(
    history: &'a History,
    window: &DueWindow,
    promise: &PromisedNumber,
) -> Option<WindowFigure<'a>> {
    match window.rule {
        WindowRule::Flow | WindowRule::Level => {
            let later = first_reaching(history, promise, window.last);
            if window.rule == WindowRule::Level || window.is_yearly {
                return later;
            }
            let other = later_of_same_length(history, window, promise);
            [later, other].into_iter().flatten().min_by_key(|figure| figure.figure.last)
        }
        WindowRule::Cumulative => cumulative::first_total_reaching(history, window, promise, |last| last > window.last),
        WindowRule::Milestone => None,
    }
}

/// The first figure after an undated target that certainly reaches it (analytics 10, "no `due`").
pub(crate) fn reached_since<'a>(
    history: &'a History,
    promise: &PromisedNumber,
    said: NaiveDate,
) -> Option<WindowFigure<'a>> {
    match WindowRule::of(history.kind) {
        WindowRule::Flow | WindowRule::Level => first_reaching(history, promise, said),
        WindowRule::Cumulative => {
            let mut sums = history.figures_ending(said, NaiveDate::MAX).iter().filter(|figure| figure.last > said);
            sums.find(|figure| promise.is_reached_by(figure.deciding_bounds.open_above())).map(WindowFigure::part)
        }
        WindowRule::Milestone => None,
    }
}

fn first_reaching<'a>(history: &'a History, promise: &PromisedNumber, after: NaiveDate) -> Option<WindowFigure<'a>> {
    let reaches = |state: State| promise.is_reached_by(history.state_bounds(state));
    let range = history.states_ending(after, NaiveDate::MAX);
    let may = |extent: &Extent| promise.is_reached_by(extent.common);
    let found = history.find_state(range, SearchFrom::Start, may, reaches)?;
    Some(as_window_figure(history, history.state(found)))
}

/// The newest full figure of periods that end after one day and by another; no part of a year.
pub(crate) fn newest_full_figure(history: &History, after: NaiveDate, by: NaiveDate) -> Option<WindowFigure<'_>> {
    let states = history.states_ending(after, by);
    let newest = history.find_state(states, SearchFrom::End, |_| true, |state| !state.is_part)?;
    Some(as_window_figure(history, history.state(newest)))
}

/// A state as it counts for a window.
pub(crate) fn as_window_figure(history: &History, state: State) -> WindowFigure<'_> {
    let figure = history.state_figure(state);
    if state.is_part { WindowFigure::part(figure) } else { WindowFigure::whole(figure) }
}

/// The first later months as many as the window's that certainly reach the target: as reported, or added up for the following
/// months in steps of the window's length.
fn later_of_same_length<'a>(
    history: &'a History,
    window: &DueWindow,
    promise: &PromisedNumber,
) -> Option<WindowFigure<'a>> {
    let months = whole_months(window.first, window.last)?;
    let after = window.last.succ_opt()?;
    let later = history.figures_ending(after, NaiveDate::MAX);
    let is_like = |figure: &&Figure| {
        figure.first >= after
            && whole_months(figure.first, figure.last) == Some(months)
            && promise.is_reached_by(figure.deciding_bounds)
    };
    let reported = later.iter().find(is_like).map(WindowFigure::whole);
    let end = reported.as_ref().map_or(later.last().map(|figure| figure.last), |found| Some(found.figure.last))?;
    let length = months.unsigned_abs();
    let mut ends = (1..).map_while(|steps| {
        let first = window.first.checked_add_months(chrono::Months::new(length * steps))?;
        let last = first.checked_add_months(chrono::Months::new(length))?.pred_opt()?;
        (last <= end).then_some((first, last))
    });
    let sum = ends.find_map(|(first, last)| {
        history.sum_for_days(first, last).filter(|sum| promise.is_reached_by(sum.deciding_bounds))
    });
    sum.map(WindowFigure::sum).or(reported)
}

/// The part of the window that proves most, of those that end after the statement.
fn largest_part<'a>(history: &'a History, window: &DueWindow, said: NaiveDate) -> Option<WindowFigure<'a>> {
    let counts = |figure: &Figure| figure.first >= window.first && figure.last <= window.last && figure.last > said;
    let reported = history.figures_ending(window.first, window.last).iter();
    let year = history.year(window.due_year()).filter(|_| window.is_yearly || history.season != Season::CALENDAR_YEAR);
    let sums = year.into_iter().flat_map(|year| year.parts.iter().map(|&part| history.figure(part)));
    let floor = |figure: &&Figure| figure.deciding_bounds.lo;
    let inside = reported.chain(sums).filter(|figure| counts(figure));
    inside.max_by(|a, b| floor(a).total_cmp(&floor(b)).then(a.last.cmp(&b.last))).map(WindowFigure::part)
}

/// A share at a deadline without a figure of the whole year or due period: the latest day reported, or a part of the year that
/// certainly reaches the target (analytics 10).
fn latest_share<'a>(history: &'a History, window: &DueWindow, promise: &PromisedNumber) -> Option<WindowFigure<'a>> {
    let counts =
        |figure: &&Figure| matches!(figure.period.span, Span::Day(_)) || promise.is_reached_by(figure.deciding_bounds);
    let within = |figure: &&Figure| figure.first >= window.due_year_start();
    let year = history.figures_ending(window.due_year_start(), window.last).iter();
    year.filter(within).rev().find(counts).map(WindowFigure::whole)
}
