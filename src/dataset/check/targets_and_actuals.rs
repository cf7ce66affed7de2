//! Checks of targets and actuals.

use crate::dataset::check::checker::Checker;
use crate::dataset::check::goals::Promised;
use crate::dataset::diagnose::findings::FieldPath;
use crate::dataset::diagnose::problem::Fault;
use crate::dataset::format::raw_records::{RawActual, RawReading, RawTarget};
use crate::dataset::format::raw_values::{RawRecord, RawScalar, RawString};
use crate::dataset::format::value::{NumberKind, Value};
use crate::dataset::records::{Actual, Id, Metric, MetricKind, Quality, Subject, Target, TargetKind, TargetReading};

/// What the check of a value needs to know of its metric.
#[derive(Clone, Copy)]
struct MetricInfo {
    /// None if the metric is unknown or faulty.
    kind: Option<MetricKind>,
    number_kind: NumberKind,
    /// Of a target: whether it names a base period.
    has_base: bool,
}

impl Checker {
    pub(super) fn check_target(&mut self, path: FieldPath<'_>, raw: RawTarget<'_>) -> Option<Target> {
        let id = self.unique_id(path, raw.id, |check| &check.by_id.targets);
        let (metric, subject) = self.metric_and_subject(path, raw.metric.as_ref(), raw.subject.as_ref());
        let has_base = raw.base.is_some();
        let metric_info = MetricInfo { has_base, ..self.metric_info(metric) };
        let written = raw.readings.as_ref().map_or(0, Vec::len);
        let readings = self.readings(path.field("readings"), raw.readings, metric_info);
        let needs_no_value = metric_info.kind == Some(MetricKind::Milestone) && raw.value.is_none();
        let value = self.target_value(path, raw.value, metric_info, &readings);
        let is_read = readings.len() == written && (value.is_some() || needs_no_value);
        let promised = Promised { metric_kind: metric_info.kind, value, readings: &readings, is_read };
        let hedged = promised.values().any(Value::is_about);
        let tolerance = self.tolerance(path.field("tolerance"), raw.tolerance, hedged);
        let spoken = self.text(path.field("spoken"), raw.spoken);
        if raw.said.is_none() {
            self.findings.add_missing(path, "said", "write the date on which it was said: 2016-07-01, 2016-07 or 2016");
        }
        let said = self.date(path.field("said"), raw.said);
        let due = self.due(path.field("due"), raw.due);
        self.check_due_after_said(path.field("due"), due, said);
        let by = self.non_blank_text(path.field("by"), raw.by, "write who said it, or take the field out");
        let sources = self.resolve_sources(path.field("sources"), raw.sources);
        let restates = self.resolve_target(path.field("restates"), raw.restates.as_ref());
        let kind = self.keyword(path.field("kind"), raw.kind, &TargetKind::NAMES).unwrap_or(TargetKind::Target);
        let goal = self.goal(path, raw.goal, raw.from.is_some(), &promised);
        let from = self.period(path.field("from"), raw.from);
        if has_base {
            self.check_base(path.field("base"), &promised);
        }
        let base = self.period(path.field("base"), raw.base);
        let line = self.line_shape(path.field("path"), raw.path, &promised);
        let note = self.text(path.field("note"), raw.note);
        Some(Target {
            id: id?,
            metric: metric?,
            subject: subject?,
            value,
            tolerance,
            spoken,
            due,
            said: said?,
            by,
            sources: sources?,
            restates,
            readings,
            kind,
            goal,
            from,
            base,
            path: line,
            note,
        })
    }

    pub(super) fn check_actual(&mut self, path: FieldPath<'_>, raw: RawActual<'_>) -> Option<Actual> {
        let (metric, subject) = self.metric_and_subject(path, raw.metric.as_ref(), raw.subject.as_ref());
        let metric_info = self.metric_info(metric);
        if raw.period.is_none() {
            self.findings.add_missing(
                path,
                "period",
                "write the time that it covers: 2025, \"2025-Q1\", \"2016-01/2016-05\"",
            );
        }
        let period = self.period(path.field("period"), raw.period);
        let value = self.actual_value(path, raw.value, metric_info);
        let tolerance =
            self.tolerance(path.field("tolerance"), raw.tolerance, value.as_ref().is_some_and(Value::is_about));
        let spoken = self.text(path.field("spoken"), raw.spoken);
        if raw.sources.as_ref().is_none_or(Vec::is_empty) {
            self.findings.add_missing(path, "sources", "an actual rests on at least one source: write their ids");
        }
        let sources = self.resolve_sources(path.field("sources"), raw.sources);
        let growth = self.value(path.field("growth"), raw.growth, NumberKind::Growth, Value::parse);
        self.refuse_change(path.field("growth"), growth.as_ref());
        let published = self.publication_date(path, raw.published, sources.as_deref());
        let is_final = raw.quality.is_none();
        let quality = self.keyword(path.field("quality"), raw.quality, &Quality::NAMES);
        let quality = if is_final { Some(Quality::Final) } else { quality };
        self.check_period_before_publication(path.field("period"), period, published, metric_info.kind, quality);
        let counts = self.text(path.field("counts"), raw.counts);
        let note = self.text(path.field("note"), raw.note);
        Some(Actual {
            metric: metric?,
            subject: subject?,
            period: period?,
            value: value?,
            tolerance,
            spoken,
            sources: sources?,
            growth,
            published: published?,
            quality: quality?,
            counts,
            note,
        })
    }

