//! Where among many figures the next one stands that reaches a promise, without looking at each.
//!
//! A pyramid: the bounds of the figures, above them what pairs of them reach at best, and so on. To look for the next one is
//! to climb past what cannot hold it and to come down into what does: some steps for every doubling of the figures.

use crate::compare::series::quantity::Interval;

/// A pyramid over a row of bounds.
#[derive(Debug)]
pub(crate) struct Peaks {
    /// The bounds themselves, then half as many, and so on up to one.
    levels: Vec<Vec<Interval>>,
}

impl Peaks {
    /// The pyramid over these bounds.
    pub(crate) fn over(bounds: Vec<Interval>) -> Self {
        let mut levels = vec![bounds];
        while let Some(below) = levels.last().filter(|below| below.len() > 1) {
            // The higher floor and the lower ceiling of two: what the better of them reaches, whichever way is better.
            let best = |pair: &[Interval]| pair.iter().copied().reduce(Interval::intersect);
            let above = below.chunks(2).filter_map(best).collect();
            levels.push(above);
        }
        Self { levels }
    }

    /// The first place from `at` on whose bounds reach what is asked. What reaches it alone, or with a higher floor and a
    /// lower ceiling, must reach it.
    pub(crate) fn next(&self, mut at: usize, reaches: impl Fn(Interval) -> bool) -> Option<usize> {
        let mut level = 0;
        loop {
            if !reaches(*self.levels[level].get(at)?) {
                at += 1;
                while at.is_multiple_of(2) && level + 1 < self.levels.len() {
                    (level, at) = (level + 1, at / 2);
                }
            } else if level == 0 {
                return Some(at);
            } else {
                (level, at) = (level - 1, at * 2);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_next_is_the_one_that_a_walk_would_find(
            ends in prop::collection::vec((0..20_i32, 0..5_i32, any::<bool>()), 0..70),
            from in 0..80_usize,
            asked in 0..25_i32,
        ) {
            let between = |&(lo, width, lo_open): &(i32, i32, bool)| {
                Interval { lo_open, ..Interval::between(lo.into(), (lo + width).into()) }
            };
            let bounds: Vec<Interval> = ends.iter().map(between).collect();
            let peaks = Peaks::over(bounds.clone());
            let theta = f64::from(asked);
            let more = |bounds: Interval| bounds.lo > theta || (bounds.lo >= theta && bounds.lo_open);
            let less = |bounds: Interval| bounds.hi <= theta;
            let walk = |reaches: &dyn Fn(Interval) -> bool| (from..bounds.len()).find(|&at| reaches(bounds[at]));
            prop_assert_eq!(peaks.next(from, more), walk(&more));
            prop_assert_eq!(peaks.next(from, less), walk(&less));
        }
    }
}
