//! What is recorded of a show: its frames as the terminal was told them, its sizes, its scenes as markers.
//!
//! Left out is what a viewer's terminal must not be told: that the mouse and the keys are ours, what was copied. The last
//! frame stays in sight at the end.

use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use crate::app::app_state::App;
use crate::app::present::talk_model::TalkModel;
use crate::app::recording::asciicast::{Asciicast, AsciicastVersion};
use crate::app::terminal::frames::FrameEncoder;
use crate::files::AppendFile;

/// Before the first frame: no cursor.
const HIDE_CURSOR: &[u8] = b"\x1b[?25l";
/// After the last one: plain ink, and a cursor where it covers nothing.
const RESTORE_CURSOR: &[u8] = b"\x1b[0m\x1b[9999;1H\x1b[?25h";

/// A recording of a show.
#[derive(Debug)]
pub struct Recorder {
    cast: Asciicast,
    /// The scene that the room saw last.
    scene: Option<usize>,
}

impl Recorder {
    /// A recording of the show that is in front, and its first lines.
    #[must_use]
    pub fn begin(version: AsciicastVersion, app: &App, title: &str) -> (Self, String) {
        let look = app.model().state().look;
        let (mut cast, header) = Asciicast::begin(version, look.size, title, look.paint);
        let first = cast.output(Duration::ZERO, HIDE_CURSOR);
        (Self { cast, scene: None }, header + &first)
    }

    /// A frame was drawn of what is in front.
    pub fn frame(&mut self, at: Duration, app: &App, bytes: &[u8]) -> String {
        let mut lines = self.cast.resize(at, app.model().state().look.size);
        // Before the frame: who goes to the marker sees the scene, who stops there has seen all of the one before.
        if let Some((scene, title)) = app.audience_view().filter(|(scene, _)| self.scene != Some(*scene)) {
            self.scene = Some(scene);
            lines += &self.cast.marker(at, title);
        }
        lines + &self.cast.output(at, bytes)
    }

    /// The show is over, with this exit status.
    pub fn end(&mut self, at: Duration, status: u8) -> String {
        let last = self.cast.output(at, RESTORE_CURSOR);
        last + &self.cast.end(at, status)
    }
}

/// Gives the talk in front, which turns its scenes itself, to nobody, as fast as it can be drawn, and records it. Returns
/// when it ended.
///
/// # Errors
/// As `out`, which takes the lines.
pub fn record_unattended(
    app: &mut App,
    tape: &mut Recorder,
    mut out: impl FnMut(String) -> io::Result<()>,
) -> io::Result<Duration> {
    let mut frames = FrameEncoder::new();
    let mut now = Duration::ZERO;
    loop {
        let size = app.model().state().look.size;
        let frame = frames.encode(size, app.links(), |area, buf| app.draw(area, buf));
        out(tape.frame(now, app, &frame))?;
        let Some(due) = app.next_wake() else { break };
        now = now.max(due);
        app.tick(now);
    }
    let end = now.max(app.talk().map_or(now, TalkModel::scene_end));
    out(tape.end(end, 0))?;
    Ok(end)
}

/// Writes into a file behind the show's back: however slow the disk is, the show does not wait for it.
#[derive(Debug)]
pub struct ThreadedWriter {
    lines: Sender<String>,
    done: Receiver<io::Result<()>>,
}

impl ThreadedWriter {
    /// Begins to write.
    #[must_use]
    pub fn begin(mut file: AppendFile) -> Self {
        let (lines, taken) = channel::<String>();
        let (told, done) = channel();
        thread::spawn(move || {
            // Frames say what differs from the one before: after one that is lost, none is any good.
            let result = taken.iter().try_for_each(|lines| file.append(&lines));
            // Nobody may be waiting any more.
            let _ = told.send(result);
        });
        Self { lines, done }
    }

    /// Hands lines over. After a failure they go nowhere: [`ThreadedWriter::end`] tells it.
    pub fn write(&self, lines: String) {
        if !lines.is_empty() {
            let _ = self.lines.send(lines);
        }
    }

    /// Waits until everything is written, but not for ever.
    ///
    /// # Errors
    /// If something could not be written; everything before it was.
    pub fn end(self) -> io::Result<()> {
        /// A disk that takes longer has stopped.
        const MAX_WAIT: Duration = Duration::from_secs(2);
        drop(self.lines);
        match self.done.recv_timeout(MAX_WAIT) {
            Ok(result) => result,
            Err(RecvTimeoutError::Timeout) => Err(io::ErrorKind::TimedOut.into()),
            Err(RecvTimeoutError::Disconnected) => Err(io::ErrorKind::Interrupted.into()),
        }
    }
}
