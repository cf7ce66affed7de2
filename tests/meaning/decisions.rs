//! The worked cases of the decisions on the mathematics: each row is what `explain --format json` has to say of a target on a day.
//!
//! A check is a path into that object with `[number, tolerance]`, a word, or null (also where an object on the way is null). The
//! tolerance is half of the last digit that was worked out by hand.

use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use planfact::compare::verdict::verdicts::Verdicts;
use planfact::dataset::load;
use planfact::dataset::outline::Outline;
use planfact::dataset::records::{Dataset, Id, Language};
use planfact::page::context::Context;
use planfact::page::i18n::Words;
use planfact::page::model::Query;
use planfact::page::target::explanation::explain;
use planfact::render::text::json;
use serde_json::Value;

#[test]
fn every_worked_case_of_the_decisions_comes_out_as_by_hand() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let cases: Vec<Value> =
        serde_json::from_str(&fs::read_to_string(fixtures.join("decisions.json")).unwrap()).unwrap();
    let (mut rows, mut wrong) = (0, Vec::new());
    for case in &cases {
        let text = match &case["dataset"] {
            Value::String(file) => fs::read_to_string(fixtures.join(file)).unwrap(),
            object => object.to_string(),
        };
        let dataset = match load(&text) {
            Ok(dataset) => dataset,
            Err(problems) => {
                wrong.push(format!("{}: refused: {}", case["id"], problems[0].found));
                continue;
            }
        };
        for row in case["rows"].as_array().unwrap() {
            rows += 1;
            let place = format!("{} {} {}", case["id"], row["target"], row["as_of"]);
            wrong.extend(differences(row, &told(&dataset, row)).into_iter().map(|what| format!("{place}: {what}")));
        }
    }
    assert!(wrong.is_empty(), "{} differences in {rows} rows:\n{}", wrong.len(), wrong.join("\n"));
    assert!(rows >= 90, "only {rows} rows were looked at");
}

/// What the program says of the target and day of a row.
fn told(dataset: &Dataset, row: &Value) -> Value {
    let known: NaiveDate = row["as_of"].as_str().unwrap().parse().unwrap();
    let target = dataset.targets.iter().position(|target| row["target"] == *target.id).unwrap();
    let ctx = Context {
        dataset,
        verdicts: &Verdicts::known_on(dataset, known),
        words: &Words::new(Language::En),
        outline: &Outline::default(),
        before: None,
        filter: None,
        query: Query::at(known),
    };
    serde_json::from_str(&json::explanation(&explain(&ctx, Id::new(target)))).unwrap()
}

/// Everything in which the explanation is not as the row has it.
fn differences(row: &Value, told: &Value) -> Vec<String> {
    let mut found = Vec::new();
    for field in ["status", "between"] {
        if !row[field].is_null() && row[field] != told[field] {
            found.push(format!("{field} {} instead of {}", told[field], row[field]));
        }
    }
    let badges = told["badges"].as_array().unwrap();
    found.extend(list(row, "badges").filter(|badge| !badges.contains(badge)).map(|badge| format!("no badge {badge}")));
    found.extend(
        list(row, "badges_absent").filter(|badge| badges.contains(badge)).map(|badge| format!("badge {badge}")),
    );
    let steps = told["steps"].to_string().to_lowercase();
    let unsaid = |text: &&Value| text.as_str().is_none_or(|text| !steps.contains(text));
    found.extend(list(row, "steps_contain").filter(unsaid).map(|text| format!("{text} is in no step of {steps}")));
    for (path, right) in row["checks"].as_object().into_iter().flatten() {
        let seen = path.split('.').fold(told, |at, name| &at[name]);
        if !is_right(seen, right) {
            found.push(format!("{path} {seen} instead of {right}"));
        }
    }
    found
}

fn list<'a>(row: &'a Value, field: &str) -> impl Iterator<Item = &'a Value> + use<'a> {
    row[field].as_array().into_iter().flatten()
}

fn is_right(seen: &Value, right: &Value) -> bool {
    match right.as_array().map(Vec::as_slice) {
        Some([number, tolerance]) => seen
            .as_f64()
            .zip(number.as_f64())
            .zip(tolerance.as_f64())
            .is_some_and(|((seen, number), tolerance)| (seen - number).abs() <= tolerance),
        _ => seen == right,
    }
}
