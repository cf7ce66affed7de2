//! The settings file, from the file to the screen.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use planfact::app::action::Effect;
use planfact::app::input::keys::keymap::{Keymap, commands};
use planfact::commands::{self as program, CommandOutput, Exit};
use planfact::settings::file;
use planfact::settings::{HostEnvironment, Interactivity};

use super::readme::README;
use crate::walks::walk::Walk;

/// A folder with a settings file in it, gone when the test is done.
struct Home(PathBuf);

impl Home {
    fn with(name: &str, text: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("planfact-home-{name}-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("planfact")).unwrap();
        std::fs::write(folder.join("planfact/settings.toml"), text).unwrap();
        Self(folder)
    }

    fn run(&self, line: &str) -> CommandOutput {
        run(line, &[("XDG_CONFIG_HOME", self.0.to_str().unwrap())])
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).unwrap();
    }
}

fn run(line: &str, env_vars: &[(&str, &str)]) -> CommandOutput {
    let today = NaiveDate::from_ymd_opt(2026, 6, 30).unwrap();
    let env_vars: BTreeMap<_, _> =
        env_vars.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    program::run(
        line.split_whitespace().map(OsString::from),
        &HostEnvironment {
            today,
            env_vars,
            interactivity: Interactivity::Batch,
            clock: std::time::Instant::now,
            time_of_day: || chrono::NaiveTime::MIN,
        },
    )
}

fn rebound(text: &str) -> Walk {
    let asked = file::read(text).unwrap();
    let mut walk = Walk::at(120, 36);
    walk.begin(|state| state.session.keymap = asked.keymap);
    walk
}

#[test]
fn the_settings_of_the_file_are_in_force_and_shown_with_their_lines() {
    let home = Home::with("force", "language = \"ru\"\n\n[keys]\nquit = \"Q\"\n");
    let shown = home.run("planfact settings --show");
    assert_eq!((&*shown.stderr, shown.exit), ("", Exit::Success));
    let line = |name: &str| shown.stdout.lines().find(|line| line.starts_with(name)).unwrap().to_owned();
    assert!(line("language = \"ru\" ").ends_with("# line 1"), "{}", shown.stdout);
    assert!(line("quit = \"Q\" ").ends_with("# line 4"), "{}", shown.stdout);
    assert!(line("theme = \"steppe\" ").ends_with("# default"), "{}", shown.stdout);
    assert!(shown.stdout.contains(home.0.to_str().unwrap()));
    assert!(home.run("planfact screen overview").stdout.contains("Q выход"), "the file does not choose the language");
    assert!(home.run("planfact screen overview --lang kk").stdout.contains("Q шығу"), "a flag is weaker than the file");
}

#[test]
fn what_is_shown_is_itself_a_settings_file_that_asks_for_the_same() {
    for text in
        ["", "theme = \"paper\"\nmouse = \"off\"\n[keys]\nback = [\"Esc\", \"\\\\\"]\nnow = []\nsuspend = \"\\\"\"\n"]
    {
        let home = Home::with("same", text);
        let shown = home.run("planfact settings --show").stdout;
        let asked = file::read(&shown).unwrap_or_else(|problems| panic!("{problems:?}\n{shown}"));
        let before = file::read(text).unwrap();
        for command in commands() {
            assert_eq!(asked.keymap.chords(command), before.keymap.chords(command), "{}", command.name);
        }
        drop(home);
        let again = Home::with("same", &shown);
        let values = |text: &str| -> Vec<String> {
            text.lines().filter_map(|line| line.split(" # ").next()).map(|line| line.trim().to_owned()).collect()
        };
        assert_eq!(values(&again.run("planfact settings --show").stdout)[3..], values(&shown)[3..]);
    }
}

#[test]
fn a_wrong_file_is_refused_with_its_lines_and_stops_everything() {
    let home = Home::with("wrong", "theme = \"peper\"\n\n[keys]\nthemee = \"x\"\n");
    for line in ["planfact settings --show", "planfact report", "planfact screen overview"] {
        let outcome = home.run(line);
        assert_eq!((outcome.exit, &*outcome.stdout), (Exit::Usage, ""), "{line}");
        for told in ["settings.toml:1:9", "probably \"paper\"", "settings.toml:4:1", "probably theme", "2 to mend"] {
            assert!(outcome.stderr.contains(told), "{told} is not in\n{}", outcome.stderr);
        }
    }
}

#[test]
fn a_file_that_was_named_has_to_be_there_and_the_usual_one_need_not() {
    let missing = run("planfact settings --show --settings /nowhere/settings.toml", &[]);
    assert_eq!(missing.exit, Exit::Environment);
    assert!(missing.stderr.contains("/nowhere/settings.toml"), "{}", missing.stderr);
    let none = run("planfact settings --show", &[("HOME", "/nowhere")]);
    assert!(none.stdout.contains("# File: /nowhere/.config/planfact/settings.toml (not there)"), "{}", none.stdout);
    assert_eq!(none.exit, Exit::Success);
}

#[test]
fn nothing_is_ever_written() {
    let home = Home::with("unwritten", "theme = \"mono\"\n");
    home.run("planfact settings --show");
    home.run("planfact report overview --theme paper");
    assert_eq!(std::fs::read_to_string(home.0.join("planfact/settings.toml")).unwrap(), "theme = \"mono\"\n");
    assert_eq!(std::fs::read_dir(&home.0).unwrap().count(), 1);
    assert!(!Path::new("settings.toml").exists());
}

#[test]
fn a_rebound_key_works_and_is_what_the_last_line_and_help_say() {
    let mut walk = rebound("[keys]\nquit = [\"Q\", \"Ctrl-Q\"]\nwhy = \"F2\"\nhelp = \"F1\"\nwrite = \"W\"\n");
    walk.sees("F2 why").sees("F1 help").sees("Q quit").press("q");
    assert_eq!(walk.effect, None);
    walk.press("c").sees("(else W)").press("Ctrl-Q");
    assert_eq!(walk.effect, Some(Effect::Quit));
    let mut walk = rebound("[keys]\nhelp = \"H\"\nsuspend = []\nopen-2 = \"F2\"\n");
    walk.press("H").sees("1 F2 3 4 5 6 7 8 9").sees_no("Ctrl-Z");
}

#[test]
fn the_readme_names_what_can_be_set() {
    for name in ["theme", "language", "glyphs", "mouse", "motion"] {
        assert!(README.contains(&format!("\n{name} = \"")), "the README does not show {name}");
    }
    let example = README.split("```toml\n").nth(1).unwrap().split("```").next().unwrap();
    let asked = file::read(example).unwrap();
    assert_ne!(asked.keymap, Keymap::default(), "the README does not show how to rebind a key");
}
