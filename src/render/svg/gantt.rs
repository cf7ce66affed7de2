//! Milestones over time as SVG: the promised window, the window in which it happened, the verdict.

use crate::page::model::{Gantt, Lane};
use crate::render::look::glyphs;
use crate::render::look::theme::Glyphs;
use crate::render::svg::canvas::{Anchor, Canvas, LINE_HEIGHT, SvgPoint, WIDTH, wrap_words};
use crate::render::svg::style;

/// The first and the last point of the time scale, from the left.
const SCALE: (f64, f64) = (188.0, 508.0);
/// The left edge of the verdicts.
const VERDICT_X: f64 = 524.0;
/// The least distance between the names of years.
const MIN_YEAR_WIDTH: f64 = 40.0;

/// Draws lanes below what is drawn already.
pub(super) fn draw(gantt: &Gantt, canvas: &mut Canvas) {
    if gantt.lanes.is_empty() {
        return;
    }
    let top = canvas.bottom + 14.0;
    let heights: Vec<f64> = gantt.lanes.iter().map(lane_height).collect();
    let bottom = top + 10.0 + heights.iter().sum::<f64>();
    let mut last = f64::NEG_INFINITY;
    // The name of a year is in the middle of the year.
    for (at, label) in &gantt.ticks {
        if let Some(x) = time_x(gantt, *at) {
            canvas.line((x, top + 6.0), (x, bottom), "line s-faint");
        }
        let Some(x) = time_x(gantt, at + 0.5).filter(|x| x - last >= MIN_YEAR_WIDTH) else { continue };
        last = x;
        canvas.text((x, top), Anchor::Middle, "f-muted", label);
    }
    if let Some(x) = gantt.now.and_then(|now| time_x(gantt, now)) {
        canvas.line((x, top + 6.0), (x, bottom), "dashes s-muted");
    }
    let mut y = top + 10.0;
    for (lane, lane_height) in gantt.lanes.iter().zip(heights) {
        draw_lane(gantt, lane, y, lane_height, canvas);
        y += lane_height;
    }
    canvas.bottom = bottom + 6.0;
}

/// The lines at the left of a lane with their classes.
fn label_lines(lane: &Lane) -> Vec<(String, &'static str)> {
    let room = SCALE.0 - 16.0;
    let label = wrap_words(lane.label.long(), room).into_iter().map(|line| (line, ""));
    label.chain(wrap_words(lane.said.long(), room).into_iter().map(|line| (line, "f-muted"))).collect()
}

fn verdict_lines(lane: &Lane) -> Vec<String> {
    let text = format!("{} {}", glyphs::mark_glyph(lane.mark, Glyphs::Braille), lane.verdict.long());
    wrap_words(&text, WIDTH - VERDICT_X)
}

fn lane_height(lane: &Lane) -> f64 {
    LINE_HEIGHT * label_lines(lane).len().max(verdict_lines(lane).len()) as f64 + 10.0
}

fn draw_lane(gantt: &Gantt, lane: &Lane, top: f64, lane_height: f64, canvas: &mut Canvas) {
    for (row, (line, class)) in label_lines(lane).iter().enumerate() {
        canvas.text((0.0, top + 14.0 + LINE_HEIGHT * row as f64), Anchor::Start, class, line);
    }
    for (row, line) in verdict_lines(lane).iter().enumerate() {
        let at = (VERDICT_X, top + 14.0 + LINE_HEIGHT * row as f64);
        canvas.text(at, Anchor::Start, style::fill_class(lane.role), line);
    }
    let y = top + lane_height / 2.0 - 1.0;
    let span = |(from, to): (f64, f64)| (clamped_time_x(gantt, from), clamped_time_x(gantt, to));
    let happened = lane.happened.map(span);
    if let Some((from, to)) = lane.promised.map(span) {
        let end = happened.map(|(from, _)| from).or(lane.not_by.map(|at| clamped_time_x(gantt, at)));
        if let Some(end) = end.filter(|end| *end > to) {
            canvas.line((to, y), (end, y), "dots s-pledge");
        }
        draw_window((from, to), y, canvas);
    }
    if let Some((from, to)) = happened {
        // A window is a bar from dot to dot; of a day the dots coincide.
        canvas.rect((from, y - 3.0), (to, y + 3.0), "f-actual");
        canvas.dot((from, y), 5.0, "f-actual");
        canvas.dot((to, y), 5.0, "f-actual");
    } else if let Some(x) = lane.not_by.map(|at| clamped_time_x(gantt, at)) {
        canvas.line((x, y - 6.0), (x, y + 6.0), "bold s-bad");
    }
}

/// Draws the promised window as a line with ends; a short one as a diamond.
fn draw_window((from, to): SvgPoint, y: f64, canvas: &mut Canvas) {
    let class = "bold s-target";
    if to - from < 8.0 {
        let x = f64::midpoint(from, to);
        canvas.path(&[(x - 6.0, y), (x, y - 6.0), (x + 6.0, y), (x, y + 6.0), (x - 6.0, y)], class);
        return;
    }
    canvas.line((from, y), (to, y), class);
    for x in [from, to] {
        canvas.line((x, y - 6.0), (x, y + 6.0), class);
    }
}

/// The position of a time, from the left; none off the scale.
fn time_x(gantt: &Gantt, at: f64) -> Option<f64> {
    (gantt.from..=gantt.to).contains(&at).then(|| clamped_time_x(gantt, at))
}

/// The position of a time, or the nearer end of the scale.
fn clamped_time_x(gantt: &Gantt, at: f64) -> f64 {
    let share = (at - gantt.from) / (gantt.to - gantt.from);
    SCALE.0 + (SCALE.1 - SCALE.0) * if share.is_nan() { 0.0 } else { share.clamp(0.0, 1.0) }
}
