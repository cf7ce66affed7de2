//! Thick bars for a talk, on one scale, each below its label.

use ratatui::layout::Rect;
use ratatui::style::Modifier;

use crate::page::model::{Block, LabelledBar, Role};
use crate::render::tui::pen::{Pen, right_of};
use crate::render::tui::prose::part_symbol;
use crate::render::typeset::scale::cells;

/// The rows that a block needs.
pub(super) fn min_rows(block: &Block) -> u16 {
    let count = |bars: &[LabelledBar]| u16::try_from(bars.len()).unwrap_or(u16::MAX);
    match block {
        Block::Bars(bars) => count(bars).saturating_mul(2),
        Block::Stack(parts) => count(parts).saturating_add(2),
        _ => 1,
    }
}

pub(super) fn draw(block: &Block, area: Rect, pen: &mut Pen<'_>) {
    match block {
        Block::Bars(bars) => draw_bars(bars, area, pen),
        Block::Stack(parts) => draw_stack(parts, area, pen),
        _ => {}
    }
}

fn draw_bars(bars: &[LabelledBar], area: Rect, pen: &mut Pen<'_>) {
    let count = u16::try_from(bars.len()).unwrap_or(u16::MAX).max(1);
    let each = (area.height / count).clamp(2, 10);
    let most = bars.iter().map(|bar| bar.value).fold(0.0, f64::max);
    for (place, bar) in bars.iter().enumerate() {
        let y = area.y + u16::try_from(place).unwrap_or(u16::MAX).saturating_mul(each);
        if y + 1 >= area.bottom() {
            break;
        }
        let at = Rect { y, height: 1, ..area };
        let used = pen.text(at, &bar.label, pen.role(Role::Plain)) + 2;
        pen.text(right_of(at, used), &bar.words, pen.role(bar.role).add_modifier(Modifier::BOLD));
        let long = if most > 0.0 { cells(bar.value, most, area.width) } else { 0 };
        let thick = each.saturating_sub(2).max(1);
        let solid = Rect { y: y + 1, width: long, height: thick, ..area }.intersection(area);
        pen.fill(solid, pen.pick("█", "█", "#"), pen.role(bar.role).remove_modifier(Modifier::BOLD));
    }
}

/// Draws the parts of a whole side by side, then the label of each.
fn draw_stack(parts: &[LabelledBar], area: Rect, pen: &mut Pen<'_>) {
    let whole: f64 = parts.iter().map(|part| part.value).sum();
    let lines = u16::try_from(parts.len()).unwrap_or(u16::MAX);
    let thick = area.height.saturating_sub(lines + 1).clamp(1, 12);
    let mut before = 0.0;
    for (place, part) in parts.iter().enumerate() {
        let symbol = part_symbol(place, pen);
        let style = pen.role(part.role).remove_modifier(Modifier::BOLD);
        let from = cells(before, whole.max(f64::MIN_POSITIVE), area.width);
        before += part.value;
        let to = cells(before, whole.max(f64::MIN_POSITIVE), area.width);
        let solid = Rect { x: area.x + from, width: to.saturating_sub(from), height: thick, ..area };
        pen.fill(solid.intersection(area), symbol, style);
        let y = area.y + thick + 1 + u16::try_from(place).unwrap_or(u16::MAX);
        if y < area.bottom() {
            let at = Rect { y, height: 1, ..area };
            pen.text(at, symbol, style);
            let used = 4 + pen.text(right_of(at, 2), &part.label, pen.role(Role::Plain));
            pen.text(right_of(at, used), &part.words, pen.role(part.role).add_modifier(Modifier::BOLD));
        }
    }
}
