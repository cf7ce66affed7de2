//! The texts of one language: found by key at once, read when they are first said.
//!
//! A language has some hundreds of texts, and a page says a part of them. To read a whole file takes Fluent 0.4 to 0.8 ms
//! before the first frame, to divide it into messages 0.1 ms (measured); so each message is read on its own, and by Fluent
//! only where it is more than words and placeholders (`plain`).

use std::borrow::Cow;
use std::cell::OnceCell;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use foldhash::{HashMap, HashMapExt};

use crate::page::i18n::plain::{self, Form};
use crate::page::i18n::{Arg, numbers};

/// The messages of one file.
pub(super) struct Messages {
    code: &'static str,
    by_key: HashMap<&'static str, Message>,
}

/// A message: its lines in the file, and what Fluent makes of them.
struct Message {
    lines: &'static str,
    forms: OnceCell<Vec<Form>>,
    read: OnceCell<Box<FluentBundle<FluentResource>>>,
}

impl Message {
    fn forms(&self) -> &[Form] {
        self.forms.get_or_init(|| plain::forms(self.lines))
    }
}

impl Messages {
    /// Divides a file of the language with this code.
    pub(super) fn new(code: &'static str, file: &'static str) -> Self {
        let mut by_key = HashMap::with_capacity(800);
        for lines in divide(file) {
            let key = lines.split([' ', '=']).next().unwrap_or_default();
            by_key.insert(key, Message { lines, forms: OnceCell::new(), read: OnceCell::new() });
        }
        Self { code, by_key }
    }

    /// Whether there is such a message, and such an attribute of it.
    pub(super) fn has(&self, key: &str, attribute: Option<&str>) -> bool {
        self.form(key, attribute).is_some()
    }

    /// The text of a message or of one of its attributes with its placeholders filled; none if there is none.
    pub(super) fn format(&self, key: &str, attribute: Option<&str>, args: &[(&str, Arg<'_>)]) -> Option<Cow<'_, str>> {
        let (message, form) = self.form(key, attribute)?;
        form.fill(args).or_else(|| self.through_fluent(message, (key, attribute), args).map(Cow::Owned))
    }

    fn form(&self, key: &str, attribute: Option<&str>) -> Option<(&Message, &Form)> {
        let message = self.by_key.get(key)?;
        Some((message, message.forms().iter().find(|form| form.is(attribute))?))
    }

    /// The placeholders of a message or of one of its attributes; of those that only Fluent can read, all of the message.
    pub(super) fn placeholders(&self, key: &str, attribute: Option<&str>) -> Vec<&'static str> {
        let Some((message, form)) = self.form(key, attribute) else { return Vec::new() };
        form.placeholders().unwrap_or_else(|| plain::named(message.lines).collect())
    }

    fn through_fluent(
        &self,
        message: &Message,
        (key, attribute): (&str, Option<&str>),
        args: &[(&str, Arg<'_>)],
    ) -> Option<String> {
        let mut filled = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            filled.set(*name, arg);
        }
        let bundle = message.read.get_or_init(|| Box::new(self.read(message)));
        let found = bundle.get_message(key)?;
        let pattern = match attribute {
            Some(attribute) => found.get_attribute(attribute)?.value(),
            None => found.value()?,
        };
        Some(bundle.format_pattern(pattern, Some(&filled), &mut Vec::new()).into_owned())
    }

    /// Reads a message, and those that it refers to, which refer to no others.
    fn read(&self, message: &Message) -> FluentBundle<FluentResource> {
        let mut lines = message.lines.to_owned();
        for other in references(message.lines).filter_map(|key| self.by_key.get(key)) {
            lines.push('\n');
            lines.push_str(other.lines);
        }
        let resource = match FluentResource::try_new(lines) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        let mut bundle = FluentBundle::new(vec![self.code.parse().unwrap_or_default()]);
        // Isolation marks would be invisible characters of no width in every cell; nothing here runs right to left.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(numbers::count));
        bundle.add_resource_overriding(resource);
        bundle
    }
}

/// The lines of each message. A message starts with its key in the first column, where otherwise only comments and closing
/// braces stand.
fn divide(file: &str) -> impl Iterator<Item = &str> {
    let mut rest = file;
    std::iter::from_fn(move || {
        let start = starts(rest, |first| first.is_ascii_alphabetic())?;
        let text = rest.get(start..)?;
        let first_line = text.find('\n').map_or(text.len(), |end| end + 1);
        let after = text.get(first_line..)?;
        let end = starts(after, |first| first.is_ascii_alphabetic() || first == b'#').unwrap_or(after.len());
        let (lines, others) = text.split_at(first_line + end);
        rest = others;
        Some(lines)
    })
}

/// Where the first line starts whose first character is as asked for.
fn starts(text: &str, asked: impl Fn(u8) -> bool) -> Option<usize> {
    let is_start = |at: usize| text.as_bytes().get(at).is_some_and(|&first| asked(first));
    let after_breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
    std::iter::once(0).chain(after_breaks).find(|&at| is_start(at))
}

/// The keys of the messages that some lines refer to: `{ quarter-name }`.
fn references(lines: &str) -> impl Iterator<Item = &str> {
    lines.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(inside, _)| inside.trim()))
}

#[cfg(test)]
mod tests {
    use super::{Messages, divide};

    const FILE: &str = "# comment\n\na = { $n ->\n    [one] x\n   *[other] y\n}\n    .short = z\n\n## part\n\nb-c = { a } \
                        and more\n";

    #[test]
    fn a_file_is_divided_where_keys_stand() {
        let parts: Vec<&str> = divide(FILE).map(str::trim_end).collect();
        assert_eq!(parts, ["a = { $n ->\n    [one] x\n   *[other] y\n}\n    .short = z", "b-c = { a } and more"]);
    }

    #[test]
    fn a_message_may_refer_to_another() {
        let messages = Messages::new("en", FILE);
        assert_eq!(messages.format("b-c", None, &[("n", 2.into())]).as_deref(), Some("y and more"));
        assert_eq!(messages.format("a", Some("short"), &[]).as_deref(), Some("z"));
        assert_eq!(messages.format("b-c", Some("short"), &[]), None);
        assert_eq!(messages.format("c", None, &[]), None);
    }
}
