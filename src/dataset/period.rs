//! Periods of time as people write them, and the days they cover.
//!
//! Here: the shapes a figure's period or a promise's due date can take, and their first and last days.
//! Not here: what a deadline means for a metric (`compare::window`), month names (`page::words`).

use chrono::{Datelike, NaiveDate};

/// The time a figure covers, or a promise is due in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// What is written: a year, some months, a day.
    pub span: Span,
    /// Written with a trailing `~`.
    pub approximate: bool,
}

/// The shapes of a [`Period`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Span {
    /// A calendar year, `2025`.
    Year(i32),
    /// A half, `2025-H1`: the year, then 1 or 2.
    Half(i32, u32),
    /// A quarter, `2025-Q1`: the year, then 1 to 4.
    Quarter(i32, u32),
    /// Whole months, both included: `2025-09` or `2016-01/2016-05`.
    Months(Month, Month),
    /// One day, `2025-10-21`.
    Day(NaiveDate),
    /// Whole days, both included: `2016-07-01/2020-12-31`.
    Days(NaiveDate, NaiveDate),
}

/// A calendar month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    /// The year, 1 to 9999.
    pub year: i32,
    /// The month, 1 to 12.
    pub month: u32,
}

impl Period {
    /// The first day that the period covers.
    #[must_use]
    pub fn start(&self) -> NaiveDate {
        match self.span {
            Span::Year(year) => Month { year, month: 1 }.first_day(),
            Span::Half(year, half) => Month { year, month: half * 6 - 5 }.first_day(),
            Span::Quarter(year, quarter) => Month { year, month: quarter * 3 - 2 }.first_day(),
            Span::Months(first, _) => first.first_day(),
            Span::Day(day) | Span::Days(day, _) => day,
        }
    }

    /// The last day that the period covers.
    #[must_use]
    pub fn end(&self) -> NaiveDate {
        match self.span {
            Span::Year(year) => Month { year, month: 12 }.last_day(),
            Span::Half(year, half) => Month { year, month: half * 6 }.last_day(),
            Span::Quarter(year, quarter) => Month { year, month: quarter * 3 }.last_day(),
            Span::Months(_, last) => last.last_day(),
            Span::Day(day) | Span::Days(_, day) => day,
        }
    }

    /// The calendar year, if the period is a whole one (twelve months from January count).
    #[must_use]
    pub fn full_year(&self) -> Option<i32> {
        let (start, end) = (self.start(), self.end());
        let whole = start.ordinal() == 1 && end.month() == 12 && end.day() == 31;
        (whole && start.year() == end.year()).then(|| start.year())
    }

    /// The year and the number of months, if the period is January to some month before December.
    #[must_use]
    pub fn year_to_date(&self) -> Option<(i32, u32)> {
        let (start, end) = (self.start(), self.end());
        let from_january = start.ordinal() == 1 && end == Month::of(end).last_day();
        (from_january && start.year() == end.year() && end.month() < 12).then(|| (end.year(), end.month()))
    }
}

impl Month {
    /// The month that `day` falls in.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        Self { year: day.year(), month: day.month() }
    }

    /// Its first day. A month outside the calendar, which the reader refuses, gives the earliest day there is.
    #[must_use]
    pub fn first_day(&self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year, self.month, 1).unwrap_or(NaiveDate::MIN)
    }

    /// Its last day.
    #[must_use]
    pub fn last_day(&self) -> NaiveDate {
        let next = if self.month == 12 {
            Self { year: self.year + 1, month: 1 }
        } else {
            Self { year: self.year, month: self.month + 1 }
        };
        next.first_day().pred_opt().unwrap_or(NaiveDate::MIN)
    }
}

/// When a promise is to be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Due {
    /// Within one period: "by 2025", "in the first quarter of 2025".
    In(Period),
    /// Between two days, both included, "in the next 3 to 4 years": due at the latest on the second.
    Between(NaiveDate, NaiveDate),
}

impl Due {
    /// The earliest and the latest day on which the promise can be due.
    #[must_use]
    pub fn days(&self) -> (NaiveDate, NaiveDate) {
        match self {
            Self::In(period) => (period.start(), period.end()),
            Self::Between(first, last) => (*first, *last),
        }
    }
}

/// A date known to the day, the month or the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp {
    /// The last day that it can be: what counts for "known at".
    pub day: NaiveDate,
    /// How much of it is known.
    pub precision: Precision,
}

/// How much of a [`Stamp`] is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// `2016-07-01`.
    Day,
    /// `2016-07`.
    Month,
    /// `2016`.
    Year,
}
