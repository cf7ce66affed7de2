//! The calculation of a verdict step by step, so that it can be recomputed by hand.

use crate::compare::progress::assessment_input::AssessmentInput;
use crate::compare::progress::pace::PaceLine;
use crate::compare::progress::part_year::year_to_date;
use crate::compare::progress::required::run_rate;
use crate::compare::progress::target_progress::Progress;
use crate::compare::progress::types::{Pace, ProgressStep, SeriesPoint};
use crate::compare::series::figure::{Figure, known_sources};
use crate::compare::series::interval::are_equal;
use crate::compare::series::quantity::Quantity;
use crate::compare::verdict::assessment::{AssessedTarget, Assessment, year_of};
use crate::compare::verdict::base::BaseOfChange;
use crate::compare::verdict::goals::within::is_within;
use crate::compare::verdict::types::{CalculationStep, MeaningStep, Status};
use crate::compare::window::change::base_figure_as_of;
use crate::compare::window::due_window::{DueWindow, WindowRule};
use crate::compare::window::promised_number::RangeEnds;
use crate::compare::window::window_figure::WindowFigure;
use crate::dataset::format::period::Period;
use crate::dataset::records::{Better, Dataset, Goal};

pub(crate) fn calculation_steps(
    dataset: &Dataset,
    assessed: &AssessedTarget<'_>,
    base: Option<&BaseOfChange>,
) -> Vec<CalculationStep> {
    let AssessedTarget { input, progress, assessment } = *assessed;
    let promise = input.promise;
    let mut steps = Vec::with_capacity(16);
    if let Some(base) = base {
        add_base_steps(input, base, &mut steps);
    }
    if is_judged(input) && dataset[input.target].goal != Goal::Within {
        let (said, theta) = (promise.said, promise.theta());
        steps.push(CalculationStep::Threshold { said, theta, strict: promise.is_strict });
    }
    let dated = input.window;
    let due_year = dataset[input.target].due.and_then(|due| due.year());
    if let (Some(window), Some(year)) = (dated, due_year) {
        let period = Period::between(window.first, window.last);
        if period.full_year() != Some(year) {
            steps.push(MeaningStep::YearMeant { year, period }.into());
        }
    }
    if let Some(DueWindow { first, last, .. }) = dated {
        steps.push(CalculationStep::Window { first, last });
    }
    let early = assessment.status == Status::MetEarly;
    if let (true, Some(window), Some(figure)) = (early, dated, &assessment.reached) {
        let (period, value) = (figure.figure.period, figure.value());
        steps.push(CalculationStep::EarlierReached { period, value, years: years_from_due(input, &window, figure) });
    }
    if let Some(figure) = &assessment.window_figure {
        add_figure_steps(dataset, input, figure, &mut steps);
    }
    if let (false, Some(window), Some(figure)) = (early, dated, &assessment.reached) {
        let (period, value) = (figure.figure.period, figure.value());
        steps.push(CalculationStep::LaterReached { period, value, years: years_from_due(input, &window, figure) });
    }
    if let (Status::AwaitingData | Status::NoData, Some(window)) = (assessment.status, dated) {
        steps.push(CalculationStep::NothingReported { since: window.last });
    }
    let newest = progress.and_then(|progress| progress.newest.as_ref()).filter(|_| assessment.open.is_some());
    let figure = assessment.measured().map(WindowFigure::value);
    if let (None, Some(point)) = (figure, newest) {
        add_newest(input, point, &mut steps);
    }
    if let Some(value) = figure.or(newest.map(|point| point.value)) {
        add_attainment_and_gap(input, &value, &mut steps);
    }
    if let Some(progress) = progress {
        add_progress_steps(input, assessment, progress, &mut steps);
    } else if let Some(open) = assessment.open {
        steps.push(ProgressStep::Open { rule: open.rule }.into());
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
    add_rivals(input, &figure.figure, steps);
    add_sum(input, &figure.figure.pieces, value.nominal, steps);
    if !is_judged(input) {
        return;
    }
    let value = figure.bounds();
    match input.promise.range.filter(|_| dataset[input.target].goal == Goal::Within) {
        Some(RangeEnds { floor, cap }) => steps.push(
            MeaningStep::InRange { value, floor: floor.0, cap: cap.1, answer: is_within(input.promise, value) }.into(),
        ),
        None => steps.push(CalculationStep::Compared {
            period,
            value,
            theta: input.promise.theta(),
            answer: input.promise.answer(value),
        }),
    }
}

/// The reports that differ from the preferred one, each once; those of a sum are those of its parts.
fn add_rivals(input: &AssessmentInput<'_>, figure: &Figure, steps: &mut Vec<CalculationStep>) {
    if !figure.has_differing_claims() || !figure.pieces.is_empty() {
        return;
    }
    for claim in figure.claims.iter().skip(1) {
        let sources = known_sources(input.dataset, claim.actual, input.known).collect();
        let period = input.dataset[claim.actual].period;
        let rival = CalculationStep::Differs { period, value: claim.value, sources };
        if !steps.contains(&rival) {
            steps.push(rival);
        }
    }
}

/// Parts added up, if it is a sum.
fn add_sum(input: &AssessmentInput<'_>, pieces: &[Period], sum: f64, steps: &mut Vec<CalculationStep>) {
    let part = |period: &Period| {
        let figure = input.history.figure_for_days(period.start(), period.end())?;
        Some((*period, figure.value.nominal))
    };
    let added = MeaningStep::AddedUp { parts: pieces.iter().filter_map(part).collect(), sum }.into();
    if !pieces.is_empty() && !steps.contains(&added) {
        steps.push(added);
    }
}

/// The figure that is a point in time.
fn figure_of_point<'a>(input: &AssessmentInput<'a>, point: &SeriesPoint) -> Option<&'a Figure> {
    input.history.figure_for_days(point.period.start(), point.period.end())
}

