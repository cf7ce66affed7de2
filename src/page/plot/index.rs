//! The index: every full year as what it is of the first one in sight, which is 100.

use crate::compare::known::{Figure, figures};
use crate::compare::quantity::{Quantity, Said};
use crate::dataset::index::Series;
use crate::dataset::records::{Id, Target};
use crate::dataset::value::Hedge;
use crate::page::chart::{Chart, Column, Dot, Join, Line, Outlook, Sign, Years};
use crate::page::context::Context;
use crate::page::drawing::Window;
use crate::page::marked::{marked, runs};
use crate::page::prose::{Label, Role, Run};
use crate::page::words::{Arg, Form};

use super::columns::{bar_of, shown, spot};
use super::due::{Frames, Promise, promises};
use super::head::{self, Usual};
use super::scale::Scale;
use super::track::{Entry, Track};
use super::{ahead, readout, share};

/// What the first year is.
const HUNDRED: f64 = 100.0;

/// A series and the year that it is held against.
struct Indexed {
    series: Series,
    figures: Vec<Figure>,
    promises: Vec<Promise>,
    chosen: Option<Id<Target>>,
    base: Base,
}

/// The first full year with a number that others can be held against.
struct Base {
    year: i32,
    value: f64,
    /// The number itself is only about right.
    about: bool,
}

impl Indexed {
    fn of(&self, value: &Quantity) -> Quantity {
        let factor = HUNDRED / self.base.value;
        if self.base.about { share::about_times(value, factor) } else { share::times(value, factor) }
    }

    /// The full years with a figure.
    fn years(&self) -> impl Iterator<Item = (i32, &Figure)> {
        self.figures.iter().filter_map(|figure| Some((figure.period.full_year()?, figure)))
    }
}

/// The full years of these series, each held against its own first one in sight, on one scale. Series without such a year
/// are left out.
#[must_use]
pub(super) fn tracks(ctx: &Context<'_>, whose: &[Series], chosen: Option<Id<Target>>) -> Vec<Track> {
    let of = |(place, &series): (usize, &Series)| {
        let figures = figures(ctx.dataset, series, ctx.query.known);
        let chosen = chosen.filter(|_| place == 0);
        let base = base(&figures, ctx.query.drawing.window)?;
        let promises = promises(ctx, series, chosen, Frames::All);
        Some(Indexed { series, figures, promises, chosen, base })
    };
    let all: Vec<Indexed> = whose.iter().enumerate().filter_map(of).collect();
    let due = all.iter().flat_map(|own| own.promises.iter().filter(|promise| promise.focus)).map(|own| own.year);
    let full = all.iter().flat_map(|own| own.years().map(|(year, _)| year)).chain(due);
    let Some(every) = full.map(|year| Window { from: year, to: year }).reduce(Window::and) else { return Vec::new() };
    let seen = ctx.query.drawing.window.and_then(|window| window.within(every)).unwrap_or(every);
    let heights = all.iter().flat_map(|own| {
        let figures = own.years().filter(|(year, _)| seen.has(*year)).map(|(_, figure)| own.of(shown(figure)));
        let promised = own.promises.iter().filter(|p| p.focus && seen.has(p.year)).map(|p| own.of(&p.value));
        figures.chain(promised).map(|value| value.nominal).collect::<Vec<_>>()
    });
    let scale = Scale { unit: 1.0, ..Scale::reaching(heights.fold(0.0, f64::max)) };
    all.iter().map(|own| track(ctx, own, scale, Years { seen, all: every })).collect()
}

/// The first full year in sight whose number is no bound, and which sources agree on.
fn base(figures: &[Figure], window: Option<Window>) -> Option<Base> {
    figures.iter().find_map(|figure| {
        let year = figure.period.full_year().filter(|year| window.is_none_or(|window| window.has(*year)))?;
        let value = shown(figure);
        let Said::Amount(hedge, _) = value.said else { return None };
        let firm = matches!(hedge, Hedge::Exact | Hedge::Plain | Hedge::About) && value.nominal > 0.0;
        firm.then_some(Base { year, value: value.nominal, about: hedge == Hedge::About })
    })
}

