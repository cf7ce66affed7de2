//! Tests of the talk: story, screens, keys, notes, handout, recording.

mod check;
mod giving;
mod handout;
mod notes;
pub(crate) mod recording;
mod screens;
pub(crate) mod speaker;
mod story;

use chrono::NaiveDate;
use planfact::dataset;
use planfact::dataset::outline::Outline;
use planfact::dataset::records::Language;
use planfact::page::i18n::Words;
use planfact::page::talk::{TalkContext, TalkScene, scenes};

pub(crate) const ALL: [Language; 3] = [Language::En, Language::Ru, Language::Kk];

/// The scenes of a dataset as of a day in November 2026.
pub(crate) fn scenes_of(text: &str, language: Language) -> Vec<TalkScene> {
    scenes_as_of(text, language, NaiveDate::from_ymd_opt(2026, 11, 22).unwrap())
}

pub(crate) fn scenes_as_of(text: &str, language: Language, known: NaiveDate) -> Vec<TalkScene> {
    let dataset = dataset::load(text).unwrap();
    let words = Words::new(language).with_dataset_names(&dataset.words);
    let outline = Outline::read(include_str!("../../assets/kazakhstan-outline.json")).unwrap();
    scenes(&TalkContext { dataset: &dataset, words: &words, outline: &outline, known })
}

/// The sentence of a scene with plain spaces.
pub(crate) fn sentence_of(scene: &TalkScene) -> String {
    scene.sentence.iter().map(|run| run.text.replace('\u{a0}', " ")).collect()
}
