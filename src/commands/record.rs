//! The talk as a recording: beside a show on a terminal, or of a show to nobody.

use std::io::ErrorKind;
use std::path::Path;
use std::time::Duration;

use crate::app::app_data::AppData;
use crate::app::app_state::App;
use crate::app::dashboard::model::Model;
use crate::app::dashboard::state::State;
use crate::app::present::state::{Advance, AtEnd, TalkState};
use crate::app::recording::recorder::{self, Recorder};
use crate::app::recording::writer::ThreadedWriter;
use crate::cli::present::PresentArgs;
use crate::commands::{CommandOutput, Exit, failure};
use crate::files::{self, AppendFile, Overwrite, display_name};
use crate::page::i18n::format_clock;
use crate::settings::{HostEnvironment, Origin, Settings};

/// The usual size of a screen that is not there.
const DEFAULT_SIZE: (u16, u16) = (120, 36);

/// Where a recording is to go instead of into a file.
const STDOUT_PATH: &str = "-";

/// Whether the talk is recorded without being shown.
pub(super) fn is_unattended(args: &PresentArgs, environment: &HostEnvironment) -> bool {
    let is_out = args.record.as_deref() == Some(Path::new(STDOUT_PATH));
    args.record.is_some() && (is_out || !args.size.is_empty() || !environment.can_show_dashboard())
}

/// Records the talk as `begun`, turned by itself, and says what was recorded. The look is that of a file: the same on every
/// terminal.
pub(super) fn record_unattended(
    settings: &Settings,
    args: &PresentArgs,
    (material, begun): (AppData, TalkState),
) -> Result<CommandOutput, CommandOutput> {
    let refused = |why: &str| Err(failure(Exit::Usage, why));
    if args.repeat {
        return refused("--loop without a terminal would record for ever: leave it out");
    }
    if args.rehearse {
        return refused("--rehearse measures a person: leave out --size, and record on a terminal");
    }
    let (width, height) = match args.size[..] {
        [] => DEFAULT_SIZE,
        [size] => size,
        _ => return refused("a recording has one size: give --size once"),
    };
    let title = recording_title(settings, &material);
    let first = begun.view.scene;
    let mut state = State::new(settings.today, settings.language, settings.file).with_size((width, height));
    state.viewed.known = settings.as_of;
    state.look.motion = crate::commands::present::motion(settings, args);
    let talk = TalkState { advance: Advance::Auto, at_end: AtEnd::Stay, ..begun };
    let mut app = App::with_talk(Model::new(material, state), talk, Duration::ZERO);
    let scenes = app.talk().map_or(0, |show| show.scenes().len());
    crate::commands::present::check_scene_number(args, scenes)?;
    let (mut tape, header) = Recorder::begin(args.cast_version, &app, &title);
    let path = args.record.as_deref().unwrap_or(Path::new(STDOUT_PATH));
    if path == Path::new(STDOUT_PATH) {
        let mut stdout = header;
        let all = recorder::record_unattended(&mut app, &mut tape, |lines| {
            stdout.push_str(&lines);
            Ok(())
        });
        return all.map(|_| CommandOutput::success(stdout)).map_err(|error| failure(Exit::Environment, error));
    }
    let mut file = create_recording(path, settings, args)?;
    let mut write = |lines: String| file.append(&lines);
    let end = write(header).and_then(|()| recorder::record_unattended(&mut app, &mut tape, write));
    let name = display_name(path);
    match end {
        Ok(end) => {
            let recorded = scenes.saturating_sub(first);
            let scenes = if recorded == 1 { "scene" } else { "scenes" };
            Ok(CommandOutput::success(format!("{name}: {recorded} {scenes}, {}\n", format_clock(end.as_secs()))))
        }
        Err(error) => Err(incomplete_recording(path, &error)),
    }
}

/// A recording of a show on a terminal.
pub(super) struct LiveRecording {
    tape: Recorder,
    writer: ThreadedWriter,
}

impl LiveRecording {
    /// Begins to record what is in front; none where that was not asked for.
    pub(super) fn begin(
        settings: &Settings,
        args: &PresentArgs,
        app: &App,
        title: &str,
    ) -> Result<Option<Self>, CommandOutput> {
        let Some(path) = args.record.as_deref() else { return Ok(None) };
        let writer = ThreadedWriter::begin(create_recording(path, settings, args)?);
        let (tape, header) = Recorder::begin(args.cast_version, app, title);
        writer.write(header);
        Ok(Some(Self { tape, writer }))
    }

    /// A frame was drawn.
    pub(super) fn frame(&mut self, at: Duration, app: &App, bytes: &[u8]) {
        self.writer.write(self.tape.frame(at, app, bytes));
    }

    /// The show is over; how the command ended, where the recording could be written as well as where not.
    pub(super) fn end(mut self, at: Duration, args: &PresentArgs, outcome: CommandOutput) -> CommandOutput {
        self.writer.write(self.tape.end(at, outcome.exit.code()));
        let path = args.record.as_deref().unwrap_or(Path::new(STDOUT_PATH));
        let Err(error) = self.writer.end() else { return outcome };
        let early = incomplete_recording(path, &error);
        let exit = if outcome.exit == Exit::Success { early.exit } else { outcome.exit };
        CommandOutput { stdout: outcome.stdout, stderr: outcome.stderr + &early.stderr, exit }
    }
}

/// What a recording is called.
pub(super) fn recording_title(settings: &Settings, material: &AppData) -> String {
    material.dataset.title.get(settings.language).to_owned()
}

/// The file, before anything is shown.
fn create_recording(path: &Path, settings: &Settings, args: &PresentArgs) -> Result<AppendFile, CommandOutput> {
    let over = if args.overwrite { Overwrite::Allowed } else { Overwrite::Never };
    let name = display_name(path);
    if let Origin::File(data) = &settings.origin
        && files::is_same_file(path, data)
    {
        return Err(failure(Exit::Usage, format_args!("{name}: is the dataset of the talk: name another file")));
    }
    AppendFile::create(path, over).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => {
            failure(Exit::Usage, format_args!("{name}: is there already: name another file, or add --overwrite"))
        }
        _ => failure(Exit::Environment, format_args!("{name}: {error}")),
    })
}

fn incomplete_recording(path: &Path, error: &std::io::Error) -> CommandOutput {
    let name = display_name(path);
    failure(Exit::Environment, format_args!("{name}: the recording ends early, what came before is kept: {error}"))
}
