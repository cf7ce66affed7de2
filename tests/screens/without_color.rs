//! Drawings carry their meaning without colour.

use planfact::page::model::DataPoint;
use planfact::page::model::Mark;
use planfact::page::model::Role;
use planfact::page::model::ScaleKind;
use planfact::page::model::{Align, Bullet, Table, TableCell, TableColumn, TableRow};
use planfact::page::model::{Axis, Bar, Chart, ChartColumn, ChartMark, TargetFrame};
use planfact::page::model::{Page, PageKind, Panel, PanelBody, PanelSlot};
use planfact::render::look::glyphs;
use planfact::render::look::theme::{ColorLevel, Glyphs, Paint, Theme};
use planfact::render::tui::export;

use super::{draw, sample};

const LEVELS: [Glyphs; 3] = [Glyphs::Braille, Glyphs::Block, Glyphs::Ascii];

const VERDICTS: [Mark; 12] = [
    Mark::Met,
    Mark::MetLate,
    Mark::Missed,
    Mark::OnTrack,
    Mark::Behind,
    Mark::AtRisk,
    Mark::NotYetDue,
    Mark::Awaiting,
    Mark::NoData,
    Mark::Unquantified,
    Mark::Undetermined,
    Mark::Contested,
];
const SITES: [Mark; 5] = [Mark::Operating, Mark::Building, Mark::Planned, Mark::Closed, Mark::Unknown];
const MOMENTS: [Mark; 3] = [Mark::Said, Mark::Due, Mark::Happened];

fn none(glyphs: Glyphs) -> Paint {
    Paint { theme: Theme::Steppe, colors: ColorLevel::None, glyphs }
}

fn page(slot: PanelSlot, body: PanelBody) -> Page {
    let panel = Panel { slot, heading: Vec::new(), body };
    Page { kind: PageKind::Overview, sentence: Vec::new(), panels: vec![panel] }
}

fn lines(page: &Page, glyphs: Glyphs) -> Vec<String> {
    let chrome = sample::chrome(PageKind::Overview);
    export::text(&draw(&chrome, page, None, none(glyphs), (80, 40))).lines().map(str::to_owned).collect()
}

#[test]
fn marks_of_a_family_differ_at_every_glyph_level() {
    for glyphs in LEVELS {
        for family in [&VERDICTS[..], &SITES, &MOMENTS] {
            for (place, one) in family.iter().enumerate() {
                for other in &family[place + 1..] {
                    assert_ne!(
                        glyphs::mark_glyph(*one, glyphs),
                        glyphs::mark_glyph(*other, glyphs),
                        "{one:?} {other:?} {glyphs:?}"
                    );
                }
            }
        }
    }
    for mark in VERDICTS.iter().chain(&SITES).chain(&MOMENTS) {
        assert!(glyphs::mark_glyph(*mark, Glyphs::Ascii).is_ascii(), "{mark:?}");
    }
}

#[test]
fn every_verdict_is_drawn_differently_without_color() {
    let row = |mark: &Mark| {
        TableRow::new(None, vec![TableCell::Empty, TableCell::WithMark(*mark, sample::label("x"), Role::Good)])
    };
    let column =
        |drop_priority| TableColumn { head: sample::label("h"), align: Align::Left, drop_priority, is_flexible: false };
    for glyphs in LEVELS {
        let rows = VERDICTS.iter().map(row).collect();
        let table = Table::new(vec![column(0), column(0)], rows, "");
        let lines = lines(&page(PanelSlot::List, PanelBody::Table(table)), glyphs);
        let mut drawn: Vec<&String> = lines.iter().filter(|line| line.ends_with(" x")).collect();
        assert_eq!(drawn.len(), VERDICTS.len(), "{lines:#?}");
        drawn.sort();
        drawn.dedup();
        assert_eq!(drawn.len(), VERDICTS.len(), "{drawn:#?}");
    }
}

fn chart(bars: &[(Option<Bar>, Vec<TargetFrame>)]) -> Page {
    let column = |(place, (bar, frames)): (usize, &(Option<Bar>, Vec<TargetFrame>))| ChartColumn {
        data_point: DataPoint { label: sample::label(&format!("{}", 2020 + place)), ..DataPoint::default() },
        group: planfact::page::model::Label::default(),
        bar: *bar,
        value: sample::label(if bar.is_some() { "v" } else { "?" }),
        frames: frames.clone(),
        rivals: Vec::new(),
        differs: false,
    };
    let chart = Chart {
        projections: planfact::page::model::ChartProjections::default(),
        title: sample::label("t"),
        axis: Axis {
            min: 0.0,
            max: 100.0,
            scale: ScaleKind::Linear,
            ticks: vec![(0.0, "0".into()), (100.0, "100".into())],
        },
        columns: bars.iter().enumerate().map(column).collect(),
        legend: Vec::new(),
        lines: Vec::new(),
        years: None,
        note: Vec::new(),
        narrow_note: Vec::new(),
    };
    page(PanelSlot::Main, PanelBody::Chart(chart))
}

