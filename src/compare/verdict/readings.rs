//! The figures of a series, read with each tolerance of "about" and for the months of each target's window.

use chrono::NaiveDate;
use foldhash::{HashMap, HashMapExt};

use crate::compare::progress::assessment_input::AssessmentInput;
use crate::compare::progress::at_statement::StartingPoints;
use crate::compare::progress::baseline::points;
use crate::compare::progress::trend::SeriesTrend;
use crate::compare::progress::types::SeriesPoint;
use crate::compare::series::as_of::{AsOf, figures_with_tolerance};
use crate::compare::series::history::History;
use crate::compare::series::quantity::{ABOUT_TOLERANCE, Quantity, QuantityForm};
use crate::compare::series::season::{Season, year_meant};
use crate::compare::window::due_window::DueWindow;
use crate::compare::window::promised_number::PromisedNumber;
use crate::dataset::format::value::Hedge;
use crate::dataset::records::index::SeriesKey;
use crate::dataset::records::{Actual, Dataset, Id, Target};

/// The tolerances of "about" tried besides the default (analytics 1.2).
pub(crate) const OTHER_TOLERANCES: [f64; 2] = [0.025, 0.10];

#[derive(Debug)]
pub(crate) struct SeriesReadings {
    /// With the default tolerance.
    pub(crate) usual: SeriesReading,
    /// With each of [`OTHER_TOLERANCES`]; none if no report depends on the tolerance.
    pub(crate) others: Option<[OtherReading; 2]>,
    /// What was known when the targets were stated.
    pub(crate) starting_points: StartingPoints,
    /// The twelve months that a due year means.
    pub(crate) year_meant: Season,
}

/// The figures and the starting points read with another tolerance.
#[derive(Debug)]
pub(crate) struct OtherReading {
    pub(crate) reading: SeriesReading,
    pub(crate) starting_points: StartingPoints,
}

impl SeriesReadings {
    pub(crate) fn of(dataset: &Dataset, series: SeriesKey, targets: &[Id<Target>], known: NaiveDate) -> Self {
        let kind = dataset[series.0].kind;
        let figures = |about| figures_with_tolerance(dataset, series, about, AsOf::of(known));
        let usual = figures(ABOUT_TOLERANCE);
        let year_meant = year_meant(kind, &usual);
        let season =
            |id: Id<Target>| DueWindow::of_target(dataset, id, year_meant).map_or(year_meant, |window| window.season);
        let with_season: Vec<(Id<Target>, Season)> = targets.iter().map(|&id| (id, season(id))).collect();
        // Also a report that was replaced since: a target may start from it.
        let is_about = |actual: &Actual| {
            let value = Quantity::from_value(&actual.value, kind, ABOUT_TOLERANCE);
            value.is_some_and(|value| matches!(value.form, QuantityForm::Amount(Hedge::About, _)))
        };
        let mut reports = dataset.index.actuals_of(series).iter().map(|&id| &dataset[id]);
        let depends =
            reports.any(|actual| actual.published.day <= known && actual.tolerance.is_none() && is_about(actual));
        let read = |figures| {
            let first = with_season.first().map_or(year_meant, |(_, season)| *season);
            let history = History::new(kind, figures, first);
            SeriesReading::of(history, with_season.iter().map(|(_, season)| *season))
        };
        let start = |about| StartingPoints::of(dataset, series, with_season.iter().copied(), known, about);
        let other = |about| OtherReading { reading: read(figures(about)), starting_points: start(about) };
        Self {
            usual: read(usual),
            others: depends.then(|| OTHER_TOLERANCES.map(other)),
            starting_points: start(ABOUT_TOLERANCE),
            year_meant,
        }
    }
}

/// The figures of a series, read with one tolerance.
#[derive(Debug)]
pub(crate) struct SeriesReading {
    /// By the months that figures are compared on.
    by_season: HashMap<Season, SeasonReading>,
}

/// The figures of a series for the same months of every year, and their trend.
#[derive(Debug)]
pub(crate) struct SeasonReading {
    pub(crate) history: History,
    points: Vec<SeriesPoint>,
    trend: SeriesTrend,
}

impl SeriesReading {
    fn of(history: History, seasons: impl Iterator<Item = Season>) -> Self {
        let mut by_season = HashMap::new();
        for season in seasons {
            if season != history.season {
                by_season.entry(season).or_insert_with(|| SeasonReading::of(history.for_season(season)));
            }
        }
        by_season.insert(history.season, SeasonReading::of(history));
        Self { by_season }
    }

    /// The reading for the months of a target's window.
    pub(crate) fn season(&self, season: Season) -> Option<&SeasonReading> {
        self.by_season.get(&season)
    }
}

impl SeasonReading {
    fn of(history: History) -> Self {
        let points = points(&history);
        let trend = SeriesTrend::of(history.kind, &points);
        Self { history, points, trend }
    }

    pub(crate) fn input<'a>(
        &'a self,
        dataset: &'a Dataset,
        target: Id<Target>,
        promise: &'a PromisedNumber,
        window: Option<DueWindow>,
        known: NaiveDate,
    ) -> AssessmentInput<'a> {
        let Self { history, points, trend } = self;
        let (said, path) = (dataset[target].said.day, dataset[target].path);
        AssessmentInput { history, points, trend, promise, dataset, target, path, window, said, known }
    }
}
