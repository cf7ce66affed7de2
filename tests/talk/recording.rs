//! Recordings of a talk: a replay shows what the audience saw.

use std::fs;
use std::num::NonZero;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use planfact::app::action::Action;
use planfact::app::app_state::App;
use planfact::app::present::state::{Advance, TalkState};
use planfact::app::recording::asciicast::AsciicastVersion;
use planfact::app::recording::recorder;
use planfact::app::recording::recorder::Recorder;
use planfact::render::tui::export;
use planfact::settings::choices::Motion;
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use ratatui::style::{Color, Modifier};
use serde_json::Value;

use super::speaker::{Speaker, model};

/// A parsed asciicast.
pub(crate) struct Recording {
    pub(crate) version: u64,
    pub(crate) size: (u16, u16),
    /// Seconds since the start, event code, data.
    pub(crate) events: Vec<(f64, String, String)>,
}

impl Recording {
    /// Parses a recording; fails if it violates the format.
    pub(crate) fn read(text: &str) -> Self {
        assert!(text.ends_with('\n'), "the last line is not whole: {:?}", text.lines().last());
        let mut lines = text.lines();
        let header: Value = serde_json::from_str(lines.next().unwrap()).unwrap();
        let version = header["version"].as_u64().unwrap();
        let cells = |value: &Value| u16::try_from(value.as_u64().unwrap()).unwrap();
        let size = match version {
            2 => (cells(&header["width"]), cells(&header["height"])),
            3 => (cells(&header["term"]["cols"]), cells(&header["term"]["rows"])),
            other => panic!("there is no version {other}"),
        };
        let theme = if version == 2 { &header["theme"] } else { &header["term"]["theme"] };
        let is_color = |text: &str| text.len() == 7 && text.starts_with('#');
        assert!(is_color(theme["fg"].as_str().unwrap()) && is_color(theme["bg"].as_str().unwrap()));
        assert_eq!(theme["palette"].as_str().unwrap().split(':').filter(|color| is_color(color)).count(), 16);
        let mut events: Vec<(f64, String, String)> = Vec::new();
        for line in lines.filter(|line| !line.starts_with('#')) {
            let (time, code, data): (f64, String, String) = serde_json::from_str(line).unwrap();
            assert!(time >= 0.0);
            let before = events.last().map_or(0.0, |(time, ..)| *time);
            let at = if version == 2 { time } else { before + time };
            assert!(at >= before, "time runs backwards: {line}");
            let known: &[&str] = if version == 2 { &["o", "i", "m", "r"] } else { &["o", "i", "m", "r", "x"] };
            assert!(known.contains(&code.as_str()), "{line}");
            events.push((at, code, data));
        }
        Self { version, size, events }
    }

    /// The times and data of the events with a code.
    pub(crate) fn all(&self, code: &str) -> Vec<(f64, &str)> {
        self.events.iter().filter(|(_, own, _)| own == code).map(|(at, _, data)| (*at, data.as_str())).collect()
    }

    /// The terminal after the last event.
    pub(crate) fn replay(&self) -> vt100::Parser {
        let cells = |count: u16| NonZero::new(count).unwrap();
        let mut parser = vt100::Parser::new(cells(self.size.1), cells(self.size.0), 0);
        for (_, code, data) in &self.events {
            match code.as_str() {
                "o" => parser.process(data.as_bytes()),
                "r" => {
                    let (columns, rows) = data.split_once('x').unwrap();
                    parser.screen_mut().set_size(cells(rows.parse().unwrap()), cells(columns.parse().unwrap()));
                }
                _ => {}
            }
        }
        parser
    }
}

/// A talk that runs by itself on a screen of this size.
fn begin(size: (u16, u16), motion: Motion) -> App {
    let talk = TalkState { advance: Advance::Auto, ..TalkState::default() };
    let mut app = App::with_talk(model(|look| look.motion = motion), talk, Duration::ZERO);
    app.apply(Action::Resize(Size::new(size.0, size.1)), Duration::ZERO);
    app
}

