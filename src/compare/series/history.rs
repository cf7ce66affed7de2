//! The figures of one series as of a date, indexed by calendar year. Built once for all targets of the series.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};

use crate::compare::series::as_of::{AsOf, figures_with_tolerance};
use crate::compare::series::calendar::year_covered;
use crate::compare::series::figure::Figure;
use crate::compare::series::interval::Interval;
use crate::dataset::records::index::SeriesKey;
use crate::dataset::records::{Dataset, MetricKind};

#[derive(Debug)]
pub(crate) struct History {
    pub(crate) kind: MetricKind,
    /// Ordered by the end of their periods, then by their start.
    pub(crate) figures: Vec<Figure>,
    /// Ascending; only years with a figure.
    pub(crate) years: Vec<YearFigures>,
    /// For each figure: the highest lower bound and the lowest upper bound of it and all later ones. If these do not reach a
    /// target, no later figure does, so a target that is never reached needs no scan.
    best_from: Vec<Interval>,
}

#[derive(Debug)]
pub(crate) struct YearFigures {
    pub(crate) number: i32,
    /// Index of the figure for the whole year; twelve other months count for the year in which they end.
    pub(crate) full: Option<usize>,
    /// Indices of the figures for parts of the year, ascending.
    pub(crate) parts: Vec<usize>,
    /// Index of the part with the highest lower bound; the last of several.
    pub(crate) largest_part: Option<usize>,
}

impl History {
    /// Reads the series as of a date, with this tolerance for "about".
    pub(crate) fn of(dataset: &Dataset, series: SeriesKey, about: f64, as_of: AsOf) -> Self {
        Self::new(dataset[series.0].kind, figures_with_tolerance(dataset, series, about, as_of))
    }

    /// Indexes figures that are already in order.
    pub(crate) fn new(kind: MetricKind, figures: Vec<Figure>) -> Self {
        let mut years: Vec<YearFigures> = Vec::new();
        for (index, figure) in figures.iter().enumerate() {
            let Some((year, full)) = year_covered(figure.first, figure.last) else { continue };
            if years.last().is_none_or(|last| last.number != year) {
                years.push(YearFigures { number: year, full: None, parts: Vec::new(), largest_part: None });
            }
            let Some(last) = years.last_mut() else { continue };
            match full {
                // Calendar years end last in their year, so they come after other twelve months and replace them.
                true if last.full.is_none() || figure.first.year() == year => last.full = Some(index),
                true => {}
                false => {
                    let floor = |index: usize| figures[index].deciding_bounds.lo;
                    let is_most = last.largest_part.is_none_or(|most| floor(index).total_cmp(&floor(most)).is_ge());
                    last.largest_part = if is_most { Some(index) } else { last.largest_part };
                    last.parts.push(index);
                }
            }
        }
        let mut best_from: Vec<Interval> = figures.iter().map(|figure| figure.deciding_bounds).collect();
        for index in (1..best_from.len()).rev() {
            best_from[index - 1] = best_from[index - 1].intersect(best_from[index]);
        }
        Self { kind, figures, years, best_from }
    }

    pub(crate) fn year(&self, year: i32) -> Option<&YearFigures> {
        let index = self.years.binary_search_by_key(&year, |known| known.number).ok()?;
        self.years.get(index)
    }

    /// The years from `first` up to, not including, `end`.
    pub(crate) fn years_between(&self, first: i32, end: i32) -> &[YearFigures] {
        let from = self.years.partition_point(|known| known.number < first);
        let to = self.years.partition_point(|known| known.number < end).max(from);
        &self.years[from..to]
    }

    /// The figures whose periods end from `first` to `last`, both included.
    pub(crate) fn figures_ending(&self, first: NaiveDate, last: NaiveDate) -> &[Figure] {
        let from = self.figures.partition_point(|figure| figure.last < first);
        let to = self.figures.partition_point(|figure| figure.last <= last).max(from);
        &self.figures[from..to]
    }

    /// The first figure whose period ends within `days`, whose deciding bounds satisfy `reaches` and that `counts`.
    pub(crate) fn first_reaching(
        &self,
        days: RangeInclusive<NaiveDate>,
        reaches: impl Fn(Interval) -> bool,
        counts: impl Fn(&Figure) -> bool,
    ) -> Option<&Figure> {
        let from = self.figures.partition_point(|figure| figure.last < *days.start());
        self.best_from.get(from).filter(|best| reaches(**best))?;
        let mut within = self.figures[from..].iter().take_while(|figure| figure.last <= *days.end());
        within.find(|figure| reaches(figure.deciding_bounds) && counts(figure))
    }

    /// The figure for exactly these days.
    pub(crate) fn figure_for_days(&self, first: NaiveDate, last: NaiveDate) -> Option<&Figure> {
        let days = |figure: &Figure| (figure.last, figure.first);
        let index = self.figures.binary_search_by_key(&(last, first), days).ok()?;
        self.figures.get(index)
    }
}
