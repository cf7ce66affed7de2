//! The arithmetic of a judgement, line by line, so that it can be done again by hand.

use chrono::Datelike;

use super::course::Course;
use super::evidence::Use;
use super::judge::{Case, Judgement};
use super::known::sources_known;
use super::outlook::{OutlookStep, Point};
use super::part_year::year_to_date;
use super::projection::{DAMPING, damped};
use super::quantity::Quantity;
use super::required::run_rate;
use super::verdict::{Status, Step};
use super::window::Window;
use crate::dataset::records::Dataset;

/// Every step from the promise to the status, in order.
pub(crate) fn steps(
    dataset: &Dataset,
    case: &Case<'_>,
    judgement: &Judgement<'_>,
    course: Option<&Course>,
) -> Vec<Step> {
    let promise = case.promise;
    let mut steps = Vec::with_capacity(16);
    steps.push(Step::Threshold { said: promise.said, theta: promise.theta, strict: promise.strict });
    let dated = case.window;
    if let Some(Window { first, last, .. }) = dated {
        steps.push(Step::Window { first, last });
    }
    let early = judgement.status == Status::MetEarly;
    if let (true, Some(window), Some(figure)) = (early, dated, &judgement.reached) {
        let (period, value) = (figure.figure.period, figure.value());
        steps.push(Step::EarlierReached { period, value, years: years(&window, figure) });
    }
    if let Some(figure) = &judgement.used {
        used(dataset, case, figure, &mut steps);
    }
    if let (false, Some(window), Some(figure)) = (early, dated, &judgement.reached) {
        let (period, value) = (figure.figure.period, figure.value());
        steps.push(Step::LaterReached { period, value, years: years(&window, figure) });
    }
    if let (Status::AwaitingData | Status::NoData, Some(window)) = (judgement.status, dated) {
        steps.push(Step::Silence { since: window.last });
    }
    let newest = course.and_then(|course| course.newest.as_ref()).filter(|_| judgement.open.is_some());
    let figure = judgement.measured().map(Use::value);
    if let (None, Some(point)) = (figure, newest) {
        let mut year = Vec::new();
        annualised(point, &mut year);
        steps.extend(year.into_iter().map(|step| Step::Outlook(Box::new(step))));
    }
    if let Some(value) = figure.or(newest.map(|point| point.value)) {
        measured(case, &value, &mut steps);
    }
    if let Some(course) = course {
        steps.extend(the_way(case, judgement, course).into_iter().map(|step| Step::Outlook(Box::new(step))));
    }
    steps
}

/// The figure, the reports that differ from it, and the comparison.
fn used(dataset: &Dataset, case: &Case<'_>, figure: &Use<'_>, steps: &mut Vec<Step>) {
    let (period, value) = (figure.figure.period, figure.value());
    if figure.part {
        steps.push(Step::AtLeastSoFar { period, value });
    }
    steps.push(Step::Used { period, value, sources: figure.figure.sources(dataset, case.known) });
    if figure.differs() {
        for claim in figure.figure.claims.iter().skip(1) {
            let sources = sources_known(dataset, claim.actual, case.known).collect();
            steps.push(Step::Differs { period: dataset[claim.actual].period, value: claim.value, sources });
        }
    }
    let value = figure.bounds();
    steps.push(Step::Compared { period, value, theta: case.promise.theta, answer: case.promise.answer(value) });
}

/// From the baseline to the due date: what was needed, how fast it went, where it leads, by which rule that is judged.
fn the_way(case: &Case<'_>, judgement: &Judgement<'_>, course: &Course) -> Vec<OutlookStep> {
    let mut steps = Vec::new();
    if let Some(base) = &course.baseline {
        annualised(base, &mut steps);
        steps.push(OutlookStep::Baseline { point: base.clone() });
    }
    let growth = course.required.as_ref().and_then(|required| required.growth);
    if let (Some(way), Some(growth)) = (course.way, growth) {
        let ((_, base), (_, target)) = (way.from, way.to);
        steps.push(OutlookStep::RequiredGrowth { base, target, years: way.years(), line: way.line, growth });
    }
    // Where the newest figure stands for the year it was made one already, before it was measured.
    let told = judgement.open.is_some() && judgement.measured().is_none();
    if let Some(newest) = course.newest.as_ref().filter(|_| !told) {
        annualised(newest, &mut steps);
    }
    if let (Some(way), Some(pace)) = (course.way, &course.pace) {
        steps.push(OutlookStep::Pace {
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
        steps.extend(month(case, course));
        let ahead = course.projection.as_ref().filter(|ahead| ahead.counts && course.final_year.is_none());
        if let (Some(ahead), Some(fit)) = (ahead, &course.fit) {
            steps.push(OutlookStep::Projected {
                points: ahead.points,
                drift: ahead.drift,
                horizon: (ahead.horizon, damped(ahead.horizon, DAMPING)),
                from: fit.last.1,
                value: ahead.at_deadline,
                attainment: ahead.attainment,
                probability: ahead.probability,
            });
        }
        steps.push(OutlookStep::Open { rule: open.rule });
    }
    if course.fit.is_some() && !judgement.is_reached() {
        steps.push(OutlookStep::Crosses { at: course.crosses(case.promise) });
    }
    steps
}

/// How a part-year became a year.
fn annualised(point: &Point, steps: &mut Vec<OutlookStep>) {
    if let Some(annual) = &point.annual {
        steps.push(OutlookStep::Annualised { period: point.period, annual: annual.clone(), value: point.value });
    }
}

/// What each remaining month of the running due year has to bring.
fn month(case: &Case<'_>, course: &Course) -> Option<OutlookStep> {
    let window = case.window?;
    let multiple = course.required.as_ref()?.multiple?;
    let (figure, months) = year_to_date(case.history, case.history.year(window.due_year())?)?;
    let (target, so_far) = (case.promise.goal, figure.value.nominal);
    Some(OutlookStep::RunRate { target, so_far, months, needed: run_rate(target, so_far, months).0, multiple })
}

/// Attainment and gap.
fn measured(case: &Case<'_>, value: &Quantity, steps: &mut Vec<Step>) {
    let target = case.promise.goal;
    if let Some(ratio) = case.promise.attainment(value) {
        steps.push(Step::Attainment { actual: value.nominal, target, ratio });
    }
    steps.push(Step::Gap { actual: value.nominal, target, gap: case.promise.gap(value) });
}

/// Whole years from the due year to the figure's; negative is earlier.
fn years(window: &Window, figure: &Use<'_>) -> i32 {
    figure.figure.last.year() - window.due_year()
}
