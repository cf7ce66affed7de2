//! A reference to a record of the dataset: what a row, a column or a link leads to.

use crate::dataset::records::{Actual, Id, Source, Subject, Target};

/// What a row, a column or a mark stands for: what Enter explains.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RecordRef {
    /// A promise.
    Target(Id<Target>),
    /// A reported figure.
    Actual(Id<Actual>),
    /// A publication.
    Source(Id<Source>),
    /// A place, an industry, a country.
    Subject(Id<Subject>),
    /// A check, by its place among those of the day.
    Check(usize),
}
