//! The pages of the bundled dataset, some of them as of earlier dates, against golden files.
//! `UPDATE_GOLDEN=1` writes them.

use planfact::app::app_data::DataOrigin;
use planfact::app::dashboard::state::State;
use planfact::dataset::records::Language;
use planfact::render::look::theme::Paint;
use planfact::render::tui::export;

use super::golden::golden;
use super::{COLOR, PLAIN};
use crate::walks::walk::{MOTOR, Walk};

/// The bundled dataset as of a date.
fn known(day: &str, language: Language, paint: Paint) -> Walk {
    let day = day.parse().unwrap();
    let mut state = State::new(day, language, paint);
    state.viewed.known = Some(day);
    Walk::from(MOTOR, DataOrigin::Bundled, state)
}

#[test]
fn the_overview_as_of_past_dates_is_drawn_as_before() {
    for day in ["2016-08-01", "2018-09-30", "2025-12-29", "2026-03-01"] {
        let mut walk = known(day, Language::En, COLOR);
        walk.resize((120, 36));
        golden(&format!("dates/overview-{day}.txt"), &walk.text());
        if day == "2018-09-30" {
            golden(&format!("dates/overview-{day}-color.ansi"), &export::ansi(&walk.cells()));
            let mut plain = known(day, Language::En, PLAIN);
            plain.resize((120, 36));
            golden(&format!("dates/overview-{day}-no-color.ansi"), &export::ansi(&plain.cells()));
        }
    }
}

#[test]
fn every_page_of_the_record_is_drawn_as_before() {
    let languages = [(Language::En, "en"), (Language::Ru, "ru"), (Language::Kk, "kk")];
    for (language, code) in languages {
        let mut walk = known("2026-11-22", language, COLOR);
        for page in 1..=7 {
            walk.press(&page.to_string());
            walk.resize((80, 24));
            golden(&format!("bundled/{page}-{code}-80x24.txt"), &walk.text());
            if language == Language::En {
                walk.resize((120, 36));
                golden(&format!("bundled/{page}-{code}-120x36.txt"), &walk.text());
            }
        }
    }
}
