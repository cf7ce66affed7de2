//! What a room could not read of a scene on a screen of a size: words that are cut, ink that is too faint, no source.

use std::fmt;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Color;

use crate::page::talk::TalkScene;
use crate::render::look::contrast::{Rgb, contrast_ratio};
use crate::render::look::theme::{Paint, Tone, rgb_of_256};
use crate::render::tui::export::cells::ansi_index;
use crate::render::tui::talk::layout::{self, CutPart, LeadText};
use crate::render::tui::talk::{SceneCover, TalkScreen, draw_talk};

/// Something that a room could not read.
#[derive(Debug, Clone, PartialEq)]
pub enum SceneFault {
    /// A part has no room.
    Cut(CutPart),
    /// A line ends before its words do.
    LineCut(String),
    /// Words with this contrast to their ground, below [`MIN_CONTRAST`].
    LowContrast(f64),
    /// Nobody says so.
    NoSource,
    /// A text asks for something that nobody reported.
    UnreportedValue(String),
}

/// The least contrast of words that can be read.
pub const MIN_CONTRAST: f64 = 4.5;

impl fmt::Display for SceneFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cut(CutPart::Title) => f.write_str("the title is cut"),
            Self::Cut(CutPart::Sentence) => f.write_str("the sentence is cut"),
            Self::Cut(CutPart::Verdict) => f.write_str("the verdict is cut"),
            Self::Cut(CutPart::Picture) => f.write_str("there is no room for the chart"),
            Self::Cut(CutPart::Source) => f.write_str("the source is cut"),
            Self::LineCut(line) => write!(f, "a line is cut: {line}"),
            Self::LowContrast(found) => write!(f, "words with a contrast of {found:.1}:1 to their ground"),
            Self::NoSource => f.write_str("it has no source"),
            Self::UnreportedValue(asked) => write!(f, "nobody reported {asked}"),
        }
    }
}

/// Everything that a room could not read.
#[must_use]
pub fn scene_faults(scene: &TalkScene, count: &str, paint: &Paint, (width, height): (u16, u16)) -> Vec<SceneFault> {
    let area = Rect::new(0, 0, width, height);
    let places = layout::lay_out(scene, count, (*paint, LeadText::Sentence), area);
    // What of these is cut is told already.
    let told = [places.title.y, places.source.y];
    let mut scene_faults: Vec<SceneFault> = places.cut.into_iter().map(SceneFault::Cut).collect();
    let mut buf = Buffer::empty(area);
    let on = TalkScreen {
        whole: scene,
        shown: scene,
        count,
        lead: LeadText::Sentence,
        spot: None,
        cover: SceneCover::None,
        keys: "",
    };
    draw_talk(&on, paint, area, &mut buf);
    for (y, row) in (0..height).zip(buf.content.chunks(usize::from(width.max(1)))) {
        if !told.contains(&y) && row.iter().any(|cell| cell.symbol() == "…") {
            let line: String = row.iter().map(Cell::symbol).collect();
            scene_faults.push(SceneFault::LineCut(line.trim().to_owned()));
        }
    }
    let faintest = buf.content.iter().filter_map(|cell| cell_contrast(cell, *paint)).fold(f64::INFINITY, f64::min);
    if faintest < MIN_CONTRAST {
        scene_faults.push(SceneFault::LowContrast(faintest));
    }
    if scene.source.is_none() {
        scene_faults.push(SceneFault::NoSource);
    }
    scene_faults.extend(scene.unresolved.iter().cloned().map(SceneFault::UnreportedValue));
    scene_faults
}

/// The contrast of a letter to its ground; of a colour on a terminal's own ground, that to the least dark of the usual ones.
fn cell_contrast(cell: &Cell, paint: Paint) -> Option<f64> {
    const DARK: Rgb = (0x28, 0x28, 0x28);
    if !cell.symbol().chars().any(char::is_alphanumeric) || !paint.is_colored() {
        return None;
    }
    let ink = to_rgb(cell.fg)?;
    let own = match paint.color(Tone::Background) {
        crate::render::look::theme::Color::Rgb(red, green, blue) => (red, green, blue),
        _ => DARK,
    };
    Some(contrast_ratio(ink, to_rgb(cell.bg).unwrap_or(own)))
}

fn to_rgb(color: Color) -> Option<Rgb> {
    match color {
        Color::Rgb(red, green, blue) => Some((red, green, blue)),
        Color::Indexed(index) => Some(rgb_of_256(index)),
        other => ansi_index(other).map(rgb_of_256),
    }
}
