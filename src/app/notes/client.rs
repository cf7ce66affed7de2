//! The notes' end of a talk: finds it, hears it, sends it keys, and finds it again.

use std::io::{self, BufReader, Write};
use std::net::Shutdown;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use crate::app::input::keys::chord::Chord;
use crate::app::notes::{TalkUpdate, peer, protocol};
use crate::files::private;
use crate::page::talk::snapshot::TalkSnapshot;

/// A few looks a second are not felt, neither by a person nor by the machine.
const RETRY_DELAY: Duration = Duration::from_millis(250);
/// Longer where somebody else answers.
const LONG_RETRY_DELAY: Duration = Duration::from_secs(2);
/// A talk that takes no key for so long is not there.
const WRITE_TIMEOUT: Duration = Duration::from_millis(200);

/// The notes' end.
pub struct NotesClient {
    stream: Arc<Mutex<Option<UnixStream>>>,
}

impl NotesClient {
    /// Starts to look for a talk; what it tells goes to `tell`, until that returns false.
    ///
    /// # Errors
    /// If the system has no thread to spare.
    pub fn start(path: PathBuf, tell: impl Fn(TalkUpdate) -> bool + Send + 'static) -> io::Result<Self> {
        let link = Self { stream: Arc::default() };
        let stream = Arc::clone(&link.stream);
        thread::Builder::new().name("link".into()).spawn(move || {
            // That there is no talk is told once.
            let mut is_reported = false;
            loop {
                let wait = match connect(&path) {
                    Ok(found) => {
                        *lock(&stream) = found.try_clone().ok();
                        let end = receive_updates(found, &tell);
                        *lock(&stream) = None;
                        match end {
                            Disconnect::Closed if tell(TalkUpdate::Disconnected) => RETRY_DELAY,
                            Disconnect::Incompatible if tell(TalkUpdate::Incompatible) => LONG_RETRY_DELAY,
                            _ => return,
                        }
                    }
                    Err(_) if is_reported || tell(TalkUpdate::Disconnected) => RETRY_DELAY,
                    Err(_) => return,
                };
                is_reported = true;
                thread::sleep(wait);
            }
        })?;
        Ok(link)
    }

    /// Sends a key, if there is somebody to take it.
    pub fn send_key(&self, chord: Chord) {
        let mut held = lock(&self.stream);
        let (Some(stream), Some(line)) = (held.as_mut(), protocol::encode_key(chord)) else { return };
        if stream.write_all(line.as_bytes()).is_err() {
            let _ = stream.shutdown(Shutdown::Both);
            *held = None;
        }
    }
}

/// Why a talk is no longer heard.
enum Disconnect {
    /// It ended, or was never one.
    Closed,
    /// It says what we do not understand.
    Incompatible,
    /// Nobody wants to know any more.
    ReceiverGone,
}

fn lock(stream: &Mutex<Option<UnixStream>>) -> MutexGuard<'_, Option<UnixStream>> {
    stream.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A link to a talk of the same person in a folder that nobody else can enter.
fn connect(path: &Path) -> io::Result<UnixStream> {
    path.parent().map_or(Ok(()), private::check_private_folder)?;
    let stream = UnixStream::connect(path)?;
    if !peer::is_same_user(&stream) {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    stream.set_write_timeout(Some(WRITE_TIMEOUT))?;
    Ok(stream)
}

fn receive_updates(stream: UnixStream, tell: &impl Fn(TalkUpdate) -> bool) -> Disconnect {
    let mut reader = BufReader::new(stream);
    loop {
        let line = match protocol::read_line(&mut reader) {
            Ok(Some(line)) => line,
            Err(error) if error.kind() == io::ErrorKind::InvalidData => return Disconnect::Incompatible,
            Ok(None) | Err(_) => return Disconnect::Closed,
        };
        let Some((told, now)) = protocol::decode_state(&line) else { return Disconnect::Incompatible };
        if !tell(TalkUpdate::Snapshot(Box::new(told), now)) {
            return Disconnect::ReceiverGone;
        }
    }
}

/// What a talk tells now; none if there is no talk, or it takes too long to say.
#[must_use]
pub fn fetch_snapshot(path: &Path) -> Option<(TalkSnapshot, Duration)> {
    /// Longer than any talk takes to answer.
    const READ_TIMEOUT: Duration = Duration::from_secs(2);
    let stream = connect(path).ok()?;
    stream.set_read_timeout(Some(READ_TIMEOUT)).ok()?;
    let line = protocol::read_line(&mut BufReader::new(stream)).ok()??;
    protocol::decode_state(&line)
}
