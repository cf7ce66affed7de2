//! The second view of page 7: do the figures fit together? Every check with its rule, the two numbers and the verdict.

use std::collections::BTreeMap;

use crate::compare::checks::check::{CheckOutcome, CheckRule, ConsistencyCheck};
use crate::compare::checks::checks;
use crate::compare::series::quantity::Quantity;
use crate::dataset::records::{Id, Metric, MetricKind};
use crate::page::context::Context;
use crate::page::i18n::{Arg, TextForm, role_markup};
use crate::page::model::mark::Mark;
use crate::page::model::rich_text::{Block, Fact, Label, Role, TextRun};
use crate::page::model::table::{Align, RowStatus, SortKey, Table, TableCell, TableColumn, TableRow};
use crate::page::pages::evidence;
use crate::page::search::filter;
use crate::page::{Page, PageKind, Panel, PanelBody, PanelSlot, RecordRef};

/// The page.
#[must_use]
pub(in crate::page) fn build(ctx: &Context<'_>, list: Option<Table>) -> Page {
    let mut all: Vec<(usize, ConsistencyCheck)> =
        checks(ctx.dataset, ctx.query.known).into_iter().enumerate().collect();
    // What cannot be true comes first, then what is doubtful; within that the order of the rules.
    all.sort_by_key(|(_, check)| std::cmp::Reverse(severity(check.outcome)));
    let sentence = tally(ctx, &all);
    let column = |key: &str, align, drop_priority, is_flexible| TableColumn {
        head: ctx.label(key),
        align,
        drop_priority,
        is_flexible,
    };
    let columns = vec![
        column("head-check", Align::Left, 0, false),
        column("head-about", Align::Left, 0, true),
        column("head-computed", Align::Right, 1, false),
        column("head-expected", Align::Right, 2, false),
    ];
    let mut table = list.unwrap_or_else(|| filter::filtered_table(ctx, columns, rows(ctx, &all), "evidence-empty"));
    table.chosen = table.row_of(ctx.query.focus).or_else(|| table.first());
    let key = table.key();
    let mut panels = vec![Panel { slot: PanelSlot::List, heading: vec![], body: PanelBody::Table(table) }];
    let found = all.iter().find(|(place, _)| key == Some(RecordRef::Check(*place)));
    if let Some((_, check)) = found {
        let heading = vec![TextRun::new(ctx.words.get(rule_key(check.rule)), Role::Heading)];
        panels.push(Panel { slot: PanelSlot::Detail, heading, body: PanelBody::Text(blocks(ctx, check)) });
    }
    Page { kind: PageKind::Evidence, sentence, panels }
}

/// The checks under what they found.
fn rows(ctx: &Context<'_>, all: &[(usize, ConsistencyCheck)]) -> Vec<TableRow> {
    let mut rows = Vec::new();
    let mut last = None;
    for (place, check) in all {
        if last != Some(check.outcome) {
            last = Some(check.outcome);
            rows.push(TableRow::heading(&ctx.words.get(outcome_key(check.outcome))));
        }
        rows.push(row(ctx, *place, check));
    }
    rows
}

/// The check at a place of today's list, for Why: its title and its text.
#[must_use]
pub(in crate::page) fn explanation(ctx: &Context<'_>, place: usize) -> Option<(String, Vec<Block>)> {
    let check = checks(ctx.dataset, ctx.query.known).into_iter().nth(place)?;
    Some((ctx.words.get(rule_key(check.rule)), blocks(ctx, &check)))
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
        let number = TextRun::new(ctx.words.number(*count as f64, 0), outcome_mark(*outcome).1);
        let word = ctx.words.get(&format!("{}.short", outcome_key(*outcome)));
        role_markup::format(ctx.words, "tally-part", &[("count", number.into()), ("status", word.into())])
    };
    let list = role_markup::list(ctx.words, counts.values().map(part));
    role_markup::format(ctx.words, "checks-tally", &[("count", all.len().into()), ("list", list.into())])
}

