//! What is drawn around and over every page: title, tabs, key hints, prompt, palette.

use crate::page::model::page::PageKind;
use crate::page::model::rich_text::{Label, TextRun};

/// Everything drawn around a page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Chrome {
    /// The name of the program.
    pub program: String,
    /// The title of the dataset.
    pub title: Label,
    /// Right end of the first line: the as-of date, the filter, a message.
    pub right: Vec<TextRun>,
    /// The tabs; numbered from 1.
    pub tabs: Vec<Tab>,
    /// The index of the open tab.
    pub active_tab: usize,
    /// Key hints, the most important first.
    pub hints: Vec<KeyHint>,
    /// The text being typed, before the hints.
    pub prompt: Option<Prompt>,
    /// The palette, over everything else.
    pub palette: Option<Palette>,
    /// The message for a screen that is too small.
    pub too_small: Label,
}

/// One tab.
#[derive(Debug, Clone, PartialEq)]
pub struct Tab {
    /// The page it opens.
    pub page: PageKind,
    /// Its name with a short form.
    pub label: Label,
}

/// A line being typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prompt {
    /// The leading sign, such as `/`.
    pub sign: &'static str,
    /// The text before the caret.
    pub before: String,
    /// The text after the caret.
    pub after: String,
}

/// A key and what it does.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyHint {
    /// The keys as printed: "↑↓", "Enter". The second form is ASCII.
    pub keys: Label,
    /// What they do.
    pub action: String,
}

/// The command palette.
#[derive(Debug, Clone, PartialEq)]
pub struct Palette {
    /// The search text.
    pub prompt: Prompt,
    /// The matches, the best first.
    pub entries: Vec<PaletteEntry>,
    /// The index of the chosen entry.
    pub chosen: usize,
    /// The number of matches out of all, in words.
    pub count: String,
    /// The message without matches.
    pub empty: String,
    /// Key hints.
    pub hints: Vec<KeyHint>,
}

/// A record or an action in the palette.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaletteEntry {
    /// Its name.
    pub label: String,
    /// The kind of record; empty for an action.
    pub kind: String,
    /// Its keys, if any. The second form is ASCII.
    pub keys: Label,
    /// Whether it would have an effect now.
    pub is_enabled: bool,
}
