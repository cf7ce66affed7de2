//! A talk in one terminal and its notes in another: keys in either move both, and neither needs the other to live.

use std::fs;
use std::io::{Read, Write};
use std::os::unix::fs::{FileTypeExt, MetadataExt, PermissionsExt, symlink};
use std::os::unix::net::{UnixListener, UnixStream};
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Instant;

use nix::sys::signal::Signal;
use nix::unistd::{Uid, geteuid};
use planfact::app;
use planfact::app::dashboard::notice::Notice;
use planfact::app::event_loop::{RunEvent, RunInputs};
use planfact::app::notes::server::NotesServer;
use planfact::app::run_types::Clock;
use planfact::files;

use super::session::{FIXED, Session, program};
use super::talk::Folder;
use crate::talk::speaker::Speaker;

/// A folder where talks and notes of a test meet.
struct Place(Folder);

impl Place {
    fn new(name: &str) -> Self {
        Self(Folder::new(name))
    }

    fn path(&self) -> &str {
        self.0.0.to_str().unwrap()
    }

    fn folder(&self) -> PathBuf {
        self.0.0.join("planfact")
    }

    fn socket(&self) -> PathBuf {
        self.folder().join("notes.sock")
    }

    fn start(&self, arguments: &[&str]) -> Session {
        let state = self.0.0.join("state");
        let vars = [("XDG_RUNTIME_DIR", self.path()), ("XDG_STATE_HOME", state.to_str().unwrap())];
        Session::start(&program(), arguments, &vars)
    }

    /// A talk that notes can link to, on its first scene.
    fn talk(&self, options: &[&str]) -> Session {
        let mut session = self.start(&[&["present", "--notes", "--reduced-motion"], &FIXED[..], options].concat());
        session.see(" / 14");
        session.wait("the terminal taken", Session::has_terminal);
        session
    }

    /// Notes in Russian, so that words of the talk in them have come from it.
    fn notes(&self) -> Session {
        self.start(&["notes", "--lang", "ru"])
    }
}

/// What only the notes of a scene show.
const FIRST: &str = "This is what was known";
const SECOND: &str = "The empty part of the frame";
const THIRD: &str = "Walk along the columns";

#[test]
fn a_key_in_either_terminal_moves_both() {
    let place = Place::new("both");
    let (mut talk, mut notes) = (place.talk(&[]), place.notes());
    notes.see(FIRST);
    notes.press(" ");
    talk.see("2 / 14");
    notes.see(SECOND);
    talk.press(" ");
    notes.see(THIRD);
    talk.see("3 / 14");
    notes.press("b");
    talk.wait("a blank screen", |screen| screen.contents().trim().is_empty());
    notes.see("blank screen");
    notes.press("b5\r");
    talk.see("5 / 14");
    notes.press("q");
    assert_eq!(notes.end().exit_code(), 0);
    notes.is_given_back();
    talk.press(" ");
    talk.see("6 / 14");
    talk.press("q");
    assert_eq!(talk.end().exit_code(), 0);
    talk.is_given_back();
    assert!(!place.socket().exists(), "the socket is left behind");
}

#[test]
fn either_may_be_killed_and_come_back() {
    let place = Place::new("either");
    let (mut talk, mut notes) = (place.talk(&[]), place.notes());
    notes.see(FIRST);
    notes.signal(Signal::SIGKILL);
    notes.end();
    talk.press(" ");
    talk.see("2 / 14");
    let mut notes = place.notes();
    notes.see(SECOND);
    talk.signal(Signal::SIGKILL);
    talk.end();
    notes.see("The talk is gone");
    notes.see(SECOND);
    notes.press("b ");
    assert!(place.socket().exists(), "a killed talk takes its socket along?");
    let mut talk = place.talk(&["--resume"]);
    talk.see("2 / 14");
    notes.see_no("The talk is gone");
    notes.press(" ");
    talk.see("3 / 14");
    notes.see(THIRD);
    talk.signal(Signal::SIGTERM);
    assert!(talk.end().signal().is_some());
    talk.is_given_back();
    assert!(!place.socket().exists(), "the socket is left behind");
    notes.see("The talk is gone");
    notes.signal(Signal::SIGTERM);
    assert!(notes.end().signal().is_some());
    notes.is_given_back();
}

