//! The dashboard as a conversation, for screen readers and terminals that can only write on: lines out, numbers in.
//!
//! ```text
//! Overview. At least 200,000 vehicles a year by 2025 were promised in July 2016. …
//! 1. Choose a row (40)
//! 2. Read the chart point by point: Kazakhstan: Vehicles made, thousand
//! …
//! 0. Quit
//! ```
//!
//! Nothing is drawn and nothing is written twice: an answer says what it changed in one sentence, and the choices come
//! again when asked for, by an empty line. The pages and what can be done are those of the dashboard ([`Model`]).

mod choices;

use std::io::{self, BufRead, Write};

use chrono::NaiveDate;

use crate::app::action::{Action, Effect, Format, TimeStep};
use crate::app::dashboard::hints::notice_text;
use crate::app::dashboard::model::Model;
use crate::app::input::text_input::TextEdit;
use crate::app::line_mode::choices::{MenuAction, MenuItem};
use crate::page::RecordRef;
use crate::page::i18n::Arg;
use crate::page::search::filter::{self, SortDirection};
use crate::render::text::line_mode;

/// A conversation.
pub struct LineDashboard {
    model: Model,
    menu: Menu,
    /// How many rows or points of the menu were said.
    listed: usize,
    /// As what the view is to be written, until it is.
    export_format: Option<Format>,
}

/// What the numbers mean at the moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Menu {
    /// What a page has, and where else one can go.
    Page,
    /// The pages.
    Pages,
    /// The rows of the page.
    Rows,
    /// The points of the picture.
    Points,
    /// The days.
    Days,
    /// The languages.
    Languages,
    /// What else the keys of the dashboard do on the page.
    Actions,
}

/// What is said to an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LineResponse {
    /// These lines; the conversation goes on.
    Lines(Vec<String>),
    /// Nothing more.
    End,
}

/// Rows and points that are said at once.
const ITEMS_PER_ANSWER: usize = 20;

/// Talks until the input or the person ends it. `prompt` stands where an answer is awaited.
///
/// # Errors
/// If the input cannot be read or the output cannot be written.
pub fn run(model: Model, prompt: &str, input: impl BufRead, mut output: impl Write) -> io::Result<()> {
    let mut talk = LineDashboard::new(model);
    let mut lines = talk.welcome();
    let mut answers = input.lines();
    loop {
        for line in lines {
            writeln!(output, "{line}")?;
        }
        write!(output, "{prompt}")?;
        output.flush()?;
        let Some(answer) = answers.next() else { return Ok(()) };
        match talk.respond(&answer?) {
            LineResponse::Lines(listed) => {
                lines = listed;
                lines.extend(talk.write());
            }
            LineResponse::End => return Ok(()),
        }
    }
}

impl LineDashboard {
    /// A conversation about what the model shows.
    #[must_use]
    pub fn new(model: Model) -> Self {
        Self { model, menu: Menu::Page, listed: 0, export_format: None }
    }

    /// What is said first: what this is, the page, the choices.
    #[must_use]
    pub fn welcome(&mut self) -> Vec<String> {
        let chrome = self.model.chrome();
        let title = line_mode::join_sentences([&*chrome.program, chrome.title.long()]);
        let mut lines = vec![format!("{}.", title.trim_end_matches('.')), self.word("plain-welcome")];
        lines.push(self.status_line());
        lines.push(self.page());
        lines.extend(self.choices());
        lines
    }

    /// What is said to a line that a person typed.
    #[must_use]
    pub fn respond(&mut self, line: &str) -> LineResponse {
        let line = line.trim();
        if line.is_empty() {
            return LineResponse::Lines(self.choices());
        }
        if let Some(words) = line.strip_prefix('/') {
            return LineResponse::Lines(self.find(words));
        }
        if let Ok(day) = line.parse::<NaiveDate>() {
            return LineResponse::Lines(self.apply_and_report(Action::SetKnownDate(TimeStep::To(day))));
        }
        let number: Option<usize> = line.parse().ok();
        let step = match number {
            Some(0) => Some(if self.menu == Menu::Page { MenuAction::Quit } else { MenuAction::OpenMenu(Menu::Page) }),
            Some(number) => self.all().into_iter().nth(number - 1).map(|choice| choice.step),
            None if line == "q" => Some(MenuAction::Quit),
            None => None,
        };
        match step {
            Some(MenuAction::Quit) => LineResponse::End,
            Some(step) => LineResponse::Lines(self.step(step)),
            None => {
                let is_day = line.contains(['-', '.', '/']) && line.chars().all(|sign| "0123456789-./".contains(sign));
                let written = Arg::from(line.escape_debug().to_string());
                let key = if is_day { "plain-no-day" } else { "plain-no-choice" };
                LineResponse::Lines(vec![self.model.words().format(key, &[("written", written)])])
            }
        }
    }

