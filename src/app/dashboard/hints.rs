//! Key table and state as text: the key hints of the last line, the sections of the help, the prompt, notices.

use crate::app::dashboard::notice::{CopiedItem, InvalidFile, Notice};
use crate::app::dashboard::state::{EntryPurpose, State, TextEntry};
use crate::app::input::keys::context::KeyContext;
use crate::app::input::keys::keymap::Keymap;
use crate::app::input::keys::table::{Binding, KEYS};
use crate::page::i18n::{Arg, Words};
use crate::page::model::{KeyHint, Label, Prompt, Role, TextRun};
use crate::render::typeset::measure::width;

/// The hints for the keys of the active contexts, the most important first.
pub(in crate::app) fn hints(words: &Words, keymap: &Keymap, is_active: impl Fn(KeyContext) -> bool) -> Vec<KeyHint> {
    let bindings = hinted_bindings(keymap, is_active);
    let hint = |binding: &Binding| KeyHint {
        keys: Label::forms([keymap.shown_keys(binding), keymap.shown_keys_ascii(binding)]),
        action: words.get(&format!("{}.short", binding.message_id)),
    };
    bindings.into_iter().map(hint).collect()
}

/// The bindings of the hints, in their order: a click on a hint does what its first key does.
pub(in crate::app) fn hinted_bindings(
    keymap: &Keymap,
    is_active: impl Fn(KeyContext) -> bool,
) -> Vec<&'static Binding> {
    let mut bindings: Vec<&Binding> =
        KEYS.iter().filter(|binding| binding.hint_order > 0 && is_active(binding.context)).collect();
    bindings.retain(|binding| !keymap.shown_keys(binding).is_empty());
    bindings.sort_by_key(|binding| binding.hint_order);
    bindings
}

/// Every key of the available contexts with its description, by section; first those of the active contexts.
pub(in crate::app) fn help_sections(
    words: &Words,
    state: &State,
    is_active: impl Fn(KeyContext) -> bool,
    is_available: impl Fn(KeyContext) -> bool,
) -> Vec<(&'static str, Vec<KeyHint>)> {
    let keys = |binding: &Binding| {
        if state.look.paint.is_ascii() {
            state.session.keymap.all_keys_ascii(binding)
        } else {
            state.session.keymap.all_keys(binding)
        }
    };
    let hint = |binding: &Binding| KeyHint { keys: Label::one(keys(binding)), action: words.get(binding.message_id) };
    let heading = |context: KeyContext| match context {
        KeyContext::Anywhere | KeyContext::File | KeyContext::JobControl => "help-everywhere",
        KeyContext::TextEntry | KeyContext::FilterEntry | KeyContext::Palette | KeyContext::FormatQuestion => {
            "help-typing"
        }
        context if is_active(context) => "help-here",
        KeyContext::Overlay | KeyContext::OverlayLinks | KeyContext::ChosenOverlayLink => "help-overlay",
        _ => "help-elsewhere",
    };
    let section = |section: &&'static str| {
        let rows = KEYS.iter().filter(|row| is_available(row.context) && !keys(row).is_empty());
        let hints: Vec<KeyHint> = rows.filter(|row| heading(row.context) == *section).map(hint).collect();
        (*section, hints)
    };
    let headings = ["help-here", "help-everywhere", "help-overlay", "help-elsewhere", "help-typing"];
    headings.iter().map(section).filter(|(_, hints)| !hints.is_empty()).collect()
}

/// The text being typed.
pub(in crate::app) fn prompt(state: &State) -> Option<Prompt> {
    let TextEntry { purpose, input } = state.session.text_entry.as_ref()?;
    let (before, after) = input.split_at_caret();
    let sign = if *purpose == EntryPurpose::Filter { "/" } else { ":" };
    Some(Prompt { sign, before: before.to_owned(), after: after.to_owned() })
}

/// The text of a notice; `addresses` are those of the current record.
pub(in crate::app) fn notice_text(words: &Words, notice: &Notice, state: &State, addresses: &[&str]) -> TextRun {
    let key = || Arg::from(state.session.keymap.shown_key("write"));
    let item = |item: CopiedItem| {
        Arg::from(words.get(match item {
            CopiedItem::View => "taken-view",
            CopiedItem::Citation => "taken-citation",
            CopiedItem::Row => "taken-row",
        }))
    };
    let text = match notice {
        Notice::Address(index) => return TextRun::new(addresses.get(*index).copied().unwrap_or_default(), Role::Link),
        Notice::Copied(what) => words.format("notice-copied", &[("what", item(*what))]),
        Notice::Sent(what) => words.format("notice-sent", &[("what", item(*what)), ("key", key())]),
        Notice::TooLong(what) => words.format("notice-too-long", &[("what", item(*what)), ("key", key())]),
        Notice::NoClipboard => words.format("notice-no-clipboard", &[("key", key())]),
        Notice::Written(file) => words.format("notice-written", &[("file", Arg::from(file.as_str()))]),
        Notice::NotWritten(why) => words.format("notice-not-written", &[("why", Arg::from(why.as_str()))]),
        Notice::Reloaded => words.get("notice-reloaded"),
        Notice::Unchanged => words.get("notice-unchanged"),
        Notice::Bundled => words.get("notice-bundled"),
        Notice::InvalidFile(broken) => invalid_file_text(words, broken, state.look.size.width),
        Notice::Unreadable(why) => words.format("notice-unreadable", &[("why", Arg::from(why.as_str()))]),
        Notice::WideSigns => words.get("notice-wide-signs"),
        Notice::MouseOn => words.get("notice-mouse-on"),
        Notice::NotHere => words.get("notice-not-here"),
        Notice::MouseOff => words.get("notice-mouse-off"),
    };
    TextRun::new(text, Role::Caution)
}

/// The notice that a reloaded file is invalid, with its first problem. Where there is no room for the text, the folder of the
/// file is left out first, then the problem is cut.
fn invalid_file_text(words: &Words, broken: &InvalidFile, room: u16) -> String {
    const MARGINS: u16 = 4;
    /// Cells for the first problem.
    const MIN_PROBLEM_WIDTH: u16 = 24;
    let notice = |first: &str, file: &str| {
        let args = [("first", Arg::from(first)), ("count", Arg::from(broken.count)), ("file", Arg::from(file))];
        words.format("notice-broken", &args)
    };
    let left = |file: &str| room.saturating_sub(width(&notice("", file)) + MARGINS);
    let short = broken.file.rsplit('/').next().unwrap_or_default();
    let file = if left(&broken.file) < MIN_PROBLEM_WIDTH { short } else { &broken.file };
    notice(&truncate(&broken.first, left(file).max(MIN_PROBLEM_WIDTH)), file)
}

/// A text cut to a width in cells.
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
