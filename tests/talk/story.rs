//! Stories: their scenes, and where the numbers come from.

use chrono::NaiveDate;
use planfact::dataset;
use planfact::dataset::records::Language;
use planfact::page::model::Role;
use planfact::page::model::{PageKind, PanelBody};
use serde_json::Value;

use super::{ALL, scenes_as_of, scenes_of, sentence_of};
use crate::walks::walk::MOTOR;

/// The example of the README.
fn trees() -> &'static str {
    let readme = include_str!("../../README.md");
    readme.split("```json\n").nth(1).unwrap().split("\n```").next().unwrap()
}

/// A dataset without its story, which is its last field.
fn without_story(text: &str) -> String {
    text.split_once("\"story\"").unwrap().0.trim_end().trim_end_matches(',').to_owned() + "\n}"
}

#[test]
fn no_number_of_the_story_is_written_by_hand() {
    let motor: Value = serde_json::from_str(MOTOR).unwrap();
    let story = motor["story"].as_array().unwrap();
    assert!((10..=14).contains(&story.len()), "{} scenes", story.len());
    for scene in story {
        for field in ["title", "say", "notes"] {
            for language in ["en", "ru", "kk"] {
                let text = scene[field][language].as_str().unwrap();
                let outside: String =
                    text.split('{').map(|part| part.split_once('}').map_or(part, |(_, after)| after)).collect();
                assert!(!outside.contains(|c: char| c.is_ascii_digit()), "{language}: {text}");
            }
        }
    }
}

#[test]
fn every_scene_has_a_sentence_and_a_source_in_every_language() {
    for language in ALL {
        for scene in scenes_of(MOTOR, language) {
            let sentence = sentence_of(&scene);
            assert!(!sentence.is_empty() && !sentence.contains(['{', '}', '?']), "{language:?}: {sentence}");
            assert!(scene.unresolved.is_empty(), "{language:?}: {sentence}: {:?}", scene.unresolved);
            assert!(scene.source.is_some(), "{language:?}: {sentence}");
            assert!(scene.body.is_some(), "{language:?}: {sentence}");
            assert!(!scene.notes.is_empty() && scene.seconds >= 30, "{language:?}: {sentence}");
            assert!(sentence.chars().count() <= 110, "{language:?}: too long to be spoken: {sentence}");
        }
    }
}

#[test]
fn a_sentence_has_the_numbers_of_its_chart() {
    let scenes = scenes_of(MOTOR, Language::En);
    assert_eq!(sentence_of(&scenes[1]), "171,442 vehicles were made in 2025: 86% of the promise.");
    let more = MOTOR.replace(r#""period": "2025", "value": 171442"#, r#""period": "2025", "value": 210442"#);
    assert!(more != MOTOR);
    let scenes = scenes_of(&more, Language::En);
    assert_eq!(sentence_of(&scenes[1]), "210,442 vehicles were made in 2025: 105% of the promise.");
    assert_eq!(scenes[1].verdict.as_ref().unwrap().words.long(), "met");
}

#[test]
fn a_scene_as_of_an_earlier_day_has_no_later_figures() {
    let scenes = scenes_of(MOTOR, Language::En);
    assert_eq!(scenes[0].verdict.as_ref().unwrap().words.long(), "not yet due");
    let Some(PanelBody::Chart(chart)) = &scenes[0].body else { panic!("no chart") };
    let year = |label: &str| chart.columns.iter().find(|column| column.data_point.label.long() == label).unwrap();
    assert!(year("2015").bar.is_some() && year("2017").bar.is_none());
    assert_eq!(scenes[0].view.known, NaiveDate::from_ymd_opt(2016, 8, 1).unwrap());
}

#[test]
fn a_talk_as_of_an_earlier_day_has_no_later_figures() {
    let scenes = scenes_as_of(MOTOR, Language::En, NaiveDate::from_ymd_opt(2019, 1, 31).unwrap());
    assert!(
        sentence_of(&scenes[1]).contains("31,757") || sentence_of(&scenes[1]).contains("32"),
        "{}",
        sentence_of(&scenes[1])
    );
    assert!(scenes.iter().all(|scene| scene.view.known <= NaiveDate::from_ymd_opt(2019, 1, 31).unwrap()));
}

#[test]
fn a_default_story_has_a_scene_for_each_target_and_one_for_the_evidence() {
    let scenes = scenes_of(&without_story(trees()), Language::En);
    assert_eq!(scenes.len(), 2);
    assert_eq!(scenes[0].view.page, PageKind::Overview);
    assert!(sentence_of(&scenes[0]).contains("1,200"), "{}", sentence_of(&scenes[0]));
    assert_eq!(
        scenes[0].source.as_ref().unwrap().long(),
        "Reported: Town council, 20 Jan 2026 · Promised: Town council, 1 Mar 2022"
    );
    assert_eq!(scenes[1].view.page, PageKind::Evidence);
    let scenes = scenes_of(&without_story(MOTOR), Language::En);
    assert_eq!(scenes.len(), 14);
    assert!(
        scenes.iter().all(|scene| !scene.title.is_empty() && !sentence_of(scene).is_empty() && scene.source.is_some())
    );
}

#[test]
fn private_use_characters_of_a_story_are_text() {
    let marked = MOTOR.replace("{attained} of the promise", "{attained} \u{e006}of the promise\u{e0ff}");
    let scenes = scenes_of(&marked, Language::En);
    assert_eq!(sentence_of(&scenes[1]), "171,442 vehicles were made in 2025: 86% \u{e006}of the promise\u{e0ff}.");
    assert_eq!(scenes[1].sentence.last().unwrap().role, Role::Plain);
}

#[test]
fn an_unknown_placeholder_is_refused_with_its_place() {
    let wrong = MOTOR.replace("{attained} of the promise", "{atained} of the promise");
    let problems = dataset::load(&wrong).unwrap_err();
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].path, "story[1].say.en");
    assert!(problems[0].remedy.starts_with("probably attained"), "{}", problems[0].remedy);
}

#[test]
fn the_story_of_the_readme_has_its_numbers() {
    let scenes = scenes_of(trees(), Language::En);
    assert_eq!(sentence_of(&scenes[0]), "About 1,100 trees were planted in 2025: 87–96% of the promise.");
    assert_eq!(scenes[0].number.as_ref().unwrap().text, "~1,100");
}

#[test]
fn a_story_highlights_the_column_of_its_spotlight() {
    let lit = MOTOR.replace(r#""zoom": [2015, 2025]"#, r#""zoom": [2015, 2025], "spotlight": 2020"#);
    let scenes = scenes_of(&lit, Language::En);
    let Some(PanelBody::Chart(chart)) = &scenes[2].body else { panic!("no chart") };
    assert_eq!(chart.columns[scenes[2].spotlight.unwrap()].data_point.label.long(), "2020");
    assert_eq!(chart.columns.len(), 11);
}
