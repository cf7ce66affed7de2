//! Numbers, amounts with hedges and units, shares and money: the vectors of analytics 5.4 and more.

use planfact::compare::series::interval::Interval;
use planfact::compare::series::quantity::{Quantity, QuantityForm};
use planfact::dataset::format::value::Value;
use planfact::dataset::records::{Better, LocalizedText, Metric, MetricKind};
use planfact::page::i18n::{TextForm, Words};

use super::all;

/// A metric of a kind, with its unit in three languages.
fn metric(kind: MetricKind, unit: [&'static str; 3]) -> Metric {
    let [en, ru, kk] = unit.map(|unit| Some(unit.into()));
    Metric {
        id: "m".into(),
        name: LocalizedText::default(),
        unit: LocalizedText { en, ru, kk },
        kind,
        better: Better::More,
        currency: None,
        parts: Vec::new(),
        part_of: None,
        share_of: None,
        capacity: None,
        is_judged: true,
        note: LocalizedText::default(),
    }
}

fn vehicles() -> Metric {
    metric(MetricKind::Flow, ["vehicle|vehicles", "автомобиль|автомобиля|автомобилей", "автомобиль"])
}

fn money(currency: &'static str) -> Metric {
    Metric { currency: Some(currency.into()), ..metric(MetricKind::Flow, ["", "", ""]) }
}

/// A value as written in a dataset in the three languages, with plain spaces.
fn say(written: &str, metric: &Metric, form: TextForm) -> [String; 3] {
    let value = Value::parse(written, metric.number_kind()).unwrap();
    all().each_ref().map(|words| words.value(&value, metric, form).replace('\u{a0}', " "))
}

/// A computed quantity.
fn computed(low: f64, nominal: f64, high: f64) -> Quantity {
    let interval = Interval { lo: low, hi: high, lo_open: false, hi_open: false };
    Quantity { nominal, hard: interval, soft: interval, form: QuantityForm::Derived }
}

#[test]
fn numbers_match_the_vectors_of_the_specification() {
    let text = include_str!("../fixtures/analytics_vectors.json");
    let vectors: Vec<serde_json::Value> = serde_json::from_str(text).unwrap();
    let mut checked = 0;
    for vector in vectors.iter().filter(|vector| vector["section"] == "N format") {
        let case = vector["case"].as_str().unwrap();
        let write = |words: &Words| match case.split_once(' ').unwrap() {
            ("decimal", number) => Some(words.number(number.parse().unwrap(), 0)),
            ("percent", _) => Some(words.percent(44.5, 1)),
            // The short scales of CLDR are not ours: section 5.4 decides otherwise.
            _ => None,
        };
        for (words, language) in all().iter().zip(["en", "ru", "kk"]) {
            if let Some(written) = write(words) {
                assert_eq!(written, vector["out"][language].as_str().unwrap(), "{case}, {language}");
                checked += 1;
            }
        }
    }
    assert_eq!(checked, 12);
}

#[test]
fn numbers_are_grouped_and_signed_in_every_language() {
    let [english, russian, kazakh] = all();
    assert_eq!(english.number(2636.0, 0), "2,636");
    assert_eq!(russian.number(2636.0, 0), "2\u{a0}636");
    assert_eq!(kazakh.number(1_234.5, 1), "1\u{a0}234,5");
    assert_eq!(english.number(-28_558.0, 0), "−28,558");
    assert_eq!(english.signed(48_000.0, 0), "+48,000");
    assert_eq!(english.signed(-0.04, 1), "0.0", "a rounded zero has no sign");
    assert_eq!(russian.points(7.0, 1).replace('\u{a0}', " "), "+7,0 п. п.");
}

#[test]
fn computed_values_have_three_significant_digits() {
    let [english, ..] = all();
    for (value, expected) in [
        (28_549.0, "28,500"),
        (0.857_21, "0.857"),
        (9.996, "10.0"),
        (4.05, "4.05"),
        (999_950.0, "1,000,000"),
        (0.0, "0"),
    ] {
        assert_eq!(english.significant(value, 3), expected);
    }
}

#[test]
fn a_hedge_is_a_sign_in_a_table_and_a_word_in_a_sentence() {
    let vehicles = vehicles();
    for (written, table, sentence) in [
        (
            ">=200k",
            ["≥200,000", "≥200 000", "≥200 000"],
            ["at least 200,000 vehicles", "не менее 200 000 автомобилей", "кемінде 200 000 автомобиль"],
        ),
        (
            "~100k",
            ["~100,000", "≈100 000", "~100 000"],
            ["about 100,000 vehicles", "около 100 000 автомобилей", "шамамен 100 000 автомобиль"],
        ),
        (
            ">19k",
            [">19,000", ">19 000", ">19 000"],
            ["more than 19,000 vehicles", "более 19 000 автомобилей", "19 000-нан астам автомобиль"],
        ),
        (
            "<~120k",
            ["nearly 120,000", "почти 120 000", "120 000 дерлік"],
            ["nearly 120,000 vehicles", "почти 120 000 автомобилей", "120 000-ға жуық автомобиль"],
        ),
        ("<=50", ["≤50", "≤50", "≤50"], ["at most 50 vehicles", "не более 50 автомобилей", "ең көбі 50 автомобиль"]),
        (
            "<120k",
            ["<120,000", "<120 000", "<120 000"],
            ["less than 120,000 vehicles", "менее 120 000 автомобилей", "120 000-нан аз автомобиль"],
        ),
        (
            "95k..105k",
            ["95,000–105,000", "95 000–105 000", "95 000–105 000"],
            ["95,000–105,000 vehicles", "95 000–105 000 автомобилей", "95 000–105 000 автомобиль"],
        ),
    ] {
        assert_eq!(say(written, &vehicles, TextForm::Plain), table, "{written}");
        assert_eq!(say(written, &vehicles, TextForm::Long), sentence, "{written}");
    }
}

#[test]
fn russian_units_follow_the_number_and_its_hedge() {
    let vehicles = vehicles();
    for (written, expected) in [
        ("=1", "1 автомобиль"),
        ("=2", "2 автомобиля"),
        ("=5", "5 автомобилей"),
        ("=11", "11 автомобилей"),
        ("=21", "21 автомобиль"),
        ("171442", "171 442 автомобиля"),
        (">21", "более 21 автомобиля"),
        (">=22", "не менее 22 автомобилей"),
        ("1.5", "1,5 автомобиля"),
        ("6.3m", "6,3 млн автомобилей"),
    ] {
        assert_eq!(say(written, &vehicles, TextForm::Long)[1], expected);
    }
}

#[test]
fn english_has_one_vehicle_and_kazakh_never_two() {
    let vehicles = vehicles();
    assert_eq!(say("=1", &vehicles, TextForm::Long), ["1 vehicle", "1 автомобиль", "1 автомобиль"]);
    assert_eq!(say("171442", &vehicles, TextForm::Long)[0], "171,442 vehicles");
    assert_eq!(say("171442", &vehicles, TextForm::Long)[2], "171 442 автомобиль");
}

#[test]
fn a_unit_of_one_form_serves_every_number() {
    let seats = metric(MetricKind::Stock, ["seats", "мест", "орын"]);
    assert_eq!(say("=1", &seats, TextForm::Long), ["1 seats", "1 мест", "1 орын"]);
}

#[test]
fn a_narrow_cell_shortens_without_claiming_more() {
    let vehicles = vehicles();
    for (written, expected) in [
        (">=200k", ["≥200 k", "≥200 тыс.", "≥200 мың"]),
        ("148k", ["148 k", "148 тыс.", "148 мың"]),
        ("171442", ["171 k", "171 тыс.", "171 мың"]),
        ("19217", ["19.2 k", "19,2 тыс.", "19,2 мың"]),
        ("2636", ["2,636", "2 636", "2 636"]),
        (">19480", [">19.4 k", ">19,4 тыс.", ">19,4 мың"]),
        ("<19480", ["<19.5 k", "<19,5 тыс.", "<19,5 мың"]),
        ("95k..105k", ["95–105 k", "95–105 тыс.", "95–105 мың"]),
    ] {
        assert_eq!(say(written, &vehicles, TextForm::Tight), expected, "{written}");
    }
}

#[test]
fn a_value_has_no_more_digits_than_written() {
    let vehicles = vehicles();
    assert_eq!(say("145.3k", &vehicles, TextForm::Plain)[0], "145,300");
    assert_eq!(say("100k", &vehicles, TextForm::Tight)[0], "100 k");
    assert_eq!(say("44.50", &metric(MetricKind::Share, ["%", "%", "%"]), TextForm::Plain)[0], "44.50%");
}

#[test]
fn money_carries_its_currency_in_words() {
    for (written, currency, expected) in [
        ("<~120bn", "KZT", ["nearly KZT 120 bn", "почти 120 млрд тенге", "120 млрд теңгеге жуық"]),
        (">290bn", "KZT", ["more than KZT 290 bn", "более 290 млрд тенге", "290 млрд теңгеден астам"]),
        ("~4.5trn", "KZT", ["about KZT 4.5 trn", "около 4,5 трлн тенге", "шамамен 4,5 трлн теңге"]),
        ("88.26bn", "KZT", ["KZT 88.26 bn", "88,26 млрд тенге", "88,26 млрд теңге"]),
        ("190m", "USD", ["USD 190 m", "190 млн долл. США", "190 млн АҚШ доллары"]),
        ("5bn", "XYZ", ["XYZ 5 bn", "5 млрд XYZ", "5 млрд XYZ"]),
    ] {
        assert_eq!(say(written, &money(currency), TextForm::Long), expected);
    }
    assert_eq!(say("120bn", &money("KZT"), TextForm::Plain)[0], "KZT 120 bn");
    assert_eq!(say("<~120bn", &money("KZT"), TextForm::Tight), ["<120 bn", "<120 млрд", "<120 млрд"]);
    assert!(!say("120bn", &money("KZT"), TextForm::Plain).concat().contains('₸'));
}

#[test]
fn shares_and_growth_have_the_per_cent_sign_of_the_language() {
    let share = metric(MetricKind::Share, ["%", "%", "%"]);
    assert_eq!(say("44.5", &share, TextForm::Plain), ["44.5%", "44,5 %", "44,5%"]);
    assert_eq!(say(">50", &share, TextForm::Long), ["more than 50%", "более 50 %", "50%-дан астам"]);
    assert_eq!(say("19..20", &share, TextForm::Plain), ["19–20%", "19–20 %", "19–20%"]);
    let growth = metric(MetricKind::Growth, ["%", "%", "%"]);
    assert_eq!(say("150", &growth, TextForm::Plain), ["+150%", "+150 %", "+150%"]);
    assert_eq!(say("-15.5", &growth, TextForm::Plain), ["−15.5%", "−15,5 %", "−15,5%"]);
}

#[test]
fn every_kth_is_words_in_a_sentence_and_a_fraction_in_a_narrow_cell() {
    let share = metric(MetricKind::Share, ["%", "%", "%"]);
    assert_eq!(say("1/3", &share, TextForm::Long), ["every third", "каждый третий", "әрбір үшінші"]);
    assert_eq!(say("1/7", &share, TextForm::Long), ["one in 7", "1 из 7", "7 ішінен 1"]);
    assert_eq!(say("1/2", &share, TextForm::Tight), ["1/2", "1/2", "1/2"]);
}

#[test]
fn a_value_without_a_number_has_its_own_text() {
    assert_eq!(say("?", &vehicles(), TextForm::Long), ["no number given", "число не названо", "саны аталмаған"]);
}

#[test]
fn attainment_is_never_rounded_to_100_per_cent() {
    let [english, russian, kazakh] = all();
    assert_eq!(english.attainment(&computed(0.857_21, 0.857_21, 0.857_21)), "86%");
    assert_eq!(russian.attainment(&computed(0.857_21, 0.857_21, 0.857_21)), "86\u{a0}%");
    assert_eq!(kazakh.attainment(&computed(0.857_21, 0.857_21, 0.857_21)), "86%");
    assert_eq!(english.attainment(&computed(0.9996, 0.9996, 0.9996)), "99.96%");
    assert_eq!(english.attainment(&computed(0.19, 0.19, f64::INFINITY)), "≥19%");
    assert_eq!(english.attainment(&computed(0.19, 0.195, 0.20)), "19–20%");
    assert_eq!(english.attainment(&computed(1.0, 1.0, 1.0)), "100%");
}

#[test]
fn a_gap_has_a_sign() {
    let [english, russian, _] = all();
    assert_eq!(english.gap(&computed(-28_558.0, -28_558.0, -28_558.0), &vehicles(), TextForm::Plain), "−28,558");
    assert_eq!(english.gap(&computed(-28_558.0, -28_558.0, -28_558.0), &vehicles(), TextForm::Tight), "−28.6 k");
    assert_eq!(english.gap(&computed(13_000.0, 13_000.0, 13_000.0), &vehicles(), TextForm::Plain), "+13,000");
    let share = metric(MetricKind::Share, ["%", "%", "%"]);
    assert_eq!(english.gap(&computed(-1.5, -1.5, -1.5), &share, TextForm::Plain), "−1.5 pp");
    assert_eq!(russian.gap(&computed(-1.5, -1.5, -1.5), &share, TextForm::Plain).replace('\u{a0}', " "), "−1,5 п. п.");
}

#[test]
fn a_bound_is_never_rounded_past_itself() {
    let [english, ..] = all();
    let open = f64::INFINITY;
    assert_eq!(english.gap(&computed(-43_541.0, -43_541.0, open), &vehicles(), TextForm::Plain), "≥−43,600");
    assert_eq!(english.gap(&computed(101.5e9, 102e9, open), &money("KZT"), TextForm::Plain), "≥KZT +101 bn");
    assert_eq!(english.gap(&computed(-open, 10_049.0, 10_049.0), &vehicles(), TextForm::Plain), "≤+10,100");
    assert_eq!(english.gap(&computed(-140_000.0, -140_000.0, open), &vehicles(), TextForm::Plain), "≥−140,000");
    assert_eq!(english.attainment(&computed(0.076_9, 0.08, open)), "≥7%");
    assert_eq!(english.attainment(&computed(0.0, 0.08, 0.081)), "0–8%");
    assert_eq!(english.quantity(&computed(19_460.0, 20_000.0, open), &vehicles(), TextForm::Plain), "≥19,400");
}

#[test]
fn a_computed_amount_shows_its_interval_where_it_is_wide() {
    let [english, ..] = all();
    let vehicles = vehicles();
    assert_eq!(english.quantity(&computed(28_512.0, 28_549.0, 28_580.0), &vehicles, TextForm::Plain), "28,500");
    assert_eq!(english.quantity(&computed(23_750.0, 28_500.0, 40_000.0), &vehicles, TextForm::Plain), "23,800–40,000");
    assert_eq!(english.quantity(&computed(23_750.0, 28_500.0, 40_000.0), &vehicles, TextForm::Tight), "28.5 k");
    assert_eq!(english.quantity(&computed(54_000.0, 54_000.0, 54_000.0), &vehicles, TextForm::Long), "54,000 vehicles");
}

#[test]
fn computed_money_is_scaled_too() {
    let [english, ..] = all();
    assert_eq!(english.quantity(&computed(1e12, 1e12, 1e12), &money("KZT"), TextForm::Plain), "KZT 1 trn");
    assert_eq!(english.gap(&computed(-4e11, -4e11, -4e11), &money("KZT"), TextForm::Plain), "KZT −400 bn");
}
