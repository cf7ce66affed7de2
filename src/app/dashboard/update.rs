//! What an action changes in the state of the dashboard. Effects are returned.

use chrono::{Datelike, NaiveDate};

use crate::app::action::{Action, Direction, Effect, Movement, TimeStep};
use crate::app::dashboard::notice::Notice;
use crate::app::dashboard::state::{EntryPurpose, Overlay, PendingQuestion, RowChoice, State, WaitingTalk};
use crate::app::dashboard::{chart_options, crosshair, filter, overlays, palette};
use crate::dataset::records::index::SeriesKey;
use crate::page::model::{EvidenceView, Page, PageKind, PanelSlot, RecordRef, Table, Visibility};
use crate::render::tui::layout::areas::OverlayLayout;
use crate::render::tui::overlay::links::OverlayLinkArea;
use crate::settings::choices::Mouse;

/// What is on the screen and what an action can choose from.
#[derive(Debug, Clone, Copy)]
pub struct UpdateContext<'a> {
    /// The open page.
    pub page: &'a Page,
    /// The pages of the dataset.
    pub tabs: &'a [PageKind],
    /// The dates of statements and publications, in order.
    pub days: &'a [NaiveDate],
    /// The series of the Output page.
    pub series: &'a [SeriesKey],
    /// How many rows of the list are visible.
    pub visible_rows: usize,
    /// Where the top overlay lies.
    pub overlay: Option<OverlayLayout>,
    /// The last line that the top overlay can be scrolled to.
    pub overlay_scroll_max: usize,
    /// Where the links of the top overlay lie.
    pub link_areas: &'a [OverlayLinkArea],
    /// The records that they lead to.
    pub links: &'a [RecordRef],
    /// The last line that the detail panel can be scrolled to.
    pub detail_scroll_max: usize,
    /// How many results the palette has.
    pub results: usize,
    /// How many of them are visible.
    pub visible_results: usize,
    /// How many addresses the current record has.
    pub addresses: usize,
    /// The day that the words of a filter without results are.
    pub typed_day: Option<NaiveDate>,
    /// The page that has results for the words of a filter without results here.
    pub other_page: Option<PageKind>,
}

/// Applies an action to the state; returns what the app or the event loop has to do.
pub fn update(state: &mut State, action: Action, context: &UpdateContext<'_>) -> Option<Effect> {
    if matches!(action, Action::Resize(_) | Action::SetBackground(_)) {
        state.look.apply(action);
        return None;
    }
    let session = &mut state.session;
    let last_notice = session.notice.take();
    let question = std::mem::replace(&mut session.question, PendingQuestion::None);
    match action {
        Action::Reload => return Some(Effect::Reload),
        Action::Present => return Some(Effect::Present),
        Action::Suspend => return Some(Effect::Suspend),
        Action::Quit => return Some(Effect::Quit),
        Action::Copy(request) => return Some(Effect::Copy(request)),
        Action::Write(format) => return Some(Effect::Write(format)),
        Action::ToggleMouse => {
            let (mouse, notice) = match session.mouse {
                Mouse::On => (Mouse::Off, Notice::MouseOff),
                Mouse::Off => (Mouse::On, Notice::MouseOn),
            };
            (session.mouse, session.notice) = (mouse, Some(notice));
            return Some(Effect::SetMouse);
        }
        Action::AskFormat => session.question = PendingQuestion::Format,
        Action::NextAddress if context.addresses > 0 => {
            let next = if let Some(Notice::Address(shown)) = last_notice { shown + 1 } else { 0 };
            session.notice = Some(Notice::Address(next % context.addresses));
        }
        Action::Back if question != PendingQuestion::None => {}
        Action::Back => return step_back(state),
        Action::EditFilter => filter::start_typing(state),
        Action::Type(ch) => filter::insert(state, ch.encode_utf8(&mut [0; 4])),
        Action::Edit(edit) => filter::edit(state, edit),
        Action::OpenPalette => palette::open(state),
        Action::Accept | Action::PickResult(_) => {
            session.text_entry = None;
            if let Some(day) = context.typed_day {
                state.row_filter_mut().words.clear();
                state.viewed.known = step_known_date(state, TimeStep::To(day), context.days);
            } else if let Some(page) = context.other_page {
                let words = std::mem::take(&mut state.row_filter_mut().words);
                state.open_page(page);
                filter::clear(state);
                state.row_filter_mut().words = words;
            }
        }
        Action::NextLanguage | Action::SetLanguage(_) | Action::NextTheme => state.look.apply(action),
        action => update_view(state, action, context),
    }
    None
}

