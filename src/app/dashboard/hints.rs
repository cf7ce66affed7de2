//! What the key table and the state say in words: the hints of the last line, the keys of the help sheet, messages.

use crate::app::dashboard::state::{CopiedItem, EntryPurpose, InvalidFile, Notice, State, TextEntry};
use crate::app::input::keys::context::KeyContext;
use crate::app::input::keys::keymap::Keymap;
use crate::app::input::keys::table::{Binding, KEYS};
use crate::page::i18n::{Arg, Words};
use crate::page::model::rich_text::{Label, Role, TextRun};
use crate::page::pages::chrome::{KeyHint, Prompt};
use crate::render::typeset::measure::width;

/// The keys that matter where `here` says which places these are, the most important first.
#[must_use]
pub(in crate::app) fn hints(words: &Words, keymap: &Keymap, here: impl Fn(KeyContext) -> bool) -> Vec<KeyHint> {
    let mut bindings: Vec<&Binding> =
        KEYS.iter().filter(|binding| binding.hint_order > 0 && here(binding.context)).collect();
    bindings.retain(|binding| !keymap.shown_keys(binding).is_empty());
    bindings.sort_by_key(|binding| binding.hint_order);
    let hint = |binding: &Binding| KeyHint {
        keys: Label::forms([keymap.shown_keys(binding), keymap.shown_keys_ascii(binding)]),
        action: words.get(&format!("{}.short", binding.message_id)),
    };
    bindings.into_iter().map(hint).collect()
}

/// Every key with what it does, by where it does it, without those that have nothing to act on in this run. First is what
/// works here, where `here` says which places these are.
#[must_use]
pub(in crate::app) fn help_sections(
    words: &Words,
    state: &State,
    (here, exists): (impl Fn(KeyContext) -> bool, impl Fn(KeyContext) -> bool),
) -> Vec<(&'static str, Vec<KeyHint>)> {
    let keys = |binding: &Binding| {
        if state.paint.is_ascii() { state.keymap.all_keys_ascii(binding) } else { state.keymap.all_keys(binding) }
    };
    let hint = |binding: &Binding| KeyHint { keys: Label::one(keys(binding)), action: words.get(binding.message_id) };
    let heading = |place: KeyContext| match place {
        KeyContext::Anywhere | KeyContext::File | KeyContext::JobControl => "help-everywhere",
        KeyContext::TextEntry | KeyContext::FilterEntry | KeyContext::Palette | KeyContext::FormatQuestion => {
            "help-typing"
        }
        place if here(place) => "help-here",
        KeyContext::Overlay | KeyContext::OverlayLinks | KeyContext::ChosenOverlayLink => "help-sheet",
        _ => "help-elsewhere",
    };
    let section = |own: &&'static str| {
        let rows = KEYS.iter().filter(|row| exists(row.context) && !keys(row).is_empty());
        let hints: Vec<KeyHint> = rows.filter(|row| heading(row.context) == *own).map(hint).collect();
        (*own, hints)
    };
    let headings = ["help-here", "help-everywhere", "help-sheet", "help-elsewhere", "help-typing"];
    headings.iter().map(section).filter(|(_, hints)| !hints.is_empty()).collect()
}

/// What is being typed.
#[must_use]
pub(in crate::app) fn prompt(state: &State) -> Option<Prompt> {
    let TextEntry { purpose, input } = state.text_entry.as_ref()?;
    let (before, after) = input.split_at_caret();
    let sign = if *purpose == EntryPurpose::Filter { "/" } else { ":" };
    Some(Prompt { sign, before: before.to_owned(), after: after.to_owned() })
}

/// What became of the last thing asked; `addresses` are those at hand.
#[must_use]
pub(in crate::app) fn notice_text(words: &Words, notice: &Notice, (state, addresses): (&State, &[&str])) -> TextRun {
    let key = || Arg::from(state.keymap.shown_key("write"));
    let taken = |taken: CopiedItem| {
        Arg::from(words.get(match taken {
            CopiedItem::View => "taken-view",
            CopiedItem::Citation => "taken-citation",
            CopiedItem::Row => "taken-row",
        }))
    };
    let text = match notice {
        Notice::Address(place) => return TextRun::new(addresses.get(*place).copied().unwrap_or_default(), Role::Link),
        Notice::Copied(what) => words.format("notice-copied", &[("what", taken(*what))]),
        Notice::Sent(what) => words.format("notice-sent", &[("what", taken(*what)), ("key", key())]),
        Notice::TooLong(what) => words.format("notice-too-long", &[("what", taken(*what)), ("key", key())]),
        Notice::NoClipboard => words.format("notice-no-clipboard", &[("key", key())]),
        Notice::Written(file) => words.format("notice-written", &[("file", Arg::from(file.as_str()))]),
        Notice::NotWritten(why) => words.format("notice-not-written", &[("why", Arg::from(why.as_str()))]),
        Notice::Reloaded => words.get("notice-reloaded"),
        Notice::Unchanged => words.get("notice-unchanged"),
        Notice::Bundled => words.get("notice-bundled"),
        Notice::InvalidFile(broken) => crate::app::dashboard::hints::invalid_file_text(words, broken, state.size.width),
        Notice::Unreadable(why) => words.format("notice-unreadable", &[("why", Arg::from(why.as_str()))]),
        Notice::MouseOn => words.get("notice-mouse-on"),
        Notice::NotHere => words.get("notice-not-here"),
        Notice::MouseOff => words.get("notice-mouse-off"),
    };
    TextRun::new(text, Role::Caution)
}

/// That a file read again is broken: where and how first, and what tells the rest. In little room it is the words of the
/// problem that are cut, then the folder of the file.
fn invalid_file_text(words: &Words, broken: &InvalidFile, room: u16) -> String {
    /// Cells at both ends of the line.
    const MARGINS: u16 = 4;
    /// Cells for the first problem: its place, and what it is about.
    const LEAST: u16 = 24;
    let say = |first: &str, file: &str| {
        let args = [("first", Arg::from(first)), ("count", Arg::from(broken.count)), ("file", Arg::from(file))];
        words.format("notice-broken", &args)
    };
    let left = |file: &str| room.saturating_sub(width(&say("", file)) + MARGINS);
    let short = broken.file.rsplit('/').next().unwrap_or_default();
    let file = if left(&broken.file) < LEAST { short } else { &broken.file };
    say(&truncate(&broken.first, left(file).max(LEAST)), file)
}

/// The beginning of a text that fits into so many cells.
fn truncate(text: &str, room: u16) -> String {
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
