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

use super::{peer, wire};
use crate::app::Clock;
use crate::app::incoming::Incoming;
use crate::app::keys::chord::Chord;
use crate::files::name_of;
use crate::files::private::{self, Standing};
use crate::page::notes::told::Told;

/// So many may be linked; the newest takes the place of the oldest.
const LINKS: usize = 16;
/// So many keys of a link may wait for the talk.
const KEYS: usize = 64;
/// A link that takes nothing for so long is closed.
const STUCK: Duration = Duration::from_secs(5);
/// After a failure of the system, such as too many open files.
const BREATH: Duration = Duration::from_millis(200);

/// Why nothing can listen.
#[derive(Debug)]
pub enum Refused {
    /// A talk with notes is on.
    Taken,
    /// Something else is there.
    Occupied(PathBuf),
    /// The system's own.
    System(PathBuf, io::Error),
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Taken => f.write_str("a talk with notes is on already: end it first, or present without --notes"),
            Self::Occupied(path) => write!(f, "{}: is there already and is no socket: take it away", name_of(path)),
            Self::System(path, error) => write!(f, "{}: {error}", name_of(path)),
        }
    }
}

/// The talk's end.
pub struct Desk {
    path: PathBuf,
    own: Option<private::Identity>,
    listener: Option<UnixListener>,
    shared: Arc<Shared>,
}

/// What the talk and its links share.
#[derive(Default)]
struct Shared {
    slot: Mutex<Slot>,
    changed: Condvar,
}

#[derive(Default)]
struct Slot {
    told: Option<Arc<Told>>,
    /// How many times something was told.
    times: u64,
    links: VecDeque<(u64, UnixStream)>,
    /// How many links there ever were.
    ever: u64,
}

/// A key that was pressed at the notes.
#[derive(Debug)]
pub struct Pressed {
    /// The key.
    pub chord: Chord,
    _turn: Turn,
}

/// A place among the keys of a link that wait, free again when it is dropped.
#[derive(Debug)]
struct Turn(Arc<AtomicUsize>);

