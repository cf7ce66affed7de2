//! Matching of typed words against folded texts: exact or fuzzy, with a score.

use std::ops::Range;

use nucleo_matcher::{Config, Matcher, Utf32Str};

use crate::page::search::fold::{FoldedText, fold, fold_with_offsets};

/// A query: folded words, all of which must match.
pub struct Search {
    words: Vec<SearchWord>,
    matcher: Matcher,
}

struct SearchWord {
    text: String,
    /// Its score as an exact match at the start of a text.
    max_score: u16,
}

/// How words are matched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MatchKind {
    /// The text contains each word.
    Exact,
    /// The letters of each word occur in order, mostly adjacent or at the starts of words.
    Fuzzy,
}

/// Shorter words are matched exactly only, because their letters occur in order in almost any text.
const MIN_FUZZY_LENGTH: usize = 3;

/// A fuzzy match must reach this percentage of the score of an exact one; below it the letters are scattered.
const MIN_FUZZY_PERCENT: u32 = 70;

impl Search {
    /// A search for typed words.
    pub fn of(typed: &str) -> Self {
        let mut config = Config::DEFAULT;
        config.prefer_prefix = true;
        // Folding has already done this.
        config.ignore_case = false;
        config.normalize = false;
        let mut matcher = Matcher::new(config);
        let word = |text: &str| {
            let max_score = score(&mut matcher, text, text, MatchKind::Exact).unwrap_or_default();
            SearchWord { text: text.to_owned(), max_score }
        };
        let words = fold(typed).split_whitespace().map(word).collect();
        Self { words, matcher }
    }

    /// Whether a fuzzy match can find more than an exact one.
    pub fn allows_fuzzy(&self) -> bool {
        self.words.iter().any(|word| word.text.len() >= MIN_FUZZY_LENGTH)
    }

    /// Whether there are no words.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The score of the texts, higher is better; none unless every word matches one of them.
    pub fn score(&mut self, texts: &[FoldedText], kind: MatchKind) -> Option<u32> {
        let mut sum = 0;
        for SearchWord { text: word, max_score } in &self.words {
            let kind = if word.len() < MIN_FUZZY_LENGTH { MatchKind::Exact } else { kind };
            let scores = texts.iter().filter_map(|text| score(&mut self.matcher, text.text(), word, kind));
            let best = u32::from(scores.max()?);
            if kind == MatchKind::Fuzzy && best * 100 < u32::from(*max_score) * MIN_FUZZY_PERCENT {
                return None;
            }
            sum += best;
        }
        Some(sum)
    }
}

/// The byte ranges in `text` of the typed words that it contains exactly.
pub fn hits(typed: &str, text: &str) -> Vec<Range<usize>> {
    let (folded, offsets) = fold_with_offsets(text);
    let byte = |at: usize| offsets.get(at).copied().unwrap_or(text.len());
    let found = |word: &str| {
        let at = folded.find(word)?;
        // The range ends after a whole letter, also if the letter was folded to two.
        let last = byte(at + word.len() - 1);
        let end = text[last..].chars().next().map_or(text.len(), |letter| last + letter.len_utf8());
        Some(byte(at)..end)
    };
    fold(typed).split_whitespace().filter_map(found).collect()
}

fn score(matcher: &mut Matcher, text: &str, word: &str, kind: MatchKind) -> Option<u16> {
    let (text, word) = (Utf32Str::Ascii(text.as_bytes()), Utf32Str::Ascii(word.as_bytes()));
    match kind {
        MatchKind::Exact => matcher.substring_match(text, word),
        MatchKind::Fuzzy => matcher.fuzzy_match(text, word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(typed: &str, text: &str, kind: MatchKind) -> bool {
        Search::of(typed).score(&[FoldedText::of(text)], kind).is_some()
    }

    #[test]
    fn every_word_must_match_in_any_order() {
        assert!(finds("motors astana", "Astana Motors Manufacturing", MatchKind::Exact));
        assert!(!finds("motors almaty", "Astana Motors Manufacturing", MatchKind::Exact));
    }

    #[test]
    fn a_missing_letter_is_a_fuzzy_match_and_scattered_letters_are_none() {
        assert!(finds("kostnay", "Kostanay", MatchKind::Fuzzy));
        assert!(finds("sarykavto", "SaryarkaAvtoProm", MatchKind::Fuzzy));
        assert!(finds("astmot", "Astana Motors", MatchKind::Fuzzy));
        assert!(!finds("kostnay", "Kostanay", MatchKind::Exact));
        assert!(!finds("kia", "Kaskelen logistical", MatchKind::Fuzzy));
        assert!(!finds("motor", "Almaty region: common storage of rubber", MatchKind::Fuzzy));
    }

    #[test]
    fn hits_are_ranges_in_the_script_of_the_text() {
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
    fn short_words_match_exactly_only() {
        assert!(Search::of("kostnay").allows_fuzzy());
        let mut search = Search::of("k o");
        assert!(!search.allows_fuzzy());
        assert!(search.score(&[FoldedText::of("Kostanay")], MatchKind::Exact).is_some());
    }

    #[test]
    fn the_start_of_a_word_scores_higher_than_its_middle() {
        let score = |text: &str| Search::of("kia").score(&[FoldedText::of(text)], MatchKind::Exact);
        assert!(score("Kia Qazaqstan") > score("Nokian"));
    }
}
