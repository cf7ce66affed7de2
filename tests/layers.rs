//! The architecture, held: which layer may know which, and what may happen where.

use std::fs;
use std::path::{Path, PathBuf};

/// The layers in order; a file may import its own and those before it.
const LAYERS: [&str; 4] = ["dataset", "compare", "page", "render"];

/// What only some places may do: the words that betray it, and where it is allowed. A folder ends with `/`.
const RESERVED: [(&str, &[&str], &[&str]); 5] = [
    ("drawing with ratatui", &["ratatui"], &["render/tui/", "app/"]),
    ("touching the disk", &["std::fs", "std::path::Path::exists", "File::open", "tempfile"], &["files.rs", "files/"]),
    ("reading the clock", &["SystemTime", "Instant::now", "Local::now", "Utc::now", "::now()"], &["main.rs"]),
    ("printing", &["print!", "println!", "eprint!", "eprintln!", "dbg!"], &["main.rs"]),
    ("writing to the terminal", &["io::stdout", "io::stderr", "stdout()", "stderr()"], &["main.rs", "app/terminal/"]),
];

/// A source file: its path below `src`, and its code without comments.
struct Source {
    path: String,
    code: String,
}

#[test]
fn every_import_points_backwards() {
    let wrong: Vec<String> = sources().iter().flat_map(imports_forwards).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn what_is_reserved_for_a_place_happens_there_only() {
    let wrong: Vec<String> = sources().iter().flat_map(out_of_place).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_file_says_what_lives_in_it() {
    for path in files(&root()) {
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("//!"), "{} does not open with //!", path.display());
    }
}

#[test]
fn a_wrong_arrow_is_seen() {
    let source = |path: &str, code: &str| Source { path: path.into(), code: code.into() };
    assert!(!imports_forwards(&source("dataset/index.rs", "use crate::page::Page;")).is_empty());
    assert!(!imports_forwards(&source("compare/pace.rs", "fn f() { crate::app::run() }")).is_empty());
    assert!(!imports_forwards(&source("render/text.rs", "use crate::dataset::records::Id;")).is_empty());
    assert!(!imports_forwards(&source("page/why.rs", "use crate::{compare, render};")).is_empty());
    assert!(imports_forwards(&source("page/why.rs", "use crate::compare::verdict::Step;")).is_empty());
    assert!(!out_of_place(&source("page/why.rs", "let today = chrono::Local::now();")).is_empty());
    assert!(!out_of_place(&source("render/text.rs", "use ratatui::style::Style;")).is_empty());
    assert!(!out_of_place(&source("cli.rs", "eprintln!(\"no\");")).is_empty());
    assert!(!out_of_place(&source("dataset/mod.rs", "std::fs::read(path)")).is_empty());
    assert!(out_of_place(&source("render/tui/chart.rs", "use ratatui::buffer::Buffer;")).is_empty());
}

/// Imports of a later layer, or by a renderer of anything but pages.
fn imports_forwards(source: &Source) -> Vec<String> {
    let Some(own) = LAYERS.iter().position(|layer| source.path.starts_with(&format!("{layer}/"))) else {
        return Vec::new();
    };
    let may = |named: &str| match LAYERS.iter().position(|layer| *layer == named) {
        Some(other) if LAYERS[own] == "render" => LAYERS[other] == "page" || other == own,
        Some(other) => other <= own,
        None => false,
    };
    named_modules(&source.code)
        .filter(|named| !may(named))
        .map(|named| format!("src/{}: {} may not know {named}", source.path, LAYERS[own]))
        .collect()
}

/// The top-level modules that the code names: `crate::a`, `crate::{a, b}`.
fn named_modules(code: &str) -> impl Iterator<Item = &str> {
    code.match_indices("crate::").flat_map(|(at, found)| {
        let rest = &code[at + found.len()..];
        let list = rest.strip_prefix('{').and_then(|rest| rest.split_once('}')).map(|(list, _)| list);
        let one = || rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
        let names: Vec<&str> = match list {
            Some(list) => list.split(',').map(|item| item.trim().split("::").next().unwrap_or_default()).collect(),
            None => vec![one()],
        };
        names.into_iter().filter(|name| !name.is_empty())
    })
}

fn out_of_place(source: &Source) -> Vec<String> {
    let is_at =
        |place: &&str| if place.ends_with('/') { source.path.starts_with(*place) } else { source.path == **place };
    RESERVED
        .iter()
        .filter(|(_, _, places)| !places.iter().any(is_at))
        .flat_map(|(what, words, _)| {
            words.iter().filter(|word| mentions(&source.code, word)).map(move |word| (what, word))
        })
        .map(|(what, word)| format!("src/{}: {what} ({word}) belongs elsewhere", source.path))
        .collect()
}

/// Whether the code names `word` by itself and not as the end of another word.
fn mentions(code: &str, word: &str) -> bool {
    let starts_word = |at: usize| !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
    code.match_indices(word).any(|(at, _)| word.starts_with(':') || starts_word(at))
}

fn sources() -> Vec<Source> {
    let root = root();
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).unwrap();
        let path = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
        Source { path, code: code_of(&text) }
    };
    let all: Vec<Source> = files(&root).into_iter().map(read).collect();
    assert!(all.len() > 20, "only {} files found", all.len());
    all
}

/// The code without comments and without inline tests, which may do as they like.
fn code_of(text: &str) -> String {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    code.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}
