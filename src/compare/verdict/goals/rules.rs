//! The rules for number targets, chosen by what a target asks for (analytics 1.7, 3.9): to be reached, held, kept within a range,
//! or planned for its own period alone.

use chrono::NaiveDate;

use crate::compare::progress::assessment_input::AssessmentInput;
use crate::compare::progress::target_progress::Progress;
use crate::compare::progress::types::OpenRule;
use crate::compare::series::interval::ThresholdAnswer;
use crate::compare::verdict::assessment::{Assessment, lateness};
use crate::compare::verdict::closed::{assess_closed, assess_undated};
use crate::compare::verdict::goals::{hold, plan, within};
use crate::compare::verdict::open::{self, OpenStatus};
use crate::compare::verdict::types::Status;
use crate::compare::window::due_window::{DueWindow, WindowRule};
use crate::compare::window::selection;
use crate::compare::window::window_figure::WindowFigure;
use crate::dataset::records::{Goal, TargetKind};

/// The status of a number target (analytics 3.9). Without `progress` an open target that is not met is not yet due.
pub(crate) fn assess<'a>(input: &AssessmentInput<'a>, progress: Option<&Progress>) -> Assessment<'a> {
    let target = &input.dataset[input.target];
    if !input.dataset[target.metric].is_judged {
        return assess_unjudged(input);
    }
    let Some(window) = input.window else {
        // A plan is for a period; without one nothing is asked.
        let is_plan = target.kind == TargetKind::Plan;
        return if is_plan { Assessment::of(Status::NotDated, None) } else { assess_undated(input) };
    };
    match (target.kind, target.goal) {
        (TargetKind::Plan, Goal::Within) => within::assess_plan(input, &window),
        (TargetKind::Plan, _) => plan::assess(input, &window, progress),
        (_, Goal::Hold) => hold::assess(input, &window),
        (_, Goal::Within) => within::assess(input, &window),
        (_, Goal::Reach) => assess_reach(input, &window, progress),
    }
}

/// Of a metric without verdicts the figure that is compared with the plan: that of its window; while it is open, but for a plan of
/// its own period, the newest full one after the statement (analytics 1.7, "costs").
fn assess_unjudged<'a>(input: &AssessmentInput<'a>) -> Assessment<'a> {
    let is_plan = input.dataset[input.target].kind == TargetKind::Plan;
    let figure = match input.window.filter(|window| is_plan || window.is_over(input.known)) {
        Some(window) if is_plan => plan::own_figure(input, &window),
        Some(window) => selection::window_figure(input.history, &window, input.promise, input.said),
        None => selection::newest_full_figure(input.history, input.said, NaiveDate::MAX),
    };
    Assessment::of(Status::NotJudged, figure.filter(|figure| !figure.is_part))
}

fn assess_reach<'a>(input: &AssessmentInput<'a>, window: &DueWindow, progress: Option<&Progress>) -> Assessment<'a> {
    let figure = selection::window_figure(input.history, window, input.promise, input.said);
    if window.rule == WindowRule::Cumulative {
        let reached = selection::total_reached_before(input.history, window, input.promise, input.said);
        if let Some(reached) = reached {
            let lateness = lateness(input.history, window, &reached);
            return Assessment { lateness, reached: Some(reached), ..Assessment::of(Status::MetEarly, figure) };
        }
    }
    let is_over = window.is_over(input.known);
    let before = if is_over { day_before_due(window) } else { NaiveDate::MAX };
    let run = match window.rule {
        WindowRule::Cumulative | WindowRule::Milestone => selection::Run::default(),
        _ => selection::run_after_statement(input.history, input.promise, input.said, before),
    };
    if is_over { assess_closed(input, window, figure, run) } else { assess_open(input, window, progress, figure, run) }
}

/// The last day before the due window; of a level before the due year, within which the latest figure counts.
fn day_before_due(window: &DueWindow) -> NaiveDate {
    let first = if window.rule == WindowRule::Level { window.due_year_start() } else { window.first };
    first.pred_opt().unwrap_or(first)
}

/// Open: what cannot be unmade, then what is still within reach, then the newest figure, then the pace (analytics 3.9).
fn assess_open<'a>(
    input: &AssessmentInput<'a>,
    window: &DueWindow,
    progress: Option<&Progress>,
    figure: Option<WindowFigure<'a>>,
    run: selection::Run<'a>,
) -> Assessment<'a> {
    let part = figure.as_ref().filter(|figure| figure.is_part);
    let answer = |figure: &WindowFigure<'a>| input.promise.answer(figure.bounds());
    if part.map(answer) == Some(ThresholdAnswer::No) {
        return Assessment::open(OpenStatus::by(Status::AtRisk, OpenRule::AlreadyExceeded), figure);
    }
    let is_reached_in_due_year = figure.as_ref().map(answer) == Some(ThresholdAnswer::Yes);
    let out_of_reach = progress.and_then(|progress| open::out_of_reach(input.promise, progress));
    let is_not_held = is_lost(input, &run);
    if let (Some(open), false) = (out_of_reach, is_reached_in_due_year) {
        return Assessment { is_not_held, ..Assessment::open(open, figure) };
    }
    if let Some(since) = run.since {
        let lateness = lateness(input.history, window, &since);
        // Actual and attainment are those of the figure that reached it.
        return Assessment { lateness, reached: Some(since), ..Assessment::of(Status::MetEarly, None) };
    }
    if is_reached_in_due_year {
        return Assessment::of(Status::MetEarly, figure);
    }
    let Some(progress) = progress else { return Assessment::of(Status::NotYetDue, figure) };
    let open = match window.rule {
        WindowRule::Cumulative => open::status_of_sum(input.promise, progress),
        _ => open::final_year_status(input.promise, progress, false)
            .unwrap_or_else(|| open::status_by_pace(input.promise, progress)),
    };
    // What was judged are whole years, not a part of the due year that is too short to be annualised.
    let is_of_years = window.rule == WindowRule::Flow && window.is_yearly && progress.final_year.is_none();
    let figure = figure.filter(|figure| !(is_of_years && figure.is_part));
    Assessment { is_not_held, ..Assessment::open(open, figure) }
}

/// Reached after the statement, and certainly not by the newest figure.
fn is_lost(input: &AssessmentInput<'_>, run: &selection::Run<'_>) -> bool {
    let fails = |figure: &WindowFigure<'_>| input.promise.answer(figure.bounds()) == ThresholdAnswer::No;
    run.was_reached && run.newest.as_ref().is_some_and(fails)
}
