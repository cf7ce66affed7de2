//! A figure as it counts for a due window: for all of it, or as a floor for part of it.

use std::borrow::Cow;

use crate::compare::series::figure::{Claim, Figure};
use crate::compare::series::interval::Interval;
use crate::compare::series::quantity::Quantity;

#[derive(Debug, Clone)]
pub(crate) struct WindowFigure<'a> {
    /// Owned where pieces were added up.
    pub(crate) figure: Cow<'a, Figure>,
    /// It covers only a part of the window: the whole is at least that.
    pub(crate) is_part: bool,
}

impl<'a> WindowFigure<'a> {
    pub(crate) fn whole(figure: &'a Figure) -> Self {
        Self { figure: Cow::Borrowed(figure), is_part: false }
    }

    pub(crate) fn part(figure: &'a Figure) -> Self {
        Self { figure: Cow::Borrowed(figure), is_part: true }
    }

    /// A sum of parts that covers the window.
    pub(crate) fn sum(figure: Figure) -> Self {
        Self { figure: Cow::Owned(figure), is_part: false }
    }

    /// The bounds used in comparisons.
    pub(crate) fn bounds(&self) -> Interval {
        self.open_above_if_part(self.figure.deciding_bounds)
    }

    /// The same if only this report counted.
    pub(crate) fn bounds_by_claim(&self, claim: &Claim) -> Interval {
        self.open_above_if_part(claim.value.deciding_bounds())
    }

    pub(crate) fn value(&self) -> Quantity {
        let value = self.figure.value_over_claims();
        if self.is_part { value.as_floor() } else { value }
    }

    pub(crate) fn has_differing_claims(&self) -> bool {
        self.figure.has_differing_claims()
    }

    fn open_above_if_part(&self, bounds: Interval) -> Interval {
        if self.is_part { bounds.open_above() } else { bounds }
    }
}
