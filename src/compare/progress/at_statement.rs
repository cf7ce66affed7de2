//! What was known of a series when its targets were stated (analytics 3.3, "no hindsight"): the figures that a baseline and
//! the growth before it need. Which figure is the baseline is in `baseline`.
//!
//! Nothing is read twice: targets between two publications start alike, and only figures that can matter are read.

use chrono::{Datelike, NaiveDate};
use foldhash::HashMap;

use crate::compare::progress::baseline::starting_points;
use crate::compare::progress::projection::five_years_before;
use crate::compare::progress::trend::recent_growth;
use crate::compare::progress::types::SeriesPoint;
use crate::compare::series::as_of::{AsOf, SAME_REPORT_DAYS, figure_of, reported_with};
use crate::compare::series::figure::Figure;
use crate::compare::series::history::History;
use crate::compare::series::quantity::Quantity;
use crate::compare::series::season::Season;
use crate::compare::window::due_window::WindowRule;
use crate::dataset::records::LineShape;
use crate::dataset::records::index::SeriesKey;
use crate::dataset::records::{Actual, Dataset, Id, MetricKind, Target};

/// Years before the newest figure that can matter: those of the trend, and one for the ends of periods.
const MAX_YEARS_BACK: i32 = 6;

/// The figures from which a target starts.
#[derive(Debug, Clone, Default)]
pub(crate) struct StartingPoint {
    /// The last two figures, in order of time: a baseline is one of them.
    pub(crate) last: Vec<SeriesPoint>,
    /// Yearly growth of the logarithm over the last years; none if a figure is not above zero.
    geometric: Option<f64>,
    /// The same in units of the metric.
    linear: Option<f64>,
}

impl StartingPoint {
    fn of(history: &History) -> Self {
        let mut points = starting_points(history);
        points.retain(|point| !point.is_early_estimate);
        let geometric = recent_growth(&points, LineShape::Geometric);
        let linear = recent_growth(&points, LineShape::Linear);
        Self { last: points.split_off(points.len().saturating_sub(2)), geometric, linear }
    }

    /// Growth a year before the statement, on a line of this shape.
    pub(crate) fn growth(&self, line: LineShape) -> Option<f64> {
        match line {
            LineShape::Geometric => self.geometric,
            LineShape::Linear => self.linear,
        }
    }
}

/// The starting points of the targets of a series.
#[derive(Debug, Default)]
pub(crate) struct StartingPoints {
    /// The days on which a report of the series or its source was published, ascending.
    news: Vec<NaiveDate>,
    /// After so many of them.
    by_news: HashMap<(usize, Season), StartingPoint>,
    /// Those that also include reports published shortly after the statement in its own source.
    by_target: HashMap<Id<Target>, StartingPoint>,
}

impl StartingPoints {
    /// Reads the starting points of these targets, given with the months of their windows, with a tolerance of "about".
    pub(crate) fn of(
        dataset: &Dataset,
        series: SeriesKey,
        targets: impl IntoIterator<Item = (Id<Target>, Season)>,
        known: NaiveDate,
        about: f64,
    ) -> Self {
        let mut starting_points = Self::default();
        let rule = WindowRule::of(dataset[series.0].kind);
        let reports = dataset.index.actuals_of(series);
        // Cumulative metrics start at zero, milestones have no figures.
        if reports.is_empty() || matches!(rule, WindowRule::Cumulative | WindowRule::Milestone) {
            return starting_points;
        }
        starting_points.news = change_days(dataset, reports);
        let mut reports = SeriesReports::of(dataset, series, about);
        for (id, season) in targets {
            let said = dataset[id].said.day;
            if said > known {
                continue;
            }
            let late = reports.reported_with(id, known);
            if late.is_empty() {
                let key = (starting_points.news_by(said), season);
                let start = || reports.start(&Reading { as_of: AsOf::of(said), said, late }, season);
                starting_points.by_news.entry(key).or_insert_with(start);
            } else {
                let as_of = AsOf::at_statement(dataset, id, known);
                starting_points.by_target.insert(id, reports.start(&Reading { as_of, said, late }, season));
            }
        }
        starting_points
    }

    pub(crate) fn at_statement(&self, id: Id<Target>, said: NaiveDate, season: Season) -> Option<&StartingPoint> {
        self.by_target.get(&id).or_else(|| self.by_news.get(&(self.news_by(said), season)))
    }

