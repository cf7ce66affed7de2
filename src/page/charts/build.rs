//! The panel body for some series, in the mode, layout, scale and form of the query, or why there is none.

use crate::dataset::records::index::SeriesKey;
use crate::dataset::records::{Id, Target};
use crate::page::charts::due_targets::TargetSelection;
use crate::page::charts::modes::{index, part_years, year_to_date, years};
use crate::page::charts::series_chart::SeriesChart;
use crate::page::charts::{data_table, labels, lines};
use crate::page::context::Context;
use crate::page::i18n::Arg;
use crate::page::model::{
    Block, Chart, ChartForm, ChartMode, Label, PanelBody, Role, ScaleKind, SmallMultiples, SubjectLayout, TextRun,
};

/// The yearly chart of a series, `chosen` in the foreground; none without data.
pub(in crate::page) fn year_chart(
    ctx: &Context<'_>,
    series: SeriesKey,
    chosen: Option<Id<Target>>,
    shown: TargetSelection,
) -> Option<Chart> {
    years::series_chart(ctx, series, chosen, shown).map(|series_chart| series_chart.chart)
}

/// [`year_chart`] in the form of the query, chart or table.
pub(in crate::page) fn year_panel(
    ctx: &Context<'_>,
    series: SeriesKey,
    chosen: Option<Id<Target>>,
    shown: TargetSelection,
) -> Option<PanelBody> {
    let series_chart = years::series_chart(ctx, series, chosen, shown)?;
    if ctx.query.chart_options.form == ChartForm::Table {
        return Some(PanelBody::DataTable(data_table::figures(ctx, &[series_chart]), Vec::new()));
    }
    Some(PanelBody::Chart(series_chart.chart))
}

/// Some series, drawn.
pub(in crate::page) struct SeriesView {
    /// The chart, the table, or why there is none.
    pub(in crate::page) body: PanelBody,
    /// The sentence of the page in this mode; none for the default one.
    pub(in crate::page) sentence: Option<Vec<TextRun>>,
    /// The series with data in this mode.
    pub(in crate::page) series: Vec<SeriesKey>,
}

/// The figures of these series as the query asks, the first one in the foreground.
pub(in crate::page) fn figures(ctx: &Context<'_>, all_series: &[SeriesKey], chosen: Option<Id<Target>>) -> SeriesView {
    /// More lines than these cannot be told apart.
    const MAX_SERIES: usize = 9;
    let options = ctx.query.chart_options;
    let mut series_charts = match options.mode {
        ChartMode::Years => years::series_charts(ctx, all_series, chosen),
        ChartMode::PartYears => part_years::series_charts(ctx, all_series, chosen),
        ChartMode::YearToDate => year_to_date::series_charts(ctx, all_series, chosen),
        ChartMode::Index => index::series_charts(ctx, all_series, chosen),
    };
    let has_first = series_charts.first().is_some_and(|series_chart| all_series.first() == Some(&series_chart.series));
    if !has_first && options.subjects == SubjectLayout::Single || series_charts.is_empty() {
        return SeriesView { body: reason(ctx, all_series, options.mode), sentence: None, series: Vec::new() };
    }
    let sentence = series_charts.first().and_then(|series_chart| series_chart.sentence.clone());
    let series: Vec<SeriesKey> = series_charts.iter().map(|series_chart| series_chart.series).collect();
    let more = series_charts.len().saturating_sub(MAX_SERIES);
    series_charts.truncate(MAX_SERIES);
    if options.form == ChartForm::Table {
        let body = PanelBody::DataTable(data_table::figures(ctx, &series_charts), Vec::new());
        return SeriesView { body, sentence, series };
    }
    let note = remark(ctx, &series_charts, more);
    let mut body = picture(ctx, &series_charts);
    let noted = match &mut body {
        PanelBody::Chart(chart) => Some(chart),
        PanelBody::SmallMultiples(multiples) => multiples.charts.first_mut(),
        _ => None,
    };
    if let (Some(chart), Some(note)) = (noted, note) {
        labels::add_to_note(&mut chart.note, &note);
    }
    SeriesView { body, sentence, series }
}

