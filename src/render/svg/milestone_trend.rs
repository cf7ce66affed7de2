//! A milestone trend chart as SVG: the day of each statement against its promised date; they are equal on the dotted line.

use crate::page::model::{MilestoneTrend, TrendPoint};
use crate::render::svg::canvas::{Anchor, Canvas, SvgPoint, WIDTH, text_width};

const LEFT: f64 = 52.0;
const PLOT_HEIGHT: f64 = 230.0;

/// Draws the statements below what is drawn already.
pub(super) fn draw(trend: &MilestoneTrend, canvas: &mut Canvas) {
    let top = canvas.bottom + 30.0;
    let foot = top + PLOT_HEIGHT;
    let right = WIDTH - 16.0;
    let x = |at: f64| LEFT + share(at, trend.said) * (right - LEFT);
    let y = |at: f64| foot - share(at, trend.due) * PLOT_HEIGHT;
    canvas.text((0.0, top - 14.0), Anchor::Start, "f-muted", trend.axes.1.long());
    canvas.text((right, foot + 36.0), Anchor::End, "f-muted", trend.axes.0.long());
    let mut last = f64::NEG_INFINITY;
    // The name of a year is in the middle of the year.
    for (at, label) in &trend.ticks {
        let middle = at + 0.5;
        if (trend.due.0..=trend.due.1).contains(at) {
            canvas.line((LEFT, y(*at)), (right, y(*at)), "line s-faint");
        }
        if (trend.due.0..=trend.due.1).contains(&middle) {
            canvas.text((LEFT - 8.0, y(middle) + 4.0), Anchor::End, "f-muted", label);
        }
        if (trend.said.0..=trend.said.1).contains(at) {
            canvas.line((x(*at), foot), (x(*at), foot + 5.0), "line s-muted");
        }
        if (trend.said.0..=trend.said.1).contains(&middle) && x(middle) - last >= 40.0 {
            last = x(middle);
            canvas.text((last, foot + 19.0), Anchor::Middle, "f-muted", label);
        }
    }
    canvas.line((LEFT, foot), (right, foot), "line s-muted");
    let (from, to) = (trend.said.0.max(trend.due.0), trend.said.1.min(trend.due.1));
    if from < to {
        canvas.line((x(from), y(from)), (x(to), y(to)), "dots s-muted");
    }
    let mut steps: Vec<SvgPoint> = Vec::new();
    for point in &trend.points {
        steps.extend(steps.last().map(|(_, before)| (x(point.said), *before)));
        steps.push((x(point.said), y(f64::midpoint(point.due.0, point.due.1))));
    }
    canvas.path(&steps, "bold s-pledge");
    let mut before: Option<SvgPoint> = None;
    for point in &trend.points {
        let at = (x(point.said), y(f64::midpoint(point.due.0, point.due.1)));
        canvas.line((at.0, y(point.due.0)), (at.0, y(point.due.1)), "line s-target");
        let class = if point.chosen { "f-target" } else { "f-pledge" };
        canvas.dot(at, if point.chosen { 6.0 } else { 4.5 }, class);
        draw_label(point, at, before, canvas);
        before = Some(at);
    }
    canvas.bottom = foot + 44.0;
}

/// Writes the promised date left of its point, unless the line from the previous point is there; else above it.
fn draw_label(point: &TrendPoint, at: SvgPoint, before: Option<SvgPoint>, canvas: &mut Canvas) {
    let words = point.label.long();
    let is_free = before.is_none_or(|before| (before.1 - at.1).abs() > 14.0) && at.0 - 12.0 - text_width(words) > LEFT;
    let class = if point.chosen { "halo strong f-target" } else { "halo" };
    if is_free {
        canvas.text((at.0 - 12.0, at.1 + 4.0), Anchor::End, class, words);
    } else {
        let end = at.0 + text_width(words) > WIDTH;
        let (x, anchor) = if end { (at.0 + 6.0, Anchor::End) } else { (at.0 - 4.0, Anchor::Start) };
        canvas.text((x, at.1 - 10.0), anchor, class, words);
    }
}

fn share(at: f64, (from, to): (f64, f64)) -> f64 {
    let share = (at - from) / (to - from);
    if share.is_nan() { 0.0 } else { share.clamp(0.0, 1.0) }
}
