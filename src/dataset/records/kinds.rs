//! The words that records choose from: kinds of source, metric, subject and target, and how a file writes them.

use serde::{Deserialize, Serialize};

/// Kinds of publisher, the preferred one first (analytics 4.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum SourceKind {
    /// A statistics office.
    Statistics,
    /// A government body.
    Government,
    /// An association of the trade.
    Association,
    /// A company.
    Company,
    /// A newspaper, an agency, a broadcaster.
    Press,
    /// Anyone else.
    Other,
}

impl SourceKind {
    /// How a file writes it.
    pub const NAMES: [(&'static str, Self); 6] = [
        ("statistics", Self::Statistics),
        ("government", Self::Government),
        ("association", Self::Association),
        ("company", Self::Company),
        ("press", Self::Press),
        ("other", Self::Other),
    ];
}

/// What a period means for a metric.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum MetricKind {
    /// Made within a period.
    Flow,
    /// Summed over a programme.
    Cumulative,
    /// As it stands on a day.
    Stock,
    /// A part of a whole, in per cent.
    Share,
    /// A change on the period before, in per cent.
    Growth,
    /// One thing per another.
    Ratio,
    /// An event: its value is the period in which it happens.
    Milestone,
}

impl MetricKind {
    /// How a file writes it.
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

/// Which way is good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Better {
    /// The more the better.
    More,
    /// The less the better.
    Less,
}

impl Better {
    /// How a file writes it.
    pub const NAMES: [(&'static str, Self); 2] = [("more", Self::More), ("less", Self::Less)];
}

/// What a subject is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SubjectKind {
    /// A country.
    Country,
    /// An industry.
    Industry,
    /// A plant or another place with works; these have a page.
    Site,
    /// A brand.
    Brand,
    /// Anything else.
    Other,
}

impl SubjectKind {
    /// How a file writes it.
    pub const NAMES: [(&'static str, Self); 5] = [
        ("country", Self::Country),
        ("industry", Self::Industry),
        ("site", Self::Site),
        ("brand", Self::Brand),
        ("other", Self::Other),
    ];
}

/// A promise or a forecast.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TargetKind {
    /// Somebody means to reach it.
    Target,
    /// Somebody expects it.
    Forecast,
}

impl TargetKind {
    /// How a file writes it.
    pub const NAMES: [(&'static str, Self); 2] = [("target", Self::Target), ("forecast", Self::Forecast)];
}

/// How settled a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Quality {
    /// As reported for good.
    Final,
    /// To be revised by whoever reported it.
    Provisional,
    /// Worked out, not counted.
    Estimate,
}

impl Quality {
    /// How a file writes it.
    pub const NAMES: [(&'static str, Self); 3] =
        [("final", Self::Final), ("provisional", Self::Provisional), ("estimate", Self::Estimate)];
}
