//! The period that each row of a table says: texts, dates in the order of the column, serial numbers of spreadsheets.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate};

use crate::import::cells::sheet::{Cell, Sheet};
use crate::import::flags::{DateOrder, ImportFlags, Role};
use crate::import::reading::periods::{Part, PartialPeriod};
use crate::import::reading::{dates, header};
use crate::import::report::Refusal;
use crate::import::table::columns::Columns;
use crate::import::table::frame::Frame;

/// Reads the period columns of all rows; a row without a period is absent.
///
/// # Errors
/// If a period cannot be read, or a date could be either way round.
pub(crate) fn read(
    sheet: &Sheet,
    frame: &Frame,
    columns: &Columns,
    flags: &ImportFlags,
) -> Result<BTreeMap<usize, PartialPeriod>, Refusal> {
    let order = match columns.with(Role::Period) {
        Some(column) => date_order(sheet, frame, column, flags)?,
        None => None,
    };
    let mut periods = BTreeMap::new();
    for row in frame.body(sheet) {
        let mut period = PartialPeriod::default();
        for role in [Role::Period, Role::Year] {
            if let Some(column) = columns.with(role) {
                period = period.or(read_cell(sheet, (row, column), order, flags)?);
            }
        }
        if !period.is_none() {
            periods.insert(row, period);
        }
    }
    if stand_for_months(periods.values()) {
        for period in periods.values_mut() {
            *period = period.day_as_month();
        }
    }
    if let Some(grain) = flags.by {
        for period in periods.values_mut() {
            *period = period.within(grain);
        }
    }
    Ok(periods)
}

fn read_cell(
    sheet: &Sheet,
    (row, column): (usize, usize),
    order: Option<DateOrder>,
    flags: &ImportFlags,
) -> Result<PartialPeriod, Refusal> {
    let cell = sheet.merged(row, column);
    let text = cell.text();
    if let Cell::Day(day) = cell {
        return Ok(PartialPeriod::of_day(*day));
    }
    if let Some(day) = dates::slashed(&text).zip(order).and_then(|(date, order)| dates::day(date, order)) {
        return Ok(PartialPeriod::of_day(day));
    }
    if let Some(day) = text.parse().ok().and_then(dates::serial) {
        return Ok(PartialPeriod::of_day(day));
    }
    let reading = header::read(&text, flags.fiscal.is_some());
    let has_figures = sheet.rows[row].iter().enumerate().any(|(at, cell)| {
        at != column
            && matches!(cell, Cell::Number(_) | Cell::Text(_))
            && cell.text().contains(|c: char| c.is_ascii_digit())
    });
    let is_label = crate::import::reading::words::is_total(&text);
    if (reading.period.is_none() || !reading.name.is_empty()) && !text.is_empty() && has_figures && !is_label {
        return Err(Refusal::sheet("import-period", &[("cell", &sheet.address(row, column)), ("found", &text)]));
    }
    Ok(reading.period)
}

/// The order of the dates with slashes in a column; none without any.
fn date_order(sheet: &Sheet, frame: &Frame, column: usize, flags: &ImportFlags) -> Result<Option<DateOrder>, Refusal> {
    let written: Vec<(usize, [u32; 3])> = frame
        .body(sheet)
        .filter_map(|row| dates::slashed(&sheet.cell(row, column).text()).map(|date| (row, date)))
        .collect();
    let Some((row, _)) = written.first() else { return Ok(None) };
    let possible = written.iter().map(|(_, date)| dates::possible_orders(*date));
    let [day_first, month_first] =
        possible.fold([true, true], |[all_day, all_month], [day, month]| [all_day && day, all_month && month]);
    let found = sheet.cell(*row, column).text();
    let args = [("cell", &*sheet.address(*row, column)), ("found", &*found)];
    match (flags.dates, day_first, month_first) {
        (Some(DateOrder::DayMonthYear), true, _) | (None, true, false) => Ok(Some(DateOrder::DayMonthYear)),
        (Some(DateOrder::MonthDayYear), _, true) | (None, false, true) => Ok(Some(DateOrder::MonthDayYear)),
        (None, true, true) => Err(Refusal::flag("import-dates", &args)),
        _ => Err(Refusal::sheet("import-mixed-dates", &args)),
    }
}

/// Dates that are all the first or all the last day of a month stand for the month.
fn stand_for_months<'a>(periods: impl Iterator<Item = &'a PartialPeriod>) -> bool {
    let (mut days, mut first, mut last) = (0, true, true);
    for period in periods {
        let Some((Part::Day(month, day), year)) = period.part.zip(period.year) else { return false };
        let next = NaiveDate::from_ymd_opt(year, month, day).and_then(|day| day.checked_add_days(Days::new(1)));
        days += 1;
        first &= day == 1;
        last &= next.is_some_and(|next| next.day() == 1);
    }
    days > 0 && (first || last)
}
