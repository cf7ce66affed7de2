//! The signs on a page with their meanings, for the help.

use crate::compare::verdict::types::{Badge, Status};
use crate::page::i18n::Words;
use crate::page::model::{
    Bullet, Chart, ChartMark, Label, Mark, Page, PanelBody, Role, Sign, SignMeaning, Symbol, Table, TableCell, TextRun,
};
use crate::page::target::row::status_mark;

/// The signs on a page, each once: those of its pictures, then those of its tables.
pub(in crate::page) fn signs_of_page(words: &Words, page: &Page) -> Vec<SignMeaning> {
    let mut signs = SignList { words, list: Vec::new() };
    for panel in &page.panels {
        match &panel.body {
            PanelBody::Chart(chart) => signs.chart(chart),
            PanelBody::SmallMultiples(multiples) => {
                signs.legend(&multiples.legend);
                multiples.charts.iter().for_each(|chart| signs.columns(chart));
            }
            PanelBody::Table(table) => signs.table(table),
            PanelBody::Gantt(gantt, _) => {
                signs.lanes();
                for lane in &gantt.lanes {
                    signs.mark(lane.mark, lane.role, &lane.verdict);
                }
            }
            // The marks on a map are those of its list.
            PanelBody::Map(_) | PanelBody::MilestoneTrend(..) | PanelBody::DataTable(..) | PanelBody::Text(_) => {}
        }
    }
    signs.list
}

/// A verdict with its sign.
pub(in crate::page) fn of_status(words: &Words, status: Status) -> SignMeaning {
    let (mark, role) = status_mark(status);
    meaning(Sign::Mark(mark), role, words.status(status), &words.status_means(status))
}

/// A badge with its sign.
pub(in crate::page) fn of_badge(words: &Words, badge: Badge) -> SignMeaning {
    meaning(Sign::Text(words.badge_mark(badge)), Role::Muted, words.badge(badge), &words.badge_means(badge))
}

fn meaning(sign: Sign, role: Role, name: String, means: &str) -> SignMeaning {
    let mut text = vec![TextRun::new(name, Role::Strong)];
    if !means.is_empty() {
        text.push(TextRun::plain(format!("  {means}")));
    }
    SignMeaning { sign, role, meaning: text }
}

struct SignList<'a> {
    words: &'a Words,
    list: Vec<SignMeaning>,
}

