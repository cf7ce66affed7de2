//! Does what the command line asks, and returns what there is to print.
//!
//! Here: each command from its arguments to its text and exit status, and the dashboard. Not here: what can be written
//! on the command line (`cli`), printing (`main`), how a page looks (`render`).

mod check;
mod handout;
mod notes;
mod preferences;
mod present;
mod record;

use std::ffi::OsString;
use std::fmt::Write as _;
use std::io;
use std::path::Path;

use clap::Parser;

use crate::app::front::Front;
use crate::app::model::{File, Material, Model, Shell};
use crate::app::state::{Broken, Notice, State};
use crate::app::{self, Around, Clock, Ended, Told, incoming};
use crate::cli::view::View;
use crate::cli::{Arguments, ChartFormat, Command, ExplainFormat, ScreenFormat};
use crate::compare::judged::Judged;
use crate::dataset::outline::Outline;
use crate::dataset::problem::Problem;
use crate::dataset::records::{Dataset, Id, Target};
use crate::dataset::{self, packed};
use crate::files::{self, name_of};
use crate::page::context::Context;
use crate::page::words::Words;
use crate::page::{PageKind, Query, Ref, drawn, explain, why};
use crate::render::tui::export;
use crate::render::vector::{self, Said};
use crate::render::{json, text};
use crate::settings::{Origin, Reader, Settings, World};

/// Cells of a line of what is printed where no terminal shows it.
const REPORT: u16 = 100;
/// The bundled dataset, read and checked when the program was built, and the outline of its country.
const MOTOR: &str = include_str!(concat!(env!("OUT_DIR"), "/kazakhstan-motor.packed"));
const OUTLINE: &str = include_str!("../assets/kazakhstan-outline.json");

/// What there is to print when a command is done, and how it ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// For standard output.
    pub out: String,
    /// For standard error.
    pub err: String,
    /// How it ended.
    pub exit: Exit,
}

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Fine.
    Fine,
    /// The data are wrong.
    Data,
    /// Wrong usage.
    Usage,
    /// The environment failed.
    Environment,
    /// By this signal.
    Killed(i32),
}

impl Exit {
    /// The exit status of the process.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::Data => 1,
            Self::Usage => 2,
            Self::Environment => 3,
            Self::Killed(signal) => u8::try_from(128 + signal).unwrap_or(u8::MAX),
        }
    }
}

/// What a command prints, or why it cannot.
type Printed = Result<String, Outcome>;

/// Does what the arguments ask.
#[must_use]
pub fn run(arguments: impl IntoIterator<Item = OsString>, world: &World) -> Outcome {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => return unparsed(&error),
    };
    let settings = match preferences::settings(&arguments.options, world) {
        Ok(settings) => settings,
        Err(outcome) => return outcome,
    };
    let printed = match arguments.command {
        None if arguments.options.plain => return plain(&settings, world),
        None if world.has_screen() => return dashboard(&settings, world),
        // A person at a terminal that can only write on.
        None if world.reader == Reader::Person => return plain(&settings, world),
        None => report(&settings, &PageKind::ALL, line(world)),
        Some(Command::Report { pages }) if pages.is_empty() => report(&settings, &PageKind::ALL, line(world)),
        Some(Command::Report { pages }) => report(&settings, &pages, line(world)),
        Some(Command::Screen { page, size, format, view }) => screen(&settings, (page, &view), size, format),
        Some(Command::Explain { target, format }) => explain(&settings, &target, (format, line(world))),
        Some(Command::Chart { target, format: ChartFormat::Svg }) => chart(&settings, target.as_deref()),
        Some(Command::Check { files, strict }) => {
            return check::check(&settings, &files, check::Strictness::of(strict));
        }
        Some(Command::Present(asked)) => return present::present(&settings, &asked, world),
        Some(Command::Notes) if arguments.options.plain => return notes::plain(&settings, world),
        Some(Command::Notes) => return notes::notes(&settings, world),
        Some(Command::Handout { format, notes }) => handout::print(&settings, format, notes),
        Some(Command::Settings { .. }) => Ok(preferences::show(&settings, &arguments.options, world)),
        Some(Command::Schema) => Ok(dataset::SCHEMA.to_owned()),
    };
    printed.map_or_else(|outcome| outcome, Outcome::fine)
}

impl Outcome {
    /// Nothing went wrong, and this is to be printed.
    fn fine(out: String) -> Self {
        Self { out, err: String::new(), exit: Exit::Fine }
    }
}

/// Help and the version are no errors; everything else is told in our own name.
fn unparsed(error: &clap::Error) -> Outcome {
    let text = error.render().to_string();
    if !error.use_stderr() {
        return Outcome { out: text, err: String::new(), exit: Exit::Fine };
    }
    let text = text.strip_prefix("error: ").unwrap_or(&text);
    failure(Exit::Usage, text.trim_end())
}

