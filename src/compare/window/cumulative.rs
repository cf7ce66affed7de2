//! Totals of cumulative metrics within a window, from running totals and separate pieces (analytics 3.3 and 10, "cumulative
//! programmes", "a running sum that begins after the statement").

use chrono::{Datelike, NaiveDate};

use crate::compare::series::figure::Figure;
use crate::compare::series::history::History;
use crate::compare::series::interval::Interval;
use crate::compare::series::quantity::Quantity;
use crate::compare::series::season::Season;
use crate::compare::series::tiling;
use crate::compare::window::due_window::DueWindow;
use crate::compare::window::promised_number::PromisedNumber;
use crate::compare::window::window_figure::WindowFigure;
use crate::dataset::format::period::Span;

/// A total of a programme.
#[derive(Debug)]
pub(crate) struct Total<'a> {
    pub(crate) sum: WindowFigure<'a>,
    /// Pieces are missing before its last day: the total is a floor.
    pub(crate) has_gaps: bool,
}

/// The first total of a programme, of those that end on a day that counts, that certainly reaches a target: of the running totals
/// up to the newest one, then of that with the pieces after it.
pub(crate) fn first_total_reaching<'a>(
    history: &'a History,
    window: &DueWindow,
    promise: &PromisedNumber,
    counts: impl Fn(NaiveDate) -> bool,
) -> Option<WindowFigure<'a>> {
    let reaches = |bounds: Interval, last| counts(last) && promise.is_reached_by(bounds.open_above());
    let mut running: Vec<&Figure> = running_totals(history, window, NaiveDate::MAX).collect();
    let newest = running.pop();
    if let Some(total) = running.into_iter().find(|total| reaches(total.deciding_bounds, total.last)) {
        return Some(WindowFigure::part(total));
    }
    let pieces = following_pieces(history, window, newest, NaiveDate::MAX);
    let pieces: Vec<&Figure> = newest.into_iter().chain(pieces).collect();
    let sums = pieces.iter().scan(Interval::exactly(0.0), |sum, piece| {
        *sum = sum.plus(piece.deciding_bounds);
        Some((*sum, piece.last))
    });
    let count = sums.enumerate().find(|(_, (sum, last))| reaches(*sum, *last))?.0 + 1;
    Some(WindowFigure { is_part: true, ..WindowFigure::sum(tiling::sum(&pieces[..count])?) })
}

/// The latest running total within the window plus the pieces after it.
pub(crate) fn total_by_end<'a>(history: &'a History, window: &DueWindow) -> Option<Total<'a>> {
    let start = running_totals(history, window, window.last).last();
    let pieces = following_pieces(history, window, start, window.last);
    let all: Vec<&Figure> = start.into_iter().chain(pieces).collect();
    let (first, last) = (*all.first()?, *all.last()?);
    let begins_late = start.is_none() && window.has_start && first.first > window.first;
    let is_adjacent = |pair: &[&Figure]| pair[0].last.succ_opt() == Some(pair[1].first);
    let has_gaps = begins_late || !all.windows(2).all(is_adjacent);
    let is_part = has_gaps || last.last != window.last;
    Some(Total { sum: WindowFigure { is_part, ..WindowFigure::sum(tiling::sum(&all)?) }, has_gaps })
}

/// The totals of a programme as they stood at the end of each year in which one of its figures ends; a floor where pieces are
/// missing. For showing a series.
pub(crate) fn totals_by_year(history: &History, window: &DueWindow) -> Vec<Figure> {
    let mut years: Vec<i32> =
        history.figures_ending(window.first, window.last).iter().map(|figure| figure.last.year()).collect();
    years.dedup();
    let total = |year: i32| {
        let last = Season::CALENDAR_YEAR.days(year).1.min(window.last);
        let total = total_by_end(history, &DueWindow { last, ..*window })?;
        let figure = total.sum.figure.into_owned();
        let is_new = figure.last.year() == year;
        let floor = figure.deciding_bounds.open_above();
        let figure = if total.has_gaps {
            Figure { value: Quantity { hard: floor, ..figure.value }, deciding_bounds: floor, ..figure }
        } else {
            figure
        };
        is_new.then_some(figure)
    };
    years.into_iter().filter_map(total).collect()
}

/// The figures that count from the start of the programme: they cover its first day, or are given as of a day. A programme
/// without a start of its own starts with its first figure after the statement.
fn running_totals<'a>(history: &'a History, window: &DueWindow, by: NaiveDate) -> impl Iterator<Item = &'a Figure> {
    let figures = history.figures_ending(window.first, by);
    let is_day = |figure: &Figure| matches!(figure.period.span, Span::Day(_));
    let begins = |figure: &&Figure| !is_day(figure) && figure.first <= window.last;
    let first_reported = figures.iter().filter(begins).map(|figure| figure.first).min();
    let start = first_reported.filter(|_| !window.has_start).map_or(window.first, |first| first.max(window.first));
    figures.iter().filter(move |figure| figure.first <= start || is_day(figure))
}

/// The pieces after a running total, up to a day, without those that overlap an earlier one.
fn following_pieces<'a>(
    history: &'a History,
    window: &DueWindow,
    start: Option<&Figure>,
    by: NaiveDate,
) -> Vec<&'a Figure> {
    let mut end = start.map(|figure| figure.last);
    let from = end.or(window.first.pred_opt()).unwrap_or(window.first);
    let inside = history.figures_ending(window.first, by).iter();
    let mut later: Vec<&Figure> = inside.filter(|figure| figure.first > from).collect();
    later.sort_by_key(|figure| (figure.first, std::cmp::Reverse(figure.last)));
    later.retain(|piece| {
        let follows = end.is_none_or(|end| piece.first > end);
        if follows {
            end = Some(piece.last);
        }
        follows
    });
    later
}
