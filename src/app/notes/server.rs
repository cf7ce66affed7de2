//! The talk's end of the speaker's notes: a socket of the person's own, whoever is linked to it, and what they are told.
//!
//! Nothing here can hold a talk up. What is told lies in one place, and each link takes from there what is newest when it
//! gets to it; a link that takes nothing for long, says what it may not, or is not the same person's is closed. Keys that
//! come faster than the talk takes them are dropped.

use std::collections::VecDeque;
use std::fmt;
use std::io::{self, BufReader, ErrorKind, Write};
use std::net::Shutdown;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use crate::app::input::keys::chord::Chord;
use crate::app::notes::{peer, protocol};
use crate::app::run_types::Clock;
use crate::app::terminal::events::AppEvent;
use crate::files::display_name;
use crate::files::private::{self, PathKind};
use crate::page::talk::snapshot::TalkSnapshot;

/// So many may be linked; the newest takes the place of the oldest.
const MAX_CLIENTS: usize = 16;
/// So many keys of a link may wait for the talk.
const MAX_PENDING_KEYS: usize = 64;
/// A link that takes nothing for so long is closed.
const WRITE_TIMEOUT: Duration = Duration::from_secs(5);
/// After a failure of the system, such as too many open files.
const RETRY_DELAY: Duration = Duration::from_millis(200);

/// Why nothing can listen.
#[derive(Debug)]
pub enum BindError {
    /// A talk with notes is on.
    InUse,
    /// Something else is there.
    NotASocket(PathBuf),
    /// The system's own.
    System(PathBuf, io::Error),
}

impl fmt::Display for BindError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InUse => f.write_str("a talk with notes is on already: end it first, or present without --notes"),
            Self::NotASocket(path) => {
                write!(f, "{}: is there already and is no socket: take it away", display_name(path))
            }
            Self::System(path, error) => write!(f, "{}: {error}", display_name(path)),
        }
    }
}

/// The talk's end.
pub struct NotesServer {
    path: PathBuf,
    own: Option<private::FileId>,
    listener: Option<UnixListener>,
    shared: Arc<ServerState>,
}

/// What the talk and its links share.
#[derive(Default)]
struct ServerState {
    published: Mutex<Published>,
    changed: Condvar,
}

#[derive(Default)]
struct Published {
    snapshot: Option<Arc<TalkSnapshot>>,
    /// How many times something was told.
    version: u64,
    clients: VecDeque<(u64, UnixStream)>,
    /// How many links there ever were.
    client_count: u64,
}

/// A key that was pressed at the notes.
#[derive(Debug)]
pub struct RemoteKey {
    /// The key.
    pub chord: Chord,
    _turn: KeyPermit,
}

/// A place among the keys of a link that wait, free again when it is dropped.
#[derive(Debug)]
struct KeyPermit(Arc<AtomicUsize>);

impl KeyPermit {
    fn acquire(waiting: &Arc<AtomicUsize>) -> Option<Self> {
        let free = |count: usize| (count < MAX_PENDING_KEYS).then_some(count + 1);
        waiting.fetch_update(Ordering::SeqCst, Ordering::SeqCst, free).ok()?;
        Some(Self(Arc::clone(waiting)))
    }
}

impl Drop for KeyPermit {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

impl NotesServer {
    /// Binds the socket in a folder that nobody else can enter. What a dead talk left behind is replaced.
    ///
    /// # Errors
    /// If a talk listens there, something else is there, or the system refuses.
    pub fn bind(path: &Path) -> Result<Self, BindError> {
        let system = |error| BindError::System(path.to_owned(), error);
        if let Some(folder) = path.parent() {
            private::make_private_folder(folder).map_err(|error| BindError::System(folder.to_owned(), error))?;
        }
        match private::path_kind(path).map_err(system)? {
            PathKind::Missing => {}
            PathKind::Other => return Err(BindError::NotASocket(path.to_owned())),
            PathKind::Socket => match UnixStream::connect(path) {
                Err(error) if error.kind() == ErrorKind::ConnectionRefused => private::remove(path).map_err(system)?,
                // Alive, or too busy to say so.
                Ok(_) | Err(_) => return Err(BindError::InUse),
            },
        }
        let listener = UnixListener::bind(path).map_err(|error| match error.kind() {
            ErrorKind::AddrInUse => BindError::InUse,
            _ => system(error),
        })?;
        let desk = Self {
            path: path.to_owned(),
            own: private::file_id(path).ok(),
            listener: Some(listener),
            shared: Arc::default(),
        };
        private::make_private(path).map_err(system)?;
        Ok(desk)
    }

