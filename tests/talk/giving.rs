//! A talk in progress: keys, clicks and time advance it, and the screen follows.

use std::time::Duration;

use planfact::app::action::Effect;
use planfact::app::look::Look;
use planfact::app::present::keys::{KEYS, TalkKeyContext};
use planfact::app::present::state::{Advance, AtEnd, TalkState};
use planfact::page::model::PageKind;
use planfact::page::model::RecordRef;
use planfact::render::look::theme::Theme;
use ratatui::crossterm::event::MouseButton;

use super::speaker::{Speaker, calm};

#[test]
fn keys_clicks_and_a_clicker_turn_the_scenes() {
    let mut speaker = Speaker::calm();
    speaker.sees("1 / 14").press("Space → PgDn").sees("4 / 14");
    speaker.press("← PgUp").sees("2 / 14").press("End").sees("14 / 14").press("Space").sees("14 / 14");
    speaker.press("Home").sees("1 / 14").press("←").sees("1 / 14");
    speaker.click(MouseButton::Left, (3, 3)).sees("2 / 14").click(MouseButton::Right, (3, 3)).sees("1 / 14");
}

#[test]
fn a_number_and_enter_jump_to_a_scene() {
    let mut speaker = Speaker::calm();
    speaker.press("1 2").sees("   12\n").press("Enter").sees("12 / 14");
    speaker.press("9 9 Enter").sees("14 / 14").press("3 Esc Space").sees("14 / 14");
    speaker.press("5 Enter").sees("5 / 14");
}

#[test]
fn a_scene_appears_step_by_step_and_any_key_shows_all_of_it() {
    let mut speaker = Speaker::begin(|_| {}, TalkState::default());
    speaker.press("Space").press("2 Enter");
    assert_eq!(speaker.scene(), 2);
    speaker.sees("2025").sees_no("171").sees_no("≥200");
    assert!(speaker.app.next_wake().is_some(), "no timer for the reveal");
    speaker.pass(700).sees("37*").sees_no("171").sees_no("✗ missed");
    speaker.pass(1100).sees("171");
    speaker.press("Space").sees("2 / 14").sees("≥200").sees("✗ missed");
    assert_eq!(speaker.app.next_wake(), None);
    speaker.press("Space").sees("3 / 14");
}

#[test]
fn the_promise_and_then_the_verdict_come_last() {
    let mut speaker = Speaker::begin(|_| {}, TalkState::default());
    speaker.press("Space").press("2 Enter").pass(1450).sees("171").sees_no("≥200");
    speaker.pass(700).sees("≥200").sees_no("✗ missed");
    speaker.pass(700).sees("✗ missed");
}

#[test]
fn a_scene_that_is_all_there_wakes_nobody() {
    let colorless = |look: &mut Look| look.paint.theme = Theme::Mono;
    for change in [calm as fn(&mut Look), colorless] {
        let mut speaker = Speaker::begin(change, TalkState::default());
        assert_eq!(speaker.app.next_wake(), None);
        speaker.press("Space").sees("2 / 14").sees("✗ missed");
        assert_eq!(speaker.app.next_wake(), None);
    }
    let mut speaker = Speaker::begin(|_| {}, TalkState::default());
    speaker.pass(10_000);
    assert_eq!(speaker.app.next_wake(), None);
    let before = speaker.cells();
    speaker.pass(1_000_000);
    assert!(speaker.cells() == before);
}

#[test]
fn the_scene_list_opens_the_selected_scene() {
    let mut speaker = Speaker::calm();
    speaker.press("o").sees("How a promise moves").sees("What to watch next").press("↓ j Enter").sees("3 / 14");
    speaker.press("o").sees("Scenes").press("o").sees("3 / 14").press("o Esc").sees("3 / 14");
    speaker.press("o").click(MouseButton::Left, (12, 3)).sees("1 / 14");
}

#[test]
fn a_blank_screen_shows_nothing_until_a_key() {
    let mut speaker = Speaker::calm();
    for key in ["b", "."] {
        speaker.press(key);
        assert_eq!(speaker.text().trim(), "");
        speaker.press("Space").sees("1 / 14");
    }
}

#[test]
fn f_shows_the_number_alone() {
    let mut speaker = Speaker::calm();
    speaker.press("Space f").sees("171,442 vehicles were made");
    speaker.press("f").sees("2 / 14");
    speaker.press("f Space").sees("3 / 14").sees_no("Output grew");
}

#[test]
fn the_spotlight_highlights_one_column_and_dims_the_rest() {
    let mut speaker = Speaker::calm();
    let before = speaker.press("Space").cells();
    speaker.press("+ +").sees("37,471").sees("2013");
    assert!(speaker.cells() != before);
    speaker.press("-").sees("19,186").press("-");
    assert!(speaker.cells() == before, "a column is still highlighted");
    speaker.press("+ Esc");
    assert!(speaker.cells() == before, "Esc left a highlight");
}

#[test]
fn k_shows_the_pressed_keys() {
    let mut speaker = Speaker::calm();
    speaker.press("k Space →").sees("Space  →").press("k").sees_no("Space");
}

#[test]
fn a_frozen_screen_keeps_its_scene() {
    let mut speaker = Speaker::calm();
    speaker.press("Space F").press("Space Space").sees("2 / 14");
    assert_eq!(speaker.scene(), 4);
    speaker.press("F").sees("4 / 14");
}

