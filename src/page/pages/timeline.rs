//! Page 6: everything in order of time: what was said, what was due, what happened.

use chrono::{Datelike, NaiveDate};

use crate::dataset::format::period::Due;
use crate::dataset::records::{Actual, Dataset, Id, MetricKind, Target};
use crate::page::charts::milestones;
use crate::page::context::Context;
use crate::page::i18n::message_runs::{self, RunArg};
use crate::page::i18n::{Arg, TextForm};
use crate::page::model::mark::Mark;
use crate::page::model::rich_text::{Label, Role, TextRun};
use crate::page::model::table::{Align, SortKey, Table, TableCell, TableColumn, TableRow};
use crate::page::search::filter;
use crate::page::target::{row, sort_keys};
use crate::page::{Page, PageKind, Panel, PanelBody, PanelSlot, RecordRef, why};

/// Something on the line.
#[derive(Clone, Copy)]
enum TimelineEvent {
    /// A statement, on the last day that it can have been made.
    Said(Id<Target>),
    /// The last day of a promised window.
    Due(Id<Target>),
    /// The last day of the period of a figure or an event.
    Happened(Id<Actual>),
}

/// The page.
#[must_use]
pub(in crate::page) fn build(ctx: &Context<'_>, kept: Option<Table>) -> Page {
    let events = events(ctx);
    let column = |key: &str, align, drop_priority, is_flexible| TableColumn {
        head: ctx.label(key),
        align,
        drop_priority,
        is_flexible,
    };
    let columns = vec![
        column("head-when", Align::Left, 0, false),
        column("head-lane", Align::Left, 1, false),
        column("head-what", Align::Left, 0, true),
        column("head-who", Align::Left, 3, false),
        column("head-verdict", Align::Left, 2, false),
    ];
    let mut table = kept.unwrap_or_else(|| filter::filtered_table(ctx, columns, rows(ctx, &events), "overview-empty"));
    table.chosen = chosen(ctx, &table);
    let key = table.key();
    let mut panels = Vec::new();
    if let Some(picture) = key.and_then(|key| chain_panel(ctx, key)) {
        panels.push(picture);
    }
    panels.push(Panel { slot: PanelSlot::List, heading: vec![], body: PanelBody::Table(table) });
    if let Some(key) = key {
        panels.extend(why::side_panel(ctx, key));
    }
    Page { kind: PageKind::Timeline, sentence: sentence(ctx, &events), panels }
}

/// All events that are known, in order of their days.
fn events(ctx: &Context<'_>) -> Vec<(NaiveDate, TimelineEvent)> {
    let mut events: Vec<(NaiveDate, TimelineEvent)> = Vec::new();
    for id in ctx.known_targets() {
        events.push((ctx.dataset[id].said.day, TimelineEvent::Said(id)));
        if let Some(due) = ctx.dataset[id].due {
            events.push((due.days().1, TimelineEvent::Due(id)));
        }
    }
    for (place, actual) in ctx.dataset.actuals.iter().enumerate() {
        if actual.published.day <= ctx.query.known && is_news(ctx.dataset, actual) {
            events.push((actual.period.end(), TimelineEvent::Happened(Id::new(place))));
        }
    }
    events.sort_by_key(|(day, _)| *day);
    events
}

/// Events, and figures that something had been promised for.
fn is_news(dataset: &Dataset, actual: &Actual) -> bool {
    let promised = !dataset.index.targets_of((actual.metric, actual.subject)).is_empty();
    dataset[actual.metric].kind == MetricKind::Milestone || promised
}

/// The events under the years they fall in.
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

