//! Every mark of a column chart stands at its value: the drawn row of each, read back, is within half a step of its glyph.

use proptest::prelude::*;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Color;

use crate::page::model::{
    Axis, Bar, Chart, ChartColumn, ChartMark, ChartProjections, DataPoint, Estimate, Label, ScaleKind, TargetFrame,
};
use crate::render::look::theme::{Glyphs, Paint, Tone};
use crate::render::tui::chart::column_chart;
use crate::render::tui::chart::geometry::Geometry;
use crate::render::tui::pen::Pen;

/// Marks of one column, in fractions of the axis.
#[derive(Debug, Clone)]
struct Marks {
    bar: Option<(f64, bool)>,
    frame: Option<f64>,
    range: Option<f64>,
    rival: Option<f64>,
    pace: f64,
    estimate: Option<(f64, f64)>,
}

fn marks() -> impl Strategy<Value = Marks> {
    let part = || 0.0..1.0f64;
    let bar = prop::option::weighted(0.7, (part(), any::<bool>()));
    let options = (prop::option::of(part()), prop::option::of(part()), prop::option::of(part()));
    let estimate = prop::option::of((part(), part()));
    (bar, options, part(), estimate).prop_map(|(bar, (frame, range, rival), pace, estimate)| Marks {
        bar,
        frame,
        range,
        rival,
        pace,
        estimate: estimate.filter(|_| bar.is_none()),
    })
}

/// A chart from `below` steps under zero to `above` steps over it, 10 a step.
fn chart(columns: &[Marks], below: i32, above: i32) -> Chart {
    let (min, max) = (f64::from(-below) * 10.0, f64::from(above) * 10.0);
    let value = |part: f64| min + part * (max - min);
    let column = |marks: &Marks| ChartColumn {
        data_point: DataPoint::default(),
        bar: marks.bar.map(|(part, is_whole)| Bar {
            mark: if is_whole { ChartMark::FullPeriod } else { ChartMark::PartYear },
            value: value(part),
            soft: None,
            is_open: false,
        }),
        frames: marks
            .frame
            .map(|part| {
                let upper = marks.range.map(value).filter(|upper| *upper > value(part) && value(part) > 0.0);
                TargetFrame {
                    value: value(part),
                    upper,
                    label: Label::default(),
                    is_focused: true,
                    is_off_scale: false,
                }
            })
            .into_iter()
            .collect(),
        rivals: marks.rival.filter(|_| marks.bar.is_some()).map(value).into_iter().collect(),
        ..ChartColumn::default()
    };
    let estimate = |(index, marks): (usize, &Marks)| {
        let (one, other) = marks.estimate?;
        let range = Some((value(one.min(other)), value(one.max(other))));
        let middle = value(f64::midpoint(one, other));
        Some(Estimate { column: index, mark: ChartMark::Projected, value: middle, range, label: Label::default() })
    };
    Chart {
        title: Label::default(),
        axis: Axis {
            min,
            max,
            scale: ScaleKind::Linear,
            ticks: (-below..=above).map(|step| (f64::from(step) * 10.0, String::new())).collect(),
        },
        columns: columns.iter().map(column).collect(),
        lines: Vec::new(),
        years: None,
        legend: Vec::new(),
        projections: ChartProjections {
            pace: columns.iter().enumerate().map(|(index, marks)| (index, value(marks.pace))).collect(),
            estimates: columns.iter().enumerate().filter_map(estimate).collect(),
        },
        note: Vec::new(),
    }
}

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
        let (middle, edge) = (area.x + (area.width - 1) / 2, area.x);
        let lines = drawn.heights(edge, &TARGET, &LINES);
        let values: Vec<f64> =
            column.frames.iter().flat_map(|frame| [Some(frame.value), frame.upper]).flatten().collect();
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
        columns in prop::collection::vec(marks(), 1..12),
        (below, above) in prop_oneof![Just((0, 5)), Just((5, 0)), (1..4i32, 1..4i32)],
        size in (24..160u16, 8..50u16),
        glyphs in prop_oneof![Just(Glyphs::Braille), Just(Glyphs::Block), Just(Glyphs::Ascii)],
    ) {
        let chart = chart(&columns, below, above);
        check(&Drawn::new(&chart, size, glyphs), &chart)?;
    }
}
