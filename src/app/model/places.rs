//! Which places this is: what the keys can mean now.

use super::{File, Model, Shell};
use crate::app::crosshair;
use crate::app::keys::table::Place;
use crate::app::state::{Asking, Overlay, Waiting};
use crate::page::drawing::Form;
use crate::page::{Body, PageKind, Panel, Slot};

impl Model {
    /// Whether this is such a place. While something is asked, only its answers are.
    pub(super) fn is_at(&self, place: Place) -> bool {
        match self.state.asking {
            Asking::Nothing => self.would_be_at(place),
            Asking::Format => matches!(place, Place::Format | Place::Back),
        }
    }

    pub(super) fn would_be_at(&self, place: Place) -> bool {
        self.would_be(place, (self.state.overlay, self.state.typing.is_some()))
    }

    /// Whether this were such a place if this lay over the page, and if words were typed or not.
    pub(super) fn would_be(&self, place: Place, (overlay, typing): (Overlay, bool)) -> bool {
        let bare = overlay == Overlay::None && !typing;
        let sifted = self.made.page.list().map(|table| &table.sifted);
        match place {
            // Without a file, its key says so.
            Place::Anywhere | Place::File => !typing,
            Place::Typing => typing,
            Place::Filtering => typing && !self.state.is_finding(),
            Place::Palette => typing && self.state.is_finding(),
            Place::Long => !bare || self.would_be(Place::Rows, (overlay, typing)),
            Place::List => bare && sifted.is_some_and(|sifted| sifted.all > 1),
            Place::Standings => {
                bare && sifted.is_some_and(|sifted| sifted.standings.len() > 1 || sifted.standing.is_some())
            }
            Place::Sorted => bare && sifted.is_some_and(|sifted| sifted.order.is_some()),
            Place::Page if bare => crosshair::in_question(&self.state, &self.made.page).is_some(),
            Place::Page => matches!(overlay, Overlay::Records(_)),
            Place::Rows => {
                bare && self.made.page.list().is_some_and(|table| table.rows.iter().any(|row| row.key.is_some()))
            }
            Place::Chart => {
                let shown = self.made.page.picture().is_some_and(|panel| self.layout.panel(panel.slot).is_some());
                bare && shown
            }
            Place::Outlook => bare && self.made.page.chart().is_some() && self.layout.panel(Slot::Main).is_some(),
            Place::Modes => bare && self.state.tab == PageKind::Output && !self.basis.known.series.is_empty(),
            Place::Zoom => bare && self.made.page.years().is_some(),
            Place::Picture => {
                let written = matches!(self.state.drawing.form, Form::Table);
                let drawn = |panel: &Panel| panel.body.has_spots() || matches!(panel.body, Body::Map(_));
                bare && (written || self.made.page.panels.iter().any(drawn))
            }
            Place::Panels => bare && self.made.page.panels.iter().filter(|panel| panel.slot != Slot::Why).count() > 1,
            Place::Detail => bare && self.layout.detail_scroll_max() > 0,
            Place::Evidence => bare && self.state.tab == PageKind::Evidence,
            Place::Output => bare && self.state.tab == PageKind::Output && self.basis.known.series.len() > 1,
            Place::Sheet => !bare && !typing,
            Place::Onward => !bare && !typing && !self.layout.named().is_empty(),
            Place::Chosen => self.would_be(Place::Onward, (overlay, typing)) && self.state.view.onward.is_some(),
            Place::Format => false,
            Place::Cited => !typing && self.cited().is_some(),
            Place::Copied => !typing && self.cited().is_none() && self.row_at_hand().is_some(),
            Place::Address => !typing && !self.addresses().is_empty(),
            Place::Back => !bare || self.is_inside() || self.state.waiting == Waiting::Talk,
            Place::Shell => self.exists(place),
        }
    }

    /// Whether there is a step back on the page: off the picture, to all years, out of an enlarged panel, to all rows.
    fn is_inside(&self) -> bool {
        let view = &self.state.view;
        view.cursor.is_some()
            || self.state.drawing.window.is_some()
            || view.enlarged.is_some()
            || self.state.sift().filters()
    }

    /// Whether this were such a place without what is asked, typed or told on top, at any size of the screen.
    pub(in crate::app) fn lies_below(&self, place: Place) -> bool {
        let overlay = match self.state.overlay {
            Overlay::Help => self.state.under.last().map_or(Overlay::None, |under| under.overlay),
            overlay => overlay,
        };
        let bare = overlay == Overlay::None;
        let has = |slot| self.made.page.panel(slot).is_some();
        match place {
            Place::Chart => bare && self.made.page.picture().is_some(),
            Place::Outlook => bare && self.made.page.chart().is_some(),
            Place::Detail => bare && has(Slot::Detail),
            Place::Onward => matches!(overlay, Overlay::Why(_) | Overlay::Record(_)),
            _ => self.would_be(place, (overlay, false)),
        }
    }

    /// Whether there is such a place in this run at all.
    pub(super) fn exists(&self, place: Place) -> bool {
        match place {
            Place::File => self.material.file == File::Readable,
            Place::Shell => self.material.shell == Shell::Below,
            _ => true,
        }
    }
}
