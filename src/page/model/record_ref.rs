//! A reference to a record of the dataset: what a row, a column or a link leads to.

use crate::dataset::records::{Actual, Id, Source, Subject, Target};

/// What a row, a column or a link stands for; Enter explains it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RecordRef {
    /// A target or a forecast.
    Target(Id<Target>),
    /// The calculation of the verdict of a target.
    Calculation(Id<Target>),
    /// A reported figure or event.
    Actual(Id<Actual>),
    /// A source.
    Source(Id<Source>),
    /// A site, an industry, a country.
    Subject(Id<Subject>),
    /// A consistency check, by its index among those of the as-of date.
    Check(usize),
}
