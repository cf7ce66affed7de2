//! `present --check`: reports what an audience could not read, scene by scene.

use std::process::{Command, Output, Stdio};

use planfact::dataset::records::Language;
use planfact::render::look::theme::{ColorLevel, Glyphs, Paint, Theme};
use planfact::render::tui::talk::check::{SceneFault, scene_faults};

use super::scenes_of;
use crate::walks::walk::MOTOR;

fn planfact(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_planfact"));
    command.args(arguments).stdin(Stdio::null()).output().unwrap()
}

#[test]
fn the_bundled_story_has_no_faults() {
    let output = planfact(&["present", "--check"]);
    let report = String::from_utf8(output.stdout).unwrap();
    assert_eq!(report, "14 scenes in 3 languages at 80x24, 120x36, 200x60: fine\n");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn a_default_story_is_checked() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/good/seeds-alone.json");
    let output = planfact(&["present", "--check", "--data", path]);
    let report = String::from_utf8(output.stdout).unwrap();
    assert!(report.starts_with("14 scenes in 3 languages"), "{report}");
}

#[test]
fn a_cut_sentence_is_reported_with_its_scene_language_and_size() {
    let long =
        "of the promise, which is a great deal to say in one breath before anybody has had the time to look at it";
    let seeded = MOTOR.replace("{attained} of the promise", &format!("{{attained}} {}", [long; 30].join(" and ")));
    let folder = std::env::temp_dir().join(format!("planfact-check-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("long.json");
    std::fs::write(&path, seeded).unwrap();
    let output = planfact(&["present", "--check", "--size", "80x24", "--data", path.to_str().unwrap()]);
    std::fs::remove_dir_all(&folder).unwrap();
    let report = String::from_utf8(output.stdout).unwrap();
    assert!(report.lines().any(|line| line == "scene 2 (What was made), en, 80x24: the sentence is cut"), "{report}");
    assert!(report.lines().all(|line| line.starts_with("scene 2 (What was made), en, 80x24: ")), "{report}");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn a_missing_source_and_an_unreported_value_are_reported() {
    let paint = Paint { theme: Theme::Paper, colors: ColorLevel::True, glyphs: Glyphs::Braille };
    let mut scene = scenes_of(MOTOR, Language::En).remove(1);
    assert_eq!(scene_faults(&scene, "2 / 14", &paint, (120, 36)), []);
    scene.source = None;
    scene.unresolved = vec!["{reported}".to_owned()];
    let found = scene_faults(&scene, "2 / 14", &paint, (120, 36));
    assert_eq!(found, [SceneFault::NoSource, SceneFault::UnreportedValue("{reported}".to_owned())]);
}

#[test]
fn a_cut_line_of_a_chart_is_reported() {
    let scene = scenes_of(MOTOR, Language::Ru).remove(7);
    let found = scene_faults(&scene, "8 / 14", &Paint::default(), (56, 24));
    assert!(found.iter().any(|fault| matches!(fault, SceneFault::LineCut(_))), "{found:?}");
}

#[test]
fn a_scene_number_out_of_range_is_refused() {
    for scene in ["0", "15"] {
        let output = planfact(&["present", "--scene", scene]);
        assert_eq!(output.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&output.stderr).contains("it has 14"));
    }
}

#[test]
fn times_are_never_written_into_the_bundled_record() {
    let output = planfact(&["present", "--rehearse", "--write-times"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("--data FILE"));
}