fn track(ctx: &Context<'_>, own: &Indexed, scale: Scale, years: Years) -> Track {
    let usual = Usual::of(ctx, &own.figures);
    let seen = years.seen;
    let known = |year: i32| own.years().find(|(known, _)| *known == year).map(|(_, figure)| figure);
    let dot = |year: i32| {
        let figure = known(year)?;
        let value = own.of(shown(figure));
        let bar = bar_of(&value, scale);
        Some(Dot {
            column: usize::try_from(year - seen.from).ok()?,
            value: bar.value,
            full: true,
            open: bar.open,
            differs: Usual::differs(usual.as_ref(), ctx, figure),
            label: Label::one(ctx.words.on_axis(&value, 1.0)),
        })
    };
    let line = Line {
        name: Label::default(),
        sign: Sign::Series(0),
        focus: true,
        join: Join::Neighbours,
        dots: (seen.from..=seen.to).filter_map(dot).collect(),
    };
    let pace = |year: i32| {
        let value = ahead::expected(ctx, own.chosen, year)? / own.base.value * HUNDRED;
        Some((usize::try_from(year - seen.from).ok()?, value))
    };
    let outlook = Outlook { pace: (seen.from..=seen.to).filter_map(pace).collect(), estimates: Vec::new() };
    let promised: Vec<Dot> = own.promises.iter().filter_map(|promise| goal(ctx, own, promise, (seen, scale))).collect();
    let mut lines = vec![line];
    if !promised.is_empty() {
        let name = Label::default();
        lines.insert(0, Line { name, sign: Sign::Promised, focus: true, join: Join::Apart, dots: promised });
    }
    let of_year = |year: i32| column(ctx, own, (year, known(year)));
    let (columns, entries): (Vec<Column>, Vec<Vec<Entry>>) = (seen.from..=seen.to).map(of_year).unzip();
    let differs = lines.iter().any(|line| line.dots.iter().any(|dot| dot.differs));
    let metric = Arg::from(ctx.text(&ctx.dataset[own.series.0].name));
    let subject = Arg::from(ctx.text(&ctx.dataset[own.series.1].name));
    let args = [("subject", subject), ("metric", metric), ("year", Arg::from(own.base.year.to_string()))];
    let chart = Chart {
        title: Label::forms(["chart-heading-index", "chart-heading-index.short"].map(|key| ctx.words.say(key, &args))),
        axis: head::axis(ctx, scale),
        legend: head::legend_of_lines(ctx, &lines, &outlook),
        columns,
        lines,
        years: Some(years),
        outlook,
        note: Usual::note(usual.as_ref().filter(|_| differs), ctx),
    };
    let name = [("subject", Arg::from(head::subject(ctx, own.series))), ("year", Arg::from(own.base.year.to_string()))];
    Track { series: own.series, name: ctx.words.say("index-name", &name), said: said(ctx, own, seen), chart, entries }
}

/// What the latest year in sight is of the first.
fn said(ctx: &Context<'_>, own: &Indexed, seen: Window) -> Option<Vec<Run>> {
    let (year, figure) = own.years().filter(|(year, _)| seen.has(*year) && *year != own.base.year).last()?;
    let index = ctx.words.on_axis(&own.of(shown(figure)), 1.0);
    let args = [
        ("subject", Arg::from(head::subject(ctx, own.series))),
        ("metric", Arg::from(ctx.text(&ctx.dataset[own.series.0].name))),
        ("index", Arg::from(marked(&index, Role::Actual))),
        ("year", Arg::from(year.to_string())),
        ("base", Arg::from(own.base.year.to_string())),
    ];
    Some(runs(&ctx.words.say("output-index", &args)))
}

/// A promise due in a year in sight, if the scale reaches it.
fn goal(ctx: &Context<'_>, own: &Indexed, promise: &Promise, (seen, scale): (Window, Scale)) -> Option<Dot> {
    let value = own.of(&promise.value);
    let column = usize::try_from(promise.year - seen.from).ok().filter(|_| seen.has(promise.year))?;
    let label = Label::one(ctx.words.on_axis(&value, 1.0));
    let fits = promise.focus || value.nominal <= scale.max;
    fits.then_some(Dot { column, value: value.nominal, full: true, open: false, differs: false, label })
}

/// A year: its index, and the figure that it comes from.
fn column(ctx: &Context<'_>, own: &Indexed, (year, figure): (i32, Option<&Figure>)) -> (Column, Vec<Entry>) {
    let due: Vec<&Promise> = own.promises.iter().filter(|promise| promise.year == year).collect();
    let pace = readout::pace(ctx, own.series, figure.map(shown), ahead::expected(ctx, own.chosen, year));
    let beside = readout::beside(ctx, &pace, due.iter().map(|promise| promise.id));
    let index = figure.map(|figure| {
        let value = Arg::from(ctx.words.on_axis(&own.of(shown(figure)), 1.0));
        ctx.words.say("readout-index", &[("value", value), ("year", Arg::from(own.base.year.to_string()))])
    });
    let readout = match (figure, &index) {
        (Some(figure), Some(index)) => {
            let own_words = readout::apart(index, Role::Strong).into_iter().chain(beside).collect();
            readout::of_figure(ctx, own.series, figure, own_words)
        }
        _ => readout::missing_year(ctx, own.series, year).into_iter().chain(beside).collect(),
    };
    let mut entries = figure.map_or_else(
        || vec![Entry::missing(head::year_label(year))],
        |figure| Entry::of(ctx, own.series, figure, None),
    );
    if let Some(first) = entries.first_mut() {
        first.pace = pace;
        first.promised = readout::numbers(ctx, due.iter().map(|promise| promise.id));
        if let Some(figure) = figure {
            let value = ctx.words.on_axis(&own.of(shown(figure)), 1.0);
            let said = ctx.words.quantity(shown(figure), &ctx.dataset[own.series.0], Form::Plain);
            first.value = Label::forms([format!("{value} ({said})"), value]);
        }
    }
    let spot = spot(&own.figures, (year, figure), &due, readout);
    (Column::empty(spot), entries)
}
