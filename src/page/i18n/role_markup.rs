//! Messages as runs: an argument keeps its role where the message puts it.
//!
//! Fluent is given the counts alone and leaves `{$name}` for every other argument. So only the text of a message is searched
//! for places to fill, never what fills them: whatever stands in a dataset stays text.

use crate::page::i18n::{Arg, Words, without_double_stop};
use crate::page::model::rich_text::{Role, TextRun};

/// An argument of a message.
pub(in crate::page) enum Filling {
    /// Chooses plural forms.
    Count(usize),
    /// Text in its roles.
    Runs(Vec<TextRun>),
}

/// The text of `key` with its placeholders filled.
#[must_use]
pub(in crate::page) fn format(words: &Words, key: &str, args: &[(&str, Filling)]) -> Vec<TextRun> {
    if words.is_renamed(key) {
        return vec![TextRun::plain(words.get(key))];
    }
    let mut counts = Vec::new();
    for (name, arg) in args {
        if let Filling::Count(count) = arg {
            counts.push((*name, Arg::from(*count)));
        }
    }
    let text = words.format(key, &counts);
    let mut runs = Vec::new();
    let mut rest = text.as_str();
    while let Some((before, (name, after))) =
        rest.split_once("{$").and_then(|(before, after)| Some((before, after.split_once('}')?)))
    {
        push(&mut runs, TextRun::plain(before));
        match args.iter().find(|(given, _)| *given == name) {
            Some((_, Filling::Runs(filling))) => filling.iter().for_each(|run| push(&mut runs, run.clone())),
            _ => push(&mut runs, TextRun::plain(format!("{{${name}}}"))),
        }
        rest = after;
    }
    push(&mut runs, TextRun::plain(rest));
    stopped_once(runs)
}

/// The parts of a list, with what the language puts between them.
#[must_use]
pub(in crate::page) fn list(words: &Words, parts: impl IntoIterator<Item = Vec<TextRun>>) -> Vec<TextRun> {
    let mut runs = Vec::new();
    for part in parts {
        if !runs.is_empty() {
            push(&mut runs, TextRun::plain(words.get("list-separator")));
        }
        part.into_iter().for_each(|run| push(&mut runs, run));
    }
    runs
}

/// Adds a run; plain text goes on in the plain run before it.
pub(in crate::page) fn push(runs: &mut Vec<TextRun>, run: TextRun) {
    match runs.last_mut() {
        Some(last) if last.role == Role::Plain && run.role == Role::Plain => last.text.push_str(&run.text),
        _ if run.text.is_empty() => {}
        _ => runs.push(run),
    }
}

/// The runs without a second full stop where an abbreviation ends a sentence.
#[must_use]
pub(in crate::page) fn stopped_once(mut runs: Vec<TextRun>) -> Vec<TextRun> {
    let mut keep = without_double_stop();
    runs.iter_mut().for_each(|run| run.text.retain(&mut keep));
    runs.retain(|run| !run.text.is_empty());
    runs
}

impl From<usize> for Filling {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

impl From<Vec<TextRun>> for Filling {
    fn from(runs: Vec<TextRun>) -> Self {
        Self::Runs(runs)
    }
}

impl From<TextRun> for Filling {
    fn from(run: TextRun) -> Self {
        Self::Runs(vec![run])
    }
}

impl From<String> for Filling {
    fn from(text: String) -> Self {
        TextRun::plain(text).into()
    }
}

impl From<&str> for Filling {
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
        let part = format(
            &Words::new(Language::En),
            "tally-part",
            &[("count", count.clone().into()), ("status", "met".into())],
        );
        assert_eq!(part, [count, TextRun::plain("\u{a0}met")]);
    }

    #[test]
    fn what_fills_a_place_is_no_markup() {
        let args = [("count", "{$status} \u{e004}{ \u{1}".into()), ("status", "met".into())];
        let part = format(&Words::new(Language::En), "tally-part", &args);
        assert_eq!(part, [TextRun::plain("{$status} \u{e004}{ \u{1}\u{a0}met")]);
    }

    #[test]
    fn an_abbreviation_at_the_end_is_followed_by_one_stop() {
        let runs = vec![TextRun::new("22 қар.", Role::Target), TextRun::plain("."), TextRun::plain(". b.")];
        assert_eq!(stopped_once(runs), [TextRun::new("22 қар.", Role::Target), TextRun::plain(" b.")]);
    }
}
