//! Estimates, projections and the required pace of a chart as SVG, all lighter than reported values; legend symbols.

use crate::page::model::{Chart, ChartMark};
use crate::render::svg::canvas::{Canvas, SvgPoint};
use crate::render::svg::chart_frame::ChartFrame;

pub(super) fn draw(chart: &Chart, frame: &ChartFrame<'_>, canvas: &mut Canvas) {
    for estimate in &chart.projections.estimates {
        let middle = frame.middle(estimate.column);
        let (left, right) = (middle - frame.bar_width / 2.0, middle + frame.bar_width / 2.0);
        let bar = chart.columns.get(estimate.column).and_then(|column| column.bar);
        let from = if estimate.mark == ChartMark::RestOfYear {
            bar.map_or(frame.zero(), |bar| frame.y(bar.value))
        } else {
            frame.zero()
        };
        let y = frame.y(estimate.value);
        canvas.rect((left, y.min(from)), (right, y.max(from)), "hint f-contested s-contested");
        if let Some((low, high)) = estimate.range {
            canvas.line((middle, frame.y(low)), (middle, frame.y(high)), "line s-contested");
            // A range beyond the axis has no end.
            for end in [low, high].into_iter().filter(|end| (chart.axis.min..=chart.axis.max).contains(end)) {
                let y = frame.y(end);
                canvas.line((middle - 5.0, y), (middle + 5.0, y), "line s-contested");
            }
        }
    }
    let pace: Vec<SvgPoint> =
        chart.projections.pace.iter().map(|(place, value)| (frame.middle(*place), frame.y(*value))).collect();
    if pace.len() > 1 {
        canvas.path(&pace, "dots s-pledge");
    }
}

/// Draws the symbol of a chart mark, 14 pixels wide and as high as text; `y` is its middle.
pub(super) fn draw_legend_symbol(mark: ChartMark, (x, y): SvgPoint, canvas: &mut Canvas) {
    let (top, bottom, right) = (y - 6.0, y + 5.0, x + 14.0);
    match mark {
        ChartMark::FullPeriod => canvas.rect((x, top), (right, bottom), "f-past"),
        ChartMark::PartYear => canvas.rect((x, top), (right, bottom), "part f-past"),
        ChartMark::RestOfYear | ChartMark::Projected => {
            canvas.rect((x, top), (right, bottom), "hint f-contested s-contested");
        }
        ChartMark::TargetFrame | ChartMark::TargetDot => {
            canvas.path(&[(x, bottom), (x, top), (right, top), (right, bottom)], "bold s-target");
        }
        ChartMark::Pace => canvas.line((x, y), (right, y), "dots s-pledge"),
        ChartMark::OtherSource => canvas.line((x, y), (right, y), "dashes s-contested"),
        ChartMark::Level => canvas.line((x, y), (right, y), "line s-past"),
        ChartMark::Dot(_) | ChartMark::HollowDot(_) => canvas.dot((x + 7.0, y), 4.0, "f-past"),
    }
}
