//! Draws a scene of a talk over the whole screen: the sentence in large type, the verdict, the chart, the source.
//!
//! `layout` says where everything lies and how large it can be; `letters` draws large type, `bars` thick bars, `over` what
//! lies over a scene: the list of scenes, the keys.

mod bars;
pub mod check;
mod layout;
pub(super) mod letters;
mod over;

use std::rc::Rc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use super::gantt::Spacing;
use super::geometry::Geometry;
use super::paint::Pen;
use super::{chart, gantt, map, prose, table, trend};
use crate::page::Body;
use crate::page::chrome::Hint;
use crate::page::prose::{Role, Run};
use crate::page::scene::Scene;
use crate::page::table::{Row, Table};
use crate::render::fitting::Widths;
use crate::render::measure::fit_or_cut;
use crate::render::theme::{Paint, Tone};
use crate::render::wrap;
pub use layout::{Cut, Lead};
use layout::{Places, Set, Words};

/// What is on the screen during a talk.
#[derive(Debug, Clone, Copy)]
pub struct Stage<'a> {
    /// The scene with everything, by which the places go.
    pub whole: &'a Scene,
    /// As much of it as is shown by now.
    pub shown: &'a Scene,
    /// Which scene it is, in words: "3 / 14".
    pub count: &'a str,
    /// Which words lead.
    pub lead: Lead,
    /// The point that is lit, the rest dimmed.
    pub spot: Option<usize>,
    /// What lies over it.
    pub cover: Cover<'a>,
    /// Keys that were pressed, or a number that is being typed; may be empty.
    pub keys: &'a str,
}

/// What lies over a scene.
#[derive(Debug, Clone, Copy)]
pub enum Cover<'a> {
    /// Nothing.
    None,
    /// Nothing is shown at all.
    Blank,
    /// The list of scenes: its heading, the scenes, the chosen one.
    Scenes(&'a str, &'a [Scene], usize),
    /// The keys: their heading, the keys.
    Keys(&'a str, &'a [Hint]),
}

/// Draws what is on the screen. Any area is survived, 0×0 too.
pub fn stage(stage: &Stage<'_>, paint: &Paint, area: Rect, buf: &mut Buffer) {
    let area = area.intersection(buf.area);
    if area.is_empty() {
        return;
    }
    let pen = &mut Pen { paint: *paint, buf };
    pen.flood(area);
    match stage.cover {
        Cover::None => scene(stage, area, pen),
        Cover::Blank => {}
        Cover::Scenes(heading, scenes, chosen) => over::scenes(heading, scenes, chosen, area, pen),
        Cover::Keys(heading, keys) => over::keys(heading, keys, area, pen),
    }
    if !stage.keys.is_empty() {
        over::pressed(stage.keys, area, pen);
    }
}

/// The scene of the list that lies at a row of the screen.
#[must_use]
pub fn scene_at(count: usize, chosen: usize, area: Rect, row: u16) -> Option<usize> {
    over::scene_at(count, chosen, area, row)
}

fn scene(stage: &Stage<'_>, area: Rect, pen: &mut Pen<'_>) {
    let places = layout::places(stage.whole, stage.count, (pen.paint, stage.lead), area);
    pen.text(places.title, &stage.shown.title, pen.role(Role::Muted));
    pen.text_right(places.count, stage.count, pen.role(Role::Muted));
    pen.text(places.count, fit_or_cut(&stage.whole.day, area.width / 3), pen.role(Role::Caution));
    words(&places.sentence, pen);
    if stage.lead == Lead::Number && stage.whole.number.is_some() {
        caption(stage.whole, &places, pen);
    }
    if let (Some(at), Some(verdict)) = (&places.verdict, &stage.shown.verdict) {
        match &at.set {
            Set::Large(..) => words(at, pen),
            Set::Plain => {
                let used = pen.text(at.area, pen.mark(verdict.mark), pen.role(verdict.role)) + 1;
                let rest = Rect { x: at.area.x + used, width: at.area.width.saturating_sub(used), ..at.area };
                pen.runs(rest, &at.runs);
            }
        }
    }
    if let Some(body) = &stage.shown.body {
        picture(body, stage.whole.body.as_ref(), stage.spot, places.body, pen);
    }
    if let Some(source) = &stage.whole.source {
        pen.text(places.source, fit_or_cut(source, places.source.width), pen.role(Role::Muted));
    }
}

fn words(words: &Words, pen: &mut Pen<'_>) {
    match &words.set {
        Set::Large(setting, size) => letters::letters(setting, *size, words.area, pen),
        Set::Plain => {
            let runs = layout::heavy(&words.runs);
            let (room, _) = wrap::balance(&runs, words.area.width);
            let lines = wrap::wrap(&runs, 0, 0, room);
            for (row, pieces) in lines.iter().take(usize::from(words.area.height)).enumerate() {
                let y = words.area.y + u16::try_from(row).unwrap_or(0);
                prose::pieces_at(pieces, Rect { y, height: 1, ..words.area }, pen);
            }
        }
    }
}

