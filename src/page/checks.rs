//! The second view of page 7: do the figures fit together? Every check with its rule, the two numbers and the verdict.

use std::collections::BTreeMap;

use crate::compare::checks::{Check, CheckRule, Outcome, checks};
use crate::compare::quantity::Quantity;
use crate::dataset::records::{Id, Metric, MetricKind};

use super::context::Context;
use super::mark::Mark;
use super::marked::{marked, runs};
use super::prose::{Block, Fact, Label, Role, Run};
use super::table::{Align, Cell, Column, Rank, Row, Standing, Table};
use super::words::{Arg, Form};
use super::{Body, Page, PageKind, Panel, Ref, Slot, evidence, sift};

/// The page.
#[must_use]
pub(super) fn build(ctx: &Context<'_>, kept: Option<Table>) -> Page {
    let mut all: Vec<(usize, Check)> = checks(ctx.dataset, ctx.query.known).into_iter().enumerate().collect();
    // What cannot be true comes first, then what is doubtful; within that the order of the rules.
    all.sort_by_key(|(_, check)| std::cmp::Reverse(weight(check.outcome)));
    let sentence = tally(ctx, &all);
    let column = |key: &str, align, drop, grows| Column { head: ctx.label(key), align, drop, grows };
    let columns = vec![
        column("head-check", Align::Left, 0, false),
        column("head-about", Align::Left, 0, true),
        column("head-computed", Align::Right, 1, false),
        column("head-expected", Align::Right, 2, false),
    ];
    let mut table = kept.unwrap_or_else(|| sift::list(ctx, columns, rows(ctx, &all), "evidence-empty"));
    table.chosen = table.place_of(ctx.query.focus).or_else(|| table.first());
    let key = table.key();
    let mut panels = vec![Panel { slot: Slot::List, heading: vec![], body: Body::Table(table) }];
    let found = all.iter().find(|(place, _)| key == Some(Ref::Check(*place)));
    if let Some((_, check)) = found {
        let heading = vec![Run::new(ctx.words.get(rule_key(check.rule)), Role::Heading)];
        panels.push(Panel { slot: Slot::Detail, heading, body: Body::Prose(blocks(ctx, check)) });
    }
    Page { kind: PageKind::Evidence, sentence, panels }
}

/// The checks under what they found.
fn rows(ctx: &Context<'_>, all: &[(usize, Check)]) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut last = None;
    for (place, check) in all {
        if last != Some(check.outcome) {
            last = Some(check.outcome);
            rows.push(Row::heading(&ctx.words.get(outcome_key(check.outcome))));
        }
        rows.push(row(ctx, *place, check));
    }
    rows
}

/// The check at a place of today's list, for Why: its title and its text.
#[must_use]
pub(super) fn explained(ctx: &Context<'_>, place: usize) -> Option<(String, Vec<Block>)> {
    let check = checks(ctx.dataset, ctx.query.known).into_iter().nth(place)?;
    Some((ctx.words.get(rule_key(check.rule)), blocks(ctx, &check)))
}

fn weight(outcome: Outcome) -> u8 {
    match outcome {
        Outcome::Contradiction => 3,
        Outcome::Warn => 2,
        Outcome::Ok => 1,
        Outcome::NotComputable => 0,
    }
}

/// "312 checks: 2 contradictions, 9 doubtful, …".
fn tally(ctx: &Context<'_>, all: &[(usize, Check)]) -> Vec<Run> {
    let mut counts: BTreeMap<std::cmp::Reverse<u8>, (Outcome, usize)> = BTreeMap::new();
    for (_, check) in all {
        counts.entry(std::cmp::Reverse(weight(check.outcome))).or_insert((check.outcome, 0)).1 += 1;
    }
    let part = |(outcome, count): &(Outcome, usize)| {
        let number = marked(&ctx.words.number(*count as f64, 0), sign(*outcome).1);
        let word = ctx.words.get(&format!("{}.short", outcome_key(*outcome)));
        ctx.words.say("tally-part", &[("count", Arg::from(number)), ("status", Arg::from(word))])
    };
    let list: Vec<String> = counts.values().map(part).collect();
    let list = list.join(&ctx.words.get("list-separator"));
    runs(&ctx.words.say("checks-tally", &[("count", Arg::from(all.len())), ("list", Arg::from(list))]))
}

