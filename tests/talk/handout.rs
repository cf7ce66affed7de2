//! The handout of a talk: self-contained, complete, and without markup from the dataset.

use std::collections::BTreeSet;
use std::process::{Command, Output, Stdio};

use planfact::dataset;
use planfact::dataset::outline::Outline;
use planfact::dataset::records::Language;
use planfact::page::i18n::Words;
use planfact::page::model::Block;
use planfact::page::model::ChartMark;
use planfact::page::model::PanelBody;
use planfact::page::talk::TalkContext;
use planfact::page::talk::handout::{Handout, NotesInclusion, handout};
use planfact::render::handout::{html, markdown};
use planfact::render::svg::body_svg;
use planfact::render::svg::{AltText, Stylesheet};
use serde_json::{Value, json};

use super::{ALL, scenes_of, sentence_of};
use crate::walks::walk::MOTOR;

fn handout_of(text: &str, language: Language, notes: NotesInclusion) -> Handout {
    let dataset = dataset::load(text).unwrap();
    let words = Words::new(language).with_dataset_names(&dataset.words);
    let outline = Outline::read(include_str!("../../assets/kazakhstan-outline.json")).unwrap();
    let known = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    handout(&TalkContext { dataset: &dataset, words: &words, outline: &outline, known }, notes)
}

/// A text escaped for HTML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}

/// The names of the tags of a page; fails if they are not nested correctly.
fn tags(page: &str) -> BTreeSet<String> {
    const ALONE: [&str; 5] = ["!doctype", "meta", "br", "rect", "circle"];
    let mut open: Vec<String> = Vec::new();
    let mut seen = BTreeSet::new();
    for piece in page.split('<').skip(1) {
        let (tag, _) = piece.split_once('>').unwrap();
        let name: String =
            tag.trim_start_matches('/').chars().take_while(|c| !c.is_whitespace() && *c != '/').collect();
        if tag.starts_with('/') {
            assert_eq!(open.pop().as_deref(), Some(name.as_str()), "</{name}> closes another tag");
        } else if !tag.ends_with('/') && !ALONE.contains(&name.as_str()) {
            open.push(name.clone());
        }
        seen.insert(name);
    }
    assert!(open.is_empty(), "never closed: {open:?}");
    seen
}

/// The texts of a page between its tags, without styles.
fn read(page: &str) -> String {
    let styles = |piece: &str| piece.starts_with("style>");
    let texts = page.split('<').filter(|piece| !styles(piece)).filter_map(|piece| piece.split_once('>'));
    texts.map(|(_, text)| text).collect()
}

#[test]
fn every_scene_has_its_sentence_verdict_and_sources() {
    for language in ALL {
        let handout = handout_of(MOTOR, language, NotesInclusion::Omitted);
        let page = html(&handout);
        let text = read(&page).replace('\u{a0}', " ");
        let scenes = scenes_of(MOTOR, language);
        assert_eq!(handout.parts.len(), scenes.len());
        for scene in &scenes {
            assert!(text.contains(&escaped(&sentence_of(scene))), "{}: {}", scene.title, sentence_of(scene));
            assert!(page.contains(&escaped(&scene.title)));
            let verdict = scene.verdict.as_ref().map(|verdict| verdict.words.long().to_owned());
            assert!(verdict.is_none_or(|verdict| page.contains(&escaped(&verdict))));
        }
        assert!(handout.sources.len() > 10);
        assert!(handout.sources[0].text.starts_with("The Times of Central Asia, "), "{}", handout.sources[0].text);
        for source in &handout.sources {
            let address = escaped(source.address.as_deref().unwrap());
            assert!(page.matches(&format!("href=\"{address}\"")).count() >= 2, "{address} is no link");
        }
        assert_eq!(page.matches("<svg ").count(), 13, "one picture a scene; one is a table");
        assert_eq!(
            page.matches("<svg ").count(),
            page.matches("</title><desc>").count(),
            "a picture without a description"
        );
    }
}

#[test]
fn notes_are_included_only_on_request() {
    let notes: Vec<String> = scenes_of(MOTOR, Language::Ru).into_iter().map(|scene| escaped(&scene.notes)).collect();
    let (kept, shown) = (
        handout_of(MOTOR, Language::Ru, NotesInclusion::Omitted),
        handout_of(MOTOR, Language::Ru, NotesInclusion::Included),
    );
    let (kept, shown) = (html(&kept), html(&shown));
    for note in notes.iter().filter(|note| !note.is_empty()) {
        assert!(shown.contains(note) && !kept.contains(note), "{note}");
    }
    assert!(!kept.contains("class=\"notes\""));
}

