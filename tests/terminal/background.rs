//! The background query: sent once, and its reply is never taken for keys.

use super::session::{FIXED, Session, program};

const QUERY: &str = "\x1b]11;?\x07";

fn count(session: &Session, text: &str) -> usize {
    String::from_utf8_lossy(&session.raw).matches(text).count()
}

#[test]
fn a_late_reply_of_a_light_terminal_sets_the_light_theme() {
    let mut session = Session::dashboard();
    session.see("q quit");
    session.press("2");
    session.see("105 promises");
    session.press("\x1b]11;rgb:ffff/ffff/ffff\x07");
    session.wait("a light background", |screen| screen.cell(5, 5).unwrap().bgcolor() == vt100::Color::Idx(231));
    session.see("105 promises");
    session.press("q");
    assert_eq!(session.end().exit_code(), 0);
    assert_eq!(count(&session, QUERY), 1);
}

#[test]
fn the_query_follows_the_first_frame_and_a_dark_terminal_changes_nothing() {
    let mut session = Session::dashboard();
    session.see("q quit");
    session.press("\x1b]11;rgb:0000/0000/0000\x1b\\q");
    assert_eq!(session.end().exit_code(), 0);
    let raw = String::from_utf8_lossy(&session.raw).into_owned();
    assert_eq!(raw.matches("\x1b[?2026h").count(), 1);
    assert!(raw.find(QUERY).unwrap() > raw.find("\x1b[?2026l").unwrap());
}

#[test]
fn a_chosen_theme_is_kept_and_nothing_is_queried() {
    for (arguments, vars) in
        [(&["--theme", "steppe"][..], &[][..]), (&[], &[("NO_COLOR", "1")]), (&[], &[("TERM", "linux")])]
    {
        let mut session = Session::start(&program(), &[&FIXED[..], arguments].concat(), vars);
        session.see("q quit");
        session.press("q");
        session.end();
        assert_eq!(count(&session, "\x1b]"), 0, "{arguments:?} {vars:?}");
    }
}

#[test]
fn a_theme_chosen_before_the_reply_is_kept() {
    let mut session = Session::dashboard();
    session.see("q quit");
    session.press("t\x1b]11;rgb:0000/0000/0000\x07g");
    session.see("q выход");
    let background = session.cell(5, 5).bgcolor();
    assert_eq!(background, vt100::Color::Idx(231), "the light theme was chosen by hand");
}
