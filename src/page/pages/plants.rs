//! Page 4: the sites, where they stand, and what became of the promises made for the chosen one.

use std::collections::BTreeMap;

use crate::compare::series::as_of::figures;
use crate::compare::series::figure::Figure;
use crate::dataset::records::{Actual, Id, Metric, MetricKind, Subject, SubjectKind, Target};
use crate::page::charts::milestones;
use crate::page::context::Context;
use crate::page::i18n::{Arg, TextForm, role_markup};
use crate::page::model::map::{Map, MapPlace};
use crate::page::model::mark::Mark;
use crate::page::model::rich_text::{Block, Fact, Label, Role, TextRun};
use crate::page::model::table::{Align, RowStatus, SortKey, Table, TableCell, TableColumn, TableRow};
use crate::page::search::filter;
use crate::page::target::{row, sort_keys};
use crate::page::{Page, PageKind, Panel, PanelBody, PanelSlot, RecordRef, why};

/// The page.
#[must_use]
pub(in crate::page) fn build(ctx: &Context<'_>, list: Option<Table>) -> Page {
    let sites = sites(ctx);
    let wanted = match ctx.query.focus {
        Some(RecordRef::Subject(id)) => Some(id),
        Some(RecordRef::Target(id)) => Some(ctx.dataset[id].subject),
        Some(RecordRef::Actual(id)) => Some(ctx.dataset[id].subject),
        _ => None,
    };
    let mut table = list.unwrap_or_else(|| table(ctx, &sites));
    table.chosen = table.row_of(wanted.map(RecordRef::Subject)).or_else(|| table.first());
    let shown: Vec<Id<Subject>> = table.rows.iter().filter_map(site).collect();
    let chosen = table.chosen.and_then(|place| site(&table.rows[place]));
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

/// The site that a row stands for.
fn site(row: &TableRow) -> Option<Id<Subject>> {
    match row.key {
        Some(RecordRef::Subject(id)) => Some(id),
        _ => None,
    }
}

/// The sites of which anything was known, in the order of the file.
#[must_use]
pub(in crate::page) fn sites(ctx: &Context<'_>) -> Vec<Id<Subject>> {
    let mut known = vec![false; ctx.dataset.subjects.len()];
    for id in ctx.known_targets() {
        known[ctx.dataset[id].subject.index()] = true;
    }
    for actual in ctx.dataset.actuals.iter().filter(|actual| actual.published.day <= ctx.query.known) {
        known[actual.subject.index()] = true;
    }
    let is_site = |id: &Id<Subject>| ctx.dataset[*id].kind == SubjectKind::Site;
    (0..ctx.dataset.subjects.len()).map(Id::new).filter(is_site).filter(|id| known[id.index()]).collect()
}

/// The status of a site of which none is told.
pub(in crate::page) const UNKNOWN_STATUS: &str = "unknown";

/// The file's word for how a site stands, from the day of the file's last change on; nobody's before.
fn status_name<'a>(ctx: &Context<'a>, id: Id<Subject>) -> &'a str {
    let current = ctx.dataset.updated.is_none_or(|updated| ctx.query.known >= updated.day);
    let word = if current { ctx.dataset[id].status.as_deref() } else { None };
    word.unwrap_or(UNKNOWN_STATUS)
}

/// How a site stands, as a mark and in words.
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

/// The place of a status among the others: working, being built, planned, closed, unknown.
fn status_place(mark: Mark) -> usize {
    let order = [Mark::Operating, Mark::Building, Mark::Planned, Mark::Closed];
    order.iter().position(|known| *known == mark).unwrap_or(order.len())
}

/// "12 plants operate, 1 is being built, …": how many there are, and how they stand.
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
        role_markup::format(ctx.words, "tally-part", &[("count", count.into()), ("status", word.into())])
    };
    let list = role_markup::list(ctx.words, counts.into_iter().map(part));
    role_markup::format(ctx.words, "plants-tally", &[("count", sites.len().into()), ("list", list.into())])
}

fn table(ctx: &Context<'_>, sites: &[Id<Subject>]) -> Table {
    let column = |key: &str, align, drop_priority, is_flexible| TableColumn {
        head: ctx.label(key),
        align,
        drop_priority,
        is_flexible,
    };
    let columns = vec![
        column("head-plant", Align::Left, 0, true),
        column("head-city", Align::Left, 2, false),
        column("head-capacity", Align::Right, 1, false),
        column("head-status", Align::Left, 3, false),
        column("head-output", Align::Right, 4, false),
    ];
    filter::filtered_table(ctx, columns, sites.iter().map(|&id| row(ctx, id)).collect(), "plants-empty")
}

fn row(ctx: &Context<'_>, id: Id<Subject>) -> TableRow {
    let site = &ctx.dataset[id];
    let (mark, role, word) = status(ctx, id);
    let (capacity, most) = capacity(ctx, id);
    let (output, made) = output(ctx, id);
    let standing = RowStatus { name: status_name(ctx, id).to_owned(), word: word.clone(), place: status_place(mark) };
    let cells = vec![
        TableCell::WithMark(mark, Label::one(ctx.text(&site.name)), role),
        TableCell::Text(Label::one(ctx.text(&site.city)), Role::Muted),
        capacity,
        TableCell::Text(Label::one(word), role),
        output,
    ];
    let sort_keys = [SortKey::Text, SortKey::Text, most, SortKey::Order(standing.place), made];
    TableRow { status: Some(standing), ..TableRow::new(Some(RecordRef::Subject(id)), cells).with_sort_keys(sort_keys) }
}

