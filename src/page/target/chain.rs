//! The restatements of a target.

use crate::dataset::records::{Id, Target};
use crate::page::context::Context;

/// A target with all that it restates and all that restate it, by date of statement.
pub(in crate::page) fn restatement_chain(ctx: &Context<'_>, id: Id<Target>) -> Vec<Id<Target>> {
    // Cache the first statement of each visited link, so that each chain is walked once.
    let mut first: Vec<Option<Id<Target>>> = vec![None; ctx.dataset.targets.len()];
    let mut root = |id: Id<Target>| {
        let mut walked = vec![id];
        let mut at = id;
        let root = loop {
            match (first[at.index()], ctx.dataset[at].restates) {
                (Some(root), _) => break root,
                (None, Some(earlier)) => at = earlier,
                (None, None) => break at,
            }
            walked.push(at);
        };
        for link in walked {
            first[link.index()] = Some(root);
        }
        root
    };
    let own = root(id);
    let mut chain: Vec<_> = ctx.known_targets().filter(|&other| root(other) == own).collect();
    chain.sort_by_key(|&id| ctx.dataset[id].said);
    chain
}
