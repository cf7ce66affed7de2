//! Which column of a yearly chart a figure or a target stands in: calendar years, or the months that the chosen target is
//! compared on.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use crate::compare::series::calendar::decimal_year;
use crate::compare::series::figure::Figure;
use crate::compare::series::history::{History, with_sums};
use crate::compare::series::season::{self, Season};
use crate::compare::window::cumulative;
use crate::compare::window::due_window::DueWindow;
use crate::dataset::format::period::{Period, Span};
use crate::dataset::records::index::SeriesKey;
use crate::dataset::records::{Id, MetricKind, Target};
use crate::page::context::Context;
use crate::page::i18n::TextForm;
use crate::page::model::Label;

/// The columns of the yearly chart of a series. Each recurrence of the season is a column, named by the year in which it ends.
#[derive(Debug, Clone)]
pub(in crate::page) struct YearSlots {
    kind: MetricKind,
    season: Season,
    /// The months that a due year means for the series.
    year_meant: Season,
    /// Of a cumulative metric: the window of the chosen target, in which the totals are counted.
    programme: Option<DueWindow>,
}

/// The place of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::page) struct Slot {
    /// The year that names the column.
    pub(in crate::page) year: i32,
    /// It covers all of the column's months, or is a state that counts by itself.
    pub(in crate::page) is_whole: bool,
    /// It is a part of a flow: the whole is at least that.
    pub(in crate::page) is_floor: bool,
    /// The months covered from the start of the season; 0 for a part that does not begin with it.
    pub(in crate::page) months: u32,
}

impl YearSlots {
    /// The twelve months of the figures of a series.
    pub(in crate::page) fn of_years(kind: MetricKind, figures: &[Figure]) -> Self {
        let year_meant = season::year_meant(kind, figures);
        Self { kind, season: year_meant, year_meant, programme: None }
    }

    /// For the figures of another series in the columns of this one.
    pub(in crate::page) fn beside(&self, kind: MetricKind, figures: &[Figure]) -> Self {
        Self { season: self.season, ..Self::of_years(kind, figures) }
    }

    /// For the figures of a series: the months of the chosen target's window if a figure covers them, else the twelve months of
    /// the figures.
    pub(in crate::page) fn new(
        ctx: &Context<'_>,
        series: SeriesKey,
        figures: &[Figure],
        chosen: Option<Id<Target>>,
    ) -> Self {
        let kind = ctx.dataset[series.0].kind;
        let years = Self::of_years(kind, figures);
        let year_meant = years.year_meant;
        let window = chosen.and_then(|id| DueWindow::of_target(ctx.dataset, id, year_meant));
        let is_compared = |season: &Season| {
            let figures = with_sums(kind, figures.to_vec(), *season);
            figures.iter().any(|figure| season.is_full(figure.first, figure.last))
        };
        let own = window.map(|window| window.season).filter(|season| *season != year_meant && season.is_within_year());
        let season = own.filter(is_compared);
        let programme = window.filter(|_| kind == MetricKind::Cumulative);
        Self { season: season.unwrap_or(year_meant), programme, ..years }
    }

    /// The figures to draw: parts of a flow that add up are also there as their sums, totals of a programme as they stood at the
    /// end of each year.
    pub(in crate::page) fn drawn(&self, figures: Vec<Figure>) -> Vec<Figure> {
        match &self.programme {
            Some(window) => {
                let history = History::new(self.kind, figures, self.season);
                cumulative::totals_by_year(&history, window)
            }
            None => with_sums(self.kind, figures, self.season),
        }
    }

    /// The place of a figure; none if it has none, such as a month of a flow in the middle of a year.
    pub(in crate::page) fn of_figure(&self, figure: &Figure) -> Option<Slot> {
        let whole = |year| Slot { year, is_whole: true, is_floor: false, months: 12 };
        if matches!(self.kind, MetricKind::Stock | MetricKind::Cumulative | MetricKind::Milestone) {
            return Some(whole(figure.last.year()));
        }
        let year = self.season.year_of(figure.first, figure.last)?;
        if self.season.is_full(figure.first, figure.last) {
            return Some(whole(year));
        }
        let months = self.season.months_so_far(figure.first, figure.last);
        let is_level = self.kind != MetricKind::Flow;
        if is_level && matches!(figure.period.span, Span::Day(_)) {
            return Some(whole(year));
        }
        let part = |months| Slot { year, is_whole: false, is_floor: !is_level, months };
        if is_level { Some(part(months.unwrap_or(0))) } else { months.map(part) }
    }

