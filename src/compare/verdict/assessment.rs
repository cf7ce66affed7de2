//! What the rules make of the figures of a number target: its status and the figures that decided it.

use chrono::{Datelike, NaiveDate};

use crate::compare::progress::assessment_input::AssessmentInput;
use crate::compare::progress::target_progress::Progress;
use crate::compare::series::history::History;
use crate::compare::verdict::open::OpenStatus;
use crate::compare::verdict::types::{Lateness, Status};
use crate::compare::window::due_window::{DueWindow, WindowRule};
use crate::compare::window::window_figure::WindowFigure;
use crate::dataset::records::Dataset;

/// For this many days after the window closed, no report means "awaiting data".
pub(crate) const GRACE_DAYS: i64 = 90;

#[derive(Debug, Clone)]
pub(crate) struct Assessment<'a> {
    pub(crate) status: Status,
    /// For [`Status::Undetermined`]: the possible answers.
    pub(crate) between: Option<[Status; 2]>,
    pub(crate) lateness: Option<Lateness>,
    /// Reached after the statement, but certainly not by the newest figure.
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
    /// A status that the figure for the window gives.
    pub(crate) fn of(status: Status, window_figure: Option<WindowFigure<'a>>) -> Self {
        Self { status, between: None, lateness: None, is_not_held: false, window_figure, reached: None, open: None }
    }

    /// The status of an open target.
    pub(crate) fn open(open: OpenStatus, window_figure: Option<WindowFigure<'a>>) -> Self {
        Self { between: open.between, open: Some(open), ..Self::of(open.status, window_figure) }
    }

    /// One of two statuses.
    pub(crate) fn undetermined(between: [Status; 2], window_figure: Option<WindowFigure<'a>>) -> Self {
        Self { between: Some(between), ..Self::of(Status::Undetermined, window_figure) }
    }

    /// The figure that attainment and gap refer to: the window's, or the earlier one that reached the target.
    pub(crate) fn measured(&self) -> Option<&WindowFigure<'a>> {
        let early = self.reached.as_ref().filter(|_| self.status == Status::MetEarly);
        self.window_figure.as_ref().or(early)
    }

    /// Whether the target was reached, in time or not.
    pub(crate) fn is_reached(&self) -> bool {
        self.reached.is_some() || matches!(self.status, Status::Met | Status::MetEarly | Status::MetLate)
    }

    /// The year in which it was reached: the due year where nothing else is known (analytics 10, "`eta` of what was reached").
    pub(crate) fn year_reached(&self, history: &History, window: &DueWindow) -> Option<i32> {
        let by_figure = self.reached.as_ref().map(|figure| year_of(history, window, figure));
        match self.status {
            Status::MetEarly | Status::MetLate => by_figure.or(Some(window.due_year())),
            Status::Met => Some(window.due_year()),
            _ => None,
        }
    }
}

/// The status of a closed window without an answer.
pub(crate) fn status_of_silence(input: &AssessmentInput<'_>, window: &DueWindow) -> Status {
    let is_awaiting = is_awaiting_data(input.dataset, window, input.known);
    if is_awaiting { Status::AwaitingData } else { Status::NoData }
}

/// Whether no report of a window means "awaiting data": up to 90 days after its end, counted to the end of the record at most
/// (analytics 10, "the record's end").
pub(crate) fn is_awaiting_data(dataset: &Dataset, window: &DueWindow, known: NaiveDate) -> bool {
    days_of_silence(dataset, window.last, known) <= GRACE_DAYS
}

/// Days from the end of a window to a date, or to the end of the record if that is earlier.
pub(crate) fn days_of_silence(dataset: &Dataset, window_end: NaiveDate, known: NaiveDate) -> i64 {
    let followed = dataset.through.map_or(known, |through| through.day.min(known));
    followed.signed_duration_since(window_end).num_days()
}

/// How late or early a figure is; none for one of the due year of a yearly window.
pub(crate) fn lateness(history: &History, window: &DueWindow, figure: &WindowFigure<'_>) -> Option<Lateness> {
    if window.is_yearly {
        let years = year_of(history, window, figure) - window.due_year();
        return (years != 0).then_some(Lateness::Years(years));
    }
    let after = |day: NaiveDate| day.signed_duration_since(window.last).num_days();
    let period = figure.figure.period;
    Some(Lateness::Days(after(period.start()), after(period.end())))
}

/// The year of a figure: of a flow by the months of the window.
pub(crate) fn year_of(history: &History, window: &DueWindow, figure: &WindowFigure<'_>) -> i32 {
    let (first, last) = (figure.figure.first, figure.figure.last);
    let named = if window.rule == WindowRule::Flow { history.season.year_of(first, last) } else { None };
    named.unwrap_or(last.year())
}
