//! The hand-out of a talk, as plain data: its scenes to be read at home, with everybody who says so.
//!
//! Here: every word of it. Not here: HTML, Markdown, pictures (`render`).

use crate::dataset::records::{Dataset, Id, Source as Record};
use crate::page::charts::alt_text;
use crate::page::i18n::{Arg, TextForm, Words, language_code};
use crate::page::model::page::PanelBody;
use crate::page::model::rich_text::{Mark, TextRun};
use crate::page::talk::{self, Citations, SceneVerdict, TalkContext, TalkScene, scenes};

/// A hand-out.
#[derive(Debug, Clone, PartialEq)]
pub struct Handout {
    /// The tag of its language: `kk`.
    pub language: String,
    /// What it is about.
    pub title: String,
    /// The same in a paragraph; may be empty.
    pub about: String,
    /// The day whose knowledge it shows, in words.
    pub known: String,
    /// The scenes in order.
    pub parts: Vec<HandoutScene>,
    /// What to say where there are none.
    pub empty: String,
    /// The publications that are quoted, each once, in the order of the scenes.
    pub sources: Vec<HandoutSource>,
    /// The headings around them.
    pub heads: HandoutHeadings,
}

/// The headings of a hand-out.
#[derive(Debug, Clone, PartialEq)]
pub struct HandoutHeadings {
    /// Over the list of scenes.
    pub contents: String,
    /// Over the notes of a scene.
    pub notes: String,
    /// Over the publications.
    pub sources: String,
}

/// A scene, to be read.
#[derive(Debug, Clone, PartialEq)]
pub struct HandoutScene {
    /// Its title.
    pub title: String,
    /// The day whose knowledge it shows, where that is another one; else empty.
    pub day: String,
    /// What it says.
    pub sentence: Vec<TextRun>,
    /// What became of the promise that it is about.
    pub verdict: Option<SceneVerdict>,
    /// Its picture.
    pub body: Option<PanelBody>,
    /// What the signs of a map mean, only those that occur.
    pub legend: Vec<(Mark, String)>,
    /// The picture in words, for whoever cannot see it.
    pub alt_text: String,
    /// The columns of a chart as rows, the first of heads: the time, what was reported, what was promised if anything was.
    pub figures: Vec<Vec<String>>,
    /// Who says so.
    pub quoted: Vec<Attribution>,
    /// What the speaker says besides; empty unless it was asked for.
    pub notes: String,
}

/// Who says what was promised, or what was reported.
#[derive(Debug, Clone, PartialEq)]
pub struct Attribution {
    /// Which of both.
    pub what: String,
    /// The publications: who and when, and the place among all that are quoted.
    pub by: Vec<(String, usize)>,
}

/// A publication.
#[derive(Debug, Clone, PartialEq)]
pub struct HandoutSource {
    /// Publisher and date, then the title: sentences.
    pub text: String,
    /// Where it can be read.
    pub address: Option<String>,
}

/// Whether the speaker's notes are handed out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotesInclusion {
    /// They are.
    Included,
    /// They are the speaker's own.
    Omitted,
}

/// The hand-out of the talk of a dataset.
#[must_use]
pub fn handout(material: &TalkContext<'_>, notes: NotesInclusion) -> Handout {
    let TalkContext { dataset, words, known, .. } = *material;
    let text = |text: &crate::dataset::records::LocalizedText| text.get(words.language()).to_owned();
    let mut quoted: Vec<Id<Record>> = Vec::new();
    let scenes = scenes(material);
    let parts = scenes.into_iter().map(|scene| part((dataset, words), scene, notes, &mut quoted)).collect();
    Handout {
        language: language_code(words.language()).to_owned(),
        title: text(&dataset.title),
        about: text(&dataset.about),
        known: words.format("handout-known", &[("day", Arg::from(words.date(known, TextForm::Long)))]),
        parts,
        empty: words.get("handout-empty"),
        sources: quoted.into_iter().map(|id| source(dataset, words, id)).collect(),
        heads: HandoutHeadings {
            contents: words.get("handout-contents"),
            notes: words.get("handout-notes"),
            sources: words.get("handout-sources"),
        },
    }
}

