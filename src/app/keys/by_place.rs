//! Keys by their place: what a key would say on a Latin keyboard, for the hands of those who type Russian or Kazakh.
//!
//! `й` lies where `q` does, and means it. The Kazakh layout has letters on the digits. Shown nowhere: it just works.

/// Rows of keys: what they say in Russian and Kazakh, and in Latin; first plain, then with Shift.
const ROWS: [(&str, &str); 10] = [
    ("йцукенгшщзхъ", "qwertyuiop[]"),
    ("ЙЦУКЕНГШЩЗХЪ", "QWERTYUIOP{}"),
    ("фывапролджэ", "asdfghjkl;'"),
    ("ФЫВАПРОЛДЖЭ", "ASDFGHJKL:\""),
    ("ячсмитьбю", "zxcvbnm,."),
    ("ЯЧСМИТЬБЮ", "ZXCVBNM<>"),
    // The digits of the Kazakh layout. `,` and `.` are 6 and 7 there; on the Russian one they lie with `/`, which has a
    // key of its own.
    ("\"әіңғ,.үұқөһ", "1234567890-="),
    ("!ӘІҢҒ;:ҮҰҚӨҺ", "!@#$%^&*()_+"),
    ("ё№", "`/"),
    ("Ё", "~"),
];

/// What the key that says `sign` says on a Latin keyboard; none if it says the same.
#[must_use]
pub(super) fn latin(sign: char) -> Option<char> {
    ROWS.iter().find_map(|(local, latin)| {
        let place = local.chars().position(|known| known == sign)?;
        latin.chars().nth(place).filter(|&latin| latin != sign)
    })
}

#[cfg(test)]
mod tests {
    use super::{ROWS, latin};

    #[test]
    fn every_key_has_a_place_on_both_keyboards() {
        for (local, latin) in ROWS {
            assert_eq!(local.chars().count(), latin.chars().count(), "{local} {latin}");
        }
    }

    #[test]
    fn no_sign_lies_in_two_places() {
        let mut signs: Vec<char> = ROWS.iter().flat_map(|(local, _)| local.chars()).collect();
        let all = signs.len();
        signs.sort_unstable();
        signs.dedup();
        assert_eq!(signs.len(), all);
    }

    #[test]
    fn a_key_means_what_its_place_means() {
        let said = "йцукен ХЪхъ рол Ьф әіңғүұқ\"";
        let meant: String = said.chars().map(|sign| latin(sign).unwrap_or(sign)).collect();
        assert_eq!(meant, "qwerty {}[] hjk Ma 23458901");
    }

    #[test]
    fn a_latin_sign_is_left_alone() {
        assert_eq!(latin('q'), None);
        assert_eq!(latin('?'), None);
    }
}