    /// Leaves the rows that contain these words, or all of them for none, and says which.
    fn find(&mut self, words: &str) -> Vec<String> {
        if words.trim().is_empty() {
            self.model.clear_filter();
        } else {
            self.model.apply(Action::EditFilter);
            self.model.apply(Action::Edit(TextEdit::DeleteToStart));
            self.model.paste(words.trim());
            self.model.apply(Action::Accept);
        }
        self.menu = Menu::Rows;
        self.listed = 0;
        self.choices()
    }

    fn step(&mut self, step: MenuAction) -> Vec<String> {
        match step {
            MenuAction::Quit => Vec::new(),
            MenuAction::OpenMenu(menu) => {
                self.menu = menu;
                self.listed = 0;
                self.choices()
            }
            MenuAction::Apply(action) => self.apply_and_report(action),
            MenuAction::ReadOut(take) => {
                self.menu = Menu::Page;
                let taken = self.model.copied_text(take).map(|(_, text)| text).unwrap_or_default();
                taken.lines().map(|line| line.replace('\t', "; ")).collect()
            }
            MenuAction::ExplainRow(row) => {
                let chosen = self.model.page().list().and_then(|table| table.chosen);
                let mut lines = if chosen == Some(row) { Vec::new() } else { self.change(Action::ChooseRow(row)) };
                let key = self.model.page().list().and_then(|table| table.rows.get(row)?.key);
                lines.extend(key.into_iter().flat_map(|key| self.why(key)));
                lines
            }
            MenuAction::ExplainPoint(place) => {
                let spots = self.model.page().data_points();
                let keys: Vec<RecordRef> = spots.get(place).map(|spot| spot.keys.clone()).unwrap_or_default();
                let lines: Vec<String> = keys.into_iter().flat_map(|key| self.why(key)).collect();
                if lines.is_empty() { vec![self.word("plain-unknown")] } else { lines }
            }
            MenuAction::ExplainChosen => {
                let key = self.model.page().list().and_then(|table| table.rows.get(table.chosen?)?.key);
                key.map(|key| self.why(key)).unwrap_or_default()
            }
            MenuAction::ReadLegend => self.spoken_line(line_mode::block_lines(&self.model.marks())),
        }
    }

    /// Does it, and says what changed; what the numbers mean is that of the page again.
    fn apply_and_report(&mut self, action: Action) -> Vec<String> {
        self.menu = Menu::Page;
        self.listed = 0;
        self.change(action)
    }

    /// Does it, and says what changed: the lines that are not as they were; if neither the page nor what it is asked is
    /// another one, how it is shown.
    fn change(&mut self, action: Action) -> Vec<String> {
        let (before, shown) = ([self.status_line(), self.page()], self.shown());
        if let Some(Effect::Write(format)) = self.model.apply(action) {
            self.export_format = Some(format);
            return Vec::new();
        }
        let mut changed = changed_lines([self.status_line(), self.page()], &before);
        if changed.is_empty() {
            changed = changed_lines(self.shown(), &shown);
        }
        let is_drawn = matches!(
            action,
            Action::NextChartMode
                | Action::NextSubjectLayout
                | Action::ToggleLogScale
                | Action::Zoom(_)
                | Action::ToggleOutlook
                | Action::ReverseSort
        );
        if changed.is_empty() && is_drawn {
            changed.push(self.word("plain-done"));
        }
        changed
    }

