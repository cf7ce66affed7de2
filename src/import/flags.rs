//! What a person decides about a sheet; each decision replaces a guess.

use chrono::NaiveDate;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// What is counted.
    Metric,
    /// Whose figure it is.
    Subject,
    /// The time of a row.
    Period,
    /// The year of a row, where its period has none.
    Year,
    /// Whether a row is plan, fact or forecast.
    Kind,
    /// Figures planned.
    Plan,
    /// Figures reported.
    Fact,
    /// Figures forecast.
    Forecast,
    /// Figures of the kind that their row says.
    Value,
    /// The unit of a row.
    Unit,
    /// A remark on a row.
    Note,
    /// Nothing that is imported.
    Ignore,
}

impl Role {
    /// The names on the command line.
    pub const NAMES: [(&'static str, Self); 12] = [
        ("metric", Self::Metric),
        ("subject", Self::Subject),
        ("period", Self::Period),
        ("year", Self::Year),
        ("kind", Self::Kind),
        ("plan", Self::Plan),
        ("fact", Self::Fact),
        ("forecast", Self::Forecast),
        ("value", Self::Value),
        ("unit", Self::Unit),
        ("note", Self::Note),
        ("ignore", Self::Ignore),
    ];

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, role)| *role == self).map_or("", |(name, _)| name)
    }
}

/// The character before the decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecimalMark {
    /// `1,234.5`
    Point,
    /// `1.234,5`
    Comma,
}

/// The order of the parts of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateOrder {
    /// `31/12/2024`
    DayMonthYear,
    /// `12/31/2024`
    MonthDayYear,
}

/// How several rows of one metric, subject and period become one figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowMerge {
    /// They are added up.
    Sum,
    /// The last one counts.
    Last,
}

/// The length of period that dates are put into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grain {
    /// Calendar months.
    Month,
    /// Calendar quarters.
    Quarter,
    /// Calendar years.
    Year,
}

/// The decisions; what is absent is guessed from the sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportFlags {
    /// Role and column: its header, letter or number.
    pub map: Vec<(Role, String)>,
    /// Name or number of the sheet of a workbook.
    pub sheet: Option<String>,
    /// First and last header row, from 1.
    pub header: Option<(usize, usize)>,
    /// The year of periods that have none.
    pub year: Option<i32>,
    /// The period of figures that have none, in the notation of datasets.
    pub period: Option<String>,
    /// The month with which a financial year begins.
    pub fiscal: Option<u32>,
    /// The decimal mark.
    pub decimal: Option<DecimalMark>,
    /// The order of dates with slashes.
    pub dates: Option<DateOrder>,
    /// Further texts that stand for no figure.
    pub missing: Vec<String>,
    /// The character between the fields of a text file.
    pub delimiter: Option<char>,
    /// The encoding of a text file.
    pub encoding: Option<String>,
    /// The metric of a sheet that names none.
    pub metric: Option<String>,
    /// The subject of a sheet that names none.
    pub subject: Option<String>,
    /// Units: of a metric, or of all.
    pub units: Vec<(Option<String>, String)>,
    /// Metrics of which less is better.
    pub less: Vec<String>,
    /// Metrics that are levels on a day.
    pub stock: Vec<String>,
    /// What becomes of several rows a key.
    pub rows: Option<RowMerge>,
    /// The periods that dates are put into.
    pub by: Option<Grain>,
    /// When the plan was stated.
    pub said: Option<NaiveDate>,
    /// When the figures were published.
    pub published: Option<NaiveDate>,
    /// Who published the sheet.
    pub publisher: Option<String>,
}
