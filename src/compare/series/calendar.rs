//! Days as places on the line of years (analytics 10, "time coordinate").

use chrono::{Datelike, NaiveDate};

/// Where a day stands: the end of year Y is Y; a day is Y − 1 + (day of year) ÷ (days in the year).
#[must_use]
pub fn decimal_year(day: NaiveDate) -> f64 {
    let days = if day.leap_year() { 366.0 } else { 365.0 };
    f64::from(day.year() - 1) + f64::from(day.ordinal()) / days
}

/// The year that days belong to, and whether they stand for the whole of it (analytics 10, "twelve months that are not a
/// calendar year"); none for days that span years otherwise.
pub(crate) fn year_covered(first: NaiveDate, last: NaiveDate) -> Option<(i32, bool)> {
    let year = last.year();
    if whole_months(first, last) == Some(12) {
        return Some((year, true));
    }
    (first.year() == year).then_some((year, false))
}

/// The months of days that run from January on, and not to December.
pub(crate) fn months_from_january(first: NaiveDate, last: NaiveDate) -> Option<u32> {
    let months = whole_months(first, last)?;
    (first.month() == 1 && months < 12).then(|| months.unsigned_abs())
}

/// How many whole months these days are, if they are whole months.
pub(crate) fn whole_months(first: NaiveDate, last: NaiveDate) -> Option<i32> {
    let whole = first.day() == 1 && last.succ_opt().is_some_and(|next| next.day() == 1);
    let number = |day: NaiveDate| day.year() * 12 + day.month().cast_signed();
    whole.then(|| number(last) - number(first) + 1)
}
