//! The sentence about a promise: who promised what, by when, and what came of it.
//!
//! Whole clauses are texts of the language files, because languages order them differently; here they are only chosen.
//! Values enter in shapes that stay right beside any number: months come inflected (`calendar`), numbers with their hedge
//! (`amounts`), and no clause asks a number or a name from the dataset to agree with it.

use super::calendar::When;
use super::{Form, Words};
use crate::compare::quantity::Quantity;
use crate::compare::verdict::{Reported, Status, Step, Verdict};
use crate::dataset::period::Due;
use crate::dataset::records::{Better, Dataset, Metric, MetricKind, Target, TargetKind, Text};
use crate::dataset::value::Value;

impl Words {
    /// What was promised and what came of it, as one or more sentences: "At least 200,000 vehicles a year by 2025 were
    /// promised in July 2016. 171,442 were made: 86% of the promise."
    ///
    /// What is counted, and whose figure it is, is left out where it is that of the dataset's leading target: the page's
    /// title says it.
    #[must_use]
    pub fn sentence(&self, data: &Dataset, verdict: &Verdict) -> String {
        let target = &data[verdict.target];
        if verdict.status == Status::NotSaid {
            return self.get("outcome-not-said");
        }
        let promise = self.headed(data, target, self.promise(data, target));
        let outcome = self.outcome(data, verdict);
        if outcome.is_empty() { capital(&promise) } else { format!("{} {outcome}", capital(&promise)) }
    }

    /// The first half of the sentence: what was promised, when, by when.
    fn promise(&self, data: &Dataset, target: &Target) -> String {
        let metric = &data[target.metric];
        let kind = if target.kind == TargetKind::Forecast { "forecast" } else { "promise" };
        let said = self.stamp_as(target.said, When::In);
        let amount = match &target.value {
            Some(Value::Unquantified | Value::NotYet) | None => String::new(),
            Some(value) => self.value(value, metric, Form::Long),
        };
        let milestone = metric.kind == MetricKind::Milestone;
        let (key, due) = match &target.due {
            None if milestone => ("promise-event.undated", String::new()),
            None if amount.is_empty() => ("promise-unquantified.undated", String::new()),
            None => ("promise-amount.undated", String::new()),
            Some(due) if milestone => ("promise-event", self.due_as(due, When::For)),
            Some(due) if amount.is_empty() => ("promise-unquantified", self.due_as(due, When::For)),
            Some(due) if is_yearly(target, metric) => ("promise-yearly", self.due_as(due, When::By)),
            Some(due) if metric.kind == MetricKind::Flow => ("promise-amount", self.due_as(due, When::For)),
            Some(due) => ("promise-amount", self.due_as(due, When::By)),
        };
        let counted = matches!(metric.kind, MetricKind::Flow | MetricKind::Cumulative | MetricKind::Stock);
        let number = if counted && metric.currency.is_none() { "other" } else { "one" };
        self.say(
            key,
            &[
                ("amount", amount.into()),
                ("due", due.into()),
                ("said", said.into()),
                ("kind", kind.into()),
                ("grammar-number", number.into()),
            ],
        )
    }

    /// What is counted, and whose it is, before the promise; nothing for the leading target's own series.
    fn headed(&self, data: &Dataset, target: &Target, rest: String) -> String {
        let lead = data.lead.map(|lead| &data[lead]);
        let whose = data[target.subject].name.get(self.language());
        let what = data[target.metric].name.get(self.language());
        let same_subject = lead.is_some_and(|lead| lead.subject == target.subject);
        let same_metric = lead.is_some_and(|lead| lead.metric == target.metric);
        match (same_metric, same_subject) {
            (true, true) => rest,
            (_, true) => self.say("sentence-about", &[("what", what.into()), ("rest", rest.into())]),
            (_, false) => {
                let args = [("what", what.into()), ("whose", whose.into()), ("rest", rest.into())];
                self.say("sentence-about.whose", &args)
            }
        }
    }

