//! The talk: on a terminal the show, elsewhere its text.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::time::Duration;

use chrono::{NaiveTime, Timelike};

use crate::app;
use crate::app::app_data::AppData;
use crate::app::app_state::App;
use crate::app::dashboard::model::Model;
use crate::app::dashboard::state::Motion;
use crate::app::event_loop::{RunEvent, RunInputs};
use crate::app::present::state::{Advance, AtEnd, SceneView, TalkState};
use crate::app::run_types::Clock;
use crate::cli::present::PresentArgs;
use crate::commands::{
    CommandOutput, CommandResult, Exit, REPORT_WIDTH, failure, material, notes, record, reload_dataset, session_output,
};
use crate::dataset::format::scene_seconds;
use crate::dataset::records::Language;
use crate::files::{self, display_name};
use crate::page::i18n::{Words, language_code};
use crate::page::talk::{TalkScene, scenes};
use crate::render::look::theme::{Glyphs, Paint};
use crate::render::text::talk;
use crate::render::tui::talk::check::scene_faults;
use crate::settings::{HostEnvironment, Origin, Settings};

/// Gives the talk; where there is no terminal, prints it.
pub(super) fn present(settings: &Settings, args: &PresentArgs, environment: &HostEnvironment) -> CommandOutput {
    if args.check {
        return check_talk(settings, args).unwrap_or_else(|outcome| outcome);
    }
    if let Err(outcome) = check_write_times(settings, args) {
        return outcome;
    }
    if record::is_unattended(args, environment) {
        let begun = material(settings).map(|material| {
            let talk = initial_talk(args, &material, environment);
            (material, talk)
        });
        return begun
            .and_then(|begun| record::record_unattended(settings, args, begun))
            .unwrap_or_else(|outcome| outcome);
    }
    if environment.can_show_dashboard() {
        return run_talk(settings, args, environment).unwrap_or_else(|outcome| outcome);
    }
    print(settings, args).map_or_else(|outcome| outcome, CommandOutput::success)
}

fn print(settings: &Settings, args: &PresentArgs) -> CommandResult {
    let material = material(settings)?;
    let mut all = talk_scenes(settings, &material);
    check_scene_number(args, all.len())?;
    all.drain(..args.scene.unwrap_or(1) - 1);
    Ok(talk::talk_text(&all, args.scene.unwrap_or(1), REPORT_WIDTH, settings.print.glyphs))
}

/// Refuses a scene that the talk does not have.
pub(super) fn check_scene_number(args: &PresentArgs, scenes: usize) -> Result<(), CommandOutput> {
    match args.scene {
        Some(scene) if !(1..=scenes).contains(&scene) => {
            Err(failure(Exit::Usage, format_args!("the talk has no scene {scene}: it has {scenes}")))
        }
        _ => Ok(()),
    }
}

/// Refuses to measure what could not be written in the end.
fn check_write_times(settings: &Settings, args: &PresentArgs) -> Result<(), CommandOutput> {
    let Origin::File(path) = &settings.origin else {
        let why = "--write-times needs a file of your own: --data FILE";
        return if args.write_times { Err(failure(Exit::Usage, why)) } else { Ok(()) };
    };
    let has_story = || files::read(path).is_ok_and(|text| scene_seconds::with_scene_seconds(&text, &[]).is_some());
    if args.write_times && !has_story() {
        return Err(failure(Exit::Usage, format_args!("{}: has no story to write the times to", display_name(path))));
    }
    Ok(())
}

/// The scenes in the language of the settings.
fn talk_scenes(settings: &Settings, material: &AppData) -> Vec<TalkScene> {
    let words = Words::new(settings.language).with_dataset_names(&material.dataset.words);
    scenes(&material.for_talk(&words, settings.as_of_date()))
}

/// The talk as it begins.
fn initial_talk(args: &PresentArgs, material: &AppData, environment: &HostEnvironment) -> TalkState {
    let kept = args.resume.then(|| saved_position(material, environment)).flatten();
    let (first, before) = kept.unwrap_or_else(|| (args.scene.unwrap_or(1).saturating_sub(1), Duration::ZERO));
    let talk = TalkState::default();
    TalkState {
        view: SceneView { scene: first, ..talk.view },
        elapsed_before: before,
        advance: if args.autoplay { Advance::Auto } else { Advance::Manual },
        at_end: if args.repeat { AtEnd::Restart } else { AtEnd::Stay },
        ..talk
    }
}

