//! Output to the terminal: each frame is written once, whole, and only what changed.

use std::path::Path;

use planfact::app::terminal::frame_encoder::FrameEncoder;
use planfact::render::tui::layout::areas::Hyperlink;
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::{Color, Modifier, Style};
use unicode_width::UnicodeWidthStr;

use super::session::{FIXED, Session, cells, program};

const FRAME: &[u8] = b"\x1b[?2026h";

fn count(raw: &[u8], bytes: &[u8]) -> usize {
    raw.windows(bytes.len()).filter(|window| *window == bytes).count()
}

#[test]
fn the_first_frame_is_written_once_and_two_queries_at_most() {
    let mut session = Session::dashboard();
    session.see("q quit");
    session.press("q");
    session.end();
    assert_eq!(count(&session.raw, FRAME), 1);
    let end = session.raw.windows(8).position(|window| window == b"\x1b[?2026l").unwrap();
    assert_eq!(count(&session.raw[..end], b"\x1b]"), 0, "something is queried before the first frame");
    assert_eq!(count(&session.raw[..end], b"\x1b[6n"), 1, "the width of signs, which the first frame paints over");
    assert_eq!(count(&session.raw, b"\x1b[6n"), 1);
    for query in ["\x1b[c", "\x1b[0c", "\x1b[>c", "\x1b[5n", "\x1b[?u", "\x1b]10", "\x1b]12", "\x1bP", "$p"] {
        assert_eq!(count(&session.raw, query.as_bytes()), 0, "{query:?} is sent");
    }
}

#[test]
fn keys_that_change_nothing_write_nothing() {
    let mut session = Session::dashboard();
    session.see("q quit");
    let before = count(&session.raw, FRAME);
    for _ in 0..50 {
        session.press("Z");
        std::thread::yield_now();
    }
    session.press("g");
    session.see("q выход");
    session.press("q");
    session.end();
    assert_eq!(count(&session.raw, FRAME) - before, 1);
}

#[test]
fn without_colours_no_colour_is_written() {
    let mut session = Session::start(&program(), &FIXED, &[("NO_COLOR", "1")]);
    session.see("q quit");
    let raw = String::from_utf8_lossy(&session.raw).into_owned();
    assert!(!raw.contains("38;") && !raw.contains("48;"), "{raw:?}");
}

#[test]
fn colours_match_the_color_level_of_the_terminal() {
    let mut session = Session::dashboard();
    session.see("q quit");
    let raw = String::from_utf8_lossy(&session.raw).into_owned();
    assert!(raw.contains("38;5;") && !raw.contains("38;2;"), "{raw:?}");
    let mut session = Session::start(&program(), &FIXED, &[("COLORTERM", "truecolor")]);
    session.see("q quit");
    assert!(String::from_utf8_lossy(&session.raw).contains("38;2;"));
}

#[test]
fn a_dumb_terminal_gets_line_mode() {
    let mut session = Session::start(&program(), &FIXED, &[("TERM", "dumb")]);
    session.see("0. Quit");
    session.press("1\n");
    session.see("0. Back");
    session.press("q\n");
    assert_eq!(session.end().exit_code(), 0);
    assert!(!session.raw.contains(&0x1b));
    assert!(String::from_utf8_lossy(&session.raw).contains("171,442"));
}

#[test]
fn reports_are_wrapped_to_the_width_of_the_terminal() {
    for arguments in [&["report", "overview"][..], &["explain", "vehicles-by-2025"]] {
        let program = program();
        let shell = ["-c", "read go; exec \"$0\" \"$@\"", program.to_str().unwrap()];
        let mut session = Session::start(Path::new("sh"), &[&shell[..], arguments, &FIXED].concat(), &[]);
        session.resize(60, 30);
        session.press("\n");
        assert_eq!(session.end().exit_code(), 0);
        let printed = String::from_utf8_lossy(&session.raw).into_owned();
        let lines = printed.lines().filter(|line| !line.contains("https://"));
        let longest = lines.map(|line| line.trim_end().chars().count()).max();
        assert!((50..=60).contains(&longest.unwrap_or_default()), "{printed}");
    }
}

