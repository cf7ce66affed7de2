//! The second view of page 7: the consistency checks with their rules, numbers and outcomes.

use crate::compare::checks::check::{CheckOutcome, ConsistencyCheck};
use crate::compare::checks::checks;
use crate::compare::series::quantity::Quantity;
use crate::page::context::{Context, plain_and_tight};
use crate::page::i18n::{Arg, TextForm, message_runs};
use crate::page::model::{
    Align, Label, Page, PageKind, Panel, PanelBody, PanelSlot, RecordRef, Role, RowStatus, SortKey, Table, TableCell,
    TableRow, TextRun,
};
use crate::page::search::filter;
use crate::page::target::status_names;
use crate::page::why::checks as explained;

use std::collections::BTreeMap;

pub(in crate::page) fn build(ctx: &Context<'_>, list: Option<Table>) -> Page {
    let mut all: Vec<(usize, ConsistencyCheck)> =
        checks(ctx.dataset, ctx.query.as_of).into_iter().enumerate().collect();
    // By severity, then in the order of the rules.
    all.sort_by_key(|(_, check)| std::cmp::Reverse(severity(check.outcome)));
    let sentence = tally(ctx, &all);
    let columns = vec![
        ctx.column("head-check", Align::Left, 0),
        ctx.column("head-about", Align::Left, 0).flexible(),
        ctx.column("head-computed", Align::Right, 1),
        ctx.column("head-expected", Align::Right, 2),
    ];
    let mut table = list.unwrap_or_else(|| filter::filtered_table(ctx, columns, rows(ctx, &all), "evidence-empty"));
    table.chosen = table.row_of(ctx.query.focus).or_else(|| table.first());
    let key = table.key();
    let mut panels = vec![Panel { slot: PanelSlot::List, heading: vec![], body: PanelBody::Table(table) }];
    let found = all.iter().find(|(index, _)| key == Some(RecordRef::Check(*index)));
    if let Some((_, check)) = found {
        let heading = vec![TextRun::new(ctx.words.get(explained::rule_key(check.rule)), Role::Heading)];
        panels.push(Panel { slot: PanelSlot::Detail, heading, body: PanelBody::Text(explained::blocks(ctx, check)) });
    }
    Page { kind: PageKind::Evidence, sentence, panels }
}

/// The checks under headings by outcome.
fn rows(ctx: &Context<'_>, all: &[(usize, ConsistencyCheck)]) -> Vec<TableRow> {
    let mut rows = Vec::new();
    let mut last = None;
    for (index, check) in all {
        if last != Some(check.outcome) {
            last = Some(check.outcome);
            rows.push(TableRow::heading(&ctx.words.get(explained::outcome_key(check.outcome))));
        }
        rows.push(row(ctx, *index, check));
    }
    rows
}

fn severity(outcome: CheckOutcome) -> u8 {
    match outcome {
        CheckOutcome::Contradiction => 3,
        CheckOutcome::Warn => 2,
        CheckOutcome::Ok => 1,
        CheckOutcome::NotComputable => 0,
    }
}

/// "312 checks: 2 contradictions, 9 doubtful, …".
fn tally(ctx: &Context<'_>, all: &[(usize, ConsistencyCheck)]) -> Vec<TextRun> {
    let mut counts: BTreeMap<std::cmp::Reverse<u8>, (CheckOutcome, usize)> = BTreeMap::new();
    for (_, check) in all {
        counts.entry(std::cmp::Reverse(severity(check.outcome))).or_insert((check.outcome, 0)).1 += 1;
    }
    let part = |(outcome, count): &(CheckOutcome, usize)| {
        let number = TextRun::new(ctx.words.number(*count as f64, 0), explained::outcome_mark(*outcome).1);
        let word = ctx.words.get(&format!("{}.short", explained::outcome_key(*outcome)));
        message_runs::format(ctx.words, "tally-part", &[("count", number.into()), ("status", word.into())])
    };
    let list = message_runs::list(ctx.words, counts.values().map(part));
    message_runs::format(ctx.words, "checks-tally", &[("count", all.len().into()), ("list", list.into())])
}

fn row(ctx: &Context<'_>, index: usize, check: &ConsistencyCheck) -> TableRow {
    let (mark, role) = explained::outcome_mark(check.outcome);
    let number = |quantity: &Option<Quantity>, form| quantity.as_ref().map(|q| explained::number(ctx, check, q, form));
    let cell = |quantity: &Option<Quantity>, role| match (
        number(quantity, TextForm::Plain),
        number(quantity, TextForm::Tight),
    ) {
        (Some(plain), Some(tight)) => TableCell::Text(Label::forms([plain, tight]), role),
        _ => TableCell::Empty,
    };
    let name = ctx.label(explained::rule_key(check.rule));
    let cells = vec![
        TableCell::WithMark(mark, name, role),
        TableCell::Text(about(ctx, check), Role::Plain),
        cell(&check.computed, Role::Strong),
        cell(&check.expected, Role::Plain),
    ];
    let nominal = |quantity: &Option<Quantity>| SortKey::number(quantity.as_ref().map(|quantity| quantity.nominal));
    let sort_keys = [SortKey::Text, SortKey::Text, nominal(&check.computed), nominal(&check.expected)];
    let status = RowStatus {
        name: status_names::outcome_name(check.outcome).to_owned(),
        word: ctx.words.get(&format!("{}.short", explained::outcome_key(check.outcome))),
        place: usize::from(u8::MAX - severity(check.outcome)),
    };
    TableRow::new(Some(RecordRef::Check(index)), cells).with_sort_keys(sort_keys).with_status(status)
}

/// Series and period of a check.
fn about(ctx: &Context<'_>, check: &ConsistencyCheck) -> Label {
    let Some((metric, subject)) = check.series else { return Label::one(ctx.words.get("check-nothing")) };
    let series = ctx.with_subject(subject, ctx.text(&ctx.dataset[metric].name).to_owned());
    match &check.period {
        Some(period) => plain_and_tight(|form| ctx.with_period(&series, period, form)),
        None => Label::one(series),
    }
}

/// The failed checks, for printing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckReport {
    /// One line a contradiction, then one a doubt.
    pub lines: Vec<String>,
    /// The number of contradictions.
    pub contradictions: usize,
}

/// The checks with a contradiction or a doubt, the worst first.
pub fn check_report(ctx: &Context<'_>) -> CheckReport {
    let mut found = checks(ctx.dataset, ctx.query.as_of);
    found.retain(|check| matches!(check.outcome, CheckOutcome::Contradiction | CheckOutcome::Warn));
    found.sort_by_key(|check| std::cmp::Reverse(severity(check.outcome)));
    let line = |check: &ConsistencyCheck| {
        let number = |quantity: &Option<Quantity>| {
            quantity.as_ref().map_or_else(String::new, |q| explained::number(ctx, check, q, TextForm::Plain))
        };
        let args = [
            ("outcome", Arg::from(ctx.words.get(explained::outcome_key(check.outcome)))),
            ("rule", Arg::from(ctx.words.get(explained::rule_key(check.rule)))),
            ("about", Arg::from(about(ctx, check).long().to_owned())),
            ("computed", Arg::from(number(&check.computed))),
            ("expected", Arg::from(number(&check.expected))),
        ];
        ctx.words.format(if check.computed.is_some() { "check-line" } else { "check-line-bare" }, &args)
    };
    let contradictions = found.iter().filter(|check| check.outcome == CheckOutcome::Contradiction).count();
    CheckReport { lines: found.iter().map(line).collect(), contradictions }
}
