//! The status of a closed number target from the figures for its window, and of targets without a date (analytics 3.9, 10).

use crate::compare::progress::assessment_input::AssessmentInput;
use crate::compare::series::interval::ThresholdAnswer;
use crate::compare::verdict::assessment::{Assessment, lateness, status_of_silence};
use crate::compare::verdict::types::Status;
use crate::compare::window::due_window::DueWindow;
use crate::compare::window::promised_number::PromisedNumber;
use crate::compare::window::selection::{self, Run};
use crate::compare::window::window_figure::WindowFigure;

/// What the figure for a window says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WindowAnswer {
    Clear(ThresholdAnswer),
    Contested,
    /// No figure, or one of a part that does not prove the answer.
    Unknown,
}

/// Closed: the figure for the window decides; early if the last figure before it satisfied the target too (analytics 3.9).
pub(crate) fn assess_closed<'a>(
    input: &AssessmentInput<'a>,
    window: &DueWindow,
    figure: Option<WindowFigure<'a>>,
    run: Run<'a>,
) -> Assessment<'a> {
    let found = figure.as_ref().map_or(WindowAnswer::Unknown, |figure| window_answer(input.promise, figure));
    let fails = |figure: &WindowFigure<'_>| input.promise.answer(figure.bounds()) == ThresholdAnswer::No;
    let is_not_held = match found {
        WindowAnswer::Clear(answer) => run.was_reached && answer == ThresholdAnswer::No,
        WindowAnswer::Unknown => run.was_reached && run.newest.as_ref().is_some_and(fails),
        WindowAnswer::Contested => false,
    };
    let early = |since: WindowFigure<'a>, figure| Assessment {
        lateness: lateness(input.history, window, &since),
        reached: Some(since),
        ..Assessment::of(Status::MetEarly, figure)
    };
    // A part that proves nothing gives way to the figure that reached the target.
    let figure = figure.filter(|_| found != WindowAnswer::Unknown || run.since.is_none());
    match (found, run.since) {
        (WindowAnswer::Contested, _) => return Assessment::of(Status::Contested, figure),
        (WindowAnswer::Clear(ThresholdAnswer::Yes) | WindowAnswer::Unknown, Some(since)) => {
            return early(since, figure);
        }
        (WindowAnswer::Clear(ThresholdAnswer::Yes), None) => return Assessment::of(Status::Met, figure),
        _ => {}
    }
    let later = selection::reached_after(input.history, window, input.promise);
    let (status, between) = match (found, later.is_some()) {
        (WindowAnswer::Clear(ThresholdAnswer::No), true) => (Status::MetLate, None),
        (WindowAnswer::Clear(ThresholdAnswer::No), false) => (Status::Missed, None),
        (_, true) => (Status::Undetermined, Some([Status::Met, Status::MetLate])),
        (WindowAnswer::Clear(_), false) => (Status::Undetermined, Some([Status::Met, Status::Missed])),
        (_, false) => (status_of_silence(input, window), None),
    };
    let late = later.as_ref().and_then(|figure| lateness(input.history, window, figure));
    let lateness = late.filter(|_| status == Status::MetLate);
    Assessment { between, lateness, is_not_held, reached: later, ..Assessment::of(status, figure) }
}

/// Undated: met if certainly reached after the statement. What ended before it is no outcome.
pub(crate) fn assess_undated<'a>(input: &AssessmentInput<'a>) -> Assessment<'a> {
    if let Some(figure) = selection::reached_since(input.history, input.promise, input.said) {
        return Assessment::of(Status::Met, Some(figure));
    }
    let newest = input.history.figures.last().filter(|newest| newest.last > input.said);
    Assessment::of(Status::NotDated, newest.map(WindowFigure::whole))
}

/// Contested reports are compared one by one: a yes and a no make it contested, otherwise the hull decides (analytics 4.2).
/// A part that does not prove the answer says nothing.
pub(crate) fn window_answer(promise: &PromisedNumber, figure: &WindowFigure<'_>) -> WindowAnswer {
    let whole = promise.answer(figure.bounds());
    if figure.figure.is_contested() {
        let mut answers = figure.figure.claims.iter().map(|claim| promise.answer(figure.bounds_by_claim(claim)));
        let yes = answers.clone().any(|answer| answer == ThresholdAnswer::Yes);
        let no = answers.any(|answer| answer == ThresholdAnswer::No);
        if yes && no {
            return WindowAnswer::Contested;
        }
    }
    if figure.is_part && whole == ThresholdAnswer::Undetermined {
        WindowAnswer::Unknown
    } else {
        WindowAnswer::Clear(whole)
    }
}