/// The recording of a talk, and the talk at its end.
fn record(version: AsciicastVersion, size: (u16, u16), motion: Motion) -> (String, App) {
    let mut app = begin(size, motion);
    let (mut recorder, mut text) = Recorder::begin(version, &app, "A talk");
    recorder::record_unattended(&mut app, &mut recorder, |lines| {
        text.push_str(&lines);
        Ok(())
    })
    .unwrap();
    (text, app)
}

fn drawn(app: &App, size: (u16, u16)) -> Buffer {
    let mut buf = Buffer::empty(Rect::new(0, 0, size.0, size.1));
    app.draw(buf.area, &mut buf);
    buf
}

/// Fails unless the terminal shows the cells with their colours.
fn assert_shows(screen: &vt100::Screen, buf: &Buffer) {
    let ratatui_color = |color: vt100::Color| match color {
        vt100::Color::Default => Color::Reset,
        vt100::Color::Idx(index) => Color::Indexed(index),
        vt100::Color::Rgb(red, green, blue) => Color::Rgb(red, green, blue),
    };
    for at in buf.area.positions() {
        let (own, cell) = (&buf[at], screen.cell(at.y, at.x).unwrap());
        let shown = if cell.contents().is_empty() { " " } else { cell.contents() };
        assert_eq!(shown, own.symbol(), "at {at:?} of\n{}", screen.contents());
        assert_eq!(ratatui_color(cell.bgcolor()), own.bg, "the background at {at:?}");
        if shown != " " {
            assert_eq!(ratatui_color(cell.fgcolor()), own.fg, "the foreground at {at:?}");
            assert_eq!(cell.bold(), own.modifier.contains(Modifier::BOLD), "bold at {at:?}");
        }
    }
}

#[test]
fn a_replay_ends_on_the_last_screen_of_the_talk() {
    for (version, size) in
        [(AsciicastVersion::V3, (120, 36)), (AsciicastVersion::V2, (80, 24)), (AsciicastVersion::V3, (3, 2))]
    {
        let (text, app) = record(version, size, Motion::Full);
        let recording = Recording::read(&text);
        assert_eq!(recording.size, size);
        let parser = recording.replay();
        assert_shows(parser.screen(), &drawn(&app, size));
        assert!(!parser.screen().hide_cursor(), "the viewer is left without a cursor");
        assert!(!parser.screen().alternate_screen() && !parser.screen().bracketed_paste());
        assert_eq!(parser.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::None);
    }
}

#[test]
fn the_markers_are_the_scenes_at_their_seconds() {
    let (text, app) = record(AsciicastVersion::V3, (120, 36), Motion::Full);
    let recording = Recording::read(&text);
    let scenes = app.talk().unwrap().scenes();
    let mut at = 0.0;
    let mut planned = Vec::new();
    for scene in scenes {
        planned.push((at, scene.title.as_str()));
        at += f64::from(scene.seconds);
    }
    let markers: Vec<(f64, &str)> =
        recording.all("m").into_iter().map(|(at, title)| ((at * 1000.0).round() / 1000.0, title)).collect();
    assert_eq!(markers, planned);
    let (end, code) = recording.all("x")[0];
    assert!((end - at).abs() < 0.001 && code == "0", "it ends at {end}, not at {at}");
}

#[test]
fn both_versions_tell_the_same_at_the_same_times() {
    let (three, two) = (
        record(AsciicastVersion::V3, (80, 24), Motion::Full).0,
        record(AsciicastVersion::V2, (80, 24), Motion::Full).0,
    );
    let (three, two) = (Recording::read(&three), Recording::read(&two));
    assert_eq!((three.version, two.version), (3, 2));
    for code in ["m", "o"] {
        let (ours, theirs) = (three.all(code), two.all(code));
        for ((at, data), (other, same)) in ours.iter().zip(&theirs) {
            assert!((at - other).abs() < 0.001 && data == same, "{at} {other}");
        }
        assert!(theirs.len() - ours.len() <= usize::from(code == "o"), "{code}");
    }
}

#[test]
fn a_recording_contains_the_reveal_of_a_scene() {
    let frames = |motion| {
        let (text, _) = record(AsciicastVersion::V3, (120, 36), motion);
        Recording::read(&text).all("o").len()
    };
    assert_eq!(frames(Motion::Reduced), 14 + 2, "a frame for each scene, the cursor away and back");
    assert!(frames(Motion::Full) > 100);
}

