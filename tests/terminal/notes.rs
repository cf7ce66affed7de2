//! A talk in one terminal and its notes in another: keys in either move both, and either survives the other.

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

/// A runtime folder for the talks and the notes of a test.
struct RuntimeFolder(Folder);

impl RuntimeFolder {
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

    /// A talk with notes, on its first scene.
    fn talk(&self, options: &[&str]) -> Session {
        let mut session = self.start(&[&["present", "--notes", "--reduced-motion"], &FIXED[..], options].concat());
        session.see(" / 14");
        session.wait("the terminal taken", Session::has_terminal);
        session
    }

    /// Notes in Russian, so that English text in them comes from the talk.
    fn notes(&self) -> Session {
        self.start(&["notes", "--lang", "ru"])
    }
}

/// Texts that only the notes of the first three scenes contain.
const FIRST: &str = "This is what was known";
const SECOND: &str = "The empty part of the frame";
const THIRD: &str = "Walk along the columns";

#[test]
fn a_key_in_either_terminal_moves_both() {
    let runtime = RuntimeFolder::new("both");
    let (mut talk, mut notes) = (runtime.talk(&[]), runtime.notes());
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
    notes.is_restored();
    talk.press(" ");
    talk.see("6 / 14");
    talk.press("q");
    assert_eq!(talk.end().exit_code(), 0);
    talk.is_restored();
    assert!(!runtime.socket().exists(), "the socket is left behind");
}

#[test]
fn either_can_be_killed_and_restarted() {
    let runtime = RuntimeFolder::new("either");
    let (mut talk, mut notes) = (runtime.talk(&[]), runtime.notes());
    notes.see(FIRST);
    notes.signal(Signal::SIGKILL);
    notes.end();
    talk.press(" ");
    talk.see("2 / 14");
    let mut notes = runtime.notes();
    notes.see(SECOND);
    talk.signal(Signal::SIGKILL);
    talk.end();
    notes.see("The talk is gone");
    notes.see(SECOND);
    notes.press("b ");
    assert!(runtime.socket().exists(), "a killed talk takes its socket along?");
    let mut talk = runtime.talk(&["--resume"]);
    talk.see("2 / 14");
    notes.see_no("The talk is gone");
    notes.press(" ");
    talk.see("3 / 14");
    notes.see(THIRD);
    talk.signal(Signal::SIGTERM);
    assert!(talk.end().signal().is_some());
    talk.is_restored();
    assert!(!runtime.socket().exists(), "the socket is left behind");
    notes.see("The talk is gone");
    notes.signal(Signal::SIGTERM);
    assert!(notes.end().signal().is_some());
    notes.is_restored();
}

#[test]
fn notes_wait_for_a_talk() {
    let runtime = RuntimeFolder::new("wait");
    let mut notes = runtime.notes();
    notes.see("Ждём начала показа");
    let mut talk = runtime.talk(&[]);
    notes.see(FIRST);
    talk.signal(Signal::SIGHUP);
    talk.end();
    talk.is_restored();
    assert!(!runtime.socket().exists(), "a closed terminal leaves the socket behind");
    notes.see("The talk is gone");
}

#[test]
fn a_panic_in_a_scene_restores_the_terminal_and_the_talk_resumes_at_that_scene() {
    let runtime = RuntimeFolder::new("panic");
    let mut notes = runtime.notes();
    let this = std::env::current_exe().unwrap();
    let arguments = ["--exact", "terminal::notes::panics_on_the_third_scene", "--ignored", "--nocapture"];
    let mut talk = Session::start(&this, &arguments, &[("PLANFACT_TEST_PLACE", runtime.path())]);
    talk.see("1 / 14");
    notes.see(FIRST);
    notes.press(" ");
    notes.see(SECOND);
    notes.press(" ");
    assert_ne!(talk.end().exit_code(), 0);
    assert!(talk.text().contains("on purpose"), "{}", talk.text());
    talk.is_restored();
    notes.see("The talk is gone");
    let mut talk = runtime.talk(&["--resume"]);
    talk.see("3 / 14");
    notes.see(THIRD);
    notes.see_no("The talk is gone");
}

