//! The speaker's notes in line mode, for screen readers and terminals without cursor control: lines out, key names in.
//!
//! A scene is printed when it starts, an unusual state when it changes, the times after an empty line. A line with the name
//! of a key sends that key to the talk: `Space`, `b`, `7`.

use std::io::{self, BufRead, Write};
use std::path::PathBuf;
use std::sync::mpsc::channel;
use std::thread;

use crate::app::input::keys::chord::Chord;
use crate::app::line_mode::input::lines;
use crate::app::notes::client::NotesClient;
use crate::app::notes::clock::{NotesClock, NotesTime};
use crate::app::notes::console::Console;
use crate::app::notes::keys;
use crate::app::notes::update::TalkUpdate;
use crate::page::i18n::Arg;
use crate::page::model::{Role, TextRun};
use crate::page::talk::snapshot::TalkSnapshot;
use crate::page::talk::speaker_notes::TalkProgress;
use crate::render::text::line_mode;

enum LineNotesEvent {
    Update(TalkUpdate),
    Line(String),
    InputEnd,
}

/// Runs until the input ends or the user quits.
pub(crate) fn run(
    console: Console,
    path: PathBuf,
    clock: NotesClock,
    input: impl BufRead + Send + 'static,
    mut output: impl Write,
) -> io::Result<()> {
    let (sender, receiver) = channel();
    let update_sender = sender.clone();
    let mut notes = LineNotes::new(console);
    write_lines(&mut output, &notes.begin())?;
    let client = NotesClient::start(path, move |update| update_sender.send(LineNotesEvent::Update(update)).is_ok())?;
    thread::Builder::new().name("input".into()).spawn(move || {
        for line in lines(input).map_while(Result::ok) {
            if sender.send(LineNotesEvent::Line(line)).is_err() {
                return;
            }
        }
        let _ = sender.send(LineNotesEvent::InputEnd);
    })?;
    for event in receiver {
        let lines = match event {
            LineNotesEvent::Update(update) => notes.receive(update, clock.now()),
            LineNotesEvent::Line(line) => match notes.respond(&line, clock.now()) {
                LineReply::Lines(lines) => lines,
                LineReply::SendKey(chord) => {
                    client.send_key(chord);
                    Vec::new()
                }
                LineReply::End => return Ok(()),
            },
            LineNotesEvent::InputEnd => return Ok(()),
        };
        write_lines(&mut output, &lines)?;
    }
    Ok(())
}

fn write_lines(output: &mut impl Write, lines: &[String]) -> io::Result<()> {
    for line in lines {
        writeln!(output, "{line}")?;
    }
    output.flush()
}

/// The notes in line mode, with what was printed last, so that only changes are printed.
pub struct LineNotes {
    console: Console,
    last_scene: Option<TalkSnapshot>,
    last_unusual: Vec<String>,
    last_link: Option<String>,
}

/// Reply to a line of input.
#[derive(Debug, PartialEq, Eq)]
pub enum LineReply {
    /// Print these lines.
    Lines(Vec<String>),
    /// Send this key to the talk.
    SendKey(Chord),
    /// Quit.
    End,
}

impl LineNotes {
    /// Nothing is printed yet.
    pub fn new(console: Console) -> Self {
        Self { console, last_scene: None, last_unusual: Vec::new(), last_link: None }
    }

    /// The lines at the start.
    pub fn begin(&self) -> Vec<String> {
        vec![self.console.words().get("notes-plain")]
    }

    /// Handles a message from the connection; returns lines about what changed.
    pub fn receive(&mut self, update: TalkUpdate, time: NotesTime) -> Vec<String> {
        self.console.receive(update, time);
        let mut lines: Vec<String> = self.link_change().into_iter().collect();
        let identity = |talk: &TalkSnapshot| (talk.scene, talk.title.clone(), talk.language.clone());
        let talk = self.console.snapshot();
        if talk.map(identity) != self.last_scene.as_ref().map(identity) {
            lines.extend(scene_lines(&self.console));
            self.last_scene = talk.cloned();
        }
        let unusual = self.unusual();
        lines.extend(unusual.iter().filter(|line| !self.last_unusual.contains(line)).cloned());
        if unusual.is_empty() && !self.last_unusual.is_empty() {
            lines.push(self.console.words().get("notes-usual"));
        }
        self.last_unusual = unusual;
        lines
    }

    /// Handles a line of input.
    pub fn respond(&mut self, line: &str, time: NotesTime) -> LineReply {
        match line.trim() {
            "" => {
                self.console.tick(time);
                LineReply::Lines(self.console.notes().talk.iter().map(timing_line).collect())
            }
            "q" | "й" => LineReply::End,
            "?" => {
                let hints = keys::all_hints(self.console.words(), false);
                LineReply::Lines(hints.iter().map(|hint| format!("{}: {}", hint.keys.long(), hint.action)).collect())
            }
            name => Chord::parse(name).map_or_else(
                |_| {
                    let written = Arg::from(name.escape_debug().to_string());
                    LineReply::Lines(vec![self.console.words().format("notes-no-key", &[("written", written)])])
                },
                LineReply::SendKey,
            ),
        }
    }

    /// The state of the connection if it changed, with how to start a talk before there was one.
    fn link_change(&mut self) -> Option<String> {
        let notes = self.console.notes();
        let link = notes.link.as_ref().map(|label| label.long().to_owned());
        let mut change = link.clone().filter(|_| link != self.last_link);
        if let (Some(change), None) = (&mut change, &notes.talk) {
            *change = format!("{change}. {}", notes.how);
        }
        self.last_link = link;
        change
    }

    /// Unusual states of the talk, without the progress of a reveal, which ends before it is read out.
    fn unusual(&self) -> Vec<String> {
        let is_lasting = |run: &&TextRun| run.role == Role::Caution;
        let runs = self.console.notes().talk.iter().flat_map(|talk| &talk.unusual);
        runs.filter(is_lasting).map(|run| run.text.clone()).collect()
    }
}

/// The current scene: count and title, text, notes, next scene, times. Empty before there is a talk.
pub fn scene_lines(console: &Console) -> Vec<String> {
    let Some(talk) = &console.notes().talk else { return Vec::new() };
    let mut lines = vec![format!("{}. {}", talk.count.long(), talk.title)];
    lines.extend(
        [&talk.sentence_and_verdict, &talk.notes].into_iter().flat_map(|blocks| line_mode::block_lines(blocks)),
    );
    let (heading, sentence) = &talk.next;
    lines.push([heading.as_slice(), sentence.as_slice()].map(line_mode::runs_line).join(". "));
    lines.push(timing_line(talk));
    lines.retain(|line| !line.is_empty());
    lines
}

/// Times of the talk and of the scene, and how far ahead or behind the plan.
fn timing_line(talk: &TalkProgress) -> String {
    format!("{} {}, {}; {}.", talk.elapsed.text, talk.planned, talk.pace.text, talk.scene.long())
}
