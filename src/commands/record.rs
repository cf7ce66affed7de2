//! `planfact present --record`: live on a terminal, or unattended.

use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::app::app_data::AppData;
use crate::app::app_state::App;
use crate::app::dashboard::model::Model;
use crate::app::dashboard::state::State;
use crate::app::present::state::{Advance, AtEnd, TalkState};
use crate::app::recording::recorder::{self, Recorder};
use crate::app::recording::writer::ThreadedWriter;
use crate::cli::present::PresentArgs;
use crate::commands::output::{CommandOutput, Exit, counted, failure};
use crate::files::{self, AppendFile, Overwrite, display_name};
use crate::page::i18n::format_clock;
use crate::settings::environment::HostEnvironment;
use crate::settings::resolve::{DatasetSource, Settings};

/// Width and height of an unattended recording, in cells, unless `--size` is given.
const DEFAULT_SIZE: (u16, u16) = (120, 36);
/// The argument of `--record` for standard output.
const STDOUT: &str = "-";

/// Whether the talk is recorded without a terminal.
pub(super) fn is_unattended(args: &PresentArgs, environment: &HostEnvironment) -> bool {
    args.record
        .as_deref()
        .is_some_and(|path| path == Path::new(STDOUT) || !args.size.is_empty() || !environment.can_show_dashboard())
}

/// Records the whole talk at once. The paint is that of a file: the same on every terminal.
pub(super) fn record_unattended(
    settings: &Settings,
    args: &PresentArgs,
    data: AppData,
    talk: TalkState,
) -> Result<CommandOutput, CommandOutput> {
    let size = check_unattended(args).map_err(|error| failure(Exit::Usage, error))?;
    let title = data.dataset.title.get(settings.language).to_owned();
    let first = talk.view.scene;
    let paint = settings.file_paint;
    let mut state = State::new(settings.today, settings.language, paint).with_size(size);
    state.viewed.known = settings.as_of;
    state.look.motion = args.motion(settings.motion);
    let talk = TalkState { advance: Advance::Auto, at_end: AtEnd::Stay, ..talk };
    let mut app = App::with_talk(Model::new(data, state), talk, Duration::ZERO);
    let scene_count = app.talk().map_or(0, |show| show.scenes().len());
    args.check_scene(scene_count).map_err(|error| failure(Exit::Usage, error))?;
    let (mut recorder, header) = Recorder::begin(args.cast_version, &app, &title);
    let path = args.record.as_deref().unwrap_or(Path::new(STDOUT));
    if path == Path::new(STDOUT) {
        let mut stdout = header;
        let length = recorder::record_unattended(&mut app, &mut recorder, |lines| {
            stdout.push_str(&lines);
            Ok(())
        });
        return length.map(|_| CommandOutput::success(stdout)).map_err(|error| failure(Exit::Environment, error));
    }
    let mut file = create_recording(path, settings, args)?;
    let mut write = |lines: String| file.append(&lines);
    let length = write(header)
        .and_then(|()| recorder::record_unattended(&mut app, &mut recorder, write))
        .map_err(|error| incomplete_recording(path, &error))?;
    let (name, scenes) = (display_name(path), counted(scene_count.saturating_sub(first), "scene"));
    Ok(CommandOutput::success(format!("{name}: {scenes}, {}\n", format_clock(length.as_secs()))))
}

/// The size of an unattended recording, if the options fit it.
fn check_unattended(args: &PresentArgs) -> Result<(u16, u16), &'static str> {
    if args.repeat {
        return Err("--loop without a terminal would never end: leave it out");
    }
    if args.rehearse {
        return Err("--rehearse measures a speaker: leave out --size, and record on a terminal");
    }
    match args.size[..] {
        [] => Ok(DEFAULT_SIZE),
        [size] => Ok(size),
        _ => Err("a recording has one size: give --size once"),
    }
}

/// A recording of a talk on a terminal.
pub(super) struct LiveRecording {
    path: PathBuf,
    recorder: Recorder,
    writer: ThreadedWriter,
}

impl LiveRecording {
    /// Creates the file and starts to record; none without `--record`.
    pub(super) fn begin(
        settings: &Settings,
        args: &PresentArgs,
        app: &App,
        title: &str,
    ) -> Result<Option<Self>, CommandOutput> {
        let Some(path) = args.record.clone() else { return Ok(None) };
        let writer = ThreadedWriter::begin(create_recording(&path, settings, args)?);
        let (recorder, header) = Recorder::begin(args.cast_version, app, title);
        writer.write(header);
        Ok(Some(Self { path, recorder, writer }))
    }

    /// Records the bytes of a frame that was drawn `at` this time.
    pub(super) fn frame(&mut self, at: Duration, app: &App, bytes: &[u8]) {
        self.writer.write(self.recorder.frame(at, app, bytes));
    }

    /// Ends the recording. Returns the output of the talk, with an error if the recording could not be written.
    pub(super) fn end(mut self, at: Duration, output: CommandOutput) -> CommandOutput {
        self.writer.write(self.recorder.end(at, output.exit.code()));
        let Err(error) = self.writer.end() else { return output };
        let incomplete = incomplete_recording(&self.path, &error);
        let exit = if output.exit == Exit::Success { incomplete.exit } else { output.exit };
        CommandOutput { stdout: output.stdout, stderr: output.stderr + &incomplete.stderr, exit }
    }
}

fn create_recording(path: &Path, settings: &Settings, args: &PresentArgs) -> Result<AppendFile, CommandOutput> {
    let overwrite = if args.overwrite { Overwrite::Allowed } else { Overwrite::Never };
    let name = display_name(path);
    if let DatasetSource::File(data) = &settings.dataset
        && files::is_same_file(path, data)
    {
        return Err(failure(Exit::Usage, format_args!("{name}: is the dataset of the talk: name another file")));
    }
    AppendFile::create(path, overwrite).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => {
            failure(Exit::Usage, format_args!("{name}: already exists: name another file, or add --overwrite"))
        }
        _ => failure(Exit::Environment, format_args!("{name}: {error}")),
    })
}

fn incomplete_recording(path: &Path, error: &Error) -> CommandOutput {
    let name = display_name(path);
    failure(Exit::Environment, format_args!("{name}: the recording ends early, what came before is kept: {error}"))
}
