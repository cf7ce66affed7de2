//! The architecture as a test: which layer may import which, that no files import each other in a circle, and what only
//! some files may do. Reads every source file whole, except items under `#[cfg(test)]`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use sources::{Names, Source, files, root, source, sources};

mod sources;

/// The layers in order; a file may import its own and those before it.
const LAYERS: [&str; 5] = ["dataset", "import", "compare", "page", "render"];

/// Something that only some files may do.
struct Reserved {
    what: &'static str,
    /// Code that does it.
    code: &'static [&'static str],
    /// Where it is allowed, below `src`. A folder ends with `/`.
    places: &'static [&'static str],
}

const RESERVED: [Reserved; 5] = [
    Reserved { what: "drawing with ratatui", code: &["ratatui"], places: &["render/tui/", "app/"] },
    Reserved {
        what: "touching the disk",
        code: &["std::fs", "std::path::Path::exists", "File::open", "tempfile"],
        places: &["files.rs", "files/"],
    },
    Reserved {
        what: "reading the clock",
        code: &["SystemTime", "Instant::now", "Local::now", "Utc::now", "::now()"],
        places: &["main.rs"],
    },
    Reserved { what: "printing", code: &["print!", "println!", "eprint!", "eprintln!", "dbg!"], places: &["main.rs"] },
    Reserved {
        what: "writing to the terminal",
        code: &["io::stdout", "io::stderr", "stdout()", "stderr()"],
        places: &["main.rs", "app/terminal/session.rs"],
    },
];

#[test]
fn every_import_points_to_an_earlier_layer() {
    let wrong = problems(imports_of_later_layers);
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let circles = circles(&imports_between_files(&sources()));
    assert!(circles.is_empty(), "\n{}", circles.join("\n"));
}

