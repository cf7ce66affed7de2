//! The columns of one series over the years, with the promises that were due.
//!
//! A year shows its full-year figure; if there is none, its longest part from January, in half-tone; if there is none
//! either, a question mark. Bounds are drawn as bounds (analytics 5).

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;

use crate::compare::known::{Figure, figures};
use crate::compare::quantity::Quantity;
use crate::dataset::index::Series;
use crate::dataset::period::{Due, Period, Span};
use crate::dataset::records::{Id, Target, TargetKind};

use super::Ref;
use super::ahead;
use super::chart::{Axis, Bar, Chart, Column, Frame, Ink, Outlook};
use super::context::Context;
use super::prose::{Label, Role, Run};
use super::readout;
use super::scale::Scale;
use super::spot::{Spot, december};
use super::words::{Arg, Form};

/// The chart of a series, with `chosen` in the foreground if it belongs to it. None if there is nothing to draw.
#[must_use]
pub(super) fn chart(ctx: &Context<'_>, series: Series, chosen: Option<Id<Target>>, shown: Frames) -> Option<Chart> {
    let figures = figures(ctx.dataset, series, ctx.query.known);
    let promises = promises(ctx, series, chosen, shown);
    let years = by_year(&figures);
    let first = years.keys().copied().chain(promises.iter().map(|p| p.year)).min()?;
    let last = years.keys().copied().chain(promises.iter().map(|p| p.year)).max()?;
    let tallest = figures.iter().filter(|figure| years_of(&figure.period).is_some()).map(|f| top(&f.value));
    let focused = promises.iter().filter(|promise| promise.focus).map(|promise| promise.value.nominal);
    let mut highest = tallest.chain(focused).fold(ahead::highest(ctx, chosen), f64::max);
    if highest <= 0.0 {
        highest = promises.iter().map(|promise| promise.value.nominal).fold(1.0, f64::max);
    }
    let scale = Scale::reaching(highest);
    let outlook = ahead::outlook(ctx, chosen, first, scale);
    let drawing = Drawing { ctx, series, figures: &figures, promises: &promises, chosen, scale };
    let mut columns: Vec<Column> =
        (first..=last).map(|year| column(&drawing, year, years.get(&year).copied())).collect();
    let note = mark_other_coverage(ctx, &mut columns)
        .map(|year| Run::new(ctx.words.say("chart-differs", &[("year", Arg::from(year))]), Role::Muted));
    let note = note.into_iter().collect();
    Some(Chart {
        title: title(ctx, series, scale),
        axis: axis(ctx, scale),
        legend: legend(ctx, &columns, &outlook),
        columns,
        outlook,
        note,
    })
}

/// What the columns of a chart are made from.
struct Drawing<'a> {
    ctx: &'a Context<'a>,
    series: Series,
    figures: &'a [Figure],
    promises: &'a [Promise],
    chosen: Option<Id<Target>>,
    scale: Scale,
}

/// A year: what was reported or that nothing was, the promises due in it, and what the read-out says of both.
fn column(drawing: &Drawing<'_>, year: i32, figure: Option<&Figure>) -> Column {
    let Drawing { ctx, series, promises, scale, .. } = *drawing;
    let due: Vec<&Promise> = promises.iter().filter(|promise| promise.year == year).collect();
    let bar = figure.map(|figure| bar(figure, scale));
    let value = figure.map_or_else(|| "?".to_owned(), |figure| ctx.words.on_axis(shown(figure), scale.unit));
    let whole = figure.filter(|figure| years_of(&figure.period).is_some_and(|(_, months)| months == 12));
    let mut beside = readout::pace(ctx, series, (whole.map(shown), ahead::expected(ctx, drawing.chosen, year)));
    beside.extend(due.iter().flat_map(|promise| readout::promised(ctx, promise.id)));
    let said = match figure {
        Some(figure) => readout::of_figure(ctx, series, figure, beside),
        None => readout::missing(ctx, series, year).into_iter().chain(beside).collect(),
    };
    let records = figure.into_iter().flat_map(|figure| figure.claims.iter().map(|claim| Ref::Actual(claim.actual)));
    let keys: Vec<Ref> = records.chain(due.iter().map(|promise| Ref::Target(promise.id))).collect();
    let others = drawing.figures.iter().filter(|other| other.last.year() == year);
    let others = others.flat_map(|other| other.claims.iter().map(|claim| Ref::Actual(claim.actual)));
    let spot = Spot {
        label: year_label(year),
        at: december(year),
        readout: said,
        others: others.filter(|key| !keys.contains(key)).collect(),
        keys,
        focus: due.iter().any(|promise| promise.focus),
    };
    Column {
        spot,
        bar,
        value: Label::one(value),
        frames: frames(ctx, &due, scale),
        rivals: figure.into_iter().flat_map(Figure::rivals).map(|rival| rival.value.nominal / scale.unit).collect(),
        differs: false,
    }
}

