//! Page 6: statements, due dates and events by date.

use crate::dataset::format::period::Due;
use crate::dataset::records::{Actual, Dataset, Id, MetricKind, Target};
use crate::page::charts::milestones;
use crate::page::context::{Context, plain_and_tight};
use crate::page::i18n::Arg;
use crate::page::i18n::message_runs::{self, RunArg};
use crate::page::model::{
    Align, Label, Mark, Page, PageKind, Panel, PanelBody, PanelSlot, RecordRef, Role, SortKey, Table, TableCell,
    TableRow, TextRun,
};
use crate::page::search::filter;
use crate::page::target::{chain, row, sort_keys};
use crate::page::why::overlay;

use chrono::{Datelike, NaiveDate};

#[derive(Clone, Copy)]
enum TimelineEvent {
    /// A statement, on the last day it can have been made.
    Said(Id<Target>),
    /// The last day of a due window.
    Due(Id<Target>),
    /// The last day of the period of a figure or an event.
    Happened(Id<Actual>),
}

pub(in crate::page) fn build(ctx: &Context<'_>, list: Option<Table>) -> Page {
    let events = events(ctx);
    let columns = vec![
        ctx.column("head-when", Align::Left, 0),
        ctx.column("head-lane", Align::Left, 1),
        ctx.column("head-what", Align::Left, 0).flexible(),
        ctx.column("head-who", Align::Left, 3),
        ctx.column("head-verdict", Align::Left, 2),
    ];
    let mut table = list.unwrap_or_else(|| filter::filtered_table(ctx, columns, rows(ctx, &events), "overview-empty"));
    table.chosen = chosen(ctx, &table);
    let key = table.key();
    let mut panels = Vec::new();
    if let Some(picture) = key.and_then(|key| chain_panel(ctx, key)) {
        panels.push(picture);
    }
    panels.push(Panel { slot: PanelSlot::List, heading: vec![], body: PanelBody::Table(table) });
    if let Some(key) = key {
        panels.extend(overlay::side_panel(ctx, key));
    }
    Page { kind: PageKind::Timeline, sentence: sentence(ctx, &events), panels }
}

/// The known events by date.
fn events(ctx: &Context<'_>) -> Vec<(NaiveDate, TimelineEvent)> {
    let mut events: Vec<(NaiveDate, TimelineEvent)> = Vec::new();
    for id in ctx.known_targets() {
        events.push((ctx.dataset[id].said.day, TimelineEvent::Said(id)));
        if let Some(due) = ctx.dataset[id].due {
            events.push((due.days().1, TimelineEvent::Due(id)));
        }
    }
    for (index, actual) in ctx.dataset.actuals.iter().enumerate() {
        if actual.published.day <= ctx.query.as_of && is_news(ctx.dataset, actual) {
            events.push((actual.period.end(), TimelineEvent::Happened(Id::new(index))));
        }
    }
    events.sort_by_key(|(day, _)| *day);
    events
}

/// Events, and figures of series with a target.
fn is_news(dataset: &Dataset, actual: &Actual) -> bool {
    let promised = !dataset.index.targets_of((actual.metric, actual.subject)).is_empty();
    dataset[actual.metric].kind == MetricKind::Milestone || promised
}

/// The events under headings by year.
fn rows(ctx: &Context<'_>, events: &[(NaiveDate, TimelineEvent)]) -> Vec<TableRow> {
    let mut rows: Vec<TableRow> = Vec::new();
    let mut year = None;
    for (day, event) in events {
        if year != Some(day.year()) {
            year = Some(day.year());
            rows.push(TableRow::heading(&day.year().to_string()));
        }
        rows.push(row(ctx, *event));
    }
    rows
}

/// The focused row, else the latest past event, else the first row.
fn chosen(ctx: &Context<'_>, table: &Table) -> Option<usize> {
    let day = |row: &TableRow| match row.sort_key(0) {
        SortKey::Date(day) if row.key.is_some() => Some(day).filter(|day| *day <= ctx.query.as_of),
        _ => None,
    };
    let past = table.rows.iter().enumerate().filter_map(|(index, row)| Some((day(row)?, index)));
    table.row_of(ctx.query.focus).or_else(|| Some(past.max()?.1)).or_else(|| table.first())
}