/// What it can make a year: the latest reported, else the latest promised, in the role of the one it is.
fn capacity(ctx: &Context<'_>, id: Id<Subject>) -> (TableCell, SortKey) {
    let of_capacity = |metric: Id<Metric>| &*ctx.dataset[metric].id == "capacity";
    let reported = known_figures(ctx, id).filter(|(_, actual)| of_capacity(actual.metric)).last();
    if let Some((_, actual)) = reported {
        let metric = &ctx.dataset[actual.metric];
        let text = ctx.words.value(&actual.value, metric, TextForm::Plain);
        return (TableCell::Text(Label::one(text), Role::Actual), sort_keys::value(&actual.value, metric));
    }
    let promises = promises_of(ctx, id).filter(|&target| of_capacity(ctx.dataset[target].metric));
    let latest = promises.max_by_key(|&target| ctx.dataset[target].said);
    let value = latest.and_then(|target| Some((ctx.dataset[target].value?, &ctx.dataset[ctx.dataset[target].metric])));
    match value {
        Some((value, metric)) => {
            let text = ctx.words.value(&value, metric, TextForm::Plain);
            (TableCell::Text(Label::one(text), Role::Target), sort_keys::value(&value, metric))
        }
        None => (TableCell::Text(Label::one("?"), Role::Missing), SortKey::Missing),
    }
}

/// The last output reported: the number and its time.
fn output(ctx: &Context<'_>, id: Id<Subject>) -> (TableCell, SortKey) {
    let flows = known_figures(ctx, id).filter(|(_, actual)| {
        ctx.dataset[actual.metric].kind == MetricKind::Flow && ctx.dataset[actual.metric].currency.is_none()
    });
    let Some((_, actual)) = flows.max_by_key(|(_, actual)| (actual.period.end(), actual.period.full_year().is_some()))
    else {
        return (TableCell::Text(ctx.label("none-reported"), Role::Missing), SortKey::Missing);
    };
    let metric = &ctx.dataset[actual.metric];
    let form = |form| {
        let quantity = Arg::from(ctx.words.value(&actual.value, metric, form));
        let period = Arg::from(ctx.words.period(&actual.period, form));
        ctx.words.format("figure-of-period", &[("quantity", quantity), ("period", period)])
    };
    (
        TableCell::Text(Label::forms([form(TextForm::Plain), form(TextForm::Tight)]), Role::Actual),
        sort_keys::value(&actual.value, metric),
    )
}

/// What was reported of a subject by then, in the order of the file.
fn known_figures<'a>(ctx: &Context<'a>, id: Id<Subject>) -> impl Iterator<Item = (Id<Actual>, &'a Actual)> + use<'a> {
    let (dataset, known) = (ctx.dataset, ctx.query.known);
    let own = move |(_, actual): &(usize, &Actual)| actual.subject == id && actual.published.day <= known;
    dataset.actuals.iter().enumerate().filter(own).map(|(place, actual)| (Id::new(place), actual))
}

fn promises_of<'a>(ctx: &Context<'a>, id: Id<Subject>) -> impl Iterator<Item = Id<Target>> + use<'a> {
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

/// The chosen site: its promised events as lanes, its promised numbers, what it is.
fn detail(ctx: &Context<'_>, id: Id<Subject>) -> Panel {
    let site = &ctx.dataset[id];
    let mut heading = vec![TextRun::new(ctx.text(&site.name), Role::Heading)];
    let (_, _, word) = status(ctx, id);
    let place = [word.as_str(), ctx.text(&site.city), ctx.text(&site.method)];
    let place: Vec<&str> = place.into_iter().filter(|text| !text.is_empty()).collect();
    if !place.is_empty() {
        heading.push(TextRun::new(format!("  {}", place.join(" · ")), Role::Muted));
    }
    let mut blocks = Vec::new();
    let numbers: Vec<Fact> = promises_of(ctx, id)
        .filter(|&target| !milestones::is_event(ctx, target))
        .map(|target| number(ctx, target))
        .chain(reported(ctx, id))
        .collect();
    if !numbers.is_empty() {
        blocks.push(Block::Facts(numbers));
    }
    blocks.push(Block::Gap);
    blocks.extend(why::about(ctx, id));
    let body = match milestones::gantt(ctx, &milestones::events_of(ctx, id)) {
        Some(gantt) => PanelBody::Gantt(gantt, blocks),
        None => PanelBody::Text(blocks),
    };
    Panel { slot: PanelSlot::Detail, heading, body }
}

/// A promised number with its verdict, as a fact.
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

/// What was reported beside the promised events: output, jobs, costs, newest first.
fn reported<'a>(ctx: &'a Context<'_>, id: Id<Subject>) -> impl Iterator<Item = Fact> + use<'a> {
    let mut all: Vec<(Id<Metric>, Figure)> = Vec::new();
    let mut metrics: Vec<Id<Metric>> = known_figures(ctx, id).map(|(_, actual)| actual.metric).collect();
    metrics.sort_unstable();
    metrics.dedup();
    for metric in metrics.into_iter().filter(|&metric| ctx.dataset[metric].kind != MetricKind::Milestone) {
        all.extend(
            figures(ctx.dataset, (metric, id), ctx.query.known).into_iter().rev().map(|figure| (metric, figure)),
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
