//! The panel body for some series, in the mode, layout, scale and form of the query, or why there is none.

use crate::dataset::records::index::SeriesKey;
use crate::dataset::records::{Id, Target};
use crate::page::charts::due_targets::TargetSelection;
use crate::page::charts::modes::{index, part_years, year_to_date, years};
use crate::page::charts::series_chart::SeriesChart;
use crate::page::charts::{data_table, lines, small_multiples};
use crate::page::context::Context;
use crate::page::i18n::Arg;
use crate::page::model::chart::Chart;
use crate::page::model::chart_options::{ChartForm, ChartMode, ScaleKind, SubjectLayout};
use crate::page::model::page::PanelBody;
use crate::page::model::rich_text::{Block, Role, TextRun};

/// The yearly chart of a series, `chosen` in the foreground; none without data.
#[must_use]
pub(in crate::page) fn year_chart(
    ctx: &Context<'_>,
    series: SeriesKey,
    chosen: Option<Id<Target>>,
    shown: TargetSelection,
) -> Option<Chart> {
    years::track(ctx, series, (chosen, shown)).map(|track| track.chart)
}

/// [`year_chart`] in the form of the query, chart or table.
#[must_use]
pub(in crate::page) fn year_panel(
    ctx: &Context<'_>,
    series: SeriesKey,
    (chosen, shown): (Option<Id<Target>>, TargetSelection),
) -> Option<PanelBody> {
    let track = years::track(ctx, series, (chosen, shown))?;
    if ctx.query.chart_options.form == ChartForm::Table {
        return Some(PanelBody::DataTable(data_table::figures(ctx, &[track]), Vec::new()));
    }
    Some(PanelBody::Chart(track.chart))
}

/// Some series, drawn.
pub(in crate::page) struct SeriesView {
    /// The chart, the table, or why there is none.
    pub(in crate::page) body: PanelBody,
    /// The sentence of the page in this mode; none for the default one.
    pub(in crate::page) said: Option<Vec<TextRun>>,
    /// The series with data in this mode.
    pub(in crate::page) series: Vec<SeriesKey>,
}

/// The figures of these series as the query asks, the first one in the foreground.
#[must_use]
pub(in crate::page) fn figures(ctx: &Context<'_>, whose: &[SeriesKey], chosen: Option<Id<Target>>) -> SeriesView {
    /// More lines than these cannot be told apart.
    const MAX_SERIES: usize = 10;
    let drawing = ctx.query.chart_options;
    let mut tracks = match drawing.mode {
        ChartMode::Years => years::tracks(ctx, whose, chosen),
        ChartMode::PartYears => part_years::tracks(ctx, whose, chosen),
        ChartMode::YearToDate => year_to_date::tracks(ctx, whose, chosen),
        ChartMode::Index => index::tracks(ctx, whose, chosen),
    };
    let own = tracks.first().is_some_and(|track| whose.first() == Some(&track.series));
    if !own && drawing.subjects == SubjectLayout::Single || tracks.is_empty() {
        return SeriesView { body: reason(ctx, whose, drawing.mode), said: None, series: Vec::new() };
    }
    let said = tracks.first().and_then(|track| track.said.clone());
    let series: Vec<SeriesKey> = tracks.iter().map(|track| track.series).collect();
    let more = tracks.len().saturating_sub(MAX_SERIES);
    tracks.truncate(MAX_SERIES);
    if drawing.form == ChartForm::Table {
        let body = PanelBody::DataTable(data_table::figures(ctx, &tracks), Vec::new());
        return SeriesView { body, said, series };
    }
    let note = remark(ctx, &tracks, (drawing.subjects, more));
    let mut body = picture(ctx, &tracks);
    let last = match &mut body {
        PanelBody::Chart(chart) => Some(chart),
        PanelBody::SmallMultiples(apart) => apart.charts.first_mut(),
        _ => None,
    };
    if let (Some(chart), Some(note)) = (last, note) {
        let gap = if chart.note.is_empty() { "" } else { "  " };
        chart.note.push(TextRun::new(format!("{gap}{note}"), Role::Muted));
    }
    SeriesView { body, said, series }
}

fn picture(ctx: &Context<'_>, tracks: &[SeriesChart]) -> PanelBody {
    let drawing = ctx.query.chart_options;
    let by_factors = drawing.scale == ScaleKind::Log;
    let mut charts: Vec<Chart> = match drawing.subjects {
        SubjectLayout::Overlaid if tracks.len() > 1 => lines::overlaid(ctx, tracks).into_iter().collect(),
        SubjectLayout::SmallMultiples => tracks.iter().map(|track| track.chart.clone()).collect(),
        _ => tracks.first().map(|track| track.chart.clone()).into_iter().collect(),
    };
    if by_factors {
        charts = charts.into_iter().map(|chart| lines::as_dots(ctx, chart)).collect();
        lines::to_log_scale(ctx, &mut charts);
    }
    if drawing.subjects == SubjectLayout::SmallMultiples
        && let Some(apart) = small_multiples::small_multiples(ctx, tracks, charts.clone())
    {
        return PanelBody::SmallMultiples(apart);
    }
    charts.pop().map_or_else(|| PanelBody::Text(Vec::new()), PanelBody::Chart)
}

/// The note on how it is drawn: dots instead of columns, no other subject, series left out.
fn remark(ctx: &Context<'_>, tracks: &[SeriesChart], (subjects, more): (SubjectLayout, usize)) -> Option<String> {
    let drawing = ctx.query.chart_options;
    let columns =
        matches!(drawing.mode, ChartMode::Years | ChartMode::PartYears) && subjects != SubjectLayout::Overlaid;
    let subject = Arg::from(tracks.first().map_or("", |track| ctx.text(&ctx.dataset[track.series.1].name)));
    let parts = [
        (drawing.scale == ScaleKind::Log && columns).then(|| ctx.words.get("chart-log-dots")),
        (subjects != SubjectLayout::Single && tracks.len() == 1)
            .then(|| ctx.words.format("chart-alone", &[("subject", subject)])),
        (more > 0).then(|| ctx.words.format("chart-more", &[("count", Arg::from(more))])),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join("  "))
}

/// Why there is no chart in a mode.
fn reason(ctx: &Context<'_>, whose: &[SeriesKey], mode: ChartMode) -> PanelBody {
    let key = match mode {
        ChartMode::Years => "output-none",
        ChartMode::PartYears => "none-of-parts",
        ChartMode::YearToDate => "none-within",
        ChartMode::Index => "none-for-index",
    };
    let series = whose.first();
    let subject = series.map_or("", |series| ctx.text(&ctx.dataset[series.1].name));
    let metric = series.map_or("", |series| ctx.text(&ctx.dataset[series.0].name));
    let text = ctx.words.format(key, &[("subject", Arg::from(subject)), ("metric", Arg::from(metric))]);
    PanelBody::Text(vec![Block::Paragraph(vec![TextRun::new(text, Role::Missing)])])
}
