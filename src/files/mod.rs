//! The only place that touches the disk.
//!
//! Here: a file as text, or why there is none, with its name; a new file, never over another unasked; one that grows;
//! places that are one person's alone (`private`). Not here: what the text says (`dataset`).

#[cfg(unix)]
pub mod private;

use std::fs::{File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use crate::dataset::diagnose::problem::sanitize;

/// The largest file that is read, in bytes: a hundred times the bundled dataset.
const MAX_FILE_BYTES: u64 = 64 << 20;

/// Why a file could not be read.
#[derive(Debug)]
pub struct ReadError {
    /// The file.
    pub path: PathBuf,
    /// The reason.
    pub reason: ReadFailure,
}

/// The reasons of [`ReadError`].
#[derive(Debug)]
pub enum ReadFailure {
    /// The system's own.
    Io(io::Error),
    /// It is a folder.
    IsFolder,
    /// More than 64 MiB.
    TooLarge,
    /// It is not UTF-8; the line, from 1, of the first byte that is not.
    NotUtf8(usize),
}

impl std::fmt::Display for ReadError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: ", display_name(&self.path))?;
        match &self.reason {
            ReadFailure::Io(error) if error.kind() == ErrorKind::NotFound => {
                f.write_str("there is no such file")?;
                match working_folder().filter(|_| self.path.is_relative()) {
                    Some(folder) => write!(f, " in {folder}"),
                    None => f.write_str(": look at the name"),
                }
            }
            ReadFailure::Io(error) if error.kind() == ErrorKind::PermissionDenied => {
                f.write_str("you may not read it: change its permissions, as with chmod u+r")
            }
            ReadFailure::Io(error) => write!(f, "cannot be read: {}", plain_message(error)),
            ReadFailure::IsFolder => f.write_str("is a folder: name a file"),
            ReadFailure::TooLarge => {
                write!(f, "is larger than {} MiB: planfact reads no file of that size", MAX_FILE_BYTES >> 20)
            }
            ReadFailure::NotUtf8(line) => write!(f, "is not UTF-8 text (line {line}): save it as UTF-8"),
        }
    }
}

impl std::error::Error for ReadError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.reason {
            ReadFailure::Io(error) => Some(error),
            _ => None,
        }
    }
}

/// The text of a file, without a byte-order mark.
///
/// # Errors
/// If there is no such file, it cannot be read, is too large, or is not UTF-8.
pub fn read(path: &Path) -> Result<String, ReadError> {
    read_text(path).map_err(|reason| ReadError { path: path.to_owned(), reason })
}

/// The name of a file or a folder, fit for a terminal.
#[must_use]
pub fn display_name(path: &Path) -> String {
    sanitize(&path.to_string_lossy()).into_owned()
}

/// The folder that planfact works in, fit for a terminal.
fn working_folder() -> Option<String> {
    std::env::current_dir().ok().map(|folder| display_name(&folder))
}

/// What the system says, without its number.
fn plain_message(error: &io::Error) -> String {
    let told = error.to_string();
    told.split_once(" (os error").map_or(&*told, |(words, _)| words).to_lowercase()
}

/// Why no file could be made in the working folder, and what to do.
#[must_use]
pub fn creation_failure_message(error: &io::Error) -> String {
    let folder = working_folder().unwrap_or_else(|| "the folder here, which is gone,".to_owned());
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => format!("no room is left in {folder}: make some"),
        _ => format!("{folder} takes no new file: start planfact in a folder of yours ({})", plain_message(error)),
    }
}

/// How many files of one name there may be.
const MAX_NUMBERED_NAMES: usize = 9999;