fn part(
    (dataset, words): (&Dataset, &Words),
    scene: TalkScene,
    notes: NotesInclusion,
    quoted: &mut Vec<Id<Record>>,
) -> HandoutScene {
    let described = scene.body.as_ref().map(alt_text::alt_text).unwrap_or_default();
    let by = attributions((dataset, words), &scene.cited, quoted);
    let talk::TalkScene { title, day, sentence, verdict, body, notes: spoken, .. } = scene;
    HandoutScene {
        title,
        day: day.long().to_owned(),
        sentence,
        verdict,
        legend: body.as_ref().map(|body| legend(words, body)).unwrap_or_default(),
        figures: body.as_ref().map(alt_text::data_rows).unwrap_or_default(),
        body,
        alt_text: described,
        quoted: by,
        notes: if notes == NotesInclusion::Included { spoken } else { String::new() },
    }
}

/// What the signs of a map mean.
fn legend(words: &Words, body: &PanelBody) -> Vec<(Mark, String)> {
    const STATUSES: [(Mark, &str); 5] = [
        (Mark::Operating, "operating"),
        (Mark::Building, "under_construction"),
        (Mark::Planned, "planned"),
        (Mark::Closed, "closed"),
        (Mark::Unknown, "unknown"),
    ];
    let PanelBody::Map(map) = body else { return Vec::new() };
    let is_there = |(mark, _): &(Mark, &str)| map.places.iter().any(|place| place.mark == *mark);
    STATUSES.into_iter().filter(is_there).map(|(mark, word)| (mark, words.site_status(word))).collect()
}

/// Who says so; what was not quoted before joins the list of all.
fn attributions(
    (dataset, words): (&Dataset, &Words),
    cited: &Citations,
    all: &mut Vec<Id<Record>>,
) -> Vec<Attribution> {
    if cited.promised.is_empty() && cited.reported.is_empty() {
        let whole = || Attribution { what: words.get("handout-whole"), by: Vec::new() };
        return cited.whole.then(whole).into_iter().collect();
    }
    let mut place = |id: Id<Record>| {
        all.iter().position(|known| *known == id).unwrap_or_else(|| {
            all.push(id);
            all.len() - 1
        })
    };
    let mut one = |key: &str, sources: &[Id<Record>]| {
        let mut sources = sources.to_vec();
        sources.sort_by_key(|&source| dataset[source].published.map(|published| published.day));
        let by: Vec<_> = sources.into_iter().map(|id| (publisher_and_date(dataset, words, id), place(id))).collect();
        (!by.is_empty()).then(|| Attribution { what: words.get(key), by })
    };
    let both = [one("handout-reported", &cited.reported), one("handout-promised", &cited.promised)];
    both.into_iter().flatten().collect()
}

/// Who and when: "Kazinform, 23 Feb 2026".
fn publisher_and_date(dataset: &Dataset, words: &Words, id: Id<Record>) -> String {
    let source = &dataset[id];
    let publisher = source.publisher.get(words.language());
    match source.published {
        Some(day) => format!("{publisher}, {}", words.stamp(day, TextForm::Plain)),
        None => publisher.to_owned(),
    }
}

fn source(dataset: &Dataset, words: &Words, id: Id<Record>) -> HandoutSource {
    let source = &dataset[id];
    let [publisher, title] = [&source.publisher, &source.title].map(|text| text.get(words.language()));
    let date = source.published.map(|stamp| words.stamp(stamp, TextForm::Long)).unwrap_or_default();
    let who = [publisher, &date].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let parts = [who.as_str(), title].into_iter().filter(|part| !part.is_empty());
    let ended = |part: &str| if part.ends_with(['.', '?', '!', '…']) { part.to_owned() } else { format!("{part}.") };
    HandoutSource {
        text: parts.map(ended).collect::<Vec<_>>().join(" "),
        address: source.url.as_ref().map(ToString::to_string),
    }
}
