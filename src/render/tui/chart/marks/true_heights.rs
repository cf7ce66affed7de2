//! Every mark of a column chart stands at its value: the drawn row of each, read back, is within half a step of its glyph.

use proptest::prelude::*;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Color;

use crate::page::model::{Chart, ChartMark};
use crate::render::look::theme::{Glyphs, Paint, Tone};
use crate::render::random_charts::{chart, columns, steps};
use crate::render::tui::chart::column_chart;
use crate::render::tui::chart::geometry::Geometry;
use crate::render::tui::pen::Pen;

/// A drawn chart.
struct Drawn {
    buf: Buffer,
    geometry: Geometry,
    paint: Paint,
}

impl Drawn {
    fn new(chart: &Chart, size: (u16, u16), glyphs: Glyphs) -> Self {
        let area = Rect::new(2, 1, size.0, size.1);
        let mut buf = Buffer::empty(Rect::new(0, 0, size.0 + 4, size.1 + 2));
        let paint = Paint { glyphs, ..Paint::default() };
        column_chart::draw(chart, None, area, &mut Pen { paint, buf: &mut buf });
        Self { buf, geometry: Geometry::of(chart, None, area), paint }
    }

    fn color(&self, tone: Tone) -> Option<Color> {
        let mut buf = Buffer::empty(Rect::new(0, 0, 1, 1));
        Pen { paint: self.paint, buf: &mut buf }.tone(tone).fg
    }

    /// The cells of the rows of the plot at a column of the screen, with their rows from the bottom.
    fn cells(&self, x: u16) -> impl Iterator<Item = (f64, &Cell)> {
        (0..self.geometry.scale)
            .filter_map(move |up| Some((f64::from(up), self.buf.cell((x, self.geometry.row(up)?))?)))
    }

    /// The heights of the lines in these colours, by glyph and the height of each glyph within its row.
    fn heights(&self, x: u16, tones: &[Tone], glyphs: &[(&str, f64)]) -> Vec<f64> {
        let colors: Vec<Option<Color>> = tones.iter().map(|tone| self.color(*tone)).collect();
        let height = |(row, cell): (f64, &Cell)| {
            let (_, within) = glyphs.iter().find(|(glyph, _)| *glyph == cell.symbol())?;
            colors.contains(&Some(cell.fg)).then_some(row + within)
        };
        self.cells(x).filter_map(height).collect()
    }

    /// The rows that a bar fills in a cell, of its eighths from below or above.
    fn filled(&self, x: u16) -> f64 {
        let colors = [self.color(Tone::ActualMuted), self.color(Tone::Actual)];
        let eighths = |cell: &Cell| match cell.symbol() {
            // A full row, or a line across it.
            "█" | "▒" | "#" | "%" | "─" | "╌" | "-" | "_" => 8.0,
            "▁" | "▔" => 1.0,
            "▂" | "⣀" | "⠉" => 2.0,
            "▃" => 3.0,
            "▄" | "▀" | "⣤" | "⠛" => 4.0,
            "▅" => 5.0,
            "▆" | "⣶" | "⠿" => 6.0,
            "▇" => 7.0,
            _ => 0.0,
        };
        let is_bar = |cell: &Cell| colors.contains(&Some(cell.fg)) || colors.contains(&Some(cell.bg));
        let eighths = |cell: &Cell| if colors.contains(&Some(cell.bg)) { 8.0 } else { eighths(cell) };
        self.cells(x).filter(|(_, cell)| is_bar(cell)).map(|(_, cell)| eighths(cell) / 8.0).sum()
    }
}

const LINES: [(&str, f64); 5] = [("▁", 0.0), ("_", 0.0), ("─", 0.5), ("-", 0.5), ("▔", 1.0)];
/// The colours of a target line, beside a bar and across it.
const TARGET: [Tone; 2] = [Tone::Target, Tone::LineOnBar];

fn close(read: f64, expected: f64, most: f64) -> Result<(), TestCaseError> {
    prop_assert!((read - expected).abs() <= most + 1e-9, "drawn at {read} rows, the value is at {expected}");
    Ok(())
}

