//! The palette: what is in it, what is found in it, and what becomes of what is chosen.
//!
//! Every command of the key table is in it, by its name; so are the pages, the themes, the languages and every record that
//! has a row of its own.

use super::action::Action;
use super::keys::keymap::Keymap;
use super::keys::table::{Binding, Command, KEYS, Place};
use super::state::{Choice, Chosen, Field, Notice, State, Typing};
use crate::dataset::records::Language;
use crate::page::find::{Near, Search, fold};
use crate::page::palette::{Entry, Record};
use crate::page::prose::Label;
use crate::page::sift::Sift;
use crate::page::words::Words;
use crate::page::{Evidence, PageKind, Ref};
use crate::render::theme::Theme;

/// What is in the palette.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// What is shown of it.
    pub entry: Entry,
    /// Where it leads.
    pub goal: Goal,
    /// What it is found by.
    texts: Vec<String>,
    /// What an action is called; nothing for a record.
    called: Vec<String>,
}

/// How far what is typed is what something is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Called {
    Exactly,
    InWords,
    Otherwise,
}

/// Where something in the palette leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goal {
    /// To what a command does, which this is the name of.
    Do(&'static str, Action),
    /// To a row of a page.
    Show(PageKind, Ref),
    /// To a theme.
    Theme(Theme),
    /// To a language.
    Language(Language),
}

/// What the palette is made from, besides the key table.
pub(super) struct Makings<'a> {
    /// The words.
    pub words: &'a Words,
    /// The keys.
    pub keymap: &'a Keymap,
    /// The names of the pages.
    pub pages: Vec<String>,
    /// What has a row of its own.
    pub records: Vec<Record>,
}

/// Everything in it: pages, what can be done here, settings, records, what can be done elsewhere. `here` says which places
/// these are, `exists` which there are in this run.
#[must_use]
pub(super) fn items(makings: Makings<'_>, here: impl Fn(Place) -> bool, exists: impl Fn(Place) -> bool) -> Vec<Item> {
    let Makings { words, keymap, pages, records } = makings;
    let (mut near, far): (Vec<Item>, Vec<Item>) = commands(|binding| exists(binding.place) && here(binding.place))
        .map(|(binding, command)| {
            let page = match command.action {
                Action::Open(place) => Some(pages.get(place).cloned()),
                _ => None,
            };
            (binding, command, page)
        })
        .filter(|(_, _, page)| *page != Some(None))
        .map(|(binding, command, page)| {
            let kind = if page.is_some() { words.get("palette-page") } else { String::new() };
            let label = page.flatten().unwrap_or_else(|| does(words, binding, command));
            let keys = Label::forms(first_key(keymap, command));
            let entry = Entry { label, kind, keys, here: works(command, &here, &exists) };
            let short = words.get(&format!("{}.short", binding.word));
            Item::action(entry, command, &short)
        })
        .partition(|item| item.entry.here);
    let plain = |label: &str, kind: &str| Entry {
        label: label.to_owned(),
        kind: words.get(kind),
        keys: Label::default(),
        here: true,
    };
    let themes = Theme::ALL.map(|theme| Item::new(plain(theme.name(), "palette-theme"), Goal::Theme(theme), "theme"));
    let languages = [(Language::En, "English"), (Language::Ru, "Русский"), (Language::Kk, "Қазақша")];
    let languages = languages
        .map(|(language, name)| Item::new(plain(name, "palette-language"), Goal::Language(language), "language"));
    let records = records.into_iter().map(|record| {
        let entry = Entry { label: record.label, kind: record.kind, keys: Label::default(), here: true };
        Item::new(entry, Goal::Show(record.page, record.key), "")
    });
    near.extend(themes.into_iter().chain(languages).chain(records).chain(far));
    near
}

/// Every command that is no answer to typing, once, with its row in the table: the one that is `near`, if it has several.
fn commands(near: impl Fn(&Binding) -> bool) -> impl Iterator<Item = (&'static Binding, &'static Command)> {
    let mut seen: Vec<&'static str> = Vec::new();
    let all = KEYS.iter().filter(|binding| !binding.place.is_for_typing());
    let all = all.flat_map(|binding| binding.commands.iter().map(move |command| (binding, command)));
    all.filter_map(move |(binding, command)| {
        if seen.contains(&command.name) {
            return None;
        }
        seen.push(command.name);
        Some((rows_of(command).find(|row| near(row)).unwrap_or(binding), command))
    })
}

/// The rows of the table that a command stands in.
fn rows_of(command: &Command) -> impl Iterator<Item = &'static Binding> {
    KEYS.iter().filter(|row| row.commands.iter().any(|own| own.name == command.name))
}

/// What a command does, in words: those of its row, if it is alone there.
#[must_use]
pub(super) fn does(words: &Words, binding: &Binding, command: &Command) -> String {
    let own = format!("do-{}", command.name);
    words.get(if words.has(&own) { &own } else { binding.word })
}

