//! Draws a scene of a talk over the whole screen: the sentence in large text, the verdict, the chart, the source.
//!
//! `layout` computes areas and sizes, `bars` draws thick bars, `scene_list` the list of scenes and the list of keys.

pub mod check;

mod bars;
mod layout;
mod scene_list;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use crate::page::model::{KeyHint, PanelBody, Role, Table, TableRow};
use crate::page::talk::TalkScene;
use crate::render::look::theme::{Paint, Tone};
use crate::render::tui::chart::gantt::{self, Spacing};
use crate::render::tui::chart::geometry::Geometry;
use crate::render::tui::chart::{column_chart, map, milestone_trend};
use crate::render::tui::pen::{Pen, right_of};
use crate::render::tui::table::{self, TableView, VisibleRows};
use crate::render::tui::talk::layout::{Lettering, PlacedText, SceneLayout};
use crate::render::tui::{large_text, prose};
use crate::render::typeset::column_widths::ColumnWidths;
use crate::render::typeset::measure::fit_or_cut;
use crate::render::typeset::wrap;

pub use layout::{CutPart, LeadText};
pub use scene_list::scene_at;

/// Everything that is drawn during a talk.
#[derive(Debug, Clone, Copy)]
pub struct TalkScreen<'a> {
    /// The complete scene, which determines the layout.
    pub whole: &'a TalkScene,
    /// The part of it that is revealed.
    pub shown: &'a TalkScene,
    /// The number of the scene: "3 / 14".
    pub count: &'a str,
    /// The text in the largest letters.
    pub lead: LeadText,
    /// Index of the data point in the spotlight; the rest is dimmed.
    pub spotlight: Option<usize>,
    /// What covers the scene.
    pub cover: SceneCover<'a>,
    /// Pressed keys, or a number that is being typed; may be empty.
    pub keys: &'a str,
}

/// What covers a scene.
#[derive(Debug, Clone, Copy)]
pub enum SceneCover<'a> {
    /// The scene is visible.
    None,
    /// The screen is blank.
    Blank,
    /// The list of scenes: its heading, the scenes, the index of the chosen one.
    Scenes(&'a str, &'a [TalkScene], usize),
    /// The list of keys: its heading, the keys.
    Keys(&'a str, &'a [KeyHint]),
}

/// Draws a talk into any area, even an empty one.
pub fn draw_talk(screen: &TalkScreen<'_>, paint: &Paint, area: Rect, buf: &mut Buffer) {
    let area = area.intersection(buf.area);
    if area.is_empty() {
        return;
    }
    let pen = &mut Pen { paint: *paint, buf };
    pen.fill_background(area);
    match screen.cover {
        SceneCover::None => draw_scene(screen, area, pen),
        SceneCover::Blank => {}
        SceneCover::Scenes(heading, scenes, chosen) => scene_list::draw_scene_list(heading, scenes, chosen, area, pen),
        SceneCover::Keys(heading, keys) => scene_list::draw_keys(heading, keys, area, pen),
    }
    if !screen.keys.is_empty() {
        scene_list::draw_pressed_keys(screen.keys, area, pen);
    }
}

fn draw_scene(screen: &TalkScreen<'_>, area: Rect, pen: &mut Pen<'_>) {
    let places = layout::lay_out(screen.whole, screen.count, pen.paint, screen.lead, area);
    pen.text(places.title, &screen.shown.title, pen.role(Role::Muted));
    pen.text_right(places.count, screen.count, pen.role(Role::Muted));
    pen.text(places.count, fit_or_cut(&screen.whole.day, area.width / 3), pen.role(Role::Caution));
    draw_text(&places.sentence, pen);
    if screen.lead == LeadText::Number && screen.whole.number.is_some() {
        draw_caption(screen.whole, &places, pen);
    }
    if let (Some(at), Some(verdict)) = (&places.verdict, &screen.shown.verdict) {
        match &at.lettering {
            Lettering::Large(..) => draw_text(at, pen),
            Lettering::Plain => {
                let used = pen.text(at.area, pen.mark(verdict.mark), pen.role(verdict.role)) + 1;
                pen.runs(right_of(at.area, used), &at.runs);
            }
        }
    }
    if let Some(body) = &screen.shown.body {
        draw_picture(body, screen.whole.body.as_ref(), screen.spotlight, places.body, pen);
    }
    if let Some(source) = &screen.whole.source {
        pen.text(places.source, fit_or_cut(source, places.source.width), pen.role(Role::Muted));
    }
}

