//! Whether what was asked of a page is on it: a row, a series, a column, a status, a point.
//!
//! A view asked for by a command line has to be the one that was meant; a dashboard keeps what was chosen even where it is
//! not shown. Not here: how an option is read (`command_line`).

use super::Model;
use crate::app::command_line;
use crate::app::state::{Choice, State};
use crate::page::explain::nearest_of;
use crate::page::{self, Page, PageKind, Ref, standing_names};

/// So many names are told one by one.
const TOLD: usize = 8;

impl Model {
    /// What this option asked for, if the page has it.
    ///
    /// # Errors
    /// What the page has.
    pub fn fits(&self, option: &str, asked: &State) -> Result<(), String> {
        match option {
            "focus" => asked.chosen().map_or(Ok(()), |choice| self.has_row(choice)),
            "series" => asked.series.filter(|series| !self.basis.known.series.contains(series)).map_or(Ok(()), |_| {
                let names = self
                    .basis
                    .known
                    .series
                    .iter()
                    .map(|series| command_line::of_series(*series, &self.material.dataset));
                Err(format!("there are no such figures as known on this day; there are {}", list(names.collect())))
            }),
            "sort" => asked.sift().order.map_or(Ok(()), |order| self.has_column(order.column)),
            "status" => asked.sift().standing.as_deref().map_or(Ok(()), |name| self.has_standing(name)),
            "point" => asked.view.cursor.map_or(Ok(()), |cursor| match self.made.page.spots().len() {
                0 => Err("the page has no picture with points here".to_owned()),
                count if cursor >= count => {
                    Err(format!("the picture has {count} points: write a number from 1 to {count}"))
                }
                _ => Ok(()),
            }),
            _ => Ok(()),
        }
    }

    /// The state without what was chosen and is not on the page.
    pub(super) fn fitting(&self) -> State {
        let mut state = self.state.clone();
        if let Some(choice) = state.chosen() {
            let fitting =
                [choice, Choice { nth: 0, ..choice }].into_iter().find(|choice| self.has_row(*choice).is_ok());
            state.choose_again(fitting);
        }
        let lacks = |option| self.fits(option, &self.state).is_err();
        state.series = state.series.filter(|_| !lacks("series"));
        if lacks("sort") {
            state.sift_mut().order = None;
        }
        state
    }

    /// Whether the page has this row, which may be left out by a filter.
    fn has_row(&self, choice: Choice) -> Result<(), String> {
        let meant = |page: &Page| {
            page.list()
                .is_some_and(|table| table.rows.iter().any(|row| row.key == Some(choice.key) && row.nth == choice.nth))
        };
        // The overview shows any promise, in a row or not.
        let beside = match choice.key {
            Ref::Target(id) => self.state.tab == PageKind::Overview && choice.nth == 0 && self.context().is_said(id),
            _ => false,
        };
        if beside || meant(&self.made.page) {
            return Ok(());
        }
        let whole = page::build(self.state.tab, &page::context::Context { sift: None, ..self.context() });
        if meant(&whole) {
            return Ok(());
        }
        let rows = || whole.list().into_iter().flat_map(|table| &table.rows);
        let name = |key| command_line::name_of(key, self.state.tab, &self.material.dataset);
        let same = rows().filter(|row| row.key == Some(choice.key)).count();
        if same > 0 {
            return Err(format!(
                "the page has it in {same} rows: write {0}, or {0}@2 for the second",
                name(choice.key)
            ));
        }
        let names: Vec<String> = rows().filter(|row| row.nth == 0).filter_map(|row| row.key).map(name).collect();
        let day = self.state.day();
        Err(match names.len() {
            0 => format!("the page has no rows to choose as known on {day}"),
            _ => {
                format!("the page {} has no such row as known on {day}; it has {}", self.state.tab.name(), list(names))
            }
        })
    }

    fn has_column(&self, column: usize) -> Result<(), String> {
        let Some(table) = self.made.page.list() else { return Err("the page has no list to sort".to_owned()) };
        if column < table.columns.len() {
            return Ok(());
        }
        let names = table.columns.iter().enumerate().map(|(at, column)| match column.head.long() {
            "" => (at + 1).to_string(),
            head => format!("{} {head}", at + 1),
        });
        Err(format!("the list has {} columns: {}", table.columns.len(), names.collect::<Vec<_>>().join(", ")))
    }

    fn has_standing(&self, name: &str) -> Result<(), String> {
        let here = self.made.page.list().map(|table| &*table.sifted.standings).unwrap_or_default();
        let known = standing_names(self.state.tab, self.state.evidence, &self.material.dataset);
        if known.contains(&name) || here.iter().any(|standing| standing.name == name) {
            return Ok(());
        }
        let near = nearest_of(known.iter().copied(), name);
        let probably = near.first().map_or_else(String::new, |near| format!("probably {near}; "));
        let here: Vec<String> = here.iter().map(|standing| standing.name.clone()).collect();
        Err(match (known.is_empty(), here.is_empty()) {
            (true, _) => "the rows of this page have no status".to_owned(),
            (_, true) => format!("{probably}one of {}", known.join(", ")),
            _ => format!("{probably}rows of this page stand so: {}", here.join(", ")),
        })
    }
}

/// Names, or the first of many.
fn list(mut names: Vec<String>) -> String {
    let more = names.len().saturating_sub(TOLD);
    if more <= 1 {
        return names.join(", ");
    }
    names.truncate(TOLD);
    format!("{} and {more} more (c in the dashboard copies the command of any row)", names.join(", "))
}