    fn news_by(&self, day: NaiveDate) -> usize {
        self.news.partition_point(|news| *news <= day)
    }
}

/// What counts as known at a statement.
struct Reading {
    as_of: AsOf,
    said: NaiveDate,
    /// The periods with reports that appeared after the statement in its own source.
    late: Vec<usize>,
}

/// The reports of a series that can matter for a starting point, by period.
struct SeriesReports<'a> {
    dataset: &'a Dataset,
    kind: MetricKind,
    about: f64,
    /// Ordered by the end of the period, then by its start.
    periods: Vec<PeriodReports<'a>>,
    /// For each period: the first publication of a report of it or of a later period.
    first_known: Vec<NaiveDate>,
    /// All reports by date of publication, with the index of their period.
    published: Vec<(NaiveDate, Id<Actual>, usize)>,
    /// Of a stock: the periods with a report that is not above zero.
    not_positive: Vec<usize>,
}

/// The reports of one period, with the figure last computed from them.
struct PeriodReports<'a> {
    last: NaiveDate,
    reports: &'a [Id<Actual>],
    /// The dates on which the figure can change, ascending; empty for a single report.
    changes: Vec<NaiveDate>,
    /// The figure after so many of `changes`.
    read: Option<(usize, Option<Figure>)>,
}

impl<'a> SeriesReports<'a> {
    fn of(dataset: &'a Dataset, series: SeriesKey, about: f64) -> Self {
        let kind = dataset[series.0].kind;
        let days = |id: &Id<Actual>| dataset[*id].period.days();
        let all = dataset.index.actuals_of(series).chunk_by(|a, b| days(a) == days(b));
        let periods = all.filter_map(|reports| {
            let (_, last) = days(reports.first()?);
            let alone = reports.len() == 1;
            let changes = if alone { Vec::new() } else { change_days(dataset, reports) };
            Some(PeriodReports { last, reports, changes, read: None })
        });
        let periods: Vec<PeriodReports<'a>> = periods.collect();
        let reports =
            periods.iter().enumerate().flat_map(|(index, period)| period.reports.iter().map(move |id| (index, *id)));
        let mut published: Vec<_> = reports.map(|(index, id)| (dataset[id].published.day, id, index)).collect();
        let mut first_known = vec![NaiveDate::MAX; periods.len()];
        for (day, _, index) in &published {
            first_known[*index] = first_known[*index].min(*day);
        }
        for index in (1..first_known.len()).rev() {
            first_known[index - 1] = first_known[index - 1].min(first_known[index]);
        }
        published.sort_unstable();
        let mut reports = Self { dataset, kind, about, periods, first_known, published, not_positive: Vec::new() };
        if kind == MetricKind::Stock {
            let indices = 0..reports.periods.len();
            reports.not_positive = indices.filter(|index| !reports.is_certainly_positive(*index)).collect();
        }
        reports
    }

    /// Whether every report of a period is above zero: its figure is then too.
    fn is_certainly_positive(&self, index: usize) -> bool {
        self.periods[index].reports.iter().all(|id| {
            let quantity = Quantity::from_value(&self.dataset[*id].value, self.kind, self.about);
            quantity.is_none_or(|quantity| quantity.nominal > 0.0)
        })
    }

    /// The periods with reports that appeared after a statement in its own source.
    fn reported_with(&self, id: Id<Target>, known: NaiveDate) -> Vec<usize> {
        let said = self.dataset[id].said.day;
        let after = self.published.partition_point(|(day, ..)| *day <= said);
        let soon = self.published[after..].iter().take_while(|(day, ..)| (*day - said).num_days() <= SAME_REPORT_DAYS);
        soon.filter(|(_, report, _)| reported_with(self.dataset, *report, id, known))
            .map(|(.., index)| *index)
            .collect()
    }

    fn start(&mut self, reading: &Reading, season: Season) -> StartingPoint {
        let known = self.first_known.partition_point(|day| *day <= reading.said);
        let end = reading.late.iter().fold(known, |known, index| known.max(index + 1));
        let figures = match self.kind {
            MetricKind::Stock => self.ends_of_five_years(reading, end),
            _ => self.newest_years(reading, end, season),
        };
        StartingPoint::of(&History::new(self.kind, figures, season))
    }

