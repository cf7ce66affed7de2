//! On which other page the words of a filter are found, where the open page has no row with them.

use crate::app::dashboard::model::Model;
use crate::page;
use crate::page::context::Context;
use crate::page::model::{FilterResult, PageKind, RowFilter};

impl Model {
    /// Whether no row of the open page has the words of the filter.
    pub(in crate::app) fn is_nothing_found(&self) -> bool {
        !self.view.page.list().is_some_and(|table| has_words(&table.filtered))
    }

    /// The other page with the most rows that have the words of the filter; none where this page has one.
    pub(in crate::app) fn page_with_words(&self) -> Option<PageKind> {
        let words = self.state.row_filter().words.trim();
        if words.is_empty() || !self.is_nothing_found() {
            return None;
        }
        let filter = RowFilter { words: words.to_owned(), ..RowFilter::default() };
        let ctx = Context { filter: Some(&filter), ..self.context() };
        let others = self.inputs.tabs.iter().copied().filter(|tab| *tab != self.view.page.kind);
        let rows = |tab: PageKind| {
            let page = page::build(tab, &ctx);
            page.list().filter(|table| has_words(&table.filtered)).map_or(0, |table| table.filtered.found)
        };
        // Of pages with equally many the first.
        others
            .map(|tab| (rows(tab), tab))
            .rev()
            .max_by_key(|(rows, _)| *rows)
            .filter(|(rows, _)| *rows > 0)
            .map(|(_, tab)| tab)
    }
}

fn has_words(filtered: &FilterResult) -> bool {
    filtered.found > 0 && !filtered.is_fuzzy
}
