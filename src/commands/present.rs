//! The talk: on a terminal the show, elsewhere its text.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::time::Duration;

use chrono::{NaiveTime, Timelike};

use super::{Exit, Outcome, Printed, REPORT, again, ended, failure, material, notes, record};
use crate::app::front::Front;
use crate::app::model::{Material, Model};
use crate::app::present::state::{AfterLast, Picture, State as Talk, Turning};
use crate::app::present::update::Action;
use crate::app::state::Motion;
use crate::app::{self, Around, Clock, Told};
use crate::cli::present::Present;
use crate::dataset::records::Language;
use crate::dataset::timing;
use crate::files::{self, name_of};
use crate::page::scene::{Scene, scenes};
use crate::page::words::{Words, code};
use crate::render::talk;
use crate::render::theme::{Glyphs, Paint};
use crate::render::tui::scene::check::faults;
use crate::settings::{Origin, Settings, World};

/// Gives the talk; where there is no terminal, prints it.
pub(super) fn present(settings: &Settings, asked: &Present, world: &World) -> Outcome {
    if asked.check {
        return check(settings, asked).unwrap_or_else(|outcome| outcome);
    }
    if let Err(outcome) = can_write_times(settings, asked) {
        return outcome;
    }
    if record::is_alone(asked, world) {
        let begun = material(settings).map(|material| {
            let talk = begun(settings, asked, &material, world);
            (material, talk)
        });
        return begun.and_then(|begun| record::alone(settings, asked, begun)).unwrap_or_else(|outcome| outcome);
    }
    if world.has_screen() {
        return show(settings, asked, world).unwrap_or_else(|outcome| outcome);
    }
    print(settings, asked).map_or_else(|outcome| outcome, Outcome::fine)
}

fn print(settings: &Settings, asked: &Present) -> Printed {
    let material = material(settings)?;
    let mut all = told(settings, &material);
    exists(asked, all.len())?;
    all.drain(..asked.scene.unwrap_or(1) - 1);
    Ok(talk::text(&all, asked.scene.unwrap_or(1), REPORT, settings.print.glyphs))
}

/// Refuses a scene that the talk does not have.
pub(super) fn exists(asked: &Present, scenes: usize) -> Result<(), Outcome> {
    match asked.scene {
        Some(scene) if !(1..=scenes).contains(&scene) => {
            Err(failure(Exit::Usage, format_args!("the talk has no scene {scene}: it has {scenes}")))
        }
        _ => Ok(()),
    }
}

/// Refuses to measure what could not be written in the end.
fn can_write_times(settings: &Settings, asked: &Present) -> Result<(), Outcome> {
    let Origin::File(path) = &settings.origin else {
        let why = "--write-times needs a file of your own: --data FILE";
        return if asked.write_times { Err(failure(Exit::Usage, why)) } else { Ok(()) };
    };
    let has_story = || files::read(path).is_ok_and(|text| timing::with_seconds(&text, &[]).is_some());
    if asked.write_times && !has_story() {
        return Err(failure(Exit::Usage, format_args!("{}: has no story to write the times to", name_of(path))));
    }
    Ok(())
}

/// The scenes in the language of the settings.
fn told(settings: &Settings, material: &Material) -> Vec<Scene> {
    let words = Words::new(settings.language).renamed(&material.dataset.words);
    scenes(&material.of_talk(&words, settings.known()))
}

/// The talk as it begins.
fn begun(settings: &Settings, asked: &Present, material: &Material, world: &World) -> Talk {
    let kept = asked.resume.then(|| kept(material, world)).flatten();
    let (first, before) = kept.unwrap_or_else(|| (asked.scene.unwrap_or(1).saturating_sub(1), Duration::ZERO));
    let talk = Talk::new(settings.language, settings.paint);
    Talk {
        picture: Picture { scene: first, ..talk.picture },
        before,
        motion: if asked.reduced_motion { Motion::Reduced } else { settings.motion },
        turning: if asked.autoplay { Turning::Itself } else { Turning::Speaker },
        after_last: if asked.again { AfterLast::First } else { AfterLast::Nothing },
        ..talk
    }
}