#[test]
fn notes_wait_for_a_talk() {
    let place = Place::new("wait");
    let mut notes = place.notes();
    notes.see("Ждём начала показа");
    let mut talk = place.talk(&[]);
    notes.see(FIRST);
    talk.signal(Signal::SIGHUP);
    talk.end();
    talk.is_given_back();
    assert!(!place.socket().exists(), "a closed terminal leaves the socket behind");
    notes.see("The talk is gone");
}

#[test]
fn a_panic_in_a_scene_leaves_the_terminal_clean_and_the_talk_goes_on_from_that_scene() {
    let place = Place::new("panic");
    let mut notes = place.notes();
    let this = std::env::current_exe().unwrap();
    let arguments = ["--exact", "terminal::notes::panics_on_the_third_scene", "--ignored", "--nocapture"];
    let mut talk = Session::start(&this, &arguments, &[("PLANFACT_TEST_PLACE", place.path())]);
    talk.see("1 / 14");
    notes.see(FIRST);
    notes.press(" ");
    notes.see(SECOND);
    notes.press(" ");
    assert_ne!(talk.end().exit_code(), 0);
    assert!(talk.text().contains("on purpose"), "{}", talk.text());
    talk.is_given_back();
    notes.see("The talk is gone");
    let mut talk = place.talk(&["--resume"]);
    talk.see("3 / 14");
    notes.see(THIRD);
    notes.see_no("The talk is gone");
}

/// What the test above looks at: a talk whose third scene fails when it is drawn.
#[test]
#[ignore = "needs a terminal of its own: the test above gives it one"]
fn panics_on_the_third_scene() {
    let path = PathBuf::from(std::env::var_os("PLANFACT_TEST_PLACE").unwrap());
    let mut app = Speaker::calm().app;
    let kept = path.join("state/planfact/present-kz-motor");
    let on_event = |told: RunEvent<'_>| match told {
        RunEvent::SceneChanged(scene, _) => files::write_atomically(&kept, &format!("{}\n", scene + 1)).unwrap(),
        RunEvent::FrameDrawn(_, app, _) => assert_ne!(app.scene(), Some(2), "on purpose"),
    };
    let notes_server = Some(NotesServer::bind(&path.join("planfact/notes.sock")).unwrap());
    let clock = Clock::start(Instant::now);
    app::event_loop::run(&mut app, RunInputs { clock, reload: || Err(Notice::Bundled), on_event, notes_server })
        .unwrap();
}

#[test]
fn several_notes_see_the_same() {
    let place = Place::new("several");
    let (mut talk, mut one, mut other) = (place.talk(&[]), place.notes(), place.notes());
    one.see(FIRST);
    other.see(FIRST);
    one.press(" ");
    other.see(SECOND);
    other.press(" ");
    one.see(THIRD);
    talk.see("3 / 14");
}

#[test]
fn nothing_listens_unless_that_was_asked_for() {
    let place = Place::new("unasked");
    let mut talk = place.start(&[&["present"], &FIXED[..]].concat());
    talk.see("1 / 14");
    assert!(!place.folder().exists());
    let said = place_says(&place, &["notes"]);
    assert!(said.contains("planfact present --notes begins one"), "{said}");
}

#[test]
fn a_second_talk_is_told_that_one_listens() {
    let place = Place::new("second");
    let mut talk = place.talk(&[]);
    let mut second = place.start(&["present", "--notes"]);
    assert_eq!(second.end().exit_code(), 3);
    assert!(second.text().contains("a talk with notes is on already"), "{}", second.text());
    assert!(!second.raw.contains(&0x1b), "the terminal was touched");
    let mut notes = place.notes();
    notes.see(FIRST);
    notes.press(" ");
    talk.see("2 / 14");
}