fn row(ctx: &Context<'_>, event: TimelineEvent) -> TableRow {
    let day = SortKey::Date;
    let lane = |mark, key: &str, role| TableCell::WithMark(mark, ctx.label(key), role);
    match event {
        TimelineEvent::Said(id) => {
            let target = &ctx.dataset[id];
            let what = said(ctx, id);
            let cells = vec![
                TableCell::Text(plain_and_tight(|form| ctx.words.stamp(target.said, form)), Role::Muted),
                lane(Mark::Said, "lane-said", Role::Target),
                TableCell::Text(ctx.marked_if_new(what, target.said.day), Role::Plain),
                TableCell::Text(Label::one(ctx.text(&target.by)), Role::Muted),
                TableCell::Empty,
            ];
            let sort_keys = [day(target.said.day), SortKey::Order(0), SortKey::Text, SortKey::Text, SortKey::Missing];
            TableRow::new(Some(RecordRef::Target(id)), cells).with_sort_keys(sort_keys)
        }
        TimelineEvent::Due(id) => {
            let target = &ctx.dataset[id];
            let verdict = ctx.verdict(id);
            let (mark, role) = row::status_mark(verdict.status);
            let cells = vec![
                TableCell::Text(row::due(ctx, target), Role::Muted),
                lane(Mark::Due, "lane-due", Role::Strong),
                TableCell::Text(row::label(ctx, id), Role::Plain),
                TableCell::Empty,
                TableCell::WithMark(mark, row::verdict_label(ctx, verdict), role),
            ];
            let sort_keys = [
                sort_keys::due(target),
                SortKey::Order(1),
                SortKey::Text,
                SortKey::Missing,
                sort_keys::status(verdict.status),
            ];
            TableRow::new(Some(RecordRef::Target(id)), cells)
                .with_sort_keys(sort_keys)
                .with_status(sort_keys::row_status(ctx, verdict.status))
        }
        TimelineEvent::Happened(id) => {
            let actual = &ctx.dataset[id];
            let publisher = ctx.publisher(id);
            let cells = vec![
                TableCell::Text(plain_and_tight(|form| ctx.words.period(&actual.period, form)), Role::Muted),
                lane(Mark::Happened, "lane-happened", Role::Actual),
                TableCell::Text(ctx.marked_if_new(row::figure_label(ctx, actual), actual.published.day), Role::Plain),
                TableCell::Text(Label::one(publisher), Role::Muted),
                TableCell::Empty,
            ];
            let sort_keys =
                [day(actual.period.end()), SortKey::Order(2), SortKey::Text, SortKey::Text, SortKey::Missing];
            TableRow::new(Some(RecordRef::Actual(id)), cells).with_sort_keys(sort_keys)
        }
    }
}

/// What was promised, and for when.
fn said(ctx: &Context<'_>, id: Id<Target>) -> Label {
    let target = &ctx.dataset[id];
    let with_due = |what: &str| match target.due {
        Some(Due::In(_) | Due::Between(..)) => {
            let due = row::due(ctx, target);
            ctx.words.format("row-due", &[("promise", Arg::from(what)), ("due", Arg::from(due.long()))])
        }
        None => what.to_owned(),
    };
    Label::forms(row::label(ctx, id).0.iter().map(|form| with_due(form)).collect::<Vec<_>>())
}

/// The restatements of the chosen target as lanes.
fn chain_panel(ctx: &Context<'_>, key: RecordRef) -> Option<Panel> {
    /// Of more statements only those around the chosen one are drawn.
    const MAX_LANES: usize = 60;
    let id = match key {
        RecordRef::Target(id) | RecordRef::Calculation(id) => id,
        RecordRef::Actual(id) => {
            let actual = &ctx.dataset[id];
            let series = (actual.metric, actual.subject);
            ctx.dataset.index.targets_of(series).iter().copied().rfind(|&target| ctx.is_known(target))?
        }
        RecordRef::Source(_) | RecordRef::Subject(_) | RecordRef::Check(_) => return None,
    };
    let chain = chain::restatement_chain(ctx, id);
    let position = chain.iter().position(|link| *link == id).unwrap_or_default();
    let first = position.saturating_sub(MAX_LANES / 2).min(chain.len().saturating_sub(MAX_LANES));
    let gantt = milestones::gantt(ctx, &chain[first..chain.len().min(first + MAX_LANES)])?;
    Some(Panel { slot: PanelSlot::Main, heading: vec![], body: PanelBody::Gantt(gantt, vec![]) })
}

/// The number of events, and the first and last year.
fn sentence(ctx: &Context<'_>, events: &[(NaiveDate, TimelineEvent)]) -> Vec<TextRun> {
    let (Some((first, _)), Some((last, _))) = (events.first(), events.last()) else {
        return vec![TextRun::plain(ctx.words.get("overview-empty"))];
    };
    let count =
        |wanted: fn(&TimelineEvent) -> bool| RunArg::from(events.iter().filter(|(_, event)| wanted(event)).count());
    let args = [
        ("said", count(|event| matches!(event, TimelineEvent::Said(_)))),
        ("happened", count(|event| matches!(event, TimelineEvent::Happened(_)))),
        ("first", TextRun::new(first.year().to_string(), Role::Strong).into()),
        ("last", TextRun::new(last.year().to_string(), Role::Strong).into()),
    ];
    message_runs::format(ctx.words, "timeline-sentence", &args)
}
