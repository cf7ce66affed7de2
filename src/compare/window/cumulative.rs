//! Totals of cumulative metrics within a window, from running totals and separate pieces (analytics 1.6 and 10, "cumulative
//! programmes").

use std::borrow::Cow;

use chrono::NaiveDate;

use crate::compare::series::figure::{Agreement, Figure};
use crate::compare::series::history::History;
use crate::compare::window::due_window::DueWindow;
use crate::compare::window::window_figure::WindowFigure;
use crate::dataset::format::period::{Period, Span};

/// The figures that count from the start of the window: they cover its first day, or are given as of a day.
pub(crate) fn running_totals<'a>(
    history: &'a History,
    window: &DueWindow,
) -> impl Iterator<Item = &'a Figure> + use<'a> {
    let first = window.first;
    let from_the_start = move |figure: &&Figure| figure.first <= first || matches!(figure.period.span, Span::Day(_));
    history.figures_ending(first, NaiveDate::MAX).iter().filter(from_the_start)
}

/// The latest running total within the window plus the pieces after it.
pub(crate) fn total_by_end<'a>(history: &'a History, window: &DueWindow) -> Option<WindowFigure<'a>> {
    total_so_far(history, window).map(|(sum, _)| sum)
}

/// The same, if there is no gap between the start of the window and the last piece.
pub(crate) fn total_without_gaps<'a>(history: &'a History, window: &DueWindow) -> Option<WindowFigure<'a>> {
    total_so_far(history, window).filter(|(_, whole)| *whole).map(|(sum, _)| sum)
}

fn total_so_far<'a>(history: &'a History, window: &DueWindow) -> Option<(WindowFigure<'a>, bool)> {
    let start = running_totals(history, window).take_while(|figure| figure.last <= window.last).last();
    let reached = start.map(|figure| figure.last);
    let mut later: Vec<&Figure> = history
        .figures_ending(window.first, window.last)
        .iter()
        .filter(|figure| figure.first > reached.unwrap_or(window.first.pred_opt().unwrap_or(window.first)))
        .collect();
    later.sort_by_key(|figure| (figure.first, std::cmp::Reverse(figure.last)));
    let mut pieces: Vec<&Figure> = start.into_iter().collect();
    let mut complete = start.is_some() || later.first().is_some_and(|figure| figure.first == window.first);
    let mut end = reached;
    for piece in later {
        if end.is_some_and(|end| piece.first <= end) {
            continue;
        }
        complete &= end.is_none_or(|end| end.succ_opt() == Some(piece.first));
        end = Some(piece.last);
        pieces.push(piece);
    }
    let part = !(complete && end == Some(window.last));
    let (&first, more) = pieces.split_first()?;
    if more.is_empty() {
        return Some((WindowFigure { figure: Cow::Borrowed(first), is_part: part }, complete));
    }
    let sum = more.iter().fold(first.clone(), |sum, piece| add_piece(sum, piece));
    Some((WindowFigure { figure: Cow::Owned(sum), is_part: part }, complete))
}

fn add_piece(sum: Figure, piece: &Figure) -> Figure {
    let span = Span::Days(sum.first, piece.last);
    // A total with a contested piece is compared by its hull: no report of one piece speaks for the total.
    let differ = sum.has_differing_claims() || piece.has_differing_claims();
    let agreement = if differ { Agreement::MinorDifference } else { Agreement::Agree };
    let mut claims = sum.claims;
    claims.extend(&piece.claims);
    Figure {
        first: sum.first,
        last: piece.last,
        period: Period { span, is_approximate: false },
        value: sum.value.plus(&piece.value),
        deciding_bounds: sum.deciding_bounds.plus(piece.deciding_bounds),
        agreement,
        spread: sum.spread.max(piece.spread),
        claims,
    }
}
