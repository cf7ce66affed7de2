//! Notices: the outcome of the last command, shown on the last line until the next key.

/// What was copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopiedItem {
    /// The command that prints the view.
    View,
    /// The citation of a figure or a source.
    Citation,
    /// The cells of a row, separated by tabs.
    Row,
}

/// The problems of a reloaded file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidFile {
    /// The number of problems.
    pub count: usize,
    /// The first problem with its place in the file.
    pub first: String,
    /// The path of the file.
    pub file: String,
}

/// The outcome of the last command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// The address with this index among those of the current record.
    Address(usize),
    /// The clipboard has it.
    Copied(CopiedItem),
    /// The terminal may have put it into the clipboard.
    Sent(CopiedItem),
    /// It is too long for the clipboard.
    TooLong(CopiedItem),
    /// The terminal has no clipboard.
    NoClipboard,
    /// The view was exported to this file.
    Written(String),
    /// The view was not exported, for this reason.
    NotWritten(String),
    /// The file was reloaded and has not changed.
    Unchanged,
    /// There is no file to reload: the dataset is bundled.
    Bundled,
    /// The file was reloaded.
    Reloaded,
    /// The reloaded file is invalid; the last valid dataset stays.
    InvalidFile(InvalidFile),
    /// The file cannot be read, for this reason; the last valid dataset stays.
    Unreadable(String),
    /// The terminal draws signs of ambiguous width two columns wide.
    WideSigns,
    /// The program handles the mouse now.
    MouseOn,
    /// The terminal handles the mouse now.
    MouseOff,
    /// The command does nothing here.
    NotHere,
}
