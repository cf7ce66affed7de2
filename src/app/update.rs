//! What an action changes: the state, and nothing else. What the world has to do is returned.

use chrono::{Datelike, NaiveDate};

use super::action::{Action, Effect, Move, Travel, Way};
use super::state::{Asking, Choice, Notice, Overlay, State};
use super::terminal::Mouse;
use crate::dataset::index::Series;
use crate::dataset::records::Language;
use crate::page::table::Table;
use crate::page::{Evidence, Page, PageKind, Shown};

/// What the action is about: what is on screen, and what could be.
#[derive(Debug, Clone, Copy)]
pub struct Scene<'a> {
    /// The page that is open.
    pub page: &'a Page,
    /// The pages that there are.
    pub tabs: &'a [PageKind],
    /// The days on which something was said or published, in order.
    pub days: &'a [NaiveDate],
    /// The series that the Output page can show.
    pub series: &'a [Series],
    /// How many rows of the list are seen at once.
    pub rows_seen: usize,
    /// How many lines of the sheet are seen at once.
    pub sheet_seen: usize,
    /// How far the sheet can be scrolled.
    pub sheet_last: usize,
    /// How far the text beside or below the rows can be scrolled.
    pub detail_last: usize,
    /// How many addresses there are of what is at hand.
    pub addresses: usize,
}

/// Changes the state as the action means; what the world has to do is returned.
pub fn update(state: &mut State, action: Action, scene: &Scene<'_>) -> Option<Effect> {
    let mut before = (None, Asking::Nothing);
    if !matches!(action, Action::Resize(_)) {
        before = (state.notice.take(), std::mem::replace(&mut state.asking, Asking::Nothing));
    }
    match action {
        Action::Open(tab) => scene.tabs.get(tab).into_iter().for_each(|tab| state.open(*tab)),
        Action::Turn(way) => {
            let at = scene.tabs.iter().position(|tab| *tab == state.tab).unwrap_or_default();
            scene.tabs.get(way.turn(at, scene.tabs.len())).into_iter().for_each(|tab| state.open(*tab));
        }
        Action::Move(by) if state.overlay == Overlay::None => walk(state, by, scene.page, scene.rows_seen),
        Action::Move(by) => {
            state.view.sheet_top = scrolled(state.view.sheet_top, by, (scene.sheet_seen, scene.sheet_last));
        }
        Action::Scroll(way) => {
            state.view.detail_top = scrolled(state.view.detail_top, Move::Row(way), (1, scene.detail_last));
        }
        Action::Read(way) => read(state, way, scene.page),
        Action::Point(column) => point(state, column, scene.page),
        Action::Choose(row) => choose(state, row, scene.page),
        Action::Why => explain(state, scene.page),
        Action::Help => lay(state, if state.overlay == Overlay::Help { Overlay::None } else { Overlay::Help }),
        Action::Back if before.1 != Asking::Nothing => {}
        Action::Back => back(state),
        Action::Know(travel) => state.known = journey(state, travel, scene.days),
        Action::Subject => turn_series(state, scene.series),
        Action::Checks => {
            state.evidence = match state.evidence {
                Evidence::Sources => Evidence::Checks,
                Evidence::Checks => Evidence::Sources,
            };
            state.choose(None);
        }
        Action::Outlook => {
            state.outlook = match state.outlook {
                Shown::Yes => Shown::No,
                Shown::No => Shown::Yes,
            };
        }
        Action::Language => {
            state.language = match state.language {
                Language::En => Language::Ru,
                Language::Ru => Language::Kk,
                Language::Kk => Language::En,
            };
        }
        Action::Theme => state.paint.theme = state.paint.theme.next(),
        Action::Mouse => {
            state.mouse = if state.mouse == Mouse::On { Mouse::Off } else { Mouse::On };
            state.notice = Some(if state.mouse == Mouse::On { Notice::MouseOn } else { Notice::MouseOff });
            return Some(Effect::Mouse);
        }
        Action::Resize(size) => state.size = size,
        Action::Copy(take) => return Some(Effect::Copy(take)),
        Action::AskFormat => state.asking = Asking::Format,
        Action::Write(format) => return Some(Effect::Write(format)),
        Action::Address if scene.addresses > 0 => {
            let next = if let (Some(Notice::Address(place)), _) = before { place + 1 } else { 0 };
            state.notice = Some(Notice::Address(next % scene.addresses));
        }
        Action::Address => {}
        Action::Reload => return Some(Effect::Reload),
        Action::Suspend => return Some(Effect::Suspend),
        Action::Quit => return Some(Effect::Quit),
    }
    None
}

