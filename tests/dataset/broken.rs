//! Mutations of a valid file: reading never panics, and every problem is positioned inside the file.

use planfact::dataset::format::period::{Due, PartialDate, Period};
use planfact::dataset::format::value::{NumberKind, Value};
use planfact::dataset::load;
use proptest::prelude::*;

const GOOD: &str = include_str!("../fixtures/good/example.json");

/// Typical leftovers of people and programs.
const PIECES: [&str; 24] = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "'",
    "//",
    "/*",
    "\n",
    "\u{0}",
    "\\ud800",
    "null",
    "-",
    "1e999",
    "0",
    "\"value\":",
    "\"2025-13\"",
    "\u{202e}",
    "қ",
    "\"id\": \"kz\",",
    "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
];

fn inside(text: &str) -> Result<(), TestCaseError> {
    let Err(problems) = load(text) else { return Ok(()) };
    prop_assert!(!problems.is_empty());
    let lines: Vec<_> = text.split('\n').collect();
    for problem in &problems {
        prop_assert!((1..=lines.len()).contains(&problem.line), "{problem}");
        prop_assert!((1..=lines[problem.line - 1].chars().count() + 1).contains(&problem.column), "{problem}");
        prop_assert!(problem.span.start <= problem.span.end && problem.span.end <= text.len(), "{problem:?}");
        prop_assert!(!problem.found.is_empty() && !problem.remedy.is_empty(), "{problem:?}");
        prop_assert!(!problem.render_excerpt(text, "file.json").is_empty());
    }
    Ok(())
}

/// What values are made of, and what resembles it.
const VALUE_PARTS: [&str; 32] = [
    " ",
    "\u{a0}",
    "5",
    "0",
    "1,234",
    "19 000",
    "999999999999",
    ".5",
    "..",
    "-",
    "−",
    "+",
    "x",
    "Х",
    "/",
    "%",
    "pp",
    "~",
    "<~",
    ">=",
    "about ",
    "At Least",
    "не менее ",
    "ең көбі ",
    "до",
    "k",
    " МЛН.",
    " мың",
    "нан",
    "-дан ",
    " астам",
    "дерлік",
];

/// Numbers of a parsed value are finite, those of a range in order.
fn value_is_sound(text: &str) -> Result<(), TestCaseError> {
    for number_kind in [NumberKind::Count, NumberKind::Measurement, NumberKind::Share, NumberKind::Growth] {
        for parse in [Value::parse, Value::parse_on_base] {
            match parse(text, number_kind) {
                Ok(Value::Amount(amount)) => {
                    prop_assert!(amount.number.is_finite() && amount.place_value > 0.0, "{text}: {amount:?}");
                }
                Ok(Value::Range(low, high)) => prop_assert!(low.number < high.number, "{text}"),
                Ok(Value::Change(change)) => {
                    prop_assert!(change.number.is_finite() && change.place_value > 0.0, "{text}: {change:?}");
                }
                Ok(Value::ChangeRange(small, large)) => prop_assert!(small.unit == large.unit, "{text}"),
                Ok(Value::EveryKth(parts)) => prop_assert!(parts > 1, "{text}"),
                Ok(Value::Unquantified | Value::NotYet) => {}
                Err(fault) => prop_assert!(!fault.found.is_empty() && !fault.remedy.is_empty(), "{text}"),
            }
        }
    }
    Ok(())
}

fn boundary(text: &str, share: f64) -> usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of a length is a length")]
    let at = (text.len() as f64 * share) as usize;
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_truncated_file_is_reported_at_its_end(share in 0.0..1.0) {
        let good = GOOD.trim_end();
        let text = &good[..boundary(good, share)];
        inside(text)?;
        let Err(problems) = load(text) else { return Err(TestCaseError::fail("half a file is no file")) };
        prop_assert!(problems.iter().any(|problem| problem.span.start == text.trim_end().len()), "{problems:?}");
        // The rest is valid: there is no other problem.
        prop_assert_eq!(problems.len(), 1, "{:?}", problems);
    }

    #[test]
    fn a_mutated_file_never_panics(changes in prop::collection::vec((0.0..1.0, 0..PIECES.len(), 0..12_usize), 1..6)) {
        let mut text = GOOD.to_owned();
        for (share, piece, gone) in changes {
            let from = boundary(&text, share);
            let to = (from + gone..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
            text.replace_range(from..to, PIECES[piece]);
        }
        inside(&text)?;
    }

    #[test]
    fn any_text_never_panics(text in "\\PC{0,200}") {
        inside(&text)?;
    }

    #[test]
    fn any_value_period_or_date_never_panics(text in "[-+~<>=. _/0-9kmbntrxHQ,%eт\u{a0}?]{0,24}|\\PC{0,12}") {
        value_is_sound(&text)?;
        if let Ok(period) = Period::parse(&text) {
            prop_assert!(period.start() <= period.end(), "{text}");
        }
        if let Ok(due) = Due::parse(&text) {
            prop_assert!(due.days().0 <= due.days().1, "{text}");
        }
        if let Ok(stamp) = PartialDate::parse(&text) {
            prop_assert!(stamp.first_day() <= stamp.day, "{text}");
        }
    }

    #[test]
    fn any_order_of_the_parts_of_a_value_never_panics(parts in prop::collection::vec(0..VALUE_PARTS.len(), 0..7)) {
        value_is_sound(&parts.iter().map(|part| VALUE_PARTS[*part]).collect::<String>())?;
    }

    #[test]
    fn any_brackets_never_panic(text in "[\\[\\]{},:\"0a /'\\\\-]{0,60}") {
        inside(&text)?;
    }
}

#[test]
fn deep_nesting_is_refused() {
    for open in ["[", "{\"a\":", "{\"targets\":[{\"value\":["] {
        let text = open.repeat(50_000);
        assert!(load(&text).is_err());
    }
    let deep = format!(r#"{{"planfact": 1, "id": "deep", "title": {}1{}}}"#, "[".repeat(50_000), "]".repeat(50_000));
    let problems = load(&deep).unwrap_err();
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert_eq!(problems[0].path, "title");
}