fn draw_text(words: &PlacedText, pen: &mut Pen<'_>) {
    match &words.lettering {
        Lettering::Large(text, size) => large_text::draw_large_text(text, *size, words.area, pen),
        Lettering::Plain => {
            let runs = layout::with_strong_text(&words.runs);
            let (width, _) = wrap::balance(&runs, words.area.width);
            prose::draw_wrapped(&runs, Rect { width, ..words.area }, pen);
        }
    }
}

/// Draws the sentence below a number in large text.
fn draw_caption(whole: &TalkScene, places: &SceneLayout, pen: &mut Pen<'_>) {
    let y = places.sentence.area.bottom() + 1;
    let below = places.verdict.as_ref().map_or(places.body.y, |verdict| verdict.area.y);
    let area = Rect { y, height: below.saturating_sub(y), ..places.sentence.area };
    draw_text(&PlacedText { area, lettering: Lettering::Plain, runs: whole.sentence.clone() }, pen);
}

/// Draws the picture; everything outside the spotlight is dimmed.
fn draw_picture(body: &PanelBody, whole: Option<&PanelBody>, spotlight: Option<usize>, area: Rect, pen: &mut Pen<'_>) {
    if area.is_empty() {
        return;
    }
    let highlighted = match (body, whole) {
        (PanelBody::Chart(chart), _) => {
            column_chart::draw(chart, spotlight, area, pen);
            let geometry = Geometry::of(chart, spotlight, area);
            spotlight.and_then(|spotlight| geometry.slot_of(spotlight)).map(|slot| vec![slot, geometry.readout])
        }
        (PanelBody::Gantt(gantt, _), _) => {
            gantt::draw_lanes(gantt, Spacing::Wide, spotlight, area, pen);
            let y = spotlight.map(|spotlight| gantt::lane_row(gantt, Spacing::Wide, spotlight, area));
            y.filter(|y| *y < area.bottom()).map(|y| vec![Rect { y, height: 1, ..area }])
        }
        (PanelBody::MilestoneTrend(trend, _), _) => {
            milestone_trend::draw_standalone(trend, spotlight, area, pen);
            let mut areas = milestone_trend::standalone_point_areas(trend, area).into_iter();
            areas.find(|(place, _)| Some(*place) == spotlight).map(|(_, highlighted)| vec![highlighted])
        }
        (PanelBody::Table(table), Some(PanelBody::Table(whole))) => {
            draw_rows(table, whole, area, pen);
            lit_row(spotlight, whole, area)
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
    if let (Some(highlighted), Some(_)) = (highlighted, spotlight) {
        dim_unlit(area, &highlighted, pen);
    }
}

/// Draws the revealed rows with the column widths of the complete table, with empty lines between them where there is room.
fn draw_rows(table: &Table, whole: &Table, area: Rect, pen: &mut Pen<'_>) {
    let heads = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let mut padded = whole.clone();
    for row in padded.rows.iter_mut().skip(table.rows.len()) {
        row.cells.clear();
    }
    if row_step(whole, area) == 2 {
        let empty = || TableRow::heading("");
        padded.rows = padded.rows.into_iter().flat_map(|row| [empty(), row]).collect();
    }
    let shown = usize::from(heads.height).min(padded.rows.len());
    let rows = VisibleRows { area: heads, first: 0, shown, top: heads.y, chosen: None };
    table::draw(&TableView { table: &padded, widths: &ColumnWidths::of(whole), rows, area }, pen);
}

/// Lines from one row of a table to the next.
fn row_step(whole: &Table, area: Rect) -> u16 {
    if usize::from(area.height) > 2 * whole.rows.len() { 2 } else { 1 }
}

fn lit_row(spotlight: Option<usize>, whole: &Table, area: Rect) -> Option<Vec<Rect>> {
    let place = u16::try_from(spotlight?).ok()?.checked_add(1)?;
    let y = area.y.checked_add(place.checked_mul(row_step(whole, area))?)?;
    (y < area.bottom()).then_some(vec![Rect { y, height: 1, ..area }])
}

fn dim_unlit(area: Rect, highlighted: &[Rect], pen: &mut Pen<'_>) {
    let (faint, on_faint) = (pen.tone(Tone::Faint), pen.text_on(Tone::Background, Tone::Faint));
    let background = pen.background().bg.unwrap_or_default();
    for at in area.positions() {
        if highlighted.iter().any(|highlighted| highlighted.contains(at)) {
            continue;
        }
        if let Some(cell) = pen.buf.cell_mut(at) {
            // Lines across bars and numbers in bars have a background of their own.
            let has_background = cell.bg != background && pen.paint.is_colored();
            cell.modifier = Modifier::empty();
            cell.set_style(if has_background { on_faint } else { faint });
        }
    }
}
