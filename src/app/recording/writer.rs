//! A file that is written by a thread, so that the talk never waits for the disk.

use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use crate::files::AppendFile;

/// Appends to a file from a thread.
#[derive(Debug)]
pub(crate) struct ThreadedWriter {
    lines: Sender<String>,
    result: Receiver<io::Result<()>>,
}

impl ThreadedWriter {
    /// Starts the thread.
    pub(crate) fn begin(mut file: AppendFile) -> Self {
        let (lines, receiver) = channel::<String>();
        let (result_sender, result) = channel();
        thread::spawn(move || {
            // Frames are differences: after a lost one the rest is useless, so the first error ends the recording.
            let result = receiver.iter().try_for_each(|lines| file.append(&lines));
            let _ = result_sender.send(result);
        });
        Self { lines, result }
    }

    /// Queues lines. After an error they are dropped; [`ThreadedWriter::end`] returns it.
    pub(crate) fn write(&self, lines: String) {
        if !lines.is_empty() {
            let _ = self.lines.send(lines);
        }
    }

    /// Waits until everything is written, at most two seconds.
    pub(crate) fn end(self) -> io::Result<()> {
        const MAX_WAIT: Duration = Duration::from_secs(2);
        drop(self.lines);
        match self.result.recv_timeout(MAX_WAIT) {
            Ok(result) => result,
            Err(RecvTimeoutError::Timeout) => Err(io::ErrorKind::TimedOut.into()),
            Err(RecvTimeoutError::Disconnected) => Err(io::ErrorKind::Interrupted.into()),
        }
    }
}
