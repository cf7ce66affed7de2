//! The chart modes, one file each: from some series to their [`SeriesChart`](crate::page::charts::series_chart::SeriesChart)s in
//! shared columns.

pub(super) mod index;
pub(super) mod part_years;
pub(super) mod year_to_date;
pub(super) mod years;