/// Whether the talk moves by itself.
pub(super) fn motion(settings: &Settings, args: &PresentArgs) -> Motion {
    if args.reduced_motion { Motion::Reduced } else { settings.motion }
}

fn run_talk(
    settings: &Settings,
    args: &PresentArgs,
    environment: &HostEnvironment,
) -> Result<CommandOutput, CommandOutput> {
    let notes_server = args.notes.then(|| notes::bind_server(environment)).transpose()?;
    let material = material(settings)?;
    let talk = initial_talk(args, &material, environment);
    let save_position = position_saver(&material, environment);
    let title = record::recording_title(settings, &material);
    let clock = Clock::start(environment.clock);
    let mut state = crate::commands::initial_state(settings);
    state.look.motion = motion(settings, args);
    let mut app = App::with_talk(Model::new(material, state), talk, clock.elapsed());
    check_scene_number(args, app.talk().map_or(0, |show| show.scenes().len()))?;
    let mut recording = record::LiveRecording::begin(settings, args, &app, &title)?;
    let on_event = |told: RunEvent<'_>| match told {
        RunEvent::SceneChanged(scene, elapsed) => save_position(scene, elapsed),
        RunEvent::FrameDrawn(at, app, bytes) => recording.iter_mut().for_each(|live| live.frame(at, app, bytes)),
    };
    let mut outcome = session_output(app::event_loop::run(
        &mut app,
        RunInputs { clock, reload: || reload_dataset(&settings.origin), on_event, notes_server },
    ));
    let end = clock.elapsed();
    app.end_talk(end);
    if args.rehearse && outcome.exit == Exit::Success {
        outcome = rehearsal_output(settings, args, &app);
    }
    Ok(match recording {
        Some(live) => live.end(end, args, outcome),
        None => outcome,
    })
}

/// How long the scenes took; written into the file where that was asked for.
fn rehearsal_output(settings: &Settings, args: &PresentArgs, app: &App) -> CommandOutput {
    let Some(show) = app.talk() else { return CommandOutput::success(String::new()) };
    let took: Vec<u64> =
        show.state().scene_times.iter().map(|time| (*time + Duration::from_millis(500)).as_secs()).collect();
    let words = Words::new(settings.language);
    let heads = ["show-took", "show-planned", "show-in-all"].map(|key| words.get(key));
    let stdout = talk::times_table(show.scenes(), &took, &heads);
    if !args.write_times {
        return CommandOutput::success(stdout);
    }
    let failed = |why: String| CommandOutput { stdout: stdout.clone(), ..failure(Exit::Environment, why) };
    let Origin::File(path) = &settings.origin else { return CommandOutput::success(stdout) };
    // A scene that was not on, or not for a second, keeps what was planned.
    let seconds: Vec<Option<u32>> =
        took.iter().map(|took| u32::try_from(*took).ok().filter(|seconds| *seconds > 0)).collect();
    let text = match files::read(path) {
        Ok(text) => text,
        Err(unreadable) => return failed(unreadable.to_string()),
    };
    match scene_seconds::with_scene_seconds(&text, &seconds).map(|text| files::overwrite(path, &text)) {
        Some(Ok(())) => CommandOutput::success(stdout),
        Some(Err(error)) => failed(format!("{}: {error}", display_name(path))),
        None => failed(format!("{}: has no story to write the times to", display_name(path))),
    }
}

/// Sizes that a talk is checked at unless others are asked for.
const CHECK_SIZES: [(u16, u16); 3] = [(80, 24), (120, 36), (200, 60)];

/// Names every scene that a room could not read, in every language.
fn check_talk(settings: &Settings, args: &PresentArgs) -> Result<CommandOutput, CommandOutput> {
    let material = material(settings)?;
    let sizes = if args.size.is_empty() { &CHECK_SIZES[..] } else { &args.size };
    let paint = Paint { glyphs: Glyphs::Braille, ..settings.print };
    let mut stdout = String::new();
    let mut all = 0;
    for language in [Language::En, Language::Ru, Language::Kk] {
        let scenes = talk_scenes(&Settings { language, ..settings.clone() }, &material);
        all = scenes.len();
        for (place, scene) in scenes.iter().enumerate() {
            let count = format!("{} / {all}", place + 1);
            for &(width, height) in sizes {
                for fault in scene_faults(scene, &count, &paint, (width, height)) {
                    let tag = language_code(language);
                    let _ = writeln!(stdout, "scene {} ({}), {tag}, {width}x{height}: {fault}", place + 1, scene.title);
                }
            }
        }
    }
    if stdout.is_empty() {
        let sizes: Vec<String> = sizes.iter().map(|(width, height)| format!("{width}x{height}")).collect();
        return Ok(CommandOutput::success(format!("{all} scenes in 3 languages at {}: fine\n", sizes.join(", "))));
    }
    Ok(CommandOutput { stdout, stderr: String::new(), exit: Exit::InvalidData })
}

