//! Golden screens of scenes, readable with `cat`. `UPDATE_GOLDEN=1` writes them.

use planfact::dataset::records::Language;
use planfact::page::talk::TalkScene;
use planfact::render::look::theme::{ColorLevel, Glyphs, Paint, Theme};
use planfact::render::tui::export;
use planfact::render::tui::talk::{LeadText, SceneCover, TalkScreen, draw_talk};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::scenes_of;
use crate::screens::any_size::check;
use crate::screens::golden::golden;
use crate::walks::walk::MOTOR;

/// Without colour, with every glyph.
const GREY: Paint = Paint { theme: Theme::Steppe, colors: ColorLevel::None, glyphs: Glyphs::Braille };

/// A fully revealed scene.
pub(crate) fn draw(scene: &TalkScene, lead: LeadText, paint: Paint, (width, height): (u16, u16)) -> Buffer {
    let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
    let on = TalkScreen {
        whole: scene,
        shown: scene,
        count: "1 / 14",
        lead,
        spotlight: None,
        cover: SceneCover::None,
        keys: "",
    };
    draw_talk(&on, &paint, buf.area, &mut buf);
    buf
}

fn check_goldens(language: Language, name: &str, size: (u16, u16), every: usize) {
    for (place, scene) in scenes_of(MOTOR, language).iter().enumerate().step_by(every) {
        let text = export::text(&draw(scene, LeadText::Sentence, GREY, size));
        golden(&format!("talk/{:02}-{name}-{}x{}.txt", place + 1, size.0, size.1), &text);
    }
}

#[test]
fn the_scenes_in_english_are_drawn_as_before() {
    check_goldens(Language::En, "en", (120, 36), 1);
}

#[test]
fn the_scenes_in_russian_are_drawn_as_before() {
    check_goldens(Language::Ru, "ru", (80, 24), 2);
}

#[test]
fn the_scenes_in_kazakh_are_drawn_as_before() {
    check_goldens(Language::Kk, "kk", (200, 60), 4);
}

#[test]
fn a_scene_is_drawn_at_every_size() {
    let scenes = scenes_of(MOTOR, Language::Ru);
    // One of each kind of picture.
    for scene in [0, 5, 6, 7, 9, 12].map(|place| &scenes[place]) {
        for (width, height) in (0..=14).flat_map(|width| (0..=14).map(move |height| (width, height))) {
            check(&draw(scene, LeadText::Sentence, GREY, (width, height)), GREY);
        }
        for size in [(20, 12), (39, 23), (61, 16), (100, 30), (241, 70), (9, 200), (300, 5)] {
            for glyphs in [Glyphs::Braille, Glyphs::Block, Glyphs::Ascii] {
                for lead in [LeadText::Sentence, LeadText::Number] {
                    let paint = Paint { glyphs, ..GREY };
                    check(&draw(scene, lead, paint, size), paint);
                }
            }
        }
    }
}
