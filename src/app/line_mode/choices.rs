//! What can be chosen at the moment, in words.

use crate::app::action::{Action, CopyRequest, Direction, TimeStep};
use crate::app::dashboard::model::Model;
use crate::app::dashboard::palette::description;
use crate::app::input::keys::table::{KEYS, KeyContext};
use crate::app::line_mode::Menu;
use crate::dataset::records::Language;
use crate::page::PageKind;
use crate::page::i18n::{Arg, Words};
use crate::render::text::line_mode;

/// Something to choose.
pub(super) struct MenuItem {
    /// The heading that it stands under, if it is the first there.
    pub heading: Option<String>,
    /// What it is.
    pub words: String,
    /// What it does.
    pub step: MenuAction,
}

/// What a choice does.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum MenuAction {
    /// Gives other choices.
    OpenMenu(Menu),
    /// Does something in the dashboard.
    Apply(Action),
    /// Chooses this row and says why.
    ExplainRow(usize),
    /// Says why of this point of the picture.
    ExplainPoint(usize),
    /// Says why of the chosen row.
    ExplainChosen,
    /// Says what the marks mean.
    ReadLegend,
    /// Says what would be taken along.
    ReadOut(CopyRequest),
    /// Ends.
    Quit,
}

/// The names of the languages in themselves.
const LANGUAGES: [(Language, &str); 3] =
    [(Language::En, "English"), (Language::Ru, "Русский"), (Language::Kk, "Қазақша")];

/// Rows of the key table that do something for who listens, besides those that have a choice of their own.
const SPOKEN_BINDINGS: [&str; 15] = [
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
pub(super) fn items_of(menu: Menu, model: &Model) -> Vec<MenuItem> {
    match menu {
        Menu::Page => page(model),
        Menu::Pages => {
            let tab = |(place, tab): (usize, &crate::page::pages::chrome::Tab)| {
                item(tab.label.long(), MenuAction::Apply(Action::OpenTab(place)))
            };
            model.chrome().tabs.iter().enumerate().map(tab).collect()
        }
        Menu::Rows => rows(model),
        Menu::Actions => actions(model),
        Menu::Points => {
            let spots = model.page().data_points();
            spots
                .into_iter()
                .enumerate()
                .map(|(place, spot)| item(&line_mode::data_point_line(spot), MenuAction::ExplainPoint(place)))
                .collect()
        }
        Menu::Days => {
            let word = |key: &str, step| item(&model.words().get(key), MenuAction::Apply(Action::SetKnownDate(step)));
            vec![
                word("plain-day-before", TimeStep::Day(Direction::Previous)),
                word("plain-day-after", TimeStep::Day(Direction::Next)),
                word("plain-year-before", TimeStep::Year(Direction::Previous)),
                word("plain-year-after", TimeStep::Year(Direction::Next)),
                word("plain-now", TimeStep::Now),
            ]
        }
        Menu::Languages => LANGUAGES
            .map(|(language, name)| item(name, MenuAction::Apply(Action::SetLanguage(language))))
            .into_iter()
            .collect(),
    }
}

fn item(words: &str, step: MenuAction) -> MenuItem {
    MenuItem { heading: None, words: words.to_owned(), step }
}

/// What a page has, and where else one can go.
fn page(model: &Model) -> Vec<MenuItem> {
    let (words, page) = (model.words(), model.page());
    let rows = page.list().map_or(0, |table| table.rows.iter().filter(|row| row.key.is_some()).count());
    let mut all = Vec::new();
    if rows > 0 {
        all.push(item(&counted(words, "plain-rows", rows), MenuAction::OpenMenu(Menu::Rows)));
        all.push(item(&words.get("plain-more"), MenuAction::ExplainChosen));
    }
    let points = page.data_points().len();
    if points > 0 {
        all.push(item(&counted(words, "plain-chart", points), MenuAction::OpenMenu(Menu::Points)));
    }
    if page.kind == PageKind::Evidence {
        all.push(item(&words.get("key-checks"), MenuAction::Apply(Action::ToggleChecks)));
    }
    let actions = actions(model).len();
    if actions > 0 {
        all.push(item(&counted(words, "plain-actions", actions), MenuAction::OpenMenu(Menu::Actions)));
    }
    all.push(item(&words.get("plain-pages"), MenuAction::OpenMenu(Menu::Pages)));
    all.push(item(&words.get("plain-days"), MenuAction::OpenMenu(Menu::Days)));
    all.push(item(&words.get("plain-languages"), MenuAction::OpenMenu(Menu::Languages)));
    all.push(item(&words.get("plain-marks"), MenuAction::ReadLegend));
    all
}

/// What the keys do here, in the order of the key table.
fn actions(model: &Model) -> Vec<MenuItem> {
    let words = model.words();
    let here = |place| place == KeyContext::FormatQuestion || model.is_active_below_overlay(place);
    let rows = KEYS.iter().filter(|row| SPOKEN_BINDINGS.contains(&row.message_id) && here(row.context));
    rows.flat_map(|row| row.commands.iter().map(move |command| (row, command)))
        .map(|(row, command)| {
            let step = match command.action {
                Action::Copy(take) => MenuAction::ReadOut(take),
                action => MenuAction::Apply(action),
            };
            let said = match row.message_id {
                "key-cite" => words.get("plain-cite"),
                "key-copy-row" => words.get("plain-row"),
                "key-copy" => words.get("plain-command"),
                "key-write-text" => words.get("plain-write-text"),
                "key-write-svg" => words.get("plain-write-svg"),
                "key-write-html" => words.get("plain-write-html"),
                _ => description(words, row, command),
            };
            item(&said, step)
        })
        .collect()
}

fn counted(words: &Words, key: &str, count: usize) -> String {
    words.format(key, &[("count", Arg::from(count))])
}

/// The rows that stand for something, under their headings.
fn rows(model: &Model) -> Vec<MenuItem> {
    let Some(table) = model.page().list() else { return Vec::new() };
    let mut heading = None;
    let mut all = Vec::new();
    for (place, row) in table.rows.iter().enumerate() {
        let words = line_mode::row_line(table, row);
        if row.key.is_none() {
            heading = Some(words);
        } else {
            all.push(MenuItem { heading: heading.take(), words, step: MenuAction::ExplainRow(place) });
        }
    }
    all
}
