//! Keys by their place: what a key would say on a Latin keyboard, for the hands of those who type Russian or Kazakh.
//!
//! `й` lies where `q` does, and means it. The Kazakh layout has letters on the digits. Some signs lie on one key of the
//! Russian layout and on another of the Kazakh one; which layout it is, only the language of the program can tell. Shown
//! nowhere: it just works.

use crate::dataset::records::Language;

/// Rows of keys: what they say and what they say in Latin.
type KeyRows = [(&'static str, &'static str)];

/// Keys that are the same on both, or of one alone; first plain, then with Shift.
const COMMON: &KeyRows = &[
    ("йцукенгшщзхъ", "qwertyuiop[]"),
    ("ЙЦУКЕНГШЩЗХЪ", "QWERTYUIOP{}"),
    ("фывапролджэ", "asdfghjkl;'"),
    ("ФЫВАПРОЛДЖЭ", "ASDFGHJKL:\""),
    ("ячсмитьбю", "zxcvbnm,."),
    ("ЯЧСМИТЬБЮ", "ZXCVBNM<>"),
    // The digits of the Kazakh layout.
    ("әіңғүұқөһ", "2345890-="),
    ("!ӘІҢҒҮҰҚӨҺ", "!@#$%*()_+"),
    ("ё", "`"),
    ("Ё", "~"),
];
/// Signs of the Kazakh layout: among its digits, plain and with Shift, and beside the right Shift.
const KAZAKH: &KeyRows = &[("\",.", "167"), (";:", "^&"), ("№", "/")];
/// Signs of the Russian layout: over its digits, and beside the right Shift.
const RUSSIAN: &KeyRows = &[("\"№;:?", "@#$^&"), (".", "/"), (",", "?")];

/// What the key that says `ch` says on a Latin keyboard; none if it says the same.
#[must_use]
pub(super) fn to_latin(ch: char, language: Language) -> Option<char> {
    COMMON.iter().chain(layout_of(language)).find_map(|(local, latin)| {
        let place = local.chars().position(|known| known == ch)?;
        latin.chars().nth(place).filter(|&latin| latin != ch)
    })
}

/// The signs that the layout of a language has elsewhere than the other.
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

    fn meant(said: &str, language: Language) -> String {
        said.chars().map(|ch| to_latin(ch, language).unwrap_or(ch)).collect()
    }

    #[test]
    fn every_key_has_a_place_on_both_keyboards() {
        for (local, latin) in COMMON.iter().chain(KAZAKH).chain(RUSSIAN) {
            assert_eq!(local.chars().count(), latin.chars().count(), "{local} {latin}");
        }
    }

    #[test]
    fn no_sign_lies_in_two_places() {
        for language in [Language::En, Language::Ru, Language::Kk] {
            let mut signs: Vec<char> = rows(language).flat_map(|(local, _)| local.chars()).collect();
            let all = signs.len();
            signs.sort_unstable();
            signs.dedup();
            assert_eq!(signs.len(), all);
        }
    }

    #[test]
    fn a_key_means_what_its_place_means() {
        for language in [Language::En, Language::Ru, Language::Kk] {
            assert_eq!(meant("йцукен ХЪхъ рол Ьф әіңғүұқ", language), "qwerty {}[] hjk Ma 2345890");
        }
    }

    #[test]
    fn a_sign_that_the_two_layouts_have_on_different_keys_is_read_by_the_language() {
        let said = ".,\"№;:?";
        assert_eq!(meant(said, Language::Ru), "/?@#$^&");
        assert_eq!(meant(said, Language::En), "/?@#$^&");
        assert_eq!(meant(said, Language::Kk), "761/^&?");
    }

    #[test]
    fn a_latin_sign_is_left_alone() {
        assert_eq!(to_latin('q', Language::En), None);
        assert_eq!(to_latin('/', Language::Ru), None);
    }
}
