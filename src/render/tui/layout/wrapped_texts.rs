//! The running texts of a screen, wrapped at the widths that they are shown at.

use ratatui::layout::Rect;

use crate::page::model::{Block, Panel, PanelBody, PanelSlot};
use crate::render::tui::chart::{data_table, gantt, milestone_trend};
use crate::render::tui::overlay::links::OverlayLinkArea;
use crate::render::typeset::wrap::{MAX_TEXT_WIDTH, WrappedText};

/// The texts of a screen as lines.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct WrappedTexts {
    /// The sentence, balanced.
    pub(in crate::render::tui) sentence: WrappedText,
    pub(in crate::render::tui) panels: Vec<(PanelSlot, WrappedText)>,
    pub(in crate::render::tui) overlay: WrappedText,
    /// The links of the overlay.
    pub(in crate::render::tui) overlay_links: Vec<OverlayLinkArea>,
}

impl WrappedTexts {
    pub(in crate::render::tui) fn panel(&self, slot: PanelSlot) -> Option<&WrappedText> {
        self.panels.iter().find(|(which, _)| *which == slot).map(|(_, lines)| lines)
    }
}

/// The running text of a panel, and its area in the body: below what is drawn there.
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
