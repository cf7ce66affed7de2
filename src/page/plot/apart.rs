//! Small multiples: a chart for each subject, all on one scale, read by one crosshair.

use crate::page::apart::Apart;
use crate::page::chart::Chart;
use crate::page::context::Context;
use crate::page::prose::Label;
use crate::page::words::Arg;

use super::track::Track;
use super::{head, lines};

/// The charts of tracks that share their places and scale, the first one in the foreground.
pub(super) fn apart(ctx: &Context<'_>, tracks: &[Track], charts: Vec<Chart>) -> Option<Apart> {
    let first = charts.first()?;
    let places = first.columns.len();
    let spots = (0..places).map(|place| lines::together(ctx, tracks, place).spot).collect();
    let named = |(chart, track): (Chart, &Track)| Chart { title: Label::one(&*track.name), ..chart };
    let (legend, years) = (first.legend.clone(), first.years);
    let title = tracks.first().map(|track| head::of_several(ctx, track.series, &first.title)).unwrap_or_default();
    let more = |count: usize| ctx.words.say("chart-more-below", &[("count", Arg::from(count))]);
    let more = (1..=charts.len()).map(more).collect();
    Some(Apart { title, legend, more, spots, years, charts: charts.into_iter().zip(tracks).map(named).collect() })
}
