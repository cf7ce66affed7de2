//! Which places this is: what the keys can mean now.

use crate::app::dashboard::crosshair;
use crate::app::dashboard::model::{DataOrigin, JobControl, Model};
use crate::app::dashboard::state::{Overlay, PendingQuestion, WaitingTalk};
use crate::app::input::keys::context::KeyContext;
use crate::page::model::chart_options::ChartForm;
use crate::page::{PageKind, Panel, PanelBody, PanelSlot};

impl Model {
    /// Whether this is such a place. While something is asked, only its answers are.
    pub(super) fn is_active(&self, context: KeyContext) -> bool {
        match self.state.question {
            PendingQuestion::None => self.is_active_without_question(context),
            PendingQuestion::Format => matches!(context, KeyContext::FormatQuestion | KeyContext::Back),
        }
    }

    pub(super) fn is_active_without_question(&self, context: KeyContext) -> bool {
        self.is_active_with(context, (self.state.overlay, self.state.text_entry.is_some()))
    }

    /// Whether this were such a place if this lay over the page, and if words were typed or not.
    pub(super) fn is_active_with(&self, context: KeyContext, (overlay, typing): (Overlay, bool)) -> bool {
        let bare = overlay == Overlay::None && !typing;
        let sifted = self.view.page.list().map(|table| &table.filtered);
        match context {
            // Without a file, its key says so.
            KeyContext::Anywhere | KeyContext::File => !typing,
            KeyContext::TextEntry => typing,
            KeyContext::FilterEntry => typing && !self.state.is_palette_open(),
            KeyContext::Palette => typing && self.state.is_palette_open(),
            KeyContext::Scrollable => !bare || self.is_active_with(KeyContext::Rows, (overlay, typing)),
            KeyContext::List => bare && sifted.is_some_and(|sifted| sifted.all > 1),
            KeyContext::StatusFilter => {
                bare && sifted.is_some_and(|sifted| sifted.statuses.len() > 1 || sifted.status.is_some())
            }
            KeyContext::SortedRows => bare && sifted.is_some_and(|sifted| sifted.order.is_some()),
            KeyContext::Page if bare => crosshair::overlay_to_open(&self.state, &self.view.page).is_some(),
            KeyContext::Page => matches!(overlay, Overlay::RecordList(_)),
            KeyContext::Rows => {
                bare && self.view.page.list().is_some_and(|table| table.rows.iter().any(|row| row.key.is_some()))
            }
            KeyContext::Chart => {
                let shown = self.view.page.picture().is_some_and(|panel| self.view.layout.panel(panel.slot).is_some());
                bare && shown
            }
            KeyContext::Projections => {
                bare && self.view.page.chart().is_some() && self.view.layout.panel(PanelSlot::Main).is_some()
            }
            KeyContext::OutputModes => {
                bare && self.state.tab == PageKind::Output && !self.basis.known.series.is_empty()
            }
            KeyContext::Zoom => bare && self.view.page.years().is_some(),
            KeyContext::Picture => {
                let written = matches!(self.state.chart_options.form, ChartForm::Table);
                let drawn = |panel: &Panel| panel.body.has_data_points() || matches!(panel.body, PanelBody::Map(_));
                bare && (written || self.view.page.panels.iter().any(drawn))
            }
            KeyContext::Panels => {
                bare && self.view.page.panels.iter().filter(|panel| panel.slot != PanelSlot::Why).count() > 1
            }
            KeyContext::Detail => bare && self.view.layout.detail_scroll_max() > 0,
            KeyContext::Evidence => bare && self.state.tab == PageKind::Evidence,
            KeyContext::Output => bare && self.state.tab == PageKind::Output && self.basis.known.series.len() > 1,
            KeyContext::Overlay => !bare && !typing,
            KeyContext::OverlayLinks => !bare && !typing && !self.view.layout.named().is_empty(),
            KeyContext::ChosenOverlayLink => {
                self.is_active_with(KeyContext::OverlayLinks, (overlay, typing)) && self.state.view.link.is_some()
            }
            KeyContext::FormatQuestion => false,
            KeyContext::Citation => !typing && self.citable_record().is_some(),
            KeyContext::RowCopy => !typing && self.citable_record().is_none() && self.current_row().is_some(),
            KeyContext::Address => !typing && !self.addresses().is_empty(),
            KeyContext::Back => !bare || self.has_step_back() || self.state.waiting_talk == WaitingTalk::Paused,
            KeyContext::JobControl => self.is_available(context),
        }
    }

    /// Whether there is a step back on the page: off the picture, to all years, out of an enlarged panel, to all rows.
    fn has_step_back(&self) -> bool {
        let view = &self.state.view;
        view.cursor.is_some()
            || self.state.chart_options.window.is_some()
            || view.enlarged.is_some()
            || self.state.row_filter().is_active()
    }

    /// Whether this were such a place without what is asked, typed or told on top, at any size of the screen.
    pub(in crate::app) fn is_active_below_overlay(&self, context: KeyContext) -> bool {
        let overlay = match self.state.overlay {
            Overlay::Help => self.state.lower_overlays.last().map_or(Overlay::None, |under| under.overlay),
            overlay => overlay,
        };
        let bare = overlay == Overlay::None;
        let has = |slot| self.view.page.panel(slot).is_some();
        match context {
            KeyContext::Chart => bare && self.view.page.picture().is_some(),
            KeyContext::Projections => bare && self.view.page.chart().is_some(),
            KeyContext::Detail => bare && has(PanelSlot::Detail),
            KeyContext::OverlayLinks => matches!(overlay, Overlay::Why(_) | Overlay::RecordWhy(_)),
            _ => self.is_active_with(context, (overlay, false)),
        }
    }

    /// Whether there is such a place in this run at all.
    pub(super) fn is_available(&self, context: KeyContext) -> bool {
        match context {
            KeyContext::File => self.data.file == DataOrigin::File,
            KeyContext::JobControl => self.data.shell == JobControl::Available,
            _ => true,
        }
    }
}
