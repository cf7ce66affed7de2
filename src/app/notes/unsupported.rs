//! Where there are no sockets of this kind: nothing listens, and nothing is found.

/// The talk's end.
pub mod desk {
    use std::fmt;
    use std::io;
    use std::path::Path;
    use std::sync::mpsc::Sender;

    use crate::app::input::keys::chord::Chord;
    use crate::app::run_types::Clock;
    use crate::app::terminal::events::AppEvent;
    use crate::page::talk::snapshot::TalkSnapshot;

    /// Why nothing can listen.
    #[derive(Debug)]
    pub struct BindError;

    impl fmt::Display for BindError {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("speaker's notes are not available on this system")
        }
    }

    /// The talk's end.
    pub struct NotesServer;

    /// A key that was pressed at the notes.
    #[derive(Debug)]
    pub struct RemoteKey {
        /// The key.
        pub chord: Chord,
    }

    impl NotesServer {
        /// Refuses.
        ///
        /// # Errors
        /// Always.
        pub fn bind(_: &Path) -> Result<Self, BindError> {
            Err(BindError)
        }

        /// Does nothing.
        ///
        /// # Errors
        /// Never.
        pub fn start(&mut self, _: Sender<AppEvent>, _: Clock) -> io::Result<()> {
            Ok(())
        }

        /// Does nothing.
        pub fn tell(&self, _: TalkSnapshot) {}
    }
}

/// The notes' end.
pub mod link {
    use std::io;
    use std::path::{Path, PathBuf};
    use std::time::Duration;

    use crate::app::input::keys::chord::Chord;
    use crate::app::notes::TalkUpdate;
    use crate::page::talk::snapshot::TalkSnapshot;

    /// The notes' end.
    pub struct NotesClient;

    impl NotesClient {
        /// Refuses.
        ///
        /// # Errors
        /// Always.
        pub fn start(_: PathBuf, _: impl Fn(TalkUpdate) -> bool + Send + 'static) -> io::Result<Self> {
            Err(io::ErrorKind::Unsupported.into())
        }

        /// Does nothing.
        pub fn send_key(&self, _: Chord) {}
    }

    /// There is none.
    #[must_use]
    pub fn fetch_snapshot(_: &Path) -> Option<(TalkSnapshot, Duration)> {
        None
    }
}