/// Its first key, with every glyph and in ASCII.
fn first_key(keymap: &Keymap, command: &Command) -> Vec<String> {
    keymap.chords(command).first().map_or_else(Vec::new, |chord| vec![chord.name(), chord.ascii()])
}

/// Whether a command does anything here, or on the one page that it belongs to.
fn works(command: &Command, here: impl Fn(Place) -> bool, exists: impl Fn(Place) -> bool) -> bool {
    let mut places = rows_of(command).map(|row| row.place).filter(|place| exists(*place));
    places.any(|place| here(place) || page_of(place).is_some() || place == Place::Format)
}

/// The page that a command belongs to, to be opened for it.
fn page_of(place: Place) -> Option<PageKind> {
    match place {
        Place::Output | Place::Modes => Some(PageKind::Output),
        Place::Evidence => Some(PageKind::Evidence),
        _ => None,
    }
}

impl Item {
    fn new(entry: Entry, goal: Goal, also: &str) -> Self {
        let texts = [&entry.label, &entry.kind, also].map(fold).into_iter().filter(|text| !text.is_empty()).collect();
        Self { entry, goal, texts, called: Vec::new() }
    }

    /// What a command does: found by that, by what its keys are called in short, and by its name as settings have it.
    fn action(entry: Entry, command: &Command, short: &str) -> Self {
        let called = [&*entry.label, short, command.name, &command.name.replace('-', " ")].map(fold).to_vec();
        let also = called.get(1..).unwrap_or_default().join(" ");
        Self { called, ..Self::new(entry, Goal::Do(command.name, command.action), &also) }
    }

    /// How far what is typed is what it is called: its name or all that is said of it, or whole words of that.
    fn is_called(&self, typed: &str) -> Called {
        let is_inside = |sign: char| sign.is_ascii_alphanumeric() || sign == '-';
        let holds = |word: &str| {
            self.called.iter().flat_map(|text| text.split(|sign| !is_inside(sign))).any(|known| known == word)
        };
        if self.called.iter().any(|text| text == typed) {
            Called::Exactly
        } else if !self.called.is_empty() && typed.split_whitespace().all(holds) {
            Called::InWords
        } else {
            Called::Otherwise
        }
    }
}

/// The places of the items that hold what is typed, the best first; of all, as they are, if nothing is.
#[must_use]
pub(super) fn found(items: &[Item], typed: &str) -> Vec<usize> {
    let mut search = Search::of(typed);
    if search.is_empty() {
        return (0..items.len()).collect();
    }
    let folded = fold(typed.trim());
    let mut scored: Vec<(bool, Called, bool, u32, usize)> = Vec::new();
    for (place, item) in items.iter().enumerate() {
        let exact = search.score(&item.texts, Near::Exactly);
        if let Some(score) = exact.or_else(|| search.score(&item.texts, Near::Nearly)) {
            scored.push((exact.is_some(), item.is_called(&folded), item.entry.here, score, place));
        }
    }
    scored.sort_by_key(|&(exact, called, here, score, place)| (!exact, called, !here, u32::MAX - score, place));
    scored.into_iter().map(|(.., place)| place).collect()
}

/// Opens the palette over whatever lies there.
pub(super) fn open(state: &mut State) {
    state.typing = Some(Typing { field: Field::Palette(0), ..Typing::default() });
}

/// Chooses another of what was found.
pub(super) fn walk(state: &mut State, to: impl Fn(usize) -> usize) {
    if let Some(Typing { field: Field::Palette(chosen), .. }) = &mut state.typing {
        *chosen = to(*chosen);
    }
}

/// Goes where the chosen item leads; what a command means is returned, to be done.
pub(super) fn reach(state: &mut State, item: Option<&Item>) -> Option<Action> {
    state.typing = None;
    let item = item?;
    match item.goal {
        Goal::Do(_, _) if !item.entry.here => state.notice = Some(Notice::NotHere),
        Goal::Do(name, action) => {
            let page = KEYS
                .iter()
                .find(|row| row.commands.iter().any(|own| own.name == name))
                .and_then(|row| page_of(row.place));
            if let Some(page) = page.filter(|page| *page != state.tab) {
                state.open(page);
            }
            return Some(action);
        }
        Goal::Show(page, key) => {
            state.open(page);
            if page == PageKind::Evidence {
                state.evidence = Evidence::Sources;
            }
            let order = state.sift().order;
            *state.sift_mut() = Sift { order, ..Sift::default() };
            state.choose(Some(Choice { key, nth: 0 }));
        }
        Goal::Theme(theme) => {
            state.paint.theme = theme;
            state.theme = Chosen::ByPerson;
        }
        Goal::Language(language) => state.language = language,
    }
    None
}
