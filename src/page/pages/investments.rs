//! Page 5: money. One series as columns; targets in money, reported sums, project costs and how they moved.

use crate::compare::series::as_of::figures;
use crate::compare::series::figure::Figure;
use crate::compare::series::quantity::{Quantity, QuantityForm};
use crate::compare::verdict::types::Status;
use crate::dataset::format::value::{Hedge, Value};
use crate::dataset::records::index::SeriesKey;
use crate::dataset::records::{Actual, Id, MetricKind, Subject, SubjectKind, Target};
use crate::page::charts;
use crate::page::charts::due_targets::TargetSelection;
use crate::page::charts::year_slots::YearSlots;
use crate::page::context::{Context, plain_and_tight};
use crate::page::i18n::{Arg, TextForm, last_digit_place, message_runs};
use crate::page::model::{
    Align, Block, Label, LabelledBar, Mark, Page, PageKind, Panel, PanelBody, PanelSlot, RecordRef, Role, SortKey,
    Table, TableCell, TableColumn, TableRow, TextRun,
};
use crate::page::search::filter;
use crate::page::target::{row, sort_keys};
use crate::page::why::overlay;

pub(in crate::page) fn build(ctx: &Context<'_>, list: Option<Table>) -> Page {
    let flows = flows(ctx);
    let mut table =
        list.unwrap_or_else(|| filter::filtered_table(ctx, heads(ctx), rows(ctx, &flows), "investments-empty"));
    table.chosen = table.row_of(ctx.query.focus).or_else(|| table.first());
    let key = table.key();
    let shown = key.and_then(|key| series_of(ctx, key)).filter(|series| flows.contains(series));
    let mut panels = Vec::new();
    let shown = shown.or(flows.first().copied());
    if let Some(body) = shown.and_then(|series| charts::build::year_panel(ctx, series, None, TargetSelection::All)) {
        panels.push(Panel { slot: PanelSlot::Main, heading: vec![], body });
    }
    panels.push(Panel { slot: PanelSlot::List, heading: vec![], body: PanelBody::Table(table) });
    if let Some(split) = key.and_then(|key| split_panel(ctx, key)) {
        panels.push(split);
    }
    if let Some(key) = key {
        panels.extend(overlay::side_panel(ctx, key));
    }
    Page { kind: PageKind::Investments, sentence: sentence(ctx, flows.first().copied()), panels }
}

fn series_of(ctx: &Context<'_>, key: RecordRef) -> Option<SeriesKey> {
    match key {
        RecordRef::Target(id) | RecordRef::Calculation(id) => Some((ctx.dataset[id].metric, ctx.dataset[id].subject)),
        RecordRef::Actual(id) => Some((ctx.dataset[id].metric, ctx.dataset[id].subject)),
        RecordRef::Source(_) | RecordRef::Subject(_) | RecordRef::Check(_) => None,
    }
}

/// The money series by period, per metric those with the most figures first.
fn flows(ctx: &Context<'_>) -> Vec<SeriesKey> {
    let mut all: Vec<(SeriesKey, usize)> = ctx
        .dataset
        .index
        .actuals
        .keys()
        .filter(|(metric, _)| ctx.dataset[*metric].currency.is_some() && ctx.dataset[*metric].kind == MetricKind::Flow)
        .map(|&series| (series, figures(ctx.dataset, series, ctx.query.as_of).len()))
        .filter(|(_, count)| *count > 0)
        .collect();
    all.sort_by_key(|(series, count)| (series.0, usize::MAX - count, series.1));
    all.into_iter().map(|(series, _)| series).collect()
}

fn heads(ctx: &Context<'_>) -> Vec<TableColumn> {
    vec![
        ctx.column("head-what", Align::Left, 0).flexible(),
        ctx.column("head-when", Align::Left, 3),
        ctx.column("head-planned", Align::Right, 1),
        ctx.column("head-reported", Align::Right, 0),
        ctx.column("head-moved", Align::Right, 4),
        ctx.column("head-verdict", Align::Left, 2),
    ]
}