    fn metric_and_subject(
        &mut self,
        path: FieldPath<'_>,
        metric: Option<&RawString<'_>>,
        subject: Option<&RawString<'_>>,
    ) -> (Option<Id<Metric>>, Option<Id<Subject>>) {
        if metric.is_none() {
            self.findings.add_missing(path, "metric", "write the id of what is counted");
        }
        if subject.is_none() {
            self.findings.add_missing(path, "subject", "write the id of whose figure it is");
        }
        (self.resolve_metric(path.field("metric"), metric), self.resolve_subject(path.field("subject"), subject))
    }

    fn metric_info(&self, metric: Option<Id<Metric>>) -> MetricInfo {
        let metric = metric.and_then(|id| self.metrics.get(id.index())).and_then(Option::as_ref);
        MetricInfo {
            kind: metric.map(|metric| metric.kind),
            // Reads most: what is wrong is the metric.
            number_kind: metric.map_or(NumberKind::Share, Metric::number_kind),
            has_base: false,
        }
    }

    fn readings(
        &mut self,
        list: FieldPath<'_>,
        raw: Option<Vec<RawRecord<RawReading<'_>>>>,
        metric_info: MetricInfo,
    ) -> Vec<TargetReading> {
        let mut readings = Vec::new();
        for (at, raw) in raw.into_iter().flatten().enumerate() {
            let path = list.item(at);
            let raw = raw.0;
            if raw.value.is_none() {
                self.findings.add_missing(path, "value", "write how much it is in this reading, or \"?\"");
            }
            let value = self.promised_value(path.field("value"), raw.value, metric_info);
            let why = self.text(path.field("why"), raw.why);
            readings.extend(value.map(|value| TargetReading { value, why }));
        }
        readings
    }

    /// The value of a target: as written, else that of its preferred reading.
    fn target_value(
        &mut self,
        path: FieldPath<'_>,
        raw: Option<RawScalar<'_>>,
        metric_info: MetricInfo,
        readings: &[TargetReading],
    ) -> Option<Value> {
        if metric_info.kind == Some(MetricKind::Milestone) {
            if raw.is_some() {
                let remedy = "leave `value` out: a milestone is promised by its `due`";
                self.findings.add_invalid(path.field("value"), Fault::new("a value of a milestone", remedy));
            }
            return None;
        }
        if raw.is_none() && readings.is_empty() && metric_info.kind.is_some() {
            self.findings.add_missing(
                path,
                "value",
                "write how much was promised, or \"?\" if no usable number was named",
            );
        }
        let written = raw.is_some();
        let value = self.promised_value(path.field("value"), raw, metric_info);
        if written { value } else { readings.first().map(|reading| reading.value) }
    }

    fn promised_value(
        &mut self,
        path: FieldPath<'_>,
        raw: Option<RawScalar<'_>>,
        metric_info: MetricInfo,
    ) -> Option<Value> {
        let parse = if metric_info.has_base { Value::parse_on_base } else { Value::parse };
        let value = self.value(path, raw, metric_info.number_kind, parse);
        self.refuse_not_yet(path, value);
        self.check_change(path, value, metric_info.kind, metric_info.has_base);
        value
    }

    fn actual_value(
        &mut self,
        path: FieldPath<'_>,
        raw: Option<RawScalar<'_>>,
        metric_info: MetricInfo,
    ) -> Option<Value> {
        let written = raw.is_some();
        let value = self.value(path.field("value"), raw, metric_info.number_kind, Value::parse);
        if metric_info.kind == Some(MetricKind::Milestone) {
            return self.milestone_value(path.field("value"), written, value);
        }
        if !written && metric_info.kind.is_some() {
            self.findings.add_missing(path, "value", "write how much was reported");
        }
        if metric_info.kind.is_some() {
            self.refuse_not_yet(path.field("value"), value);
            self.refuse_change(path.field("value"), value.as_ref());
        }
        value
    }

    /// A milestone happened if nothing is written, or 1.
    fn milestone_value(&mut self, path: FieldPath<'_>, written: bool, value: Option<Value>) -> Option<Value> {
        match value {
            Some(Value::Amount(amount)) if amount.number.to_bits() == 1.0_f64.to_bits() => Some(Value::Unquantified),
            Some(Value::NotYet) => value,
            Some(_) => {
                let remedy = "leave `value` out if it happened in the period; write \"not yet\" if it had not";
                self.findings.add_invalid(path, Fault::new("a number for a milestone", remedy));
                None
            }
            None if written => None,
            None => Some(Value::Unquantified),
        }
    }

    fn refuse_not_yet(&mut self, path: FieldPath<'_>, value: Option<Value>) {
        if value == Some(Value::NotYet) {
            let fault = Fault::new("\"not yet\"", "only an actual of a milestone can be \"not yet\": write a value");
            self.findings.add_invalid(path, fault);
        }
    }

    fn tolerance(&mut self, path: FieldPath<'_>, raw: Option<f64>, hedged: bool) -> Option<f64> {
        let tolerance = raw?;
        if !(tolerance > 0.0 && tolerance < 1.0) {
            let fault =
                Fault::new(format!("the tolerance {tolerance}"), "write a fraction between 0 and 1: 0.05 is 5 %");
            self.findings.add_invalid(path, fault);
        } else if !hedged {
            let fault = Fault::new(
                "a tolerance beside a value without ~",
                "only \"about\" takes one: write \"~100k\", or leave it out",
            );
            self.findings.add_conflict(path, fault);
        }
        Some(tolerance)
    }
}
