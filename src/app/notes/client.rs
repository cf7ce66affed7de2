//! Client of a talk: connects to its socket, receives its state, sends keys, and reconnects.

use std::io::{self, BufReader, Write};
use std::net::Shutdown;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use crate::app::input::keys::chord::Chord;
use crate::app::notes::update::TalkUpdate;
use crate::app::notes::{peer, protocol};
use crate::files::private;
use crate::page::talk::snapshot::TalkSnapshot;

const RETRY_DELAY: Duration = Duration::from_millis(250);
/// After an incompatible server.
const LONG_RETRY_DELAY: Duration = Duration::from_secs(2);
/// A talk that does not accept a key within this time is taken as gone.
const WRITE_TIMEOUT: Duration = Duration::from_millis(200);

/// Connection to a talk, if there is one.
pub(crate) struct NotesClient {
    stream: Arc<Mutex<Option<UnixStream>>>,
}

impl NotesClient {
    /// Starts a thread that connects to the talk at `path` and passes its updates to `send`, until that returns false.
    pub(crate) fn start(path: PathBuf, send: impl Fn(TalkUpdate) -> bool + Send + 'static) -> io::Result<Self> {
        let client = Self { stream: Arc::default() };
        let stream = Arc::clone(&client.stream);
        thread::Builder::new().name("notes client".into()).spawn(move || {
            // An absent talk is reported once.
            let mut is_reported = false;
            loop {
                let delay = match connect(&path) {
                    Ok(connection) => {
                        *lock(&stream) = connection.try_clone().ok();
                        let reason = receive_updates(connection, &send);
                        *lock(&stream) = None;
                        match reason {
                            Disconnect::Closed if send(TalkUpdate::Disconnected) => RETRY_DELAY,
                            Disconnect::Incompatible if send(TalkUpdate::Incompatible) => LONG_RETRY_DELAY,
                            _ => return,
                        }
                    }
                    Err(_) if is_reported || send(TalkUpdate::Disconnected) => RETRY_DELAY,
                    Err(_) => return,
                };
                is_reported = true;
                thread::sleep(delay);
            }
        })?;
        Ok(client)
    }

    /// Sends a key to the talk, if connected.
    pub(crate) fn send_key(&self, chord: Chord) {
        let mut held = lock(&self.stream);
        let (Some(stream), Some(line)) = (held.as_mut(), protocol::encode_key(chord)) else { return };
        if stream.write_all(line.as_bytes()).is_err() {
            let _ = stream.shutdown(Shutdown::Both);
            *held = None;
        }
    }
}

/// Why a connection ended.
enum Disconnect {
    Closed,
    /// A line could not be decoded.
    Incompatible,
    /// `send` returned false.
    ReceiverGone,
}

fn lock(stream: &Mutex<Option<UnixStream>>) -> MutexGuard<'_, Option<UnixStream>> {
    stream.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Connects to a talk of the same user, in a folder that no other user can enter.
fn connect(path: &Path) -> io::Result<UnixStream> {
    path.parent().map_or(Ok(()), private::check_private_folder)?;
    let stream = UnixStream::connect(path)?;
    if !peer::is_same_user(&stream) {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    stream.set_write_timeout(Some(WRITE_TIMEOUT))?;
    Ok(stream)
}

fn receive_updates(stream: UnixStream, send: &impl Fn(TalkUpdate) -> bool) -> Disconnect {
    let mut reader = BufReader::new(stream);
    loop {
        let line = match protocol::read_line(&mut reader) {
            Ok(Some(line)) => line,
            Err(error) if error.kind() == io::ErrorKind::InvalidData => return Disconnect::Incompatible,
            Ok(None) | Err(_) => return Disconnect::Closed,
        };
        let Some((snapshot, talk_time)) = protocol::decode_state(&line) else { return Disconnect::Incompatible };
        if !send(TalkUpdate::Snapshot(Box::new(snapshot), talk_time)) {
            return Disconnect::ReceiverGone;
        }
    }
}

/// Current state of the talk and the time of its clock; none without a talk or after a timeout.
pub(crate) fn fetch_snapshot(path: &Path) -> Option<(TalkSnapshot, Duration)> {
    const READ_TIMEOUT: Duration = Duration::from_secs(2);
    let stream = connect(path).ok()?;
    stream.set_read_timeout(Some(READ_TIMEOUT)).ok()?;
    let line = protocol::read_line(&mut BufReader::new(stream)).ok()??;
    protocol::decode_state(&line)
}
