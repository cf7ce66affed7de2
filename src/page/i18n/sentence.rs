//! The sentence about a promise: who promised what, by when, and what came of it.
//!
//! Whole clauses are texts of the language files, because languages order them differently; here they are only chosen.
//! Values enter in shapes that stay right beside any number: months come inflected (`calendar`), numbers with their hedge
//! (`amounts`), and no clause asks a number or a name from the dataset to agree with it.

use crate::compare::series::interval::Interval;
use crate::compare::series::quantity::{Quantity, QuantityForm};
use crate::compare::verdict::types::{CalculationStep, ReportedFigure, Status, Verdict};
use crate::dataset::format::period::{Due, Period, Span};
use crate::dataset::format::value::Value;
use crate::dataset::records::{Better, Dataset, LocalizedText, Metric, MetricKind, Target, TargetKind};
use crate::page::i18n::dates::DateCase;
use crate::page::i18n::numbers::round_to;
use crate::page::i18n::{Arg, TextForm, Words};

impl Words {
    /// What was promised and what came of it, as one or more sentences: "At least 200,000 vehicles a year by 2025 were
    /// promised in July 2016. 2025 brought 171,442: 86% of the promise."
    ///
    /// What is counted, and whose figure it is, is left out where it is that of the dataset's leading target: the page's
    /// title says it. A dataset may give a metric a verb of its own, as the name `made-<metric>` with `{}` for the number:
    /// "{} were made".
    #[must_use]
    pub fn sentence(&self, data: &Dataset, verdict: &Verdict) -> String {
        let target = &data[verdict.target];
        if verdict.status == Status::NotSaid {
            return self.get("outcome-not-said");
        }
        let telling = SentenceBuilder { words: self, data, target, metric: &data[target.metric], verdict };
        let promise = capitalized(&telling.with_subject(&telling.promise()));
        let outcome = telling.outcome();
        if outcome.is_empty() { promise } else { format!("{promise} {outcome}") }
    }

    /// The promise alone, as [`Words::sentence`] begins.
    #[must_use]
    pub fn promise(&self, data: &Dataset, verdict: &Verdict) -> String {
        let target = &data[verdict.target];
        let telling = SentenceBuilder { words: self, data, target, metric: &data[target.metric], verdict };
        capitalized(&telling.with_subject(&telling.promise()))
    }
}

/// One promise being told of.
struct SentenceBuilder<'a> {
    words: &'a Words,
    data: &'a Dataset,
    target: &'a Target,
    metric: &'a Metric,
    verdict: &'a Verdict,
}

