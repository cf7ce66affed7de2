//! A chart of vehicles a year.

use planfact::dataset::records::Id;
use planfact::page::model::{
    Axis, Bar, Chart, ChartColumn, ChartMark, ChartProjections, DataPoint, Label, RecordRef, Role, ScaleKind,
    TargetFrame,
};

use super::{label, run, runs};

pub(crate) fn years() -> Vec<(&'static str, Option<f64>, &'static str)> {
    vec![
        ("2012", Some(19.0), "19"),
        ("2013", Some(37.0), "37"),
        ("2014", None, "?"),
        ("2015", Some(14.0), "14"),
        ("2016", Some(11.0), "~11"),
        ("2017", Some(19.0), "19"),
        ("2018", Some(32.0), "32"),
        ("2019", Some(50.0), ">50"),
        ("2020", Some(77.5), "77"),
        ("2021", Some(92.0), "92"),
        ("2022", None, "?"),
        ("2023", Some(148.0), "148"),
        ("2024", Some(145.3), "145"),
        ("2025", Some(171.4), "171"),
        ("2026", Some(102.0), "102"),
    ]
}

pub(crate) fn chart() -> Chart {
    let columns = years()
        .into_iter()
        .map(|(year, value, words)| ChartColumn {
            data_point: DataPoint {
                label: label(&format!("{year}|{}", &year[2..])),
                readout: runs(&format!("{year}  [{words} thousand] vehicles, Union of car makers, 23 Feb 2026")),
                keys: vec![RecordRef::Actual(Id::new(0))],
                is_focused: year == "2025",
                ..DataPoint::default()
            },
            group: Label::default(),
            bar: value.map(|value| Bar {
                mark: if year == "2026" { ChartMark::PartYear } else { ChartMark::FullPeriod },
                value,
                soft: (year == "2019").then_some(60.0),
                is_open: year == "2019",
            }),
            value: label(words),
            frames: match year {
                "2020" => {
                    vec![TargetFrame {
                        value: 100.0,
                        upper: None,
                        label: label("~100"),
                        is_focused: false,
                        is_off_scale: false,
                    }]
                }
                "2024" => {
                    vec![TargetFrame {
                        value: 160.0,
                        upper: None,
                        label: label("160"),
                        is_focused: false,
                        is_off_scale: false,
                    }]
                }
                "2025" => {
                    vec![TargetFrame {
                        value: 200.0,
                        upper: None,
                        label: label("≥200"),
                        is_focused: true,
                        is_off_scale: false,
                    }]
                }
                _ => Vec::new(),
            },
            rivals: if year == "2018" { vec![40.0] } else { Vec::new() },
            differs: year == "2016",
        })
        .collect();
    Chart {
        title: label("Kazakhstan, vehicles a year, thousand|Vehicles a year, thousand"),
        axis: Axis {
            min: 0.0,
            max: 250.0,
            scale: ScaleKind::Linear,
            ticks: [0, 50, 100, 150, 200, 250].map(|tick| (f64::from(tick), tick.to_string())).to_vec(),
        },
        columns,
        lines: Vec::new(),
        years: None,
        projections: ChartProjections::default(),
        legend: vec![
            (ChartMark::FullPeriod, label("made")),
            (ChartMark::PartYear, label("part year")),
            (ChartMark::TargetFrame, label("promised")),
            (ChartMark::OtherSource, label("another source")),
        ],
        note: vec![run("* counts assembly kits too", Role::Muted)],
        narrow_note: Vec::new(),
    }
}
