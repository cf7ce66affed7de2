//! Cumulative within the year: the months from January on, a line for each year of which a part is known, and where the
//! target needs it to be.
//!
//! From one report to the next a line is level: what was made by then cannot be unmade, and nobody says when the rest came.

use chrono::{Datelike, NaiveDate};

use crate::compare::known::{Figure, figures};
use crate::compare::outlook::Rho;
use crate::compare::part_year;
use crate::compare::quantity::{Interval, Quantity};
use crate::dataset::index::Series;
use crate::dataset::period::{Month, Period, Span};
use crate::dataset::records::{Id, MetricKind, Target};
use crate::page::chart::{Chart, Column, Dot, Ink, Join, Line, Outlook, Sign, Years};
use crate::page::context::Context;
use crate::page::drawing::Window;
use crate::page::marked::{marked, runs};
use crate::page::prose::{Label, Role, Run};
use crate::page::spot::Spot;
use crate::page::words::{Arg, Form};
use crate::page::{Ref, Shown};

use super::columns::{bar_of, shown, top};
use super::head::{self, Usual};
use super::scale::Scale;
use super::track::{Entry, Track};
use super::{due, readout};

/// What is known of one year.
struct Year<'a> {
    number: i32,
    /// How many months from January, and what was made in them.
    sums: Vec<(u32, &'a Figure)>,
}

/// Where the target needs a year to be.
struct Needed {
    target: Id<Target>,
    year: i32,
    total: Quantity,
    /// The pace of the remaining months over the pace so far, as past years had it.
    rho: Rho,
}

impl Needed {
    /// After so many months of the year, if the rest of it goes as it usually does.
    fn by(&self, months: u32) -> f64 {
        part_year::needed(self.total.nominal, months, self.rho.mid)
    }
}

/// A series summed up within its years.
struct Sums {
    series: Series,
    figures: Vec<Figure>,
    needed: Option<Needed>,
}

/// The years of these series, on one scale. Series of which no part-year is known are left out.
#[must_use]
pub(super) fn tracks(ctx: &Context<'_>, whose: &[Series], chosen: Option<Id<Target>>) -> Vec<Track> {
    let of = |(place, &series): (usize, &Series)| {
        let figures = figures(ctx.dataset, series, ctx.query.known);
        let needed = chosen.filter(|_| place == 0).and_then(|id| needed(ctx, id, &figures));
        Sums { series, figures, needed }
    };
    let all: Vec<Sums> = whose.iter().enumerate().map(of).collect();
    let of_year = |year: &Year<'_>| Window { from: year.number, to: year.number };
    let Some(every) = all.iter().flat_map(|sums| years(&sums.figures)).map(|year| of_year(&year)).reduce(Window::and)
    else {
        return Vec::new();
    };
    let seen = ctx.query.drawing.window.and_then(|window| window.within(every)).unwrap_or(every);
    let drawn = |sums: &'_ Sums| {
        let years = years(&sums.figures);
        let inside = years.into_iter().filter(|year| seen.has(year.number));
        inside
            .flat_map(|year| year.sums.into_iter().map(|(_, figure)| top(shown(figure))).collect::<Vec<_>>())
            .fold(0.0, f64::max)
    };
    let promised = all.iter().filter_map(|sums| sums.needed.as_ref()).filter(|needed| seen.has(needed.year));
    let promised = promised.map(|needed| needed.total.nominal);
    let scale = Scale::reaching(all.iter().map(drawn).chain(promised).fold(0.0, f64::max));
    let years = Years { seen, all: every };
    all.iter().filter(|sums| drawn(sums) > 0.0).map(|sums| track(ctx, sums, scale, years)).collect()
}

/// Where a promise of a yearly flow needs its year to be; none where nothing of ours is shown.
fn needed(ctx: &Context<'_>, id: Id<Target>, figures: &[Figure]) -> Option<Needed> {
    let target = &ctx.dataset[id];
    let total = ctx.verdict(id).promised?;
    let shown = ctx.query.outlook == Shown::Yes && ctx.dataset[target.metric].kind == MetricKind::Flow;
    let year = due::year_of(ctx, id).filter(|_| shown && total.nominal > 0.0)?;
    let rho = part_year::learned_before(MetricKind::Flow, figures.to_vec(), year);
    Some(Needed { target: id, year, total, rho })
}

/// The years of which a part from January is known, in order, each with its parts and the whole.
fn years(figures: &[Figure]) -> Vec<Year<'_>> {
    let mut years: Vec<Year<'_>> = Vec::new();
    for figure in figures {
        let sum = figure.period.year_to_date().or_else(|| figure.period.full_year().map(|year| (year, 12)));
        let Some((number, months)) = sum else { continue };
        match years.iter_mut().find(|year| year.number == number) {
            Some(year) => year.sums.push((months, figure)),
            None => years.push(Year { number, sums: vec![(months, figure)] }),
        }
    }
    years.retain(|year| year.sums.iter().any(|(months, _)| *months < 12));
    for year in &mut years {
        year.sums.sort_by_key(|(months, _)| *months);
    }
    years.sort_by_key(|year| year.number);
    years
}

