//! The last line of a scene: its sources.

use crate::dataset::records::{Id, Source};
use crate::page::context::Context;
use crate::page::i18n::{Arg, TextForm};
use crate::page::model::Label;
use crate::page::talk::citations::{self, Citations};

/// How a source is cited.
#[derive(Debug, Clone, Copy, PartialEq)]
enum CitationDetail {
    /// Publisher and date.
    Dated(TextForm),
    Publisher,
}

/// The sources of what was reported and promised, in ever shorter forms; none without sources.
pub(super) fn line(ctx: &Context<'_>, cited: &Citations) -> Option<Label> {
    if cited.promised.is_empty() && cited.reported.is_empty() {
        return cited
            .whole_record
            .then(|| Label::forms([ctx.words.get("scene-source-whole"), ctx.words.get("scene-source-whole.short")]));
    }
    let line = |detail, most| {
        let part = |key: &str, sources: &[Id<Source>]| {
            let list = Arg::from(list(ctx, sources, detail, most));
            (!sources.is_empty()).then(|| ctx.words.format(key, &[("list", list)]))
        };
        let parts = [part("scene-source-reported", &cited.reported), part("scene-source-promised", &cited.promised)];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    };
    let forms = [
        (CitationDetail::Dated(TextForm::Plain), usize::MAX),
        (CitationDetail::Dated(TextForm::Tight), usize::MAX),
        (CitationDetail::Dated(TextForm::Tight), 2),
        (CitationDetail::Publisher, 2),
        (CitationDetail::Publisher, 1),
    ];
    Some(Label::forms(forms.map(|(detail, most)| line(detail, most))))
}

/// Up to `most` sources by date, and how many more there are.
fn list(ctx: &Context<'_>, sources: &[Id<Source>], detail: CitationDetail, most: usize) -> String {
    let mut names: Vec<String> = Vec::new();
    for source in citations::by_date(ctx.dataset, sources) {
        let source = &ctx.dataset[source];
        let name = match detail {
            CitationDetail::Dated(form) => citations::publisher_and_date(source, ctx.words, form),
            CitationDetail::Publisher => ctx.text(&source.publisher).to_owned(),
        };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let more = names.len().saturating_sub(most);
    names.truncate(most);
    let list = names.join("; ");
    if more == 0 {
        return list;
    }
    ctx.words.format("scene-source-more", &[("list", Arg::from(list)), ("count", Arg::from(more))])
}
