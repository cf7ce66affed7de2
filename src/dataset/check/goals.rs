//! What a target asks for: changes against a base period, goals and paths that fit the metric.

use crate::dataset::check::checker::Checker;
use crate::dataset::diagnose::findings::FieldPath;
use crate::dataset::diagnose::problem::Fault;
use crate::dataset::format::raw_values::RawString;
use crate::dataset::format::value::Value;
use crate::dataset::records::{Goal, LineShape, MetricKind, TargetReading};

/// What a target promises, as far as it could be read.
pub(super) struct Promised<'t> {
    /// None if the metric is unknown or faulty.
    pub(super) metric_kind: Option<MetricKind>,
    pub(super) value: Option<Value>,
    pub(super) readings: &'t [TargetReading],
    /// No value is missing or has a fault of its own.
    pub(super) is_read: bool,
}

impl Promised<'_> {
    pub(super) fn values(&self) -> impl Iterator<Item = &Value> {
        self.value.iter().chain(self.readings.iter().map(|reading| &reading.value))
    }

    /// What has no line and no range: events and sums.
    fn event_or_sum(&self) -> Option<&'static str> {
        match self.metric_kind? {
            MetricKind::Milestone => Some("a milestone"),
            MetricKind::Cumulative => Some("a sum"),
            _ => None,
        }
    }
}

impl Checker {
    /// A value of a target is a change only against a base, and in points only of a share.
    pub(super) fn check_change(
        &mut self,
        path: FieldPath<'_>,
        value: Option<Value>,
        kind: Option<MetricKind>,
        based: bool,
    ) {
        let Some(value) = value.filter(Value::is_change) else { return };
        if !based {
            let remedy = "write the period that it is against, as in \"base\": 1990, or the level that was promised";
            self.findings.add_conflict(path, Fault::new("a change without `base`", remedy));
        }
        if value.is_in_points() && kind.is_some_and(|kind| kind != MetricKind::Share) {
            let fault =
                Fault::new("points of what is no share", "write per cent of the base, \"+5%\", or a multiple, \"x2\"");
            self.findings.add_invalid(path, fault);
        }
    }

    /// Only targets are changes.
    pub(super) fn refuse_change(&mut self, path: FieldPath<'_>, value: Option<&Value>) {
        if value.is_some_and(Value::is_change) {
            let fault = Fault::new("a change as a figure", "write the figure that was reported, not its change");
            self.findings.add_invalid(path, fault);
        }
    }

    pub(super) fn check_base(&mut self, path: FieldPath<'_>, promised: &Promised<'_>) {
        if promised.is_read && !promised.values().any(Value::is_change) {
            let remedy = "write the change with its sign, as in \"-40%\", \"+22%\" or \"x2\", or leave `base` out";
            self.findings.add_conflict(path, Fault::new("a `base` without a change", remedy));
        }
    }

    /// The goal, and whether the metric, the value and `from` fit it.
    pub(super) fn goal(
        &mut self,
        target: FieldPath<'_>,
        raw: Option<RawString<'_>>,
        has_from: bool,
        promised: &Promised<'_>,
    ) -> Goal {
        let path = target.field("goal");
        let is_written = raw.is_some();
        let Some(goal) = self.keyword(path, raw, &Goal::NAMES).or((!is_written).then_some(Goal::Reach)) else {
            return Goal::Reach;
        };
        if has_from && goal != Goal::Hold {
            let fault = Fault::new("`from` without the goal \"hold\"", "write \"goal\": \"hold\", or leave `from` out");
            self.findings.add_conflict(target.field("from"), fault);
        }
        if goal == Goal::Reach {
            return goal;
        }
        if let Some(what) = promised.event_or_sum() {
            let remedy = "leave it out: only flows, stocks, shares, growth and ratios have a goal other than \"reach\"";
            self.findings.add_conflict(path, Fault::new(format!("this goal of {what}"), remedy));
        } else if goal == Goal::Within && promised.is_read && !promised.values().all(Value::is_range) {
            let fault = Fault::new("the goal \"within\" without a range", "write the value as a range: \"2..4\"");
            self.findings.add_conflict(path, fault);
        }
        goal
    }

    /// The line of the pace, which a milestone and a sum do not have.
    pub(super) fn line_shape(
        &mut self,
        path: FieldPath<'_>,
        raw: Option<RawString<'_>>,
        promised: &Promised<'_>,
    ) -> Option<LineShape> {
        let line = self.keyword(path, raw, &LineShape::NAMES)?;
        if let Some(what) = promised.event_or_sum() {
            let remedy = "leave it out: only flows, stocks, shares, growth and ratios have a line of their pace";
            self.findings.add_conflict(path, Fault::new(format!("a `path` of {what}"), remedy));
        }
        Some(line)
    }
}
