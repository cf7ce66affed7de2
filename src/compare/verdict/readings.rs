//! The figures of a series, read with each tolerance of "about".

use chrono::NaiveDate;

use crate::compare::progress::assessment_input::AssessmentInput;
use crate::compare::progress::at_statement::StartingPoints;
use crate::compare::progress::baseline::points;
use crate::compare::progress::trend::SeriesTrend;
use crate::compare::progress::types::SeriesPoint;
use crate::compare::series::as_of::AsOf;
use crate::compare::series::history::History;
use crate::compare::series::quantity::{ABOUT_TOLERANCE, QuantityForm};
use crate::compare::window::due_window::DueWindow;
use crate::compare::window::promised_number::PromisedNumber;
use crate::dataset::format::value::Hedge;
use crate::dataset::records::index::SeriesKey;
use crate::dataset::records::{Dataset, Id, Target};

/// The tolerances of "about" tried besides the default (analytics 1.2).
pub(crate) const OTHER_TOLERANCES: [f64; 2] = [0.025, 0.10];

#[derive(Debug)]
pub(crate) struct SeriesReadings {
    /// With the default tolerance.
    pub(crate) usual: SeriesReading,
    /// With each of [`OTHER_TOLERANCES`]; none if no report depends on the tolerance.
    pub(crate) others: Option<[SeriesReading; 2]>,
    /// What was known when the targets were stated.
    pub(crate) starting_points: StartingPoints,
}

impl SeriesReadings {
    pub(crate) fn of(dataset: &Dataset, series: SeriesKey, targets: &[Id<Target>], known: NaiveDate) -> Self {
        let read = |about| SeriesReading::of(History::of(dataset, series, about, AsOf::of(known)));
        let usual = read(ABOUT_TOLERANCE);
        let about = |said: QuantityForm| matches!(said, QuantityForm::Amount(Hedge::About, _));
        let mut claims = usual.history.figures.iter().flat_map(|figure| &figure.claims);
        let depends = claims.any(|claim| about(claim.value.said) && dataset[claim.actual].tolerance.is_none());
        Self {
            usual,
            others: depends.then(|| OTHER_TOLERANCES.map(read)),
            starting_points: StartingPoints::of(dataset, series, targets, known),
        }
    }
}

/// The figures of a series, read with one tolerance, and their trend.
#[derive(Debug)]
pub(crate) struct SeriesReading {
    history: History,
    points: Vec<SeriesPoint>,
    trend: SeriesTrend,
}

impl SeriesReading {
    fn of(history: History) -> Self {
        let points = points(&history);
        let trend = SeriesTrend::of(history.kind, &points);
        Self { history, points, trend }
    }

    pub(crate) fn input<'a>(
        &'a self,
        promise: &'a PromisedNumber,
        window: Option<DueWindow>,
        said: NaiveDate,
        known: NaiveDate,
    ) -> AssessmentInput<'a> {
        let Self { history, points, trend } = self;
        AssessmentInput { history, points, trend, promise, window, said, known }
    }
}
