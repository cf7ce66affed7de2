//! The palette: its items, searching them, running one.
//!
//! Items are the commands of the key table, the pages, themes and languages, and every record with a row of its own.

use std::cmp::Reverse;

use chrono::NaiveDate;

use crate::app::action::{Action, TimeStep};
use crate::app::dashboard::notice::Notice;
use crate::app::dashboard::state::{EntryPurpose, Overlay, RowChoice, State, TextEntry};
use crate::app::dashboard::{filter, overlays};
use crate::app::input::keys::context::KeyContext;
use crate::app::input::keys::keymap::Keymap;
use crate::app::input::keys::table::{Binding, Command, KEYS};
use crate::dataset::records::Language;
use crate::page::i18n::{Arg, TextForm, Words};
use crate::page::model::{EvidenceView, Label, PageKind, PaletteEntry, RecordRef};
use crate::page::pages::palette::PaletteRecord;
use crate::page::search::{FoldedText, MatchKind, Search, fold};
use crate::render::look::theme::Theme;

/// Languages by their own names.
pub(in crate::app) const LANGUAGES: [(Language, &str); 3] =
    [(Language::En, "English"), (Language::Ru, "Русский"), (Language::Kk, "Қазақша")];

/// An item of the palette.
#[derive(Debug, Clone)]
pub struct PaletteItem {
    /// The item as shown.
    pub entry: PaletteEntry,
    /// What running it does.
    pub action: PaletteAction,
    /// Texts that find it besides those shown; for a command its names, the short one first.
    keywords: Vec<String>,
}

/// The case-folded texts of an item.
struct FoldedNames {
    texts: Vec<FoldedText>,
    /// The names of a command; empty for other items.
    names: Vec<String>,
}

/// How well the typed text matches a name, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum NameMatch {
    Exact,
    WholeWords,
    None,
}

/// The rank of an item among the results, by its fields in this order; the least is the best.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct ItemRank {
    is_fuzzy: bool,
    name_match: NameMatch,
    is_disabled: bool,
    score: Reverse<u32>,
    index: usize,
}

/// What running an item does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaletteAction {
    /// Runs the command with this name.
    Run(&'static str, Action),
    /// Goes to the row of a record on a page.
    GoTo(PageKind, RecordRef),
    /// Explains a record.
    Explain(RecordRef),
    /// Goes to what was known on a day.
    GoToDay(NaiveDate),
    /// Switches to a theme.
    Theme(Theme),
    /// Switches to a language.
    Language(Language),
}

/// The items of commands that are enabled, with themes and languages, and those of disabled commands. `pages` are the names
/// of the tabs; `is_enabled` tells the active key contexts, `exists` those that exist in this run.
pub(in crate::app) fn action_items(
    words: &Words,
    keymap: &Keymap,
    pages: &[String],
    is_enabled: impl Fn(KeyContext) -> bool,
    exists: impl Fn(KeyContext) -> bool,
) -> (Vec<PaletteItem>, Vec<PaletteItem>) {
    let command_item = |(binding, command): (&Binding, &Command)| {
        let (label, kind) = match command.action {
            Action::OpenTab(tab) => (pages.get(tab)?.clone(), words.get("palette-page")),
            _ => (description(words, binding, command), String::new()),
        };
        let keys = Label::forms(first_key_names(keymap, command));
        let short = words.get(&format!("{}.short", binding.message_id));
        Some(PaletteItem {
            entry: PaletteEntry { label, kind, keys, is_enabled: is_usable(command, &is_enabled, &exists) },
            action: PaletteAction::Run(command.name, command.action),
            keywords: vec![short, command.name.to_owned(), command.name.replace('-', " ")],
        })
    };
    let (mut enabled, disabled): (Vec<_>, Vec<_>) =
        distinct_commands(|binding| exists(binding.context) && is_enabled(binding.context))
            .filter_map(command_item)
            .partition(|item| item.entry.is_enabled);
    let keyless = |label: &str, kind: &str, action| {
        let keyword = kind.trim_start_matches("palette-").to_owned();
        PaletteItem { keywords: vec![keyword], ..PaletteItem::keyless(label.to_owned(), words.get(kind), action) }
    };
    enabled.extend(Theme::ALL.map(|theme| keyless(theme.name(), "palette-theme", PaletteAction::Theme(theme))));
    enabled.extend(LANGUAGES.map(|(lang, name)| keyless(name, "palette-language", PaletteAction::Language(lang))));
    (enabled, disabled)
}

