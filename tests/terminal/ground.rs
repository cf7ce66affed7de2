//! Light or dark: the terminal is asked once, and its answer is never a key.

use super::session::{FIXED, Session, program};

const QUESTION: &str = "\x1b]11;?\x07";

fn count(session: &Session, what: &str) -> usize {
    String::from_utf8_lossy(&session.raw).matches(what).count()
}

#[test]
fn a_light_terminal_gets_the_light_theme_however_late_it_answers() {
    let mut session = Session::dashboard();
    session.see("q quit");
    session.press("2");
    session.see("195 promises");
    session.press("\x1b]11;rgb:ffff/ffff/ffff\x07");
    session.wait("a light ground", |screen| screen.cell(5, 5).unwrap().bgcolor() == vt100::Color::Idx(231));
    session.see("195 promises");
    session.press("q");
    assert_eq!(session.end().exit_code(), 0);
    assert_eq!(count(&session, QUESTION), 1);
}

#[test]
fn the_question_comes_after_the_first_frame_and_a_dark_terminal_changes_nothing() {
    let mut session = Session::dashboard();
    session.see("q quit");
    session.press("\x1b]11;rgb:0000/0000/0000\x1b\\q");
    assert_eq!(session.end().exit_code(), 0);
    let raw = String::from_utf8_lossy(&session.raw).into_owned();
    assert_eq!(raw.matches("\x1b[?2026h").count(), 1);
    assert!(raw.find(QUESTION).unwrap() > raw.find("\x1b[?2026l").unwrap());
}

#[test]
fn who_chose_a_theme_is_not_overruled_and_nothing_is_asked() {
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
fn a_theme_chosen_while_the_answer_is_on_its_way_stays() {
    let mut session = Session::dashboard();
    session.see("q quit");
    session.press("t\x1b]11;rgb:0000/0000/0000\x07g");
    session.see("q выход");
    let ground = session.cell(5, 5).bgcolor();
    assert_eq!(ground, vt100::Color::Idx(231), "the light theme was chosen by hand");
}
