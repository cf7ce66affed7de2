//! `planfact import` and `planfact FILE` as commands.

use std::io::Write;
use std::process::{Command, Stdio};

use super::{fixture, planfact, temporary_folder};

#[test]
fn what_was_understood_is_said_with_the_flags_that_change_it() {
    let output = planfact(&["import", fixture("02-plan-fakt-1251.csv").to_str().unwrap()]);
    let text = String::from_utf8(output.stdout).unwrap();
    for part in [
        "windows-1251, fields separated by ;   [--encoding --delimiter]",
        "plan: column D «План»   [--map]",
        "left out: column F «Отклонение» (= E − D in all 10 rows)",
        "left out: column G «% выполнения» (= E ÷ D in all 10 rows)",
        "decimal comma   [--decimal]",
        "planned 10, reported 10",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    assert!(!text.contains("written:"));
}

#[test]
fn a_sheet_is_opened_like_a_dataset() {
    let sheet = fixture("61-plan-every-year.csv");
    let report = planfact(&[sheet.to_str().unwrap(), "report", "targets"]);
    assert!(report.status.success());
    let by_option = planfact(&["report", "targets", "--data", sheet.to_str().unwrap()]);
    assert_eq!(String::from_utf8(report.stdout).unwrap(), String::from_utf8(by_option.stdout).unwrap());
}

#[test]
fn a_dash_is_standard_input() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_planfact"))
        .args(["import", "-", "--lang", "en"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(b"Year,Plan,Fact\n2023,10,11\n2024,12,13\n").unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(String::from_utf8(output.stdout).unwrap().contains("planned 2, reported 2"));
}

#[test]
fn files_that_are_no_sheets_are_refused_in_one_line() {
    let folder = temporary_folder("refused");
    for (name, bytes, part) in [
        ("binary.csv", &b"\x00\x01\x02\xff\x00"[..], "neither"),
        ("truncated.xlsx", &b"PK\x03\x04\x14\x00\x00"[..], "cannot be read"),
        ("blank.csv", &b"\n \n"[..], "nothing"),
        ("escape.csv", &b"Period,Plan,Fact\n2024,10,\x1b[31mred\n2023,1,2\n"[..], "C2"),
    ] {
        let sheet = folder.join(name);
        std::fs::write(&sheet, bytes).unwrap();
        let output = planfact(&["import", sheet.to_str().unwrap()]);
        let message = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{message}");
        assert!(message.contains(part) && message.lines().count() == 1 && !message.contains('\u{1b}'), "{message}");
    }
    assert_eq!(planfact(&["import", folder.join("absent.csv").to_str().unwrap()]).status.code(), Some(3));
}
