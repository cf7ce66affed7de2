//! Texts as spreadsheets read them.

use crate::dataset::records::Language;
use crate::page::i18n::words::Words;

impl Words {
    /// A text as a spreadsheet reads it: digits without separators between their groups, a hyphen for minus, plain spaces.
    pub fn for_spreadsheet(&self, text: &str) -> String {
        let is_group = |sign: char| match sign {
            ',' => self.language() == Language::En,
            '\u{a0}' | '\u{202f}' | '\u{2009}' => true,
            _ => false,
        };
        let signs: Vec<char> = text.chars().collect();
        let is_digit = |at: usize| signs.get(at).is_some_and(char::is_ascii_digit);
        let mut plain = String::with_capacity(text.len());
        for (at, &sign) in signs.iter().enumerate() {
            let follows_digit = at.checked_sub(1).is_some_and(is_digit);
            let before_group = (1..=3).all(|next| is_digit(at + next)) && !is_digit(at + 4);
            match sign {
                _ if is_group(sign) && follows_digit && before_group => {}
                '\u{a0}' | '\u{202f}' | '\u{2009}' => plain.push(' '),
                '\u{2212}' => plain.push('-'),
                sign => plain.push(sign),
            }
        }
        plain
    }
}
