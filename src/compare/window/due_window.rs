//! The days on which a target is compared, by metric and deadline (analytics 1.6 and 10). The figures in them are found in
//! `selection`.

use chrono::{Datelike, NaiveDate};

use crate::compare::series::calendar::{decimal_year, whole_months};
use crate::compare::series::season::Season;
use crate::dataset::format::period::{Due, Month, Period, Span};
use crate::dataset::records::{Dataset, Id, MetricKind, Target, TargetKind};

/// The days on which a target is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueWindow {
    /// Which figures count in it.
    pub rule: WindowRule,
    /// Its first day.
    pub first: NaiveDate,
    /// Its last day.
    pub last: NaiveDate,
    /// It is a year; lateness is counted in years.
    pub is_yearly: bool,
    /// The due period has a start of its own: a programme, not a deadline.
    pub(crate) has_start: bool,
    /// The months that figures are compared on.
    pub(crate) season: Season,
}

/// Which figures count in a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WindowRule {
    /// The output within the window.
    Flow,
    /// The latest level within the window.
    Level,
    /// The total by its end.
    Cumulative,
    /// The day of the event.
    Milestone,
}

impl WindowRule {
    /// The rule for a kind of metric.
    pub fn of(kind: MetricKind) -> Self {
        match kind {
            MetricKind::Flow => Self::Flow,
            MetricKind::Stock | MetricKind::Share | MetricKind::Growth | MetricKind::Ratio => Self::Level,
            MetricKind::Cumulative => Self::Cumulative,
            MetricKind::Milestone => Self::Milestone,
        }
    }
}

impl DueWindow {
    /// The window of a target; none if undated. A plan of a flow for a day is for that day alone.
    pub(crate) fn of_target(dataset: &Dataset, target: Id<Target>, year_meant: Season) -> Option<Self> {
        let target = &dataset[target];
        let (due, kind) = (target.due?, dataset[target.metric].kind);
        let window = Self::of(kind, &due, target.said.day, year_meant);
        match (target.kind, due) {
            (TargetKind::Plan, Due::In(period)) if window.rule == WindowRule::Flow && is_day(&due) => {
                Some(Self { first: period.start(), last: period.end(), is_yearly: false, ..window })
            }
            _ => Some(window),
        }
    }

    /// The window of a target due at `due` and stated on `said` (analytics 1.6). `year_meant`: the twelve months that a due year
    /// means for the series.
    pub(crate) fn of(kind: MetricKind, due: &Due, said: NaiveDate, year_meant: Season) -> Self {
        let (first, last) = due.days();
        let rule = WindowRule::of(kind);
        // Only flows are compared on a part of a year, and of stocks every state counts.
        let own = Season::of(first, last).filter(|season| match rule {
            WindowRule::Flow => true,
            WindowRule::Level => kind != MetricKind::Stock && season.is_year(),
            WindowRule::Cumulative | WindowRule::Milestone => false,
        });
        let season = own.unwrap_or(Season::CALENDAR_YEAR);
        let window = Self { rule, first, last, is_yearly: is_year(due), has_start: has_start(due), season };
        match (rule, due) {
            // A flow has no value on a day: a deadline within a year means the output of that year.
            (WindowRule::Flow, _) if is_day(due) => Self::year(rule, Season::CALENDAR_YEAR, last.year()),
            (WindowRule::Flow | WindowRule::Level, Due::In(Period { span: Span::Year(year), .. })) => {
                let meant = Self::year(rule, year_meant, *year);
                if meant.last > said { meant } else { window }
            }
            (WindowRule::Cumulative, _) if !has_start(due) => Self { first: said.min(last), ..window },
            _ => window,
        }
    }

    /// The strict reading: due before the year starts, or at the early end of a range. None where there is no other reading, or
    /// where it would end before the statement.
    pub(crate) fn strict(kind: MetricKind, due: &Due, said: NaiveDate, year_meant: Season) -> Option<Self> {
        let window = Self::of(kind, due, said, year_meant);
        let season = window.season;
        let strict = match (due, window.rule) {
            (Due::Between(first, _), WindowRule::Flow) => Self::year(WindowRule::Flow, season, first.year()),
            (Due::Between(first, _), WindowRule::Level) => {
                Self { first: first_day_of(first.year()), last: *first, ..window }
            }
            (Due::Between(first, _), WindowRule::Cumulative | WindowRule::Milestone) => Self { last: *first, ..window },
            (Due::In(_), WindowRule::Flow) if window.is_yearly => {
                Self::year(WindowRule::Flow, season, window.last.year() - 1)
            }
            (Due::In(_), WindowRule::Level) if window.is_yearly => {
                let year = Self::year(WindowRule::Level, season, window.last.year() - 1);
                Self { last: window.first, ..year }
            }
            (Due::In(_), WindowRule::Cumulative) if !has_start(due) => {
                Self { first: first_day_of(said.year()), ..window }
            }
            (Due::In(_), _) => return None,
        };
        (strict != window && strict.last > said).then_some(strict)
    }

    /// The calendar year in which it ends.
    pub fn due_year(&self) -> i32 {
        // The strict reading of "by 2025" ends on the first day of 2025 and is about 2024.
        let begun = |year: &i32| self.is_yearly && self.last == self.season.days(*year).0;
        let year = self.last.year();
        [year, year + 1].iter().find(|year| begun(year)).map_or(year, |begun| begun - 1)
    }

    /// The first day from which a level counts for the due year.
    pub fn due_year_start(&self) -> NaiveDate {
        self.first.min(first_day_of(self.due_year()))
    }

    /// Whether the window ended before `known`.
    pub fn is_over(&self, known: NaiveDate) -> bool {
        known > self.last
    }

    /// Where it ends in calendar years, as the figures that are compared in it: the year of its name for a flow, else its last
    /// day (analytics 10, "time coordinate").
    pub(crate) fn due_time(&self) -> f64 {
        match self.rule {
            WindowRule::Flow => f64::from(self.due_year()),
            _ if self.is_yearly => decimal_year(self.season.days(self.due_year()).1),
            _ => decimal_year(self.last),
        }
    }

    fn year(rule: WindowRule, season: Season, year: i32) -> Self {
        let (first, last) = season.days(year);
        Self { rule, first, last, is_yearly: true, has_start: false, season }
    }
}

fn first_day_of(year: i32) -> NaiveDate {
    Month { year, month: 1 }.first_day()
}

/// A whole calendar year, or twelve months that count for the year in which they end.
fn is_year(due: &Due) -> bool {
    match due {
        Due::In(period) => whole_months(period.start(), period.end()) == Some(12),
        Due::Between(..) => false,
    }
}

fn is_day(due: &Due) -> bool {
    matches!(due, Due::Between(..) | Due::In(Period { span: Span::Day(_), .. }))
}

/// The due period has a start of its own: a programme, not a deadline.
fn has_start(due: &Due) -> bool {
    match due {
        Due::In(Period { span: Span::Days(..), .. }) => true,
        Due::In(Period { span: Span::Months(first, last), .. }) => first != last,
        _ => false,
    }
}
