//! The speaker's notes without a terminal: snapshots, screens and keys.

use std::time::Duration;

use chrono::NaiveTime;
use planfact::app::input::keys::chord::Chord;
use planfact::app::notes::clock::NotesTime;
use planfact::app::notes::console::{Console, NotesEffect};
use planfact::app::notes::line_mode::{LineNotes, LineReply};
use planfact::app::notes::update::TalkUpdate;
use planfact::app::notes::{keys, protocol};
use planfact::app::present::state::TalkState;
use planfact::dataset::records::Language;
use planfact::page::i18n::Words;
use planfact::page::model::Role;
use planfact::page::talk::snapshot::{AudienceView, NextScene, SnapshotRun, TalkSnapshot};
use planfact::render::look::theme::{ColorLevel, Glyphs, Paint, Theme};
use planfact::render::tui::export;
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{Event, KeyCode, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::{Rect, Size};

use super::ALL;
use super::speaker::Speaker;
use crate::screens::golden::golden;
use crate::walks::walk::key;

/// Without colour, with every glyph.
const GREY: Paint = Paint { theme: Theme::Steppe, colors: ColorLevel::None, glyphs: Glyphs::Braille };

/// A talk and its connected notes.
struct Pair {
    speaker: Speaker,
    console: Console,
}

impl Pair {
    fn new(language: Language, paint: Paint, (width, height): (u16, u16)) -> Self {
        let mut speaker = Speaker::calm();
        for _ in 0..language as usize {
            speaker.press("g");
        }
        let mut console = Console::new(Language::En, paint, time(Duration::ZERO));
        console.resize(Size::new(width, height));
        let mut pair = Self { speaker, console };
        pair.sync();
        pair
    }

    fn english() -> Self {
        Self::new(Language::En, GREY, (100, 30))
    }

    /// Sends a snapshot through the protocol.
    fn sync(&mut self) -> &mut Self {
        let line = protocol::encode_state(&self.speaker.app.snapshot().unwrap(), self.speaker.now);
        let (snapshot, now) = protocol::decode_state(line.trim_end()).unwrap();
        self.console.receive(TalkUpdate::Snapshot(Box::new(snapshot), now), time(self.speaker.now));
        self
    }

    /// Presses keys in the talk.
    fn show(&mut self, keys: &str) -> &mut Self {
        self.speaker.press(keys);
        self.sync()
    }

    /// Presses keys in the notes; what they send is pressed in the talk.
    fn press(&mut self, keys: &str) -> &mut Self {
        for name in keys.split_whitespace() {
            let pressed = if name == "Space" { Chord::Char(' ').event() } else { key(name) };
            let effect = self.console.event(&Event::Key(pressed), time(self.speaker.now));
            if let Some(NotesEffect::SendKey(chord)) = effect {
                let sent = protocol::decode_key(protocol::encode_key(chord).unwrap().trim_end()).unwrap();
                self.speaker.app.remote_key(sent, self.speaker.now);
                self.sync();
            }
        }
        self
    }

    fn pass(&mut self, seconds: u64) -> &mut Self {
        self.speaker.pass(seconds * 1000);
        self.console.tick(time(self.speaker.now));
        self
    }

    fn cells(&self) -> Buffer {
        let Size { width, height } = self.console.size();
        let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
        self.console.draw(buf.area, &mut buf);
        buf
    }

    fn text(&self) -> String {
        export::text(&self.cells())
    }

    fn sees(&mut self, text: &str) -> &mut Self {
        assert!(self.text().contains(text), "{text:?} is not on the screen:\n{}", self.text());
        self
    }

    fn sees_no(&mut self, text: &str) -> &mut Self {
        assert!(!self.text().contains(text), "{text:?} is on the screen:\n{}", self.text());
        self
    }
}

/// A time on the clock of the notes, which starts with the talk at 14:32.
fn time(since: Duration) -> NotesTime {
    let time_of_day = NaiveTime::from_hms_opt(14, 32, 0).unwrap() + since;
    NotesTime { elapsed: since, time_of_day }
}

fn small() -> Pair {
    Pair::new(Language::En, GREY, (50, 12))
}

#[test]
fn the_notes_show_what_the_speaker_needs() {
    let mut pair = Pair::new(Language::En, GREY, (120, 36));
    pair.show("Space").sees("What was made").sees("171,442 vehicles were made").sees("missed");
    pair.sees("The empty part of the frame").sees("Next  The road there").sees("Output grew");
    pair.sees("14:32").sees("of 10:15").sees("How a promise moves").sees("2:15  How it looked on the way");
    pair.show("End").sees("This is the last scene").sees_no("Next  ");
    small().sees("1/14").sees("What was promised");
}

#[test]
fn a_key_in_the_talk_or_in_the_notes_moves_both() {
    let mut pair = small();
    pair.press("Space").sees("2/14").show("→").sees("3/14").press("←").sees("2/14").press("1 2 Enter").sees("12/14");
    assert_eq!(pair.speaker.scene(), 12);
    pair.press("o").sees("list of scenes: 12").press("↓ Enter").sees("13/14");
    assert_eq!(pair.speaker.scene(), 13);
}

#[test]
fn the_elapsed_time_is_ahead_of_the_plan_on_time_or_behind() {
    let mut pair = small();
    pair.sees("0:00 of 10:15").sees("on time").pass(44).sees("0:44 of 10:15").sees("on time");
    pair.pass(2).sees("0:46").sees("0:01 behind").show("Space").sees("on time").sees("this scene 0:00 of 0:45");
    pair.show("Space Space").sees("1:29 ahead").pass(3600).sees("1:00:46 of 10:15").sees("57:46 behind");
    pair.press("c").sees("0:00 of 10:15").sees("2:15 ahead").sees("this scene 0:00");
}

#[test]
fn the_elapsed_time_continues_after_an_interruption() {
    let mut pair = small();
    let before = Duration::from_secs(125);
    pair.speaker = Speaker::begin(|_| {}, TalkState { elapsed_before: before, ..TalkState::default() });
    pair.sync().sees("2:05 of 10:15").pass(5).sees("2:10 of 10:15").press("c").sees("0:00 of 10:15");
}

#[test]
fn the_notes_are_redrawn_once_a_second() {
    let mut pair = Pair::english();
    pair.speaker.pass(250);
    assert_eq!(pair.console.next_wake(pair.speaker.now), Some(Duration::from_millis(750)));
    let before = pair.cells();
    pair.speaker.pass(700);
    pair.console.tick(time(pair.speaker.now));
    assert!(pair.cells() == before, "something changed within a second");
    pair.speaker.pass(50);
    pair.console.tick(time(pair.speaker.now));
    assert!(pair.cells() != before, "the clock stands");
    let alone = Console::new(Language::En, GREY, time(Duration::ZERO));
    assert_eq!(alone.next_wake(Duration::from_secs(5)), None, "notes without a talk wake up");
}

#[test]
fn a_blank_frozen_or_covered_screen_is_a_warning() {
    let mut pair = small();
    pair.show("b").sees("blank screen").show("b").sees_no("blank screen").show("7").sees("scene 7? Enter").show("Esc");
    pair.show("F Space").sees("frozen on 1 What was promised").sees("What was made").show("F").sees_no("frozen");
    pair.show("?").sees("the keys are shown").show("Esc").sees_no("the keys are shown");
    pair.show("Enter").sees("the dashboard is shown").press("↓ Esc").sees_no("dashboard").sees("2/14");
    pair.show("a").sees("turns by itself").show("a").sees_no("by itself");
    let mut revealed = small();
    revealed.speaker = Speaker::begin(|_| {}, TalkState::default());
    revealed.speaker.press("Space").press("2 Enter").pass(100);
    revealed.sync().sees("of 17 shown");
}

#[test]
fn notes_stay_after_the_talk_disconnects_and_the_time_goes_on() {
    let mut pair = small();
    pair.show("Space").sees_no("gone");
    pair.console.receive(TalkUpdate::Disconnected, time(pair.speaker.now));
    pair.sees("The talk is gone").sees("What was made").pass(61).sees("1:01 of 10:15").sees("What was made");
    pair.sync().sees_no("gone");
    pair.console.receive(TalkUpdate::Incompatible, time(pair.speaker.now));
    pair.sees("No talk of this version").sees("What was made");
}

#[test]
fn notes_without_a_talk_explain_how_to_start_one() {
    let mut pair = small();
    pair.console = Console::new(Language::Ru, GREY, time(Duration::ZERO));
    pair.sees("Ждём начала показа").sees("planfact present --notes").sees("q закрыть").sees_no("Space");
    pair.sync().sees("What was promised").sees("Space next");
}

#[test]
fn notes_follow_the_language_of_the_talk() {
    let mut pair = small();
    pair.show("g").sees("Что обещали").sees("эта сцена").show("g").sees("осы көрініс");
}

#[test]
fn keys_of_the_notes_are_not_sent_to_the_talk() {
    let mut pair = small();
    let effect = |pair: &mut Pair, name| pair.console.event(&Event::Key(key(name)), time(Duration::ZERO));
    for name in ["q", "й", "Ctrl-C"] {
        assert_eq!(effect(&mut pair, name), Some(NotesEffect::Quit), "{name}");
    }
    assert_eq!(effect(&mut pair, "Ctrl-Z"), Some(NotesEffect::Suspend));
    for name in ["?", "↓", "↑", "Esc"] {
        assert_eq!(effect(&mut pair, name), None, "{name}");
    }
    assert_eq!(effect(&mut pair, "Esc"), Some(NotesEffect::SendKey(Chord::Key(KeyCode::Esc))));
    pair.press("?").sees("Keys of the notes").press("Esc").sees_no("Keys of the notes").sees("1/14");
}

#[test]
fn keys_from_the_notes_cannot_quit_or_suspend_the_talk() {
    let mut pair = small();
    for chord in [Chord::Char('q'), Chord::Char('й'), Chord::Ctrl('c'), Chord::Ctrl('z')] {
        assert_eq!(pair.speaker.app.remote_key(chord, Duration::ZERO), None, "{chord:?}");
    }
    pair.show("Enter");
    assert_eq!(pair.speaker.app.remote_key(Chord::Char('q'), Duration::ZERO), None);
    pair.press("Esc Space").sees("2/14");
}

#[test]
fn a_click_does_nothing_and_the_wheel_scrolls() {
    let mut pair = Pair::new(Language::En, GREY, (40, 12));
    let mut mouse = |kind| {
        let event = MouseEvent { kind, column: 3, row: 3, modifiers: KeyModifiers::NONE };
        let effect = pair.console.event(&Event::Mouse(event), time(Duration::ZERO));
        assert_eq!(effect, None);
        pair.text()
    };
    let before = mouse(MouseEventKind::Down(MouseButton::Left));
    assert_ne!(mouse(MouseEventKind::ScrollDown), before, "the wheel scrolls nothing");
    assert_eq!(mouse(MouseEventKind::ScrollUp), before);
}

#[test]
fn long_notes_scroll_to_their_end_and_start_at_the_top_of_the_next_scene() {
    let mut pair = Pair::new(Language::En, GREY, (40, 12));
    pair.show("Space").sees("The empty part").sees("↓").press("↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓");
    pair.sees_no("The empty part").sees("missed").sees("↑").press("↑").press("Space").sees("3/14").sees_no("↑");
}

#[test]
fn the_notes_are_drawn_at_every_size_in_every_look() {
    for paint in [GREY, Paint::default(), Paint { glyphs: Glyphs::Ascii, ..GREY }] {
        for waits in [false, true] {
            let mut pair = Pair::new(Language::Kk, paint, (40, 12));
            pair.show("Space b 7");
            if waits {
                pair.console = Console::new(Language::Kk, paint, time(Duration::ZERO));
            }
            pair.console.receive(TalkUpdate::Disconnected, time(Duration::ZERO));
            let sides = [0, 1, 2, 3, 4, 8, 12];
            for size in sides.iter().flat_map(|width| sides.iter().map(move |height| (*width, *height))) {
                pair.console.resize(Size::new(size.0, size.1));
                pair.cells();
            }
            for size in [(40, 12), (60, 16), (80, 24), (109, 30), (110, 30), (200, 60), (300, 5), (5, 100)] {
                pair.console.resize(Size::new(size.0, size.1));
                let text = pair.press("? ↓ ?").text();
                assert!(paint.glyphs != Glyphs::Ascii || !text.contains(['─', '↓', '▄', '█']), "{text}");
            }
        }
    }
}

#[test]
fn the_notes_are_drawn_as_before() {
    for (language, name, size) in [
        (Language::En, "en", (120, 36)),
        (Language::Ru, "ru", (80, 24)),
        (Language::Kk, "kk", (40, 12)),
        (Language::Kk, "kk", (200, 60)),
    ] {
        let mut pair = Pair::new(language, GREY, size);
        pair.pass(83).show("5 Enter").pass(12);
        if size == (80, 24) {
            pair.show("b");
            pair.console.receive(TalkUpdate::Disconnected, time(pair.speaker.now));
        }
        golden(&format!("talk/notes-{name}-{}x{}.txt", size.0, size.1), &pair.text());
    }
}

#[test]
fn every_key_of_the_last_line_is_explained_in_every_language() {
    for language in ALL {
        let hints = keys::hints(&Words::new(language));
        assert_eq!(hints.len(), 8);
        assert!(hints.iter().all(|hint| !hint.action.contains("short") && !hint.keys.long().is_empty()), "{hints:?}");
    }
}

#[test]
fn notes_in_line_mode_print_each_new_scene_and_the_time_on_request() {
    let mut speaker = Speaker::calm();
    let mut talk = LineNotes::new(Console::new(Language::En, GREY, time(Duration::ZERO)));
    assert!(talk.begin()[0].contains("? says the keys"));
    let none = talk.receive(TalkUpdate::Disconnected, time(Duration::ZERO)).join("\n");
    assert_eq!(none, "Waiting for a talk. It begins in another terminal with: planfact present --notes");
    let receive = |speaker: &Speaker, talk: &mut LineNotes| {
        let snapshot = Box::new(speaker.app.snapshot().unwrap());
        talk.receive(TalkUpdate::Snapshot(snapshot, speaker.now), time(speaker.now))
    };
    let said = receive(&speaker, &mut talk);
    assert_eq!(said[0], "1 / 14. What was promised");
    assert!(said.iter().any(|line| line.starts_with("Next. What was made. 171,442")), "{said:?}");
    assert_eq!(receive(&speaker, &mut talk), [""; 0], "the same is said twice");
    speaker.press("b");
    assert_eq!(receive(&speaker, &mut talk), ["blank screen"]);
    speaker.press("b");
    assert_eq!(receive(&speaker, &mut talk), ["the scene is shown again"]);
    let asked = talk.respond("", time(Duration::from_secs(50)));
    assert_eq!(asked, LineReply::Lines(vec!["0:50 of 10:15, 0:05 behind; this scene 0:50 of 0:45.".to_owned()]));
    assert_eq!(talk.respond("Space", time(speaker.now)), LineReply::SendKey(Chord::Char(' ')));
    assert!(
        matches!(talk.respond("spacebar", time(speaker.now)), LineReply::Lines(said) if said[0].contains("no key"))
    );
    assert!(matches!(talk.respond("?", time(speaker.now)), LineReply::Lines(said) if said.len() > 20));
    assert_eq!(talk.receive(TalkUpdate::Disconnected, time(speaker.now)).len(), 1);
    assert_eq!(talk.receive(TalkUpdate::Disconnected, time(speaker.now)), [""; 0]);
    assert_eq!(talk.respond("q", time(speaker.now)), LineReply::End);
}

/// Any snapshot that could be received.
fn any_snapshot() -> impl Strategy<Value = TalkSnapshot> {
    let text = || prop_oneof![any::<String>(), "[a-zа-я ]{0,40}", "[汽\u{301}👩\u{200d}]{0,30}", "x{9000}"];
    let piece =
        move || (text(), prop_oneof![Just(Role::Plain), Just(Role::Caution)]).prop_map(|(a, b)| SnapshotRun(a, b));
    let pieces = move || prop::collection::vec(piece(), 0..5);
    let rest = (any::<usize>(), prop::collection::vec(any::<u32>(), 0..5), text(), text(), pieces(), any::<[u64; 3]>());
    let next = prop::option::of((text(), pieces()).prop_map(|(title, sentence)| NextScene { title, sentence }));
    let room = prop_oneof![
        Just(AudienceView::Blank),
        Just(AudienceView::Scene),
        (any::<usize>(), text()).prop_map(|(place, title)| AudienceView::Scenes(place, title)),
    ];
    let frozen = prop::option::of((any::<usize>(), text()));
    let more = (next, prop::collection::vec(text(), 0..3), any::<(usize, usize)>(), room, frozen);
    (rest, more, prop::option::of(any::<usize>())).prop_map(|(rest, more, typed)| {
        let (scene, seconds, title, notes, sentence, [before, began, since]) = rest;
        let (next, later, steps, room, frozen) = more;
        let (language, verdict) = (title.clone(), sentence.first().cloned());
        let running = typed.is_some();
        let what = TalkSnapshot {
            language,
            scene,
            seconds,
            title,
            sentence,
            verdict,
            notes,
            next,
            later,
            steps,
            ..TalkSnapshot::default()
        };
        TalkSnapshot { before, began, since, room, frozen, typed, running, ..what }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_snapshot_is_drawn_without_control_characters(
        snapshot in any_snapshot(), now in any::<u64>(), later in 0u64..100_000_000, size in (0u16..130, 0u16..50),
    ) {
        let line = protocol::encode_state(&snapshot.sanitized(), Duration::from_millis(now));
        prop_assert!(line.len() <= protocol::MAX_LINE_BYTES);
        let (snapshot, at) = protocol::decode_state(line.trim_end()).unwrap();
        let mut console = Console::new(Language::Ru, GREY, time(Duration::ZERO));
        console.resize(Size::new(size.0, size.1));
        console.receive(TalkUpdate::Snapshot(Box::new(snapshot), at), time(Duration::ZERO));
        for name in ["↓", "?", "↓", "↓"] {
            console.event(&Event::Key(key(name)), time(Duration::ZERO));
        }
        console.tick(time(Duration::from_millis(later)));
        prop_assert!(console.next_wake(Duration::from_millis(later)).is_some());
        let mut buf = Buffer::empty(Rect::new(0, 0, size.0, size.1));
        console.draw(buf.area, &mut buf);
        prop_assert!(buf.content.iter().all(|cell| !cell.symbol().contains(char::is_control)));
    }

    #[test]
    fn any_bytes_can_be_read(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let mut reader = &bytes[..];
        while let Ok(Some(line)) = protocol::read_line(&mut reader) {
            prop_assert_eq!(protocol::decode_key(&line), None);
            prop_assert_eq!(protocol::decode_state(&line), None);
        }
    }
}