/// Run by the test above: a talk whose third scene panics when it is drawn.
#[test]
#[ignore = "needs a terminal of its own: the test above gives it one"]
fn panics_on_the_third_scene() {
    let path = PathBuf::from(std::env::var_os("PLANFACT_TEST_PLACE").unwrap());
    let mut app = Speaker::calm().app;
    let position = path.join("state/planfact/present-kz-motor");
    let on_event = |event: RunEvent<'_>| match event {
        RunEvent::SceneChanged(scene, _) => files::write_atomically(&position, &format!("{}\n", scene + 1)).unwrap(),
        RunEvent::FrameDrawn(_, app, _) => assert_ne!(app.scene(), Some(2), "on purpose"),
    };
    let notes_server = Some(NotesServer::bind(&path.join("planfact/notes.sock")).unwrap());
    let clock = Clock::start(Instant::now);
    app::event_loop::run(&mut app, RunInputs { clock, reload: || Err(Notice::Bundled), on_event, notes_server })
        .unwrap();
}

#[test]
fn several_notes_follow_one_talk() {
    let runtime = RuntimeFolder::new("several");
    let (mut talk, mut one, mut other) = (runtime.talk(&[]), runtime.notes(), runtime.notes());
    one.see(FIRST);
    other.see(FIRST);
    one.press(" ");
    other.see(SECOND);
    other.press(" ");
    one.see(THIRD);
    talk.see("3 / 14");
}

#[test]
fn without_notes_there_is_no_socket() {
    let runtime = RuntimeFolder::new("unasked");
    let mut talk = runtime.start(&[&["present"], &FIXED[..]].concat());
    talk.see("1 / 14");
    assert!(!runtime.folder().exists());
    let text = printed(&runtime, &["notes"]);
    assert!(text.contains("planfact present --notes begins one"), "{text}");
}

#[test]
fn a_second_talk_with_notes_is_refused() {
    let runtime = RuntimeFolder::new("second");
    let mut talk = runtime.talk(&[]);
    let mut second = runtime.start(&["present", "--notes"]);
    assert_eq!(second.end().exit_code(), 3);
    assert!(second.text().contains("a talk with notes is on already"), "{}", second.text());
    assert!(!second.raw.contains(&0x1b), "the terminal was entered");
    let mut notes = runtime.notes();
    notes.see(FIRST);
    notes.press(" ");
    talk.see("2 / 14");
}

#[test]
fn socket_and_folder_are_private() {
    let runtime = RuntimeFolder::new("alone");
    let talk = runtime.talk(&[]);
    assert_eq!(fs::metadata(runtime.folder()).unwrap().mode() & 0o7777, 0o700);
    let socket = fs::metadata(runtime.socket()).unwrap();
    assert!(socket.file_type().is_socket());
    assert_eq!(socket.mode() & 0o7777, 0o600);
    assert_eq!(socket.uid(), geteuid().as_raw());
    drop(talk);
}

#[test]
fn an_open_folder_and_a_file_that_is_no_socket_are_refused_and_not_changed() {
    let refuses = |runtime: &RuntimeFolder, why: &str| {
        let mut talk = runtime.start(&["present", "--notes"]);
        assert_eq!(talk.end().exit_code(), 3, "{why}");
        assert!(talk.text().replace('\n', " ").contains(why), "{why}: {}", talk.text());
        let text = printed(runtime, &["notes"]);
        assert!(text.contains("No talk with notes is on"), "{text}");
    };
    let runtime = RuntimeFolder::new("open");
    fs::create_dir(runtime.folder()).unwrap();
    fs::set_permissions(runtime.folder(), fs::Permissions::from_mode(0o755)).unwrap();
    refuses(&runtime, "can be entered by other users");
    fs::set_permissions(runtime.folder(), fs::Permissions::from_mode(0o700)).unwrap();
    fs::create_dir(runtime.socket()).unwrap();
    refuses(&runtime, "is not a socket");
    fs::remove_dir(runtime.socket()).unwrap();
    fs::write(runtime.folder().join("precious"), "text").unwrap();
    symlink(runtime.folder().join("precious"), runtime.socket()).unwrap();
    refuses(&runtime, "is not a socket");
    assert_eq!(fs::read_to_string(runtime.socket()).unwrap(), "text");
    let linked = RuntimeFolder::new("linked");
    symlink(runtime.folder(), linked.folder()).unwrap();
    refuses(&linked, "is not a folder");
    let file = RuntimeFolder::new("file");
    fs::write(file.folder(), "").unwrap();
    refuses(&file, "is not a folder");
    let long = RuntimeFolder::new(&"long".repeat(30));
    refuses(&long, "notes.sock: ");
}

