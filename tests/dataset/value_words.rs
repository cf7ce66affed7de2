//! Values as people write them: words of three languages, per cent, and changes on a base period.

use planfact::dataset::format::value::{Amount, Change, ChangeUnit, Hedge, NumberKind, Value};
use proptest::prelude::*;

/// The words for each sign.
const HEDGES: [(&str, &[&str]); 6] = [
    ("~", &["about", "around", "approximately", "roughly", "около", "примерно", "приблизительно", "шамамен"]),
    (">=", &["at least", "not less than", "no less than", "не менее", "не меньше", "минимум", "кемінде"]),
    ("<=", &["up to", "at most", "not more than", "no more than", "не более", "не больше", "максимум", "ең көбі"]),
    (">", &["more than", "over", "above", "более", "больше", "свыше"]),
    ("<", &["less than", "under", "below", "менее", "меньше"]),
    ("<~", &["nearly", "almost", "почти"]),
];

/// The words for each scale.
const SCALES: [(&str, &[&str]); 4] = [
    ("k", &["thousand", "тысяча", "тысячи", "тысяч", "тыс", "тыс.", "мың"]),
    ("m", &["million", "mln", "миллион", "миллиона", "миллионов", "млн", "млн."]),
    ("bn", &["billion", "bln", "миллиард", "миллиарда", "миллиардов", "млрд", "млрд."]),
    ("trn", &["trillion", "триллион", "триллиона", "триллионов", "трлн", "трлн."]),
];

fn counted(written: &str) -> Value {
    Value::parse(written, NumberKind::Count).unwrap_or_else(|fault| panic!("{written}: {fault:?}"))
}

/// As written, with a capital, and in capitals.
fn spellings(word: &str) -> [String; 3] {
    let (first, rest) = word.split_at(word.chars().next().map_or(0, char::len_utf8));
    [word.to_owned(), first.to_uppercase() + rest, word.to_uppercase()]
}

#[test]
fn each_word_for_a_hedge_means_its_sign() {
    for (sign, words) in HEDGES {
        for word in words.iter().flat_map(|word| spellings(word)) {
            assert_eq!(counted(&format!("{word} 7 000")), counted(&format!("{sign}7000")), "{word}");
        }
    }
}

#[test]
fn each_word_for_a_scale_means_its_sign() {
    for (sign, words) in SCALES {
        for word in words.iter().chain([&sign]).flat_map(|word| spellings(word)) {
            for written in [format!("1.5 {word}"), format!("1.5{word}")] {
                assert_eq!(counted(&written), counted(&format!("1.5{sign}")), "{written}");
            }
            let range = format!("1.5 {word}..2 {word}");
            assert_eq!(counted(&range), counted(&format!("1.5{sign}..2{sign}")), "{range}");
        }
    }
}

#[test]
fn a_kazakh_hedge_stands_behind_the_number_and_its_ending() {
    for (written, signs) in [
        ("19 мыңнан астам", ">19k"),
        ("30-дан астам", ">30"),
        ("30‑дан астам", ">30"),
        ("20 000-нан астам", ">20000"),
        ("5 миллионнан астам", ">5m"),
        ("7 млрд-тан астам", ">7bn"),
        ("7 млрд. астам", ">7bn"),
        ("30-дан кем", "<30"),
        ("40-тан кем", "<40"),
        ("7-ден кем", "<7"),
        ("120 млрд дерлік", "<~120bn"),
        ("120 МЛРД ДЕРЛІК", "<~120bn"),
    ] {
        assert_eq!(counted(written), counted(signs), "{written}");
    }
    let share = |written| Value::parse(written, NumberKind::Share).unwrap();
    assert_eq!(share("50%-дан астам"), share(">50"));
}

#[test]
fn commas_group_digits_in_threes() {
    for (written, plain) in
        [("100,000", "100000"), ("1,234,567.5", "1234567.5"), ("-1,200", "-1200"), ("at least 7,500 k", ">=7500k")]
    {
        assert_eq!(counted(written), counted(plain), "{written}");
    }
    for written in
        ["1,5", "12,34", "1,2345", "1234,567", ",5", "5,", "1,,000", "0,500", "1 234,567", "1_000,000", "1.5,000"]
    {
        assert!(Value::parse(written, NumberKind::Count).is_err(), "{written}");
    }
}

#[test]
fn per_cent_may_follow_the_number_of_a_share_or_of_growth() {
    for number_kind in [NumberKind::Share, NumberKind::Growth] {
        for (written, plain) in [
            ("50%", "50"),
            ("~50 %", "~50"),
            ("at least 44.5 %", ">=44.5"),
            ("40%..50%", "40..50"),
            ("40..50%", "40..50"),
        ] {
            assert_eq!(Value::parse(written, number_kind), Value::parse(plain, number_kind), "{written}");
        }
    }
    for number_kind in [NumberKind::Count, NumberKind::Measurement] {
        let fault = Value::parse("50%", number_kind).unwrap_err();
        assert!(fault.found.starts_with("a per cent sign"), "{fault:?}");
    }
}

