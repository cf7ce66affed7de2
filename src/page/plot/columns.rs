//! The columns of one series over the years, with the promises that were due.
//!
//! A year shows its full-year figure; if there is none, its longest part from January, in half-tone; if there is none
//! either, a question mark. Bounds are drawn as bounds (analytics 5).

use std::collections::BTreeMap;

use chrono::Datelike;

use crate::compare::known::{Figure, figures};
use crate::compare::quantity::Quantity;
use crate::dataset::index::Series;
use crate::dataset::period::{Period, Span};
use crate::dataset::records::{Id, Target};
use crate::page::Ref;
use crate::page::chart::{Bar, Chart, Column, Ink, Years};
use crate::page::context::Context;
use crate::page::drawing::Window;
use crate::page::prose::{Label, Run};
use crate::page::spot::{Spot, december};

use super::due::{Promise, frames, promises};
use super::head::{self, Usual};
use super::scale::Scale;
use super::track::{Entry, Track};
use super::{ahead, readout};

pub(in crate::page) use super::due::Frames;

/// The chart of a series, with `chosen` in the foreground if it belongs to it. None if there is nothing to draw.
#[must_use]
pub(in crate::page) fn chart(
    ctx: &Context<'_>,
    series: Series,
    chosen: Option<Id<Target>>,
    shown: Frames,
) -> Option<Chart> {
    track(ctx, series, (chosen, shown)).map(|track| track.chart)
}

/// The same with its records.
pub(super) fn track(ctx: &Context<'_>, series: Series, promises: (Option<Id<Target>>, Frames)) -> Option<Track> {
    let material = Material::of(ctx, series, promises);
    let all = material.years()?;
    let seen = ctx.query.drawing.window.and_then(|window| window.within(all)).unwrap_or(all);
    Some(material.track(Years { seen, all }, Scale::reaching(material.highest(seen))))
}

/// The years of these series, the first with `chosen` in the foreground, in columns that they share, on one scale. Series
/// with nothing in sight are left out.
pub(super) fn tracks(ctx: &Context<'_>, whose: &[Series], chosen: Option<Id<Target>>) -> Vec<Track> {
    let of =
        |(place, &series): (usize, &Series)| Material::of(ctx, series, (chosen.filter(|_| place == 0), Frames::All));
    let mut all: Vec<Material<'_>> = whose.iter().enumerate().map(of).collect();
    // What was promised for others does not make the picture wider.
    let years = |(place, own): (usize, &Material<'_>)| if place == 0 { own.years() } else { own.reported() };
    let Some(every) = all.iter().enumerate().filter_map(years).reduce(Window::and) else { return Vec::new() };
    let seen = ctx.query.drawing.window.and_then(|window| window.within(every)).unwrap_or(every);
    let alone = all.len() == 1;
    all.retain(|own| alone || own.reports(seen));
    let highest = all.iter().map(|own| own.highest(seen)).fold(0.0, f64::max);
    let scale = Scale::reaching(highest);
    all.iter().map(|own| own.track(Years { seen, all: every }, scale)).collect()
}

/// What the columns of a series are made from.
pub(super) struct Material<'a> {
    ctx: &'a Context<'a>,
    series: Series,
    figures: Vec<Figure>,
    promises: Vec<Promise>,
    chosen: Option<Id<Target>>,
}

impl<'a> Material<'a> {
    /// Everything that was known of a series.
    pub(super) fn of(ctx: &'a Context<'a>, series: Series, (chosen, shown): (Option<Id<Target>>, Frames)) -> Self {
        let figures = figures(ctx.dataset, series, ctx.query.known);
        Self { ctx, series, figures, promises: promises(ctx, series, chosen, shown), chosen }
    }

    /// The years from the first with a figure or a promise to the last.
    fn years(&self) -> Option<Window> {
        let promised = self.promises.iter().map(|promise| Window { from: promise.year, to: promise.year });
        self.reported().into_iter().chain(promised).reduce(Window::and)
    }