/// The item of the day that was typed.
pub(in crate::app) fn day_item(words: &Words, day: NaiveDate) -> PaletteItem {
    let name = words.date(day, TextForm::Plain);
    let label = words.format("palette-known", &[("day", Arg::from(name))]);
    PaletteItem::keyless(label, words.get("palette-day"), PaletteAction::GoToDay(day))
}

pub(in crate::app) fn record_items(records: Vec<PaletteRecord>) -> impl Iterator<Item = PaletteItem> {
    records.into_iter().map(|record| {
        let explain = PaletteAction::Explain(record.key);
        let action = record.page.map_or(explain, |page| PaletteAction::GoTo(page, record.key));
        PaletteItem::keyless(record.label, record.kind, action)
    })
}

/// Every command that is not for typing, once, with its row of the key table: the `near` one of several.
fn distinct_commands(near: impl Fn(&Binding) -> bool) -> impl Iterator<Item = (&'static Binding, &'static Command)> {
    let mut seen: Vec<&'static str> = Vec::new();
    let all = KEYS.iter().filter(|binding| !binding.context.is_for_typing());
    let all = all.flat_map(|binding| binding.commands.iter().map(move |command| (binding, command)));
    all.filter_map(move |(binding, command)| {
        if seen.contains(&command.name) {
            return None;
        }
        seen.push(command.name);
        Some((bindings_of(command.name).find(|row| near(row)).unwrap_or(binding), command))
    })
}

/// The rows of the key table with the command of this name.
fn bindings_of(name: &str) -> impl Iterator<Item = &'static Binding> {
    KEYS.iter().filter(move |row| row.commands.iter().any(|command| command.name == name))
}

/// The description of a command: its own, else that of its row.
pub(in crate::app) fn description(words: &Words, binding: &Binding, command: &Command) -> String {
    let of_command = format!("do-{}", command.name);
    words.get(if words.has(&of_command) { &of_command } else { binding.message_id })
}

/// The name of the first key of a command, in Unicode and in ASCII.
fn first_key_names(keymap: &Keymap, command: &Command) -> Vec<String> {
    keymap.chords(command).first().map_or_else(Vec::new, |chord| vec![chord.name(), chord.ascii_name()])
}

/// Whether a command does something here, or on the one page that it belongs to.
fn is_usable(command: &Command, is_enabled: impl Fn(KeyContext) -> bool, exists: impl Fn(KeyContext) -> bool) -> bool {
    let mut contexts = bindings_of(command.name).map(|row| row.context).filter(|context| exists(*context));
    contexts.any(|context| is_enabled(context) || page_for(context).is_some() || context == KeyContext::FormatQuestion)
}

/// The one page on which a key context exists.
fn page_for(context: KeyContext) -> Option<PageKind> {
    match context {
        KeyContext::Output | KeyContext::OutputModes => Some(PageKind::Output),
        KeyContext::Evidence => Some(PageKind::Evidence),
        _ => None,
    }
}

impl PaletteItem {
    fn keyless(label: String, kind: String, action: PaletteAction) -> Self {
        let entry = PaletteEntry { label, kind, keys: Label::default(), is_enabled: true };
        Self { entry, action, keywords: Vec::new() }
    }

    fn folds(&self) -> FoldedNames {
        let PaletteEntry { label, kind, .. } = &self.entry;
        let keywords = self.keywords.join(" ");
        let texts = [label, kind, &keywords].map(|text| FoldedText::of(text)).into_iter();
        let names = match self.action {
            PaletteAction::Run(..) => std::iter::once(label).chain(&self.keywords).map(|text| fold(text)).collect(),
            PaletteAction::GoTo(..)
            | PaletteAction::Explain(_)
            | PaletteAction::GoToDay(_)
            | PaletteAction::Theme(_)
            | PaletteAction::Language(_) => Vec::new(),
        };
        FoldedNames { texts: texts.filter(|text| !text.text().is_empty()).collect(), names }
    }
}

