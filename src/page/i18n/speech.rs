//! Lines as they are heard: signs before numbers as words, for who listens to a page instead of looking at it.

use crate::compare::verdict::types::Badge;
use crate::dataset::records::Language;
use crate::page::i18n::words::Words;

/// Signs that a voice swallows or misreads before a number, and the message that says them.
const SIGNS: [(char, &str); 6] = [
    ('~', "said-about.long"),
    ('≈', "said-about.long"),
    ('>', "said-more-than.long"),
    ('<', "said-less-than.long"),
    ('≥', "said-at-least.long"),
    ('≤', "said-at-most.long"),
];

/// Scales, by the messages that shorten them and those that say them in full after a number.
const SCALES: [(&str, &str); 4] = [
    ("scale-thousand.short", "heard-thousand"),
    ("scale-million.short", "heard-million"),
    ("scale-billion.short", "heard-billion"),
    ("scale-trillion.short", "heard-trillion"),
];

impl Words {
    /// A line of its own as it is heard: a sentence, without signs and without what is shortened for the eye.
    #[must_use]
    pub fn spoken_line(&self, line: &str) -> String {
        let line = line.trim_start_matches(['‹', ' ']).replace(" ‹", ",");
        let said = self.with_spoken_signs(&self.in_full(&line));
        let word = said.split([' ', ',', ':']).next().unwrap_or_default().trim_end_matches('.');
        let mut letters = said.chars();
        match letters.next() {
            Some(first) if !word.contains(['.', '/']) && !('α'..='ω').contains(&first) => {
                first.to_uppercase().chain(letters).collect()
            }
            _ => said,
        }
    }

    /// Months and scales in full: "Jan–Nov 2025" is "January–November 2025", "90 k" is "90 thousand".
    fn in_full(&self, line: &str) -> String {
        let mut said = String::with_capacity(line.len() + 16);
        let mut rest = line;
        while let Some(sign) = rest.chars().next() {
            let is_start = sign.is_alphabetic() && !said.ends_with(char::is_alphanumeric);
            if let Some((long, length)) = if is_start { self.long_form(&said, rest) } else { None } {
                let (short, after) = rest.split_at(length);
                said.push_str(&long);
                // The stop of what was shortened may have been that of a sentence too.
                let next = after.strip_prefix(' ').and_then(|after| after.chars().next());
                if short.ends_with('.') && next.is_some_and(char::is_uppercase) {
                    said.push('.');
                }
                rest = after;
            } else {
                said.push(sign);
                rest = &rest[sign.len_utf8()..];
            }
        }
        said
    }

    /// What stands at the start of `rest` after `before`, in full, and how long it is.
    fn long_form(&self, before: &str, rest: &str) -> Option<(String, usize)> {
        let stands = |short: &str| {
            let after = rest.strip_prefix(short).filter(|_| !short.is_empty())?;
            (!after.starts_with(char::is_alphanumeric)).then_some(after)
        };
        let number = before.strip_suffix([' ', '\u{a0}', '\u{202f}']).unwrap_or_default();
        let counts = number.ends_with(|sign: char| sign.is_ascii_digit());
        if counts {
            let found = SCALES.iter().find_map(|(short, long)| {
                let short = self.get(short);
                stands(&short).map(|_| (self.format(long, &[("count", last_count(number).into())]), short.len()))
            });
            if found.is_some() {
                return found;
            }
        }
        (1..=12).find_map(|month| {
            let shorts = [self.get(&format!("month-{month}.short-of")), self.get(&format!("month-{month}.short"))];
            let (short, after) = shorts.iter().find_map(|short| Some((short, stands(short)?)))?;
            let year = after.trim_start().starts_with(|sign: char| sign.is_ascii_digit());
            if !(counts || year || after.starts_with('–') || before.ends_with('–') || before.ends_with("ж. ")) {
                return None;
            }
            let is_of_a_day = counts && self.language() != Language::Kk;
            let case = if is_of_a_day { ".of" } else { "" };
            Some((self.get(&format!("month-{month}{case}")), short.len()))
        })
    }