/// The sentence under the large number.
fn caption(whole: &Scene, places: &Places, pen: &mut Pen<'_>) {
    let y = places.sentence.area.bottom() + 1;
    let below = places.verdict.as_ref().map_or(places.body.y, |verdict| verdict.area.y);
    let area = Rect { y, height: below.saturating_sub(y), ..places.sentence.area };
    words(&Words { area, set: Set::Plain, runs: whole.sentence.clone() }, pen);
}

/// The picture; where a point is lit, everything else is dimmed.
fn picture(body: &Body, whole: Option<&Body>, spot: Option<usize>, area: Rect, pen: &mut Pen<'_>) {
    if area.is_empty() {
        return;
    }
    let lit = match (body, whole) {
        (Body::Chart(chart), _) => {
            chart::chart(chart, spot, area, pen);
            let geometry = Geometry::of(chart, spot, area);
            spot.and_then(|spot| geometry.slot_of(spot)).map(|slot| vec![slot, geometry.readout])
        }
        (Body::Gantt(gantt, _), _) => {
            gantt::lanes(gantt, (Spacing::Wide, spot), area, pen);
            let y = spot.map(|spot| gantt::row_of(gantt, Spacing::Wide, spot, area)).filter(|y| *y < area.bottom());
            y.map(|y| vec![Rect { y, height: 1, ..area }])
        }
        (Body::Trend(trend, _), _) => {
            trend::alone(trend, spot, area, pen);
            let lit = trend::spots_alone(trend, area).into_iter().find(|(place, _)| Some(*place) == spot);
            lit.map(|(_, lit)| vec![lit])
        }
        (Body::Table(table), Some(Body::Table(whole))) => {
            rows(table, whole, area, pen);
            lit_row(spot, whole, area)
        }
        (Body::Map(map), _) => {
            map::map(map, area, pen);
            None
        }
        (Body::Prose(blocks), _) => {
            for block in blocks.iter().filter(|block| layout::is_bars(block)).take(1) {
                bars::bars(block, area, pen);
            }
            None
        }
        _ => None,
    };
    if let (Some(lit), Some(_)) = (lit, spot) {
        dim(area, &lit, pen);
    }
}

/// The rows of a table, whose columns are as wide as those of the whole one; an empty line between them where there is room.
fn rows(table: &Table, whole: &Table, area: Rect, pen: &mut Pen<'_>) {
    let heads = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let mut padded = whole.clone();
    for row in padded.rows.iter_mut().skip(table.rows.len()) {
        Rc::make_mut(row).cells.clear();
    }
    if step_of(whole, area) == 2 {
        let empty = || Rc::new(Row::heading(""));
        padded.rows = padded.rows.into_iter().flat_map(|row| [empty(), row]).collect();
    }
    let shown = usize::from(heads.height).min(padded.rows.len());
    let rows = super::layout::Rows { area: heads, first: 0, shown, top: heads.y, chosen: None };
    table::table((&padded, &Widths::of(whole)), &rows, area, pen);
}

/// Rows of the screen from one row of a table to the next.
fn step_of(whole: &Table, area: Rect) -> u16 {
    if usize::from(area.height) > 2 * whole.rows.len() { 2 } else { 1 }
}

/// The row of the screen of a row of a table.
fn lit_row(spot: Option<usize>, whole: &Table, area: Rect) -> Option<Vec<Rect>> {
    let place = u16::try_from(spot?).ok()?.checked_add(1)?;
    let y = area.y.checked_add(place.checked_mul(step_of(whole, area))?)?;
    (y < area.bottom()).then_some(vec![Rect { y, height: 1, ..area }])
}

/// Dims everything but what is lit.
fn dim(area: Rect, lit: &[Rect], pen: &mut Pen<'_>) {
    let faint = pen.tone(Tone::Faint);
    for at in area.positions() {
        if lit.iter().any(|lit| lit.contains(at)) {
            continue;
        }
        let ground = pen.over(Tone::Ground, Tone::Faint);
        let own = pen.ground().bg.unwrap_or_default();
        if let Some(cell) = pen.buf.cell_mut(at) {
            // A line across a bar stands on a ground of its own.
            let inked = cell.bg != own && pen.paint.is_colored();
            cell.modifier = Modifier::empty();
            cell.set_style(if inked { ground } else { faint });
        }
    }
}

/// Runs as one text.
pub(super) fn text_of(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}
