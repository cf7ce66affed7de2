//! The grammar of values and periods, with every notation of the format.

use chrono::NaiveDate;
use planfact::dataset::format::period::{DatePrecision, Due, Month, PartialDate, Period, Span};
use planfact::dataset::format::value::{Amount, Hedge, NumberKind, Value};

/// Parses a text as the value of a counted metric.
fn counted(written: &str) -> Value {
    Value::parse(written, NumberKind::Count).unwrap_or_else(|fault| panic!("{written}: {fault:?}"))
}

fn amount(hedge: Hedge, number: f64, place: f64) -> Value {
    Value::Amount(Amount { hedge, number, place_value: place })
}

#[test]
fn every_notation_of_a_value_is_parsed() {
    let plain = |number, place| Amount { hedge: Hedge::Plain, number, place_value: place };
    for (written, value) in [
        ("2636", amount(Hedge::Exact, 2636.0, 1.0)),
        ("~100k", amount(Hedge::About, 100_000.0, 100_000.0)),
        (">19k", amount(Hedge::MoreThan, 19_000.0, 1_000.0)),
        ("<=50", amount(Hedge::AtMost, 50.0, 10.0)),
        ("<120k", amount(Hedge::LessThan, 120_000.0, 10_000.0)),
        ("?", Value::Unquantified),
        ("=20000", amount(Hedge::Exact, 20_000.0, 10_000.0)),
        ("<~120bn", amount(Hedge::Nearly, 120e9, 10e9)),
        (">=200k", amount(Hedge::AtLeast, 200_000.0, 100_000.0)),
        ("95k..105k", Value::Range(plain(95_000.0, 1_000.0), plain(105_000.0, 1_000.0))),
        ("1/2", Value::EveryKth(2)),
        ("not yet", Value::NotYet),
    ] {
        assert_eq!(counted(written), value, "{written}");
    }
}

#[test]
fn scales_are_read_in_three_languages_with_or_without_a_space() {
    for (written, number) in [
        ("7k", 7e3),
        ("7 m", 7e6),
        ("7bn", 7e9),
        ("7 trn", 7e12),
        ("7тыс", 7e3),
        ("7 тыс.", 7e3),
        ("7 мың", 7e3),
        ("7млн", 7e6),
        ("7 млрд", 7e9),
        ("7\u{a0}трлн", 7e12),
        ("> 7k", 7e3),
    ] {
        let Value::Amount(read) = counted(written) else { panic!("{written}") };
        assert!((read.number - number).abs() < 0.5, "{written}: {read:?}");
    }
}

#[test]
fn digits_may_be_grouped_by_spaces_or_underscores() {
    for written in ["171442", "171 442", "171_442", "171\u{202f}442", " 171\u{a0}442 "] {
        assert_eq!(counted(written), amount(Hedge::Exact, 171_442.0, 1.0), "{written}");
    }
    assert_eq!(counted("1 234 567.25"), amount(Hedge::Plain, 1_234_567.25, 0.01));
}

#[test]
fn the_place_value_is_that_of_the_last_digit_as_spoken() {
    for (written, number, place) in [
        ("44.5", 44.5, 0.1),
        ("120.90", 120.9, 0.01),
        ("50.0", 50.0, 0.1),
        ("148k", 148e3, 1e3),
        ("145.3k", 145_300.0, 100.0),
        ("4.5trn", 4.5e12, 0.1e12),
        ("1.6bn", 1.6e9, 0.1e9),
        ("290bn", 290e9, 10e9),
        ("20000", 20_000.0, 10_000.0),
        ("-60.1", -60.1, 0.1),
        ("−60", -60.0, 10.0),
        ("0", 0.0, 1.0),
    ] {
        assert_eq!(counted(written), amount(Hedge::Plain, number, place), "{written}");
        assert_eq!(counted(&format!("~{written}")), amount(Hedge::About, number, place), "~{written}");
    }
}

