//! Texts that are only words and placeholders, which are most of them: filled without Fluent.
//!
//! Here: which forms a message has, and those of one line with nothing but `{ $name }` in them. Not here: selectors, references to
//! other messages, texts of several lines, which are Fluent's (`messages`).

use std::borrow::Cow;

use crate::page::i18n::Arg;

/// A message's value, or one of its attributes.
pub(super) struct Form {
    /// The attribute; none for the value.
    attribute: Option<&'static str>,
    /// Its words and placeholders, in order; none if only Fluent can read it.
    pieces: Option<Vec<Piece>>,
}

/// A part of a text.
enum Piece {
    Text(&'static str),
    Placeholder(&'static str),
}

/// The forms that the lines of a message give.
pub(super) fn forms(lines: &'static str) -> Vec<Form> {
    let mut forms: Vec<Form> = Vec::new();
    for line in lines.lines().filter(|line| !line.trim().is_empty()) {
        let indented = line.trim_start();
        let attribute = indented.strip_prefix('.').filter(|_| indented.len() < line.len());
        let given = attribute.or(forms.is_empty().then_some(indented)).and_then(|line| line.split_once('='));
        match (given, forms.last_mut()) {
            (Some((name, text)), _) => {
                let attribute = attribute.map(|_| name.trim());
                forms.push(Form { attribute, pieces: pieces(text.trim()) });
            }
            // The text goes on for more than one line.
            (None, Some(form)) => form.pieces = None,
            (None, None) => {}
        }
    }
    forms.retain(|form| form.pieces.as_ref().is_none_or(|pieces| !pieces.is_empty()));
    forms
}

/// The placeholders that are named anywhere in the lines of a message.
pub(super) fn named(lines: &'static str) -> impl Iterator<Item = &'static str> {
    let is_inside = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    lines.split('$').skip(1).map(move |rest| {
        let end = rest.bytes().position(|byte| !is_inside(byte)).unwrap_or(rest.len());
        &rest[..end]
    })
}

/// The words and placeholders of a line; none if there is anything else in it.
fn pieces(text: &'static str) -> Option<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((words, after)) = rest.split_once('{') {
        let (inside, after) = after.split_once('}')?;
        let name = inside.trim().strip_prefix('$')?;
        let is_name = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
        if !is_name {
            return None;
        }
        if !words.is_empty() {
            pieces.push(Piece::Text(words));
        }
        pieces.push(Piece::Placeholder(name));
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest));
    }
    (!rest.contains('}')).then_some(pieces)
}

impl Form {
    /// Whether it is this attribute, or the value.
    pub(super) fn is(&self, attribute: Option<&str>) -> bool {
        self.attribute == attribute
    }

    /// The placeholders, in order; none if only Fluent knows them.
    pub(super) fn placeholders(&self) -> Option<Vec<&'static str>> {
        let name = |piece: &Piece| match piece {
            Piece::Text(_) => None,
            Piece::Placeholder(name) => Some(*name),
        };
        Some(self.pieces.as_ref()?.iter().filter_map(name).collect())
    }

    /// The text with its placeholders filled; none if it takes Fluent to fill them: for a large count, or one that
    /// is missing.
    pub(super) fn fill(&self, args: &[(&str, Arg<'_>)]) -> Option<Cow<'static, str>> {
        let pieces = self.pieces.as_deref()?;
        if let [Piece::Text(words)] = pieces {
            return Some(Cow::Borrowed(words));
        }
        let mut text = String::with_capacity(32);
        for piece in pieces {
            match piece {
                Piece::Text(words) => text.push_str(words),
                Piece::Placeholder(name) => match args.iter().find(|(given, _)| given == name)? {
                    (_, Arg::Text(filled)) => text.push_str(filled),
                    // Small counts are their digits in every language; others are grouped.
                    (_, Arg::Count(count @ 0..1_000)) => text.push_str(&count.to_string()),
                    (_, Arg::Count(_)) => return None,
                },
            }
        }
        Some(Cow::Owned(text))
    }
}

#[cfg(test)]
mod tests {
    use super::{Arg, forms};

    const LINES: &str = "a-b = at { $x }, { $y }\n    .short = words\n    .some =\n        one\n        two\n    \
                         .other = { a }\n    .sum = { $n ->\n        [one] x\n       *[other] y\n    }\n\n";

    fn filled(attribute: Option<&str>, args: &[(&str, Arg<'_>)]) -> Option<String> {
        let forms = forms(LINES);
        Some(forms.iter().find(|form| form.is(attribute))?.fill(args)?.into_owned())
    }

    #[test]
    fn words_and_placeholders_are_filled_as_they_stand() {
        let args = [("y", Arg::from("z")), ("x", Arg::from("w"))];
        assert_eq!(filled(None, &args).as_deref(), Some("at w, z"));
        assert_eq!(filled(Some("short"), &args).as_deref(), Some("words"));
        assert_eq!(filled(None, &[("x", Arg::from(31)), ("y", Arg::from(0))]).as_deref(), Some("at 31, 0"));
    }

    #[test]
    fn the_placeholders_of_a_message_are_those_that_it_names() {
        assert_eq!(super::named(LINES).collect::<Vec<_>>(), ["x", "y", "n"]);
        let all = forms(LINES).iter().map(super::Form::placeholders).collect::<Vec<_>>();
        assert_eq!(all[..2], [Some(vec!["x", "y"]), Some(vec![])]);
        assert_eq!(all[2..], [None, None, None]);
    }

    #[test]
    fn everything_else_is_left_to_fluent() {
        assert_eq!(forms(LINES).len(), 5);
        assert_eq!(filled(None, &[("x", Arg::from("w"))]), None, "one is missing");
        assert_eq!(filled(None, &[("y", Arg::from(1_000)), ("x", Arg::from("w"))]), None, "a count with groups");
        for attribute in ["some", "other", "sum"] {
            assert_eq!(filled(Some(attribute), &[("n", Arg::from("1"))]), None, "{attribute}");
        }
    }
}
