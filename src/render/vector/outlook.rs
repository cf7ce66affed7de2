//! What is worked out and not reported, never in full ink; and the signs of a legend.

use super::canvas::{At, Canvas};
use super::columns::Frame;
use crate::page::chart::{Chart, Ink};

/// Estimates, projections, the pace that the promise needs.
pub(super) fn draw(chart: &Chart, frame: &Frame<'_>, canvas: &mut Canvas) {
    for estimate in &chart.outlook.estimates {
        let middle = frame.middle(estimate.column);
        let (left, right) = (middle - frame.wide / 2.0, middle + frame.wide / 2.0);
        let bar = chart.columns.get(estimate.column).and_then(|column| column.bar);
        let from = if estimate.ink == Ink::Rest { bar.map_or(chart.axis.min, |bar| bar.value) } else { chart.axis.min };
        canvas.rect((left, frame.y(estimate.value)), (right, frame.y(from)), "hint f-contested s-contested");
        if let Some((low, high)) = estimate.range {
            let (low, high) = (frame.y(low), frame.y(high));
            canvas.line((middle, low), (middle, high), "line s-contested");
            for y in [low, high] {
                canvas.line((middle - 5.0, y), (middle + 5.0, y), "line s-contested");
            }
        }
    }
    let pace: Vec<At> =
        chart.outlook.pace.iter().map(|(place, value)| (frame.middle(*place), frame.y(*value))).collect();
    if pace.len() > 1 {
        canvas.path(&pace, "dots s-pledge");
    }
}

/// The sign of an ink, in a square that begins at a point and is as high as words are.
pub(super) fn sign(ink: Ink, (x, y): At, canvas: &mut Canvas) {
    let (top, bottom, right) = (y - 6.0, y + 5.0, x + 14.0);
    match ink {
        Ink::Full => canvas.rect((x, top), (right, bottom), "f-past"),
        Ink::Part => canvas.rect((x, top), (right, bottom), "part f-past"),
        Ink::Rest | Ink::Projected => canvas.rect((x, top), (right, bottom), "hint f-contested s-contested"),
        Ink::Promised | Ink::Goal => {
            canvas.path(&[(x, bottom), (x, top), (right, top), (right, bottom)], "bold s-target");
        }
        Ink::Pace => canvas.line((x, y), (right, y), "dots s-pledge"),
        Ink::Rival => canvas.line((x, y), (right, y), "dashes s-contested"),
        Ink::Level => canvas.line((x, y), (right, y), "line s-past"),
        Ink::Dot(_) | Ink::Hollow(_) => canvas.dot((x + 7.0, y), 4.0, "f-past"),
    }
}
