//! The arithmetic of a judgement, line by line, so that it can be done again by hand.

use chrono::Datelike;

use crate::compare::progress::assemble::Progress;
use crate::compare::progress::assessment_input::AssessmentInput;
use crate::compare::progress::part_year::year_to_date;
use crate::compare::progress::projection::{DAMPING, damped_years};
use crate::compare::progress::required::run_rate;
use crate::compare::progress::types::{ProgressStep, SeriesPoint};
use crate::compare::series::figure::known_sources;
use crate::compare::series::quantity::Quantity;
use crate::compare::verdict::closed::Assessment;
use crate::compare::verdict::types::{CalculationStep, Status};
use crate::compare::window::due_window::DueWindow;
use crate::compare::window::window_figure::WindowFigure;
use crate::dataset::records::Dataset;

/// Every step from the promise to the status, in order.
pub(crate) fn calculation_steps(
    dataset: &Dataset,
    case: &AssessmentInput<'_>,
    judgement: &Assessment<'_>,
    course: Option<&Progress>,
) -> Vec<CalculationStep> {
    let promise = case.promise;
    let mut steps = Vec::with_capacity(16);
    steps.push(CalculationStep::Threshold { said: promise.said, theta: promise.threshold, strict: promise.is_strict });
    let dated = case.window;
    if let Some(DueWindow { first, last, .. }) = dated {
        steps.push(CalculationStep::Window { first, last });
    }
    let early = judgement.status == Status::MetEarly;
    if let (true, Some(window), Some(figure)) = (early, dated, &judgement.reached) {
        let (period, value) = (figure.figure.period, figure.value());
        steps.push(CalculationStep::EarlierReached { period, value, years: years_from_due(&window, figure) });
    }
    if let Some(figure) = &judgement.window_figure {
        add_figure_steps(dataset, case, figure, &mut steps);
    }
    if let (false, Some(window), Some(figure)) = (early, dated, &judgement.reached) {
        let (period, value) = (figure.figure.period, figure.value());
        steps.push(CalculationStep::LaterReached { period, value, years: years_from_due(&window, figure) });
    }
    if let (Status::AwaitingData | Status::NoData, Some(window)) = (judgement.status, dated) {
        steps.push(CalculationStep::NothingReported { since: window.last });
    }
    let newest = course.and_then(|course| course.newest.as_ref()).filter(|_| judgement.open.is_some());
    let figure = judgement.measured().map(WindowFigure::value);
    if let (None, Some(point)) = (figure, newest) {
        let mut year = Vec::new();
        add_annualised(point, &mut year);
        steps.extend(year.into_iter().map(|step| CalculationStep::Progress(Box::new(step))));
    }
    if let Some(value) = figure.or(newest.map(|point| point.value)) {
        add_attainment_and_gap(case, &value, &mut steps);
    }
    if let Some(course) = course {
        steps.extend(
            progress_steps(case, judgement, course).into_iter().map(|step| CalculationStep::Progress(Box::new(step))),
        );
    }
    steps
}

/// The figure, the reports that differ from it, and the comparison.
fn add_figure_steps(
    dataset: &Dataset,
    case: &AssessmentInput<'_>,
    figure: &WindowFigure<'_>,
    steps: &mut Vec<CalculationStep>,
) {
    let (period, value) = (figure.figure.period, figure.value());
    if figure.is_part {
        steps.push(CalculationStep::AtLeastSoFar { period, value });
    }
    steps.push(CalculationStep::Used { period, value, sources: figure.figure.sources(dataset, case.known) });
    if figure.has_differing_claims() {
        for claim in figure.figure.claims.iter().skip(1) {
            let sources = known_sources(dataset, claim.actual, case.known).collect();
            steps.push(CalculationStep::Differs { period: dataset[claim.actual].period, value: claim.value, sources });
        }
    }
    let value = figure.bounds();
    steps.push(CalculationStep::Compared {
        period,
        value,
        theta: case.promise.threshold,
        answer: case.promise.answer(value),
    });
}

