//! The history of views: back to what was viewed before, and forward again.
//!
//! An entry holds what is viewed and nothing else: look and session stay as they are. A run of moves, of steps in time or of
//! typing is one entry.

use crate::app::action::{Action, Direction};
use crate::app::dashboard::state::Viewed;
use crate::dataset::records::Dataset;
use crate::page::model::PageKind;
use crate::render::tui::screen::ViewState;

/// The views before and after the current one.
#[derive(Debug, Clone, Default)]
pub(in crate::app) struct ViewHistory {
    back: Vec<Viewed>,
    forward: Vec<Viewed>,
    group: ActionGroup,
}

/// Actions of one group that follow each other share one entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::app) enum ActionGroup {
    /// Always an entry of its own.
    #[default]
    Single,
    Moving,
    TimeTravel,
    Typing,
    Sorting,
}

impl ActionGroup {
    pub(in crate::app) fn of(action: Action) -> Self {
        match action {
            Action::Move(_)
            | Action::StepCrosshair(_)
            | Action::SetCrosshair(_)
            | Action::ScrollDetail(_)
            | Action::ChooseLink(_) => Self::Moving,
            Action::SetKnownDate(_) => Self::TimeTravel,
            Action::EditFilter | Action::Type(_) | Action::Edit(_) | Action::Accept => Self::Typing,
            Action::SortByNextColumn | Action::SortBy(_) | Action::ReverseSort => Self::Sorting,
            _ => Self::Single,
        }
    }
}

/// The most entries kept.
const MAX_ENTRIES: usize = 200;

impl ViewHistory {
    /// Records that actions of a group led from one view to another.
    pub(in crate::app) fn record(&mut self, before: Viewed, group: ActionGroup, after: &Viewed) {
        if is_same_view(&before, after) {
            return;
        }
        self.forward.clear();
        if group == ActionGroup::Single || group != self.group {
            self.back.push(before);
            let excess = self.back.len().saturating_sub(MAX_ENTRIES);
            self.back.drain(..excess);
        }
        self.group = group;
    }

    /// Takes the entry before or after `current`, which is kept on the other side; none at the end.
    pub(in crate::app) fn step(&mut self, direction: Direction, current: &Viewed) -> Option<Viewed> {
        let (from, to) = match direction {
            Direction::Previous => (&mut self.back, &mut self.forward),
            Direction::Next => (&mut self.forward, &mut self.back),
        };
        let entry = from.pop()?;
        to.push(current.clone());
        self.group = ActionGroup::Single;
        Some(entry)
    }

    /// Maps all entries to the records of `new`; those of pages that are gone are dropped.
    pub(in crate::app) fn remap_records(&mut self, old: &Dataset, new: &Dataset, pages: &[PageKind]) {
        for entries in [&mut self.back, &mut self.forward] {
            entries.retain(|entry| pages.contains(&entry.tab));
            for entry in entries.iter_mut() {
                entry.remap_records(old, new);
            }
        }
    }
}

/// Whether two views differ in scroll positions at most.
fn is_same_view(one: &Viewed, other: &Viewed) -> bool {
    let unscrolled = |viewed: &Viewed| {
        let positions = ViewState { detail_top: 0, overlay_top: 0, link: None, ..viewed.positions };
        Viewed { positions, ..viewed.clone() }
    };
    unscrolled(one) == unscrolled(other)
}
