//! Keys, mouse and resizing.

use super::session::{FIXED, Session, program};

#[test]
fn the_first_frame_shows_the_overview() {
    let mut session = Session::dashboard();
    session.see("171,442");
    session.see("≥200");
    session.see("1 Overview");
    session.see("q quit");
}

#[test]
fn pages_open_by_number_tab_and_click() {
    let mut session = Session::dashboard();
    session.see("Promise");
    session.press("7");
    session.see("Publisher");
    session.press("\t");
    session.see("171,442");
    session.press("\x1b[Z");
    session.see("Publisher");
    let plants = session.position_of("4 Plants");
    session.click(plants);
    session.see("Astana Motors");
}

#[test]
fn keys_work_by_position_on_a_cyrillic_keyboard() {
    let mut session = Session::dashboard();
    session.see("171,442");
    session.press("ң");
    session.see("Astana Motors");
    session.press("й");
    assert_eq!(session.end().exit_code(), 0);
}

#[test]
fn choosing_a_row_changes_the_sentence_and_enter_explains_it() {
    let mut session = Session::dashboard();
    session.see("At least 200,000");
    session.press("\x1b[B");
    session.see("145,300 were made");
    session.press("\r");
    session.see("Sources");
    session.press("\x1b");
    session.see_no("Sources");
}

#[test]
fn a_second_click_on_a_row_explains_it() {
    let mut session = Session::dashboard();
    session.see("145,300");
    let row = session.position_of("145,300");
    session.click(row);
    session.see("145,300 were made");
    // The new sentence may be longer and move the rows.
    let row = session.position_of("▸");
    session.click(row);
    session.see("Sources");
}

#[test]
fn the_wheel_moves_the_chosen_row() {
    let mut session = Session::dashboard();
    session.see("145,300");
    let row = session.position_of("145,300");
    session.wheel(row);
    session.see("145,300 were made");
}

#[test]
fn an_earlier_known_date_hides_later_figures() {
    let mut session = Session::dashboard();
    session.see("171,442");
    session.press("{");
    session.see("known 31 Dec 2025");
    session.see_no("171,442");
    session.press("\\");
    session.see("171,442");
}

#[test]
fn the_language_changes_while_it_runs() {
    let mut session = Session::dashboard();
    session.see("q quit");
    session.press("g");
    session.see("q выход");
    session.press("п");
    session.see("q шығу");
    session.press("g");
    session.see("q quit");
}

#[test]
fn a_resize_redraws() {
    let mut session = Session::dashboard();
    session.see("q quit");
    session.resize(60, 20);
    session.wait("a rule of 60 columns", |screen| screen.contents().lines().any(|line| line == "─".repeat(60)));
    session.resize(30, 5);
    session.see("40 × 12");
    session.resize(100, 30);
    session.see("q quit");
}

#[test]
fn a_terminal_of_size_zero_is_drawn_at_80x24() {
    let mut session = Session::start(
        std::path::Path::new("sh"),
        &["-c", "stty cols 0 rows 0; exec \"$0\" \"$@\"", program().to_str().unwrap(), FIXED[0], FIXED[1]],
        &[],
    );
    session.resize(80, 24);
    session.see("171,442");
}

#[test]
fn a_terminal_that_claims_to_be_huge_is_drawn_in_its_upper_left_part() {
    let script = "stty cols 65535 rows 65535; exec \"$0\" \"$@\"";
    let program = program();
    let arguments = ["-c", script, program.to_str().unwrap(), FIXED[0], FIXED[1]];
    let mut session = Session::start(std::path::Path::new("sh"), &arguments, &[]);
    session.see("171,442");
    session.press("q");
    assert_eq!(session.end().exit_code(), 0);
}

#[test]
fn reload_reads_the_file_again() {
    let folder = std::env::temp_dir().join(format!("planfact-reload-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("record.json");
    let write = |title: &str| {
        let text = include_str!("../../assets/kazakhstan-motor.json");
        std::fs::write(&path, text.replacen("Kazakhstan motor industry", title, 1)).unwrap();
    };
    write("First title");
    let mut session = Session::start(&program(), &[&FIXED[..], &["--data", path.to_str().unwrap()]].concat(), &[]);
    session.see("First title");
    write("Second title");
    session.press("r");
    session.see("Second title");
    std::fs::write(&path, "{\"targets\": 5}").unwrap();
    session.press("r");
    session.see("Not taken: 1:");
    session.press("j");
    session.see("Second title");
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn mouse_reporting_that_is_off_is_never_enabled() {
    let mut session = Session::start(&program(), &[&FIXED[..], &["--mouse", "off"]].concat(), &[]);
    session.see("q quit");
    assert!(!String::from_utf8_lossy(&session.raw).contains("\x1b[?1000h"));
    session.press("M");
    session.see("Mouse: here");
    assert!(String::from_utf8_lossy(&session.raw).contains("\x1b[?1000h"));
}
