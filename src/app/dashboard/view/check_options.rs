//! Whether the row, series, column, status or data point of a view option exists on the page.
//!
//! Options of the command line must exist; the dashboard keeps a choice even where it is not shown. Not here: parsing options
//! (`command_line`).

use crate::app::dashboard::command_line;
use crate::app::dashboard::model::Model;
use crate::app::dashboard::state::{RowChoice, State};
use crate::page;
use crate::page::model::{Page, PageKind, RecordRef};
use crate::page::search::suggest::closest_names;
use crate::page::target::status_names::status_names;

/// More names than this are counted, not listed.
const MAX_NAMES: usize = 8;

impl Model {
    /// Checks that what a view option of `requested` names exists on the page.
    ///
    /// # Errors
    /// If it does not: what the page has instead.
    pub fn check_option(&self, option: &str, requested: &State) -> Result<(), String> {
        match option {
            "focus" => requested.chosen().map_or(Ok(()), |choice| self.has_row(choice)),
            "series" => {
                let known = &self.inputs.known.series;
                requested.viewed.series.filter(|series| !known.contains(series)).map_or(Ok(()), |_| {
                    let names = known.iter().map(|series| command_line::series_name(*series, &self.data.dataset));
                    let names = listed_names(names.collect());
                    Err(format!("there are no such figures as known on this day; there are {names}"))
                })
            }
            "sort" => requested.row_filter().order.map_or(Ok(()), |order| self.has_column(order.column)),
            "status" => requested.row_filter().status.as_deref().map_or(Ok(()), |name| self.has_status(name)),
            "point" => {
                requested.viewed.positions.cursor.map_or(Ok(()), |cursor| match self.view.page.data_points().len() {
                    0 => Err("the page has no picture with points here".to_owned()),
                    count if cursor >= count => {
                        Err(format!("the picture has {count} points: write a number from 1 to {count}"))
                    }
                    _ => Ok(()),
                })
            }
            _ => Ok(()),
        }
    }

    /// The state without the choices that do not exist on the page.
    pub(in crate::app) fn existing_state(&self) -> State {
        let mut state = self.state.clone();
        if let Some(choice) = state.chosen() {
            let fitting =
                [choice, RowChoice { nth: 0, ..choice }].into_iter().find(|choice| self.has_row(*choice).is_ok());
            state.replace_choice(fitting);
        }
        let lacks = |option| self.check_option(option, &self.state).is_err();
        state.viewed.series = state.viewed.series.filter(|_| !lacks("series"));
        if lacks("sort") {
            state.row_filter_mut().order = None;
        }
        state
    }

    /// Checks that the page has this row, with or without its filter.
    fn has_row(&self, choice: RowChoice) -> Result<(), String> {
        let has = |page: &Page| {
            page.list()
                .is_some_and(|table| table.rows.iter().any(|row| row.key == Some(choice.key) && row.nth == choice.nth))
        };
        // The overview shows any target, in a row or not.
        let is_shown_without_row = match choice.key {
            RecordRef::Target(id) => {
                self.state.viewed.tab == PageKind::Overview && choice.nth == 0 && self.context().is_known(id)
            }
            _ => false,
        };
        if is_shown_without_row || has(&self.view.page) {
            return Ok(());
        }
        let whole = page::build(self.state.viewed.tab, &page::context::Context { filter: None, ..self.context() });
        if has(&whole) {
            return Ok(());
        }
        let rows = || whole.list().into_iter().flat_map(|table| &table.rows);
        let name = |key| command_line::display_name(key, self.state.viewed.tab, &self.data.dataset);
        let same = rows().filter(|row| row.key == Some(choice.key)).count();
        if same > 0 {
            return Err(format!(
                "the page has it in {same} rows: write {0}, or {0}@2 for the second",
                name(choice.key)
            ));
        }
        let names: Vec<String> = rows().filter(|row| row.nth == 0).filter_map(|row| row.key).map(name).collect();
        let day = self.state.known_date();
        Err(match names.len() {
            0 => format!("the page has no rows as of {day}"),
            _ => {
                format!(
                    "the page {} has no such row as of {day}; it has {}",
                    self.state.viewed.tab.name(),
                    listed_names(names)
                )
            }
        })
    }

    fn has_column(&self, column: usize) -> Result<(), String> {
        let Some(table) = self.view.page.list() else { return Err("the page has no list to sort".to_owned()) };
        if column < table.columns.len() {
            return Ok(());
        }
        let names = table.columns.iter().enumerate().map(|(at, column)| match column.head.long() {
            "" => (at + 1).to_string(),
            head => format!("{} {head}", at + 1),
        });
        Err(format!("the list has {} columns: {}", table.columns.len(), names.collect::<Vec<_>>().join(", ")))
    }

    fn has_status(&self, name: &str) -> Result<(), String> {
        let statuses = self.view.page.list().map(|table| &*table.filtered.statuses).unwrap_or_default();
        let known = status_names(self.state.viewed.tab, self.state.viewed.evidence, &self.data.dataset);
        if known.contains(&name) || statuses.iter().any(|status| status.name == name) {
            return Ok(());
        }
        let near = closest_names(known.iter().copied(), name);
        let probably = near.first().map_or_else(String::new, |near| format!("probably {near}; "));
        let statuses: Vec<String> = statuses.iter().map(|status| status.name.clone()).collect();
        Err(match (known.is_empty(), statuses.is_empty()) {
            (true, _) => "the rows of this page have no status".to_owned(),
            (_, true) => format!("{probably}one of {}", known.join(", ")),
            _ => format!("{probably}statuses on this page: {}", statuses.join(", ")),
        })
    }
}

fn listed_names(mut names: Vec<String>) -> String {
    let more = names.len().saturating_sub(MAX_NAMES);
    if more <= 1 {
        return names.join(", ");
    }
    names.truncate(MAX_NAMES);
    format!("{} and {more} more (c in the dashboard copies the command of any row)", names.join(", "))
}
