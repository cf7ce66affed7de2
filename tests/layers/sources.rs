//! The source files as tokens: without comments, attributes and items under `#[cfg(test)]`.

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// A path in code, such as `["page", "words", "Words"]` for `crate::page::words::Words`.
pub(super) type Names = Vec<String>;

/// A source file.
pub(super) struct Source {
    /// Its path below `src`.
    pub(super) path: String,
    pub(super) tokens: Vec<String>,
}

impl Source {
    /// The module that the file is, as names from the root of the crate.
    pub(super) fn module(&self) -> Names {
        let mut names: Names = self.path.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
        if names.last().is_some_and(|name| name == "mod" || name == "lib") {
            names.pop();
        }
        names
    }
}

pub(super) fn source(path: &str, code: &str) -> Source {
    let stream: TokenStream = code.parse().unwrap_or_else(|error| panic!("{path}: {error}"));
    let mut tokens = Vec::new();
    flatten(stream, &mut tokens);
    Source { path: path.to_owned(), tokens }
}

/// The tokens without comments, attributes and items under `#[cfg(test)]`; `::` is one token.
fn flatten(stream: TokenStream, tokens: &mut Vec<String>) {
    let mut trees = stream.into_iter().peekable();
    while let Some(tree) = trees.next() {
        match tree {
            TokenTree::Punct(punct) if punct.as_char() == '#' => {
                let Some(attribute) = trees.next_if(|tree| matches!(tree, TokenTree::Group(_) | TokenTree::Punct(_)))
                else {
                    continue;
                };
                if attribute.to_string().replace(' ', "") == "[cfg(test)]" {
                    let ends = |tree: &TokenTree| match tree {
                        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
                        TokenTree::Punct(punct) => punct.as_char() == ';',
                        _ => false,
                    };
                    for skipped in trees.by_ref() {
                        if ends(&skipped) {
                            break;
                        }
                    }
                }
            }
            TokenTree::Punct(punct) if punct.as_char() == ':' => {
                let double = trees.next_if(|tree| matches!(tree, TokenTree::Punct(punct) if punct.as_char() == ':'));
                tokens.push(if double.is_some() { "::" } else { ":" }.to_owned());
            }
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::None => ("", ""),
                };
                tokens.push(open.to_owned());
                flatten(group.stream(), tokens);
                tokens.push(close.to_owned());
            }
            other => tokens.push(other.to_string()),
        }
    }
}

pub(super) fn sources() -> Vec<Source> {
    let root = root();
    let read = |path: PathBuf| {
        let code = fs::read_to_string(&path).unwrap();
        source(&path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/"), &code)
    };
    let all: Vec<Source> = files(&root).into_iter().map(read).collect();
    assert!(all.len() > 20, "only {} files found", all.len());
    all
}

pub(super) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

pub(super) fn files(folder: &Path) -> Vec<PathBuf> {
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