#[test]
fn growth_with_a_sign_is_a_level_unless_there_is_a_base() {
    for (written, plain) in [("-2%", "-2"), ("+22 %", "22"), ("~-2%", "~-2"), ("-2%..-1%", "-2..-1")] {
        let level = Value::parse(written, NumberKind::Growth);
        assert_eq!(level, Value::parse(plain, NumberKind::Growth), "{written}");
    }
    for written in ["-2%", "+22 %", "~-2%"] {
        assert!(Value::parse_on_base(written, NumberKind::Growth).unwrap().is_change(), "{written}");
        assert!(Value::parse(written, NumberKind::Share).unwrap().is_change(), "{written}");
    }
    assert!(!Value::parse_on_base("50%", NumberKind::Growth).unwrap().is_change());
    assert!(!Value::parse_on_base("-2", NumberKind::Growth).unwrap().is_change());
}

#[test]
fn each_notation_of_a_change_is_parsed() {
    use ChangeUnit::{Percent, Points, Times};
    for (written, hedge, unit, number, place_value) in [
        ("-40%", Hedge::Plain, Percent, -40.0, 10.0),
        ("−40 %", Hedge::Plain, Percent, -40.0, 10.0),
        ("+22%", Hedge::Plain, Percent, 22.0, 1.0),
        ("+22.0%", Hedge::Plain, Percent, 22.0, 0.1),
        (">=+22%", Hedge::AtLeast, Percent, 22.0, 1.0),
        ("<=-40%", Hedge::AtMost, Percent, -40.0, 10.0),
        ("about -40 %", Hedge::About, Percent, -40.0, 10.0),
        ("=+22%", Hedge::Exact, Percent, 22.0, 1.0),
        ("+1,000%", Hedge::Plain, Percent, 1000.0, 1000.0),
        ("x2", Hedge::Plain, Times, 2.0, 1.0),
        ("x1.6", Hedge::Plain, Times, 1.6, 0.1),
        ("X 2", Hedge::Plain, Times, 2.0, 1.0),
        ("×2", Hedge::Plain, Times, 2.0, 1.0),
        ("х2", Hedge::Plain, Times, 2.0, 1.0),
        ("~x2", Hedge::About, Times, 2.0, 1.0),
        ("more than x2", Hedge::MoreThan, Times, 2.0, 1.0),
        ("+5pp", Hedge::Plain, Points, 5.0, 1.0),
        ("~-5 pp", Hedge::About, Points, -5.0, 1.0),
    ] {
        let change = Value::Change(Change { hedge, unit, number, place_value });
        for number_kind in [NumberKind::Count, NumberKind::Measurement, NumberKind::Share, NumberKind::Growth] {
            assert_eq!(Value::parse_on_base(written, number_kind), Ok(change), "{written}");
        }
    }
}

#[test]
fn a_range_of_changes_begins_with_the_smaller_one() {
    let parse = |written| Value::parse_on_base(written, NumberKind::Count);
    for written in ["-40%..-50%", "+5%..+10%", "x2..x3", "x0.6..x0.5", "+5pp..+10pp", "-5pp..-10pp"] {
        let Ok(Value::ChangeRange(small, large)) = parse(written) else { panic!("{written}: {:?}", parse(written)) };
        assert_eq!((small.unit, small.hedge), (large.unit, Hedge::Plain), "{written}");
    }
    for written in [
        "-50%..-40%",
        "-40%..-40%",
        "-40%..+50%",
        "+0%..+5%",
        "x3..x2",
        "x0.5..x2",
        "x0.5..x0.6",
        "+5pp..+5%",
        "-40..-50%",
        "-40%..-50",
        "~-40%..-50%",
        "-40%..~-50%",
        "+5%..x2",
        "40%..-50%",
    ] {
        assert!(parse(written).is_err(), "{written}");
    }
}

#[test]
fn a_value_has_one_hedge_and_a_number() {
    for written in [
        "at least about 5",
        "~ ~5",
        ">= at most 5",
        "кемінде 30-дан астам",
        "~120 млрд дерлік",
        "30-дан астам дерлік",
        "million",
        "k",
        "more than",
        "at least thousand",
        "астам",
        "x",
        "%",
        "pp",
        "+%",
        "до 30",
        "до",
        "5 million thousand",
        "30-дан",
        "19 мыңнан",
    ] {
        assert!(Value::parse(written, NumberKind::Share).is_err(), "{written}");
    }
}

#[test]
fn what_is_no_number_keeps_its_meaning_in_capitals() {
    assert_eq!(counted(" Not  Yet "), Value::NotYet);
    assert_eq!(counted("?"), Value::Unquantified);
    assert_eq!(counted("1 / 3"), Value::EveryKth(3));
}

#[test]
fn one_word_more_or_less_is_another_value() {
    for (one, other) in
        [("not less than 5", "less than 5"), ("не более 5", "более 5"), ("no more than 5", "more than 5")]
    {
        assert_ne!(counted(one), counted(other));
    }
    let Value::Amount(Amount { hedge, .. }) = counted("не менее 5") else { panic!() };
    assert_eq!(hedge, Hedge::AtLeast);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn words_and_signs_say_the_same(
        (sign, words) in prop::sample::select(&HEDGES[..]), (scale, names) in prop::sample::select(&SCALES[..]),
        word in any::<prop::sample::Index>(), name in any::<prop::sample::Index>(), number in "-?[1-9][0-9]{0,2}(,[0-9]{3}){0,2}(\\.[0-9]{1,2})?",
        gap in "[ \u{a0}\u{202f}]{1,2}",
    ) {
        let said = format!("{}{gap}{number}{gap}{}", word.get(words), name.get(names));
        let signs = format!("{sign}{}{scale}", number.replace(',', ""));
        prop_assert_eq!(Value::parse(&said, NumberKind::Count), Value::parse(&signs, NumberKind::Count), "{}", said);
    }
}
