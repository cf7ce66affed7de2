//! The talk as a recording: beside a show on a terminal, or of a show to nobody.

use std::io::ErrorKind;
use std::path::Path;
use std::time::Duration;

use super::{Exit, Outcome, failure};
use crate::app::front::Front;
use crate::app::model::{Material, Model};
use crate::app::present::state::{AfterLast, State as Talk, Turning};
use crate::app::state::State;
use crate::app::tape::{self, Tape, Writer};
use crate::cli::present::Present;
use crate::files::{self, Growing, Over, name_of};
use crate::page::words::clock;
use crate::settings::{Origin, Settings, World};

/// The usual size of a screen that is not there.
const SIZE: (u16, u16) = (120, 36);

/// Where a recording is to go instead of into a file.
const OUT: &str = "-";

/// Whether the talk is recorded without being shown.
pub(super) fn is_alone(asked: &Present, world: &World) -> bool {
    let is_out = asked.record.as_deref() == Some(Path::new(OUT));
    asked.record.is_some() && (is_out || !asked.size.is_empty() || !world.has_screen())
}

/// Records the talk as `begun`, turned by itself, and says what was recorded. The look is that of a file: the same on every
/// terminal.
pub(super) fn alone(
    settings: &Settings,
    asked: &Present,
    (material, begun): (Material, Talk),
) -> Result<Outcome, Outcome> {
    let refused = |why: &str| Err(failure(Exit::Usage, why));
    if asked.again {
        return refused("--loop without a terminal would record for ever: leave it out");
    }
    if asked.rehearse {
        return refused("--rehearse measures a person: leave out --size, and record on a terminal");
    }
    let (width, height) = match asked.size[..] {
        [] => SIZE,
        [size] => size,
        _ => return refused("a recording has one size: give --size once"),
    };
    let title = title(settings, &material);
    let first = begun.picture.scene;
    let state = State {
        known: settings.as_of,
        ..State::new(settings.today, settings.language, settings.file).sized((width, height))
    };
    let talk = Talk { paint: settings.file, turning: Turning::Itself, after_last: AfterLast::Nothing, ..begun };
    let mut front = Front::talk(Model::new(material, state), talk, Duration::ZERO);
    let scenes = front.show().map_or(0, |show| show.scenes().len());
    super::present::exists(asked, scenes)?;
    let (mut tape, header) = Tape::begin(asked.cast_version, &front, &title);
    let path = asked.record.as_deref().unwrap_or(Path::new(OUT));
    if path == Path::new(OUT) {
        let mut out = header;
        let all = tape::alone(&mut front, &mut tape, |lines| {
            out.push_str(&lines);
            Ok(())
        });
        return all.map(|_| Outcome::fine(out)).map_err(|error| failure(Exit::Environment, error));
    }
    let mut file = create(path, settings, asked)?;
    let mut write = |lines: String| file.grow(&lines);
    let end = write(header).and_then(|()| tape::alone(&mut front, &mut tape, write));
    let name = name_of(path);
    match end {
        Ok(end) => {
            let recorded = scenes.saturating_sub(first);
            let scenes = if recorded == 1 { "scene" } else { "scenes" };
            Ok(Outcome::fine(format!("{name}: {recorded} {scenes}, {}\n", clock(end.as_secs()))))
        }
        Err(error) => Err(early(path, &error)),
    }
}

/// A recording of a show on a terminal.
pub(super) struct Live {
    tape: Tape,
    writer: Writer,
}

impl Live {
    /// Begins to record what is in front; none where that was not asked for.
    pub(super) fn begin(
        settings: &Settings,
        asked: &Present,
        front: &Front,
        title: &str,
    ) -> Result<Option<Self>, Outcome> {
        let Some(path) = asked.record.as_deref() else { return Ok(None) };
        let writer = Writer::begin(create(path, settings, asked)?);
        let (tape, header) = Tape::begin(asked.cast_version, front, title);
        writer.write(header);
        Ok(Some(Self { tape, writer }))
    }

    /// A frame was drawn.
    pub(super) fn frame(&mut self, at: Duration, front: &Front, bytes: &[u8]) {
        self.writer.write(self.tape.frame(at, front, bytes));
    }

    /// The show is over; how the command ended, where the recording could be written as well as where not.
    pub(super) fn end(mut self, at: Duration, asked: &Present, outcome: Outcome) -> Outcome {
        self.writer.write(self.tape.end(at, outcome.exit.code()));
        let path = asked.record.as_deref().unwrap_or(Path::new(OUT));
        let Err(error) = self.writer.end() else { return outcome };
        let early = early(path, &error);
        let exit = if outcome.exit == Exit::Fine { early.exit } else { outcome.exit };
        Outcome { out: outcome.out, err: outcome.err + &early.err, exit }
    }
}

/// What a recording is called.
pub(super) fn title(settings: &Settings, material: &Material) -> String {
    material.dataset.title.get(settings.language).to_owned()
}

/// The file, before anything is shown.
fn create(path: &Path, settings: &Settings, asked: &Present) -> Result<Growing, Outcome> {
    let over = if asked.overwrite { Over::Asked } else { Over::Never };
    let name = name_of(path);
    if let Origin::File(data) = &settings.origin
        && files::is_same(path, data)
    {
        return Err(failure(Exit::Usage, format_args!("{name}: is the dataset of the talk: name another file")));
    }
    Growing::create(path, over).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => {
            failure(Exit::Usage, format_args!("{name}: is there already: name another file, or add --overwrite"))
        }
        _ => failure(Exit::Environment, format_args!("{name}: {error}")),
    })
}

fn early(path: &Path, error: &std::io::Error) -> Outcome {
    let name = name_of(path);
    failure(Exit::Environment, format_args!("{name}: the recording ends early, what came before is kept: {error}"))
}
