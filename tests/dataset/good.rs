//! Files that load, and the records they give.

use chrono::NaiveDate;
use planfact::dataset::format::value::{Hedge, Value};
use planfact::dataset::load;
use planfact::dataset::records::index::SeriesKey;
use planfact::dataset::records::{
    Dataset, Goal, Language, LineShape, LocalizedText, MetricKind, Quality, SceneRecord, SourceKind, Target, TargetKind,
};
use planfact::page::model::PageKind;

const EXAMPLE: &str = include_str!("../fixtures/good/example.json");

fn example() -> Dataset {
    load(EXAMPLE).unwrap()
}

fn series(dataset: &Dataset, metric: &str, subject: &str) -> SeriesKey {
    (dataset.index.by_id.metrics[metric], dataset.index.by_id.subjects[subject])
}

#[test]
fn ids_resolve_to_their_records() {
    let dataset = example();
    let target = &dataset[dataset.lead.unwrap()];
    assert_eq!(&*target.id, "vehicles-by-2025");
    assert_eq!(&*dataset[target.metric].id, "vehicles");
    assert_eq!(&*dataset[target.subject].id, "kz");
    assert_eq!(&*dataset[target.sources[0]].id, "timesca-2016-07");
    assert_eq!(dataset[dataset.index.by_id.targets["half-at-home"]].restates, dataset.lead);
    assert_eq!(dataset[dataset.index.by_id.subjects["ammk"]].within, Some(target.subject));
    assert_eq!(dataset[target.metric].parts, [dataset.index.by_id.metrics["cars"]]);
}

#[test]
fn missing_fields_have_their_defaults() {
    let dataset = example();
    let target = &dataset[dataset.lead.unwrap()];
    assert_eq!((target.kind, target.tolerance, target.restates), (TargetKind::Target, None, None));
    assert_eq!(dataset[dataset.index.by_id.targets["money"]].kind, TargetKind::Forecast);
    assert_eq!(dataset.actuals[0].quality, Quality::Final);
    assert_eq!(dataset[target.metric].kind, MetricKind::Flow);
    let bare = r#"{"planfact": 1, "id": "a", "title": "A", "sources": [{"id": "s", "publisher": "S"}]}"#;
    assert_eq!(load(bare).unwrap().sources[0].kind, SourceKind::Other);
}

#[test]
fn a_missing_language_falls_back_to_english_then_to_any() {
    let dataset = example();
    assert_eq!(dataset.title.get(Language::Kk), "Қазақстан автоөнеркәсібі");
    assert_eq!(dataset.about.get(Language::Ru), "One paragraph.");
    assert_eq!(dataset.sources[1].publisher.get(Language::Kk), "Бюро статистики");
    assert_eq!(LocalizedText::default().get(Language::Ru), "");
}

#[test]
fn actuals_are_ordered_by_period_and_targets_by_statement() {
    let dataset = example();
    let actuals = dataset.index.actuals_of(series(&dataset, "vehicles", "kz"));
    let ends: Vec<_> = actuals.iter().map(|id| dataset[*id].period.end().to_string()).collect();
    assert_eq!(ends, ["2015-12-31", "2016-05-31", "2016-06-30", "2025-12-31"]);
    let said = |target: &str, year: &str| {
        format!(r#"{{"id": "{target}", "metric": "m", "subject": "s", "value": 1, "said": "{year}"}}"#)
    };
    let dataset = load(&format!(
        r#"{{"planfact": 1, "id": "a", "title": "A", "metrics": [{{"id": "m", "name": "M", "kind": "stock"}}],
            "subjects": [{{"id": "s", "kind": "other", "name": "S"}}],
            "targets": [{}, {}, {}, {}]}}"#,
        said("third", "2018"),
        said("first", "2016"),
        said("second", "2017-12-31"),
        said("fourth", "2018-12-31"),
    ))
    .unwrap();
    let targets = dataset.index.targets_of(series(&dataset, "m", "s"));
    let ids: Vec<_> = targets.iter().map(|id| &*dataset[*id].id).collect();
    assert_eq!(ids, ["first", "second", "third", "fourth"]);
}

#[test]
fn a_series_without_reports_is_empty() {
    let dataset = example();
    assert!(dataset.index.actuals_of(series(&dataset, "share", "ammk")).is_empty());
    assert!(dataset.index.targets_of(series(&dataset, "share", "ammk")).is_empty());
}

#[test]
fn a_source_lists_the_records_that_cite_it() {
    let dataset = example();
    for (index, cited) in dataset.index.citations.iter().enumerate() {
        let rests = |sources: &[planfact::dataset::records::Id<_>]| sources.iter().any(|id| id.index() == index);
        assert_eq!(cited.targets.len(), dataset.targets.iter().filter(|target| rests(&target.sources)).count());
        assert_eq!(cited.actuals.len(), dataset.actuals.iter().filter(|actual| rests(&actual.sources)).count());
    }
    assert_eq!(dataset.index.citations[0].actuals.len(), 3);
}