    /// The second half: what came of it.
    fn outcome(&self, data: &Dataset, verdict: &Verdict) -> String {
        let target = &data[verdict.target];
        let metric = &data[target.metric];
        if metric.kind == MetricKind::Milestone {
            return self.event_outcome(target, verdict);
        }
        let due_year = target.due.as_ref().and_then(Due::year);
        let result = verdict.reported.as_ref().map(|reported| self.result(metric, reported, due_year));
        let delay = self.lateness(verdict.lateness);
        let tail = |key: &str| match &result {
            Some(result) => {
                let tail = self.say(key, &[("delay", delay.as_str().into())]);
                capital(&self.say("outcome", &[("result", result.into()), ("verdict", tail.into())]))
            }
            None => capital(
                &self.say("outcome.alone", &[("verdict", self.say(key, &[("delay", delay.as_str().into())]).into())]),
            ),
        };
        match verdict.status {
            Status::MetEarly if verdict.lateness.is_some() => {
                let reached = verdict.reached.as_ref().or(verdict.reported.as_ref());
                let result = reached.map(|reached| self.result(metric, reached, None)).unwrap_or_default();
                let tail = self.say("outcome-met.early", &[("delay", delay.as_str().into())]);
                capital(&self.say("outcome", &[("result", result.into()), ("verdict", tail.into())]))
            }
            Status::Met | Status::MetEarly => tail("outcome-met"),
            Status::Missed => self.missed(metric, verdict, result.as_deref()).unwrap_or_else(|| tail("outcome-missed")),
            Status::MetLate => {
                let first =
                    self.missed(metric, verdict, result.as_deref()).map(|first| first + " ").unwrap_or_default();
                let reached = verdict.reached.as_ref().map(|reached| self.result(metric, reached, None));
                let tail = self.say("outcome-met.late", &[("delay", delay.as_str().into())]);
                first
                    + &capital(&match reached {
                        Some(reached) => self.say("outcome", &[("result", reached.into()), ("verdict", tail.into())]),
                        None => self.say("outcome.alone", &[("verdict", tail.into())]),
                    })
            }
            status => self.unsettled(metric, verdict, status),
        }
    }

    /// "171,442 were made: 86% of the promise."; none without a figure or where less is better.
    fn missed(&self, metric: &Metric, verdict: &Verdict, result: Option<&str>) -> Option<String> {
        let share = verdict.attainment.as_ref().filter(|_| metric.better == Better::More)?;
        let share = self.say("outcome-share", &[("share", self.attainment(share).into())]);
        let whole = self.say("outcome", &[("result", result?.into()), ("verdict", share.into())]);
        Some(capital(&whole))
    }

    /// What can be said while there is no answer: the latest figure, if any, and how it stands.
    fn unsettled(&self, metric: &Metric, verdict: &Verdict, status: Status) -> String {
        let key = match status {
            Status::OnTrack => "outcome-on-track",
            Status::Behind => "outcome-behind",
            Status::AtRisk => "outcome-at-risk",
            Status::NotYetDue => "outcome-not-yet-due",
            Status::AwaitingData => "outcome-awaiting-data",
            Status::NoData => "outcome-no-data",
            Status::Contested => "outcome-contested",
            Status::NotDated => "outcome-not-dated",
            Status::Undetermined => "outcome-undetermined",
            // The promise has already been called one without a number.
            _ => return String::new(),
        };
        let [one, other] = verdict.between.unwrap_or([Status::Met, Status::Missed]).map(|status| self.status(status));
        let state = self.say(key, &[("one", one.into()), ("other", other.into())]);
        match &verdict.reported {
            Some(reported) => {
                let value = self.spoken(&reported.value, metric);
                let period = self.period_as(&reported.period, When::Name);
                let latest = self.say("outcome-latest", &[("value", value.into()), ("period", period.into())]);
                format!("{} {state}", capital(&latest))
            }
            None => state,
        }
    }

