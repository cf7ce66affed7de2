//! Periods, due dates and partial dates: their notation, first and last days. What a deadline means for a metric is in
//! `compare::window`.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::dataset::diagnose::problem::{Fault, quote};

/// The time that a figure covers or in which a target is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Period {
    /// A year, months, days.
    pub span: Span,
    /// Written with a trailing `~`.
    pub is_approximate: bool,
}

/// The shapes of a [`Period`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Month {
    /// The year, 1 to 9999.
    pub year: i32,
    /// The month, 1 to 12.
    pub month: u32,
}

impl Period {
    /// The period between two days, both included, in the largest unit that fits: a year, months, a day, days.
    pub fn between(first: NaiveDate, last: NaiveDate) -> Self {
        let (from, to) = (Month::of(first), Month::of(last));
        let whole_months = first == from.first_day() && last == to.last_day();
        let span = match (whole_months, from.month, to.month) {
            (true, 1, 12) if from.year == to.year => Span::Year(from.year),
            (true, ..) => Span::Months(from, to),
            _ if first == last => Span::Day(first),
            _ => Span::Days(first, last),
        };
        Self { span, is_approximate: false }
    }

    /// The first day.
    pub fn start(&self) -> NaiveDate {
        match self.span {
            Span::Year(year) => Month { year, month: 1 }.first_day(),
            Span::Half(year, half) => Month { year, month: half * 6 - 5 }.first_day(),
            Span::Quarter(year, quarter) => Month { year, month: quarter * 3 - 2 }.first_day(),
            Span::Months(first, _) => first.first_day(),
            Span::Day(day) | Span::Days(day, _) => day,
        }
    }

    /// The last day.
    pub fn end(&self) -> NaiveDate {
        match self.span {
            Span::Year(year) => Month { year, month: 12 }.last_day(),
            Span::Half(year, half) => Month { year, month: half * 6 }.last_day(),
            Span::Quarter(year, quarter) => Month { year, month: quarter * 3 }.last_day(),
            Span::Months(_, last) => last.last_day(),
            Span::Day(day) | Span::Days(_, day) => day,
        }
    }

    /// Its first and last day.
    pub fn days(&self) -> (NaiveDate, NaiveDate) {
        (self.start(), self.end())
    }

    /// The calendar year, if the period is exactly one.
    pub fn full_year(&self) -> Option<i32> {
        let (start, end) = (self.start(), self.end());
        let whole = start.ordinal() == 1 && end.month() == 12 && end.day() == 31;
        (whole && start.year() == end.year()).then(|| start.year())
    }

    /// The year and the number of months, if the period is January to some month before December.
    pub fn year_to_date(&self) -> Option<(i32, u32)> {
        let (start, end) = (self.start(), self.end());
        let from_january = start.ordinal() == 1 && end == Month::of(end).last_day();
        (from_january && start.year() == end.year() && end.month() < 12).then(|| (end.year(), end.month()))
    }
}

impl Month {
    /// The month that contains `day`.
    pub fn of(day: NaiveDate) -> Self {
        Self { year: day.year(), month: day.month() }
    }

    /// The first day; the earliest representable date for a month outside the calendar, which parsing refuses.
    pub fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year, self.month, 1).unwrap_or(NaiveDate::MIN)
    }

    /// Its last day.
    pub fn last_day(self) -> NaiveDate {
        let last = (28..=31).rev().find_map(|day| NaiveDate::from_ymd_opt(self.year, self.month, day));
        last.unwrap_or(NaiveDate::MIN)
    }
}

/// When a target is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Due {
    /// Within one period: "by 2025", "in the first quarter of 2025".
    In(Period),
    /// Between two days, both included, "in the next 3 to 4 years": due on the second at the latest.
    Between(NaiveDate, NaiveDate),
}

impl Due {
    /// The calendar year, if it is due in exactly one.
    pub fn year(&self) -> Option<i32> {
        match self {
            Self::In(period) => period.full_year(),
            Self::Between(..) => None,
        }
    }

    /// The earliest and the latest day on which it can be due.
    pub fn days(&self) -> (NaiveDate, NaiveDate) {
        match self {
            Self::In(period) => (period.start(), period.end()),
            Self::Between(first, last) => (*first, *last),
        }
    }
}

/// A date known to the day, the month or the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PartialDate {
    /// The last possible day; decides what was known on a date.
    pub day: NaiveDate,
    /// Its precision.
    pub precision: DatePrecision,
}

/// The precision of a [`PartialDate`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum DatePrecision {
    /// `2016-07-01`.
    Day,
    /// `2016-07`.
    Month,
    /// `2016`.
    Year,
}