/// Column, row, text and style.
type Stroke = (u16, u16, &'static str, Style);

/// Painted below the strokes of every frame, so that cells stay unchanged between cells that change.
const BASE: [Stroke; 3] = [
    (0, 0, "plan by 2025", Style::new().fg(Color::Red)),
    (0, 1, "of 汽车 1,000", Style::new().bg(Color::Indexed(208)).add_modifier(Modifier::BOLD)),
    (2, 2, "a  Қаз", Style::new().add_modifier(Modifier::UNDERLINED)),
];

fn strokes() -> impl Strategy<Value = Vec<Stroke>> {
    let text = prop::sample::select(vec!["a", "plan", "Қазақ", "汽", "汽车", "⣿█─", "  ", "≥1"]);
    let color = || {
        let colors = [Color::Reset, Color::Red, Color::LightBlue, Color::Indexed(208), Color::Rgb(1, 22, 133)];
        prop::sample::select(colors.to_vec())
    };
    let modifiers = prop::collection::vec(
        prop::sample::select(vec![Modifier::BOLD, Modifier::ITALIC, Modifier::UNDERLINED, Modifier::REVERSED]),
        0..3,
    );
    let style = (color(), color(), modifiers).prop_map(|(text, background, modifiers)| {
        modifiers.into_iter().fold(Style::new().fg(text).bg(background), Style::add_modifier)
    });
    prop::collection::vec((0..11_u16, 0..3_u16, text, style), 0..6).prop_map(|strokes| [&BASE[..], &strokes].concat())
}

/// A colour of the emulator.
fn emulated(color: Color) -> vt100::Color {
    match color {
        Color::Red => vt100::Color::Idx(1),
        Color::LightBlue => vt100::Color::Idx(12),
        Color::Indexed(index) => vt100::Color::Idx(index),
        Color::Rgb(red, green, blue) => vt100::Color::Rgb(red, green, blue),
        _ => vt100::Color::Default,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_screen_shows_the_painted_frame_after_any_other(frames_to_paint in prop::collection::vec(strokes(), 1..6)) {
        let mut frames = FrameEncoder::default();
        let mut screen = vt100::Parser::new(cells(3), cells(12), 0);
        for strokes in frames_to_paint {
            let mut painted = Buffer::default();
            let frame = frames.encode(Size::new(12, 3), &[], |_, buf| {
                for (x, y, text, style) in &strokes {
                    buf.set_string(*x, *y, text, *style);
                }
                painted = buf.clone();
            });
            screen.process(&frame);
            let mut covered = 0;
            for (place, cell) in painted.content.iter().enumerate() {
                let (x, y) = painted.pos_of(place);
                if covered > 0 {
                    covered -= 1;
                    continue;
                }
                covered = cell.symbol().width().max(1) - 1;
                let shown = screen.screen().cell(y, x).expect("a cell");
                let text = if shown.contents().is_empty() { " " } else { shown.contents() };
                prop_assert_eq!((text, x, y), (cell.symbol(), x, y));
                prop_assert_eq!(shown.bgcolor(), emulated(cell.bg), "the background at {},{}", x, y);
                for (modifier, is_set) in [(Modifier::UNDERLINED, shown.underline()), (Modifier::REVERSED, shown.inverse())] {
                    prop_assert_eq!(cell.modifier.contains(modifier), is_set, "{:?} at {},{}", modifier, x, y);
                }
                if cell.symbol() == " " && !cell.modifier.intersects(Modifier::UNDERLINED | Modifier::REVERSED) {
                    // Foreground, bold and italic are invisible on a space.
                    continue;
                }
                prop_assert_eq!(shown.fgcolor(), emulated(cell.fg), "the text at {},{}", x, y);
                for (modifier, is_set) in [
                    (Modifier::BOLD, shown.bold()),
                    (Modifier::ITALIC, shown.italic()),
                ] {
                    prop_assert_eq!(cell.modifier.contains(modifier), is_set, "{:?} at {},{}", modifier, x, y);
                }
            }
        }
    }
}

/// Areas of links with their addresses.
fn places() -> impl Strategy<Value = Vec<(Rect, &'static str)>> {
    let address = prop::sample::select(vec!["https://a.kz", "https://b.kz"]);
    let place = (0..10_u16, 0..3_u16, 1..3_u16, address);
    prop::collection::vec(place.prop_map(|(x, y, width, address)| (Rect::new(x, y, width, 1), address)), 0..3)
}

/// A terminal emulator of text and links alone. Writing over half of a wide character erases the other half.
struct LinkScreen(Vec<Vec<(String, Option<String>)>>);

impl LinkScreen {
    fn process(&mut self, frame: &[u8]) {
        let text = std::str::from_utf8(frame).unwrap();
        let (mut at, mut link, mut rest) = ((0, 0), None, text);
        while let Some(first) = rest.chars().next() {
            if let Some(osc) = rest.strip_prefix("\x1b]8;") {
                let (inside, after) = osc.split_once("\x1b\\").unwrap();
                let address = inside.split_once(';').unwrap().1;
                link = (!address.is_empty()).then(|| address.to_owned());
                rest = after;
            } else if let Some(csi) = rest.strip_prefix("\x1b[") {
                let end = csi.find(|ch: char| ch.is_ascii_alphabetic()).unwrap();
                match (&csi[..end], &csi[end..=end]) {
                    (place, "H") => {
                        let (y, x) = place.split_once(';').unwrap();
                        at = (x.parse::<usize>().unwrap() - 1, y.parse::<usize>().unwrap() - 1);
                    }
                    (columns, "C") => at.0 += columns.parse::<usize>().unwrap(),
                    (_, "J") => self.0.iter_mut().flatten().for_each(|cell| *cell = (" ".to_owned(), None)),
                    _ => {}
                }
                rest = &csi[end + 1..];
            } else {
                let wide = first.to_string().width();
                for x in at.0..at.0 + wide {
                    self.erase((x, at.1));
                    self.0[at.1][x] = (String::new(), link.clone());
                }
                self.0[at.1][at.0].0 = first.to_string();
                at.0 += wide;
                rest = &rest[first.len_utf8()..];
            }
        }
    }

    fn erase(&mut self, (x, y): (usize, usize)) {
        let line = &mut self.0[y];
        if line[x].0.is_empty() && x > 0 {
            " ".clone_into(&mut line[x - 1].0);
            " ".clone_into(&mut line[x].0);
        }
        if line.get(x + 1).is_some_and(|next| next.0.is_empty()) {
            " ".clone_into(&mut line[x + 1].0);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn exactly_the_links_of_the_last_frame_are_links(frames_to_paint in prop::collection::vec((strokes(), places()), 1..6)) {
        let mut frames = FrameEncoder::default();
        let mut screen = LinkScreen(vec![vec![(" ".to_owned(), None); 13]; 3]);
        for (strokes, places) in frames_to_paint {
            let mut links: Vec<Hyperlink> = Vec::new();
            for (at, address) in places {
                if links.iter().all(|link| !link.at.intersects(at)) {
                    links.push(Hyperlink { at, address: address.to_owned() });
                }
            }
            let mut painted = Buffer::default();
            let frame = frames.encode(Size::new(12, 3), &links, |_, buf| {
                for (x, y, text, style) in &strokes {
                    buf.set_string(*x, *y, text, *style);
                }
                painted = buf.clone();
            });
            screen.process(&frame);
            for (place, _) in painted.content.iter().enumerate() {
                let (x, y) = painted.pos_of(place);
                let is_covered = x > 0 && painted[(x - 1, y)].symbol().width() > 1;
                let link = links.iter().find(|link| link.at.contains(Position { x, y })).map(|link| &*link.address);
                let (text, shown) = &screen.0[usize::from(y)][usize::from(x)];
                if !is_covered {
                    prop_assert_eq!((&**text, x, y), (painted[(x, y)].symbol(), x, y));
                    prop_assert_eq!((shown.as_deref(), x, y), (link, x, y));
                }
            }
        }
    }
}
