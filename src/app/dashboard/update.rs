//! What an action changes: the state, and nothing else. What the world has to do is returned.

use chrono::{Datelike, NaiveDate};

use crate::app::dashboard::action::{Action, Direction, Effect, Movement, TimeStep};
use crate::app::dashboard::state::{EntryPurpose, Notice, Overlay, PendingQuestion, RowChoice, State, WaitingTalk};
use crate::app::dashboard::{chart_options, crosshair, filter, overlays, palette};
use crate::dataset::records::Language;
use crate::dataset::records::index::SeriesKey;
use crate::page::model::page::{Page, PageKind, PanelSlot};
use crate::page::model::query::{EvidenceView, Visibility};
use crate::page::model::record_ref::RecordRef;
use crate::page::model::table::Table;
use crate::render::tui::layout::areas::OverlayLayout;
use crate::render::tui::overlay::links::OverlayLinkArea;
use crate::settings::choices::{Mouse, ThemeOrigin};

/// What the action is about: what is on screen, and what could be.
#[derive(Debug, Clone, Copy)]
pub struct UpdateContext<'a> {
    /// The page that is open.
    pub page: &'a Page,
    /// The pages that there are.
    pub tabs: &'a [PageKind],
    /// The days on which something was said or published, in order.
    pub days: &'a [NaiveDate],
    /// The series that the Output page can show.
    pub series: &'a [SeriesKey],
    /// How many rows of the list are seen at once.
    pub visible_rows: usize,
    /// How many lines of the sheet are seen at once.
    pub visible_sheet_lines: usize,
    /// How far the sheet can be scrolled.
    pub sheet_scroll_max: usize,
    /// Where the sheet lies.
    pub sheet: Option<OverlayLayout>,
    /// Where the sheet names what.
    pub named: &'a [OverlayLinkArea],
    /// What the sheet names.
    pub link: &'a [RecordRef],
    /// How far the text beside or below the rows can be scrolled.
    pub detail_scroll_max: usize,
    /// How much was found in the palette.
    pub found: usize,
    /// How much of that is seen at once.
    pub visible_results: usize,
    /// How many addresses there are of what is at hand.
    pub addresses: usize,
}

