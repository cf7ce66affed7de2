//! Random column charts, for the tests that read the drawn marks back into values.

use proptest::prelude::*;

use crate::page::model::{
    Axis, Bar, Chart, ChartColumn, ChartMark, ChartProjections, DataPoint, Estimate, Label, ScaleKind, TargetFrame,
};

/// Marks of one column, in fractions of the axis.
#[derive(Debug, Clone)]
pub(super) struct Marks {
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
pub(super) fn chart(columns: &[Marks], below: i32, above: i32) -> Chart {
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
        narrow_note: Vec::new(),
    }
}

pub(super) fn columns() -> impl Strategy<Value = Vec<Marks>> {
    prop::collection::vec(marks(), 1..12)
}

/// Steps of the axis below and above zero.
pub(super) fn steps() -> impl Strategy<Value = (i32, i32)> {
    prop_oneof![Just((0, 5)), Just((5, 0)), (1..4i32, 1..4i32)]
}
