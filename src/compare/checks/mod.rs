//! Consistency checks over a whole dataset: the eleven rules and contradicting sources (analytics 4.1, 4.2).

pub mod check;
pub mod growth;

mod reports;
mod totals;

use chrono::NaiveDate;

use crate::compare::checks::check::{CheckOutcome, CheckRule, ConsistencyCheck, KnownSeries};
use crate::compare::series::as_of::{AsOf, figures_with_tolerance};
use crate::compare::series::history::History;
use crate::compare::series::quantity::ABOUT_TOLERANCE;
use crate::compare::series::season::Season;
use crate::dataset::records::Dataset;
use crate::dataset::records::index::SeriesKey;

/// All checks as of a date, ordered by rule, then by severity; a rule without figures gives one `NotComputable`
/// (analytics 4.1).
pub fn checks(dataset: &Dataset, known: NaiveDate) -> Vec<ConsistencyCheck> {
    let history = |series: SeriesKey| {
        let figures = figures_with_tolerance(dataset, series, ABOUT_TOLERANCE, AsOf::of(known));
        History::new(dataset[series.0].kind, figures, Season::CALENDAR_YEAR)
    };
    let series = dataset.index.actuals.keys().map(|&series| (series, history(series)));
    let known_series = KnownSeries { dataset, known, series: series.collect() };
    let mut checks = growth::checks(&known_series);
    checks.extend(totals::checks(&known_series));
    checks.extend(reports::checks(&known_series));
    for rule in CheckRule::ALL {
        if !checks.iter().any(|check| check.rule == rule) {
            checks.push(ConsistencyCheck::bare(rule, CheckOutcome::NotComputable));
        }
    }
    let severity = |outcome| match outcome {
        CheckOutcome::Contradiction => 0,
        CheckOutcome::Warn => 1,
        CheckOutcome::Ok => 2,
        CheckOutcome::NotComputable => 3,
    };
    checks.sort_by_key(|check| (check.rule, severity(check.outcome)));
    checks
}
