//! What stands around a chart: its title, its scale, what its inks mean, what it says below.

use crate::compare::known::Figure;
use crate::dataset::index::Series;
use crate::page::chart::{Axis, Column, Ink, Line, Outlook, Sign};
use crate::page::context::Context;
use crate::page::drawing::{Growth, Mode};
use crate::page::prose::{Label, Role, Run};
use crate::page::words::{Arg, Form};

use super::scale::Scale;

/// Who and what, with the unit: the message with `.short` for what fits without the subject.
#[must_use]
pub(super) fn title(ctx: &Context<'_>, series: Series, scale: Scale, key: &str) -> Label {
    let metric = &ctx.dataset[series.0];
    let subject = Arg::from(ctx.text(&ctx.dataset[series.1].name));
    let name = Arg::from(ctx.text(&metric.name));
    let unit = match (ctx.words.scale(scale.unit, Form::Long), metric.currency.is_some()) {
        (factor, _) if factor.is_empty() => ctx.words.unit(metric),
        (factor, false) => factor,
        (factor, true) => {
            let parts = [("scale", Arg::from(factor)), ("unit", Arg::from(ctx.words.unit(metric)))];
            ctx.words.say("chart-unit", &parts)
        }
    };
    let args = [("subject", subject), ("metric", name), ("unit", Arg::from(unit))];
    Label::forms([ctx.words.say(key, &args), ctx.words.say(&format!("{key}.short"), &args)])
}

/// Whose figures a series has.
#[must_use]
pub(super) fn subject(ctx: &Context<'_>, series: Series) -> String {
    ctx.text(&ctx.dataset[series.1].name).to_owned()
}

/// The title of a picture of several series: without the name of the one.
#[must_use]
pub(super) fn of_several(ctx: &Context<'_>, series: Series, title: &Label) -> Label {
    if ctx.query.drawing.mode == Mode::Index {
        let metric = Arg::from(ctx.text(&ctx.dataset[series.0].name));
        return Label::one(ctx.words.say("chart-heading-index-each", &[("metric", metric)]));
    }
    Label::one(title.0.last().cloned().unwrap_or_default())
}

/// A scale from zero as an axis in its unit.
#[must_use]
pub(super) fn axis(ctx: &Context<'_>, scale: Scale) -> Axis {
    let ticks =
        scale.ticks().map(|at| (at / scale.unit, ctx.words.number(at / scale.unit, scale.decimals()))).collect();
    Axis { min: 0.0, max: scale.max / scale.unit, growth: Growth::Even, ticks }
}

/// What the inks of columns mean.
#[must_use]
pub(super) fn legend(ctx: &Context<'_>, columns: &[Column], outlook: &Outlook) -> Vec<(Ink, Label)> {
    let inked = |ink| columns.iter().any(|column| column.bar.is_some_and(|bar| bar.ink == ink));
    let estimated = |ink| outlook.estimates.iter().any(|estimate| estimate.ink == ink);
    let entries = [
        (Ink::Full, "legend-made", inked(Ink::Full)),
        (Ink::Promised, "legend-promised", columns.iter().any(|column| !column.frames.is_empty())),
        (Ink::Part, "legend-part", inked(Ink::Part)),
        (Ink::Pace, "legend-pace", !outlook.pace.is_empty()),
        (Ink::Rest, "legend-rest", estimated(Ink::Rest)),
        (Ink::Projected, "legend-projected", estimated(Ink::Projected)),
        (Ink::Rival, "legend-rival", columns.iter().any(|column| !column.rivals.is_empty())),
    ];
    entries.into_iter().filter(|entry| entry.2).map(|(ink, key, _)| (ink, ctx.label(key))).collect()
}

/// What the dots of lines mean; lines with a name of their own are called by it.
#[must_use]
pub(super) fn legend_of_lines(ctx: &Context<'_>, lines: &[Line], outlook: &Outlook) -> Vec<(Ink, Label)> {
    let has = |sign: &Sign| lines.iter().any(|line| line.sign == *sign);
    let named = |line: &Line| match line.sign {
        Sign::Series(number) if !line.name.0.is_empty() => Some((Ink::Dot(number), line.name.clone())),
        _ => None,
    };
    let own = |full: bool| {
        let series = lines.iter().filter(|line| line.name.0.is_empty());
        series.filter(|line| line.dots.iter().any(|dot| dot.full == full)).find_map(|line| match line.sign {
            Sign::Series(number) => Some(number),
            _ => None,
        })
    };
    let part = lines.iter().any(|line| matches!(line.sign, Sign::Series(_)) && line.dots.iter().any(|dot| !dot.full));
    let mut entries: Vec<(Ink, Label)> = lines.iter().rev().filter_map(named).collect();
    entries.extend(own(true).map(|number| (Ink::Dot(number), ctx.label("legend-made"))));
    let hollow = own(false).or(Some(0)).filter(|_| part);
    let rest = [
        (Ink::Goal, "legend-promised", has(&Sign::Promised)),
        (Ink::Hollow(hollow.unwrap_or(0)), "legend-part", hollow.is_some()),
        (Ink::Pace, "legend-pace", !outlook.pace.is_empty()),
        (Ink::Projected, "legend-projected", has(&Sign::Projected)),
        (Ink::Rival, "legend-rival", has(&Sign::Rival)),
    ];
    entries.extend(rest.into_iter().filter(|entry| entry.2).map(|(ink, key, _)| (ink, ctx.label(key))));
    entries
}

/// What the figures of a series usually count: what its latest full year does.
#[derive(Debug, Clone)]
pub(super) struct Usual {
    counts: String,
    when: String,
}

impl Usual {
    /// Of figures in order of time; none if no full year says what it counts.
    pub(super) fn of(ctx: &Context<'_>, figures: &[Figure]) -> Option<Self> {
        let latest = figures.iter().rev().find(|figure| figure.period.full_year().is_some()).or(figures.last())?;
        let counts = ctx.text(&ctx.dataset[latest.preferred()?].counts).to_owned();
        Some(Self { counts, when: ctx.words.period(&latest.period, Form::Plain) })
    }

    /// Whether a figure counts something else, in the words of the record.
    pub(super) fn differs(usual: Option<&Self>, ctx: &Context<'_>, figure: &Figure) -> bool {
        let own = figure.preferred().map(|id| ctx.text(&ctx.dataset[id].counts));
        usual.zip(own).is_some_and(|(usual, own)| !own.is_empty() && own != usual.counts)
    }

    /// The remark that explains the mark of those that do.
    pub(super) fn note(usual: Option<&Self>, ctx: &Context<'_>) -> Vec<Run> {
        let note = usual.map(|usual| ctx.words.say("chart-differs", &[("year", Arg::from(&usual.when))]));
        note.into_iter().map(|text| Run::new(text, Role::Muted)).collect()
    }
}

/// The year in full and as two digits.
#[must_use]
pub(super) fn year_label(year: i32) -> Label {
    Label::forms([year.to_string(), format!("{:02}", year.rem_euclid(100))])
}
