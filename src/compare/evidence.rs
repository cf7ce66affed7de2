//! Which figures speak for a window (analytics 1.6, 3.9, 10): the one that is its value, earlier ones that had reached the
//! promise already, later ones that reached it after all.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};

use super::history::{History, Year, months, part_of_year};
use super::known::{Claim, Figure};
use super::promise::Promise;
use super::quantity::{Interval, Quantity};
use super::summed;
use super::verdict::Answer;
use super::window::{Rule, Window};
use crate::dataset::period::Span;
use crate::dataset::records::MetricKind;

/// A figure, and how it speaks for a window.
#[derive(Debug, Clone)]
pub(crate) struct Use<'a> {
    /// The figure; made up where pieces were added.
    pub(crate) figure: Cow<'a, Figure>,
    /// It covers a part of what is asked: the whole is at least that.
    pub(crate) part: bool,
}

impl<'a> Use<'a> {
    /// A figure for all that is asked.
    pub(crate) fn whole(figure: &'a Figure) -> Self {
        Self { figure: Cow::Borrowed(figure), part: false }
    }

    /// A figure for a part of it.
    pub(crate) fn part(figure: &'a Figure) -> Self {
        Self { figure: Cow::Borrowed(figure), part: true }
    }

    /// The bounds that decide.
    pub(crate) fn bounds(&self) -> Interval {
        self.floor_if_part(self.figure.decides)
    }

    /// The bounds that decide if only this report counted.
    pub(crate) fn bounds_of(&self, claim: &Claim) -> Interval {
        self.floor_if_part(claim.value.deciding())
    }

    /// The value to show.
    pub(crate) fn value(&self) -> Quantity {
        if self.part { self.figure.value.as_floor() } else { self.figure.value }
    }

    /// It certainly reaches the promise, whichever source is right.
    pub(crate) fn reaches(&self, promise: &Promise) -> bool {
        promise.answer(self.bounds()) == Answer::Yes
    }

    /// The reports of it differ.
    pub(crate) fn differs(&self) -> bool {
        self.figure.differs()
    }

    fn floor_if_part(&self, bounds: Interval) -> Interval {
        if self.part { bounds.open_above() } else { bounds }
    }
}

/// The figure that is the window's value, or a part of it.
pub(crate) fn at<'a>(history: &'a History, window: &Window, promise: &Promise) -> Option<Use<'a>> {
    match window.rule {
        Rule::Made => {
            let whole = history.exactly(window.first, window.last).or_else(|| whole_year(history, window));
            whole.map(Use::whole).or_else(|| largest_part(history, window))
        }
        Rule::Stood if history.kind == MetricKind::Stock => {
            history.ending(window.due_year_begins(), window.last).last().map(Use::whole)
        }
        Rule::Stood => share_at(history, window, promise),
        Rule::Summed => summed::by_the_end(history, window),
        Rule::Happened => None,
    }
}

/// The first figure before the window that certainly reached the promise, after it was made (analytics 10, "reached before
/// the statement").
pub(crate) fn earlier<'a>(
    history: &'a History,
    window: &Window,
    promise: &Promise,
    said: NaiveDate,
) -> Option<Use<'a>> {
    let before = window.first.pred_opt().unwrap_or(window.first);
    let reaching = |figure: Use<'a>| figure.reaches(promise).then_some(figure);
    match window.rule {
        Rule::Made if window.yearly => {
            let years = history.years_between(said.year(), window.due_year());
            years.iter().find_map(|year| reaching(of_year(history, year, said)?))
        }
        Rule::Made => history.reaching((said, before), promise, |figure| same_length(figure, window)).map(Use::whole),
        Rule::Stood => {
            let before = window.due_year_begins().pred_opt().unwrap_or(before);
            let counts = |figure: &Figure| history.kind == MetricKind::Stock || stands_alone(figure);
            history.reaching((said, before), promise, counts).map(Use::whole)
        }
        Rule::Summed => summed::running(history, window)
            .filter(|figure| figure.last >= said && figure.last.year() < window.due_year())
            .find_map(|figure| reaching(Use::part(figure))),
        Rule::Happened => None,
    }
}

