//! Does what the command line asks, and returns what there is to print.
//!
//! Here: each command from its arguments to its text and exit status, and the dashboard. Not here: what can be written
//! on the command line (`cli`), printing (`main`), how a page looks (`render`).

mod check;
mod handout;
mod notes;
mod present;
mod record;
mod settings;

use std::ffi::OsString;
use std::fmt::Write as _;
use std::io;
use std::path::Path;

use clap::Parser;

use crate::app;
use crate::app::app_data::{AppData, DataOrigin, JobControl};
use crate::app::app_state::App;
use crate::app::dashboard::model::Model;
use crate::app::dashboard::notice::{InvalidFile, Notice};
use crate::app::dashboard::state::{Session, State};
use crate::app::event_loop::{RunEvent, RunInputs};
use crate::app::look::Look;
use crate::app::run_types::{Clock, ExitReason};
use crate::cli::view::ViewArgs;
use crate::cli::{Arguments, ChartFormat, CliCommand, ExplainFormat, ScreenFormat};
use crate::compare::verdict::verdicts::Verdicts;
use crate::dataset::diagnose::problem::Problem;
use crate::dataset::outline::Outline;
use crate::dataset::records::{Dataset, Id, Target};
use crate::dataset::{self, packed};
use crate::files::{self, display_name};
use crate::page::charts::target_picture;
use crate::page::context::Context;
use crate::page::i18n::Words;
use crate::page::target::explanation;
use crate::page::{PageKind, Query, RecordRef, why};
use crate::render::svg::{self, AltText};
use crate::render::text::{json, page};
use crate::render::tui::export;
use crate::settings::{HostEnvironment, Interactivity, Origin, Settings};

/// Cells of a line of what is printed where no terminal shows it.
const REPORT_WIDTH: u16 = 100;
/// The bundled dataset, read and checked when the program was built, and the outline of its country.
const BUNDLED_DATASET: &str = include_str!(concat!(env!("OUT_DIR"), "/kazakhstan-motor.packed"));
const BUNDLED_OUTLINE: &str = include_str!("../../assets/kazakhstan-outline.json");

/// What there is to print when a command is done, and how it ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommandOutput {
    /// For standard output.
    pub stdout: String,
    /// For standard error.
    pub stderr: String,
    /// How it ended.
    pub exit: Exit,
}

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Fine.
    Success,
    /// The data are wrong.
    InvalidData,
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
            Self::Success => 0,
            Self::InvalidData => 1,
            Self::Usage => 2,
            Self::Environment => 3,
            Self::Killed(signal) => u8::try_from(128 + signal).unwrap_or(u8::MAX),
        }
    }
}

/// What a command prints, or why it cannot.
type CommandResult = Result<String, CommandOutput>;

/// Does what the arguments ask.
#[must_use]
pub fn run(arguments: impl IntoIterator<Item = OsString>, environment: &HostEnvironment) -> CommandOutput {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => return clap_output(&error),
    };
    let settings = match settings::load_settings(&arguments.options, environment) {
        Ok(settings) => settings,
        Err(outcome) => return outcome,
    };
    let printed = match arguments.command {
        None if arguments.options.plain => return run_line_mode(&settings, environment),
        None if environment.can_show_dashboard() => return dashboard(&settings, environment),
        // A person at a terminal that can only write on.
        None if environment.interactivity == Interactivity::Interactive => {
            return run_line_mode(&settings, environment);
        }
        None => report(&settings, &PageKind::ALL, output_width(environment)),
        Some(CliCommand::Report { pages }) if pages.is_empty() => {
            report(&settings, &PageKind::ALL, output_width(environment))
        }
        Some(CliCommand::Report { pages }) => report(&settings, &pages, output_width(environment)),
        Some(CliCommand::Screen { page, size, format, view }) => screen(&settings, (page, &view), size, format),
        Some(CliCommand::Explain { target, format }) => {
            explain(&settings, &target, (format, output_width(environment)))
        }
        Some(CliCommand::Chart { target, format: ChartFormat::Svg }) => chart(&settings, target.as_deref()),
        Some(CliCommand::Check { files, strict }) => {
            return check::check(&settings, &files, check::Strictness::from_flag(strict));
        }
        Some(CliCommand::Present(requested)) => return present::present(&settings, &requested, environment),
        Some(CliCommand::Notes) if arguments.options.plain => return notes::run_line_mode(&settings, environment),
        Some(CliCommand::Notes) => return notes::notes(&settings, environment),
        Some(CliCommand::Handout { format, notes }) => handout::print(&settings, format, notes),
        Some(CliCommand::Settings { .. }) => Ok(settings::show(&settings, &arguments.options, environment)),
        Some(CliCommand::Schema) => Ok(dataset::SCHEMA.to_owned()),
    };
    printed.map_or_else(|outcome| outcome, CommandOutput::success)
}

