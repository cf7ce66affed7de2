//! Part-years and months: each report of less than a year in a column of its own, as what it brought a month, so that five
//! months and eight can be held against each other. A single month is full ink, an average of several half-tone.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use crate::compare::known::{Figure, figures};
use crate::compare::quantity::Quantity;
use crate::dataset::index::Series;
use crate::dataset::period::Period;
use crate::dataset::records::{Id, Target};
use crate::page::Ref;
use crate::page::chart::{Bar, Chart, Column, Ink, Outlook, Years};
use crate::page::context::Context;
use crate::page::drawing::Window;
use crate::page::marked::{marked, runs};
use crate::page::prose::{Label, Role, Run};
use crate::page::spot::Spot;
use crate::page::words::{Arg, Form};

use super::columns::{bar_of, shown, top};
use super::head::{self, Usual};
use super::scale::Scale;
use super::track::{Entry, Track};
use super::{ahead, due, readout, share};

/// Days of a month, on average.
const MONTH: f64 = 365.25 / 12.0;

/// The days that a column stands for: the last, then the first.
type Days = (NaiveDate, NaiveDate);

/// A series with what is known of parts of its years.
struct Parts {
    series: Series,
    figures: Vec<Figure>,
    chosen: Option<Id<Target>>,
}

/// The part-years of these series in columns that they share, on one scale. Series without any are left out.
#[must_use]
pub(super) fn tracks(ctx: &Context<'_>, whose: &[Series], chosen: Option<Id<Target>>) -> Vec<Track> {
    let of = |(place, &series): (usize, &Series)| {
        let figures = figures(ctx.dataset, series, ctx.query.known);
        Parts { series, figures, chosen: chosen.filter(|_| place == 0) }
    };
    let all: Vec<Parts> = whose.iter().enumerate().map(of).collect();
    let every: BTreeSet<Days> = all.iter().flat_map(|parts| parts.figures.iter().filter_map(days)).collect();
    let of_year = |(last, _): &Days| Window { from: last.year(), to: last.year() };
    let Some(years) = every.iter().map(of_year).reduce(Window::and) else { return Vec::new() };
    let seen = ctx.query.drawing.window.and_then(|window| window.within(years)).unwrap_or(years);
    let slots: Vec<Days> = every.into_iter().filter(|(last, _)| seen.has(last.year())).collect();
    let drawn = all.iter().flat_map(|parts| parts.figures.iter()).filter(|figure| in_slots(figure, &slots));
    let highest = drawn.map(|figure| top(&a_month(figure, shown(figure)))).fold(0.0, f64::max);
    let pace = slots.iter().filter_map(|(last, _)| ahead::expected(ctx, chosen, last.year()));
    let highest = pace.map(|year| year / 12.0).filter(|month| *month <= highest * 2.0).fold(highest, f64::max);
    let scale = Scale::reaching(highest);
    let with_any = all.iter().filter(|parts| parts.figures.iter().any(|figure| in_slots(figure, &slots)));
    with_any.map(|parts| track(ctx, parts, (&slots, scale), Years { seen, all: years })).collect()
}

/// The days of a part-year; none for whole years and what runs over a new year.
fn days(figure: &Figure) -> Option<Days> {
    let part = figure.period.full_year().is_none() && figure.first.year() == figure.last.year();
    (part && figure.first < figure.last).then_some((figure.last, figure.first))
}

fn in_slots(figure: &Figure, slots: &[Days]) -> bool {
    days(figure).is_some_and(|days| slots.binary_search(&days).is_ok())
}

/// How many months a period has.
fn months(first: NaiveDate, last: NaiveDate) -> f64 {
    let whole = first.day() == 1 && last.succ_opt().is_some_and(|next| next.day() == 1);
    if whole {
        return f64::from(last.month0()) - f64::from(first.month0()) + 1.0;
    }
    ((last - first).num_days() + 1) as f64 / MONTH
}

/// What a figure brought a month.
fn a_month(figure: &Figure, value: &Quantity) -> Quantity {
    let months = months(figure.first, figure.last);
    if (months - 1.0).abs() < 1e-9 { *value } else { share::times(value, 1.0 / months) }
}

fn track(ctx: &Context<'_>, parts: &Parts, (slots, scale): (&[Days], Scale), years: Years) -> Track {
    let usual = Usual::of(ctx, &parts.figures);
    let due = parts.chosen.and_then(|id| due::year_of(ctx, id));
    let column = |days: &Days| {
        let figure = parts.figures.iter().find(|figure| self::days(figure) == Some(*days));
        let is_last = slots.iter().rev().find(|(last, _)| last.year() == days.0.year()) == Some(days);
        let mut column = column(ctx, parts, (*days, figure), scale);
        column.0.differs = figure.is_some_and(|figure| Usual::differs(usual.as_ref(), ctx, figure));
        column.0.spot.focus = is_last && due == Some(days.0.year());
        column
    };
    let (columns, entries): (Vec<Column>, Vec<Vec<Entry>>) = slots.iter().map(column).unzip();
    let month = |(place, (last, _)): (usize, &Days)| {
        Some((place, ahead::expected(ctx, parts.chosen, last.year())? / 12.0 / scale.unit))
    };
    let outlook = Outlook { pace: slots.iter().enumerate().filter_map(month).collect(), estimates: Vec::new() };
    let inked = |ink| columns.iter().any(|column| column.bar.is_some_and(|bar| bar.ink == ink));
    let legend = [
        (Ink::Full, "legend-month", inked(Ink::Full)),
        (Ink::Part, "legend-average", inked(Ink::Part)),
        (Ink::Pace, "legend-pace", !outlook.pace.is_empty()),
        (Ink::Rival, "legend-rival", columns.iter().any(|column| !column.rivals.is_empty())),
    ];
    let differs = columns.iter().any(|column| column.differs);
    let chart = Chart {
        title: head::title(ctx, parts.series, scale, "chart-heading-parts"),
        axis: head::axis(ctx, scale),
        lines: Vec::new(),
        years: Some(years),
        legend: legend.into_iter().filter(|entry| entry.2).map(|(ink, key, _)| (ink, ctx.label(key))).collect(),
        columns,
        outlook,
        note: Usual::note(usual.as_ref().filter(|_| differs), ctx),
    };
    let said = slots.iter().rev().find_map(|days| said(ctx, parts, *days));
    Track { series: parts.series, name: head::subject(ctx, parts.series), said, chart, entries }
}

