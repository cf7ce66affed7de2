//! The messages about problems of a settings file.

use planfact::settings::file::read;

fn problems(text: &str) -> Vec<String> {
    read(text).unwrap_err().iter().map(ToString::to_string).collect()
}

#[test]
fn unknown_names_are_refused_with_their_line_and_the_closest_name() {
    let found = problems("thme = \"paper\"\ntheme = \"papre\"\n[keys]\nqit = \"x\"\nhelp = \"F99\"\n");
    assert_eq!(found.len(), 4, "{found:#?}");
    for (line, words) in [
        ("1:1 ", "no setting thme — probably theme"),
        ("2:9 ", "\"papre\" is not a valid theme — probably \"paper\"; one of \"steppe\", \"paper\""),
        ("4:1 ", "no command qit — probably quit"),
        ("5:8 keys.help: ", "\"F99\" is not a key — write a sign such as q"),
    ] {
        assert!(
            found.iter().any(|problem| problem.starts_with(line) && problem.contains(words)),
            "{line}{words}: {found:#?}"
        );
    }
    assert!(problems("mouse = true")[0].contains("one of \"on\", \"off\""));
    assert!(problems("keys = 5")[0].contains("[keys]"));
    assert!(problems("theme = ")[0].starts_with("1:"));
    assert!(problems("theme = \"paper\"\ntheme = \"mono\"")[0].starts_with("2:"));
}

#[test]
fn a_typing_error_is_reported_with_what_to_write() {
    for (text, expected) in [
        ("theme = paper", "paper without quotation marks — write it in quotes: \"paper\""),
        ("[keys]\nquit = F1", "write it in quotes: \"F1\""),
        ("[keys]\nquit = \"ctrl-q\"", "is not a key — write Ctrl-Q"),
        ("[keys]\nquit = \"Ctrl+q\"", "is not a key — write Ctrl-Q"),
        ("[keys]\nquit = \"pgup\"", "is not a key — write PgUp"),
        ("[keys]\nquit = \"shift-tab\"", "is not a key — write Shift-Tab"),
        ("[keys]\nquit = \"shift-q\"", "is not a key — write a sign such as q"),
        ("colour = \"x\"", "there is no setting colour — one of theme, language"),
        ("theme = \"foo\"", "is not a valid theme — one of \"steppe\""),
    ] {
        assert!(problems(text)[0].contains(expected), "{text}: {:?}", problems(text));
    }
}

#[test]
fn a_key_bound_to_two_commands_is_reported_with_both() {
    let found = problems("[keys]\ntheme = \"q\"\n");
    assert_eq!(found, ["2:9 keys.theme: q would mean both theme and quit — give one of them another key"]);
    // Swapping two keys is no conflict.
    assert!(read("[keys]\ntheme = \"q\"\nquit = \"t\"\n").is_ok());
    // Commands of different key contexts may share a key.
    assert!(read("[keys]\nwrite-html = \"q\"\n").is_ok());
}

#[test]
fn quit_needs_a_key() {
    assert!(problems("[keys]\nquit = []\n")[0].contains("quit has no key"));
    assert!(read("[keys]\nsuspend = []\n").is_ok());
}
