//! The sentence about a target: who promised what, by when, and with what result.
//!
//! Whole clauses are texts of the language files, because languages order them differently; here they are chosen. Values
//! are inserted in forms that need no agreement: months in their case (`dates`), numbers with hedge and unit (`amounts`).

use crate::compare::series::interval::Interval;
use crate::compare::series::quantity::{Quantity, QuantityForm};
use crate::compare::verdict::types::{CalculationStep, ReportedFigure, Status, Verdict};
use crate::dataset::format::period::{Due, Period, Span};
use crate::dataset::format::value::Value;
use crate::dataset::records::{Better, Dataset, LocalizedText, Metric, MetricKind, Target, TargetKind};
use crate::page::i18n::arg::Arg;
use crate::page::i18n::dates::DateCase;
use crate::page::i18n::rounding::round_to;
use crate::page::i18n::words::{TextForm, Words, capitalized};

impl Words {
    /// The promise and its result: "At least 200,000 vehicles a year by 2025 were promised in July 2016. 2025 brought
    /// 171,442: 86% of the promise."
    ///
    /// The metric and the subject are left out where they are those of the dataset's leading target, because the title has
    /// them. A dataset can give a metric its own verb as the name `made-<metric>`, with `{}` for the number: "{} were made".
    pub fn sentence(&self, data: &Dataset, verdict: &Verdict) -> String {
        if verdict.status == Status::NotSaid {
            return self.get("outcome-not-said");
        }
        let outcome = SentenceBuilder::new(self, data, verdict).outcome();
        let promise = self.promise(data, verdict);
        if outcome.is_empty() { promise } else { format!("{promise} {outcome}") }
    }

    /// The promise alone: the first part of [`Words::sentence`].
    pub fn promise(&self, data: &Dataset, verdict: &Verdict) -> String {
        let builder = SentenceBuilder::new(self, data, verdict);
        capitalized(&builder.with_subject(&builder.promise()))
    }
}

struct SentenceBuilder<'a> {
    words: &'a Words,
    data: &'a Dataset,
    target: &'a Target,
    metric: &'a Metric,
    verdict: &'a Verdict,
}

impl<'a> SentenceBuilder<'a> {
    fn new(words: &'a Words, data: &'a Dataset, verdict: &'a Verdict) -> Self {
        let target = &data[verdict.target];
        Self { words, data, target, metric: &data[target.metric], verdict }
    }

    /// What was promised, when and by when.
    fn promise(&self) -> String {
        let (words, metric) = (self.words, self.metric);
        let amount = match &self.target.value {
            Some(Value::Unquantified | Value::NotYet) | None => String::new(),
            Some(value) => words.value(value, metric, TextForm::Long),
        };
        let is_milestone = metric.kind == MetricKind::Milestone;
        let (key, due) = match &self.target.due {
            None if is_milestone => ("promise-event.undated", String::new()),
            None if amount.is_empty() => ("promise-unquantified.undated", String::new()),
            None => ("promise-amount.undated", String::new()),
            Some(due) if is_milestone => ("promise-event", words.due_as(due, DateCase::For)),
            Some(due) if amount.is_empty() => ("promise-unquantified", words.due_as(due, DateCase::For)),
            Some(due) if self.is_yearly() => ("promise-yearly", words.due_as(due, DateCase::By)),
            Some(due) if metric.kind == MetricKind::Flow => ("promise-amount", words.due_as(due, DateCase::For)),
            Some(due) => ("promise-amount", words.due_as(due, DateCase::By)),
        };
        let is_counted = matches!(metric.kind, MetricKind::Flow | MetricKind::Cumulative | MetricKind::Stock);
        let number = if is_counted && metric.currency.is_none() { "other" } else { "one" };
        let args = [
            ("amount", amount.into()),
            ("due", due.into()),
            ("said", words.stamp_as(self.target.said, DateCase::In).into()),
            ("kind", self.kind()),
            ("grammar-number", number.into()),
        ];
        words.format(key, &args)
    }

    /// Puts the metric, and the subject, before the promise where they differ from the leading target's.
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

