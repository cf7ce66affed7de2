//! The conversation: each line of input gets a reply, and the menu with numbers where it is asked for.

use std::io::{self, BufRead, Write};

use chrono::NaiveDate;

use crate::app::action::{Action, Effect, Format, TimeStep};
use crate::app::dashboard::hints::notice_text;
use crate::app::dashboard::model::Model;
use crate::app::input::text_input::TextEdit;
use crate::app::line_mode::input::lines;
use crate::app::line_mode::menu::{self, Menu, MenuAction, MenuItem};
use crate::page::i18n::Arg;
use crate::page::model::{RecordRef, SortDirection};
use crate::page::search::filter;
use crate::render::text::line_mode;

/// The dashboard, and the menu whose numbers are accepted.
pub struct LineDashboard {
    model: Model,
    menu: Menu,
    /// Items of the menu that were printed so far; 0 to start over.
    listed: usize,
    /// Format of an export that is still to be written.
    export_format: Option<Format>,
}

/// Reply to a line of input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LineResponse {
    /// Print these lines.
    Lines(Vec<String>),
    /// Quit.
    End,
}

/// Menu items printed at a time.
const ITEMS_PER_REPLY: usize = 20;

/// Runs until the input ends or the user quits. `prompt` is printed before each line of input is read.
pub(crate) fn run(model: Model, prompt: &str, input: impl BufRead, mut output: impl Write) -> io::Result<()> {
    let mut dashboard = LineDashboard::new(model);
    let mut reply = dashboard.welcome();
    let mut input = lines(input);
    loop {
        for line in reply {
            writeln!(output, "{line}")?;
        }
        write!(output, "{prompt}")?;
        output.flush()?;
        let Some(line) = input.next() else { return Ok(()) };
        match dashboard.respond(&line?) {
            LineResponse::Lines(lines) => {
                reply = lines;
                reply.extend(dashboard.write_export());
            }
            LineResponse::End => return Ok(()),
        }
    }
}

impl LineDashboard {
    /// Starts on the page that the model shows.
    pub fn new(model: Model) -> Self {
        Self { model, menu: Menu::Page, listed: 0, export_format: None }
    }

    /// The lines at the start: title, instructions, status, page, menu.
    pub fn welcome(&mut self) -> Vec<String> {
        let chrome = self.model.chrome();
        let title = line_mode::join_sentences([&*chrome.program, chrome.title.long()]);
        let mut lines = vec![format!("{}.", title.trim_end_matches('.')), self.word("plain-welcome")];
        lines.push(self.status_line());
        lines.push(self.page_line());
        lines.extend(self.menu_lines());
        lines
    }

    /// Handles a line of input: the number of a menu item, `/` and words to filter by, a date, `q`, or nothing to list the
    /// menu.
    pub fn respond(&mut self, line: &str) -> LineResponse {
        let line = line.trim();
        if line.is_empty() {
            return LineResponse::Lines(self.menu_lines());
        }
        if let Some(words) = line.strip_prefix('/') {
            return LineResponse::Lines(self.filter(words));
        }
        if let Ok(date) = line.parse::<NaiveDate>() {
            return LineResponse::Lines(self.apply_and_report(Action::SetKnownDate(TimeStep::To(date))));
        }
        let number: Option<usize> = line.parse().ok();
        let action = match number {
            Some(0) => Some(if self.menu == Menu::Page { MenuAction::Quit } else { MenuAction::OpenMenu(Menu::Page) }),
            Some(number) => self.items().into_iter().nth(number - 1).map(|item| item.action),
            None if line == "q" => Some(MenuAction::Quit),
            None => None,
        };
        match action {
            Some(MenuAction::Quit) => LineResponse::End,
            Some(action) => LineResponse::Lines(self.act(action)),
            None => {
                let is_date = line.contains(['-', '.', '/']) && line.chars().all(|ch| "0123456789-./".contains(ch));
                let written = Arg::from(line.escape_debug().to_string());
                let key = if is_date { "plain-no-day" } else { "plain-no-choice" };
                LineResponse::Lines(vec![self.model.words().format(key, &[("written", written)])])
            }
        }
    }