#[test]
fn a_scene_is_marked_when_the_audience_sees_it() {
    let mut speaker = Speaker::calm();
    let (mut recording, _) = Recorder::begin(AsciicastVersion::V3, &speaker.app, "A talk");
    let mut events = |speaker: &Speaker| recording.frame(Duration::ZERO, &speaker.app, b"");
    assert_eq!(events(&speaker), "[0.000, \"m\", \"What was promised\"]\n");
    assert_eq!(events(&speaker), "", "marked twice");
    speaker.press("F Space Space");
    assert_eq!((speaker.scene(), events(&speaker).as_str()), (3, ""), "the audience does not see it yet");
    speaker.press("F");
    assert_eq!(events(&speaker), "[0.000, \"m\", \"The road there\"]\n");
    speaker.press("Enter");
    assert_eq!(events(&speaker), "", "the dashboard is no scene");
    speaker.press("Esc");
    assert_eq!(events(&speaker), "", "it is the same scene");
}

/// A temporary folder, deleted on drop.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("planfact-{name}-{}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn planfact(folder: &Folder, arguments: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_planfact"));
    command.args(arguments.split(' ')).current_dir(&folder.0).stdin(Stdio::null()).output().unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn the_same_talk_gives_the_same_bytes_in_a_file_and_on_standard_output() {
    let folder = Folder::new("bytes");
    let fixed = "--size 80x24 --scene 11 --as-of 2026-06-30 --lang kk --theme paper --color 256 --glyphs block";
    let output = planfact(&folder, &format!("present --record talk.cast {fixed}"));
    assert_eq!(String::from_utf8_lossy(&output.stdout), "talk.cast: 4 scenes, 2:55\n", "{}", stderr(&output));
    let kept = fs::read(folder.0.join("talk.cast")).unwrap();
    let output = planfact(&folder, &format!("present --record - {fixed}"));
    assert!(output.stdout == kept, "the bytes differ");
    let recording = Recording::read(&String::from_utf8(kept).unwrap());
    assert_eq!(recording.all("m").len(), 4);
    let shown = recording.replay().screen().contents();
    assert!(shown.contains("14 / 14"), "{shown}");
    let raw: String = recording.all("o").into_iter().map(|(_, data)| data).collect();
    assert!(raw.contains("38;5;") && !raw.contains("38;2;"), "colours that were not asked for");
}

#[test]
fn an_existing_file_is_overwritten_only_on_request() {
    let folder = Folder::new("over");
    let path = folder.0.join("talk.cast");
    fs::write(&path, "mine").unwrap();
    let line = "present --record talk.cast --scene 14 --size 40x12 --reduced-motion";
    let output = planfact(&folder, line);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("talk.cast: already exists: name another file, or add --overwrite"));
    assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
    let output = planfact(&folder, &format!("{line} --overwrite"));
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    Recording::read(&fs::read_to_string(&path).unwrap());
}

