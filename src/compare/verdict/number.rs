//! The verdict of a number target: reported figure, baseline, pace, projection.

use chrono::NaiveDate;

use crate::compare::progress::ambition::ambition;
use crate::compare::progress::assemble::{Progress, due_time, line_shape};
use crate::compare::progress::at_statement::StartingPoint;
use crate::compare::progress::baseline::baseline;
use crate::compare::progress::types::{Ambition, SeriesPoint};
use crate::compare::series::figure::known_sources;
use crate::compare::series::quantity::ABOUT_TOLERANCE;
use crate::compare::verdict::badges;
use crate::compare::verdict::calculation::calculation_steps;
use crate::compare::verdict::closed::{AssessedTarget, Assessment, assess};
use crate::compare::verdict::readings::SeriesReadings;
use crate::compare::verdict::types::{Badge, ReportedFigure, Status, Verdict};
use crate::compare::window::due_window::DueWindow;
use crate::compare::window::promised_number::{PromisedNumber, promised_number};
use crate::compare::window::window_figure::WindowFigure;
use crate::dataset::records::{Dataset, Id, MetricKind, Quality, Source, Target};

pub(crate) fn number_verdict(
    dataset: &Dataset,
    readings: &SeriesReadings,
    id: Id<Target>,
    known: NaiveDate,
) -> Verdict {
    let target = &dataset[id];
    let Some(promise) = promised_number(dataset, id, ABOUT_TOLERANCE) else {
        let badges = if badges::is_known_restatement(dataset, id, known) { vec![Badge::Restated] } else { Vec::new() };
        return Verdict { badges, ..Verdict::with_status(id, Status::Unquantified) };
    };
    let said = target.said.day;
    let window = target.due.map(|due| DueWindow::of(dataset[target.metric].kind, &due, said));
    let input = readings.usual.input(&promise, window, said, known);
    let (kind, start) = (dataset[target.metric].kind, readings.starting_points.at_statement(id, said));
    let last = start.map_or(&[][..], |start| &start.last);
    let baseline = baseline(kind, last, window.as_ref(), said);
    let ambition = baseline.as_ref().and_then(|base| ambition_of(&promise, base, window.as_ref(), kind, start));
    let progress = window.map(|window| Progress::of(&input, &window, baseline.clone()));
    let assessment = assess(&input, progress.as_ref());
    let assessed = AssessedTarget { input: &input, progress: progress.as_ref(), assessment: &assessment };
    let newest = progress.as_ref().and_then(|progress| progress.newest.as_ref()).filter(|_| assessment.open.is_some());
    let figure = assessment.measured().map(WindowFigure::value);
    let shown = figure.or(newest.map(|point| point.value));
    let steps = calculation_steps(dataset, &assessed);
    let badges = badges::badges(dataset, readings, id, &assessed);
    let eta = progress.as_ref().zip(window).and_then(|(progress, window)| progress.eta(&promise, &window));
    let sources = sources(dataset, &assessment, [baseline.as_ref(), newest], known);
    let reported = assessment
        .window_figure
        .as_ref()
        .and_then(|figure| reported_figure(dataset, figure))
        .or(newest.and_then(newest_as_reported));
    let progress = progress.map(|progress| (progress.required, progress.pace, progress.projection));
    let (required, pace, projection) = progress.unwrap_or_default();
    Verdict {
        between: assessment.between,
        badges,
        promised: Some(promise.said),
        reported,
        attainment: shown.and_then(|value| promise.attainment(&value)),
        gap: shown.map(|value| promise.gap(&value)),
        lateness: assessment.lateness,
        reached: assessment.reached.as_ref().and_then(|figure| reported_figure(dataset, figure)),
        ambition,
        eta: eta.filter(|_| !assessment.is_reached()),
        sources,
        steps,
        baseline: baseline.map(Box::new),
        required: required.map(Box::new),
        pace: pace.map(Box::new),
        projection: projection.map(Box::new),
        ..Verdict::with_status(id, assessment.status)
    }
}

/// The ambition of a target (analytics 3.8); none without a reported baseline above zero.
fn ambition_of(
    promise: &PromisedNumber,
    base: &SeriesPoint,
    window: Option<&DueWindow>,
    kind: MetricKind,
    start: Option<&StartingPoint>,
) -> Option<Ambition> {
    let from = base.value.nominal;
    base.actual?;
    if from <= 0.0 {
        return None;
    }
    let Some(due) = window.map(due_time).filter(|due| *due > base.at) else {
        return Some(Ambition { multiple: promise.goal / from, ratio: None, level: None });
    };
    let line = line_shape(kind, base.ends.0.min(promise.goal));
    Some(ambition(line, from, promise.goal, due - base.at, start?.growth(line)))
}

fn reported_figure(dataset: &Dataset, figure: &WindowFigure<'_>) -> Option<ReportedFigure> {
    let actual = figure.figure.preferred()?;
    let estimated = dataset[actual].quality == Quality::Estimate;
    Some(ReportedFigure { period: figure.figure.period, value: figure.value(), is_estimated: estimated, actual })
}

/// The newest figure of an open target, annualised if it is part of a year.
fn newest_as_reported(point: &SeriesPoint) -> Option<ReportedFigure> {
    let estimated = point.annual.is_some();
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
