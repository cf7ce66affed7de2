//! What a room could not read of a scene on a screen of a size: words that are cut, ink that is too faint, no source.

use std::fmt;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Color;

use super::layout::{self, Cut, Lead};
use super::{Cover, Stage, stage};
use crate::page::scene::Scene;
use crate::render::contrast::{Rgb, contrast};
use crate::render::theme::{Paint, Tone, rgb_of_256};
use crate::render::tui::export::ansi_index;

/// Something that a room could not read.
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    /// A part has no room.
    Cut(Cut),
    /// A line ends before its words do.
    Shortened(String),
    /// Words with this contrast to their ground, below [`LEAST`].
    Faint(f64),
    /// Nobody says so.
    NoSource,
    /// A text asks for something that nobody reported.
    Unknown(String),
}

/// The least contrast of words that can be read.
pub const LEAST: f64 = 4.5;

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cut(Cut::Title) => f.write_str("the title is cut"),
            Self::Cut(Cut::Sentence) => f.write_str("the sentence is cut"),
            Self::Cut(Cut::Verdict) => f.write_str("the verdict is cut"),
            Self::Cut(Cut::Picture) => f.write_str("there is no room for the chart"),
            Self::Cut(Cut::Source) => f.write_str("the source is cut"),
            Self::Shortened(line) => write!(f, "a line is cut: {line}"),
            Self::Faint(found) => write!(f, "words with a contrast of {found:.1}:1 to their ground"),
            Self::NoSource => f.write_str("it has no source"),
            Self::Unknown(asked) => write!(f, "nobody reported {asked}"),
        }
    }
}

/// Everything that a room could not read.
#[must_use]
pub fn faults(scene: &Scene, count: &str, paint: &Paint, (width, height): (u16, u16)) -> Vec<Fault> {
    let area = Rect::new(0, 0, width, height);
    let places = layout::places(scene, count, (*paint, Lead::Sentence), area);
    // What of these is cut is told already.
    let told = [places.title.y, places.source.y];
    let mut faults: Vec<Fault> = places.cut.into_iter().map(Fault::Cut).collect();
    let mut buf = Buffer::empty(area);
    let on =
        Stage { whole: scene, shown: scene, count, lead: Lead::Sentence, spot: None, cover: Cover::None, keys: "" };
    stage(&on, paint, area, &mut buf);
    for (y, row) in (0..height).zip(buf.content.chunks(usize::from(width.max(1)))) {
        if !told.contains(&y) && row.iter().any(|cell| cell.symbol() == "…") {
            let line: String = row.iter().map(Cell::symbol).collect();
            faults.push(Fault::Shortened(line.trim().to_owned()));
        }
    }
    let faintest = buf.content.iter().filter_map(|cell| seen(cell, *paint)).fold(f64::INFINITY, f64::min);
    if faintest < LEAST {
        faults.push(Fault::Faint(faintest));
    }
    if scene.source.is_none() {
        faults.push(Fault::NoSource);
    }
    faults.extend(scene.holes.iter().cloned().map(Fault::Unknown));
    faults
}

/// The contrast of a letter to its ground; of a colour on a terminal's own ground, that to the least dark of the usual ones.
fn seen(cell: &Cell, paint: Paint) -> Option<f64> {
    const DARK: Rgb = (0x28, 0x28, 0x28);
    if !cell.symbol().chars().any(char::is_alphanumeric) || !paint.is_colored() {
        return None;
    }
    let ink = rgb(cell.fg)?;
    let own = match paint.color(Tone::Ground) {
        crate::render::theme::Color::Rgb(red, green, blue) => (red, green, blue),
        _ => DARK,
    };
    Some(contrast(ink, rgb(cell.bg).unwrap_or(own)))
}

fn rgb(color: Color) -> Option<Rgb> {
    match color {
        Color::Rgb(red, green, blue) => Some((red, green, blue)),
        Color::Indexed(index) => Some(rgb_of_256(index)),
        other => ansi_index(other).map(rgb_of_256),
    }
}
