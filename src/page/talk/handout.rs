//! The handout of a talk as plain data: its scenes for readers, with all sources. Not here: HTML and Markdown (`render`).

use crate::dataset::records::{Dataset, Id, LocalizedText, Source};
use crate::page::charts::alt_text;
use crate::page::i18n::{Arg, TextForm, Words, language_code};
use crate::page::model::{Mark, PanelBody, TextRun};
use crate::page::pages::chrome;
use crate::page::talk::citations::{self, Citations};
use crate::page::talk::scene::{SceneVerdict, TalkContext, TalkScene, scenes};

/// A handout.
#[derive(Debug, Clone, PartialEq)]
pub struct Handout {
    /// The code of its language: `kk`.
    pub language: String,
    /// The title of the dataset.
    pub title: String,
    /// The description of the dataset; may be empty.
    pub about: String,
    /// The as-of day in words.
    pub known: String,
    /// The scenes in order.
    pub parts: Vec<HandoutScene>,
    /// The text for a handout without scenes.
    pub empty: String,
    /// The cited sources, each once, in the order of the scenes.
    pub sources: Vec<HandoutSource>,
    /// Its headings.
    pub heads: HandoutHeadings,
}

/// The headings of a handout.
#[derive(Debug, Clone, PartialEq)]
pub struct HandoutHeadings {
    /// Of the list of scenes.
    pub contents: String,
    /// Of the notes of a scene.
    pub notes: String,
    /// Of the sources.
    pub sources: String,
}

/// A scene of a handout.
#[derive(Debug, Clone, PartialEq)]
pub struct HandoutScene {
    /// Its title.
    pub title: String,
    /// The as-of day in words; empty if it is that of the handout.
    pub day: String,
    /// Its sentence.
    pub sentence: Vec<TextRun>,
    /// The verdict of its target.
    pub verdict: Option<SceneVerdict>,
    /// Its picture.
    pub body: Option<PanelBody>,
    /// The marks of a map with their meanings, only those that occur.
    pub legend: Vec<(Mark, String)>,
    /// The alternative text of the picture.
    pub alt_text: String,
    /// The data of a chart as rows, the first with the headings: time, actual, and target if there is one.
    pub figures: Vec<Vec<String>>,
    /// Its sources.
    pub quoted: Vec<Attribution>,
    /// The speaker's notes; empty if they are omitted.
    pub notes: String,
}

/// The sources of the promises or of the reported figures of a scene.
#[derive(Debug, Clone, PartialEq)]
pub struct Attribution {
    /// Which of the two, in words.
    pub what: String,
    /// Publisher and date of each source, and its index in [`Handout::sources`].
    pub by: Vec<(String, usize)>,
}

/// A source.
#[derive(Debug, Clone, PartialEq)]
pub struct HandoutSource {
    /// Publisher and date, then the title, as sentences.
    pub text: String,
    /// Its URL.
    pub address: Option<String>,
}

/// Whether a handout has the speaker's notes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotesInclusion {
    /// With notes.
    Included,
    /// Without notes.
    Omitted,
}

/// The handout of the talk of a dataset.
pub fn handout(talk: &TalkContext<'_>, notes: NotesInclusion) -> Handout {
    let TalkContext { dataset, words, known, .. } = *talk;
    let text = |text: &LocalizedText| text.get(words.language()).to_owned();
    let as_of = words.format("handout-known", &[("day", Arg::from(words.date(known, TextForm::Long)))]);
    let end = chrome::record_end(words, dataset, known);
    let mut builder = HandoutBuilder { dataset, words, notes, sources: Vec::new() };
    Handout {
        language: language_code(words.language()).to_owned(),
        title: text(&dataset.title),
        about: text(&dataset.about),
        known: std::iter::once(as_of).chain(end).collect::<Vec<_>>().join(" · "),
        parts: scenes(talk).into_iter().map(|scene| builder.scene(scene)).collect(),
        empty: words.get("handout-empty"),
        sources: builder.sources.iter().map(|&id| builder.source(id)).collect(),
        heads: HandoutHeadings {
            contents: words.get("handout-contents"),
            notes: words.get("handout-notes"),
            sources: words.get("handout-sources"),
        },
    }
}

struct HandoutBuilder<'a> {
    dataset: &'a Dataset,
    words: &'a Words,
    notes: NotesInclusion,
    /// The sources cited so far.
    sources: Vec<Id<Source>>,
}

impl HandoutBuilder<'_> {
    fn scene(&mut self, scene: TalkScene) -> HandoutScene {
        let body = scene.body.as_ref();
        HandoutScene {
            legend: body.map(|body| legend(self.words, body)).unwrap_or_default(),
            alt_text: body.map(alt_text::alt_text).unwrap_or_default(),
            figures: body.map(alt_text::data_rows).unwrap_or_default(),
            title: scene.title,
            day: scene.day.long().to_owned(),
            sentence: scene.sentence,
            verdict: scene.verdict,
            body: scene.body,
            quoted: self.attributions(&scene.cited),
            notes: if self.notes == NotesInclusion::Included { scene.notes } else { String::new() },
        }
    }

    /// The sources of a scene; new ones are added to the list of all.
    fn attributions(&mut self, cited: &Citations) -> Vec<Attribution> {
        if cited.promised.is_empty() && cited.reported.is_empty() {
            let whole = || Attribution { what: self.words.get("handout-whole"), by: Vec::new() };
            return cited.whole_record.then(whole).into_iter().collect();
        }
        let both = [("handout-reported", &cited.reported), ("handout-promised", &cited.promised)];
        let cited = both.into_iter().filter(|(_, sources)| !sources.is_empty());
        cited.map(|(key, sources)| self.attribution(key, sources)).collect()
    }

    /// Sources in the order of their dates.
    fn attribution(&mut self, key: &str, sources: &[Id<Source>]) -> Attribution {
        let named = |id| citations::publisher_and_date(&self.dataset[id], self.words, TextForm::Plain);
        let by = citations::by_date(self.dataset, sources).into_iter().map(|id| (named(id), self.index(id))).collect();
        Attribution { what: self.words.get(key), by }
    }

    fn index(&mut self, id: Id<Source>) -> usize {
        self.sources.iter().position(|known| *known == id).unwrap_or_else(|| {
            self.sources.push(id);
            self.sources.len() - 1
        })
    }

    fn source(&self, id: Id<Source>) -> HandoutSource {
        let source = &self.dataset[id];
        let parts = [
            citations::publisher_and_date(source, self.words, TextForm::Long),
            source.title.get(self.words.language()).to_owned(),
        ];
        let as_sentence = |part: String| if part.ends_with(['.', '?', '!', '…']) { part } else { part + "." };
        let sentences: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).map(as_sentence).collect();
        HandoutSource { text: sentences.join(" "), address: source.url.as_ref().map(ToString::to_string) }
    }
}

/// The marks of a map with their meanings.
fn legend(words: &Words, body: &PanelBody) -> Vec<(Mark, String)> {
    const STATUSES: [(Mark, &str); 5] = [
        (Mark::Operating, "operating"),
        (Mark::Building, "under_construction"),
        (Mark::Planned, "planned"),
        (Mark::Closed, "closed"),
        (Mark::Unknown, "unknown"),
    ];
    let PanelBody::Map(map) = body else { return Vec::new() };
    let occurs = |(mark, _): &(Mark, &str)| map.places.iter().any(|place| place.mark == *mark);
    STATUSES.into_iter().filter(occurs).map(|(mark, status)| (mark, words.site_status(status))).collect()
}
