//! The only module that reads or writes the disk: text files, new files under free names, files that grow, private folders
//! (`private`). Not here: parsing (`dataset`, `settings`).

#[cfg(unix)]
pub(crate) mod private;

use std::fs::{File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use crate::dataset::diagnose::problem::sanitize;

/// The largest file that is read: a hundred times the bundled dataset.
const MAX_FILE_BYTES: u64 = 64 << 20;

/// Why a file could not be read, as a message for the user.
#[derive(Debug)]
pub struct ReadError {
    path: PathBuf,
    error: io::Error,
}

impl ReadError {
    /// Whether the file or its folder does not exist.
    pub(crate) fn is_missing(&self) -> bool {
        matches!(self.error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
    }
}

impl std::fmt::Display for ReadError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: ", display_name(&self.path))?;
        match self.error.kind() {
            ErrorKind::NotFound => match working_folder().filter(|_| self.path.is_relative()) {
                Some(folder) => write!(f, "there is no such file in {folder}"),
                None => f.write_str("there is no such file: check its name"),
            },
            ErrorKind::PermissionDenied => {
                f.write_str("you do not have permission to read it: change its permissions, as with chmod u+r")
            }
            ErrorKind::IsADirectory => f.write_str("is a folder: name a file"),
            ErrorKind::FileTooLarge => {
                write!(f, "is larger than {} MiB: planfact reads no file of that size", MAX_FILE_BYTES >> 20)
            }
            ErrorKind::InvalidData => write!(f, "is not UTF-8 text ({}): save it as UTF-8", self.error),
            _ => write!(f, "cannot be read: {}", plain_message(&self.error)),
        }
    }
}

/// The text of a file, without a byte-order mark.
///
/// # Errors
/// If the file is missing, cannot be read, is too large, or is not UTF-8.
pub fn read(path: &Path) -> Result<String, ReadError> {
    read_text(path).map_err(|error| ReadError { path: path.to_owned(), error })
}

/// The bytes of a file; `-` is standard input.
///
/// # Errors
/// If the file is missing, cannot be read or is too large.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, ReadError> {
    let bytes = if path == Path::new("-") { limited(io::stdin().lock(), 0) } else { file_bytes(path) };
    bytes.map_err(|error| ReadError { path: path.to_owned(), error })
}

/// The text of the bytes of a file, without a byte-order mark.
///
/// # Errors
/// If it is not UTF-8.
pub fn text_of(bytes: Vec<u8>, path: &Path) -> Result<String, ReadError> {
    decode(bytes).map_err(|error| ReadError { path: path.to_owned(), error })
}

/// The name of a file or folder, without control characters.
pub(crate) fn display_name(path: &Path) -> String {
    sanitize(&path.to_string_lossy()).into_owned()
}

fn working_folder() -> Option<String> {
    std::env::current_dir().ok().map(|folder| display_name(&folder))
}

/// The message of the system without its error number.
fn plain_message(error: &io::Error) -> String {
    let message = error.to_string();
    message.split_once(" (os error").map_or(&*message, |(words, _)| words).to_lowercase()
}

/// Why no file could be created in the working folder, and what to do.
pub fn creation_failure_message(error: &io::Error) -> String {
    let folder = working_folder().unwrap_or_else(|| "the current folder, which no longer exists,".to_owned());
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => format!("no space is left in {folder}: free some"),
        _ => format!(
            "{folder} does not accept a new file: start planfact in a folder of yours ({})",
            plain_message(error)
        ),
    }
}

const MAX_NUMBERED_NAMES: usize = 9999;

/// Writes a new file into the working folder: `stem.txt`, or `stem-2.txt` and so on if that name is taken. Returns its name.
pub(crate) fn write_new(stem: &str, extension: &str, text: &str) -> io::Result<String> {
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

fn file_bytes(path: &Path) -> io::Result<Vec<u8>> {
    let file = File::open(path)?;
    let metadata = file.metadata()?;
    if metadata.is_dir() {
        return Err(ErrorKind::IsADirectory.into());
    }
    if metadata.len() > MAX_FILE_BYTES {
        return Err(ErrorKind::FileTooLarge.into());
    }
    limited(file, metadata.len())
}

/// A pipe or device has no length: the limit applies while reading.
fn limited(from: impl Read, length: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default() + 1);
    from.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_FILE_BYTES {
        return Err(ErrorKind::FileTooLarge.into());
    }
    Ok(bytes)
}

fn read_text(path: &Path) -> io::Result<String> {
    decode(file_bytes(path)?)
}

fn decode(bytes: Vec<u8>) -> io::Result<String> {
    let mut text = String::from_utf8(bytes).map_err(|error| {
        let valid = error.as_bytes().iter().take(error.utf8_error().valid_up_to());
        let line = valid.filter(|byte| **byte == b'\n').count() + 1;
        io::Error::new(ErrorKind::InvalidData, format!("line {line}"))
    })?;
    if text.starts_with('\u{feff}') {
        text.drain(..'\u{feff}'.len_utf8());
    }
    Ok(text)
}

/// Writes a file and creates its folder if needed. If the program is interrupted, the previous text remains.
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

/// Overwrites a file; follows symbolic links.
pub(crate) fn overwrite(path: &Path, text: &str) -> io::Result<()> {
    std::fs::write(path, text)
}

/// Whether an existing file may be overwritten.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Overwrite {
    Never,
    Allowed,
}

/// Whether two paths name the same existing file.
pub(crate) fn is_same_file(one: &Path, other: &Path) -> bool {
    one.canonicalize().is_ok_and(|one| other.canonicalize().is_ok_and(|other| one == other))
}

/// A file that is written in pieces and holds only whole ones.
#[derive(Debug)]
pub struct AppendFile {
    file: File,
    /// In bytes.
    length: u64,
}

impl AppendFile {
    /// Creates an empty file. The error is `AlreadyExists` if there is a file that may not be overwritten.
    pub(crate) fn create(path: &Path, overwrite: Overwrite) -> io::Result<Self> {
        let mut options = OpenOptions::new();
        match overwrite {
            Overwrite::Never => options.write(true).create_new(true),
            Overwrite::Allowed => options.write(true).create(true).truncate(true),
        };
        Ok(Self { file: options.open(path)?, length: 0 })
    }

    /// Writes a piece at once, whole or not at all.
    pub(crate) fn append(&mut self, piece: &str) -> io::Result<()> {
        if let Err(error) = self.file.write_all(piece.as_bytes()) {
            // Remove the part of the piece that a full disk took. This fails in a pipe, which keeps nothing.
            let _ = self.file.set_len(self.length);
            return Err(error);
        }
        self.length += piece.len() as u64;
        Ok(())
    }
}

#[cfg(not(unix))]
pub(crate) mod private {
    //! On systems other than Unix no folder is known to be private.

    use std::path::Path;

    pub(crate) fn is_owned_folder(_: &Path) -> bool {
        false
    }

    pub(crate) fn user_id() -> u32 {
        0
    }
}
