//! The lines around every page: the title, the tabs, the keys that matter here.

use super::PageKind;
use super::prose::{Label, Run};

/// What stands around a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Chrome {
    /// Name of the program.
    pub program: String,
    /// Title of the dataset.
    pub title: Label,
    /// What is unusual, at the right of the first line: the day of knowledge, a message.
    pub right: Vec<Run>,
    /// The tabs; they are numbered from 1.
    pub tabs: Vec<Tab>,
    /// Which tab is open.
    pub open: usize,
    /// The keys that matter here, the most important first.
    pub hints: Vec<Hint>,
    /// The line for a screen that is too small to show anything.
    pub too_small: Label,
}

/// A tab.
#[derive(Debug, Clone, PartialEq)]
pub struct Tab {
    /// The page it opens.
    pub page: PageKind,
    /// Its name, and a short form.
    pub label: Label,
}

/// A key and what it does.
#[derive(Debug, Clone, PartialEq)]
pub struct Hint {
    /// The keys, as they are printed: "↑↓", "Enter". The second form is ASCII.
    pub keys: Label,
    /// What they do.
    pub does: String,
}