fn row(ctx: &Context<'_>, place: usize, check: &Check) -> Row {
    let (mark, role) = sign(check.outcome);
    let number = |quantity: &Option<Quantity>, form| quantity.as_ref().map(|q| number(ctx, check, q, form));
    let cell = |quantity: &Option<Quantity>, role| match (number(quantity, Form::Plain), number(quantity, Form::Tight))
    {
        (Some(plain), Some(tight)) => Cell::Text(Label::forms([plain, tight]), role),
        _ => Cell::Empty,
    };
    let name = ctx.label(rule_key(check.rule));
    let cells = vec![
        Cell::Marked(mark, name, role),
        Cell::Text(about(ctx, check), Role::Plain),
        cell(&check.computed, Role::Strong),
        cell(&check.expected, Role::Plain),
    ];
    let nominal = |quantity: &Option<Quantity>| Rank::number(quantity.as_ref().map(|quantity| quantity.nominal));
    let ranks = [Rank::Words, Rank::Words, nominal(&check.computed), nominal(&check.expected)];
    let standing = Standing {
        name: outcome_name(check.outcome).to_owned(),
        word: ctx.words.get(&format!("{}.short", outcome_key(check.outcome))),
        place: usize::from(u8::MAX - weight(check.outcome)),
    };
    Row { standing: Some(standing), ..Row::new(Some(Ref::Check(place)), cells).ranked(ranks) }
}

/// What it is about: the series and the time.
fn about(ctx: &Context<'_>, check: &Check) -> Label {
    let Some((metric, subject)) = check.series else { return Label::one(ctx.words.get("check-nothing")) };
    let name = ctx.text(&ctx.dataset[metric].name);
    let of = ctx.text(&ctx.dataset[subject].name);
    let what = if ctx.is_root(subject) {
        name.to_owned()
    } else {
        ctx.words.say("row-of", &[("subject", Arg::from(of)), ("promise", Arg::from(name))])
    };
    let Some(period) = &check.period else { return Label::one(what) };
    let form = |form| {
        let period = Arg::from(ctx.words.period(period, form));
        ctx.words.say("figure-of-period", &[("quantity", Arg::from(&*what)), ("period", period)])
    };
    Label::forms([form(Form::Plain), form(Form::Tight)])
}

