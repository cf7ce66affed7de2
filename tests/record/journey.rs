//! A journey through the days of the bundled dataset: what a step keeps, and that it keeps nothing wrong.

use chrono::{Days, NaiveDate};
use planfact::compare::series::as_of::known_days;
use planfact::compare::verdict::types::{Status, Verdict};
use planfact::compare::verdict::verdicts::Verdicts;
use planfact::compare::verdicts;
use planfact::dataset::outline::Outline;
use planfact::dataset::records::{Dataset, Id, Language, Target};
use planfact::page::context::Context;
use planfact::page::i18n::Words;
use planfact::page::model::query::Query;
use planfact::page::target::explanation::explain;

use super::{bundled, today};

fn targets(data: &Dataset) -> impl Iterator<Item = Id<Target>> + use<> {
    (0..data.targets.len()).map(Id::new)
}

fn all<'a>(judged: &'a Verdicts, data: &Dataset) -> Vec<&'a Verdict> {
    targets(data).map(|id| judged.verdict(data, id)).collect()
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
fn every_stop_there_and_back_has_the_verdicts_judged_afresh() {
    let data = bundled();
    let stops = stops(&data);
    let fresh: Vec<Vec<Verdict>> = stops.iter().map(|&stop| verdicts(&data, stop)).collect();
    let mut judged = Verdicts::known_on(&data, today());
    for (stop, fresh) in stops.iter().zip(&fresh).rev().chain(stops.iter().zip(&fresh)) {
        judged = judged.step_to(&data, *stop);
        for (now, fresh) in all(&judged, &data).into_iter().zip(fresh) {
            assert_eq!(now, fresh, "on {stop}");
        }
    }
}

#[test]
fn a_jump_over_many_years_has_the_verdicts_judged_afresh() {
    let data = bundled();
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let mut judged = Verdicts::known_on(&data, day("2016-08-01"));
    for stop in [today(), day("2013-02-01"), day("2025-06-30"), day("2018-09-30")] {
        all(&judged, &data);
        judged = judged.step_to(&data, stop);
        assert!(all(&judged, &data).into_iter().eq(&verdicts(&data, stop)), "on {stop}");
    }
}

#[test]
fn a_day_on_which_nothing_became_known_keeps_every_verdict() {
    let data = bundled();
    let (before, after) = (Verdicts::known_on(&data, today()), today() + Days::new(1));
    all(&before, &data);
    let step = before.step_to(&data, after);
    assert!(targets(&data).all(|id| step.holds(id, today())));
    assert!(!targets(&data).any(|id| step.holds(id, after)), "they are kept from today, not from the day itself");
}

#[test]
fn silence_is_counted_up_to_the_day() {
    let data = bundled();
    let (before, after) = (Verdicts::known_on(&data, today()), today() + Days::new(1));
    all(&before, &data);
    let step = before.step_to(&data, after);
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

#[test]
fn what_nobody_asked_for_is_judged_afresh_after_the_step() {
    let data = bundled();
    let step = Verdicts::known_on(&data, today()).step_to(&data, today() + Days::new(1));
    assert!(!targets(&data).any(|id| step.holds(id, today())));
    assert!(all(&step, &data).into_iter().eq(&verdicts(&data, today() + Days::new(1))));
}
