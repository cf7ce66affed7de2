//! Marks beside a status (analytics 3.9): where another reading of the same words, or another source, matters.

use chrono::NaiveDate;

use crate::compare::progress::assemble::Progress;
use crate::compare::progress::assessment_input::AssessmentInput;
use crate::compare::progress::types::{OpenRule, SeriesPoint};
use crate::compare::verdict::closed::{Assessment, assess};
use crate::compare::verdict::readings::{OTHER_TOLERANCES, SeriesReadings};
use crate::compare::verdict::types::{Badge, Status};
use crate::compare::window::due_window::DueWindow;
use crate::compare::window::promised_number::promised_number;
use crate::compare::window::window_figure::WindowFigure;
use crate::dataset::records::{Dataset, Id, Target};

/// The marks of a judged promise, in the order of [`Badge`].
pub(crate) fn badges(
    dataset: &Dataset,
    books: &SeriesReadings,
    id: Id<Target>,
    case: &AssessmentInput<'_>,
    (judgement, course): (&Assessment<'_>, Option<&Progress>),
) -> Vec<Badge> {
    let weighed = course.filter(|_| judgement.open.is_some_and(|open| uses_pace_or_projection(open.rule)));
    let points: Vec<&SeriesPoint> =
        weighed.into_iter().flat_map(|course| course.baseline.iter().chain(&course.newest)).collect();
    let figures = [&judgement.window_figure, &judgement.reached];
    let differ = figures.into_iter().flatten().any(WindowFigure::has_differing_claims)
        || points.iter().any(|point| point.has_differing_claims);
    let hangs = weighed
        .is_some_and(|course| course.depends_on_end_points && course.projection.as_ref().is_some_and(|p| p.points > 2));
    let answered = !matches!(judgement.status, Status::Contested | Status::Undetermined);
    [
        (Badge::Estimated, points.iter().any(|point| point.annual.is_some())),
        (Badge::SourcesDiffer, differ && answered),
        (Badge::AboutTolerance, depends_on_about(dataset, books, id, case, (judgement, course))),
        (Badge::Restated, is_known_restatement(dataset, id, case.known)),
        (Badge::StrictDeadline, depends_on_deadline_reading(dataset, id, case, judgement)),
        (Badge::Reversing, judgement.open.is_some_and(|open| open.is_reversing)),
        (Badge::NotHeld, judgement.is_not_held),
        (Badge::EndPoints, hangs),
    ]
    .into_iter()
    .filter_map(|(badge, holds)| holds.then_some(badge))
    .collect()
}

/// The rule weighs pace or projection.
fn uses_pace_or_projection(rule: OpenRule) -> bool {
    matches!(rule, OpenRule::Bands { .. } | OpenRule::OutOfReach)
}

/// It says again, or moves, a statement that was known.
pub(crate) fn is_known_restatement(dataset: &Dataset, id: Id<Target>, known: NaiveDate) -> bool {
    dataset[id].restates.is_some_and(|first| dataset[first].said.day <= known)
}

/// Another tolerance of "about" gives another answer (analytics 1.2).
fn depends_on_about(
    dataset: &Dataset,
    books: &SeriesReadings,
    id: Id<Target>,
    case: &AssessmentInput<'_>,
    (judgement, course): (&Assessment<'_>, Option<&Progress>),
) -> bool {
    OTHER_TOLERANCES.iter().enumerate().any(|(place, about)| {
        let Some(other) = promised_number(dataset, id, *about) else { return false };
        let reading = books.others.as_ref().map(|others| &others[place]);
        if reading.is_none() && other == *case.promise {
            return false;
        }
        let case = reading.unwrap_or(&books.usual).case(&other, case.window, case.said, case.known);
        let open = case.window.filter(|window| !window.is_over(case.known));
        let base = course.and_then(|course| course.baseline.clone());
        let course = open.map(|window| Progress::of(&case, &window, base));
        let other = assess(&case, course.as_ref());
        (other.status, other.between, other.lateness) != (judgement.status, judgement.between, judgement.lateness)
    })
}

/// The strict reading of the deadline gives another answer; no answer is not another.
fn depends_on_deadline_reading(
    dataset: &Dataset,
    id: Id<Target>,
    case: &AssessmentInput<'_>,
    judgement: &Assessment<'_>,
) -> bool {
    let target = &dataset[id];
    let Some(due) = target.due else { return false };
    let kind = dataset[target.metric].kind;
    let Some(window) = DueWindow::strict(kind, &due, case.said) else { return false };
    let other = assess(&AssessmentInput { window: Some(window), ..*case }, None);
    is_different_answer(other.status, judgement.status)
}

/// The strict reading answers, and otherwise.
pub(crate) fn is_different_answer(strict: Status, usual: Status) -> bool {
    let kept = |status| matches!(status, Status::Met | Status::MetEarly);
    let answers = matches!(strict, Status::Met | Status::MetEarly | Status::MetLate | Status::Missed);
    answers && strict != usual && !(kept(strict) && kept(usual))
}
