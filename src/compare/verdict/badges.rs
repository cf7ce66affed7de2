//! Badges (analytics 3.9): another reading of the target, or another source, would matter.

use chrono::NaiveDate;

use crate::compare::progress::assemble;
use crate::compare::progress::assessment_input::AssessmentInput;
use crate::compare::progress::baseline::baseline;
use crate::compare::progress::target_progress::Progress;
use crate::compare::progress::types::{OpenRule, SeriesPoint};
use crate::compare::verdict::assessment::AssessedTarget;
use crate::compare::verdict::base::{self, PromiseOfTarget};
use crate::compare::verdict::goals::rules::assess;
use crate::compare::verdict::readings::{OTHER_TOLERANCES, SeriesReadings};
use crate::compare::verdict::types::{Badge, Status};
use crate::compare::window::due_window::DueWindow;
use crate::compare::window::window_figure::WindowFigure;
use crate::dataset::records::{Dataset, Id, Target, TargetKind};

/// In the order of [`Badge`].
pub(crate) fn badges(
    dataset: &Dataset,
    readings: &SeriesReadings,
    id: Id<Target>,
    assessed: &AssessedTarget<'_>,
) -> Vec<Badge> {
    let AssessedTarget { input, progress, assessment } = *assessed;
    let weighed = progress.filter(|_| assessment.open.is_some_and(|open| uses_pace_or_projection(open.rule)));
    // In the due year its annualised part alone decides.
    let base = |progress: &&Progress| progress.final_year.is_none();
    let baseline = weighed.filter(base).and_then(|progress| progress.baseline.as_ref());
    let newest = weighed.and_then(|progress| progress.final_year.as_ref().or(progress.newest.as_ref()));
    let points: Vec<&SeriesPoint> = baseline.into_iter().chain(newest).collect();
    let figures = [&assessment.window_figure, &assessment.reached];
    let is_plan = dataset[id].kind == TargetKind::Plan;
    let differ = figures.into_iter().flatten().any(WindowFigure::has_differing_claims)
        || points.iter().any(|point| point.has_differing_claims);
    let depends = weighed.is_some_and(|progress| {
        progress.depends_on_end_points && progress.projection.as_ref().is_some_and(|p| p.points > 2)
    });
    let answered = !matches!(assessment.status, Status::Contested | Status::Undetermined);
    [
        (Badge::Estimated, points.iter().any(|point| point.is_estimated())),
        (Badge::SourcesDiffer, differ && answered),
        (Badge::AboutTolerance, depends_on_about(dataset, readings, id, assessed)),
        (Badge::Restated, is_known_restatement(dataset, id, input.known)),
        (Badge::StrictDeadline, !is_plan && depends_on_deadline_reading(dataset, readings, id, assessed)),
        (Badge::Reversing, assessment.open.is_some_and(|open| open.is_reversing)),
        (Badge::NotHeld, assessment.is_not_held),
        (Badge::EndPoints, depends),
    ]
    .into_iter()
    .filter_map(|(badge, holds)| holds.then_some(badge))
    .collect()
}

fn uses_pace_or_projection(rule: OpenRule) -> bool {
    matches!(rule, OpenRule::Bands { .. } | OpenRule::OutOfReach | OpenRule::NewestDecides | OpenRule::BelowZero)
}

/// Whether the target restates one that was known.
pub(crate) fn is_known_restatement(dataset: &Dataset, id: Id<Target>, known: NaiveDate) -> bool {
    dataset[id].restates.is_some_and(|first| dataset[first].said.day <= known)
}

/// Whether another tolerance of "about" changes the answer (analytics 1.2).
fn depends_on_about(
    dataset: &Dataset,
    readings: &SeriesReadings,
    id: Id<Target>,
    assessed: &AssessedTarget<'_>,
) -> bool {
    let AssessedTarget { input, assessment, .. } = *assessed;
    OTHER_TOLERANCES.iter().enumerate().any(|(index, about)| {
        let other_reading = readings.others.as_ref().map(|others| &others[index]);
        let reading = other_reading.map_or(&readings.usual, |other| &other.reading);
        let Some(reading) = reading.season(input.history.season) else { return false };
        let promise = base::promise(dataset, id, &reading.history, readings.year_meant, *about);
        let PromiseOfTarget::Number(number) = promise else { return false };
        let other = number.promise;
        if other_reading.is_none() && other == *input.promise {
            return false;
        }
        let input = reading.input(dataset, id, &other, input.window, input.known);
        let open = input.window.filter(|window| !window.is_over(input.known));
        let starting_points = other_reading.map_or(&readings.starting_points, |other| &other.starting_points);
        let start = starting_points.at_statement(id, input.said, input.history.season);
        let base = start.and_then(|start| baseline(&start.last, input.said));
        let progress = open.and_then(|window| assemble::progress(&input, &window, base));
        let other = assess(&input, progress.as_ref());
        (other.status, other.between, other.lateness) != (assessment.status, assessment.between, assessment.lateness)
    })
}

/// Whether the strict reading of the deadline changes the answer.
fn depends_on_deadline_reading(
    dataset: &Dataset,
    readings: &SeriesReadings,
    id: Id<Target>,
    assessed: &AssessedTarget<'_>,
) -> bool {
    let AssessedTarget { input, assessment, .. } = *assessed;
    let target = &dataset[id];
    let Some(due) = target.due else { return false };
    let kind = dataset[target.metric].kind;
    let Some(window) = DueWindow::strict(kind, &due, input.said, readings.year_meant) else { return false };
    let other = assess(&AssessmentInput { window: Some(window), ..*input }, None);
    is_different_answer(other.status, assessment.status)
}

/// Whether the strict reading gives an answer, and another one.
pub(crate) fn is_different_answer(strict: Status, usual: Status) -> bool {
    let kept = |status| matches!(status, Status::Met | Status::MetEarly);
    let answers = matches!(strict, Status::Met | Status::MetEarly | Status::MetLate | Status::Missed);
    answers && strict != usual && !(kept(strict) && kept(usual))
}
