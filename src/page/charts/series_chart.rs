//! What is drawn of one series: a chart, and for each place of it the records as lines of a table.

use crate::compare::series::figure::Figure;
use crate::compare::series::quantity::Quantity;
use crate::dataset::records::index::SeriesKey;
use crate::dataset::records::{Actual, Id};
use crate::page::charts::readout;
use crate::page::context::Context;
use crate::page::model::chart::Chart;
use crate::page::model::chart_options::{ChartForm, SubjectLayout};
use crate::page::model::rich_text::{Label, Role, TextRun};
use crate::page::{RecordRef, i18n};

/// What is drawn of one series.
pub(super) struct SeriesChart {
    /// Which.
    pub(super) series: SeriesKey,
    /// Its chart.
    pub(super) chart: Chart,
    /// Its name among others: whose it is, and of the index what it is held against.
    pub(super) name: String,
    /// The sentence over the page in this mode; none for the usual one.
    pub(super) said: Option<Vec<TextRun>>,
    /// For each column of the chart its records, the main one first; of a column without any, that there is none.
    pub(super) entries: Vec<Vec<SeriesRecord>>,
}

impl SeriesChart {
    /// What there is of it at a place, in short: whose, how much, who says so, how far from the pace. None if there is
    /// nothing.
    pub(super) fn brief(&self, ctx: &Context<'_>, place: usize) -> Option<Vec<TextRun>> {
        let entry = self.entries.get(place)?.first().filter(|entry| entry.role != Role::Missing)?;
        let mut runs = readout::after_gap(&format!("{} ", self.subject(ctx)), Role::Plain);
        runs.push(TextRun::new(entry.value.long(), entry.role));
        let column = self.chart.columns.get(place).map_or("", |column| column.data_point.label.long());
        // Where the figure is of another time than the place is called, such as a part of its year, it says so.
        let when = Some(entry.when.long()).filter(|when| *when != column && entry.key.is_some());
        let parts: Vec<&str> =
            when.into_iter().chain([entry.source.as_str()]).filter(|text| !text.is_empty()).collect();
        runs.extend(readout::in_brackets(&parts.join(", ")));
        runs.extend(readout::after_gap(&entry.pace, Role::Target));
        Some(runs)
    }

    /// Whose it is.
    pub(super) fn subject<'a>(&self, ctx: &Context<'a>) -> &'a str {
        ctx.text(&ctx.dataset[self.series.1].name)
    }
}

/// A record as a line of a table.
#[derive(Debug, Clone)]
pub(super) struct SeriesRecord {
    /// Its time.
    pub(super) when: Label,
    /// How much, with its hedge; "?" where nothing was reported.
    pub(super) value: Label,
    /// The role of that.
    pub(super) role: Role,
    /// How far it is from the pace; empty where there is none.
    pub(super) pace: String,
    /// What was promised for then.
    pub(super) promised: String,
    /// What it counts.
    pub(super) counts: String,
    /// Who says so.
    pub(super) source: String,
    /// What Enter explains.
    pub(super) key: Option<RecordRef>,
}

impl SeriesRecord {
    /// Whether entries are shown: written as a table, or beside those of others.
    pub(super) fn are_shown(ctx: &Context<'_>) -> bool {
        ctx.query.chart_options.form == ChartForm::Table || ctx.query.chart_options.subjects != SubjectLayout::Single
    }

    /// A place without a record.
    pub(super) fn missing(when: Label) -> Self {
        let nothing = String::new;
        let (pace, promised, counts, source) = (nothing(), nothing(), nothing(), nothing());
        Self { when, value: Label::one("?"), role: Role::Missing, pace, promised, counts, source, key: None }
    }

    /// The reports of a figure, the preferred one first, as they were said; `shown` in place of the preferred number
    /// where something else is drawn, such as what it brought a month.
    pub(super) fn of(ctx: &Context<'_>, series: SeriesKey, figure: &Figure, shown: Option<&Quantity>) -> Vec<Self> {
        let when = Label::forms(
            [i18n::TextForm::Plain, i18n::TextForm::Tight].map(|form| ctx.words.period(&figure.period, form)),
        );
        let report = |(place, id): (usize, Id<Actual>)| {
            let actual = &ctx.dataset[id];
            let said = |form| ctx.words.value(&actual.value, &ctx.dataset[series.0], form);
            let value = match shown.filter(|_| place == 0) {
                Some(shown) => format!(
                    "{} ({})",
                    ctx.words.quantity(shown, &ctx.dataset[series.0], i18n::TextForm::Plain),
                    said(i18n::TextForm::Plain)
                ),
                None => said(i18n::TextForm::Plain),
            };
            Self {
                when: when.clone(),
                value: Label::forms([value, said(i18n::TextForm::Tight)]),
                role: if place == 0 { Role::Actual } else { Role::Contested },
                counts: readout::counts(ctx, id).to_owned(),
                source: readout::publisher(ctx, id).to_owned(),
                key: Some(RecordRef::Actual(id)),
                ..Self::missing(Label::default())
            }
        };
        figure.claims.iter().map(|claim| claim.actual).enumerate().map(report).collect()
    }
}
