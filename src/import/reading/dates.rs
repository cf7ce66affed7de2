//! Dates with slashes, whose order the column decides, and the day numbers of spreadsheets.

use chrono::{Days, NaiveDate};

use crate::import::flags::DateOrder;

/// The two numbers and the year of `03/04/2024`.
pub(crate) fn slashed(text: &str) -> Option<[u32; 3]> {
    let mut parts = text.trim().split('/').map(|part| part.parse::<u32>().ok());
    let (Some(Some(first)), Some(Some(second)), Some(Some(year)), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return None;
    };
    ((1..=31).contains(&first) && (1..=31).contains(&second) && (1900..=2100).contains(&year))
        .then_some([first, second, year])
}

/// The orders in which a date can be read.
pub(crate) fn possible_orders(date: [u32; 3]) -> [bool; 2] {
    [DateOrder::DayMonthYear, DateOrder::MonthDayYear].map(|order| day(date, order).is_some())
}

/// The day that a date means in an order.
pub(crate) fn day([first, second, year]: [u32; 3], order: DateOrder) -> Option<NaiveDate> {
    let (day, month) = match order {
        DateOrder::DayMonthYear => (first, second),
        DateOrder::MonthDayYear => (second, first),
    };
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

/// The day of a spreadsheet's serial number: 45292 is 1 January 2024. Only the years 1954 to 2064, where no figure of a year is.
pub(crate) fn serial(number: f64) -> Option<NaiveDate> {
    let is_serial = (20_000.0..60_000.0).contains(&number) && number.fract() == 0.0;
    let days = is_serial.then(|| format!("{number}").parse::<u64>().ok()).flatten()?;
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(days))
}
