//! A column chart over time as SVG: solid and half-tone bars, open ends, targets as hollow frames, `?` without a value.

use crate::page::model::{Bar, Chart, ChartColumn, ChartMark, Label};
use crate::render::svg::canvas::{Anchor, Canvas, LINE_HEIGHT, SvgPoint, WIDTH, fitting_form, text_width};
use crate::render::svg::chart_frame::{ChartFrame, PLOT_HEIGHT};
use crate::render::svg::projections;

/// The largest distance from one column to the next.
const MAX_COLUMN_STEP: f64 = 110.0;

/// Draws a chart below what is drawn already.
pub(super) fn draw(chart: &Chart, canvas: &mut Canvas) {
    let top = canvas.bottom + 14.0;
    let titles = canvas.paragraph((0.0, top), WIDTH, "strong", chart.title.long());
    let legend = top + LINE_HEIGHT * titles + 4.0;
    let rows = draw_legend(chart, legend, canvas);
    // Room for a number above the highest column.
    let foot = legend + 20.0 * rows + 10.0 + PLOT_HEIGHT;
    let left = 12.0 + chart.axis.ticks.iter().map(|(_, label)| text_width(label)).fold(0.0, f64::max);
    let step = ((WIDTH - left) / chart.columns.len().max(1) as f64).min(MAX_COLUMN_STEP);
    let frame = ChartFrame { chart, left, foot, step, bar_width: (step * 0.62).min(62.0) };
    let right = left + step * chart.columns.len() as f64;
    for (value, label) in &chart.axis.ticks {
        let y = frame.y(*value);
        let class = if (y - frame.zero()).abs() < 0.01 { "line s-muted" } else { "line s-faint" };
        canvas.line((left, y), (right, y), class);
        canvas.text((left - 8.0, y + 4.0), Anchor::End, "f-muted", label);
    }
    for (index, column) in chart.columns.iter().enumerate() {
        draw_column(index, column, &frame, canvas);
    }
    projections::draw(chart, &frame, canvas);
    for (index, column) in chart.columns.iter().enumerate() {
        draw_numbers(index, column, &frame, canvas);
    }
    let groups = u8::from(chart.columns.iter().any(|column| !column.group.long().is_empty()));
    canvas.bottom = foot + 24.0 + LINE_HEIGHT * f64::from(groups);
}

/// Draws the legend. Returns the number of its rows.
fn draw_legend(chart: &Chart, top: f64, canvas: &mut Canvas) -> f64 {
    let (mut x, mut y) = (0.0, top);
    for (mark, label) in &chart.legend {
        let width = 22.0 + text_width(label.long()) + 18.0;
        if x > 0.0 && x + width > WIDTH {
            (x, y) = (0.0, y + 20.0);
        }
        projections::draw_legend_symbol(*mark, (x, y), canvas);
        canvas.text((x + 22.0, y + 4.0), Anchor::Start, "f-muted", label.long());
        x += width;
    }
    if chart.legend.is_empty() { 0.0 } else { (y - top) / 20.0 + 1.0 }
}

/// Draws the bar, the lines of other sources, the frames of targets.
fn draw_column(index: usize, column: &ChartColumn, frame: &ChartFrame<'_>, canvas: &mut Canvas) {
    let middle = frame.middle(index);
    let (left, right) = (middle - frame.bar_width / 2.0, middle + frame.bar_width / 2.0);
    let zero = frame.zero();
    let end = column.bar.map_or(zero, |bar| frame.y(bar.value));
    let is_beyond = |y: f64| if end <= zero { y > end && y <= zero } else { y < end && y >= zero };
    if let Some(bar) = column.bar {
        canvas.rect((left, end.min(zero)), (right, end.max(zero)), bar_class(bar, column.data_point.is_focused));
        if let Some(soft) = bar.soft {
            let soft = frame.y(soft);
            canvas.rect((left, soft.min(end)), (right, soft.max(end)), "hint f-past s-past");
        }
        if bar.is_open {
            draw_open_end((middle, end), canvas);
        }
    }
    for rival in &column.rivals {
        let y = frame.y(*rival);
        let class = if is_beyond(y) { "dashes s-across" } else { "dashes s-contested" };
        canvas.line((left - 2.0, y), (right + 2.0, y), class);
    }
    for target in column.frames.iter().filter(|target| !target.is_off_scale) {
        let (y, out) = (frame.y(target.value), 4.0);
        let class = if target.is_focused { "bold s-target" } else { "line s-pledge" };
        let (left, right) = (left - out, right + out);
        let foot = target.upper.map_or(zero, |_| y);
        let y = target.upper.map_or(y, |upper| frame.y(upper));
        canvas.path(&[(left, foot), (left, y), (right, y), (right, foot)], class);
        if target.upper.is_some() {
            canvas.line((left, foot), (right, foot), class);
        }
        if is_beyond(y) {
            canvas.line((left + out, y), (right - out, y), "line s-across");
        }
    }
}

