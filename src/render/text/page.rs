//! A page as plain text without colours, in lines of at most a given width.
//!
//! ```text
//! At least 200,000 vehicles a year by 2025 were promised in July 2016. 2025 brought 171,442: 86% of the promise.
//!
//! Kazakhstan: Vehicles made, thousand
//!       made                              promised
//! 2024   145  ██████████████████          160
//! 2025   171  ██████████████████████      ≥200
//! ```

use crate::page::model::{
    Align, Block, Chart, ChartColumn, ChartMark, Gantt, Label, LabelledBar, Lane, Map, Page, PanelBody, PanelSlot,
    Table, TableCell, TableRow, TextOverlay, TextRun,
};
use crate::render::look::glyphs;
use crate::render::look::theme::Glyphs;
use crate::render::typeset::column_widths::{self, ColumnWidths, PlacedColumn};
use crate::render::typeset::measure::{fit_or_cut, plain_text, true_width, width};
use crate::render::typeset::scale::cells;
use crate::render::typeset::wrap::{self, LinePiece, WrappedLine};

/// The cells of the longest bar.
const MAX_BAR_WIDTH: u16 = 28;

/// The page in lines of at most `width` cells, at least 40.
pub fn page_text(page: &Page, width: u16, glyphs: Glyphs) -> String {
    let mut text = TextWriter { out: String::new(), width: width.max(40), glyphs };
    text.runs(&page.sentence);
    for slot in [PanelSlot::Main, PanelSlot::List, PanelSlot::Side, PanelSlot::Detail, PanelSlot::Why] {
        // A detail panel shows the same as the Why panel.
        let is_repeated = slot == PanelSlot::Why && page.panel(PanelSlot::Detail).is_some();
        let Some(panel) = page.panel(slot).filter(|_| !is_repeated) else { continue };
        // The message of an empty table is often the sentence of the page.
        let sentence = || plain_text(&page.sentence);
        if matches!(&panel.body, PanelBody::Table(table) if table.rows.is_empty() && table.empty == sentence()) {
            continue;
        }
        text.line("");
        if !panel.heading.is_empty() {
            text.runs(&panel.heading);
        }
        match &panel.body {
            PanelBody::Chart(chart) => text.chart(chart),
            PanelBody::SmallMultiples(apart) => apart.charts.iter().for_each(|chart| text.chart(chart)),
            PanelBody::Table(table) => text.table(table),
            PanelBody::Gantt(gantt, blocks) => {
                text.gantt(gantt);
                let gaps = blocks.iter().take_while(|block| **block == Block::Gap).count();
                if !gantt.lanes.is_empty() && gaps < blocks.len() {
                    text.line("");
                }
                text.blocks(&blocks[gaps..]);
            }
            PanelBody::DataTable(figures, blocks) => {
                text.table(&figures.table);
                text.blocks(blocks);
            }
            PanelBody::Map(map) => text.map(map),
            PanelBody::Text(blocks) | PanelBody::MilestoneTrend(_, blocks) => text.blocks(blocks),
        }
    }
    text.out
}

/// An overlay in lines of at most `width` cells, at least 40.
pub fn overlay_text(overlay: &TextOverlay, width: u16, glyphs: Glyphs) -> String {
    let mut text = TextWriter { out: String::new(), width: width.max(40), glyphs };
    text.runs(&overlay.title);
    text.line("");
    text.blocks(&overlay.blocks);
    text.out
}

/// The texts of a row for a spreadsheet. Columns of bars are left out: other columns have their values.
pub fn row_texts<'a>(table: &Table, row: &'a TableRow) -> Vec<&'a str> {
    let cells = column_widths::text_columns(table).into_iter().map(|column| row.cells.get(column));
    cells.map(|cell| cell.and_then(TableCell::label).map_or("", |label| label.long())).collect()
}

struct TextWriter {
    out: String,
    width: u16,
    glyphs: Glyphs,
}

impl TextWriter {
    fn line(&mut self, line: &str) {
        self.out.push_str(line.trim_end_matches(' '));
        self.out.push('\n');
    }

