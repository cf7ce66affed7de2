//! The palette: what is in it, what is found in it, and what becomes of what is chosen.
//!
//! Every command of the key table is in it, by its name; so are the pages, the themes, the languages and every record that
//! has a row of its own.

use std::cell::OnceCell;
use std::rc::Rc;

use super::action::Action;
use super::keys::keymap::Keymap;
use super::keys::table::{Binding, Command, KEYS, Place};
use super::state::{Choice, Chosen, Field, Notice, State, Typing};
use crate::dataset::records::Language;
use crate::page::find::{Folded, Near, Search, fold};
use crate::page::palette::{Entry, Record};
use crate::page::prose::Label;
use crate::page::sift::Sift;
use crate::page::words::Words;
use crate::page::{Evidence, PageKind, Ref};
use crate::render::theme::Theme;

/// What is in the palette.
#[derive(Debug, Clone)]
pub struct Item {
    /// What is shown of it.
    pub entry: Rc<Entry>,
    /// Where it leads.
    pub goal: Goal,
    /// What it is found by besides what is shown of it; for an action what it is called, to begin with in short.
    also: Vec<String>,
    /// All of that, folded when it is first looked through.
    folded: OnceCell<Folds>,
}

/// What an item is found by, made comparable.
#[derive(Debug, Clone)]
struct Folds {
    texts: Vec<Folded>,
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
}

/// What can be done, and what records there are.
#[derive(Debug, Clone, Default)]
pub(super) struct Items {
    /// Pages, what can be done here, settings.
    pub near: Vec<Rc<Item>>,
    /// What has a row of its own.
    pub records: Vec<Rc<Item>>,
    /// What can be done elsewhere.
    pub far: Vec<Rc<Item>>,
}

impl Items {
    /// All of them, in this order.
    pub(super) fn all(&self) -> Vec<Rc<Item>> {
        [&self.near, &self.records, &self.far].into_iter().flatten().cloned().collect()
    }
}

/// What can be done here, with the pages and settings, and what can be done elsewhere. `here` says which places these are,
/// `exists` which there are in this run.
#[must_use]
pub(super) fn actions(
    makings: &Makings<'_>,
    here: impl Fn(Place) -> bool,
    exists: impl Fn(Place) -> bool,
) -> (Vec<Rc<Item>>, Vec<Rc<Item>>) {
    let Makings { words, keymap, pages } = makings;
    let (mut near, far): (Vec<Rc<Item>>, Vec<Rc<Item>>) =
        commands(|binding| exists(binding.place) && here(binding.place))
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
                Rc::new(Item::action(entry, command, short))
            })
            .partition(|item| item.entry.here);
    let plain = |label: &str, kind: &str| Entry {
        label: label.to_owned(),
        kind: words.get(kind),
        keys: Label::default(),
        here: true,
    };
    let themes = Theme::ALL
        .map(|theme| Item::new(plain(theme.name(), "palette-theme"), Goal::Theme(theme), vec!["theme".to_owned()]));
    let languages = [(Language::En, "English"), (Language::Ru, "Русский"), (Language::Kk, "Қазақша")];
    let languages = languages.map(|(language, name)| {
        Item::new(plain(name, "palette-language"), Goal::Language(language), vec!["language".to_owned()])
    });
    near.extend(themes.into_iter().chain(languages).map(Rc::new));
    (near, far)
}

/// What has a row of its own.
#[must_use]
pub(super) fn records(records: Vec<Record>) -> Vec<Rc<Item>> {
    let item = |record: Record| {
        let entry = Entry { label: record.label, kind: record.kind, keys: Label::default(), here: true };
        Rc::new(Item::new(entry, Goal::Show(record.page, record.key), Vec::new()))
    };
    records.into_iter().map(item).collect()
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
    fn new(entry: Entry, goal: Goal, also: Vec<String>) -> Self {
        Self { entry: Rc::new(entry), goal, also, folded: OnceCell::new() }
    }

    /// What a command does: found by that, by what its keys are called in short, and by its name as settings have it.
    fn action(entry: Entry, command: &Command, short: String) -> Self {
        let also = vec![short, command.name.to_owned(), command.name.replace('-', " ")];
        Self::new(entry, Goal::Do(command.name, command.action), also)
    }

    fn folds(&self) -> &Folds {
        self.folded.get_or_init(|| {
            let Entry { label, kind, .. } = &*self.entry;
            let also = self.also.join(" ");
            let texts = [label, kind, &also].map(|text| Folded::of(text)).into_iter();
            let called = match self.goal {
                Goal::Do(..) => std::iter::once(label).chain(&self.also).map(|text| fold(text)).collect(),
                Goal::Show(..) | Goal::Theme(_) | Goal::Language(_) => Vec::new(),
            };
            Folds { texts: texts.filter(|text| !text.text().is_empty()).collect(), called }
        })
    }

    /// How far what is typed is what it is called: its name or all that is said of it, or whole words of that.
    fn is_called(&self, typed: &str) -> Called {
        let is_inside = |sign: char| sign.is_ascii_alphanumeric() || sign == '-';
        let called = &self.folds().called;
        let holds =
            |word: &str| called.iter().flat_map(|text| text.split(|sign| !is_inside(sign))).any(|known| known == word);
        if called.iter().any(|text| text == typed) {
            Called::Exactly
        } else if !called.is_empty() && typed.split_whitespace().all(holds) {
            Called::InWords
        } else {
            Called::Otherwise
        }
    }
}

/// The places of the items that hold what is typed, the best first; of all, as they are, if nothing is.
#[must_use]
pub(super) fn found(items: &[Rc<Item>], typed: &str, search: &mut Search) -> Vec<usize> {
    search.turn_to(typed);
    if search.is_empty() {
        return (0..items.len()).collect();
    }
    let folded = fold(typed.trim());
    let mut scored: Vec<(bool, Called, bool, u32, usize)> = Vec::new();
    for (place, item) in items.iter().enumerate() {
        let texts = &item.folds().texts;
        let exact = search.score(texts, Near::Exactly);
        let near = if exact.is_none() && search.has_near() { search.score(texts, Near::Nearly) } else { None };
        if let Some(score) = exact.or(near) {
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
