//! What is drawn around and over every page: title, tabs, key hints, prompt, palette.

use std::rc::Rc;

use crate::page::model::page::PageKind;
use crate::page::model::rich_text::{Label, TextRun};

/// What stands around a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Chrome {
    /// Name of the program.
    pub program: String,
    /// Title of the dataset.
    pub title: Label,
    /// What is unusual, at the right of the first line: the day of knowledge, a message.
    pub right: Vec<TextRun>,
    /// The tabs; they are numbered from 1.
    pub tabs: Vec<Tab>,
    /// Which tab is open.
    pub active_tab: usize,
    /// The keys that matter here, the most important first.
    pub hints: Vec<KeyHint>,
    /// What is being typed, before the keys.
    pub prompt: Option<Prompt>,
    /// The palette, over everything.
    pub palette: Option<Palette>,
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

/// A line that is being typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prompt {
    /// What it begins with: `/`.
    pub sign: &'static str,
    /// What stands before the caret.
    pub before: String,
    /// What stands after it.
    pub after: String,
}

/// A key and what it does.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyHint {
    /// The keys, as they are printed: "↑↓", "Enter". The second form is ASCII.
    pub keys: Label,
    /// What they do.
    pub action: String,
}

/// What is shown of the palette.
#[derive(Debug, Clone, PartialEq)]
pub struct Palette {
    /// What is typed.
    pub prompt: Prompt,
    /// What was found, the best first.
    pub entries: Vec<Rc<PaletteEntry>>,
    /// Which of them is chosen.
    pub chosen: usize,
    /// How many were found of how many, in words.
    pub count: String,
    /// What to say where nothing was found.
    pub empty: String,
    /// The keys that matter here.
    pub hints: Vec<KeyHint>,
}

/// Something that can be gone to or done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaletteEntry {
    /// What it is or does.
    pub label: String,
    /// What kind of thing it is; empty for an action.
    pub kind: String,
    /// Its keys; none if it has none. The second form is ASCII.
    pub keys: Label,
    /// Whether it would do anything here.
    pub is_enabled: bool,
}
