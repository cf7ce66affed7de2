//! The README names all options, its commands run on its own example, and its tables match the code.

use std::process::{Command, Stdio};

use clap::CommandFactory;
use planfact::app::dashboard::command_line::{VIEW_OPTIONS, ViewOption};
use planfact::cli::Arguments;
use planfact::page::model::PageKind;

use crate::walks::walk::Walk;

pub(super) const README: &str = include_str!("../../README.md");

/// The code blocks of a language, such as `console` or `json`.
fn blocks(kind: &str) -> Vec<&'static str> {
    let fence = format!("```{kind}\n");
    README.split(fence.as_str()).skip(1).filter_map(|rest| rest.split_once("\n```")).map(|(text, _)| text).collect()
}

/// The commands of all `console` blocks, without prompts.
fn commands() -> Vec<&'static str> {
    blocks("console").into_iter().flat_map(str::lines).filter_map(|line| line.strip_prefix("$ ")).collect()
}

#[test]
fn every_option_and_command_is_in_the_readme() {
    let command = Arguments::command();
    let options = command.get_arguments().filter_map(|argument| argument.get_long());
    for option in options.filter(|option| !["help", "version"].contains(option)) {
        assert!(README.contains(&format!("`--{option}")), "the README does not name --{option}");
    }
    for sub in command.get_subcommands() {
        let call = format!("planfact {}", sub.get_name());
        assert!(commands().iter().any(|line| line.starts_with(&call)), "the README does not show {call}");
        let own =
            sub.get_arguments().filter(|argument| !argument.is_global_set()).filter_map(|argument| argument.get_long());
        for option in own.filter(|option| *option != "help") {
            let shown = commands().iter().any(|line| line.starts_with(&call) && line.contains(&format!("--{option}")));
            assert!(
                shown || README.contains(&format!("| `--{option}` ")),
                "the README does not show --{option} of {call}"
            );
        }
    }
}

#[test]
fn the_readme_has_the_table_of_view_options() {
    let row = |part: &ViewOption| format!("| `--{}` | {} |\n", part.name, part.help);
    let expected =
        "| option | what it says |\n|---|---|\n".to_owned() + &VIEW_OPTIONS.iter().map(row).collect::<String>();
    assert!(README.contains(&expected), "\nThe README should say:\n\n{expected}");
}

#[test]
fn the_commands_of_the_readme_run() {
    let folder = std::env::temp_dir().join(format!("planfact-readme-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let examples = blocks("json");
    assert_eq!(examples.len(), 1, "which example is my-plan.json?");
    std::fs::write(folder.join("my-plan.json"), examples[0]).unwrap();
    let sheets = blocks("csv");
    assert_eq!(sheets.len(), 1, "which example is my-plan.csv?");
    std::fs::write(folder.join("my-plan.csv"), sheets[0]).unwrap();
    let lines: Vec<_> = commands().into_iter().filter_map(|line| line.strip_prefix("planfact ")).collect();
    assert!(lines.len() >= 5, "only {} commands found", lines.len());
    for line in lines {
        let mut command = Command::new(env!("CARGO_BIN_EXE_planfact"));
        let output = command.args(line.split_whitespace()).current_dir(&folder).stdin(Stdio::null()).output().unwrap();
        let printed = String::from_utf8_lossy(&output.stderr) + String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success(), "planfact {line}: {printed}");
        assert!(!output.stdout.is_empty(), "planfact {line} prints nothing");
    }
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn ci_runs_the_commands_of_the_readme() {
    assert!(commands().contains(&"cargo run --release"));
    assert!(commands().contains(&"cargo test"));
    let checks = include_str!("../../.ci/run");
    assert!(checks.lines().any(|line| line == "cargo test"), "CI does not run the command of the README");
}

#[test]
fn the_pages_of_the_readme_are_the_tabs_of_the_dashboard() {
    let mut dashboard = Walk::at(120, 36);
    for place in 1..=PageKind::ALL.len() {
        let row = README.lines().find_map(|line| line.strip_prefix(&format!("| {place} "))).unwrap();
        dashboard.sees(&format!("{place} {}", row.split(" |").next().unwrap()));
    }
}

#[test]
fn the_readme_and_the_help_list_the_same_exit_codes() {
    let readme = README.split_whitespace().collect::<Vec<_>>().join(" ");
    let help = Arguments::command().render_help().to_string();
    for code in ["0 success", "1 invalid data", "2 wrong usage", "3 failure of the environment"] {
        assert!(readme.contains(code) && help.contains(code), "{code}");
    }
}
