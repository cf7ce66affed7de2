//! How restatements move a target (analytics 3.7, 10).

use chrono::NaiveDate;

use crate::compare::progress::types::Slip;
use crate::compare::series::interval::Interval;
use crate::compare::series::quantity::Quantity;
use crate::compare::window::promised_number::promised_number;
use crate::dataset::records::{Dataset, Id, Target};

/// A statement of a deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DatedPromise {
    /// The day of the statement.
    pub on: NaiveDate,
    /// The earliest and the latest day of the deadline.
    pub due: (NaiveDate, NaiveDate),
}

/// How a deadline moved between two statements.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DeadlineShift {
    /// Days between the statements.
    pub elapsed: i64,
    /// Days between the early ends and between the late ends of the deadlines; positive is later.
    pub like_ends: (i64, i64),
    /// λ from like ends, with the widest and narrowest combinations as bounds; none for statements of one day.
    pub rate: Option<Quantity>,
}

/// `λ = (d₂ − d₁) ÷ (s₂ − s₁)` from like-for-like ends (analytics 3.7).
pub fn deadline_shift(first: DatedPromise, second: DatedPromise) -> DeadlineShift {
    let days = |from: NaiveDate, to: NaiveDate| to.signed_duration_since(from).num_days();
    let elapsed = days(first.on, second.on);
    let like = (days(first.due.0, second.due.0), days(first.due.1, second.due.1));
    let widest = (days(first.due.1, second.due.0), days(first.due.0, second.due.1));
    let rate = (elapsed > 0).then(|| {
        let over = |days: i64| days as f64 / elapsed as f64;
        let bounds = Interval::between(over(widest.0), over(widest.1));
        Quantity::derived(f64::midpoint(over(like.0), over(like.1)), bounds, bounds)
    });
    DeadlineShift { elapsed, like_ends: like, rate }
}

/// Years (of 365.25 days) from the statement to either end of its deadline (analytics 3.7).
pub fn horizon(said: DatedPromise) -> (f64, f64) {
    let years = |day: NaiveDate| day.signed_duration_since(said.on).num_days() as f64 / 365.25;
    (years(said.due.0), years(said.due.1))
}

/// How a target moved the one that it restates; none if it restates none or one of them is undated.
pub(crate) fn slip(dataset: &Dataset, id: Id<Target>) -> Option<Slip> {
    let restates = dataset[id].restates?;
    let said = |id: Id<Target>| Some(DatedPromise { on: dataset[id].said.day, due: dataset[id].due?.days() });
    let DeadlineShift { elapsed, like_ends: like, rate } = deadline_shift(said(restates)?, said(id)?);
    let goal = |id| {
        promised_number(dataset, id, crate::compare::series::quantity::ABOUT_TOLERANCE).map(|promise| promise.goal)
    };
    let revision = goal(restates).zip(goal(id)).map(|(before, after)| after / before - 1.0).filter(|by| by.is_finite());
    let days = (like.0.min(like.1), like.0.max(like.1));
    let certain = rate.is_some_and(|rate| rate.hard.lo > 0.0);
    Some(Slip { restates, elapsed_days: elapsed, days, rate, certain, revision })
}
