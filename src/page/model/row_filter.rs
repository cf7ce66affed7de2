//! What a reader asks of the rows of a table, and what was found. How rows are filtered and sorted: `search::filter`.

/// Which rows of a table are wanted, and in which order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RowFilter {
    /// Words that a row or its heading must contain, as typed.
    pub words: String,
    /// The name of the status that rows must have ([`RowStatus::name`]): `missed`.
    pub status: Option<String>,
    /// The order; none for that of the file.
    pub order: Option<SortOrder>,
}

/// A sort by one column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SortOrder {
    /// The index of the column.
    pub column: usize,
    /// Its direction.
    pub direction: SortDirection,
}

/// The direction of a sort.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SortDirection {
    /// The smallest or earliest first.
    Ascending,
    /// The largest or latest first.
    Descending,
}

/// The status of a row: a verdict, the outcome of a check, the status of a plant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowStatus {
    /// Its name in every language and on the command line: `missed`.
    pub name: String,
    /// Its word in the language of the page.
    pub word: String,
    /// Its place in the order of statuses.
    pub place: usize,
}

/// The filter that a table was built with, and how many rows it left.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FilterResult {
    /// The words of the filter, trimmed.
    pub words: String,
    /// The status of the filter.
    pub status: Option<RowStatus>,
    /// The order of the rows.
    pub order: Option<SortOrder>,
    /// The statuses of all rows, each once, in their order.
    pub statuses: Vec<RowStatus>,
    /// How many rows the whole table has, headings not counted.
    pub all: usize,
    /// How many rows are left, headings not counted.
    pub found: usize,
}

impl RowFilter {
    /// Whether rows are left out.
    #[must_use]
    pub fn is_active(&self) -> bool {
        !self.words.trim().is_empty() || self.status.is_some()
    }
}

impl SortDirection {
    /// The opposite direction.
    #[must_use]
    pub fn reversed(self) -> Self {
        match self {
            Self::Ascending => Self::Descending,
            Self::Descending => Self::Ascending,
        }
    }
}

impl FilterResult {
    /// Whether rows were left out.
    #[must_use]
    pub fn is_filtered(&self) -> bool {
        !self.words.is_empty() || self.status.is_some()
    }
}