    /// The years from the first with a figure to the last.
    fn reported(&self) -> Option<Window> {
        let years = self.figures.iter().filter_map(|figure| years_of(&figure.period));
        years.map(|(year, _)| Window { from: year, to: year }).reduce(Window::and)
    }

    /// Whether anything was reported for these years.
    fn reports(&self, seen: Window) -> bool {
        self.figures.iter().filter_map(|figure| years_of(&figure.period)).any(|(year, _)| seen.has(year))
    }

    /// The highest that anything in these years is drawn.
    pub(super) fn highest(&self, seen: Window) -> f64 {
        let in_sight = |period: &Period| years_of(period).is_some_and(|(year, _)| seen.has(year));
        let tallest = self.figures.iter().filter(|figure| in_sight(&figure.period)).map(|figure| top(&figure.value));
        let promised = || self.promises.iter().filter(|promise| seen.has(promise.year));
        let focused = promised().filter(|promise| promise.focus).map(|promise| promise.value.nominal);
        let highest = tallest.chain(focused).fold(ahead::highest(self.ctx, self.chosen, seen), f64::max);
        if highest > 0.0 {
            return highest;
        }
        promised().map(|promise| promise.value.nominal).fold(0.0, f64::max)
    }

    /// The columns of these years on a scale.
    pub(super) fn track(&self, years: Years, scale: Scale) -> Track {
        let ctx = self.ctx;
        let known = by_year(&self.figures);
        let usual = Usual::of(ctx, &self.figures);
        let outlook = ahead::outlook(ctx, self.chosen, years.seen, scale);
        let place = |year: i32| self.column(year, known.get(&year).copied(), (scale, usual.as_ref()));
        let columns: Vec<Column> = (years.seen.from..=years.seen.to).map(place).collect();
        let entries = |year: i32| self.entries(year, known.get(&year).copied());
        let entries =
            if Entry::are_read(ctx) { (years.seen.from..=years.seen.to).map(entries).collect() } else { vec![] };
        let differs = columns.iter().any(|column| column.differs);
        let chart = Chart {
            title: head::title(ctx, self.series, scale, "chart-heading"),
            axis: head::axis(ctx, scale),
            legend: head::legend(ctx, &columns, &outlook),
            lines: Vec::new(),
            years: Some(years),
            columns,
            outlook,
            note: Usual::note(usual.as_ref().filter(|_| differs), ctx),
        };
        Track { series: self.series, name: head::subject(ctx, self.series), said: None, chart, entries }
    }

    /// A year: what was reported or that nothing was, the promises due in it, and what is said of both.
    fn column(&self, year: i32, figure: Option<&Figure>, (scale, usual): (Scale, Option<&Usual>)) -> Column {
        let (ctx, series) = (self.ctx, self.series);
        let due: Vec<&Promise> = self.due(year).collect();
        let value = figure.map_or_else(|| "?".to_owned(), |figure| ctx.words.on_axis(shown(figure), scale.unit));
        let beside = readout::beside(ctx, &self.pace(year, figure), due.iter().map(|promise| promise.id));
        let said = match figure {
            Some(figure) => readout::of_figure(ctx, series, figure, beside),
            None => readout::missing_year(ctx, series, year).into_iter().chain(beside).collect(),
        };
        Column {
            spot: spot(&self.figures, (year, figure), &due, said),
            group: Label::default(),
            bar: figure.map(|figure| bar(figure, scale)),
            value: Label::one(value),
            frames: frames(ctx, &due, scale),
            rivals: figure.into_iter().flat_map(Figure::rivals).map(|rival| rival.value.nominal / scale.unit).collect(),
            differs: figure.is_some_and(|figure| Usual::differs(usual, ctx, figure)),
        }
    }

    /// The records of a year, the first with how far it is from the pace and what was promised.
    fn entries(&self, year: i32, figure: Option<&Figure>) -> Vec<Entry> {
        let mut entries = match figure {
            Some(figure) => Entry::of(self.ctx, self.series, figure, None),
            None => vec![Entry::missing(head::year_label(year))],
        };
        if let Some(first) = entries.first_mut() {
            first.pace = self.pace(year, figure);
            first.promised = readout::numbers(self.ctx, self.due(year).map(|promise| promise.id));
            first.key = first.key.or(self.due(year).next().map(|promise| Ref::Target(promise.id)));
        }
        entries
    }

