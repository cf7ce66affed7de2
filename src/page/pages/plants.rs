//! Page 4: the sites, where they are, and the targets of the chosen one.

use crate::compare::series::as_of::figures;
use crate::compare::series::figure::Figure;
use crate::dataset::records::{Actual, Id, Metric, MetricKind, Subject, Target};
use crate::page::charts::milestones;
use crate::page::context::{Context, plain_and_tight};
use crate::page::i18n::{TextForm, message_runs};
use crate::page::model::{
    Align, Block, Fact, Label, Map, MapPlace, Mark, Page, PageKind, Panel, PanelBody, PanelSlot, RecordRef, Role,
    RowStatus, SortKey, Table, TableCell, TableRow, TextRun,
};
use crate::page::search::filter;
use crate::page::target::status_names::UNKNOWN_STATUS;
use crate::page::target::{event, row, sort_keys};
use crate::page::why::overlay;

use std::collections::BTreeMap;

pub(in crate::page) fn build(ctx: &Context<'_>, list: Option<Table>) -> Page {
    let sites = ctx.known_sites();
    let wanted = match ctx.query.focus {
        Some(RecordRef::Subject(id)) => Some(id),
        Some(RecordRef::Target(id)) => Some(ctx.dataset[id].subject),
        Some(RecordRef::Actual(id)) => Some(ctx.dataset[id].subject),
        _ => None,
    };
    let mut table = list.unwrap_or_else(|| table(ctx, &sites));
    table.chosen = table.row_of(wanted.map(RecordRef::Subject)).or_else(|| table.first());
    let shown: Vec<Id<Subject>> = table.rows.iter().filter_map(site).collect();
    let chosen = table.chosen.and_then(|row| site(&table.rows[row]));
    let map = map(ctx, &shown, chosen);
    let mut panels = vec![
        Panel { slot: PanelSlot::List, heading: vec![], body: PanelBody::Table(table) },
        Panel { slot: PanelSlot::Side, heading: vec![], body: PanelBody::Map(map) },
    ];
    if let Some(id) = chosen {
        panels.push(detail(ctx, id));
    }
    Page { kind: PageKind::Plants, sentence: tally(ctx, &sites), panels }
}

fn site(row: &TableRow) -> Option<Id<Subject>> {
    match row.key {
        Some(RecordRef::Subject(id)) => Some(id),
        _ => None,
    }
}

/// The status in the dataset, which is that of its last update; unknown as of earlier dates.
fn status_name<'a>(ctx: &Context<'a>, id: Id<Subject>) -> &'a str {
    let current = ctx.dataset.updated.is_none_or(|updated| ctx.query.as_of >= updated.day);
    let word = if current { ctx.dataset[id].status.as_deref() } else { None };
    word.unwrap_or(UNKNOWN_STATUS)
}

fn status(ctx: &Context<'_>, id: Id<Subject>) -> (Mark, Role, String) {
    let word = status_name(ctx, id);
    let (mark, role) = match word {
        "operating" => (Mark::Operating, Role::Good),
        "under_construction" | "building" => (Mark::Building, Role::Caution),
        "planned" => (Mark::Planned, Role::Muted),
        "closed" | "abandoned" | "merged" => (Mark::Closed, Role::Bad),
        _ => (Mark::Unknown, Role::Missing),
    };
    (mark, role, ctx.words.site_status(word))
}

/// The position of a status among the others.
fn status_place(mark: Mark) -> usize {
    let order = [Mark::Operating, Mark::Building, Mark::Planned, Mark::Closed];
    order.iter().position(|known| *known == mark).unwrap_or(order.len())
}

/// "12 plants operate, 1 is being built, …".
fn tally(ctx: &Context<'_>, sites: &[Id<Subject>]) -> Vec<TextRun> {
    if sites.is_empty() {
        return vec![TextRun::plain(ctx.words.get("plants-empty"))];
    }
    let mut counts: BTreeMap<String, (usize, Role)> = BTreeMap::new();
    for &id in sites {
        let (_, role, word) = status(ctx, id);
        counts.entry(word).or_insert((0, role)).0 += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, (count, _))| usize::MAX - count);
    let part = |(word, (count, role)): (String, (usize, Role))| {
        let count = TextRun::new(ctx.words.number(count as f64, 0), role);
        message_runs::format(ctx.words, "tally-part", &[("count", count.into()), ("status", word.into())])
    };
    let list = message_runs::list(ctx.words, counts.into_iter().map(part));
    message_runs::format(ctx.words, "plants-tally", &[("count", sites.len().into()), ("list", list.into())])
}

