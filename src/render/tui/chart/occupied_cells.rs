//! The cells of an area that are in use, so that no word covers a drawing or another word.

use ratatui::layout::Rect;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum CellUse {
    Free,
    /// A word may be right beside it.
    Drawing,
    /// Another word keeps its distance.
    Word,
}

/// The use of each cell of an area.
#[derive(Debug, Clone)]
pub(crate) struct OccupiedCells {
    area: Rect,
    cells: Vec<CellUse>,
}

impl OccupiedCells {
    pub(crate) fn new(area: Rect) -> Self {
        Self { area, cells: vec![CellUse::Free; usize::from(area.width) * usize::from(area.height)] }
    }

    pub(crate) fn area(&self) -> Rect {
        self.area
    }

    pub(crate) fn is_free(&self, at: Rect) -> bool {
        self.highest_use(at) == CellUse::Free
    }

    pub(crate) fn has_word(&self, at: Rect) -> bool {
        self.highest_use(at) == CellUse::Word
    }

    /// Marks cells as drawn on; words stay words.
    pub(crate) fn take(&mut self, at: Rect) {
        self.fill(at, CellUse::Drawing);
    }

    /// Marks cells as a word that is drawn whatever is there.
    pub(crate) fn take_word(&mut self, at: Rect) {
        self.fill(at, CellUse::Word);
    }

    /// Marks cells as a word and returns true if they are inside, free, and no other word is within `distance` cells.
    pub(crate) fn claim(&mut self, at: Rect, distance: u16) -> bool {
        let inside = at.intersection(self.area) == at && !at.is_empty();
        let x = at.x.saturating_sub(distance);
        let around = Rect { x, width: at.right() - x + distance, ..at };
        if !inside || !self.is_free(at) || self.has_word(around) {
            return false;
        }
        self.fill(at, CellUse::Word);
        true
    }

    fn highest_use(&self, at: Rect) -> CellUse {
        self.rows(at).filter_map(|row| self.cells[row].iter().copied().max()).max().unwrap_or(CellUse::Free)
    }

    fn fill(&mut self, at: Rect, cell_use: CellUse) {
        for row in self.rows(at) {
            for cell in &mut self.cells[row] {
                *cell = cell_use.max(*cell);
            }
        }
    }

    /// The indices of the cells of each row of `at`, as far as it is inside.
    fn rows(&self, at: Rect) -> impl Iterator<Item = std::ops::Range<usize>> + use<> {
        let (at, area) = (at.intersection(self.area), self.area);
        (at.y..at.bottom()).map(move |y| {
            let from = usize::from(y - area.y) * usize::from(area.width) + usize::from(at.x - area.x);
            from..from + usize::from(at.width)
        })
    }
}

/// The area of one cell.
pub(crate) fn cell_area((x, y): (u16, u16)) -> Rect {
    Rect { x, y, width: 1, height: 1 }
}
