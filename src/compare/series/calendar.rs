//! Dates as calendar years in `f64`, and periods of whole months (analytics 10, "time coordinate").

use chrono::{Datelike, NaiveDate};

/// A date in calendar years: the end of year Y is Y.0 (2025-12-31 is 2025.0, 2025-07-02 about 2024.5); a day is
/// `Y − 1 + (day of year) ÷ (days in the year)`.
pub fn decimal_year(day: NaiveDate) -> f64 {
    let days = if day.leap_year() { 366.0 } else { 365.0 };
    f64::from(day.year() - 1) + f64::from(day.ordinal()) / days
}

/// The number of months, if the period is whole months.
pub(crate) fn whole_months(first: NaiveDate, last: NaiveDate) -> Option<i32> {
    let whole = first.day() == 1 && last.succ_opt().is_some_and(|next| next.day() == 1);
    let number = |day: NaiveDate| day.year() * 12 + day.month().cast_signed();
    whole.then(|| number(last) - number(first) + 1)
}