/// Chooses another row; rows that stand for nothing, headings, are stepped over.
fn walk(state: &mut State, by: Move, page: &Page, seen: usize) {
    let Some(table) = page.list() else { return };
    let rows = choosable(table);
    let Some(last) = rows.len().checked_sub(1) else { return };
    let at = table.chosen.and_then(|chosen| rows.iter().position(|row| *row == chosen)).unwrap_or_default();
    let to = match by {
        Move::Row(way) | Move::Notch(way) => way.step(at, rows.len()),
        Move::Page(Way::Next) => (at + seen.max(2) - 1).min(last),
        Move::Page(Way::Previous) => at.saturating_sub(seen.max(2) - 1),
        Move::First => 0,
        Move::Last => last,
    };
    state.choose(Choice::of(table, rows[to]));
    state.view.cursor = None;
}

/// The places of the rows that can be chosen.
fn choosable(table: &Table) -> Vec<usize> {
    (0..table.rows.len()).filter(|&row| table.rows[row].key.is_some()).collect()
}

/// The first line shown after scrolling text of which so many lines are `seen`, and which can be scrolled to `last`.
fn scrolled(top: usize, by: Move, (seen, last): (usize, usize)) -> usize {
    /// Lines for a notch of the wheel.
    const NOTCH: usize = 3;
    let by_lines = |lines: usize, way| match way {
        Way::Next => (top + lines).min(last),
        Way::Previous => top.min(last).saturating_sub(lines),
    };
    match by {
        Move::Row(way) => by_lines(1, way),
        Move::Notch(way) => by_lines(NOTCH, way),
        Move::Page(way) => by_lines(seen.max(2) - 1, way),
        Move::First => 0,
        Move::Last => last,
    }
}

/// Moves the crosshair, which starts at the column in question, else at the last one that has a figure.
fn read(state: &mut State, way: Way, page: &Page) {
    let Some(chart) = page.chart().filter(|chart| !chart.columns.is_empty()) else { return };
    let count = chart.columns.len();
    let start = || {
        let focus = chart.columns.iter().position(|column| column.focus);
        let figure = chart.columns.iter().rposition(|column| column.bar.is_some());
        focus.or(figure).unwrap_or(count - 1)
    };
    let from = state.view.cursor.filter(|cursor| *cursor < count);
    point(state, from.map_or_else(start, |cursor| way.step(cursor, count)), page);
}

/// Sets the crosshair on a column; where the rows are the figures of the chart, the row goes with it.
fn point(state: &mut State, column: usize, page: &Page) {
    let Some(chart) = page.chart() else { return };
    let Some(shown) = chart.columns.get(column) else { return };
    state.view.cursor = Some(column);
    let row = page.list().and_then(|table| {
        let place = table.rows.iter().position(|row| row.key.is_some() && row.key == shown.key)?;
        Choice::of(table, place)
    });
    if row.is_some() {
        state.choose(row);
    }
}

/// Chooses a row; choosing the chosen one again asks why.
fn choose(state: &mut State, row: usize, page: &Page) {
    let Some(table) = page.list() else { return };
    let Some(choice) = Choice::of(table, row) else { return };
    if table.chosen == Some(row) {
        lay(state, Overlay::Why(choice.key));
    } else {
        state.choose(Some(choice));
    }
    state.view.cursor = None;
}

/// Says why: of the point under the crosshair, else of the chosen row.
fn explain(state: &mut State, page: &Page) {
    if let Some(key) = state.in_question(page) {
        lay(state, Overlay::Why(key));
    }
}

fn lay(state: &mut State, overlay: Overlay) {
    state.overlay = overlay;
    state.view.sheet_top = 0;
}

fn back(state: &mut State) {
    if state.overlay == Overlay::None {
        state.view.cursor = None;
    } else {
        lay(state, Overlay::None);
    }
}

/// The day after a journey in time; none for now. Nothing lies before the first day or after today.
fn journey(state: &State, travel: Travel, days: &[NaiveDate]) -> Option<NaiveDate> {
    let from = state.day();
    let first = days.first().copied().unwrap_or(state.today);
    let end_of = |year: i32| NaiveDate::from_ymd_opt(year, 12, 31);
    let to = match travel {
        Travel::Now => return None,
        Travel::Day(Way::Next) => days.iter().copied().find(|day| *day > from),
        Travel::Day(Way::Previous) => days.iter().copied().rfind(|day| *day < from).or(Some(first)),
        Travel::Year(Way::Next) => end_of(from.year()).filter(|end| *end > from).or_else(|| end_of(from.year() + 1)),
        Travel::Year(Way::Previous) => end_of(from.year() - 1),
    };
    to.map(|day| day.max(first.min(from))).filter(|day| *day < state.today)
}

fn turn_series(state: &mut State, series: &[Series]) {
    let shown = state.series.and_then(|shown| series.iter().position(|known| *known == shown)).unwrap_or_default();
    state.series = series.get(Way::Next.turn(shown, series.len())).copied();
    state.choose(None);
    state.view.cursor = None;
}
