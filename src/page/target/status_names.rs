//! Names of statuses, badges and check outcomes for programs: the same in every language.

use crate::compare::checks::check::CheckOutcome;
use crate::compare::verdict::types::{Badge, Status};
use crate::dataset::records::Dataset;
use crate::page::model::{EvidenceView, PageKind};

/// The status of a site without one.
pub(in crate::page) const UNKNOWN_STATUS: &str = "unknown";

pub(in crate::page) const OUTCOMES: [CheckOutcome; 4] =
    [CheckOutcome::Contradiction, CheckOutcome::Warn, CheckOutcome::NotComputable, CheckOutcome::Ok];

pub(in crate::page) fn outcome_name(outcome: CheckOutcome) -> &'static str {
    match outcome {
        CheckOutcome::Ok => "ok",
        CheckOutcome::Warn => "warn",
        CheckOutcome::Contradiction => "contradiction",
        CheckOutcome::NotComputable => "not_computable",
    }
}

/// The name of a status.
pub fn status_name(status: Status) -> &'static str {
    match status {
        Status::MetEarly => "met_early",
        Status::Met => "met",
        Status::MetLate => "met_late",
        Status::Missed => "missed",
        Status::OnTrack => "on_track",
        Status::Behind => "behind",
        Status::AtRisk => "at_risk",
        Status::NotYetDue => "not_yet_due",
        Status::AwaitingData => "awaiting_data",
        Status::NoData => "no_data",
        Status::Undetermined => "undetermined",
        Status::Contested => "contested",
        Status::Unquantified => "unquantified",
        Status::NotDated => "not_dated",
        Status::NotJudged => "not_judged",
        Status::NotSaid => "not_said",
    }
}

/// The name of a badge.
pub fn badge_name(badge: Badge) -> &'static str {
    match badge {
        Badge::Estimated => "est",
        Badge::SourcesDiffer => "sources_differ",
        Badge::AboutTolerance => "about",
        Badge::Restated => "restated",
        Badge::StrictDeadline => "strict_deadline",
        Badge::Reversing => "reversing",
        Badge::NotHeld => "not_held",
        Badge::EndPoints => "trend_ends",
    }
}

/// The names of all statuses that rows of a page may have on some date.
pub fn status_names(page: PageKind, evidence: EvidenceView, dataset: &Dataset) -> Vec<&str> {
    match (page, evidence) {
        (PageKind::Output, _) | (PageKind::Evidence, EvidenceView::Sources) => Vec::new(),
        (PageKind::Evidence, EvidenceView::Checks) => OUTCOMES.map(outcome_name).to_vec(),
        (PageKind::Plants, _) => {
            let mut names: Vec<&str> = dataset.subjects.iter().filter_map(|site| site.status.as_deref()).collect();
            names.push(UNKNOWN_STATUS);
            names.sort_unstable();
            names.dedup();
            names
        }
        _ => Status::ALL.map(status_name).to_vec(),
    }
}
