//! The marks of a column chart: bars, frames, other sources, numbers, projections.

pub(super) mod columns;
pub(super) mod labels;
pub(super) mod projections;

mod column_shape;
#[cfg(test)]
mod true_heights;
