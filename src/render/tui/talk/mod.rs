//! Draws a scene of a talk over the whole screen: the sentence in large type, the verdict, the chart, the source.
//!
//! `layout` says where everything lies and how large it can be; `letters` draws large type, `bars` thick bars, `over` what
//! lies over a scene: the list of scenes, the keys.

pub mod check;

mod bars;
mod layout;
mod scene_list;

use std::rc::Rc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use crate::page::model::chrome::KeyHint;
use crate::page::model::page::PanelBody;
use crate::page::model::rich_text::{Role, TextRun};
use crate::page::model::table::{Table, TableRow};
use crate::page::talk::TalkScene;
use crate::render::look::theme::{Paint, Tone};
use crate::render::tui::chart::gantt::{self, Spacing};
use crate::render::tui::chart::geometry::Geometry;
use crate::render::tui::chart::{self, map, milestone_trend};
use crate::render::tui::pen::Pen;
use crate::render::tui::talk::layout::{Lettering, PlacedText, SceneLayout};
use crate::render::tui::{prose, table};
use crate::render::typeset::column_widths::ColumnWidths;
use crate::render::typeset::measure::fit_or_cut;
use crate::render::typeset::wrap;

pub use crate::render::tui::talk::layout::{CutPart, LeadText};

/// What is on the screen during a talk.
#[derive(Debug, Clone, Copy)]
pub struct TalkScreen<'a> {
    /// The scene with everything, by which the places go.
    pub whole: &'a TalkScene,
    /// As much of it as is shown by now.
    pub shown: &'a TalkScene,
    /// Which scene it is, in words: "3 / 14".
    pub count: &'a str,
    /// Which words lead.
    pub lead: LeadText,
    /// The point that is lit, the rest dimmed.
    pub spot: Option<usize>,
    /// What lies over it.
    pub cover: SceneCover<'a>,
    /// Keys that were pressed, or a number that is being typed; may be empty.
    pub keys: &'a str,
}

/// What lies over a scene.
#[derive(Debug, Clone, Copy)]
pub enum SceneCover<'a> {
    /// Nothing.
    None,
    /// Nothing is shown at all.
    Blank,
    /// The list of scenes: its heading, the scenes, the chosen one.
    Scenes(&'a str, &'a [TalkScene], usize),
    /// The keys: their heading, the keys.
    Keys(&'a str, &'a [KeyHint]),
}

/// Draws what is on the screen. Any area is survived, 0×0 too.
pub fn draw_talk(stage: &TalkScreen<'_>, paint: &Paint, area: Rect, buf: &mut Buffer) {
    let area = area.intersection(buf.area);
    if area.is_empty() {
        return;
    }
    let pen = &mut Pen { paint: *paint, buf };
    pen.fill_background(area);
    match stage.cover {
        SceneCover::None => draw_scene(stage, area, pen),
        SceneCover::Blank => {}
        SceneCover::Scenes(heading, scenes, chosen) => scene_list::draw_scene_list(heading, scenes, chosen, area, pen),
        SceneCover::Keys(heading, keys) => scene_list::draw_keys(heading, keys, area, pen),
    }
    if !stage.keys.is_empty() {
        scene_list::draw_pressed_keys(stage.keys, area, pen);
    }
}

/// The scene of the list that lies at a row of the screen.
#[must_use]
pub fn scene_at(count: usize, chosen: usize, area: Rect, row: u16) -> Option<usize> {
    scene_list::scene_at(count, chosen, area, row)
}

fn draw_scene(stage: &TalkScreen<'_>, area: Rect, pen: &mut Pen<'_>) {
    let places = layout::lay_out(stage.whole, stage.count, (pen.paint, stage.lead), area);
    pen.text(places.title, &stage.shown.title, pen.role(Role::Muted));
    pen.text_right(places.count, stage.count, pen.role(Role::Muted));
    pen.text(places.count, fit_or_cut(&stage.whole.day, area.width / 3), pen.role(Role::Caution));
    draw_text(&places.sentence, pen);
    if stage.lead == LeadText::Number && stage.whole.number.is_some() {
        draw_caption(stage.whole, &places, pen);
    }
    if let (Some(at), Some(verdict)) = (&places.verdict, &stage.shown.verdict) {
        match &at.set {
            Lettering::Large(..) => draw_text(at, pen),
            Lettering::Plain => {
                let used = pen.text(at.area, pen.mark(verdict.mark), pen.role(verdict.role)) + 1;
                let rest = Rect { x: at.area.x + used, width: at.area.width.saturating_sub(used), ..at.area };
                pen.runs(rest, &at.runs);
            }
        }
    }
    if let Some(body) = &stage.shown.body {
        draw_picture(body, stage.whole.body.as_ref(), stage.spot, places.body, pen);
    }
    if let Some(source) = &stage.whole.source {
        pen.text(places.source, fit_or_cut(source, places.source.width), pen.role(Role::Muted));
    }
}

