//! The arithmetic of a judgement, line by line, so that it can be done again by hand.

use chrono::{Datelike, NaiveDate};

use super::evidence::Use;
use super::judge::{Case, Judgement, silence};
use super::quantity::Quantity;
use super::verdict::{Status, Step};
use super::window::Window;
use crate::dataset::records::Dataset;

/// Every step from the promise to the status, in order.
pub(crate) fn steps(dataset: &Dataset, case: &Case<'_>, judgement: &Judgement<'_>) -> Vec<Step> {
    let promise = case.promise;
    let mut steps = vec![Step::Threshold { said: promise.said, theta: promise.theta, strict: promise.strict }];
    let dated = case.window;
    if let Some(Window { first, last, .. }) = dated {
        steps.push(Step::Window { first, last, known: case.known });
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
        steps.push(Step::Silence { days: silence(&window, case.known) });
    }
    if let Some(value) = judgement.used.as_ref().or(judgement.reached.as_ref()).map(Use::value) {
        measured(case, &value, &mut steps);
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
            let sources = dataset[claim.actual].sources.clone();
            steps.push(Step::Differs { period: dataset[claim.actual].period, value: claim.value, sources });
        }
    }
    let value = figure.bounds();
    steps.push(Step::Compared { period, value, theta: case.promise.theta, answer: case.promise.answer(value) });
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
    let end: NaiveDate = figure.figure.period.end();
    end.year() - window.due_year()
}
