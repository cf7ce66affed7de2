//! Page 3: one series over the years, large, with every figure reported for it.

use crate::compare::known::{Figure, figures};
use crate::dataset::index::Series;
use crate::dataset::records::{Actual, Id, MetricKind};

use super::context::Context;
use super::drawing::Subjects;
use super::marked::{marked, runs};
use super::prose::{Label, Role, Run};
use super::table::{Align, Cell, Column, Rank, Row, Table};
use super::words::{Arg, Form};
use super::{Body, Page, PageKind, Panel, Ref, Slot, plot, rank, sift, why};

/// The page.
#[must_use]
pub(super) fn build(ctx: &Context<'_>, kept: Option<Table>) -> Page {
    let all = series(ctx);
    let Some(shown) = ctx.query.series.filter(|wanted| all.contains(wanted)).or_else(|| all.first().copied()) else {
        return Page {
            kind: PageKind::Output,
            sentence: vec![Run::plain(ctx.words.get("output-empty"))],
            panels: vec![],
        };
    };
    let mut figures = figures(ctx.dataset, shown, ctx.query.known);
    figures.reverse();
    let table = table(ctx, &figures, kept);
    let chosen = table.key();
    let mut panels = Vec::new();
    let lead = ctx.lead().filter(|&id| (ctx.dataset[id].metric, ctx.dataset[id].subject) == shown);
    let due = ctx.dataset.index.targets_of(shown).iter().copied().rfind(|&id| ctx.is_said(id));
    let plot::Shown { body, said, series } = plot::figures(ctx, &whose(ctx, &all, shown), lead.or(due));
    panels.push(Panel { slot: Slot::Main, heading: vec![], body });
    panels.push(Panel { slot: Slot::List, heading: vec![], body: Body::Table(table) });
    if let Some(key) = chosen {
        panels.extend(why::beside(ctx, key));
    }
    let several = (series.len() > 1).then(|| of_several(ctx, shown, &series));
    let sentence = several.or(said).unwrap_or_else(|| sentence(ctx, shown, &figures));
    Page { kind: PageKind::Output, sentence, panels }
}

/// The shown series; where more than one is asked for, then those of the same metric.
fn whose(ctx: &Context<'_>, all: &[Series], shown: Series) -> Vec<Series> {
    let others = all.iter().copied().filter(|series| series.0 == shown.0 && *series != shown);
    let several = ctx.query.drawing.subjects != Subjects::One;
    std::iter::once(shown).chain(others.filter(|_| several)).collect()
}

/// The series that can be shown, the lead's first, then those of the same metric, then the others with the most figures.
/// Only what is made in a period, money apart.
#[must_use]
pub fn series(ctx: &Context<'_>) -> Vec<Series> {
    let lead = ctx.lead().map(|id| (ctx.dataset[id].metric, ctx.dataset[id].subject));
    let mut all: Vec<(Series, usize)> = ctx
        .dataset
        .index
        .actuals
        .iter()
        .filter(|((metric, _), _)| {
            ctx.dataset[*metric].kind == MetricKind::Flow && ctx.dataset[*metric].currency.is_none()
        })
        .map(|(series, ids)| {
            (*series, ids.iter().filter(|&&id| ctx.dataset[id].published.day <= ctx.query.known).count())
        })
        .filter(|(_, known)| *known > 0)
        .collect();
    let same_metric = |series: Series| lead.is_some_and(|lead| lead.0 == series.0);
    all.sort_by_key(|(series, known)| {
        (Some(*series) != lead, !same_metric(*series), usize::MAX - known, series.0, series.1)
    });
    all.into_iter().map(|(series, _)| series).collect()
}

fn table(ctx: &Context<'_>, figures: &[Figure], kept: Option<Table>) -> Table {
    let column = |key: &str, align, drop, grows| Column { head: ctx.label(key), align, drop, grows };
    let columns = vec![
        column("head-period", Align::Left, 0, false),
        column("head-figure", Align::Right, 0, false),
        column("head-counts", Align::Left, 2, true),
        column("head-source", Align::Left, 1, false),
        column("head-known", Align::Left, 3, false),
    ];
    let rows = || figures.iter().flat_map(|figure| rows(ctx, figure)).collect();
    let mut table = kept.unwrap_or_else(|| sift::list(ctx, columns, rows(), "output-empty"));
    table.chosen = table.place_of(ctx.query.focus).or_else(|| table.first());
    table
}

