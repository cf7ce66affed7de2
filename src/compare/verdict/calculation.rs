//! The calculation of a verdict step by step, so that it can be recomputed by hand.

use chrono::Datelike;

use crate::compare::progress::assemble::Progress;
use crate::compare::progress::assessment_input::AssessmentInput;
use crate::compare::progress::part_year::year_to_date;
use crate::compare::progress::projection::{DAMPING, damped_years};
use crate::compare::progress::required::run_rate;
use crate::compare::progress::types::{ProgressStep, SeriesPoint};
use crate::compare::series::figure::known_sources;
use crate::compare::series::quantity::Quantity;
use crate::compare::verdict::closed::{AssessedTarget, Assessment};
use crate::compare::verdict::types::{CalculationStep, Status};
use crate::compare::window::due_window::DueWindow;
use crate::compare::window::window_figure::WindowFigure;
use crate::dataset::records::Dataset;

pub(crate) fn calculation_steps(dataset: &Dataset, assessed: &AssessedTarget<'_>) -> Vec<CalculationStep> {
    let AssessedTarget { input, progress, assessment } = *assessed;
    let promise = input.promise;
    let mut steps = Vec::with_capacity(16);
    steps.push(CalculationStep::Threshold { said: promise.said, theta: promise.threshold, strict: promise.is_strict });
    let dated = input.window;
    if let Some(DueWindow { first, last, .. }) = dated {
        steps.push(CalculationStep::Window { first, last });
    }
    let early = assessment.status == Status::MetEarly;
    if let (true, Some(window), Some(figure)) = (early, dated, &assessment.reached) {
        let (period, value) = (figure.figure.period, figure.value());
        steps.push(CalculationStep::EarlierReached { period, value, years: years_from_due(&window, figure) });
    }
    if let Some(figure) = &assessment.window_figure {
        add_figure_steps(dataset, input, figure, &mut steps);
    }
    if let (false, Some(window), Some(figure)) = (early, dated, &assessment.reached) {
        let (period, value) = (figure.figure.period, figure.value());
        steps.push(CalculationStep::LaterReached { period, value, years: years_from_due(&window, figure) });
    }
    if let (Status::AwaitingData | Status::NoData, Some(window)) = (assessment.status, dated) {
        steps.push(CalculationStep::NothingReported { since: window.last });
    }
    let newest = progress.and_then(|progress| progress.newest.as_ref()).filter(|_| assessment.open.is_some());
    let figure = assessment.measured().map(WindowFigure::value);
    if let (None, Some(point)) = (figure, newest) {
        steps.extend(annualised_step(point).map(|step| CalculationStep::Progress(Box::new(step))));
    }
    if let Some(value) = figure.or(newest.map(|point| point.value)) {
        add_attainment_and_gap(input, &value, &mut steps);
    }
    if let Some(progress) = progress {
        let progress_steps = progress_steps(input, assessment, progress).into_iter();
        steps.extend(progress_steps.map(|step| CalculationStep::Progress(Box::new(step))));
    }
    steps
}

/// The figure, the reports that differ from it, and the comparison.
fn add_figure_steps(
    dataset: &Dataset,
    input: &AssessmentInput<'_>,
    figure: &WindowFigure<'_>,
    steps: &mut Vec<CalculationStep>,
) {
    let (period, value) = (figure.figure.period, figure.value());
    if figure.is_part {
        steps.push(CalculationStep::AtLeastSoFar { period, value });
    }
    steps.push(CalculationStep::Used { period, value, sources: figure.figure.sources(dataset, input.known) });
    if figure.has_differing_claims() {
        for claim in figure.figure.claims.iter().skip(1) {
            let sources = known_sources(dataset, claim.actual, input.known).collect();
            steps.push(CalculationStep::Differs { period: dataset[claim.actual].period, value: claim.value, sources });
        }
    }
    let value = figure.bounds();
    steps.push(CalculationStep::Compared {
        period,
        value,
        theta: input.promise.threshold,
        answer: input.promise.answer(value),
    });
}

/// The steps about progress: baseline, required growth, pace, projection, and the rule that decided.
fn progress_steps(input: &AssessmentInput<'_>, assessment: &Assessment<'_>, progress: &Progress) -> Vec<ProgressStep> {
    let mut steps = Vec::new();
    if let Some(base) = &progress.baseline {
        steps.extend(annualised_step(base));
        steps.push(ProgressStep::Baseline { point: base.clone() });
    }
    let growth = progress.required.as_ref().and_then(|required| required.growth);
    if let (Some(pace_line), Some(growth)) = (progress.pace_line, growth) {
        let ((_, base), (_, target)) = (pace_line.from, pace_line.to);
        steps.push(ProgressStep::RequiredGrowth {
            base,
            target,
            years: pace_line.years(),
            line: pace_line.line,
            growth,
        });
    }
    // The newest figure was already annualised above if it stands for the running year.
    let is_shown = assessment.open.is_some() && assessment.measured().is_none();
    steps.extend(progress.newest.as_ref().filter(|_| !is_shown).and_then(annualised_step));
    if let (Some(pace_line), Some(pace)) = (progress.pace_line, &progress.pace) {
        steps.push(ProgressStep::Pace {
            from: pace_line.from,
            to: pace_line.to,
            now: (pace.newest.at, pace.newest.value.nominal),
            line: pace.line,
            expected: pace.expected,
            ratio: pace.ratio,
            variance_years: pace.variance_years,
        });
    }
    if let Some(open) = assessment.open {
        steps.extend(run_rate_step(input, progress));
        let projection =
            progress.projection.as_ref().filter(|projection| projection.counts && progress.final_year.is_none());
        if let (Some(projection), Some(fit)) = (projection, &progress.fit) {
            steps.push(ProgressStep::Projected {
                points: projection.points,
                drift: projection.drift,
                horizon: (projection.horizon, damped_years(projection.horizon, DAMPING)),
                from: fit.last.1,
                value: projection.at_deadline,
                attainment: projection.attainment,
                probability: projection.probability,
            });
        }
        steps.push(ProgressStep::Open { rule: open.rule });
    }
    if progress.fit.is_some() && !assessment.is_reached() {
        steps.push(ProgressStep::Crosses { at: progress.crossing_time(input.promise) });
    }
    steps
}

fn annualised_step(point: &SeriesPoint) -> Option<ProgressStep> {
    Some(ProgressStep::Annualised { period: point.period, annual: point.annual.clone()?, value: point.value })
}

/// The run rate needed in the remaining months of the due year.
fn run_rate_step(input: &AssessmentInput<'_>, progress: &Progress) -> Option<ProgressStep> {
    let window = input.window?;
    let multiple = progress.required.as_ref()?.multiple?;
    let (figure, months) = year_to_date(input.history, input.history.year(window.due_year())?)?;
    let (target, so_far) = (input.promise.goal, figure.value.nominal);
    Some(ProgressStep::RunRate { target, so_far, months, needed: run_rate(target, so_far, months).0, multiple })
}

fn add_attainment_and_gap(input: &AssessmentInput<'_>, value: &Quantity, steps: &mut Vec<CalculationStep>) {
    let target = input.promise.goal;
    if let Some(ratio) = input.promise.attainment(value) {
        steps.push(CalculationStep::Attainment { actual: value.nominal, target, ratio });
    }
    steps.push(CalculationStep::Gap { actual: value.nominal, target, gap: input.promise.gap(value) });
}

/// Calendar years from the due year to the figure's; negative is earlier.
fn years_from_due(window: &DueWindow, figure: &WindowFigure<'_>) -> i32 {
    figure.figure.last.year() - window.due_year()
}
