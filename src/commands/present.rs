//! `planfact present`: the talk on a terminal, elsewhere its text.

use std::path::Path;
use std::time::Duration;

use crate::app::app_data::AppData;
use crate::app::app_state::App;
use crate::app::dashboard::model::Model;
use crate::app::event_loop::{self, RunEvent, RunInputs};
use crate::app::present::state::{Advance, AtEnd, SceneView, TalkState};
use crate::app::run_types::Clock;
use crate::cli::present::PresentArgs;
use crate::commands::dashboard::{initial_state, session_output};
use crate::commands::inputs::{load_app_data, reload_dataset};
use crate::commands::output::{CommandOutput, Exit, failure};
use crate::commands::print::DEFAULT_WIDTH;
use crate::commands::talk_check::{check_talk, talk_scenes};
use crate::commands::talk_position::{self, TalkPosition};
use crate::commands::{notes, record};
use crate::dataset::format::scene_seconds;
use crate::files::{self, display_name};
use crate::page::i18n::Words;
use crate::render::text::talk;
use crate::settings::environment::HostEnvironment;
use crate::settings::resolve::{DatasetSource, Settings};

pub(super) fn present(
    settings: &Settings,
    args: &PresentArgs,
    environment: &HostEnvironment,
) -> Result<CommandOutput, CommandOutput> {
    if args.check {
        return check_talk(settings, &args.size);
    }
    if args.write_times {
        check_write_times(settings)?;
    }
    if record::is_unattended(args, environment) {
        let data = load_app_data(settings)?;
        let talk = initial_talk(args, &data, environment);
        return record::record_unattended(settings, args, data, talk);
    }
    if environment.can_show_dashboard() {
        return run_talk(settings, args, environment);
    }
    print(settings, args).map(CommandOutput::success)
}

fn print(settings: &Settings, args: &PresentArgs) -> Result<String, CommandOutput> {
    let mut scenes = talk_scenes(settings, &load_app_data(settings)?, settings.language);
    args.check_scene(scenes.len()).map_err(|error| failure(Exit::Usage, error))?;
    let first = args.scene.unwrap_or(1);
    scenes.drain(..first - 1);
    Ok(talk::talk_text(&scenes, first, DEFAULT_WIDTH, settings.print_paint.glyphs))
}

/// Refuses, before the talk starts, a dataset that the measured times cannot be written to.
fn check_write_times(settings: &Settings) -> Result<(), CommandOutput> {
    let DatasetSource::File(path) = &settings.dataset else {
        return Err(failure(Exit::Usage, "--write-times needs a file of your own: --data FILE"));
    };
    if files::read(path).is_ok_and(|text| scene_seconds::with_scene_seconds(&text, &[]).is_some()) {
        return Ok(());
    }
    Err(failure(Exit::Usage, format_args!("{}: has no story to write the times to", display_name(path))))
}

fn initial_talk(args: &PresentArgs, data: &AppData, environment: &HostEnvironment) -> TalkState {
    let saved = args.resume.then(|| talk_position::saved(data, environment)).flatten();
    let requested = TalkPosition { scene: args.scene.unwrap_or(1).saturating_sub(1), elapsed: Duration::ZERO };
    let start = saved.unwrap_or(requested);
    let talk = TalkState::default();
    TalkState {
        view: SceneView { scene: start.scene, ..talk.view },
        elapsed_before: start.elapsed,
        advance: if args.autoplay { Advance::Auto } else { Advance::Manual },
        at_end: if args.repeat { AtEnd::Restart } else { AtEnd::Stay },
        ..talk
    }
}

fn run_talk(
    settings: &Settings,
    args: &PresentArgs,
    environment: &HostEnvironment,
) -> Result<CommandOutput, CommandOutput> {
    let notes_server = args.notes.then(|| notes::bind_server(environment)).transpose()?;
    let data = load_app_data(settings)?;
    let talk = initial_talk(args, &data, environment);
    let save_position = talk_position::saver(&data, environment);
    let title = data.dataset.title.get(settings.language).to_owned();
    let clock = Clock::start(environment.clock);
    let mut state = initial_state(settings);
    state.look.motion = args.motion(settings.motion);
    let mut app = App::with_talk(Model::new(data, state), talk, clock.elapsed());
    args.check_scene(app.talk().map_or(0, |talk| talk.scenes().len())).map_err(|error| failure(Exit::Usage, error))?;
    let mut recording = record::LiveRecording::begin(settings, args, &app, &title)?;
    let on_event = |event: RunEvent<'_>| match event {
        RunEvent::SceneChanged(scene, elapsed) => save_position(scene, elapsed),
        RunEvent::FrameDrawn(at, app, bytes) => recording.iter_mut().for_each(|live| live.frame(at, app, bytes)),
    };
    let reload = || reload_dataset(&settings.dataset, settings.language);
    let mut output = session_output(event_loop::run(&mut app, RunInputs { clock, reload, on_event, notes_server }));
    let end = clock.elapsed();
    app.end_talk(end);
    if args.rehearse && output.exit == Exit::Success {
        output = rehearsal_output(settings, args, &app);
    }
    Ok(match recording {
        Some(live) => live.end(end, output),
        None => output,
    })
}

/// The measured times as a table; with `--write-times` they are written into the dataset file too.
fn rehearsal_output(settings: &Settings, args: &PresentArgs, app: &App) -> CommandOutput {
    let Some(model) = app.talk() else { return CommandOutput::success(String::new()) };
    let measured: Vec<u64> =
        model.state().scene_times.iter().map(|time| (*time + Duration::from_millis(500)).as_secs()).collect();
    let words = Words::new(settings.language);
    let heads = ["show-took", "show-planned", "show-in-all"].map(|key| words.get(key));
    let stdout = talk::times_table(model.scenes(), &measured, &heads);
    let written = match &settings.dataset {
        DatasetSource::File(path) if args.write_times => write_times(path, &measured),
        _ => Ok(()),
    };
    match written {
        Ok(()) => CommandOutput::success(stdout),
        Err(message) => CommandOutput { stdout, ..failure(Exit::Environment, message) },
    }
}

/// Writes the times in seconds. A scene shown for less than half a second keeps its planned time.
fn write_times(path: &Path, measured: &[u64]) -> Result<(), String> {
    let seconds: Vec<Option<u32>> =
        measured.iter().map(|time| u32::try_from(*time).ok().filter(|seconds| *seconds > 0)).collect();
    let text = files::read(path).map_err(|error| error.to_string())?;
    let text = scene_seconds::with_scene_seconds(&text, &seconds)
        .ok_or_else(|| format!("{}: has no story to write the times to", display_name(path)))?;
    files::overwrite(path, &text).map_err(|error| format!("{}: {error}", display_name(path)))
}