impl SignList<'_> {
    fn add(&mut self, sign: SignMeaning) {
        if !self.list.iter().any(|known| known.sign == sign.sign && known.meaning == sign.meaning) {
            self.list.push(sign);
        }
    }

    fn symbol(&mut self, symbol: Symbol) {
        let (key, role) = match symbol {
            Symbol::NotReported => ("sign-not-reported", Role::Missing),
            Symbol::CountsDifferently => ("sign-counts-differently", Role::Muted),
            Symbol::LowerBound => ("sign-lower-bound", Role::Actual),
            Symbol::Likely => ("sign-likely", Role::Actual),
            Symbol::OffScale => ("sign-off-scale", Role::Target),
            Symbol::BarTarget => ("sign-bar-target", Role::Target),
            Symbol::BarPassed => ("sign-bar-passed", Role::Target),
            Symbol::BarPart => ("sign-bar-part", Role::Actual),
            Symbol::BarOpen => ("sign-bar-open", Role::Actual),
            Symbol::PromisedSpan => ("sign-promised-span", Role::Target),
            Symbol::HappenedSpan => ("sign-happened-span", Role::Actual),
            Symbol::Delay => ("sign-delay", Role::Late),
        };
        self.add(meaning(Sign::Symbol(symbol), role, self.words.get(key), ""));
    }

    fn chart(&mut self, chart: &Chart) {
        self.legend(&chart.legend);
        self.columns(chart);
    }

    fn legend(&mut self, legend: &[(ChartMark, Label)]) {
        for (mark, label) in legend {
            let (key, role) = match mark {
                ChartMark::FullPeriod => ("sign-full-period", Role::Actual),
                ChartMark::PartYear => ("sign-part-year", Role::Actual),
                ChartMark::TargetFrame => ("sign-target-frame", Role::Target),
                ChartMark::Pace => ("sign-pace", Role::Target),
                ChartMark::OtherSource => ("sign-other-source", Role::Contested),
                ChartMark::RestOfYear | ChartMark::Projected => ("sign-calculated", Role::Contested),
                ChartMark::Level => ("sign-level", Role::Actual),
                ChartMark::TargetDot => ("", Role::Target),
                ChartMark::Dot(_) | ChartMark::HollowDot(_) => ("", Role::Actual),
            };
            let means = if key.is_empty() { String::new() } else { self.words.get(key) };
            self.add(meaning(Sign::Chart(*mark), role, label.long().to_owned(), &means));
        }
    }

    fn columns(&mut self, chart: &Chart) {
        let columns = &chart.columns;
        let has_lines = !chart.lines.is_empty();
        let occurring = [
            (
                Symbol::NotReported,
                !has_lines && columns.iter().any(|column| column.bar.is_none() && column.value.long() == "?"),
            ),
            (Symbol::CountsDifferently, columns.iter().any(|column| column.differs)),
            (Symbol::LowerBound, columns.iter().any(|column| column.bar.is_some_and(|bar| bar.is_open))),
            (Symbol::Likely, columns.iter().any(|column| column.bar.is_some_and(|bar| bar.soft.is_some()))),
            (Symbol::OffScale, columns.iter().any(|column| column.frames.iter().any(|frame| frame.is_off_scale))),
        ];
        for (symbol, _) in occurring.into_iter().filter(|(_, occurs)| *occurs) {
            self.symbol(symbol);
        }
    }

    fn table(&mut self, table: &Table) {
        let bars: Vec<&Bullet> =
            cells(table).filter_map(|cell| if let TableCell::Bullet(bar) = cell { Some(bar) } else { None }).collect();
        let occurring = [
            (Symbol::BarTarget, bars.iter().any(|bar| bar.bar.is_some())),
            (Symbol::BarPassed, bars.iter().any(|bar| bar.bar.is_some_and(|share| share >= 1.0))),
            (Symbol::BarPart, bars.iter().any(|bar| bar.is_partial && bar.bar.is_some())),
            (Symbol::BarOpen, bars.iter().any(|bar| bar.is_open)),
            (Symbol::NotReported, bars.iter().any(|bar| bar.is_missing)),
        ];
        for (symbol, _) in occurring.into_iter().filter(|(_, occurs)| *occurs) {
            self.symbol(symbol);
        }
        for row in &table.rows {
            let word = row.status.as_ref().map(|status| Label::one(&*status.word));
            for cell in &row.cells {
                match (cell, &word) {
                    (TableCell::WithMark(mark @ (Mark::Said | Mark::Due | Mark::Happened), label, role), _)
                    | (TableCell::WithMark(mark, label, role), None) => self.mark(*mark, *role, label),
                    (TableCell::WithMark(mark, _, role), Some(word)) => self.mark(*mark, *role, word),
                    _ => {}
                }
            }
        }
        let labels: Vec<&str> = cells(table)
            .filter_map(|cell| if let TableCell::WithMark(_, label, _) = cell { Some(label.long()) } else { None })
            .collect();
        for badge in [Badge::Restated, Badge::SourcesDiffer, Badge::AboutTolerance] {
            let mark = self.words.badge_mark(badge);
            if labels.iter().any(|label| label.split(' ').any(|part| part == mark)) {
                self.add(of_badge(self.words, badge));
            }
        }
    }

    /// A mark beside words; that of a verdict is explained as such.
    fn mark(&mut self, mark: Mark, role: Role, word: &Label) {
        // Met and met early have one mark.
        let mut statuses = Status::ALL.into_iter().filter(|status| status_mark(*status).0 == mark);
        let named = statuses.clone().find(|status| self.words.status(*status) == word.long());
        let status = named.or_else(|| statuses.next_back());
        let sign = match status {
            Some(status) => of_status(self.words, status),
            None => meaning(Sign::Mark(mark), role, word.long().to_owned(), ""),
        };
        self.add(sign);
    }

    fn lanes(&mut self) {
        for symbol in [Symbol::PromisedSpan, Symbol::HappenedSpan, Symbol::Delay] {
            self.symbol(symbol);
        }
    }
}

fn cells(table: &Table) -> impl Iterator<Item = &TableCell> {
    table.rows.iter().flat_map(|row| &row.cells)
}
