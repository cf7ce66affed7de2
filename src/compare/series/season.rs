//! The months of a year that are compared with each other: calendar years, twelve other months, or a part of a year such as
//! the fourth quarter (analytics 1.6 and 10, "twelve months that are not a calendar year", "a window that is part of a year").

use chrono::{Datelike, Months, NaiveDate};

use crate::compare::series::calendar::whole_months;
use crate::compare::series::figure::Figure;
use crate::compare::series::tiling;
use crate::dataset::format::period::{Month, Span};
use crate::dataset::records::MetricKind;

/// Consecutive months that recur every year. Each recurrence is named by the calendar year in which it ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Season {
    /// The first month, 1 to 12.
    first_month: u32,
    /// The number of months.
    months: u32,
}

impl Season {
    pub(crate) const CALENDAR_YEAR: Self = Self { first_month: 1, months: 12 };

    /// The season of a period; none if it is not whole months.
    pub(crate) fn of(first: NaiveDate, last: NaiveDate) -> Option<Self> {
        let months = u32::try_from(whole_months(first, last)?).ok()?;
        Some(Self { first_month: first.month(), months })
    }

    /// Twelve months from this one on.
    fn year_from(first_month: u32) -> Self {
        Self { first_month, months: 12 }
    }

    pub(crate) fn is_year(self) -> bool {
        self.months == 12
    }

    pub(crate) fn is_within_year(self) -> bool {
        self.months <= 12
    }

    /// The first and last day in the year of this name.
    pub(crate) fn days(self, year: i32) -> (NaiveDate, NaiveDate) {
        let months_before_year_end = self.last_month_offset();
        let last = Month { year, month: 12 }.first_day() - Months::new(months_before_year_end);
        let first = last - Months::new(self.months - 1);
        (first, Month::of(last).last_day())
    }

    /// The name of the recurrence that contains the period; none if no single one does.
    pub(crate) fn year_of(self, first: NaiveDate, last: NaiveDate) -> Option<i32> {
        [last.year(), last.year() + 1].into_iter().find(|year| {
            let (start, end) = self.days(*year);
            start <= first && last <= end
        })
    }

    /// Whether the period covers exactly these months.
    pub(crate) fn is_full(self, first: NaiveDate, last: NaiveDate) -> bool {
        Self::of(first, last) == Some(self)
    }

    /// The number of months, fewer than the season's, if the period begins with the season and is whole months.
    pub(crate) fn months_so_far(self, first: NaiveDate, last: NaiveDate) -> Option<u32> {
        let months = u32::try_from(whole_months(first, last)?).ok()?;
        (first.month() == self.first_month && months < self.months).then_some(months)
    }

    /// Months from the end of the season to the end of its calendar year.
    fn last_month_offset(self) -> u32 {
        (12 - (self.first_month + self.months - 1) % 12) % 12
    }
}

/// The twelve months that "in 2025" means for a series with these figures: those of its years, if all figures are for the same
/// twelve months other than a calendar year, or for parts of them, and the parts add up to no calendar year; else the calendar
/// year (analytics 10, "a due year where nothing is known of calendar years").
pub(crate) fn year_meant(kind: MetricKind, figures: &[Figure]) -> Season {
    let calendar = Season::CALENDAR_YEAR;
    if !matches!(kind, MetricKind::Flow | MetricKind::Share | MetricKind::Growth | MetricKind::Ratio) {
        return calendar;
    }
    let mut years = figures.iter().filter(|figure| whole_months(figure.first, figure.last) == Some(12));
    let Some(first_month) = years.next().map(|figure| figure.first.month()).filter(|month| *month != 1) else {
        return calendar;
    };
    let season = Season::year_from(first_month);
    let is_day = |figure: &Figure| kind != MetricKind::Flow && matches!(figure.period.span, Span::Day(_));
    let fits = |figure: &Figure| season.year_of(figure.first, figure.last).is_some() && !is_day(figure);
    let adds_up = || {
        let mut named: Vec<i32> = figures.iter().map(|figure| figure.first.year()).collect();
        named.dedup();
        named.into_iter().any(|year| tiling::tiles_year(figures, calendar.days(year)))
    };
    if figures.iter().all(fits) && !adds_up() { season } else { calendar }
}
