//! The verdict of a milestone: when it happened against when it was due (analytics 3.7, 10).

use chrono::NaiveDate;

use crate::compare::series::figure::known_sources;
use crate::compare::series::milestone_evidence::{self, MilestoneEvidence, MilestoneReport};
use crate::compare::series::season::Season;
use crate::compare::verdict::assessment::{GRACE_DAYS, days_of_silence};
use crate::compare::verdict::badges;
use crate::compare::verdict::types::{Badge, CalculationStep, Lateness, MeaningStep, Status, Verdict};
use crate::compare::window::due_window::DueWindow;
use crate::dataset::format::period::Due;
use crate::dataset::records::{Dataset, Id, MetricKind, Target};

pub(crate) fn milestone_verdict(dataset: &Dataset, id: Id<Target>, known: NaiveDate) -> Verdict {
    let target = &dataset[id];
    let mut event = milestone_evidence::milestone_evidence(dataset, id, known);
    // Events before the statement do not count.
    event.happened.retain(|report| report.last >= target.said.day);
    let not_yet = event.not_yet.map(|(day, _)| day);
    let silence = |due: (NaiveDate, NaiveDate)| days_of_silence(dataset, due.1, known);
    let asked = |due: (NaiveDate, NaiveDate)| MilestoneQuestion {
        due,
        known,
        not_yet,
        is_moved: event.moved_to.is_some_and(|moved| moved.days().1 > due.1),
        silent_days: silence(due),
    };
    let milestone_answer = |due: &Due| milestone_answer(&asked(due.days()), &event);
    let MilestoneOutcome { status, between, days } = match &target.due {
        Some(due) => milestone_answer(due),
        None if event.happened.is_empty() => MilestoneOutcome::of(Status::NotDated, None),
        None => MilestoneOutcome::of(Status::Met, None),
    };
    let mut badges = Vec::new();
    if event.is_contested && !matches!(status, Status::Contested | Status::Undetermined) {
        badges.push(Badge::SourcesDiffer);
    }
    if badges::is_known_restatement(dataset, id, known) {
        badges.push(Badge::Restated);
    }
    let strict = target
        .due
        .and_then(|due| DueWindow::strict(MetricKind::Milestone, &due, target.said.day, Season::CALENDAR_YEAR));
    if strict.is_some_and(|window| {
        badges::is_different_answer(milestone_answer(&Due::Between(window.first, window.last)).status, status)
    }) {
        badges.push(Badge::StrictDeadline);
    }
    let reporting = event.happened.iter().flat_map(|report| known_sources(dataset, report.actual, known));
    let denied = event.not_yet.and_then(|(_, source)| source);
    let lateness =
        matches!(status, Status::MetEarly | Status::Met | Status::MetLate | Status::Undetermined | Status::Missed);
    Verdict {
        between,
        badges,
        lateness: days.filter(|_| lateness).map(|(first, last)| Lateness::Days(first, last)),
        sources: reporting.chain(denied).collect(),
        steps: milestone_steps(target, &event, status),
        ..Verdict::with_status(id, status)
    }
}

/// The outcome of a milestone.
#[derive(Debug, Clone, Copy)]
pub struct MilestoneOutcome {
    /// The status.
    pub status: Status,
    /// For undetermined: the possible answers.
    pub between: Option<[Status; 2]>,
    /// Days from the end of the due window, first and last possible; negative is early.
    pub days: Option<(i64, i64)>,
}

impl MilestoneOutcome {
    fn of(status: Status, days: Option<(i64, i64)>) -> Self {
        Self { status, between: None, days }
    }
}

fn milestone_answer(question: &MilestoneQuestion, event: &MilestoneEvidence) -> MilestoneOutcome {
    let under = |report: &MilestoneReport| milestone_status(question, Some((report.first, report.last)));
    let Some(preferred) = event.happened.first().map(under) else { return milestone_status(question, None) };
    if !event.is_contested {
        return preferred;
    }
    let mut answers: Vec<MilestoneOutcome> = event.happened.iter().map(under).collect();
    if question.not_yet.is_some_and(|day| event.happened.iter().any(|report| report.last <= day)) {
        answers.push(milestone_status(question, None));
    }
    let kept = |status: Status| match status {
        Status::MetEarly => Status::Met,
        other => other,
    };
    if answers.iter().all(|answer| kept(answer.status) == kept(preferred.status)) {
        return preferred;
    }
    let open = answers.iter().find(|answer| answer.status == Status::Undetermined);
    open.copied().unwrap_or(MilestoneOutcome::of(Status::Contested, None))
}

fn milestone_steps(target: &Target, event: &MilestoneEvidence, status: Status) -> Vec<CalculationStep> {
    let mut steps = Vec::new();
    let due = target.due.map(|due| due.days());
    if let Some((first, last)) = due {
        steps.push(CalculationStep::Window { first, last });
    }
    if let Some(due) = event.moved_to {
        steps.push(MeaningStep::MovedTo { due }.into());
    }
    if let Some((day, _)) = event.not_yet {
        steps.push(CalculationStep::NotYet { day });
    }
    for report in &event.happened {
        let after = |day: NaiveDate| due.map_or(0, |(_, last)| day.signed_duration_since(last).num_days());
        let days = (after(report.first), after(report.last));
        steps.push(CalculationStep::Happened { first: report.first, last: report.last, days });
    }
    if let (Status::AwaitingData | Status::NoData, Some((_, since))) = (status, due) {
        steps.push(CalculationStep::NothingReported { since });
    }
    steps
}

/// What is asked of a milestone.
#[derive(Debug, Clone, Copy)]
pub struct MilestoneQuestion {
    /// The first and the last day of its due window.
    pub due: (NaiveDate, NaiveDate),
    /// The date that the answer is as of.
    pub known: NaiveDate,
    /// The last day on which it is known not to have happened.
    pub not_yet: Option<NaiveDate>,
    /// The newest statement of it names a later end.
    pub is_moved: bool,
    /// Days from the end of the window to the date, or to the end of the record.
    pub silent_days: i64,
}

/// The status of a milestone (analytics 3.7): it happened within `done` or is not known to have happened.
pub fn milestone_status(question: &MilestoneQuestion, done: Option<(NaiveDate, NaiveDate)>) -> MilestoneOutcome {
    let MilestoneQuestion { due, known, not_yet, is_moved, silent_days } = *question;
    let after = |day: NaiveDate| day.signed_duration_since(due.1).num_days();
    if let Some((first, last)) = done {
        let status = if last < due.0 {
            Status::MetEarly
        } else if last <= due.1 {
            Status::Met
        } else if first > due.1 {
            Status::MetLate
        } else {
            Status::Undetermined
        };
        let between = (status == Status::Undetermined).then_some([Status::Met, Status::MetLate]);
        return MilestoneOutcome { status, between, days: Some((after(first), after(last))) };
    }
    if known <= due.1 {
        return MilestoneOutcome::of(if is_moved { Status::AtRisk } else { Status::NotYetDue }, None);
    }
    if is_moved {
        return MilestoneOutcome::of(Status::Missed, Some((after(known), after(known))));
    }
    if let Some(day) = not_yet.filter(|day| *day > due.1) {
        return MilestoneOutcome::of(Status::Missed, Some((after(day), after(day))));
    }
    let status = if silent_days <= GRACE_DAYS { Status::AwaitingData } else { Status::NoData };
    MilestoneOutcome::of(status, Some((after(known), after(known))))
}