    /// What came of an event that was promised.
    fn event_outcome(&self, target: &Target, verdict: &Verdict) -> String {
        let delay = self.lateness(verdict.lateness);
        let happened = verdict.steps.iter().find_map(|step| match step {
            Step::Happened { first, last, .. } => Some(self.happened(*first, *last)),
            _ => None,
        });
        let not_yet = verdict.steps.iter().rev().find_map(|step| match step {
            Step::NotYet { day } => Some(self.happened(*day, *day)),
            _ => None,
        });
        let [one, other] = verdict.between.unwrap_or([Status::Met, Status::MetLate]).map(|status| self.status(status));
        let (key, when) = match (verdict.status, happened, not_yet) {
            (Status::Contested, ..) => ("outcome-contested", None),
            (Status::Met | Status::MetEarly, when, _) if target.due.is_none() => ("event-on-time.undated", when),
            (Status::Met, when, _) => ("event-on-time", when),
            (Status::MetEarly, when, _) if delay.is_empty() => ("event-on-time", when),
            (Status::MetEarly, when, _) => ("event-early", when),
            (Status::MetLate, when, _) if delay.is_empty() => ("event-late.unmeasured", when),
            (Status::MetLate, when, _) => ("event-late", when),
            (Status::Undetermined, Some(when), _) => ("event-undetermined", Some(when)),
            (_, None, Some(day)) => ("event-not-yet", Some(day)),
            (Status::Undetermined, None, None) => ("outcome-undetermined", None),
            (Status::Missed, ..) => ("event-missed", None),
            (Status::NoData | Status::AwaitingData, ..) => ("event-no-data", None),
            (Status::NotDated, ..) => ("event-not-dated", None),
            (Status::NotYetDue | Status::OnTrack | Status::Behind | Status::AtRisk, ..) => ("event-not-yet-due", None),
            (Status::Unquantified | Status::NotSaid, ..) => return String::new(),
        };
        let when = when.unwrap_or_default();
        let args = [("when", when.into()), ("delay", delay.into()), ("one", one.into()), ("other", other.into())];
        capital(&self.say(key, &args))
    }

    /// A figure as a clause: "171,442 were made", "2024 brought 145,300". The year is left out where it is the one promised
    /// and the dataset has its own verb.
    fn result(&self, metric: &Metric, reported: &Reported, promised_year: Option<i32>) -> String {
        let value = self.spoken(&reported.value, metric);
        let during = self.period_as(&reported.period, When::In);
        if let Some(verb) = self.instead(&format!("made-{}", metric.id)) {
            let made = verb.replace("{}", &value);
            let expected = promised_year.is_some() && reported.period.full_year() == promised_year;
            return if expected {
                made
            } else {
                self.say("result-dated", &[("made", made.into()), ("when", during.into())])
            };
        }
        let period = self.period_as(&reported.period, When::Of);
        match metric.kind {
            MetricKind::Flow | MetricKind::Cumulative => {
                self.say("result-flow", &[("period", period.into()), ("value", value.into())])
            }
            _ => self.say("result-state", &[("when", during.into()), ("value", value.into())]),
        }
    }

    /// A quantity as spoken, without its unit: "more than 19,000".
    fn spoken(&self, quantity: &Quantity, metric: &Metric) -> String {
        let unitless = Metric { unit: Text::default(), ..metric.clone() };
        self.quantity(quantity, &unitless, Form::Long)
    }
}

/// Whether an amount is promised for each year from some year on, rather than for the year at hand.
fn is_yearly(target: &Target, metric: &Metric) -> bool {
    let said = chrono::Datelike::year(&target.said.day);
    metric.kind == MetricKind::Flow && target.due.as_ref().and_then(Due::year).is_some_and(|year| year - said >= 2)
}

/// The text with its first letter as a capital.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
