//! The palette: what is in it, what is found in it, and what becomes of what is chosen.
//!
//! Every command of the key table is in it, by its name; so are the pages, the themes, the languages and every record that
//! has a row of its own.

use crate::app::dashboard::action::Action;
use crate::app::dashboard::state::{EntryPurpose, Notice, RowChoice, State, TextEntry, ThemeOrigin};
use crate::app::input::keys::context::KeyContext;
use crate::app::input::keys::keymap::Keymap;
use crate::app::input::keys::table::{Binding, Command, KEYS};
use crate::dataset::records::Language;
use crate::page::i18n::Words;
use crate::page::model::rich_text::Label;
use crate::page::pages::palette::{PaletteEntry, PaletteRecord};
use crate::page::search::filter::RowFilter;
use crate::page::search::{FoldedText, MatchKind, Search, fold};
use crate::page::{EvidenceView, PageKind, RecordRef};
use crate::render::look::theme::Theme;

/// What is in the palette.
#[derive(Debug, Clone)]
pub struct PaletteItem {
    /// What is shown of it.
    pub entry: PaletteEntry,
    /// Where it leads.
    pub goal: PaletteAction,
    /// What it is found by besides what is shown of it; for an action what it is called, to begin with in short.
    keywords: Vec<String>,
}

/// What an item is found by, made comparable.
struct FoldedNames {
    texts: Vec<FoldedText>,
    /// What an action is called; nothing for a record.
    called: Vec<String>,
}

/// How far what is typed is what something is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum NameMatch {
    Exact,
    WholeWords,
    None,
}

/// Where something in the palette leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaletteAction {
    /// To what a command does, which this is the name of.
    Run(&'static str, Action),
    /// To a row of a page.
    GoTo(PageKind, RecordRef),
    /// To a theme.
    Theme(Theme),
    /// To a language.
    Language(Language),
}

/// What the palette is made from, besides the key table.
pub(in crate::app) struct PaletteInputs<'a> {
    /// The words.
    pub words: &'a Words,
    /// The keys.
    pub keymap: &'a Keymap,
    /// The names of the pages.
    pub pages: Vec<String>,
}

/// What can be done here, with the pages and settings, and what can be done elsewhere. `is_enabled` says which places these are,
/// `exists` which there are in this run.
#[must_use]
pub(in crate::app) fn action_items(
    inputs: &PaletteInputs<'_>,
    is_enabled: impl Fn(KeyContext) -> bool,
    exists: impl Fn(KeyContext) -> bool,
) -> (Vec<PaletteItem>, Vec<PaletteItem>) {
    let PaletteInputs { words, keymap, pages } = inputs;
    let (mut near, far): (Vec<PaletteItem>, Vec<PaletteItem>) =
        distinct_commands(|binding| exists(binding.context) && is_enabled(binding.context))
            .map(|(binding, command)| {
                let page = match command.action {
                    Action::OpenTab(place) => Some(pages.get(place).cloned()),
                    _ => None,
                };
                (binding, command, page)
            })
            .filter(|(_, _, page)| *page != Some(None))
            .map(|(binding, command, page)| {
                let kind = if page.is_some() { words.get("palette-page") } else { String::new() };
                let label = page.flatten().unwrap_or_else(|| description(words, binding, command));
                let keys = Label::forms(first_key_names(keymap, command));
                let entry = PaletteEntry { label, kind, keys, is_enabled: is_usable(command, &is_enabled, &exists) };
                let short = words.get(&format!("{}.short", binding.message_id));
                PaletteItem::action(entry, command, short)
            })
            .partition(|item| item.entry.is_enabled);
    let plain = |label: &str, kind: &str| PaletteEntry {
        label: label.to_owned(),
        kind: words.get(kind),
        keys: Label::default(),
        is_enabled: true,
    };
    let themes = Theme::ALL.map(|theme| {
        PaletteItem::new(plain(theme.name(), "palette-theme"), PaletteAction::Theme(theme), vec!["theme".to_owned()])
    });
    let languages = [(Language::En, "English"), (Language::Ru, "Русский"), (Language::Kk, "Қазақша")];
    let languages = languages.map(|(language, name)| {
        PaletteItem::new(
            plain(name, "palette-language"),
            PaletteAction::Language(language),
            vec!["language".to_owned()],
        )
    });
    near.extend(themes.into_iter().chain(languages));
    (near, far)
}