fn track(ctx: &Context<'_>, sums: &Sums, scale: Scale, window: Years) -> Track {
    let usual = Usual::of(ctx, &sums.figures);
    let seen: Vec<Year<'_>> = years(&sums.figures).into_iter().filter(|year| window.seen.has(year.number)).collect();
    let needed = sums.needed.as_ref().filter(|needed| window.seen.has(needed.year));
    let focus = focus(ctx, &seen, needed);
    let mut lines: Vec<Line> = seen.iter().map(|year| line(ctx, year, (focus, usual.as_ref()), scale)).collect();
    lines.sort_by_key(|line| line.focus);
    if let Some(needed) = needed {
        lines.push(goal(ctx, needed, scale));
    }
    let month = |months: u32| Some((months as usize - 1, needed?.by(months) / scale.unit));
    let outlook = Outlook { pace: (1..=12).filter_map(month).collect(), estimates: Vec::new() };
    let place = |months: u32| column(ctx, sums, (&seen, focus, needed), months);
    let (columns, entries): (Vec<Column>, Vec<Vec<Entry>>) = (1..=12).map(place).unzip();
    let differs = lines.iter().any(|line| line.dots.iter().any(|dot| dot.differs));
    let legend = [
        (Ink::Level, ctx.label("legend-level"), true),
        (Ink::Pace, needed.map(|needed| legend_of(ctx, needed)).unwrap_or_default(), needed.is_some()),
    ];
    let chart = Chart {
        title: head::title(ctx, sums.series, scale, "chart-heading-within"),
        axis: head::axis(ctx, scale),
        columns,
        lines,
        years: Some(window),
        legend: legend.into_iter().filter(|entry| entry.2).map(|(ink, label, _)| (ink, label)).collect(),
        outlook,
        note: note(ctx, usual.as_ref().filter(|_| differs), needed),
    };
    let said = seen.iter().find(|year| year.number == focus).and_then(|year| said(ctx, sums, year, needed));
    Track { series: sums.series, name: head::subject(ctx, sums.series), said, chart, entries }
}

/// What figures differ from, and how it was worked out where the target needs the year to be.
fn note(ctx: &Context<'_>, usual: Option<&Usual>, needed: Option<&Needed>) -> Vec<Run> {
    let mut note = Usual::note(usual, ctx);
    if let Some(Needed { rho, .. }) = needed {
        let key = if rho.pairs == 0 { "chart-needed-evenly" } else { "chart-needed" };
        let args = [("rho", Arg::from(ctx.words.significant(rho.mid, 2))), ("years", Arg::from(rho.pairs))];
        let gap = if note.is_empty() { "" } else { "  " };
        note.push(Run::new(format!("{gap}{}", ctx.words.say(key, &args)), Role::Muted));
    }
    note
}

/// The year in question: that of the chosen record, else that of the promise, else the latest.
fn focus(ctx: &Context<'_>, years: &[Year<'_>], needed: Option<&Needed>) -> i32 {
    let chosen = match ctx.query.focus {
        Some(Ref::Actual(id)) => Some(ctx.dataset[id].period.end().year()),
        _ => None,
    };
    let known = |year: &i32| years.iter().any(|known| known.number == *year);
    let latest = years.last().map_or(0, |year| year.number);
    chosen.filter(known).or(needed.map(|needed| needed.year).filter(known)).unwrap_or(latest)
}

/// How far the year in question had come by its latest part, and where the target needed it to be by then.
fn said(ctx: &Context<'_>, sums: &Sums, year: &Year<'_>, needed: Option<&Needed>) -> Option<Vec<Run>> {
    let (months, figure) = year.sums.iter().rev().find(|(months, _)| *months < 12)?;
    let metric = &ctx.dataset[sums.series.0];
    let quantity = |value: &Quantity, role| Arg::from(marked(&ctx.words.quantity(value, metric, Form::Plain), role));
    let needed = needed.filter(|needed| needed.year == year.number);
    let by_then = needed.map(|needed| {
        let bounds = Interval::exactly(needed.by(*months));
        (Quantity::derived(needed.by(*months), bounds, bounds), needed.total)
    });
    let mut args = vec![
        ("subject", Arg::from(head::subject(ctx, sums.series))),
        ("metric", Arg::from(ctx.text(&metric.name))),
        ("quantity", quantity(shown(figure), Role::Actual)),
        ("period", Arg::from(ctx.words.period(&figure.period, Form::Plain))),
    ];
    let Some((value, total)) = by_then else { return Some(runs(&ctx.words.say("output-within", &args))) };
    args.push(("needed", quantity(&value, Role::Target)));
    args.push(("promise", quantity(&total, Role::Target)));
    Some(runs(&ctx.words.say("output-within-needed", &args)))
}