impl CommandOutput {
    /// Nothing went wrong, and this is to be printed.
    fn success(stdout: String) -> Self {
        Self { stdout, stderr: String::new(), exit: Exit::Success }
    }
}

/// Help and the version are no errors; everything else is told in our own name.
fn clap_output(error: &clap::Error) -> CommandOutput {
    let text = error.render().to_string();
    if !error.use_stderr() {
        return CommandOutput { stdout: text, stderr: String::new(), exit: Exit::Success };
    }
    let text = text.strip_prefix("error: ").unwrap_or(&text);
    failure(Exit::Usage, text.trim_end())
}

fn failure(exit: Exit, message: impl std::fmt::Display) -> CommandOutput {
    CommandOutput { stdout: String::new(), stderr: format!("planfact: {message}\n"), exit }
}

fn dashboard(settings: &Settings, environment: &HostEnvironment) -> CommandOutput {
    let material = match material(settings) {
        Ok(material) => material,
        Err(outcome) => return outcome,
    };
    let clock = Clock::start(environment.clock);
    let keep = present::position_saver(&material, environment);
    let mut app = App::with_dashboard(Model::new(material, initial_state(settings)));
    let on_event = |told: RunEvent<'_>| {
        if let RunEvent::SceneChanged(scene, elapsed) = told {
            keep(scene, elapsed);
        }
    };
    session_output(app::event_loop::run(
        &mut app,
        RunInputs { clock, reload: || reload_dataset(&settings.origin), on_event, notes_server: None },
    ))
}

/// The dashboard as it begins.
fn initial_state(settings: &Settings) -> State {
    let mut state = State::new(settings.today, settings.language, settings.paint);
    state.viewed.known = settings.as_of;
    // The first page is built for this size; an unknown size is an error only when the terminal is taken.
    let size = app::terminal::session::size().unwrap_or(state.look.size);
    state.look = Look { theme_origin: settings.theme, motion: settings.motion, size, ..state.look };
    let (keymap, mouse, capabilities) = (settings.keymap.clone(), settings.mouse, settings.capabilities);
    state.session = Session { keymap, mouse, capabilities, ..state.session };
    state
}

/// How the dashboard or a talk ended.
fn session_output(session_output: anyhow::Result<ExitReason>) -> CommandOutput {
    match session_output {
        Ok(ExitReason::Quit | ExitReason::TerminalClosed) => CommandOutput::success(String::new()),
        Ok(ExitReason::Killed(signal)) => {
            CommandOutput { stdout: String::new(), stderr: String::new(), exit: Exit::Killed(signal) }
        }
        Err(error) => failure(Exit::Environment, format_args!("the terminal: {error:#}")),
    }
}

