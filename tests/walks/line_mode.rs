//! Line mode: a number in, a few lines out.

use std::io::Write;
use std::process::{Command, Stdio};

use planfact::app::app_data::DataOrigin;
use planfact::app::dashboard::state::State;
use planfact::app::line_mode::dashboard::{LineDashboard, LineResponse};
use planfact::dataset::records::Language;
use planfact::render::look::theme::Paint;
use proptest::prelude::*;
use proptest::sample::select;

use super::walk::{MOTOR, Walk};

/// Line mode in a language.
struct Heard {
    talk: LineDashboard,
    last: Vec<String>,
}

impl Heard {
    fn welcome(language: Language) -> Self {
        let state = State::new("2026-06-30".parse().unwrap(), language, Paint::default()).with_size((120, 36));
        let mut talk = LineDashboard::new(Walk::from(MOTOR, DataOrigin::Bundled, state).model);
        let last = talk.welcome();
        Self { talk, last }
    }

    /// Types lines and keeps the answer to the last one.
    fn say(&mut self, lines: &[&str]) -> &mut Self {
        for line in lines {
            let LineResponse::Lines(said) = self.talk.respond(line) else { panic!("{line} ended it") };
            self.last = said;
        }
        self
    }

    fn hears(&mut self, text: &str) -> &mut Self {
        assert!(self.last.iter().any(|line| line.contains(text)), "{text:?} is not said in\n{}", self.last.join("\n"));
        self
    }

    /// The number of the menu item with this text in the last answer.
    fn number(&self, text: &str) -> String {
        let line = self.last.iter().find(|line| line.contains(text));
        line.unwrap_or_else(|| panic!("no {text} in {:#?}", self.last)).split('.').next().unwrap().to_owned()
    }

    fn choose(&mut self, text: &str) -> &mut Self {
        let number = self.number(text);
        self.say(&[&number])
    }
}

#[test]
fn it_starts_with_the_answer_and_the_menu() {
    let mut heard = Heard::welcome(Language::En);
    heard.hears("At least 200,000 vehicles a year by 2025 were promised in July 2016. 171,442 were made");
    heard.hears("Known 30 June 2026.").hears("Choose a row").hears("0. Quit");
}

#[test]
fn a_row_is_chosen_by_its_number_and_explained() {
    let mut heard = Heard::welcome(Language::En);
    heard.choose("Choose a row").hears("2. 160,000 vehicles made. Said: 28 May 2024. Due: 2024.");
    heard.say(&["2"]).hears("145,300 were made").hears("145,300 ÷ 160,000 = 0.908").hears("https://");
}

#[test]
fn a_change_is_one_sentence_without_unchanged_lines() {
    let mut heard = Heard::welcome(Language::En);
    heard.choose("Another page").choose("Targets");
    assert_eq!(heard.last.len(), 1, "{:#?}", heard.last);
    heard.hears("Targets. 105 promises");
    heard.say(&[""]).choose("Another day").say(&["2018-09-30"]).hears("Known 30 September 2018.");
    assert!(heard.last.len() <= 2, "{:#?}", heard.last);
    // The same date again changes nothing.
    heard.say(&[""]).choose("Another day").say(&["2018-09-30"]);
    assert!(heard.last.iter().all(|line| !line.contains("promises")), "{:#?}", heard.last);
}

#[test]
fn the_chart_is_a_list_of_points_that_can_be_explained() {
    let mut heard = Heard::welcome(Language::En);
    heard.choose("The picture point by point").hears("14. 2025. 171,442 vehicles");
    heard.say(&["14"]).hears("171,442 vehicles made.").hears("Sources.");
}

#[test]
fn many_rows_are_listed_in_portions() {
    let mut heard = Heard::welcome(Language::En);
    heard.choose("Choose a row").hears("20 more: an empty line.");
    assert!(!heard.last.iter().any(|line| line.starts_with("21. ")));
    heard.say(&[""]).hears("21. ").hears("These were the last.");
    heard.say(&["0"]).hears("0. Quit");
}

#[test]
fn words_after_a_slash_filter_the_rows() {
    let mut heard = Heard::welcome(Language::En);
    heard.choose("Another page").choose("Plants").say(&["/kia"]).hears("Kia Qazaqstan");
    assert!(!heard.last.iter().any(|line| line.contains("Hyundai")), "{:#?}", heard.last);
    heard.say(&["1"]).hears("Kia Qazaqstan.");
    heard.say(&["/"]).hears("Hyundai");
    heard.say(&["/zzz"]);
    assert_eq!(heard.last.len(), 2, "it is said that there is none: {:#?}", heard.last);
}

