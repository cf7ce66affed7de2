//! The status of a number target from the figures for its window (analytics 3.9, 10). Open targets go on to `open`.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};

use crate::compare::progress::assemble::Progress;
use crate::compare::progress::assessment_input::AssessmentInput;
use crate::compare::series::figure::Agreement;
use crate::compare::series::interval::ThresholdAnswer;
use crate::compare::verdict::open::{self, OpenStatus};
use crate::compare::verdict::types::{Lateness, Status};
use crate::compare::window::due_window::DueWindow;
use crate::compare::window::promised_number::PromisedNumber;
use crate::compare::window::selection;
use crate::compare::window::window_figure::WindowFigure;

/// For this many days after the window closed, no report means "awaiting data".
pub(crate) const GRACE_DAYS: i64 = 90;

#[derive(Debug, Clone)]
pub(crate) struct Assessment<'a> {
    pub(crate) status: Status,
    /// For [`Status::Undetermined`]: the possible answers.
    pub(crate) between: Option<[Status; 2]>,
    pub(crate) lateness: Option<Lateness>,
    /// Reached early, but certainly not in the due year.
    pub(crate) is_not_held: bool,
    /// The figure for the window, or for part of it.
    pub(crate) window_figure: Option<WindowFigure<'a>>,
    /// The earlier or later figure that reached the target.
    pub(crate) reached: Option<WindowFigure<'a>>,
    /// For open targets that are not met yet: the rule that decided.
    pub(crate) open: Option<OpenStatus>,
}

/// An assessment with what it was made from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct AssessedTarget<'a> {
    pub(crate) input: &'a AssessmentInput<'a>,
    /// For dated targets.
    pub(crate) progress: Option<&'a Progress>,
    pub(crate) assessment: &'a Assessment<'a>,
}

impl<'a> Assessment<'a> {
    /// The figure that attainment and gap refer to: the window's, or the earlier one that reached the target.
    pub(crate) fn measured(&self) -> Option<&WindowFigure<'a>> {
        let early = self.reached.as_ref().filter(|_| self.status == Status::MetEarly);
        self.window_figure.as_ref().or(early)
    }

    /// Whether the target was reached, in time or not.
    pub(crate) fn is_reached(&self) -> bool {
        self.reached.is_some() || matches!(self.status, Status::Met | Status::MetEarly | Status::MetLate)
    }
}

enum WindowAnswer {
    Clear(ThresholdAnswer),
    Contested,
    Unknown,
}

/// The status of a number target (analytics 3.9). Without `progress` an open target that is not met is not yet due.
pub(crate) fn assess<'a>(input: &AssessmentInput<'a>, progress: Option<&Progress>) -> Assessment<'a> {
    let Some(window) = input.window else { return assess_undated(input) };
    let window_figure = selection::window_figure(input.history, &window, input.promise);
    if let Some(early) = selection::reached_before(input.history, &window, input.promise, input.said) {
        let held =
            window_figure.as_ref().is_none_or(|figure| input.promise.answer(figure.bounds()) != ThresholdAnswer::No);
        let lateness = lateness(&window, &early);
        let not_held = window.is_over(input.known) && !held;
        return Assessment {
            is_not_held: not_held,
            lateness: Some(lateness),
            reached: Some(early),
            ..without_details(Status::MetEarly, window_figure)
        };
    }
    if !window.is_over(input.known) {
        if window_figure.as_ref().is_some_and(|figure| figure.reaches(input.promise)) {
            return without_details(Status::MetEarly, window_figure);
        }
        return assess_open(input, progress, window_figure);
    }
    assess_closed(input, &window, window_figure)
}

/// Open and not met: decided by pace and projection. Where less is better, an exceeded limit stays exceeded.
fn assess_open<'a>(
    input: &AssessmentInput<'a>,
    progress: Option<&Progress>,
    window_figure: Option<WindowFigure<'a>>,
) -> Assessment<'a> {
    let answer =
        window_figure.as_ref().filter(|figure| figure.is_part).map(|figure| input.promise.answer(figure.bounds()));
    let Some(progress) = progress else { return without_details(Status::NotYetDue, window_figure) };
    let open = open::open_status(input.promise, progress, answer == Some(ThresholdAnswer::No));
    Assessment { between: open.between, open: Some(open), ..without_details(open.status, window_figure) }
}

fn assess_closed<'a>(
    input: &AssessmentInput<'a>,
    window: &DueWindow,
    window_figure: Option<WindowFigure<'a>>,
) -> Assessment<'a> {
    let found = window_figure.as_ref().map_or(WindowAnswer::Unknown, |figure| window_answer(input.promise, figure));
    if let WindowAnswer::Contested = found {
        return without_details(Status::Contested, window_figure);
    }
    if let WindowAnswer::Clear(ThresholdAnswer::Yes) = found {
        return without_details(Status::Met, window_figure);
    }
    let later = selection::reached_after(input.history, window, input.promise);
    let lateness = later.as_ref().map(|figure| lateness(window, figure));
    let (status, between) = match (&found, later.is_some()) {
        (WindowAnswer::Clear(ThresholdAnswer::No), true) => (Status::MetLate, None),
        (WindowAnswer::Clear(ThresholdAnswer::No), false) => (Status::Missed, None),
        (_, true) => (Status::Undetermined, Some([Status::Met, Status::MetLate])),
        (WindowAnswer::Clear(_), false) => (Status::Undetermined, Some([Status::Met, Status::Missed])),
        (_, false) if is_awaiting_data(window, input.known) => (Status::AwaitingData, None),
        (_, false) => (Status::NoData, None),
    };
    let lateness = lateness.filter(|_| status == Status::MetLate);
    Assessment { between, lateness, reached: later, ..without_details(status, window_figure) }
}

/// Undated: met if certainly reached after the statement.
fn assess_undated<'a>(input: &AssessmentInput<'a>) -> Assessment<'a> {
    match selection::reached_since(input.history, input.promise, input.said) {
        Some(figure) => without_details(Status::Met, Some(figure)),
        None => without_details(Status::NotDated, input.history.figures.last().map(WindowFigure::whole)),
    }
}

fn without_details(status: Status, window_figure: Option<WindowFigure<'_>>) -> Assessment<'_> {
    Assessment { status, between: None, lateness: None, is_not_held: false, window_figure, reached: None, open: None }
}

/// Contested reports are compared one by one: a yes and a no make it contested, otherwise the hull decides (analytics 4.2).
/// A part that does not prove the answer says nothing.
fn window_answer(promise: &PromisedNumber, figure: &WindowFigure<'_>) -> WindowAnswer {
    let whole = promise.answer(figure.bounds());
    let contested = figure.figure.agreement == Agreement::Contested && matches!(figure.figure, Cow::Borrowed(_));
    if contested {
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

pub(crate) fn is_awaiting_data(window: &DueWindow, known: NaiveDate) -> bool {
    known.signed_duration_since(window.last).num_days() <= GRACE_DAYS
}

fn lateness(window: &DueWindow, figure: &WindowFigure<'_>) -> Lateness {
    let period = figure.figure.period;
    if window.is_yearly {
        return Lateness::Years(period.end().year() - window.due_year());
    }
    let after = |day: NaiveDate| day.signed_duration_since(window.last).num_days();
    Lateness::Days(after(period.start()), after(period.end()))
}