#[test]
fn invalid_messages_floods_and_many_clients_do_not_disturb_a_talk() {
    let runtime = RuntimeFolder::new("garbage");
    let (mut talk, mut notes) = (runtime.talk(&[]), runtime.notes());
    notes.see(FIRST);
    let send = |bytes: &[u8]| {
        let mut stream = UnixStream::connect(runtime.socket()).unwrap();
        // The server may close the connection during the write.
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
        let mut stream = send(&[garbage, b"\n"].concat());
        // The connection is closed; what was sent until then is whole lines.
        let mut rest = Vec::new();
        let _ = stream.read_to_end(&mut rest);
        assert!(rest.is_empty() || rest.starts_with(b"{\"planfact-notes\":1,"), "{rest:?}");
    }
    let crowd: Vec<UnixStream> = (0..100).map(|_| send(b"")).collect();
    let flood = send(&b"{\"planfact-notes\":1,\"key\":\"Z\"}\n".repeat(50_000));
    talk.press("7\r");
    talk.see("7 / 14");
    // Notes that were replaced by other clients reconnect.
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
fn a_server_that_is_no_talk_is_reported_and_its_text_is_not_shown() {
    let runtime = RuntimeFolder::new("stranger");
    fs::create_dir(runtime.folder()).unwrap();
    fs::set_permissions(runtime.folder(), fs::Permissions::from_mode(0o700)).unwrap();
    let listener = UnixListener::bind(runtime.socket()).unwrap();
    let mut notes = runtime.notes();
    let (mut stream, _) = listener.accept().unwrap();
    stream.write_all(b"{\"planfact-notes\":1,\"now\":0,\"told\":{\"title\":\"\x1b]0;owned\x07\"}}\n").unwrap();
    notes.see("не показ этой версии");
    assert!(!String::from_utf8_lossy(&notes.raw).contains("owned"));
    notes.press("q");
    assert_eq!(notes.end().exit_code(), 0);
    notes.is_restored();
}

#[test]
fn another_user_is_refused() {
    if !geteuid().is_root() {
        // Only root can run a process as another user.
        return;
    }
    let runtime = RuntimeFolder::new("other");
    let mut talk = runtime.talk(&[]);
    // The folder is opened to all users, so that only the check of the peer is left.
    for path in [runtime.0.0.clone(), runtime.folder()] {
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
    }
    fs::set_permissions(runtime.socket(), fs::Permissions::from_mode(0o666)).unwrap();
    let connect = |user: Uid| {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(["--exact", "terminal::notes::reads_from_the_socket", "--ignored", "--nocapture"]);
        command.env("PLANFACT_TEST_SOCKET", runtime.socket()).stderr(Stdio::null()).uid(user.as_raw()).output()
    };
    let output = |output: std::process::Output| String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output(connect(geteuid()).unwrap()).contains("received"), "the same user receives nothing");
    // The other user may not be able to run this program.
    if let Ok(other) = connect(Uid::from_raw(65_534)) {
        let text = output(other);
        assert!(text.contains("connected") && !text.contains("received"), "{text}");
    }
    talk.press(" ");
    talk.see("2 / 14");
}

/// Run by the test above as another user.
#[test]
#[ignore = "needs a talk: the test above gives it one"]
fn reads_from_the_socket() {
    use std::io::stdout;
    let mut stream = UnixStream::connect(std::env::var_os("PLANFACT_TEST_SOCKET").unwrap()).unwrap();
    writeln!(stdout(), "connected").unwrap();
    let mut first = [0; 16];
    if stream.read(&mut first).is_ok_and(|count| count > 0) {
        writeln!(stdout(), "received").unwrap();
    }
}

#[test]
fn without_a_terminal_notes_are_printed_once() {
    let runtime = RuntimeFolder::new("once");
    let mut talk = runtime.talk(&[]);
    talk.press(" ");
    talk.see("2 / 14");
    let text = printed(&runtime, &["notes"]);
    assert!(text.starts_with("2 / 14. What was made\n"), "{text}");
    assert!(text.contains("\nNext. The road there"), "{text}");
    let dumb = [("XDG_RUNTIME_DIR", runtime.path()), ("TERM", "dumb")];
    let mut dumb = Session::start(&program(), &["notes"], &dumb);
    dumb.see("2 / 14. What was made");
    dumb.press("Space\n");
    talk.see("3 / 14");
    dumb.see("3 / 14. The road there");
    dumb.press("q\n");
    assert_eq!(dumb.end().exit_code(), 0);
    assert!(!dumb.raw.contains(&0x1b), "{:?}", dumb.text());
}

/// What a command prints without a terminal.
fn printed(runtime: &RuntimeFolder, arguments: &[&str]) -> String {
    let mut command = Command::new(program());
    command.args(arguments).env("XDG_RUNTIME_DIR", runtime.path()).env("LANG", "C.UTF-8").stdin(Stdio::null());
    String::from_utf8(command.output().unwrap().stdout).unwrap()
}
