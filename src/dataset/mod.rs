//! ① What was said and reported: the records of a file, read and checked. Knows nothing of comparing or drawing.

pub mod index;
pub mod period;
pub mod records;
pub mod value;