#[test]
fn a_page_has_no_external_resources_and_no_scripts() {
    let page = html(&handout_of(MOTOR, Language::Kk, NotesInclusion::Included));
    assert!(page.starts_with("<!doctype html>\n<html lang=\"kk\">"));
    let tags = tags(&page);
    for wrong in ["script", "link", "img", "iframe", "object", "embed", "use", "image"] {
        assert!(!tags.contains(wrong), "there is a <{wrong}>");
    }
    for wrong in ["src=", "@import", "url(", "javascript:"] {
        assert!(!page.contains(wrong), "{wrong}");
    }
    assert!(page.contains("prefers-color-scheme:dark") && page.contains("@page{size:A4"));
    let ids: Vec<&str> = page.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "an id occurs twice");
    for target in page.split("href=\"#").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert!(ids.contains(&target), "#{target} has no target");
    }
}

#[test]
fn markdown_embeds_pictures_and_has_their_data_as_tables() {
    let handout = handout_of(MOTOR, Language::En, NotesInclusion::Included);
    let text = markdown(&handout);
    assert_eq!(text.matches("](data:image/svg+xml;base64,").count(), 13);
    assert!(text.contains("# Kazakhstan motor industry\n\n") && text.contains("\n## 14. What to watch next\n\n"));
    assert!(text.contains("| 2025 | 171 | ≥200 |\n"), "{text}");
    assert!(text.contains("| 2022 | \\~100\\* (part of a year) |  |\n"), "a part-year as a year's");
    assert!(text.contains("**✗ missed**"));
    assert!(text.contains("[Kazinform, 23 Feb 2026](https://"));
    assert!(text.lines().filter(|line| line.starts_with("> ")).count() > 14);
    for source in handout.sources.iter().filter_map(|source| source.address.as_deref()) {
        assert!(text.contains(&format!("<{source}>")), "{source}");
    }
    assert!(!text.contains("\n\n\n") && text.ends_with(">\n"));
}

