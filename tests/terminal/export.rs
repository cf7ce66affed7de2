//! Clipboard, hyperlinks and files written from the dashboard.

use std::path::Path;

use super::session::{FIXED, Session, program};

#[test]
fn copied_text_is_sent_to_the_terminal_as_base64() {
    let mut session = Session::start(&program(), &FIXED, &[("TERM", "xterm-kitty")]);
    session.see("q quit");
    session.press("c");
    session.see("Copied: this view as a command");
    let raw = String::from_utf8_lossy(&session.raw).into_owned();
    let (_, rest) = raw.split_once("\x1b]52;c;").unwrap();
    // "planfact screen overview " in base64.
    assert!(rest.starts_with("cGxhbmZhY3Qgc2NyZWVuIG92ZXJ2aWV3I"), "{rest}");
}

#[test]
fn a_visible_address_is_a_hyperlink() {
    let mut session = Session::dashboard();
    session.see("q quit");
    assert!(!String::from_utf8_lossy(&session.raw).contains("\x1b]8;"));
    session.press("7\r\x1b[F");
    session.see("https://");
    let raw = String::from_utf8_lossy(&session.raw).into_owned();
    let (_, rest) = raw.split_once("\x1b]8;id=").unwrap();
    let address = rest.split_once(';').unwrap().1;
    assert!(address.starts_with("https://") && address.contains("\x1b]8;;\x1b\\"), "{address}");
}

#[test]
fn a_view_is_written_to_a_new_file() {
    let folder = std::env::temp_dir().join(format!("planfact-write-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let existing = folder.join("planfact-overview-2026-06-30.txt");
    std::fs::write(&existing, "mine").unwrap();
    let program = program();
    let run = ["-c", "cd \"$0\" && exec \"$@\"", folder.to_str().unwrap(), program.to_str().unwrap()];
    let mut session = Session::start(Path::new("sh"), &[&run[..], &FIXED[..]].concat(), &[]);
    session.see("q quit");
    session.press("wt");
    session.see("Written: planfact-overview-2026-06-30-2.txt");
    assert_eq!(std::fs::read_to_string(&existing).unwrap(), "mine");
    assert!(std::fs::read_to_string(folder.join("planfact-overview-2026-06-30-2.txt")).unwrap().contains("171,442"));
    session.press("wh");
    session.see("Written: planfact-overview-2026-06-30.html");
    // Writing to a deleted folder fails with a notice.
    std::fs::remove_dir_all(&folder).unwrap();
    session.press("ws");
    session.see("Not written: ");
}