/// Which promises are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Frames {
    /// Every promise of the series.
    All,
    /// One for each year: the chosen one, else the first in the file.
    OneAYear,
}

/// A promise of the series: the year it is due in, and how much.
struct Promise {
    id: Id<Target>,
    year: i32,
    value: Quantity,
    focus: bool,
}

fn promises(ctx: &Context<'_>, series: Series, chosen: Option<Id<Target>>, shown: Frames) -> Vec<Promise> {
    let said = ctx.dataset.index.targets_of(series).iter().filter(|&&id| ctx.is_said(id));
    let promise = |&id: &Id<Target>| {
        if ctx.dataset[id].kind == TargetKind::Forecast && chosen != Some(id) {
            return None;
        }
        let year = match ctx.dataset[id].due? {
            Due::In(period) => period.end().year(),
            Due::Between(_, last) => last.year(),
        };
        Some(Promise { id, year, value: ctx.verdict(id).promised?, focus: chosen == Some(id) })
    };
    let mut all: Vec<Promise> = said.filter_map(promise).collect();
    if shown == Frames::OneAYear {
        let mut years = BTreeSet::new();
        all.sort_by_key(|promise| (!promise.focus, promise.id));
        all.retain(|promise| years.insert(promise.year));
    }
    all
}

/// For each year its best figure: the whole year, else the longest part from January, the newer the better.
fn by_year(figures: &[Figure]) -> BTreeMap<i32, &Figure> {
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
fn years_of(period: &Period) -> Option<(i32, u32)> {
    match period.span {
        Span::Day(day) => Some((day.year(), 12)),
        _ => period.full_year().map(|year| (year, 12)).or_else(|| period.year_to_date()),
    }
}

/// Where reports differ, the column shows the preferred one as it was said; the others are ticks beside it.
fn shown(figure: &Figure) -> &Quantity {
    let preferred = figure.claims.first().filter(|_| figure.rivals().next().is_some());
    preferred.map_or(&figure.value, |claim| &claim.value)
}

fn bar(figure: &Figure, scale: Scale) -> Bar {
    let part = years_of(&figure.period).is_some_and(|(_, months)| months < 12);
    let value = shown(figure);
    let certain = if value.hard.lo.is_finite() && value.hard.hi.is_infinite() { value.hard.lo } else { value.nominal };
    Bar {
        ink: if part { Ink::Part } else { Ink::Full },
        value: certain / scale.unit,
        soft: (value.soft.hi.is_finite() && value.hard.hi.is_infinite()).then_some(value.soft.hi / scale.unit),
        open: value.hard.hi.is_infinite() || part,
    }
}

/// Marks the columns whose figure counts something else than the latest full year does, in the words of the record.
/// The year that they differ from, if any do.
fn mark_other_coverage(ctx: &Context<'_>, columns: &mut [Column]) -> Option<String> {
    let counts = |column: &Column| match column.spot.keys.first() {
        Some(&Ref::Actual(id)) if column.bar.is_some() => Some(ctx.text(&ctx.dataset[id].counts)),
        _ => None,
    };
    let is_full = |column: &&Column| column.bar.is_some_and(|bar| bar.ink == Ink::Full);
    let latest = columns.iter().rev().find(is_full)?;
    let (usual, year) = (counts(latest)?, latest.spot.label.long().to_owned());
    for column in &mut *columns {
        column.differs = counts(column).is_some_and(|own| !own.is_empty() && own != usual);
    }
    columns.iter().any(|column| column.differs).then_some(year)
}

fn frames(ctx: &Context<'_>, due: &[&Promise], scale: Scale) -> Vec<Frame> {
    let mut due: Vec<&&Promise> = due.iter().filter(|p| p.focus || p.value.nominal <= scale.max).collect();
    due.sort_by(|a, b| a.value.nominal.total_cmp(&b.value.nominal));
    let frame = |promise: &&Promise| Frame {
        value: promise.value.nominal / scale.unit,
        label: Label::one(ctx.words.on_axis(&promise.value, scale.unit)),
        focus: promise.focus,
    };
    due.into_iter().map(frame).collect()
}

/// The year in full and as two digits.
fn year_label(year: i32) -> Label {
    Label::forms([year.to_string(), format!("{:02}", year.rem_euclid(100))])
}

fn title(ctx: &Context<'_>, series: Series, scale: Scale) -> Label {
    let metric = &ctx.dataset[series.0];
    let subject = Arg::from(ctx.text(&ctx.dataset[series.1].name));
    let name = Arg::from(ctx.text(&metric.name));
    let unit = match (ctx.words.scale(scale.unit, Form::Long), metric.currency.is_some()) {
        (factor, _) if factor.is_empty() => ctx.words.unit(metric),
        (factor, false) => factor,
        (factor, true) => {
            let parts = [("scale", Arg::from(factor)), ("unit", Arg::from(ctx.words.unit(metric)))];
            ctx.words.say("chart-unit", &parts)
        }
    };
    let long = ctx
        .words
        .say("chart-heading", &[("subject", subject), ("metric", name.clone()), ("unit", Arg::from(unit.clone()))]);
    let short = ctx.words.say("chart-heading-short", &[("metric", name), ("unit", Arg::from(unit))]);
    Label::forms([long, short])
}

fn axis(ctx: &Context<'_>, scale: Scale) -> Axis {
    let ticks =
        scale.ticks().map(|at| (at / scale.unit, ctx.words.number(at / scale.unit, scale.decimals()))).collect();
    Axis { max: scale.max / scale.unit, ticks }
}

fn legend(ctx: &Context<'_>, columns: &[Column], outlook: &Outlook) -> Vec<(Ink, Label)> {
    let inked = |ink| columns.iter().any(|column| column.bar.is_some_and(|bar| bar.ink == ink));
    let entries = [
        (Ink::Full, "legend-made", inked(Ink::Full)),
        (Ink::Promised, "legend-promised", columns.iter().any(|column| !column.frames.is_empty())),
        (Ink::Part, "legend-part", inked(Ink::Part)),
        (Ink::Pace, "legend-pace", !outlook.pace.is_empty()),
        (Ink::Rest, "legend-rest", outlook.estimates.iter().any(|estimate| estimate.ink == Ink::Rest)),
        (Ink::Projected, "legend-projected", outlook.estimates.iter().any(|estimate| estimate.ink == Ink::Projected)),
        (Ink::Rival, "legend-rival", columns.iter().any(|column| !column.rivals.is_empty())),
    ];
    entries.into_iter().filter(|entry| entry.2).map(|(ink, key, _)| (ink, ctx.label(key))).collect()
}

/// The highest that a value is drawn.
fn top(value: &Quantity) -> f64 {
    if value.soft.hi.is_finite() { value.soft.hi.max(value.nominal) } else { value.nominal }
}
