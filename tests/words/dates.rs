//! Dates, periods and durations, in every case.

use chrono::NaiveDate;
use planfact::dataset::format::period::{DatePrecision, Due, PartialDate, Period};
use planfact::page::i18n::{DateCase, TextForm, Words};

use super::all;

fn period(written: &str) -> Period {
    Period::parse(written).unwrap()
}

fn day(written: &str) -> NaiveDate {
    written.parse().unwrap()
}

/// The texts in the three languages.
fn say(what: impl Fn(&Words) -> String) -> [String; 3] {
    all().each_ref().map(what)
}

#[test]
fn a_period_in_a_table() {
    for (written, expected) in [
        ("2025", ["2025", "2025", "2025"]),
        ("2025-Q1", ["Q1 2025", "I кв. 2025", "2025 ж. I тоқсан"]),
        ("2017-H2", ["H2 2017", "II полуг. 2017", "2017 ж. II жарт."]),
        ("2025-09", ["Sep 2025", "сент. 2025", "2025 ж. қыр."]),
        ("2016-01/2016-05", ["Jan–May 2016", "янв.–май 2016", "2016 ж. қаң.–мам."]),
        ("2018-09-21", ["21 Sep 2018", "21 сент. 2018", "2018 ж. 21 қыр."]),
        ("2018-07-01", ["1 Jul 2018", "1 июля 2018", "2018 ж. 1 шіл."]),
        ("2016-07-01/2020-12-31", ["Jul 2016–Dec 2020", "июль 2016–дек. 2020", "2016 ж. шіл. – 2020 ж. жел."]),
        ("2021-01-01/2021-05-25", ["1 Jan–25 May 2021", "1 янв. – 25 мая 2021", "2021 ж. 1 қаң. – 25 мам."]),
        ("2018~", ["~2018", "≈2018", "~2018"]),
    ] {
        assert_eq!(say(|words| words.period(&period(written), TextForm::Plain)), expected, "{written}");
    }
}

#[test]
fn a_tight_date_cannot_be_mistaken_for_another() {
    for (written, expected) in [
        ("2025-Q1", ["Q1 ’25", "I кв. 2025", "I тоқ. 2025"]),
        ("2016-07", ["Jul ’16", "07.2016", "07.2016"]),
        ("2016-01/2016-05", ["Jan–May ’16", "01–05.2016", "01–05.2016"]),
        ("2018-07-17", ["17 Jul ’18", "17.07.2018", "17.07.2018"]),
        ("2021-01-01/2021-05-25", ["1 Jan–25 May ’21", "1.01–25.05.2021", "1.01–25.05.2021"]),
    ] {
        assert_eq!(say(|words| words.period(&period(written), TextForm::Tight)), expected, "{written}");
    }
}

#[test]
fn a_period_in_a_sentence_has_its_case() {
    for (written, expected) in [
        ("2025", ["in 2025", "в 2025 году", "2025 жылы"]),
        ("2025-Q1", ["in the first quarter of 2025", "в I квартале 2025 года", "2025 жылғы I тоқсанда"]),
        ("2025-Q2", ["in the second quarter of 2025", "во II квартале 2025 года", "2025 жылғы II тоқсанда"]),
        ("2016-07", ["in July 2016", "в июле 2016 года", "2016 жылғы шілдеде"]),
        ("2016-01/2016-05", ["in January–May 2016", "в январе–мае 2016 года", "2016 жылғы қаңтар–мамырда"]),
        ("2018-09-21", ["on 21 September 2018", "21 сентября 2018 года", "2018 жылғы 21 қыркүйекте"]),
        ("2016-01/2020-12", ["in 2016–2020", "в 2016–2020 годах", "2016–2020 жылдары"]),
        ("2025-09~", ["roughly in September 2025", "примерно в сентябре 2025 года", "шамамен 2025 жылғы қыркүйекте"]),
    ] {
        assert_eq!(say(|words| words.period_as(&period(written), DateCase::In)), expected, "{written}");
    }
}

#[test]
fn a_deadline_in_a_sentence_has_its_case() {
    for (due, expected) in [
        (Due::In(period("2025")), ["by 2025", "к 2025 году", "2025 жылға қарай"]),
        (
            Due::In(period("2025-Q2")),
            ["by the second quarter of 2025", "ко II кварталу 2025 года", "2025 жылғы II тоқсанға қарай"],
        ),
        (Due::In(period("2025-09")), ["by September 2025", "к сентябрю 2025 года", "2025 жылғы қыркүйекке қарай"]),
        (
            Due::Between(day("2019-07-01"), day("2020-07-01")),
            [
                "between July 2019 and July 2020",
                "в срок с июля 2019 по июль 2020 года",
                "2019 жылғы шілде айы мен 2020 жылғы шілде айы аралығында",
            ],
        ),
    ] {
        assert_eq!(say(|words| words.due_as(&due, DateCase::By)), expected);
    }
}