fn line(ctx: &Context<'_>, year: &Year<'_>, (focus, usual): (i32, Option<&Usual>), scale: Scale) -> Line {
    let dot = |(months, figure): &(u32, &Figure)| {
        let bar = bar_of(shown(figure), scale);
        Dot {
            column: *months as usize - 1,
            value: bar.value,
            full: true,
            open: bar.open,
            differs: Usual::differs(usual, ctx, figure),
            label: if year.number == focus {
                Label::one(ctx.words.on_axis(shown(figure), scale.unit))
            } else {
                Label::default()
            },
        }
    };
    Line {
        name: Label::default(),
        sign: Sign::Text(format!("{:02}", year.number.rem_euclid(100))),
        focus: year.number == focus,
        join: Join::Steps,
        dots: year.sums.iter().map(dot).collect(),
    }
}

/// What was promised for the end of the year.
fn goal(ctx: &Context<'_>, needed: &Needed, scale: Scale) -> Line {
    let label = Label::one(ctx.words.on_axis(&needed.total, scale.unit));
    let value = needed.total.nominal / scale.unit;
    let dot = Dot { column: 11, value, full: true, open: false, differs: false, label };
    Line { name: Label::default(), sign: Sign::Promised, focus: true, join: Join::Apart, dots: vec![dot] }
}

fn legend_of(ctx: &Context<'_>, needed: &Needed) -> Label {
    let metric = &ctx.dataset[ctx.dataset[needed.target].metric];
    let args = |form| {
        let promise = ctx.words.quantity(&needed.total, metric, form);
        [("promise", Arg::from(promise)), ("year", Arg::from(needed.year.to_string()))]
    };
    let said = |key: &str, form| ctx.words.say(key, &args(form));
    Label::forms([said("legend-needed", Form::Plain), said("legend-needed.short", Form::Tight)])
}

/// A month: the sums of every year by its end.
fn column(
    ctx: &Context<'_>,
    sums: &Sums,
    (years, focus, needed): (&[Year<'_>], i32, Option<&Needed>),
    months: u32,
) -> (Column, Vec<Entry>) {
    let metric = &ctx.dataset[sums.series.0];
    let of_month = |year| {
        let Year { number, sums }: &Year<'_> = year;
        sums.iter().find(|(known, _)| *known == months).map(|(_, figure)| (*number, *figure))
    };
    let mut here: Vec<(i32, &Figure)> = years.iter().filter_map(of_month).collect();
    here.sort_by_key(|(year, _)| (*year != focus, std::cmp::Reverse(*year)));
    let mut readout = vec![Run::new(month(ctx, months, Form::Plain), Role::Strong)];
    let mut entries: Vec<Entry> = Vec::new();
    for (year, figure) in &here {
        let value = ctx.words.quantity(shown(figure), metric, Form::Plain);
        let source = figure.preferred().map_or("", |id| readout::publisher(ctx, id));
        readout.extend(readout::apart(&format!("{year} "), Role::Muted));
        readout.push(Run::new(value, Role::Actual));
        readout.extend(readout::in_brackets(source));
        let expected = needed.filter(|needed| needed.year == *year).map(|needed| needed.by(months));
        let pace = readout::pace(ctx, sums.series, Some(shown(figure)), expected);
        readout.extend(readout::apart(&pace, Role::Target));
        let mut own = Entry::of(ctx, sums.series, figure, None);
        if let Some(first) = own.first_mut() {
            first.pace = pace;
        }
        entries.extend(own);
    }
    if here.is_empty() {
        readout.extend(readout::apart(&ctx.words.get("readout-none"), Role::Missing));
    }
    if let Some(needed) = needed.filter(|needed| here.iter().all(|(year, _)| *year != needed.year)) {
        let bounds = Interval::exactly(needed.by(months));
        let value = ctx.words.quantity(&Quantity::derived(needed.by(months), bounds, bounds), metric, Form::Plain);
        let args = [("value", Arg::from(value)), ("year", Arg::from(needed.year.to_string()))];
        readout.extend(readout::apart(&ctx.words.say("readout-needed", &args), Role::Target));
    }
    let records = here.iter().flat_map(|(_, figure)| figure.claims.iter().map(|claim| Ref::Actual(claim.actual)));
    let keys = records.chain(needed.map(|needed| Ref::Target(needed.target)));
    let spot = Spot {
        label: Label::forms([month(ctx, months, Form::Plain), months.to_string()]),
        at: focus * 12 + i32::try_from(months).unwrap_or(1) - 1,
        readout,
        keys: keys.collect(),
        others: Vec::new(),
        focus: false,
    };
    (Column::empty(spot), entries)
}

/// The name of a month.
fn month(ctx: &Context<'_>, month: u32, form: Form) -> String {
    /// Any year: the name of a month says none.
    const YEAR: i32 = 2000;
    let month = Month { year: YEAR, month };
    let (first, last): (NaiveDate, NaiveDate) = (month.first_day(), month.last_day());
    let period = Period { span: Span::Months(Month::of(first), Month::of(last)), approximate: false };
    ctx.words.part_of_year(&period, form)
}
