//! Places that are one person's alone.

use std::fs::{self, DirBuilder, Metadata, Permissions};
use std::io::{self, ErrorKind};
use std::os::unix::fs::{DirBuilderExt, FileTypeExt, MetadataExt, PermissionsExt};
use std::path::Path;

use nix::unistd::geteuid;

/// What stands at a path, itself and not what it points to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nothing.
    Nothing,
    /// A socket.
    Socket,
    /// Anything else.
    Other,
}

/// Tells one file from another that has its name later: device and number.
pub type Identity = (u64, u64);

/// Makes a folder that nobody else can enter, or makes sure that it is one.
///
/// # Errors
/// If it is not, or cannot be made.
pub fn make_private_folder(path: &Path) -> io::Result<()> {
    match DirBuilder::new().mode(0o700).create(path) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error),
        _ => is_private_folder(path),
    }
}

/// Makes sure that a folder is one that nobody else can enter.
///
/// # Errors
/// If it is not, or is not there.
pub fn is_private_folder(path: &Path) -> io::Result<()> {
    let about = fs::symlink_metadata(path)?;
    let wrong = if !about.is_dir() {
        "is no folder"
    } else if !is_own(&about) {
        "is the folder of another user"
    } else if about.mode() & 0o077 != 0 {
        "can be entered by other users: make it yours alone with chmod 700"
    } else {
        return Ok(());
    };
    Err(io::Error::other(wrong))
}

/// Whether it is a folder of the person's own.
#[must_use]
pub fn is_own_folder(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|about| about.is_dir() && is_own(&about))
}

/// The number of the person whose program this is.
#[must_use]
pub fn person() -> u32 {
    geteuid().as_raw()
}

fn is_own(about: &Metadata) -> bool {
    about.uid() == person()
}

/// What stands at a path.
///
/// # Errors
/// The system's own.
pub fn standing(path: &Path) -> io::Result<Standing> {
    match fs::symlink_metadata(path) {
        Ok(about) if about.file_type().is_socket() => Ok(Standing::Socket),
        Ok(_) => Ok(Standing::Other),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Standing::Nothing),
        Err(error) => Err(error),
    }
}

/// Lets nobody else read or write it.
///
/// # Errors
/// The system's own.
pub fn make_private(path: &Path) -> io::Result<()> {
    fs::set_permissions(path, Permissions::from_mode(0o600))
}

/// Which file has this name now.
///
/// # Errors
/// The system's own.
pub fn identity(path: &Path) -> io::Result<Identity> {
    fs::symlink_metadata(path).map(|about| (about.dev(), about.ino()))
}

/// Takes a file away.
///
/// # Errors
/// The system's own.
pub fn remove(path: &Path) -> io::Result<()> {
    fs::remove_file(path)
}
