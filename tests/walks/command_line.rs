//! A view can be taken along as a command, and the command prints the very same screen.

use std::ffi::OsString;

use chrono::NaiveDate;
use planfact::app::app_data::DataOrigin;
use planfact::app::dashboard::command_line::VIEW_OPTIONS;
use planfact::app::dashboard::state::PendingQuestion;
use planfact::commands::{self, CommandOutput, Exit};
use planfact::render::tui::export;
use planfact::settings::{HostEnvironment, Interactivity};
use proptest::prelude::*;

use super::random_events::deeds;
use super::walk::{MOTOR, Walk};

/// What a command prints for a program, years later, in a poor environment.
fn run(line: &str) -> CommandOutput {
    let today = NaiveDate::from_ymd_opt(2031, 2, 3).unwrap();
    let env_vars = [("LANG", "kk_KZ.KOI8-R"), ("NO_COLOR", "1")];
    let env_vars = env_vars.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    commands::run(
        words(line).into_iter().map(OsString::from),
        &HostEnvironment {
            today,
            env_vars,
            interactivity: Interactivity::Batch,
            clock: std::time::Instant::now,
            time_of_day: || chrono::NaiveTime::MIN,
        },
    )
}

/// A line as a shell splits it.
fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut signs = line.chars();
    let mut inside = false;
    while let Some(sign) = signs.next() {
        match sign {
            '\'' => inside = !inside,
            ' ' if !inside => words.push(String::new()),
            '\\' if !inside => words.last_mut().unwrap().extend(signs.next()),
            sign => words.last_mut().unwrap().push(sign),
        }
    }
    words
}

/// The view as it stands, without what just happened and what the last step in time changed.
fn at_rest(walk: &Walk) -> Walk {
    let mut state = walk.model.state().clone();
    (state.session.notice, state.session.question, state.session.text_entry) = (None, PendingQuestion::None, None);
    Walk::from(MOTOR, DataOrigin::Bundled, state)
}

/// Fails unless the command of the view prints the view.
fn comes_back(walk: &Walk) -> Result<(), TestCaseError> {
    let walk = at_rest(walk);
    let line = walk.model.command_line();
    let printed = run(&format!("{line} --format ansi"));
    prop_assert_eq!((&*printed.stderr, printed.exit), ("", Exit::Success), "{}", line);
    prop_assert_eq!(printed.stdout, export::ansi(&walk.cells()), "{}", line);
    Ok(())
}

#[test]
fn the_command_says_the_page_the_row_and_what_lies_over_them() {
    let mut walk = Walk::at(120, 36);
    walk.press("2 j Enter j");
    let line = walk.model.command_line();
    let expected = "planfact screen targets --size 120x36 --as-of 2026-06-30 --focus ";
    assert!(line.starts_with(expected), "{line}");
    assert!(line.contains(" --sheet ") && line.contains(" --sheet-line 2 "), "{line}");
    assert!(line.ends_with(" --lang en --theme steppe --color true --glyphs braille"), "{line}");
    comes_back(&walk).unwrap();
}

#[test]
fn a_view_with_something_on_every_page_comes_back() {
    let walks = [
        "1 ← ←",
        "1 j j x Enter",
        "3 s ← Enter",
        "3 s s s j",
        "4 j j J J",
        "5 j Enter",
        "6 PgDn PgDn",
        "6 End Enter",
        "7 j j j Enter",
        "7 v j j",
        "7 v Enter",
        "2 f S S R j",
        "7 v f S",
        "4 S j Enter",
        "? j j j",
        "{ { 2 j",
        "g t 4 j",
        "g g t t 7 v End Enter PgDn",
    ];
    let sizes = [(80, 24), (120, 36), (40, 12), (200, 60)];
    for (keys, (width, height)) in walks.into_iter().zip(sizes.into_iter().cycle()) {
        let mut walk = Walk::at(width, height);
        walk.press(keys);
        comes_back(&walk).unwrap();
    }
}

#[test]
fn words_that_were_typed_come_back_as_they_were() {
    for typed in ["jobs", "two words", "it’s “50 %”", "'quoted' \\ $HOME", "-v", "Қостанай", " "] {
        let mut walk = Walk::at(120, 36);
        walk.press("2 /").types(typed).press("Enter");
        comes_back(&walk).unwrap();
    }
}

