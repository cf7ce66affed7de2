//! Each fact of the five seed documents has its records, with the figures as stated.

use std::collections::BTreeMap;

use serde_json::Value;

use super::written;

/// How many facts each document states.
const DOCUMENTS: [(&str, usize); 5] = [("000", 6), ("001", 8), ("002", 12), ("003", 6), ("004", 5)];

/// A fact, and a field of a record that states it.
#[derive(Debug, Clone, Copy)]
struct Row {
    fact: &'static str,
    record: &'static str,
    field: &'static str,
    /// The content of the field; of a note a part of its English text.
    content: &'static str,
    /// The cited source; empty for records that cite none.
    source: &'static str,
}

const fn row(
    fact: &'static str,
    record: &'static str,
    field: &'static str,
    content: &'static str,
    source: &'static str,
) -> Row {
    Row { fact, record, field, content, source }
}

const PRIME_MINISTER: &str = "kazakhstan-today-2025-06-25";
const MINISTER_2016: &str = "timesca-2016-07";
const CHERY: &str = "astana-motors-2023";
const MINISTER_2018: &str = "kazinform-2018-09-21";
const FORUM_2017: &str = "kazakh-tv-2017";

const ROWS: [Row; 66] = [
    row("000.1", "targets/proton-launch", "said", "2025-06-19", PRIME_MINISTER),
    row("000.1", "targets/proton-launch", "by", "Chunrong Li", PRIME_MINISTER),
    row("000.1", "actuals/meeting/proton-kazakhstan/2025-06-19", "period", "2025-06-19", PRIME_MINISTER),
    row("000.2", "targets/proton-ev", "metric", "ev-assembly-start", PRIME_MINISTER),
    row("000.3", "actuals/export-countries/proton/2025-06-25", "value", ">26", PRIME_MINISTER),
    row("000.3", "actuals/export-countries/proton/2025-06-25", "counts", "Combustion and electric", PRIME_MINISTER),
    row("000.3", "subjects/proton", "note", "own centre for research, design and engineering", ""),
    row("000.4", "actuals/investment/machine-building/2025-Q1", "value", "55bn", PRIME_MINISTER),
    row("000.5", "actuals/investment/machine-building/2024", "value", "282bn", PRIME_MINISTER),
    row("000.5", "actuals/investment/machine-building/2024", "growth", "100", PRIME_MINISTER),
    row("000.6", "targets/proton-roadmap", "note", "Ministry of Industry and Construction", PRIME_MINISTER),
    row("001.1", "targets/vehicles-by-2025", "value", ">=200k", MINISTER_2016),
    row("001.1", "targets/vehicles-by-2025", "due", "2025", MINISTER_2016),
    row("001.1", "targets/vehicles-by-2025", "said", "2016-07-01", MINISTER_2016),
    row("001.1", "targets/vehicles-by-2025", "by", "Zhenis Kassymbek", MINISTER_2016),
    row("001.2", "targets/localisation-50-by-2020", "value", "50", MINISTER_2016),
    row("001.2", "targets/localisation-50-by-2020", "due", "2019-07-01..2020-07-01", MINISTER_2016),
    row("001.3", "targets/exports-start-2016", "due", "2016", MINISTER_2016),
    row("001.3", "targets/exports-start-2016", "note", "Russia and Central Asia", MINISTER_2016),
    row("001.4", "targets/production-up-to-22-by-2020", "value", "?", MINISTER_2016),
    row("001.4", "targets/production-up-to-22-by-2020", "spoken", "22%", MINISTER_2016),
    row("001.4", "targets/exports-up-to-19-by-2020", "value", "?", MINISTER_2016),
    row("001.4", "targets/exports-up-to-19-by-2020", "spoken", "19%", MINISTER_2016),
    row("001.5", "targets/processing-investment-by-2020", "value", "~4.5trn", MINISTER_2016),
    row("001.5", "targets/processing-investment-by-2020", "subject", "processing", MINISTER_2016),
    row("001.6", "targets/private-per-state-tenge", "value", "~4", MINISTER_2016),
    row("001.7", "actuals/vehicles/kz/2016-01/2016-05", "value", "2636", MINISTER_2016),
    row("001.7", "actuals/vehicles/kz/2016-01/2016-05", "note", "first signs of recovery", MINISTER_2016),
    row("001.8", "sources/timesca-2016-07", "note", "hit hardest by the currency and the economy in 2014 and 2015", ""),
    row("001.8", "sources/timesca-2016-07", "note", "budget models", ""),
    row("002.1", "actuals/memorandum/astana-motors-manufacturing-kazakhstan/2023", "counts", "supply chains", CHERY),
    row("002.2", "actuals/brand-sales-total/chery-kz/2021-11/2023-10~", "value", ">12k", CHERY),
    row("002.2", "actuals/brand-sales-total/chery-kz/2021-11/2023-10~", "note", "first among Chinese brands", CHERY),
    row("002.3", "targets/chery-sales-by-end-2023", "value", ">13k", CHERY),
    row("002.3", "targets/chery-sales-2024", "value", ">20k", CHERY),
    row("002.3", "targets/chery-sales-2024", "due", "2024", CHERY),
    row("002.4", "actuals/share-of-engineering/kz/2022", "value", "37.5", CHERY),
    row("002.4", "actuals/share-of-engineering/kz/2023~", "value", "44.5", CHERY),
    row("002.5", "targets/ammk-capacity", "value", "90k", CHERY),
    row("002.5", "targets/ammk-capacity", "note", "Multi-brand, in the city's industrial zone", CHERY),
    row("002.6", "targets/ammk-export-share", "value", "60", CHERY),
    row("002.6", "targets/ammk-export-share", "note", "CIS", CHERY),
    row("002.7", "targets/ammk-ckd", "value", "100", CHERY),
    row("002.7", "targets/ammk-ckd", "note", "body welding and painting", CHERY),
    row("002.8", "targets/ammk-complete", "due", "2024-Q4", CHERY),
    row("002.9", "targets/ammk-pilot", "due", "2025-Q1", CHERY),
    row("002.10", "targets/ammk-jobs", "value", ">2600", CHERY),
    row("002.11", "targets/ammk-models", "value", "3", CHERY),
    row("002.11", "targets/ammk-models", "note", "Tiggo 2 Pro, Tiggo 4 Pro and Tiggo 7", CHERY),
    row("002.12", "sources/astana-motors-2023", "note", "Anhui province", ""),
    row("003.1", "actuals/vehicles/kz/2018-01/2018-08", "value", ">19k", MINISTER_2018),
    row("003.1", "actuals/vehicles/kz/2018-01/2018-08", "growth", "150", MINISTER_2018),
    row("003.1", "actuals/vehicles/kz/2018-01/2018-08", "note", "two readings", MINISTER_2018),
    row("003.2", "actuals/output-value/kz/2018-01/2018-08", "value", "<~120bn", MINISTER_2018),
    row("003.2", "actuals/output-value/kz/2018-01/2018-08", "growth", "60", MINISTER_2018),
    row("003.3", "targets/vehicles-by-2020", "value", "~100k", MINISTER_2018),
    row("003.4", "targets/localisation-50-by-2021", "due", "2020-09-21..2021-09-21", MINISTER_2018),
    row("003.4", "targets/localisation-50-by-2021", "restates", "localisation-50-by-2020", MINISTER_2018),
    row("003.5", "actuals/domestic-share/kz/2017", "value", "1/3", MINISTER_2018),
    row("003.5", "actuals/domestic-share/kz/2018-01/2018-08", "value", "1/2", MINISTER_2018),
    row("003.6", "sources/kazinform-2018-09-21", "note", "leasing for buses, farm and commercial vehicles", ""),
    row("004.1", "targets/kostanay-ev-by-2018", "due", "2018", FORUM_2017),
    row("004.2", "actuals/export-record/kz/2017-01/2017-08", "note", "than in all of 2016", FORUM_2017),
    row("004.3", "actuals/export-record/kz/2017-01/2017-08", "note", "Belarus, Tajikistan, Russia, China", FORUM_2017),
    row("004.4", "targets/exports-to-grow", "value", "?", FORUM_2017),
    row("004.5", "targets/kostanay-ev-by-2018", "note", "infrastructure, battery capacity", FORUM_2017),
];

