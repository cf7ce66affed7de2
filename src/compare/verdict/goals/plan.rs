//! Plans for their own period alone, such as the plan column of a sheet (analytics 1.7): no other period makes them early or
//! late.

use crate::compare::progress::assessment_input::AssessmentInput;
use crate::compare::progress::target_progress::Progress;
use crate::compare::progress::types::OpenRule;
use crate::compare::series::interval::ThresholdAnswer;
use crate::compare::verdict::assessment::{Assessment, status_of_silence};
use crate::compare::verdict::closed::{WindowAnswer, window_answer};
use crate::compare::verdict::open::{self, OpenStatus};
use crate::compare::verdict::types::Status;
use crate::compare::window::due_window::{DueWindow, WindowRule};
use crate::compare::window::selection;
use crate::compare::window::window_figure::WindowFigure;

pub(crate) fn assess<'a>(
    input: &AssessmentInput<'a>,
    window: &DueWindow,
    progress: Option<&Progress>,
) -> Assessment<'a> {
    let is_over = window.is_over(input.known);
    // A level has no figure for a period that is still running.
    let is_known = is_over || window.rule != WindowRule::Level;
    let figure = own_figure(input, window).filter(|_| is_known);
    let found = figure.as_ref().map_or(WindowAnswer::Unknown, |figure| window_answer(input.promise, figure));
    match found {
        WindowAnswer::Contested => return Assessment::of(Status::Contested, figure),
        WindowAnswer::Clear(ThresholdAnswer::Yes) => return Assessment::of(Status::Met, figure),
        WindowAnswer::Clear(ThresholdAnswer::No) => return Assessment::of(Status::Missed, figure),
        WindowAnswer::Clear(ThresholdAnswer::Undetermined) => {
            return Assessment::undetermined([Status::Met, Status::Missed], figure);
        }
        WindowAnswer::Unknown => {}
    }
    if is_over {
        return Assessment::of(status_of_silence(input, window), figure);
    }
    let by_progress = progress.and_then(|progress| match window.rule {
        WindowRule::Cumulative => Some(open::status_of_sum(input.promise, progress)),
        _ => open::out_of_reach(input.promise, progress)
            .or_else(|| open::final_year_status(input.promise, progress, true)),
    });
    let open = by_progress.unwrap_or_else(|| OpenStatus::by(Status::NotYetDue, OpenRule::NoNewerFigure));
    Assessment::open(open, figure)
}

/// The figure for the period of the plan itself: of a level none from before it.
pub(crate) fn own_figure<'a>(input: &AssessmentInput<'a>, window: &DueWindow) -> Option<WindowFigure<'a>> {
    let figure = selection::window_figure(input.history, window, input.promise, input.said)?;
    (window.rule != WindowRule::Level || figure.figure.last >= window.first).then_some(figure)
}