impl SentenceBuilder<'_> {
    /// The first half of the sentence: what was promised, when, by when.
    fn promise(&self) -> String {
        let (words, metric) = (self.words, self.metric);
        let amount = match &self.target.value {
            Some(Value::Unquantified | Value::NotYet) | None => String::new(),
            Some(value) => words.value(value, metric, TextForm::Long),
        };
        let milestone = metric.kind == MetricKind::Milestone;
        let (key, due) = match &self.target.due {
            None if milestone => ("promise-event.undated", String::new()),
            None if amount.is_empty() => ("promise-unquantified.undated", String::new()),
            None => ("promise-amount.undated", String::new()),
            Some(due) if milestone => ("promise-event", words.due_as(due, DateCase::For)),
            Some(due) if amount.is_empty() => ("promise-unquantified", words.due_as(due, DateCase::For)),
            Some(due) if self.is_yearly() => ("promise-yearly", words.due_as(due, DateCase::By)),
            Some(due) if metric.kind == MetricKind::Flow => ("promise-amount", words.due_as(due, DateCase::For)),
            Some(due) => ("promise-amount", words.due_as(due, DateCase::By)),
        };
        let counted = matches!(metric.kind, MetricKind::Flow | MetricKind::Cumulative | MetricKind::Stock);
        let number = if counted && metric.currency.is_none() { "other" } else { "one" };
        words.format(
            key,
            &[
                ("amount", amount.into()),
                ("due", due.into()),
                ("said", words.stamp_as(self.target.said, DateCase::In).into()),
                ("kind", self.kind()),
                ("grammar-number", number.into()),
            ],
        )
    }

    /// What is counted, and whose it is, before the promise; nothing for the leading target's own series.
    fn with_subject(&self, rest: &str) -> String {
        let lead = self.data.lead.map(|lead| &self.data[lead]);
        let what = self.metric.name.get(self.words.language());
        let whose = self.data[self.target.subject].name.get(self.words.language());
        let same_subject = lead.is_some_and(|lead| lead.subject == self.target.subject);
        let same_metric = lead.is_some_and(|lead| lead.metric == self.target.metric);
        let args = [("what", what.into()), ("rest", rest.into()), ("whose", whose.into())];
        match (same_metric, same_subject) {
            (true, true) => rest.to_owned(),
            (_, true) => self.words.format("sentence-about", &args),
            (_, false) => self.words.format("sentence-about.whose", &args),
        }
    }

    /// The second half: what came of it.
    fn outcome(&self) -> String {
        let verdict = self.verdict;
        if self.metric.kind == MetricKind::Milestone {
            return self.event_outcome();
        }
        let reported = verdict.reported.as_ref();
        let reached = verdict.reached.as_ref();
        match verdict.status {
            Status::MetEarly if verdict.lateness.is_some() => self.answer(reached.or(reported), "outcome-met.early"),
            Status::Met | Status::MetEarly => self.answer(reported.or(reached), "outcome-met"),
            Status::Missed => self.shortfall().unwrap_or_else(|| self.answer(reported, "outcome-missed")),
            Status::MetLate => {
                let first = self.shortfall().map(|first| first + " ").unwrap_or_default();
                first + &self.answer(reached, "outcome-met.late")
            }
            Status::Unquantified | Status::NotSaid => String::new(),
            status => self.open_outcome(status),
        }
    }

    /// A figure and the answer that it gives: "2023 brought 148,000: the promise was met."
    fn answer(&self, figure: Option<&ReportedFigure>, key: &str) -> String {
        let words = self.words;
        let delay = words.lateness(self.verdict.lateness);
        let key = if delay.is_empty() { key.split('.').next().unwrap_or(key) } else { key };
        let answer = words.format(key, &[("delay", delay.into()), ("kind", self.kind())]);
        capitalized(&match figure {
            Some(figure) => {
                words.format("outcome", &[("result", self.result(figure).into()), ("verdict", answer.into())])
            }
            None => words.format("outcome.alone", &[("verdict", answer.into())]),
        })
    }

    /// "171,442 were made: 86% of the promise."; none without a figure, where less is better, and where a share would not
    /// tell what is missing.
    fn shortfall(&self) -> Option<String> {
        let words = self.words;
        let share =
            self.verdict.attainment.filter(|share| self.metric.better == Better::More && share.nominal < 1.0)?;
        let figure = self.verdict.reported.as_ref()?;
        let share = words.format("outcome-share", &[("share", words.attainment(&share).into()), ("kind", self.kind())]);
        Some(capitalized(
            &words.format("outcome", &[("result", self.result(figure).into()), ("verdict", share.into())]),
        ))
    }

    /// What can be said while there is no answer: the latest figure, if any, and how it stands.
    fn open_outcome(&self, status: Status) -> String {
        let words = self.words;
        let key = match status {
            Status::OnTrack => "outcome-on-track",
            Status::Behind => "outcome-behind",
            Status::AtRisk => "outcome-at-risk",
            Status::NotYetDue => "outcome-not-yet-due",
            Status::AwaitingData => "outcome-awaiting-data",
            Status::NoData => "outcome-no-data",
            Status::Contested => "outcome-contested",
            Status::NotDated => "outcome-not-dated",
            _ => "outcome-undetermined",
        };
        let [one, other] = self.answers([Status::Met, Status::Missed]);
        let state = words.format(key, &[("one", one), ("other", other)]);
        let Some(reported) = &self.verdict.reported else { return state };
        let form = if is_whole_months(&reported.period) { TextForm::Long } else { TextForm::Plain };
        let period = words.period(&reported.period, form);
        let mut args = vec![("value", self.figure_text(reported).into()), ("period", period.into())];
        let key = if is_from_part_year(reported) {
            let year = round_to(reported.value.nominal, 3);
            let whole = Quantity { nominal: year, hard: Interval::exactly(year), ..reported.value };
            args.push(("whole", words.quantity(&whole, &self.unitless(), TextForm::Plain).into()));
            "outcome-latest.part"
        } else {
            "outcome-latest"
        };
        let latest = words.format(key, &args);
        format!("{} {state}", capitalized(&latest))
    }

    /// What came of an event that was promised.
    fn event_outcome(&self) -> String {
        let words = self.words;
        let delay = words.lateness(self.verdict.lateness);
        let happened = self.verdict.steps.iter().find_map(|step| match step {
            CalculationStep::Happened { first, last, .. } => Some(words.happened(*first, *last)),
            _ => None,
        });
        let not_yet = self.verdict.steps.iter().rev().find_map(|step| match step {
            CalculationStep::NotYet { day } => Some(words.happened(*day, *day)),
            _ => None,
        });
        if happened.is_none() && matches!(self.verdict.status, Status::Met | Status::MetEarly | Status::MetLate) {
            return self.answer(None, "outcome-met");
        }
        let (key, when) = match (self.verdict.status, happened, not_yet) {
            (Status::Contested, ..) => ("outcome-contested", None),
            (Status::Met | Status::MetEarly, when, _) if self.target.due.is_none() => ("event-on-time.undated", when),
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
        let [one, other] = self.answers([Status::Met, Status::MetLate]);
        let when = when.unwrap_or_default();
        let args = [("when", when.into()), ("delay", delay.into()), ("one", one), ("other", other)];
        capitalized(&words.format(key, &args))
    }

    /// A figure as a clause: "171,442 were made", "2024 brought 145,300". The year is left out where it is the one promised
    /// and the dataset has its own verb.
    fn result(&self, figure: &ReportedFigure) -> String {
        let words = self.words;
        let value = self.figure_text(figure);
        let during = || words.period_as(&figure.period, DateCase::In).into();
        if let Some(verb) = words.dataset_name(&format!("made-{}", self.metric.id)) {
            let made = verb.replace("{}", &value);
            let promised = self.target.due.as_ref().and_then(Due::year);
            return match figure.period.full_year() {
                Some(year) if promised == Some(year) => made,
                _ => words.format("result-dated", &[("made", made.into()), ("when", during())]),
            };
        }
        let value = ("value", value.into());
        match self.metric.kind {
            MetricKind::Flow | MetricKind::Cumulative if is_whole_months(&figure.period) => {
                words.format("result-flow", &[("period", words.period_as(&figure.period, DateCase::Of).into()), value])
            }
            MetricKind::Flow | MetricKind::Cumulative => {
                let last =
                    Period { span: Span::Day(figure.period.end()), is_approximate: figure.period.is_approximate };
                words.format("result-so-far", &[("when", words.period_as(&last, DateCase::By).into()), value])
            }
            _ => words.format("result-state", &[("when", during()), value]),
        }
    }

    /// A figure as spoken, without its unit: "more than 19,000". Of a year that was worked out from a part, the part.
    fn figure_text(&self, figure: &ReportedFigure) -> String {
        if is_from_part_year(figure) {
            return self.words.value(&self.data[figure.actual].value, &self.unitless(), TextForm::Long);
        }
        self.words.quantity(&figure.value, &self.unitless(), TextForm::Long)
    }

    /// The metric without its unit, for numbers that stand beside another one of the same kind.
    fn unitless(&self) -> Metric {
        Metric { unit: LocalizedText::default(), ..self.metric.clone() }
    }

    /// The two answers that the figures allow.
    fn answers(&self, usual: [Status; 2]) -> [Arg<'static>; 2] {
        self.verdict.between.unwrap_or(usual).map(|status| self.words.status(status).into())
    }

    /// Whether it is a promise or a forecast, as the texts want to know it.
    fn kind(&self) -> Arg<'static> {
        let kind = if self.target.kind == TargetKind::Forecast { "forecast" } else { "promise" };
        kind.into()
    }

    /// Whether an amount is promised for each year from some year on, rather than for the year at hand.
    fn is_yearly(&self) -> bool {
        let said = chrono::Datelike::year(&self.target.said.day);
        let due = self.target.due.as_ref().and_then(Due::year);
        self.metric.kind == MetricKind::Flow && due.is_some_and(|year| year - said >= 2)
    }
}

/// Whether a figure is a year worked out from a part of it.
fn is_from_part_year(figure: &ReportedFigure) -> bool {
    figure.is_estimated && figure.value.said == QuantityForm::Derived && figure.period.full_year().is_none()
}

/// Whether a period is made of whole months: has a name, and not just a first and a last day.
fn is_whole_months(period: &Period) -> bool {
    !matches!(period.span, Span::Day(_) | Span::Days(..))
}

/// The text with its first letter as a capital.
fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
