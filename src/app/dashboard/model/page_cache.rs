//! Pages that were made before: taken up again where they were left, instead of being made anew.
//!
//! Here: what a page is made for ([`PageKey`]), and the shelf that pages stand on. Not here: what it is made from (`making`), and
//! when (`building`).

use std::cell::OnceCell;
use std::collections::VecDeque;
use std::rc::Rc;

use chrono::NaiveDate;

use crate::app::dashboard::model::page_builder::DayVerdicts;
use crate::app::dashboard::state::{RowChoice, State};
use crate::dataset::records::Language;
use crate::page::model::overlay::TextOverlay;
use crate::page::model::row_filter::RowFilter;
use crate::page::{Page, PageKind, Query};
use crate::render::tui::layout::wrapped_texts::WrappedTexts;
use crate::render::typeset::column_widths::ColumnWidths;

/// So many pages are kept, those seen last: more are seldom gone back to.
const MOST: usize = 24;
/// And so many of a dataset whose pages take their time, and their memory.
const FEW: usize = 2;

/// A page, what it was made for, and what was known.
pub(super) struct BuiltPage {
    pub(super) asked: PageKey,
    pub(super) known: Rc<DayVerdicts>,
    pub(super) page: Page,
    /// How wide the columns of its list are.
    pub(super) widths: ColumnWidths,
    /// Its texts as they were laid out when it was left.
    pub(super) texts: WrappedTexts,
    /// Why of its chosen row, once that was asked for or made ready.
    pub(super) why: OnceCell<TextOverlay>,
}

/// What a page is made for: another page for anything else, the same page for the same.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct PageKey {
    pub(super) tab: PageKind,
    /// Without a focus: that is the choice.
    pub(super) query: Query,
    pub(super) choice: Option<RowChoice>,
    sift: RowFilter,
    language: Language,
    /// The day before the last step in time, where its changes are marked.
    pub(super) before: Option<NaiveDate>,
}

/// The pages seen last, the last one in front.
#[derive(Default)]
pub(super) struct PageCache(VecDeque<BuiltPage>);

impl PageKey {
    /// What a state asks for.
    pub(super) fn by(state: &State, before: Option<NaiveDate>) -> Self {
        let query = Query { focus: None, ..state.query() };
        let sift = state.row_filter().clone();
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

impl PageCache {
    /// Puts a page in front; the one that was not asked for longest has to go.
    pub(super) fn put(&mut self, made: BuiltPage, is_small: bool) {
        self.0.push_front(made);
        self.0.truncate(if is_small { MOST } else { FEW });
    }

    /// The page made for this, if there is one.
    pub(super) fn take(&mut self, asked: &PageKey) -> Option<BuiltPage> {
        let place = self.0.iter().position(|made| made.asked == *asked)?;
        self.0.remove(place)
    }

    pub(super) fn holds(&self, asked: &PageKey) -> bool {
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
    pub(super) fn front(&self) -> Option<&BuiltPage> {
        self.0.front()
    }
}