/// Targets in money, then each series newest first, then projects.
fn rows(ctx: &Context<'_>, flows: &[SeriesKey]) -> Vec<TableRow> {
    let mut rows = Vec::new();
    let calls: Vec<Id<Target>> = ctx.known_targets().filter(|&id| is_call(ctx, id)).collect();
    if !calls.is_empty() {
        rows.push(TableRow::heading(&ctx.words.get("investments-calls")));
        rows.extend(calls.into_iter().map(|id| call_row(ctx, id)));
    }
    for &series in flows {
        let name = ctx.text(&ctx.dataset[series.0].name);
        let subject = ctx.text(&ctx.dataset[series.1].name);
        rows.push(TableRow::heading(&ctx.labelled(name, subject)));
        rows.extend(figures(ctx.dataset, series, ctx.query.as_of).iter().rev().flat_map(|f| reported(ctx, series, f)));
    }
    let projects = projects(ctx);
    if !projects.is_empty() {
        rows.push(TableRow::heading(&ctx.words.get("investments-projects")));
        rows.extend(projects.into_iter().map(|project| cost_row(ctx, &project)));
    }
    rows
}

/// A target in money that is no project cost, or a ratio.
fn is_call(ctx: &Context<'_>, id: Id<Target>) -> bool {
    let target = &ctx.dataset[id];
    let metric = &ctx.dataset[target.metric];
    let money = metric.currency.is_some() && !is_cost(ctx, (target.metric, target.subject));
    money || metric.kind == MetricKind::Ratio
}

/// A cumulative sum of money of a subject below country and industry: a project cost.
fn is_cost(ctx: &Context<'_>, series: SeriesKey) -> bool {
    use SubjectKind::{Country, Industry};
    let metric = &ctx.dataset[series.0];
    let whole = matches!(ctx.dataset[series.1].kind, Country | Industry);
    metric.currency.is_some() && metric.kind == MetricKind::Cumulative && !whole
}

fn call_row(ctx: &Context<'_>, id: Id<Target>) -> TableRow {
    let verdict = ctx.verdict(id);
    let (mark, role) = row::status_mark(verdict.status);
    let target = &ctx.dataset[id];
    let metric = &ctx.dataset[target.metric];
    let value = |form| target.value.map_or_else(|| "?".to_owned(), |value| ctx.words.value(&value, metric, form));
    let name = ctx.text(&metric.name);
    let subject = ctx.text(&ctx.dataset[target.subject].name);
    let cells = vec![
        TableCell::Text(Label::forms([ctx.labelled(name, subject), name.to_owned()]), Role::Plain),
        TableCell::Text(row::due(ctx, target), Role::Muted),
        TableCell::Text(plain_and_tight(value), Role::Target),
        TableCell::Text(
            row::reported(ctx, verdict),
            if verdict.reported.is_some() { Role::Actual } else { Role::Missing },
        ),
        TableCell::Text(row::gap(ctx, verdict), row::gap_role(verdict)),
        TableCell::WithMark(mark, row::verdict_label(ctx, verdict), role),
    ];
    let sort_keys = [
        SortKey::Text,
        sort_keys::due(target),
        target.value.map_or(SortKey::Missing, |value| sort_keys::value(&value, metric)),
        sort_keys::reported(verdict),
        sort_keys::gap(verdict),
        sort_keys::status(verdict.status),
    ];
    TableRow::new(Some(RecordRef::Target(id)), cells)
        .with_sort_keys(sort_keys)
        .with_status(sort_keys::row_status(ctx, verdict.status))
}

/// All reports of a figure, the preferred one first.
fn reported(ctx: &Context<'_>, series: SeriesKey, figure: &Figure) -> Vec<TableRow> {
    let metric = &ctx.dataset[series.0];
    let row = |id: Id<Actual>| {
        let actual = &ctx.dataset[id];
        let value = |form| ctx.words.value(&actual.value, metric, form);
        let contested = figure.is_contested();
        let verdict = if contested {
            TableCell::WithMark(Mark::Contested, ctx.label("sources-differ"), Role::Contested)
        } else {
            TableCell::Empty
        };
        let publisher = ctx.publisher(id);
        // A sorted list has no headings: the row names its metric.
        let metric_name = ctx.text(&metric.name);
        let who = if ctx.is_sorted() { ctx.labelled(metric_name, publisher) } else { publisher.to_owned() };
        let cells = vec![
            TableCell::Text(Label::one(who), Role::Muted),
            TableCell::Text(Label::one(ctx.words.period(&actual.period, TextForm::Plain)), Role::Strong),
            TableCell::Empty,
            TableCell::Text(ctx.marked_if_new(plain_and_tight(value), actual.published.day), Role::Actual),
            TableCell::Empty,
            verdict,
        ];
        let sort_keys = [
            SortKey::Text,
            SortKey::Date(actual.period.end()),
            SortKey::Missing,
            sort_keys::value(&actual.value, metric),
            SortKey::Missing,
            if contested { sort_keys::status(Status::Contested) } else { SortKey::Missing },
        ];
        TableRow::new(Some(RecordRef::Actual(id)), cells).with_sort_keys(sort_keys)
    };
    figure.claims.iter().map(|claim| row(claim.actual)).collect()
}

