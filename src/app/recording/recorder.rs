//! What is recorded of a talk: the bytes of its frames, changes of size, a marker for each scene.
//!
//! Not recorded is what would change a viewer's terminal: mouse reporting, raw mode, the clipboard. The last frame stays
//! visible at the end.

use std::io;
use std::time::Duration;

use crate::app::app_state::App;
use crate::app::present::talk_model::TalkModel;
use crate::app::recording::asciicast::{Asciicast, AsciicastVersion};
use crate::app::terminal::frame_encoder::FrameEncoder;

const HIDE_CURSOR: &[u8] = b"\x1b[?25l";
/// Resets the style and shows the cursor below the last frame.
const RESTORE_CURSOR: &[u8] = b"\x1b[0m\x1b[9999;1H\x1b[?25h";

/// Turns frames into lines of a recording.
#[derive(Debug)]
pub struct Recorder {
    cast: Asciicast,
    /// Scene of the last marker.
    scene: Option<usize>,
}

impl Recorder {
    /// Starts a recording of the active view; returns its first lines.
    pub fn begin(version: AsciicastVersion, app: &App, title: &str) -> (Self, String) {
        let state = app.model().state();
        let paint = state.look.paint;
        let (mut cast, header) = Asciicast::begin(version, state.look.size, title, paint);
        let first = cast.output(Duration::ZERO, HIDE_CURSOR);
        (Self { cast, scene: None }, header + &first)
    }

    /// Records a frame; returns its lines.
    pub fn frame(&mut self, at: Duration, app: &App, bytes: &[u8]) -> String {
        let mut lines = self.cast.resize(at, app.model().state().look.size);
        // Before the frame: a player that pauses at the marker shows the whole previous scene.
        if let Some((scene, title)) = app.audience_view().filter(|(scene, _)| self.scene != Some(*scene)) {
            self.scene = Some(scene);
            lines += &self.cast.marker(at, title);
        }
        lines + &self.cast.output(at, bytes)
    }

    /// Ends the recording with the exit status of the program; returns its last lines.
    pub fn end(&mut self, at: Duration, status: u8) -> String {
        let last = self.cast.output(at, RESTORE_CURSOR);
        last + &self.cast.end(at, status)
    }
}

/// Records the active talk, which advances by itself, without waiting between frames. Returns its duration.
///
/// # Errors
/// Those of `out`, which takes the lines.
pub fn record_unattended(
    app: &mut App,
    recorder: &mut Recorder,
    mut out: impl FnMut(String) -> io::Result<()>,
) -> io::Result<Duration> {
    let mut frames = FrameEncoder::default();
    let mut now = Duration::ZERO;
    loop {
        let size = app.model().state().look.size;
        let frame = frames.encode(size, app.links(), |area, buf| app.draw(area, buf));
        out(recorder.frame(now, app, &frame))?;
        let Some(due) = app.next_wake() else { break };
        now = now.max(due);
        app.tick(now);
    }
    let end = now.max(app.talk().map_or(now, TalkModel::scene_end));
    out(recorder.end(end, 0))?;
    Ok(end)
}