#[test]
fn enter_leaves_for_the_page_of_the_scene_and_escape_returns_to_it() {
    let mut speaker = Speaker::calm();
    speaker.press("5 Enter Enter").sees("1 Overview");
    assert_eq!(speaker.scene(), 0);
    let state = speaker.app.model().state();
    assert_eq!(state.viewed.tab, PageKind::Overview);
    assert!(matches!(state.chosen().map(|choice| choice.key), Some(RecordRef::Target(_))));
    speaker.sees("~100,000").press("Enter").sees("Sources").press("Esc").sees("1 Overview");
    speaker.press("Esc").sees("5 / 14");
    speaker.press("3 Enter + + Enter").sees("3 Output");
    let model = speaker.app.model();
    let read = model
        .state()
        .viewed
        .positions
        .cursor
        .map(|cursor| model.page().chart().unwrap().columns[cursor].data_point.label.long());
    assert_eq!(read, Some("2016"), "the lit year is not under the crosshair");
    speaker.press("Esc Esc").sees("3 / 14");
    speaker.press("4 Enter Enter").sees("known 30 Sep 2018").press("3 p").sees("4 / 14");
}

#[test]
fn an_earlier_filter_does_not_hide_the_record_of_a_scene() {
    let mut speaker = Speaker::dashboard();
    speaker.press("f f /").press("k i a Enter").sees_no("~100,000 vehicles");
    speaker.press("p 5 Enter Enter").sees("1 Overview").sees("~100,000 vehicles");
}

#[test]
fn p_in_the_dashboard_begins_the_talk_and_escape_ends_it() {
    let mut speaker = Speaker::dashboard();
    speaker.press("3 p").sees("1 / 14").press("Space Space Esc").sees("3 Output");
    speaker.press("F5").sees("2 / 14").press("Esc").sees("3 Output").press("Esc").sees("3 Output");
}

#[test]
fn language_and_theme_change_during_a_talk() {
    let mut speaker = Speaker::calm();
    speaker
        .press("Space g")
        .sees("Что выпустили")
        .sees("2 / 14")
        .press("g")
        .sees("Не шығарылды")
        .press("g")
        .sees("What was made");
    let before = speaker.cells();
    speaker.press("t");
    assert!(speaker.cells() != before);
}

#[test]
fn the_dashboard_keeps_the_language_and_theme_chosen_in_the_talk() {
    let mut speaker = Speaker::dashboard();
    let before = speaker.app.model().state().look.paint.theme;
    speaker.press("p g t Esc").sees("1 Обзор");
    let after = speaker.app.model().state().look.paint.theme;
    assert_ne!(after, before);
    let cell = speaker.cells().content[0].clone();
    speaker.press("t t t t");
    assert_eq!(speaker.app.model().state().look.paint.theme, after, "four themes");
    assert_eq!(speaker.cells().content[0], cell, "the dashboard is drawn in the theme of the talk");
}

#[test]
fn a_talk_that_runs_by_itself_turns_by_the_seconds_and_stops_at_any_key() {
    let auto = TalkState { advance: Advance::Auto, ..TalkState::default() };
    let mut speaker = Speaker::begin(calm, auto.clone());
    speaker.pass(44_900).sees("1 / 14").pass(200).sees("2 / 14").press("Space").sees("2 / 14");
    speaker.pass(1_000_000).sees("2 / 14").press("a").pass(45_100).sees("3 / 14");
    let mut speaker = Speaker::begin(calm, auto.clone());
    speaker.pass(10_000_000).sees("14 / 14");
    assert_eq!(speaker.app.next_wake(), None);
    let mut speaker = Speaker::begin(calm, TalkState { at_end: AtEnd::Restart, ..auto });
    let all: u64 = speaker.app.talk().unwrap().scenes().iter().map(|scene| u64::from(scene.seconds)).sum();
    speaker.pass(all * 1000 - 100).sees("14 / 14").pass(200).sees("1 / 14");
}

#[test]
fn a_rehearsal_measures_every_scene() {
    let mut speaker = Speaker::calm();
    speaker.pass(12_000).press("Space").pass(3_000).press("Space").pass(500).press("←").pass(2_000).press("q");
    let times = &speaker.app.talk().unwrap().state().scene_times;
    assert_eq!(times[..4], [12_000, 5_000, 500, 0].map(Duration::from_millis));
    assert_eq!(speaker.effect, Some(Effect::Quit));
}

#[test]
fn no_key_has_two_bindings_in_one_context() {
    for context in [TalkKeyContext::Scene, TalkKeyContext::SceneList] {
        let bindings = KEYS.iter().filter(|row| row.context == TalkKeyContext::Anywhere || row.context == context);
        let mut seen = Vec::new();
        for chord in bindings.flat_map(|row| row.keys).flat_map(|(_, chords)| *chords) {
            assert!(!seen.contains(chord), "{chord:?} means two things in {context:?}");
            seen.push(*chord);
        }
    }
}

#[test]
fn random_keys_never_panic() {
    let keys: Vec<&str> =
        "Space → ← PgUp PgDn Home End 0 1 2 7 9 Enter Esc o j k b . f + - F a k g t ? p [ ] Tab r F5 ↓"
            .split(' ')
            .collect();
    let mut seed: u32 = 7;
    let mut speaker = Speaker::begin(|_| {}, TalkState::default());
    for _ in 0..120 {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        speaker.press(keys[(seed >> 16) as usize % keys.len()]).pass(u64::from(seed >> 20) % 300);
        speaker.cells();
        assert!(speaker.scene() <= 14, "there are no more scenes");
    }
}

#[test]
fn a_scene_as_of_an_earlier_day_is_no_step_in_time() {
    let mut speaker = Speaker::calm();
    speaker.press("4 Enter Enter").sees("known 30 Sep 2018").sees_no("verdicts changed");
    speaker.press("Esc 5 Enter Enter").sees_no("known 30 Sep 2018").sees_no("verdicts changed");
}
