//! A talk in a terminal: every exit restores the terminal, and the talk can resume at the same scene.

use std::path::PathBuf;

use nix::sys::signal::Signal;

use super::session::{FIXED, Session, program};
use crate::talk::recording::Recording;

/// A temporary folder, removed with its test.
pub(super) struct Folder(pub(super) PathBuf);

impl Folder {
    pub(super) fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("planfact-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn talk(state: &str, options: &[&str]) -> Session {
    let arguments = [&["present"], &FIXED[..], options].concat();
    Session::start(&program(), &arguments, &[("XDG_STATE_HOME", state)])
}

#[test]
fn a_terminated_talk_restores_the_terminal_and_resumes_at_the_same_scene() {
    let folder = Folder::new("killed");
    let state = folder.0.to_str().unwrap();
    let mut session = talk(state, &["--reduced-motion"]);
    session.see("1 / 14");
    session.press("5\r");
    session.see("5 / 14");
    session.press("\x1b[6~");
    session.see("6 / 14");
    session.signal(Signal::SIGTERM);
    assert!(session.end().signal().is_some());
    session.is_restored();
    let mut session = talk(state, &["--resume"]);
    session.see("6 / 14");
    session.press("q");
    assert_eq!(session.end().exit_code(), 0);
    session.is_restored();
}

#[test]
fn a_talk_runs_where_its_position_cannot_be_saved() {
    let mut session = talk("/dev/null/nowhere", &["--resume"]);
    session.see("1 / 14");
    session.press("14\r");
    session.see("14 / 14");
    session.press("\x03");
    assert_eq!(session.end().exit_code(), 0);
    session.is_restored();
}

#[test]
fn a_reveal_runs_without_keys() {
    let folder = Folder::new("reveal");
    let mut session = talk(folder.0.to_str().unwrap(), &["--scene", "2"]);
    session.see("2 / 14");
    session.see("171");
    session.see("200");
    session.press("\r");
    session.see("1 Overview");
    session.press("\x1b");
    session.see("2 / 14");
    session.press("q");
    assert_eq!(session.end().exit_code(), 0);
}

#[test]
fn a_rehearsal_prints_its_times_and_does_not_write_them_unasked() {
    let folder = Folder::new("rehearsal");
    let path = folder.0.join("plan.json");
    let text = include_str!("../fixtures/good/example.json");
    std::fs::write(&path, text).unwrap();
    let data = path.to_str().unwrap();
    let mut session = talk(folder.0.to_str().unwrap(), &["--rehearse", "--data", data]);
    session.see("1 / 1");
    session.press("q");
    assert_eq!(session.end().exit_code(), 0);
    assert!(session.text().contains("in all"), "{}", session.text());
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
}

#[test]
fn a_hangup_restores_the_terminal() {
    let folder = Folder::new("clean");
    let mut session = talk(folder.0.to_str().unwrap(), &[]);
    session.see("1 / 14");
    session.wait("the terminal taken", Session::has_terminal);
    session.signal(Signal::SIGHUP);
    session.end();
    session.is_restored();
}

/// The recording in a folder.
fn recording(folder: &Folder) -> Recording {
    Recording::read(&std::fs::read_to_string(folder.0.join("talk.cast")).unwrap())
}

#[test]
fn a_recording_has_the_frames_of_the_talk_and_nothing_else() {
    let folder = Folder::new("recorded");
    let path = folder.0.join("talk.cast");
    let mut session = talk(folder.0.to_str().unwrap(), &["--reduced-motion", "--record", path.to_str().unwrap()]);
    session.see("1 / 14");
    session.press(" ");
    session.see("2 / 14");
    session.press("\r");
    session.see("1 Overview");
    session.press("c");
    session.see("Sent to the clipboard");
    session.press("\x1b");
    session.see("2 / 14");
    session.resize(90, 28);
    session.see("2 / 14");
    session.press("3\r");
    session.see("3 / 14");
    let last = session.text();
    session.press("q");
    assert_eq!(session.end().exit_code(), 0);
    session.is_restored();
    let recording = recording(&folder);
    let parser = recording.replay();
    assert_eq!(parser.screen().contents(), last);
    assert!(!parser.screen().hide_cursor() && !parser.screen().alternate_screen());
    assert_eq!(parser.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::None);
    assert_eq!((recording.size, recording.all("r").len(), recording.all("r")[0].1), ((100, 30), 1, "90x28"));
    assert_eq!(recording.all("m").len(), 3, "{:?}", recording.all("m"));
    let output: String = recording.all("o").into_iter().map(|(_, data)| data).collect();
    assert!(!output.contains("\x1b]52;"), "copied text is in the recording");
}

#[test]
fn a_killed_talk_leaves_a_recording_up_to_its_last_whole_line() {
    let folder = Folder::new("cut");
    let path = folder.0.join("talk.cast");
    let mut session = talk(folder.0.to_str().unwrap(), &["--record", path.to_str().unwrap()]);
    session.see("1 / 14");
    session.press("  ");
    session.see("2 / 14");
    session.signal(Signal::SIGKILL);
    session.end();
    // The system may cut the write of a long line at a page boundary.
    let written = std::fs::read_to_string(&path).unwrap();
    let (whole, cut) = written.split_at(written.rfind('\n').unwrap() + 1);
    assert!(cut.is_empty() || cut.starts_with('['), "{cut:?}");
    assert!(!Recording::read(whole).all("m").is_empty());
}

#[test]
#[cfg(target_os = "linux")]
fn a_recording_that_cannot_be_written_is_reported_after_the_talk() {
    let folder = Folder::new("full");
    let mut session = talk(folder.0.to_str().unwrap(), &["--record", "/dev/full", "--overwrite"]);
    session.see("1 / 14");
    session.press("14\r ");
    session.see("14 / 14");
    session.press("q");
    assert_eq!(session.end().exit_code(), 3);
    session.is_restored();
    assert!(session.text().contains("/dev/full: the recording ends early"), "{}", session.text());
}

#[test]
fn a_recording_over_an_existing_file_is_refused_before_the_terminal_is_entered() {
    let folder = Folder::new("there");
    let path = folder.0.join("talk.cast");
    std::fs::write(&path, "mine").unwrap();
    let mut session = talk(folder.0.to_str().unwrap(), &["--record", path.to_str().unwrap()]);
    assert_eq!(session.end().exit_code(), 2);
    assert!(!String::from_utf8_lossy(&session.raw).contains("\x1b[?1049h"));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "mine");
}

#[test]
#[cfg(target_os = "linux")]
fn a_talk_does_not_wait_for_the_reader_of_its_recording() {
    let folder = Folder::new("stuck");
    let path = folder.0.join("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&path).status().unwrap().success());
    // The pipe is open and never read; its buffer is smaller than this recording.
    let _reader = std::fs::OpenOptions::new().read(true).write(true).open(&path).unwrap();
    let options = ["--reduced-motion", "--overwrite", "--record", path.to_str().unwrap()];
    let mut session = talk(folder.0.to_str().unwrap(), &options);
    session.see("1 / 14");
    for _ in 0..2 {
        for scene in 2..=14 {
            session.press(" ");
            session.see(&format!("{scene} / 14"));
        }
        session.press("\x1b[H");
        session.see("1 / 14");
    }
    session.press("q");
    assert_eq!(session.end().exit_code(), 3);
    session.is_restored();
    assert!(session.text().contains("the recording ends early"), "{}", session.text());
}