fn failure(exit: Exit, message: impl std::fmt::Display) -> Outcome {
    Outcome { out: String::new(), err: format!("planfact: {message}\n"), exit }
}

fn dashboard(settings: &Settings, world: &World) -> Outcome {
    let material = match material(settings) {
        Ok(material) => material,
        Err(outcome) => return outcome,
    };
    let clock = Clock::start(world.clock);
    let keep = present::keeper(&material, world);
    let mut front = Front::dashboard(Model::new(material, begun(settings)));
    let follow = |told: Told<'_>| {
        if let Told::Scene(scene, elapsed) = told {
            keep(scene, elapsed);
        }
    };
    ended(app::run(&mut front, Around { clock, reload: || again(&settings.origin), follow, desk: None }))
}

/// The dashboard as it begins.
fn begun(settings: &Settings) -> State {
    let state = State::new(settings.today, settings.language, settings.paint);
    State {
        known: settings.as_of,
        theme: settings.theme,
        keymap: settings.keymap.clone(),
        mouse: settings.mouse,
        motion: settings.motion,
        abilities: settings.abilities,
        // Known now, so that the first page is built once; whether there is a terminal at all is told when it is taken.
        size: app::terminal::size().unwrap_or(state.size),
        ..state
    }
}

/// How the dashboard or a talk ended.
fn ended(ended: anyhow::Result<Ended>) -> Outcome {
    match ended {
        Ok(Ended::Quit | Ended::Closed) => Outcome::fine(String::new()),
        Ok(Ended::Killed(signal)) => Outcome { out: String::new(), err: String::new(), exit: Exit::Killed(signal) },
        Err(error) => failure(Exit::Environment, format_args!("the terminal: {error:#}")),
    }
}

/// The dashboard as a conversation.
fn plain(settings: &Settings, world: &World) -> Outcome {
    let material = match material(settings) {
        Ok(material) => material,
        Err(outcome) => return outcome,
    };
    let state = State {
        known: settings.as_of,
        ..State::new(settings.today, settings.language, settings.print).sized((120, 36))
    };
    let prompt = if world.reader == Reader::Person { "> " } else { "" };
    match app::plain::run(Model::new(material, state), prompt, io::stdin().lock(), app::terminal::lines()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => failure(Exit::Environment, error),
        _ => Outcome::fine(String::new()),
    }
}

/// Cells of a line of what is printed: those of the terminal where a person reads it.
fn line(world: &World) -> u16 {
    match world.reader {
        Reader::Person => app::terminal::size().map_or(REPORT, |size| size.width),
        Reader::Program => REPORT,
    }
}

fn report(settings: &Settings, pages: &[PageKind], width: u16) -> Printed {
    let shown = Shown::open(settings)?;
    let all = crate::page::pages(&shown.dataset);
    let texts = pages.iter().filter(|page| all.contains(page)).map(|page| {
        let built = crate::page::build(*page, &shown.context());
        text::page(&built, width, settings.print.glyphs)
    });
    Ok(texts.collect::<Vec<_>>().join("\n"))
}

fn screen(settings: &Settings, (page, view): (PageKind, &View), size: (u16, u16), format: ScreenFormat) -> Printed {
    let material = Material { shell: Shell::Below, ..material(settings)? };
    let mut state = State {
        tab: page,
        known: Some(settings.known()),
        keymap: settings.keymap.clone(),
        ..State::new(settings.today, settings.language, settings.print).sized(size)
    };
    view.apply(&mut state, &material.dataset).map_err(|wrong| failure(Exit::Usage, wrong))?;
    let asked = state.clone();
    let model = Model::new(material, state);
    view.fits(&model, &asked).map_err(|wrong| failure(Exit::Usage, wrong))?;
    let buf = model.cells(size);
    Ok(match format {
        ScreenFormat::Text => export::text(&buf),
        ScreenFormat::Ansi => export::ansi(&buf),
        ScreenFormat::Svg => export::svg(&buf, &settings.print),
        ScreenFormat::Html => export::html(&buf, &settings.print),
    })
}

fn explain(settings: &Settings, target: &str, (format, width): (ExplainFormat, u16)) -> Printed {
    let shown = Shown::open(settings)?;
    let id = shown.target(target)?;
    let ctx = shown.context();
    Ok(match format {
        ExplainFormat::Text => text::sheet(&why::sheet(&ctx, Ref::Target(id)), width, settings.print.glyphs),
        ExplainFormat::Json => json::explanation(&explain::explain(&ctx, id)),
    })
}

