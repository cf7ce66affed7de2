//! The filter and the sort order of a table's rows, and their result. `search::filter` applies them.

/// The filter and sort order of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RowFilter {
    /// The words a row has to contain, as typed.
    pub words: String,
    /// The name of the status a row has to have: `missed`.
    pub status: Option<String>,
    /// None for file order.
    pub order: Option<SortOrder>,
}

/// A sort order of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SortOrder {
    /// The index of the column.
    pub column: usize,
    /// Ascending or descending.
    pub direction: SortDirection,
}

/// The direction of a sort order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SortDirection {
    /// Smallest, first, earliest on top.
    Ascending,
    /// Largest, last, latest on top.
    Descending,
}

/// How the rows of a table were filtered and sorted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FilterResult {
    /// The words searched for, as typed.
    pub words: String,
    /// The status the rows have to have.
    pub status: Option<RowStatus>,
    /// Their sort order.
    pub order: Option<SortOrder>,
    /// The statuses of all rows, each once, in their order.
    pub statuses: Vec<RowStatus>,
    /// The number of rows before the filter, without headings.
    pub all: usize,
    /// The number of rows left.
    pub found: usize,
    /// No row has the words; those left have similar ones.
    pub is_fuzzy: bool,
}

impl RowFilter {
    /// Whether it leaves out rows.
    pub fn is_active(&self) -> bool {
        !self.words.trim().is_empty() || self.status.is_some()
    }
}

impl SortDirection {
    /// The opposite direction.
    pub fn reversed(self) -> Self {
        match self {
            Self::Ascending => Self::Descending,
            Self::Descending => Self::Ascending,
        }
    }
}

impl FilterResult {
    /// Whether words or a status were asked for.
    pub fn is_filtered(&self) -> bool {
        !self.words.is_empty() || self.status.is_some()
    }
}

/// The status of a row: a verdict, the outcome of a check, the status of a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowStatus {
    /// The name for programs, the same in every language: `missed`.
    pub name: String,
    /// The word in the language of the page.
    pub word: String,
    /// Its position among the statuses of the page.
    pub place: usize,
}
