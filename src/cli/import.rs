//! The arguments of `planfact import`: each flag decides what would be guessed.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Args;

use crate::cli::values;
use crate::import::flags::{DateOrder, DecimalMark, Grain, ImportFlags, Role, RowMerge};

const DECIMAL: [(&str, DecimalMark); 2] = [("comma", DecimalMark::Comma), ("point", DecimalMark::Point)];
const DATES: [(&str, DateOrder); 2] = [("dmy", DateOrder::DayMonthYear), ("mdy", DateOrder::MonthDayYear)];
const ROWS: [(&str, RowMerge); 2] = [("sum", RowMerge::Sum), ("last", RowMerge::Last)];
const BY: [(&str, Grain); 3] = [("month", Grain::Month), ("quarter", Grain::Quarter), ("year", Grain::Year)];

/// The arguments of `planfact import`.
#[derive(Debug, Clone, Default, Args)]
pub struct ImportArgs {
    /// Spreadsheet; - is standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Write the dataset to this file
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// What a column holds, by its header, letter or number: metric, subject, period, year, kind, plan, fact, forecast, value, unit, note, ignore
    #[arg(long, value_name = "ROLE=COLUMN", value_parser = role)]
    map: Vec<(Role, String)>,
    /// Name or number of the sheet
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// Header rows, such as 4 or 4-5
    #[arg(long, value_name = "ROWS", value_parser = rows)]
    header: Option<(usize, usize)>,
    /// Year of periods without one
    #[arg(long)]
    year: Option<i32>,
    /// Period of figures without one, such as 2023-H1
    #[arg(long, value_parser = period)]
    period: Option<String>,
    /// Month with which the financial year begins, such as 04
    #[arg(long, value_name = "MONTH", value_parser = clap::value_parser!(u32).range(1..=12))]
    fiscal: Option<u32>,
    /// Decimal mark
    #[arg(long, value_name = "MARK", value_parser = values::word(&DECIMAL))]
    decimal: Option<DecimalMark>,
    /// Order of dates with slashes
    #[arg(long, value_name = "ORDER", value_parser = values::word(&DATES))]
    dates: Option<DateOrder>,
    /// Text that stands for no figure
    #[arg(long, value_name = "TEXT")]
    missing: Vec<String>,
    /// Character between the fields of a text file; tab for a tab
    #[arg(long, value_name = "CHAR", value_parser = delimiter)]
    delimiter: Option<char>,
    /// Encoding of a text file, such as windows-1251
    #[arg(long)]
    encoding: Option<String>,
    /// Metric of a sheet that names none
    #[arg(long)]
    metric: Option<String>,
    /// Subject of a sheet that names none
    #[arg(long)]
    subject: Option<String>,
    /// Unit of all metrics, or of one as METRIC=UNIT
    #[arg(long, value_name = "UNIT")]
    unit: Vec<String>,
    /// Metric of which less is better
    #[arg(long, value_name = "METRIC")]
    less: Vec<String>,
    /// Metric that is a level on a day
    #[arg(long, value_name = "METRIC")]
    stock: Vec<String>,
    /// Several rows of one metric, subject and period: add them up, or take the last
    #[arg(long, value_name = "HOW", value_parser = values::word(&ROWS))]
    rows: Option<RowMerge>,
    /// Put dates into periods of this length
    #[arg(long, value_name = "LENGTH", value_parser = values::word(&BY))]
    by: Option<Grain>,
    /// When the plan was stated [default: the day before the first period]
    #[arg(long, value_name = "DATE", value_parser = values::date)]
    said: Option<NaiveDate>,
    /// When the figures were published [default: the last day of each period]
    #[arg(long, value_name = "DATE", value_parser = values::date)]
    published: Option<NaiveDate>,
    /// Who published the sheet
    #[arg(long, value_name = "NAME")]
    publisher: Option<String>,
}

impl ImportArgs {
    /// The decisions about the sheet.
    pub fn flags(&self) -> ImportFlags {
        let unit = |written: &String| match written.split_once('=') {
            Some((metric, unit)) => (Some(metric.to_owned()), unit.to_owned()),
            None => (None, written.clone()),
        };
        ImportFlags {
            map: self.map.clone(),
            sheet: self.sheet.clone(),
            header: self.header,
            year: self.year,
            period: self.period.clone(),
            fiscal: self.fiscal,
            decimal: self.decimal,
            dates: self.dates,
            missing: self.missing.clone(),
            delimiter: self.delimiter,
            encoding: self.encoding.clone(),
            metric: self.metric.clone(),
            subject: self.subject.clone(),
            units: self.unit.iter().map(unit).collect(),
            less: self.less.clone(),
            stock: self.stock.clone(),
            rows: self.rows,
            by: self.by,
            said: self.said,
            published: self.published,
            publisher: self.publisher.clone(),
        }
    }
}

fn role(written: &str) -> Result<(Role, String), String> {
    let known = || Role::NAMES.map(|(name, _)| name).join(", ");
    let (role, column) = written.split_once('=').ok_or("write ROLE=COLUMN, such as plan=D")?;
    let role =
        Role::NAMES.iter().find(|(name, _)| *name == role).ok_or_else(|| format!("the roles are {}", known()))?;
    Ok((role.1, column.to_owned()))
}

fn rows(written: &str) -> Result<(usize, usize), String> {
    let (first, last) = written.split_once('-').unwrap_or((written, written));
    match (first.parse::<usize>(), last.parse::<usize>()) {
        (Ok(first), Ok(last)) if 0 < first && first <= last => Ok((first, last)),
        _ => Err("write one row or two, such as 4 or 4-5".to_owned()),
    }
}

fn period(written: &str) -> Result<String, String> {
    let period = crate::dataset::format::period::Period::parse(written);
    period.map(|_| written.to_owned()).map_err(|_| "write a period such as 2024, 2024-Q1 or 2024-03".to_owned())
}

fn delimiter(written: &str) -> Result<char, String> {
    let mut letters = written.chars();
    match (written, letters.next(), letters.next()) {
        ("tab" | "\\t", ..) => Ok('\t'),
        (_, Some(sign), None) if sign.is_ascii() => Ok(sign),
        _ => Err("write one character, or tab".to_owned()),
    }
}
