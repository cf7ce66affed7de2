//! Texts made comparable: `kostanay`, `Костанай` and `Қостанай` are one.
//!
//! First the letters of Russian and Kazakh that are each other's kin become one, then everything becomes Latin, then the
//! ways of writing one sound in Latin become one. What is folded is for comparing only and is never shown.

use any_ascii::any_ascii_char;

/// A text folded, to be looked through again and again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoldedText {
    text: String,
    letters: LetterSet,
}

/// Which letters there are in a text, roughly: a word that has others is not in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct LetterSet(u64);

impl FoldedText {
    /// A text, folded.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let text = fold(text);
        Self { letters: LetterSet::of(&text), text }
    }

    /// What it was folded to.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether it may hold a word of these letters, side by side or not.
    pub(super) fn may_contain(&self, word: LetterSet) -> bool {
        word.0 & !self.letters.0 == 0
    }
}

impl LetterSet {
    /// The letters of a folded text.
    pub(super) fn of(folded: &str) -> Self {
        Self(folded.bytes().fold(0, |letters, byte| letters | 1 << (byte % 64)))
    }
}

/// A text folded to small ASCII letters, digits and signs.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    text.chars().for_each(|letter| push_folded(letter, &mut folded));
    folded
}

/// The same, and for each of its signs the byte of the text that it comes from.
#[must_use]
pub(super) fn fold_with_offsets(text: &str) -> (String, Vec<usize>) {
    let mut folded = String::with_capacity(text.len());
    let mut from = Vec::with_capacity(text.len());
    for (at, letter) in text.char_indices() {
        push_folded(letter, &mut folded);
        from.resize(folded.len(), at);
    }
    (folded, from)
}

fn push_folded(letter: char, folded: &mut String) {
    if letter.is_ascii() {
        folded.extend(normalized_latin(letter.to_ascii_lowercase()));
        return;
    }
    for letter in letter.to_lowercase() {
        match latin_equivalent(letter) {
            Some(latin) => folded.push_str(latin),
            None if is_mark(letter) => {}
            None => folded
                .extend(any_ascii_char(letter).chars().flat_map(|sign| normalized_latin(sign.to_ascii_lowercase()))),
        }
    }
}

/// Cyrillic letters whose usual Latin spellings differ between the languages, or that a hand leaves out or takes for
/// another: the Kazakh ones are the Russian ones that they sound like, `ё` is `е`, signs without a sound are nothing.
fn latin_equivalent(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ә' | 'а' => "a",
        'ғ' | 'г' => "g",
        'қ' | 'к' => "k",
        'ң' | 'н' => "n",
        'ө' | 'о' => "o",
        'ұ' | 'ү' | 'у' => "u",
        'һ' | 'х' => "h",
        'і' | 'и' | 'й' | 'ы' => "i",
        'ё' | 'е' | 'э' => "e",
        'ц' => "ts",
        'щ' => "sh",
        'ъ' | 'ь' => "",
        'ю' => "iu",
        'я' => "ia",
        _ => return None,
    })
}

/// Marks that join the letter before them, and signs that are not seen.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{fe0f}' | '\u{ad}')
}

/// Latin letters that stand for one sound in one spelling or another: `q` for `k`, `y` for `i`, `w` for `v`.
fn normalized_latin(letter: char) -> impl Iterator<Item = char> {
    let (first, second) = match letter {
        'q' => ('k', None),
        'y' => ('i', None),
        'w' => ('v', None),
        'x' => ('k', Some('s')),
        other => (other, None),
    };
    std::iter::once(first).chain(second)
}

#[cfg(test)]
mod tests {
    use super::{FoldedText, LetterSet, fold};

    #[test]
    fn a_name_is_one_in_three_spellings() {
        for names in [
            ["Kostanay", "Костанай", "Қостанай"],
            ["Astana", "Астана", "Астана"],
            ["Almaty", "Алматы", "Алматы"],
            ["Qazaqstan", "Казакстан", "Қазақстан"],
            ["Saryarka", "Сарыарка", "Сарыарқа"],
            ["Temirtau", "Темиртау", "Теміртау"],
            ["Kokshetau", "Кокшетау", "Көкшетау"],
            ["Uralsk", "Уральск", "Уральск"],
            ["ember", "ёмбер", "эмбер"],
        ] {
            let folded = names.map(fold);
            assert_eq!(folded, [folded[0].clone(), folded[0].clone(), folded[0].clone()], "{names:?}");
        }
    }

    #[test]
    fn a_text_may_hold_only_words_of_its_letters() {
        let text = FoldedText::of("Qostanai 2025: жылына 200\u{a0}000");
        for (word, may) in [("kost", true), ("жыл", true), ("5002", true), (": ", true), ("kostv", false), ("?", false)]
        {
            assert_eq!(text.may_contain(LetterSet::of(&fold(word))), may, "{word}");
        }
    }

    #[test]
    fn case_accents_and_width_make_no_difference() {
        assert_eq!(fold("Öskemen"), fold("oskemen"));
        assert_eq!(fold("e\u{301}te\u{301}"), fold("été"));
        assert_eq!(fold("２０２５"), "2025");
        assert_eq!(fold("200\u{a0}000"), "200 000");
    }

    #[test]
    fn only_ascii_is_left_of_any_script() {
        for text in ["汽车", "\u{202e}abc", "🚗", "\u{0}\u{7}", "नमस्ते"] {
            assert!(fold(text).is_ascii(), "{text:?}");
        }
    }
}