/// A project in one currency: its planned costs by date of statement, and the latest reported one.
struct Project {
    series: SeriesKey,
    planned: Vec<Id<Target>>,
    reported: Option<Figure>,
}

fn projects(ctx: &Context<'_>) -> Vec<Project> {
    let mut all: Vec<SeriesKey> =
        ctx.dataset.index.targets.keys().chain(ctx.dataset.index.actuals.keys()).copied().collect();
    all.retain(|&series| is_cost(ctx, series));
    all.sort_by_key(|series| (series.1, series.0));
    all.dedup();
    let project = |series: SeriesKey| {
        let planned = ctx.dataset.index.targets_of(series).iter().copied().filter(|&id| ctx.is_known(id)).collect();
        Project { series, planned, reported: figures(ctx.dataset, series, ctx.query.as_of).pop() }
    };
    all.into_iter().map(project).filter(|project| !project.planned.is_empty() || project.reported.is_some()).collect()
}

fn cost_row(ctx: &Context<'_>, project: &Project) -> TableRow {
    let (metric, subject) = (&ctx.dataset[project.series.0], project.series.1);
    let values = |id: &Id<Target>| ctx.dataset[*id].value;
    let first = project.planned.iter().find_map(values);
    let last = project.planned.iter().rev().find_map(values);
    let text = |value: &Value, form| ctx.words.value(value, metric, form);
    let planned = match (first, last) {
        (Some(first), Some(last)) if first != last => {
            let form = |form| format!("{} → {}", text(&first, form), text(&last, form));
            Label::forms([form(TextForm::Plain), form(TextForm::Tight), text(&last, TextForm::Tight)])
        }
        (Some(first), _) => plain_and_tight(|form| text(&first, form)),
        (None, _) => Label::default(),
    };
    let reported = project.reported.as_ref();
    let reported = reported.map(|figure| plain_and_tight(|form| ctx.words.quantity(&figure.value, metric, form)));
    let said = project.planned.first().map(|&id| ctx.dataset[id].said);
    let said = said.map(|said| plain_and_tight(|form| ctx.words.stamp(said, form)));
    let key = project.reported.as_ref().and_then(Figure::preferred).map(RecordRef::Actual);
    let key = project.planned.last().map(|&id| RecordRef::Target(id)).or(key);
    let cells = vec![
        TableCell::Text(Label::one(ctx.text(&ctx.dataset[subject].name)), Role::Plain),
        TableCell::Text(said.unwrap_or_default(), Role::Muted),
        TableCell::Text(planned, Role::Target),
        reported.map_or(TableCell::Empty, |label| TableCell::Text(label, Role::Actual)),
        cost_change_cell(ctx, project),
        TableCell::Empty,
    ];
    let nominal = |figure: &Figure| figure.value.nominal;
    let sort_keys = [
        SortKey::Text,
        SortKey::day(project.planned.first().map(|&id| ctx.dataset[id].said.day)),
        last.map_or(SortKey::Missing, |value| sort_keys::value(&value, metric)),
        SortKey::number(project.reported.as_ref().map(nominal)),
        SortKey::number(cost_growth(ctx, project)),
        SortKey::Missing,
    ];
    TableRow::new(key, cells).with_sort_keys(sort_keys)
}

/// "+102 %".
fn cost_change_cell(ctx: &Context<'_>, project: &Project) -> TableCell {
    let Some(growth) = cost_growth(ctx, project) else { return TableCell::Empty };
    let number = Arg::from(ctx.words.signed(growth * 100.0, 0));
    TableCell::Text(Label::one(ctx.words.format("percent", &[("number", number)])), Role::Caution)
}