/// Applies an action that changes only what is viewed, or nothing.
fn update_view(state: &mut State, action: Action, context: &UpdateContext<'_>) {
    let page = context.page;
    match action {
        Action::OpenTab(tab) => open_tab(state, tab, context.tabs),
        Action::CycleTab(direction) => {
            let index = context.tabs.iter().position(|tab| *tab == state.viewed.tab).unwrap_or_default();
            open_tab(state, direction.wrapped_step(index, context.tabs.len()), context.tabs);
        }
        Action::Move(movement) => apply_movement(state, movement, context),
        Action::ScrollDetail(direction) => {
            let top = &mut state.viewed.positions.detail_top;
            *top = scrolled_top(*top, Movement::Row(direction), 1, context.detail_scroll_max);
        }
        Action::NextStatusFilter => filter::next_status(state, page),
        Action::SortByNextColumn => filter::sort_by_next_column(state, page),
        Action::SortBy(column) => filter::sort_by(state, column, page),
        Action::ReverseSort => filter::reverse_order(state),
        Action::StepCrosshair(direction) => crosshair::step(state, direction, page),
        Action::SetCrosshair(index) => crosshair::set(state, index, page),
        Action::NextChartMode
        | Action::NextSubjectLayout
        | Action::ToggleLogScale
        | Action::Zoom(_)
        | Action::ToggleTableForm => chart_options::apply(state, action, page),
        Action::EnlargeNextPanel => enlarge_next(state, page),
        Action::ChooseRow(row) => choose_or_explain(state, row, page),
        Action::Why => explain(state, page),
        Action::ToggleHelp if state.viewed.overlay == Overlay::Help => overlays::close(state),
        Action::ToggleHelp => overlays::open(state, Overlay::Help),
        Action::ChooseLink(direction) => {
            overlays::choose_link(state, direction, context.link_areas, context.overlay);
        }
        Action::FollowLink(nth) => overlays::follow_link(state, nth.or(state.viewed.positions.link), context.links),
        Action::SetKnownDate(step) => state.viewed.known = step_known_date(state, step, context.days),
        Action::NextSeries => next_series(state, context.series),
        Action::ToggleChecks => {
            state.viewed.evidence = match state.viewed.evidence {
                EvidenceView::Sources => EvidenceView::Checks,
                EvidenceView::Checks => EvidenceView::Sources,
            };
            state.choose(None);
        }
        Action::ToggleOutlook => {
            state.viewed.projections = match state.viewed.projections {
                Visibility::Shown => Visibility::Hidden,
                Visibility::Hidden => Visibility::Shown,
            };
        }
        // The model steps through its history; a talk is not shown; everything else is done in `update`.
        _ => {}
    }
}

fn open_tab(state: &mut State, index: usize, tabs: &[PageKind]) {
    if let Some(tab) = tabs.get(index) {
        state.open_page(*tab);
    }
}

/// Moves in what is on top: the palette, an overlay, else the crosshair or the choice of a row.
fn apply_movement(state: &mut State, movement: Movement, context: &UpdateContext<'_>) {
    let has_crosshair = state.viewed.overlay == Overlay::None && state.viewed.positions.cursor.is_some();
    match (movement, state.viewed.overlay) {
        (Movement::First, _) if has_crosshair => crosshair::move_to_end(state, Direction::Previous, context.page),
        (Movement::Last, _) if has_crosshair => crosshair::move_to_end(state, Direction::Next, context.page),
        _ if state.is_palette_open() => palette::move_choice(state, |chosen| {
            moved_index(chosen, movement, context.visible_results, context.results)
        }),
        (_, Overlay::None) => move_choice(state, movement, context.page, context.visible_rows),
        (_, Overlay::RecordList(chosen)) => move_record_choice(state, chosen, movement, context.page),
        _ => {
            let visible = context.overlay.map_or(0, |overlay| usize::from(overlay.text.height));
            let top = &mut state.viewed.positions.overlay_top;
            *top = scrolled_top(*top, movement, visible, context.overlay_scroll_max);
        }
    }
}

/// Chooses another row; headings are skipped.
fn move_choice(state: &mut State, movement: Movement, page: &Page, visible: usize) {
    let Some(table) = page.list() else { return };
    let rows = selectable_rows(table);
    let Some(last) = rows.len().checked_sub(1) else { return };
    let at = table.chosen.and_then(|chosen| rows.iter().position(|row| *row == chosen)).unwrap_or_default();
    let to = moved_index(at, movement, visible, last + 1);
    state.choose(RowChoice::from_row(table, rows[to]));
    if let Some(key) = table.rows[rows[to]].key {
        crosshair::follow_record(state, key, page);
    }
}