impl Turn {
    fn take(waiting: &Arc<AtomicUsize>) -> Option<Self> {
        let free = |count: usize| (count < KEYS).then_some(count + 1);
        waiting.fetch_update(Ordering::SeqCst, Ordering::SeqCst, free).ok()?;
        Some(Self(Arc::clone(waiting)))
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

impl Desk {
    /// Binds the socket in a folder that nobody else can enter. What a dead talk left behind is replaced.
    ///
    /// # Errors
    /// If a talk listens there, something else is there, or the system refuses.
    pub fn bind(path: &Path) -> Result<Self, Refused> {
        let system = |error| Refused::System(path.to_owned(), error);
        if let Some(folder) = path.parent() {
            private::make_private_folder(folder).map_err(|error| Refused::System(folder.to_owned(), error))?;
        }
        match private::standing(path).map_err(system)? {
            Standing::Nothing => {}
            Standing::Other => return Err(Refused::Occupied(path.to_owned())),
            Standing::Socket => match UnixStream::connect(path) {
                Err(error) if error.kind() == ErrorKind::ConnectionRefused => private::remove(path).map_err(system)?,
                // Alive, or too busy to say so.
                Ok(_) | Err(_) => return Err(Refused::Taken),
            },
        }
        let listener = UnixListener::bind(path).map_err(|error| match error.kind() {
            ErrorKind::AddrInUse => Refused::Taken,
            _ => system(error),
        })?;
        let desk = Self {
            path: path.to_owned(),
            own: private::identity(path).ok(),
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
    pub fn open(&mut self, sender: Sender<Incoming>, clock: Clock) -> io::Result<()> {
        let Some(listener) = self.listener.take() else { return Ok(()) };
        let shared = Arc::clone(&self.shared);
        thread::Builder::new().name("desk".into()).spawn(move || {
            for stream in listener.incoming() {
                match stream {
                    Ok(stream) if peer::is_us(&stream) => shared.link(stream, &sender, clock),
                    Ok(stream) => drop(stream),
                    Err(_) => thread::sleep(BREATH),
                }
            }
        })?;
        Ok(())
    }

    /// Tells every link where the talk stands, if that is new.
    pub fn tell(&self, told: Told) {
        let mut slot = self.shared.slot();
        if slot.told.as_deref() != Some(&told) {
            slot.told = Some(Arc::new(told));
            slot.times += 1;
            self.shared.changed.notify_all();
        }
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        // Only if it is still ours.
        if self.own.is_some() && private::identity(&self.path).ok() == self.own {
            let _ = private::remove(&self.path);
        }
        for (_, stream) in self.shared.slot().links.drain(..) {
            let _ = stream.shutdown(Shutdown::Both);
        }
        self.shared.changed.notify_all();
    }
}

impl Shared {
    fn slot(&self) -> MutexGuard<'_, Slot> {
        self.slot.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes a link: one thread tells it, another one hears it. Where that cannot be, it is closed.
    fn link(self: &Arc<Self>, stream: UnixStream, sender: &Sender<Incoming>, clock: Clock) {
        let prepared = stream.set_write_timeout(Some(STUCK));
        let (Ok(()), Ok(kept), Ok(mut told)) = (prepared, stream.try_clone(), stream.try_clone()) else { return };
        let mut slot = self.slot();
        slot.ever += 1;
        let name = slot.ever;
        slot.links.push_back((name, kept));
        if slot.links.len() > LINKS
            && let Some((_, oldest)) = slot.links.pop_front()
        {
            let _ = oldest.shutdown(Shutdown::Both);
        }
        drop(slot);
        let (teller, hearer, sender) = (Arc::clone(self), Arc::clone(self), sender.clone());
        let telling = thread::Builder::new().name("notes out".into()).spawn(move || {
            teller.tell(name, &mut told, clock);
            teller.forget(name);
        });
        let hearing = thread::Builder::new().name("notes in".into()).spawn(move || {
            Self::hear(stream, &sender);
            hearer.forget(name);
        });
        if telling.is_err() || hearing.is_err() {
            self.forget(name);
        }
    }

    /// Writes what is newest whenever there is something new, until the link is closed.
    fn tell(&self, name: u64, stream: &mut UnixStream, clock: Clock) {
        let mut seen = 0;
        loop {
            let mut slot = self.slot();
            while slot.times == seen && slot.has(name) {
                slot = self.changed.wait(slot).unwrap_or_else(PoisonError::into_inner);
            }
            let Some(told) = slot.told.clone().filter(|_| slot.has(name)) else { return };
            seen = slot.times;
            drop(slot);
            if stream.write_all(wire::state(&told, clock.elapsed()).as_bytes()).is_err() {
                return;
            }
        }
    }

    /// Reads keys until the link is closed or says something else.
    fn hear(stream: UnixStream, sender: &Sender<Incoming>) {
        // Each link has its own, so that none can keep the others' keys out.
        let waiting = Arc::default();
        let mut reader = BufReader::new(stream);
        while let Ok(Some(line)) = wire::next(&mut reader) {
            let Some(chord) = wire::read_key(&line) else { return };
            let Some(turn) = Turn::take(&waiting) else { continue };
            if sender.send(Incoming::Pressed(Pressed { chord, _turn: turn })).is_err() {
                return;
            }
        }
    }

    /// Closes a link, and lets the thread that tells it know.
    fn forget(&self, name: u64) {
        let mut slot = self.slot();
        if let Some(place) = slot.links.iter().position(|(own, _)| *own == name)
            && let Some((_, stream)) = slot.links.remove(place)
        {
            let _ = stream.shutdown(Shutdown::Both);
        }
        drop(slot);
        self.changed.notify_all();
    }
}

impl Slot {
    fn has(&self, name: u64) -> bool {
        self.links.iter().any(|(own, _)| *own == name)
    }
}
