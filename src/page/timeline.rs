//! Page 6: everything in order of time: what was said, what was due, what happened.

use chrono::{Datelike, NaiveDate};

use crate::dataset::period::Due;
use crate::dataset::records::{Actual, Dataset, Id, MetricKind, Target};

use super::context::Context;
use super::mark::Mark;
use super::marked::{marked, runs};
use super::prose::{Label, Role, Run};
use super::table::{Align, Cell, Column, Rank, Row, Table};
use super::words::{Arg, Form};
use super::{Body, Page, PageKind, Panel, Ref, Slot, lanes, promise, rank, sift, why};

/// Something on the line.
#[derive(Clone, Copy)]
enum Event {
    /// A statement, on the last day that it can have been made.
    Said(Id<Target>),
    /// The last day of a promised window.
    Due(Id<Target>),
    /// The last day of the period of a figure or an event.
    Happened(Id<Actual>),
}

/// The page.
#[must_use]
pub(super) fn build(ctx: &Context<'_>, kept: Option<Table>) -> Page {
    let events = events(ctx);
    let column = |key: &str, align, drop, grows| Column { head: ctx.label(key), align, drop, grows };
    let columns = vec![
        column("head-when", Align::Left, 0, false),
        column("head-lane", Align::Left, 1, false),
        column("head-what", Align::Left, 0, true),
        column("head-who", Align::Left, 3, false),
        column("head-verdict", Align::Left, 2, false),
    ];
    let mut table = kept.unwrap_or_else(|| sift::list(ctx, columns, rows(ctx, &events), "overview-empty"));
    table.chosen = chosen(ctx, &table);
    let key = table.key();
    let mut panels = Vec::new();
    if let Some(picture) = key.and_then(|key| steps(ctx, key)) {
        panels.push(picture);
    }
    panels.push(Panel { slot: Slot::List, heading: vec![], body: Body::Table(table) });
    if let Some(key) = key {
        panels.extend(why::beside(ctx, key));
    }
    Page { kind: PageKind::Timeline, sentence: sentence(ctx, &events), panels }
}