fn column(
    ctx: &Context<'_>,
    parts: &Parts,
    (days, figure): (Days, Option<&Figure>),
    scale: Scale,
) -> (Column, Vec<Entry>) {
    let (last, first) = days;
    let monthly = figure.map(|figure| a_month(figure, shown(figure)));
    let is_month = (months(first, last) - 1.0).abs() < 1e-9;
    let expected = ahead::expected(ctx, parts.chosen, last.year()).map(|year| year / 12.0);
    let pace = readout::pace(ctx, parts.series, monthly.as_ref(), expected);
    let bar = monthly.map(|value| Bar { ink: if is_month { Ink::Full } else { Ink::Part }, ..bar_of(&value, scale) });
    let number = monthly.map_or_else(|| "?".to_owned(), |value| ctx.words.on_axis(&value, scale.unit));
    let average = monthly.filter(|_| !is_month).map(|value| a_month_in_words(ctx, parts.series, &value));
    let readout: Vec<Run> = match figure {
        Some(figure) => {
            let words = average.iter().chain([&pace]).flat_map(|text| readout::apart(text, Role::Target));
            readout::of_figure(ctx, parts.series, figure, words.collect())
        }
        None => readout::missing(ctx, parts.series, &Period::between(first, last)),
    };
    let mut entries = match figure {
        Some(figure) => Entry::of(ctx, parts.series, figure, monthly.as_ref().filter(|_| !is_month)),
        None => Vec::new(),
    };
    if let Some(first) = entries.first_mut() {
        first.pace = pace;
    }
    let keys: Vec<Ref> =
        figure.into_iter().flat_map(|figure| &figure.claims).map(|claim| Ref::Actual(claim.actual)).collect();
    let column = Column {
        spot: Spot {
            label: label(ctx, first, last),
            at: last.year() * 12 + i32::try_from(last.month0()).unwrap_or(0),
            readout,
            others: whole_year(parts, last.year()),
            keys,
            focus: false,
        },
        group: head::year_label(last.year()),
        bar,
        value: Label::one(number),
        frames: Vec::new(),
        rivals: figure
            .into_iter()
            .flat_map(|figure| figure.rivals().map(|rival| a_month(figure, &rival.value).nominal / scale.unit))
            .collect(),
        differs: false,
    };
    (column, entries)
}

/// What the latest part-year brought a month.
fn said(ctx: &Context<'_>, parts: &Parts, days: Days) -> Option<Vec<Run>> {
    let figure = parts.figures.iter().find(|figure| self::days(figure) == Some(days))?;
    let monthly = a_month(figure, shown(figure));
    let metric = &ctx.dataset[parts.series.0];
    let quantity = |value: &Quantity| Arg::from(marked(&ctx.words.quantity(value, metric, Form::Plain), Role::Actual));
    let args = [
        ("subject", Arg::from(head::subject(ctx, parts.series))),
        ("metric", Arg::from(ctx.text(&metric.name))),
        ("quantity", quantity(shown(figure))),
        ("period", Arg::from(ctx.words.period(&figure.period, Form::Plain))),
        ("average", quantity(&monthly)),
    ];
    let is_month = (months(figure.first, figure.last) - 1.0).abs() < 1e-9;
    Some(runs(&ctx.words.say(if is_month { "output-month" } else { "output-parts" }, &args)))
}

fn a_month_in_words(ctx: &Context<'_>, series: Series, value: &Quantity) -> String {
    let value = Arg::from(ctx.words.quantity(value, &ctx.dataset[series.0], Form::Plain));
    ctx.words.say("readout-a-month", &[("value", value)])
}

/// The records of the whole year: who chooses one of them looks at its parts.
fn whole_year(parts: &Parts, year: i32) -> Vec<Ref> {
    let whole = parts.figures.iter().filter(|figure| figure.period.full_year() == Some(year));
    whole.flat_map(|figure| figure.claims.iter().map(|claim| Ref::Actual(claim.actual))).collect()
}

/// The part of the year: "Jan–Aug", "8 m"; "May".
fn label(ctx: &Context<'_>, first: NaiveDate, last: NaiveDate) -> Label {
    let period = Period::between(first, last);
    let long = ctx.words.part_of_year(&period, Form::Plain);
    let short = ctx.words.part_of_year(&period, Form::Tight);
    let (from, to) = (first.month(), last.month());
    let numbers = if from == to { from.to_string() } else { format!("{from}–{to}") };
    Label::forms([long, short, numbers])
}
