//! The calculation of a verdict in Why: folded to its result, or whole.

use crate::compare::progress::types::ProgressStep;
use crate::compare::verdict::types::{CalculationStep, Verdict};
use crate::dataset::records::{Id, Target};
use crate::page::context::Context;
use crate::page::i18n::Arg;
use crate::page::model::{Block, RecordRef, TextRun};
use crate::page::target::calculation;

/// Whether Why shows the result of the calculation with a link to its steps, or the steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arithmetic {
    /// The result.
    Folded,
    /// All steps.
    Whole,
}

/// The calculation under its heading; empty without steps.
pub(super) fn blocks(ctx: &Context<'_>, id: Id<Target>, arithmetic: Arithmetic) -> Vec<Block> {
    let verdict = ctx.verdict(id);
    let steps = calculation::lines(ctx, verdict);
    if steps.is_empty() {
        return Vec::new();
    }
    let heading = Block::Heading(ctx.words.get("why-steps"));
    let results: Vec<&Vec<TextRun>> = result_steps(verdict).into_iter().filter_map(|step| steps.get(step)).collect();
    if arithmetic == Arithmetic::Whole || results.len() == steps.len() {
        return vec![heading, Block::Steps(steps)];
    }
    let link = ctx.words.format("why-all-steps", &[("count", Arg::from(steps.len()))]);
    let link = TextRun::plain(link).linked_to(RecordRef::Calculation(id));
    let lines = results.into_iter().cloned().chain([vec![link]]).collect();
    vec![heading, Block::Steps(lines)]
}

/// The indices of the steps that say what was decided: the comparison with the promise and the attainment; of an open target
/// the rule that decided; else the last step.
fn result_steps(verdict: &Verdict) -> Vec<usize> {
    let last = |is_wanted: fn(&CalculationStep) -> bool| verdict.steps.iter().rposition(is_wanted);
    let decision = last(|step| match step {
        CalculationStep::Compared { .. } | CalculationStep::Happened { .. } | CalculationStep::NotYet { .. } => true,
        CalculationStep::Progress(step) => matches!(**step, ProgressStep::Open { .. }),
        _ => false,
    });
    let attainment = last(|step| matches!(step, CalculationStep::Attainment { .. }));
    let mut results: Vec<usize> = [decision, attainment].into_iter().flatten().collect();
    if results.is_empty() {
        results.extend(verdict.steps.len().checked_sub(1));
    }
    results.sort_unstable();
    results
}
