//! Every fact of the five seed documents can be read at 80×24, within four keys from the Evidence page.

use std::collections::BTreeMap;

use crate::walks::walk::Walk;

/// A fact and the texts that must be on one screen: figure with hedge, metric, source. `|` separates alternatives.
type Row = (&'static str, &'static [&'static str]);

const BEKTENOV: &str = "Kazakhstan Today";
const KASSYMBEK: &str = "Times of Central Asia";
const CHERY: &str = "Astana Motors";
const FORUM_2018: &str = "Kazinform";
const FORUM_2017: &str = "Kazakh TV";

const FACTS: [Row; 37] = [
    ("000.1", &["Olzhas Bektenov", "Chunrong Li, head of Proton", "launching production", BEKTENOV]),
    ("000.2", &["Proton", "electric cars|Electric cars", "no date|without a date", BEKTENOV]),
    (
        "000.3",
        &[
            "Proton",
            ">26 countries|more than 26|>26",
            "Combustion and electric",
            "own research, design and engineering centre",
            "transmissions",
            BEKTENOV,
        ],
    ),
    ("000.4", &["55", "bn", "Q1 2025", "achine building", BEKTENOV]),
    ("000.5", &["282", "bn", "2024", "doubled|+100%", BEKTENOV]),
    ("000.6", &["oadmap", "Ministry of Industry and Construction", "no day|no date", BEKTENOV]),
    ("001.1", &["≥200,000|at least 200,000|At least 200,000", "vehicles", "2025", KASSYMBEK]),
    ("001.2", &["50%", "ocalisation", "2019", "2020", KASSYMBEK]),
    ("001.3", &["xports", "start", "2016", "Russia and Central Asia", KASSYMBEK]),
    ("001.4", &["production must grow up to 22% by 2020", "export must grow up to 19% by 2020", KASSYMBEK]),
    ("001.5", &["~KZT 4.5|~4.5|about KZT 4.5|KZT ~4.5", "trn", "rocessing industries", KASSYMBEK]),
    ("001.6", &["~4|about 4|Around four", "rivate", "state", KASSYMBEK]),
    ("001.7", &["2,636", "vehicles", "Jan–May 2016", "first signs of recovery", "KazAutoProm", KASSYMBEK]),
    ("001.8", &["hit hardest", "currency and the economy", "2014 and 2015", "udget models", KASSYMBEK]),
    ("002.1", &["emorandum", "localisation", "parts and supply chains", "Chery", CHERY]),
    ("002.2", &[">12,000|more than 12,000", "Chery", "two years of cooperation", "first among Chinese brands", CHERY]),
    ("002.3", &[">13,000|more than 13,000", ">20,000|more than 20,000", "2024", "Chery", CHERY]),
    ("002.4", &["44.5%", "37.5%", "2022", "engineering", CHERY]),
    ("002.5", &["90,000", "Almaty", "ulti-brand", "industrial zone", CHERY]),
    ("002.6", &["60%", "CIS", "xport", CHERY]),
    ("002.7", &["CKD", "100%|whole volume", "body welding and painting", CHERY]),
    ("002.8", &["Building complete", "Q4 2024", CHERY]),
    ("002.9", &["ilot", "Q1 2025", CHERY]),
    ("002.10", &[">2,600|more than 2,600", "jobs|Jobs", CHERY]),
    ("002.11", &["Tiggo 2 Pro, Tiggo 4 Pro and Tiggo 7", "best seller", "Three|3", CHERY]),
    ("002.12", &["Anhui province", "main shareholder", "Chery Holding", CHERY]),
    ("003.1", &[">19,000|more than 19,000", "+150%", "two readings", "Jan–Aug 2018", FORUM_2018]),
    ("003.2", &["nearly KZT 120 bn", "1.6 times", "Jan–Aug 2018", FORUM_2018]),
    ("003.3", &["~100,000|about 100,000", "vehicles", "2020", FORUM_2018]),
    ("003.4", &["50%", "ocalisation", "2020", "2021", FORUM_2018]),
    (
        "003.5",
        &["every third|every 3rd|1/3|⅓|1 in 3", "every second|every 2nd|1/2|½|1 in 2", "2017", "2018", FORUM_2018],
    ),
    (
        "003.6",
        &["demand", "export markets", "soft loans and leasing", "buses, farm and commercial vehicles", FORUM_2018],
    ),
    ("004.1", &["lectric cars", "2018", "Kostanay|Saryarka", "Kazakh-Chinese", FORUM_2017]),
    ("004.2", &["eight months", "than in all of 2016", "record", FORUM_2017]),
    ("004.3", &["Belarus, Tajikistan, Russia, China", "xport", FORUM_2017]),
    ("004.4", &["exports are to grow further", "No number", FORUM_2017]),
    ("004.5", &["infrastructure, battery capacity", "cold", "lectric cars", FORUM_2017]),
];

/// Key sequences from the first row of at most `most` keys, the shortest first: to a row, then through its details or
/// through its Why overlay.
fn key_sequences(most: usize) -> Vec<String> {
    let keys = |key: &'static str, times: usize| vec![key; times];
    let mut moves: Vec<Vec<&'static str>> = vec![vec![]];
    for count in 1..=most {
        moves.extend((0..=count).map(|pages| [keys("PgDn", pages), keys("↓", count - pages)].concat()));
        moves.extend((1..count).map(|pages| [keys("PgDn", pages), keys("↑", count - pages)].concat()));
        moves.extend((0..count).map(|rows| [keys("End", 1), keys("↑", rows), keys("PgUp", count - 1 - rows)].concat()));
    }
    let mut all = Vec::new();
    for start in moves {
        let left = most - start.len();
        all.extend((0..=left).map(|lines| [start.clone(), keys("J", lines)].concat()));
        all.extend((1..=left).map(|count| [start.clone(), keys("Enter", 1), keys("PgDn", count - 1)].concat()));
        all.extend((2..=left).map(|count| {
            let end = [keys("Enter", 1), keys("End", 1), keys("PgUp", count - 2)].concat();
            [start.clone(), end].concat()
        }));
    }
    all.sort_by_key(Vec::len);
    all.into_iter().map(|keys_to_press| keys_to_press.join(" ")).collect()
}

/// The text of a screen with wrapped lines joined, without scroll marks.
fn read(screen: &str) -> String {
    let text = screen.replace(['▸', '↓', '↑', '┃', '│', '…'], " ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn shows(screen: &str, words: &[&str]) -> bool {
    words.iter().all(|word| word.split('|').any(|form| screen.contains(form)))
}

#[test]
fn every_fact_of_the_seed_documents_can_be_found_in_four_keys() {
    let mut left: Vec<Row> = FACTS.to_vec();
    let mut walk = Walk::at(80, 24);
    walk.press("7");
    let first = walk.text();
    for keys_to_press in key_sequences(4) {
        walk.press(&keys_to_press);
        let screen = read(&walk.text());
        left.retain(|(_, words)| !shows(&screen, words));
        if left.is_empty() {
            return;
        }
        walk.press("Esc K K K K Home");
        assert_eq!(walk.text(), first, "the next way does not begin at the first row");
    }
    panic!("not legible on one screen: {left:#?}");
}

#[test]
fn every_fact_of_the_seed_documents_is_listed() {
    let listed: BTreeMap<String, Vec<String>> =
        serde_json::from_str(include_str!("../fixtures/seed-facts.json")).unwrap();
    let mut looked: Vec<&str> = FACTS.iter().map(|(fact, _)| *fact).collect();
    looked.sort_unstable();
    assert_eq!(looked, listed.keys().map(String::as_str).collect::<Vec<_>>());
    // A text that is on every screen would prove nothing.
    let everywhere = read(&Walk::at(80, 24).press("7 End").text());
    for (fact, words) in FACTS {
        assert!(!shows(&everywhere, words), "{fact} is found on a screen that has nothing of it");
    }
}
