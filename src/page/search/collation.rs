//! Sort order of texts: Latin letters, then Russian and Kazakh letters in the order of their alphabets.

/// Russian and Kazakh letters in order; each Kazakh letter follows the one that it derives from.
const ALPHABET: &str = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";

/// The sort key of a text: leading punctuation and case do not count.
pub fn collation_key(text: &str) -> Vec<u32> {
    let start = text.trim_start_matches(|sign: char| !sign.is_alphanumeric());
    let key = |letter: char| match ALPHABET.chars().position(|known| known == letter) {
        Some(place) => u32::from('а') + u32::try_from(place).unwrap_or_default(),
        None if letter.is_whitespace() => u32::from(' '),
        None => u32::from(letter),
    };
    start.chars().flat_map(char::to_lowercase).map(key).collect()
}

#[cfg(test)]
mod tests {
    use super::collation_key;

    #[test]
    fn words_are_sorted_in_the_order_of_the_alphabet() {
        let sorted =
            ["Almaty", "«Елка»", "Ёлка", "Жезказган", "Костанай", "Қостанай", "Лада", "Орал", "Өскемен", "Ямал"];
        let mut words = sorted;
        words.reverse();
        words.sort_by_key(|word| collation_key(word));
        assert_eq!(words, sorted);
    }
}
