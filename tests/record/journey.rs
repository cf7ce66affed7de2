//! A journey through the days of the bundled dataset.

use chrono::{Days, NaiveDate};
use planfact::compare::series::as_of::known_days;
use planfact::compare::verdict::types::Status;
use planfact::compare::verdict::verdicts::Verdicts;
use planfact::dataset::outline::Outline;
use planfact::dataset::records::{Dataset, Id, Language, Target};
use planfact::page::context::Context;
use planfact::page::i18n::Words;
use planfact::page::model::Query;
use planfact::page::target::explanation::explain;

use super::{bundled, today};

fn targets(data: &Dataset) -> impl Iterator<Item = Id<Target>> + use<> {
    (0..data.targets.len()).map(Id::new)
}

/// The days on which something became known, and the days around the ends of years and of the wait after them.
fn stops(data: &Dataset) -> Vec<NaiveDate> {
    let ends = (2014..2027).filter_map(|year| NaiveDate::from_ymd_opt(year, 12, 31));
    let around = ends.flat_map(|end| [0, 1, 2, 90, 91].map(|days| end + Days::new(days)));
    let mut stops: Vec<NaiveDate> = known_days(data).into_iter().chain(around).collect();
    stops.sort_unstable();
    stops.dedup();
    stops
}

#[test]
fn the_changes_from_stop_to_stop_are_all_that_there_are() {
    let data = bundled();
    let judged: Vec<Verdicts> = stops(&data).into_iter().map(|stop| Verdicts::known_on(&data, stop)).collect();
    for (earlier, later) in judged.iter().zip(&judged[1..]) {
        for (before, after) in [(earlier, later), (later, earlier)] {
            let status = |judged: &Verdicts, id| judged.verdict(&data, id).status;
            let differ = targets(&data).filter(|id| status(before, *id) != status(after, *id));
            let days = (before.known(), after.known());
            assert!(after.changed(&data, before).eq(differ), "{days:?}");
        }
    }
}

#[test]
fn silence_is_counted_up_to_the_day() {
    let data = bundled();
    let (before, after) = (Verdicts::known_on(&data, today()), today() + Days::new(1));
    let step = Verdicts::known_on(&data, after);
    let words = Words::new(Language::En).with_dataset_names(&data.words);
    let outline = Outline::default();
    let days = |verdicts: &Verdicts| -> Vec<String> {
        let query = Query::at(verdicts.known());
        let ctx =
            Context { dataset: &data, verdicts, before: None, filter: None, words: &words, outline: &outline, query };
        let silent = targets(&data).filter(|&id| verdicts.verdict(&data, id).status == Status::NoData);
        silent.map(|id| explain(&ctx, id).steps.join("\n")).collect()
    };
    assert!(!days(&step).is_empty());
    assert!(days(&before).iter().zip(days(&step)).all(|(before, after)| *before != after), "a day later is a day more");
}
