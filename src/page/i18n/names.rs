//! Names of the program's own categories: statuses, badges, kinds of source, site and metric.

use crate::compare::series::interval::ThresholdAnswer;
use crate::compare::verdict::types::{Badge, Lateness, Status, Verdict};
use crate::dataset::records::{MetricKind, Quality, SourceKind, SubjectKind, TargetKind};
use crate::page::i18n::words::Words;

/// The key of a status; `.short` is its short word, `.means` its explanation.
fn status_key(status: Status) -> &'static str {
    match status {
        Status::MetEarly => "status-met-early",
        Status::Met => "status-met",
        Status::MetLate => "status-met-late",
        Status::Missed => "status-missed",
        Status::OnTrack => "status-on-track",
        Status::Behind => "status-behind",
        Status::AtRisk => "status-at-risk",
        Status::NotYetDue => "status-not-yet-due",
        Status::AwaitingData => "status-awaiting-data",
        Status::NoData => "status-no-data",
        Status::Undetermined => "status-undetermined",
        Status::Contested => "status-contested",
        Status::Unquantified => "status-unquantified",
        Status::NotDated => "status-not-dated",
        Status::NotJudged => "status-not-judged",
        Status::NotSaid => "status-not-said",
    }
}

/// The key of a badge; `.mark` is its sign, `.means` its explanation.
fn badge_key(badge: Badge) -> &'static str {
    match badge {
        Badge::Estimated => "badge-est",
        Badge::SourcesDiffer => "badge-sources-differ",
        Badge::AboutTolerance => "badge-about",
        Badge::Restated => "badge-restated",
        Badge::StrictDeadline => "badge-strict-deadline",
        Badge::Reversing => "badge-reversing",
        Badge::NotHeld => "badge-not-held",
        Badge::EndPoints => "badge-trend-ends",
    }
}

impl Words {
    /// The word for a status: "met late".
    pub fn status(&self, status: Status) -> String {
        self.get(status_key(status))
    }

    /// The short word for a status: "late".
    pub fn status_short(&self, status: Status) -> String {
        self.get(&format!("{}.short", status_key(status)))
    }

    /// The explanation of a status, one sentence.
    pub fn status_means(&self, status: Status) -> String {
        self.get(&format!("{}.means", status_key(status)))
    }

    /// The verdict in a few words: "met 2 years late", "met late by 6 to 8 months", "met or missed".
    pub fn verdict(&self, verdict: &Verdict) -> String {
        let with_delay = |key: &str| self.format(key, &[("delay", self.lateness(verdict.lateness).into())]);
        match (verdict.status, verdict.lateness, verdict.between) {
            (Status::MetLate, Some(Lateness::Years(_)), _) => with_delay("status-met-late.years"),
            (Status::MetLate, Some(Lateness::Days(..)), _) => with_delay("status-met-late.by"),
            (Status::MetEarly, Some(_), _) => with_delay("status-met-early.by"),
            (Status::Undetermined, _, Some([one, other])) => {
                let args = [("one", self.status(one).into()), ("other", self.status(other).into())];
                self.format("status-undetermined.between", &args)
            }
            (status, _, _) => self.status(status),
        }
    }

    /// The length of a delay or a lead without its direction: "2 years", "6 to 8 months". Empty for none.
    pub fn lateness(&self, lateness: Option<Lateness>) -> String {
        match lateness {
            Some(Lateness::Years(years)) => self.duration(years.unsigned_abs() * 12, years.unsigned_abs() * 12),
            Some(Lateness::Days(least, most)) => self.days(least, most),
            None => String::new(),
        }
    }

    /// The word for a badge.
    pub fn badge(&self, badge: Badge) -> String {
        self.get(badge_key(badge))
    }

    /// The short mark of a badge, one to three cells: `≠`.
    pub fn badge_mark(&self, badge: Badge) -> String {
        self.get(&format!("{}.mark", badge_key(badge)))
    }

    /// The explanation of a badge, one sentence.
    pub fn badge_means(&self, badge: Badge) -> String {
        self.get(&format!("{}.means", badge_key(badge)))
    }

    /// The answer to a comparison: "yes", "no", "undetermined".
    pub fn answer(&self, answer: ThresholdAnswer) -> String {
        self.get(match answer {
            ThresholdAnswer::Yes => "answer-yes",
            ThresholdAnswer::No => "answer-no",
            ThresholdAnswer::Undetermined => "answer-undetermined",
        })
    }

    /// The word for a kind of publisher.
    pub fn source_kind(&self, kind: SourceKind) -> String {
        self.get(match kind {
            SourceKind::Statistics => "source-statistics",
            SourceKind::Government => "source-government",
            SourceKind::Association => "source-association",
            SourceKind::Company => "source-company",
            SourceKind::Press => "source-press",
            SourceKind::Other => "source-other",
        })
    }

    /// The word for a kind of subject.
    pub fn subject_kind(&self, kind: SubjectKind) -> String {
        self.get(match kind {
            SubjectKind::Country => "subject-country",
            SubjectKind::Industry => "subject-industry",
            SubjectKind::Site => "subject-site",
            SubjectKind::Brand => "subject-brand",
            SubjectKind::Other => "subject-other",
        })
    }

    /// The word for a kind of target.
    pub fn target_kind(&self, kind: TargetKind) -> String {
        self.get(match kind {
            TargetKind::Target => "target-promise",
            TargetKind::Forecast => "target-forecast",
            TargetKind::Plan => "target-plan",
        })
    }

    /// The word for how the values of a metric relate to their periods.
    pub fn metric_kind(&self, kind: MetricKind) -> String {
        self.get(match kind {
            MetricKind::Flow => "metric-flow",
            MetricKind::Cumulative => "metric-cumulative",
            MetricKind::Stock => "metric-stock",
            MetricKind::Share => "metric-share",
            MetricKind::Growth => "metric-growth",
            MetricKind::Ratio => "metric-ratio",
            MetricKind::Milestone => "metric-milestone",
        })
    }

    /// The word for how final a figure is.
    pub fn quality(&self, quality: Quality) -> String {
        self.get(match quality {
            Quality::Final => "quality-final",
            Quality::Provisional => "quality-provisional",
            Quality::Estimate => "quality-estimate",
        })
    }

    /// The word for the status of a site; an unknown status is shown as written, with underscores as spaces.
    pub fn site_status(&self, word: &str) -> String {
        let key = match word {
            "operating" => "site-operating",
            "closed" => "site-closed",
            "abandoned" => "site-abandoned",
            "merged" => "site-merged",
            "planned" => "site-planned",
            "under_construction" => "site-under-construction",
            "unknown" => "site-unknown",
            other => return other.replace('_', " "),
        };
        self.get(key)
    }
}
