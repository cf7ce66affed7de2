//! Draws what covers a scene: the list of scenes, the list of keys, the pressed keys.

use ratatui::layout::Rect;
use ratatui::style::Modifier;

use crate::page::model::{KeyHint, Role};
use crate::page::talk::TalkScene;
use crate::render::tui::pen::{Pen, right_of};
use crate::render::typeset::measure::{fit_or_cut, plain_text, width};

/// The layout of a list below its heading.
struct ListLayout {
    rows: Rect,
    /// Index of the first visible entry.
    first: usize,
    /// Lines from one entry to the next.
    step: u16,
}

fn list_layout(count: usize, chosen: usize, area: Rect) -> ListLayout {
    let margin = (area.width / 30).clamp(u16::from(area.width >= 20), 6);
    let top = if area.height >= 12 { 3 } else { 1 };
    let rows = Rect {
        x: area.x + margin,
        y: area.y + top,
        width: area.width - 2 * margin,
        height: area.height.saturating_sub(top + u16::from(area.height >= 12)),
    };
    let step = if usize::from(rows.height) >= 2 * count { 2 } else { 1 };
    let seen = usize::from(rows.height / step);
    let first = chosen.saturating_sub(seen / 2).min(count.saturating_sub(seen));
    ListLayout { rows, first, step }
}

/// Index of the scene of the list at a row of the screen, given the number of scenes and the chosen one.
pub fn scene_at(count: usize, chosen: usize, area: Rect, row: u16) -> Option<usize> {
    let ListLayout { rows, first, step } = list_layout(count, chosen, area);
    let inside = (rows.y..rows.bottom()).contains(&row);
    let place = first + usize::from(row.saturating_sub(rows.y) / step);
    (inside && place < count).then_some(place)
}

pub(super) fn draw_scene_list(heading: &str, scenes: &[TalkScene], chosen: usize, area: Rect, pen: &mut Pen<'_>) {
    let ListLayout { rows, first, step } = list_layout(scenes.len(), chosen, area);
    draw_heading(heading, rows, area, pen);
    let longest = scenes.iter().map(|scene| width(&scene.title)).max().unwrap_or(0);
    let lines = (rows.y..rows.bottom()).step_by(usize::from(step));
    for (row, (place, scene)) in lines.zip(scenes.iter().enumerate().skip(first)) {
        let is_chosen = place == chosen;
        let at = Rect { y: row, height: 1, ..rows };
        pen.text(at, if is_chosen { pen.pick("▸", "►", ">") } else { " " }, pen.role(Role::Key));
        let number = Rect { x: at.x + 2, width: 3.min(at.width.saturating_sub(2)), ..at };
        pen.text_right(number, &format!("{}", place + 1), pen.role(Role::Muted));
        let name = right_of(at, 7);
        let style = pen.role(if is_chosen { Role::Strong } else { Role::Plain });
        let style = if is_chosen { style.add_modifier(Modifier::REVERSED) } else { style };
        pen.text(name, &scene.title, style);
        let sentence = right_of(name, longest + 3);
        if sentence.width >= 20 {
            pen.text(sentence, &plain_text(&scene.sentence), pen.role(Role::Muted));
        }
    }
}

pub(super) fn draw_keys(heading: &str, keys: &[KeyHint], area: Rect, pen: &mut Pen<'_>) {
    let ListLayout { rows, .. } = list_layout(keys.len(), 0, area);
    draw_heading(heading, rows, area, pen);
    let longest = keys.iter().map(|hint| width(hint.keys.long())).max().unwrap_or(0).min(rows.width / 2);
    for (row, hint) in (rows.y..rows.bottom()).zip(keys) {
        let at = Rect { y: row, height: 1, ..rows };
        pen.text(Rect { width: longest, ..at }, fit_or_cut(&hint.keys, longest), pen.role(Role::Key));
        pen.text(right_of(at, longest + 2), &hint.action, pen.role(Role::Plain));
    }
}

fn draw_heading(heading: &str, rows: Rect, area: Rect, pen: &mut Pen<'_>) {
    let y = if rows.y > area.y + 1 { area.y + 1 } else { area.y };
    pen.text(Rect { y, height: 1, ..rows }, heading, pen.role(Role::Heading));
}

/// Draws pressed keys in the lower right corner.
pub(super) fn draw_pressed_keys(keys: &str, area: Rect, pen: &mut Pen<'_>) {
    let words = format!(" {keys} ");
    let cells = pen.cells(&words).min(area.width);
    let y = area.bottom().saturating_sub(if area.height >= 20 { 3 } else { 2 }).max(area.y);
    let at = Rect { x: area.right() - cells, y, width: cells, height: 1 };
    pen.text(at, &words, pen.role(Role::Strong).add_modifier(Modifier::REVERSED));
}