#[test]
fn what_is_reserved_for_some_files_happens_only_there() {
    let wrong = problems(out_of_place);
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
fn no_folder_holds_more_than_sixteen_files() {
    let mut folders: BTreeMap<PathBuf, usize> = BTreeMap::new();
    for path in files(&root()) {
        *folders.entry(path.parent().unwrap().to_owned()).or_default() += 1;
    }
    let full: Vec<_> = folders.iter().filter(|(_, files)| **files > 16).collect();
    assert!(full.is_empty(), "{full:?}");
}

#[test]
fn an_import_of_a_later_layer_is_found() {
    assert!(!imports_of_later_layers(&source("dataset/index.rs", "use crate::page::Page;")).is_empty());
    assert!(!imports_of_later_layers(&source("compare/pace.rs", "fn f() { crate::app::run() }")).is_empty());
    assert!(!imports_of_later_layers(&source("render/text.rs", "use crate::dataset::records::Id;")).is_empty());
    assert!(!imports_of_later_layers(&source("page/why.rs", "use crate::{compare, render};")).is_empty());
    assert!(
        !imports_of_later_layers(&source("page/why.rs", "#[cfg(test)] mod tests {} use crate::app::run;")).is_empty()
    );
    assert!(imports_of_later_layers(&source("page/why.rs", "use crate::compare::verdict::Step;")).is_empty());
    assert!(imports_of_later_layers(&source("page/why.rs", "#[cfg(test)] mod tests { use crate::app; }")).is_empty());
}

#[test]
fn code_in_the_wrong_file_is_found() {
    assert!(!out_of_place(&source("page/why.rs", "fn f() { let today = chrono::Local::now(); }")).is_empty());
    assert!(!out_of_place(&source("render/text.rs", "use ratatui::style::Style;")).is_empty());
    assert!(!out_of_place(&source("cli.rs", "fn f() { eprintln!(\"no\"); }")).is_empty());
    assert!(
        !out_of_place(&source("dataset/mod.rs", "#[cfg(test)] fn g() {} fn f() { std::fs::read(path) }")).is_empty()
    );
    assert!(out_of_place(&source("dataset/mod.rs", "/// Not `std::fs`.\nfn f() { /* std::fs */ }")).is_empty());
    assert!(out_of_place(&source("render/tui/chart.rs", "use ratatui::buffer::Buffer;")).is_empty());
}

#[test]
fn a_circle_is_found_however_the_files_name_each_other() {
    let circles_of = |files: &[(&str, &str)]| {
        let sources: Vec<Source> = files.iter().map(|(path, code)| source(path, code)).collect();
        circles(&imports_between_files(&sources)).len()
    };
    let (lib, page) = (("lib.rs", "pub mod page;"), ("page/mod.rs", "mod a; mod b; pub use a::A;"));
    assert_eq!(circles_of(&[lib, page, ("page/a.rs", "use super::b::B;"), ("page/b.rs", "struct B;")]), 0);
    assert_eq!(circles_of(&[lib, page, ("page/a.rs", "use super::b::B;"), ("page/b.rs", "use crate::page::a::A;")]), 1);
    assert_eq!(
        circles_of(&[
            lib,
            page,
            ("page/a.rs", "use super::b; fn f() { b::g(h![b::K]) }"),
            ("page/b.rs", "use super::A;")
        ]),
        1
    );
    let by_macro = ("page/a.rs", "fn f() -> T { vec![super::b::g()] }");
    assert_eq!(circles_of(&[lib, page, by_macro, ("page/b.rs", "fn g() { crate::page::a::f() }")]), 1);
    let in_tests = ("page/b.rs", "#[cfg(test)] mod tests { use crate::page::a::f; }");
    assert_eq!(circles_of(&[lib, page, by_macro, in_tests]), 0);
}

fn problems(of: impl Fn(&Source) -> Vec<String>) -> Vec<String> {
    sources().iter().flat_map(of).collect()
}

/// Imports of a later layer, or by a renderer of anything but pages.
fn imports_of_later_layers(source: &Source) -> Vec<String> {
    let Some(own) = LAYERS.iter().position(|layer| source.path.starts_with(&format!("{layer}/"))) else {
        return Vec::new();
    };
    let may = |named: &str| match LAYERS.iter().position(|layer| *layer == named) {
        Some(other) if LAYERS[own] == "render" => LAYERS[other] == "page" || other == own,
        Some(other) => other <= own,
        None => false,
    };
    let named: BTreeSet<String> =
        paths(source, &BTreeSet::new()).into_iter().filter_map(|path| path.into_iter().next()).collect();
    named
        .iter()
        .filter(|named| !may(named))
        .map(|named| format!("src/{}: {} may not know {named}", source.path, LAYERS[own]))
        .collect()
}

fn out_of_place(source: &Source) -> Vec<String> {
    let is_at =
        |place: &&str| if place.ends_with('/') { source.path.starts_with(*place) } else { source.path == **place };
    let code = source.tokens.concat();
    RESERVED
        .iter()
        .filter(|reserved| !reserved.places.iter().any(is_at))
        .flat_map(|reserved| reserved.code.iter().map(move |word| (reserved.what, *word)))
        .filter(|(_, word)| mentions(&source.tokens, &code, word))
        .map(|(what, word)| format!("src/{}: {what} ({word}) belongs elsewhere", source.path))
        .collect()
}

/// Whether the code contains `word` as whole tokens.
fn mentions(tokens: &[String], code: &str, word: &str) -> bool {
    if !code.contains(word) {
        return false;
    }
    (0..tokens.len()).any(|start| {
        let mut rest = word;
        for token in &tokens[start..] {
            match rest.strip_prefix(token.as_str()) {
                Some("") => return true,
                Some(after) => rest = after,
                None => return false,
            }
        }
        false
    })
}

/// Which files each file uses something of. To name a module alone, or to declare it, is no use of it.
fn imports_between_files(sources: &[Source]) -> BTreeMap<&str, BTreeSet<&str>> {
    let by_module: BTreeMap<Names, &str> =
        sources.iter().map(|source| (source.module(), source.path.as_str())).collect();
    let modules: BTreeSet<Names> = by_module.keys().cloned().collect();
    let imports = |source: &Source| {
        let used = paths(source, &modules).into_iter().filter_map(|path| {
            let module =
                (0..path.len()).rev().map(|length| &path[..length]).find(|module| modules.contains(*module))?;
            let is_module = modules.contains(&path);
            by_module.get(module).copied().filter(|file| !is_module && *file != source.path)
        });
        used.collect()
    };
    sources.iter().map(|source| (source.path.as_str(), imports(source))).collect()
}

/// The circles among files: each as the files of one, in the order in which they import each other.
fn circles(imports: &BTreeMap<&str, BTreeSet<&str>>) -> Vec<String> {
    let mut search = CircleSearch { imports, path: Vec::new(), done: BTreeSet::new(), found: Vec::new() };
    for start in imports.keys() {
        if !search.done.contains(start) {
            search.visit(start);
        }
    }
    search.found
}

struct CircleSearch<'a> {
    imports: &'a BTreeMap<&'a str, BTreeSet<&'a str>>,
    /// From the first file to the current one.
    path: Vec<&'a str>,
    done: BTreeSet<&'a str>,
    found: Vec<String>,
}

