//! Stand-ins for `client` and `server` on systems without Unix sockets: binding fails, no talk is found.

pub mod server {
    //! No talk can be published.

    use std::fmt;
    use std::io;
    use std::path::Path;

    use crate::app::input::keys::chord::Chord;
    use crate::app::run_types::Clock;
    use crate::page::talk::snapshot::TalkSnapshot;

    /// The system has no Unix sockets.
    #[derive(Debug)]
    pub struct BindError;

    impl fmt::Display for BindError {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("speaker's notes are not available on this system")
        }
    }

    /// Is never made.
    pub struct NotesServer;

    #[derive(Debug)]
    pub(crate) struct RemoteKey {
        pub(crate) chord: Chord,
    }

    impl NotesServer {
        /// Fails.
        ///
        /// # Errors
        /// Always.
        pub fn bind(_: &Path) -> Result<Self, BindError> {
            Err(BindError)
        }

        pub(crate) fn start(
            &mut self,
            _: impl Fn(RemoteKey) -> bool + Clone + Send + 'static,
            _: Clock,
        ) -> io::Result<()> {
            Ok(())
        }

        pub(crate) fn publish(&self, _: TalkSnapshot) {}
    }
}

pub mod client {
    //! No talk can be found.

    use std::io;
    use std::path::{Path, PathBuf};
    use std::time::Duration;

    use crate::app::input::keys::chord::Chord;
    use crate::app::notes::update::TalkUpdate;
    use crate::page::talk::snapshot::TalkSnapshot;

    pub(crate) struct NotesClient;

    impl NotesClient {
        pub(crate) fn start(_: PathBuf, _: impl Fn(TalkUpdate) -> bool + Send + 'static) -> io::Result<Self> {
            Err(io::ErrorKind::Unsupported.into())
        }

        pub(crate) fn send_key(&self, _: Chord) {}
    }

    pub(crate) fn fetch_snapshot(_: &Path) -> Option<(TalkSnapshot, Duration)> {
        None
    }
}