fn picture(ctx: &Context<'_>, series_charts: &[SeriesChart]) -> PanelBody {
    let options = ctx.query.chart_options;
    let by_factors = options.scale == ScaleKind::Log;
    let mut charts: Vec<Chart> = match options.subjects {
        SubjectLayout::Overlaid if series_charts.len() > 1 => lines::overlaid(ctx, series_charts).into_iter().collect(),
        SubjectLayout::SmallMultiples => series_charts.iter().map(|series_chart| series_chart.chart.clone()).collect(),
        _ => series_charts.first().map(|series_chart| series_chart.chart.clone()).into_iter().collect(),
    };
    if by_factors {
        charts = charts.into_iter().map(|chart| lines::as_dots(ctx, chart)).collect();
        lines::to_log_scale(ctx, &mut charts);
    }
    if options.subjects == SubjectLayout::SmallMultiples
        && let Some(body) = small_multiples(ctx, series_charts, &charts)
    {
        return body;
    }
    charts.pop().map_or_else(|| PanelBody::Text(Vec::new()), PanelBody::Chart)
}

/// The charts share their columns; the first one is in the foreground.
fn small_multiples(ctx: &Context<'_>, series_charts: &[SeriesChart], charts: &[Chart]) -> Option<PanelBody> {
    let first = charts.first()?;
    let data_points =
        (0..first.columns.len()).map(|column| lines::combined_column(ctx, series_charts, column).data_point).collect();
    let named = |(chart, series_chart): (&Chart, &SeriesChart)| Chart {
        title: Label::one(&*series_chart.name),
        ..chart.clone()
    };
    let (legend, years) = (first.legend.clone(), first.years);
    let title = series_charts
        .first()
        .map(|series_chart| labels::several_series_title(ctx, series_chart.series, &first.title))
        .unwrap_or_default();
    let more = |count: usize| ctx.words.format("chart-more-below", &[("count", Arg::from(count))]);
    let more = (1..=charts.len()).map(more).collect();
    Some(PanelBody::SmallMultiples(SmallMultiples {
        title,
        legend,
        more,
        data_points,
        years,
        charts: charts.iter().zip(series_charts).map(named).collect(),
    }))
}

/// The note on how it is drawn: dots instead of columns, no other subject, series left out.
fn remark(ctx: &Context<'_>, series_charts: &[SeriesChart], more: usize) -> Option<String> {
    let options = ctx.query.chart_options;
    let subjects = options.subjects;
    let columns =
        matches!(options.mode, ChartMode::Years | ChartMode::PartYears) && subjects != SubjectLayout::Overlaid;
    let subject =
        Arg::from(series_charts.first().map_or("", |series_chart| ctx.text(&ctx.dataset[series_chart.series.1].name)));
    let parts = [
        (options.scale == ScaleKind::Log && columns).then(|| ctx.words.get("chart-log-dots")),
        (subjects != SubjectLayout::Single && series_charts.len() == 1)
            .then(|| ctx.words.format("chart-alone", &[("subject", subject)])),
        (more > 0).then(|| ctx.words.format("chart-more", &[("count", Arg::from(more))])),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join("  "))
}

/// Why there is no chart in a mode.
fn reason(ctx: &Context<'_>, all_series: &[SeriesKey], mode: ChartMode) -> PanelBody {
    let key = match mode {
        ChartMode::Years => "output-none",
        ChartMode::PartYears => "none-of-parts",
        ChartMode::YearToDate => "none-within",
        ChartMode::Index => "none-for-index",
    };
    let series = all_series.first();
    let subject = series.map_or("", |series| ctx.text(&ctx.dataset[series.1].name));
    let metric = series.map_or("", |series| ctx.text(&ctx.dataset[series.0].name));
    let text = ctx.words.format(key, &[("subject", Arg::from(subject)), ("metric", Arg::from(metric))]);
    PanelBody::Text(vec![Block::Paragraph(vec![TextRun::new(text, Role::Missing)])])
}
