//! Lines for screen readers: signs and abbreviations become words.

use crate::compare::verdict::types::Badge;
use crate::dataset::records::Language;
use crate::page::i18n::words::{Words, capitalized};

/// Signs before numbers that screen readers skip or misread, and the messages that replace them.
const SIGNS: [(char, &str); 6] = [
    ('~', "said-about.long"),
    ('≈', "said-about.long"),
    ('>', "said-more-than.long"),
    ('<', "said-less-than.long"),
    ('≥', "said-at-least.long"),
    ('≤', "said-at-most.long"),
];

/// The messages of abbreviated scales and of their words after a number.
const SCALES: [(&str, &str); 4] = [
    ("scale-thousand.short", "heard-thousand"),
    ("scale-million.short", "heard-million"),
    ("scale-billion.short", "heard-billion"),
    ("scale-trillion.short", "heard-trillion"),
];

impl Words {
    /// A line as a sentence for a screen reader: "≥90 k, Jan 2025" is "At least 90 thousand, January 2025".
    pub fn spoken_line(&self, line: &str) -> String {
        let line = line.trim_start_matches(['‹', ' ']).replace(" ‹", ",");
        let spoken = self.spell_out_signs(&self.expand_abbreviations(&line));
        let word = spoken.split([' ', ',', ':']).next().unwrap_or_default().trim_end_matches('.');
        let is_address = word.contains(['.', '/']);
        if is_address || spoken.starts_with(|letter| ('α'..='ω').contains(&letter)) {
            spoken
        } else {
            capitalized(&spoken)
        }
    }

    /// Months and scales in full: "Jan–Nov 2025" is "January–November 2025", "90 k" is "90 thousand".
    fn expand_abbreviations(&self, line: &str) -> String {
        let mut spoken = String::with_capacity(line.len() + 16);
        let mut rest = line;
        while let Some(letter) = rest.chars().next() {
            let is_word_start = letter.is_alphabetic() && !spoken.ends_with(char::is_alphanumeric);
            let long_form = if is_word_start { self.long_form(&spoken, rest) } else { None };
            let Some((long, length)) = long_form else {
                spoken.push(letter);
                rest = &rest[letter.len_utf8()..];
                continue;
            };
            let (short, after) = rest.split_at(length);
            spoken.push_str(&long);
            // The full stop of an abbreviation may also have ended a sentence.
            let next = after.strip_prefix(' ').and_then(|after| after.chars().next());
            if short.ends_with('.') && next.is_some_and(char::is_uppercase) {
                spoken.push('.');
            }
            rest = after;
        }
        spoken
    }

    /// The long form of an abbreviation at the start of `rest`, and the length of the abbreviation in bytes.
    fn long_form(&self, before: &str, rest: &str) -> Option<(String, usize)> {
        let after_word = |short: &str| {
            let after = rest.strip_prefix(short).filter(|_| !short.is_empty())?;
            (!after.starts_with(char::is_alphanumeric)).then_some(after)
        };
        let number = before.strip_suffix([' ', '\u{a0}', '\u{202f}']).unwrap_or_default();
        let follows_number = number.ends_with(|letter: char| letter.is_ascii_digit());
        if follows_number {
            let scale = SCALES.iter().find_map(|(short, long)| {
                let short = self.get(short);
                after_word(&short).map(|_| (self.format(long, &[("count", last_count(number).into())]), short.len()))
            });
            if scale.is_some() {
                return scale;
            }
        }
        (1..=12).find_map(|month| {
            let shorts = [self.get(&format!("month-{month}.short-of")), self.get(&format!("month-{month}.short"))];
            let (short, after) = shorts.iter().find_map(|short| Some((short, after_word(short)?)))?;
            let before_year = after.trim_start().starts_with(|letter: char| letter.is_ascii_digit());
            let in_range = after.starts_with('–') || before.ends_with('–');
            if !(follows_number || before_year || in_range || before.ends_with("ж. ")) {
                return None;
            }
            let case = if follows_number && self.language != Language::Kk { ".of" } else { "" };
            Some((self.get(&format!("month-{month}{case}")), short.len()))
        })
    }

    /// Signs as words: "≥200,000" is "at least 200,000", "λ" the name of the badge, "?" "nothing known".
    fn spell_out_signs(&self, line: &str) -> String {
        let mut spoken = String::with_capacity(line.len() + 16);
        let mut rest = line;
        while let Some(sign) = rest.chars().next() {
            let after = &rest[sign.len_utf8()..];
            let key = SIGNS.iter().find(|(known, _)| *known == sign).map(|(_, key)| *key);
            let number = leading_number(after);
            let is_alone = spoken.is_empty() || spoken.ends_with(' ');
            let (words, taken) = match (key, sign) {
                (Some(key), _) if !number.is_empty() => {
                    let args = [("number", self.spell_out_signs(number).into()), ("unit", "".into())];
                    (self.format(key, &args).trim_end().to_owned(), number.len())
                }
                (_, '−') if number.starts_with(|letter: char| letter.is_ascii_digit()) => {
                    (self.format("plain-minus", &[("number", number.into())]), number.len())
                }
                (_, '?') if is_alone && !after.starts_with(char::is_alphanumeric) => (self.get("plain-unknown"), 0),
                _ => match self.leading_badge(rest).filter(|_| is_alone) {
                    Some((badge, length)) => (badge, length - sign.len_utf8()),
                    None => (sign.to_string(), 0),
                },
            };
            spoken.push_str(&words);
            rest = &after[taken..];
        }
        spoken
    }

