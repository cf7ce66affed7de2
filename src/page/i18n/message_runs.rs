//! Messages as text runs: an argument keeps its role where the message puts it.
//!
//! Fluent is given only the counts and leaves `{$name}` for every other argument. So placeholders are searched for in the
//! text of the message alone, never in an argument: names from a dataset stay text.

use crate::page::i18n::words::{Words, without_double_stop};
use crate::page::model::{Role, TextRun};

/// An argument of a message of text runs.
pub(in crate::page) enum RunArg {
    /// A count, which selects plural forms.
    Count(usize),
    /// Text with its roles.
    Runs(Vec<TextRun>),
}

/// The text of `key` with its placeholders filled.
pub(in crate::page) fn format(words: &Words, key: &str, args: &[(&str, RunArg)]) -> Vec<TextRun> {
    if let Some(name) = words.dataset_name(key) {
        return vec![TextRun::plain(name)];
    }
    let counts: Vec<_> = args
        .iter()
        .filter_map(|(name, arg)| match arg {
            RunArg::Count(count) => Some((*name, (*count).into())),
            RunArg::Runs(_) => None,
        })
        .collect();
    let text = words.format(key, &counts);
    let mut runs = Vec::new();
    let mut rest = text.as_str();
    while let Some((before, (name, after))) =
        rest.split_once("{$").and_then(|(before, after)| Some((before, after.split_once('}')?)))
    {
        push(&mut runs, TextRun::plain(before));
        match args.iter().find(|(given, _)| *given == name) {
            Some((_, RunArg::Runs(arg))) => arg.iter().for_each(|run| push(&mut runs, run.clone())),
            _ => push(&mut runs, TextRun::plain(format!("{{${name}}}"))),
        }
        rest = after;
    }
    push(&mut runs, TextRun::plain(rest));
    without_double_stops(runs)
}

/// The items of a list, with the separator of the language between them.
pub(in crate::page) fn list(words: &Words, items: impl IntoIterator<Item = Vec<TextRun>>) -> Vec<TextRun> {
    let mut runs = Vec::new();
    for item in items {
        if !runs.is_empty() {
            push(&mut runs, TextRun::plain(words.get("list-separator")));
        }
        for run in item {
            push(&mut runs, run);
        }
    }
    runs
}

/// Adds a run; plain text is appended to a plain run before it, an empty run is dropped.
pub(in crate::page) fn push(runs: &mut Vec<TextRun>, run: TextRun) {
    match runs.last_mut() {
        Some(last) if last.role == Role::Plain && run.role == Role::Plain => last.text.push_str(&run.text),
        _ if run.text.is_empty() => {}
        _ => runs.push(run),
    }
}

/// The runs without a second full stop where an abbreviation ends a sentence.
pub(in crate::page) fn without_double_stops(mut runs: Vec<TextRun>) -> Vec<TextRun> {
    let mut keep = without_double_stop();
    for run in &mut runs {
        run.text.retain(&mut keep);
    }
    runs.retain(|run| !run.text.is_empty());
    runs
}

impl From<usize> for RunArg {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

impl From<Vec<TextRun>> for RunArg {
    fn from(runs: Vec<TextRun>) -> Self {
        Self::Runs(runs)
    }
}

impl From<TextRun> for RunArg {
    fn from(run: TextRun) -> Self {
        Self::Runs(vec![run])
    }
}

impl From<String> for RunArg {
    fn from(text: String) -> Self {
        TextRun::plain(text).into()
    }
}

impl From<&str> for RunArg {
    fn from(text: &str) -> Self {
        TextRun::plain(text).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::records::Language;

    #[test]
    fn an_argument_keeps_its_role_inside_a_sentence() {
        let count = TextRun::new("3", Role::Good);
        let args = [("count", count.clone().into()), ("status", "met".into())];
        assert_eq!(format(&Words::new(Language::En), "tally-part", &args), [count, TextRun::plain("\u{a0}met")]);
    }

    #[test]
    fn an_abbreviation_at_the_end_of_a_sentence_has_one_full_stop() {
        let runs = vec![TextRun::new("22 қар.", Role::Target), TextRun::plain("."), TextRun::plain(". b.")];
        assert_eq!(without_double_stops(runs), [TextRun::new("22 қар.", Role::Target), TextRun::plain(" b.")]);
    }
}
