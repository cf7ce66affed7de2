//! The filter and the sort order of a table's rows, and what they left over. Applying them is in `search::filter`.

/// What is asked of the rows of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RowFilter {
    /// Words that they have to contain, as typed.
    pub words: String,
    /// The name of how they have to stand: `missed`.
    pub status: Option<String>,
    /// The order; none for that of the file.
    pub order: Option<SortOrder>,
}

/// An order of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SortOrder {
    /// The column that they are sorted by.
    pub column: usize,
    /// Which way it runs.
    pub direction: SortDirection,
}

/// Which way an order runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SortDirection {
    /// The least, the first, the earliest on top.
    Ascending,
    /// The most, the last, the latest on top.
    Descending,
}

/// What became of the rows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FilterResult {
    /// The words that were asked for, as typed.
    pub words: String,
    /// How they had to stand.
    pub status: Option<RowStatus>,
    /// The order they are in.
    pub order: Option<SortOrder>,
    /// How rows of the whole list stand, each once, in their order.
    pub statuses: Vec<RowStatus>,
    /// How many rows the whole list has, headings apart.
    pub all: usize,
    /// How many are left.
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
    /// The other way.
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

/// How something stands: a verdict, the outcome of a check, the status of a plant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowStatus {
    /// Its name in every language and on the command line: `missed`.
    pub name: String,
    /// The word for it.
    pub word: String,
    /// Its place among the others.
    pub place: usize,
}
