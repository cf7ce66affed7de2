//! The order of dates (analytics 4.1, C10): due after the statement, published after the period.

use crate::dataset::check::checker::Checker;
use crate::dataset::diagnose::findings::FieldPath;
use crate::dataset::diagnose::problem::Fault;
use crate::dataset::format::period::{Due, PartialDate, Period};
use crate::dataset::format::raw_values::RawScalar;
use crate::dataset::records::{Id, MetricKind, Quality, Source};

impl Checker {
    /// A target is due on or after the first day on which it can have been stated.
    pub(super) fn check_due_after_said(&mut self, path: FieldPath<'_>, due: Option<Due>, said: Option<PartialDate>) {
        let (Some(due), Some(said)) = (due, said) else { return };
        let (_, last) = due.days();
        if last < said.first_day() {
            let found = format!("due by {last}, before it was said on {}", said.first_day());
            self.findings.add_conflict(path, Fault::new(found, "write a due on or after the day on which it was said"));
        }
    }

    /// The date of publication of an actual: as written, else that of its earliest source.
    pub(super) fn publication_date(
        &mut self,
        path: FieldPath<'_>,
        raw: Option<RawScalar<'_>>,
        sources: Option<&[Id<Source>]>,
    ) -> Option<PartialDate> {
        if raw.is_some() {
            return self.date(path.field("published"), raw);
        }
        let mut sound = true;
        let mut dates = Vec::new();
        for source in sources? {
            match self.sources.get(source.index()) {
                Some(Some(source)) => dates.extend(source.published),
                _ => sound = false,
            }
        }
        let earliest = dates.into_iter().min();
        if earliest.is_none() && sound && sources.is_some_and(|sources| !sources.is_empty()) {
            let remedy = "none of its sources has a date: write one there, or `published` here";
            self.findings.add_missing(path, "published", remedy);
        }
        earliest
    }

    /// A period has ended when its figure is published. Milestones, approximate periods and those of estimates need only have
    /// begun.
    pub(super) fn check_period_before_publication(
        &mut self,
        path: FieldPath<'_>,
        period: Option<Period>,
        published: Option<PartialDate>,
        kind: Option<MetricKind>,
        quality: Option<Quality>,
    ) {
        let (Some(period), Some(published), Some(kind)) = (period, published, kind) else { return };
        let Some(quality) = quality else { return };
        let begun = kind == MetricKind::Milestone || period.is_approximate || quality == Quality::Estimate;
        let (day, what) = if begun { (period.start(), "begins") } else { (period.end(), "ends") };
        if day > published.day {
            let found = format!("the period {what} on {day}, after it was published on {}", published.day);
            let remedy = if begun {
                "check the period, and the date of the source; what is only expected is a target of the kind \"forecast\""
            } else {
                "check the period, and the date of the source; only an \"estimate\" (`quality`) may come out before"
            };
            self.findings.add_conflict(path, Fault::new(found, remedy));
        }
    }
}