/// From the first planned cost to the latest known one, as a fraction; none without a change.
fn cost_growth(ctx: &Context<'_>, project: &Project) -> Option<f64> {
    let nominal = |id: &Id<Target>| ctx.verdict(*id).promised.map(|promised| promised.nominal);
    let numbers: Vec<f64> = project.planned.iter().filter_map(nominal).collect();
    let last = project.reported.as_ref().map(|figure| figure.value.nominal).or(numbers.last().copied())?;
    let first = numbers.first().copied().filter(|first| *first > 0.0)?;
    Some(last / first - 1.0).filter(|growth| growth.abs() > 0.005)
}

/// A sum with a ratio stated for the same subject on the same day: the sum split by the ratio, as one bar.
fn split_panel(ctx: &Context<'_>, key: RecordRef) -> Option<Panel> {
    let RecordRef::Target(id) = key else { return None };
    let target = &ctx.dataset[id];
    let pair = |kind: fn(&Context<'_>, Id<Target>) -> bool| {
        ctx.known_targets().find(|&other| {
            let record = &ctx.dataset[other];
            record.subject == target.subject && record.said == target.said && kind(ctx, other)
        })
    };
    let is_ratio = |ctx: &Context<'_>, id: Id<Target>| ctx.dataset[ctx.dataset[id].metric].kind == MetricKind::Ratio;
    let is_sum = |ctx: &Context<'_>, id: Id<Target>| ctx.dataset[ctx.dataset[id].metric].currency.is_some();
    let (ratio, sum) = (pair(is_ratio)?, pair(is_sum)?);
    if id != ratio && id != sum {
        return None;
    }
    let parts = ctx.verdict(ratio).promised?.nominal;
    let whole = ctx.verdict(sum).promised?.nominal;
    let metric = &ctx.dataset[ctx.dataset[sum].metric];
    let bar = |key: &str, share: f64, role| {
        let percent = ctx.words.percent(share * 100.0, 0);
        let amount = ctx.words.quantity(&worked_out(whole * share), metric, TextForm::Plain);
        LabelledBar {
            label: ctx.words.format(key, &[("percent", Arg::from(percent))]),
            value: whole * share,
            words: amount,
            role,
        }
    };
    let larger = parts / (1.0 + parts);
    let bars = vec![bar("split-first", larger, Role::Target), bar("split-second", 1.0 - larger, Role::Muted)];
    let subject: &Id<Subject> = &target.subject;
    let scope = ctx.words.format("split-scope", &[("subject", Arg::from(ctx.text(&ctx.dataset[*subject].name)))]);
    let blocks = vec![Block::Stack(bars), Block::Paragraph(vec![TextRun::new(scope, Role::Muted)])];
    let heading = vec![TextRun::new(ctx.text(&ctx.dataset[ctx.dataset[ratio].metric].name), Role::Heading)];
    Some(Panel { slot: PanelSlot::Detail, heading, body: PanelBody::Text(blocks) })
}

/// The latest full year of the first series, and whether sources differ.
fn sentence(ctx: &Context<'_>, shown: Option<SeriesKey>) -> Vec<TextRun> {
    let empty = || vec![TextRun::plain(ctx.words.get("investments-empty"))];
    let Some(series) = shown else { return empty() };
    let figures = figures(ctx.dataset, series, ctx.query.as_of);
    let metric = &ctx.dataset[series.0];
    let Some(figure) = YearSlots::of_years(metric.kind, &figures).latest(&figures) else { return empty() };
    let quantity = |value| TextRun::new(ctx.words.quantity(value, metric, TextForm::Plain), Role::Actual);
    let args = [
        ("subject", ctx.text(&ctx.dataset[series.1].name).into()),
        ("metric", ctx.text(&metric.name).into()),
        ("quantity", quantity(&figure.value).into()),
        ("period", ctx.words.period(&figure.period, TextForm::Plain).into()),
        ("other", figure.rivals().next().map(|rival| quantity(&rival.value)).into_iter().collect::<Vec<_>>().into()),
    ];
    let key = if figure.is_contested() { "investments-contested" } else { "investments-latest" };
    message_runs::format(ctx.words, key, &args)
}

/// A calculated number with at most three digits.
fn worked_out(value: f64) -> Quantity {
    let said = QuantityForm::Amount(Hedge::Plain, last_digit_place(value, 3));
    Quantity { form: said, ..Quantity::calculated(value) }
}