#[test]
fn a_json_number_is_parsed_from_its_digits() {
    for (lexeme, number_kind, value) in [
        ("2636", NumberKind::Count, amount(Hedge::Exact, 2636.0, 1.0)),
        ("2636", NumberKind::Measurement, amount(Hedge::Plain, 2636.0, 1.0)),
        ("20000", NumberKind::Count, amount(Hedge::Plain, 20_000.0, 10_000.0)),
        ("120.90", NumberKind::Count, amount(Hedge::Plain, 120.9, 0.01)),
        ("-5", NumberKind::Measurement, amount(Hedge::Plain, -5.0, 1.0)),
        ("1.5e3", NumberKind::Count, amount(Hedge::Plain, 1500.0, 100.0)),
        ("2E+2", NumberKind::Count, amount(Hedge::Plain, 200.0, 100.0)),
        ("0", NumberKind::Count, amount(Hedge::Plain, 0.0, 1.0)),
    ] {
        assert_eq!(Value::from_json(lexeme, number_kind), Ok(value), "{lexeme}");
    }
    for lexeme in ["1e400", "-1e999999999999", "1e-999999999999"] {
        assert!(Value::from_json(lexeme, NumberKind::Count).is_err(), "{lexeme}");
    }
}

#[test]
fn a_whole_number_means_the_same_as_text_and_as_number() {
    for written in ["2636", "20000", "120.90", "0"] {
        for number_kind in [NumberKind::Count, NumberKind::Measurement] {
            assert_eq!(Value::parse(written, number_kind), Value::from_json(written, number_kind), "{written}");
        }
    }
}

#[test]
fn a_place_value_is_never_zero() {
    for lexeme in ["1e-400", "0.5e-323"] {
        let Ok(Value::Amount(amount)) = Value::from_json(lexeme, NumberKind::Measurement) else { panic!("{lexeme}") };
        assert!(amount.place_value > 0.0, "{lexeme}");
    }
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

#[test]
fn every_notation_of_a_period_is_parsed() {
    let month = |year, month| Month { year, month };
    for (written, span, first, last) in [
        ("2025", Span::Year(2025), day(2025, 1, 1), day(2025, 12, 31)),
        ("2025-H1", Span::Half(2025, 1), day(2025, 1, 1), day(2025, 6, 30)),
        ("2025-H2", Span::Half(2025, 2), day(2025, 7, 1), day(2025, 12, 31)),
        ("2025-Q4", Span::Quarter(2025, 4), day(2025, 10, 1), day(2025, 12, 31)),
        ("2024-02", Span::Months(month(2024, 2), month(2024, 2)), day(2024, 2, 1), day(2024, 2, 29)),
        ("2016-01/2016-05", Span::Months(month(2016, 1), month(2016, 5)), day(2016, 1, 1), day(2016, 5, 31)),
        ("2025-10-21", Span::Day(day(2025, 10, 21)), day(2025, 10, 21), day(2025, 10, 21)),
        ("2016-07-01/2020-12-31", Span::Days(day(2016, 7, 1), day(2020, 12, 31)), day(2016, 7, 1), day(2020, 12, 31)),
        ("9999", Span::Year(9999), day(9999, 1, 1), day(9999, 12, 31)),
    ] {
        let period = Period::parse(written).unwrap();
        assert_eq!((period.span, period.start(), period.end()), (span, first, last), "{written}");
        assert!(!period.is_approximate);
        assert!(Period::parse(&format!("{written}~")).unwrap().is_approximate, "{written}~");
    }
}

#[test]
fn a_partial_date_counts_from_its_last_day() {
    for (written, last, first, precision) in [
        ("2016-07-01", day(2016, 7, 1), day(2016, 7, 1), DatePrecision::Day),
        ("2016-07", day(2016, 7, 31), day(2016, 7, 1), DatePrecision::Month),
        ("2016", day(2016, 12, 31), day(2016, 1, 1), DatePrecision::Year),
    ] {
        let stamp = PartialDate::parse(written).unwrap();
        assert_eq!((stamp.day, stamp.first_day(), stamp.precision), (last, first, precision), "{written}");
    }
}

#[test]
fn a_due_date_is_a_period_or_a_range_of_dates() {
    assert_eq!(Due::parse("2025"), Period::parse("2025").map(Due::In));
    assert_eq!(Due::parse("2019-07-01..2020-07-01"), Ok(Due::Between(day(2019, 7, 1), day(2020, 7, 1))));
    assert_eq!(Due::parse("2019..2020-07"), Ok(Due::Between(day(2019, 1, 1), day(2020, 7, 31))));
}