#[test]
fn a_date_has_the_precision_it_is_known_to() {
    for (precision, expected) in [
        (DatePrecision::Day, ["31 July 2016", "31 июля 2016 года", "2016 жылғы 31 шілде"]),
        (DatePrecision::Month, ["July 2016", "июль 2016 года", "2016 жылғы шілде"]),
        (DatePrecision::Year, ["2016", "2016 год", "2016 жыл"]),
    ] {
        let stamp = PartialDate { day: day("2016-07-31"), precision };
        assert_eq!(say(|words| words.stamp(stamp, TextForm::Long)), expected);
    }
}

#[test]
fn every_month_has_its_name_in_every_case() {
    for month in 1..=12 {
        let written = format!("2020-{month:02}");
        for role in [DateCase::Standalone, DateCase::In, DateCase::By, DateCase::For, DateCase::Of] {
            for text in say(|words| words.period_as(&period(&written), role)) {
                assert!(!text.contains("month-") && !text.contains('$'), "{written} {role:?}: {text}");
            }
        }
    }
}

#[test]
fn a_part_of_a_year_is_labelled_on_an_axis() {
    let eight = period("2018-01/2018-08");
    assert_eq!(say(|words| words.part_of_year(&eight, TextForm::Plain)), ["Jan–Aug", "янв.–авг.", "қаң.–там."]);
    assert_eq!(say(|words| words.part_of_year(&eight, TextForm::Tight)), ["8 m", "8 мес.", "8 ай"]);
    assert_eq!(say(|words| words.part_of_year(&period("2025-Q1"), TextForm::Tight)), ["3 m", "3 мес.", "3 ай"]);
    assert_eq!(say(|words| words.part_of_year(&period("2018"), TextForm::Plain)), ["", "", ""]);
}

#[test]
fn durations_have_the_plural_of_the_language() {
    for (months, expected) in [
        (1, ["1 month", "1 месяц", "1 ай"]),
        (3, ["3 months", "3 месяца", "3 ай"]),
        (8, ["8 months", "8 месяцев", "8 ай"]),
        (11, ["11 months", "11 месяцев", "11 ай"]),
        (21, ["21 months", "21 месяц", "21 ай"]),
        (12, ["1 year", "1 год", "1 жыл"]),
        (24, ["2 years", "2 года", "2 жыл"]),
        (60, ["5 years", "5 лет", "5 жыл"]),
    ] {
        assert_eq!(say(|words| words.duration(months, months)), expected);
    }
    assert_eq!(say(|words| words.duration(6, 8)), ["6 to 8 months", "6–8 месяцев", "6–8 ай"]);
    assert_eq!(say(|words| words.duration(1, 2)), ["1 to 2 months", "1–2 месяца", "1–2 ай"]);
    assert_eq!(say(|words| words.duration(12, 24)), ["1 to 2 years", "1–2 года", "1–2 жыл"]);
}

#[test]
fn days_are_shown_in_the_unit_that_fits_their_number() {
    for (days, expected) in [
        ((1, 1), "1 day"),
        ((12, 40), "12 to 40 days"),
        ((154, 259), "5 to 9 months"),
        ((169, 169), "6 months"),
        ((-96, -96), "3 months"),
        ((2525, 2525), "7 years"),
    ] {
        assert_eq!(all()[0].days(days.0, days.1), expected);
    }
}

#[test]
fn an_event_between_two_days_is_dated_by_the_smallest_matching_period() {
    for (first, last, expected) in [
        ("2025-09-16", "2025-09-16", "on 16 September 2025"),
        ("2025-09-01", "2025-09-30", "in September 2025"),
        ("2025-07-01", "2025-09-30", "in the third quarter of 2025"),
        ("2016-01-01", "2016-12-31", "in 2016"),
        ("2025-06-03", "2025-09-16", "between 3 June and 16 September 2025"),
        ("2018-01-01", "2020-07-10", "between 1 January 2018 and 10 July 2020"),
    ] {
        assert_eq!(all()[0].event_date(day(first), day(last)), expected);
    }
    let between = say(|words| words.event_date(day("2025-06-03"), day("2025-09-16")));
    assert_eq!(between[1], "между 3 июня и 16 сентября 2025 года");
    assert_eq!(between[2], "2025 жылғы 3 маусым – 16 қыркүйек аралығында");
}
