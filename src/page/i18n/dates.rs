//! Dates, periods and durations.
//!
//! Month names and date patterns are texts of the language files, not of `icu_datetime`: a sentence needs a month in a
//! grammatical case ("в июле", "к июлю", "шілдеге"), and quarters and halves, and ICU has neither; it would also add
//! 1.1 MB to a release binary (measured with 2.4, three patterns).

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};

use crate::dataset::format::period::{DatePrecision, Due, Month, PartialDate, Period, Span};
use crate::page::i18n::arg::Arg;
use crate::page::i18n::words::{TextForm, Words};

/// The role of a date in a sentence; each is an attribute of the messages `period-*`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateCase {
    /// "the first quarter of 2025".
    Standalone,
    /// "in the first quarter of 2025".
    In,
    /// A deadline: "by the first quarter of 2025".
    By,
    /// "for the first quarter of 2025".
    For,
    /// "of the first quarter of 2025".
    Of,
}

/// Average days in a month.
const DAYS_IN_MONTH: f64 = 30.44;
/// Average days in a year.
const DAYS_IN_YEAR: f64 = 365.25;

impl Words {
    /// A period outside a sentence: `Jan–May 2016`, `Q1 2025`.
    pub fn period(&self, period: &Period, form: TextForm) -> String {
        match form {
            TextForm::Long => self.period_as(period, DateCase::Standalone),
            TextForm::Plain => self.hedged_period(period, "", "roughly.plain"),
            TextForm::Tight => self.hedged_period(period, ".tight", "roughly.plain"),
        }
    }

    /// A period in a sentence: "in January–May 2016", "by 2025".
    pub fn period_as(&self, period: &Period, case: DateCase) -> String {
        let attribute = match case {
            DateCase::Standalone => ".long",
            DateCase::In => ".in",
            DateCase::By => ".by",
            DateCase::For => ".for",
            DateCase::Of => ".of",
        };
        self.hedged_period(period, attribute, "roughly")
    }

    /// A period in the form of an attribute, an approximate one with the hedge of the message `roughly`.
    fn hedged_period(&self, period: &Period, attribute: &str, roughly: &str) -> String {
        let name = self.span(&period.span, attribute);
        if period.is_approximate { self.format(roughly, &[("when", name.into())]) } else { name }
    }

    /// A deadline in a table: `2025`, `Q1 2025`, `Jul 2019–Jul 2020`.
    pub fn due(&self, due: &Due, form: TextForm) -> String {
        match due {
            Due::In(period) => self.period(period, form),
            Due::Between(first, last) => self.period(&exact(months(*first, *last)), form),
        }
    }

    /// A deadline in a sentence: "by 2025", "between July 2019 and July 2020".
    pub fn due_as(&self, due: &Due, case: DateCase) -> String {
        match due {
            Due::In(period) => self.period_as(period, case),
            Due::Between(first, last) => self.span(&months(*first, *last), ".within"),
        }
    }

    /// The part of a year that a figure covers, as an axis label: `Jan–Aug`, or `8 m` if tight. Empty for a whole year.
    pub fn part_of_year(&self, period: &Period, form: TextForm) -> String {
        let (start, end) = (period.start(), period.end());
        if period.full_year().is_some() {
            return String::new();
        }
        match (form, period.year_to_date()) {
            (TextForm::Tight, Some((_, months))) => self.format("months.tight", &[("count", months.into())]),
            _ if Month::of(start) == Month::of(end) => {
                self.month(start, ".short").map(Cow::into_owned).unwrap_or_default()
            }
            _ => self.with_dates("period-part", start, end),
        }
    }

    /// A day: `1 July 2016`, `1 Jul 2016`, `1 Jul ’16`.
    pub fn date(&self, day: NaiveDate, form: TextForm) -> String {
        self.period(&exact(Span::Day(day)), form)
    }

    /// A date to its precision: `Jul 2016`.
    pub fn stamp(&self, stamp: PartialDate, form: TextForm) -> String {
        self.period(&exact(known_span(stamp)), form)
    }