/// Changes the state as the action means; what the world has to do is returned.
pub fn update(state: &mut State, action: Action, context: &UpdateContext<'_>) -> Option<Effect> {
    let mut before = (None, PendingQuestion::None);
    if !matches!(action, Action::Resize(_) | Action::SetBackground(_)) {
        before = (state.notice.take(), std::mem::replace(&mut state.question, PendingQuestion::None));
    }
    match action {
        Action::OpenTab(tab) => context.tabs.get(tab).into_iter().for_each(|tab| state.open_page(*tab)),
        Action::CycleTab(direction) => {
            let at = context.tabs.iter().position(|tab| *tab == state.tab).unwrap_or_default();
            context
                .tabs
                .get(direction.wrapped_step(at, context.tabs.len()))
                .into_iter()
                .for_each(|tab| state.open_page(*tab));
        }
        Action::Move(Movement::First) if is_crosshair_active(state) => {
            crosshair::move_to_end(state, Direction::Previous, context.page)
        }
        Action::Move(Movement::Last) if is_crosshair_active(state) => {
            crosshair::move_to_end(state, Direction::Next, context.page)
        }
        Action::Move(by) if state.is_palette_open() => {
            palette::move_choice(state, |chosen| moved_index(chosen, by, (context.visible_results, context.found)));
        }
        Action::Move(by) if state.overlay == Overlay::None => {
            move_choice(state, by, context.page, context.visible_rows)
        }
        Action::Move(by) if matches!(state.overlay, Overlay::RecordList(_)) => {
            move_record_choice(state, by, context.page)
        }
        Action::Move(by) => {
            state.view.overlay_top =
                scrolled_top(state.view.overlay_top, by, (context.visible_sheet_lines, context.sheet_scroll_max));
        }
        Action::ScrollDetail(direction) => {
            state.view.detail_top =
                scrolled_top(state.view.detail_top, Movement::Row(direction), (1, context.detail_scroll_max));
        }
        Action::EditFilter => filter::start_typing(state),
        Action::Type(sign) => filter::insert(state, sign.encode_utf8(&mut [0; 4])),
        Action::Edit(edit) => filter::edit(state, edit),
        Action::OpenPalette => palette::open(state),
        Action::Accept | Action::PickResult(_) => state.text_entry = None,
        Action::NextStatusFilter => filter::next_status(state, context.page),
        Action::SortByNextColumn => filter::sort_by_next_column(state, context.page),
        Action::SortBy(column) => filter::sort_by(state, column, context.page),
        Action::ReverseSort => filter::reverse_order(state),
        Action::StepCrosshair(direction) => crosshair::step(state, direction, context.page),
        Action::SetCrosshair(place) => crosshair::set(state, place, context.page),
        Action::NextChartMode
        | Action::NextSubjectLayout
        | Action::ToggleLogScale
        | Action::Zoom(_)
        | Action::ToggleTableForm => {
            chart_options::apply(state, action, context.page);
        }
        Action::EnlargeNextPanel => enlarge_next(state, context.page),
        Action::ChooseRow(row) => choose_or_explain(state, row, context.page),
        Action::Why => explain(state, context.page),
        Action::ToggleHelp if state.overlay == Overlay::Help => overlays::close(state),
        Action::ToggleHelp => overlays::open(state, Overlay::Help),
        Action::ChooseLink(direction) => overlays::choose_link(state, direction, (context.named, context.sheet)),
        Action::FollowLink(nth) => overlays::follow_link(state, nth.or(state.view.link), context.link),
        Action::Back if before.1 != PendingQuestion::None => {}
        Action::Back => return step_back(state),
        Action::SetKnownDate(step) => state.known = step_known_date(state, step, context.days),
        Action::NextSeries => next_series(state, context.series),
        Action::ToggleChecks => {
            state.evidence = match state.evidence {
                EvidenceView::Sources => EvidenceView::Checks,
                EvidenceView::Checks => EvidenceView::Sources,
            };
            state.choose(None);
        }
        Action::ToggleOutlook => {
            state.projections = match state.projections {
                Visibility::Shown => Visibility::Hidden,
                Visibility::Hidden => Visibility::Shown,
            };
        }
        Action::NextLanguage => {
            state.language = match state.language {
                Language::En => Language::Ru,
                Language::Ru => Language::Kk,
                Language::Kk => Language::En,
            };
        }
        Action::SetLanguage(language) => state.language = language,
        Action::NextTheme => {
            state.paint.theme = state.paint.theme.next();
            state.theme = ThemeOrigin::User;
        }
        Action::SetBackground(ground) if state.theme == ThemeOrigin::Guessed => state.paint.theme = ground.theme(),
        Action::ToggleMouse => {
            state.mouse = if state.mouse == Mouse::On { Mouse::Off } else { Mouse::On };
            state.notice = Some(if state.mouse == Mouse::On { Notice::MouseOn } else { Notice::MouseOff });
            return Some(Effect::SetMouse);
        }
        Action::Resize(size) => state.size = size,
        Action::Copy(take) => return Some(Effect::Copy(take)),
        Action::AskFormat => state.question = PendingQuestion::Format,
        Action::Write(format) => return Some(Effect::Write(format)),
        Action::NextAddress if context.addresses > 0 => {
            let next = if let (Some(Notice::Address(place)), _) = before { place + 1 } else { 0 };
            state.notice = Some(Notice::Address(next % context.addresses));
        }
        // The way that the person came is known outside of the state.
        Action::NextAddress | Action::SetBackground(_) | Action::History(_) => {}
        Action::Reload => return Some(Effect::Reload),
        Action::Present => return Some(Effect::Present),
        Action::Suspend => return Some(Effect::Suspend),
        Action::Quit => return Some(Effect::Quit),
    }
    None
}

/// Chooses another row; rows that stand for nothing, headings, are stepped over.
fn move_choice(state: &mut State, by: Movement, page: &Page, seen: usize) {
    let Some(table) = page.list() else { return };
    let rows = selectable_rows(table);
    let Some(last) = rows.len().checked_sub(1) else { return };
    let at = table.chosen.and_then(|chosen| rows.iter().position(|row| *row == chosen)).unwrap_or_default();
    let to = moved_index(at, by, (seen, last + 1));
    state.choose(RowChoice::from_row(table, rows[to]));
    if let Some(key) = table.rows[rows[to]].key {
        crosshair::follow_record(state, key, page);
    }
}

/// The place after a move among `count`, of which so many are `seen` at once; the ends are stops.
fn moved_index(at: usize, by: Movement, (seen, count): (usize, usize)) -> usize {
    let last = count.saturating_sub(1);
    match by {
        Movement::Row(direction) | Movement::WheelNotch(direction) => direction.clamped_step(at, count),
        Movement::Page(Direction::Next) => (at + seen.max(2) - 1).min(last),
        Movement::Page(Direction::Previous) => at.saturating_sub(seen.max(2) - 1),
        Movement::First => 0,
        Movement::Last => last,
    }
}

/// The places of the rows that can be chosen.
fn selectable_rows(table: &Table) -> Vec<usize> {
    (0..table.rows.len()).filter(|&row| table.rows[row].key.is_some()).collect()
}