/// A figure, then what other sources say of the same time.
fn rows(ctx: &Context<'_>, figure: &Figure) -> Vec<Row> {
    let preferred = figure.preferred();
    figure.claims.iter().map(|claim| row(ctx, claim.actual, Some(claim.actual) != preferred)).collect()
}

fn row(ctx: &Context<'_>, id: Id<Actual>, rival: bool) -> Row {
    let actual = &ctx.dataset[id];
    let metric = &ctx.dataset[actual.metric];
    let value = |form| ctx.words.value(&actual.value, metric, form);
    let period =
        Label::forms([ctx.words.period(&actual.period, Form::Plain), ctx.words.period(&actual.period, Form::Tight)]);
    let publisher = actual.sources.first().map_or("", |&source| ctx.text(&ctx.dataset[source].publisher));
    let full = actual.period.full_year().is_some();
    let role = if rival {
        Role::Contested
    } else if full {
        Role::Actual
    } else {
        Role::Plain
    };
    let cells = vec![
        Cell::Text(period, if full { Role::Strong } else { Role::Plain }),
        Cell::Text(Label::forms([value(Form::Plain), value(Form::Tight)]), role),
        Cell::Text(Label::one(ctx.text(&actual.counts)), Role::Muted),
        Cell::Text(Label::one(publisher), Role::Muted),
        Cell::Text(
            ctx.fresh(
                Label::forms([Form::Plain, Form::Tight].map(|form| ctx.words.stamp(actual.published, form))),
                actual.published.day,
            ),
            Role::Muted,
        ),
    ];
    let ranks = [
        Rank::Day(actual.period.end()),
        rank::value(&actual.value, metric),
        Rank::Words,
        Rank::Words,
        Rank::Day(actual.published.day),
    ];
    Row::new(Some(Ref::Actual(id)), cells).ranked(ranks)
}

/// The latest figure of the first series, and how many more there are.
fn of_several(ctx: &Context<'_>, shown: Series, all: &[Series]) -> Vec<Run> {
    /// More than these are no sentence.
    const NAMED: usize = 3;
    let metric = &ctx.dataset[shown.0];
    let latest = |series: &Series| {
        let known = crate::compare::known::figures(ctx.dataset, *series, ctx.query.known);
        let of_year = known.iter().rev().find(|figure| plot::columns::years_of(&figure.period).is_some());
        let figure = of_year.or(known.last())?;
        let quantity = marked(&ctx.words.quantity(&figure.value, metric, Form::Plain), Role::Actual);
        let args = [
            ("subject", Arg::from(ctx.text(&ctx.dataset[series.1].name))),
            ("quantity", Arg::from(quantity)),
            ("period", Arg::from(ctx.words.period(&figure.period, Form::Plain))),
        ];
        Some(ctx.words.say("output-one-of-several", &args))
    };
    let list: Vec<String> = all.iter().take(NAMED).filter_map(latest).collect();
    let args = [
        ("metric", Arg::from(ctx.text(&metric.name))),
        ("list", Arg::from(list.join(&ctx.words.get("list-separator")))),
        ("more", Arg::from(all.len().saturating_sub(NAMED))),
    ];
    runs(&ctx.words.say("output-several", &args))
}

/// The latest full year against the one before: "Kazakhstan made 171,442 vehicles in 2025, …".
fn sentence(ctx: &Context<'_>, shown: Series, figures: &[Figure]) -> Vec<Run> {
    let metric = &ctx.dataset[shown.0];
    let subject = Arg::from(ctx.text(&ctx.dataset[shown.1].name));
    let name = Arg::from(ctx.text(&metric.name));
    let latest = figures.iter().find(|figure| figure.period.full_year().is_some());
    let Some(figure) = latest.or_else(|| figures.first()) else {
        return vec![Run::plain(ctx.words.say("output-none", &[("subject", subject), ("metric", name)]))];
    };
    let quantity = marked(&ctx.words.quantity(&figure.value, metric, Form::Plain), Role::Actual);
    let period = Arg::from(ctx.words.period(&figure.period, Form::Plain));
    let count = Arg::from(figures.len());
    let args = [
        ("subject", subject),
        ("metric", name),
        ("quantity", Arg::from(quantity)),
        ("period", period),
        ("count", count),
    ];
    runs(&ctx.words.say("output-latest", &args))
}
