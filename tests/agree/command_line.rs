//! The command line: which arguments are accepted, and what errors say.

use chrono::NaiveDate;
use clap::{CommandFactory, Parser};
use planfact::cli::{Arguments, CliCommand};
use planfact::dataset::records::Language;

fn parse(line: &str) -> Result<Arguments, clap::Error> {
    Arguments::try_parse_from(line.split(' '))
}

#[test]
fn clap_accepts_the_definition() {
    Arguments::command().debug_assert();
}

#[test]
fn options_are_accepted_before_and_after_the_command() {
    for line in ["planfact --as-of 2018-09-30 --lang kk report", "planfact report --as-of 2018-09-30 --lang kk"] {
        let arguments = parse(line).unwrap();
        assert_eq!(arguments.options.as_of, NaiveDate::from_ymd_opt(2018, 9, 30));
        assert_eq!(arguments.options.lang, Some(Language::Kk));
    }
}

#[test]
fn a_size_is_width_and_height() {
    let size_of = |line: &str| match parse(line).map(|arguments| arguments.command) {
        Ok(Some(CliCommand::Screen { size, .. })) => Some(size),
        _ => None,
    };
    assert_eq!(size_of("planfact screen output --size 80x24"), Some((80, 24)));
    assert_eq!(size_of("planfact screen output"), Some((120, 36)));
    for wrong in ["80", "80x", "x24", "0x24", "80x0", "-1x5", "1001x5", "80x24x3", "99999999x5"] {
        assert_eq!(size_of(&format!("planfact screen output --size {wrong}")), None, "{wrong}");
    }
}

#[test]
fn an_error_names_the_allowed_values() {
    let error = |line: &str| parse(line).map(|_| ()).unwrap_err().to_string();
    assert!(error("planfact --as-of tomorrow").contains("write the date as 2018-09-30"));
    assert!(error("planfact screen nothing").contains("investments"));
    assert!(error("planfact --theme pink").contains("steppe"));
    assert!(error("planfact --lang de").contains("[possible values: en, ru, kk]"));
    assert!(error("planfact check").contains("<FILE>"));
}
