//! What was typed, held against texts: first for texts that contain it, then for texts that nearly do.

use std::ops::Range;

use nucleo_matcher::{Config, Matcher, Utf32Str};

use crate::page::search::fold::{FoldedText, LetterSet, fold, fold_with_offsets};

/// What was typed, folded, word by word. Every word has to be found.
pub struct Search {
    words: Vec<SearchWord>,
    matcher: Matcher,
}

struct SearchWord {
    text: String,
    letters: LetterSet,
    /// What it scores where it is found as it was typed, at the start of a word.
    max_score: u16,
}

/// How near a text has to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MatchKind {
    /// It contains the words as they were typed.
    Exact,
    /// The letters of each word follow each other in it, mostly side by side or at the starts of words.
    Fuzzy,
}

/// A word shorter than this is found exactly or not at all: its letters are everywhere.
const MIN_FUZZY_LENGTH: usize = 3;

impl Search {
    /// A search for what was typed.
    #[must_use]
    pub fn of(typed: &str) -> Self {
        let mut config = Config::DEFAULT;
        config.prefer_prefix = true;
        // Folding has done that.
        config.ignore_case = false;
        config.normalize = false;
        let mut matcher = Matcher::new(config);
        let word = |text: &str| {
            let max_score = score(&mut matcher, text, text, MatchKind::Exact).unwrap_or_default();
            SearchWord { text: text.to_owned(), letters: LetterSet::of(text), max_score }
        };
        let words = fold(typed).split_whitespace().map(word).collect();
        Self { words, matcher }
    }

    /// Whether more is found nearly than exactly.
    #[must_use]
    pub fn allows_fuzzy(&self) -> bool {
        self.words.iter().any(|word| word.text.len() >= MIN_FUZZY_LENGTH)
    }

    /// Whether anything was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// How well the texts, folded before, hold every word; none if they do not. More is better.
    #[must_use]
    pub fn score(&mut self, texts: &[FoldedText], near: MatchKind) -> Option<u32> {
        let mut sum = 0;
        for SearchWord { text: word, letters, max_score } in &self.words {
            let near = if word.len() < MIN_FUZZY_LENGTH { MatchKind::Exact } else { near };
            let texts = texts.iter().filter(|text| text.may_contain(*letters));
            let scores = texts.filter_map(|text| score(&mut self.matcher, text.text(), word, near));
            let found = scores.max()?;
            // Letters that lie all over a text are no find.
            if near == MatchKind::Fuzzy && u32::from(found) * 10 < u32::from(*max_score) * 7 {
                return None;
            }
            sum += u32::from(found);
        }
        Some(sum)
    }
}

/// Where in a text what was typed stands, as bytes; nothing for words that only nearly stand there.
#[must_use]
pub fn hits(typed: &str, text: &str) -> Vec<Range<usize>> {
    let (folded, from) = fold_with_offsets(text);
    let byte = |at: usize| from.get(at).copied().unwrap_or(text.len());
    let found = |word: &str| {
        let at = folded.find(word)?;
        // A letter that became two is marked whole.
        let last = byte(at + word.len() - 1);
        let end = text[last..].chars().next().map_or(text.len(), |letter| last + letter.len_utf8());
        Some(byte(at)..end)
    };
    fold(typed).split_whitespace().filter_map(found).collect()
}

fn score(matcher: &mut Matcher, text: &str, word: &str, near: MatchKind) -> Option<u16> {
    let (text, word) = (Utf32Str::Ascii(text.as_bytes()), Utf32Str::Ascii(word.as_bytes()));
    match near {
        MatchKind::Exact => matcher.substring_match(text, word),
        MatchKind::Fuzzy => matcher.fuzzy_match(text, word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(typed: &str, text: &str, near: MatchKind) -> bool {
        Search::of(typed).score(&[FoldedText::of(text)], near).is_some()
    }

    #[test]
    fn a_name_is_found_in_any_spelling() {
        for typed in ["kostanay", "костанай", "Қостанай", "KOSTANAI", "қостанай"] {
            for text in ["Kostanay", "Костанай", "Қостанай облысы"] {
                assert!(finds(typed, text, MatchKind::Exact), "{typed} {text}");
            }
        }
    }

    #[test]
    fn every_word_has_to_be_found_in_any_order() {
        assert!(finds("motors astana", "Astana Motors Manufacturing", MatchKind::Exact));
        assert!(!finds("motors almaty", "Astana Motors Manufacturing", MatchKind::Exact));
    }

    #[test]
    fn a_letter_left_out_is_forgiven_and_letters_all_over_are_not() {
        assert!(finds("kostnay", "Kostanay", MatchKind::Fuzzy));
        assert!(finds("sarykavto", "SaryarkaAvtoProm", MatchKind::Fuzzy));
        assert!(finds("astmot", "Astana Motors", MatchKind::Fuzzy));
        assert!(!finds("kostnay", "Kostanay", MatchKind::Exact));
        assert!(!finds("kia", "Kaskelen logistical", MatchKind::Fuzzy));
        assert!(!finds("motor", "Almaty region: common storage of rubber", MatchKind::Fuzzy));
    }

    #[test]
    fn what_was_found_is_marked_in_the_script_of_the_text() {
        let marked = |typed: &str, text: &'static str| -> Vec<&str> {
            hits(typed, text).into_iter().map(|range| &text[range]).collect()
        };
        assert_eq!(marked("kost", "г. Қостанай"), ["Қост"]);
        assert_eq!(marked("щ", "Borsh"), ["sh"]);
        assert_eq!(marked("s", "Борщ"), ["щ"]);
        assert_eq!(marked("motors astana", "Astana Motors"), ["Motors", "Astana"]);
        assert_eq!(marked("kostnay", "Kostanay"), Vec::<&str>::new());
        assert_eq!(marked("", "Kostanay"), Vec::<&str>::new());
    }

    #[test]
    fn short_words_are_found_exactly_or_not_at_all() {
        assert!(Search::of("kostnay").allows_fuzzy());
        assert!(!Search::of("k o").allows_fuzzy() && finds("k o", "Kostanay", MatchKind::Exact));
    }

    #[test]
    fn the_start_of_a_word_is_better_than_its_middle() {
        let score = |text: &str| Search::of("kia").score(&[FoldedText::of(text)], MatchKind::Exact);
        assert!(score("Kia Qazaqstan") > score("Nokian"));
    }
}
