//! The verdict of one target (analytics 3.9, 10): a number (`number`) or a milestone (`milestone`), with sources and slip.

use chrono::NaiveDate;

use crate::compare::progress::slip;
use crate::compare::progress::types::ProgressStep;
use crate::compare::verdict::readings::SeriesReadings;
use crate::compare::verdict::types::{Status, Verdict};
use crate::compare::verdict::{milestone, number};
use crate::dataset::format::value::Value;
use crate::dataset::records::{Dataset, Id, MetricKind, Target};

pub(crate) fn verdict_from(dataset: &Dataset, readings: &SeriesReadings, id: Id<Target>, known: NaiveDate) -> Verdict {
    let target = &dataset[id];
    if target.said.day > known {
        return Verdict::with_status(id, Status::NotSaid);
    }
    let mut verdict =
        if dataset[target.metric].kind == MetricKind::Milestone && target.value != Some(Value::Unquantified) {
            milestone::milestone_verdict(dataset, id, known)
        } else {
            number::number_verdict(dataset, readings, id, known)
        };
    if !dataset[target.metric].is_judged {
        verdict.status = Status::NotJudged;
        verdict.between = None;
    }
    let figure_sources = std::mem::replace(&mut verdict.sources, target.sources.clone());
    for source in figure_sources {
        if !verdict.sources.contains(&source) {
            verdict.sources.push(source);
        }
    }
    verdict.slip = slip::slip(dataset, id).filter(|slip| dataset[slip.restates].said.day <= known);
    verdict.steps.extend(verdict.slip.map(|slip| ProgressStep::Slipped { slip }.into()));
    verdict
}
