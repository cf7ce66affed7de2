//! Charts of figures: what stands side by side, whose figures, on which scale, as a picture or as a table.
//!
//! One file for each mode: [`columns`] over the years, `parts` of years as what they brought a month, the months `within` a
//! year, the `index`. Each makes the tracks of some series in places that they share; `lines` lays them over each other,
//! `apart` beside each other, `table` writes them. What surrounds them is in `head`, the promises in `due`, what we work out
//! in `ahead`, what is said under the crosshair in `readout`. Not here: which page shows which series.

pub(in crate::page) mod columns;
pub(in crate::page) mod readout;

mod ahead;
mod apart;
mod due;
mod head;
mod index;
mod lines;
mod parts;
mod scale;
mod share;
mod table;
mod track;
mod within;

use crate::dataset::index::Series;
use crate::dataset::records::{Id, Target};
use crate::page::Body;
use crate::page::chart::Chart;
use crate::page::context::Context;
use crate::page::drawing::{Form, Growth, Mode, Subjects};
use crate::page::prose::{Block, Role, Run};
use crate::page::words::Arg;
use columns::Frames;
use track::Track;

/// The years of a series with its promises, `chosen` in the foreground: as a picture or written as a table. None if there is
/// nothing to show.
#[must_use]
pub(in crate::page) fn years(
    ctx: &Context<'_>,
    series: Series,
    (chosen, shown): (Option<Id<Target>>, Frames),
) -> Option<Body> {
    let track = columns::track(ctx, series, (chosen, shown))?;
    if ctx.query.drawing.form == Form::Table {
        return Some(Body::Figures(table::figures(ctx, &[track]), Vec::new()));
    }
    Some(Body::Chart(track.chart))
}

/// What is shown of some series.
pub(in crate::page) struct Shown {
    /// The picture, the table, or why there is none.
    pub(in crate::page) body: Body,
    /// What the page says over it in this mode; none for what it usually says.
    pub(in crate::page) said: Option<Vec<Run>>,
    /// The series that have something to show.
    pub(in crate::page) series: Vec<Series>,
}

/// The figures of these series, the first one in the foreground, as they are asked for: in a mode, overlaid or apart, on
/// either scale, as a picture or a table. Where there is nothing to show, why.
#[must_use]
pub(in crate::page) fn figures(ctx: &Context<'_>, whose: &[Series], chosen: Option<Id<Target>>) -> Shown {
    /// More lines than these are a tangle.
    const MOST: usize = 10;
    let drawing = ctx.query.drawing;
    let mut tracks = match drawing.mode {
        Mode::Years => columns::tracks(ctx, whose, chosen),
        Mode::Parts => parts::tracks(ctx, whose, chosen),
        Mode::Within => within::tracks(ctx, whose, chosen),
        Mode::Index => index::tracks(ctx, whose, chosen),
    };
    let own = tracks.first().is_some_and(|track| whose.first() == Some(&track.series));
    if !own && drawing.subjects == Subjects::One || tracks.is_empty() {
        return Shown { body: reason(ctx, whose, drawing.mode), said: None, series: Vec::new() };
    }
    let said = tracks.first().and_then(|track| track.said.clone());
    let series: Vec<Series> = tracks.iter().map(|track| track.series).collect();
    let more = tracks.len().saturating_sub(MOST);
    tracks.truncate(MOST);
    if drawing.form == Form::Table {
        let body = Body::Figures(table::figures(ctx, &tracks), Vec::new());
        return Shown { body, said, series };
    }
    let note = remark(ctx, &tracks, (drawing.subjects, more));
    let mut body = picture(ctx, &tracks);
    let last = match &mut body {
        Body::Chart(chart) => Some(chart),
        Body::Apart(apart) => apart.charts.first_mut(),
        _ => None,
    };
    if let (Some(chart), Some(note)) = (last, note) {
        let gap = if chart.note.is_empty() { "" } else { "  " };
        chart.note.push(Run::new(format!("{gap}{note}"), Role::Muted));
    }
    Shown { body, said, series }
}

fn picture(ctx: &Context<'_>, tracks: &[Track]) -> Body {
    let drawing = ctx.query.drawing;
    let by_factors = drawing.growth == Growth::Log;
    let mut charts: Vec<Chart> = match drawing.subjects {
        Subjects::Overlaid if tracks.len() > 1 => lines::overlaid(ctx, tracks).into_iter().collect(),
        Subjects::Apart => tracks.iter().map(|track| track.chart.clone()).collect(),
        _ => tracks.first().map(|track| track.chart.clone()).into_iter().collect(),
    };
    if by_factors {
        charts = charts.into_iter().map(|chart| lines::dotted(ctx, chart)).collect();
        lines::by_factors(ctx, &mut charts);
    }
    if drawing.subjects == Subjects::Apart
        && let Some(apart) = apart::apart(ctx, tracks, charts.clone())
    {
        return Body::Apart(apart);
    }
    charts.pop().map_or_else(|| Body::Prose(Vec::new()), Body::Chart)
}

/// What there is to say of the way it is drawn: that columns became dots, that nobody else has figures, that some are left
/// out.
fn remark(ctx: &Context<'_>, tracks: &[Track], (subjects, more): (Subjects, usize)) -> Option<String> {
    let drawing = ctx.query.drawing;
    let columns = matches!(drawing.mode, Mode::Years | Mode::Parts) && subjects != Subjects::Overlaid;
    let subject = Arg::from(tracks.first().map_or("", |track| ctx.text(&ctx.dataset[track.series.1].name)));
    let parts = [
        (drawing.growth == Growth::Log && columns).then(|| ctx.words.get("chart-log-dots")),
        (subjects != Subjects::One && tracks.len() == 1).then(|| ctx.words.say("chart-alone", &[("subject", subject)])),
        (more > 0).then(|| ctx.words.say("chart-more", &[("count", Arg::from(more))])),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join("  "))
}

/// Why there is nothing to show in a mode.
fn reason(ctx: &Context<'_>, whose: &[Series], mode: Mode) -> Body {
    let key = match mode {
        Mode::Years => "output-none",
        Mode::Parts => "none-of-parts",
        Mode::Within => "none-within",
        Mode::Index => "none-for-index",
    };
    let series = whose.first();
    let subject = series.map_or("", |series| ctx.text(&ctx.dataset[series.1].name));
    let metric = series.map_or("", |series| ctx.text(&ctx.dataset[series.0].name));
    let text = ctx.words.say(key, &[("subject", Arg::from(subject)), ("metric", Arg::from(metric))]);
    Body::Prose(vec![Block::Paragraph(vec![Run::new(text, Role::Missing)])])
}
