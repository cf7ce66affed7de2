//! Russian and Kazakh keyboard layouts: the character that the same key types on a Latin layout.
//!
//! `й` is on the key of `q`. Some characters are on different keys of the two layouts; the language of the program decides
//! which layout is meant.

use crate::dataset::records::Language;

/// Characters of keys, and the characters of the same keys on a Latin layout.
type KeyRows = [(&'static str, &'static str)];

/// Keys that do not differ between the layouts; without Shift, then with it.
const COMMON: &KeyRows = &[
    ("йцукенгшщзхъ", "qwertyuiop[]"),
    ("ЙЦУКЕНГШЩЗХЪ", "QWERTYUIOP{}"),
    ("фывапролджэ", "asdfghjkl;'"),
    ("ФЫВАПРОЛДЖЭ", "ASDFGHJKL:\""),
    ("ячсмитьбю", "zxcvbnm,."),
    ("ЯЧСМИТЬБЮ", "ZXCVBNM<>"),
    // Digit row of the Kazakh layout.
    ("әіңғүұқөһ", "2345890-="),
    ("!ӘІҢҒҮҰҚӨҺ", "!@#$%*()_+"),
    ("ё", "`"),
    ("Ё", "~"),
];
/// Kazakh layout: digit row without and with Shift, and the key left of the right Shift.
const KAZAKH: &KeyRows = &[("\",.", "167"), (";:", "^&"), ("№", "/")];
/// Russian layout: digit row with Shift, and the key left of the right Shift without and with Shift.
const RUSSIAN: &KeyRows = &[("\"№;:?", "@#$^&"), (".", "/"), (",", "?")];

/// The Latin character on the key of `ch`; none if it is the same or unknown.
pub(super) fn to_latin(ch: char, language: Language) -> Option<char> {
    COMMON.iter().chain(layout_of(language)).find_map(|(local, latin)| {
        let index = local.chars().position(|known| known == ch)?;
        latin.chars().nth(index).filter(|&latin| latin != ch)
    })
}

fn layout_of(language: Language) -> &'static KeyRows {
    match language {
        Language::Kk => KAZAKH,
        Language::En | Language::Ru => RUSSIAN,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(language: Language) -> impl Iterator<Item = &'static (&'static str, &'static str)> {
        COMMON.iter().chain(layout_of(language))
    }

    fn latin(text: &str, language: Language) -> String {
        text.chars().map(|ch| to_latin(ch, language).unwrap_or(ch)).collect()
    }

    #[test]
    fn every_key_has_a_latin_character() {
        for (local, latin) in COMMON.iter().chain(KAZAKH).chain(RUSSIAN) {
            assert_eq!(local.chars().count(), latin.chars().count(), "{local} {latin}");
        }
    }

    #[test]
    fn no_character_is_on_two_keys() {
        for language in [Language::En, Language::Ru, Language::Kk] {
            let mut chars: Vec<char> = rows(language).flat_map(|(local, _)| local.chars()).collect();
            let all = chars.len();
            chars.sort_unstable();
            chars.dedup();
            assert_eq!(chars.len(), all);
        }
    }

    #[test]
    fn keys_are_mapped_by_position() {
        for language in [Language::En, Language::Ru, Language::Kk] {
            assert_eq!(latin("йцукен ХЪхъ рол Ьф әіңғүұқ", language), "qwerty {}[] hjk Ma 2345890");
        }
    }

    #[test]
    fn the_language_decides_about_characters_on_different_keys() {
        let text = ".,\"№;:?";
        assert_eq!(latin(text, Language::Ru), "/?@#$^&");
        assert_eq!(latin(text, Language::En), "/?@#$^&");
        assert_eq!(latin(text, Language::Kk), "761/^&?");
    }

    #[test]
    fn latin_characters_are_not_mapped() {
        assert_eq!(to_latin('q', Language::En), None);
        assert_eq!(to_latin('/', Language::Ru), None);
    }
}