fn table(ctx: &Context<'_>, sites: &[Id<Subject>]) -> Table {
    let columns = vec![
        ctx.column("head-plant", Align::Left, 0).flexible(),
        ctx.column("head-city", Align::Left, 2),
        ctx.column("head-capacity", Align::Right, 1),
        ctx.column("head-status", Align::Left, 3),
        ctx.column("head-output", Align::Right, 4),
    ];
    filter::filtered_table(ctx, columns, sites.iter().map(|&id| row(ctx, id)).collect(), "plants-empty")
}

fn row(ctx: &Context<'_>, id: Id<Subject>) -> TableRow {
    let site = &ctx.dataset[id];
    let (mark, role, word) = status(ctx, id);
    let (capacity, most) = capacity(ctx, id);
    let (output, made) = output(ctx, id);
    let status = RowStatus { name: status_name(ctx, id).to_owned(), word: word.clone(), place: status_place(mark) };
    let cells = vec![
        TableCell::WithMark(mark, Label::one(ctx.text(&site.name)), role),
        TableCell::Text(Label::one(ctx.text(&site.city)), Role::Muted),
        capacity,
        TableCell::Text(Label::one(word), role),
        output,
    ];
    let sort_keys = [SortKey::Text, SortKey::Text, most, SortKey::Order(status.place), made];
    TableRow::new(Some(RecordRef::Subject(id)), cells).with_sort_keys(sort_keys).with_status(status)
}

/// The latest capacity reported, else the latest promised, in its role.
fn capacity(ctx: &Context<'_>, id: Id<Subject>) -> (TableCell, SortKey) {
    let of_capacity = |id: Id<Metric>| ctx.dataset.metrics.iter().any(|metric| metric.capacity == Some(id));
    let reported = known_figures(ctx, id).filter(|(_, actual)| of_capacity(actual.metric)).last();
    if let Some((_, actual)) = reported {
        let metric = &ctx.dataset[actual.metric];
        let text = ctx.words.value(&actual.value, metric, TextForm::Plain);
        return (TableCell::Text(Label::one(text), Role::Actual), sort_keys::value(&actual.value, metric));
    }
    let targets = targets_of(ctx, id).filter(|&target| of_capacity(ctx.dataset[target].metric));
    let latest = targets.max_by_key(|&target| ctx.dataset[target].said);
    let value = latest.and_then(|target| Some((ctx.dataset[target].value?, &ctx.dataset[ctx.dataset[target].metric])));
    match value {
        Some((value, metric)) => {
            let text = ctx.words.value(&value, metric, TextForm::Plain);
            (TableCell::Text(Label::one(text), Role::Target), sort_keys::value(&value, metric))
        }
        None => (TableCell::Text(Label::one("?"), Role::Missing), SortKey::Missing),
    }
}

/// The latest output with its period.
fn output(ctx: &Context<'_>, id: Id<Subject>) -> (TableCell, SortKey) {
    let flows = known_figures(ctx, id).filter(|(_, actual)| {
        ctx.dataset[actual.metric].kind == MetricKind::Flow && ctx.dataset[actual.metric].currency.is_none()
    });
    let Some((_, actual)) = flows.max_by_key(|(_, actual)| (actual.period.end(), actual.period.full_year().is_some()))
    else {
        return (TableCell::Text(ctx.label("none-reported"), Role::Missing), SortKey::Missing);
    };
    let metric = &ctx.dataset[actual.metric];
    let form = |form| ctx.with_period(&ctx.words.value(&actual.value, metric, form), &actual.period, form);
    (TableCell::Text(plain_and_tight(form), Role::Actual), sort_keys::value(&actual.value, metric))
}

/// The figures of a subject known as of the date, in file order.
fn known_figures<'a>(ctx: &Context<'a>, id: Id<Subject>) -> impl Iterator<Item = (Id<Actual>, &'a Actual)> + use<'a> {
    let (dataset, known) = (ctx.dataset, ctx.query.as_of);
    let is_of_site = move |(_, actual): &(usize, &Actual)| actual.subject == id && actual.published.day <= known;
    dataset.actuals.iter().enumerate().filter(is_of_site).map(|(index, actual)| (Id::new(index), actual))
}

fn targets_of<'a>(ctx: &Context<'a>, id: Id<Subject>) -> impl Iterator<Item = Id<Target>> + use<'a> {
    let dataset = ctx.dataset;
    ctx.known_targets().filter(move |&target| dataset[target].subject == id)
}