    /// Filters the rows by words, or clears the filter, and lists the rows.
    fn filter(&mut self, words: &str) -> Vec<String> {
        if words.trim().is_empty() {
            self.model.clear_filter();
        } else {
            self.model.apply(Action::EditFilter);
            self.model.apply(Action::Edit(TextEdit::DeleteToStart));
            self.model.paste(words.trim());
            self.model.apply(Action::Accept);
        }
        self.open_menu(Menu::Rows)
    }

    fn open_menu(&mut self, menu: Menu) -> Vec<String> {
        self.menu = menu;
        self.listed = 0;
        self.menu_lines()
    }

    fn act(&mut self, action: MenuAction) -> Vec<String> {
        match action {
            MenuAction::Quit => Vec::new(),
            MenuAction::OpenMenu(menu) => self.open_menu(menu),
            MenuAction::Apply(action) => self.apply_and_report(action),
            MenuAction::ReadOut(request) => {
                self.menu = Menu::Page;
                let text = self.model.copied_text(request).map(|(_, text)| text).unwrap_or_default();
                text.lines().map(|line| line.replace('\t', "; ")).collect()
            }
            MenuAction::ExplainRow(row) => {
                let chosen = self.model.page().list().and_then(|table| table.chosen);
                let mut lines = if chosen == Some(row) { Vec::new() } else { self.change(Action::ChooseRow(row)) };
                let key = self.model.page().list().and_then(|table| table.rows.get(row)?.key);
                lines.extend(key.into_iter().flat_map(|key| self.why(key)));
                lines
            }
            MenuAction::ExplainPoint(index) => {
                let points = self.model.page().data_points();
                let keys: Vec<RecordRef> = points.get(index).map(|point| point.keys.clone()).unwrap_or_default();
                let lines: Vec<String> = keys.into_iter().flat_map(|key| self.why(key)).collect();
                if lines.is_empty() { vec![self.word("plain-unknown")] } else { lines }
            }
            MenuAction::ExplainChosen => {
                let key = self.model.page().list().and_then(|table| table.rows.get(table.chosen?)?.key);
                key.map(|key| self.why(key)).unwrap_or_default()
            }
            MenuAction::ReadLegend => self.spoken(line_mode::block_lines(&self.model.marks())),
        }
    }

    /// Applies an action from the menu of the page; returns what changed.
    fn apply_and_report(&mut self, action: Action) -> Vec<String> {
        self.menu = Menu::Page;
        self.listed = 0;
        self.change(action)
    }

    /// Applies an action. Returns the lines about status and page that changed; if none did, those about the chart and the
    /// order of the rows.
    fn change(&mut self, action: Action) -> Vec<String> {
        let (page, view) = ([self.status_line(), self.page_line()], self.view_lines());
        if let Some(Effect::Write(format)) = self.model.apply(action) {
            self.export_format = Some(format);
            return Vec::new();
        }
        let mut changed = changed_lines([self.status_line(), self.page_line()], &page);
        if changed.is_empty() {
            changed = changed_lines(self.view_lines(), &view);
        }
        let changes_chart = matches!(
            action,
            Action::NextChartMode
                | Action::NextSubjectLayout
                | Action::ToggleLogScale
                | Action::Zoom(_)
                | Action::ToggleOutlook
                | Action::ReverseSort
        );
        if changed.is_empty() && changes_chart {
            changed.push(self.word("plain-done"));
        }
        changed
    }

