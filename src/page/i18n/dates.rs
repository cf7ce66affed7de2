//! Dates, periods and durations.
//!
//! Month names and the shapes of dates are texts of the language files, not of `icu_datetime`: a sentence needs a month in
//! the case that the sentence gives it ("в июле", "к июлю", "шілдеге"), and quarters and halves, and ICU has neither; it
//! would also add 1.1 MB to a release binary (measured with 2.4, three patterns).

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};

use crate::dataset::format::period::{DatePrecision, Due, Month, PartialDate, Period, Span};
use crate::page::i18n::{Arg, TextForm, Words};

/// What a date does in a sentence; each is an attribute of the messages `period-*` and `month-*`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateCase {
    /// Stands alone: "the first quarter of 2025".
    Standalone,
    /// When something was: "in the first quarter of 2025".
    In,
    /// A deadline: "by the first quarter of 2025".
    By,
    /// What it is planned for: "for the first quarter of 2025".
    For,
    /// What something belongs to: "of the first quarter of 2025".
    Of,
}

/// The months, by their messages.
const MONTHS: [&str; 12] = [
    "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8", "month-9", "month-10",
    "month-11", "month-12",
];
/// Days in a month, on average.
const DAYS_IN_MONTH: f64 = 30.44;
/// Days in a year, on average.
const DAYS_IN_YEAR: f64 = 365.25;

impl Words {
    /// A period standing alone: `Jan–May 2016`, `Q1 2025`.
    #[must_use]
    pub fn period(&self, period: &Period, form: TextForm) -> String {
        let name = match form {
            TextForm::Long => self.inflected(&period.span, ".long"),
            TextForm::Plain => self.inflected(&period.span, ""),
            TextForm::Tight => self.inflected(&period.span, ".tight"),
        };
        match form {
            _ if !period.is_approximate => name,
            TextForm::Long => self.format("roughly", &[("when", name.into())]),
            TextForm::Plain | TextForm::Tight => self.format("roughly.plain", &[("when", name.into())]),
        }
    }

    /// A period in a sentence: "in January–May 2016", "by 2025".
    #[must_use]
    pub fn period_as(&self, period: &Period, role: DateCase) -> String {
        let name = self.inflected(
            &period.span,
            match role {
                DateCase::Standalone => ".long",
                DateCase::In => ".in",
                DateCase::By => ".by",
                DateCase::For => ".for",
                DateCase::Of => ".of",
            },
        );
        if period.is_approximate { self.format("roughly", &[("when", name.into())]) } else { name }
    }

    /// A deadline as a table shows it: `2025`, `Q1 2025`, `Jul 2019–Jul 2020`.
    #[must_use]
    pub fn due(&self, due: &Due, form: TextForm) -> String {
        match due {
            Due::In(period) => self.period(period, form),
            Due::Between(first, last) => self.period(&months_between(*first, *last), form),
        }
    }

    /// A deadline in a sentence: "by 2025", "between July 2019 and July 2020".
    #[must_use]
    pub fn due_as(&self, due: &Due, role: DateCase) -> String {
        match due {
            Due::In(period) => self.period_as(period, role),
            Due::Between(first, last) => self.inflected(&months_between(*first, *last).span, ".within"),
        }
    }

    /// The part of a year that a figure covers, as a label of an axis: `Jan–Aug`; tight, `8 m`. Empty for a whole year.
    #[must_use]
    pub fn part_of_year(&self, period: &Period, form: TextForm) -> String {
        let (start, end) = (period.start(), period.end());
        if period.full_year().is_some() {
            return String::new();
        }
        match (form, period.year_to_date()) {
            (TextForm::Tight, Some((_, months))) => self.format("months.tight", &[("count", months.into())]),
            _ if start.year() == end.year() && start.month() == end.month() => self.month(start, "short").into_owned(),
            _ => self.say_days("period-part", (start, end)),
        }
    }

    /// A day: `1 July 2016`, `1 Jul 2016`, `1 Jul ’16`.
    #[must_use]
    pub fn date(&self, day: NaiveDate, form: TextForm) -> String {
        self.period(&Period { span: Span::Day(day), is_approximate: false }, form)
    }

    /// A date as far as it is known: `Jul 2016`.
    #[must_use]
    pub fn stamp(&self, stamp: PartialDate, form: TextForm) -> String {
        self.period(&known_part(stamp), form)
    }

