//! Lines as they are heard: signs before numbers as words, for who listens to a page instead of looking at it.

use super::Words;
use crate::compare::verdict::Badge;

/// Signs that a voice swallows or misreads before a number, and the message that says them.
const SIGNS: [(char, &str); 6] = [
    ('~', "said-about.long"),
    ('≈', "said-about.long"),
    ('>', "said-more-than.long"),
    ('<', "said-less-than.long"),
    ('≥', "said-at-least.long"),
    ('≤', "said-at-most.long"),
];

impl Words {
    /// The line as it is heard: "≥200,000" is "at least 200,000", "λ" what the mark means, "?" "nothing known".
    #[must_use]
    pub fn spoken(&self, line: &str) -> String {
        let mut said = String::with_capacity(line.len() + 16);
        let mut rest = line;
        while let Some(sign) = rest.chars().next() {
            let after = &rest[sign.len_utf8()..];
            let key = SIGNS.iter().find(|(known, _)| *known == sign).map(|(_, key)| *key);
            let number = number(after);
            let is_alone = said.is_empty() || said.ends_with(' ');
            let (words, taken) = match (key, sign) {
                (Some(key), _) if !number.is_empty() => {
                    let args = [("number", self.spoken(number).into()), ("unit", "".into())];
                    (self.say(key, &args).trim_end().to_owned(), number.len())
                }
                (_, '−') if number.starts_with(|sign: char| sign.is_ascii_digit()) => {
                    (self.say("plain-minus", &[("number", number.into())]), number.len())
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
    use crate::dataset::records::Language;

    #[test]
    fn signs_before_numbers_are_words_in_every_language() {
        let said = |language, line: &str| Words::new(language).spoken(line);
        assert_eq!(
            said(Language::En, "≥200,000 vehicles, gap −28,558, ~32 k."),
            "at least 200,000 vehicles, gap minus 28,558, about 32 k."
        );
        assert_eq!(said(Language::Ru, "≥200\u{a0}000"), "не менее 200\u{a0}000");
        assert_eq!(said(Language::Kk, ">60"), "60 астам");
    }

    #[test]
    fn what_is_no_sign_of_a_number_stays() {
        let said = |line: &str| Words::new(Language::En).spoken(line);
        assert_eq!(said("Why? a > b, 5–6, e-mail"), "Why? a > b, 5–6, e-mail");
        assert_eq!(said("2014: ?"), "2014: nothing known");
        assert_eq!(said("≥50% λ"), "at least 50% (restated)");
        assert_eq!(said("≥−140,000, ~KZT 4.5 trn"), "at least minus 140,000, about KZT 4.5 trn");
        assert_eq!(said(""), "");
    }
}