/// The newest figure with the reports that differ from it; a part-year annualised.
fn add_newest(input: &AssessmentInput<'_>, point: &SeriesPoint, steps: &mut Vec<CalculationStep>) {
    let (period, value) = (point.period, point.value);
    match (annualised_step(point), figure_of_point(input, point)) {
        (Some(annualised), figure) => {
            steps.push(annualised.into());
            if let Some(figure) = figure {
                add_rivals(input, figure, steps);
            }
        }
        (None, Some(figure)) => {
            let sources = figure.sources(input.dataset, input.known);
            let used = CalculationStep::Used { period, value, sources };
            if !steps.contains(&used) {
                steps.push(used);
                add_rivals(input, figure, steps);
            }
        }
        (None, None) => add_sum(input, &point.pieces, value.nominal, steps),
    }
}

/// The steps about progress: baseline, required growth, pace, projection, and the rule that decided.
fn add_progress_steps(
    input: &AssessmentInput<'_>,
    assessment: &Assessment<'_>,
    progress: &Progress,
    steps: &mut Vec<CalculationStep>,
) {
    if let Some(base) = &progress.baseline {
        steps.extend(annualised_step(base).map(CalculationStep::from));
        steps.push(ProgressStep::Baseline { point: base.clone() }.into());
        if let Some(figure) = figure_of_point(input, base) {
            add_rivals(input, figure, steps);
        }
    }
    let growth = progress.required.as_ref().and_then(|required| required.growth);
    if let (Some(pace_line), Some(growth)) = (progress.pace_line, growth) {
        let ((_, base), (_, target)) = (pace_line.from, pace_line.to);
        let (years, line) = (pace_line.years(), pace_line.line);
        steps.push(ProgressStep::RequiredGrowth { base, target, years, line, growth }.into());
    }
    // The newest figure was already annualised above if it stands for the running year.
    let is_shown = assessment.open.is_some() && assessment.measured().is_none();
    if let Some(newest) = progress.newest.as_ref().filter(|_| !is_shown) {
        add_newest(input, newest, steps);
    }
    if let (Some(pace_line), Some(pace)) = (progress.pace_line, &progress.pace) {
        steps.extend(pace_step(input, &pace_line, pace).map(CalculationStep::from));
        if let Some(carried) = &pace.carried {
            let (carried, theta) = (carried.clone(), input.promise.threshold);
            steps.push(ProgressStep::Carried { carried, theta }.into());
        }
    }
    if let Some(open) = assessment.open {
        steps.extend(run_rate_step(input, progress).map(CalculationStep::from));
        let projection =
            progress.projection.as_ref().filter(|projection| projection.is_supported && progress.final_year.is_none());
        if let (Some(projection), Some(fit)) = (projection, &progress.fit) {
            let projected = ProgressStep::Projected {
                points: projection.points,
                drift: projection.drift,
                scale: fit.scale,
                horizon: projection.horizon,
                from: fit.last.1,
                value: projection.at_deadline,
                theta: input.promise.threshold,
                attainment: projection.attainment,
            };
            steps.push(projected.into());
        }
        if let (Some(year), Some(projection)) = (&progress.final_year, &progress.projection) {
            let (value, theta) = (year.value.nominal, input.promise.threshold);
            let at_due = projection.attainment.map(|attainment| ProgressStep::AtDue { value, theta, attainment });
            steps.extend(at_due.map(CalculationStep::from));
        }
        steps.push(ProgressStep::Open { rule: open.rule }.into());
    }
    if progress.fit.is_some() && !assessment.is_reached() {
        steps.push(ProgressStep::Crosses { at: progress.crossing_time(input.promise) }.into());
    }
}

