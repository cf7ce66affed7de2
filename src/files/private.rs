//! Folders and files that only the user can access.

use std::fs::{self, DirBuilder, Metadata, Permissions};
use std::io::{self, ErrorKind};
use std::os::unix::fs::{DirBuilderExt, FileTypeExt, MetadataExt, PermissionsExt};
use std::path::Path;

use nix::unistd::geteuid;

/// What is at a path. Symbolic links are not followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PathKind {
    Missing,
    Socket,
    Other,
}

/// Device and inode: tells a file from a later one of the same name.
pub(crate) type FileId = (u64, u64);

/// Creates a folder that only the user can enter, or checks that an existing one is so.
pub(crate) fn make_private_folder(path: &Path) -> io::Result<()> {
    match DirBuilder::new().mode(0o700).create(path) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error),
        _ => check_private_folder(path),
    }
}

/// Checks that only the user can enter a folder.
pub(crate) fn check_private_folder(path: &Path) -> io::Result<()> {
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
pub(crate) fn is_owned_folder(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|metadata| metadata.is_dir() && is_owned(&metadata))
}

/// The effective user id.
pub(crate) fn user_id() -> u32 {
    geteuid().as_raw()
}

fn is_owned(metadata: &Metadata) -> bool {
    metadata.uid() == user_id()
}

pub(crate) fn path_kind(path: &Path) -> io::Result<PathKind> {
    match fs::symlink_metadata(path) {
        Ok(metadata) if metadata.file_type().is_socket() => Ok(PathKind::Socket),
        Ok(_) => Ok(PathKind::Other),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(PathKind::Missing),
        Err(error) => Err(error),
    }
}

/// Lets only the user read and write a file.
pub(crate) fn make_private(path: &Path) -> io::Result<()> {
    fs::set_permissions(path, Permissions::from_mode(0o600))
}

/// The identity of the file at a path.
pub(crate) fn file_id(path: &Path) -> io::Result<FileId> {
    fs::symlink_metadata(path).map(|metadata| (metadata.dev(), metadata.ino()))
}

pub(crate) fn remove(path: &Path) -> io::Result<()> {
    fs::remove_file(path)
}