/// The records of each fact, as listed.
fn listed() -> BTreeMap<String, Vec<String>> {
    serde_json::from_str(include_str!("../fixtures/seed-facts.json")).unwrap()
}

/// The records that a reference names: `targets/<id>`, or `actuals/<metric>/<subject>/<period>`, which several sources
/// may report.
fn named<'a>(data: &'a Value, reference: &str) -> Vec<&'a Value> {
    let (list, name) = reference.split_once('/').unwrap();
    let is_named = |record: &&Value| match list {
        "actuals" => {
            let key = ["metric", "subject", "period"].map(|field| record[field].as_str().unwrap_or_default());
            key.join("/") == name
        }
        _ => record["id"] == name,
    };
    data[list].as_array().unwrap().iter().filter(is_named).collect()
}

/// The content of a field as text; of a text in several languages the English one.
fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Object(languages) => languages.get("en").map(text).unwrap_or_default(),
        other => other.to_string(),
    }
}

fn holds(record: &Value, row: Row) -> bool {
    let written = text(&record[row.field]);
    let is_prose = ["note", "counts", "spoken", "by"].contains(&row.field);
    let has_content = if is_prose { written.contains(row.content) } else { written == row.content };
    let needs_no_source = row.record.starts_with("sources/") || row.record.starts_with("subjects/");
    let cites = record["sources"].as_array().is_some_and(|sources| sources.iter().any(|id| id == row.source));
    has_content && (needs_no_source || cites)
}

#[test]
fn every_fact_of_the_seed_documents_has_its_records() {
    let data = written();
    let listed = listed();
    for (document, facts) in DOCUMENTS {
        for fact in 1..=facts {
            let fact = format!("{document}.{fact}");
            let records = listed.get(&fact).unwrap_or_else(|| panic!("{fact} is not listed"));
            for reference in records {
                assert!(!named(&data, reference).is_empty(), "{fact}: there is no {reference}");
            }
            assert!(ROWS.iter().any(|row| row.fact == fact), "no figure or word of {fact} is checked");
        }
    }
    assert_eq!(listed.len(), DOCUMENTS.iter().map(|(_, facts)| facts).sum::<usize>());
    for row in ROWS {
        assert!(listed[row.fact].iter().any(|reference| reference == row.record), "{row:?} is not listed");
        assert!(
            named(&data, row.record).iter().any(|record| holds(record, row)),
            "{row:?} is not what the record says"
        );
    }
}