    /// Heading and years of the chart, order of the rows.
    fn view_lines(&self) -> Vec<String> {
        let (page, words) = (self.model.page(), self.model.words());
        let heading = page.picture().map(|panel| line_mode::runs_line(&panel.heading)).unwrap_or_default();
        let points = page.data_points();
        let ends = [points.first(), points.last()].map(|point| point.map_or("", |point| point.label.long()));
        let [first, last] = ends.map(|label| Arg::from(label.to_owned()));
        let years = words.format("plain-years", &[("first", first), ("last", last)]);
        let order = match page.list().and_then(|table| Some((table, table.filtered.order?))) {
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

    /// Writes a pending export; returns a line about the result.
    fn write_export(&mut self) -> Option<String> {
        let notice = self.model.write_export(self.export_format.take()?);
        let run = notice_text(self.model.words(), &notice, self.model.state(), &[]);
        Some(self.model.words().spoken_line(&run.text))
    }

    /// The known date and other unusual state, from the right of the title line.
    fn status_line(&self) -> String {
        let right = self.model.chrome().right.iter().map(|run| self.model.words().spoken_line(run.text.trim()));
        let sentences = right.filter(|text| !text.is_empty()).map(|text| format!("{}.", text.trim_end_matches('.')));
        sentences.collect::<Vec<_>>().join(" ")
    }

    /// Name and sentence of the page.
    fn page_line(&self) -> String {
        let chrome = self.model.chrome();
        let name = chrome.tabs.get(chrome.active_tab).map_or("", |tab| tab.label.long());
        self.model.words().spoken_line(&format!("{name}. {}", line_mode::runs_line(&self.model.page().sentence)))
    }

    fn why(&self, key: RecordRef) -> Vec<String> {
        let overlay = self.model.why(key);
        let title = format!("{}.", line_mode::runs_line(&overlay.title).trim_end_matches('.'));
        self.spoken(std::iter::once(title).chain(line_mode::block_lines(&overlay.blocks)))
    }

    fn spoken(&self, lines: impl IntoIterator<Item = String>) -> Vec<String> {
        lines.into_iter().map(|line| self.model.words().spoken_line(&line)).collect()
    }

    /// The menu with numbers; of a long one the next part.
    fn menu_lines(&mut self) -> Vec<String> {
        let all = self.items();
        if self.listed >= all.len() {
            self.listed = 0;
        }
        let end = (self.listed + ITEMS_PER_REPLY).min(all.len());
        let mut lines = Vec::new();
        let empty_list = self.model.page().list().filter(|_| self.menu == Menu::Rows && all.is_empty());
        lines.extend(empty_list.map(|table| {
            let description = filter::filter_description(self.model.words(), &table.filtered);
            if description.is_empty() {
                return table.empty.clone();
            }
            let args =
                [("what", Arg::from(line_mode::runs_line(&description))), ("count", Arg::from(table.filtered.all))];
            self.model.words().format("plain-nothing", &args)
        }));
        for (index, item) in all.iter().enumerate().take(end).skip(self.listed) {
            lines.extend(item.heading.iter().map(|heading| format!("{}.", heading.trim_end_matches('.'))));
            lines.push(format!("{}. {}", index + 1, self.model.words().spoken_line(&item.text)));
        }
        if all.len() > ITEMS_PER_REPLY {
            let args = [("count", Arg::from(all.len() - end))];
            lines.push(self.model.words().format("plain-more-rows", &args));
        }
        // The next empty line continues a long menu and repeats a short one.
        self.listed = if all.len() > ITEMS_PER_REPLY { end } else { 0 };
        let leave = if self.menu == Menu::Page { "plain-quit" } else { "plain-back" };
        lines.push(format!("0. {}", self.word(leave)));
        lines
    }

    fn items(&self) -> Vec<MenuItem> {
        menu::items_of(self.menu, &self.model)
    }

    fn word(&self, key: &str) -> String {
        self.model.words().get(key)
    }
}

fn changed_lines(after: impl IntoIterator<Item = String>, before: &[String]) -> Vec<String> {
    after.into_iter().zip(before).filter(|(after, before)| after != *before).map(|(after, _)| after).collect()
}