#[test]
fn an_actual_is_published_with_its_earliest_source_unless_written_otherwise() {
    let dataset = example();
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
    assert_eq!(dataset.actuals[2].published.day, day(2016, 7, 4));
    assert_eq!(dataset.actuals[1].published.day, day(2026, 2, 16));
}

#[test]
fn whole_numbers_are_exact_for_counts_only() {
    let hedge = |metric: &str| {
        let dataset = load(&format!(
            r#"{{"planfact": 1, "id": "a", "title": "A", "metrics": [{{"id": "m", "name": "M", {metric}}}],
                "subjects": [{{"id": "s", "kind": "other", "name": "S"}}],
                "targets": [{{"id": "t", "metric": "m", "subject": "s", "value": 2636, "said": "2016"}}]}}"#
        ))
        .unwrap();
        match dataset.targets[0].value {
            Some(Value::Amount(amount)) => amount.hedge,
            other => panic!("{other:?}"),
        }
    };
    for counted in [r#""kind": "flow""#, r#""kind": "stock""#, r#""kind": "cumulative""#] {
        assert_eq!(hedge(counted), Hedge::Exact, "{counted}");
    }
    for measured in
        [r#""kind": "flow", "currency": "KZT""#, r#""kind": "share""#, r#""kind": "growth""#, r#""kind": "ratio""#]
    {
        assert_eq!(hedge(measured), Hedge::Plain, "{measured}");
    }
}

#[test]
fn digits_are_kept_as_written() {
    let Some(Value::Amount(growth)) = example().actuals[1].growth else { panic!() };
    assert!((growth.place_value - 0.01).abs() < 1e-12, "18.00 is said to the hundredth");
}

#[test]
fn a_milestone_has_happened_or_not_yet() {
    let with = |value: &str| EXAMPLE.replace(r#""period": "2025-09", "#, &format!(r#""period": "2025-09", {value}"#));
    for written in ["", r#""value": 1, "#, r#""value": null, "#] {
        let dataset = load(&with(written)).unwrap();
        assert_eq!(dataset.actuals[5].value, Value::Unquantified, "{written}");
        assert_eq!(dataset.actuals[4].value, Value::NotYet);
    }
}

#[test]
fn a_target_without_a_value_takes_that_of_its_preferred_reading() {
    let file = EXAMPLE.replace(r#""value": "~50", "tolerance""#, r#""tolerance""#);
    assert_ne!(file, EXAMPLE);
    let dataset = load(&file).unwrap();
    assert_eq!(dataset.targets[1].value, Some(dataset.targets[1].readings[0].value));
}

#[test]
fn what_a_target_asks_for_is_read() {
    let dataset = load(include_str!("../fixtures/good/promises.json")).unwrap();
    let target = |id: &str| -> &Target { &dataset[dataset.index.by_id.targets[id]] };
    let period = |period: Option<planfact::dataset::format::period::Period>| period.map(|period| period.to_string());
    assert_eq!(dataset.through.map(|through| through.to_string()).as_deref(), Some("2025-11"));
    for (id, base) in [("fall", "1990"), ("between", "2019-01/2019-12"), ("points", "2019"), ("either", "2019")] {
        assert!(target(id).value.unwrap().is_change(), "{id}");
        assert_eq!(period(target(id).base).as_deref(), Some(base), "{id}");
    }
    assert!(!target("band").value.unwrap().is_change());
    assert_eq!((target("always").goal, period(target("always").from).as_deref()), (Goal::Hold, Some("2021-Q1")));
    assert_eq!(
        [target("band").goal, target("fall").goal, target("gate").goal],
        [Goal::Within, Goal::Reach, Goal::Reach]
    );
    assert_eq!((target("half").path, target("band").path), (Some(LineShape::Linear), None));
    assert_eq!((target("planned").kind, target("half").kind), (TargetKind::Plan, TargetKind::Target));
    let judged = |id: &str| dataset[dataset.index.by_id.metrics[id]].is_judged;
    assert!(judged("trees") && !judged("cost"));
    assert_eq!(dataset.actuals[0].quality, Quality::Estimate);
}

#[test]
fn control_characters_in_texts_are_replaced() {
    let file = EXAMPLE.replace("One paragraph.", r"a\u001b[31mb\u0007c\u202ed\u009be\u2066f\ng\r\nh\ti\u007f");
    let about = load(&file).unwrap().about;
    assert_eq!(about.get(Language::En), "a\u{fffd}[31mb\u{fffd}c\u{fffd}d\u{fffd}e\u{fffd}f g h i\u{fffd}");
}

#[test]
fn a_byte_order_mark_is_skipped() {
    assert!(load(&format!("\u{feff}{EXAMPLE}")).is_ok());
}

#[test]
fn a_scene_can_show_every_page() {
    assert_eq!(SceneRecord::PAGES, PageKind::ALL.map(PageKind::name));
}
