//! The command of a view prints exactly that screen.

use std::ffi::OsString;

use chrono::NaiveDate;
use planfact::app::app_data::DataOrigin;
use planfact::app::dashboard::command_line::VIEW_OPTIONS;
use planfact::app::dashboard::state::PendingQuestion;
use planfact::commands;
use planfact::commands::output::{CommandOutput, Exit};
use planfact::render::tui::export;
use planfact::settings::environment::{HostEnvironment, Interactivity};
use proptest::prelude::*;

use super::random_events::random_events;
use super::walk::{MOTOR, Walk};

/// The output of a command on a later date, without colours and with a character set that is not UTF-8.
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

/// Splits a line into words as a shell does.
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

/// The view without notices, prompts and the changes of the last step in time.
fn without_notices(walk: &Walk) -> Walk {
    let mut state = walk.model.state().clone();
    (state.session.notice, state.session.question, state.session.text_entry) = (None, PendingQuestion::None, None);
    Walk::from(MOTOR, DataOrigin::Bundled, state)
}

/// Fails unless the command of the view prints exactly the view.
fn check_command(walk: &Walk) -> Result<(), TestCaseError> {
    let walk = without_notices(walk);
    let line = walk.model.command_line();
    let printed = run(&format!("{line} --format ansi"));
    prop_assert_eq!((&*printed.stderr, printed.exit), ("", Exit::Success), "{}", line);
    prop_assert_eq!(printed.stdout, export::ansi(&walk.cells()), "{}", line);
    Ok(())
}

#[test]
fn the_command_names_the_page_the_row_and_the_overlay() {
    let mut walk = Walk::at(120, 36);
    walk.press("2 j Enter j");
    let line = walk.model.command_line();
    let expected = "planfact screen targets --size 120x36 --as-of 2026-06-30 --focus ";
    assert!(line.starts_with(expected), "{line}");
    assert!(line.contains(" --sheet ") && line.contains(" --sheet-line 2 "), "{line}");
    assert!(line.ends_with(" --lang en --theme steppe --color true --glyphs braille"), "{line}");
    check_command(&walk).unwrap();
}

#[test]
fn the_command_of_a_view_of_each_page_prints_it() {
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
        check_command(&walk).unwrap();
    }
}

#[test]
fn words_of_a_filter_are_quoted_in_the_command() {
    for typed in ["jobs", "two words", "it’s “50 %”", "'quoted' \\ $HOME", "-v", "Қостанай", " "] {
        let mut walk = Walk::at(120, 36);
        walk.press("2 /").types(typed).press("Enter");
        check_command(&walk).unwrap();
    }
}

#[test]
fn an_error_about_a_wrong_value_says_what_to_write() {
    for (option, expected) in [
        ("--focus vehicles-by-2052", "vehicles-by-2025"),
        ("--focus vehicles/kz/999", "such figures: write a number from 1 to "),
        ("--focus vehicles-by-2025@0", "write a number from 1"),
        ("--series vehicle/kazakhstan", "no metric is called vehicle; the nearest: "),
        ("--series vehicles", "write metric/place"),
        ("--evidence doubts", "write sources or checks"),
        ("--outlook maybe", "write on or off"),
        ("--sort 2:up", "write rising or falling"),
        ("--point 0", "write a number from 1"),
        ("--sheet hepl", "the nearest: help"),
    ] {
        let output = run(&format!("planfact screen targets {option}"));
        assert_eq!(output.exit, Exit::Usage, "{option}");
        assert!(output.stderr.starts_with(&format!("planfact: {option}: ")), "{}", output.stderr);
        assert!(output.stderr.contains(expected), "{}", output.stderr);
    }
}

#[test]
fn an_error_about_a_missing_item_says_what_the_page_has() {
    for (arguments, expected) in [
        ("targets --sort 99", "the list has "),
        ("targets --status foo", "statuses on this page: "),
        ("targets --status mised", "probably missed"),
        ("plants --status missed", "operating"),
        ("evidence --status missed", "have no status"),
        ("evidence --sort 7", "the list has "),
        ("output --point 99", " points: write a number from 1 to "),
        ("targets --focus nope", "c in the dashboard copies the command of any row"),
        ("plants --focus vehicles-by-2025", "the page plants has no such row as of 2031-02-03; it has "),
        ("targets --focus vehicles-by-2025@7", "the page has it in 1 rows"),
        ("targets --focus vehicles-by-2025 --as-of 2015-01-01", "no such row as of 2015-01-01"),
        ("output --series jobs/kz", "there are vehicles/"),
        ("evidence --evidence checks --focus check:9999", "it has check:"),
    ] {
        let output = run(&format!("planfact screen {arguments}"));
        assert_eq!(output.exit, Exit::Usage, "{arguments}: {}", output.stdout);
        let option = arguments.split(" --").nth(if arguments.contains("--evidence checks") { 2 } else { 1 }).unwrap();
        assert!(output.stderr.starts_with(&format!("planfact: --{option}: ")), "{}", output.stderr);
        assert!(output.stderr.contains(expected), "{}", output.stderr);
    }
}

#[test]
fn a_status_that_no_row_has_on_that_date_gives_an_empty_list() {
    let output = run("planfact screen targets --status met_late --as-of 2016-07-02 --lang en");
    assert_eq!(output.exit, Exit::Success, "{}", output.stderr);
}

#[test]
fn an_id_names_a_row_of_the_page_first() {
    // The id of both a plant and a source.
    let shown = run("planfact screen plants --focus hyundai-trans-kazakhstan --size 120x36");
    let meant = run("planfact screen plants --focus subject:hyundai-trans-kazakhstan --size 120x36");
    assert_eq!((shown.exit, &*shown.stdout), (Exit::Success, &*meant.stdout), "{}", shown.stderr);
    assert_ne!(shown.stdout, run("planfact screen plants --size 120x36").stdout, "another plant is shown");
}

#[test]
fn option_names_are_unique() {
    for (place, part) in VIEW_OPTIONS.iter().enumerate() {
        assert!(VIEW_OPTIONS[..place].iter().all(|known| known.name != part.name), "{}", part.name);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_command_of_any_view_prints_it(walk in proptest::collection::vec(random_events(), 1..30)) {
        let mut dashboard = Walk::at(100, 30);
        for event in walk {
            event.apply(&mut dashboard);
        }
        let size = dashboard.model.state().look.size;
        prop_assume!(size.width > 0 && size.height > 0);
        check_command(&dashboard)?;
    }
}