fn map(ctx: &Context<'_>, sites: &[Id<Subject>], chosen: Option<Id<Subject>>) -> Map {
    let mut towns: BTreeMap<String, MapPlace> = BTreeMap::new();
    for &id in sites {
        let site = &ctx.dataset[id];
        let Some(at) = site.at else { continue };
        let (mark, ..) = status(ctx, id);
        let is_chosen = chosen == Some(id);
        let name = Label::one(ctx.text(&site.city));
        let town = towns.entry(ctx.text(&site.city).to_owned());
        let town = town.or_insert(MapPlace { name, at, mark, sites: Vec::new(), chosen: false });
        town.sites.push(RecordRef::Subject(id));
        if mark == Mark::Operating || is_chosen {
            town.mark = mark;
        }
        if is_chosen {
            (town.chosen, town.at) = (true, at);
        }
    }
    let mut places: Vec<MapPlace> = towns.into_values().collect();
    places.sort_by_key(|place| (place.chosen, place.sites.len()));
    let known = ctx.outline.bounds_contain_any(places.iter().map(|place| place.at));
    Map { outline: if known { ctx.outline.rings.clone() } else { Vec::new() }, places }
}

/// The events of a site as lanes, its targets and figures, and what it is.
fn detail(ctx: &Context<'_>, id: Id<Subject>) -> Panel {
    let site = &ctx.dataset[id];
    let mut heading = vec![TextRun::new(ctx.text(&site.name), Role::Heading)];
    let (_, _, word) = status(ctx, id);
    let remarks = [word.as_str(), ctx.text(&site.city), ctx.text(&site.method)];
    let remarks: Vec<&str> = remarks.into_iter().filter(|text| !text.is_empty()).collect();
    if !remarks.is_empty() {
        heading.push(TextRun::new(format!("  {}", remarks.join(" · ")), Role::Muted));
    }
    let mut blocks = Vec::new();
    let numbers: Vec<Fact> = targets_of(ctx, id)
        .filter(|&target| !event::is_event(ctx, target))
        .map(|target| number(ctx, target))
        .chain(reported(ctx, id))
        .collect();
    if !numbers.is_empty() {
        blocks.push(Block::Facts(numbers));
    }
    blocks.push(Block::Gap);
    blocks.extend(overlay::about(ctx, id));
    let body = match milestones::gantt(ctx, &event::events_of(ctx, id)) {
        Some(gantt) => PanelBody::Gantt(gantt, blocks),
        None => PanelBody::Text(blocks),
    };
    Panel { slot: PanelSlot::Detail, heading, body }
}

fn number(ctx: &Context<'_>, id: Id<Target>) -> Fact {
    let target = &ctx.dataset[id];
    let metric = &ctx.dataset[target.metric];
    let verdict = ctx.verdict(id);
    let (_, role) = row::status_mark(verdict.status);
    let promised =
        target.value.map_or_else(|| "?".to_owned(), |value| ctx.words.value(&value, metric, TextForm::Plain));
    let mut text = vec![
        TextRun::new(promised, Role::Target),
        TextRun::new(format!("  {}  ", ctx.words.stamp(target.said, TextForm::Plain)), Role::Muted),
    ];
    if row::is_reported(verdict) {
        text.push(TextRun::new(row::reported(ctx, verdict).long().to_owned(), Role::Actual));
        text.push(TextRun::plain("  "));
    }
    text.push(TextRun::new(row::verdict_label(ctx, verdict).long().to_owned(), role));
    Fact { term: ctx.text(&metric.name).to_owned(), text }
}

/// The figures of a site, newest first.
fn reported<'a>(ctx: &'a Context<'_>, id: Id<Subject>) -> impl Iterator<Item = Fact> + use<'a> {
    let mut all: Vec<(Id<Metric>, Figure)> = Vec::new();
    let mut metrics: Vec<Id<Metric>> = known_figures(ctx, id).map(|(_, actual)| actual.metric).collect();
    metrics.sort_unstable();
    metrics.dedup();
    for metric in metrics.into_iter().filter(|&metric| ctx.dataset[metric].kind != MetricKind::Milestone) {
        all.extend(
            figures(ctx.dataset, (metric, id), ctx.query.as_of).into_iter().rev().map(|figure| (metric, figure)),
        );
    }
    all.into_iter().map(|(metric, figure)| {
        let record = &ctx.dataset[metric];
        let period = ctx.words.period(&figure.period, TextForm::Plain);
        let text = vec![
            TextRun::new(ctx.words.quantity(&figure.value, record, TextForm::Plain), Role::Actual),
            TextRun::new(format!("  {period}"), Role::Muted),
        ];
        Fact { term: ctx.text(&record.name).to_owned(), text }
    })
}
