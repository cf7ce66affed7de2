//! The bundled file loads, is complete in three languages, and its figures are consistent.

use std::collections::BTreeSet;

use planfact::compare::series::as_of::figures;
use planfact::compare::series::figure::Claim;
use planfact::compare::series::quantity::Quantity;
use planfact::dataset::diagnose::problem::sanitize;
use planfact::dataset::load;
use planfact::dataset::records::{CowStr, Dataset, MetricKind};
use serde_json::Value;

use super::{BUNDLED, bundled, today, written};

#[test]
fn the_bundled_file_loads_without_a_problem() {
    let problems = load(BUNDLED).err().unwrap_or_default();
    let texts: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(texts, Vec::<String>::new());
}

#[test]
fn it_contains_no_control_characters() {
    let forbidden = |c: char| {
        let direction =
            matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        direction || c == '\u{feff}' || (c.is_control() && c != '\n')
    };
    assert_eq!(BUNDLED.chars().find(|&c| forbidden(c)), None);
    assert!(!BUNDLED.contains("\\u"), "no character is written as an escape, where it would not be seen");
    assert!(!BUNDLED.contains("\\n"), "a text is one line");
}

/// Visits every value of the file with its path.
fn walk<'a>(path: &str, value: &'a Value, visit: &mut impl FnMut(&str, &'a Value)) {
    visit(path, value);
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, field)| walk(&format!("{path}/{name}"), field, visit)),
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                let name = item["id"].as_str().map_or_else(|| at.to_string(), str::to_owned);
                walk(&format!("{path}/{name}"), item, visit);
            }
        }
        _ => {}
    }
}

#[test]
fn a_text_in_one_language_exists_in_all_three() {
    let data = written();
    let mut lacking = Vec::new();
    walk("", &data, &mut |path, value| {
        let Value::Object(fields) = value else { return };
        let languages = ["en", "ru", "kk"];
        let has_text =
            |language: &&str| fields.get(*language).and_then(Value::as_str).is_some_and(|text| !text.trim().is_empty());
        let present = languages.iter().filter(|language| has_text(language)).count();
        if languages.iter().any(|language| fields.contains_key(*language)) && present < languages.len() {
            lacking.push(path.to_owned());
        }
    });
    assert_eq!(lacking, Vec::<String>::new());
}

#[test]
fn every_source_is_cited_has_an_address_and_a_date() {
    let dataset = bundled();
    let cited: BTreeSet<usize> = dataset
        .targets
        .iter()
        .flat_map(|target| &target.sources)
        .chain(dataset.actuals.iter().flat_map(|actual| &actual.sources))
        .map(|source| source.index())
        .collect();
    for (index, source) in dataset.sources.iter().enumerate() {
        assert!(cited.contains(&index), "{} is not cited", source.id);
        assert!(source.url.is_some() && source.published.is_some(), "{} cannot be found again", source.id);
    }
    assert!(dataset.targets.iter().all(|target| !target.sources.is_empty()));
}

#[test]
fn names_are_short_enough_for_a_row() {
    let data = written();
    for metric in data["metrics"].as_array().unwrap() {
        for (language, name) in metric["name"].as_object().unwrap() {
            let length = name.as_str().unwrap().chars().count();
            assert!(length <= 40, "{} in {language}: {length} characters", metric["id"]);
        }
    }
}

#[test]
fn what_is_counted_has_the_plural_forms_of_its_language() {
    let dataset = bundled();
    let counted =
        |kind| matches!(kind, MetricKind::Flow | MetricKind::Stock | MetricKind::Cumulative | MetricKind::Milestone);
    for metric in dataset.metrics.iter().filter(|metric| counted(metric.kind) && metric.currency.is_none()) {
        let forms = |text: &Option<CowStr>| text.as_deref().map_or(0, |text| text.split('|').count());
        let unit = &metric.unit;
        assert_eq!((forms(&unit.en), forms(&unit.ru), forms(&unit.kk)), (2, 3, 1), "{}", metric.id);
    }
}

/// A figure and another one of its series for a part of its period.
struct PartAndWhole {
    series: String,
    part: Quantity,
    whole: Quantity,
}

/// All pairs of a figure and a part of it, for metrics made in a period.
fn parts_and_wholes(dataset: &Dataset) -> Vec<PartAndWhole> {
    let series: BTreeSet<_> = dataset.actuals.iter().map(|actual| (actual.metric, actual.subject)).collect();
    let mut found = Vec::new();
    for (metric, subject) in series.into_iter().filter(|series| dataset[series.0].kind == MetricKind::Flow) {
        let claims: Vec<Claim> =
            figures(dataset, (metric, subject), today()).into_iter().flat_map(|figure| figure.claims).collect();
        let time = |claim: &Claim| (dataset[claim.actual].period.start(), dataset[claim.actual].period.end());
        for whole in &claims {
            let (first, last) = time(whole);
            let within = |&(start, end): &_| first <= start && end <= last && (start, end) != (first, last);
            let name = format!("{} of {}, {first} to {last}", dataset[metric].id, dataset[subject].id);
            found.extend(claims.iter().filter(|part| within(&time(part))).map(|part| PartAndWhole {
                series: name.clone(),
                part: part.value,
                whole: whole.value,
            }));
        }
    }
    found
}

#[test]
fn a_part_of_a_year_is_never_more_than_the_year() {
    let pairs = parts_and_wholes(&bundled());
    assert!(pairs.len() > 100, "only {} pairs to compare", pairs.len());
    for PartAndWhole { series, part, whole } in pairs {
        assert!(part.hard.lo <= whole.hard.hi, "{series}: {} of {}", part.nominal, whole.nominal);
    }
}

#[test]
fn sanitizing_changes_nothing() {
    for line in BUNDLED.lines() {
        assert_eq!(sanitize(line), line);
    }
}