impl<'a> CircleSearch<'a> {
    /// Depth first from a file: an import of a file on the path closes a circle.
    fn visit(&mut self, file: &'a str) {
        self.path.push(file);
        for next in self.imports.get(file).into_iter().flatten() {
            if let Some(at) = self.path.iter().position(|earlier| earlier == next) {
                self.found.push(format!("{} → {next}", self.path[at..].join(" → ")));
            } else if !self.done.contains(next) {
                self.visit(next);
            }
        }
        self.path.pop();
        self.done.insert(file);
    }
}

/// Every path of this crate that a file names, from the root of the crate. Names that were imported count as what they stand
/// for if they are one of these modules.
fn paths(source: &Source, modules: &BTreeSet<Names>) -> BTreeSet<Names> {
    let own = source.module();
    let mut scope = BTreeMap::from([("crate".to_owned(), Names::new()), ("planfact".to_owned(), Names::new())]);
    for module in modules.iter().filter(|module| module.len() == own.len() + 1 && module.starts_with(&own)) {
        scope.insert(module[own.len()].clone(), module.clone());
    }
    let absolute = |path: &[String], scope: &BTreeMap<String, Names>| -> Option<Names> {
        let ups = path.iter().take_while(|name| *name == "super").count();
        let base = match path.first()?.as_str() {
            "self" => own.clone(),
            "super" => own[..own.len().checked_sub(ups)?].to_vec(),
            name => scope.get(name)?.clone(),
        };
        let rest = path[ups.max(1)..].iter().filter(|name| *name != "self");
        Some(base.into_iter().chain(rest.cloned()).collect())
    };
    let mut found = BTreeSet::new();
    for (path, name) in imported(&source.tokens) {
        if let Some(path) = absolute(&path, &scope) {
            if modules.contains(&path) {
                scope.insert(name, path.clone());
            }
            found.insert(path);
        }
    }
    found.extend(written_out(&source.tokens).iter().filter_map(|path| absolute(path, &scope)));
    found
}

/// What the `use` items of a file import, each with the name that it has from then on.
fn imported(tokens: &[String]) -> Vec<(Names, String)> {
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        // `use<'a>` captures a lifetime.
        if token == "use" && tokens.get(at + 1).is_some_and(|next| next != "<") {
            use_tree(&tokens[at + 1..], &Names::new(), &mut found);
        }
    }
    found
}

/// Reads one tree of a `use` item, below `prefix`; returns how many tokens it has.
fn use_tree(tokens: &[String], prefix: &Names, found: &mut Vec<(Names, String)>) -> usize {
    let (mut path, mut at) = (prefix.clone(), 0);
    loop {
        match tokens.get(at).map(String::as_str) {
            Some("::") => at += 1,
            Some("{") => {
                at += 1;
                while tokens.get(at).is_some_and(|token| token != "}") {
                    at += use_tree(&tokens[at..], &path, found);
                    at += usize::from(tokens.get(at).is_some_and(|token| token == ","));
                }
                return at + 1;
            }
            Some("as") => {
                found.push((path, tokens[at + 1].clone()));
                return at + 2;
            }
            Some(name) if is_name(name) || name == "*" => {
                path.push(name.to_owned());
                at += 1;
            }
            _ => {
                let name = path.iter().rev().find(|name| *name != "self").cloned().unwrap_or_default();
                found.push((path, name));
                return at;
            }
        }
    }
}

/// Every path of two names and more outside of `use` items.
fn written_out(tokens: &[String]) -> Vec<Names> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let mut path = Names::new();
        let after_a_path = at > 0 && tokens[at - 1] == "::";
        while tokens.get(at).is_some_and(|name| is_name(name)) {
            path.push(tokens[at].clone());
            let goes_on = tokens.get(at + 1).is_some_and(|token| token == "::")
                && tokens.get(at + 2).is_some_and(|name| is_name(name));
            at += if goes_on { 2 } else { 1 };
            if !goes_on {
                break;
            }
        }
        if path.len() > 1 && !after_a_path {
            found.push(path);
        } else if path.is_empty() {
            at += 1;
        }
    }
    found
}

fn is_name(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_')
}
