//! Server of a talk: a Unix socket of the user, its clients, and the state that is published to them.
//!
//! Nothing here blocks the talk. Each client has a thread that writes the newest state; a client that stops reading, sends an
//! invalid line or runs as another user is disconnected. Keys that arrive faster than the talk handles them are dropped.

use std::collections::VecDeque;
use std::fmt;
use std::io::{self, BufReader, ErrorKind, Write};
use std::net::Shutdown;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use crate::app::input::keys::chord::Chord;
use crate::app::notes::{peer, protocol};
use crate::app::run_types::Clock;
use crate::files::display_name;
use crate::files::private::{self, PathKind};
use crate::page::talk::snapshot::TalkSnapshot;

/// A further client replaces the oldest one.
const MAX_CLIENTS: usize = 16;
/// Keys of one client that may wait for the talk.
const MAX_PENDING_KEYS: usize = 64;
/// A client that reads nothing for this long is disconnected.
const WRITE_TIMEOUT: Duration = Duration::from_secs(5);
/// Delay after a failed accept, such as with too many open files.
const RETRY_DELAY: Duration = Duration::from_millis(200);

/// Why the socket cannot be bound.
#[derive(Debug)]
pub enum BindError {
    /// Another talk listens there.
    InUse,
    /// The path is another kind of file.
    NotASocket(PathBuf),
    /// An error of the system at this path.
    System(PathBuf, io::Error),
}

impl fmt::Display for BindError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InUse => f.write_str("a talk with notes is on already: end it first, or present without --notes"),
            Self::NotASocket(path) => {
                write!(f, "{}: exists and is not a socket: remove it", display_name(path))
            }
            Self::System(path, error) => write!(f, "{}: {error}", display_name(path)),
        }
    }
}

/// The socket of a talk. Removed from disk when dropped.
pub struct NotesServer {
    path: PathBuf,
    /// Identity of the socket file; none if it could not be read.
    file_id: Option<private::FileId>,
    listener: Option<UnixListener>,
    shared: Arc<ServerState>,
}

/// State shared by the talk and the threads of its clients.
#[derive(Default)]
struct ServerState {
    published: Mutex<Published>,
    changed: Condvar,
}

struct Client {
    id: u64,
    stream: UnixStream,
}

#[derive(Default)]
struct Published {
    snapshot: Option<Arc<TalkSnapshot>>,
    /// Counts changes of the snapshot.
    version: u64,
    clients: VecDeque<Client>,
    /// Clients so far; gives each its id.
    client_count: u64,
}

/// A key that was pressed in the notes.
#[derive(Debug)]
pub(crate) struct RemoteKey {
    /// The key.
    pub chord: Chord,
    _permit: KeyPermit,
}

/// One of `MAX_PENDING_KEYS` permits of a client, released when dropped.
#[derive(Debug)]
struct KeyPermit(Arc<AtomicUsize>);

impl KeyPermit {
    fn acquire(pending: &Arc<AtomicUsize>) -> Option<Self> {
        let increment = |count: usize| (count < MAX_PENDING_KEYS).then_some(count + 1);
        pending.fetch_update(Ordering::SeqCst, Ordering::SeqCst, increment).ok()?;
        Some(Self(Arc::clone(pending)))
    }
}