    /// The result; empty if the target has no number or is not stated yet.
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
            _ => self.open_outcome(),
        }
    }

    /// A figure and the answer to the promise: "2023 brought 148,000: the promise was met."
    fn answer(&self, figure: Option<&ReportedFigure>, key: &str) -> String {
        let words = self.words;
        let delay = words.lateness(self.verdict.lateness);
        let key = if delay.is_empty() { key.split('.').next().unwrap_or(key) } else { key };
        let answer = words.format(key, &[("delay", delay.into()), ("kind", self.kind())]);
        match figure {
            Some(figure) => self.with_result(figure, answer),
            None => capitalized(&words.format("outcome.alone", &[("verdict", answer.into())])),
        }
    }

    fn with_result(&self, figure: &ReportedFigure, answer: String) -> String {
        let args = [("result", self.result(figure).into()), ("verdict", answer.into())];
        capitalized(&self.words.format("outcome", &args))
    }

    /// "171,442 were made: 86% of the promise."; none without a figure, where less is better, and from 100% on.
    fn shortfall(&self) -> Option<String> {
        let words = self.words;
        let share =
            self.verdict.attainment.filter(|share| self.metric.better == Better::More && share.nominal < 1.0)?;
        let figure = self.verdict.reported.as_ref()?;
        let share = words.format("outcome-share", &[("share", words.attainment(&share).into()), ("kind", self.kind())]);
        Some(self.with_result(figure, share))
    }

    /// The latest figure, if any, and the status of a target without an answer yet.
    fn open_outcome(&self) -> String {
        let words = self.words;
        let key = match self.verdict.status {
            Status::OnTrack if self.is_short_by_trend() => "outcome-on-track.trend-short",
            Status::OnTrack => "outcome-on-track",
            Status::Behind => "outcome-behind",
            Status::AtRisk => "outcome-at-risk",
            Status::NotYetDue => "outcome-not-yet-due",
            Status::AwaitingData => "outcome-awaiting-data",
            Status::NoData => "outcome-no-data",
            Status::Contested => "outcome-contested",
            Status::NotDated => "outcome-not-dated",
            Status::NotJudged => "outcome-not-judged",
            _ => "outcome-undetermined",
        };
        let [one, other] = self.possible_answers([Status::Met, Status::Missed]);
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
        format!("{} {state}", capitalized(&words.format(key, &args)))
    }

    /// Whether the pace decided on track, while the trend, which decides nothing, reaches the target late or never.
    fn is_short_by_trend(&self) -> bool {
        self.verdict.pace.is_some()
            && self
                .verdict
                .eta
                .is_some_and(|eta| eta.year.is_none() || eta.lateness_years.is_some_and(|years| years > 0))
    }

    /// The result of a promised event.
    fn event_outcome(&self) -> String {
        let words = self.words;
        let delay = words.lateness(self.verdict.lateness);
        let happened = self.verdict.steps.iter().find_map(|step| match step {
            CalculationStep::Happened { first, last, .. } => Some(words.event_date(*first, *last)),
            _ => None,
        });
        let not_yet = self.verdict.steps.iter().rev().find_map(|step| match step {
            CalculationStep::NotYet { day } => Some(words.event_date(*day, *day)),
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
            (Status::Unquantified | Status::NotJudged | Status::NotSaid, ..) => return String::new(),
        };
        let [one, other] = self.possible_answers([Status::Met, Status::MetLate]);
        let when = when.unwrap_or_default();
        let args = [("when", when.into()), ("delay", delay.into()), ("one", one), ("other", other)];
        capitalized(&words.format(key, &args))
    }

    /// A figure as a clause: "171,442 were made", "2024 brought 145,300". With the dataset's own verb, the year is left out
    /// if it is the target's.
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

    /// A figure without its unit: "more than 19,000". For a year estimated from a part of it, the figure of the part.
    fn figure_text(&self, figure: &ReportedFigure) -> String {
        if is_from_part_year(figure) {
            return self.words.value(&self.data[figure.actual].value, &self.unitless(), TextForm::Long);
        }
        self.words.quantity(&figure.value, &self.unitless(), TextForm::Long)
    }

    /// The metric without its unit, for a number after another one of the same unit.
    fn unitless(&self) -> Metric {
        Metric { unit: LocalizedText::default(), ..self.metric.clone() }
    }

    /// The two answers that the figures allow, in words.
    fn possible_answers(&self, default: [Status; 2]) -> [Arg<'static>; 2] {
        self.verdict.between.unwrap_or(default).map(|status| self.words.status(status).into())
    }

    /// The selector of messages that differ between promises and forecasts.
    fn kind(&self) -> Arg<'static> {
        let kind = if self.target.kind == TargetKind::Forecast { "forecast" } else { "promise" };
        kind.into()
    }

    /// Whether an amount a year is promised for a year at least two years ahead, rather than for the coming year.
    fn is_yearly(&self) -> bool {
        let said = chrono::Datelike::year(&self.target.said.day);
        let due = self.target.due.as_ref().and_then(Due::year);
        self.metric.kind == MetricKind::Flow && due.is_some_and(|year| year - said >= 2)
    }
}

/// Whether a figure is a year estimated from a part of it.
fn is_from_part_year(figure: &ReportedFigure) -> bool {
    figure.is_estimated && figure.value.form == QuantityForm::Derived && figure.period.full_year().is_none()
}

/// Whether a period consists of whole months and so has a name.
fn is_whole_months(period: &Period) -> bool {
    !matches!(period.span, Span::Day(_) | Span::Days(..))
}
