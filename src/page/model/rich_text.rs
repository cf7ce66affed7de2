//! Text as data: runs with a role, labels with shorter forms, blocks, marks.

use serde::{Deserialize, Serialize};

use crate::page::model::record_ref::RecordRef;
use crate::page::model::sign::Sign;

/// What a piece of text means. Themes give it a colour; without colour weight and position carry it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Ordinary text.
    #[default]
    Plain,
    /// Context that may be skipped.
    Muted,
    /// Emphasis.
    Strong,
    /// A heading.
    Heading,
    /// A reported value.
    Actual,
    /// A promised value.
    Target,
    /// Met, on track.
    Good,
    /// Met late.
    Late,
    /// Missed, at risk.
    Bad,
    /// Behind, undetermined.
    Caution,
    /// Sources disagree.
    Contested,
    /// No data.
    Missing,
    /// A key to press.
    Key,
    /// A web address.
    Link,
}

/// A piece of text with its role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextRun {
    /// Without line breaks and control characters.
    pub text: String,
    /// What it means.
    pub role: Role,
    /// The record it leads to, in an overlay.
    pub link: Option<OverlayLink>,
}

/// A link to the overlay of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OverlayLink {
    /// The record.
    pub key: RecordRef,
    /// The index among the links of the overlay, in reading order.
    pub nth: usize,
}

impl TextRun {
    /// A run without a link.
    pub fn new(text: impl Into<String>, role: Role) -> Self {
        Self { text: text.into(), role, link: None }
    }

    /// The same run with a link.
    pub fn linked_to(self, key: RecordRef) -> Self {
        Self { link: Some(OverlayLink { key, nth: 0 }), ..self }
    }

    /// A run of ordinary text.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::new(text, Role::Plain)
    }
}

/// One text in several lengths, the longest first. A renderer takes the longest that fits.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Label(pub Vec<String>);

impl Label {
    /// A label with one form.
    pub fn one(text: impl Into<String>) -> Self {
        Self(vec![text.into()])
    }

    /// A label with several forms, the longest first.
    pub fn forms(forms: impl IntoIterator<Item = String>) -> Self {
        Self(forms.into_iter().collect())
    }

    /// The longest form; empty if there is none.
    pub fn long(&self) -> &str {
        self.0.first().map_or("", String::as_str)
    }
}

/// A block of text.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading on a line of its own.
    Heading(String),
    /// A paragraph, wrapped by the renderer.
    Paragraph(Vec<TextRun>),
    /// Terms at the left, their texts at the right, wrapped.
    Facts(Vec<Fact>),
    /// Signs at the left, their meanings at the right, wrapped.
    Signs(Vec<SignMeaning>),
    /// Lines of a calculation, wrapped.
    Steps(Vec<Vec<TextRun>>),
    /// Amounts as bars on one scale, from 0 to the largest.
    Bars(Vec<LabelledBar>),
    /// The parts of a whole as one stacked bar.
    Stack(Vec<LabelledBar>),
    /// An empty line.
    Gap,
}

/// A term and its text.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// The term.
    pub term: String,
    /// Its text.
    pub text: Vec<TextRun>,
}

/// A sign with its meaning.
#[derive(Debug, Clone, PartialEq)]
pub struct SignMeaning {
    /// The sign.
    pub sign: Sign,
    /// The role it is drawn in.
    pub role: Role,
    /// Its name, and what it means.
    pub meaning: Vec<TextRun>,
}

/// A bar with its name and its number in words.
#[derive(Debug, Clone, PartialEq)]
pub struct LabelledBar {
    /// Its name.
    pub label: String,
    /// Its length, in the unit of its neighbours; not negative.
    pub value: f64,
    /// The number in words.
    pub words: String,
    /// What it means.
    pub role: Role,
}
