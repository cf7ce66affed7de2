//! `planfact chart`: the chart of one target as SVG.

use std::process::{Command, Output, Stdio};

fn planfact(arguments: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_planfact"));
    let fixtures = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/good");
    command.args(arguments.split(' ')).current_dir(fixtures).stdin(Stdio::null()).output().unwrap()
}

fn chart(arguments: &str) -> String {
    let output = planfact(arguments);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_target_is_drawn_with_legend_title_and_alternative_text() {
    let svg = chart("chart vehicles-by-2025 --as-of 2026-06-30 --lang en");
    assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>\n"));
    for expected in [
        "<title>At least 200,000 vehicles a year by 2025 were promised in July 2016. 171,442 were made: 86% of the promise.</title>",
        "2025: 171, promised ≥200",
        ">≥200</text>",
        ">* counted differently than 2025</text>",
        "prefers-color-scheme",
    ] {
        assert!(svg.contains(expected), "{expected} is missing in\n{svg}");
    }
    assert_eq!(svg, chart("chart --as-of 2026-06-30 --lang en"), "without a name it is the first promise");
}

#[test]
fn an_event_is_drawn_as_lanes_in_every_language() {
    for (language, verdict) in [("en", "met late by 6 months"), ("ru", "выполнено"), ("kk", "6 ай кешігіп орындалды")]
    {
        let svg = chart(&format!("chart ammk-pilot --as-of 2026-06-30 --lang {language}"));
        assert!(svg.contains(verdict), "{verdict} is missing in\n{svg}");
    }
}

#[test]
fn an_impossible_chart_is_refused_with_a_suggestion() {
    for (arguments, expected) in [
        ("chart ammk-capacity --as-of 2026-06-30", "planfact explain ammk-capacity"),
        ("chart vehicles-by-2052", "the nearest: vehicles-by-2025"),
        ("chart --as-of 1990-01-01", "no target to draw"),
        ("chart vehicles-by-2025 --format png", "svg"),
    ] {
        let output = planfact(arguments);
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!((output.status.code(), output.stdout.is_empty()), (Some(2), true), "{arguments}: {error}");
        assert!(error.contains(expected), "{arguments}: {error}");
    }
}

#[test]
fn a_whisker_never_covers_the_number_of_a_promise() {
    let screen = |size: &str| {
        let data = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/faults/less-open.json");
        let output = planfact(&format!("screen overview --focus e50 --size {size} --as-of 2026-11-22 --data {data}"));
        String::from_utf8(output.stdout).unwrap()
    };
    for size in ["90x24", "100x24", "110x24", "120x36"] {
        let screen = screen(size);
        let chart = screen.split("Promise").next().unwrap();
        assert!(chart.contains("≤50"), "{screen}");
    }
}
