//! Bars on one scale, and a stack of parts.

use crate::page::model::{LabelledBar, Role};
use crate::render::svg::canvas::{Anchor, Canvas, WIDTH, text_width};
use crate::render::svg::style;

/// Draws each bar with its label above it, all on one scale.
pub(super) fn draw(bars: &[LabelledBar], canvas: &mut Canvas) {
    let most = bars.iter().map(|bar| bar.value).fold(0.0, f64::max);
    for bar in bars {
        let y = canvas.bottom + 15.0;
        canvas.text((0.0, y), Anchor::Start, "", &bar.label);
        let class = format!("strong {}", style::fill_class(bar.role));
        canvas.text((text_width(&bar.label) + 12.0, y), Anchor::Start, class.trim_end(), &bar.words);
        let share = if most > 0.0 { bar.value / most } else { 0.0 };
        let (corner, end) = ((1.2, y + 9.0), ((WIDTH * share - 1.2).max(2.4), y + 31.0));
        // Targets are hollow.
        canvas.rect(corner, end, if bar.role == Role::Target { "bold s-target" } else { solid_class(bar.role) });
        canvas.bottom = y + 42.0;
    }
}

/// Draws the parts of a whole side by side, then the label of each.
pub(super) fn draw_stack(parts: &[LabelledBar], canvas: &mut Canvas) {
    let whole: f64 = parts.iter().map(|part| part.value).sum();
    let top = canvas.bottom + 4.0;
    let mut before = 0.0;
    for (index, part) in parts.iter().enumerate() {
        let share = if whole > 0.0 { part.value / whole } else { 0.0 };
        let class = format!("{}{}", solid_class(part.role), if index % 2 == 1 { " part" } else { "" });
        canvas.rect((WIDTH * before, top), (WIDTH * (before + share), top + 56.0), &class);
        before += share;
        let y = top + 80.0 + 22.0 * index as f64;
        canvas.rect((0.0, y - 11.0), (14.0, y + 1.0), &class);
        canvas.text((22.0, y), Anchor::Start, "", &part.label);
        canvas.text((22.0 + text_width(&part.label) + 12.0, y), Anchor::Start, "strong", &part.words);
        canvas.bottom = y + 8.0;
    }
}

fn solid_class(role: Role) -> &'static str {
    match style::fill_class(role) {
        "" => "f-past",
        "f-target" => "f-pledge",
        class => class,
    }
}
