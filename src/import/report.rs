//! What was understood of a sheet, and why a sheet is refused: keys of messages with their arguments. The words are in `page`.

/// One thing that was understood, with the flags that change it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Key of the message.
    pub key: &'static str,
    /// Its placeholders.
    pub args: Vec<(&'static str, String)>,
    /// The flags that change it.
    pub flags: &'static str,
}

impl Note {
    pub(crate) fn new(key: &'static str, flags: &'static str, args: &[(&'static str, &str)]) -> Self {
        Self { key, flags, args: owned(args) }
    }
}

/// What a refused sheet needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remedy {
    /// Other contents: exit code 1.
    Sheet,
    /// A flag that decides between two readings: exit code 2.
    Flag,
}

/// Why a sheet is not imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// What is needed.
    pub remedy: Remedy,
    /// Key of the message.
    pub key: &'static str,
    /// Its placeholders.
    pub args: Vec<(&'static str, String)>,
}

impl Refusal {
    pub(crate) fn sheet(key: &'static str, args: &[(&'static str, &str)]) -> Self {
        Self { remedy: Remedy::Sheet, key, args: owned(args) }
    }

    pub(crate) fn flag(key: &'static str, args: &[(&'static str, &str)]) -> Self {
        Self { remedy: Remedy::Flag, key, args: owned(args) }
    }
}

fn owned(args: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
    args.iter().map(|(name, value)| (*name, (*value).to_owned())).collect()
}
