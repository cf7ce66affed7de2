//! Every way out gives the terminal back.

use std::path::Path;
use std::process::{Command, Stdio};

use nix::sys::signal::Signal;
use planfact::app::terminal::Mouse;
use planfact::app::terminal::session::Terminal;

use super::session::{FIXED, Session, program};

/// A dashboard that is seen and has the terminal.
fn running() -> Session {
    let mut session = Session::dashboard();
    session.see("q quit");
    session.wait("the terminal taken", Session::has_terminal);
    session
}

#[test]
fn quitting_gives_the_terminal_back() {
    let mut session = running();
    session.press("q");
    assert_eq!(session.end().exit_code(), 0);
    session.is_given_back();
    assert_eq!(session.text().trim(), "", "something is left on the screen");
}

#[test]
fn ctrl_c_quits() {
    let mut session = running();
    session.press("\x03");
    assert_eq!(session.end().exit_code(), 0);
    session.is_given_back();
}

#[test]
fn a_signal_ends_the_program_as_a_signal_does() {
    for signal in [Signal::SIGTERM, Signal::SIGHUP, Signal::SIGINT, Signal::SIGQUIT] {
        let mut session = running();
        session.signal(signal);
        let status = session.end();
        assert!(status.signal().is_some(), "{signal:?}: {status:?}");
        session.is_given_back();
    }
}

#[test]
fn a_shell_can_stop_it_and_bring_it_back() {
    let script = "set -m; \"$0\" \"$@\"; echo now stopped; read go; fg >/dev/null; echo back $?";
    let program = program();
    let arguments = [&["-c", script, program.to_str().unwrap()][..], &FIXED].concat();
    let mut session = Session::start(Path::new("sh"), &arguments, &[]);
    session.see("q quit");
    session.press("2\x1a");
    session.see("now stopped");
    session.is_given_back();
    session.resize(90, 28);
    session.press("\n");
    session.wait("the terminal taken again", Session::has_terminal);
    session.wait("a rule of 90 columns", |screen| screen.contents().lines().any(|line| line == "─".repeat(90)));
    session.press("q");
    session.see("back 0");
    session.is_given_back();
}

#[test]
fn a_stop_from_outside_is_the_same() {
    let script = "set -m; \"$0\" \"$@\"; echo now stopped; read go; fg >/dev/null; echo back $?";
    let program = program();
    let arguments = [&["-c", script, program.to_str().unwrap()][..], &FIXED].concat();
    let mut session = Session::start(Path::new("sh"), &arguments, &[]);
    session.see("q quit");
    session.signal_job(Signal::SIGTSTP);
    session.see("now stopped");
    session.is_given_back();
    session.press("\n");
    session.see("q quit");
    session.press("q");
    session.see("back 0");
}

#[test]
fn where_nobody_could_continue_it_it_does_not_stop() {
    // The program leads the session of its terminal: there is no shell.
    let mut session = running();
    session.press("\x1a2");
    session.see("2 Targets");
    session.signal(Signal::SIGTSTP);
    session.press("q");
    assert_eq!(session.end().exit_code(), 0);
    session.is_given_back();
}

#[test]
fn a_terminal_that_is_gone_ends_it_even_where_no_signal_says_so() {
    // The leader of the session hears of the end of the terminal, and tells nobody.
    let program = program();
    let arguments = ["-c", "trap '' HUP; \"$0\" \"$@\"; echo ended", program.to_str().unwrap()];
    let mut session = Session::start(Path::new("/bin/sh"), &[&arguments, &FIXED[..]].concat(), &[]);
    session.see("1 Overview");
    session.close();
}

#[test]
fn a_panic_gives_the_terminal_back_and_is_told() {
    let this = std::env::current_exe().unwrap();
    let arguments = ["--exact", "terminal::ends::panics_in_a_terminal", "--ignored", "--nocapture"];
    let mut session = Session::start(&this, &arguments, &[]);
    assert_ne!(session.end().exit_code(), 0);
    assert!(String::from_utf8_lossy(&session.raw).contains("\x1b[?1049h"), "the terminal was never taken");
    assert!(session.text().contains("on purpose"), "{}", session.text());
    session.is_given_back();
}

/// What the test above looks at.
#[test]
#[ignore = "needs a terminal of its own: the test above gives it one"]
fn panics_in_a_terminal() {
    use ratatui::layout::Size;
    let mut terminal = Terminal::enter(Mouse::On).unwrap();
    terminal.draw(Size::new(20, 5), &[], |_, _| {}).unwrap();
    panic!("on purpose");
}

#[test]
fn a_broken_file_is_told_before_the_terminal_is_touched() {
    let mut session = Session::start(&program(), &["--data", concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")], &[]);
    assert_eq!(session.end().exit_code(), 1);
    assert!(!session.raw.contains(&0x1b), "{}", session.text());
    assert!(session.text().contains("planfact: "), "{}", session.text());
}

#[test]
fn who_stops_listening_has_heard_enough() {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let output = Command::new(program()).args(["report"]).args(FIXED).stdout(writer).stderr(Stdio::piped()).output();
    let output = output.unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
}