/// The pace; of a sum that is to stay below a number the share of the time over the share used.
fn pace_step(input: &AssessmentInput<'_>, pace_line: &PaceLine, pace: &Pace) -> Option<ProgressStep> {
    let ratio = pace.ratio?;
    let is_sum = input.window.is_some_and(|window| window.rule == WindowRule::Cumulative);
    let now = (pace.newest.at, pace.newest.value.nominal);
    if is_sum && input.promise.better == Better::Less {
        let (used, ceiling, elapsed) = (now.1, input.promise.goal, pace.elapsed);
        return (ceiling > 0.0).then_some(ProgressStep::CeilingPace { used, ceiling, elapsed, ratio });
    }
    Some(ProgressStep::Pace {
        from: pace_line.from,
        to: pace_line.to,
        now,
        line: pace.line,
        ratio,
        variance_years: pace.variance_years,
    })
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

/// Attainment and gap; of a range the gap to its nearer end.
fn add_attainment_and_gap(input: &AssessmentInput<'_>, value: &Quantity, steps: &mut Vec<CalculationStep>) {
    let (actual, promise) = (value.nominal, input.promise);
    if let Some(range) = promise.range.filter(|_| input.dataset[input.target].goal == Goal::Within && is_judged(input))
    {
        let target = range.nearer_end(actual);
        steps.extend(promise.gap_to_range(value).map(|gap| CalculationStep::Gap { actual, target, gap }));
        return;
    }
    let target = promise.goal;
    if let Some(ratio) = promise.attainment(value).filter(|_| is_judged(input)) {
        steps.push(CalculationStep::Attainment { actual, target, ratio });
    }
    steps.push(CalculationStep::Gap { actual, target, gap: promise.gap(value) });
}

/// Whether the targets of the metric get a verdict, not just the difference from the plan.
fn is_judged(input: &AssessmentInput<'_>) -> bool {
    input.dataset[input.dataset[input.target].metric].is_judged
}

/// Years from the due year to the figure's; negative is earlier.
fn years_from_due(input: &AssessmentInput<'_>, window: &DueWindow, figure: &WindowFigure<'_>) -> i32 {
    year_of(input.history, window, figure) - window.due_year()
}

/// The base figure of a change, and what it was at the statement if it was revised since.
fn add_base_steps(input: &AssessmentInput<'_>, base: &BaseOfChange, steps: &mut Vec<CalculationStep>) {
    let target = &input.dataset[input.target];
    let Some(change) = target.value else { return };
    let (period, value) = (base.period, base.value);
    steps.push(MeaningStep::BaseFigure { period, value, change }.into());
    let series = (target.metric, target.subject);
    let before = base_figure_as_of(input.dataset, series, &period, base.year_meant, input.said);
    let before =
        before.map(|figure| figure.value_over_claims()).filter(|before| !are_equal(before.nominal, value.nominal));
    if let (Some(before), Some(actual)) = (before, base.actual) {
        steps.push(MeaningStep::BaseRevised { before, on: input.dataset[actual].published.day }.into());
    }
}
