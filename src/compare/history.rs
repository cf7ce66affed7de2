//! The figures of one series as known on a day, with its years found.
//!
//! Here: which figure stands for a calendar year, and which cover parts of one. Built once for all targets of the series.

use chrono::{Datelike, NaiveDate};

use super::known::{Figure, Knowledge, figures_reading};
use crate::dataset::index::Series;
use crate::dataset::period::{Period, Span};
use crate::dataset::records::{Dataset, MetricKind};

/// The figures of a series, in order, and its years.
#[derive(Debug)]
pub(crate) struct History {
    /// What the metric's periods mean.
    pub(crate) kind: MetricKind,
    /// By the end of their periods, then by their start.
    pub(crate) figures: Vec<Figure>,
    /// In order; only those with a figure.
    pub(crate) years: Vec<Year>,
}

/// What is known of one calendar year.
#[derive(Debug)]
pub(crate) struct Year {
    /// Its number.
    pub(crate) number: i32,
    /// The place of the figure for all of it; twelve other months stand in for the year in which they end.
    pub(crate) full: Option<usize>,
    /// The places of figures for parts of it, in order.
    pub(crate) parts: Vec<usize>,
}

impl History {
    /// The history of a series as known, "about" read with this tolerance.
    pub(crate) fn of(dataset: &Dataset, series: Series, about: f64, knowledge: Knowledge) -> Self {
        let figures = figures_reading(dataset, series, about, knowledge);
        let mut years: Vec<Year> = Vec::new();
        for (place, figure) in figures.iter().enumerate() {
            let Some((year, full)) = part_of_year(&figure.period) else { continue };
            if years.last().is_none_or(|last| last.number != year) {
                years.push(Year { number: year, full: None, parts: Vec::new() });
            }
            let Some(last) = years.last_mut() else { continue };
            match full {
                // Calendar years end last in their year, so they come after other twelve months and replace them.
                true if last.full.is_none() || figure.period.full_year().is_some() => last.full = Some(place),
                true => {}
                false => last.parts.push(place),
            }
        }
        Self { kind: dataset[series.0].kind, figures, years }
    }

    /// What is known of a year.
    pub(crate) fn year(&self, year: i32) -> Option<&Year> {
        let place = self.years.binary_search_by_key(&year, |known| known.number).ok()?;
        self.years.get(place)
    }

    /// What is known of the years from `first` up to, not including, `end`.
    pub(crate) fn years_between(&self, first: i32, end: i32) -> &[Year] {
        let from = self.years.partition_point(|known| known.number < first);
        let to = self.years.partition_point(|known| known.number < end).max(from);
        &self.years[from..to]
    }

    /// The figures whose periods end from `first` to `last`, both included.
    pub(crate) fn ending(&self, first: NaiveDate, last: NaiveDate) -> &[Figure] {
        let from = self.figures.partition_point(|figure| figure.period.end() < first);
        let to = self.figures.partition_point(|figure| figure.period.end() <= last).max(from);
        &self.figures[from..to]
    }

    /// The figure for exactly these days.
    pub(crate) fn exactly(&self, first: NaiveDate, last: NaiveDate) -> Option<&Figure> {
        let days = |figure: &Figure| (figure.period.end(), figure.period.start());
        let place = self.figures.binary_search_by_key(&(last, first), days).ok()?;
        self.figures.get(place)
    }
}

/// The year that a period belongs to, and whether it stands for the whole of it (analytics 10, "twelve months that are not
/// a calendar year"); none for a period that spans years otherwise.
pub(crate) fn part_of_year(period: &Period) -> Option<(i32, bool)> {
    if let Some(year) = period.full_year() {
        return Some((year, true));
    }
    match months(period) {
        Some(12) => Some((period.end().year(), true)),
        _ => (period.start().year() == period.end().year()).then(|| (period.end().year(), false)),
    }
}

/// How many whole months a period has, if it is made of whole months.
pub(crate) fn months(period: &Period) -> Option<i32> {
    let (start, end) = (period.start(), period.end());
    let whole = start.day() == 1 && end.succ_opt().is_some_and(|next| next.day() == 1);
    let number = |day: NaiveDate| day.year() * 12 + day.month().cast_signed();
    (whole && !matches!(period.span, Span::Day(_))).then(|| number(end) - number(start) + 1)
}
