//! References between records of one kind: no cycles, and parts of a metric in its unit.

use crate::dataset::check::checker::Checker;
use crate::dataset::diagnose::findings::FieldPath;
use crate::dataset::diagnose::problem::{Fault, quote};
use crate::dataset::records::{Id, Language, Metric, MetricKind};

impl Checker {
    /// Reports each cycle of references once, at its first record.
    pub(super) fn check_cycles<T>(
        &mut self,
        list: FieldPath<'_>,
        field: &'static str,
        records: &[Option<T>],
        next: fn(&T) -> Option<Id<T>>,
    ) {
        let follow = |at: usize| records.get(at)?.as_ref().and_then(next).map(Id::index);
        // 0: not visited; else the number of the walk that visited it.
        let mut passed = vec![0_usize; records.len()];
        for start in 0..records.len() {
            let walk = start + 1;
            let mut here = Some(start);
            while let Some(at) = here.filter(|at| passed.get(*at) == Some(&0)) {
                passed[at] = walk;
                here = follow(at);
            }
            if here.is_some_and(|at| passed.get(at) == Some(&walk)) {
                let found = format!("a circle: following `{field}` from here leads back here");
                let path = list.item(here.unwrap_or(start));
                self.findings.add_invalid(path.field(field), Fault::new(found, "take one of its links out"));
            }
        }
    }

    /// Reports parts of another unit or currency, metrics that contain themselves, and links between metrics that do not fit
    /// their kinds.
    pub(super) fn check_metric_links(&mut self, list: FieldPath<'_>) {
        let metrics = std::mem::take(&mut self.metrics);
        self.check_cycles(list, "part_of", &metrics, |metric| metric.part_of);
        for (at, metric) in metrics.iter().enumerate() {
            let Some(metric) = metric else { continue };
            let parts = list.item(at);
            let parts = parts.field("parts");
            for (number, id) in metric.parts.iter().enumerate() {
                let Some(Some(part)) = metrics.get(id.index()) else { continue };
                if let Some(fault) = unit_mismatch(metric, part) {
                    self.findings.add_conflict(parts.item(number), fault);
                }
            }
            for (field, fault) in misfits(&metrics, metric) {
                self.findings.add_conflict(list.item(at).field(field), fault);
            }
            if is_part_of_itself(&metrics, at) {
                let fault = Fault::new("a circle: the metric is among its own parts", "take it out of them");
                self.findings.add_invalid(parts, fault);
            }
        }
        self.metrics = metrics;
    }
}

/// Links of a metric that do not fit.
fn misfits(metrics: &[Option<Metric>], metric: &Metric) -> Vec<(&'static str, Fault)> {
    let known = |id: Option<Id<Metric>>| metrics.get(id?.index())?.as_ref();
    let kind = |kind: MetricKind| MetricKind::NAMES.iter().find(|(_, of)| *of == kind).map_or("", |(name, _)| *name);
    let whole = known(metric.part_of).and_then(|whole| unit_mismatch(whole, metric)).map(|fault| ("part_of", fault));
    let share = known(metric.share_of).and_then(|part| {
        let (found, remedy) = if metric.kind != MetricKind::Share {
            (format!("a metric of kind `{}`", kind(metric.kind)), "only a metric of kind `share` has `share_of`")
        } else if part.part_of.is_none() {
            (format!("{} without `part_of`", quote(&part.id)), "name the whole of the part in its `part_of`")
        } else {
            return None;
        };
        Some(("share_of", Fault::new(found, remedy)))
    });
    let capacity = known(metric.capacity).and_then(|capacity| {
        let found = if metric.kind != MetricKind::Flow {
            format!("a metric of kind `{}`", kind(metric.kind))
        } else if capacity.kind != MetricKind::Stock {
            format!("{} of kind `{}`", quote(&capacity.id), kind(capacity.kind))
        } else {
            return None;
        };
        Some(("capacity", Fault::new(found, "a `flow` is compared with a capacity of kind `stock`")))
    });
    whole.into_iter().chain(share).chain(capacity).collect()
}

fn unit_mismatch(whole: &Metric, part: &Metric) -> Option<Fault> {
    let code = |metric: &Metric| metric.currency.clone().unwrap_or_else(|| "none".into());
    let unit = |metric: &Metric| quote(metric.unit.get(Language::En));
    let found = if whole.currency != part.currency {
        format!("the currency of {} is {}, not {}", quote(&part.id), code(part), code(whole))
    } else if whole.unit.get(Language::En) != part.unit.get(Language::En) {
        format!("the unit of {} is {}, not {}", quote(&part.id), unit(part), unit(whole))
    } else {
        return None;
    };
    Some(Fault::new(found, "only metrics of the same unit and currency add up"))
}

fn is_part_of_itself(metrics: &[Option<Metric>], start: usize) -> bool {
    let parts = |at: usize| metrics.get(at).and_then(Option::as_ref).map_or(&[][..], |metric| &metric.parts);
    let mut seen = vec![false; metrics.len()];
    let mut open: Vec<usize> = parts(start).iter().map(|id| id.index()).collect();
    while let Some(at) = open.pop() {
        if at == start {
            return true;
        }
        if seen.get(at) == Some(&false) {
            seen[at] = true;
            open.extend(parts(at).iter().map(|id| id.index()));
        }
    }
    false
}
