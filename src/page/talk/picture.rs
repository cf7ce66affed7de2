//! The picture of a scene: the part of its page that its sentence is about.

use crate::compare::series::as_of::figures;
use crate::dataset::records::index::SeriesKey;
use crate::dataset::records::{Id, MetricKind, SceneRecord, Target};
use crate::page::charts::due_targets::TargetSelection;
use crate::page::charts::{build, milestones, target_picture};
use crate::page::context::Context;
use crate::page::i18n::{Arg, TextForm};
use crate::page::model::{
    Block, Chart, ChartColumn, ChartProjections, Estimate, Label, LabelledBar, Mark, PageKind, PanelBody, PanelSlot,
    RecordRef, Role, Table, TableCell,
};
use crate::page::talk::citations::Citations;
use crate::page::target::{chain, event};

/// The most rows of a table that can be read from the back of a room.
const MAX_ROWS: usize = 8;

/// The picture of a scene, none if there is nothing to show, and its sources.
pub(super) fn body(ctx: &Context<'_>, record: &SceneRecord, kind: PageKind) -> (Option<PanelBody>, Citations) {
    let mut cited = Citations::default();
    let body = match (kind, record.target) {
        (PageKind::Overview, Some(target)) => promise(ctx, target, &mut cited),
        (PageKind::Targets, Some(target)) => match milestones::trend(ctx, target) {
            Some(trend) => {
                for link in chain::restatement_chain(ctx, target) {
                    cited.add_promise(ctx, link);
                }
                Some(PanelBody::MilestoneTrend(trend, vec![]))
            }
            None => promise(ctx, target, &mut cited),
        },
        (PageKind::Investments, Some(target)) => money(ctx, target, &mut cited),
        (PageKind::Overview | PageKind::Output | PageKind::Investments, _) => {
            let series = record.metric.zip(record.subject);
            let of_target = record.target.map(|id| (ctx.dataset[id].metric, ctx.dataset[id].subject));
            series_chart(ctx, series.or(of_target), &mut cited)
        }
        (PageKind::Plants, _) => {
            let subject = record.subject.or_else(|| record.target.map(|id| ctx.dataset[id].subject));
            match subject {
                Some(subject) => {
                    let events = event::events_of(ctx, subject);
                    for &id in &events {
                        cited.add_promise(ctx, id);
                        cited.add_outcome(ctx, id);
                    }
                    milestones::gantt(ctx, &events).map(|gantt| PanelBody::Gantt(gantt, vec![]))
                }
                None => panel_of_page(ctx, kind, PanelSlot::Side, &mut cited),
            }
        }
        (PageKind::Timeline, _) => panel_of_page(ctx, kind, PanelSlot::Main, &mut cited),
        (PageKind::Targets | PageKind::Evidence, _) => panel_of_page(ctx, kind, PanelSlot::List, &mut cited),
    };
    (body.map(|body| zoomed(body, record.zoom)), cited)
}

/// The picture of a target: its series, or the events of its subject.
fn promise(ctx: &Context<'_>, target: Id<Target>, cited: &mut Citations) -> Option<PanelBody> {
    cited.add_promise(ctx, target);
    cited.add_outcome(ctx, target);
    target_picture::picture(ctx, target)
}

/// The chart of a series, by default the lead's, in which the lead is the selected target.
fn series_chart(ctx: &Context<'_>, series: Option<SeriesKey>, cited: &mut Citations) -> Option<PanelBody> {
    let lead = ctx.lead();
    let of_lead = lead.map(|id| (ctx.dataset[id].metric, ctx.dataset[id].subject));
    let series = series.or(of_lead)?;
    let chart = build::year_chart(ctx, series, lead.filter(|_| of_lead == Some(series)), TargetSelection::All)?;
    if let Some(figure) = figures(ctx.dataset, series, ctx.query.as_of).last() {
        cited.add_figure(ctx, figure);
    }
    Some(PanelBody::Chart(chart))
}

/// The split of a sum if it was stated with a ratio; the history of a cost; else the picture of the target.
fn money(ctx: &Context<'_>, target: Id<Target>, cited: &mut Citations) -> Option<PanelBody> {
    let page = crate::page::build(PageKind::Investments, ctx);
    let detail = page.panels.into_iter().find(|panel| panel.slot == PanelSlot::Detail).map(|panel| panel.body);
    if let Some(PanelBody::Text(blocks)) = detail {
        cited.add_promise(ctx, target);
        let stack = blocks.into_iter().filter(|block| matches!(block, Block::Stack(_))).collect();
        return Some(PanelBody::Text(stack));
    }
    if ctx.dataset[ctx.dataset[target].metric].kind == MetricKind::Cumulative {
        return cost(ctx, target, cited);
    }
    promise(ctx, target, cited)
}