fn chart(settings: &Settings, target: Option<&str>) -> Printed {
    let shown = Shown::open(settings)?;
    let ctx = shown.context();
    let id = match target {
        Some(id) => shown.target(id)?,
        None => ctx.lead().ok_or_else(|| failure(Exit::Usage, "the dataset has no target to draw by then"))?,
    };
    let undrawn = || {
        let id = &shown.dataset[id].id;
        failure(Exit::Usage, format_args!("{id}: there is nothing to draw; for what is known: planfact explain {id}"))
    };
    let drawn = drawn::drawn(&ctx, id).ok_or_else(undrawn)?;
    let said = Said { title: &drawn.title, words: &drawn.described };
    let picture = vector::alone(&drawn.body, &said, &drawn.note).ok_or_else(undrawn)?;
    Ok(picture + "\n")
}

/// Each problem as a picture of its place, up to so many.
fn pictures(problems: &[Problem], text: &str, path: &Path, most: usize) -> String {
    let name = name_of(path);
    let mut out = String::new();
    for problem in problems.iter().take(most) {
        let _ = writeln!(out, "{}\n", problem.picture(text, &name));
    }
    out
}

/// A dataset with its verdicts and words: what pages are built from.
struct Shown {
    dataset: Dataset,
    outline: Outline,
    verdicts: Judged,
    words: Words,
    query: Query,
}

impl Shown {
    fn open(settings: &Settings) -> Result<Self, Outcome> {
        let Material { dataset, outline, .. } = material(settings)?;
        Ok(Self::of(dataset, outline, settings))
    }

    fn of(dataset: Dataset, outline: Outline, settings: &Settings) -> Self {
        let words = Words::new(settings.language).renamed(&dataset.words);
        let verdicts = Judged::on(&dataset, settings.known());
        let query = Query::at(settings.known());
        Self { dataset, outline, verdicts, words, query }
    }

    fn context(&self) -> Context<'_> {
        Context {
            dataset: &self.dataset,
            verdicts: &self.verdicts,
            words: &self.words,
            outline: &self.outline,
            before: None,
            sift: None,
            query: self.query,
        }
    }

    /// The target of this id, or the ids that may have been meant.
    fn target(&self, id: &str) -> Result<Id<Target>, Outcome> {
        self.dataset.index.names.targets.get(id).copied().ok_or_else(|| {
            let near = explain::nearest(&self.dataset, id);
            let known = match near.is_empty() {
                _ if self.dataset.targets.is_empty() => "the dataset has none".to_owned(),
                true => "c in the dashboard copies the command of a promise, and with it the id".to_owned(),
                false => format!("the nearest: {}", near.join(", ")),
            };
            failure(Exit::Usage, format_args!("no target has the id {id:?}; {known}"))
        })
    }
}

fn material(settings: &Settings) -> Result<Material, Outcome> {
    let (dataset, file, path) = match &settings.origin {
        Origin::Bundled => (
            packed::unpack(MOTOR)
                .ok_or_else(|| failure(Exit::Environment, "the bundled dataset was packed by another version")),
            File::Bundled,
            None,
        ),
        Origin::File(path) => {
            let text = files::read(path).map_err(|unreadable| failure(Exit::Environment, unreadable))?;
            (
                dataset::load(&text).map_err(|problems| broken(&problems, &text, path)),
                File::Readable,
                Some(path.clone()),
            )
        }
    };
    let shell = if incoming::can_stop() { Shell::Below } else { Shell::None };
    Ok(Material { dataset: dataset?, outline: Outline::read(OUTLINE).unwrap_or_default(), file, path, shell })
}

/// Reads the file again while the dashboard runs.
fn again(origin: &Origin) -> Result<Dataset, Notice> {
    let Origin::File(path) = origin else { return Err(Notice::Bundled) };
    let text = files::read(path).map_err(|unreadable| Notice::Unreadable(unreadable.to_string()))?;
    dataset::load(&text).map_err(|problems| {
        let first = problems.first().map(ToString::to_string).unwrap_or_default();
        Notice::Broken(Broken { count: problems.len(), first, file: name_of(path) })
    })
}

fn broken(problems: &[Problem], text: &str, path: &Path) -> Outcome {
    /// More than a screen of problems helps nobody at once.
    const MOST: usize = 20;
    let mut err = pictures(problems, text, path, MOST);
    let name = name_of(path);
    let _ = writeln!(err, "planfact: {name}: {} to mend", problems.len());
    if problems.len() > MOST {
        let _ = writeln!(err, "planfact: these are the first {MOST}; for all: planfact check {name}");
    }
    Outcome { out: String::new(), err, exit: Exit::Data }
}