/// What has a row of its own.
#[must_use]
pub(in crate::app) fn record_items(records: Vec<PaletteRecord>) -> Vec<PaletteItem> {
    let item = |record: PaletteRecord| {
        let entry = PaletteEntry { label: record.label, kind: record.kind, keys: Label::default(), is_enabled: true };
        PaletteItem::new(entry, PaletteAction::GoTo(record.page, record.key), Vec::new())
    };
    records.into_iter().map(item).collect()
}

/// Every command that is no answer to typing, once, with its row in the table: the one that is `near`, if it has several.
fn distinct_commands(near: impl Fn(&Binding) -> bool) -> impl Iterator<Item = (&'static Binding, &'static Command)> {
    let mut seen: Vec<&'static str> = Vec::new();
    let all = KEYS.iter().filter(|binding| !binding.context.is_for_typing());
    let all = all.flat_map(|binding| binding.commands.iter().map(move |command| (binding, command)));
    all.filter_map(move |(binding, command)| {
        if seen.contains(&command.name) {
            return None;
        }
        seen.push(command.name);
        Some((bindings_of(command).find(|row| near(row)).unwrap_or(binding), command))
    })
}

/// The rows of the table that a command stands in.
fn bindings_of(command: &Command) -> impl Iterator<Item = &'static Binding> {
    KEYS.iter().filter(|row| row.commands.iter().any(|own| own.name == command.name))
}

/// What a command does, in words: those of its row, if it is alone there.
#[must_use]
pub(in crate::app) fn description(words: &Words, binding: &Binding, command: &Command) -> String {
    let own = format!("do-{}", command.name);
    words.get(if words.has(&own) { &own } else { binding.message_id })
}

/// Its first key, with every glyph and in ASCII.
fn first_key_names(keymap: &Keymap, command: &Command) -> Vec<String> {
    keymap.chords(command).first().map_or_else(Vec::new, |chord| vec![chord.name(), chord.ascii_name()])
}

/// Whether a command does anything here, or on the one page that it belongs to.
fn is_usable(command: &Command, is_enabled: impl Fn(KeyContext) -> bool, exists: impl Fn(KeyContext) -> bool) -> bool {
    let mut places = bindings_of(command).map(|row| row.context).filter(|place| exists(*place));
    places.any(|place| is_enabled(place) || page_for(place).is_some() || place == KeyContext::FormatQuestion)
}

/// The page that a command belongs to, to be opened for it.
fn page_for(place: KeyContext) -> Option<PageKind> {
    match place {
        KeyContext::Output | KeyContext::OutputModes => Some(PageKind::Output),
        KeyContext::Evidence => Some(PageKind::Evidence),
        _ => None,
    }
}

impl PaletteItem {
    fn new(entry: PaletteEntry, goal: PaletteAction, keywords: Vec<String>) -> Self {
        Self { entry, goal, keywords }
    }

    /// What a command does: found by that, by what its keys are called in short, and by its name as settings have it.
    fn action(entry: PaletteEntry, command: &Command, short: String) -> Self {
        let keywords = vec![short, command.name.to_owned(), command.name.replace('-', " ")];
        Self::new(entry, PaletteAction::Run(command.name, command.action), keywords)
    }

