//! What a terminal sends by itself, whole or cut off, is never a key and never ends the keyboard.

use super::session::{FIXED, Session, program};

/// A dashboard after its two queries were answered.
fn running() -> Session {
    let mut session = Session::dashboard();
    session.see("q quit");
    session.press("\x1b[1;2R\x1b]11;rgb:0000/0000/0000\x07");
    session
}

#[test]
fn late_and_repeated_replies_are_no_keys() {
    let mut session = running();
    for reply in [
        "\x1b]10;rgb:gggg/tttt/qqqq\x1b\\",
        "\x1b]11;rgb:ffff/ffff/ffff\x07",
        "\x1b]52;c;Z3RxZ3Rx\x07",
        "\x1bP>|gtq(390)\x1b\\",
        "\x1b_gtq\x1b\\",
        "\x1b[?997;1n",
        "\x1b[?2026;2$y",
        "\x1b[?62;22c",
        "\x1b[30;100R",
        "\x1b[8;30;100t",
    ] {
        session.press(reply);
    }
    session.press("7");
    session.see("Publisher");
    session.see("q quit");
    assert_ne!(session.cell(5, 5).bgcolor(), vt100::Color::Idx(231), "a second reply chose the theme");
    session.press("q");
    assert_eq!(session.end().exit_code(), 0);
}

#[test]
fn after_an_unfinished_sequence_keys_work_again() {
    for start in ["\x1b[?99", "\x1b[200~qqq", "\x1b[<0;3", "\x1b]52;c;qqq", "\x1bPqqq"] {
        let mut session = running();
        session.press("7");
        session.see("Publisher");
        session.press(start);
        session.press_until("4", "Astana Motors");
        session.press("\x1b[200~qqq\x03");
        assert_eq!(session.end().exit_code(), 0, "{start:?}: Ctrl-C did nothing");
        session.is_restored();
    }
}

#[test]
fn a_terminal_with_wide_signs_is_told_of_ascii() {
    let mut session = Session::dashboard();
    session.see("q quit");
    session.press("\x1b[1;3R");
    session.see("--glyphs ascii");
    let mut session = Session::start(&program(), &[&FIXED[..], &["--glyphs", "ascii"]].concat(), &[]);
    session.see("q quit");
    session.press("q");
    session.end();
    assert!(!String::from_utf8_lossy(&session.raw).contains("\x1b[6n"), "asked although nothing depends on it");
}