fn bar(mark: ChartMark, value: f64, soft: Option<f64>, is_open: bool) -> (Option<Bar>, Vec<TargetFrame>) {
    (Some(Bar { mark, value, soft, is_open }), Vec::new())
}

/// The lines of a chart with one column.
fn column_of(column: (Option<Bar>, Vec<TargetFrame>), glyphs: Glyphs) -> Vec<String> {
    lines(&chart(&[column]), glyphs)
}

#[test]
fn every_kind_of_figure_looks_different_without_color() {
    for glyphs in LEVELS {
        let kinds = [
            bar(ChartMark::FullPeriod, 50.0, None, false),
            bar(ChartMark::PartYear, 50.0, None, false),
            bar(ChartMark::RestOfYear, 50.0, None, false),
            bar(ChartMark::Projected, 50.0, None, false),
            bar(ChartMark::FullPeriod, 50.0, None, true),
            bar(ChartMark::FullPeriod, 50.0, Some(70.0), true),
            (None, Vec::new()),
            (
                None,
                vec![TargetFrame {
                    value: 50.0,
                    upper: None,
                    label: sample::label("v"),
                    is_focused: false,
                    is_off_scale: false,
                }],
            ),
        ];
        let drawn: Vec<_> = kinds.into_iter().map(|kind| column_of(kind, glyphs)).collect();
        for (place, one) in drawn.iter().enumerate() {
            for other in &drawn[place + 1..] {
                assert_ne!(one, other, "{glyphs:?}");
            }
        }
    }
}

#[test]
fn a_missing_year_is_a_question_mark_without_a_bar() {
    for glyphs in LEVELS {
        let lines = column_of((None, Vec::new()), glyphs);
        assert!(lines.iter().any(|line| line.contains('?')), "{lines:#?}");
        assert!(!lines.iter().any(|line| line.contains(['█', '▒', '▄', '#', '%'])), "{lines:#?}");
    }
}

#[test]
fn the_empty_part_of_a_target_frame_is_the_shortfall() {
    let frame = |value| {
        vec![TargetFrame { value, upper: None, label: sample::label("p"), is_focused: true, is_off_scale: false }]
    };
    let kept = (bar(ChartMark::FullPeriod, 40.0, None, false).0, frame(80.0));
    let lines = column_of(kept, Glyphs::Braille);
    let hollow = lines.iter().filter(|line| line.contains("▕ ") && line.contains('▏')).count();
    let filled = lines.iter().filter(|line| line.contains("▕█")).count();
    assert!(hollow.abs_diff(filled) <= 2, "as much is missing as was made: {lines:#?}");
    let passed = column_of((bar(ChartMark::FullPeriod, 80.0, None, false).0, frame(40.0)), Glyphs::Braille);
    assert!(
        passed.iter().any(|line| line.contains("▔▔▔") || line.contains("───▏") || line.trim() == "─".repeat(24)),
        "the line runs across the bar: {passed:#?}"
    );
    assert!(!passed.iter().any(|line| line.contains("▕ ")), "nothing is missing: {passed:#?}");
}

#[test]
fn a_bullet_is_as_long_as_its_share_and_its_target_line_does_not_move() {
    let row = |bar, is_partial, is_open| {
        let bullet =
            Bullet { bar, is_missing: bar.is_none(), soft: None, is_open, is_partial, about: None, role: Role::Good };
        TableRow::new(None, vec![TableCell::Empty, TableCell::Bullet(bullet)])
    };
    let column = || TableColumn { head: sample::label("h"), align: Align::Left, drop_priority: 0, is_flexible: false };
    for glyphs in LEVELS {
        let rows = vec![
            row(None, false, false),
            row(Some(0.5), false, false),
            row(Some(0.5), true, false),
            row(Some(0.5), false, true),
            row(Some(0.9), false, false),
        ];
        let table = Table::new(vec![column(), column()], rows, "");
        let lines = lines(&page(PanelSlot::List, PanelBody::Table(table)), glyphs);
        let bars: Vec<&String> = lines.iter().filter(|line| line.contains(['│', '|'])).collect();
        assert_eq!(bars.len(), 5, "{lines:#?}");
        let hundred = |line: &str| line.chars().position(|sign| sign == '│' || sign == '|');
        assert!(bars.iter().all(|line| hundred(line) == hundred(bars[0])), "{bars:#?}");
        let (half, most) = (mark(bars[1]), mark(bars[4]));
        assert!((5 * most).abs_diff(9 * half) <= 9, "0.9 is 9/5 of 0.5: {bars:#?}");
        assert!(bars[1] != bars[2] && bars[1] != bars[3], "part-years and bounds are seen: {bars:#?}");
        assert!(bars[0].contains('?'));
    }
}

/// The length of a bullet in half cells.
fn mark(line: &str) -> usize {
    line.chars().map(|sign| if "━■#".contains(sign) { 2 } else { usize::from(sign == '╸') }).sum()
}
