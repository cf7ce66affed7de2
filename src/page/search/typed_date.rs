//! A day as people type it: "2018-09-21", "21.09.2018", "21 Sep 2018", "сентябрь 2018", "2018 ж. 21 қыркүйек", "2018".

use chrono::{Days, Months, NaiveDate};

use crate::page::i18n::Words;
use crate::page::search::fold::fold;

/// Fewer letters do not name a month.
const MIN_LETTERS: usize = 3;

/// A date that was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TypedDate {
    /// The day; of a month or a year its last.
    pub day: NaiveDate,
    /// Whether a day was typed, not only its month or year.
    pub is_exact: bool,
}

/// The date that a typed text is; none if it is no date. Months are named in the language of `words`, or in English.
pub fn typed_date(typed: &str, words: &Words) -> Option<TypedDate> {
    let (mut numbers, mut month) = (Vec::new(), None);
    for part in typed.split(|sign: char| !sign.is_alphanumeric()).filter(|part| !part.is_empty()) {
        if part.bytes().all(|byte| byte.is_ascii_digit()) {
            numbers.push((part.len(), part.parse::<u32>().ok()?));
        } else if let Some(named) = named_month(part, words).filter(|_| month.is_none()) {
            month = Some(named);
        } else if !is_year_word(part) {
            return None;
        }
    }
    let at = numbers.iter().position(|(digits, _)| *digits == 4)?;
    let year = i32::try_from(numbers.remove(at).1).ok()?;
    let numbers: Vec<u32> = numbers.into_iter().map(|(_, number)| number).collect();
    let first = |month| NaiveDate::from_ymd_opt(year, month, 1);
    let last_day = |months| first(1)?.checked_add_months(Months::new(months))?.checked_sub_days(Days::new(1));
    let is_exact = numbers.len() + usize::from(month.is_some()) == 2;
    let day = match (month, numbers.as_slice(), at) {
        (None, [], _) => last_day(12),
        (Some(month), [], _) => last_day(month),
        (None, [month], _) if (1..=12).contains(month) => last_day(*month),
        (Some(month), [day], _) => NaiveDate::from_ymd_opt(year, month, *day),
        // The year first, then the month; else the day first.
        (None, [month, day], 0) | (None, [day, month], _) => NaiveDate::from_ymd_opt(year, *month, *day),
        _ => None,
    }?;
    Some(TypedDate { day, is_exact })
}

/// The number of a month from the first letters of its name.
fn named_month(part: &str, words: &Words) -> Option<u32> {
    let part = fold(part);
    let letters = part.chars().count();
    // Endings of cases differ: what is typed may go on after the name, or break off before its end.
    let stem = |name: &str| name.chars().take(letters.min(4)).collect::<String>();
    let is_named = |name: &str| {
        let name = fold(name);
        letters >= MIN_LETTERS && (name.starts_with(&part) || letters >= 4 && part.starts_with(&stem(&name)))
    };
    (1..=12).find(|month| words.month_names(*month).iter().any(|name| is_named(name)))
}

/// "ж." of Kazakh dates, "г." of Russian ones.
fn is_year_word(part: &str) -> bool {
    let part = part.to_lowercase();
    ["ж", "г", "год", "года", "жыл", "жылы", "жылғы"].contains(&part.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::records::Language;

    #[test]
    fn a_day_is_understood_as_it_is_usually_written() {
        for (language, typed) in [
            (Language::En, "2018-09-21"),
            (Language::En, " 21.09.2018 "),
            (Language::En, "21/9/2018"),
            (Language::En, "21 Sep 2018"),
            (Language::En, "September 21, 2018"),
            (Language::Ru, "21 сентября 2018"),
            (Language::Ru, "21 сент. 2018 г."),
            (Language::Kk, "2018 ж. 21 қыркүйек"),
            (Language::Kk, "21 sep 2018"),
        ] {
            let day = NaiveDate::from_ymd_opt(2018, 9, 21).unwrap();
            let date = typed_date(typed, &Words::new(language));
            assert_eq!(date, Some(TypedDate { day, is_exact: true }), "{typed}");
        }
    }

    #[test]
    fn a_month_or_a_year_is_its_last_day() {
        let words = Words::new(Language::En);
        for (typed, (year, month, day)) in
            [("2018", (2018, 12, 31)), ("2016-02", (2016, 2, 29)), ("Feb 2016", (2016, 2, 29))]
        {
            let day = NaiveDate::from_ymd_opt(year, month, day).unwrap();
            assert_eq!(typed_date(typed, &words), Some(TypedDate { day, is_exact: false }), "{typed}");
        }
    }

    #[test]
    fn other_words_and_impossible_days_are_no_date() {
        for typed in
            ["", "282", "kostanay", "2018-13-01", "31.02.2018", "q1 2025", "vehicles 2025", "99999", "1 2 3 2018"]
        {
            assert_eq!(typed_date(typed, &Words::new(Language::En)), None, "{typed}");
        }
    }
}