fn row(ctx: &Context<'_>, place: usize, check: &ConsistencyCheck) -> TableRow {
    let (mark, role) = outcome_mark(check.outcome);
    let number = |quantity: &Option<Quantity>, form| quantity.as_ref().map(|q| number(ctx, check, q, form));
    let cell = |quantity: &Option<Quantity>, role| match (
        number(quantity, TextForm::Plain),
        number(quantity, TextForm::Tight),
    ) {
        (Some(plain), Some(tight)) => TableCell::Text(Label::forms([plain, tight]), role),
        _ => TableCell::Empty,
    };
    let name = ctx.label(rule_key(check.rule));
    let cells = vec![
        TableCell::WithMark(mark, name, role),
        TableCell::Text(about(ctx, check), Role::Plain),
        cell(&check.computed, Role::Strong),
        cell(&check.expected, Role::Plain),
    ];
    let nominal = |quantity: &Option<Quantity>| SortKey::number(quantity.as_ref().map(|quantity| quantity.nominal));
    let sort_keys = [SortKey::Text, SortKey::Text, nominal(&check.computed), nominal(&check.expected)];
    let standing = RowStatus {
        name: outcome_name(check.outcome).to_owned(),
        word: ctx.words.get(&format!("{}.short", outcome_key(check.outcome))),
        place: usize::from(u8::MAX - severity(check.outcome)),
    };
    TableRow { status: Some(standing), ..TableRow::new(Some(RecordRef::Check(place)), cells).with_sort_keys(sort_keys) }
}

/// What it is about: the series and the time.
fn about(ctx: &Context<'_>, check: &ConsistencyCheck) -> Label {
    let Some((metric, subject)) = check.series else { return Label::one(ctx.words.get("check-nothing")) };
    let name = ctx.text(&ctx.dataset[metric].name);
    let of = ctx.text(&ctx.dataset[subject].name);
    let what = if ctx.is_root(subject) {
        name.to_owned()
    } else {
        ctx.words.format("row-of", &[("subject", Arg::from(of)), ("promise", Arg::from(name))])
    };
    let Some(period) = &check.period else { return Label::one(what) };
    let form = |form| {
        let period = Arg::from(ctx.words.period(period, form));
        ctx.words.format("figure-of-period", &[("quantity", Arg::from(&*what)), ("period", period)])
    };
    Label::forms([form(TextForm::Plain), form(TextForm::Tight)])
}

/// One of the two numbers, in the terms of the rule.
fn number(ctx: &Context<'_>, check: &ConsistencyCheck, quantity: &Quantity, form: TextForm) -> String {
    match (check.rule, check.series) {
        (CheckRule::UnitPrice, _) => {
            let percent = |value: f64| {
                let number = Arg::from(ctx.words.signed(value * 100.0, 0));
                ctx.words.format("percent", &[("number", number)])
            };
            let (low, high) = (percent(quantity.hard.lo), percent(quantity.hard.hi));
            if low == high {
                return low;
            }
            ctx.words.format("bounds-between", &[("lo", Arg::from(low)), ("hi", Arg::from(high))])
        }
        (CheckRule::PercentagePoints, _) => ctx.words.points(quantity.nominal, 1),
        (_, Some((metric, _))) => {
            // A share is held against its part: both numbers are in the unit of that.
            let kind = |metric: Id<Metric>| ctx.dataset[metric].kind;
            let part = check.actuals.iter().map(|&id| ctx.dataset[id].metric).find(|&m| kind(m) != MetricKind::Share);
            let metric = part.filter(|_| check.rule == CheckRule::Share).unwrap_or(metric);
            ctx.words.quantity(quantity, &ctx.dataset[metric], form)
        }
        (_, None) => ctx.words.significant(quantity.nominal, 3),
    }
}

/// What the rule says, the two numbers, and the figures that it rests on with who says them.
fn blocks(ctx: &Context<'_>, check: &ConsistencyCheck) -> Vec<Block> {
    let key = rule_key(check.rule);
    let (_, role) = outcome_mark(check.outcome);
    let mut blocks = vec![Block::Paragraph(vec![TextRun::plain(ctx.words.get(&format!("{key}.means")))])];
    let mut facts = vec![fact(ctx, "check-outcome", TextRun::new(ctx.words.get(outcome_key(check.outcome)), role))];
    let both = [("head-computed", &check.computed), ("head-expected", &check.expected)];
    for (key, quantity) in both {
        if let Some(quantity) = quantity {
            facts.push(fact(ctx, key, TextRun::new(number(ctx, check, quantity, TextForm::Plain), Role::Strong)));
        }
    }
    blocks.push(Block::Facts(facts));
    let figures: Vec<Fact> = check.actuals.iter().map(|&id| evidence::report(ctx, id)).collect();
    if !figures.is_empty() {
        blocks.push(Block::Heading(ctx.words.get("check-figures")));
        blocks.push(Block::Facts(figures));
    }
    let promises: Vec<Fact> = check.targets.iter().map(|&id| evidence::statement(ctx, id)).collect();
    if !promises.is_empty() {
        blocks.push(Block::Facts(promises));
    }
    let mut sources: Vec<_> = check.actuals.iter().flat_map(|&id| ctx.dataset[id].sources.iter().copied()).collect();
    sources.dedup();
    for source in sources {
        let publisher =
            TextRun::new(ctx.text(&ctx.dataset[source].publisher), Role::Strong).linked_to(RecordRef::Source(source));
        let mut line = vec![publisher, TextRun::plain("  ")];
        line.extend(evidence::citation(ctx, source));
        blocks.push(Block::Paragraph(line));
    }
    blocks
}