/// The dashboard as a conversation.
fn run_line_mode(settings: &Settings, environment: &HostEnvironment) -> CommandOutput {
    let material = match material(settings) {
        Ok(material) => material,
        Err(outcome) => return outcome,
    };
    let mut state = State::new(settings.today, settings.language, settings.print).with_size((120, 36));
    state.viewed.known = settings.as_of;
    let prompt = if environment.interactivity == Interactivity::Interactive { "> " } else { "" };
    match app::line_mode::dashboard::run(
        Model::new(material, state),
        prompt,
        io::stdin().lock(),
        app::terminal::session::line_output(),
    ) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => failure(Exit::Environment, error),
        _ => CommandOutput::success(String::new()),
    }
}

/// Cells of a line of what is printed: those of the terminal where a person reads it.
fn output_width(environment: &HostEnvironment) -> u16 {
    match environment.interactivity {
        Interactivity::Interactive => app::terminal::session::size().map_or(REPORT_WIDTH, |size| size.width),
        Interactivity::Batch => REPORT_WIDTH,
    }
}

fn report(settings: &Settings, pages: &[PageKind], width: u16) -> CommandResult {
    let inputs = ReportInputs::load(settings)?;
    let all = crate::page::pages(&inputs.dataset);
    let texts = pages.iter().filter(|page| all.contains(page)).map(|page| {
        let built = crate::page::build(*page, &inputs.context());
        page::page_text(&built, width, settings.print.glyphs)
    });
    Ok(texts.collect::<Vec<_>>().join("\n"))
}

fn screen(
    settings: &Settings,
    (page, view): (PageKind, &ViewArgs),
    size: (u16, u16),
    format: ScreenFormat,
) -> CommandResult {
    let material = AppData { shell: JobControl::Available, ..material(settings)? };
    let mut state = State::new(settings.today, settings.language, settings.print).with_size(size);
    (state.viewed.tab, state.viewed.known) = (page, Some(settings.as_of_date()));
    state.session.keymap = settings.keymap.clone();
    view.apply(&mut state, &material.dataset).map_err(|wrong| failure(Exit::Usage, wrong))?;
    let requested = state.clone();
    let model = Model::new(material, state);
    view.check_option(&model, &requested).map_err(|wrong| failure(Exit::Usage, wrong))?;
    let buf = model.cells(size);
    Ok(match format {
        ScreenFormat::Text => export::text(&buf),
        ScreenFormat::Ansi => export::ansi(&buf),
        ScreenFormat::Svg => export::svg(&buf, &settings.print),
        ScreenFormat::Html => export::html(&buf, &settings.print),
    })
}

fn explain(settings: &Settings, target: &str, (format, width): (ExplainFormat, u16)) -> CommandResult {
    let inputs = ReportInputs::load(settings)?;
    let id = inputs.target(target)?;
    let ctx = inputs.context();
    Ok(match format {
        ExplainFormat::Text => {
            page::overlay_text(&why::sheet(&ctx, RecordRef::Target(id)), width, settings.print.glyphs)
        }
        ExplainFormat::Json => json::explanation(&explanation::explain(&ctx, id)),
    })
}

fn chart(settings: &Settings, target: Option<&str>) -> CommandResult {
    let inputs = ReportInputs::load(settings)?;
    let ctx = inputs.context();
    let id = match target {
        Some(id) => inputs.target(id)?,
        None => ctx.lead().ok_or_else(|| failure(Exit::Usage, "the dataset has no target to draw by then"))?,
    };
    let undrawn = || {
        let id = &inputs.dataset[id].id;
        failure(Exit::Usage, format_args!("{id}: there is nothing to draw; for what is known: planfact explain {id}"))
    };
    let drawn = target_picture::target_picture(&ctx, id).ok_or_else(undrawn)?;
    let said = AltText { title: &drawn.title, words: &drawn.alt_text };
    let picture = svg::standalone_svg(&drawn.body, &said, &drawn.note).ok_or_else(undrawn)?;
    Ok(picture + "\n")
}

/// Each problem as a picture of its place, up to so many.
fn format_problems(problems: &[Problem], text: &str, path: &Path, most: usize) -> String {
    let name = display_name(path);
    let mut stdout = String::new();
    for problem in problems.iter().take(most) {
        let _ = writeln!(stdout, "{}\n", problem.render_excerpt(text, &name));
    }
    stdout
}