fn show(settings: &Settings, asked: &Present, world: &World) -> Result<Outcome, Outcome> {
    let desk = asked.notes.then(|| notes::desk(world)).transpose()?;
    let material = material(settings)?;
    let talk = begun(settings, asked, &material, world);
    let keep = keeper(&material, world);
    let title = record::title(settings, &material);
    let clock = Clock::start(world.clock);
    let mut front = Front::talk(Model::new(material, super::begun(settings)), talk, clock.elapsed());
    exists(asked, front.show().map_or(0, |show| show.scenes().len()))?;
    let mut recording = record::Live::begin(settings, asked, &front, &title)?;
    let follow = |told: Told<'_>| match told {
        Told::Scene(scene, elapsed) => keep(scene, elapsed),
        Told::Frame(at, front, bytes) => recording.iter_mut().for_each(|live| live.frame(at, front, bytes)),
    };
    let mut outcome = ended(app::run(&mut front, Around { clock, reload: || again(&settings.origin), follow, desk }));
    let end = clock.elapsed();
    front.act(Action::Quit, end);
    if asked.rehearse && outcome.exit == Exit::Fine {
        outcome = rehearsed(settings, asked, &front);
    }
    Ok(match recording {
        Some(live) => live.end(end, asked, outcome),
        None => outcome,
    })
}

/// How long the scenes took; written into the file where that was asked for.
fn rehearsed(settings: &Settings, asked: &Present, front: &Front) -> Outcome {
    let Some(show) = front.show() else { return Outcome::fine(String::new()) };
    let took: Vec<u64> = show.state().times.iter().map(|time| (*time + Duration::from_millis(500)).as_secs()).collect();
    let words = Words::new(settings.language);
    let heads = ["show-took", "show-planned", "show-in-all"].map(|key| words.get(key));
    let out = talk::times(show.scenes(), &took, &heads);
    if !asked.write_times {
        return Outcome::fine(out);
    }
    let failed = |why: String| Outcome { out: out.clone(), ..failure(Exit::Environment, why) };
    let Origin::File(path) = &settings.origin else { return Outcome::fine(out) };
    // A scene that was not on, or not for a second, keeps what was planned.
    let seconds: Vec<Option<u32>> =
        took.iter().map(|took| u32::try_from(*took).ok().filter(|seconds| *seconds > 0)).collect();
    let text = match files::read(path) {
        Ok(text) => text,
        Err(unreadable) => return failed(unreadable.to_string()),
    };
    match timing::with_seconds(&text, &seconds).map(|text| files::overwrite(path, &text)) {
        Some(Ok(())) => Outcome::fine(out),
        Some(Err(error)) => failed(format!("{}: {error}", name_of(path))),
        None => failed(format!("{}: has no story to write the times to", name_of(path))),
    }
}

/// Sizes that a talk is checked at unless others are asked for.
const SIZES: [(u16, u16); 3] = [(80, 24), (120, 36), (200, 60)];

/// Names every scene that a room could not read, in every language.
fn check(settings: &Settings, asked: &Present) -> Result<Outcome, Outcome> {
    let material = material(settings)?;
    let sizes = if asked.size.is_empty() { &SIZES[..] } else { &asked.size };
    let paint = Paint { glyphs: Glyphs::Braille, ..settings.print };
    let mut out = String::new();
    let mut all = 0;
    for language in [Language::En, Language::Ru, Language::Kk] {
        let scenes = told(&Settings { language, ..settings.clone() }, &material);
        all = scenes.len();
        for (place, scene) in scenes.iter().enumerate() {
            let count = format!("{} / {all}", place + 1);
            for &(width, height) in sizes {
                for fault in faults(scene, &count, &paint, (width, height)) {
                    let tag = code(language);
                    let _ = writeln!(out, "scene {} ({}), {tag}, {width}x{height}: {fault}", place + 1, scene.title);
                }
            }
        }
    }
    if out.is_empty() {
        let sizes: Vec<String> = sizes.iter().map(|(width, height)| format!("{width}x{height}")).collect();
        return Ok(Outcome::fine(format!("{all} scenes in 3 languages at {}: fine\n", sizes.join(", "))));
    }
    Ok(Outcome { out, err: String::new(), exit: Exit::Data })
}

