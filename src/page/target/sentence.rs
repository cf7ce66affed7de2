//! The sentence about a target, with roles for its numbers.

use crate::dataset::records::{Id, Target};
use crate::page::context::Context;
use crate::page::i18n::TextForm;
use crate::page::model::{Role, TextRun};
use crate::page::target::row;

/// The target and its outcome.
pub(in crate::page) fn of_target(ctx: &Context<'_>, id: Id<Target>) -> Vec<TextRun> {
    with_roles(ctx, id, ctx.words.sentence(ctx.dataset, ctx.verdict(id)))
}

/// The target without its outcome.
pub(in crate::page) fn of_promise(ctx: &Context<'_>, id: Id<Target>) -> Vec<TextRun> {
    with_roles(ctx, id, ctx.words.promise(ctx.dataset, ctx.verdict(id)))
}

fn with_roles(ctx: &Context<'_>, id: Id<Target>, text: String) -> Vec<TextRun> {
    let target = &ctx.dataset[id];
    let metric = &ctx.dataset[target.metric];
    let verdict = ctx.verdict(id);
    let promised = target.value.map(|value| ctx.words.value(&value, metric, TextForm::Plain));
    let promised_long = target.value.map(|value| ctx.words.value(&value, metric, TextForm::Long));
    let reported = verdict.reported.map(|figure| ctx.words.quantity(&figure.value, metric, TextForm::Plain));
    let attained = verdict.attainment.map(|ratio| ctx.words.attainment(&ratio));
    let role = row::gap_role(verdict);
    let parts = [(promised_long, Role::Target), (promised, Role::Target), (reported, Role::Actual), (attained, role)];
    let parts = parts.into_iter().filter_map(|(part, role)| Some((part.filter(|part| !part.is_empty())?, role)));
    parts.fold(vec![TextRun::plain(text)], |runs, (part, role)| highlight(runs, &part, role))
}

/// Gives the first plain occurrence of `part` its role, ignoring the case of its first letter.
fn highlight(runs: Vec<TextRun>, part: &str, role: Role) -> Vec<TextRun> {
    let Some((place, start)) = runs.iter().enumerate().find_map(|(place, run)| {
        let found = if run.role == Role::Plain { find(&run.text, part) } else { None };
        found.map(|start| (place, start))
    }) else {
        return runs;
    };
    let mut result = Vec::with_capacity(runs.len() + 2);
    for (at, run) in runs.into_iter().enumerate() {
        if at != place {
            result.push(run);
            continue;
        }
        let (before, rest) = run.text.split_at(start);
        let (inside, after) = rest.split_at(part.len());
        for (text, role) in [(before, Role::Plain), (inside, role), (after, Role::Plain)] {
            if !text.is_empty() {
                result.push(TextRun::new(text, role));
            }
        }
    }
    result
}

/// The position of `part` in `text`, ignoring the case of its first letter.
fn find(text: &str, part: &str) -> Option<usize> {
    let exact = text.find(part);
    let mut letters = part.chars();
    let capital: String = letters.next()?.to_uppercase().chain(letters).collect();
    let other = if capital.len() == part.len() { text.find(&capital) } else { None };
    [exact, other].into_iter().flatten().min()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_in_the_sentence_gets_its_role_once() {
        let runs = highlight(vec![TextRun::plain("At least 5 were promised; 5 came.")], "at least 5", Role::Target);
        assert_eq!(runs[0], TextRun::new("At least 5", Role::Target));
        assert_eq!(runs.len(), 2);
    }
}
