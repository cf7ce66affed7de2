//! Targets that are a range to be in (analytics 1.7): which direction is better says nothing.

use crate::compare::progress::assessment_input::AssessmentInput;
use crate::compare::progress::types::OpenRule;
use crate::compare::series::interval::{Interval, ThresholdAnswer};
use crate::compare::verdict::assessment::{Assessment, status_of_silence};
use crate::compare::verdict::open::OpenStatus;
use crate::compare::verdict::types::Status;
use crate::compare::window::due_window::DueWindow;
use crate::compare::window::promised_number::PromisedNumber;
use crate::compare::window::selection;
use crate::compare::window::window_figure::WindowFigure;

pub(crate) fn assess<'a>(input: &AssessmentInput<'a>, window: &DueWindow) -> Assessment<'a> {
    let figure = selection::window_figure(input.history, window, input.promise, input.said);
    if window.is_over(input.known) {
        return assess_closed(input, window, figure);
    }
    if let Some(figure) = figure.as_ref().filter(|figure| is_certainly_above(input.promise, figure)) {
        let open = OpenStatus::by(Status::AtRisk, OpenRule::AlreadyExceeded);
        return Assessment::open(open, Some(figure.clone()));
    }
    let newest = selection::newest_full_figure(input.history, input.said, window.last);
    let open = match newest.as_ref().map(|figure| is_within(input.promise, figure.bounds())) {
        None => OpenStatus::by(Status::NotYetDue, OpenRule::NoNewerFigure),
        Some(ThresholdAnswer::Yes) => OpenStatus::by(Status::OnTrack, OpenRule::Range),
        Some(ThresholdAnswer::No) => OpenStatus::by(Status::Behind, OpenRule::Range),
        Some(ThresholdAnswer::Undetermined) => OpenStatus::between(Status::OnTrack, Status::Behind, OpenRule::Range),
    };
    Assessment::open(open, newest)
}

/// A plan to be within a range: its own period decides; while it runs only what is certain.
pub(crate) fn assess_plan<'a>(input: &AssessmentInput<'a>, window: &DueWindow) -> Assessment<'a> {
    let figure = selection::window_figure(input.history, window, input.promise, input.said);
    let is_certain = figure.as_ref().is_some_and(|figure| is_certainly_above(input.promise, figure));
    if is_certain || window.is_over(input.known) {
        return assess_closed(input, window, figure);
    }
    Assessment::open(OpenStatus::by(Status::NotYetDue, OpenRule::NoNewerFigure), figure)
}

fn assess_closed<'a>(
    input: &AssessmentInput<'a>,
    window: &DueWindow,
    figure: Option<WindowFigure<'a>>,
) -> Assessment<'a> {
    let Some(known) = figure.as_ref().filter(|figure| !figure.is_part || is_certainly_above(input.promise, figure))
    else {
        return Assessment::of(status_of_silence(input, window), figure);
    };
    if known.figure.is_contested() {
        let mut answers =
            known.figure.claims.iter().map(|claim| is_within(input.promise, known.bounds_by_claim(claim)));
        let inside = answers.clone().any(|answer| answer == ThresholdAnswer::Yes);
        if inside && answers.any(|answer| answer == ThresholdAnswer::No) {
            return Assessment::of(Status::Contested, figure);
        }
    }
    match is_within(input.promise, known.bounds()) {
        ThresholdAnswer::Yes => Assessment::of(Status::Met, figure),
        ThresholdAnswer::No => Assessment::of(Status::Missed, figure),
        ThresholdAnswer::Undetermined => Assessment::undetermined([Status::Met, Status::Missed], figure),
    }
}

/// Whether bounds lie within the range.
pub fn is_within(promise: &PromisedNumber, bounds: Interval) -> ThresholdAnswer {
    match (promise.reaches_floor(bounds), promise.stays_below_cap(bounds)) {
        (ThresholdAnswer::Yes, ThresholdAnswer::Yes) => ThresholdAnswer::Yes,
        (ThresholdAnswer::No, _) | (_, ThresholdAnswer::No) => ThresholdAnswer::No,
        _ => ThresholdAnswer::Undetermined,
    }
}

/// Whether a part of the window is above the range already, which cannot be unmade.
fn is_certainly_above(promise: &PromisedNumber, figure: &WindowFigure<'_>) -> bool {
    figure.is_part && promise.stays_below_cap(figure.bounds()) == ThresholdAnswer::No
}
