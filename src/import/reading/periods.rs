//! Periods as spreadsheets write them, whole or in parts: "I кв. 2024 г.", "қаңтар-наурыз", "2023-24", "Jan-24".

use chrono::{Datelike, NaiveDate};

use crate::import::flags::Grain;
use crate::import::reading::tokens::Token;

/// The part of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Half(u32),
    Quarter(u32),
    /// First and last month.
    Months(u32, u32),
    Day(u32, u32),
}

/// A year, a part of a year, or both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct PartialPeriod {
    pub(crate) year: Option<i32>,
    pub(crate) part: Option<Part>,
    /// Two years, as `2023-24`: the financial year that begins in the first.
    pub(crate) is_financial: bool,
}

impl PartialPeriod {
    pub(crate) fn is_none(self) -> bool {
        self.year.is_none() && self.part.is_none()
    }

    pub(crate) fn of_day(day: NaiveDate) -> Self {
        Self { year: Some(day.year()), part: Some(Part::Day(day.month(), day.day())), is_financial: false }
    }

    /// With what is missing taken from `other`.
    pub(crate) fn or(self, other: Self) -> Self {
        Self {
            year: self.year.or(other.year),
            part: self.part.or(other.part),
            is_financial: if self.year.is_some() { self.is_financial } else { other.is_financial },
        }
    }

    /// The month of the day, where dates stand for months.
    pub(crate) fn day_as_month(self) -> Self {
        match self.part {
            Some(Part::Day(month, _)) => Self { part: Some(Part::Months(month, month)), ..self },
            _ => self,
        }
    }

    /// The longer period that contains it.
    pub(crate) fn within(self, grain: Grain) -> Self {
        let Some(Part::Months(month, last) | Part::Day(month, last)) = self.part else { return self };
        if matches!(self.part, Some(Part::Months(..))) && last != month && grain != Grain::Year {
            return self;
        }
        let part = match grain {
            Grain::Month => Some(Part::Months(month, month)),
            Grain::Quarter => Some(Part::Quarter((month - 1) / 3 + 1)),
            Grain::Year => None,
        };
        Self { part, ..self }
    }

    /// In the notation of datasets; none without a year. `fiscal` is the first month of financial years.
    pub(crate) fn notation(self, fiscal: Option<u32>) -> Option<String> {
        let year = self.year?;
        let first = fiscal.filter(|_| self.part.is_none()).unwrap_or(1);
        Some(match self.part {
            None if first > 1 => format!("{year}-{first:02}/{}-{:02}", year + 1, first - 1),
            None => year.to_string(),
            Some(Part::Half(half)) => format!("{year}-H{half}"),
            Some(Part::Quarter(quarter)) => format!("{year}-Q{quarter}"),
            Some(Part::Months(first, last)) if first == last => format!("{year}-{first:02}"),
            Some(Part::Months(first, last)) => format!("{year}-{first:02}/{year}-{last:02}"),
            Some(Part::Day(month, day)) => format!("{year}-{month:02}-{day:02}"),
        })
    }
}

/// Finds the period in a text and marks its tokens as used.
pub(crate) fn take(tokens: &mut [Token], has_fiscal: bool) -> PartialPeriod {
    let mut found = PartialPeriod::default();
    let mut used = Vec::new();
    if let Some((period, count, start)) = (0..tokens.len())
        .find_map(|start| dashed(&tokens[start..], has_fiscal).map(|(period, count)| (period, count, start)))
    {
        found = period;
        used.extend(start..start + count);
    }
    for (index, token) in tokens.iter().enumerate() {
        if used.contains(&index) {
            continue;
        }
        let next = tokens.get(index + 1);
        if found.year.is_none() && token.text.len() == 4 && is_year(token) {
            found.year = token.number().and_then(|year| i32::try_from(year).ok());
            used.push(index);
        } else if found.part.is_none()
            && let Some(month) = month(&token.lower)
        {
            let until = next.filter(|next| is_dash(&next.gap)).and_then(|next| self::month(&next.lower));
            used.push(index);
            if let Some(last) = until.filter(|last| *last > month) {
                found.part = Some(Part::Months(month, last));
                used.push(index + 1);
            } else {
                found.part = Some(Part::Months(month, month));
            }
        } else if found.part.is_none()
            && let Some(kind) = part_word(&token.lower)
        {
            let before = index.checked_sub(1).filter(|at| !used.contains(at));
            let ordinal =
                before.filter(|at| ["й", "е", "ші", "st", "nd", "rd", "th", "шы"].contains(&&*tokens[*at].lower));
            let before = ordinal.map_or(before, |at| at.checked_sub(1));
            let number_at = |at: Option<usize>| at.and_then(|at| tokens.get(at)).and_then(ordinal_number);
            let places = [before, Some(index + 1)];
            let place = places.into_iter().find(|at| number_at(*at).is_some_and(|number| number <= kind.count()));
            if let Some((at, number)) = place.flatten().and_then(|at| number_at(Some(at)).map(|number| (at, number))) {
                found.part = Some(kind.part(number));
                used.extend([index, at]);
                used.extend(ordinal);
            }
        }
    }
    // `Jan-24`, `24-окт`: two digits beside a month are a year.
    if found.year.is_none() && matches!(found.part, Some(Part::Months(..))) {
        let short = tokens.iter().position(|token| token.text.len() == 2 && token.number().is_some());
        if let Some(at) = short {
            found.year = tokens[at].number().and_then(|year| i32::try_from(2000 + year).ok());
            used.push(at);
        }
    }
    if !found.is_none() {
        let small =
            ["г", "гг", "год", "года", "году", "year", "ж", "жыл", "жылы", "жылғы", "за", "в", "fy", "месяц", "мес"];
        used.extend((0..tokens.len()).filter(|at| small.contains(&&*tokens[*at].lower)));
    }
    for at in used {
        tokens[at].is_used = true;
    }
    found
}