/// Every stated cost of a project, then the reported one, as bars on one scale.
fn cost(ctx: &Context<'_>, target: Id<Target>, cited: &mut Citations) -> Option<PanelBody> {
    let series = (ctx.dataset[target].metric, ctx.dataset[target].subject);
    let metric = &ctx.dataset[series.0];
    let bar = |key: &str, when: String, value: f64, words: String, role| LabelledBar {
        label: ctx.words.format(key, &[("when", Arg::from(when))]),
        value: value.max(0.0),
        words,
        role,
    };
    let stated = ctx.dataset.index.targets_of(series).iter().copied().filter(|&id| ctx.is_known(id));
    let mut bars = Vec::new();
    for id in stated {
        let Some(promised) = ctx.verdict(id).promised else { continue };
        cited.add_promise(ctx, id);
        let words = ctx.words.quantity(&promised, metric, TextForm::Plain);
        let when = ctx.words.stamp(ctx.dataset[id].said, TextForm::Plain);
        bars.push(bar("scene-planned", when, promised.nominal, words, Role::Target));
    }
    if let Some(figure) = figures(ctx.dataset, series, ctx.query.as_of).last() {
        cited.add_figure(ctx, figure);
        let words = ctx.words.quantity(&figure.value, metric, TextForm::Plain);
        let when = ctx.words.period(&figure.period, TextForm::Plain);
        bars.push(bar("scene-reported", when, figure.value.nominal, words, Role::Actual));
    }
    (!bars.is_empty()).then(|| PanelBody::Text(vec![Block::Bars(bars)]))
}

/// A panel of the page; of a long table the first rows.
fn panel_of_page(ctx: &Context<'_>, kind: PageKind, slot: PanelSlot, cited: &mut Citations) -> Option<PanelBody> {
    let page = crate::page::build(kind, ctx);
    cited.whole_record = true;
    let mut body = page.panels.into_iter().find(|panel| panel.slot == slot)?.body;
    if let PanelBody::Table(table) = &mut body {
        if kind == PageKind::Evidence {
            keep_contradictions(table);
            if table.rows.is_empty() {
                // The sentence already says that there is no contradiction.
                return None;
            }
        }
        table.rows.truncate(MAX_ROWS);
        table.chosen = None;
    }
    Some(body)
}

/// Leaves the checks that found a contradiction, without the column of their rules.
fn keep_contradictions(table: &mut Table) {
    table.rows.retain(|row| matches!(row.cells.first(), Some(TableCell::WithMark(Mark::Missed, ..))));
    for row in &mut table.rows {
        let sign = row.cells.remove(0);
        if let (TableCell::WithMark(mark, _, role), Some(TableCell::Text(about, _))) =
            (sign, row.cells.first().cloned())
        {
            row.cells[0] = TableCell::WithMark(mark, with_short(about), role);
        }
    }
    table.columns.remove(0);
}

/// Adds a form without the subject to a label: "Investment attracted, 2024".
fn with_short(mut about: Label) -> Label {
    let tight = about.0.last().and_then(|last| {
        let (what, of) = last.split_once(" · ")?;
        Some(format!("{what}, {}", of.rsplit_once(", ")?.1))
    });
    about.0.extend(tight);
    about
}

/// A chart with only the years of the zoom.
fn zoomed(body: PanelBody, zoom: Option<(i32, i32)>) -> PanelBody {
    let (PanelBody::Chart(chart), Some((first, last))) = (&body, zoom) else { return body };
    let inside = |column: &&ChartColumn| {
        column.data_point.label.long().parse::<i32>().is_ok_and(|year| (first..=last).contains(&year))
    };
    let from = chart.columns.iter().position(|column| inside(&column)).unwrap_or_default();
    let columns: Vec<_> = chart.columns.iter().filter(inside).cloned().collect();
    if columns.is_empty() {
        return body;
    }
    let shift = |column: usize| column.checked_sub(from).filter(|column| *column < columns.len());
    let pace = chart.projections.pace.iter().filter_map(|(column, value)| Some((shift(*column)?, *value))).collect();
    let estimates = chart
        .projections
        .estimates
        .iter()
        .filter_map(|estimate| Some(Estimate { column: shift(estimate.column)?, ..estimate.clone() }));
    let projections = ChartProjections { pace, estimates: estimates.collect() };
    PanelBody::Chart(Chart { columns, projections, ..chart.clone() })
}

/// The record that the dashboard selects for a scene.
pub(super) fn focus(record: &SceneRecord) -> Option<RecordRef> {
    record.target.map(RecordRef::Target).or_else(|| record.subject.map(RecordRef::Subject))
}
