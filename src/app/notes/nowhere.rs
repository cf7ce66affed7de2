//! Where there are no sockets of this kind: nothing listens, and nothing is found.

/// The talk's end.
pub mod desk {
    use std::fmt;
    use std::io;
    use std::path::Path;
    use std::sync::mpsc::Sender;

    use crate::app::Clock;
    use crate::app::incoming::Incoming;
    use crate::app::keys::chord::Chord;
    use crate::page::notes::told::Told;

    /// Why nothing can listen.
    #[derive(Debug)]
    pub struct Refused;

    impl fmt::Display for Refused {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("speaker's notes are not available on this system")
        }
    }

    /// The talk's end.
    pub struct Desk;

    /// A key that was pressed at the notes.
    #[derive(Debug)]
    pub struct Pressed {
        /// The key.
        pub chord: Chord,
    }

    impl Desk {
        /// Refuses.
        ///
        /// # Errors
        /// Always.
        pub fn bind(_: &Path) -> Result<Self, Refused> {
            Err(Refused)
        }

        /// Does nothing.
        ///
        /// # Errors
        /// Never.
        pub fn open(&mut self, _: Sender<Incoming>, _: Clock) -> io::Result<()> {
            Ok(())
        }

        /// Does nothing.
        pub fn tell(&self, _: Told) {}
    }
}

/// The notes' end.
pub mod link {
    use std::io;
    use std::path::{Path, PathBuf};
    use std::time::Duration;

    use crate::app::keys::chord::Chord;
    use crate::app::notes::Heard;
    use crate::page::notes::told::Told;

    /// The notes' end.
    pub struct Link;

    impl Link {
        /// Refuses.
        ///
        /// # Errors
        /// Always.
        pub fn open(_: PathBuf, _: impl Fn(Heard) -> bool + Send + 'static) -> io::Result<Self> {
            Err(io::ErrorKind::Unsupported.into())
        }

        /// Does nothing.
        pub fn press(&self, _: Chord) {}
    }

    /// There is none.
    #[must_use]
    pub fn once(_: &Path) -> Option<(Told, Duration)> {
        None
    }
}