fn fact(ctx: &Context<'_>, key: &str, text: TextRun) -> Fact {
    Fact { term: ctx.words.get(key), text: vec![text] }
}

fn outcome_mark(outcome: CheckOutcome) -> (Mark, Role) {
    match outcome {
        CheckOutcome::Ok => (Mark::Met, Role::Good),
        CheckOutcome::Warn => (Mark::Undetermined, Role::Caution),
        CheckOutcome::Contradiction => (Mark::Missed, Role::Bad),
        CheckOutcome::NotComputable => (Mark::NoData, Role::Missing),
    }
}

fn outcome_key(outcome: CheckOutcome) -> &'static str {
    match outcome {
        CheckOutcome::Ok => "check-ok",
        CheckOutcome::Warn => "check-warn",
        CheckOutcome::Contradiction => "check-contradiction",
        CheckOutcome::NotComputable => "check-not-computable",
    }
}

/// Every outcome.
pub(in crate::page) const OUTCOMES: [CheckOutcome; 4] =
    [CheckOutcome::Contradiction, CheckOutcome::Warn, CheckOutcome::NotComputable, CheckOutcome::Ok];

/// The name of an outcome for programs.
pub(in crate::page) fn outcome_name(outcome: CheckOutcome) -> &'static str {
    match outcome {
        CheckOutcome::Ok => "ok",
        CheckOutcome::Warn => "warn",
        CheckOutcome::Contradiction => "contradiction",
        CheckOutcome::NotComputable => "not_computable",
    }
}

fn rule_key(rule: CheckRule) -> &'static str {
    match rule {
        CheckRule::PriorYear => "rule-base",
        CheckRule::UnitPrice => "rule-unit-price",
        CheckRule::Monotone => "rule-monotone",
        CheckRule::Sum => "rule-sum",
        CheckRule::Share => "rule-share",
        CheckRule::Capacity => "rule-capacity",
        CheckRule::PercentagePoints => "rule-points",
        CheckRule::UnitSlip => "rule-unit-slip",
        CheckRule::Order => "rule-order",
        CheckRule::Dates => "rule-time",
        CheckRule::Sources => "rule-sources",
    }
}

/// What does not fit together, for printing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckReport {
    /// One line for each contradiction, then for each doubt.
    pub lines: Vec<String>,
    /// How many of them cannot all be true.
    pub contradictions: usize,
}

/// The checks that found a contradiction or a doubt, the worst first.
#[must_use]
pub fn check_report(ctx: &Context<'_>) -> CheckReport {
    let mut found = checks(ctx.dataset, ctx.query.known);
    found.retain(|check| matches!(check.outcome, CheckOutcome::Contradiction | CheckOutcome::Warn));
    found.sort_by_key(|check| std::cmp::Reverse(severity(check.outcome)));
    let line = |check: &ConsistencyCheck| {
        let number = |quantity: &Option<Quantity>| {
            quantity.as_ref().map_or_else(String::new, |q| number(ctx, check, q, TextForm::Plain))
        };
        let args = [
            ("outcome", Arg::from(ctx.words.get(outcome_key(check.outcome)))),
            ("rule", Arg::from(ctx.words.get(rule_key(check.rule)))),
            ("about", Arg::from(about(ctx, check).long().to_owned())),
            ("computed", Arg::from(number(&check.computed))),
            ("expected", Arg::from(number(&check.expected))),
        ];
        ctx.words.format(if check.computed.is_some() { "check-line" } else { "check-line-bare" }, &args)
    };
    let contradictions = found.iter().filter(|check| check.outcome == CheckOutcome::Contradiction).count();
    CheckReport { lines: found.iter().map(line).collect(), contradictions }
}
