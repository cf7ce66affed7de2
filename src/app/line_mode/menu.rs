//! The menus: what each number does.

use crate::app::action::{Action, CopyRequest, Direction, TimeStep};
use crate::app::dashboard::model::Model;
use crate::app::dashboard::palette::{LANGUAGES, description};
use crate::app::input::keys::context::KeyContext;
use crate::app::input::keys::table::KEYS;
use crate::page::i18n::{Arg, Words};
use crate::page::model::PageKind;
use crate::render::text::line_mode;

/// A list of numbered items.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Menu {
    /// Top menu of a page.
    Page,
    Pages,
    Rows,
    /// Data points of the chart.
    Points,
    /// Changes of the known date.
    Days,
    Languages,
    /// Commands of the key table that work on the page.
    Actions,
}

pub(super) struct MenuItem {
    /// Printed above the item.
    pub heading: Option<String>,
    pub text: String,
    pub action: MenuAction,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum MenuAction {
    OpenMenu(Menu),
    Apply(Action),
    /// Chooses the row at this index of the table and explains its verdict.
    ExplainRow(usize),
    /// Explains the data point at this index.
    ExplainPoint(usize),
    /// Explains the chosen row.
    ExplainChosen,
    /// Explains the marks.
    ReadLegend,
    /// Prints what would be copied.
    ReadOut(CopyRequest),
    Quit,
}

/// Rows of the key table that make sense without a screen and are in no other menu, with another message where that of the
/// key does not fit.
const SPOKEN_BINDINGS: [(&str, Option<&str>); 15] = [
    ("key-mode", None),
    ("key-subjects", None),
    ("key-subject", None),
    ("key-log", None),
    ("key-zoom", None),
    ("key-projections", None),
    ("key-status-filter", None),
    ("key-sort", None),
    ("key-turn-order", None),
    ("key-cite", Some("plain-cite")),
    ("key-copy-row", Some("plain-row")),
    ("key-copy", Some("plain-command")),
    ("key-write-text", Some("plain-write-text")),
    ("key-write-svg", Some("plain-write-svg")),
    ("key-write-html", Some("plain-write-html")),
];

pub(super) fn items_of(menu: Menu, model: &Model) -> Vec<MenuItem> {
    match menu {
        Menu::Page => page(model),
        Menu::Pages => {
            let tabs = model.chrome().tabs.iter().enumerate();
            tabs.map(|(index, tab)| item(tab.label.long(), MenuAction::Apply(Action::OpenTab(index)))).collect()
        }
        Menu::Rows => rows(model),
        Menu::Actions => actions(model),
        Menu::Points => {
            let points = model.page().data_points().into_iter().enumerate();
            let explain = |(index, point)| item(&line_mode::data_point_line(point), MenuAction::ExplainPoint(index));
            points.map(explain).collect()
        }
        Menu::Days => {
            let steps = [
                ("plain-day-before", TimeStep::Day(Direction::Previous)),
                ("plain-day-after", TimeStep::Day(Direction::Next)),
                ("plain-year-before", TimeStep::Year(Direction::Previous)),
                ("plain-year-after", TimeStep::Year(Direction::Next)),
                ("plain-now", TimeStep::Now),
            ];
            let set = |(id, step)| item(&model.words().get(id), MenuAction::Apply(Action::SetKnownDate(step)));
            steps.map(set).into()
        }
        Menu::Languages => {
            LANGUAGES.map(|(language, name)| item(name, MenuAction::Apply(Action::SetLanguage(language)))).into()
        }
    }
}

fn item(text: &str, action: MenuAction) -> MenuItem {
    MenuItem { heading: None, text: text.to_owned(), action }
}

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

/// Commands that work on the page, in the order of the key table.
fn actions(model: &Model) -> Vec<MenuItem> {
    let words = model.words();
    let is_active = |context| context == KeyContext::FormatQuestion || model.is_active_below_overlay(context);
    let mut all = Vec::new();
    for row in KEYS.iter().filter(|row| is_active(row.context)) {
        let Some((_, message)) = SPOKEN_BINDINGS.iter().find(|(id, _)| *id == row.message_id) else { continue };
        for command in row.commands {
            let action = match command.action {
                Action::Copy(request) => MenuAction::ReadOut(request),
                action => MenuAction::Apply(action),
            };
            let text = message.map_or_else(|| description(words, row, command), |id| words.get(id));
            all.push(item(&text, action));
        }
    }
    all
}

fn counted(words: &Words, key: &str, count: usize) -> String {
    words.format(key, &[("count", Arg::from(count))])
}

/// Rows with a record, under the headings of the table.
fn rows(model: &Model) -> Vec<MenuItem> {
    let Some(table) = model.page().list() else { return Vec::new() };
    let mut heading = None;
    let mut all = Vec::new();
    for (index, row) in table.rows.iter().enumerate() {
        let text = line_mode::row_line(table, row);
        if row.key.is_none() {
            heading = Some(text);
        } else {
            all.push(MenuItem { heading: heading.take(), text, action: MenuAction::ExplainRow(index) });
        }
    }
    all
}
