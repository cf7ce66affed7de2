//! Every exit restores the terminal.

use std::path::Path;
use std::process::{Command, Stdio};

use nix::sys::signal::Signal;
use planfact::app::terminal::session::Terminal;
use planfact::settings::choices::Mouse;

use super::session::{FIXED, Session, program};

/// A dashboard that has drawn and entered the terminal.
fn running() -> Session {
    let mut session = Session::dashboard();
    session.see("q quit");
    session.wait("the terminal taken", Session::has_terminal);
    session
}

#[test]
fn quitting_restores_the_terminal() {
    let mut session = running();
    session.press("q");
    assert_eq!(session.end().exit_code(), 0);
    session.is_restored();
    assert_eq!(session.text().trim(), "", "something is left on the screen");
}

#[test]
fn ctrl_c_quits() {
    let mut session = running();
    session.press("\x03");
    assert_eq!(session.end().exit_code(), 0);
    session.is_restored();
}

#[test]
fn a_signal_ends_the_program_as_a_signal_does() {
    for signal in [Signal::SIGTERM, Signal::SIGHUP, Signal::SIGINT, Signal::SIGQUIT] {
        let mut session = running();
        session.signal(signal);
        let status = session.end();
        assert!(status.signal().is_some(), "{signal:?}: {status:?}");
        session.is_restored();
    }
}

#[test]
fn a_shell_can_suspend_and_continue_it() {
    let script = "set -m; \"$0\" \"$@\"; echo now stopped; read go; fg >/dev/null; echo back $?";
    let program = program();
    let arguments = [&["-c", script, program.to_str().unwrap()][..], &FIXED].concat();
    let mut session = Session::start(Path::new("sh"), &arguments, &[]);
    session.see("q quit");
    session.press("2\x1a");
    session.see("now stopped");
    session.is_restored();
    session.resize(90, 28);
    session.press("\n");
    session.wait("the terminal taken again", Session::has_terminal);
    session.wait("a rule of 90 columns", |screen| screen.contents().lines().any(|line| line == "─".repeat(90)));
    session.press("q");
    session.see("back 0");
    session.is_restored();
}

#[test]
fn bg_and_fg_leave_the_terminal_as_bash_expects_it() {
    let mut session = Session::start(Path::new("bash"), &["--norc", "--noprofile", "-i"], &[("PS1", "$ ")]);
    session.press("tell() { stty -a | cksum; echo end $1; }\rtell 1\r");
    session.see("end 1\n");
    session.press(&format!("{} {}\r", program().to_str().unwrap(), FIXED.join(" ")));
    session.see("q quit");
    session.press("\x1a");
    session.see("Stopped");
    session.press("bg\r");
    // A stop in the background is reported with a later prompt.
    for round in 20.. {
        if session.text().matches("Stopped").count() == 2 {
            break;
        }
        session.press(&format!("tell {round}\r"));
        session.see(&format!("end {round}\n"));
    }
    session.press("fg\r");
    session.see("q quit");
    session.press("q");
    // What is typed before the terminal is given back is dropped with it.
    session.wait("a prompt after the end", |screen| screen.contents().trim_end().ends_with("\n$"));
    session.press("tell 3\r");
    session.see("end 3\n");
    let text = session.text();
    let lines: Vec<&str> = text.lines().collect();
    let settings = |end: &str| lines[lines.iter().position(|line| *line == end).unwrap() - 1];
    assert_eq!(settings("end 1"), settings("end 3"), "{text}");
    let places = ["end 1", "Stopped", "bg", "end 2", "fg", "end 3"].map(|words| text.find(words).unwrap_or(0));
    assert!(places.is_sorted(), "a prompt has overwritten earlier lines:\n{text}");
}

#[test]
fn sigtstp_suspends_it_too() {
    let script = "set -m; \"$0\" \"$@\"; echo now stopped; read go; fg >/dev/null; echo back $?";
    let program = program();
    let arguments = [&["-c", script, program.to_str().unwrap()][..], &FIXED].concat();
    let mut session = Session::start(Path::new("sh"), &arguments, &[]);
    session.see("q quit");
    session.signal_job(Signal::SIGTSTP);
    session.see("now stopped");
    session.is_restored();
    session.press("\n");
    session.see("q quit");
    session.press("q");
    session.see("back 0");
}

#[test]
fn a_session_leader_does_not_suspend() {
    // The program leads the session of its terminal: there is no shell.
    let mut session = running();
    session.press("\x1a2");
    session.see("2 Targets");
    session.signal(Signal::SIGTSTP);
    session.press("q");
    assert_eq!(session.end().exit_code(), 0);
    session.is_restored();
}

#[test]
fn a_hangup_without_a_signal_ends_it() {
    // The session leader ignores SIGHUP.
    let program = program();
    let arguments = ["-c", "trap '' HUP; \"$0\" \"$@\"; echo ended", program.to_str().unwrap()];
    let mut session = Session::start(Path::new("/bin/sh"), &[&arguments, &FIXED[..]].concat(), &[]);
    session.see("1 Overview");
    session.close();
}

#[test]
fn a_panic_restores_the_terminal_and_is_reported() {
    let this = std::env::current_exe().unwrap();
    let arguments = ["--exact", "terminal::exit::panics_in_a_terminal", "--ignored", "--nocapture"];
    let mut session = Session::start(&this, &arguments, &[]);
    assert_ne!(session.end().exit_code(), 0);
    assert!(String::from_utf8_lossy(&session.raw).contains("\x1b[?1049h"), "the alternate screen was never entered");
    assert!(session.text().contains("on purpose"), "{}", session.text());
    session.is_restored();
}

/// Run by the test above.
#[test]
#[ignore = "needs a terminal of its own: the test above gives it one"]
fn panics_in_a_terminal() {
    use ratatui::layout::Size;
    let mut terminal = Terminal::enter(Mouse::On).unwrap();
    terminal.draw(Size::new(20, 5), &[], |_, _| {}).unwrap();
    panic!("on purpose");
}

#[test]
fn an_invalid_file_is_reported_before_the_terminal_is_entered() {
    let mut session = Session::start(&program(), &["--data", concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")], &[]);
    assert_eq!(session.end().exit_code(), 1);
    assert!(!session.raw.contains(&0x1b), "{}", session.text());
    assert!(session.text().contains("planfact: "), "{}", session.text());
}

#[test]
fn a_closed_pipe_is_no_error() {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let output = Command::new(program()).args(["report"]).args(FIXED).stdout(writer).stderr(Stdio::piped()).output();
    let output = output.unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
}