/// Where the scene of a talk about this dataset is kept.
fn place(material: &Material, world: &World) -> Option<PathBuf> {
    Some(world.state_folder()?.join(format!("present-{}", material.dataset.id)))
}

/// Keeps each scene that is shown, with the time, so that a talk can go on after an accident. Where nothing can be written,
/// the talk goes on all the same.
pub(super) fn keeper(material: &Material, world: &World) -> impl Fn(usize, Duration) + use<> {
    let (place, wall) = (place(material, world), world.wall);
    move |scene, elapsed| {
        if let Some(place) = &place {
            let _ = files::keep(place, &keeping(scene, elapsed, wall()));
        }
    }
}

/// The scene that the last talk about this dataset was on, and how long that talk has been going on by now.
fn kept(material: &Material, world: &World) -> Option<(usize, Duration)> {
    let text = files::read(&place(material, world)?).ok()?;
    going_on(&text, (world.wall)())
}

/// What is kept: the number of the scene, the seconds of the talk, and the time of day in seconds.
fn keeping(scene: usize, elapsed: Duration, wall: NaiveTime) -> String {
    format!("{} {} {}\n", scene + 1, elapsed.as_secs(), wall.num_seconds_from_midnight())
}

/// What was kept, some time later. The time of a talk goes on through an accident; after longer than that, it is another talk.
fn going_on(text: &str, wall: NaiveTime) -> Option<(usize, Duration)> {
    /// Longer than anybody waits for a talk to go on.
    const MOST: u64 = 20 * 60;
    let mut numbers = text.split_whitespace().map(str::parse::<u64>);
    let scene = usize::try_from(numbers.next()?.ok()?.checked_sub(1)?).ok()?;
    let (Some(Ok(elapsed)), Some(Ok(then @ 0..DAY))) = (numbers.next(), numbers.next()) else {
        return Some((scene, Duration::ZERO));
    };
    let since = (u64::from(wall.num_seconds_from_midnight()) + DAY - then) % DAY;
    let elapsed = if since <= MOST { elapsed.saturating_add(since) } else { 0 };
    Some((scene, Duration::from_secs(elapsed.min(DAY))))
}

/// Seconds of a day.
const DAY: u64 = 24 * 60 * 60;

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hour: u32, minute: u32) -> NaiveTime {
        NaiveTime::from_hms_opt(hour, minute, 5).unwrap()
    }

    #[test]
    fn a_talk_goes_on_from_its_scene_and_its_time_from_when_it_stopped() {
        let kept = keeping(2, Duration::from_millis(125_900), at(14, 32));
        assert_eq!(kept, "3 125 52325\n");
        assert_eq!(going_on(&kept, at(14, 34)), Some((2, Duration::from_secs(245))));
        assert_eq!(going_on(&kept, at(17, 0)), Some((2, Duration::ZERO)), "the time of another talk goes on");
        let late = keeping(0, Duration::from_secs(60), at(23, 59));
        assert_eq!(going_on(&late, at(0, 1)), Some((0, Duration::from_secs(180))), "midnight is in the way");
    }

    #[test]
    fn what_cannot_have_been_kept_is_no_scene_or_no_time() {
        for text in ["", "0", "x", "-1 5 5", "99999999999999999999"] {
            assert_eq!(going_on(text, at(12, 0)), None, "{text}");
        }
        for text in ["3", "3 x 5", "3 5", "3 5 99999999", "3 18446744073709551615 43205 more"] {
            let (scene, elapsed) = going_on(text, at(12, 0)).unwrap();
            assert!(scene == 2 && elapsed <= Duration::from_secs(DAY), "{text}: {elapsed:?}");
        }
    }
}
