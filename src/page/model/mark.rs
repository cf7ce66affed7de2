//! Marks: small signs with one meaning each. Renderers have a glyph and an ASCII fallback for every one (analytics 5.2).

/// A small sign beside words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mark {
    /// Met, or met early.
    Met,
    /// Met late.
    MetLate,
    /// Missed.
    Missed,
    /// On track.
    OnTrack,
    /// Behind.
    Behind,
    /// At risk.
    AtRisk,
    /// Not yet due.
    NotYetDue,
    /// Awaiting data.
    Awaiting,
    /// No data.
    NoData,
    /// Unquantified, not dated or not said.
    Unquantified,
    /// The figures allow two answers.
    Undetermined,
    /// Sources disagree.
    Contested,
    /// A plant that works.
    Operating,
    /// A plant being built.
    Building,
    /// A plant that is planned.
    Planned,
    /// A plant that closed, or never came.
    Closed,
    /// A plant of which nothing is known, or a status of the file's own.
    Unknown,
    /// Restates an earlier promise (λ).
    Restated,
    /// Rests on an estimate.
    Estimate,
    /// Said: a statement, on a timeline.
    Said,
    /// Due: a promised date, on a timeline.
    Due,
    /// Happened: an event or a report, on a timeline.
    Happened,
}
