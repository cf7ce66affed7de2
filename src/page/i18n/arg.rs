//! The arguments of messages.

/// A value for a placeholder of a message: words, a number already formatted, or a count, which is grouped as the language
/// does and selects plural forms.
pub use fluent_bundle::FluentValue as Arg;
