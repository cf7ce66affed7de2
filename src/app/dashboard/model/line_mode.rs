//! What a conversation about the pages needs besides them.

use crate::app::dashboard::action::Action;
use crate::app::dashboard::filter;
use crate::app::dashboard::model::Model;
use crate::page::i18n::Words;
use crate::page::model::chrome::Chrome;
use crate::page::model::overlay::TextOverlay;
use crate::page::model::record_ref::RecordRef;
use crate::page::model::rich_text::Block;
use crate::page::pages::help;
use crate::page::why::overlay as why;

impl Model {
    /// The words of the language.
    #[must_use]
    pub fn words(&self) -> &Words {
        &self.basis.words
    }

    /// The lines around the page.
    #[must_use]
    pub fn chrome(&self) -> &Chrome {
        &self.view.chrome
    }

    /// Why of anything, without opening a sheet.
    #[must_use]
    pub fn why(&self, key: RecordRef) -> TextOverlay {
        why::why_overlay(&self.context(), key)
    }

    /// What the marks mean.
    #[must_use]
    pub fn marks(&self) -> Vec<Block> {
        help::marks(&self.basis.words)
    }

    /// Shows all rows again, whatever was asked of them, in the order that they are in.
    pub fn clear_filter(&mut self) {
        let was = self.state.clone();
        filter::clear(&mut self.state);
        self.basis.before = None;
        self.rebuild();
        self.history.record(was, Action::Accept, &self.state);
    }
}
