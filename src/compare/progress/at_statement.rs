//! What was known of a series when its targets were stated (analytics 3.3, "no hindsight"): the figures that a baseline and
//! the growth before it need. The dates are read one after another without reading the whole series for each. Which figure
//! is the baseline is in `baseline`.

use chrono::{Datelike, NaiveDate};
use foldhash::HashMap;

use crate::compare::progress::baseline::points;
use crate::compare::progress::trend::recent_growth;
use crate::compare::progress::types::SeriesPoint;
use crate::compare::series::as_of::{AsOf, SAME_REPORT_DAYS, figure_of, reported_with};
use crate::compare::series::figure::Figure;
use crate::compare::series::history::History;
use crate::compare::series::quantity::ABOUT_TOLERANCE;
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
    /// The last three figures, in order of time.
    pub(crate) last: Vec<SeriesPoint>,
    /// Yearly growth of the logarithm over the last years; none if a figure is not above zero.
    geometric: Option<f64>,
    /// The same in units of the metric.
    linear: Option<f64>,
}

impl StartingPoint {
    fn of(history: &History) -> Self {
        let mut points = points(history);
        points.retain(|point| !point.is_early_estimate);
        let geometric = recent_growth(&points, LineShape::Geometric);
        let linear = recent_growth(&points, LineShape::Linear);
        Self { last: points.split_off(points.len().saturating_sub(3)), geometric, linear }
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
    by_day: HashMap<(NaiveDate, Season), StartingPoint>,
    /// Those that also include reports published shortly after the statement in its own source.
    by_target: HashMap<Id<Target>, StartingPoint>,
}

impl StartingPoints {
    /// Reads the starting points of these targets, given in order of their statements with the months of their windows.
    pub(crate) fn of(
        dataset: &Dataset,
        series: SeriesKey,
        targets: impl IntoIterator<Item = (Id<Target>, Season)>,
        known: NaiveDate,
    ) -> Self {
        let mut starting_points = Self::default();
        let rule = WindowRule::of(dataset[series.0].kind);
        // Cumulative metrics start at zero, milestones have no figures.
        if dataset.index.actuals_of(series).is_empty() || matches!(rule, WindowRule::Cumulative | WindowRule::Milestone)
        {
            return starting_points;
        }
        let mut reports = SeriesReports::of(dataset, series);
        for (id, season) in targets {
            let said = dataset[id].said.day;
            if said > known {
                continue;
            }
            let late = reports.reported_with(id, known);
            if late.is_empty() {
                let start = || reports.start(AsOf::of(said), said, season, &[]);
                starting_points.by_day.entry((said, season)).or_insert_with(start);
            } else {
                let start = reports.start(AsOf::at_statement(dataset, id, known), said, season, &late);
                starting_points.by_target.insert(id, start);
            }
        }
        starting_points
    }

    pub(crate) fn at_statement(&self, id: Id<Target>, said: NaiveDate, season: Season) -> Option<&StartingPoint> {
        self.by_target.get(&id).or_else(|| self.by_day.get(&(said, season)))
    }
}

/// The reports of a series that can matter for a starting point, by period.
struct SeriesReports<'a> {
    dataset: &'a Dataset,
    kind: MetricKind,
    /// Ordered by the end of the period, then by its start.
    periods: Vec<PeriodReports<'a>>,
    /// For each period: the first publication of a report of it or of a later period.
    first_known: Vec<NaiveDate>,
    /// All reports by date of publication, with the index of their period.
    published: Vec<(NaiveDate, Id<Actual>, usize)>,
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
    fn of(dataset: &'a Dataset, series: SeriesKey) -> Self {
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
        Self { dataset, kind, periods, first_known, published }
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

    /// What was known on a date, with the late reports of the periods `late`. Reads the newest years, and all years while the
    /// newest is not complete: past years are needed to annualise it.
    fn start(&mut self, as_of: AsOf, said: NaiveDate, season: Season, late: &[usize]) -> StartingPoint {
        let mut figures: Vec<Figure> = Vec::new();
        let known = self.first_known.partition_point(|day| *day <= said);
        let mut enough = false;
        for index in (0..late.iter().fold(known, |known, index| known.max(index + 1))).rev() {
            let last = self.periods[index].last;
            let newest = figures.first().map_or(last.year(), |figure| figure.last.year());
            if enough && last.year() < newest - MAX_YEARS_BACK {
                break;
            }
            if let Some(figure) = self.read(index, as_of, said, late.contains(&index)) {
                let is_full = season.is_full(figure.first, figure.last);
                enough |= WindowRule::of(self.kind) == WindowRule::Level || (is_full && figure.last.year() == newest);
                figures.push(figure);
            }
        }
        figures.reverse();
        StartingPoint::of(&History::new(self.kind, figures, season))
    }

    fn read(&mut self, index: usize, as_of: AsOf, said: NaiveDate, afresh: bool) -> Option<Figure> {
        let period = &mut self.periods[index];
        let figure = || figure_of(self.dataset, self.kind, period.reports, ABOUT_TOLERANCE, as_of);
        if afresh || period.changes.is_empty() {
            return figure();
        }
        let after = period.changes.partition_point(|day| *day <= said);
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