    /// When something was said, in a sentence and to the month: "in July 2016".
    #[must_use]
    pub fn stamp_as(&self, stamp: PartialDate, role: DateCase) -> String {
        let mut part = known_part(stamp);
        if let Span::Day(day) = part.span {
            part.span = one_month(day);
        }
        self.period_as(&part, role)
    }

    /// So many months: "8 months", "2 years".
    #[must_use]
    pub fn months(&self, months: u32) -> String {
        self.duration(months, months)
    }

    /// A length of time known between two numbers of months: "6 to 8 months"; in years where both are whole ones.
    #[must_use]
    pub fn duration(&self, least: u32, most: u32) -> String {
        if least > 0 && least.is_multiple_of(12) && most.is_multiple_of(12) {
            return self.between("years", least / 12, most / 12);
        }
        self.between("months", least, most)
    }

    /// When something happened that is known to lie between two days, in a sentence: "in September 2025", "in the first
    /// quarter of 2025", "between 4 June 2025 and 30 September 2025".
    #[must_use]
    pub fn happened(&self, first: NaiveDate, last: NaiveDate) -> String {
        let quarter = Span::Quarter(first.year(), first.month().div_ceil(3));
        let half = Span::Half(first.year(), first.month().div_ceil(6));
        let whole = |span: &Span| {
            let period = Period { span: *span, is_approximate: false };
            period.start() == first && period.end() == last
        };
        match [Span::Day(first), one_month(first), quarter, half, Span::Year(first.year())]
            .iter()
            .find(|span| whole(span))
        {
            Some(span) => self.inflected(span, ".in"),
            None => self.inflected(&Span::Days(first, last), ".within"),
        }
    }

    /// A length of time known between two numbers of days, in the unit that suits it.
    #[must_use]
    pub fn days(&self, least: i64, most: i64) -> String {
        let (least, most) =
            (least.unsigned_abs().min(most.unsigned_abs()), least.unsigned_abs().max(most.unsigned_abs()));
        let whole = |days: u64, unit: f64| {
            let rounded = (days as f64 / unit).round();
            format!("{rounded:.0}").parse::<u32>().unwrap_or(u32::MAX)
        };
        match most {
            0..45 => self.between("days", whole(least, 1.0), whole(most, 1.0)),
            45..1096 => self.between("months", whole(least, DAYS_IN_MONTH), whole(most, DAYS_IN_MONTH)),
            _ => self.between("years", whole(least, DAYS_IN_YEAR), whole(most, DAYS_IN_YEAR)),
        }
    }

    /// `key` is `days`, `months` or `years`.
    fn between(&self, key: &str, least: u32, most: u32) -> String {
        if least == most {
            self.format(key, &[("count", most.into())])
        } else {
            self.format(&format!("{key}.between"), &[("least", least.into()), ("most", most.into())])
        }
    }

    /// A span in a shape: one of the attributes of `period-*`, or empty for the message itself.
    fn inflected(&self, span: &Span, shape: &str) -> String {
        match *span {
            Span::Year(year) => self.format(&format!("period-year{shape}"), &[("year", year.to_string().into())]),
            Span::Half(year, half) => self.format(&format!("period-half{shape}"), &with_year(year, ("half", half))),
            Span::Quarter(year, quarter) => {
                self.format(&format!("period-quarter{shape}"), &with_year(year, ("quarter", quarter)))
            }
            Span::Day(day) => self.say_days(&format!("period-day{shape}"), (day, day)),
            Span::Months(first, last) if first == last => {
                self.say_days(&format!("period-month{shape}"), (first.first_day(), first.first_day()))
            }
            Span::Months(first, last) => self.months_inflected(first.first_day(), last.last_day(), shape),
            Span::Days(first, last) => self.days_inflected(first, last, shape),
        }
    }

    /// Whole months: a year, a half or a quarter of one, else from a month to a month.
    fn months_inflected(&self, first: NaiveDate, last: NaiveDate, shape: &str) -> String {
        let same_year = first.year() == last.year();
        let kind = match (first.month(), last.month()) {
            (1, 12) if same_year => return self.inflected(&Span::Year(first.year()), shape),
            (1, 12) => "years",
            (from, to) if same_year && from == to => return self.inflected(&one_month(first), shape),
            _ if same_year => "months",
            _ => "across",
        };
        self.say_days(&format!("period-{kind}{shape}"), (first, last))
    }

