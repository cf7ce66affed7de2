//! Pages that were made before: taken up again where they were left, instead of being made anew.
//!
//! Here: what a page is made for ([`Asked`]), and the shelf that pages stand on. Not here: what it is made from (`making`), and
//! when (`building`).

use std::cell::OnceCell;
use std::collections::VecDeque;
use std::rc::Rc;

use chrono::NaiveDate;

use super::making::Known;
use crate::app::state::{Choice, State};
use crate::dataset::records::Language;
use crate::page::sheet::Sheet;
use crate::page::sift::Sift;
use crate::page::{Page, PageKind, Query};
use crate::render::fitting::Widths;
use crate::render::tui::texts::Texts;

/// So many pages are kept, those seen last: more are seldom gone back to.
const MOST: usize = 24;
/// And so many of a dataset whose pages take their time, and their memory.
const FEW: usize = 2;

/// A page, what it was made for, and what was known.
pub(super) struct Made {
    pub(super) asked: Asked,
    pub(super) known: Rc<Known>,
    pub(super) page: Page,
    /// How wide the columns of its list are.
    pub(super) widths: Widths,
    /// Its texts as they were laid out when it was left.
    pub(super) texts: Texts,
    /// Why of its chosen row, once that was asked for or made ready.
    pub(super) why: OnceCell<Sheet>,
}

/// What a page is made for: another page for anything else, the same page for the same.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Asked {
    pub(super) tab: PageKind,
    /// Without a focus: that is the choice.
    pub(super) query: Query,
    pub(super) choice: Option<Choice>,
    sift: Sift,
    language: Language,
    /// The day before the last step in time, where its changes are marked.
    pub(super) before: Option<NaiveDate>,
}

/// The pages seen last, the last one in front.
#[derive(Default)]
pub(super) struct Shelf(VecDeque<Made>);

impl Asked {
    /// What a state asks for.
    pub(super) fn by(state: &State, before: Option<NaiveDate>) -> Self {
        let query = Query { focus: None, ..state.query() };
        let sift = state.sift().clone();
        Self { tab: state.tab, query, choice: state.chosen(), sift, language: state.language, before }
    }

    /// Whether only another choice is asked for.
    pub(super) fn chosen_in(&self, made: &Self) -> bool {
        Self { choice: self.choice, ..made.clone() } == *self
    }

    /// Whether what is asked for differs only in the day, and in the changes to mark.
    pub(super) fn steps_from(&self, made: &Self) -> bool {
        let query = Query { known: self.query.known, ..made.query };
        Self { choice: self.choice, query, before: self.before, ..made.clone() } == *self
    }
}

impl Shelf {
    /// Puts a page in front; the one that was not asked for longest has to go.
    pub(super) fn put(&mut self, made: Made, is_small: bool) {
        self.0.push_front(made);
        self.0.truncate(if is_small { MOST } else { FEW });
    }

    /// The page made for this, if there is one.
    pub(super) fn take(&mut self, asked: &Asked) -> Option<Made> {
        let place = self.0.iter().position(|made| made.asked == *asked)?;
        self.0.remove(place)
    }

    pub(super) fn holds(&self, asked: &Asked) -> bool {
        self.0.iter().any(|made| made.asked == *asked)
    }

    /// Nothing on it is true any more.
    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    #[cfg(test)]
    pub(super) fn front(&self) -> Option<&Made> {
        self.0.front()
    }
}
