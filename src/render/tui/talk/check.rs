//! Finds faults that keep an audience from reading a scene: cut text, low contrast, a missing source.

use std::fmt;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;

use crate::page::talk::TalkScene;
use crate::render::look::contrast::{Rgb, contrast_ratio};
use crate::render::look::theme::{Color as ThemeColor, Paint, Tone};
use crate::render::tui::export::cells::to_rgb;
use crate::render::tui::talk::layout::{self, CutPart, LeadText};
use crate::render::tui::talk::{SceneCover, TalkScreen, draw_talk};

/// A fault of a scene on a screen of one size.
#[derive(Debug, Clone, PartialEq)]
pub enum SceneFault {
    /// A part does not fit.
    Cut(CutPart),
    /// A line of the picture ends with an ellipsis.
    LineCut(String),
    /// Text with this contrast ratio to its background, below [`MIN_CONTRAST`].
    LowContrast(f64),
    /// The scene has no source.
    NoSource,
    /// A placeholder of the text has no reported value.
    UnreportedValue(String),
}

/// The least contrast ratio of text (WCAG 2.2, level AA).
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

/// The faults of a scene on a screen of `width` by `height` cells.
pub fn scene_faults(scene: &TalkScene, count: &str, paint: &Paint, (width, height): (u16, u16)) -> Vec<SceneFault> {
    let area = Rect::new(0, 0, width, height);
    let places = layout::lay_out(scene, count, *paint, LeadText::Sentence, area);
    // Cut titles and sources are in `layout.cut` already.
    let reported = [places.title.y, places.source.y];
    let mut faults: Vec<SceneFault> = places.cut.into_iter().map(SceneFault::Cut).collect();
    let mut buf = Buffer::empty(area);
    let screen = TalkScreen {
        whole: scene,
        shown: scene,
        count,
        lead: LeadText::Sentence,
        spotlight: None,
        cover: SceneCover::None,
        keys: "",
    };
    draw_talk(&screen, paint, area, &mut buf);
    for (y, row) in (0..height).zip(buf.content.chunks(usize::from(width.max(1)))) {
        if !reported.contains(&y) && row.iter().any(|cell| cell.symbol() == "…") {
            let line: String = row.iter().map(Cell::symbol).collect();
            faults.push(SceneFault::LineCut(line.trim().to_owned()));
        }
    }
    let faintest = buf.content.iter().filter_map(|cell| cell_contrast(cell, *paint)).fold(f64::INFINITY, f64::min);
    if faintest < MIN_CONTRAST {
        faults.push(SceneFault::LowContrast(faintest));
    }
    if scene.source.is_none() {
        faults.push(SceneFault::NoSource);
    }
    faults.extend(scene.unresolved.iter().cloned().map(SceneFault::UnreportedValue));
    faults
}

/// The contrast ratio of a letter or digit to its background. A dark theme assumes the lightest of the usual dark
/// backgrounds for the default background of the terminal.
fn cell_contrast(cell: &Cell, paint: Paint) -> Option<f64> {
    const DARK: Rgb = (0x28, 0x28, 0x28);
    if !cell.symbol().chars().any(char::is_alphanumeric) || !paint.is_colored() {
        return None;
    }
    let foreground = to_rgb(cell.fg)?;
    let default = match paint.color(Tone::Background) {
        ThemeColor::Rgb(red, green, blue) => (red, green, blue),
        _ => DARK,
    };
    Some(contrast_ratio(foreground, to_rgb(cell.bg).unwrap_or(default)))
}
