//! What a conversation about the pages needs besides them.

use super::Model;
use crate::page::chrome::Chrome;
use crate::page::prose::Block;
use crate::page::sheet::Sheet;
use crate::page::words::Words;
use crate::page::{Ref, help, why};

impl Model {
    /// The words of the language.
    #[must_use]
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// The lines around the page.
    #[must_use]
    pub fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    /// Why of anything, without opening a sheet.
    #[must_use]
    pub fn why(&self, key: Ref) -> Sheet {
        why::sheet(&self.context(), key)
    }

    /// What the marks mean.
    #[must_use]
    pub fn marks(&self) -> Vec<Block> {
        help::marks(&self.words)
    }

    /// Whether the Output page can show another series.
    #[must_use]
    pub fn has_more_series(&self) -> bool {
        self.series.len() > 1
    }
}