/// The first line shown after scrolling text of which so many lines are `seen`, and which can be scrolled to `last`.
fn scrolled_top(top: usize, by: Movement, (seen, last): (usize, usize)) -> usize {
    /// Lines for a notch of the wheel.
    const LINES_PER_NOTCH: usize = 3;
    let by_lines = |lines: usize, direction| match direction {
        Direction::Next => (top + lines).min(last),
        Direction::Previous => top.min(last).saturating_sub(lines),
    };
    match by {
        Movement::Row(direction) => by_lines(1, direction),
        Movement::WheelNotch(direction) => by_lines(LINES_PER_NOTCH, direction),
        Movement::Page(direction) => by_lines(seen.max(2) - 1, direction),
        Movement::First => 0,
        Movement::Last => last,
    }
}

/// Whether the crosshair is on, with nothing over it.
fn is_crosshair_active(state: &State) -> bool {
    state.overlay == Overlay::None && state.view.cursor.is_some()
}

/// Chooses another of the records under the crosshair.
fn move_record_choice(state: &mut State, by: Movement, page: &Page) {
    let Overlay::RecordList(at) = state.overlay else { return };
    let count = crosshair::current_point(state, page).map_or(0, |spot| spot.keys.len());
    let to = match by {
        Movement::Row(direction) | Movement::WheelNotch(direction) => direction.clamped_step(at, count),
        Movement::First | Movement::Page(Direction::Previous) => 0,
        Movement::Last | Movement::Page(Direction::Next) => count.saturating_sub(1),
    };
    state.overlay = Overlay::RecordList(to);
}

/// Gives the whole page to the next of its panels; after the last one, to all of them again.
fn enlarge_next(state: &mut State, page: &Page) {
    let slots = page.panels.iter().map(|panel| panel.slot).filter(|slot| *slot != PanelSlot::Why);
    let mut slots = slots.skip_while(|slot| state.view.enlarged.is_some_and(|now| now != *slot));
    let next = if state.view.enlarged.is_some() { slots.nth(1) } else { slots.next() };
    state.view.enlarged = next;
}

/// Chooses a row; choosing the chosen one again asks why.
fn choose_or_explain(state: &mut State, row: usize, page: &Page) {
    let Some(table) = page.list() else { return };
    let Some(choice) = RowChoice::from_row(table, row) else { return };
    if table.chosen == Some(row) {
        overlays::open(state, Overlay::Why(choice.key));
    } else {
        state.choose(Some(choice));
        crosshair::follow_record(state, choice.key, page);
    }
}

/// Opens what is under the crosshair, else says why of the chosen row; of several records, the chosen one.
fn explain(state: &mut State, page: &Page) {
    if let Overlay::RecordList(at) = state.overlay {
        overlays::open(state, Overlay::RecordWhy(at));
    } else if let Some(overlay) = crosshair::overlay_to_open(state, page) {
        overlays::open(state, overlay);
    }
}

/// One step back, whatever lies on top: what is typed, a sheet, the crosshair, the zoom, an enlarged panel, the filter; then
/// to the talk.
fn step_back(state: &mut State) -> Option<Effect> {
    match state.text_entry.take().map(|typing| typing.purpose) {
        Some(EntryPurpose::Filter) => {
            filter::clear(state);
            return None;
        }
        Some(EntryPurpose::Palette(_)) => return None,
        None => {}
    }
    match state.overlay {
        Overlay::None if state.view.cursor.is_some() => state.view.cursor = None,
        Overlay::None if state.chart_options.window.is_some() => state.chart_options.window = None,
        Overlay::None if state.view.enlarged.is_some() => state.view.enlarged = None,
        Overlay::None if state.waiting_talk == WaitingTalk::Paused && !state.row_filter().is_active() => {
            return Some(Effect::Present);
        }
        Overlay::None => filter::clear(state),
        _ => overlays::close(state),
    }
    None
}

/// The day after a journey in time; none for now. Nothing lies before the first day or after today.
fn step_known_date(state: &State, step: TimeStep, days: &[NaiveDate]) -> Option<NaiveDate> {
    let from = state.known_date();
    let first = days.first().copied().unwrap_or(state.today);
    let end_of = |year: i32| NaiveDate::from_ymd_opt(year, 12, 31);
    let to = match step {
        TimeStep::Now => return None,
        TimeStep::To(day) => Some(day),
        TimeStep::Day(Direction::Next) => days.iter().copied().find(|day| *day > from),
        TimeStep::Day(Direction::Previous) => days.iter().copied().rfind(|day| *day < from).or(Some(first)),
        TimeStep::Year(Direction::Next) => {
            end_of(from.year()).filter(|end| *end > from).or_else(|| end_of(from.year() + 1))
        }
        TimeStep::Year(Direction::Previous) => end_of(from.year() - 1),
    };
    to.map(|day| day.max(first.min(from))).filter(|day| *day < state.today)
}

fn next_series(state: &mut State, series: &[SeriesKey]) {
    let shown = state.series.and_then(|shown| series.iter().position(|known| *known == shown)).unwrap_or_default();
    state.series = series.get(Direction::Next.wrapped_step(shown, series.len())).copied();
    state.choose(None);
}
