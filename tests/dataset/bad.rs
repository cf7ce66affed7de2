//! Files that do not load: each in `fixtures/bad` gives exactly the problems in the `.expected` file beside it.
//! `BLESS=1 cargo test` rewrites the `.expected` files.

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

fn problem_lines(text: &str) -> String {
    let lines: Vec<_> = load(text).unwrap_err().iter().map(ToString::to_string).collect();
    lines.join("\n") + "\n"
}

#[test]
fn each_bad_file_gives_exactly_its_problems() {
    let mut wrong = Vec::new();
    for path in fixtures("bad") {
        let said = problem_lines(&fs::read_to_string(&path).unwrap());
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
fn invalid_json_is_reported_by_its_first_error_only() {
    for (text, place) in [
        ("{\"planfact\": 1,\n \"id\": \"a\",}", "2:12"),
        ("{\"planfact\": 1 \"id\": \"a\"}", "1:16"),
        ("{'planfact': 1, 'id': 'a'}", "1:2"),
        ("{\"planfact\": 1, \"title\": \"one\ntwo\"}", "1:29"),
        ("{\"planfact\": 1, \"title\": \"Қала\\q\"}", "1:32"),
        ("{\"planfact\": 01}", "1:15"),
        ("{\"planfact\": 1} {}", "1:17"),
        ("{\"planfact\": 1, \"colour\": 1, \"title\": \"half", "1:44"),
        ("{\"planfact\": 1.", "1:16"),
        ("{\"planfact\": 1e+", "1:17"),
    ] {
        let lines = problem_lines(text);
        assert!(lines.starts_with(&format!("{place} ")) && lines.lines().count() == 1, "{place}: {lines}");
    }
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
    assert_eq!(
        problem_lines(&file(10_001)),
        "1:40 title: a text of 10001 characters — a text has at most 10000 characters\n"
    );
}

#[test]
fn problems_contain_no_escape_sequences() {
    let file = "{\"planfact\": 1, \"id\": \"\\u001b[2J\", \"\\u001b]0;x\\u0007\": 1, \"title\": \"t\", \"lead\": \"\\u009b1m\u{202e}\"}";
    let problems = load(file).unwrap_err();
    assert!(problems.len() >= 3, "{problems:?}");
    for problem in &problems {
        let shown = format!("{problem}{}", problem.render_excerpt(file, "a\u{1b}[31mb.json"));
        assert!(!shown.chars().any(|c| c.is_control() && c != '\n' || c == '\u{202e}'), "{shown:?}");
    }
}

#[test]
fn a_blank_name_is_refused() {
    let lines = problem_lines(
        r#"{"planfact": 1, "id": "a", "title": "", "metrics": [{"id": "m", "name": {"en": "M", "kk": " "}, "unit": "", "kind": "flow"}],
            "subjects": [{"id": "s", "kind": "other", "name": " "}],
            "targets": [{"id": "t", "metric": "m", "subject": "s", "said": "2020", "value": 1, "due": 2030, "by": ""}]}"#,
    );
    let places: Vec<&str> = lines.lines().filter_map(|line| line.split(' ').nth(1)).collect();
    assert_eq!(
        places,
        ["title:", "metrics[0].name.kk:", "metrics[0].unit:", "subjects[0].name:", "targets[0].by:"],
        "{lines}"
    );
    assert!(lines.lines().all(|line| line.contains("a text without words — write ")), "{lines}");
}

#[test]
fn a_number_that_is_too_large_is_quoted_as_written() {
    let file = r#"{"planfact": 1, "id": "a", "title": "t", "metrics": [{"id": "m", "name": "M", "kind": "flow"}],
        "subjects": [{"id": "s", "kind": "other", "name": "S"}],
        "targets": [{"id": "t", "metric": "m", "subject": "s", "said": "2020", "due": 2030, "value": VALUE}]}"#;
    for (written, quoted) in [
        (r#""1000000000000000001000""#, r#""1000000000000000001000" is too large"#),
        (r#"">=5000000 trn""#, r#""5000000e12" is too large"#),
        ("2e18", r#""2e18" is too large"#),
    ] {
        let lines = problem_lines(&file.replace("VALUE", written));
        assert!(lines.contains(quoted) && lines.contains("write a number up to a million trillion, 1e18"), "{lines}");
    }
    assert!(load(&file.replace("VALUE", r#""999999999999999999""#)).is_ok());
}

#[test]
fn an_excerpt_marks_the_problem_under_its_line() {
    let text = "\u{feff}{\n  \"planfact\": 1,\n  \"id\": \"kz\",\n  \"title\": \"Алматы\", \"lead\": \"t\"\n}\n";
    let problems = load(text).unwrap_err();
    let excerpt = problems[0].render_excerpt(text, "my.json");
    assert_eq!(
        excerpt,
        "error: lead: none of the targets has the id \"t\"\n \
         --> my.json:4:30\n  \
         |\n\
         4 |   \"title\": \"Алматы\", \"lead\": \"t\"\n  \
         |                              ^^^\n  \
         |\n  \
         = help: write it into `targets`, which has none yet, or take the id out"
    );
    assert_eq!((problems[0].line, problems[0].column), (4, 30));
}

#[test]
fn an_excerpt_contains_no_control_codes_and_no_direction_marks() {
    let forbidden = |c: char| {
        c.is_control() && c != '\n'
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    for sign in
        ["\u{80}", "\u{85}", "\u{9b}", "\u{9f}", "\u{7f}", "\u{200f}", "\u{202a}", "\u{202e}", "\u{2066}", "\u{2069}"]
    {
        let file =
            format!("{{\"planfact\": 1, \"id\": \"a\", \"title\": \"t{sign}\", \"colour\": \"Қ{sign}31mRED\"}}\r\n");
        let problems = load(&file).unwrap_err();
        let excerpt =
            problems.iter().find(|problem| problem.path == "colour").unwrap().render_excerpt(&file, "my.json");
        assert!(!excerpt.contains(forbidden), "{excerpt:?}");
        // The marks are below the text that they mark.
        let lines: Vec<&str> = excerpt.lines().collect();
        let under = lines.iter().position(|line| line.contains("^^^^^^^^")).unwrap();
        let at = |line: &str, what: &str| line[..line.find(what).unwrap()].chars().count();
        assert_eq!(at(lines[under], "^"), at(lines[under - 1], "\"colour\""), "{excerpt}");
    }
    let file = "{\"planfact\": 1,\t\"id\": \"a\tb\"}";
    assert!(!load(file).unwrap_err()[0].render_excerpt(file, "my.json").contains(forbidden));
}

#[test]
fn an_excerpt_of_a_very_long_line_shows_only_the_part_around_the_problem() {
    let long = "я".repeat(200_000);
    let file =
        format!("{{\"planfact\": 1, \"id\": \"a\", \"about\": \"{long}\", \"title\": \"t\", \"colour\": \"{long}\"}}");
    let problems = load(&file).unwrap_err();
    assert_eq!(problems.len(), 2, "{problems:?}");
    for problem in &problems {
        // Rendering reads only what it shows; otherwise many excerpts would take very long.
        for _ in 0..50 {
            let excerpt = problem.render_excerpt(&file, "my.json");
            assert!(excerpt.chars().count() < 1_000, "{excerpt}");
            assert!(excerpt.contains(&format!("my.json:1:{}\n", problem.column)), "{excerpt}");
            assert!(excerpt.contains("..."), "it does not show that it was cut:\n{excerpt}");
        }
    }
    assert!(problems[1].render_excerpt(&file, "my.json").contains("яя\", \"title\": \"t\", \"colour\": \"яя"));
}

#[test]
fn only_the_first_two_hundred_unknown_ids_get_a_suggestion() {
    let target = |n: usize| {
        format!(
            r#"{{"id": "t{n}", "metric": "m", "subject": "s", "said": "2020", "value": 1, "due": 2030, "restates": "t{n}x"}}"#
        )
    };
    let targets: Vec<String> = (0..2_000).map(target).collect();
    let file = format!(
        r#"{{"planfact": 1, "id": "a", "title": "t", "metrics": [{{"id": "m", "name": "M", "kind": "flow"}}],
            "subjects": [{{"id": "s", "kind": "other", "name": "S"}}], "targets": [{}]}}"#,
        targets.join(",")
    );
    let problems = load(&file).unwrap_err();
    let hinted = problems.iter().filter(|problem| problem.remedy.starts_with("the nearest")).count();
    assert_eq!((problems.len(), hinted), (2_000, 200));
    assert_eq!(problems[1_999].remedy, "write the id of one that is in the file");
}
