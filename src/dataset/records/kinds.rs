//! The keywords of records, and how a file writes them.

use serde::{Deserialize, Serialize};

/// Kinds of publisher, in order of preference (analytics 4.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum SourceKind {
    /// A statistics office.
    Statistics,
    /// A government body.
    Government,
    /// A trade association.
    Association,
    /// A company.
    Company,
    /// A newspaper, an agency, a broadcaster.
    Press,
    /// Anyone else.
    Other,
}

impl SourceKind {
    /// The keywords of a file.
    pub const NAMES: [(&'static str, Self); 6] = [
        ("statistics", Self::Statistics),
        ("government", Self::Government),
        ("association", Self::Association),
        ("company", Self::Company),
        ("press", Self::Press),
        ("other", Self::Other),
    ];
}

/// How the values of a metric relate to time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum MetricKind {
    /// Output within a period.
    Flow,
    /// A total over a programme.
    Cumulative,
    /// A level on a day.
    Stock,
    /// A part of a whole, in per cent.
    Share,
    /// The change on the period before, in per cent.
    Growth,
    /// A ratio of two quantities.
    Ratio,
    /// An event; its value is the period in which it happens.
    Milestone,
}

impl MetricKind {
    /// The keywords of a file.
    pub const NAMES: [(&'static str, Self); 7] = [
        ("flow", Self::Flow),
        ("cumulative", Self::Cumulative),
        ("stock", Self::Stock),
        ("share", Self::Share),
        ("growth", Self::Growth),
        ("ratio", Self::Ratio),
        ("milestone", Self::Milestone),
    ];
}

/// Which direction is good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Better {
    /// Higher values.
    More,
    /// Lower values.
    Less,
}

impl Better {
    /// The keywords of a file.
    pub const NAMES: [(&'static str, Self); 2] = [("more", Self::More), ("less", Self::Less)];
}

/// The kind of a subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SubjectKind {
    /// A country.
    Country,
    /// An industry.
    Industry,
    /// A plant or another place of production; it has a page.
    Site,
    /// A brand.
    Brand,
    /// Anything else.
    Other,
}

impl SubjectKind {
    /// The keywords of a file.
    pub const NAMES: [(&'static str, Self); 5] = [
        ("country", Self::Country),
        ("industry", Self::Industry),
        ("site", Self::Site),
        ("brand", Self::Brand),
        ("other", Self::Other),
    ];
}

/// Target, forecast or plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TargetKind {
    /// Somebody intends to reach it.
    Target,
    /// Somebody expects it.
    Forecast,
    /// The plan for a period: judged on that period alone.
    Plan,
}

impl TargetKind {
    /// The keywords of a file.
    pub const NAMES: [(&'static str, Self); 3] =
        [("target", Self::Target), ("forecast", Self::Forecast), ("plan", Self::Plan)];
}

/// What a target asks for (analytics 1.7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Goal {
    /// The number has to be reached when it is due.
    Reach,
    /// Every figure from the statement to the due date has to satisfy it.
    Hold,
    /// The figure has to lie within a range when it is due.
    Within,
}

impl Goal {
    /// The keywords of a file.
    pub const NAMES: [(&'static str, Self); 3] =
        [("reach", Self::Reach), ("hold", Self::Hold), ("within", Self::Within)];
}

/// The shape of the line from the baseline to the target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum LineShape {
    /// Constant amount a year.
    Linear,
    /// Constant growth rate.
    Geometric,
}

impl LineShape {
    /// The keywords of a file.
    pub const NAMES: [(&'static str, Self); 2] = [("linear", Self::Linear), ("geometric", Self::Geometric)];
}

/// How settled a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Quality {
    /// Not expected to change.
    Final,
    /// Expected to be revised.
    Provisional,
    /// Computed, not counted.
    Estimate,
}

impl Quality {
    /// The keywords of a file.
    pub const NAMES: [(&'static str, Self); 3] =
        [("final", Self::Final), ("provisional", Self::Provisional), ("estimate", Self::Estimate)];
}
