//! What the key table and the state say in words: the hints of the last line, the keys of the help sheet, messages.

use super::keys::table::{Binding, KEYS, Place};
use super::state::{Notice, Taken};
use crate::page::chrome::Hint;
use crate::page::prose::{Label, Role, Run};
use crate::page::words::{Arg, Words};

/// The keys that matter where `here` says which places these are, the most important first.
#[must_use]
pub(super) fn hints(words: &Words, here: impl Fn(Place) -> bool) -> Vec<Hint> {
    let mut bindings: Vec<&Binding> = KEYS.iter().filter(|binding| binding.hint > 0 && here(binding.place)).collect();
    bindings.sort_by_key(|binding| binding.hint);
    let hint = |binding: &Binding| Hint {
        keys: Label::forms([binding.keys(), binding.keys_ascii()]),
        does: words.get(&format!("{}.short", binding.word)),
    };
    bindings.into_iter().map(hint).collect()
}

/// Every key with what it does, without those that have nothing to act on in this run.
#[must_use]
pub(super) fn keys_of_help(words: &Words, is_ascii: bool, exists: impl Fn(Place) -> bool) -> Vec<Hint> {
    let hint = |binding: &Binding| Hint {
        keys: Label::one(if is_ascii { binding.every_ascii() } else { binding.every() }),
        does: words.get(binding.word),
    };
    KEYS.iter().filter(|binding| exists(binding.place)).map(hint).collect()
}

/// What became of the last thing asked; `addresses` are those at hand.
#[must_use]
pub(super) fn message(words: &Words, notice: &Notice, addresses: &[&str]) -> Run {
    let taken = |taken: Taken| {
        Arg::from(words.get(match taken {
            Taken::View => "taken-view",
            Taken::Citation => "taken-citation",
            Taken::Row => "taken-row",
        }))
    };
    let text = match notice {
        Notice::Address(place) => return Run::new(addresses.get(*place).copied().unwrap_or_default(), Role::Link),
        Notice::Copied(what) => words.say("notice-copied", &[("what", taken(*what))]),
        Notice::Sent(what) => words.say("notice-sent", &[("what", taken(*what))]),
        Notice::TooLong(what) => words.say("notice-too-long", &[("what", taken(*what))]),
        Notice::NoClipboard => words.get("notice-no-clipboard"),
        Notice::Written(file) => words.say("notice-written", &[("file", Arg::from(file.as_str()))]),
        Notice::NotWritten(why) => words.say("notice-not-written", &[("why", Arg::from(why.as_str()))]),
        Notice::Reloaded => words.get("notice-reloaded"),
        Notice::Broken(problems) => words.say("notice-broken", &[("count", Arg::from(*problems))]),
        Notice::Unreadable => words.get("notice-unreadable"),
        Notice::MouseOn => words.get("notice-mouse-on"),
        Notice::MouseOff => words.get("notice-mouse-off"),
    };
    Run::new(text, Role::Caution)
}