    /// The promises due in a year.
    fn due(&self, year: i32) -> impl Iterator<Item = &Promise> {
        self.promises.iter().filter(move |promise| promise.year == year)
    }

    /// How far a whole year is from the pace; of what is no whole year, where that stands.
    fn pace(&self, year: i32, figure: Option<&Figure>) -> String {
        let whole = figure.filter(|figure| years_of(&figure.period).is_some_and(|(_, months)| months == 12));
        readout::pace(self.ctx, self.series, whole.map(shown), ahead::expected(self.ctx, self.chosen, year))
    }
}

/// What stands at a year: the figure shown, the promises due, and the other figures of it.
pub(super) fn spot(
    figures: &[Figure],
    (year, figure): (i32, Option<&Figure>),
    due: &[&Promise],
    readout: Vec<Run>,
) -> Spot {
    let records = figure.into_iter().flat_map(|figure| figure.claims.iter().map(|claim| Ref::Actual(claim.actual)));
    let keys: Vec<Ref> = records.chain(due.iter().map(|promise| Ref::Target(promise.id))).collect();
    let others = figures.iter().filter(|other| other.last.year() == year);
    let others = others.flat_map(|other| other.claims.iter().map(|claim| Ref::Actual(claim.actual)));
    Spot {
        label: head::year_label(year),
        at: december(year),
        readout,
        others: others.filter(|key| !keys.contains(key)).collect(),
        keys,
        focus: due.iter().any(|promise| promise.focus),
    }
}

/// For each year its best figure: the whole year, else the longest part from January, the newer the better.
pub(super) fn by_year(figures: &[Figure]) -> BTreeMap<i32, &Figure> {
    let mut years: BTreeMap<i32, &Figure> = BTreeMap::new();
    for figure in figures {
        let Some((year, months)) = years_of(&figure.period) else { continue };
        let better = |known: &&Figure| years_of(&known.period).is_some_and(|(_, n)| n > months);
        if !years.get(&year).is_some_and(better) {
            years.insert(year, figure);
        }
    }
    years
}

/// The year of a column and how many of its months the period covers; a day counts as the whole year's figure.
pub(in crate::page) fn years_of(period: &Period) -> Option<(i32, u32)> {
    match period.span {
        Span::Day(day) => Some((day.year(), 12)),
        _ => period.full_year().map(|year| (year, 12)).or_else(|| period.year_to_date()),
    }
}

/// Where reports differ, the column shows the preferred one as it was said; the others are ticks beside it.
pub(super) fn shown(figure: &Figure) -> &Quantity {
    let preferred = figure.claims.first().filter(|_| figure.rivals().next().is_some());
    preferred.map_or(&figure.value, |claim| &claim.value)
}

fn bar(figure: &Figure, scale: Scale) -> Bar {
    let part = years_of(&figure.period).is_some_and(|(_, months)| months < 12);
    let ink = if part { Ink::Part } else { Ink::Full };
    Bar { ink, open: shown(figure).hard.hi.is_infinite() || part, ..bar_of(shown(figure), scale) }
}

/// A value as a bar: certain up to its value, likely up to its soft end.
pub(super) fn bar_of(value: &Quantity, scale: Scale) -> Bar {
    let certain = if value.hard.lo.is_finite() && value.hard.hi.is_infinite() { value.hard.lo } else { value.nominal };
    Bar {
        ink: Ink::Full,
        value: certain / scale.unit,
        soft: (value.soft.hi.is_finite() && value.hard.hi.is_infinite()).then_some(value.soft.hi / scale.unit),
        open: value.hard.hi.is_infinite(),
    }
}

/// The highest that a value is drawn.
pub(super) fn top(value: &Quantity) -> f64 {
    if value.soft.hi.is_finite() { value.soft.hi.max(value.nominal) } else { value.nominal }
}