/// Writes a new file into the working folder: `stem.txt`, or `stem-2.txt` and so on if there is one of that name already.
/// Nothing that exists is written over. Returns the name of the file.
///
/// # Errors
/// The system's own, if no file can be made or written.
pub fn write_new(stem: &str, extension: &str, text: &str) -> io::Result<String> {
    for number in 1..=MAX_NUMBERED_NAMES {
        let name = if number == 1 { format!("{stem}.{extension}") } else { format!("{stem}-{number}.{extension}") };
        match OpenOptions::new().write(true).create_new(true).open(&name) {
            Ok(mut file) => return file.write_all(text.as_bytes()).map(|()| name),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

fn read_text(path: &Path) -> Result<String, ReadFailure> {
    let file = File::open(path).map_err(ReadFailure::Io)?;
    let metadata = file.metadata().map_err(ReadFailure::Io)?;
    if metadata.is_dir() {
        return Err(ReadFailure::IsFolder);
    }
    if metadata.len() > MAX_FILE_BYTES {
        return Err(ReadFailure::TooLarge);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or_default() + 1);
    // A pipe or device has no length: it is cut at the same size.
    file.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes).map_err(ReadFailure::Io)?;
    if bytes.len() as u64 > MAX_FILE_BYTES {
        return Err(ReadFailure::TooLarge);
    }
    let mut text = String::from_utf8(bytes).map_err(|error| {
        let good = error.as_bytes().iter().take(error.utf8_error().valid_up_to());
        ReadFailure::NotUtf8(good.filter(|byte| **byte == b'\n').count() + 1)
    })?;
    if text.starts_with('\u{feff}') {
        text.drain(..'\u{feff}'.len_utf8());
    }
    Ok(text)
}

/// Keeps a small text for the next run, in a folder of the person's own, which is made if it is not there. A run that ends
/// in the middle of it leaves the text before.
///
/// # Errors
/// If the folder or the file cannot be written.
pub fn write_atomically(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let next = path.with_extension("next");
    std::fs::write(&next, text)?;
    std::fs::rename(&next, path)
}

/// Writes a file that is there already, through a link too.
///
/// # Errors
/// If the file cannot be written.
pub fn overwrite(path: &Path, text: &str) -> io::Result<()> {
    std::fs::write(path, text)
}

/// Whether a file that is there may be written over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overwrite {
    /// It may not.
    Never,
    /// That was asked for.
    Allowed,
}

/// Whether two names are those of one file that is there.
#[must_use]
pub fn is_same_file(one: &Path, other: &Path) -> bool {
    one.canonicalize().is_ok_and(|one| other.canonicalize().is_ok_and(|other| one == other))
}

/// A file that grows piece by piece, and holds whole pieces only.
#[derive(Debug)]
pub struct AppendFile {
    file: File,
    /// Its length, in bytes.
    length: u64,
}

impl AppendFile {
    /// An empty file.
    ///
    /// # Errors
    /// The system's own; `AlreadyExists` where one is there and may not be written over.
    pub fn create(path: &Path, over: Overwrite) -> io::Result<Self> {
        let mut options = OpenOptions::new();
        match over {
            Overwrite::Never => options.write(true).create_new(true),
            Overwrite::Allowed => options.write(true).create(true).truncate(true),
        };
        Ok(Self { file: options.open(path)?, length: 0 })
    }

    /// Adds a piece, at once. One that cannot be written whole is not there at all.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn append(&mut self, piece: &str) -> io::Result<()> {
        if let Err(error) = self.file.write_all(piece.as_bytes()) {
            // What fits on a full disk of the piece goes again; where it cannot, as in a pipe, it was never kept.
            let _ = self.file.set_len(self.length);
            return Err(error);
        }
        self.length += piece.len() as u64;
        Ok(())
    }
}

#[cfg(not(unix))]
pub mod private {
    //! Where no place is known to be one person's alone.

    use std::path::Path;

    /// Whether it is a folder of the person's own.
    #[must_use]
    pub fn is_owned_folder(_: &Path) -> bool {
        false
    }

    /// The number of the person whose program this is.
    #[must_use]
    pub fn user_id() -> u32 {
        0
    }
}