fn check(drawn: &Drawn, chart: &Chart) -> Result<(), TestCaseError> {
    let geometry = &drawn.geometry;
    let glyphs = drawn.paint.glyphs;
    for (index, column) in chart.columns.iter().enumerate() {
        let Some(area) = geometry.bar_of(index) else { continue };
        let middle = area.x + (area.width - 1) / 2;
        // The line, or the tick at the left side, which may be that at the right side of the column before.
        let mut lines = drawn.heights(area.x, &TARGET, &LINES);
        lines.extend(drawn.heights(area.x - 1, &[Tone::Target], &LINES));
        let before = index.checked_sub(1).map(|before| &chart.columns[before]);
        let frames = column.frames.iter().chain(before.into_iter().flat_map(|column| &column.frames));
        let values: Vec<f64> = frames.flat_map(|frame| [Some(frame.value), frame.upper]).flatten().collect();
        // The dashes of another source are in the middle of a row, across the bar in the same colour.
        let rivals: Vec<f64> = column.rivals.iter().map(|value| geometry.height(*value)).collect();
        let heights: Vec<f64> = values.iter().map(|value| geometry.height(*value)).collect();
        for line in &lines {
            let targets = heights.iter().map(|height| ((height - line).abs(), 0.25));
            let others = rivals.iter().map(|rival| ((rival - line).abs(), 0.5));
            let (off, most) =
                targets.chain(others).min_by(|a, b| (a.0 - a.1).total_cmp(&(b.0 - b.1))).expect("a line has a value");
            prop_assert!(
                off <= most + 1e-9,
                "a line at {line}, targets at {heights:?}, others at {rivals:?}: {:#?}",
                drawn.buf
            );
        }
        for tick in drawn.heights(middle, &[Tone::Contested], &[("╌", 0.5)]) {
            close(tick, rivals[0], 0.5)?;
        }
        if let (Some(bar), true) = (column.bar, column.frames.is_empty() && column.rivals.is_empty()) {
            let step = match (glyphs, bar.mark, bar.value < 0.0) {
                (Glyphs::Braille, ChartMark::FullPeriod, false) => 0.125,
                (Glyphs::Braille, ChartMark::FullPeriod, true) | (Glyphs::Block, ChartMark::FullPeriod, _) => 0.5,
                (Glyphs::Braille, ..) => 0.25,
                _ => 1.0,
            };
            let length = (bar.value * f64::from(geometry.scale) / (chart.axis.max - chart.axis.min)).abs();
            // The smallest bar is as high as the zero line.
            let most = if length < 0.125 && step < 0.5 { 0.125 } else { step / 2.0 };
            let scale = (geometry.height(bar.value) - geometry.height(0.0)).abs();
            close(drawn.filled(middle), scale, most)?;
        }
    }
    for (index, value) in &chart.projections.pace {
        let Some(slot) = geometry.slot_of(*index) else { continue };
        for x in slot.x..slot.right() {
            for dot in drawn.heights(x, &[Tone::Target], &[("·", 0.5), (".", 0.5)]) {
                close(dot, geometry.height(*value), 0.5)?;
            }
        }
    }
    for estimate in &chart.projections.estimates {
        let Some(area) = geometry.bar_of(estimate.column).filter(|area| area.width > 1) else { continue };
        let hatched = drawn.heights(area.x, &[Tone::Contested], &[("╱", 0.0), ("/", 0.0)]).len();
        let frames = &chart.columns[estimate.column].frames;
        let length = (geometry.height(estimate.value) - f64::from(geometry.zero)).abs();
        if frames.is_empty() {
            close(hatched as f64, length, 0.5)?;
        }
        for end in drawn.heights(area.x + area.width / 2, &[Tone::Contested], &[("┬", 0.5), ("T", 0.5)]) {
            close(end, geometry.height(estimate.range.expect("a range").1), 0.5)?;
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_mark_stands_at_its_value(
        columns in columns(),
        (below, above) in steps(),
        size in (24..160u16, 8..50u16),
        glyphs in prop_oneof![Just(Glyphs::Braille), Just(Glyphs::Block), Just(Glyphs::Ascii)],
    ) {
        let chart = chart(&columns, below, above);
        check(&Drawn::new(&chart, size, glyphs), &chart)?;
    }
}