    /// A date in a sentence, to the month at most: "in July 2016".
    pub fn stamp_as(&self, stamp: PartialDate, case: DateCase) -> String {
        let span = match known_span(stamp) {
            Span::Day(day) => months(day, day),
            span => span,
        };
        self.period_as(&exact(span), case)
    }

    /// A duration between two numbers of months: "6 to 8 months"; in years if both are whole years.
    pub fn duration(&self, least: u32, most: u32) -> String {
        if least > 0 && least.is_multiple_of(12) && most.is_multiple_of(12) {
            return self.between("years", least / 12, most / 12);
        }
        self.between("months", least, most)
    }

    /// The date of an event between two days, in a sentence: "in September 2025", "in the first quarter of 2025",
    /// "between 4 June 2025 and 30 September 2025".
    pub fn event_date(&self, first: NaiveDate, last: NaiveDate) -> String {
        let (year, month) = (first.year(), first.month());
        let spans = [
            Span::Day(first),
            months(first, first),
            Span::Quarter(year, month.div_ceil(3)),
            Span::Half(year, month.div_ceil(6)),
            Span::Year(year),
        ];
        match spans.iter().find(|span| exact(**span).days() == (first, last)) {
            Some(span) => self.span(span, ".in"),
            None => self.span(&Span::Days(first, last), ".within"),
        }
    }

    /// A duration between two numbers of days of any sign, in days, months or years by its length.
    pub fn days(&self, one: i64, other: i64) -> String {
        let (one, other) = (one.unsigned_abs(), other.unsigned_abs());
        let (least, most) = (one.min(other), one.max(other));
        let (key, days_in_unit) = match most {
            0..45 => ("days", 1.0),
            45..1096 => ("months", DAYS_IN_MONTH),
            _ => ("years", DAYS_IN_YEAR),
        };
        let rounded = |days: u64| format!("{:.0}", (days as f64 / days_in_unit).round()).parse().unwrap_or(u32::MAX);
        self.between(key, rounded(least), rounded(most))
    }

    /// A count or a range of the unit `key`: `days`, `months` or `years`.
    fn between(&self, key: &str, least: u32, most: u32) -> String {
        if least == most {
            self.format(key, &[("count", most.into())])
        } else {
            self.format(&format!("{key}.between"), &[("least", least.into()), ("most", most.into())])
        }
    }

    /// A span in the form of an attribute of `period-*`, such as `.in`; empty for the message itself.
    fn span(&self, span: &Span, attribute: &str) -> String {
        match *span {
            Span::Year(year) => self.format(&format!("period-year{attribute}"), &[("year", year.to_string().into())]),
            Span::Half(year, half) => self.part_number("half", half, year, attribute),
            Span::Quarter(year, quarter) => self.part_number("quarter", quarter, year, attribute),
            Span::Day(day) => self.with_dates(&format!("period-day{attribute}"), day, day),
            Span::Months(first, last) if first == last => {
                self.with_dates(&format!("period-month{attribute}"), first.first_day(), first.first_day())
            }
            Span::Months(first, last) => self.whole_months(first.first_day(), last.last_day(), attribute),
            Span::Days(first, last) => self.whole_days(first, last, attribute),
        }
    }

    /// A half or a quarter of a year by its number.
    fn part_number(&self, part: &str, number: u32, year: i32, attribute: &str) -> String {
        let args = [("year", year.to_string().into()), ("yy", two_digits(year).into()), (part, number.into())];
        self.format(&format!("period-{part}{attribute}"), &args)
    }

    /// Whole months as a year, as years, or from a month to a month.
    fn whole_months(&self, first: NaiveDate, last: NaiveDate, attribute: &str) -> String {
        let same_year = first.year() == last.year();
        let kind = match (first.month(), last.month()) {
            (1, 12) if same_year => return self.span(&Span::Year(first.year()), attribute),
            (1, 12) => "years",
            (from, to) if same_year && from == to => return self.span(&months(first, first), attribute),
            _ if same_year => "months",
            _ => "across",
        };
        self.with_dates(&format!("period-{kind}{attribute}"), first, last)
    }