    fn runs(&mut self, runs: &[TextRun]) {
        for pieces in wrap::wrap(runs, 0, 0, self.width) {
            self.pieces(&pieces);
        }
    }

    fn pieces(&mut self, pieces: &[LinePiece<'_>]) {
        let mut line = TextLine::default();
        // Symbols that count two cells take one here: the text after them moves left, gaps keep their width.
        let mut end = 0;
        for piece in pieces {
            line.reach(line.used + piece.x.saturating_sub(end));
            line.push(piece.text);
            end = piece.x + width(piece.text);
        }
        self.line(&line.text);
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for line in wrap::lines(blocks, self.width.min(wrap::MAX_TEXT_WIDTH)) {
            match line {
                WrappedLine::Blank => self.line(""),
                WrappedLine::Text(pieces) => self.pieces(&pieces),
                WrappedLine::Sign(sign, mut pieces) => {
                    let symbol = glyphs::sign_glyph(&sign.sign, self.glyphs);
                    let cells = width(symbol);
                    pieces.insert(0, LinePiece { x: 0, cells, text: symbol, role: sign.role, link: None });
                    self.pieces(&pieces);
                }
                WrappedLine::Bar(bar, share, name) => self.bar(bar, share, name),
                WrappedLine::Stack(_) => {}
                WrappedLine::StackPart(part, _) => self.line(&format!("  {}  {}", part.label, part.words)),
            }
        }
    }

    fn bar(&mut self, bar: &LabelledBar, share: f64, name: u16) {
        let mut line = TextLine::default();
        line.push(&bar.label);
        line.reach(name + 2);
        line.push(&self.bar_text(ChartMark::FullPeriod, share));
        line.reach(name + 3 + MAX_BAR_WIDTH);
        line.push(&bar.words);
        self.line(&line.text);
    }

    fn bar_text(&self, mark: ChartMark, share: f64) -> String {
        glyphs::chart_mark_glyph(mark, self.glyphs).repeat(usize::from(cells(share, 1.0, MAX_BAR_WIDTH)))
    }

    /// A line for each column: the period, the value, its bar, the targets.
    fn chart(&mut self, chart: &Chart) {
        self.line(chart.title.long());
        let name = |mark: ChartMark| {
            chart.legend.iter().find(|(entry, _)| *entry == mark).map_or("", |(_, label)| label.long())
        };
        let widest =
            |of: fn(&ChartColumn) -> &str| chart.columns.iter().map(|column| width(of(column))).max().unwrap_or(0);
        let year = widest(|column| column.data_point.label.long());
        let number = widest(|column| column.value.long()).max(width(name(ChartMark::FullPeriod)));
        let promised = year + number + MAX_BAR_WIDTH + 6;
        let mut head = TextLine::default();
        head.reach(year + 2 + number - width(name(ChartMark::FullPeriod)));
        head.push(name(ChartMark::FullPeriod));
        head.reach(promised);
        head.push(name(ChartMark::TargetFrame));
        self.line(&head.text);
        for column in &chart.columns {
            let mut line = TextLine::default();
            line.push(column.data_point.label.long());
            line.reach(year + 2 + number - width(column.value.long()));
            line.push(column.value.long());
            line.push(if column.differs { "*" } else { " " });
            if let Some(bar) = column.bar {
                line.reach(year + number + 4);
                line.push(&self.bar_text(bar.mark, bar.value / chart.axis.max));
                line.push(if bar.is_open { ">" } else { "" });
            }
            line.reach(promised);
            for (place, frame) in column.frames.iter().enumerate() {
                line.push(if place > 0 { ", " } else { "" });
                line.push(frame.label.long());
            }
            self.line(&line.text);
        }
        let has_star = chart.has_note_sign();
        for pieces in wrap::wrap(&chart.note, if has_star { 2 } else { 0 }, 2, self.width) {
            let mut line = TextLine::default();
            line.push(if has_star && pieces.first().is_some_and(|piece| piece.x == 2) { "*" } else { "" });
            for piece in &pieces {
                line.reach(piece.x);
                line.push(piece.text);
            }
            self.line(&line.text);
        }
    }

    fn table(&mut self, table: &Table) {
        if table.rows.is_empty() {
            self.line(&table.empty);
            return;
        }
        let columns = column_widths::text_columns(table);
        let widths = ColumnWidths::of(table);
        let placed = column_widths::place_some_columns(table, &widths, &columns, self.width, self.glyphs);
        let mut head = TextLine::default();
        for column in &placed {
            let words = fit_or_cut(&table.columns[column.index].head, column.width);
            head.put(words, column, table.columns[column.index].align);
        }
        self.line(&head.text);
        for row in &table.rows {
            self.row(table, row, &placed);
        }
    }

    fn row(&mut self, table: &Table, row: &TableRow, placed: &[PlacedColumn]) {
        if row.key.is_none() && row.cells.len() == 1 {
            if let Some(TableCell::Text(label, _)) = row.cells.first() {
                self.line("");
                self.line(label.long());
            }
            return;
        }
        let mut line = TextLine::default();
        for column in placed {
            let align = table.columns[column.index].align;
            match row.cells.get(column.index) {
                Some(TableCell::Text(label, _)) => line.put(column.words(label, column.width), column, align),
                Some(TableCell::WithMark(mark, label, _)) => {
                    line.reach(column.x);
                    line.push(glyphs::mark_glyph(*mark, self.glyphs));
                    let room = column.width.saturating_sub(column.sign_width);
                    let rest = PlacedColumn { x: column.x + column.sign_width, width: room, ..*column };
                    line.put(rest.words(label, room), &rest, align);
                }
                Some(TableCell::Empty | TableCell::Bullet(_)) | None => {}
            }
        }
        self.line(&line.text);
    }

    /// A line for each lane: the milestone, when it was stated, the verdict.
    fn gantt(&mut self, gantt: &Gantt) {
        let widest =
            |text: fn(&Lane) -> &Label| gantt.lanes.iter().map(|lane| width(text(lane).long())).max().unwrap_or(0);
        let (name, said) = (widest(|lane| &lane.label), widest(|lane| &lane.said));
        for lane in &gantt.lanes {
            let mut line = TextLine::default();
            line.push(lane.label.long());
            line.reach(name + 2);
            line.push(lane.said.long());
            line.reach(name + said + 4);
            line.push(glyphs::mark_glyph(lane.mark, self.glyphs));
            line.push(" ");
            line.push(lane.verdict.long());
            self.line(&line.text);
        }
    }

    fn map(&mut self, map: &Map) {
        let mut places: Vec<_> = map.places.iter().collect();
        places.sort_by(|a, b| b.at.0.total_cmp(&a.at.0));
        for place in places {
            let signs = glyphs::mark_glyph(place.mark, self.glyphs).repeat(place.sites.len().max(1));
            self.line(&format!("{}  {signs}", place.name.long()));
        }
    }
}

/// A line and its width in cells.
#[derive(Default)]
struct TextLine {
    text: String,
    used: u16,
}

impl TextLine {
    fn push(&mut self, words: &str) {
        self.text.push_str(words);
        self.used += true_width(words);
    }

    /// Appends spaces up to a column.
    fn reach(&mut self, column: u16) {
        while self.used < column {
            self.push(" ");
        }
    }

    fn put(&mut self, words: &str, column: &PlacedColumn, align: Align) {
        let cells = true_width(words);
        self.reach(column.x);
        if align == Align::Right {
            self.reach(column.x + column.width.saturating_sub(cells));
        }
        if cells <= column.width {
            self.push(words);
            return;
        }
        let mut room = column.width.saturating_sub(1);
        for letter in words.chars() {
            let cells = true_width(letter.encode_utf8(&mut [0; 4]));
            if cells > room {
                break;
            }
            room -= cells;
            self.text.push(letter);
            self.used += cells;
        }
        self.push("…");
    }
}
