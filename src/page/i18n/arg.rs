//! The arguments of messages.

use std::borrow::Cow;

use fluent_bundle::FluentValue;

/// A value for a placeholder of a message.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg<'a> {
    /// Words, or a number already formatted.
    Text(Cow<'a, str>),
    /// A count: grouped as the language does, and selects plural forms.
    Count(i64),
}

impl<'a> From<&'a Arg<'_>> for FluentValue<'a> {
    fn from(arg: &'a Arg<'_>) -> Self {
        match arg {
            Arg::Text(text) => FluentValue::from(&**text),
            Arg::Count(count) => FluentValue::from(*count),
        }
    }
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<i32> for Arg<'_> {
    fn from(count: i32) -> Self {
        Self::Count(count.into())
    }
}

impl From<u32> for Arg<'_> {
    fn from(count: u32) -> Self {
        Self::Count(count.into())
    }
}

impl From<usize> for Arg<'_> {
    fn from(count: usize) -> Self {
        Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}
