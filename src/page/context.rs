//! What a page is made from: the dataset as known on a day, its verdicts, the words of a language.

use chrono::NaiveDate;

use crate::compare::verdict::types::{Status, Verdict};
use crate::compare::verdict::verdicts::Verdicts;
use crate::dataset::outline::Outline;
use crate::dataset::records::{Dataset, Id, LocalizedText, Subject, Target};
use crate::page::Query;
use crate::page::i18n::Words;
use crate::page::model::rich_text::Label;
use crate::page::model::row_filter::RowFilter;

/// What a page is made from. Everything is borrowed; nothing is worked out here.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// What was said and reported.
    pub dataset: &'a Dataset,
    /// What became of the targets on [`Query::known`].
    pub verdicts: &'a Verdicts,
    /// What was known before the last step in time; none if the last thing done was no such step.
    pub before: Option<&'a Verdicts>,
    /// The words of the language.
    pub words: &'a Words,
    /// The outline of the country that the sites stand in.
    pub outline: &'a Outline,
    /// What is asked of the rows; none for all of them in the order of the file.
    pub filter: Option<&'a RowFilter>,
    /// What is asked.
    pub query: Query,
}

impl<'a> Context<'a> {
    /// The text in the language of the words.
    #[must_use]
    pub fn text(&self, text: &'a LocalizedText) -> &'a str {
        text.get(self.words.language())
    }

    /// What became of a target.
    #[must_use]
    pub fn verdict(&self, target: Id<Target>) -> &'a Verdict {
        self.verdicts.verdict(self.dataset, target)
    }

    /// Whether the target had been said on the day of knowledge.
    #[must_use]
    pub fn is_known(&self, target: Id<Target>) -> bool {
        self.dataset[target].said.day <= self.query.known
    }

    /// The targets said by the day of knowledge, in the order of the dataset.
    pub fn known_targets(&self) -> impl Iterator<Item = Id<Target>> + use<'a> {
        let (dataset, known) = (self.dataset, self.query.known);
        (0..dataset.targets.len()).map(Id::new).filter(move |&id: &Id<Target>| dataset[id].said.day <= known)
    }

    /// Whether rows stand in an order of the person's own, and so without headings.
    #[must_use]
    pub fn is_sorted(&self) -> bool {
        self.filter.is_some_and(|sift| sift.order.is_some())
    }

    /// The target that the first page opens on: the dataset's lead if it had been said, else the first that was.
    #[must_use]
    pub fn lead(&self) -> Option<Id<Target>> {
        self.dataset.lead.filter(|&id| self.is_known(id)).or_else(|| self.known_targets().next())
    }

    /// Whether a subject is at the root of the tree, so that its name goes without saying.
    #[must_use]
    pub fn is_root(&self, subject: Id<Subject>) -> bool {
        self.dataset[subject].within.is_none()
    }

    /// The words of a key, and its short form where there is one (`key.short`, `key.tight`).
    #[must_use]
    pub fn label(&self, key: &str) -> Label {
        let shorter = ["short", "tight"].map(|form| format!("{key}.{form}"));
        let forms = shorter.iter().filter(|key| self.words.has(key)).map(|key| self.words.get(key));
        Label::forms(std::iter::once(self.words.get(key)).chain(forms))
    }

    /// What a target was before the last step in time, if that changed what it is.
    #[must_use]
    pub fn previous_status(&self, target: Id<Target>) -> Option<Status> {
        let before = self.before?;
        if self.verdicts.holds(target, before.known()) {
            return None;
        }
        let status = before.verdict(self.dataset, target).status;
        (status != self.verdict(target).status).then_some(status)
    }

    /// Whether what became known on `day` is new since the step before.
    #[must_use]
    pub fn is_new(&self, day: NaiveDate) -> bool {
        self.before.is_some_and(|before| before.known() < day && day <= self.query.known)
    }

    /// The label with the mark of what is new, if it is.
    #[must_use]
    pub fn marked_if_new(&self, label: Label, day: NaiveDate) -> Label {
        if !self.is_new(day) {
            return label;
        }
        let mark = self.words.get("changed-new");
        let marked = label.0.iter().map(|form| format!("{form} {mark}"));
        Label::forms(marked.chain(label.0.iter().cloned()).collect::<Vec<_>>())
    }
}
