//! Page 3: one or more series over the years, with every report.

use crate::compare::series::as_of::{self, figures};
use crate::compare::series::figure::Figure;
use crate::dataset::format::value::Value;
use crate::dataset::records::index::SeriesKey;
use crate::dataset::records::{Actual, Id, MetricKind};
use crate::page::charts;
use crate::page::charts::year_slots::YearSlots;
use crate::page::context::{Context, plain_and_tight};
use crate::page::i18n::TextForm;
use crate::page::i18n::message_runs::{self, RunArg};
use crate::page::model::{
    Align, Label, Page, PageKind, Panel, PanelBody, PanelSlot, RecordRef, Role, SortKey, SubjectLayout, Table,
    TableCell, TableRow, TextRun,
};
use crate::page::search::filter;
use crate::page::target::sort_keys;
use crate::page::why::overlay;

pub(in crate::page) fn build(ctx: &Context<'_>, list: Option<Table>) -> Page {
    let all = series(ctx);
    let Some(shown) = ctx.query.series.filter(|wanted| all.contains(wanted)).or_else(|| all.first().copied()) else {
        return Page {
            kind: PageKind::Output,
            sentence: vec![TextRun::plain(ctx.words.get("output-empty"))],
            panels: vec![],
        };
    };
    let figures = figures(ctx.dataset, shown, ctx.query.as_of);
    let table = table(ctx, &figures, list);
    let chosen = table.key();
    let mut panels = Vec::new();
    let lead = ctx.lead().filter(|&id| (ctx.dataset[id].metric, ctx.dataset[id].subject) == shown);
    let due = ctx.dataset.index.targets_of(shown).iter().copied().rfind(|&id| ctx.is_known(id));
    let charts::build::SeriesView { body, sentence: sentence_of_mode, series } =
        charts::build::figures(ctx, &displayed_series(ctx, &all, shown), lead.or(due));
    panels.push(Panel { slot: PanelSlot::Main, heading: vec![], body });
    panels.push(Panel { slot: PanelSlot::List, heading: vec![], body: PanelBody::Table(table) });
    if let Some(key) = chosen {
        panels.extend(overlay::side_panel(ctx, key));
    }
    let several = (series.len() > 1).then(|| several_series_sentence(ctx, shown, &series));
    let sentence = several.or(sentence_of_mode).unwrap_or_else(|| sentence(ctx, shown, &figures));
    Page { kind: PageKind::Output, sentence, panels }
}

/// The chosen series; for several subjects also the others of its metric.
fn displayed_series(ctx: &Context<'_>, all: &[SeriesKey], shown: SeriesKey) -> Vec<SeriesKey> {
    let others = all.iter().copied().filter(|series| series.0 == shown.0 && *series != shown);
    let several = ctx.query.chart_options.subjects != SubjectLayout::Single;
    std::iter::once(shown).chain(others.filter(|_| several)).collect()
}

/// The series with figures that are not money, which is on a page of its own; if there are none, those in money. First the
/// lead's, then those of its metric, then those with the most figures.
pub fn series(ctx: &Context<'_>) -> Vec<SeriesKey> {
    let lead = ctx.lead().map(|id| (ctx.dataset[id].metric, ctx.dataset[id].subject));
    let is_figure = |actual: &Actual| {
        let is_number = !matches!(actual.value, Value::Unquantified | Value::NotYet);
        is_number && actual.published.day <= ctx.query.as_of
    };
    let known = |ids: &Vec<Id<Actual>>| ids.iter().filter(|&&id| is_figure(&ctx.dataset[id])).count();
    let numbers = ctx.dataset.index.actuals.iter();
    let numbers = numbers.filter(|((metric, _), _)| ctx.dataset[*metric].kind != MetricKind::Milestone);
    let counted = numbers.map(|(series, ids)| (*series, known(ids))).filter(|(_, known)| *known > 0);
    let mut all: Vec<(SeriesKey, usize)> = counted.collect();
    let is_money = |series: SeriesKey| ctx.dataset[series.0].currency.is_some();
    if all.iter().any(|(series, _)| !is_money(*series)) {
        all.retain(|(series, _)| !is_money(*series));
    }
    let same_metric = |series: SeriesKey| lead.is_some_and(|lead| lead.0 == series.0);
    all.sort_by_key(|(series, known)| {
        (Some(*series) != lead, !same_metric(*series), usize::MAX - known, series.0, series.1)
    });
    all.into_iter().map(|(series, _)| series).collect()
}

