//! The sources of the numbers of a scene, and how they are cited.

use crate::compare::series::figure::Figure;
use crate::dataset::records::{Dataset, Id, Source, Target};
use crate::page::context::Context;
use crate::page::i18n::{TextForm, Words};

/// Sources, each once, in the order of the text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Citations {
    /// Of promises.
    pub promised: Vec<Id<Source>>,
    /// Of reported figures.
    pub reported: Vec<Id<Source>>,
    /// Whether a number is a count over the whole record.
    pub whole_record: bool,
}

impl Citations {
    /// Adds the first source of a promise.
    pub(super) fn add_promise(&mut self, ctx: &Context<'_>, target: Id<Target>) {
        add(&mut self.promised, ctx.dataset[target].sources.iter().take(1));
    }

    /// Adds the first source of the actual of a target; without one, the first source that its verdict has of its own.
    pub(super) fn add_outcome(&mut self, ctx: &Context<'_>, target: Id<Target>) {
        let verdict = ctx.verdict(target);
        if let Some(figure) = verdict.reported.or(verdict.reached) {
            add(&mut self.reported, ctx.dataset[figure.actual].sources.iter().take(1));
        } else {
            let others = verdict.sources.iter().filter(|source| !ctx.dataset[target].sources.contains(source));
            add(&mut self.reported, others.take(1));
        }
    }

    /// Adds the source of a figure; all of its sources if they differ.
    pub(super) fn add_figure(&mut self, ctx: &Context<'_>, figure: &Figure) {
        let most = if figure.has_differing_claims() { usize::MAX } else { 1 };
        add(&mut self.reported, figure.sources(ctx.dataset, ctx.query.as_of).iter().take(most));
    }

    pub(super) fn add_all(&mut self, other: &Self) {
        add(&mut self.promised, other.promised.iter());
        add(&mut self.reported, other.reported.iter());
        self.whole_record |= other.whole_record;
    }
}

/// The sources in the order of their dates.
pub(super) fn by_date(dataset: &Dataset, sources: &[Id<Source>]) -> Vec<Id<Source>> {
    let mut sources = sources.to_vec();
    sources.sort_by_key(|&id| dataset[id].published.map(|published| published.day));
    sources
}

/// "Kazinform, 23 Feb 2026".
pub(super) fn publisher_and_date(source: &Source, words: &Words, form: TextForm) -> String {
    let publisher = source.publisher.get(words.language());
    match source.published {
        Some(day) => format!("{publisher}, {}", words.stamp(day, form)),
        None => publisher.to_owned(),
    }
}

fn add<'s>(list: &mut Vec<Id<Source>>, more: impl Iterator<Item = &'s Id<Source>>) {
    for source in more {
        if !list.contains(source) {
            list.push(*source);
        }
    }
}
