//! Targets to be held: every full figure from the statement to the due date has to satisfy them (analytics 1.7).

use crate::compare::progress::assessment_input::AssessmentInput;
use crate::compare::progress::types::OpenRule;
use crate::compare::series::history::State;
use crate::compare::series::interval::ThresholdAnswer;
use crate::compare::verdict::assessment::{Assessment, status_of_silence};
use crate::compare::verdict::closed::{WindowAnswer, window_answer};
use crate::compare::verdict::open::OpenStatus;
use crate::compare::verdict::types::Status;
use crate::compare::window::due_window::DueWindow;
use crate::compare::window::selection;
use crate::compare::window::window_figure::WindowFigure;
use crate::dataset::records::MetricKind;

pub(crate) fn assess<'a>(input: &AssessmentInput<'a>, window: &DueWindow) -> Assessment<'a> {
    let history = input.history;
    let is_stock = history.kind == MetricKind::Stock;
    let from = input.dataset[input.target].from.map(|from| from.start());
    let first_day = from.unwrap_or(input.said);
    // Of a stock every state after the statement counts, of all else the periods that begin on its day or later.
    let after = if is_stock && from.is_none() { input.said } else { first_day.pred_opt().unwrap_or(first_day) };
    let counts = |state: &State| is_stock || history.state_figure(*state).first >= first_day;
    let mut newest: Option<WindowFigure<'a>> = None;
    let mut unclear: Option<WindowFigure<'a>> = None;
    for state in history.states_ending(after, window.last).map(|index| history.state(index)).filter(counts) {
        let figure = selection::as_window_figure(history, state);
        let answer = input.promise.answer(figure.bounds());
        // A part of a year is a figure only if it breaks the target; a sum of a running year is none.
        if figure.is_part && (answer != ThresholdAnswer::No || !figure.figure.pieces.is_empty()) {
            continue;
        }
        match answer {
            ThresholdAnswer::No => return Assessment::of(Status::Missed, Some(figure)),
            ThresholdAnswer::Undetermined if unclear.is_none() => unclear = Some(figure.clone()),
            _ => {}
        }
        newest = Some(figure);
    }
    if !window.is_over(input.known) {
        let open = match (&newest, &unclear) {
            (None, _) => OpenStatus::by(Status::NotYetDue, OpenRule::NoNewerFigure),
            (_, Some(_)) => OpenStatus::between(Status::OnTrack, Status::Missed, OpenRule::Held),
            (_, None) => OpenStatus::by(Status::OnTrack, OpenRule::Held),
        };
        return Assessment::open(open, newest);
    }
    if let Some(figure) = unclear {
        return match window_answer(input.promise, &figure) {
            WindowAnswer::Contested => Assessment::of(Status::Contested, Some(figure)),
            _ => Assessment::undetermined([Status::Met, Status::Missed], Some(figure)),
        };
    }
    let due = selection::window_figure(history, window, input.promise, input.said);
    let is_due_known = due.is_some_and(|figure| !figure.is_part);
    Assessment::of(if is_due_known { Status::Met } else { status_of_silence(input, window) }, newest)
}