/// All events that are known, in order of their days.
fn events(ctx: &Context<'_>) -> Vec<(NaiveDate, Event)> {
    let mut events: Vec<(NaiveDate, Event)> = Vec::new();
    for id in ctx.said() {
        events.push((ctx.dataset[id].said.day, Event::Said(id)));
        if let Some(due) = ctx.dataset[id].due {
            events.push((due.days().1, Event::Due(id)));
        }
    }
    for (place, actual) in ctx.dataset.actuals.iter().enumerate() {
        if actual.published.day <= ctx.query.known && is_news(ctx.dataset, actual) {
            events.push((actual.period.end(), Event::Happened(Id::new(place))));
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
fn rows(ctx: &Context<'_>, events: &[(NaiveDate, Event)]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut year = None;
    for (day, event) in events {
        if year != Some(day.year()) {
            year = Some(day.year());
            rows.push(Row::heading(&day.year().to_string()));
        }
        rows.push(row(ctx, *event));
    }
    rows
}

/// The place of the chosen event among the rows: the focus, else the latest thing known, else the first.
fn chosen(ctx: &Context<'_>, table: &Table) -> Option<usize> {
    let day = |row: &Row| match row.rank(0) {
        Rank::Day(day) if row.key.is_some() => Some(day).filter(|day| *day <= ctx.query.known),
        _ => None,
    };
    let past = table.rows.iter().enumerate().filter_map(|(place, row)| Some((day(row)?, place)));
    table.place_of(ctx.query.focus).or_else(|| Some(past.max()?.1)).or_else(|| table.first())
}

fn row(ctx: &Context<'_>, event: Event) -> Row {
    let day = Rank::Day;
    let lane = |mark, key: &str, role| Cell::Marked(mark, ctx.label(key), role);
    match event {
        Event::Said(id) => {
            let target = &ctx.dataset[id];
            let what = said(ctx, id);
            let cells = vec![
                Cell::Text(
                    Label::forms([Form::Plain, Form::Tight].map(|form| ctx.words.stamp(target.said, form))),
                    Role::Muted,
                ),
                lane(Mark::Said, "lane-said", Role::Target),
                Cell::Text(ctx.fresh(what, target.said.day), Role::Plain),
                Cell::Text(Label::one(ctx.text(&target.by)), Role::Muted),
                Cell::Empty,
            ];
            let ranks = [day(target.said.day), Rank::Place(0), Rank::Words, Rank::Words, Rank::Unknown];
            Row::new(Some(Ref::Target(id)), cells).ranked(ranks)
        }
        Event::Due(id) => {
            let target = &ctx.dataset[id];
            let verdict = ctx.verdict(id);
            let (mark, role) = promise::sign(verdict.status);
            let cells = vec![
                Cell::Text(promise::due(ctx, target), Role::Muted),
                lane(Mark::Due, "lane-due", Role::Strong),
                Cell::Text(promise::label(ctx, id), Role::Plain),
                Cell::Empty,
                Cell::Marked(mark, promise::outcome(ctx, verdict), role),
            ];
            let ranks = [rank::due(target), Rank::Place(1), Rank::Words, Rank::Unknown, rank::status(verdict.status)];
            let standing = Some(rank::standing(ctx, verdict.status));
            Row { standing, ..Row::new(Some(Ref::Target(id)), cells).ranked(ranks) }
        }
        Event::Happened(id) => {
            let actual = &ctx.dataset[id];
            let publisher = actual.sources.first().map_or("", |&source| ctx.text(&ctx.dataset[source].publisher));
            let cells = vec![
                Cell::Text(
                    Label::forms([Form::Plain, Form::Tight].map(|form| ctx.words.period(&actual.period, form))),
                    Role::Muted,
                ),
                lane(Mark::Happened, "lane-happened", Role::Actual),
                Cell::Text(ctx.fresh(happened(ctx, actual), actual.published.day), Role::Plain),
                Cell::Text(Label::one(publisher), Role::Muted),
                Cell::Empty,
            ];
            let ranks = [day(actual.period.end()), Rank::Place(2), Rank::Words, Rank::Words, Rank::Unknown];
            Row::new(Some(Ref::Actual(id)), cells).ranked(ranks)
        }
    }
}

/// What was said, and for when.
fn said(ctx: &Context<'_>, id: Id<Target>) -> Label {
    let target = &ctx.dataset[id];
    let with_due = |what: &str| match target.due {
        Some(Due::In(_) | Due::Between(..)) => {
            let due = promise::due(ctx, target);
            ctx.words.say("row-due", &[("promise", Arg::from(what)), ("due", Arg::from(due.long()))])
        }
        None => what.to_owned(),
    };
    Label::forms(promise::label(ctx, id).0.iter().map(|form| with_due(form)).collect::<Vec<_>>())
}

/// What happened: the event, or the figure with its name.
#[must_use]
pub(super) fn happened(ctx: &Context<'_>, actual: &Actual) -> Label {
    let metric = &ctx.dataset[actual.metric];
    let name = ctx.text(&metric.name);
    let of = |what: &str| {
        if ctx.is_root(actual.subject) {
            return what.to_owned();
        }
        let subject = Arg::from(ctx.text(&ctx.dataset[actual.subject].name));
        ctx.words.say("row-of", &[("subject", subject), ("promise", Arg::from(what))])
    };
    if metric.kind == MetricKind::Milestone {
        let not_yet = actual.value == crate::dataset::value::Value::NotYet;
        let what = if not_yet { ctx.words.say("row-not-yet", &[("metric", Arg::from(name))]) } else { name.to_owned() };
        return Label::one(of(&what));
    }
    let every = matches!(actual.value, crate::dataset::value::Value::EveryKth(_));
    let form = |form| promise::amount(ctx, metric, ctx.words.value(&actual.value, metric, form), every);
    Label::forms([of(&form(Form::Plain)), of(&form(Form::Tight))])
}

/// The chain of the chosen promise as lanes, so that a moved date is a step.
fn steps(ctx: &Context<'_>, key: Ref) -> Option<Panel> {
    /// More statements than these are no picture: those around the chosen one.
    const MOST: usize = 60;
    let id = match key {
        Ref::Target(id) => id,
        Ref::Actual(id) => {
            let actual = &ctx.dataset[id];
            let series = (actual.metric, actual.subject);
            ctx.dataset.index.targets_of(series).iter().copied().rfind(|&target| ctx.is_said(target))?
        }
        Ref::Source(_) | Ref::Subject(_) | Ref::Check(_) => return None,
    };
    let chain = lanes::chain_of(ctx, id);
    let place = chain.iter().position(|link| *link == id).unwrap_or_default();
    let first = place.saturating_sub(MOST / 2).min(chain.len().saturating_sub(MOST));
    let gantt = lanes::gantt(ctx, &chain[first..chain.len().min(first + MOST)])?;
    Some(Panel { slot: Slot::Main, heading: vec![], body: Body::Gantt(gantt, vec![]) })
}

/// How much is on the line, from when to when.
fn sentence(ctx: &Context<'_>, events: &[(NaiveDate, Event)]) -> Vec<Run> {
    let (Some((first, _)), Some((last, _))) = (events.first(), events.last()) else {
        return vec![Run::plain(ctx.words.get("overview-empty"))];
    };
    let count = |wanted: fn(&Event) -> bool| Arg::from(events.iter().filter(|(_, event)| wanted(event)).count());
    let args = [
        ("said", count(|event| matches!(event, Event::Said(_)))),
        ("happened", count(|event| matches!(event, Event::Happened(_)))),
        ("first", Arg::from(marked(&first.year().to_string(), Role::Strong))),
        ("last", Arg::from(marked(&last.year().to_string(), Role::Strong))),
    ];
    runs(&ctx.words.say("timeline-sentence", &args))
}
