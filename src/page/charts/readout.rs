//! What stands under the crosshair, in words: the figure with its hedge, who says so, what it counts, what other sources
//! say, how far it is from the pace, what was promised.

use crate::compare::series::figure::Figure;
use crate::compare::series::interval::Interval;
use crate::compare::series::quantity::Quantity;
use crate::dataset::format::period::{Period, Span};
use crate::dataset::records::index::SeriesKey;
use crate::dataset::records::{Actual, Id, Target};
use crate::page::context::Context;
use crate::page::i18n::{Arg, TextForm, third_digit_place};
use crate::page::model::rich_text::{Role, TextRun};
use crate::page::target::row;

/// Between two things said of one place.
const APART: &str = "  ";

/// A figure: when, how much, who says so; then what stands `beside` it; then what others say and what it counts.
#[must_use]
pub(in crate::page) fn of_figure(
    ctx: &Context<'_>,
    series: SeriesKey,
    figure: &Figure,
    beside: Vec<TextRun>,
) -> Vec<TextRun> {
    let metric = &ctx.dataset[series.0];
    let value =
        figure.claims.first().filter(|_| figure.has_differing_claims()).map_or(figure.value, |claim| claim.value);
    let mut runs = vec![
        TextRun::new(ctx.words.period(&figure.period, TextForm::Plain), Role::Strong),
        TextRun::plain(APART),
        TextRun::new(ctx.words.quantity(&value, metric, TextForm::Long), Role::Actual),
    ];
    let source = figure.preferred().map_or("", |id| publisher(ctx, id));
    runs.extend(after_gap(source, Role::Muted));
    runs.extend(beside);
    for rival in figure.rivals() {
        let value = Arg::from(ctx.words.quantity(&rival.value, metric, TextForm::Plain));
        let source = Arg::from(publisher(ctx, rival.actual));
        runs.extend(after_gap(
            &ctx.words.format("readout-rival", &[("value", value), ("source", source)]),
            Role::Contested,
        ));
    }
    runs.extend(after_gap(figure.preferred().map_or("", |id| counts(ctx, id)), Role::Muted));
    runs
}

/// Text after a gap; nothing where there is none.
pub(super) fn after_gap(text: &str, role: Role) -> Vec<TextRun> {
    if text.is_empty() { Vec::new() } else { vec![TextRun::plain(APART), TextRun::new(text, role)] }
}

/// What a report counts.
#[must_use]
pub(super) fn counts<'a>(ctx: &Context<'a>, id: Id<Actual>) -> &'a str {
    ctx.text(&ctx.dataset[id].counts).trim_end_matches('.')
}

/// One report: whose it is, when, how much, who says so, what it counts.
#[must_use]
pub(in crate::page) fn of_actual(ctx: &Context<'_>, id: Id<Actual>) -> Vec<TextRun> {
    let actual = &ctx.dataset[id];
    let value = ctx.words.value(&actual.value, &ctx.dataset[actual.metric], TextForm::Long);
    let mut runs = vec![
        TextRun::plain(ctx.words.period(&actual.period, TextForm::Plain)),
        TextRun::plain(APART),
        TextRun::new(value, Role::Actual),
    ];
    runs.extend(after_gap(publisher(ctx, id), Role::Muted));
    runs.extend(after_gap(counts(ctx, id), Role::Muted));
    runs
}

/// Who published a report.
#[must_use]
pub(super) fn publisher<'a>(ctx: &Context<'a>, id: Id<Actual>) -> &'a str {
    let source = ctx.dataset[id].sources.first();
    source.map_or("", |&source| ctx.text(&ctx.dataset[source].publisher))
}

/// A time of which nothing was reported.
#[must_use]
pub(super) fn missing(ctx: &Context<'_>, series: SeriesKey, period: &Period) -> Vec<TextRun> {
    let when = Arg::from(ctx.words.period(period, TextForm::Plain));
    let metric = Arg::from(ctx.text(&ctx.dataset[series.0].name));
    vec![TextRun::new(ctx.words.format("readout-missing", &[("period", when), ("metric", metric)]), Role::Missing)]
}

/// The same of a year.
#[must_use]
pub(super) fn missing_year(ctx: &Context<'_>, series: SeriesKey, year: i32) -> Vec<TextRun> {
    missing(ctx, series, &Period { span: Span::Year(year), is_approximate: false })
}