    /// A range of days; as months if they are whole ones. `$first-bare` and `$last-bare` are the days without a year.
    fn whole_days(&self, first: NaiveDate, last: NaiveDate, attribute: &str) -> String {
        if first == last {
            return self.span(&Span::Day(first), attribute);
        }
        if first.day() == 1 && last == Month::of(last).last_day() {
            return self.whole_months(first, last, attribute);
        }
        let (form, bare) = match attribute {
            "" => (TextForm::Plain, ".bare-short"),
            ".tight" => (TextForm::Tight, ".bare-tight"),
            _ => (TextForm::Long, ".bare"),
        };
        let args = [
            ("first", self.date(first, form).into()),
            ("last", self.date(last, form).into()),
            ("first-bare", self.span(&Span::Day(first), bare).into()),
            ("last-bare", self.span(&Span::Day(last), bare).into()),
        ];
        let kind = if first.year() == last.year() { "period-days-of-year" } else { "period-days" };
        self.format(&format!("{kind}{attribute}"), &args)
    }

    /// A text about two days, which may be the same; only the placeholders it has are computed.
    fn with_dates(&self, key: &str, first: NaiveDate, last: NaiveDate) -> String {
        let names = self.messages.placeholders(key);
        let args: Vec<_> =
            names.iter().filter_map(|name| Some((name.as_str(), self.date_placeholder(name, first, last)?))).collect();
        self.format(key, &args)
    }

    /// The value of a placeholder: of the last day `$day`, `$year`, `$yy`, `$month-number`, and `$month` with an attribute of
    /// `month-*` (`$month-of`); `$first` and `$last` for both months in the same way, `$from` and `$to` for both years.
    fn date_placeholder(&self, name: &str, first: NaiveDate, last: NaiveDate) -> Option<Arg<'_>> {
        Some(match name {
            "day" => last.day().into(),
            "year" | "to" => last.year().to_string().into(),
            "yy" => two_digits(last.year()).into(),
            "from" => first.year().to_string().into(),
            "month-number" | "last-number" => format!("{:02}", last.month()).into(),
            "first-number" => format!("{:02}", first.month()).into(),
            _ => {
                let (which, case) = name.split_once('-').unwrap_or((name, ""));
                let day = match which {
                    "first" => first,
                    "month" | "last" => last,
                    _ => return None,
                };
                let attribute = if case.is_empty() { String::new() } else { format!(".{case}") };
                self.month(day, &attribute)?.into()
            }
        })
    }

    /// The names of a month, 1 to 12, in the language, and in English.
    pub(in crate::page) fn month_names(&self, month: u32) -> Vec<String> {
        /// In English, which every keyboard can write.
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
        let english = usize::try_from(month).ok().and_then(|month| ENGLISH.get(month.checked_sub(1)?));
        let own = ["", ".of"].map(|form| self.get(&format!("month-{month}{form}")));
        own.into_iter().chain(english.map(|name| (*name).to_owned())).collect()
    }

    /// The name of the month of a day in the form of an attribute of `month-*`, such as `.of`.
    fn month(&self, day: NaiveDate, attribute: &str) -> Option<Cow<'_, str>> {
        self.messages.format(&format!("month-{}{attribute}", day.month()), &[])
    }
}

/// A time on a clock: `4:07`, `1:04:07`.
pub fn format_clock(seconds: u64) -> String {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

fn two_digits(year: i32) -> String {
    format!("{:02}", year.rem_euclid(100))
}

fn exact(span: Span) -> Period {
    Period { span, is_approximate: false }
}

fn known_span(stamp: PartialDate) -> Span {
    match stamp.precision {
        DatePrecision::Day => Span::Day(stamp.day),
        DatePrecision::Month => months(stamp.day, stamp.day),
        DatePrecision::Year => Span::Year(stamp.day.year()),
    }
}

/// The months from that of one day to that of another.
fn months(first: NaiveDate, last: NaiveDate) -> Span {
    Span::Months(Month::of(first), Month::of(last))
}