/// The index after a movement among `count` items of which `visible` are visible; stops at both ends.
fn moved_index(at: usize, movement: Movement, visible: usize, count: usize) -> usize {
    let last = count.saturating_sub(1);
    match movement {
        Movement::Row(direction) | Movement::WheelNotch(direction) => direction.clamped_step(at, count),
        Movement::Page(Direction::Next) => (at + visible.max(2) - 1).min(last),
        Movement::Page(Direction::Previous) => at.saturating_sub(visible.max(2) - 1),
        Movement::First => 0,
        Movement::Last => last,
    }
}

/// The indices of the rows that can be chosen.
fn selectable_rows(table: &Table) -> Vec<usize> {
    (0..table.rows.len()).filter(|&row| table.rows[row].key.is_some()).collect()
}

/// The first visible line after scrolling a text with `visible` visible lines that can be scrolled to line `last`.
fn scrolled_top(top: usize, movement: Movement, visible: usize, last: usize) -> usize {
    const LINES_PER_NOTCH: usize = 3;
    let by_lines = |lines: usize, direction| match direction {
        Direction::Next => (top + lines).min(last),
        Direction::Previous => top.min(last).saturating_sub(lines),
    };
    match movement {
        Movement::Row(direction) => by_lines(1, direction),
        Movement::WheelNotch(direction) => by_lines(LINES_PER_NOTCH, direction),
        Movement::Page(direction) => by_lines(visible.max(2) - 1, direction),
        Movement::First => 0,
        Movement::Last => last,
    }
}

/// Chooses another of the records under the crosshair.
fn move_record_choice(state: &mut State, chosen: usize, movement: Movement, page: &Page) {
    let count = crosshair::current_point(state, page).map_or(0, |point| point.keys.len());
    // All records are visible at once: a page is as far as the end.
    state.viewed.overlay = Overlay::RecordList(moved_index(chosen, movement, count + 1, count));
}

/// Enlarges the next panel; after the last one none.
fn enlarge_next(state: &mut State, page: &Page) {
    let slots = page.panels.iter().map(|panel| panel.slot).filter(|slot| *slot != PanelSlot::Why);
    let mut slots = slots.skip_while(|slot| state.viewed.positions.enlarged.is_some_and(|now| now != *slot));
    let next = if state.viewed.positions.enlarged.is_some() { slots.nth(1) } else { slots.next() };
    state.viewed.positions.enlarged = next;
}

/// Chooses a row, or explains it if it is chosen already.
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

/// Explains the chosen one of several records, else the record under the crosshair, else that of the chosen row.
fn explain(state: &mut State, page: &Page) {
    if let Overlay::RecordList(at) = state.viewed.overlay {
        overlays::open(state, Overlay::RecordWhy(at));
    } else if let Some(overlay) = crosshair::overlay_to_open(state, page) {
        overlays::open(state, overlay);
    }
}

/// Closes what is on top: the typed text, an overlay, the crosshair, the zoom, an enlarged panel, the filter; then the
/// dashboard, if a talk waits.
fn step_back(state: &mut State) -> Option<Effect> {
    match state.session.text_entry.take().map(|entry| entry.purpose) {
        Some(EntryPurpose::Filter) => {
            filter::clear(state);
            return None;
        }
        Some(EntryPurpose::Palette(_)) => return None,
        None => {}
    }
    match state.viewed.overlay {
        Overlay::None if state.viewed.positions.cursor.is_some() => state.viewed.positions.cursor = None,
        Overlay::None if state.viewed.chart_options.window.is_some() => state.viewed.chart_options.window = None,
        Overlay::None if state.viewed.positions.enlarged.is_some() => state.viewed.positions.enlarged = None,
        Overlay::None if state.session.waiting_talk == WaitingTalk::Paused && !state.row_filter().is_active() => {
            return Some(Effect::Present);
        }
        Overlay::None => filter::clear(state),
        _ => overlays::close(state),
    }
    None
}

/// The as-of date after a step; none for today. Stays between the first of `days` and today.
fn step_known_date(state: &State, step: TimeStep, days: &[NaiveDate]) -> Option<NaiveDate> {
    let from = state.known_date();
    let first = days.first().copied().unwrap_or(state.session.today);
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
    to.map(|day| day.max(first.min(from))).filter(|day| *day < state.session.today)
}

/// Shows the next series; wraps around.
fn next_series(state: &mut State, series: &[SeriesKey]) {
    let shown =
        state.viewed.series.and_then(|shown| series.iter().position(|known| *known == shown)).unwrap_or_default();
    state.viewed.series = series.get(Direction::Next.wrapped_step(shown, series.len())).copied();
    state.choose(None);
}