#[test]
fn a_wrong_name_is_told_what_would_be_right() {
    for (option, told) in [
        ("--focus vehicles-by-2052", "vehicles-by-2025"),
        ("--focus vehicles/kz/999", "such figures: write a number up to that"),
        ("--focus vehicles-by-2025@0", "write a number from 1"),
        ("--series vehicle/kazakhstan", "no metric is called vehicle; the nearest: "),
        ("--series vehicles", "write metric/place"),
        ("--evidence doubts", "write sources or checks"),
        ("--outlook maybe", "write on or off"),
        ("--sort 2:up", "write rising or falling"),
        ("--point 0", "write a number from 1"),
        ("--sheet hepl", "the nearest: help"),
    ] {
        let outcome = run(&format!("planfact screen targets {option}"));
        assert_eq!(outcome.exit, Exit::Usage, "{option}");
        assert!(outcome.stderr.starts_with(&format!("planfact: {option}: ")), "{}", outcome.stderr);
        assert!(outcome.stderr.contains(told), "{}", outcome.stderr);
    }
}

#[test]
fn what_the_page_does_not_have_is_refused_with_what_there_is() {
    for (asked, told) in [
        ("targets --sort 99", "the list has "),
        ("targets --status foo", "rows of this page stand so: "),
        ("targets --status mised", "probably missed"),
        ("plants --status missed", "operating"),
        ("evidence --status missed", "have no status"),
        ("evidence --sort 7", "the list has "),
        ("output --point 99", " points: write a number from 1 to "),
        ("targets --focus nope", "c in the dashboard copies the command of any row"),
        ("plants --focus vehicles-by-2025", "the page plants has no such row as known on 2031-02-03; it has "),
        ("targets --focus vehicles-by-2025@7", "the page has it in 1 rows"),
        ("targets --focus vehicles-by-2025 --as-of 2015-01-01", "no such row as known on 2015-01-01"),
        ("output --series jobs/kz", "there are vehicles/"),
        ("evidence --evidence checks --focus check:9999", "it has check:"),
    ] {
        let outcome = run(&format!("planfact screen {asked}"));
        assert_eq!(outcome.exit, Exit::Usage, "{asked}: {}", outcome.stdout);
        let option = asked.split(" --").nth(if asked.contains("--evidence checks") { 2 } else { 1 }).unwrap();
        assert!(outcome.stderr.starts_with(&format!("planfact: --{option}: ")), "{}", outcome.stderr);
        assert!(outcome.stderr.contains(told), "{}", outcome.stderr);
    }
}

#[test]
fn a_status_that_no_row_has_on_that_day_is_an_empty_list_and_not_wrong() {
    let outcome = run("planfact screen targets --status met_late --as-of 2016-07-02 --lang en");
    assert_eq!(outcome.exit, Exit::Success, "{}", outcome.stderr);
}

#[test]
fn an_id_is_first_that_of_a_row_of_the_page() {
    // It is the id of a plant and of a source.
    let shown = run("planfact screen plants --focus hyundai-trans-kazakhstan --size 120x36");
    let meant = run("planfact screen plants --focus subject:hyundai-trans-kazakhstan --size 120x36");
    assert_eq!((shown.exit, &*shown.stdout), (Exit::Success, &*meant.stdout), "{}", shown.stderr);
    assert_ne!(shown.stdout, run("planfact screen plants --size 120x36").stdout, "another plant is shown");
}

#[test]
fn no_two_parts_of_a_view_have_one_option() {
    for (place, part) in VIEW_OPTIONS.iter().enumerate() {
        assert!(VIEW_OPTIONS[..place].iter().all(|known| known.name != part.name), "{}", part.name);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_command_of_any_view_prints_that_view(walk in proptest::collection::vec(deeds(), 1..30)) {
        let mut dashboard = Walk::at(100, 30);
        for deed in walk {
            deed.done(&mut dashboard);
        }
        let size = dashboard.model.state().look.size;
        prop_assume!(size.width > 0 && size.height > 0);
        comes_back(&dashboard)?;
    }
}
