//! `planfact present --check`: scenes that an audience could not read, in every language and at several sizes.

use std::fmt::Write as _;

use crate::app::app_data::AppData;
use crate::commands::inputs::load_app_data;
use crate::commands::output::{CommandOutput, Exit};
use crate::dataset::records::Language;
use crate::page::i18n::{Words, language_code};
use crate::page::talk::{TalkScene, scenes};
use crate::render::look::theme::{Glyphs, Paint};
use crate::render::tui::talk::check::scene_faults;
use crate::settings::resolve::Settings;

/// Width and height in cells, unless `--size` is given.
const DEFAULT_SIZES: [(u16, u16); 3] = [(80, 24), (120, 36), (200, 60)];

/// The scenes of the talk in a language.
pub(super) fn talk_scenes(settings: &Settings, data: &AppData, language: Language) -> Vec<TalkScene> {
    let words = Words::new(language).with_dataset_names(&data.dataset.words);
    scenes(&data.for_talk(&words, settings.as_of_date()))
}

pub(super) fn check_talk(settings: &Settings, sizes: &[(u16, u16)]) -> Result<CommandOutput, CommandOutput> {
    let data = load_app_data(settings)?;
    let sizes = if sizes.is_empty() { &DEFAULT_SIZES[..] } else { sizes };
    let paint = Paint { glyphs: Glyphs::Braille, ..settings.print_paint };
    let mut faults = String::new();
    let mut scene_count = 0;
    for language in [Language::En, Language::Ru, Language::Kk] {
        let scenes = talk_scenes(settings, &data, language);
        scene_count = scenes.len();
        for (number, scene) in (1..).zip(&scenes) {
            let counter = format!("{number} / {scene_count}");
            for &(width, height) in sizes {
                for fault in scene_faults(scene, &counter, &paint, (width, height)) {
                    let (title, language) = (&scene.title, language_code(language));
                    let _ = writeln!(faults, "scene {number} ({title}), {language}, {width}x{height}: {fault}");
                }
            }
        }
    }
    if faults.is_empty() {
        let sizes: Vec<String> = sizes.iter().map(|(width, height)| format!("{width}x{height}")).collect();
        let sizes = sizes.join(", ");
        return Ok(CommandOutput::success(format!("{scene_count} scenes in 3 languages at {sizes}: fine\n")));
    }
    Ok(CommandOutput { stdout: faults, stderr: String::new(), exit: Exit::InvalidData })
}