    /// Whole days: as months if they are whole ones. Within one year `$first-bare` and `$last-bare` say them without it.
    fn days_inflected(&self, first: NaiveDate, last: NaiveDate, shape: &str) -> String {
        if first == last {
            return self.inflected(&Span::Day(first), shape);
        }
        if first.day() == 1 && last == Month::of(last).last_day() {
            return self.months_inflected(first, last, shape);
        }
        let (form, bare) = match shape {
            "" => (TextForm::Plain, ".bare-short"),
            ".tight" => (TextForm::Tight, ".bare-tight"),
            _ => (TextForm::Long, ".bare"),
        };
        let args = [
            ("first", self.date(first, form).into()),
            ("last", self.date(last, form).into()),
            ("first-bare", self.inflected(&Span::Day(first), bare).into()),
            ("last-bare", self.inflected(&Span::Day(last), bare).into()),
        ];
        let kind = if first.year() == last.year() { "period-days-of-year" } else { "period-days" };
        self.format(&format!("{kind}{shape}"), &args)
    }

    /// A text about a day, or about two: those placeholders are filled that it has.
    fn say_days(&self, key: &str, days: (NaiveDate, NaiveDate)) -> String {
        let names = self.placeholders(key);
        let filled = |name| Some((name, self.placeholder(name, days)?));
        let args: Vec<_> = names.iter().map(String::as_str).filter_map(filled).collect();
        self.format(key, &args)
    }

    /// What fills a placeholder: of the last day `$day`, `$year`, and `$yy` and `$month-number` for narrow cells; its month
    /// as `$month` in every case (`$month-of`, an attribute of `month-*`); of both months `$first` and `$last` in every case,
    /// `$from` and `$to` for their years.
    fn placeholder(&self, name: &str, (first, last): (NaiveDate, NaiveDate)) -> Option<Arg<'_>> {
        Some(match name {
            "day" => last.day().into(),
            "year" | "to" => last.year().to_string().into(),
            "yy" => two_digits(last.year()).into(),
            "from" => first.year().to_string().into(),
            "month-number" | "last-number" => month_number(last),
            "first-number" => month_number(first),
            _ => {
                let (which, case) = name.split_once('-').unwrap_or((name, ""));
                let day = match which {
                    "first" => first,
                    "month" | "last" => last,
                    _ => return None,
                };
                Arg::Text(self.messages.format(month_key(day), attribute(case), &[])?)
            }
        })
    }

    /// The month of a day in a case.
    fn month(&self, day: NaiveDate, case: &str) -> Cow<'_, str> {
        self.messages.format(month_key(day), attribute(case), &[]).unwrap_or_default()
    }
}

/// A time as a clock shows it: `4:07`, `1:04:07`.
#[must_use]
pub fn format_clock(seconds: u64) -> String {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

/// The month of a day as two digits.
fn month_number(day: NaiveDate) -> Arg<'static> {
    format!("{:02}", day.month()).into()
}

fn month_key(day: NaiveDate) -> &'static str {
    MONTHS.get(day.month0() as usize).copied().unwrap_or_default()
}

/// The attribute of a case; none for the message itself.
fn attribute(case: &str) -> Option<&str> {
    Some(case).filter(|case| !case.is_empty())
}

fn two_digits(year: i32) -> String {
    format!("{:02}", year.rem_euclid(100))
}

/// The placeholders of a year and of a number in it, which is not grouped.
fn with_year(year: i32, (name, number): (&'static str, u32)) -> [(&'static str, Arg<'static>); 3] {
    [("year", year.to_string().into()), ("yy", two_digits(year).into()), (name, number.into())]
}

fn known_part(stamp: PartialDate) -> Period {
    let month = Month::of(stamp.day);
    let span = match stamp.precision {
        DatePrecision::Day => Span::Day(stamp.day),
        DatePrecision::Month => Span::Months(month, month),
        DatePrecision::Year => Span::Year(month.year),
    };
    Period { span, is_approximate: false }
}

fn one_month(day: NaiveDate) -> Span {
    Span::Months(Month::of(day), Month::of(day))
}

fn months_between(first: NaiveDate, last: NaiveDate) -> Period {
    Period { span: Span::Months(Month::of(first), Month::of(last)), is_approximate: false }
}
