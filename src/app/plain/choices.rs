//! What can be chosen at the moment, in words.

use super::Menu;
use crate::app::action::{Action, Take, Travel, Way};
use crate::app::keys::table::{KEYS, Place};
use crate::app::model::Model;
use crate::app::palette::does;
use crate::dataset::records::Language;
use crate::page::PageKind;
use crate::page::words::{Arg, Words};
use crate::render::plain;

/// Something to choose.
pub(super) struct Choice {
    /// The heading that it stands under, if it is the first there.
    pub heading: Option<String>,
    /// What it is.
    pub words: String,
    /// What it does.
    pub step: Step,
}

/// What a choice does.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Step {
    /// Gives other choices.
    Go(Menu),
    /// Does something in the dashboard.
    Act(Action),
    /// Chooses this row and says why.
    Row(usize),
    /// Says why of this point of the picture.
    Point(usize),
    /// Says why of the chosen row.
    More,
    /// Says what the marks mean.
    Marks,
    /// Says what would be taken along.
    Take(Take),
    /// Ends.
    Quit,
}

/// The names of the languages in themselves.
const LANGUAGES: [(Language, &str); 3] =
    [(Language::En, "English"), (Language::Ru, "Русский"), (Language::Kk, "Қазақша")];

/// Rows of the key table that do something for who listens, besides those that have a choice of their own.
const HEARD: [&str; 15] = [
    "key-mode",
    "key-subjects",
    "key-subject",
    "key-log",
    "key-zoom",
    "key-outlook",
    "key-standing",
    "key-sort",
    "key-turn-order",
    "key-cite",
    "key-copy-row",
    "key-copy",
    "key-write-text",
    "key-write-svg",
    "key-write-html",
];

/// Everything that can be chosen from a menu.
pub(super) fn of(menu: Menu, model: &Model) -> Vec<Choice> {
    match menu {
        Menu::Page => page(model),
        Menu::Pages => {
            let tab = |(place, tab): (usize, &crate::page::chrome::Tab)| {
                choice(tab.label.long(), Step::Act(Action::Open(place)))
            };
            model.chrome().tabs.iter().enumerate().map(tab).collect()
        }
        Menu::Rows => rows(model),
        Menu::Actions => actions(model),
        Menu::Points => {
            let spots = model.page().spots();
            spots.into_iter().enumerate().map(|(place, spot)| choice(&plain::spot(spot), Step::Point(place))).collect()
        }
        Menu::Days => {
            let word = |key: &str, travel| choice(&model.words().get(key), Step::Act(Action::Know(travel)));
            vec![
                word("plain-day-before", Travel::Day(Way::Previous)),
                word("plain-day-after", Travel::Day(Way::Next)),
                word("plain-year-before", Travel::Year(Way::Previous)),
                word("plain-year-after", Travel::Year(Way::Next)),
                word("plain-now", Travel::Now),
            ]
        }
        Menu::Languages => {
            LANGUAGES.map(|(language, name)| choice(name, Step::Act(Action::Speak(language)))).into_iter().collect()
        }
    }
}

fn choice(words: &str, step: Step) -> Choice {
    Choice { heading: None, words: words.to_owned(), step }
}

/// What a page has, and where else one can go.
fn page(model: &Model) -> Vec<Choice> {
    let (words, page) = (model.words(), model.page());
    let rows = page.list().map_or(0, |table| table.rows.iter().filter(|row| row.key.is_some()).count());
    let mut all = Vec::new();
    if rows > 0 {
        all.push(choice(&counted(words, "plain-rows", rows), Step::Go(Menu::Rows)));
        all.push(choice(&words.get("plain-more"), Step::More));
    }
    let points = page.spots().len();
    if points > 0 {
        all.push(choice(&counted(words, "plain-chart", points), Step::Go(Menu::Points)));
    }
    if page.kind == PageKind::Evidence {
        all.push(choice(&words.get("key-checks"), Step::Act(Action::Checks)));
    }
    let actions = actions(model).len();
    if actions > 0 {
        all.push(choice(&counted(words, "plain-actions", actions), Step::Go(Menu::Actions)));
    }
    all.push(choice(&words.get("plain-pages"), Step::Go(Menu::Pages)));
    all.push(choice(&words.get("plain-days"), Step::Go(Menu::Days)));
    all.push(choice(&words.get("plain-languages"), Step::Go(Menu::Languages)));
    all.push(choice(&words.get("plain-marks"), Step::Marks));
    all
}

/// What the keys do here, in the order of the key table.
fn actions(model: &Model) -> Vec<Choice> {
    let words = model.words();
    let here = |place| place == Place::Format || model.lies_below(place);
    let rows = KEYS.iter().filter(|row| HEARD.contains(&row.word) && here(row.place));
    rows.flat_map(|row| row.commands.iter().map(move |command| (row, command)))
        .map(|(row, command)| {
            let step = match command.action {
                Action::Copy(take) => Step::Take(take),
                action => Step::Act(action),
            };
            let said = match row.word {
                "key-cite" => words.get("plain-cite"),
                "key-copy-row" => words.get("plain-row"),
                "key-copy" => words.get("plain-command"),
                "key-write-text" => words.get("plain-write-text"),
                "key-write-svg" => words.get("plain-write-svg"),
                "key-write-html" => words.get("plain-write-html"),
                _ => does(words, row, command),
            };
            choice(&said, step)
        })
        .collect()
}

fn counted(words: &Words, key: &str, count: usize) -> String {
    words.say(key, &[("count", Arg::from(count))])
}

/// The rows that stand for something, under their headings.
fn rows(model: &Model) -> Vec<Choice> {
    let Some(table) = model.page().list() else { return Vec::new() };
    let mut heading = None;
    let mut all = Vec::new();
    for (place, row) in table.rows.iter().enumerate() {
        let words = plain::row(table, row);
        if row.key.is_none() {
            heading = Some(words);
        } else {
            all.push(Choice { heading: heading.take(), words, step: Step::Row(place) });
        }
    }
    all
}
