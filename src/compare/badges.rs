//! Marks beside a status (analytics 3.9): where another reading of the same words, or another source, matters.

use super::evidence::Use;
use super::judge::{Case, Judgement, judge};
use super::status::Books;
use super::verdict::{Badge, Status};
use super::window::Window;
use crate::dataset::records::{Dataset, Id, Target};

/// The marks of a judged promise, in the order of [`Badge`].
pub(crate) fn badges(
    dataset: &Dataset,
    books: &Books,
    id: Id<Target>,
    case: &Case<'_>,
    judgement: &Judgement<'_>,
) -> Vec<Badge> {
    let mut badges = Vec::new();
    let figures = [&judgement.used, &judgement.reached];
    let differ = figures.into_iter().flatten().any(Use::differs);
    if differ && !matches!(judgement.status, Status::Contested | Status::Undetermined) {
        badges.push(Badge::SourcesDiffer);
    }
    if hangs_on_about(dataset, books, id, case, judgement) {
        badges.push(Badge::About);
    }
    if restates(dataset, id, case.known) {
        badges.push(Badge::Restated);
    }
    if hangs_on_deadline(dataset, id, case, judgement) {
        badges.push(Badge::StrictDeadline);
    }
    if judgement.not_held {
        badges.push(Badge::NotHeld);
    }
    badges
}

/// It says again, or moves, a statement that was known.
pub(crate) fn restates(dataset: &Dataset, id: Id<Target>, known: chrono::NaiveDate) -> bool {
    dataset[id].restates.is_some_and(|first| dataset[first].said.day <= known)
}

/// Another tolerance of "about" gives another answer (analytics 1.2).
fn hangs_on_about(
    dataset: &Dataset,
    books: &Books,
    id: Id<Target>,
    case: &Case<'_>,
    judgement: &Judgement<'_>,
) -> bool {
    books.other_readings().into_iter().any(|(about, history)| {
        let Some(promise) = super::status::promise(dataset, id, about) else { return false };
        let same_promise = promise == *case.promise;
        if same_promise && std::ptr::eq(history, case.history) {
            return false;
        }
        let other = judge(&Case { history, promise: &promise, ..*case });
        (other.status, other.between, other.lateness) != (judgement.status, judgement.between, judgement.lateness)
    })
}

/// The strict reading of the deadline gives another answer; no answer is not another.
fn hangs_on_deadline(dataset: &Dataset, id: Id<Target>, case: &Case<'_>, judgement: &Judgement<'_>) -> bool {
    let target = &dataset[id];
    let Some(due) = target.due else { return false };
    let kind = dataset[target.metric].kind;
    let Some(window) = Window::strict(kind, &due, case.said) else { return false };
    let other = judge(&Case { window: Some(window), ..*case });
    another(other.status, judgement.status)
}

/// The strict reading answers, and otherwise.
pub(crate) fn another(strict: Status, usual: Status) -> bool {
    let kept = |status| matches!(status, Status::Met | Status::MetEarly);
    let answers = matches!(strict, Status::Met | Status::MetEarly | Status::MetLate | Status::Missed);
    answers && strict != usual && !(kept(strict) && kept(usual))
}
