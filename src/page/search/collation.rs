//! The order of words: that of the Russian and Kazakh alphabets, Latin letters before both.

/// Russian and Kazakh letters as they follow each other; the Kazakh ones after those that they come from.
const ALPHABET: &str = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";

/// What a text is sorted by: signs count for nothing at its start, capitals as small letters.
#[must_use]
pub fn collation_key(text: &str) -> Vec<u32> {
    let start = text.trim_start_matches(|sign: char| !sign.is_alphanumeric());
    let place = |letter: char| match ALPHABET.chars().position(|known| known == letter) {
        Some(place) => u32::from('а') + u32::try_from(place).unwrap_or_default(),
        None if letter.is_whitespace() => u32::from(' '),
        None => u32::from(letter),
    };
    start.chars().flat_map(char::to_lowercase).map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::collation_key;

    #[test]
    fn words_stand_in_the_order_of_the_alphabet() {
        let mut words =
            ["Ямал", "Қостанай", "Костанай", "«Елка»", "Ёлка", "Лада", "Almaty", "Жезказган", "Өскемен", "Орал"];
        words.sort_by_key(|word| collation_key(word));
        let sorted =
            ["Almaty", "«Елка»", "Ёлка", "Жезказган", "Костанай", "Қостанай", "Лада", "Орал", "Өскемен", "Ямал"];
        assert_eq!(words, sorted);
    }
}
