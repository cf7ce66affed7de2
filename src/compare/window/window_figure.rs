//! A figure as it counts for a due window: for all of it, or as a floor for part of it.

use std::borrow::Cow;

use crate::compare::series::figure::{Claim, Figure};
use crate::compare::series::interval::Interval;
use crate::compare::series::quantity::Quantity;
use crate::compare::window::promised_number::PromisedNumber;

/// A figure, and how it speaks for a window.
#[derive(Debug, Clone)]
pub(crate) struct WindowFigure<'a> {
    /// The figure; made up where pieces were added.
    pub(crate) figure: Cow<'a, Figure>,
    /// It covers a part of what is asked: the whole is at least that.
    pub(crate) is_part: bool,
}

impl<'a> WindowFigure<'a> {
    /// A figure for all that is asked.
    pub(crate) fn whole(figure: &'a Figure) -> Self {
        Self { figure: Cow::Borrowed(figure), is_part: false }
    }

    /// A figure for a part of it.
    pub(crate) fn part(figure: &'a Figure) -> Self {
        Self { figure: Cow::Borrowed(figure), is_part: true }
    }

    /// The bounds that decide.
    pub(crate) fn bounds(&self) -> Interval {
        self.open_above_if_part(self.figure.deciding_bounds)
    }

    /// The bounds that decide if only this report counted.
    pub(crate) fn bounds_by_claim(&self, claim: &Claim) -> Interval {
        self.open_above_if_part(claim.value.deciding_bounds())
    }

    /// The value to show.
    pub(crate) fn value(&self) -> Quantity {
        if self.is_part { self.figure.value.as_floor() } else { self.figure.value }
    }

    /// It certainly reaches the promise, whichever source is right.
    pub(crate) fn reaches(&self, promise: &PromisedNumber) -> bool {
        promise.is_reached_by(self.bounds())
    }

    /// The reports of it differ.
    pub(crate) fn has_differing_claims(&self) -> bool {
        self.figure.has_differing_claims()
    }

    fn open_above_if_part(&self, bounds: Interval) -> Interval {
        if self.is_part { bounds.open_above() } else { bounds }
    }
}
