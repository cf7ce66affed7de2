//! The figures of one series as of a date, by year of a season, with parts added up. Built once for all targets of the series
//! whose windows have the same months.

use std::ops::Range;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::compare::series::bounds_index::{BoundsIndex, Extent, SearchFrom};
use crate::compare::series::figure::Figure;
use crate::compare::series::interval::Interval;
use crate::compare::series::season::Season;
use crate::compare::series::tiling;
use crate::dataset::format::period::Span;
use crate::dataset::records::MetricKind;

#[derive(Debug)]
pub(crate) struct History {
    pub(crate) kind: MetricKind,
    /// The months that a full figure covers; of stocks no figure is left out for its months.
    pub(crate) season: Season,
    /// As reported, ordered by the end of their periods, then by their start; without estimates of running periods.
    pub(crate) figures: Arc<[Figure]>,
    /// The newest estimate of a running period, if no figure of that time or later is known.
    pub(crate) estimate: Option<Figure>,
    newest_estimate: Option<Figure>,
    /// Parts added up: whole years, and the first months of years.
    sums: Vec<Figure>,
    /// Ascending; only years with a figure.
    pub(crate) years: Vec<YearFigures>,
    /// The figures that can satisfy a target or fail it, ascending.
    states: Vec<State>,
    state_bounds: BoundsIndex,
}

/// The number of a figure in a [`History`].
pub(crate) type FigureIndex = usize;

#[derive(Debug)]
pub(crate) struct YearFigures {
    /// The calendar year in which the season ends.
    pub(crate) number: i32,
    /// The figure of the whole season, as reported or added up.
    pub(crate) full: Option<FigureIndex>,
    /// The figures for parts of it, ascending; the longest sum of its first months last.
    pub(crate) parts: Vec<FigureIndex>,
}

/// A figure that can satisfy a target or fail it: of a flow that of a year or the largest part of one, of a stock every state,
/// of shares, rates and ratios those of a year or a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct State {
    pub(crate) figure: FigureIndex,
    /// It covers only a part: the whole is at least that.
    pub(crate) is_part: bool,
}

impl History {
    /// Indexes the figures of a series, which are in order, by these months.
    pub(crate) fn new(kind: MetricKind, figures: Vec<Figure>, season: Season) -> Self {
        let (early, figures): (Vec<Figure>, Vec<Figure>) =
            figures.into_iter().partition(|figure| figure.is_early_estimate);
        let estimate = early.into_iter().next_back();
        Self::with(kind, figures.into(), estimate, season)
    }

    /// The same figures indexed by other months.
    pub(crate) fn for_season(&self, season: Season) -> Self {
        Self::with(self.kind, Arc::clone(&self.figures), self.newest_estimate.clone(), season)
    }

    fn with(kind: MetricKind, figures: Arc<[Figure]>, estimate: Option<Figure>, season: Season) -> Self {
        let years = years(&figures, season);
        let mut history = Self {
            kind,
            season,
            figures,
            estimate: None,
            newest_estimate: estimate,
            sums: Vec::new(),
            years,
            states: Vec::new(),
            state_bounds: BoundsIndex::default(),
        };
        if kind == MetricKind::Flow {
            history.add_up();
        }
        history.estimate = history.newest_estimate.clone().filter(|estimate| !history.is_overtaken(estimate));
        history.states = history.all_states();
        let bounds: Vec<Interval> = history.states.iter().map(|state| history.state_bounds(*state)).collect();
        history.state_bounds = BoundsIndex::of(&bounds);
        history
    }

