//! What an action changes: the state, and nothing else. What the world has to do is returned.

use chrono::{Datelike, NaiveDate};

use super::action::{Action, Effect, Move, Travel, Way};
use super::palette;
use super::sheets;
use super::sifting;
use super::state::{Asking, Choice, Chosen, Field, Notice, Overlay, State, Waiting};
use super::terminal::Mouse;
use super::{crosshair, drawing};
use crate::dataset::index::Series;
use crate::dataset::records::Language;
use crate::page::table::Table;
use crate::page::{Evidence, Page, PageKind, Ref, Shown, Slot};
use crate::render::tui::layout::SheetPlace;
use crate::render::tui::onward::Named;

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
    /// Where the sheet lies.
    pub sheet: Option<SheetPlace>,
    /// Where the sheet names what.
    pub named: &'a [Named],
    /// What the sheet names.
    pub onward: &'a [Ref],
    /// How far the text beside or below the rows can be scrolled.
    pub detail_last: usize,
    /// How much was found in the palette.
    pub found: usize,
    /// How much of that is seen at once.
    pub found_seen: usize,
    /// How many addresses there are of what is at hand.
    pub addresses: usize,
}

/// Changes the state as the action means; what the world has to do is returned.
pub fn update(state: &mut State, action: Action, scene: &Scene<'_>) -> Option<Effect> {
    let mut before = (None, Asking::Nothing);
    if !matches!(action, Action::Resize(_) | Action::Ground(_)) {
        before = (state.notice.take(), std::mem::replace(&mut state.asking, Asking::Nothing));
    }
    match action {
        Action::Open(tab) => scene.tabs.get(tab).into_iter().for_each(|tab| state.open(*tab)),
        Action::Turn(way) => {
            let at = scene.tabs.iter().position(|tab| *tab == state.tab).unwrap_or_default();
            scene.tabs.get(way.turn(at, scene.tabs.len())).into_iter().for_each(|tab| state.open(*tab));
        }
        Action::Move(Move::First) if is_reading(state) => crosshair::to_end(state, Way::Previous, scene.page),
        Action::Move(Move::Last) if is_reading(state) => crosshair::to_end(state, Way::Next, scene.page),
        Action::Move(by) if state.is_finding() => {
            palette::walk(state, |chosen| stepped(chosen, by, (scene.found_seen, scene.found)));
        }
        Action::Move(by) if state.overlay == Overlay::None => walk(state, by, scene.page, scene.rows_seen),
        Action::Move(by) if matches!(state.overlay, Overlay::Records(_)) => walk_records(state, by, scene.page),
        Action::Move(by) => {
            state.view.sheet_top = scrolled(state.view.sheet_top, by, (scene.sheet_seen, scene.sheet_last));
        }
        Action::Scroll(way) => {
            state.view.detail_top = scrolled(state.view.detail_top, Move::Row(way), (1, scene.detail_last));
        }
        Action::Filter => sifting::begin(state),
        Action::Type(sign) => sifting::insert(state, sign.encode_utf8(&mut [0; 4])),
        Action::Edit(edit) => sifting::edit(state, edit),
        Action::Palette => palette::open(state),
        Action::Accept | Action::Pick(_) => state.typing = None,
        Action::Standing => sifting::next_standing(state, scene.page),
        Action::Sort => sifting::next_column(state, scene.page),
        Action::SortBy(column) => sifting::by_column(state, column, scene.page),
        Action::TurnOrder => sifting::turn(state),
        Action::Read(way) => crosshair::read(state, way, scene.page),
        Action::Point(place) => crosshair::point(state, place, scene.page),
        Action::Mode | Action::Subjects | Action::Growth | Action::Zoom(_) | Action::Figures => {
            drawing::turn(state, action, scene.page);
        }
        Action::Enlarge => enlarge(state, scene.page),
        Action::Choose(row) => choose(state, row, scene.page),
        Action::Why => explain(state, scene.page),
        Action::Help if state.overlay == Overlay::Help => sheets::close(state),
        Action::Help => sheets::open(state, Overlay::Help),
        Action::Onward(way) => sheets::choose(state, way, (scene.named, scene.sheet)),
        Action::GoOn(nth) => sheets::go_on(state, nth.or(state.view.onward), scene.onward),
        Action::Back if before.1 != Asking::Nothing => {}
        Action::Back => return back(state),
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
        Action::Speak(language) => state.language = language,
        Action::Theme => {
            state.paint.theme = state.paint.theme.next();
            state.theme = Chosen::ByPerson;
        }
        Action::Ground(ground) if state.theme == Chosen::ByGuess => state.paint.theme = ground.theme(),
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
        // The way that the person came is known outside of the state.
        Action::Address | Action::Ground(_) | Action::History(_) => {}
        Action::Reload => return Some(Effect::Reload),
        Action::Present => return Some(Effect::Present),
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
    let to = stepped(at, by, (seen, last + 1));
    state.choose(Choice::of(table, rows[to]));
    if let Some(key) = table.rows[rows[to]].key {
        crosshair::follow(state, key, page);
    }
}

/// The place after a move among `count`, of which so many are `seen` at once; the ends are stops.
fn stepped(at: usize, by: Move, (seen, count): (usize, usize)) -> usize {
    let last = count.saturating_sub(1);
    match by {
        Move::Row(way) | Move::Notch(way) => way.step(at, count),
        Move::Page(Way::Next) => (at + seen.max(2) - 1).min(last),
        Move::Page(Way::Previous) => at.saturating_sub(seen.max(2) - 1),
        Move::First => 0,
        Move::Last => last,
    }
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

/// Whether the crosshair is on, with nothing over it.
fn is_reading(state: &State) -> bool {
    state.overlay == Overlay::None && state.view.cursor.is_some()
}

/// Chooses another of the records under the crosshair.
fn walk_records(state: &mut State, by: Move, page: &Page) {
    let Overlay::Records(at) = state.overlay else { return };
    let count = crosshair::spot(state, page).map_or(0, |spot| spot.keys.len());
    let to = match by {
        Move::Row(way) | Move::Notch(way) => way.step(at, count),
        Move::First | Move::Page(Way::Previous) => 0,
        Move::Last | Move::Page(Way::Next) => count.saturating_sub(1),
    };
    state.overlay = Overlay::Records(to);
}

/// Gives the whole page to the next of its panels; after the last one, to all of them again.
fn enlarge(state: &mut State, page: &Page) {
    let slots = page.panels.iter().map(|panel| panel.slot).filter(|slot| *slot != Slot::Why);
    let mut slots = slots.skip_while(|slot| state.view.enlarged.is_some_and(|now| now != *slot));
    let next = if state.view.enlarged.is_some() { slots.nth(1) } else { slots.next() };
    state.view.enlarged = next;
}

/// Chooses a row; choosing the chosen one again asks why.
fn choose(state: &mut State, row: usize, page: &Page) {
    let Some(table) = page.list() else { return };
    let Some(choice) = Choice::of(table, row) else { return };
    if table.chosen == Some(row) {
        sheets::open(state, Overlay::Why(choice.key));
    } else {
        state.choose(Some(choice));
        crosshair::follow(state, choice.key, page);
    }
}

/// Opens what is under the crosshair, else says why of the chosen row; of several records, the chosen one.
fn explain(state: &mut State, page: &Page) {
    if let Overlay::Records(at) = state.overlay {
        sheets::open(state, Overlay::Record(at));
    } else if let Some(overlay) = crosshair::in_question(state, page) {
        sheets::open(state, overlay);
    }
}

/// One step back, whatever lies on top: what is typed, a sheet, the crosshair, the zoom, an enlarged panel, the filter; then
/// to the talk.
fn back(state: &mut State) -> Option<Effect> {
    match state.typing.take().map(|typing| typing.field) {
        Some(Field::Filter) => {
            sifting::forget(state);
            return None;
        }
        Some(Field::Palette(_)) => return None,
        None => {}
    }
    match state.overlay {
        Overlay::None if state.view.cursor.is_some() => state.view.cursor = None,
        Overlay::None if state.drawing.window.is_some() => state.drawing.window = None,
        Overlay::None if state.view.enlarged.is_some() => state.view.enlarged = None,
        Overlay::None if state.waiting == Waiting::Talk && !state.sift().filters() => return Some(Effect::Present),
        Overlay::None => sifting::forget(state),
        _ => sheets::close(state),
    }
    None
}

/// The day after a journey in time; none for now. Nothing lies before the first day or after today.
fn journey(state: &State, travel: Travel, days: &[NaiveDate]) -> Option<NaiveDate> {
    let from = state.day();
    let first = days.first().copied().unwrap_or(state.today);
    let end_of = |year: i32| NaiveDate::from_ymd_opt(year, 12, 31);
    let to = match travel {
        Travel::Now => return None,
        Travel::To(day) => Some(day),
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
}
