//! Tests of words: the three language files agree with each other and with the code; numbers, dates and sentences are
//! correct in each language.

mod arithmetic;
mod dates;
mod equations;
mod figures;
mod files;
mod names;
mod pages;
mod printed_steps;
mod random_targets;
mod recompute;
mod sentences;

use planfact::dataset::records::Language;
use planfact::page::i18n::Words;

const ALL: [Language; 3] = [Language::En, Language::Ru, Language::Kk];

/// The words of English, Russian and Kazakh.
fn all() -> [Words; 3] {
    ALL.map(Words::new)
}
