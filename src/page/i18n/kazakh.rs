//! Case endings of Kazakh numbers: "19 000-нан астам" (more than 19,000), "120 000-ға жуық" (nearly 120,000).
//!
//! The ending depends on the last word of the number as it is read: 19 000 is "он тоғыз мың", hence "-нан".

/// The cases that hedges require.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum KazakhCase {
    /// "-нан": more than, less than.
    Ablative,
    /// "-ға": nearly.
    Dative,
}

/// Adds the ending to a number, which may end in a scale, a currency or a per cent sign.
pub(super) fn inflect(text: &str, case: KazakhCase) -> String {
    let last = text.split([' ', '\u{a0}']).next_back().unwrap_or(text);
    let spelled_out = last.chars().all(char::is_alphabetic) && !matches!(last, "млн" | "млрд" | "трлн");
    let (ablative, dative) = endings(text, last);
    let ending = if case == KazakhCase::Ablative { ablative } else { dative };
    if spelled_out { format!("{text}{ending}") } else { format!("{text}-{ending}") }
}

/// The ablative and the dative ending of a number.
fn endings(text: &str, last: &str) -> (&'static str, &'static str) {
    match last {
        "мың" | "млн" | "трлн" | "юань" => ("нан", "ға"),
        "млрд" => ("тан", "қа"),
        "теңге" | "рубль" => ("ден", "ге"),
        "доллары" => ("нан", "на"),
        "еуро" => ("дан", "ға"),
        _ if last.ends_with('%') => ("дан", "ға"),
        _ => digit_endings(text),
    }
}

/// The endings by the last word that is read: 20 is "жиырма", 300 "үш жүз", 7,000 "жеті мың".
fn digit_endings(text: &str) -> (&'static str, &'static str) {
    // After a decimal mark the fraction is read on its own.
    let number = text.rsplit(',').next().unwrap_or(text);
    let digits: Vec<u32> = number.chars().filter_map(|c| c.to_digit(10)).collect();
    let zeros = digits.iter().rev().take_while(|&&digit| digit == 0).count();
    let read = digits.len().checked_sub(zeros + 1).and_then(|index| digits.get(index));
    match (zeros, read) {
        (_, None) | (0, Some(1 | 2 | 7 | 8)) | (1, Some(5)) | (2, _) => ("ден", "ге"),
        (0, Some(3..=5)) | (1, Some(7)) => ("тен", "ке"),
        (0, Some(6 | 9)) | (1, Some(2 | 3)) => ("дан", "ға"),
        (1, Some(8)) => ("нен", "ге"),
        (1, Some(4 | 6)) | (9..=11, _) => ("тан", "қа"),
        // "он", "тоқсан", "мың", "миллион", "триллион".
        (_, Some(_)) => ("нан", "ға"),
    }
}

#[cfg(test)]
mod tests {
    use super::{KazakhCase, inflect};

    #[test]
    fn the_ending_depends_on_the_last_word_of_the_number() {
        for (number, from, to) in [
            ("19 000", "19 000-нан", "19 000-ға"),
            ("2 636", "2 636-дан", "2 636-ға"),
            ("13", "13-тен", "13-ке"),
            ("20", "20-дан", "20-ға"),
            ("40", "40-тан", "40-қа"),
            ("50", "50-ден", "50-ге"),
            ("70", "70-тен", "70-ке"),
            ("80", "80-нен", "80-ге"),
            ("600", "600-ден", "600-ге"),
            ("1,5", "1,5-тен", "1,5-ке"),
            ("290 млрд", "290 млрд-тан", "290 млрд-қа"),
            ("19 мың", "19 мыңнан", "19 мыңға"),
            ("120 млрд теңге", "120 млрд теңгеден", "120 млрд теңгеге"),
            ("50%", "50%-дан", "50%-ға"),
        ] {
            assert_eq!(inflect(number, KazakhCase::Ablative), from);
            assert_eq!(inflect(number, KazakhCase::Dative), to);
        }
    }
}
