//! What the key table and the state say in words: the hints of the last line, the keys of the help sheet, messages.

use super::keys::keymap::Keymap;
use super::keys::table::{Binding, KEYS, Place};
use super::state::{Broken, Field, Notice, State, Taken, Typing};
use crate::page::chrome::{Hint, Prompt};
use crate::page::prose::{Label, Role, Run};
use crate::page::words::{Arg, Words};
use crate::render::measure::width;

/// The keys that matter where `here` says which places these are, the most important first.
#[must_use]
pub(super) fn hints(words: &Words, keymap: &Keymap, here: impl Fn(Place) -> bool) -> Vec<Hint> {
    let mut bindings: Vec<&Binding> = KEYS.iter().filter(|binding| binding.hint > 0 && here(binding.place)).collect();
    bindings.retain(|binding| !keymap.keys(binding).is_empty());
    bindings.sort_by_key(|binding| binding.hint);
    let hint = |binding: &Binding| Hint {
        keys: Label::forms([keymap.keys(binding), keymap.keys_ascii(binding)]),
        does: words.get(&format!("{}.short", binding.word)),
    };
    bindings.into_iter().map(hint).collect()
}

/// Every key with what it does, by where it does it, without those that have nothing to act on in this run. First is what
/// works here, where `here` says which places these are.
#[must_use]
pub(super) fn keys_of_help(
    words: &Words,
    state: &State,
    (here, exists): (impl Fn(Place) -> bool, impl Fn(Place) -> bool),
) -> Vec<(&'static str, Vec<Hint>)> {
    let keys = |binding: &Binding| {
        if state.paint.is_ascii() { state.keymap.every_ascii(binding) } else { state.keymap.every(binding) }
    };
    let hint = |binding: &Binding| Hint { keys: Label::one(keys(binding)), does: words.get(binding.word) };
    let heading = |place: Place| match place {
        Place::Anywhere | Place::File | Place::Shell => "help-everywhere",
        Place::Typing | Place::Filtering | Place::Palette | Place::Format => "help-typing",
        place if here(place) => "help-here",
        Place::Sheet | Place::Onward | Place::Chosen => "help-sheet",
        _ => "help-elsewhere",
    };
    let section = |own: &&'static str| {
        let rows = KEYS.iter().filter(|row| exists(row.place) && !keys(row).is_empty());
        let hints: Vec<Hint> = rows.filter(|row| heading(row.place) == *own).map(hint).collect();
        (*own, hints)
    };
    let headings = ["help-here", "help-everywhere", "help-sheet", "help-elsewhere", "help-typing"];
    headings.iter().map(section).filter(|(_, hints)| !hints.is_empty()).collect()
}

/// What is being typed.
#[must_use]
pub(super) fn prompt(state: &State) -> Option<Prompt> {
    let Typing { field, line } = state.typing.as_ref()?;
    let (before, after) = line.parts();
    let sign = if *field == Field::Filter { "/" } else { ":" };
    Some(Prompt { sign, before: before.to_owned(), after: after.to_owned() })
}

/// What became of the last thing asked; `addresses` are those at hand.
#[must_use]
pub(super) fn message(words: &Words, notice: &Notice, (state, addresses): (&State, &[&str])) -> Run {
    let key = || Arg::from(state.keymap.key_of("write"));
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
        Notice::Sent(what) => words.say("notice-sent", &[("what", taken(*what)), ("key", key())]),
        Notice::TooLong(what) => words.say("notice-too-long", &[("what", taken(*what)), ("key", key())]),
        Notice::NoClipboard => words.say("notice-no-clipboard", &[("key", key())]),
        Notice::Written(file) => words.say("notice-written", &[("file", Arg::from(file.as_str()))]),
        Notice::NotWritten(why) => words.say("notice-not-written", &[("why", Arg::from(why.as_str()))]),
        Notice::Reloaded => words.get("notice-reloaded"),
        Notice::Unchanged => words.get("notice-unchanged"),
        Notice::Bundled => words.get("notice-bundled"),
        Notice::Broken(broken) => self::broken(words, broken, state.size.width),
        Notice::Unreadable(why) => words.say("notice-unreadable", &[("why", Arg::from(why.as_str()))]),
        Notice::MouseOn => words.get("notice-mouse-on"),
        Notice::NotHere => words.get("notice-not-here"),
        Notice::MouseOff => words.get("notice-mouse-off"),
    };
    Run::new(text, Role::Caution)
}

/// That a file read again is broken: where and how first, and what tells the rest. In little room it is the words of the
/// problem that are cut, then the folder of the file.
fn broken(words: &Words, broken: &Broken, room: u16) -> String {
    /// Cells at both ends of the line.
    const MARGINS: u16 = 4;
    /// Cells for the first problem: its place, and what it is about.
    const LEAST: u16 = 24;
    let say = |first: &str, file: &str| {
        let args = [("first", Arg::from(first)), ("count", Arg::from(broken.count)), ("file", Arg::from(file))];
        words.say("notice-broken", &args)
    };
    let left = |file: &str| room.saturating_sub(width(&say("", file)) + MARGINS);
    let short = broken.file.rsplit('/').next().unwrap_or_default();
    let file = if left(&broken.file) < LEAST { short } else { &broken.file };
    say(&cut(&broken.first, left(file).max(LEAST)), file)
}

/// The beginning of a text that fits into so many cells.
fn cut(text: &str, room: u16) -> String {
    if width(text) <= room {
        return text.to_owned();
    }
    let mut kept = String::new();
    for sign in text.chars() {
        kept.push(sign);
        if width(&kept) >= room {
            kept.pop();
            break;
        }
    }
    format!("{}…", kept.trim_end())
}