fn draw_text(words: &PlacedText, pen: &mut Pen<'_>) {
    match &words.set {
        Lettering::Large(large_text, size) => {
            crate::render::tui::large_text::draw_large_text(large_text, *size, words.area, pen)
        }
        Lettering::Plain => {
            let runs = layout::with_strong_text(&words.runs);
            let (room, _) = wrap::balance(&runs, words.area.width);
            let lines = wrap::wrap(&runs, 0, 0, room);
            for (row, pieces) in lines.iter().take(usize::from(words.area.height)).enumerate() {
                let y = words.area.y + u16::try_from(row).unwrap_or(0);
                prose::draw_pieces(pieces, Rect { y, height: 1, ..words.area }, pen);
            }
        }
    }
}

/// The sentence under the large number.
fn draw_caption(whole: &TalkScene, places: &SceneLayout, pen: &mut Pen<'_>) {
    let y = places.sentence.area.bottom() + 1;
    let below = places.verdict.as_ref().map_or(places.body.y, |verdict| verdict.area.y);
    let area = Rect { y, height: below.saturating_sub(y), ..places.sentence.area };
    draw_text(&PlacedText { area, set: Lettering::Plain, runs: whole.sentence.clone() }, pen);
}

/// The picture; where a point is lit, everything else is dimmed.
fn draw_picture(body: &PanelBody, whole: Option<&PanelBody>, spot: Option<usize>, area: Rect, pen: &mut Pen<'_>) {
    if area.is_empty() {
        return;
    }
    let lit = match (body, whole) {
        (PanelBody::Chart(chart), _) => {
            chart::draw(chart, spot, area, pen);
            let geometry = Geometry::of(chart, spot, area);
            spot.and_then(|spot| geometry.slot_of(spot)).map(|slot| vec![slot, geometry.readout])
        }
        (PanelBody::Gantt(gantt, _), _) => {
            gantt::draw_lanes(gantt, (Spacing::Wide, spot), area, pen);
            let y = spot.map(|spot| gantt::lane_row(gantt, Spacing::Wide, spot, area)).filter(|y| *y < area.bottom());
            y.map(|y| vec![Rect { y, height: 1, ..area }])
        }
        (PanelBody::MilestoneTrend(trend, _), _) => {
            milestone_trend::draw_standalone(trend, spot, area, pen);
            let lit = milestone_trend::standalone_point_areas(trend, area)
                .into_iter()
                .find(|(place, _)| Some(*place) == spot);
            lit.map(|(_, lit)| vec![lit])
        }
        (PanelBody::Table(table), Some(PanelBody::Table(whole))) => {
            draw_rows(table, whole, area, pen);
            lit_row(spot, whole, area)
        }
        (PanelBody::Map(map), _) => {
            map::draw(map, area, pen);
            None
        }
        (PanelBody::Text(blocks), _) => {
            for block in blocks.iter().filter(|block| layout::is_bars(block)).take(1) {
                bars::draw(block, area, pen);
            }
            None
        }
        _ => None,
    };
    if let (Some(lit), Some(_)) = (lit, spot) {
        dim_unlit(area, &lit, pen);
    }
}

/// The rows of a table, whose columns are as wide as those of the whole one; an empty line between them where there is room.
fn draw_rows(table: &Table, whole: &Table, area: Rect, pen: &mut Pen<'_>) {
    let heads = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let mut padded = whole.clone();
    for row in padded.rows.iter_mut().skip(table.rows.len()) {
        Rc::make_mut(row).cells.clear();
    }
    if row_step(whole, area) == 2 {
        let empty = || Rc::new(TableRow::heading(""));
        padded.rows = padded.rows.into_iter().flat_map(|row| [empty(), row]).collect();
    }
    let shown = usize::from(heads.height).min(padded.rows.len());
    let rows = crate::render::tui::layout::VisibleRows { area: heads, first: 0, shown, top: heads.y, chosen: None };
    table::draw((&padded, &ColumnWidths::of(whole)), &rows, area, pen);
}

/// Rows of the screen from one row of a table to the next.
fn row_step(whole: &Table, area: Rect) -> u16 {
    if usize::from(area.height) > 2 * whole.rows.len() { 2 } else { 1 }
}

/// The row of the screen of a row of a table.
fn lit_row(spot: Option<usize>, whole: &Table, area: Rect) -> Option<Vec<Rect>> {
    let place = u16::try_from(spot?).ok()?.checked_add(1)?;
    let y = area.y.checked_add(place.checked_mul(row_step(whole, area))?)?;
    (y < area.bottom()).then_some(vec![Rect { y, height: 1, ..area }])
}

/// Dims everything but what is lit.
fn dim_unlit(area: Rect, lit: &[Rect], pen: &mut Pen<'_>) {
    let faint = pen.tone(Tone::Faint);
    for at in area.positions() {
        if lit.iter().any(|lit| lit.contains(at)) {
            continue;
        }
        let ground = pen.text_on(Tone::Background, Tone::Faint);
        let own = pen.background().bg.unwrap_or_default();
        if let Some(cell) = pen.buf.cell_mut(at) {
            // A line across a bar stands on a ground of its own.
            let inked = cell.bg != own && pen.paint.is_colored();
            cell.modifier = Modifier::empty();
            cell.set_style(if inked { ground } else { faint });
        }
    }
}

/// Runs as one text.
pub(super) fn text_of(runs: &[TextRun]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}