    pub(crate) fn figure(&self, index: FigureIndex) -> &Figure {
        self.figures.get(index).unwrap_or_else(|| &self.sums[index - self.figures.len()])
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

    /// The figures as reported whose periods end from `first` to `last`, both included.
    pub(crate) fn figures_ending(&self, first: NaiveDate, last: NaiveDate) -> &[Figure] {
        let from = self.figures.partition_point(|figure| figure.last < first);
        let to = self.figures.partition_point(|figure| figure.last <= last).max(from);
        &self.figures[from..to]
    }

    /// The figure reported for exactly these days.
    pub(crate) fn figure_for_days(&self, first: NaiveDate, last: NaiveDate) -> Option<&Figure> {
        let days = |figure: &Figure| (figure.last, figure.first);
        let index = self.figures.binary_search_by_key(&(last, first), days).ok()?;
        self.figures.get(index)
    }

    /// Parts reported within these days added up, if they leave no gap.
    pub(crate) fn sum_for_days(&self, first: NaiveDate, last: NaiveDate) -> Option<Figure> {
        let parts = self.figures_ending(first, last).iter();
        (self.kind == MetricKind::Flow).then(|| tiling::sum(&tiling::tiles(parts, first, last)?)).flatten()
    }

    pub(crate) fn state(&self, index: usize) -> State {
        self.states[index]
    }

    pub(crate) fn state_figure(&self, state: State) -> &Figure {
        self.figure(state.figure)
    }

    /// The bounds that decide whether a state satisfies a target.
    pub(crate) fn state_bounds(&self, state: State) -> Interval {
        let bounds = self.figure(state.figure).deciding_bounds;
        if state.is_part { bounds.open_above() } else { bounds }
    }

    /// The states of periods that end after one day and by another.
    pub(crate) fn states_ending(&self, after: NaiveDate, by: NaiveDate) -> Range<usize> {
        let from = self.states.partition_point(|state| self.state_figure(*state).last <= after);
        let to = self.states.partition_point(|state| self.state_figure(*state).last <= by).max(from);
        from..to
    }

    /// The first or last of these states that `is` accepts; see [`BoundsIndex::find`].
    pub(crate) fn find_state(
        &self,
        range: Range<usize>,
        from: SearchFrom,
        may: impl Fn(&Extent) -> bool,
        is: impl Fn(State) -> bool,
    ) -> Option<usize> {
        self.state_bounds.find(range, from, may, |at| is(self.states[at]))
    }

    /// Adds up parts: for each year without a figure of its own, and for the longest time from the start of each year.
    fn add_up(&mut self) {
        let mut sums: Vec<Figure> = Vec::new();
        for year in &mut self.years {
            let (first, last) = self.season.days(year.number);
            let parts = || year.parts.iter().map(|&index| &self.figures[index]);
            let mut add = |sum: Figure| {
                sums.push(sum);
                self.figures.len() + sums.len() - 1
            };
            let whole = year.full.is_none().then(|| tiling::tiles(parts(), first, last)).flatten();
            let start =
                if self.season.is_year() { tiling::starts(parts(), first, last).into_iter().max() } else { None };
            let is_reported = |end| parts().any(|part| (part.first, part.last) == (first, end));
            let start = start.filter(|&end| !is_reported(end)).and_then(|end| tiling::tiles(parts(), first, end));
            let whole = whole.and_then(|tiles| tiling::sum(&tiles));
            let start = start.and_then(|tiles| tiling::sum(&tiles));
            year.full = year.full.or(whole.map(&mut add));
            year.parts.extend(start.map(&mut add));
        }
        self.sums = sums;
    }

    /// Whether a figure, or a part-year of two months or more, of the same time or later is known (analytics 10, "an estimate of
    /// a period that is not over").
    fn is_overtaken(&self, estimate: &Figure) -> bool {
        let Some(year) = self.season.year_of(estimate.first, estimate.last) else { return true };
        if self.kind == MetricKind::Stock {
            return self.figures.last().is_some_and(|newest| newest.last >= estimate.last);
        }
        self.years_between(year, i32::MAX).iter().any(|known| {
            let is_long = |&part: &FigureIndex| {
                let part = self.figure(part);
                let months = self.season.months_so_far(part.first, part.last);
                self.kind != MetricKind::Flow || months.is_some_and(|months| months >= 2)
            };
            known.full.is_some() || known.parts.iter().any(is_long)
        })
    }

    fn all_states(&self) -> Vec<State> {
        if self.kind != MetricKind::Flow {
            let figures = self.figures.iter().enumerate();
            let counts = |(_, figure): &(usize, &Figure)| self.kind == MetricKind::Stock || self.is_full_level(figure);
            return figures.filter(counts).map(|(figure, _)| State { figure, is_part: false }).collect();
        }
        let floor = |index: &FigureIndex| self.figure(*index).deciding_bounds.lo;
        let largest = |parts: &[FigureIndex]| parts.iter().copied().max_by(|a, b| floor(a).total_cmp(&floor(b)));
        let state = |year: &YearFigures| match year.full {
            Some(figure) => Some(State { figure, is_part: false }),
            None => largest(&year.parts).map(|figure| State { figure, is_part: true }),
        };
        self.years.iter().filter_map(state).collect()
    }

    /// Whether a share, rate or ratio is that of a day or of a whole year, not of a part of one.
    pub(crate) fn is_full_level(&self, figure: &Figure) -> bool {
        let is_year = || self.season.is_full(figure.first, figure.last);
        matches!(figure.period.span, Span::Day(_)) || is_year()
    }
}

/// Figures in order, of a flow with the sums of the parts of years that are not reported themselves: of each year of the season,
/// and of its first months as far as parts follow each other. For showing a series.
pub(crate) fn with_sums(kind: MetricKind, mut figures: Vec<Figure>, season: Season) -> Vec<Figure> {
    if kind != MetricKind::Flow {
        return figures;
    }
    let mut sums = Vec::new();
    let reported = figures.iter().filter(|figure| !figure.is_early_estimate);
    let in_one_year: Vec<(i32, &Figure)> =
        reported.filter_map(|figure| Some((season.year_of(figure.first, figure.last)?, figure))).collect();
    for of_year in in_one_year.chunk_by(|a, b| a.0 == b.0) {
        let (first, last) = season.days(of_year[0].0);
        let parts = || of_year.iter().map(|(_, figure)| *figure);
        let is_reported = |end: NaiveDate| parts().any(|part| (part.first, part.last) == (first, end));
        let ends = tiling::starts(parts(), first, last).into_iter().chain([last]);
        let tiles = ends.filter(|end| !is_reported(*end)).filter_map(|end| tiling::tiles(parts(), first, end));
        sums.extend(tiles.filter_map(|tiles| tiling::sum(&tiles)));
    }
    figures.extend(sums);
    figures.sort_by_key(|figure| (figure.last, figure.first));
    figures
}

/// The figures by year of the season.
fn years(figures: &[Figure], season: Season) -> Vec<YearFigures> {
    let mut by_year: Vec<(i32, FigureIndex)> = Vec::with_capacity(figures.len());
    by_year.extend(
        figures
            .iter()
            .enumerate()
            .filter_map(|(index, figure)| Some((season.year_of(figure.first, figure.last)?, index))),
    );
    by_year.sort_by_key(|(year, _)| *year);
    let year = |of_year: &[(i32, FigureIndex)]| {
        let number = of_year[0].0;
        let days = season.days(number);
        let is_full = |index: FigureIndex| (figures[index].first, figures[index].last) == days;
        let (full, parts) = of_year.iter().map(|(_, index)| *index).partition::<Vec<_>, _>(|index| is_full(*index));
        YearFigures { number, full: full.first().copied(), parts }
    };
    by_year.chunk_by(|a, b| a.0 == b.0).map(year).collect()
}
