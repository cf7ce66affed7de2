//! Settings from the file to the screen.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use planfact::app::action::Effect;
use planfact::app::input::keys::keymap::{self, Keymap};
use planfact::commands;
use planfact::commands::output::{CommandOutput, Exit};
use planfact::settings::environment::{HostEnvironment, Interactivity};
use planfact::settings::file;

use super::readme::README;
use crate::walks::walk::Walk;

/// A configuration folder with a settings file, deleted after the test.
struct ConfigFolder(PathBuf);

impl ConfigFolder {
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

impl Drop for ConfigFolder {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).unwrap();
    }
}

fn run(line: &str, env_vars: &[(&str, &str)]) -> CommandOutput {
    let today = NaiveDate::from_ymd_opt(2026, 6, 30).unwrap();
    let env_vars: BTreeMap<_, _> =
        env_vars.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    commands::run(
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
    let settings = file::read(text).unwrap();
    let mut walk = Walk::at(120, 120);
    walk.begin(|state| state.session.keymap = settings.keymap);
    walk
}

#[test]
fn settings_of_the_file_take_effect_and_are_printed_with_their_lines() {
    let text = "# mine\ntheme = \"paper\"\nlanguage = \"ru\"\nglyphs = \"block\"\nmouse = \"off\"\nmotion = \"reduced\"\n\n\
                [keys]\nquit = [\"Q\", \"Ctrl-Q\"]\nopen-1 = \"F1\"\n";
    let folder = ConfigFolder::with("force", text);
    let shown = folder.run("planfact settings --show");
    assert_eq!((&*shown.stderr, shown.exit), ("", Exit::Success));
    for (setting, source) in [
        ("theme = \"paper\" ", "# line 2"),
        ("language = \"ru\" ", "# line 3"),
        ("glyphs = \"block\" ", "# line 4"),
        ("mouse = \"off\" ", "# line 5"),
        ("motion = \"reduced\" ", "# line 6"),
        ("quit = [\"Q\", \"Ctrl-Q\"] ", "# line 9"),
        ("open-1 = \"F1\" ", "# line 10"),
        ("help = \"?\" ", "# default"),
    ] {
        let is_printed = shown.stdout.lines().any(|line| line.starts_with(setting) && line.ends_with(source));
        assert!(is_printed, "{setting}{source} is not in\n{}", shown.stdout);
    }
    assert!(shown.stdout.contains(folder.0.to_str().unwrap()));
    assert!(folder.run("planfact screen overview").stdout.contains("Q выход"), "the file does not set the language");
    assert!(
        folder.run("planfact screen overview --lang kk").stdout.contains("Q шығу"),
        "a flag does not override the file"
    );
}

#[test]
fn the_printed_settings_are_a_settings_file_with_the_same_values() {
    for text in
        ["", "theme = \"paper\"\nmouse = \"off\"\n[keys]\nback = [\"Esc\", \"\\\\\"]\nnow = []\nsuspend = \"\\\"\"\n"]
    {
        let folder = ConfigFolder::with("same", text);
        let shown = folder.run("planfact settings --show").stdout;
        let settings = file::read(&shown).unwrap_or_else(|problems| panic!("{problems:?}\n{shown}"));
        let before = file::read(text).unwrap();
        for command in keymap::commands() {
            assert_eq!(settings.keymap.chords(command), before.keymap.chords(command), "{}", command.name);
        }
        drop(folder);
        let again = ConfigFolder::with("same", &shown);
        let values = |text: &str| -> Vec<String> {
            text.lines().filter_map(|line| line.split(" # ").next()).map(|line| line.trim().to_owned()).collect()
        };
        assert_eq!(values(&again.run("planfact settings --show").stdout)[3..], values(&shown)[3..]);
    }
}

#[test]
fn a_file_with_problems_is_refused_with_their_lines_by_every_command() {
    let folder = ConfigFolder::with("wrong", "theme = \"peper\"\n\n[keys]\nthemee = \"x\"\n");
    for line in ["planfact settings --show", "planfact report", "planfact screen overview"] {
        let output = folder.run(line);
        assert_eq!((output.exit, &*output.stdout), (Exit::Usage, ""), "{line}");
        for expected in ["settings.toml:1:9", "probably \"paper\"", "settings.toml:4:1", "probably theme", "2 problems"]
        {
            assert!(output.stderr.contains(expected), "{expected} is not in\n{}", output.stderr);
        }
    }
}

#[test]
fn a_named_file_has_to_exist_but_the_usual_one_need_not() {
    let missing = run("planfact settings --show --settings /nowhere/settings.toml", &[]);
    assert_eq!(missing.exit, Exit::Environment);
    assert!(missing.stderr.contains("/nowhere/settings.toml"), "{}", missing.stderr);
    let none = run("planfact settings --show", &[("HOME", "/nowhere")]);
    assert!(none.stdout.contains("# File: /nowhere/.config/planfact/settings.toml (not there)"), "{}", none.stdout);
    assert_eq!(none.exit, Exit::Success);
}

#[test]
fn settings_are_never_written() {
    let folder = ConfigFolder::with("unwritten", "theme = \"mono\"\n");
    for line in ["planfact settings --show", "planfact report overview --theme paper"] {
        assert_eq!(folder.run(line).exit, Exit::Success, "{line}");
    }
    assert_eq!(std::fs::read_to_string(folder.0.join("planfact/settings.toml")).unwrap(), "theme = \"mono\"\n");
    assert_eq!(std::fs::read_dir(&folder.0).unwrap().count(), 1);
    assert!(!Path::new("settings.toml").exists());
}

#[test]
fn a_rebound_key_works_and_is_shown_in_the_hints_and_the_help() {
    let mut walk = rebound("[keys]\nquit = [\"Q\", \"Ctrl-Q\"]\nwhy = \"F2\"\nhelp = \"F1\"\nwrite = \"W\"\n");
    walk.sees("F2 why").sees("F1 help").sees("Q quit").press("q");
    assert_eq!(walk.effect, None);
    walk.press("c").sees("(else W)").press("Ctrl-Q");
    assert_eq!(walk.effect, Some(Effect::Quit));
    let mut walk = rebound("[keys]\nhelp = \"H\"\nsuspend = []\nopen-2 = \"F2\"\n");
    walk.press("H").sees("1 F2 3 4 5 6 7 8 9").sees_no("Ctrl-Z");
}

#[test]
fn the_readme_names_every_setting() {
    for name in ["theme", "language", "glyphs", "mouse", "motion"] {
        assert!(README.contains(&format!("\n{name} = \"")), "the README does not show {name}");
    }
    let example = README.split("```toml\n").nth(1).unwrap().split("```").next().unwrap();
    let settings = file::read(example).unwrap();
    assert_ne!(settings.keymap, Keymap::default(), "the README does not show how to rebind a key");
}