impl PartialDate {
    /// The first possible day.
    pub fn first_day(self) -> NaiveDate {
        match self.precision {
            DatePrecision::Day => self.day,
            DatePrecision::Month => Month::of(self.day).first_day(),
            DatePrecision::Year => Month { year: self.day.year(), month: 1 }.first_day(),
        }
    }

    /// Reads `2016-07-01`, `2016-07` or `2016`.
    ///
    /// # Errors
    /// What was found and what to write instead.
    pub fn parse(written: &str) -> Result<Self, Fault> {
        parse_partial_date(written.trim())
            .ok_or_else(|| Fault::new(format!("{} is not a date", quote(written)), "write 2016-07-01, 2016-07 or 2016"))
    }
}

impl Period {
    /// Reads a period in the notation of dataset files.
    ///
    /// # Errors
    /// What was found and what to write instead.
    pub fn parse(written: &str) -> Result<Self, Fault> {
        let text = written.trim();
        let (text, approximate) = text.strip_suffix('~').map_or((text, false), |rest| (rest.trim_end(), true));
        let span = match text.split_once('/') {
            None => parse_single_span(text),
            Some((first, last)) => between(first, last),
        };
        let span = span.ok_or_else(|| {
            Fault::new(
                format!("{} is not a period", quote(written)),
                "write 2025, 2025-H1, 2025-Q1, 2025-09, 2016-01/2016-05, 2025-10-21 or 2016-07-01/2020-12-31; \
                 a trailing ~ means approximate",
            )
        })?;
        let period = Self { span, is_approximate: approximate };
        if period.start() > period.end() {
            return Err(Fault::new(
                format!("the period {} ends before it starts", quote(written)),
                "write the earlier end first",
            ));
        }
        Ok(period)
    }
}

impl Due {
    /// Reads a period, or a range of dates, `2019-07-01..2020-07-01`.
    ///
    /// # Errors
    /// What was found and what to write instead.
    pub fn parse(written: &str) -> Result<Self, Fault> {
        let Some((first, last)) = written.split_once("..") else { return Period::parse(written).map(Self::In) };
        let (first, last) = (PartialDate::parse(first)?.first_day(), PartialDate::parse(last)?.day);
        if first > last {
            return Err(Fault::new(
                format!("the range {} ends before it starts", quote(written)),
                "write the earlier date first",
            ));
        }
        Ok(Self::Between(first, last))
    }
}

fn parse_single_span(text: &str) -> Option<Span> {
    let part = |text: &str, sign: &str, last: u32| {
        let (year, number) = text.split_once(sign)?;
        let number = parse_digits(number, 1)?;
        (1..=last).contains(&number).then_some((crate::dataset::format::period::year(year)?, number))
    };
    if let Some((year, half)) = part(text, "-H", 2) {
        return Some(Span::Half(year, half));
    }
    if let Some((year, quarter)) = part(text, "-Q", 4) {
        return Some(Span::Quarter(year, quarter));
    }
    let stamp = parse_partial_date(text)?;
    Some(match stamp.precision {
        DatePrecision::Year => Span::Year(stamp.day.year()),
        DatePrecision::Month => Span::Months(Month::of(stamp.day), Month::of(stamp.day)),
        DatePrecision::Day => Span::Day(stamp.day),
    })
}

fn between(first: &str, last: &str) -> Option<Span> {
    let (first, last) = (parse_partial_date(first.trim())?, parse_partial_date(last.trim())?);
    match (first.precision, last.precision) {
        (DatePrecision::Month, DatePrecision::Month) => Some(Span::Months(Month::of(first.day), Month::of(last.day))),
        (DatePrecision::Day, DatePrecision::Day) => Some(Span::Days(first.day, last.day)),
        _ => None,
    }
}

fn parse_partial_date(text: &str) -> Option<PartialDate> {
    let mut parts = text.splitn(3, '-');
    let year = year(parts.next()?)?;
    let Some(month) = parts.next() else {
        return Some(PartialDate { day: Month { year, month: 12 }.last_day(), precision: DatePrecision::Year });
    };
    let month = parse_digits(month, 2).filter(|month| (1..=12).contains(month))?;
    let Some(day) = parts.next() else {
        return Some(PartialDate { day: Month { year, month }.last_day(), precision: DatePrecision::Month });
    };
    let day = NaiveDate::from_ymd_opt(year, month, parse_digits(day, 2)?)?;
    Some(PartialDate { day, precision: DatePrecision::Day })
}

fn year(text: &str) -> Option<i32> {
    parse_digits(text, 4).filter(|year| *year > 0).and_then(|year| i32::try_from(year).ok())
}

/// A number of exactly `count` digits.
fn parse_digits(text: &str, count: usize) -> Option<u32> {
    (text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}
