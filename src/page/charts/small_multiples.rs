//! Small multiples: one chart a subject on one scale, with one crosshair.

use crate::page::charts::series_chart::SeriesChart;
use crate::page::charts::{labels, lines};
use crate::page::context::Context;
use crate::page::i18n::Arg;
use crate::page::model::chart::{Chart, SmallMultiples};
use crate::page::model::rich_text::Label;

/// The charts share their columns; the first one is in the foreground.
pub(super) fn small_multiples(ctx: &Context<'_>, tracks: &[SeriesChart], charts: Vec<Chart>) -> Option<SmallMultiples> {
    let first = charts.first()?;
    let places = first.columns.len();
    let data_points = (0..places).map(|place| lines::combined_column(ctx, tracks, place).data_point).collect();
    let named = |(chart, track): (Chart, &SeriesChart)| Chart { title: Label::one(&*track.name), ..chart };
    let (legend, years) = (first.legend.clone(), first.years);
    let title =
        tracks.first().map(|track| labels::several_series_title(ctx, track.series, &first.title)).unwrap_or_default();
    let more = |count: usize| ctx.words.format("chart-more-below", &[("count", Arg::from(count))]);
    let more = (1..=charts.len()).map(more).collect();
    Some(SmallMultiples {
        title,
        legend,
        more,
        data_points,
        years,
        charts: charts.into_iter().zip(tracks).map(named).collect(),
    })
}