/// One of the two numbers, in the terms of the rule.
fn number(ctx: &Context<'_>, check: &Check, quantity: &Quantity, form: Form) -> String {
    match (check.rule, check.series) {
        (CheckRule::UnitPrice, _) => {
            let percent = |value: f64| {
                let number = Arg::from(ctx.words.signed(value * 100.0, 0));
                ctx.words.say("percent", &[("number", number)])
            };
            let (low, high) = (percent(quantity.hard.lo), percent(quantity.hard.hi));
            if low == high {
                return low;
            }
            ctx.words.say("bounds-between", &[("lo", Arg::from(low)), ("hi", Arg::from(high))])
        }
        (CheckRule::Points, _) => ctx.words.points(quantity.nominal, 1),
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
fn blocks(ctx: &Context<'_>, check: &Check) -> Vec<Block> {
    let key = rule_key(check.rule);
    let (_, role) = sign(check.outcome);
    let mut blocks = vec![Block::Paragraph(vec![Run::plain(ctx.words.get(&format!("{key}.means")))])];
    let mut facts = vec![fact(ctx, "check-outcome", Run::new(ctx.words.get(outcome_key(check.outcome)), role))];
    let both = [("head-computed", &check.computed), ("head-expected", &check.expected)];
    for (key, quantity) in both {
        if let Some(quantity) = quantity {
            facts.push(fact(ctx, key, Run::new(number(ctx, check, quantity, Form::Plain), Role::Strong)));
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
        let publisher = Run::new(ctx.text(&ctx.dataset[source].publisher), Role::Strong).naming(Ref::Source(source));
        let mut line = vec![publisher, Run::plain("  ")];
        line.extend(evidence::citation(ctx, source));
        blocks.push(Block::Paragraph(line));
    }
    blocks
}

fn fact(ctx: &Context<'_>, key: &str, text: Run) -> Fact {
    Fact { term: ctx.words.get(key), text: vec![text] }
}

fn sign(outcome: Outcome) -> (Mark, Role) {
    match outcome {
        Outcome::Ok => (Mark::Met, Role::Good),
        Outcome::Warn => (Mark::Undetermined, Role::Caution),
        Outcome::Contradiction => (Mark::Missed, Role::Bad),
        Outcome::NotComputable => (Mark::NoData, Role::Missing),
    }
}

fn outcome_key(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Ok => "check-ok",
        Outcome::Warn => "check-warn",
        Outcome::Contradiction => "check-contradiction",
        Outcome::NotComputable => "check-not-computable",
    }
}

/// Every outcome.
pub(super) const OUTCOMES: [Outcome; 4] = [Outcome::Contradiction, Outcome::Warn, Outcome::NotComputable, Outcome::Ok];

/// The name of an outcome for programs.
pub(super) fn outcome_name(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Ok => "ok",
        Outcome::Warn => "warn",
        Outcome::Contradiction => "contradiction",
        Outcome::NotComputable => "not_computable",
    }
}

fn rule_key(rule: CheckRule) -> &'static str {
    match rule {
        CheckRule::Base => "rule-base",
        CheckRule::UnitPrice => "rule-unit-price",
        CheckRule::Monotone => "rule-monotone",
        CheckRule::Sum => "rule-sum",
        CheckRule::Share => "rule-share",
        CheckRule::Capacity => "rule-capacity",
        CheckRule::Points => "rule-points",
        CheckRule::UnitSlip => "rule-unit-slip",
        CheckRule::Order => "rule-order",
        CheckRule::Time => "rule-time",
        CheckRule::Sources => "rule-sources",
    }
}

/// What does not fit together, for printing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubts {
    /// One line for each contradiction, then for each doubt.
    pub lines: Vec<String>,
    /// How many of them cannot all be true.
    pub contradictions: usize,
}

/// The checks that found a contradiction or a doubt, the worst first.
#[must_use]
pub fn doubts(ctx: &Context<'_>) -> Doubts {
    let mut found = checks(ctx.dataset, ctx.query.known);
    found.retain(|check| matches!(check.outcome, Outcome::Contradiction | Outcome::Warn));
    found.sort_by_key(|check| std::cmp::Reverse(weight(check.outcome)));
    let line = |check: &Check| {
        let number = |quantity: &Option<Quantity>| {
            quantity.as_ref().map_or_else(String::new, |q| number(ctx, check, q, Form::Plain))
        };
        let args = [
            ("outcome", Arg::from(ctx.words.get(outcome_key(check.outcome)))),
            ("rule", Arg::from(ctx.words.get(rule_key(check.rule)))),
            ("about", Arg::from(about(ctx, check).long().to_owned())),
            ("computed", Arg::from(number(&check.computed))),
            ("expected", Arg::from(number(&check.expected))),
        ];
        ctx.words.say(if check.computed.is_some() { "check-line" } else { "check-line-bare" }, &args)
    };
    let contradictions = found.iter().filter(|check| check.outcome == Outcome::Contradiction).count();
    Doubts { lines: found.iter().map(line).collect(), contradictions }
}
