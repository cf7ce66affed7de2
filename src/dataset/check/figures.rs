//! What was said and what was reported.

use super::Check;
use crate::dataset::finding::Path;
use crate::dataset::problem::Fault;
use crate::dataset::raw::{RawActual, RawReading, RawTarget};
use crate::dataset::records::{Actual, Id, Metric, MetricKind, Quality, Reading, Subject, Target, TargetKind};
use crate::dataset::value::{Tally, Value};
use crate::dataset::written::{Record, Str, Written};

/// What can be known of the metric of a figure.
#[derive(Clone, Copy)]
struct Measure {
    /// Its kind; none if the metric is unknown or wrong itself.
    kind: Option<MetricKind>,
    /// Whether its bare whole numbers are counts.
    tally: Tally,
}

impl Check {
    /// A target.
    pub(super) fn statement(&mut self, path: Path<'_>, raw: RawTarget<'_>) -> Option<Target> {
        let id = self.own_id(path, raw.id, |check| &check.names.targets);
        let (metric, subject) = self.series(path, raw.metric.as_ref(), raw.subject.as_ref());
        let measure = self.measure(metric);
        let readings = self.readings(path.field("readings"), raw.readings, measure);
        let value = self.promised(path, raw.value, measure, &readings);
        let hedged = value.iter().chain(readings.iter().map(|reading| &reading.value)).any(Value::is_about);
        let tolerance = self.tolerance(path.field("tolerance"), raw.tolerance, hedged);
        let spoken = self.text(path.field("spoken"), raw.spoken);
        if raw.said.is_none() {
            self.findings.missing(path, "said", "write the date on which it was said: 2016-07-01, 2016-07 or 2016");
        }
        let said = self.date(path.field("said"), raw.said);
        let due = self.due(path.field("due"), raw.due);
        self.due_after_said(path.field("due"), due, said);
        let by = self.worded(path.field("by"), raw.by, "write who said it, or take the field out");
        let sources = self.sources_of(path.field("sources"), raw.sources);
        let restates = self.target(path.field("restates"), raw.restates.as_ref());
        let kind = self.choice(path.field("kind"), raw.kind, &TargetKind::NAMES).unwrap_or(TargetKind::Target);
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
            note,
        })
    }

    /// An actual.
    pub(super) fn report(&mut self, path: Path<'_>, raw: RawActual<'_>) -> Option<Actual> {
        let (metric, subject) = self.series(path, raw.metric.as_ref(), raw.subject.as_ref());
        let measure = self.measure(metric);
        if raw.period.is_none() {
            self.findings.missing(
                path,
                "period",
                "write the time that it covers: 2025, \"2025-Q1\", \"2016-01/2016-05\"",
            );
        }
        let period = self.period(path.field("period"), raw.period);
        let value = self.reported(path, raw.value, measure);
        let tolerance =
            self.tolerance(path.field("tolerance"), raw.tolerance, value.as_ref().is_some_and(Value::is_about));
        let spoken = self.text(path.field("spoken"), raw.spoken);
        if raw.sources.as_ref().is_none_or(Vec::is_empty) {
            self.findings.missing(path, "sources", "an actual rests on at least one source: write their ids");
        }
        let sources = self.sources_of(path.field("sources"), raw.sources);
        let growth = self.value(path.field("growth"), raw.growth, Tally::Measured);
        let published = self.known_since(path, raw.published, sources.as_deref());
        self.period_before_publication(path.field("period"), period, published, measure.kind);
        let quality = self.choice(path.field("quality"), raw.quality, &Quality::NAMES).unwrap_or(Quality::Final);
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
            quality,
            counts,
            note,
        })
    }

    /// The metric and subject of a figure, which must be there.
    fn series(
        &mut self,
        path: Path<'_>,
        metric: Option<&Str<'_>>,
        subject: Option<&Str<'_>>,
    ) -> (Option<Id<Metric>>, Option<Id<Subject>>) {
        if metric.is_none() {
            self.findings.missing(path, "metric", "write the id of what is counted");
        }
        if subject.is_none() {
            self.findings.missing(path, "subject", "write the id of whose figure it is");
        }
        (self.metric_of(path.field("metric"), metric), self.subject_of(path.field("subject"), subject))
    }

    fn measure(&self, metric: Option<Id<Metric>>) -> Measure {
        let metric = metric.and_then(|id| self.metrics.get(id.place())).and_then(Option::as_ref);
        Measure { kind: metric.map(|metric| metric.kind), tally: metric.map_or(Tally::Measured, Metric::tally) }
    }

    fn readings(&mut self, list: Path<'_>, raw: Option<Vec<Record<RawReading<'_>>>>, measure: Measure) -> Vec<Reading> {
        let mut readings = Vec::new();
        for (at, raw) in raw.into_iter().flatten().enumerate() {
            let path = list.item(at);
            let raw = raw.0;
            if raw.value.is_none() {
                self.findings.missing(path, "value", "write how much it is in this reading, or \"?\"");
            }
            let value = self.value(path.field("value"), raw.value, measure.tally);
            self.no_event(path.field("value"), value);
            let why = self.text(path.field("why"), raw.why);
            readings.extend(value.map(|value| Reading { value, why }));
        }
        readings
    }

    /// The value of a target: as written, else that of its preferred reading.
    fn promised(
        &mut self,
        path: Path<'_>,
        raw: Option<Written<'_>>,
        measure: Measure,
        readings: &[Reading],
    ) -> Option<Value> {
        if measure.kind == Some(MetricKind::Milestone) {
            if raw.is_some() {
                let remedy = "leave `value` out: a milestone is promised by its `due`";
                self.findings.wrong(path.field("value"), Fault::new("a value of a milestone", remedy));
            }
            return None;
        }
        if raw.is_none() && readings.is_empty() && measure.kind.is_some() {
            self.findings.missing(path, "value", "write how much was promised, or \"?\" if no usable number was named");
        }
        let written = raw.is_some();
        let value = self.value(path.field("value"), raw, measure.tally);
        self.no_event(path.field("value"), value);
        if written { value } else { readings.first().map(|reading| reading.value) }
    }

    /// The value of an actual; of a milestone, whether it happened.
    fn reported(&mut self, path: Path<'_>, raw: Option<Written<'_>>, measure: Measure) -> Option<Value> {
        let written = raw.is_some();
        let value = self.value(path.field("value"), raw, measure.tally);
        if measure.kind == Some(MetricKind::Milestone) {
            return self.happened(path.field("value"), written, value);
        }
        if !written && measure.kind.is_some() {
            self.findings.missing(path, "value", "write how much was reported");
        }
        if measure.kind.is_some() {
            self.no_event(path.field("value"), value);
        }
        value
    }

    /// An event happened if nothing is written, or 1: that it did is all there is to say.
    fn happened(&mut self, path: Path<'_>, written: bool, value: Option<Value>) -> Option<Value> {
        match value {
            Some(Value::Amount(amount)) if amount.number.to_bits() == 1.0_f64.to_bits() => Some(Value::Unquantified),
            Some(Value::NotYet) => value,
            Some(_) => {
                let remedy = "leave `value` out if it happened in the period; write \"not yet\" if it had not";
                self.findings.wrong(path, Fault::new("a number for a milestone", remedy));
                None
            }
            None if written => None,
            None => Some(Value::Unquantified),
        }
    }

    /// Notes "not yet" where no event is meant.
    fn no_event(&mut self, path: Path<'_>, value: Option<Value>) {
        if value == Some(Value::NotYet) {
            let fault = Fault::new("\"not yet\"", "only an actual of a milestone can be \"not yet\": write a value");
            self.findings.wrong(path, fault);
        }
    }

    /// How far "about" reaches.
    fn tolerance(&mut self, path: Path<'_>, raw: Option<f64>, hedged: bool) -> Option<f64> {
        let tolerance = raw?;
        if !(tolerance > 0.0 && tolerance < 1.0) {
            let fault =
                Fault::new(format!("the tolerance {tolerance}"), "write a fraction between 0 and 1: 0.05 is 5 %");
            self.findings.wrong(path, fault);
        } else if !hedged {
            let fault = Fault::new(
                "a tolerance beside a value without ~",
                "only \"about\" takes one: write \"~100k\", or leave it out",
            );
            self.findings.clash(path, fault);
        }
        Some(tolerance)
    }
}
