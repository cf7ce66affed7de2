//! The texts of one language: its file, read by Fluent when the language is chosen.
//!
//! Reading a file takes Fluent 0.4 to 0.8 ms, once a language (measured).

use std::borrow::Cow;

use fluent_bundle::resolver::errors::{ReferenceKind, ResolverError};
use fluent_bundle::{FluentArgs, FluentBundle, FluentError, FluentResource};

use crate::page::i18n::{Arg, numbers};

/// The messages of one file.
pub(super) struct Messages(FluentBundle<FluentResource>);

impl Messages {
    /// Reads a file of the language with this code.
    pub(super) fn new(code: &str, file: &str) -> Self {
        let resource = match FluentResource::try_new(file.to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        let mut bundle = FluentBundle::new(vec![code.parse().unwrap_or_default()]);
        // Isolation marks would be invisible characters of no width in every cell; nothing here runs right to left.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(numbers::count));
        bundle.add_resource_overriding(resource);
        Self(bundle)
    }

    /// Whether there is such a message, and such an attribute of it.
    pub(super) fn has(&self, key: &str, attribute: Option<&str>) -> bool {
        self.0.get_message(key).is_some_and(|message| match attribute {
            Some(attribute) => message.get_attribute(attribute).is_some(),
            None => message.value().is_some(),
        })
    }

    /// The text of a message or of one of its attributes with its placeholders filled; none if there is none.
    pub(super) fn format(&self, key: &str, attribute: Option<&str>, args: &[(&str, Arg<'_>)]) -> Option<Cow<'_, str>> {
        let args: FluentArgs<'_> = args.iter().map(|(name, arg)| (*name, arg)).collect();
        self.resolve(key, attribute, &args, &mut Vec::new())
    }

    /// The placeholders of a message or of one of its attributes: those that Fluent misses where none is given.
    pub(super) fn placeholders(&self, key: &str, attribute: Option<&str>) -> Vec<String> {
        let mut errors = Vec::new();
        let _ = self.resolve(key, attribute, &FluentArgs::new(), &mut errors);
        let name = |error| match error {
            FluentError::ResolverError(ResolverError::Reference(ReferenceKind::Variable { id })) => Some(id),
            _ => None,
        };
        errors.into_iter().filter_map(name).collect()
    }

    fn resolve(
        &self,
        key: &str,
        attribute: Option<&str>,
        args: &FluentArgs<'_>,
        errors: &mut Vec<FluentError>,
    ) -> Option<Cow<'_, str>> {
        let message = self.0.get_message(key)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        Some(self.0.format_pattern(pattern, Some(args), errors))
    }
}

#[cfg(test)]
mod tests {
    use super::Messages;

    const FILE: &str = "# comment\n\na = { $n ->\n    [one] x\n   *[other] y\n}\n    .short = z\n\n## part\n\nb-c = { a } \
                        and { $m }\n";

    #[test]
    fn a_message_may_refer_to_another() {
        let messages = Messages::new("en", FILE);
        assert_eq!(
            messages.format("b-c", None, &[("n", 2.into()), ("m", "more".into())]).as_deref(),
            Some("y and more")
        );
        assert_eq!(messages.format("a", Some("short"), &[]).as_deref(), Some("z"));
        assert_eq!(messages.format("b-c", Some("short"), &[]), None);
        assert_eq!(messages.format("c", None, &[]), None);
        assert!(messages.has("a", Some("short")) && !messages.has("a", Some("long")) && !messages.has("c", None));
    }

    #[test]
    fn the_placeholders_of_a_message_are_those_that_it_names() {
        let messages = Messages::new("en", FILE);
        assert_eq!(messages.placeholders("b-c", None), ["n", "m"]);
        assert!(messages.placeholders("a", Some("short")).is_empty());
    }
}