    fn folds(&self) -> FoldedNames {
        let PaletteEntry { label, kind, .. } = &self.entry;
        let keywords = self.keywords.join(" ");
        let texts = [label, kind, &keywords].map(|text| FoldedText::of(text)).into_iter();
        let called = match self.goal {
            PaletteAction::Run(..) => std::iter::once(label).chain(&self.keywords).map(|text| fold(text)).collect(),
            PaletteAction::GoTo(..) | PaletteAction::Theme(_) | PaletteAction::Language(_) => Vec::new(),
        };
        FoldedNames { texts: texts.filter(|text| !text.text().is_empty()).collect(), called }
    }
}

impl FoldedNames {
    /// How far what is typed is what it is called: its name or all that is said of it, or whole words of that.
    fn name_match(&self, typed: &str) -> NameMatch {
        let is_inside = |ch: char| ch.is_ascii_alphanumeric() || ch == '-';
        let called = &self.called;
        let holds =
            |word: &str| called.iter().flat_map(|text| text.split(|ch| !is_inside(ch))).any(|known| known == word);
        if called.iter().any(|text| text == typed) {
            NameMatch::Exact
        } else if !called.is_empty() && typed.split_whitespace().all(holds) {
            NameMatch::WholeWords
        } else {
            NameMatch::None
        }
    }
}

/// The places of the items that hold what is typed, the best first; of all, as they are, if nothing is.
#[must_use]
pub(in crate::app) fn search_items(items: &[PaletteItem], typed: &str) -> Vec<usize> {
    let mut search = Search::of(typed);
    if search.is_empty() {
        return (0..items.len()).collect();
    }
    let folded = fold(typed.trim());
    let mut scored: Vec<(bool, NameMatch, bool, u32, usize)> = Vec::new();
    for (place, item) in items.iter().enumerate() {
        let folds = item.folds();
        let exact = search.score(&folds.texts, MatchKind::Exact);
        let near =
            if exact.is_none() && search.allows_fuzzy() { search.score(&folds.texts, MatchKind::Fuzzy) } else { None };
        if let Some(score) = exact.or(near) {
            scored.push((exact.is_some(), folds.name_match(&folded), item.entry.is_enabled, score, place));
        }
    }
    scored.sort_by_key(|&(exact, called, is_enabled, score, place)| {
        (!exact, called, !is_enabled, u32::MAX - score, place)
    });
    scored.into_iter().map(|(.., place)| place).collect()
}

/// Opens the palette over whatever lies there.
pub(in crate::app) fn open(state: &mut State) {
    state.text_entry = Some(TextEntry { purpose: EntryPurpose::Palette(0), ..TextEntry::default() });
}

/// Chooses another of what was found.
pub(in crate::app) fn move_choice(state: &mut State, to: impl Fn(usize) -> usize) {
    if let Some(TextEntry { purpose: EntryPurpose::Palette(chosen), .. }) = &mut state.text_entry {
        *chosen = to(*chosen);
    }
}

/// Goes where the chosen item leads; what a command means is returned, to be done.
pub(in crate::app) fn run(state: &mut State, item: Option<&PaletteItem>) -> Option<Action> {
    state.text_entry = None;
    let item = item?;
    match item.goal {
        PaletteAction::Run(_, _) if !item.entry.is_enabled => state.notice = Some(Notice::NotHere),
        PaletteAction::Run(name, action) => {
            let page = KEYS
                .iter()
                .find(|row| row.commands.iter().any(|own| own.name == name))
                .and_then(|row| page_for(row.context));
            if let Some(page) = page.filter(|page| *page != state.tab) {
                state.open_page(page);
            }
            return Some(action);
        }
        PaletteAction::GoTo(page, key) => {
            state.open_page(page);
            if page == PageKind::Evidence {
                state.evidence = EvidenceView::Sources;
            }
            let order = state.row_filter().order;
            *state.row_filter_mut() = RowFilter { order, ..RowFilter::default() };
            state.choose(Some(RowChoice { key, nth: 0 }));
        }
        PaletteAction::Theme(theme) => {
            state.paint.theme = theme;
            state.theme = ThemeOrigin::User;
        }
        PaletteAction::Language(language) => state.language = language,
    }
    None
}