/// Who says so, in brackets; nothing where nobody is named.
#[must_use]
pub(super) fn in_brackets(source: &str) -> Vec<TextRun> {
    if source.is_empty() { Vec::new() } else { vec![TextRun::new(format!(" ({source})"), Role::Muted)] }
}

/// How far a value is from where the pace line stands; without a value, only where that is; empty without a line.
#[must_use]
pub(super) fn pace(ctx: &Context<'_>, series: SeriesKey, value: Option<&Quantity>, expected: Option<f64>) -> String {
    let Some(expected) = expected else { return String::new() };
    let metric = &ctx.dataset[series.0];
    let bounds = Interval::exactly(expected);
    let line = three_digits(&Quantity::derived(expected, bounds, bounds));
    let is_round = (line.nominal - expected).abs() <= expected.abs() * 1e-12;
    let line = Arg::from(ctx.words.quantity(&line, metric, TextForm::Plain));
    let Some(value) = value else { return ctx.words.format("readout-pace-alone", &[("expected", line)]) };
    let gap = value.map(|number| number - expected);
    // Where the line ends on the promise nothing is worked out, and the distance is what it is everywhere.
    let gap = if is_round { gap } else { three_digits(&gap) };
    if gap.nominal == 0.0 {
        return ctx.words.format("readout-pace-on", &[("expected", line)]);
    }
    // The side is a word, so the sign is none; what is at least so much below is at most so much behind.
    let gap = ctx.words.gap(&gap, metric, TextForm::Plain);
    let is_behind = gap.contains('−');
    let turned = |sign: char| match sign {
        '≥' => '≤',
        '≤' => '≥',
        '<' => '>',
        '>' => '<',
        other => other,
    };
    let size = gap.chars().filter(|sign| !['+', '−'].contains(sign));
    let size: String = if is_behind { size.map(turned).collect() } else { size.collect() };
    let key = if is_behind { "readout-pace-behind" } else { "readout-pace-ahead" };
    ctx.words.format(key, &[("gap", Arg::from(size)), ("expected", line)])
}

/// The distance to the pace and the promises due here, "promised ≥200,000, 160,000", as they stand beside a figure.
#[must_use]
pub(super) fn beside(ctx: &Context<'_>, pace: &str, due: impl Iterator<Item = Id<Target>>) -> Vec<TextRun> {
    let mut runs = after_gap(pace, Role::Target);
    let numbers = numbers(ctx, due);
    if !numbers.is_empty() {
        runs.extend(after_gap(&ctx.words.format("readout-promised", &[("value", Arg::from(numbers))]), Role::Target));
    }
    runs
}

/// The number with three digits, as everything that we work out.
fn three_digits(quantity: &Quantity) -> Quantity {
    quantity.map(|number| {
        let place = third_digit_place(number);
        (number / place).round() * place
    })
}

/// The numbers of promises: "≥200,000, 160,000".
#[must_use]
pub(super) fn numbers(ctx: &Context<'_>, ids: impl Iterator<Item = Id<Target>>) -> String {
    let numbers: Vec<String> = ids.filter_map(|id| number(ctx, id)).collect();
    numbers.join(&ctx.words.get("list-separator"))
}

fn number(ctx: &Context<'_>, id: Id<Target>) -> Option<String> {
    let value = ctx.verdict(id).promised?;
    Some(ctx.words.quantity(&value, &ctx.dataset[ctx.dataset[id].metric], TextForm::Plain))
}

/// A statement: what was promised, for when, who said it, and what came of it.
#[must_use]
pub(in crate::page) fn of_promise(ctx: &Context<'_>, id: Id<Target>) -> Vec<TextRun> {
    let target = &ctx.dataset[id];
    let verdict = ctx.verdict(id);
    let (_, role) = row::status_mark(verdict.status);
    let by = ctx.text(&target.by);
    let said = ctx.words.stamp(target.said, TextForm::Plain);
    let mut runs = vec![
        TextRun::new(row::label(ctx, id).long(), Role::Target),
        TextRun::plain(format!("{APART}{}", row::due(ctx, target).long())),
        TextRun::new(
            if by.is_empty() { format!("{APART}{said}") } else { format!("{APART}{said}, {by}") },
            Role::Muted,
        ),
        TextRun::plain(APART),
    ];
    if row::is_reported(verdict) {
        runs.push(TextRun::new(row::reported(ctx, verdict).long(), Role::Actual));
        runs.push(TextRun::plain(APART));
    }
    runs.push(TextRun::new(row::verdict_label(ctx, verdict).long(), role));
    runs
}
