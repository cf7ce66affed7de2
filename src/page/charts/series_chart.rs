//! What a chart mode makes of a series: its chart, with the records of each column.

use crate::compare::series::as_of;
use crate::compare::series::figure::Figure;
use crate::compare::series::quantity::Quantity;
use crate::dataset::format::period::Period;
use crate::dataset::records::index::SeriesKey;
use crate::dataset::records::{Actual, Id, MetricKind, Target};
use crate::page::charts::readout;
use crate::page::charts::year_slots::YearSlots;
use crate::page::context::Context;
use crate::page::i18n::TextForm;
use crate::page::model::{Chart, ChartForm, Label, RecordRef, Role, SubjectLayout, TextRun};

/// A series as a chart mode gets it.
pub(super) struct ReportedSeries {
    pub(super) series: SeriesKey,
    /// As of the date of the query, with sums.
    pub(super) figures: Vec<Figure>,
    pub(super) slots: YearSlots,
    /// The chosen target if it is one of this series.
    pub(super) chosen: Option<Id<Target>>,
}

impl ReportedSeries {
    pub(super) fn new(ctx: &Context<'_>, series: SeriesKey, chosen: Option<Id<Target>>) -> Self {
        let figures = as_of::figures(ctx.dataset, series, ctx.query.as_of);
        let slots = YearSlots::new(ctx, series, &figures, chosen);
        Self { series, figures: slots.drawn(figures), slots, chosen }
    }

    /// These series in the columns of the first, which has the chosen target.
    pub(super) fn all(ctx: &Context<'_>, all_series: &[SeriesKey], chosen: Option<Id<Target>>) -> Vec<Self> {
        let Some((&first, others)) = all_series.split_first() else { return Vec::new() };
        let first = Self::new(ctx, first, chosen);
        let beside = |&series: &SeriesKey| {
            let figures = as_of::figures(ctx.dataset, series, ctx.query.as_of);
            let slots = first.slots.beside(ctx.dataset[series.0].kind, &figures);
            Self { series, figures: slots.drawn(figures), slots, chosen: None }
        };
        let others: Vec<Self> = others.iter().map(beside).collect();
        std::iter::once(first).chain(others).collect()
    }

    /// The flows among these series by years, with all sums of parts of years, the first with the chosen target.
    pub(super) fn flows(ctx: &Context<'_>, all_series: &[SeriesKey], chosen: Option<Id<Target>>) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        for &series in all_series.iter().filter(|series| ctx.dataset[series.0].kind == MetricKind::Flow) {
            let figures = as_of::figures(ctx.dataset, series, ctx.query.as_of);
            let slots = match all.first() {
                Some(first) => first.slots.beside(MetricKind::Flow, &figures),
                None => YearSlots::of_years(MetricKind::Flow, &figures),
            };
            let chosen = chosen.filter(|_| Some(&series) == all_series.first());
            all.push(Self { series, figures: slots.drawn(figures), slots, chosen });
        }
        all
    }
}

/// The chart of one series.
pub(super) struct SeriesChart {
    pub(super) series: SeriesKey,
    pub(super) chart: Chart,
    /// The name among other series: the subject, and the base year of an index.
    pub(super) name: String,
    /// The sentence of the page in this mode; none for the default one.
    pub(super) sentence: Option<Vec<TextRun>>,
    /// The records of each column, the main one first.
    pub(super) entries: Vec<Vec<SeriesRecord>>,
}

impl SeriesChart {
    /// The main record of a column in short: subject, value, source, distance to the pace; none without a record.
    pub(super) fn brief(&self, ctx: &Context<'_>, column: usize) -> Option<Vec<TextRun>> {
        let entry = self.entries.get(column)?.first().filter(|entry| entry.role != Role::Missing)?;
        let mut runs = readout::after_gap(&format!("{} ", self.subject(ctx)), Role::Plain);
        runs.push(TextRun::new(entry.value.long(), entry.role));
        let period = self.chart.columns.get(column).map_or("", |column| column.data_point.label.long());
        // Name the period if it is not that of the column, such as a part of its year.
        let when = Some(entry.when.long()).filter(|when| *when != period && entry.key.is_some());
        let parts: Vec<&str> =
            when.into_iter().chain([entry.source.as_str()]).filter(|text| !text.is_empty()).collect();
        runs.extend(readout::in_brackets(&parts.join(", ")));
        runs.extend(readout::after_gap(&entry.pace, Role::Target));
        Some(runs)
    }

    pub(super) fn subject<'a>(&self, ctx: &Context<'a>) -> &'a str {
        ctx.text(&ctx.dataset[self.series.1].name)
    }
}

/// A record as a row of a table. Texts are empty where there is nothing to say.
#[derive(Debug, Clone, Default)]
pub(super) struct SeriesRecord {
    pub(super) when: Label,
    /// With its hedge; "?" where nothing was reported.
    pub(super) value: Label,
    pub(super) role: Role,
    /// The distance to the pace.
    pub(super) pace: String,
    /// The targets due.
    pub(super) promised: String,
    /// The coverage.
    pub(super) coverage: String,
    pub(super) source: String,
    pub(super) key: Option<RecordRef>,
}

impl SeriesRecord {
    /// Whether records are needed: in a table, or beside other series.
    pub(super) fn are_shown(ctx: &Context<'_>) -> bool {
        ctx.query.chart_options.form == ChartForm::Table || ctx.query.chart_options.subjects != SubjectLayout::Single
    }

    /// A column without a record.
    pub(super) fn missing(when: Label) -> Self {
        Self { when, value: Label::one("?"), role: Role::Missing, ..Self::default() }
    }

    /// The reports of a figure, the preferred one first; of a sum the sum, then the reports of its parts. `shown` replaces the value
    /// of the first, such as a monthly average.
    pub(super) fn of(ctx: &Context<'_>, series: SeriesKey, figure: &Figure, shown: Option<&Quantity>) -> Vec<Self> {
        let metric = &ctx.dataset[series.0];
        let is_sum = !figure.pieces.is_empty();
        let quantity = |value: &Quantity, form| ctx.words.quantity(value, metric, form);
        let period = |period: &Period| {
            Label::forms([TextForm::Plain, TextForm::Tight].map(|form| ctx.words.period(period, form)))
        };
        let report = |(rank, id): (usize, Id<Actual>)| {
            let actual = &ctx.dataset[id];
            let stated = |form| ctx.words.value(&actual.value, metric, form);
            let value = match shown.filter(|_| rank == 0 && !is_sum) {
                Some(shown) => format!("{} ({})", quantity(shown, TextForm::Plain), stated(TextForm::Plain)),
                None => stated(TextForm::Plain),
            };
            Self {
                when: period(if is_sum { &actual.period } else { &figure.period }),
                value: Label::forms([value, stated(TextForm::Tight)]),
                role: if rank == 0 || is_sum { Role::Actual } else { Role::Contested },
                coverage: readout::coverage(ctx, id).to_owned(),
                source: ctx.publisher(id).to_owned(),
                key: Some(RecordRef::Actual(id)),
                ..Self::missing(Label::default())
            }
        };
        let reports = figure.claims.iter().map(|claim| claim.actual).enumerate().map(report);
        let sum = is_sum.then(|| {
            let value = shown.unwrap_or(&figure.value);
            let value = Label::forms([TextForm::Plain, TextForm::Tight].map(|form| quantity(value, form)));
            Self { value, role: Role::Actual, ..Self::missing(period(&figure.period)) }
        });
        sum.into_iter().chain(reports).collect()
    }
}