impl FoldedNames {
    fn name_match(&self, typed: &str) -> NameMatch {
        let is_inside = |ch: char| ch.is_ascii_alphanumeric() || ch == '-';
        let names = &self.names;
        let holds =
            |word: &str| names.iter().flat_map(|text| text.split(|ch| !is_inside(ch))).any(|known| known == word);
        if names.iter().any(|text| text == typed) {
            NameMatch::Exact
        } else if !names.is_empty() && typed.split_whitespace().all(holds) {
            NameMatch::WholeWords
        } else {
            NameMatch::None
        }
    }
}

/// The items of the open palette and the results among them.
pub(in crate::app) struct PaletteSearch {
    pub items: Vec<PaletteItem>,
    /// Indices of items, the best match first.
    pub found: Vec<usize>,
}

impl PaletteSearch {
    /// Searches items for a typed text; `day` is the item of the day that it is, the first result.
    pub(in crate::app) fn new(mut items: Vec<PaletteItem>, day: Option<PaletteItem>, typed: &str) -> Self {
        let mut found = search_items(&items, typed);
        if let Some(day) = day {
            found.insert(0, items.len());
            items.push(day);
        }
        Self { items, found }
    }

    /// The result with this index.
    pub(in crate::app) fn result(&self, index: usize) -> Option<&PaletteItem> {
        self.items.get(*self.found.get(index)?)
    }
}

/// The indices of the items that match the typed text, the best first; all in order if nothing is typed.
fn search_items(items: &[PaletteItem], typed: &str) -> Vec<usize> {
    let mut search = Search::of(typed);
    if search.is_empty() {
        return (0..items.len()).collect();
    }
    let folded = fold(typed.trim());
    let mut ranks: Vec<ItemRank> = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let folds = item.folds();
        let exact = search.score(&folds.texts, MatchKind::Exact);
        let near =
            if exact.is_none() && search.allows_fuzzy() { search.score(&folds.texts, MatchKind::Fuzzy) } else { None };
        if let Some(score) = exact.or(near) {
            ranks.push(ItemRank {
                is_fuzzy: exact.is_none(),
                name_match: folds.name_match(&folded),
                is_disabled: !item.entry.is_enabled,
                score: Reverse(score),
                index,
            });
        }
    }
    ranks.sort_unstable();
    ranks.into_iter().map(|rank| rank.index).collect()
}

pub(in crate::app) fn open(state: &mut State) {
    state.session.text_entry = Some(TextEntry { purpose: EntryPurpose::Palette(0), ..TextEntry::default() });
}

/// Chooses another result.
pub(in crate::app) fn move_choice(state: &mut State, to: impl Fn(usize) -> usize) {
    if let Some(TextEntry { purpose: EntryPurpose::Palette(chosen), .. }) = &mut state.session.text_entry {
        *chosen = to(*chosen);
    }
}

/// Runs an item; returns the action of a command, for the caller to apply.
pub(in crate::app) fn run(state: &mut State, item: Option<&PaletteItem>) -> Option<Action> {
    state.session.text_entry = None;
    let item = item?;
    match item.action {
        PaletteAction::Run(_, _) if !item.entry.is_enabled => state.session.notice = Some(Notice::NotHere),
        PaletteAction::Run(name, action) => {
            let page = bindings_of(name).next().and_then(|row| page_for(row.context));
            if let Some(page) = page.filter(|page| *page != state.viewed.tab) {
                state.open_page(page);
            }
            return Some(action);
        }
        PaletteAction::GoTo(page, key) => {
            state.open_page(page);
            if page == PageKind::Evidence {
                state.viewed.evidence = EvidenceView::Sources;
            }
            filter::clear(state);
            state.choose(Some(RowChoice { key, nth: 0 }));
        }
        PaletteAction::Explain(key) => overlays::open(state, Overlay::Why(key)),
        PaletteAction::GoToDay(day) => return Some(Action::SetKnownDate(TimeStep::To(day))),
        PaletteAction::Theme(theme) => state.look.set_theme(theme),
        PaletteAction::Language(language) => state.look.language = language,
    }
    None
}
