//! A dataset of the five seed documents alone: most targets have no data, and the pages say so (analytics 7).

use chrono::NaiveDate;
use planfact::app::app_data::DataOrigin;
use planfact::app::dashboard::state::State;
use planfact::compare::series::as_of::known_days;
use planfact::compare::verdict::types::{Badge, Status, Verdict};
use planfact::compare::verdicts;
use planfact::dataset::load;
use planfact::dataset::records::{Dataset, Language};
use planfact::page::model::PageKind;
use planfact::render::look::theme::Paint;
use serde_json::Value;

use super::{today, written};
use crate::walks::every_screen::{keys, shown_keys};
use crate::walks::walk::Walk;

const ALONE: &str = include_str!("../fixtures/good/seeds-alone.json");

fn alone() -> Dataset {
    load(ALONE).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

fn on<'a>(dataset: &Dataset, verdicts: &'a [Verdict], id: &str) -> &'a Verdict {
    verdicts.iter().find(|verdict| &*dataset[verdict.target].id == id).unwrap()
}

#[test]
fn the_five_documents_say_here_what_they_say_in_the_record() {
    let (alone, whole): (Value, Value) = (serde_json::from_str(ALONE).unwrap(), written());
    let sources: Vec<&str> =
        whole["sources"].as_array().unwrap()[..5].iter().map(|source| source["id"].as_str().unwrap()).collect();
    for (list, fields) in [
        ("targets", &["id", "metric", "subject", "value", "due", "said", "spoken", "readings", "by"][..]),
        ("actuals", &["metric", "subject", "period", "value", "growth", "spoken", "counts"][..]),
    ] {
        let of_documents = |record: &&Value| {
            let cited = record["sources"].as_array().unwrap();
            cited.iter().any(|id| sources.contains(&id.as_str().unwrap()))
        };
        let said = |record: &Value| fields.iter().map(|field| record[field].clone()).collect::<Vec<_>>();
        let in_record: Vec<_> = whole[list].as_array().unwrap().iter().filter(of_documents).map(said).collect();
        let here: Vec<_> = alone[list].as_array().unwrap().iter().map(said).collect();
        assert_eq!(here, in_record, "{list}");
    }
    assert_eq!(alone["sources"].as_array().unwrap().len(), 5);
}

#[test]
fn the_seed_documents_alone_are_mostly_no_data_and_say_so() {
    let dataset = alone();
    let verdicts = verdicts(&dataset, today());
    let open = [Status::NoData, Status::NotDated, Status::Unquantified];
    let unanswered = verdicts.iter().filter(|verdict| open.contains(&verdict.status)).count();
    assert!(unanswered + 2 >= verdicts.len(), "only {unanswered} of {} are unanswered", verdicts.len());
    for id in ["vehicles-by-2025", "vehicles-by-2020", "localisation-50-by-2021", "ammk-pilot"] {
        assert_eq!(on(&dataset, &verdicts, id).status, Status::NoData, "{id}");
    }
    let says = [
        (Language::En, "has not been reported", "no data"),
        (Language::Ru, "не сообщ", "нет данных"),
        (Language::Kk, "хабарлаған жоқ", "дерек жоқ"),
    ];
    for (language, sentence, status) in says {
        let mut walk = Walk::from(ALONE, DataOrigin::File, State::new(today(), language, Paint::default()));
        walk.resize((120, 36)).sees(sentence).sees(status);
    }
}

#[test]
fn in_september_2018_one_promise_is_on_track_and_the_other_never_resolves() {
    let dataset = alone();
    let day: NaiveDate = "2018-09-30".parse().unwrap();
    let then = verdicts(&dataset, day);
    let lead = on(&dataset, &then, "vehicles-by-2025");
    assert_eq!(lead.status, Status::OnTrack);
    assert!(lead.badges.contains(&Badge::Estimated), "a part-year is all there is: {:?}", lead.badges);
    assert_eq!(on(&dataset, &then, "vehicles-by-2020").status, Status::NotYetDue);
    for day in known_days(&dataset).into_iter().filter(|known| *known >= day).chain([today()]) {
        let status = on(&dataset, &verdicts(&dataset, day), "vehicles-by-2020").status;
        let unresolved = [Status::NotYetDue, Status::AwaitingData, Status::NoData];
        assert!(unresolved.contains(&status), "{status:?} on {day}");
    }
}

#[test]
fn every_page_of_the_seed_documents_alone_says_something() {
    let keys = keys();
    let days = ["2016-08-01", "2018-09-30", "2026-11-22"];
    for (day, language) in days.iter().flat_map(|day| [Language::En, Language::Ru, Language::Kk].map(|l| (*day, l))) {
        let day = day.parse().unwrap();
        let mut walk = Walk::from(ALONE, DataOrigin::File, State::new(day, language, Paint::default()));
        for (number, page) in PageKind::ALL.into_iter().enumerate() {
            for size in [(40, 12), (80, 24), (120, 36)] {
                walk.press(&(number + 1).to_string()).resize(size);
                assert_eq!(walk.model.state().viewed.tab, page);
                let screen = walk.text();
                assert_eq!(shown_keys(&keys, &screen), Vec::<&str>::new(), "{screen}");
                let body = screen.lines().skip(2).take(usize::from(size.1) - 3);
                let words: usize = body.map(|line| line.split_whitespace().count()).sum();
                assert!(words > 6, "{page:?} on {day} in {language:?} at {size:?} is empty:\n{screen}");
            }
            walk.press("Enter");
            assert_eq!(shown_keys(&keys, &walk.text()), Vec::<&str>::new());
            walk.press("Esc");
        }
    }
}