#[test]
fn a_standalone_picture_has_its_colours_and_a_title() {
    let handout = handout_of(MOTOR, Language::En, NotesInclusion::Omitted);
    for part in &handout.parts {
        let said = AltText { title: &part.title, words: &part.alt_text };
        let Some(drawn) = body_svg(part.body.as_ref().unwrap(), &said, Stylesheet::Embedded) else { continue };
        tags(&drawn);
        assert!(drawn.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-20 -16 800 "));
        assert!(drawn.contains(&format!("<title>{}</title>", escaped(&part.title))) && drawn.contains("<style>"));
        assert!(!drawn.contains("NaN") && !drawn.contains("inf"), "{drawn}");
    }
}

#[test]
fn the_alternative_text_of_a_chart_has_the_values_of_its_columns() {
    let handout = handout_of(MOTOR, Language::En, NotesInclusion::Omitted);
    let words = &handout.parts[1].alt_text;
    assert!(words.starts_with("Kazakhstan: Vehicles made, thousand. 2012: 19*; 2013: 37*;"), "{words}");
    assert!(words.contains("2022: ~100* (part of a year);"), "{words}");
    assert!(words.contains("2025: 171, promised ≥200") && words.contains("counted differently"), "{words}");
    assert!(handout.parts[7].alt_text.contains("Pilot production (2023): Q1 2025, met late by 6 months"));
}

/// The example with markup and control characters in its texts.
fn hostile() -> String {
    let text = include_str!("../fixtures/good/example.json");
    let mut dataset: Value = serde_json::from_str(text).unwrap();
    let evil = "</script><script>alert(1)</script> \u{1b}[31m ![x](y) <b> | \"'` & # *a* \u{202e}";
    dataset["title"] = json!(evil);
    dataset["about"] = json!(evil);
    for list in ["sources", "metrics", "subjects"] {
        for record in dataset[list].as_array_mut().unwrap() {
            let key = if list == "sources" { "publisher" } else { "name" };
            record[key] = json!(evil);
            if list == "sources" {
                record["url"] = json!("https://a.b/\"><script>(x)</script>");
            }
        }
    }
    dataset["story"] = json!([{"page": "overview", "title": evil, "say": evil, "notes": evil},
                              {"page": "evidence", "title": evil, "say": evil, "notes": evil}]);
    dataset.to_string()
}

#[test]
fn texts_of_a_dataset_never_become_markup() {
    let handout = handout_of(&hostile(), Language::En, NotesInclusion::Included);
    let page = html(&handout);
    let known = tags(&html(&handout_of(MOTOR, Language::En, NotesInclusion::Included)));
    assert!(tags(&page).is_subset(&known), "{:?}", tags(&page).difference(&known));
    assert!(!page.contains('\u{1b}') && !page.contains('\u{202e}'));
    let text = markdown(&handout);
    for wrong in ["<script", "<b>", "![x]", " *a*", "\u{1b}", "\u{202e}", "\"><"] {
        assert!(!text.contains(wrong), "{wrong:?}");
    }
    assert!(text.contains("(https://a.b/%22%3E%3Cscript%3E%28x%29%3C/script%3E)"));
    assert_eq!(text.matches('<').count(), text.matches("<https://a.b/%22%3E%3Cscript").count());
}

#[test]
fn a_drawn_chart_distinguishes_full_part_missing_and_target_columns() {
    let handout = handout_of(MOTOR, Language::En, NotesInclusion::Omitted);
    for part in &handout.parts {
        let Some(PanelBody::Chart(chart)) = &part.body else { continue };
        let drawn =
            body_svg(part.body.as_ref().unwrap(), &AltText { title: "a", words: "" }, Stylesheet::External).unwrap();
        let count = |what: &str| drawn.matches(what).count();
        let bars = |mark: ChartMark| chart.columns.iter().filter(|c| c.bar.is_some_and(|bar| bar.mark == mark)).count();
        let keys = |mark: ChartMark| chart.legend.iter().filter(|(own, _)| *own == mark).count();
        let full = count("class=\"f-past\"") + count("class=\"f-actual\"");
        assert_eq!(
            full,
            bars(ChartMark::FullPeriod) + keys(ChartMark::FullPeriod),
            "{}: full years are solid",
            part.title
        );
        let half = count("class=\"part f-past\"") + count("class=\"part f-actual\"");
        assert_eq!(
            half,
            bars(ChartMark::PartYear) + keys(ChartMark::PartYear),
            "{}: parts of years are half-tone",
            part.title
        );
        let open = chart.columns.iter().filter(|column| column.bar.is_some_and(|bar| bar.is_open)).count();
        assert_eq!(count("brow s-past"), 3 * open, "{}: bounds are open", part.title);
        let missing = chart.columns.iter().filter(|column| column.bar.is_none() && column.value.long() == "?").count();
        assert_eq!(count(">?</text>"), missing, "{}: missing years are question marks", part.title);
        let frames = |focus: bool| {
            chart.columns.iter().flat_map(|c| &c.frames).filter(|f| f.is_focused == focus && !f.is_off_scale).count()
        };
        assert_eq!(
            count("bold s-target"),
            frames(true) + keys(ChartMark::TargetFrame),
            "{}: promises are hollow",
            part.title
        );
        assert_eq!(count("class=\"line s-pledge\""), frames(false), "{}: promises are hollow", part.title);
    }
}

#[test]
fn every_picture_is_drawn_unless_it_is_a_table() {
    let handout = handout_of(MOTOR, Language::En, NotesInclusion::Omitted);
    for part in &handout.parts {
        let body = part.body.as_ref().unwrap();
        let drawn = body_svg(body, &AltText { title: "a", words: "" }, Stylesheet::External);
        assert_eq!(drawn.is_none(), matches!(body, PanelBody::Table(_)), "{}", part.title);
    }
    let empty = PanelBody::Text(vec![Block::Gap]);
    assert_eq!(body_svg(&empty, &AltText { title: "a", words: "" }, Stylesheet::External), None);
}

fn planfact(arguments: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_planfact"));
    let fixtures = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/good");
    command.args(arguments.split(' ')).current_dir(fixtures).stdin(Stdio::null()).output().unwrap()
}

#[test]
fn the_same_data_and_day_give_the_same_bytes() {
    for format in ["html", "markdown"] {
        let line = format!("handout --format {format} --notes --as-of 2020-01-01 --lang ru");
        let output = planfact(&line);
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        assert!(output.stdout == planfact(&line).stdout);
        assert!(output.stdout != planfact(&line.replace("2020", "2024")).stdout, "the day changes nothing");
    }
}

#[test]
fn a_dataset_without_a_story_has_a_scene_for_each_target() {
    let output = planfact("handout --data seeds-alone.json --as-of 2026-06-30 --lang en");
    let page = String::from_utf8(output.stdout).unwrap();
    tags(&page);
    assert_eq!(page.matches("<section id=\"scene-").count(), 14);
    assert!(
        page.contains("fit together") && !page.contains("Nothing had been published"),
        "checks that fit are no gap"
    );
}

#[test]
fn an_empty_dataset_has_a_handout() {
    let nothing = json!({"planfact": 1, "id": "none", "title": "Nothing", "sources": [], "metrics": [], "subjects": [],
                         "targets": [], "actuals": []});
    for language in ALL {
        let handout = handout_of(&nothing.to_string(), language, NotesInclusion::Included);
        let (page, text) = (html(&handout), markdown(&handout));
        tags(&page);
        assert!(page.contains(&handout.empty) && text.contains(handout.empty.trim_end_matches('.')));
        assert!(!page.contains("<nav") && !page.contains("class=\"sources\""));
    }
}
