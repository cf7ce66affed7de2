//! The way that a person came: back to what was shown before, and forward again.
//!
//! A stop is a whole state. One run of moves, of steps in time or of typing is one stop, however long. How things look and
//! whose the mouse is are no part of the way: they stay as they are.

use crate::app::dashboard::action::{Action, Direction};
use crate::app::dashboard::state::{PendingQuestion, State};
use crate::dataset::records::Dataset;
use crate::page::model::page::PageKind;
use crate::render::tui::screen::ViewState;

/// The way that a person came, and the way back there.
#[derive(Debug, Clone, Default)]
pub(in crate::app) struct ViewHistory {
    back: Vec<State>,
    forward: Vec<State>,
    group: ActionGroup,
}

/// What a person is at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum ActionGroup {
    /// Something that is a stop of its own.
    #[default]
    Single,
    /// Moving about.
    Moving,
    /// Travelling in time.
    Travelling,
    /// Typing.
    Typing,
    /// Putting rows in order.
    Sorting,
}

/// Nobody goes back further than this.
const MAX_ENTRIES: usize = 200;

impl ViewHistory {
    /// Notes that the action led from one state to another.
    pub(in crate::app) fn record(&mut self, before: State, action: Action, after: &State) {
        if is_same_view(&before, after) {
            return;
        }
        // What becomes of something found in the palette is a stop of its own.
        let group = if before.is_palette_open() { ActionGroup::Single } else { group(action) };
        self.forward.clear();
        if group == ActionGroup::Single || group != self.group {
            self.back.push(before);
            let over = self.back.len().saturating_sub(MAX_ENTRIES);
            self.back.drain(..over);
        }
        self.group = group;
    }

    /// The state a stop back or forward, in the look of now; none if there is none.
    pub(in crate::app) fn step(&mut self, direction: Direction, now: &State) -> Option<State> {
        let (from, to) = match direction {
            Direction::Previous => (&mut self.back, &mut self.forward),
            Direction::Next => (&mut self.forward, &mut self.back),
        };
        let stop = from.pop()?;
        to.push(now.clone());
        self.group = ActionGroup::Single;
        Some(with_look_of(stop, now))
    }

    /// Keeps the stops in `new` where they still are.
    pub(in crate::app) fn remap_records(&mut self, old: &Dataset, (new, pages): (&Dataset, &[PageKind])) {
        for stops in [&mut self.back, &mut self.forward] {
            stops.retain(|stop| pages.contains(&stop.tab));
            for stop in stops.iter_mut() {
                stop.remap_records(old, new);
            }
        }
    }
}

fn group(action: Action) -> ActionGroup {
    match action {
        Action::Move(_)
        | Action::StepCrosshair(_)
        | Action::SetCrosshair(_)
        | Action::ScrollDetail(_)
        | Action::ChooseLink(_) => ActionGroup::Moving,
        Action::SetKnownDate(_) => ActionGroup::Travelling,
        Action::EditFilter | Action::Type(_) | Action::Edit(_) | Action::Accept => ActionGroup::Typing,
        Action::SortByNextColumn | Action::SortBy(_) | Action::ReverseSort => ActionGroup::Sorting,
        _ => ActionGroup::Single,
    }
}

/// Whether two states are one place: whatever their look is, and however far texts are scrolled.
fn is_same_view(one: &State, other: &State) -> bool {
    let place = |state: &State| {
        let view = ViewState { detail_top: 0, overlay_top: 0, link: None, ..state.view };
        State { view, ..with_look_of(state.clone(), other) }
    };
    place(one) == place(other)
}

/// A stop in the look of another state.
fn with_look_of(stop: State, look: &State) -> State {
    State {
        language: look.language,
        paint: look.paint,
        keymap: look.keymap.clone(),
        theme: look.theme,
        mouse: look.mouse,
        size: look.size,
        capabilities: look.capabilities,
        today: look.today,
        text_entry: None,
        question: PendingQuestion::None,
        notice: None,
        ..stop
    }
}