    /// The figures of the newest years, and of all years while the newest is not complete: past years are needed to annualise it.
    fn newest_years(&mut self, reading: &Reading, end: usize, season: Season) -> Vec<Figure> {
        let mut figures: Vec<Figure> = Vec::new();
        // The year of the newest figure that is no early estimate, and whether it is complete.
        let (mut newest, mut enough) = (None, false);
        for index in (0..end).rev() {
            let last = self.periods[index].last.year();
            if enough && newest.is_some_and(|newest| last < newest - MAX_YEARS_BACK) {
                break;
            }
            let Some(figure) = self.read(index, reading) else { continue };
            if !figure.is_early_estimate {
                let newest = *newest.get_or_insert(last);
                let is_full = season.is_full(figure.first, figure.last);
                enough |= WindowRule::of(self.kind) == WindowRule::Level || (is_full && last == newest);
            }
            figures.push(figure);
        }
        figures.reverse();
        figures
    }

    /// Of a stock: the last two states, the first of the last five years, and one between them that is not above zero, if
    /// there is one. No other state matters for a baseline or the growth before it. With 10,000 targets on 100,000 daily states,
    /// a step in time takes 0.6 s on the Targets page; reading all states of five years for each statement, more than 50 s.
    fn ends_of_five_years(&mut self, reading: &Reading, end: usize) -> Vec<Figure> {
        let (mut figures, mut days) = (Vec::new(), Vec::new());
        let mut oldest = end;
        while oldest > 0 && days.len() < 2 {
            oldest -= 1;
            if let Some(figure) = self.read(oldest, reading) {
                if !figure.is_early_estimate && days.last() != Some(&figure.last) {
                    days.push(figure.last);
                }
                figures.push(figure);
            }
        }
        let Some(newest) = days.first() else { return Vec::new() };
        let first_day = five_years_before(*newest);
        let first = (self.periods.partition_point(|period| period.last < first_day)..oldest)
            .find(|index| self.read_state(*index, reading).is_some());
        let Some(first) = first else {
            figures.reverse();
            return figures;
        };
        let after_first = self.end_of_day(first);
        let mut start: Vec<Figure> = (first..after_first).filter_map(|index| self.read_state(index, reading)).collect();
        let low = self.not_positive.partition_point(|index| *index < after_first);
        for at in low..self.not_positive.len() {
            let index = self.not_positive[at];
            if index >= oldest {
                break;
            }
            // Of several figures of one day the last counts.
            let is_last = |this: &mut Self| {
                (index + 1..this.end_of_day(index)).all(|other| this.read_state(other, reading).is_none())
            };
            let state = self.read_state(index, reading).filter(|figure| figure.value.nominal <= 0.0);
            if let Some(state) = state.filter(|_| is_last(self)) {
                start.push(state);
                break;
            }
        }
        start.extend(figures.into_iter().rev());
        start
    }

    /// The index after the periods that end on the same day as this one.
    fn end_of_day(&self, index: usize) -> usize {
        let last = self.periods[index].last;
        index + self.periods[index..].iter().take_while(|period| period.last == last).count()
    }

    fn read_state(&mut self, index: usize, reading: &Reading) -> Option<Figure> {
        self.read(index, reading).filter(|figure| !figure.is_early_estimate)
    }

    fn read(&mut self, index: usize, reading: &Reading) -> Option<Figure> {
        let period = &mut self.periods[index];
        let figure = || figure_of(self.dataset, self.kind, period.reports, self.about, reading.as_of);
        if period.changes.is_empty() || reading.late.contains(&index) {
            return figure();
        }
        let after = period.changes.partition_point(|day| *day <= reading.said);
        if period.read.as_ref().is_none_or(|(before, _)| *before != after) {
            period.read = Some((after, figure()));
        }
        period.read.as_ref().and_then(|(_, figure)| figure.clone())
    }
}

