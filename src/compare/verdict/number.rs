//! The verdict of a number target: reported figure, baseline, pace, projection.

use chrono::NaiveDate;

use crate::compare::progress::ambition::ambition;
use crate::compare::progress::assemble;
use crate::compare::progress::assessment_input::AssessmentInput;
use crate::compare::progress::at_statement::StartingPoint;
use crate::compare::progress::baseline::{baseline, line_shape};
use crate::compare::progress::target_progress::Progress;
use crate::compare::progress::types::{Ambition, SeriesPoint};
use crate::compare::series::figure::known_sources;
use crate::compare::series::quantity::{ABOUT_TOLERANCE, Quantity};
use crate::compare::verdict::assessment::{AssessedTarget, Assessment};
use crate::compare::verdict::badges;
use crate::compare::verdict::base::{self, BaseOfChange, NumberToReach, PromiseOfTarget};
use crate::compare::verdict::calculation::calculation_steps;
use crate::compare::verdict::goals::rules;
use crate::compare::verdict::readings::SeriesReadings;
use crate::compare::verdict::types::{
    Badge, ChangeProgress, MeaningStep, PlanDifference, ReportedFigure, Status, Verdict,
};
use crate::compare::window::change::change_made;
use crate::compare::window::due_window::DueWindow;
use crate::compare::window::promised_number::PromisedNumber;
use crate::compare::window::window_figure::WindowFigure;
use crate::dataset::records::{Dataset, Goal, Id, Quality, Source, Target};

pub(crate) fn number_verdict(
    dataset: &Dataset,
    readings: &SeriesReadings,
    id: Id<Target>,
    known: NaiveDate,
) -> Verdict {
    let target = &dataset[id];
    let metric = &dataset[target.metric];
    let is_restated = badges::is_known_restatement(dataset, id, known);
    let without_number = |status, steps| Verdict {
        badges: if is_restated { vec![Badge::Restated] } else { Vec::new() },
        steps,
        ..Verdict::with_status(id, status)
    };
    let said = target.said.day;
    let window = DueWindow::of_target(dataset, id, readings.year_meant);
    let season = window.map_or(readings.year_meant, |window| window.season);
    let Some(reading) = readings.usual.season(season) else { return without_number(Status::Unquantified, Vec::new()) };
    let promise = base::promise(dataset, id, &reading.history, readings.year_meant, ABOUT_TOLERANCE);
    let NumberToReach { promise, base } = match promise {
        PromiseOfTarget::Number(number) => *number,
        _ if !metric.is_judged => {
            let difference = Some(Box::new(PlanDifference { gap: None, percent: None }));
            return Verdict { difference, ..without_number(Status::NotJudged, Vec::new()) };
        }
        PromiseOfTarget::BaseUnknown(period) => {
            return without_number(Status::NoData, vec![MeaningStep::BaseUnknown { period }.into()]);
        }
        PromiseOfTarget::Unquantified => return without_number(Status::Unquantified, Vec::new()),
    };
    let input = reading.input(dataset, id, &promise, window, known);
    let start = readings.starting_points.at_statement(id, said, season);
    let baseline = start.and_then(|start| baseline(&start.last, said));
    let progress = window.and_then(|window| assemble::progress(&input, &window, baseline.clone()));
    let assessment = rules::assess(&input, progress.as_ref());
    let assessed = AssessedTarget { input: &input, progress: progress.as_ref(), assessment: &assessment };
    let newest = progress.as_ref().and_then(|progress| progress.newest.as_ref());
    let newest = newest.filter(|_| assessment.open.is_some());
    let figure = assessment.measured();
    let shown = figure.map(WindowFigure::value).or(newest.map(|point| point.value));
    let badges = badges::badges(dataset, readings, id, &assessed);
    let eta = progress.as_ref().zip(window).and_then(|(progress, window)| progress.eta(&promise, &window));
    let sources = sources(dataset, &assessment, [shown_baseline(baseline.as_ref(), progress.as_ref()), newest], known);
    let reported = figure.and_then(|figure| reported_figure(dataset, figure)).or(newest.and_then(newest_as_reported));
    let mut verdict = Verdict {
        between: assessment.between,
        badges,
        promised: Some(promise.said),
        reported,
        attainment: shown
            .filter(|_| metric.is_judged && target.goal != Goal::Within)
            .and_then(|value| promise.attainment(&value)),
        gap: shown.and_then(|value| match target.goal {
            Goal::Within if metric.is_judged => promise.gap_to_range(&value),
            _ => Some(promise.gap(&value)),
        }),
        difference: (!metric.is_judged).then(|| Box::new(plan_difference(&promise, shown.as_ref()))),
        lateness: assessment.lateness,
        reached: assessment.reached.as_ref().and_then(|figure| reported_figure(dataset, figure)),
        reached_year: window.and_then(|window| assessment.year_reached(input.history, &window)),
        change: base.as_ref().map(|base| Box::new(change_progress(base, shown.as_ref()))),
        sources,
        steps: calculation_steps(dataset, &assessed, base.as_ref()),
        ..Verdict::with_status(id, assessment.status)
    };
    verdict.baseline = shown_baseline(baseline.as_ref(), progress.as_ref()).cloned().map(Box::new);
    if let Some(progress) = progress {
        verdict.eta = eta.filter(|_| !assessment.is_reached());
        verdict.required = progress.required.map(Box::new);
        verdict.pace = progress.pace.map(Box::new);
        verdict.projection = progress.projection.map(Box::new);
    }
    if target.goal == Goal::Reach && metric.is_judged {
        verdict.ambition = verdict.baseline.as_ref().and_then(|base| ambition_of(&input, base, start));
    }
    verdict
}