#[test]
fn socket_and_folder_are_the_persons_alone() {
    let place = Place::new("alone");
    let talk = place.talk(&[]);
    assert_eq!(fs::metadata(place.folder()).unwrap().mode() & 0o7777, 0o700);
    let socket = fs::metadata(place.socket()).unwrap();
    assert!(socket.file_type().is_socket());
    assert_eq!(socket.mode() & 0o7777, 0o600);
    assert_eq!(socket.uid(), geteuid().as_raw());
    drop(talk);
}

#[test]
fn a_folder_that_others_can_enter_and_what_is_no_socket_are_refused_and_left_alone() {
    let refuses = |place: &Place, why: &str| {
        let mut talk = place.start(&["present", "--notes"]);
        assert_eq!(talk.end().exit_code(), 3, "{why}");
        assert!(talk.text().replace('\n', " ").contains(why), "{why}: {}", talk.text());
        let said = place_says(place, &["notes"]);
        assert!(said.contains("No talk with notes is on"), "{said}");
    };
    let place = Place::new("open");
    fs::create_dir(place.folder()).unwrap();
    fs::set_permissions(place.folder(), fs::Permissions::from_mode(0o755)).unwrap();
    refuses(&place, "can be entered by other users");
    fs::set_permissions(place.folder(), fs::Permissions::from_mode(0o700)).unwrap();
    fs::create_dir(place.socket()).unwrap();
    refuses(&place, "is no socket");
    fs::remove_dir(place.socket()).unwrap();
    fs::write(place.folder().join("precious"), "text").unwrap();
    symlink(place.folder().join("precious"), place.socket()).unwrap();
    refuses(&place, "is no socket");
    assert_eq!(fs::read_to_string(place.socket()).unwrap(), "text");
    let linked = Place::new("linked");
    symlink(place.folder(), linked.folder()).unwrap();
    refuses(&linked, "is no folder");
    let file = Place::new("file");
    fs::write(file.folder(), "").unwrap();
    refuses(&file, "is no folder");
    let long = Place::new(&"long".repeat(30));
    refuses(&long, "notes.sock: ");
}

#[test]
fn garbage_floods_and_crowds_do_not_disturb_a_talk() {
    let place = Place::new("garbage");
    let (mut talk, mut notes) = (place.talk(&[]), place.notes());
    notes.see(FIRST);
    let said = |bytes: &[u8]| {
        let mut stream = UnixStream::connect(place.socket()).unwrap();
        // The other end may close while we write.
        let _ = stream.write_all(bytes);
        stream
    };
    for garbage in [
        &b"\n"[..],
        b"GET / HTTP/1.1\r\n\r\n",
        b"\x00\xff\xfe\x1b]0;owned\x07\n",
        b"{\"planfact-notes\":2,\"key\":\"q\"}\n",
        b"{\"planfact-notes\":1,\"key\":\"\\u001b\"}\n",
        &b"[".repeat(60_000),
        &vec![b'a'; 1 << 20],
    ] {
        let mut stream = said(&[garbage, b"\n"].concat());
        // Closed, and what it was told until then was told whole.
        let mut rest = Vec::new();
        let _ = stream.read_to_end(&mut rest);
        assert!(rest.is_empty() || rest.starts_with(b"{\"planfact-notes\":1,"), "{rest:?}");
    }
    let crowd: Vec<UnixStream> = (0..100).map(|_| said(b"")).collect();
    let flood = said(&b"{\"planfact-notes\":1,\"key\":\"Z\"}\n".repeat(50_000));
    talk.press("7\r");
    talk.see("7 / 14");
    // Notes that the crowd pushed out come back.
    drop(flood);
    notes.see("What the plants did");
    notes.press(" ");
    talk.see("8 / 14");
    drop(crowd);
    notes.press(" ");
    talk.see("9 / 14");
    talk.press("q");
    assert_eq!(talk.end().exit_code(), 0);
}

