//! A consistency check as text: its rule, the two numbers it compares, the figures it uses.

use crate::compare::checks::check::{CheckOutcome, CheckRule, ConsistencyCheck};
use crate::compare::checks::checks;
use crate::compare::series::quantity::Quantity;
use crate::dataset::records::{Id, Metric, MetricKind};
use crate::page::context::Context;
use crate::page::i18n::{Arg, TextForm};
use crate::page::model::{Block, Fact, Mark, RecordRef, Role, TextRun};
use crate::page::why::evidence;

/// Title and text of a check, by its index among those of the as-of date.
pub(in crate::page) fn explanation(ctx: &Context<'_>, place: usize) -> Option<(String, Vec<Block>)> {
    let check = checks(ctx.dataset, ctx.query.as_of).into_iter().nth(place)?;
    Some((ctx.words.get(rule_key(check.rule)), blocks(ctx, &check)))
}

/// One of the two numbers, in the unit the rule compares.
pub(in crate::page) fn number(
    ctx: &Context<'_>,
    check: &ConsistencyCheck,
    quantity: &Quantity,
    form: TextForm,
) -> String {
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
            // A share is compared with its part: both numbers are in the unit of the part.
            let kind = |metric: Id<Metric>| ctx.dataset[metric].kind;
            let part = check.actuals.iter().map(|&id| ctx.dataset[id].metric).find(|&m| kind(m) != MetricKind::Share);
            let metric = part.filter(|_| check.rule == CheckRule::Share).unwrap_or(metric);
            ctx.words.quantity(quantity, &ctx.dataset[metric], form)
        }
        (_, None) => ctx.words.significant(quantity.nominal, 3),
    }
}

pub(in crate::page) fn blocks(ctx: &Context<'_>, check: &ConsistencyCheck) -> Vec<Block> {
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
    blocks.extend(evidence::headed_facts(ctx, "check-figures", figures));
    let targets: Vec<Fact> = check.targets.iter().map(|&id| evidence::statement(ctx, id)).collect();
    if !targets.is_empty() {
        blocks.push(Block::Facts(targets));
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

pub(in crate::page) fn outcome_mark(outcome: CheckOutcome) -> (Mark, Role) {
    match outcome {
        CheckOutcome::Ok => (Mark::Met, Role::Good),
        CheckOutcome::Warn => (Mark::Undetermined, Role::Caution),
        CheckOutcome::Contradiction => (Mark::Missed, Role::Bad),
        CheckOutcome::NotComputable => (Mark::NoData, Role::Missing),
    }
}

pub(in crate::page) fn outcome_key(outcome: CheckOutcome) -> &'static str {
    match outcome {
        CheckOutcome::Ok => "check-ok",
        CheckOutcome::Warn => "check-warn",
        CheckOutcome::Contradiction => "check-contradiction",
        CheckOutcome::NotComputable => "check-not-computable",
    }
}

pub(in crate::page) fn rule_key(rule: CheckRule) -> &'static str {
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
        CheckRule::Tiling => "rule-tiling",
        CheckRule::Sources => "rule-sources",
    }
}