/// The baseline; of a programme the start of its sum.
fn shown_baseline<'p>(baseline: Option<&'p SeriesPoint>, progress: Option<&'p Progress>) -> Option<&'p SeriesPoint> {
    progress.map_or(baseline, |progress| progress.baseline.as_ref())
}

/// What was promised and made of a change on a base figure.
fn change_progress(base: &BaseOfChange, shown: Option<&Quantity>) -> ChangeProgress {
    let made = shown.and_then(|value| change_made(value, &base.deciding_value, base.is_points));
    ChangeProgress { promised: base.promised, made, is_points: base.is_points }
}

/// The difference of a figure from the plan, for metrics without verdicts (analytics 1.7, "costs").
fn plan_difference(promise: &PromisedNumber, shown: Option<&Quantity>) -> PlanDifference {
    let goal = promise.goal;
    let percent = shown.filter(|_| goal > 0.0).map(|value| value.map(|x| (x / goal - 1.0) * 100.0));
    PlanDifference { gap: shown.map(|value| promise.gap(value)), percent }
}

/// The ambition of a target (analytics 3.8); none without a reported baseline above zero.
fn ambition_of(input: &AssessmentInput<'_>, base: &SeriesPoint, start: Option<&StartingPoint>) -> Option<Ambition> {
    let (from, goal) = (base.value.nominal, input.promise.goal);
    base.actual?;
    if from <= 0.0 {
        return None;
    }
    let Some(due) = input.window.map(|window| window.due_time()).filter(|due| *due > base.at) else {
        return Some(Ambition { multiple: goal / from, ratio: None, level: None });
    };
    let line = line_shape(input.history.kind, input.path, base, goal);
    Some(ambition(line, from, goal, due - base.at, start?.growth(line)))
}

fn reported_figure(dataset: &Dataset, figure: &WindowFigure<'_>) -> Option<ReportedFigure> {
    let actual = figure.figure.preferred()?;
    let estimated = dataset[actual].quality == Quality::Estimate;
    Some(ReportedFigure { period: figure.figure.period, value: figure.value(), is_estimated: estimated, actual })
}

/// The newest figure of an open target, annualised if it is part of a year.
fn newest_as_reported(point: &SeriesPoint) -> Option<ReportedFigure> {
    let estimated = point.is_estimated();
    Some(ReportedFigure { period: point.period, value: point.value, is_estimated: estimated, actual: point.actual? })
}

/// The sources of the figures behind the verdict, those of the window first.
fn sources(
    dataset: &Dataset,
    assessment: &Assessment<'_>,
    points: [Option<&SeriesPoint>; 2],
    known: NaiveDate,
) -> Vec<Id<Source>> {
    let figures = [&assessment.window_figure, &assessment.reached].into_iter().flatten();
    let mut sources: Vec<Id<Source>> = figures.flat_map(|figure| figure.figure.sources(dataset, known)).collect();
    let records = points.into_iter().flatten().filter_map(|point| point.actual);
    sources.extend(records.flat_map(|actual| known_sources(dataset, actual, known)));
    sources
}
