//! The way that a person came: back to what was shown before, and forward again.
//!
//! A stop is a whole state. One run of moves, of steps in time or of typing is one stop, however long. How things look and
//! whose the mouse is are no part of the way: they stay as they are.

use super::action::{Action, Way};
use super::state::{Asking, State};
use crate::dataset::records::Dataset;
use crate::page::PageKind;
use crate::render::tui::View;

/// The way that a person came, and the way back there.
#[derive(Debug, Clone, Default)]
pub(super) struct Trail {
    past: Vec<State>,
    ahead: Vec<State>,
    run: Run,
}

/// What a person is at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Run {
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
const MOST: usize = 200;

impl Trail {
    /// Notes that the action led from one state to another.
    pub(super) fn note(&mut self, before: State, action: Action, after: &State) {
        if are_one(&before, after) {
            return;
        }
        // What becomes of something found in the palette is a stop of its own.
        let run = if before.is_finding() { Run::Single } else { run(action) };
        self.ahead.clear();
        if run == Run::Single || run != self.run {
            self.past.push(before);
            let over = self.past.len().saturating_sub(MOST);
            self.past.drain(..over);
        }
        self.run = run;
    }

    /// The state a stop back or forward, in the look of now; none if there is none.
    pub(super) fn step(&mut self, way: Way, now: &State) -> Option<State> {
        let (from, to) = match way {
            Way::Previous => (&mut self.past, &mut self.ahead),
            Way::Next => (&mut self.ahead, &mut self.past),
        };
        let stop = from.pop()?;
        to.push(now.clone());
        self.run = Run::Single;
        Some(looked(stop, now))
    }

    /// Keeps the stops in `new` where they still are.
    pub(super) fn follow(&mut self, old: &Dataset, (new, pages): (&Dataset, &[PageKind])) {
        for stops in [&mut self.past, &mut self.ahead] {
            stops.retain(|stop| pages.contains(&stop.tab));
            for stop in stops.iter_mut() {
                stop.follow(old, new);
            }
        }
    }
}

fn run(action: Action) -> Run {
    match action {
        Action::Move(_) | Action::Read(_) | Action::Point(_) | Action::Scroll(_) | Action::Onward(_) => Run::Moving,
        Action::Know(_) => Run::Travelling,
        Action::Filter | Action::Type(_) | Action::Edit(_) | Action::Accept => Run::Typing,
        Action::Sort | Action::SortBy(_) | Action::TurnOrder => Run::Sorting,
        _ => Run::Single,
    }
}

/// Whether two states are one place: whatever their look is, and however far texts are scrolled.
fn are_one(one: &State, other: &State) -> bool {
    let place = |state: &State| {
        let view = View { detail_top: 0, sheet_top: 0, onward: None, ..state.view };
        State { view, ..looked(state.clone(), other) }
    };
    place(one) == place(other)
}

/// A stop in the look of another state.
fn looked(stop: State, look: &State) -> State {
    State {
        language: look.language,
        paint: look.paint,
        keymap: look.keymap.clone(),
        theme: look.theme,
        mouse: look.mouse,
        size: look.size,
        abilities: look.abilities,
        today: look.today,
        typing: None,
        asking: Asking::Nothing,
        notice: None,
        ..stop
    }
}
