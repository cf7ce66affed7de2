//! Small datasets for the cases: JSON snippets with shared metrics, subjects and sources.

use chrono::NaiveDate;
use planfact::compare::verdict::types::{Status, Verdict};
use planfact::compare::{self};
use planfact::dataset::load;
use planfact::dataset::records::{Dataset, Id, Target};

/// The dictionaries of every case. The sources have no dates: each actual has its own date of publication.
const FRAME: &str = r#"
 "planfact": 1, "id": "case", "title": "Case", "about": "A case.",
 "sources": [
  {"id": "stat", "publisher": "Statistics", "title": "t", "kind": "statistics"},
  {"id": "gov", "publisher": "Government", "title": "t", "kind": "government"},
  {"id": "trade", "publisher": "Association", "title": "t", "kind": "association"},
  {"id": "firm", "publisher": "Company", "title": "t", "kind": "company"},
  {"id": "press", "publisher": "Press", "title": "t", "kind": "press"},
  {"id": "press-2", "publisher": "Press", "title": "u", "kind": "press"},
  {"id": "other", "publisher": "Somebody", "title": "t", "kind": "other"}],
 "metrics": [
  {"id": "made", "name": "Made", "unit": "vehicles", "kind": "flow"},
  {"id": "accidents", "name": "Accidents", "unit": "accidents", "kind": "flow", "better": "less"},
  {"id": "money", "name": "Invested", "unit": "KZT", "kind": "flow", "currency": "KZT"},
  {"id": "programme", "name": "Invested in all", "unit": "KZT", "kind": "cumulative", "currency": "KZT"},
  {"id": "budget", "name": "Spent in all", "unit": "KZT", "kind": "cumulative", "currency": "KZT", "better": "less"},
  {"id": "cost", "name": "Cost", "unit": "KZT", "kind": "flow", "currency": "KZT", "better": "less", "judged": false},
  {"id": "jobs", "name": "Jobs", "unit": "jobs", "kind": "stock"},
  {"id": "share", "name": "Share", "unit": "per cent", "kind": "share"},
  {"id": "growth", "name": "Growth", "unit": "per cent", "kind": "growth"},
  {"id": "opening", "name": "Opening", "unit": "event", "kind": "milestone"}],
 "subjects": [{"id": "kz", "kind": "country", "name": "Kazakhstan"}, {"id": "plant", "kind": "site", "name": "Plant"}]"#;

/// A dataset of these targets and actuals, each a JSON object without its braces. Defaults: metric `made`, subject `kz`, source
/// `stat`, stated 2016-07-01.
pub(super) fn dataset(targets: &[&str], actuals: &[&str]) -> Dataset {
    let fill = |record: &str, usual: &[(&str, &str)]| {
        let mut fields = record.to_owned();
        for (field, value) in usual {
            if !record.contains(&format!("\"{field}\"")) {
                fields = format!("{fields}, \"{field}\": {value}");
            }
        }
        format!("{{{fields}}}")
    };
    let key = [("metric", "\"made\""), ("subject", "\"kz\""), ("sources", "[\"stat\"]")];
    let said: Vec<_> = key.iter().copied().chain([("said", "\"2016-07-01\""), ("by", "\"Someone\"")]).collect();
    let targets: Vec<String> = targets
        .iter()
        .enumerate()
        .map(|(place, record)| {
            let id = format!("\"t{place}\"");
            let mut usual = said.clone();
            usual.push(("id", &id));
            fill(record, &usual)
        })
        .collect();
    let actuals: Vec<String> = actuals.iter().map(|record| fill(record, &key)).collect();
    let text = format!("{{{FRAME}, \"targets\": [{}], \"actuals\": [{}]}}", targets.join(","), actuals.join(","));
    load(&text).unwrap_or_else(|problems| panic!("the case is broken: {problems:#?}\n{text}"))
}

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("no day: {text}"))
}

/// The verdict of the first target as of a day.
pub(super) fn on(dataset: &Dataset, known: &str) -> Verdict {
    compare::verdict(dataset, Id::<Target>::new(0), day(known))
}

/// The status of the first target as of a day.
pub(super) fn status(dataset: &Dataset, known: &str) -> Status {
    on(dataset, known).status
}

/// The two main targets of the bundled dataset, with their actuals.
pub(super) fn vehicles() -> Dataset {
    dataset(
        &[
            r#""id": "vehicles-by-2025", "value": ">=200k", "due": "2025", "said": "2016-07-01""#,
            r#""id": "vehicles-by-2020", "value": "~100k", "due": "2020", "said": "2018-09-21", "sources": ["press"]"#,
        ],
        &[
            r#""period": "2016-01/2016-05", "value": 2636, "published": "2016-07-01", "sources": ["trade"]"#,
            r#""period": "2018-01/2018-08", "value": ">19k", "published": "2018-09-21", "sources": ["press"]"#,
            r#""period": 2020, "value": 77471, "published": "2021-07-15", "sources": ["gov"]"#,
            r#""period": 2021, "value": 92417, "published": "2022-02-20""#,
            r#""period": 2016, "value": "~11k", "published": "2022-07-07", "sources": ["gov"]"#,
            r#""period": "2022-01/2022-11", "value": "~100k", "published": "2022-12-20", "sources": ["press"]"#,
            r#""period": 2023, "value": "148k", "published": "2024-02-08", "sources": ["gov"]"#,
            r#""period": 2024, "value": "145.3k", "published": "2025-02-23", "sources": ["trade"]"#,
            r#""period": "2025-01/2025-11", "value": "146.2k", "published": "2025-12-29", "sources": ["press"]"#,
            r#""period": 2025, "value": 171442, "published": "2026-02-23", "sources": ["trade"]"#,
        ],
    )
}