fn table(ctx: &Context<'_>, figures: &[Figure], list: Option<Table>) -> Table {
    let columns = vec![
        ctx.column("head-period", Align::Left, 0),
        ctx.column("head-figure", Align::Right, 0),
        ctx.column("head-counts", Align::Left, 2).flexible(),
        ctx.column("head-source", Align::Left, 1),
        ctx.column("head-known", Align::Left, 3),
    ];
    let rows = || figures.iter().rev().flat_map(|figure| rows(ctx, figure)).collect();
    let mut table = list.unwrap_or_else(|| filter::filtered_table(ctx, columns, rows(), "output-empty"));
    table.chosen = table.row_of(ctx.query.focus).or_else(|| table.first());
    table
}

/// All reports of a figure.
fn rows(ctx: &Context<'_>, figure: &Figure) -> Vec<TableRow> {
    let preferred = figure.preferred();
    figure.claims.iter().map(|claim| row(ctx, claim.actual, Some(claim.actual) != preferred)).collect()
}

fn row(ctx: &Context<'_>, id: Id<Actual>, rival: bool) -> TableRow {
    let actual = &ctx.dataset[id];
    let metric = &ctx.dataset[actual.metric];
    let value = |form| ctx.words.value(&actual.value, metric, form);
    let period = plain_and_tight(|form| ctx.words.period(&actual.period, form));
    let publisher = ctx.publisher(id);
    let full = actual.period.full_year().is_some();
    let role = if rival {
        Role::Contested
    } else if full {
        Role::Actual
    } else {
        Role::Plain
    };
    let cells = vec![
        TableCell::Text(period, if full { Role::Strong } else { Role::Plain }),
        TableCell::Text(plain_and_tight(value), role),
        TableCell::Text(Label::one(ctx.text(&actual.counts)), Role::Muted),
        TableCell::Text(Label::one(publisher), Role::Muted),
        TableCell::Text(
            ctx.marked_if_new(plain_and_tight(|form| ctx.words.stamp(actual.published, form)), actual.published.day),
            Role::Muted,
        ),
    ];
    let sort_keys = [
        SortKey::Date(actual.period.end()),
        sort_keys::value(&actual.value, metric),
        SortKey::Text,
        SortKey::Text,
        SortKey::Date(actual.published.day),
    ];
    TableRow::new(Some(RecordRef::Actual(id)), cells).with_sort_keys(sort_keys)
}

/// The latest figures of the first series.
fn several_series_sentence(ctx: &Context<'_>, shown: SeriesKey, all: &[SeriesKey]) -> Vec<TextRun> {
    /// More than these do not fit into a sentence.
    const MAX_NAMED: usize = 3;
    let metric = &ctx.dataset[shown.0];
    let latest = |series: &SeriesKey| {
        let known = as_of::figures(ctx.dataset, *series, ctx.query.as_of);
        let slots = YearSlots::of_years(metric.kind, &known);
        let known = slots.drawn(known);
        let figure = slots.best(&known).into_values().last().map(|(_, figure)| figure).or(known.last())?;
        let quantity = TextRun::new(ctx.words.quantity(&figure.value, metric, TextForm::Plain), Role::Actual);
        let args = [
            ("subject", ctx.text(&ctx.dataset[series.1].name).into()),
            ("quantity", quantity.into()),
            ("period", ctx.words.period(&figure.period, TextForm::Plain).into()),
        ];
        Some(message_runs::format(ctx.words, "output-one-of-several", &args))
    };
    let args = [
        ("metric", ctx.text(&metric.name).into()),
        ("list", message_runs::list(ctx.words, all.iter().take(MAX_NAMED).filter_map(latest)).into()),
        ("more", all.len().saturating_sub(MAX_NAMED).into()),
    ];
    message_runs::format(ctx.words, "output-several", &args)
}

/// The latest full year: "Kazakhstan made 171,442 vehicles in 2025, …".
fn sentence(ctx: &Context<'_>, shown: SeriesKey, figures: &[Figure]) -> Vec<TextRun> {
    let metric = &ctx.dataset[shown.0];
    let subject = RunArg::from(ctx.text(&ctx.dataset[shown.1].name));
    let name = RunArg::from(ctx.text(&metric.name));
    let slots = YearSlots::of_years(metric.kind, figures);
    let drawn = slots.drawn(figures.to_vec());
    let Some(figure) = slots.latest(&drawn) else {
        return message_runs::format(ctx.words, "output-none", &[("subject", subject), ("metric", name)]);
    };
    let quantity = TextRun::new(ctx.words.quantity(&figure.value, metric, TextForm::Plain), Role::Actual);
    let args = [
        ("subject", subject),
        ("metric", name),
        ("quantity", quantity.into()),
        ("period", ctx.words.period(&figure.period, TextForm::Plain).into()),
        ("count", figures.len().into()),
    ];
    message_runs::format(ctx.words, "output-latest", &args)
}
