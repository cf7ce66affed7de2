//! Errors of reading files from the disk.

use std::fs;
use std::path::{Path, PathBuf};

use planfact::files::{ReadFailure, creation_failure_message, read};

/// Writes a file of this name in the folder that cargo keeps for tests.
fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, bytes).unwrap();
    path
}

#[test]
fn a_byte_order_mark_is_not_part_of_the_text() {
    assert_eq!(read(&file("marked.json", "\u{feff}{}".as_bytes())).unwrap(), "{}");
}

#[test]
fn a_missing_file_is_named() {
    let error = read(&PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("none.json")).unwrap_err();
    assert!(error.to_string().ends_with("none.json: there is no such file: look at the name"), "{error}");
    let here = std::env::current_dir().unwrap();
    let error = read(Path::new("none.json")).unwrap_err();
    assert_eq!(error.to_string(), format!("none.json: there is no such file in {}", here.display()));
}

#[test]
fn a_read_only_folder_is_named_with_a_remedy() {
    let here = std::env::current_dir().unwrap();
    let message = creation_failure_message(&std::io::Error::from_raw_os_error(2));
    assert!(
        message.starts_with(&format!("{} takes no new file: start planfact in a folder of yours", here.display())),
        "{message}"
    );
    assert!(!message.contains("os error"), "{message}");
}

#[test]
fn a_folder_is_refused() {
    let error = read(&PathBuf::from(env!("CARGO_TARGET_TMPDIR"))).unwrap_err();
    assert!(matches!(error.reason, ReadFailure::IsFolder), "{error}");
}

#[test]
fn invalid_utf8_is_reported_with_its_line() {
    let error = read(&file("latin.json", b"{\n\"title\": \"caf\xe9\"}")).unwrap_err();
    assert!(matches!(error.reason, ReadFailure::NotUtf8(2)), "{error}");
}

#[test]
fn a_file_that_is_too_large_is_not_read() {
    let path = file("large.json", b"{}");
    fs::File::options().write(true).open(&path).unwrap().set_len((64 << 20) + 1).unwrap();
    let error = read(&path).unwrap_err();
    fs::remove_file(&path).unwrap();
    assert!(matches!(error.reason, ReadFailure::TooLarge), "{error}");
}
