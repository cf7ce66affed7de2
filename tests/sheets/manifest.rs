//! Each sheet of the fixtures becomes exactly the figures that its manifest lists, or is refused with the words it lists.

use std::collections::BTreeSet;

use planfact::dataset::format::period::Due;
use planfact::dataset::format::period::Period;
use serde_json::Value;

use super::{Figure, days, fixture, import_file, planfact, temporary_folder};

fn sheets() -> Vec<Value> {
    let manifest: Value = serde_json::from_str(include_str!("../fixtures/sheets/manifest.json")).unwrap();
    let lists: Vec<&Vec<Value>> = manifest.as_object().unwrap().values().filter_map(Value::as_array).collect();
    lists[0].clone()
}

fn flags(sheet: &Value) -> Vec<String> {
    let flags = sheet["flags"].as_object().unwrap();
    flags.iter().flat_map(|(name, value)| [format!("--{name}"), value.as_str().unwrap().to_owned()]).collect()
}

fn is_expected(figure: &Figure, expected: &Value) -> bool {
    let matches = |found: &str, name: &str| expected[name] == "*" || expected[name] == found;
    let period = Period::parse(expected["period"].as_str().unwrap()).unwrap();
    let number = expected["value"].as_f64().unwrap();
    let value = match expected["to"].as_f64() {
        Some(to) => format!("{number}..{to}"),
        None => number.to_string(),
    };
    figure.is_plan == (expected["kind"] == "target")
        && matches(&figure.metric, "metric")
        && matches(&figure.subject, "subject")
        && figure.period == days(Due::In(period))
        && figure.value == value
        && figure.hedge == expected["hedge"].as_str().unwrap_or("")
}

#[test]
fn every_sheet_becomes_the_figures_of_its_manifest() {
    for sheet in sheets().iter().filter(|sheet| sheet["refuse"] != true) {
        let name = sheet["file"].as_str().unwrap();
        let flags = flags(sheet);
        let flags: Vec<&str> = flags.iter().map(String::as_str).collect();
        let mut found: BTreeSet<Figure> = import_file(&fixture(name), &flags).unwrap();
        for expected in sheet["expect"].as_array().unwrap() {
            let figure = found.iter().find(|figure| is_expected(figure, expected)).cloned();
            assert!(figure.is_some() || expected["optional"] == true, "{name}: {expected} not in {found:#?}");
            figure.inspect(|figure| assert!(found.remove(figure)));
        }
        assert!(found.is_empty(), "{name}: {found:#?}");
    }
}

#[test]
fn refused_sheets_say_why_and_nothing_is_written() {
    for sheet in sheets().iter().filter(|sheet| sheet["refuse"] == true) {
        let name = sheet["file"].as_str().unwrap();
        let (exit, message) = import_file(&fixture(name), &[]).unwrap_err();
        assert!(sheet["exit"].as_array().unwrap().contains(&exit.into()), "{name}: {exit}");
        let words = sheet["words_any"].as_array().unwrap();
        assert!(
            message.contains(name) && words.iter().any(|word| message.contains(word.as_str().unwrap())),
            "{message}"
        );
        let lines = sheet["all_lines"].as_array().cloned().unwrap_or_default();
        assert!(lines.iter().all(|line| message.contains(&line.to_string())), "{message}");
    }
}

#[test]
fn an_imported_plan_has_the_verdicts_of_its_manifest() {
    for sheet in sheets() {
        let name = sheet["file"].as_str().unwrap();
        for verdict in sheet["verdicts"].as_array().into_iter().flatten() {
            let plan = temporary_folder("verdicts").join(format!("{name}.json"));
            let mut arguments = vec![
                "import".to_owned(),
                fixture(name).display().to_string(),
                "-o".to_owned(),
                plan.display().to_string(),
            ];
            arguments.extend(flags(&sheet));
            let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
            assert!(planfact(&arguments).status.success());
            let text = std::fs::read_to_string(&plan).unwrap();
            let written: Value = serde_json::from_str(&text).unwrap();
            let name_of = |list: &str, id: &Value| {
                let records = written[list].as_array().unwrap();
                records.iter().find(|record| record["id"] == *id).unwrap()["name"].clone()
            };
            let is_meant = |target: &&Value| {
                let is = |list: &str, of: &str| verdict[of] == "*" || verdict[of] == name_of(list, &target[of]);
                target["due"] == verdict["due"] && is("metrics", "metric") && is("subjects", "subject")
            };
            let target = written["targets"].as_array().unwrap().iter().find(is_meant).unwrap();
            let id = target["id"].as_str().unwrap();
            let explained = planfact(&[
                "explain",
                id,
                "--format",
                "json",
                "--data",
                plan.to_str().unwrap(),
                "--as-of",
                "2026-11-22",
            ]);
            let explained: Value = serde_json::from_slice(&explained.stdout).unwrap();
            assert!(
                verdict["status"].as_array().unwrap().contains(&explained["status"]),
                "{name}: {verdict}: {}",
                explained["status"]
            );
        }
    }
}