    /// The name of the badge whose mark is the first word of a text, and the length of the mark in bytes.
    fn leading_badge(&self, text: &str) -> Option<(String, usize)> {
        Badge::ALL.into_iter().find_map(|badge| {
            let mark = self.badge_mark(badge);
            let after = text.strip_prefix(mark.as_str())?;
            let is_sign = !mark.is_empty() && mark.chars().all(|letter| !letter.is_ascii());
            let is_word = after.is_empty() || after.starts_with([' ', '.']);
            (is_sign && is_word).then(|| (format!("({})", self.badge(badge)), mark.len()))
        })
    }
}

/// The number at the end of a text, for the plural of the word after it: 2 if it is not whole.
fn last_count(text: &str) -> u32 {
    let is_part = |sign: char| sign.is_ascii_digit() || matches!(sign, ',' | '.');
    let number = text.rsplit(|sign| !is_part(sign)).next().unwrap_or_default();
    number.parse().unwrap_or(2)
}

/// The number at the start of a text with its minus, currency and grouping; empty if there is none.
fn leading_number(text: &str) -> &str {
    let inside = |sign: char| sign.is_ascii_digit() || matches!(sign, ',' | '.' | '\u{a0}' | '\u{202f}' | '\u{2009}');
    let before: usize = text.chars().take_while(|sign| !sign.is_ascii_digit()).map(char::len_utf8).sum();
    let (start, figures) = text.split_at(before);
    let is_start = |start: &str| {
        let start = start.trim_start_matches('−').trim_end_matches([' ', '\u{a0}']);
        start.chars().count() <= 3 && start.chars().all(|sign| sign.is_uppercase() || "$€₸₽¥".contains(sign))
    };
    if figures.is_empty() || !is_start(start) {
        return "";
    }
    let end = figures.find(|sign| !inside(sign)).map_or(text.len(), |end| before + end);
    text[..end].trim_end_matches(|sign: char| !sign.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_are_spoken_in_full() {
        let spoken = |language, line: &str| Words::new(language).spoken_line(line);
        assert_eq!(spoken(Language::En, "90 k capacity. Jan–Nov 2025"), "90 thousand capacity. January–November 2025");
        assert_eq!(spoken(Language::En, "200 m, 23 Feb 2026"), "200 million, 23 February 2026");
        assert_eq!(spoken(Language::Ru, "90\u{a0}тыс. Срок: 23 февр. 2026"), "90\u{a0}тысяч. Срок: 23 февраля 2026");
        assert_eq!(spoken(Language::Ru, "1,7 трлн, янв.–нояб. 2025"), "1,7 триллиона, январь–ноябрь 2025");
        assert_eq!(spoken(Language::Kk, "2025 ж. шіл. Мәні: 5 млн"), "2025 ж. шілде. Мәні: 5 миллион");
    }

    #[test]
    fn a_spoken_line_is_a_sentence_but_an_address_keeps_its_case() {
        let spoken = |line: &str| Words::new(Language::En).spoken_line(line);
        assert_eq!(spoken("known 22 Nov 2026."), "Known 22 November 2026.");
        assert_eq!(spoken("Verdict: not yet due ‹ was no data"), "Verdict: not yet due, was no data");
        assert_eq!(spoken("oz.inform.kz. Press"), "oz.inform.kz. Press");
    }

    #[test]
    fn signs_before_numbers_are_spoken_in_every_language() {
        let spoken = |language, line: &str| Words::new(language).spell_out_signs(line);
        assert_eq!(
            spoken(Language::En, "≥200,000 vehicles, gap −28,558, ~32 k."),
            "at least 200,000 vehicles, gap minus 28,558, about 32 k."
        );
        assert_eq!(spoken(Language::Ru, "≥200\u{a0}000"), "не менее 200\u{a0}000");
        assert_eq!(spoken(Language::Kk, ">60"), "60 астам");
    }

    #[test]
    fn other_signs_stay() {
        let spoken = |line: &str| Words::new(Language::En).spell_out_signs(line);
        assert_eq!(spoken("Why? a > b, 5–6, e-mail"), "Why? a > b, 5–6, e-mail");
        assert_eq!(spoken("2014: ?"), "2014: nothing known");
        assert_eq!(spoken("≥50% λ"), "at least 50% (restated)");
        assert_eq!(spoken("≥−140,000, ~KZT 4.5 trn"), "at least minus 140,000, about KZT 4.5 trn");
        assert_eq!(spoken(""), "");
    }
}
