//! Folders and files that only the user can access.

use std::fs::{self, DirBuilder, Metadata, Permissions};
use std::io::{self, ErrorKind};
use std::os::unix::fs::{DirBuilderExt, FileTypeExt, MetadataExt, PermissionsExt};
use std::path::Path;

use nix::unistd::geteuid;

/// What is at a path; symbolic links are not followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PathKind {
    /// Nothing is there.
    Missing,
    /// A Unix socket.
    Socket,
    /// Anything else.
    Other,
}

/// Device and inode: tells a file from a later one of the same name.
pub type FileId = (u64, u64);

/// Creates a folder that only the user can enter, or checks that an existing one is so.
///
/// # Errors
/// If other users can enter it, or it cannot be created.
pub fn make_private_folder(path: &Path) -> io::Result<()> {
    match DirBuilder::new().mode(0o700).create(path) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error),
        _ => check_private_folder(path),
    }
}

/// Checks that only the user can enter a folder.
///
/// # Errors
/// If others can, or the folder is missing.
pub fn check_private_folder(path: &Path) -> io::Result<()> {
    let metadata = fs::symlink_metadata(path)?;
    let wrong = if !metadata.is_dir() {
        "is not a folder"
    } else if !is_owned(&metadata) {
        "belongs to another user"
    } else if metadata.mode() & 0o077 != 0 {
        "can be entered by other users: make it private with chmod 700"
    } else {
        return Ok(());
    };
    Err(io::Error::other(wrong))
}

/// Whether a folder belongs to the user.
#[must_use]
pub fn is_owned_folder(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|metadata| metadata.is_dir() && is_owned(&metadata))
}

/// The effective id of the user.
#[must_use]
pub fn user_id() -> u32 {
    geteuid().as_raw()
}

fn is_owned(metadata: &Metadata) -> bool {
    metadata.uid() == user_id()
}

/// The kind of what is at a path.
///
/// # Errors
/// If the path cannot be inspected.
pub fn path_kind(path: &Path) -> io::Result<PathKind> {
    match fs::symlink_metadata(path) {
        Ok(metadata) if metadata.file_type().is_socket() => Ok(PathKind::Socket),
        Ok(_) => Ok(PathKind::Other),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(PathKind::Missing),
        Err(error) => Err(error),
    }
}

/// Lets only the user read and write a file.
///
/// # Errors
/// If its permissions cannot be changed.
pub fn make_private(path: &Path) -> io::Result<()> {
    fs::set_permissions(path, Permissions::from_mode(0o600))
}

/// The identity of the file at a path.
///
/// # Errors
/// If there is none.
pub fn file_id(path: &Path) -> io::Result<FileId> {
    fs::symlink_metadata(path).map(|metadata| (metadata.dev(), metadata.ino()))
}

/// Deletes a file.
///
/// # Errors
/// If it cannot be deleted.
pub fn remove(path: &Path) -> io::Result<()> {
    fs::remove_file(path)
}