    /// Starts to take links, whose keys go to `sender`.
    ///
    /// # Errors
    /// If the system has no thread to spare.
    pub fn start(&mut self, sender: Sender<AppEvent>, clock: Clock) -> io::Result<()> {
        let Some(listener) = self.listener.take() else { return Ok(()) };
        let shared = Arc::clone(&self.shared);
        thread::Builder::new().name("desk".into()).spawn(move || {
            for stream in listener.incoming() {
                match stream {
                    Ok(stream) if peer::is_same_user(&stream) => shared.serve(stream, &sender, clock),
                    Ok(stream) => drop(stream),
                    Err(_) => thread::sleep(RETRY_DELAY),
                }
            }
        })?;
        Ok(())
    }

    /// Tells every link where the talk stands, if that is new.
    pub fn tell(&self, snapshot: TalkSnapshot) {
        let mut published = self.shared.published();
        if published.snapshot.as_deref() != Some(&snapshot) {
            published.snapshot = Some(Arc::new(snapshot));
            published.version += 1;
            self.shared.changed.notify_all();
        }
    }
}

impl Drop for NotesServer {
    fn drop(&mut self) {
        // Only if it is still ours.
        if self.own.is_some() && private::file_id(&self.path).ok() == self.own {
            let _ = private::remove(&self.path);
        }
        for (_, stream) in self.shared.published().clients.drain(..) {
            let _ = stream.shutdown(Shutdown::Both);
        }
        self.shared.changed.notify_all();
    }
}

impl ServerState {
    fn published(&self) -> MutexGuard<'_, Published> {
        self.published.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes a link: one thread tells it, another one hears it. Where that cannot be, it is closed.
    fn serve(self: &Arc<Self>, stream: UnixStream, sender: &Sender<AppEvent>, clock: Clock) {
        let prepared = stream.set_write_timeout(Some(WRITE_TIMEOUT));
        let (Ok(()), Ok(kept), Ok(mut snapshot)) = (prepared, stream.try_clone(), stream.try_clone()) else { return };
        let mut published = self.published();
        published.client_count += 1;
        let name = published.client_count;
        published.clients.push_back((name, kept));
        if published.clients.len() > MAX_CLIENTS
            && let Some((_, oldest)) = published.clients.pop_front()
        {
            let _ = oldest.shutdown(Shutdown::Both);
        }
        drop(published);
        let (writer, reader, sender) = (Arc::clone(self), Arc::clone(self), sender.clone());
        let telling = thread::Builder::new().name("notes out".into()).spawn(move || {
            writer.tell(name, &mut snapshot, clock);
            writer.disconnect(name);
        });
        let hearing = thread::Builder::new().name("notes in".into()).spawn(move || {
            Self::receive_keys(stream, &sender);
            reader.disconnect(name);
        });
        if telling.is_err() || hearing.is_err() {
            self.disconnect(name);
        }
    }

    /// Writes what is newest whenever there is something new, until the link is closed.
    fn tell(&self, name: u64, stream: &mut UnixStream, clock: Clock) {
        let mut seen = 0;
        loop {
            let mut published = self.published();
            while published.version == seen && published.is_connected(name) {
                published = self.changed.wait(published).unwrap_or_else(PoisonError::into_inner);
            }
            let Some(snapshot) = published.snapshot.clone().filter(|_| published.is_connected(name)) else { return };
            seen = published.version;
            drop(published);
            if stream.write_all(protocol::encode_state(&snapshot, clock.elapsed()).as_bytes()).is_err() {
                return;
            }
        }
    }

    /// Reads keys until the link is closed or says something else.
    fn receive_keys(stream: UnixStream, sender: &Sender<AppEvent>) {
        // Each link has its own, so that none can keep the others' keys out.
        let waiting = Arc::default();
        let mut reader = BufReader::new(stream);
        while let Ok(Some(line)) = protocol::read_line(&mut reader) {
            let Some(chord) = protocol::decode_key(&line) else { return };
            let Some(turn) = KeyPermit::acquire(&waiting) else { continue };
            if sender.send(AppEvent::RemoteKey(RemoteKey { chord, _turn: turn })).is_err() {
                return;
            }
        }
    }

    /// Closes a link, and lets the thread that tells it know.
    fn disconnect(&self, name: u64) {
        let mut published = self.published();
        if let Some(place) = published.clients.iter().position(|(own, _)| *own == name)
            && let Some((_, stream)) = published.clients.remove(place)
        {
            let _ = stream.shutdown(Shutdown::Both);
        }
        drop(published);
        self.changed.notify_all();
    }
}

impl Published {
    fn is_connected(&self, name: u64) -> bool {
        self.clients.iter().any(|(own, _)| *own == name)
    }
}
