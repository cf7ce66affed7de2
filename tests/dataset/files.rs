//! Reading files: the messages about files that cannot be read.

use std::fs;
use std::path::{Path, PathBuf};

use planfact::files::{creation_failure_message, read};

/// Writes a file into the folder that cargo keeps for tests.
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
    assert!(error.to_string().ends_with("none.json: there is no such file: check its name"), "{error}");
    let here = std::env::current_dir().unwrap();
    let error = read(Path::new("none.json")).unwrap_err();
    assert_eq!(error.to_string(), format!("none.json: there is no such file in {}", here.display()));
}

#[test]
fn a_folder_that_accepts_no_file_is_named_with_what_to_do() {
    let here = std::env::current_dir().unwrap();
    let message = creation_failure_message(&std::io::Error::from_raw_os_error(2));
    assert!(
        message.starts_with(&format!(
            "{} does not accept a new file: start planfact in a folder of yours",
            here.display()
        )),
        "{message}"
    );
    assert!(!message.contains("os error"), "{message}");
}

#[test]
fn a_folder_cannot_be_read_as_a_file() {
    let error = read(&PathBuf::from(env!("CARGO_TARGET_TMPDIR"))).unwrap_err();
    assert!(error.to_string().contains("is a folder"), "{error}");
}

#[test]
fn bytes_that_are_not_utf_8_are_reported_with_their_line() {
    let error = read(&file("latin.json", b"{\n\"title\": \"caf\xe9\"}")).unwrap_err();
    assert!(error.to_string().contains("is not UTF-8 text (line 2)"), "{error}");
}

#[test]
fn a_file_that_is_too_large_is_refused() {
    let path = file("large.json", b"{}");
    fs::File::options().write(true).open(&path).unwrap().set_len((64 << 20) + 1).unwrap();
    let error = read(&path).unwrap_err();
    fs::remove_file(&path).unwrap();
    assert!(error.to_string().contains("is larger than 64 MiB"), "{error}");
}
