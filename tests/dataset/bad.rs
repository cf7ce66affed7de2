//! Files that do not load: each of `fixtures/bad` gives exactly the problems in the `.expected` beside it.
//!
//! `BLESS=1 cargo test` writes what is said now into the `.expected` files; read the difference before you keep it.

use std::fs;
use std::path::{Path, PathBuf};

use planfact::dataset::load;

fn fixtures(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(folder);
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    files
}

fn told(text: &str) -> String {
    let lines: Vec<_> = load(text).unwrap_err().iter().map(ToString::to_string).collect();
    lines.join("\n") + "\n"
}

#[test]
fn each_bad_file_gives_exactly_its_problems() {
    let mut wrong = Vec::new();
    for path in fixtures("bad") {
        let said = told(&fs::read_to_string(&path).unwrap());
        let expected = path.with_extension("expected");
        if std::env::var_os("BLESS").is_some() {
            fs::write(&expected, &said).unwrap();
        }
        if fs::read_to_string(&expected).unwrap_or_default() != said {
            wrong.push(format!("{}:\n{said}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_good_file_loads() {
    for path in fixtures("good") {
        if let Err(problems) = load(&fs::read_to_string(&path).unwrap()) {
            panic!("{}: {problems:#?}", path.display());
        }
    }
}

#[test]
fn a_text_of_more_than_ten_thousand_characters_is_refused() {
    let file = |length: usize| format!(r#"{{"planfact": 1, "id": "long", "title": "{}"}}"#, "я".repeat(length));
    assert!(load(&file(10_000)).is_ok());
    assert_eq!(told(&file(10_001)), "1:40 title: a text of 10001 characters — a text has at most 10000 characters\n");
}

#[test]
fn problems_never_carry_an_escape_sequence() {
    let file = "{\"planfact\": 1, \"id\": \"\\u001b[2J\", \"\\u001b]0;x\\u0007\": 1, \"title\": \"t\", \"lead\": \"\\u009b1m\u{202e}\"}";
    let problems = load(file).unwrap_err();
    assert!(problems.len() >= 3, "{problems:?}");
    for problem in &problems {
        let shown = format!("{problem}{}", problem.picture(file, "a\u{1b}[31mb.json"));
        assert!(!shown.chars().any(|c| c.is_control() && c != '\n' || c == '\u{202e}'), "{shown:?}");
    }
}

#[test]
fn a_problem_is_pictured_under_its_line() {
    let text = "\u{feff}{\n  \"planfact\": 1,\n  \"id\": \"kz\",\n  \"title\": \"Алматы\", \"lead\": \"t\"\n}\n";
    let problems = load(text).unwrap_err();
    let picture = problems[0].picture(text, "my.json");
    assert_eq!(
        picture,
        "error: lead: none of the targets has the id \"t\"\n \
         --> my.json:4:30\n  \
         |\n\
         4 |   \"title\": \"Алматы\", \"lead\": \"t\"\n  \
         |                              ^^^\n  \
         |\n  \
         = help: write the id of one that is in the file"
    );
    assert_eq!((problems[0].line, problems[0].column), (4, 30));
}
