//! The running texts of a screen, each wrapped once for each width that it is needed at, and kept until it changes.

use ratatui::layout::Rect;

use crate::page::model::overlay::TextOverlay;
use crate::page::model::page::{Panel, PanelBody, PanelSlot};
use crate::page::model::rich_text::{Block, TextRun};
use crate::render::tui::chart::{data_table, gantt, milestone_trend};
use crate::render::tui::overlay::links::{self, OverlayLinkArea};
use crate::render::typeset::wrap::{MAX_TEXT_WIDTH, WrappedText, balance};

/// The texts of a screen as lines. Who changes a text says so ([`WrappedTexts::forget_page`], [`WrappedTexts::turn_page`],
/// [`WrappedTexts::forget_sheet`]): here it is known by its place alone.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct WrappedTexts {
    sentence: Option<SentenceLines>,
    panels: Vec<PanelLines>,
    sheet: Option<OverlayLines>,
}

/// The sentence, balanced.
#[derive(Debug, Clone, PartialEq)]
struct SentenceLines {
    /// The room that there was for it.
    room: u16,
    /// How wide it is of that.
    width: u16,
    lines: WrappedText,
}

/// The text of a panel.
#[derive(Debug, Clone, PartialEq)]
struct PanelLines {
    slot: PanelSlot,
    width: u16,
    lines: WrappedText,
    /// Whether it was asked for since the last time that everything was laid out.
    is_asked: bool,
}

/// The text of a sheet, and what it names.
#[derive(Debug, Clone, PartialEq)]
struct OverlayLines {
    width: u16,
    lines: WrappedText,
    named: Vec<OverlayLinkArea>,
}

impl WrappedTexts {
    /// The texts of the page have changed.
    pub fn forget_page(&mut self) {
        self.sentence = None;
        self.panels.clear();
    }

    /// Another page is there, with texts that may be lines already. Returns those of the page before.
    #[must_use]
    pub fn turn_page(&mut self, texts: Self) -> Self {
        let before = std::mem::take(self);
        *self = Self { sheet: before.sheet, ..texts };
        Self { sheet: None, ..before }
    }

    /// The text of the sheet has changed.
    pub fn forget_sheet(&mut self) {
        self.sheet = None;
    }

    /// How much of the room the sentence takes, and how many lines.
    pub(in crate::render::tui) fn place_sentence(&mut self, runs: &[TextRun], room: u16) -> (u16, usize) {
        let kept = self.sentence.take().filter(|kept| kept.room == room);
        let sentence = self.sentence.insert(kept.unwrap_or_else(|| {
            let (width, _) = balance(runs, room);
            SentenceLines { room, width, lines: WrappedText::of_runs(runs, width) }
        }));
        (sentence.width, sentence.lines.height())
    }

    /// How many lines the text of a panel takes at a width.
    pub(in crate::render::tui) fn place_panel(&mut self, blocks: &[Block], slot: PanelSlot, width: u16) -> usize {
        let kept = self.panels.iter().position(|text| (text.slot, text.width) == (slot, width));
        let lines = match kept {
            Some(kept) => self.panels.remove(kept).lines,
            None => WrappedText::of(blocks, width),
        };
        let height = lines.height();
        self.panels.push(PanelLines { slot, width, lines, is_asked: true });
        height
    }

    /// How many lines the text of the sheet takes at a width.
    pub(in crate::render::tui) fn place_overlay(&mut self, sheet: &TextOverlay, width: u16) -> usize {
        let kept = self.sheet.take().filter(|kept| kept.width == width);
        let text = self.sheet.insert(kept.unwrap_or_else(|| {
            let lines = WrappedText::of(&sheet.blocks, width);
            let named = links::overlay_link_areas(&lines, &sheet.blocks);
            OverlayLines { width, lines, named }
        }));
        text.lines.height()
    }

    /// Everything is laid out: what was not needed is not kept.
    pub(in crate::render::tui) fn drop_unused(&mut self) {
        self.panels.retain(|text| text.is_asked);
        self.panels.iter_mut().for_each(|text| text.is_asked = false);
    }

    /// The lines of the sentence.
    pub(in crate::render::tui) fn sentence(&self) -> Option<&WrappedText> {
        self.sentence.as_ref().map(|sentence| &sentence.lines)
    }

    /// The lines of a panel at a width.
    pub(in crate::render::tui) fn panel(&self, slot: PanelSlot, width: u16) -> Option<&WrappedText> {
        self.panels.iter().find(|text| (text.slot, text.width) == (slot, width)).map(|text| &text.lines)
    }

    /// The lines of the sheet.
    pub(in crate::render::tui) fn sheet(&self) -> Option<&WrappedText> {
        self.sheet.as_ref().map(|sheet| &sheet.lines)
    }

    /// What the sheet names, to go on to.
    pub(in crate::render::tui) fn named(&self) -> &[OverlayLinkArea] {
        self.sheet.as_ref().map_or(&[], |sheet| &sheet.named)
    }
}

/// The running text of a panel, and where it stands in the body: below what is drawn there.
pub(in crate::render::tui) fn panel_text(panel: &Panel, body: Rect) -> Option<(&[Block], Rect)> {
    match &panel.body {
        PanelBody::Text(blocks) => Some((blocks, Rect { width: body.width.min(MAX_TEXT_WIDTH), ..body })),
        PanelBody::MilestoneTrend(_, blocks) => Some((blocks, milestone_trend::text_area(body))),
        PanelBody::DataTable(figures, blocks) => Some((blocks, data_table::text_area(figures, body))),
        PanelBody::Gantt(lanes, blocks) => {
            Some((gantt::text_after_lanes(lanes, blocks), gantt::text_area(lanes, body)))
        }
        PanelBody::Chart(_) | PanelBody::Table(_) | PanelBody::SmallMultiples(_) | PanelBody::Map(_) => None,
    }
}