impl Drop for KeyPermit {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

impl NotesServer {
    /// Binds the socket in a folder that no other user can enter. Replaces the socket of a talk that was killed.
    ///
    /// # Errors
    /// If another talk listens there, the path is another kind of file, or the system refuses.
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
                // Listening, or too busy to accept.
                Ok(_) | Err(_) => return Err(BindError::InUse),
            },
        }
        let listener = UnixListener::bind(path).map_err(|error| match error.kind() {
            ErrorKind::AddrInUse => BindError::InUse,
            _ => system(error),
        })?;
        let server = Self {
            path: path.to_owned(),
            file_id: private::file_id(path).ok(),
            listener: Some(listener),
            shared: Arc::default(),
        };
        private::make_private(path).map_err(system)?;
        Ok(server)
    }

    /// Starts to accept clients, whose keys go to `send`; that returns false once the talk has ended.
    pub(crate) fn start(
        &mut self,
        send: impl Fn(RemoteKey) -> bool + Clone + Send + 'static,
        clock: Clock,
    ) -> io::Result<()> {
        let Some(listener) = self.listener.take() else { return Ok(()) };
        let shared = Arc::clone(&self.shared);
        thread::Builder::new().name("notes server".into()).spawn(move || {
            for stream in listener.incoming() {
                match stream {
                    Ok(stream) if peer::is_same_user(&stream) => shared.serve(stream, send.clone(), clock),
                    Ok(stream) => drop(stream),
                    Err(_) => thread::sleep(RETRY_DELAY),
                }
            }
        })?;
        Ok(())
    }

    /// Sends the state of the talk to every client, if it changed.
    pub(crate) fn publish(&self, snapshot: TalkSnapshot) {
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
        // Another process may have replaced the file.
        if self.file_id.is_some() && private::file_id(&self.path).ok() == self.file_id {
            let _ = private::remove(&self.path);
        }
        for client in self.shared.published().clients.drain(..) {
            let _ = client.stream.shutdown(Shutdown::Both);
        }
        self.shared.changed.notify_all();
    }
}

impl ServerState {
    fn published(&self) -> MutexGuard<'_, Published> {
        self.published.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Adds a client with a thread for each direction; disconnects it if they cannot be started.
    fn serve(self: &Arc<Self>, stream: UnixStream, send: impl Fn(RemoteKey) -> bool + Send + 'static, clock: Clock) {
        let prepared = stream.set_write_timeout(Some(WRITE_TIMEOUT));
        let (Ok(()), Ok(handle), Ok(mut output)) = (prepared, stream.try_clone(), stream.try_clone()) else { return };
        let mut published = self.published();
        published.client_count += 1;
        let id = published.client_count;
        published.clients.push_back(Client { id, stream: handle });
        if published.clients.len() > MAX_CLIENTS
            && let Some(oldest) = published.clients.pop_front()
        {
            let _ = oldest.stream.shutdown(Shutdown::Both);
        }
        drop(published);
        let (for_writer, for_reader) = (Arc::clone(self), Arc::clone(self));
        let writer = thread::Builder::new().name("notes out".into()).spawn(move || {
            for_writer.send_updates(id, &mut output, clock);
            for_writer.disconnect(id);
        });
        let reader = thread::Builder::new().name("notes in".into()).spawn(move || {
            receive_keys(stream, send);
            for_reader.disconnect(id);
        });
        if writer.is_err() || reader.is_err() {
            self.disconnect(id);
        }
    }

    /// Writes the newest state after each change, until the client is disconnected.
    fn send_updates(&self, id: u64, stream: &mut UnixStream, clock: Clock) {
        let mut sent = 0;
        loop {
            let mut published = self.published();
            while published.version == sent && published.is_connected(id) {
                published = self.changed.wait(published).unwrap_or_else(PoisonError::into_inner);
            }
            let Some(snapshot) = published.snapshot.clone().filter(|_| published.is_connected(id)) else { return };
            sent = published.version;
            drop(published);
            if stream.write_all(protocol::encode_state(&snapshot, clock.elapsed()).as_bytes()).is_err() {
                return;
            }
        }
    }

    /// Closes the connection and wakes the thread that writes to it.
    fn disconnect(&self, id: u64) {
        let mut published = self.published();
        if let Some(index) = published.clients.iter().position(|client| client.id == id)
            && let Some(client) = published.clients.remove(index)
        {
            let _ = client.stream.shutdown(Shutdown::Both);
        }
        drop(published);
        self.changed.notify_all();
    }
}

impl Published {
    fn is_connected(&self, id: u64) -> bool {
        self.clients.iter().any(|client| client.id == id)
    }
}

/// Passes keys to `send` until the connection closes, a line is invalid or `send` returns false.
fn receive_keys(stream: UnixStream, send: impl Fn(RemoteKey) -> bool) {
    // Counted for each client, so that none can block the keys of another.
    let pending = Arc::default();
    let mut reader = BufReader::new(stream);
    while let Ok(Some(line)) = protocol::read_line(&mut reader) {
        let Some(chord) = protocol::decode_key(&line) else { return };
        let Some(permit) = KeyPermit::acquire(&pending) else { continue };
        if !send(RemoteKey { chord, _permit: permit }) {
            return;
        }
    }
}