/// Where the scene of a talk about this dataset is kept.
fn place(material: &AppData, environment: &HostEnvironment) -> Option<PathBuf> {
    Some(environment.state_folder()?.join(format!("present-{}", material.dataset.id)))
}

/// Keeps each scene that is shown, with the time, so that a talk can go on after an accident. Where nothing can be written,
/// the talk goes on all the same.
pub(super) fn position_saver(material: &AppData, environment: &HostEnvironment) -> impl Fn(usize, Duration) + use<> {
    let (place, time_of_day) = (place(material, environment), environment.time_of_day);
    move |scene, elapsed| {
        if let Some(place) = &place {
            let _ = files::write_atomically(place, &format_position(scene, elapsed, time_of_day()));
        }
    }
}

/// The scene that the last talk about this dataset was on, and how long that talk has been going on by now.
fn saved_position(material: &AppData, environment: &HostEnvironment) -> Option<(usize, Duration)> {
    let text = files::read(&place(material, environment)?).ok()?;
    parse_position(&text, (environment.time_of_day)())
}

/// What is kept: the number of the scene, the seconds of the talk, and the time of day in seconds.
fn format_position(scene: usize, elapsed: Duration, time_of_day: NaiveTime) -> String {
    format!("{} {} {}\n", scene + 1, elapsed.as_secs(), time_of_day.num_seconds_from_midnight())
}

/// What was kept, some time later. The time of a talk goes on through an accident; after longer than that, it is another talk.
fn parse_position(text: &str, time_of_day: NaiveTime) -> Option<(usize, Duration)> {
    /// Longer than anybody waits for a talk to go on.
    const MAX_PAUSE_SECONDS: u64 = 20 * 60;
    let mut numbers = text.split_whitespace().map(str::parse::<u64>);
    let scene = usize::try_from(numbers.next()?.ok()?.checked_sub(1)?).ok()?;
    let (Some(Ok(elapsed)), Some(Ok(then @ 0..SECONDS_PER_DAY))) = (numbers.next(), numbers.next()) else {
        return Some((scene, Duration::ZERO));
    };
    let since = (u64::from(time_of_day.num_seconds_from_midnight()) + SECONDS_PER_DAY - then) % SECONDS_PER_DAY;
    let elapsed = if since <= MAX_PAUSE_SECONDS { elapsed.saturating_add(since) } else { 0 };
    Some((scene, Duration::from_secs(elapsed.min(SECONDS_PER_DAY))))
}

/// Seconds of a day.
const SECONDS_PER_DAY: u64 = 24 * 60 * 60;

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hour: u32, minute: u32) -> NaiveTime {
        NaiveTime::from_hms_opt(hour, minute, 5).unwrap()
    }

    #[test]
    fn a_talk_goes_on_from_its_scene_and_its_time_from_when_it_stopped() {
        let kept = format_position(2, Duration::from_millis(125_900), at(14, 32));
        assert_eq!(kept, "3 125 52325\n");
        assert_eq!(parse_position(&kept, at(14, 34)), Some((2, Duration::from_secs(245))));
        assert_eq!(parse_position(&kept, at(17, 0)), Some((2, Duration::ZERO)), "the time of another talk goes on");
        let late = format_position(0, Duration::from_secs(60), at(23, 59));
        assert_eq!(parse_position(&late, at(0, 1)), Some((0, Duration::from_secs(180))), "midnight is in the way");
    }

    #[test]
    fn what_cannot_have_been_kept_is_no_scene_or_no_time() {
        for text in ["", "0", "x", "-1 5 5", "99999999999999999999"] {
            assert_eq!(parse_position(text, at(12, 0)), None, "{text}");
        }
        for text in ["3", "3 x 5", "3 5", "3 5 99999999", "3 18446744073709551615 43205 more"] {
            let (scene, elapsed) = parse_position(text, at(12, 0)).unwrap();
            assert!(scene == 2 && elapsed <= Duration::from_secs(SECONDS_PER_DAY), "{text}: {elapsed:?}");
        }
    }
}
