//! The closed statuses (analytics 3.9, 10): from the figures that speak for a window to the answer.
//!
//! Here: the rules in their order. Not here: which figures speak (`evidence`), events (`event`), open promises.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};

use super::course::Course;
use super::event::GRACE;
use super::evidence::{self, Use};
use super::history::History;
use super::known::Agreement;
use super::open::{self, Open};
use super::promise::Promise;
use super::verdict::{Answer, Lateness, Status};
use super::window::Window;

/// What is to be judged, and by what.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Case<'a> {
    /// The figures, as known.
    pub(crate) history: &'a History,
    /// The number to reach.
    pub(crate) promise: &'a Promise,
    /// When it is due; none if not dated.
    pub(crate) window: Option<Window>,
    /// When it was said.
    pub(crate) said: NaiveDate,
    /// The day of knowledge.
    pub(crate) known: NaiveDate,
}

/// The answer, and what it rests on.
#[derive(Debug, Clone)]
pub(crate) struct Judgement<'a> {
    /// How it stands.
    pub(crate) status: Status,
    /// For undetermined: between which answers.
    pub(crate) between: Option<[Status; 2]>,
    /// How late or early it was reached.
    pub(crate) lateness: Option<Lateness>,
    /// Reached early, and certainly not in its year.
    pub(crate) not_held: bool,
    /// The figure for the window, or part of it.
    pub(crate) used: Option<Use<'a>>,
    /// The earlier or later figure that reached it.
    pub(crate) reached: Option<Use<'a>>,
    /// For open promises not met yet: how the status came about.
    pub(crate) open: Option<Open>,
}

impl<'a> Judgement<'a> {
    /// The figure that attainment and gap are of: the window's, or the earlier one that reached it.
    pub(crate) fn measured(&self) -> Option<&Use<'a>> {
        let early = self.reached.as_ref().filter(|_| self.status == Status::MetEarly);
        self.used.as_ref().or(early)
    }

    /// It was reached, in time or not.
    pub(crate) fn is_reached(&self) -> bool {
        self.reached.is_some() || matches!(self.status, Status::Met | Status::MetEarly | Status::MetLate)
    }
}

/// What the figures for the window answer.
enum Found {
    Says(Answer),
    Contested,
    Nothing,
}

/// The status of a promise with a number (analytics 3.9). Without a course an open promise that is not met yet is not yet
/// due.
pub(crate) fn judge<'a>(case: &Case<'a>, course: Option<&Course>) -> Judgement<'a> {
    let Some(window) = case.window else { return undated(case) };
    let used = evidence::at(case.history, &window, case.promise);
    if let Some(early) = evidence::earlier(case.history, &window, case.promise, case.said) {
        let held = used.as_ref().is_none_or(|figure| case.promise.answer(figure.bounds()) != Answer::No);
        let lateness = lateness(&window, &early);
        let not_held = window.over(case.known) && !held;
        return Judgement { not_held, lateness: Some(lateness), reached: Some(early), ..plain(Status::MetEarly, used) };
    }
    if !window.over(case.known) {
        if used.as_ref().is_some_and(|figure| figure.reaches(case.promise)) {
            return plain(Status::MetEarly, used);
        }
        return running(case, course, used);
    }
    closed(case, &window, used)
}

/// Open and not met: by pace and projection. Where less is better, too much made so far cannot be unmade.
fn running<'a>(case: &Case<'a>, course: Option<&Course>, used: Option<Use<'a>>) -> Judgement<'a> {
    let answer = used.as_ref().filter(|figure| figure.part).map(|figure| case.promise.answer(figure.bounds()));
    let Some(course) = course else { return plain(Status::NotYetDue, used) };
    let open = open::status(case.promise, course, answer == Some(Answer::No));
    Judgement { between: open.between, open: Some(open), ..plain(open.status, used) }
}

fn closed<'a>(case: &Case<'a>, window: &Window, used: Option<Use<'a>>) -> Judgement<'a> {
    let found = used.as_ref().map_or(Found::Nothing, |figure| answer(case.promise, figure));
    if let Found::Contested = found {
        return plain(Status::Contested, used);
    }
    if let Found::Says(Answer::Yes) = found {
        return plain(Status::Met, used);
    }
    let later = evidence::later(case.history, window, case.promise);
    let lateness = later.as_ref().map(|figure| lateness(window, figure));
    let (status, between) = match (&found, later.is_some()) {
        (Found::Says(Answer::No), true) => (Status::MetLate, None),
        (Found::Says(Answer::No), false) => (Status::Missed, None),
        (_, true) => (Status::Undetermined, Some([Status::Met, Status::MetLate])),
        (Found::Says(_), false) => (Status::Undetermined, Some([Status::Met, Status::Missed])),
        (_, false) if waits(window, case.known) => (Status::AwaitingData, None),
        (_, false) => (Status::NoData, None),
    };
    let lateness = lateness.filter(|_| status == Status::MetLate);
    Judgement { between, lateness, reached: later, ..plain(status, used) }
}

/// No date: met if certainly reached after the statement, else not dated.
fn undated<'a>(case: &Case<'a>) -> Judgement<'a> {
    match evidence::since(case.history, case.promise, case.said) {
        Some(figure) => plain(Status::Met, Some(figure)),
        None => plain(Status::NotDated, case.history.figures.last().map(Use::whole)),
    }
}

fn plain(status: Status, used: Option<Use<'_>>) -> Judgement<'_> {
    Judgement { status, between: None, lateness: None, not_held: false, used, reached: None, open: None }
}

/// Under each report where they are contested: one yes and one no is contested, either of them beside an undetermined one
/// is undetermined (analytics 4.2). A part that does not prove the answer says nothing.
fn answer(promise: &Promise, figure: &Use<'_>) -> Found {
    let whole = promise.answer(figure.bounds());
    let contested = figure.figure.agreement == Agreement::Contested && matches!(figure.figure, Cow::Borrowed(_));
    if contested {
        let mut answers = figure.figure.claims.iter().map(|claim| promise.answer(figure.bounds_of(claim)));
        let yes = answers.clone().any(|answer| answer == Answer::Yes);
        let no = answers.any(|answer| answer == Answer::No);
        if yes && no {
            return Found::Contested;
        }
    }
    if figure.part && whole == Answer::Undetermined { Found::Nothing } else { Found::Says(whole) }
}

/// Silence since the window closed is still a wait.
pub(crate) fn waits(window: &Window, known: NaiveDate) -> bool {
    known.signed_duration_since(window.last).num_days() <= GRACE
}

fn lateness(window: &Window, figure: &Use<'_>) -> Lateness {
    let period = figure.figure.period;
    if window.yearly {
        return Lateness::Years(period.end().year() - window.due_year());
    }
    let after = |day: NaiveDate| day.signed_duration_since(window.last).num_days();
    Lateness::Days(after(period.start()), after(period.end()))
}