/// The dates on which the figure of these reports can change: publication of the reports and of their sources.
fn change_days(dataset: &Dataset, reports: &[Id<Actual>]) -> Vec<NaiveDate> {
    let of = |id: &Id<Actual>| {
        let sources = dataset[*id].sources.iter();
        let appeared = sources.filter_map(|source| dataset[*source].published.map(|stamp| stamp.day));
        appeared.chain([dataset[*id].published.day])
    };
    let mut days: Vec<NaiveDate> = reports.iter().flat_map(of).collect();
    days.sort_unstable();
    days.dedup();
    days
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;
    use crate::compare::progress::baseline::baseline;
    use crate::compare::series::as_of::figures_with_tolerance;
    use crate::compare::series::quantity::ABOUT_TOLERANCE;

    /// Numbers that look random, the same in every run.
    struct Numbers(u64);

    impl Numbers {
        fn below(&mut self, limit: u64) -> u64 {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (self.0 >> 33) % limit
        }
    }

    /// A series with gaps, revisions, late reports, early estimates and states that are not above zero.
    fn dataset(kind: &str, seed: u64) -> Dataset {
        let mut numbers = Numbers(seed);
        let mut text = format!(
            r#"{{"planfact":1,"id":"x","title":"x","sources":[{{"id":"s","publisher":"S","kind":"press"}},
            {{"id":"g","publisher":"G","kind":"government"}}],"metrics":[{{"id":"m","name":"m","unit":"u","kind":"{kind}"}}],
            "subjects":[{{"id":"k","kind":"site","name":"k"}}],"actuals":["#
        );
        for at in 0..60 {
            let (year, month, day) = (2000 + numbers.below(12), 1 + numbers.below(12), 1 + numbers.below(28));
            let period = match numbers.below(3) {
                0 => format!("{year}-{month:02}-{day:02}"),
                1 => format!("{year}-{month:02}"),
                _ => year.to_string(),
            };
            let value = (100 + numbers.below(900)) * u64::from(numbers.below(12) > 0);
            let source = ["s", "g"][usize::from(numbers.below(2) > 0)];
            let late =
                format!("{}-{:02}-{:02}", year + 1 + numbers.below(2), 1 + numbers.below(12), 1 + numbers.below(28));
            let (published, estimate) = match numbers.below(6) {
                0 => (format!("{year}-12-30"), r#","quality":"estimate""#),
                _ => (late, ""),
            };
            let _ = write!(
                text,
                r#"{}{{"metric":"m","subject":"k","period":"{period}","value":"={value}","published":"{published}",
                "sources":["{source}"]{estimate}}}"#,
                if at > 0 { "," } else { "" }
            );
        }
        text.push_str(r#"],"targets":["#);
        for at in 0..12 {
            let (year, month, day) = (2000 + numbers.below(15), 1 + numbers.below(12), 1 + numbers.below(28));
            let _ = write!(
                text,
                r#"{}{{"id":"t{at}","metric":"m","subject":"k","value":">=900","due":"2030","said":"{year}-{month:02}-{day:02}",
                "by":"x","sources":["s"]}}"#,
                if at > 0 { "," } else { "" }
            );
        }
        text.push_str("]}");
        crate::dataset::load(&text).unwrap_or_else(|problems| panic!("{:?}", problems.first()))
    }

    #[test]
    fn what_is_left_unread_does_not_change_a_starting_point() {
        let (season, known) = (Season::CALENDAR_YEAR, NaiveDate::from_ymd_opt(2020, 1, 1).unwrap());
        for (kind, seed) in
            ["stock", "flow", "share"].into_iter().flat_map(|kind| (0..100).map(move |seed| (kind, seed)))
        {
            let dataset = dataset(kind, seed);
            let target = |index: usize| Id::<Target>::new(index);
            let series = (dataset[target(0)].metric, dataset[target(0)].subject);
            let all = dataset.index.targets_of(series).iter().map(|id| (*id, season));
            let starting_points = StartingPoints::of(&dataset, series, all, known, ABOUT_TOLERANCE);
            for id in (0..dataset.targets.len()).map(target) {
                let as_of = AsOf::at_statement(&dataset, id, known);
                let figures = figures_with_tolerance(&dataset, series, ABOUT_TOLERANCE, as_of);
                let expected = StartingPoint::of(&History::new(dataset[series.0].kind, figures, season));
                let said = dataset[id].said.day;
                let start = starting_points.at_statement(id, said, season).unwrap();
                assert_eq!(
                    baseline(&start.last, said),
                    baseline(&expected.last, said),
                    "{kind} {seed} {}",
                    dataset[id].id
                );
                let growth = |start: &StartingPoint| (start.geometric, start.linear);
                assert_eq!(growth(start), growth(&expected), "{kind} {seed} {}", dataset[id].id);
            }
        }
    }
}