    /// How the page is shown: what its picture is of, the years of it, and the order of its rows.
    fn shown(&self) -> Vec<String> {
        let (page, words) = (self.model.page(), self.model.words());
        let heading = page.picture().map(|panel| line_mode::runs_line(&panel.heading)).unwrap_or_default();
        let spots = page.data_points();
        let ends = [spots.first(), spots.last()].map(|spot| spot.map_or("", |spot| spot.label.long()));
        let [first, last] = ends.map(|end| Arg::from(end.to_owned()));
        let years = words.format("plain-years", &[("first", first), ("last", last)]);
        let order = page.list().and_then(|table| Some((table, table.filtered.order?)));
        let order = match order {
            Some((table, order)) => {
                let head = table.columns.get(order.column).map_or("", |column| column.head.long());
                let run = if order.direction == SortDirection::Ascending { "plain-rising" } else { "plain-falling" };
                let args = [("column", Arg::from(head.to_owned())), ("run", Arg::from(words.get(run)))];
                words.format("plain-sorted", &args)
            }
            None => words.get("plain-unsorted"),
        };
        [heading, years, order].iter().map(|line| words.spoken_line(line)).collect()
    }

    /// Writes the view if that was asked for, and says what became of it.
    fn write(&mut self) -> Option<String> {
        let notice = self.model.write_export(self.export_format.take()?);
        let told = notice_text(self.model.words(), &notice, self.model.state(), &[]);
        Some(self.model.words().spoken_line(&told.text))
    }

    /// The day of knowledge, and what else is unusual.
    fn status_line(&self) -> String {
        let right = self.model.chrome().right.iter().map(|run| self.model.words().spoken_line(run.text.trim()));
        let listed = right.filter(|text| !text.is_empty()).map(|text| format!("{}.", text.trim_end_matches('.')));
        listed.collect::<Vec<_>>().join(" ")
    }

    /// The page: its name, and the sentence that answers its question.
    fn page(&self) -> String {
        let chrome = self.model.chrome();
        let name = chrome.tabs.get(chrome.active_tab).map_or("", |tab| tab.label.long());
        self.model.words().spoken_line(&format!("{name}. {}", line_mode::runs_line(&self.model.page().sentence)))
    }

    fn why(&self, key: RecordRef) -> Vec<String> {
        let sheet = self.model.why(key);
        let title = format!("{}.", line_mode::runs_line(&sheet.title).trim_end_matches('.'));
        self.spoken_line(std::iter::once(title).chain(line_mode::block_lines(&sheet.blocks)))
    }

    fn spoken_line(&self, lines: impl IntoIterator<Item = String>) -> Vec<String> {
        lines.into_iter().map(|line| self.model.words().spoken_line(&line)).collect()
    }

    /// The choices, or the next of many, each with its number.
    fn choices(&mut self) -> Vec<String> {
        let all = self.all();
        if self.listed >= all.len() {
            self.listed = 0;
        }
        let until = (self.listed + ITEMS_PER_ANSWER).min(all.len());
        let mut lines = Vec::new();
        let none = self.model.page().list().filter(|_| self.menu == Menu::Rows && all.is_empty());
        lines.extend(none.map(|table| {
            let what = filter::filter_description(self.model.words(), &table.filtered);
            if what.is_empty() {
                return table.empty.clone();
            }
            let args = [("what", Arg::from(line_mode::runs_line(&what))), ("count", Arg::from(table.filtered.all))];
            self.model.words().format("plain-nothing", &args)
        }));
        for (place, choice) in all.iter().enumerate().take(until).skip(self.listed) {
            lines.extend(choice.heading.iter().map(|heading| format!("{}.", heading.trim_end_matches('.'))));
            lines.push(format!("{}. {}", place + 1, self.model.words().spoken_line(&choice.words)));
        }
        if all.len() > ITEMS_PER_ANSWER {
            let args = [("count", Arg::from(all.len() - until))];
            lines.push(self.model.words().format("plain-more-rows", &args));
        }
        // Where everything fits at once, an empty line says it again; else it goes on.
        self.listed = if all.len() > ITEMS_PER_ANSWER { until } else { 0 };
        let out = if self.menu == Menu::Page { "plain-quit" } else { "plain-back" };
        lines.push(format!("0. {}", self.word(out)));
        lines
    }

    fn all(&self) -> Vec<MenuItem> {
        choices::items_of(self.menu, &self.model)
    }

    fn word(&self, key: &str) -> String {
        self.model.words().get(key)
    }
}

/// The lines that are not as they were before.
fn changed_lines(after: impl IntoIterator<Item = String>, before: &[String]) -> Vec<String> {
    after.into_iter().zip(before).filter(|(after, before)| after != *before).map(|(after, _)| after).collect()
}