#[test]
fn what_answers_and_is_no_talk_is_said_and_not_shown() {
    let place = Place::new("stranger");
    fs::create_dir(place.folder()).unwrap();
    fs::set_permissions(place.folder(), fs::Permissions::from_mode(0o700)).unwrap();
    let listener = UnixListener::bind(place.socket()).unwrap();
    let mut notes = place.notes();
    let (mut stream, _) = listener.accept().unwrap();
    stream.write_all(b"{\"planfact-notes\":1,\"now\":0,\"told\":{\"title\":\"\x1b]0;owned\x07\"}}\n").unwrap();
    notes.see("не показ этой версии");
    assert!(!String::from_utf8_lossy(&notes.raw).contains("owned"));
    notes.press("q");
    assert_eq!(notes.end().exit_code(), 0);
    notes.is_given_back();
}

#[test]
fn another_user_is_refused() {
    if !geteuid().is_root() {
        // Nobody but root can be somebody else.
        return;
    }
    let place = Place::new("other");
    let mut talk = place.talk(&[]);
    // As if the folder were open to all: the talk itself has to look who comes.
    for path in [place.0.0.clone(), place.folder()] {
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
    }
    fs::set_permissions(place.socket(), fs::Permissions::from_mode(0o666)).unwrap();
    let connect = |user: Uid| {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(["--exact", "terminal::notes::reads_what_is_told", "--ignored", "--nocapture"]);
        command.env("PLANFACT_TEST_SOCKET", place.socket()).stderr(Stdio::null()).uid(user.as_raw()).output()
    };
    let told = |output: std::process::Output| String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(told(connect(geteuid()).unwrap()).contains("was told"), "nobody is told anything");
    // Where somebody else cannot even run this program, there is nothing to see.
    if let Ok(output) = connect(Uid::from_raw(65_534)) {
        let told = told(output);
        assert!(told.contains("linked") && !told.contains("was told"), "{told}");
    }
    talk.press(" ");
    talk.see("2 / 14");
}

/// What the test above runs as another user.
#[test]
#[ignore = "needs a talk: the test above gives it one"]
fn reads_what_is_told() {
    use std::io::stdout;
    let mut stream = UnixStream::connect(std::env::var_os("PLANFACT_TEST_SOCKET").unwrap()).unwrap();
    writeln!(stdout(), "linked").unwrap();
    let mut first = [0; 16];
    if stream.read(&mut first).is_ok_and(|count| count > 0) {
        writeln!(stdout(), "was told").unwrap();
    }
}

#[test]
fn without_a_terminal_notes_are_printed_once() {
    let place = Place::new("once");
    let mut talk = place.talk(&[]);
    talk.press(" ");
    talk.see("2 / 14");
    let said = place_says(&place, &["notes"]);
    assert!(said.starts_with("2 / 14. What was made\n"), "{said}");
    assert!(said.contains("\nNext. The road there"), "{said}");
    let dumb = [("XDG_RUNTIME_DIR", place.path()), ("TERM", "dumb")];
    let mut dumb = Session::start(&program(), &["notes"], &dumb);
    dumb.see("2 / 14. What was made");
    dumb.press("Space\n");
    talk.see("3 / 14");
    dumb.see("3 / 14. The road there");
    dumb.press("q\n");
    assert_eq!(dumb.end().exit_code(), 0);
    assert!(!dumb.raw.contains(&0x1b), "{:?}", dumb.text());
}

/// What a command prints where there is no terminal.
fn place_says(place: &Place, arguments: &[&str]) -> String {
    let mut command = Command::new(program());
    command.args(arguments).env("XDG_RUNTIME_DIR", place.path()).env("LANG", "C.UTF-8").stdin(Stdio::null());
    String::from_utf8(command.output().unwrap().stdout).unwrap()
}