#[test]
fn an_impossible_recording_is_refused_with_a_remedy() {
    let folder = Folder::new("refused");
    for (line, code, words) in [
        ("present --record nowhere/talk.cast", 3, "nowhere/talk.cast: "),
        ("present --record a.cast --autoplay --loop", 2, "--loop"),
        ("present --record b.cast --rehearse", 2, "--rehearse"),
        ("present --record c.cast --size 80x24 --size 90x30", 2, "give --size once"),
        ("present --record d.cast --scene 15", 2, "it has 14"),
        ("present --record e.cast --cast-version 1", 2, "possible values: 2, 3"),
        ("present --overwrite", 2, "--record"),
        ("present --check --record f.cast", 2, "cannot be used with"),
    ] {
        let output = planfact(&folder, line);
        assert_eq!(output.status.code(), Some(code), "{line}: {}", stderr(&output));
        assert!(stderr(&output).contains(words), "{line}: {}", stderr(&output));
    }
    assert_eq!(fs::read_dir(&folder.0).unwrap().count(), 0, "a file was left behind");
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_an_error_and_no_success_is_reported() {
    let folder = Folder::new("full");
    let output = planfact(&folder, "present --record /dev/full --overwrite --size 80x24");
    assert_eq!(output.status.code(), Some(3));
    assert!(stderr(&output).contains("/dev/full: the recording ends early"), "{}", stderr(&output));
    assert!(output.stdout.is_empty());
}

#[test]
#[cfg(target_os = "linux")]
fn a_disk_that_fills_up_keeps_whole_lines() {
    let folder = Folder::new("fills");
    // Limits files to 20 blocks of 512 bytes; a write beyond that fails instead of killing the process.
    let limits = "trap '' XFSZ; ulimit -f 20; exec \"$0\" present --record talk.cast --size 80x24";
    let mut shell = Command::new("sh");
    shell.args(["-c", limits, env!("CARGO_BIN_EXE_planfact")]).current_dir(&folder.0).stdin(Stdio::null());
    let output = shell.output().unwrap();
    assert_eq!(output.status.code(), Some(3), "{}", stderr(&output));
    assert!(stderr(&output).contains("talk.cast: the recording ends early, what came before is kept"));
    let recording = Recording::read(&fs::read_to_string(folder.0.join("talk.cast")).unwrap());
    assert!(recording.events.len() > 3);
}

#[test]
fn a_recording_never_overwrites_its_dataset() {
    let folder = Folder::new("itself");
    let text = include_str!("../fixtures/good/example.json");
    fs::write(folder.0.join("plan.json"), text).unwrap();
    let output = planfact(&folder, "present --data plan.json --record ./plan.json --overwrite --size 80x24");
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("is the dataset of the talk"), "{}", stderr(&output));
    assert_eq!(fs::read_to_string(folder.0.join("plan.json")).unwrap(), text);
}

#[test]
fn a_talk_without_scenes_is_an_empty_recording() {
    let folder = Folder::new("none");
    let nothing = serde_json::json!({"planfact": 1, "id": "none", "title": "Nothing", "sources": [], "metrics": [],
                                     "subjects": [], "targets": [], "actuals": []});
    fs::write(folder.0.join("none.json"), nothing.to_string()).unwrap();
    let output = planfact(&folder, "present --data none.json --record talk.cast");
    assert_eq!(String::from_utf8_lossy(&output.stdout), "talk.cast: 0 scenes, 0:00\n", "{}", stderr(&output));
    let recording = Recording::read(&fs::read_to_string(folder.0.join("talk.cast")).unwrap());
    assert!(recording.all("m").is_empty());
    assert_eq!(recording.replay().screen().contents().trim(), "");
}

#[test]
fn texts_of_a_dataset_never_become_escapes_in_a_recording() {
    let folder = Folder::new("hostile");
    let text = include_str!("../fixtures/good/example.json");
    let mut dataset: Value = serde_json::from_str(text).unwrap();
    let evil = "a\u{1b}]0;owned\u{7}\u{9b}31m\u{202e}b\u{0}\r\n";
    dataset["title"] = Value::from(evil);
    dataset["story"] = serde_json::json!([{"page": "overview", "title": evil, "say": evil, "notes": evil}]);
    fs::write(folder.0.join("evil.json"), dataset.to_string()).unwrap();
    let output = planfact(&folder, "present --data evil.json --record - --size 60x20 --color never");
    let recording = Recording::read(&String::from_utf8(output.stdout).unwrap());
    let all: String = recording.events.iter().map(|(.., data)| data.as_str()).collect();
    assert!(!all.contains("\u{1b}]0") && !all.contains('\u{9b}') && !all.contains('\u{202e}') && !all.contains('\0'));
    assert!(recording.all("m")[0].1.chars().all(|letter| !letter.is_control()));
}

#[test]
fn a_screen_exported_and_a_screen_recorded_are_the_same() {
    let (text, app) = record(AsciicastVersion::V3, (100, 30), Motion::Full);
    let shown = Recording::read(&text).replay().screen().contents();
    let text = export::text(&drawn(&app, (100, 30)));
    let lines = |text: &str| text.lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>().join("\n");
    assert_eq!(lines(&shown).trim_end(), lines(&text).trim_end());
}
