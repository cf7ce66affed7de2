//! Places that are one person's alone.

use std::fs::{self, DirBuilder, Metadata, Permissions};
use std::io::{self, ErrorKind};
use std::os::unix::fs::{DirBuilderExt, FileTypeExt, MetadataExt, PermissionsExt};
use std::path::Path;

use nix::unistd::geteuid;

/// What stands at a path, itself and not what it points to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PathKind {
    /// Nothing.
    Missing,
    /// A socket.
    Socket,
    /// Anything else.
    Other,
}

/// Tells one file from another that has its name later: device and number.
pub type FileId = (u64, u64);

/// Makes a folder that nobody else can enter, or makes sure that it is one.
///
/// # Errors
/// If it is not, or cannot be made.
pub fn make_private_folder(path: &Path) -> io::Result<()> {
    match DirBuilder::new().mode(0o700).create(path) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error),
        _ => check_private_folder(path),
    }
}

/// Makes sure that a folder is one that nobody else can enter.
///
/// # Errors
/// If it is not, or is not there.
pub fn check_private_folder(path: &Path) -> io::Result<()> {
    let metadata = fs::symlink_metadata(path)?;
    let wrong = if !metadata.is_dir() {
        "is no folder"
    } else if !is_owned(&metadata) {
        "is the folder of another user"
    } else if metadata.mode() & 0o077 != 0 {
        "can be entered by other users: make it yours alone with chmod 700"
    } else {
        return Ok(());
    };
    Err(io::Error::other(wrong))
}

/// Whether it is a folder of the person's own.
#[must_use]
pub fn is_owned_folder(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|metadata| metadata.is_dir() && is_owned(&metadata))
}

/// The number of the person whose program this is.
#[must_use]
pub fn user_id() -> u32 {
    geteuid().as_raw()
}

fn is_owned(metadata: &Metadata) -> bool {
    metadata.uid() == user_id()
}

/// What stands at a path.
///
/// # Errors
/// The system's own.
pub fn path_kind(path: &Path) -> io::Result<PathKind> {
    match fs::symlink_metadata(path) {
        Ok(metadata) if metadata.file_type().is_socket() => Ok(PathKind::Socket),
        Ok(_) => Ok(PathKind::Other),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(PathKind::Missing),
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
pub fn file_id(path: &Path) -> io::Result<FileId> {
    fs::symlink_metadata(path).map(|metadata| (metadata.dev(), metadata.ino()))
}

/// Takes a file away.
///
/// # Errors
/// The system's own.
pub fn remove(path: &Path) -> io::Result<()> {
    fs::remove_file(path)
}