/// A dataset with its verdicts and words: what pages are built from.
struct ReportInputs {
    dataset: Dataset,
    outline: Outline,
    verdicts: Verdicts,
    words: Words,
    query: Query,
}

impl ReportInputs {
    fn load(settings: &Settings) -> Result<Self, CommandOutput> {
        let AppData { dataset, outline, .. } = material(settings)?;
        Ok(Self::new(dataset, outline, settings))
    }

    fn new(dataset: Dataset, outline: Outline, settings: &Settings) -> Self {
        let words = Words::new(settings.language).with_dataset_names(&dataset.words);
        let verdicts = Verdicts::known_on(&dataset, settings.as_of_date());
        let query = Query::at(settings.as_of_date());
        Self { dataset, outline, verdicts, words, query }
    }

    fn context(&self) -> Context<'_> {
        Context {
            dataset: &self.dataset,
            verdicts: &self.verdicts,
            words: &self.words,
            outline: &self.outline,
            before: None,
            filter: None,
            query: self.query,
        }
    }

    /// The target of this id, or the ids that may have been meant.
    fn target(&self, id: &str) -> Result<Id<Target>, CommandOutput> {
        self.dataset.index.by_id.targets.get(id).copied().ok_or_else(|| {
            let near = explanation::closest_target_ids(&self.dataset, id);
            let known = match near.is_empty() {
                _ if self.dataset.targets.is_empty() => "the dataset has none".to_owned(),
                true => "c in the dashboard copies the command of a promise, and with it the id".to_owned(),
                false => format!("the nearest: {}", near.join(", ")),
            };
            failure(Exit::Usage, format_args!("no target has the id {id:?}; {known}"))
        })
    }
}

fn material(settings: &Settings) -> Result<AppData, CommandOutput> {
    let (dataset, file, path) = match &settings.origin {
        Origin::Bundled => (
            packed::unpack(BUNDLED_DATASET)
                .ok_or_else(|| failure(Exit::Environment, "the bundled dataset was packed by another version")),
            DataOrigin::Bundled,
            None,
        ),
        Origin::File(path) => {
            let text = files::read(path).map_err(|unreadable| failure(Exit::Environment, unreadable))?;
            (
                dataset::load(&text).map_err(|problems| problems_output(&problems, &text, path)),
                DataOrigin::File,
                Some(path.clone()),
            )
        }
    };
    let shell =
        if crate::app::terminal::signals::can_suspend() { JobControl::Available } else { JobControl::Unavailable };
    Ok(AppData { dataset: dataset?, outline: Outline::read(BUNDLED_OUTLINE).unwrap_or_default(), file, path, shell })
}

/// Reads the file again while the dashboard runs.
fn reload_dataset(origin: &Origin) -> Result<Dataset, Notice> {
    let Origin::File(path) = origin else { return Err(Notice::Bundled) };
    let text = files::read(path).map_err(|unreadable| Notice::Unreadable(unreadable.to_string()))?;
    dataset::load(&text).map_err(|problems| {
        let first = problems.first().map(ToString::to_string).unwrap_or_default();
        Notice::InvalidFile(InvalidFile { count: problems.len(), first, file: display_name(path) })
    })
}

fn problems_output(problems: &[Problem], text: &str, path: &Path) -> CommandOutput {
    /// More than a screen of problems helps nobody at once.
    const MOST: usize = 20;
    let mut stderr = format_problems(problems, text, path, MOST);
    let name = display_name(path);
    let _ = writeln!(stderr, "planfact: {name}: {} to mend", problems.len());
    if problems.len() > MOST {
        let _ = writeln!(stderr, "planfact: these are the first {MOST}; for all: planfact check {name}");
    }
    CommandOutput { stdout: String::new(), stderr, exit: Exit::InvalidData }
}
