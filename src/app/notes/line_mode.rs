//! The speaker's notes as a conversation, for screen readers and terminals that can only write on: lines out, keys in.
//!
//! A scene is said when it comes, what is unusual when it changes, a time only when asked for by an empty line. A line that
//! is the name of a key presses it in the talk: `Space`, `b`, `7`.

use std::io::{self, BufRead, Write};
use std::path::PathBuf;
use std::sync::mpsc::channel;
use std::thread;

use crate::app::input::keys::chord::Chord;
use crate::app::notes::client::NotesClient;
use crate::app::notes::console::{Console, NotesTime};
use crate::app::notes::{NotesClock, TalkUpdate};
use crate::page::i18n::Arg;
use crate::page::talk::snapshot::TalkSnapshot;
use crate::render::text::line_mode;

/// What comes in.
enum LineNotesEvent {
    TalkUpdate(TalkUpdate),
    Line(String),
    End,
}

/// Talks until the input or the person ends it.
///
/// # Errors
/// If the input cannot be read, the output cannot be written, or the system has no thread to spare.
pub fn run(
    console: Console,
    path: PathBuf,
    watch: NotesClock,
    (input, mut output): (impl BufRead + Send + 'static, impl Write),
) -> io::Result<()> {
    let (sender, receiver) = channel();
    let heard = sender.clone();
    let mut talk = LineNotes::new(console);
    write_lines(&mut output, &talk.begin())?;
    let link = NotesClient::start(path, move |what| heard.send(LineNotesEvent::TalkUpdate(what)).is_ok())?;
    thread::Builder::new().name("input".into()).spawn(move || {
        for line in input.lines() {
            let Ok(typed) = line else { break };
            if sender.send(LineNotesEvent::Line(typed)).is_err() {
                return;
            }
        }
        let _ = sender.send(LineNotesEvent::End);
    })?;
    for what in receiver {
        let said = match what {
            LineNotesEvent::TalkUpdate(heard) => talk.receive(heard, watch.time()),
            LineNotesEvent::Line(typed) => match talk.respond(&typed, watch.time()) {
                LineReply::Lines(lines) => lines,
                LineReply::SendKey(chord) => {
                    link.send_key(chord);
                    Vec::new()
                }
                LineReply::End => return Ok(()),
            },
            LineNotesEvent::End => return Ok(()),
        };
        write_lines(&mut output, &said)?;
    }
    Ok(())
}

fn write_lines(output: &mut impl Write, lines: &[String]) -> io::Result<()> {
    for line in lines {
        writeln!(output, "{line}")?;
    }
    output.flush()
}

/// A conversation about the notes.
pub struct LineNotes {
    console: Console,
    /// What was said last of each: the scene, what is unusual, the other end.
    said: (Option<TalkSnapshot>, Vec<String>, Option<String>),
}

/// What follows from a line.
#[derive(Debug, PartialEq, Eq)]
pub enum LineReply {
    /// These lines are said.
    Lines(Vec<String>),
    /// This key is pressed in the talk.
    SendKey(Chord),
    /// Nothing more.
    End,
}

impl LineNotes {
    /// A conversation about these notes.
    #[must_use]
    pub fn new(console: Console) -> Self {
        Self { console, said: (None, Vec::new(), None) }
    }

    /// What is said first.
    #[must_use]
    pub fn begin(&self) -> Vec<String> {
        vec![self.console.words().get("notes-plain")]
    }

    /// What is said to what was heard.
    pub fn receive(&mut self, heard: TalkUpdate, time: NotesTime) -> Vec<String> {
        self.console.receive(heard, time);
        let mut lines: Vec<String> = self.link().into_iter().collect();
        let place = |told: &TalkSnapshot| (told.scene, told.title.clone(), told.language.clone());
        let told = self.console.snapshot().cloned();
        if told.as_ref().map(place) != self.said.0.as_ref().map(place) {
            lines.extend(scene_lines(&self.console));
            self.said.0 = told;
        }
        let unusual = self.unusual();
        lines.extend(unusual.iter().filter(|line| !self.said.1.contains(line)).cloned());
        if unusual.is_empty() && !self.said.1.is_empty() {
            lines.push(self.console.words().get("notes-usual"));
        }
        self.said.1 = unusual;
        lines
    }

    /// What follows from a line that a person typed.
    pub fn respond(&mut self, line: &str, time: NotesTime) -> LineReply {
        let line = line.trim();
        let words = self.console.words();
        match (line, Chord::parse(line)) {
            ("", _) => {
                self.console.tick(time);
                LineReply::Lines(
                    self.console.notes().talk.as_ref().map(|talk| vec![timing_line(talk)]).unwrap_or_default(),
                )
            }
            ("q" | "й", _) => LineReply::End,
            ("?", _) => {
                let keys = crate::app::notes::keys::all_hints(words, false);
                LineReply::Lines(keys.iter().map(|hint| format!("{}: {}", hint.keys.long(), hint.action)).collect())
            }
            (_, Ok(chord)) => LineReply::SendKey(chord),
            (_, Err(_)) => {
                let written = Arg::from(line.escape_debug().to_string());
                LineReply::Lines(vec![words.format("notes-no-key", &[("written", written)])])
            }
        }
    }

    /// What is to be known of the other end, if it is news.
    fn link(&mut self) -> Option<String> {
        let now = self.console.notes().link.as_ref().map(|label| label.long().to_owned());
        let news = now.clone().filter(|_| now != self.said.2);
        let how = self.console.notes().talk.is_none().then(|| format!(". {}", self.console.notes().how));
        self.said.2 = now;
        news.map(|news| news + how.as_deref().unwrap_or_default())
    }

    fn unusual(&self) -> Vec<String> {
        let talk = self.console.notes().talk.as_ref();
        // A picture that appears is over before it is said.
        let lasting =
            |run: &&crate::page::model::rich_text::TextRun| run.role == crate::page::model::rich_text::Role::Caution;
        talk.map_or_else(Vec::new, |talk| talk.unusual.iter().filter(lasting).map(|run| run.text.clone()).collect())
    }
}

/// Everything of the scene as lines.
#[must_use]
pub fn scene_lines(console: &Console) -> Vec<String> {
    let Some(talk) = &console.notes().talk else { return Vec::new() };
    let mut lines = vec![format!("{}. {}", talk.count.long(), talk.title)];
    lines.extend([&talk.said, &talk.notes].into_iter().flat_map(|blocks| line_mode::block_lines(blocks)));
    let (heading, sentence) = &talk.next;
    lines.push([heading.as_slice(), sentence.as_slice()].map(line_mode::runs_line).join(". "));
    lines.push(timing_line(talk));
    lines.retain(|line| !line.is_empty());
    lines
}

/// The time of the talk and of the scene, and how that stands to the plan.
fn timing_line(talk: &crate::page::talk::speaker_notes::TalkProgress) -> String {
    format!("{} {}, {}; {}.", talk.elapsed.text, talk.planned, talk.pace.text, talk.scene.long())
}
