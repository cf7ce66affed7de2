//! Which key contexts are active.

use crate::app::app_data::{DataOrigin, JobControl};
use crate::app::dashboard::crosshair;
use crate::app::dashboard::model::Model;
use crate::app::dashboard::state::{Overlay, PendingQuestion, WaitingTalk};
use crate::app::input::keys::context::KeyContext;
use crate::page::model::{ChartForm, PageKind, Panel, PanelBody, PanelSlot};

impl Model {
    /// Whether a context is active. While a question is pending, only its answers are.
    pub(in crate::app) fn is_active(&self, context: KeyContext) -> bool {
        match self.state.session.question {
            PendingQuestion::None => self.is_active_without_question(context),
            PendingQuestion::Format => matches!(context, KeyContext::FormatQuestion | KeyContext::Back),
        }
    }

    pub(in crate::app) fn is_active_without_question(&self, context: KeyContext) -> bool {
        self.is_active_with(context, self.state.viewed.overlay, self.state.session.text_entry.is_some())
    }

    /// Whether a context would be active with this overlay on top, while text is typed or not.
    pub(in crate::app) fn is_active_with(&self, context: KeyContext, overlay: Overlay, typing: bool) -> bool {
        let on_page = overlay == Overlay::None && !typing;
        let filtered = self.view.page.list().map(|table| &table.filtered);
        match context {
            // Reload is active without a file too: its notice says that there is none.
            KeyContext::Anywhere | KeyContext::File => !typing,
            KeyContext::TextEntry => typing,
            KeyContext::FilterEntry => typing && !self.state.is_palette_open(),
            KeyContext::Palette => typing && self.state.is_palette_open(),
            KeyContext::Scrollable => !on_page || self.is_active_with(KeyContext::Rows, overlay, typing),
            KeyContext::List => on_page && filtered.is_some_and(|filtered| filtered.all > 1),
            KeyContext::StatusFilter => {
                on_page && filtered.is_some_and(|filtered| filtered.statuses.len() > 1 || filtered.status.is_some())
            }
            KeyContext::SortedRows => on_page && filtered.is_some_and(|filtered| filtered.order.is_some()),
            KeyContext::Page if on_page => crosshair::overlay_to_open(&self.state, &self.view.page).is_some(),
            KeyContext::Page => matches!(overlay, Overlay::RecordList(_)),
            KeyContext::Rows => {
                on_page && self.view.page.list().is_some_and(|table| table.rows.iter().any(|row| row.key.is_some()))
            }
            KeyContext::Chart => {
                let shown = self.view.page.picture().is_some_and(|panel| self.view.layout.panel(panel.slot).is_some());
                on_page && shown
            }
            KeyContext::Projections => {
                on_page && self.view.page.chart().is_some() && self.view.layout.panel(PanelSlot::Main).is_some()
            }
            KeyContext::OutputModes => {
                on_page && self.state.viewed.tab == PageKind::Output && !self.inputs.known.series.is_empty()
            }
            KeyContext::Zoom => on_page && self.view.page.years().is_some(),
            KeyContext::Picture => {
                let written = matches!(self.state.viewed.chart_options.form, ChartForm::Table);
                let drawn = |panel: &Panel| panel.body.has_data_points() || matches!(panel.body, PanelBody::Map(_));
                on_page && (written || self.view.page.panels.iter().any(drawn))
            }
            KeyContext::Panels => {
                on_page && self.view.page.panels.iter().filter(|panel| panel.slot != PanelSlot::Why).count() > 1
            }
            KeyContext::Detail => on_page && self.view.layout.detail_scroll_max > 0,
            KeyContext::Evidence => on_page && self.state.viewed.tab == PageKind::Evidence,
            KeyContext::Output => {
                on_page && self.state.viewed.tab == PageKind::Output && self.inputs.known.series.len() > 1
            }
            KeyContext::Overlay => !on_page && !typing,
            KeyContext::OverlayLinks => !on_page && !typing && !self.view.layout.overlay_links().is_empty(),
            KeyContext::ChosenOverlayLink => {
                self.is_active_with(KeyContext::OverlayLinks, overlay, typing)
                    && self.state.viewed.positions.link.is_some()
            }
            KeyContext::FormatQuestion => false,
            KeyContext::Citation => !typing && self.citable_record().is_some(),
            KeyContext::RowCopy => !typing && self.citable_record().is_none() && self.current_row().is_some(),
            KeyContext::Address => !typing && !self.addresses().is_empty(),
            KeyContext::Back => {
                !on_page || self.has_step_back() || self.state.session.waiting_talk == WaitingTalk::Paused
            }
            KeyContext::JobControl => self.is_available(context),
        }
    }

    /// Whether Back closes something on the page: the crosshair, the zoom, an enlarged panel, the filter.
    fn has_step_back(&self) -> bool {
        let positions = &self.state.viewed.positions;
        positions.cursor.is_some()
            || self.state.viewed.chart_options.window.is_some()
            || positions.enlarged.is_some()
            || self.state.row_filter().is_active()
    }

    /// Whether a context would be active without help, question and typed text, on a screen of any size.
    pub(in crate::app) fn is_active_below_overlay(&self, context: KeyContext) -> bool {
        let overlay = match self.state.viewed.overlay {
            Overlay::Help => self.state.viewed.lower_overlays.last().map_or(Overlay::None, |lower| lower.overlay),
            overlay => overlay,
        };
        let on_page = overlay == Overlay::None;
        let has = |slot| self.view.page.panel(slot).is_some();
        match context {
            KeyContext::Chart => on_page && self.view.page.picture().is_some(),
            KeyContext::Projections => on_page && self.view.page.chart().is_some(),
            KeyContext::Detail => on_page && has(PanelSlot::Detail),
            KeyContext::OverlayLinks => matches!(overlay, Overlay::Why(_) | Overlay::RecordWhy(_)),
            _ => self.is_active_with(context, overlay, false),
        }
    }

    /// Whether a context exists in this run.
    pub(in crate::app) fn is_available(&self, context: KeyContext) -> bool {
        match context {
            KeyContext::File => self.data.file == DataOrigin::File,
            KeyContext::JobControl => self.data.shell == JobControl::Available,
            _ => true,
        }
    }
}
