//! Finds figures by their bounds without reading all of them. With 10,000 targets on a series of 100,000 figures, reading
//! every figure for every target would be 10⁹ comparisons for one page.

use std::ops::Range;

use crate::compare::series::interval::Interval;

/// Figures read one by one at the bottom of the tree.
const BLOCK: usize = 16;

/// A binary tree over the bounds of figures in order.
#[derive(Debug, Default)]
pub(crate) struct BoundsIndex {
    len: usize,
    /// The root first; the children of node `n` are `2n + 1` and `2n + 2`. None below the last figure.
    nodes: Vec<Option<Extent>>,
    /// Figures below the root, a power of two of blocks.
    width: usize,
}

/// The ends of the bounds of several figures.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Extent {
    /// From the highest lower end to the lowest upper end; may be empty.
    pub(crate) common: Interval,
    /// From the lowest lower end to the highest upper end.
    pub(crate) hull: Interval,
}

/// From which end of a range to search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SearchFrom {
    Start,
    End,
}

impl Extent {
    fn join(self, other: Self) -> Self {
        Self { common: self.common.intersect(other.common), hull: self.hull.hull(other.hull) }
    }
}

impl BoundsIndex {
    pub(crate) fn of(bounds: &[Interval]) -> Self {
        let blocks = bounds.len().div_ceil(BLOCK).next_power_of_two();
        let mut nodes = vec![None; 2 * blocks - 1];
        for (block, bounds) in bounds.chunks(BLOCK).enumerate() {
            let extents = bounds.iter().map(|&bounds| Extent { common: bounds, hull: bounds });
            nodes[blocks - 1 + block] = extents.reduce(Extent::join);
        }
        for node in (0..blocks - 1).rev() {
            nodes[node] = match (nodes[2 * node + 1], nodes[2 * node + 2]) {
                (Some(left), Some(right)) => Some(left.join(right)),
                (left, right) => left.or(right),
            };
        }
        Self { len: bounds.len(), nodes, width: blocks * BLOCK }
    }

    /// The first or last figure of the range that `is` accepts. `may` tells whether figures with such ends can contain one.
    pub(crate) fn find(
        &self,
        range: Range<usize>,
        from: SearchFrom,
        may: impl Fn(&Extent) -> bool,
        is: impl Fn(usize) -> bool,
    ) -> Option<usize> {
        let range = range.start..range.end.min(self.len);
        // Nodes still to search, the next one last, each with the figures below it.
        let mut open = vec![(0, 0..self.width)];
        while let Some((node, span)) = open.pop() {
            let within = span.start.max(range.start)..span.end.min(range.end);
            if within.is_empty() || !self.nodes.get(node).copied().flatten().is_some_and(|extent| may(&extent)) {
                continue;
            }
            if span.len() > BLOCK {
                let middle = usize::midpoint(span.start, span.end);
                let children = [(2 * node + 1, span.start..middle), (2 * node + 2, middle..span.end)];
                let [left, right] = children;
                open.extend(if from == SearchFrom::Start { [right, left] } else { [left, right] });
                continue;
            }
            let mut found = within;
            let found = if from == SearchFrom::Start { found.find(|at| is(*at)) } else { found.rfind(|at| is(*at)) };
            if found.is_some() {
                return found;
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{BoundsIndex, Interval, SearchFrom};

    #[test]
    fn the_first_and_the_last_figure_above_a_number_are_found() {
        let values: Vec<f64> = (0..1000).map(|at| f64::from((at * 7919) % 1000)).collect();
        let index = BoundsIndex::of(&values.iter().map(|value| Interval::exactly(*value)).collect::<Vec<_>>());
        for (start, end, least) in [(0, 1000, 999.0), (17, 640, 990.0), (300, 301, 0.0), (5, 5, 0.0), (0, 2000, 1000.0)]
        {
            let is = |at: &usize| values[*at] >= least;
            let within = start..end.min(1000);
            let find = |from| index.find(start..end, from, |extent| extent.hull.hi >= least, |at| is(&at));
            assert_eq!(find(SearchFrom::Start), within.clone().find(is));
            assert_eq!(find(SearchFrom::End), within.clone().rfind(is));
        }
    }
}
