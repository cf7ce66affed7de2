//! What is written to the terminal: whole frames, once, and nothing else.

use std::path::Path;

use super::session::{FIXED, Session, program};

const FRAME: &[u8] = b"\x1b[?2026h";

fn count(raw: &[u8], what: &[u8]) -> usize {
    raw.windows(what.len()).filter(|window| *window == what).count()
}

#[test]
fn the_first_frame_is_one_and_asks_the_terminal_nothing() {
    let mut session = Session::dashboard();
    session.see("q quit");
    session.press("q");
    session.end();
    assert_eq!(count(&session.raw, FRAME), 1);
    let end = session.raw.windows(8).position(|window| window == b"\x1b[?2026l").unwrap();
    assert_eq!(count(&session.raw[..end], b"\x1b]"), 0, "something is asked before the first frame");
    for query in ["\x1b[c", "\x1b[0c", "\x1b[>c", "\x1b[6n", "\x1b[5n", "\x1b[?u", "\x1b]10", "\x1b]12", "\x1bP", "$p"]
    {
        assert_eq!(count(&session.raw, query.as_bytes()), 0, "{query:?} is asked");
    }
}

#[test]
fn keys_that_change_nothing_write_nothing() {
    let mut session = Session::dashboard();
    session.see("q quit");
    let before = count(&session.raw, FRAME);
    for _ in 0..50 {
        session.press("Z");
        std::thread::yield_now();
    }
    session.press("g");
    session.see("q выход");
    session.press("q");
    session.end();
    assert_eq!(count(&session.raw, FRAME) - before, 1);
}

#[test]
fn without_colours_none_is_written() {
    let mut session = Session::start(&program(), &FIXED, &[("NO_COLOR", "1")]);
    session.see("q quit");
    let raw = String::from_utf8_lossy(&session.raw).into_owned();
    assert!(!raw.contains("38;") && !raw.contains("48;"), "{raw:?}");
}

#[test]
fn colours_are_those_of_the_terminal() {
    let mut session = Session::dashboard();
    session.see("q quit");
    let raw = String::from_utf8_lossy(&session.raw).into_owned();
    assert!(raw.contains("38;5;") && !raw.contains("38;2;"), "{raw:?}");
    let mut session = Session::start(&program(), &FIXED, &[("COLORTERM", "truecolor")]);
    session.see("q quit");
    assert!(String::from_utf8_lossy(&session.raw).contains("38;2;"));
}

#[test]
fn a_terminal_that_cannot_place_its_cursor_gets_the_conversation() {
    let mut session = Session::start(&program(), &FIXED, &[("TERM", "dumb")]);
    session.see("0. Quit");
    session.press("1\n");
    session.see("0. Back");
    session.press("q\n");
    assert_eq!(session.end().exit_code(), 0);
    assert!(!session.raw.contains(&0x1b));
    assert!(String::from_utf8_lossy(&session.raw).contains("171,442"));
}

#[test]
fn what_is_printed_on_a_terminal_has_lines_of_its_width() {
    for arguments in [&["report", "overview"][..], &["explain", "vehicles-by-2025"]] {
        let program = program();
        let shell = ["-c", "read go; exec \"$0\" \"$@\"", program.to_str().unwrap()];
        let mut session = Session::start(Path::new("sh"), &[&shell[..], arguments, &FIXED].concat(), &[]);
        session.resize(60, 30);
        session.press("\n");
        assert_eq!(session.end().exit_code(), 0);
        let printed = String::from_utf8_lossy(&session.raw).into_owned();
        let lines = printed.lines().filter(|line| !line.contains("https://"));
        let longest = lines.map(|line| line.trim_end().chars().count()).max();
        assert!((50..=60).contains(&longest.unwrap_or_default()), "{printed}");
    }
}
