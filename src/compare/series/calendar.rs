//! Days as places on the line of years (analytics 10, "time coordinate").

use chrono::{Datelike, NaiveDate};

/// Where a day stands: the end of year Y is Y; a day is Y − 1 + (day of year) ÷ (days in the year).
#[must_use]
pub fn decimal_year(day: NaiveDate) -> f64 {
    let days = if day.leap_year() { 366.0 } else { 365.0 };
    f64::from(day.year() - 1) + f64::from(day.ordinal()) / days
}
