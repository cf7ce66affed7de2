//! What was understood of a spreadsheet, and why one is refused, in words.

use std::fmt::Write as _;

use crate::import::report::{Note, Refusal};
use crate::page::i18n::{Arg, Words};

/// One line a thing understood, each with the flags that change it.
pub fn understood(words: &Words, file: &str, notes: &[Note]) -> String {
    let mut text = format!("{file}\n");
    for note in notes {
        text.push_str("  ");
        text.push_str(&words.format(note.key, &args(&note.args)));
        if !note.flags.is_empty() {
            let _ = write!(text, "   [{}]", note.flags);
        }
        text.push('\n');
    }
    text
}

/// Why a sheet is refused and what to do, in one line.
pub fn refusal(words: &Words, refusal: &Refusal) -> String {
    words.format(refusal.key, &args(&refusal.args))
}

fn args<'a>(args: &'a [(&'static str, String)]) -> Vec<(&'a str, Arg<'a>)> {
    args.iter().map(|(name, value)| (*name, Arg::from(crate::dataset::diagnose::problem::sanitize(value)))).collect()
}