    /// The line as it is heard: "≥200,000" is "at least 200,000", "λ" what the mark means, "?" "nothing known".
    #[must_use]
    pub fn with_spoken_signs(&self, line: &str) -> String {
        let mut said = String::with_capacity(line.len() + 16);
        let mut rest = line;
        while let Some(sign) = rest.chars().next() {
            let after = &rest[sign.len_utf8()..];
            let key = SIGNS.iter().find(|(known, _)| *known == sign).map(|(_, key)| *key);
            let number = number(after);
            let is_alone = said.is_empty() || said.ends_with(' ');
            let (words, taken) = match (key, sign) {
                (Some(key), _) if !number.is_empty() => {
                    let args = [("number", self.with_spoken_signs(number).into()), ("unit", "".into())];
                    (self.format(key, &args).trim_end().to_owned(), number.len())
                }
                (_, '−') if number.starts_with(|sign: char| sign.is_ascii_digit()) => {
                    (self.format("plain-minus", &[("number", number.into())]), number.len())
                }
                (_, '?') if is_alone && after.chars().next().is_none_or(|next| !next.is_alphanumeric()) => {
                    (self.get("plain-unknown"), 0)
                }
                _ if is_alone && self.mark_at(rest).is_some() => {
                    let (badge, mark) = self.mark_at(rest).unwrap_or_default();
                    (badge, mark - sign.len_utf8())
                }
                _ => (sign.to_string(), 0),
            };
            said.push_str(&words);
            rest = &after[taken..];
        }
        said
    }
    /// What the badge means whose mark stands alone at the start of a text, and how long the mark is.
    fn mark_at(&self, text: &str) -> Option<(String, usize)> {
        let stands = |mark: &str| {
            let rest = text.strip_prefix(mark).filter(|_| !mark.is_empty())?;
            rest.chars().next().is_none_or(|next| next == ' ' || next == '.').then_some(mark.len())
        };
        let signs = |mark: &String| mark.chars().all(|sign| !sign.is_ascii());
        let found = Badge::ALL.into_iter().filter(|badge| signs(&self.badge_mark(*badge)));
        let mut found = found.filter_map(|badge| Some((badge, stands(&self.badge_mark(badge))?)));
        found.next().map(|(badge, length)| (format!("({})", self.badge(badge)), length))
    }
}

/// How many the number at the end of a text counts, for the word after it: a few for a part.
fn last_count(text: &str) -> u32 {
    let is_part = |sign: char| sign.is_ascii_digit() || matches!(sign, ',' | '.');
    let number = text.rsplit(|sign| !is_part(sign)).next().unwrap_or_default();
    number.parse().unwrap_or(2)
}

/// The number at the start of a text: a minus, a currency, figures, and what groups them.
fn number(text: &str) -> &str {
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
    fn what_is_shortened_for_the_eye_is_heard_in_full() {
        let heard = |language, line: &str| Words::new(language).spoken_line(line);
        assert_eq!(heard(Language::En, "90 k capacity. Jan–Nov 2025"), "90 thousand capacity. January–November 2025");
        assert_eq!(heard(Language::En, "200 m, 23 Feb 2026"), "200 million, 23 February 2026");
        assert_eq!(heard(Language::Ru, "90\u{a0}тыс. Срок: 23 февр. 2026"), "90\u{a0}тысяч. Срок: 23 февраля 2026");
        assert_eq!(heard(Language::Ru, "1,7 трлн, янв.–нояб. 2025"), "1,7 триллиона, январь–ноябрь 2025");
        assert_eq!(heard(Language::Kk, "2025 ж. шіл. Мәні: 5 млн"), "2025 ж. шілде. Мәні: 5 миллион");
    }

    #[test]
    fn a_line_is_a_sentence_and_a_change_no_sign() {
        let heard = |line: &str| Words::new(Language::En).spoken_line(line);
        assert_eq!(heard("known 22 Nov 2026."), "Known 22 November 2026.");
        assert_eq!(heard("Verdict: not yet due ‹ was no data"), "Verdict: not yet due, was no data");
        assert_eq!(heard("oz.inform.kz. Press"), "oz.inform.kz. Press");
    }

    #[test]
    fn signs_before_numbers_are_words_in_every_language() {
        let said = |language, line: &str| Words::new(language).with_spoken_signs(line);
        assert_eq!(
            said(Language::En, "≥200,000 vehicles, gap −28,558, ~32 k."),
            "at least 200,000 vehicles, gap minus 28,558, about 32 k."
        );
        assert_eq!(said(Language::Ru, "≥200\u{a0}000"), "не менее 200\u{a0}000");
        assert_eq!(said(Language::Kk, ">60"), "60 астам");
    }

    #[test]
    fn what_is_no_sign_of_a_number_stays() {
        let said = |line: &str| Words::new(Language::En).with_spoken_signs(line);
        assert_eq!(said("Why? a > b, 5–6, e-mail"), "Why? a > b, 5–6, e-mail");
        assert_eq!(said("2014: ?"), "2014: nothing known");
        assert_eq!(said("≥50% λ"), "at least 50% (restated)");
        assert_eq!(said("≥−140,000, ~KZT 4.5 trn"), "at least minus 140,000, about KZT 4.5 trn");
        assert_eq!(said(""), "");
    }
}
