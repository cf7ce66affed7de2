//! A folded text with what tells quickly that a word is not in it: most texts do not hold what was typed.
//!
//! Nothing here decides that a word is found. What is ruled out here the matcher would not have found.

use super::fold::fold;

/// A text folded, to be looked through again and again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folded {
    text: String,
    letters: Letters,
}

/// Which letters there are in a text, roughly: some share a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Letters(u64);

/// What the matcher counts at most: for a letter, for one that leads or stands beside the letter before it, for the first
/// letter at the start of the text.
const LETTER: u32 = 16;
const LEADING: u32 = 10;
const EARLY: u32 = 8;
/// What a gap costs, and what each further byte of it does.
const GAP: u32 = 3;
const WIDER: u32 = 1;
/// A longer word is left to the matcher.
const LONGEST: usize = 24;

impl Folded {
    /// A text, folded.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let text = fold(text);
        Self { letters: Letters::of(&text), text }
    }

    /// What it was folded to.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether it may hold a word of these letters, side by side or not.
    pub(super) fn may_hold(&self, word: Letters) -> bool {
        word.0 & !self.letters.0 == 0
    }

    /// The most that a word can score whose letters follow each other in it; nothing if they do not.
    pub(super) fn most(&self, word: &str) -> u32 {
        let word = word.as_bytes();
        let Some(last) = word.len().checked_sub(1).filter(|last| *last < LONGEST) else { return u32::MAX };
        // One more than what the word scores up to each of its letters, if that is the byte before, or further back.
        let (mut beside, mut apart) = ([0; LONGEST], [0; LONGEST]);
        let (mut most, mut before) = (0, b' ');
        for (place, byte) in (0_u32..).zip(self.text.bytes()) {
            let bonus = if leads(before, byte) { LEADING } else { 0 };
            for at in (0..=last).rev() {
                let now = match at.checked_sub(1) {
                    _ if word[at] != byte => 0,
                    None => 1 + LETTER + 2 * bonus + EARLY.saturating_sub(place / 2),
                    Some(one) => plus(beside[one], LETTER + LEADING).max(plus(apart[one], LETTER + bonus)),
                };
                apart[at] = less(apart[at], WIDER).max(less(beside[at], GAP));
                beside[at] = now;
            }
            most = beside[last].max(most);
            before = byte;
        }
        most.saturating_sub(1)
    }
}

/// Whether a match counts more for a byte: at the start of a word, a digit after others, a sign.
fn leads(before: u8, byte: u8) -> bool {
    let is_start = !before.is_ascii_alphanumeric() || !byte.is_ascii_alphanumeric();
    is_start || byte.is_ascii_digit() && !before.is_ascii_digit()
}

/// More than a score, if there is one.
fn plus(score: u32, more: u32) -> u32 {
    if score > 0 { score + more } else { 0 }
}

/// Less than a score, which costs never take away.
fn less(score: u32, cost: u32) -> u32 {
    score.saturating_sub(cost).max(u32::from(score > 0))
}

impl Letters {
    /// The letters of a folded text.
    pub(super) fn of(folded: &str) -> Self {
        Self(folded.bytes().fold(0, |letters, byte| letters | 1 << (byte % 64)))
    }
}

#[cfg(test)]
mod tests {
    use super::{Folded, Letters, fold};

    #[test]
    fn a_text_may_hold_only_words_of_its_letters() {
        let text = Folded::of("Qostanai 2025: жылына 200\u{a0}000");
        for (word, may) in [("kost", true), ("жыл", true), ("5002", true), (": ", true), ("kostv", false), ("?", false)]
        {
            assert_eq!(text.may_hold(Letters::of(&fold(word))), may, "{word}");
        }
    }

    #[test]
    fn letters_that_lie_inside_of_words_cannot_score_what_starts_of_words_do() {
        let most = |text: &str| Folded::of(text).most("kia");
        assert!(most("Kia Qazaqstan") > most("common stock: a list"));
        assert!(most("a list of what takes in all") < 60);
        assert_eq!(most("Astana"), 0);
    }
}
