//! Signs: marks beside words, parts of charts, and how the help names them.

/// A sign on a page. Renderers have a glyph and an ASCII fallback for each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sign {
    /// A mark beside words.
    Mark(Mark),
    /// What a part of a chart stands for.
    Chart(ChartMark),
    /// A sign of a chart, a bar or a lane.
    Symbol(Symbol),
    /// A sign that is the same at every glyph level.
    Text(String),
}

/// A sign of a chart, a bar or a lane that is no [`ChartMark`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Symbol {
    /// Nothing was reported (`?`).
    NotReported,
    /// A number counts something else than its neighbours (`*`).
    CountsDifferently,
    /// A column that is a lower bound: its top is open.
    LowerBound,
    /// Values between the bounds of an approximate number.
    Likely,
    /// A target beyond the axis.
    OffScale,
    /// The 100% line of a bar.
    BarTarget,
    /// A bar beyond its target.
    BarPassed,
    /// A bar that rests on a part-year or an estimate.
    BarPart,
    /// A bar that is a lower bound, or is longer than there is room.
    BarOpen,
    /// When something was to happen.
    PromisedSpan,
    /// When it happened.
    HappenedSpan,
    /// The delay between both.
    Delay,
}

/// A small sign beside words. Renderers have a glyph and an ASCII fallback for each (analytics 5.2).
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
    /// Promised without a number.
    Unquantified,
    /// Promised without a date.
    NotDated,
    /// Only the difference is shown.
    NotJudged,
    /// Not yet stated.
    NotSaid,
    /// The figures allow two verdicts.
    Undetermined,
    /// Sources disagree.
    Contested,
    /// An operating site.
    Operating,
    /// A site under construction.
    Building,
    /// A planned site.
    Planned,
    /// A site that was closed or given up.
    Closed,
    /// A site whose status is unknown or the dataset's own.
    Unknown,
    /// Restates an earlier target (λ).
    Restated,
    /// Rests on an estimate.
    Estimate,
    /// A statement, on the timeline.
    Said,
    /// A due date, on the timeline.
    Due,
    /// An event or a report, on the timeline.
    Happened,
}

/// What a part of a chart stands for; the legend explains it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ChartMark {
    /// A reported full period.
    FullPeriod,
    /// A reported part of a year.
    PartYear,
    /// The estimated rest of a year.
    RestOfYear,
    /// A projection.
    Projected,
    /// A target, as a hollow frame.
    TargetFrame,
    /// The pace the target requires.
    Pace,
    /// A differing report of another source.
    OtherSource,
    /// A full period of the series with this number.
    Dot(usize),
    /// A part-year of the series with this number.
    HollowDot(usize),
    /// A target, as a dot.
    TargetDot,
    /// The level between two cumulative reports.
    Level,
}
