//! The talk: on a terminal the show, elsewhere its text.

use super::{Outcome, Printed, REPORT, material};
use crate::app::model::Material;
use crate::cli::present::Present;
use crate::page::scene::{self, Scene, scenes};
use crate::page::words::Words;
use crate::render::talk;
use crate::settings::{Settings, World};

/// Gives the talk; where there is no terminal, prints it.
pub(super) fn present(settings: &Settings, asked: &Present, world: &World) -> Outcome {
    let _ = world;
    print(settings, asked).map_or_else(|outcome| outcome, Outcome::fine)
}

fn print(settings: &Settings, asked: &Present) -> Printed {
    let material = material(settings)?;
    let mut all = told(settings, &material);
    all.drain(..asked.scene.unwrap_or(1).saturating_sub(1).min(all.len()));
    Ok(talk::text(&all, asked.scene.unwrap_or(1), REPORT, settings.print.glyphs))
}

/// The scenes in the language of the settings.
fn told(settings: &Settings, material: &Material) -> Vec<Scene> {
    let words = Words::new(settings.language).renamed(&material.dataset.words);
    let from = scene::Material {
        dataset: &material.dataset,
        words: &words,
        outline: &material.outline,
        known: settings.known(),
    };
    scenes(&from)
}
