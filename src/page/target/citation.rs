//! A record as a citation in plain text: the record, then publisher, title, date and address of each source.

use crate::dataset::records::{Id, Source};
use crate::page::context::Context;
use crate::page::i18n::TextForm;
use crate::page::model::RecordRef;
use crate::page::target::row;

/// The citation; none for a record without sources.
pub fn citation(ctx: &Context<'_>, key: RecordRef) -> Option<String> {
    let sources = sources(ctx, key);
    if sources.is_empty() {
        return None;
    }
    let lines = what(ctx, key).into_iter().chain(sources.iter().map(|&id| source(ctx, id)));
    Some(lines.collect::<Vec<_>>().join("\n"))
}

/// A line for each source of a record.
pub fn source_lines(ctx: &Context<'_>, key: RecordRef) -> Vec<String> {
    sources(ctx, key).into_iter().map(|id| source(ctx, id)).collect()
}

/// Whether a record has sources to cite.
pub fn has_sources(ctx: &Context<'_>, key: RecordRef) -> bool {
    !sources(ctx, key).is_empty()
}

/// The web addresses of the sources, each once.
pub fn addresses<'a>(ctx: &Context<'a>, key: RecordRef) -> Vec<&'a str> {
    let mut all: Vec<&str> = Vec::new();
    for url in sources(ctx, key).into_iter().filter_map(|id| ctx.dataset[id].url.as_deref()) {
        if !all.contains(&url) {
            all.push(url);
        }
    }
    all
}

fn sources(ctx: &Context<'_>, key: RecordRef) -> Vec<Id<Source>> {
    match key {
        RecordRef::Target(id) | RecordRef::Calculation(id) => ctx.dataset[id].sources.clone(),
        RecordRef::Actual(id) => ctx.dataset[id].sources.clone(),
        RecordRef::Source(id) => vec![id],
        RecordRef::Subject(_) | RecordRef::Check(_) => Vec::new(),
    }
}

fn what(ctx: &Context<'_>, key: RecordRef) -> Option<String> {
    match key {
        RecordRef::Target(id) | RecordRef::Calculation(id) => {
            let target = &ctx.dataset[id];
            let (by, said) = (ctx.text(&target.by), ctx.words.stamp(target.said, TextForm::Long));
            let said = if by.is_empty() { said } else { format!("{by}, {said}") };
            Some(format!("{}, {}. {said}.", row::label(ctx, id).long(), row::due(ctx, target).long()))
        }
        RecordRef::Actual(id) => {
            let actual = &ctx.dataset[id];
            let when = ctx.words.period(&actual.period, TextForm::Long);
            Some(format!("{}, {when}.", row::figure_label(ctx, actual).long()))
        }
        RecordRef::Source(_) | RecordRef::Subject(_) | RecordRef::Check(_) => None,
    }
}

fn source(ctx: &Context<'_>, id: Id<Source>) -> String {
    let source = &ctx.dataset[id];
    let date = source.published.map(|stamp| ctx.words.stamp(stamp, TextForm::Long));
    let parts = [Some(ctx.text(&source.publisher)), Some(ctx.text(&source.title)), date.as_deref()];
    let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
    let named = parts.fold(String::new(), |line, part| line + part.trim_end_matches('.') + ". ");
    (named + source.url.as_deref().unwrap_or_default()).trim_end().to_owned()
}
