//! Targets to be held: every full figure from the statement to the due date has to satisfy them (analytics 1.7).

use crate::compare::progress::assessment_input::AssessmentInput;
use crate::compare::progress::types::OpenRule;
use crate::compare::series::history::State;
use crate::compare::series::interval::ThresholdAnswer;
use crate::compare::verdict::assessment::{Assessment, is_awaiting_data};
use crate::compare::verdict::closed::{WindowAnswer, window_answer};
use crate::compare::verdict::open::OpenStatus;
use crate::compare::verdict::types::Status;
use crate::compare::window::due_window::DueWindow;
use crate::compare::window::selection;
use crate::compare::window::window_figure::WindowFigure;
use crate::dataset::records::MetricKind;

pub(crate) fn assess<'a>(input: &AssessmentInput<'a>, window: &DueWindow) -> Assessment<'a> {
    let from = input.dataset[input.target].from.map_or(input.said, |from| from.start());
    let history = input.history;
    let counts = |state: &State| {
        let figure = history.state_figure(*state);
        let begins =
            if history.kind == MetricKind::Stock { figure.last > input.said || figure.last >= from } else { true };
        begins && (history.kind == MetricKind::Stock || figure.first >= from)
    };
    let answered = |state: State| {
        let figure = history.state_figure(state);
        let figure = if state.is_part { WindowFigure::part(figure) } else { WindowFigure::whole(figure) };
        (input.promise.answer(figure.bounds()), figure)
    };
    let before = from.pred_opt().unwrap_or(from);
    let mut newest: Option<WindowFigure<'a>> = None;
    let mut unclear: Option<WindowFigure<'a>> = None;
    let in_time = history.states_ending(before, window.last).map(|index| history.state(index)).filter(counts);
    for (state, (answer, figure)) in in_time.map(|state| (state, answered(state))) {
        // A part of a year is a figure only if it breaks the target; a sum of a running year is none.
        let is_broken_part = || answer == ThresholdAnswer::No && figure.figure.pieces.is_empty();
        if state.is_part && !is_broken_part() {
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
    let status = match due.is_some_and(|figure| !figure.is_part) {
        true => Status::Met,
        false if is_awaiting_data(input.dataset, window, input.known) => Status::AwaitingData,
        false => Status::NoData,
    };
    Assessment::of(status, newest)
}