/// `2024-01`, `2024-01-15`, `2023-24`, `2023/2024`, `01.2024`, `15.01.2024`, with the count of tokens.
fn dashed(tokens: &[Token], has_fiscal: bool) -> Option<(PartialPeriod, usize)> {
    let number = |at: usize| tokens.get(at).and_then(Token::number);
    let (first, second) = (number(0)?, number(1)?);
    let gap = tokens[1].gap.as_str();
    let whole = |year: u32, part, is_financial| {
        i32::try_from(year).ok().map(|year| PartialPeriod { year: Some(year), part, is_financial })
    };
    if is_year(&tokens[0]) && (is_dash(gap) || gap == "/" || gap == ".") {
        let follows = second == (first + 1) % 100 && tokens[1].text.len() == 2 || second == first + 1;
        let can_be_month = (1..=12).contains(&second) && gap != "/" && tokens[1].text.len() == 2;
        if follows && (!can_be_month || has_fiscal) {
            return whole(first, None, true).map(|period| (period, 2));
        }
        if can_be_month {
            let day =
                number(2).filter(|day| (1..=31).contains(day) && tokens[2].gap == gap && tokens[2].text.len() == 2);
            let part = day.map_or(Part::Months(second, second), |day| Part::Day(second, day));
            return whole(first, Some(part), false).map(|period| (period, if day.is_some() { 3 } else { 2 }));
        }
    }
    if gap == "."
        && (1..=31).contains(&first)
        && (1..=12).contains(&second)
        && number(2).is_some()
        && tokens[2].gap == "."
        && is_year(&tokens[2])
    {
        return whole(number(2)?, Some(Part::Day(second, first)), false).map(|period| (period, 3));
    }
    let is_month = (gap == "." || gap == "/" || gap == "-") && (1..=12).contains(&first) && is_year(&tokens[1]);
    if is_month { whole(second, Some(Part::Months(first, first)), false).map(|period| (period, 2)) } else { None }
}

fn is_year(token: &Token) -> bool {
    token.text.len() == 4 && token.number().is_some_and(|number| (1900..=2100).contains(&number))
}

fn is_dash(gap: &str) -> bool {
    ["-", "–", "—", "‑"].contains(&gap.trim())
}

#[derive(Clone, Copy)]
enum PartWord {
    Half,
    Quarter,
}

impl PartWord {
    fn count(self) -> u32 {
        match self {
            Self::Half => 2,
            Self::Quarter => 4,
        }
    }

    fn part(self, number: u32) -> Part {
        match self {
            Self::Half => Part::Half(number),
            Self::Quarter => Part::Quarter(number),
        }
    }
}

fn part_word(word: &str) -> Option<PartWord> {
    match word {
        "q" | "кв" | "квартал" | "квартала" | "тоқсан" | "тоқсаны" | "quarter" | "qtr" | "chorak" => {
            Some(PartWord::Quarter)
        }
        "h" | "полугодие" | "полугодия" | "жартыжылдық" | "half" => Some(PartWord::Half),
        _ => None,
    }
}

/// A digit or a Roman numeral, also with the Cyrillic letter that looks like it.
fn ordinal_number(token: &Token) -> Option<u32> {
    let roman = ["i", "ii", "iii", "iv"].iter().position(|roman| *roman == token.lower.replace('і', "i"));
    let roman = roman.and_then(|at| u32::try_from(at + 1).ok());
    roman.or_else(|| token.number().filter(|number| token.text.len() == 1 && (1..=4).contains(number)))
}

/// The month that a word names, in English, Russian or Kazakh, in full or short.
fn month(word: &str) -> Option<u32> {
    const ENGLISH: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    const RUSSIAN: [&str; 12] = [
        "январь",
        "февраль",
        "март",
        "апрель",
        "май",
        "июнь",
        "июль",
        "август",
        "сентябрь",
        "октябрь",
        "ноябрь",
        "декабрь",
    ];
    const KAZAKH: [&str; 12] = [
        "қаңтар",
        "ақпан",
        "наурыз",
        "сәуір",
        "мамыр",
        "маусым",
        "шілде",
        "тамыз",
        "қыркүйек",
        "қазан",
        "қараша",
        "желтоқсан",
    ];
    let letters = word.chars().count();
    let names = |full: &str| {
        let length = full.chars().count();
        let stem: String = full.chars().take(length - 1).collect();
        (letters >= 3 && full.starts_with(word))
            || (length > 3 && letters <= length + 2 && word.starts_with(&stem) && letters >= length)
            || (full == "май" && word == "мая")
    };
    let at = [ENGLISH, RUSSIAN, KAZAKH].iter().find_map(|list| list.iter().position(|full| names(full)))?;
    u32::try_from(at + 1).ok()
}