/// The place of the chosen event among the rows: the focus, else the latest thing known, else the first.
fn chosen(ctx: &Context<'_>, table: &Table) -> Option<usize> {
    let day = |row: &TableRow| match row.sort_key(0) {
        SortKey::Date(day) if row.key.is_some() => Some(day).filter(|day| *day <= ctx.query.known),
        _ => None,
    };
    let past = table.rows.iter().enumerate().filter_map(|(place, row)| Some((day(row)?, place)));
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
                TableCell::Text(
                    Label::forms([TextForm::Plain, TextForm::Tight].map(|form| ctx.words.stamp(target.said, form))),
                    Role::Muted,
                ),
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
            let standing = Some(sort_keys::row_status(ctx, verdict.status));
            TableRow { status: standing, ..TableRow::new(Some(RecordRef::Target(id)), cells).with_sort_keys(sort_keys) }
        }
        TimelineEvent::Happened(id) => {
            let actual = &ctx.dataset[id];
            let publisher = actual.sources.first().map_or("", |&source| ctx.text(&ctx.dataset[source].publisher));
            let cells = vec![
                TableCell::Text(
                    Label::forms([TextForm::Plain, TextForm::Tight].map(|form| ctx.words.period(&actual.period, form))),
                    Role::Muted,
                ),
                lane(Mark::Happened, "lane-happened", Role::Actual),
                TableCell::Text(ctx.marked_if_new(figure_label(ctx, actual), actual.published.day), Role::Plain),
                TableCell::Text(Label::one(publisher), Role::Muted),
                TableCell::Empty,
            ];
            let sort_keys =
                [day(actual.period.end()), SortKey::Order(2), SortKey::Text, SortKey::Text, SortKey::Missing];
            TableRow::new(Some(RecordRef::Actual(id)), cells).with_sort_keys(sort_keys)
        }
    }
}

/// What was said, and for when.
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

/// What happened: the event, or the figure with its name.
#[must_use]
pub(in crate::page) fn figure_label(ctx: &Context<'_>, actual: &Actual) -> Label {
    let metric = &ctx.dataset[actual.metric];
    let name = ctx.text(&metric.name);
    let of = |what: &str| {
        if ctx.is_root(actual.subject) {
            return what.to_owned();
        }
        let subject = Arg::from(ctx.text(&ctx.dataset[actual.subject].name));
        ctx.words.format("row-of", &[("subject", subject), ("promise", Arg::from(what))])
    };
    if metric.kind == MetricKind::Milestone {
        let not_yet = actual.value == crate::dataset::format::value::Value::NotYet;
        let what =
            if not_yet { ctx.words.format("row-not-yet", &[("metric", Arg::from(name))]) } else { name.to_owned() };
        return Label::one(of(&what));
    }
    let every = matches!(actual.value, crate::dataset::format::value::Value::EveryKth(_));
    let form = |form| row::amount(ctx, metric, ctx.words.value(&actual.value, metric, form), every);
    Label::forms([of(&form(TextForm::Plain)), of(&form(TextForm::Tight))])
}

/// The chain of the chosen promise as lanes, so that a moved date is a step.
fn chain_panel(ctx: &Context<'_>, key: RecordRef) -> Option<Panel> {
    /// More statements than these are no picture: those around the chosen one.
    const MAX_LANES: usize = 60;
    let id = match key {
        RecordRef::Target(id) => id,
        RecordRef::Actual(id) => {
            let actual = &ctx.dataset[id];
            let series = (actual.metric, actual.subject);
            ctx.dataset.index.targets_of(series).iter().copied().rfind(|&target| ctx.is_known(target))?
        }
        RecordRef::Source(_) | RecordRef::Subject(_) | RecordRef::Check(_) => return None,
    };
    let chain = milestones::restatement_chain(ctx, id);
    let place = chain.iter().position(|link| *link == id).unwrap_or_default();
    let first = place.saturating_sub(MAX_LANES / 2).min(chain.len().saturating_sub(MAX_LANES));
    let gantt = milestones::gantt(ctx, &chain[first..chain.len().min(first + MAX_LANES)])?;
    Some(Panel { slot: PanelSlot::Main, heading: vec![], body: PanelBody::Gantt(gantt, vec![]) })
}

/// How much is on the line, from when to when.
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
