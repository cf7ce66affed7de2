//! Commands that print pages: `report`, `screen`, `explain`, `chart`, `handout`.

use crate::app::app_data::{AppData, JobControl};
use crate::app::dashboard::model::Model;
use crate::app::dashboard::state::State;
use crate::app::terminal;
use crate::cli::view::ViewArgs;
use crate::cli::{ExplainFormat, HandoutFormat, ScreenFormat};
use crate::commands::inputs::{ReportInputs, load_app_data};
use crate::commands::output::{CommandResult, Exit, failure};
use crate::page::charts::target_picture;
use crate::page::i18n::{Words, language_code};
use crate::page::model::{PageKind, RecordRef};
use crate::page::talk::handout::{self, NotesInclusion};
use crate::page::target::explanation;
use crate::page::why;
use crate::page::why::arithmetic::Arithmetic;
use crate::render::handout::{html, markdown};
use crate::render::svg::{self, AltText};
use crate::render::text::{json, page};
use crate::render::tui::export;
use crate::settings::environment::{HostEnvironment, Interactivity};
use crate::settings::resolve::Settings;

/// Width of printed text without a terminal, in cells.
pub(super) const DEFAULT_WIDTH: u16 = 100;

/// Width of printed text, in cells: that of the terminal if a person reads it.
pub(super) fn output_width(environment: &HostEnvironment) -> u16 {
    match environment.interactivity {
        Interactivity::Interactive => terminal::session::size().map_or(DEFAULT_WIDTH, |size| size.width),
        Interactivity::Batch => DEFAULT_WIDTH,
    }
}

/// Pages as text; all of them if none is named.
pub(super) fn report(settings: &Settings, pages: &[PageKind], width: u16) -> CommandResult {
    let inputs = ReportInputs::load(settings)?;
    let in_dataset = crate::page::pages(&inputs.dataset);
    let pages = if pages.is_empty() { &PageKind::ALL[..] } else { pages };
    let texts = pages.iter().filter(|page| in_dataset.contains(page)).map(|page| {
        let built = crate::page::build(*page, &inputs.context());
        page::page_text(&built, width, settings.print_paint.glyphs)
    });
    Ok(texts.collect::<Vec<_>>().join("\n"))
}

/// What `planfact screen` prints.
pub(super) struct ScreenRequest {
    pub(super) page: PageKind,
    /// Width and height in cells.
    pub(super) size: (u16, u16),
    pub(super) format: ScreenFormat,
    pub(super) view: ViewArgs,
}

pub(super) fn screen(settings: &Settings, request: &ScreenRequest) -> CommandResult {
    let data = AppData { shell: JobControl::Available, ..load_app_data(settings)? };
    let paint = settings.print_paint;
    let mut state = State::new(settings.today, settings.language, paint).with_size(request.size);
    (state.viewed.tab, state.viewed.known) = (request.page, Some(settings.as_of_date()));
    state.session.keymap = settings.keymap.clone();
    request.view.apply(&mut state, &data.dataset).map_err(|error| failure(Exit::Usage, error))?;
    let requested = state.clone();
    let model = Model::new(data, state);
    request.view.check_option(&model, &requested).map_err(|error| failure(Exit::Usage, error))?;
    let buf = model.cells(request.size);
    Ok(match request.format {
        ScreenFormat::Text => export::text(&buf),
        ScreenFormat::Ansi => export::ansi(&buf),
        ScreenFormat::Svg => export::svg(&buf, &paint, language_code(settings.language)),
        ScreenFormat::Html => export::html(&buf, &paint, language_code(settings.language)),
    })
}

pub(super) fn explain(settings: &Settings, target: &str, format: ExplainFormat, width: u16) -> CommandResult {
    let inputs = ReportInputs::load(settings)?;
    let id = inputs.target(target)?;
    let ctx = inputs.context();
    Ok(match format {
        ExplainFormat::Text => page::overlay_text(
            &why::overlay::why_overlay(&ctx, RecordRef::Target(id), Arithmetic::Whole),
            width,
            settings.print_paint.glyphs,
        ),
        ExplainFormat::Json => json::explanation(&explanation::explain(&ctx, id)),
    })
}

pub(super) fn chart(settings: &Settings, target: Option<&str>) -> CommandResult {
    let inputs = ReportInputs::load(settings)?;
    let ctx = inputs.context();
    let id = match target {
        Some(id) => inputs.target(id)?,
        None => ctx.lead().ok_or_else(|| failure(Exit::Usage, "the dataset has no target to draw as of this date"))?,
    };
    let nothing_to_draw = || {
        let id = &inputs.dataset[id].id;
        failure(Exit::Usage, format_args!("{id}: no data for a chart; for what is known: planfact explain {id}"))
    };
    let picture = target_picture::target_picture(&ctx, id).ok_or_else(nothing_to_draw)?;
    let alt_text = AltText { title: &picture.title, words: &picture.alt_text };
    let svg = svg::standalone_svg(&picture.body, &alt_text, &picture.note, language_code(settings.language))
        .ok_or_else(nothing_to_draw)?;
    Ok(svg + "\n")
}

pub(super) fn handout(settings: &Settings, format: HandoutFormat, notes: NotesInclusion) -> CommandResult {
    let data = load_app_data(settings)?;
    let words = Words::new(settings.language).with_dataset_names(&data.dataset.words);
    let handout = handout::handout(&data.for_talk(&words, settings.as_of_date()), notes);
    Ok(match format {
        HandoutFormat::Html => html(&handout),
        HandoutFormat::Markdown => markdown(&handout),
    })
}
