//! The notes' end of a talk: finds it, hears it, sends it keys, and finds it again.

use std::io::{self, BufReader, Write};
use std::net::Shutdown;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use super::{Heard, peer, wire};
use crate::app::keys::chord::Chord;
use crate::files::private;
use crate::page::notes::told::Told;

/// A few looks a second are not felt, neither by a person nor by the machine.
const AGAIN: Duration = Duration::from_millis(250);
/// Longer where somebody else answers.
const MUCH_LATER: Duration = Duration::from_secs(2);
/// A talk that takes no key for so long is not there.
const STUCK: Duration = Duration::from_millis(200);

/// The notes' end.
pub struct Link {
    stream: Arc<Mutex<Option<UnixStream>>>,
}

impl Link {
    /// Starts to look for a talk; what it tells goes to `tell`, until that returns false.
    ///
    /// # Errors
    /// If the system has no thread to spare.
    pub fn open(path: PathBuf, tell: impl Fn(Heard) -> bool + Send + 'static) -> io::Result<Self> {
        let link = Self { stream: Arc::default() };
        let stream = Arc::clone(&link.stream);
        thread::Builder::new().name("link".into()).spawn(move || {
            // That there is no talk is told once.
            let mut is_told = false;
            loop {
                let wait = match connect(&path) {
                    Ok(found) => {
                        *held(&stream) = found.try_clone().ok();
                        let end = hear(found, &tell);
                        *held(&stream) = None;
                        match end {
                            End::Closed if tell(Heard::Gone) => AGAIN,
                            End::Stranger if tell(Heard::Stranger) => MUCH_LATER,
                            _ => return,
                        }
                    }
                    Err(_) if is_told || tell(Heard::Gone) => AGAIN,
                    Err(_) => return,
                };
                is_told = true;
                thread::sleep(wait);
            }
        })?;
        Ok(link)
    }

    /// Sends a key, if there is somebody to take it.
    pub fn press(&self, chord: Chord) {
        let mut held = held(&self.stream);
        let (Some(stream), Some(line)) = (held.as_mut(), wire::key(chord)) else { return };
        if stream.write_all(line.as_bytes()).is_err() {
            let _ = stream.shutdown(Shutdown::Both);
            *held = None;
        }
    }
}

/// Why a talk is no longer heard.
enum End {
    /// It ended, or was never one.
    Closed,
    /// It says what we do not understand.
    Stranger,
    /// Nobody wants to know any more.
    Unheard,
}

fn held(stream: &Mutex<Option<UnixStream>>) -> MutexGuard<'_, Option<UnixStream>> {
    stream.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A link to a talk of the same person in a folder that nobody else can enter.
fn connect(path: &Path) -> io::Result<UnixStream> {
    path.parent().map_or(Ok(()), private::is_private_folder)?;
    let stream = UnixStream::connect(path)?;
    if !peer::is_us(&stream) {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    stream.set_write_timeout(Some(STUCK))?;
    Ok(stream)
}

fn hear(stream: UnixStream, tell: &impl Fn(Heard) -> bool) -> End {
    let mut reader = BufReader::new(stream);
    loop {
        let line = match wire::next(&mut reader) {
            Ok(Some(line)) => line,
            Err(error) if error.kind() == io::ErrorKind::InvalidData => return End::Stranger,
            Ok(None) | Err(_) => return End::Closed,
        };
        let Some((told, now)) = wire::read_state(&line) else { return End::Stranger };
        if !tell(Heard::Told(Box::new(told), now)) {
            return End::Unheard;
        }
    }
}

/// What a talk tells now; none if there is no talk, or it takes too long to say.
#[must_use]
pub fn once(path: &Path) -> Option<(Told, Duration)> {
    /// Longer than any talk takes to answer.
    const MOST: Duration = Duration::from_secs(2);
    let stream = connect(path).ok()?;
    stream.set_read_timeout(Some(MOST)).ok()?;
    let line = wire::next(&mut BufReader::new(stream)).ok()??;
    wire::read_state(&line)
}