    /// The year of the column that contains a day, or of the next one.
    pub(in crate::page) fn column_of(&self, day: NaiveDate) -> i32 {
        if day <= self.season.days(day.year()).1 { day.year() } else { day.year() + 1 }
    }

    /// The best figure for each year, ascending: a whole one, else the longest part from the start, else the newest.
    pub(in crate::page) fn best<'f>(&self, figures: &'f [Figure]) -> BTreeMap<i32, (Slot, &'f Figure)> {
        let mut years = BTreeMap::<i32, (Slot, &Figure)>::new();
        for figure in figures {
            let Some(slot) = self.of_figure(figure) else { continue };
            let rank = |slot: Slot| (slot.is_whole, slot.months);
            if years.get(&slot.year).is_none_or(|(known, _)| rank(*known) <= rank(slot)) {
                years.insert(slot.year, (slot, figure));
            }
        }
        years
    }

    /// The newest whole figure, else the newest of all.
    pub(in crate::page) fn latest<'f>(&self, figures: &'f [Figure]) -> Option<&'f Figure> {
        let mut newest = self.best(figures).into_values().rev();
        newest.find(|(slot, _)| slot.is_whole).map(|(_, figure)| figure).or(figures.last())
    }

    /// The year in which a target is due; none if undated, or if its number is about other months than the columns: a sum of
    /// another programme, a quarter beside years.
    pub(in crate::page) fn of_target(&self, ctx: &Context<'_>, id: Id<Target>) -> Option<i32> {
        let window = DueWindow::of_target(ctx.dataset, id, self.year_meant)?;
        let is_compared = match self.kind {
            MetricKind::Cumulative => self
                .programme
                .is_none_or(|programme| programme.first == window.first || !(programme.has_start || window.has_start)),
            MetricKind::Stock | MetricKind::Milestone => true,
            MetricKind::Flow => window.season == self.season,
            // A level of a day has no months of its own.
            _ if !window.is_yearly => return self.season.year_of(window.last, window.last),
            _ => window.season == self.season,
        };
        is_compared.then(|| window.due_year())
    }

    /// The time of a figure in this column, or of the column's end, in calendar years.
    pub(in crate::page) fn time(&self, year: i32, figure: Option<&Figure>) -> f64 {
        if self.kind == MetricKind::Flow {
            return f64::from(year);
        }
        decimal_year(figure.map_or_else(|| self.season.days(year).1, |figure| figure.last))
    }

    /// The months of a column.
    pub(in crate::page) fn season(&self) -> Season {
        self.season
    }

    /// The period of a column.
    pub(in crate::page) fn period(&self, year: i32) -> Period {
        let (first, last) = self.season.days(year);
        Period::between(first, last)
    }

    /// The name of a column: `2025`, `2024/25` for twelve months of two years, `Q4 2025` for a part of a year.
    pub(in crate::page) fn label(&self, ctx: &Context<'_>, year: i32) -> Label {
        let two_digits = |year: i32| format!("{:02}", year.rem_euclid(100));
        if self.season == Season::CALENDAR_YEAR {
            return Label::forms([year.to_string(), two_digits(year)]);
        }
        if self.season.is_year() {
            let (before, this) = (two_digits(year - 1), two_digits(year));
            return Label::forms([format!("{}/{this}", year - 1), format!("{before}/{this}"), this]);
        }
        let period = self.period(year);
        let forms = [TextForm::Plain, TextForm::Tight].map(|form| ctx.words.period(&period, form));
        Label::forms(forms.into_iter().chain([two_digits(year)]))
    }
}