/// The first figure after the window that certainly reached the promise.
pub(crate) fn later<'a>(history: &'a History, window: &Window, promise: &Promise) -> Option<Use<'a>> {
    let after = window.last.succ_opt()?;
    let reaching = |figure: Use<'a>| figure.reaches(promise).then_some(figure);
    let rest = (after, NaiveDate::MAX);
    match window.rule {
        Rule::Made if window.yearly => {
            let years = history.years_between(window.due_year() + 1, i32::MAX);
            years.iter().find_map(|year| reaching(of_year(history, year, window.last)?))
        }
        Rule::Made => {
            let counts = |figure: &Figure| figure.first >= after && same_length(figure, window);
            history.reaching(rest, promise, counts).map(Use::whole)
        }
        Rule::Stood if history.kind == MetricKind::Stock => history.reaching(rest, promise, |_| true).map(Use::whole),
        Rule::Stood => {
            let alone = |figure: &Figure| stands_alone(figure) || !year_is_known(history, figure);
            history.reaching(rest, promise, |figure| figure.first >= after && alone(figure)).map(Use::whole)
        }
        Rule::Summed => summed::running(history, window)
            .filter(|figure| figure.last >= after)
            .find_map(|figure| reaching(Use::part(figure))),
        Rule::Happened => None,
    }
}

/// What a year is known to have made: the full figure, else, for what is made and not for rates, the largest part of it
/// that ends on `since` or later.
fn of_year<'a>(history: &'a History, year: &Year, since: NaiveDate) -> Option<Use<'a>> {
    if let Some(full) = year.full {
        let figure = &history.figures[full];
        return (figure.last >= since).then(|| Use::whole(figure));
    }
    if history.kind != MetricKind::Flow {
        return None;
    }
    let counts = |place: usize| history.figures[place].last >= since;
    // In order of their ends: if the first counts, all do.
    if year.parts.first().is_some_and(|&first| counts(first)) {
        return year.most.map(|most| Use::part(&history.figures[most]));
    }
    let parts = year.parts.iter().filter(|&&place| counts(place)).map(|&place| &history.figures[place]);
    parts.max_by(|a, b| a.decides.lo.total_cmp(&b.decides.lo)).map(Use::part)
}

fn whole_year<'a>(history: &'a History, window: &Window) -> Option<&'a Figure> {
    let full = history.year(window.due_year())?.full?;
    window.yearly.then(|| &history.figures[full])
}

fn largest_part<'a>(history: &'a History, window: &Window) -> Option<Use<'a>> {
    if history.kind != MetricKind::Flow {
        return None;
    }
    let inside = history.ending(window.first, window.last).iter().filter(|figure| figure.first >= window.first);
    inside.max_by(|a, b| a.decides.lo.total_cmp(&b.decides.lo)).map(Use::part)
}

/// A share at a deadline: the full year (or the due period) alone if it is known; else the latest day on which it was
/// reported, or part of the year in which it certainly reaches the promise (analytics 10).
fn share_at<'a>(history: &'a History, window: &Window, promise: &Promise) -> Option<Use<'a>> {
    let whole = history.exactly(window.first, window.last).or_else(|| whole_year(history, window));
    let latest = || {
        let counts = |figure: &&Figure| is_day(figure) || Use::whole(figure).reaches(promise);
        history.ending(window.due_year_begins(), window.last).iter().rev().find(counts)
    };
    let year_of_due = || history.year(window.due_year())?.full.map(|place| &history.figures[place]);
    whole.or_else(latest).or_else(year_of_due).map(Use::whole)
}

/// The figure says how a share stood on a day or over a year, not over part of one.
fn stands_alone(figure: &Figure) -> bool {
    is_day(figure) || part_of_year(figure.first, figure.last).is_some_and(|(_, full)| full)
}

fn is_day(figure: &Figure) -> bool {
    matches!(figure.period.span, Span::Day(_))
}

fn year_is_known(history: &History, figure: &Figure) -> bool {
    part_of_year(figure.first, figure.last).and_then(|(year, _)| history.year(year)?.full).is_some()
}

fn same_length(figure: &Figure, window: &Window) -> bool {
    let days = |first: NaiveDate, last: NaiveDate| last.signed_duration_since(first).num_days();
    let (start, end) = (figure.first, figure.last);
    // Quarters, halves and months differ by a day or three among themselves.
    months(figure.first, figure.last).is_some() && (days(start, end) - days(window.first, window.last)).abs() <= 3
}

/// The first figure after a promise without a date that certainly reaches it (analytics 10, "no `due`").
pub(crate) fn since<'a>(history: &'a History, promise: &Promise, said: NaiveDate) -> Option<Use<'a>> {
    let reaching = |figure: Use<'a>| figure.reaches(promise).then_some(figure);
    let after = (said, NaiveDate::MAX);
    match Rule::of(history.kind) {
        Rule::Made => {
            let years = history.years_between(said.year(), i32::MAX);
            years.iter().find_map(|year| reaching(of_year(history, year, said)?))
        }
        Rule::Stood => {
            let counts = |figure: &Figure| {
                history.kind == MetricKind::Stock || stands_alone(figure) || !year_is_known(history, figure)
            };
            history.reaching(after, promise, counts).map(Use::whole)
        }
        Rule::Summed => history.ending(said, NaiveDate::MAX).iter().map(Use::part).find_map(reaching),
        Rule::Happened => None,
    }
}
