//! What a page is built from: the dataset as known on a date, its verdicts, the words of a language.

use chrono::NaiveDate;

use crate::compare::verdict::types::{Status, Verdict};
use crate::compare::verdict::verdicts::Verdicts;
use crate::dataset::format::period::Period;
use crate::dataset::outline::Outline;
use crate::dataset::records::{Actual, Dataset, Id, LocalizedText, Subject, SubjectKind, Target};
use crate::page::i18n::{Arg, TextForm, Words};
use crate::page::model::{Align, Label, Query, RowFilter, TableColumn};

/// Everything a page is built from, borrowed.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// All records, also those published after the as-of date.
    pub dataset: &'a Dataset,
    /// The verdicts as of [`Query::as_of`].
    pub verdicts: &'a Verdicts,
    /// The verdicts before the last step in time; none if the last action was another one.
    pub before: Option<&'a Verdicts>,
    /// The messages of the language.
    pub words: &'a Words,
    /// The outline of the country, for the map.
    pub outline: &'a Outline,
    /// The row filter; none for all rows in file order.
    pub filter: Option<&'a RowFilter>,
    /// What to show.
    pub query: Query,
}

impl<'a> Context<'a> {
    /// A text of the dataset in the language of the page.
    pub fn text(&self, text: &'a LocalizedText) -> &'a str {
        text.get(self.words.language())
    }

    /// The verdict as of the date of the query.
    pub fn verdict(&self, target: Id<Target>) -> &'a Verdict {
        self.verdicts.verdict(self.dataset, target)
    }

    /// Whether the target had been stated by the as-of date.
    pub fn is_known(&self, target: Id<Target>) -> bool {
        self.dataset[target].said.day <= self.query.as_of
    }

    /// The targets stated by the as-of date, in file order.
    pub fn known_targets(&self) -> impl Iterator<Item = Id<Target>> + use<'a> {
        let (dataset, known) = (self.dataset, self.query.as_of);
        (0..dataset.targets.len()).map(Id::new).filter(move |&id: &Id<Target>| dataset[id].said.day <= known)
    }

    /// Whether the user chose a sort order; group headings are left out then.
    pub fn is_sorted(&self) -> bool {
        self.filter.is_some_and(|filter| filter.order.is_some())
    }

    /// The sites with a target or a figure by the as-of date, in file order.
    pub fn known_sites(&self) -> Vec<Id<Subject>> {
        let mut known = vec![false; self.dataset.subjects.len()];
        for id in self.known_targets() {
            known[self.dataset[id].subject.index()] = true;
        }
        for actual in self.dataset.actuals.iter().filter(|actual| actual.published.day <= self.query.as_of) {
            known[actual.subject.index()] = true;
        }
        let is_known_site = |id: &Id<Subject>| known[id.index()] && self.dataset[*id].kind == SubjectKind::Site;
        (0..self.dataset.subjects.len()).map(Id::new).filter(is_known_site).collect()
    }

    /// The target the Overview opens on: the dataset's lead if it is known, else the first known one.
    pub fn lead(&self) -> Option<Id<Target>> {
        self.dataset.lead.filter(|&id| self.is_known(id)).or_else(|| self.known_targets().next())
    }

    /// Whether a subject is what the whole dataset is about; its name is left out of labels then.
    pub fn is_whole(&self, subject: Id<Subject>) -> bool {
        self.dataset.index.whole == Some(subject)
    }

    /// The publisher of the first source of a figure; empty without sources.
    pub fn publisher(&self, actual: Id<Actual>) -> &'a str {
        let source = self.dataset[actual].sources.first();
        source.map_or("", |&source| self.text(&self.dataset[source].publisher))
    }

    /// A text with the name of its subject, unless that is the whole.
    pub fn with_subject(&self, subject: Id<Subject>, text: String) -> String {
        if self.is_whole(subject) { text } else { self.labelled(&text, self.text(&self.dataset[subject].name)) }
    }

    /// A text with the name of whose it is: "Capacity ≤70,000 · Kia Qazaqstan".
    pub fn labelled(&self, text: &str, name: &str) -> String {
        self.words.format("row-of", &[("subject", Arg::from(name)), ("promise", Arg::from(text))])
    }

    /// A text with its period: "171,442, 2025".
    pub fn with_period(&self, text: &str, period: &Period, form: TextForm) -> String {
        let period = Arg::from(self.words.period(period, form));
        self.words.format("figure-of-period", &[("quantity", Arg::from(text)), ("period", period)])
    }

    /// A column with a message as heading.
    pub fn column(&self, head: &str, align: Align, drop_priority: u8) -> TableColumn {
        TableColumn { head: self.label(head), align, drop_priority, is_flexible: false }
    }

    /// The message of a key with its shorter forms (`key.short`, `key.tight`) where there are any.
    pub fn label(&self, key: &str) -> Label {
        let shorter = ["short", "tight"].map(|form| format!("{key}.{form}"));
        let forms = shorter.iter().filter(|key| self.words.has(key)).map(|key| self.words.get(key));
        Label::forms(std::iter::once(self.words.get(key)).chain(forms))
    }

    /// The status before the last step in time, if the step changed it.
    pub fn previous_status(&self, target: Id<Target>) -> Option<Status> {
        let status = self.before?.verdict(self.dataset, target).status;
        (status != self.verdict(target).status).then_some(status)
    }

    /// Whether what became known on `day` is new since the last step in time.
    pub fn is_new(&self, day: NaiveDate) -> bool {
        self.before.is_some_and(|before| before.known() < day && day <= self.query.as_of)
    }

    /// The label with a "new" mark if `day` is new since the last step in time.
    pub fn marked_if_new(&self, label: Label, day: NaiveDate) -> Label {
        if !self.is_new(day) {
            return label;
        }
        let mark = self.words.get("changed-new");
        let marked = label.0.iter().map(|form| format!("{form} {mark}"));
        Label::forms(marked.chain(label.0.iter().cloned()).collect::<Vec<_>>())
    }
}

/// A label in the plain and the tight form of a text.
pub(in crate::page) fn plain_and_tight(text: impl FnMut(TextForm) -> String) -> Label {
    Label::forms([TextForm::Plain, TextForm::Tight].map(text))
}
