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
use crate::dataset::records::{Id, Metric, Target, TargetKind};

use super::Ref;
use super::ahead;
use super::chart::{Axis, Bar, Chart, Column, Frame, Ink, Outlook};
use super::context::Context;
use super::prose::{Label, Role, Run};
use super::scale::Scale;
use super::words::{Arg, Form};

/// The chart of a series, with `chosen` in the foreground if it belongs to it. None if there is nothing to draw.
#[must_use]
pub(super) fn chart(ctx: &Context<'_>, series: Series, chosen: Option<Id<Target>>, shown: Frames) -> Option<Chart> {
    let figures = figures(ctx.dataset, series, ctx.query.known);
    let mut promises = promises(ctx, series, chosen);
    if shown == Frames::OneAYear {
        let mut years = BTreeSet::new();
        promises.sort_by_key(|promise| (!promise.focus, promise.id));
        promises.retain(|promise| years.insert(promise.year));
    }
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
    let mut columns: Vec<Column> = (first..=last)
        .map(|year| {
            let mut column = match years.get(&year) {
                Some(figure) => reported(ctx, series, figure, scale),
                None => missing(ctx, year, series),
            };
            column.frames = frames(ctx, &promises, year, scale);
            column.focus = promises.iter().any(|promise| promise.focus && promise.year == year);
            column.key = column.key.or_else(|| {
                promises.iter().find(|promise| promise.year == year).map(|promise| Ref::Target(promise.id))
            });
            column
        })
        .collect();
    let note = mark_other_coverage(ctx, &mut columns)
        .map(|year| Run::new(ctx.words.say("chart-differs", &[("year", Arg::from(year))]), Role::Muted));
    let note = note.into_iter().collect();
    let outlook = ahead::outlook(ctx, chosen, first, scale);
    Some(Chart {
        title: title(ctx, series, scale),
        axis: axis(ctx, scale),
        legend: legend(ctx, &columns, &outlook),
        columns,
        outlook,
        note,
    })
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

fn promises(ctx: &Context<'_>, series: Series, chosen: Option<Id<Target>>) -> Vec<Promise> {
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
    said.filter_map(promise).collect()
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

fn reported(ctx: &Context<'_>, series: Series, figure: &Figure, scale: Scale) -> Column {
    let metric = &ctx.dataset[series.0];
    let (year, months) = years_of(&figure.period).unwrap_or((figure.period.end().year(), 12));
    let part = months < 12;
    // Where reports differ, the column shows the preferred one as it was said; the others are ticks beside it.
    let preferred = figure.claims.first().filter(|_| figure.rivals().next().is_some());
    let value = preferred.map_or(&figure.value, |claim| &claim.value);
    let certain = if value.hard.lo.is_finite() && value.hard.hi.is_infinite() { value.hard.lo } else { value.nominal };
    let bar = Bar {
        ink: if part { Ink::Part } else { Ink::Full },
        value: certain / scale.unit,
        soft: (value.soft.hi.is_finite() && value.hard.hi.is_infinite()).then_some(value.soft.hi / scale.unit),
        open: value.hard.hi.is_infinite() || part,
    };
    let number = ctx.words.on_axis(value, scale.unit);
    Column {
        label: year_label(year),
        bar: Some(bar),
        value: Label::one(number),
        frames: Vec::new(),
        rivals: figure.rivals().map(|rival| rival.value.nominal / scale.unit).collect(),
        differs: false,
        readout: readout(ctx, metric, figure),
        key: figure.preferred().map(Ref::Actual),
        focus: false,
    }
}

/// Marks the columns whose figure counts something else than the latest full year does, in the words of the record.
/// The year that they differ from, if any do.
fn mark_other_coverage(ctx: &Context<'_>, columns: &mut [Column]) -> Option<String> {
    let counts = |column: &Column| match column.key {
        Some(Ref::Actual(id)) if column.bar.is_some() => Some(ctx.text(&ctx.dataset[id].counts)),
        _ => None,
    };
    let is_full = |column: &&Column| column.bar.is_some_and(|bar| bar.ink == Ink::Full);
    let latest = columns.iter().rev().find(is_full)?;
    let (usual, year) = (counts(latest)?, latest.label.long().to_owned());
    for column in &mut *columns {
        column.differs = counts(column).is_some_and(|own| !own.is_empty() && own != usual);
    }
    columns.iter().any(|column| column.differs).then_some(year)
}

fn missing(ctx: &Context<'_>, year: i32, series: Series) -> Column {
    let period = Period { span: Span::Year(year), approximate: false };
    let when = Arg::from(ctx.words.period(&period, Form::Plain));
    let metric = Arg::from(ctx.text(&ctx.dataset[series.0].name));
    let text = ctx.words.say("readout-missing", &[("period", when), ("metric", metric)]);
    Column {
        label: year_label(year),
        bar: None,
        value: Label::one("?"),
        frames: Vec::new(),
        rivals: Vec::new(),
        differs: false,
        readout: vec![Run::new(text, Role::Missing)],
        key: None,
        focus: false,
    }
}

fn frames(ctx: &Context<'_>, promises: &[Promise], year: i32, scale: Scale) -> Vec<Frame> {
    let mut due: Vec<&Promise> =
        promises.iter().filter(|p| p.year == year && (p.focus || p.value.nominal <= scale.max)).collect();
    due.sort_by(|a, b| a.value.nominal.total_cmp(&b.value.nominal));
    let frame = |promise: &Promise| Frame {
        value: promise.value.nominal / scale.unit,
        label: Label::one(ctx.words.on_axis(&promise.value, scale.unit)),
        focus: promise.focus,
    };
    due.into_iter().map(frame).collect()
}

fn readout(ctx: &Context<'_>, metric: &Metric, figure: &Figure) -> Vec<Run> {
    let mut runs = vec![
        Run::new(ctx.words.period(&figure.period, Form::Plain), Role::Strong),
        Run::plain("  "),
        Run::new(ctx.words.quantity(&figure.value, metric, Form::Long), Role::Actual),
    ];
    if let Some(source) = figure.preferred().and_then(|id| ctx.dataset[id].sources.first().copied()) {
        runs.push(Run::new(format!("  {}", ctx.text(&ctx.dataset[source].publisher)), Role::Muted));
    }
    runs
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
        (Ink::Part, "legend-part", inked(Ink::Part)),
        (Ink::Promised, "legend-promised", columns.iter().any(|column| !column.frames.is_empty())),
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