/// Marks a value that may be higher.
fn draw_open_end((middle, top): SvgPoint, canvas: &mut Canvas) {
    for side in [-10.0, 0.0, 10.0] {
        let x = middle + side;
        canvas.path(&[(x - 4.0, top - 2.0), (x, top - 6.0), (x + 4.0, top - 2.0)], "brow s-past");
    }
}

fn bar_class(bar: Bar, is_focused: bool) -> &'static str {
    match (bar.mark, is_focused) {
        (ChartMark::PartYear, true) => "part f-actual",
        (ChartMark::PartYear, false) => "part f-past",
        (ChartMark::RestOfYear | ChartMark::Projected, _) => "hint f-contested s-contested",
        (_, true) => "f-actual",
        (_, false) => "f-past",
    }
}

/// Writes the numbers from the zero line outward, then the name below the column.
fn draw_numbers(index: usize, column: &ChartColumn, frame: &ChartFrame<'_>, canvas: &mut Canvas) {
    /// The least distance between two numbers.
    const NUMBER_STEP: f64 = 14.0;
    let middle = frame.middle(index);
    let room = frame.step - 2.0;
    let zero = frame.zero();
    let top = column.bar.map_or(zero, |bar| frame.y(bar.value));
    let mut free = zero - if column.bar.is_some_and(|bar| bar.is_open) { 9.0 } else { 5.0 };
    let mut free_below = zero + NUMBER_STEP;
    let mut numbers: Vec<(f64, String, &str)> = Vec::new();
    let value = fitting_text(&column.value, room, if column.differs { "*" } else { "" });
    let inside = column.bar.and_then(|bar| number_inside(column, bar, &value, frame));
    if let Some((y, class)) = inside {
        canvas.text((middle, y), Anchor::Middle, class, &value);
        free = top - 5.0;
    } else {
        let class = if column.bar.is_some() { "" } else { "f-missing" };
        numbers.push((column.bar.map_or(frame.chart.axis.min.max(0.0), |bar| bar.value), value, class));
    }
    for estimate in frame.chart.projections.estimates.iter().filter(|estimate| estimate.column == index) {
        numbers.push((estimate.value, fitting_text(&estimate.label, room, ""), "f-contested"));
    }
    for target in &column.frames {
        let class = if target.is_focused { "strong f-target" } else { "f-pledge" };
        numbers.push((target.value, fitting_text(&target.label, room, ""), class));
    }
    numbers.sort_by(|(one, ..), (other, ..)| one.abs().total_cmp(&other.abs()));
    for (value, words, class) in numbers.into_iter().filter(|(_, words, _)| !words.is_empty()) {
        let open = if column.bar.is_some_and(|bar| bar.is_open && bar.value >= value) { 9.0 } else { 5.0 };
        let y = if value < 0.0 {
            let y = (frame.y(value) + NUMBER_STEP).max(free_below);
            free_below = y + NUMBER_STEP;
            y
        } else {
            let y = (frame.y(value) - open).min(free);
            free = y - NUMBER_STEP;
            y
        };
        let small = if text_width(&words) > room { " small" } else { "" };
        canvas.text((middle, y), Anchor::Middle, format!("halo {class}{small}").trim_end(), &words);
    }
    let name = fitting_form(&column.data_point.label, room);
    // Where names are wider than columns, every second one is written.
    if text_width(name) <= room || index.is_multiple_of(2) || column.data_point.is_focused {
        let class = if column.data_point.is_focused { "strong" } else { "f-muted" };
        canvas.text((middle, frame.foot + 17.0), Anchor::Middle, class, name);
    }
    let group = fitting_form(&column.group, room);
    canvas.text((middle, frame.foot + 17.0 + LINE_HEIGHT), Anchor::Middle, "f-muted", group);
}

/// The baseline and class of a number inside its bar, below the lines across it; none where there is no room.
fn number_inside(column: &ChartColumn, bar: Bar, words: &str, frame: &ChartFrame<'_>) -> Option<(f64, &'static str)> {
    let class = match text_width(words) {
        width if width <= frame.bar_width => "strong f-ground",
        width if width * 0.85 <= frame.bar_width => "strong small f-ground",
        _ => return None,
    };
    let across = column.frames.iter().map(|target| target.value).chain(column.rivals.iter().copied());
    let mut y = frame.y(bar.value) + 15.0;
    let mut lines: Vec<f64> = across.map(|value| frame.y(value)).collect();
    lines.sort_by(f64::total_cmp);
    for line in lines {
        if (y - 13.0..y + 4.0).contains(&line) {
            y = line + 15.0;
        }
    }
    (bar.mark == ChartMark::FullPeriod && bar.value > 0.0 && y + 5.0 <= frame.zero()).then_some((y, class))
}

/// The form of a number that fits with a sign after it.
fn fitting_text(label: &Label, room: f64, sign: &str) -> String {
    let words = fitting_form(label, room - text_width(sign));
    if words.is_empty() { String::new() } else { format!("{words}{sign}") }
}
