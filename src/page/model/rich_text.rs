//! Text as data: runs with a role, labels with shorter forms, blocks of facts.

use serde::{Deserialize, Serialize};

use crate::page::model::record_ref::RecordRef;

/// What a piece of text means; themes give it a look, and without colour weight and position carry it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Ordinary text.
    #[default]
    Plain,
    /// Context that may be skipped.
    Muted,
    /// Worth noticing.
    Strong,
    /// A heading.
    Heading,
    /// What was made.
    Actual,
    /// What was promised.
    Target,
    /// Good news: met, on track.
    Good,
    /// Bad news: missed, at risk.
    Bad,
    /// Caution: behind, undetermined.
    Caution,
    /// Sources disagree.
    Contested,
    /// Nothing known.
    Missing,
    /// A key to press.
    Key,
    /// An address.
    Link,
}

/// A piece of text with its role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextRun {
    /// The text; no line breaks, no control characters.
    pub text: String,
    /// Its role.
    pub role: Role,
    /// What it names, to go on to from a sheet.
    pub link: Option<OverlayLink>,
}

/// Something that a text names, and that has a sheet of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OverlayLink {
    /// What it is.
    pub key: RecordRef,
    /// Its place among all that the sheet names, in reading order.
    pub nth: usize,
}

impl TextRun {
    /// A run of any role.
    #[must_use]
    pub fn new(text: impl Into<String>, role: Role) -> Self {
        Self { text: text.into(), role, link: None }
    }

    /// The same run, naming something to go on to.
    #[must_use]
    pub fn linked_to(self, key: RecordRef) -> Self {
        Self { link: Some(OverlayLink { key, nth: 0 }), ..self }
    }

    /// Ordinary text.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self::new(text, Role::Plain)
    }
}

/// One thing said at several lengths, the longest first. A renderer takes the longest that fits.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Label(pub Vec<String>);

impl Label {
    /// One form only.
    #[must_use]
    pub fn one(text: impl Into<String>) -> Self {
        Self(vec![text.into()])
    }

    /// Several forms, the longest first.
    #[must_use]
    pub fn forms(forms: impl IntoIterator<Item = String>) -> Self {
        Self(forms.into_iter().collect())
    }

    /// The longest form, empty if there is none.
    #[must_use]
    pub fn long(&self) -> &str {
        self.0.first().map_or("", String::as_str)
    }
}

/// A block of running text.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading of its own line.
    Heading(String),
    /// A paragraph, wrapped by the renderer.
    Paragraph(Vec<TextRun>),
    /// Terms at the left, what they are at the right, wrapped under themselves.
    Facts(Vec<Fact>),
    /// Lines of arithmetic, one a line, wrapped under themselves.
    Steps(Vec<Vec<TextRun>>),
    /// Two amounts held against each other, as bars on one scale, from 0 to the larger.
    Bars(Vec<LabelledBar>),
    /// One whole and its parts, as one stacked bar.
    Stack(Vec<LabelledBar>),
    /// An empty line.
    Gap,
}

/// A term and what it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// The term.
    pub term: String,
    /// What it is.
    pub text: Vec<TextRun>,
}

/// A bar with its name and its number as words.
#[derive(Debug, Clone, PartialEq)]
pub struct LabelledBar {
    /// What it is.
    pub label: String,
    /// Its length, in one unit with its neighbours; not negative.
    pub value: f64,
    /// The number as words.
    pub words: String,
    /// Its role.
    pub role: Role,
}

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