/// From the baseline to the due date: what was needed, how fast it went, where it leads, by which rule that is judged.
fn progress_steps(case: &AssessmentInput<'_>, judgement: &Assessment<'_>, course: &Progress) -> Vec<ProgressStep> {
    let mut steps = Vec::new();
    if let Some(base) = &course.baseline {
        add_annualised(base, &mut steps);
        steps.push(ProgressStep::Baseline { point: base.clone() });
    }
    let growth = course.required.as_ref().and_then(|required| required.growth);
    if let (Some(way), Some(growth)) = (course.pace_line, growth) {
        let ((_, base), (_, target)) = (way.from, way.to);
        steps.push(ProgressStep::RequiredGrowth { base, target, years: way.years(), line: way.line, growth });
    }
    // Where the newest figure stands for the year it was made one already, before it was measured.
    let told = judgement.open.is_some() && judgement.measured().is_none();
    if let Some(newest) = course.newest.as_ref().filter(|_| !told) {
        add_annualised(newest, &mut steps);
    }
    if let (Some(way), Some(pace)) = (course.pace_line, &course.pace) {
        steps.push(ProgressStep::Pace {
            from: way.from,
            to: way.to,
            now: (pace.newest.at, pace.newest.value.nominal),
            line: pace.line,
            expected: pace.expected,
            ratio: pace.ratio,
            variance_years: pace.variance_years,
        });
    }
    if let Some(open) = judgement.open {
        steps.extend(run_rate_step(case, course));
        let ahead = course.projection.as_ref().filter(|ahead| ahead.counts && course.final_year.is_none());
        if let (Some(ahead), Some(fit)) = (ahead, &course.fit) {
            steps.push(ProgressStep::Projected {
                points: ahead.points,
                drift: ahead.drift,
                horizon: (ahead.horizon, damped_years(ahead.horizon, DAMPING)),
                from: fit.last.1,
                value: ahead.at_deadline,
                attainment: ahead.attainment,
                probability: ahead.probability,
            });
        }
        steps.push(ProgressStep::Open { rule: open.rule });
    }
    if course.fit.is_some() && !judgement.is_reached() {
        steps.push(ProgressStep::Crosses { at: course.crossing_time(case.promise) });
    }
    steps
}

/// How a part-year became a year.
fn add_annualised(point: &SeriesPoint, steps: &mut Vec<ProgressStep>) {
    if let Some(annual) = &point.annual {
        steps.push(ProgressStep::Annualised { period: point.period, annual: annual.clone(), value: point.value });
    }
}

/// What each remaining month of the running due year has to bring.
fn run_rate_step(case: &AssessmentInput<'_>, course: &Progress) -> Option<ProgressStep> {
    let window = case.window?;
    let multiple = course.required.as_ref()?.multiple?;
    let (figure, months) = year_to_date(case.history, case.history.year(window.due_year())?)?;
    let (target, so_far) = (case.promise.goal, figure.value.nominal);
    Some(ProgressStep::RunRate { target, so_far, months, needed: run_rate(target, so_far, months).0, multiple })
}

/// Attainment and gap.
fn add_attainment_and_gap(case: &AssessmentInput<'_>, value: &Quantity, steps: &mut Vec<CalculationStep>) {
    let target = case.promise.goal;
    if let Some(ratio) = case.promise.attainment(value) {
        steps.push(CalculationStep::Attainment { actual: value.nominal, target, ratio });
    }
    steps.push(CalculationStep::Gap { actual: value.nominal, target, gap: case.promise.gap(value) });
}

/// Whole years from the due year to the figure's; negative is earlier.
fn years_from_due(window: &DueWindow, figure: &WindowFigure<'_>) -> i32 {
    figure.figure.last.year() - window.due_year()
}