#[test]
fn advice_names_what_can_be_typed() {
    for language in [Language::En, Language::Ru, Language::Kk] {
        let mut heard = Heard::welcome(language);
        heard.say(&["/xqzzqx"]);
        assert!(heard.last.iter().all(|line| !line.contains("Esc")), "{:#?}", heard.last);
        heard.hears("40");
        assert!(heard.say(&["/"]).last.len() > 20, "{:#?}", heard.last);
        heard.say(&["2018-02-30"]).hears("2018-09-30");
    }
    Heard::welcome(Language::En).say(&["/xqzzqx"]).hears("A slash alone shows all 40 rows again.");
}

#[test]
fn no_line_ends_in_two_full_stops_or_starts_in_lower_case() {
    for language in [Language::En, Language::Ru, Language::Kk] {
        let mut heard = Heard::welcome(language);
        for page in 1..=7 {
            heard.say(&[""]);
            let pages = (heard.last.len() - 4).to_string();
            let mut all = Vec::new();
            for line in [&*pages, &*page.to_string(), "", "1", "1", "0", "3", "2025-12-01", "2026-06-30"] {
                all.extend(heard.say(&[line]).last.clone());
            }
            for line in all {
                assert!(!line.contains("..") && !line.contains('‹'), "{line}");
                let said = line
                    .split_once(". ")
                    .filter(|(first, _)| first.parse::<u32>().is_ok())
                    .map_or(&*line, |(_, said)| said);
                let first = said.chars().next().unwrap();
                assert!(!first.is_lowercase() || said.starts_with("http") || said.contains('='), "{line}");
            }
        }
    }
}

#[test]
fn the_commands_of_a_page_are_a_menu() {
    let mut heard = Heard::welcome(Language::En);
    heard.choose("Another page").choose("Output").say(&[""]).choose("What else can be done");
    for said in [
        "next series",
        "hat stands side by side",
        "ne subject",
        "og scale",
        "oom in",
        "ort the rows",
        "citation",
        "command that prints",
        "as text",
    ] {
        heard.hears(said);
    }
    heard.choose("og scale").hears("Done.");
    heard.say(&[""]).choose("What else").choose("Sort the rows").hears("Rows sorted by: Period");
    heard.say(&[""]).choose("What else").choose("Say the command").hears("planfact screen output");
    heard.say(&[""]).choose("What else").choose("Say the citation").hears("https://");
    heard.say(&[""]).choose("Another page").choose("Targets").say(&[""]).choose("What else");
    heard.choose("of the next verdict").hears(" of ");
    assert!(heard.say(&["/"]).last.len() > 20, "{:#?}", heard.last);
}

#[test]
fn the_language_menu_names_languages_in_themselves() {
    let mut heard = Heard::welcome(Language::En);
    heard.choose("Another language").choose("Қазақша").hears("Шолу.");
    heard.say(&[""]).choose("Басқа тіл").choose("Русский").hears("Обзор.");
}

#[test]
fn an_unknown_answer_is_reported_with_escaped_control_characters() {
    let mut heard = Heard::welcome(Language::En);
    heard.say(&["99"]).hears("There is no choice 99.");
    heard.say(&["\u{1b}]0;x\u{7}"]).hears("There is no choice \\u{1b}]0;x");
    assert_eq!(heard.talk.respond("q"), LineResponse::End);
    assert_eq!(heard.talk.respond("0"), LineResponse::End);
}

#[test]
fn no_line_has_box_drawing_in_any_language() {
    for language in [Language::En, Language::Ru, Language::Kk] {
        let mut heard = Heard::welcome(language);
        for page in 1..=7 {
            // The pages are listed among the last four choices, before days, languages and marks.
            heard.say(&[""]);
            let pages = (heard.last.len() - 4).to_string();
            heard.say(&[&pages, &page.to_string(), "", "1", "1", "0", "3"]);
            for line in &heard.last {
                let drawn = |sign: char| ('\u{2500}'..='\u{28ff}').contains(&sign);
                assert!(!line.contains(drawn) && !line.contains(['≥', '≤', '−', '\n', '\u{1b}']), "{line}");
                assert!(!line.contains("  "), "{line:?}");
            }
        }
    }
}

#[test]
fn it_works_through_a_pipe_and_ends_with_it() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_planfact"))
        .args(["--plain", "--as-of", "2026-06-30", "--lang", "en"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(b"1\n2\n").unwrap();
    let output = child.wait_with_output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success());
    assert!(text.contains("145,300 ÷ 160,000") && !text.contains('\u{1b}'), "{text}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_answers_panic(answers in proptest::collection::vec(select(vec!["", "1", "2", "3", "4", "5", "6", "7", "8", "14", "2018-09-30", "x"]), 1..40)) {
        let mut heard = Heard::welcome(Language::En);
        for answer in answers {
            heard.say(&[answer]);
            prop_assert!(heard.last.iter().all(|line| !line.contains('\n')));
        }
        // From anywhere, an empty line says what can be done.
        prop_assert!(matches!(heard.talk.respond(""), LineResponse::Lines(lines) if lines.last().unwrap().starts_with("0. ")));
    }
}
