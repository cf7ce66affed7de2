//! The text under the crosshair: figure with hedge, source, coverage, other sources, distance to the pace, targets.

use crate::compare::series::figure::Figure;
use crate::compare::series::quantity::Quantity;
use crate::dataset::format::period::Period;
use crate::dataset::records::index::SeriesKey;
use crate::dataset::records::{Actual, Id, Target};
use crate::page::context::Context;
use crate::page::i18n::{Arg, TextForm, third_digit_place};
use crate::page::model::{Role, TextRun};
use crate::page::target::row;

/// The gap between two statements.
const GAP: &str = "  ";

/// Period, value and source; then `beside`; then other sources and the coverage.
pub(in crate::page) fn of_figure(
    ctx: &Context<'_>,
    series: SeriesKey,
    figure: &Figure,
    beside: Vec<TextRun>,
) -> Vec<TextRun> {
    let metric = &ctx.dataset[series.0];
    let mut runs = vec![
        TextRun::new(ctx.words.period(&figure.period, TextForm::Plain), Role::Strong),
        TextRun::plain(GAP),
        TextRun::new(ctx.words.quantity(figure.stated_value(), metric, TextForm::Long), Role::Actual),
    ];
    let source = figure.preferred().map_or("", |id| ctx.publisher(id));
    runs.extend(after_gap(source, Role::Muted));
    runs.extend(beside);
    for rival in figure.rivals() {
        let value = Arg::from(ctx.words.quantity(&rival.value, metric, TextForm::Plain));
        let source = Arg::from(ctx.publisher(rival.actual));
        runs.extend(after_gap(
            &ctx.words.format("readout-rival", &[("value", value), ("source", source)]),
            Role::Contested,
        ));
    }
    runs.extend(after_gap(figure.preferred().map_or("", |id| coverage(ctx, id)), Role::Muted));
    runs
}

/// Empty for an empty text.
pub(super) fn after_gap(text: &str, role: Role) -> Vec<TextRun> {
    if text.is_empty() { Vec::new() } else { vec![TextRun::plain(GAP), TextRun::new(text, role)] }
}

/// The coverage of a report.
pub(super) fn coverage<'a>(ctx: &Context<'a>, id: Id<Actual>) -> &'a str {
    ctx.text(&ctx.dataset[id].counts).trim_end_matches('.')
}

/// Period, value, source and coverage of one report.
pub(in crate::page) fn of_actual(ctx: &Context<'_>, id: Id<Actual>) -> Vec<TextRun> {
    let actual = &ctx.dataset[id];
    let value = ctx.words.value(&actual.value, &ctx.dataset[actual.metric], TextForm::Long);
    let mut runs = vec![
        TextRun::plain(ctx.words.period(&actual.period, TextForm::Plain)),
        TextRun::plain(GAP),
        TextRun::new(value, Role::Actual),
    ];
    runs.extend(after_gap(ctx.publisher(id), Role::Muted));
    runs.extend(after_gap(coverage(ctx, id), Role::Muted));
    runs
}

/// A period without a report.
pub(super) fn missing(ctx: &Context<'_>, series: SeriesKey, period: &Period) -> Vec<TextRun> {
    let when = Arg::from(ctx.words.period(period, TextForm::Plain));
    let metric = Arg::from(ctx.text(&ctx.dataset[series.0].name));
    vec![TextRun::new(ctx.words.format("readout-missing", &[("period", when), ("metric", metric)]), Role::Missing)]
}

/// Empty without a source.
pub(super) fn in_brackets(source: &str) -> Vec<TextRun> {
    if source.is_empty() { Vec::new() } else { vec![TextRun::new(format!(" ({source})"), Role::Muted)] }
}

/// The distance of a value to the pace line; without a value only the line; empty without a line.
pub(super) fn pace(ctx: &Context<'_>, series: SeriesKey, value: Option<&Quantity>, expected: Option<f64>) -> String {
    let Some(expected) = expected else { return String::new() };
    let metric = &ctx.dataset[series.0];
    let line = three_digits(&Quantity::calculated(expected));
    let is_round = (line.nominal - expected).abs() <= expected.abs() * 1e-12;
    let line = Arg::from(ctx.words.quantity(&line, metric, TextForm::Plain));
    let Some(value) = value else { return ctx.words.format("readout-pace-alone", &[("expected", line)]) };
    let gap = value.map(|number| number - expected);
    // At its end the line equals the target: the distance is exact and not rounded.
    let gap = if is_round { gap } else { three_digits(&gap) };
    if gap.nominal == 0.0 {
        return ctx.words.format("readout-pace-on", &[("expected", line)]);
    }
    // "Behind" replaces the minus sign, which turns a lower bound into an upper one.
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

/// The distance to the pace and the targets due: "promised ≥200,000, 160,000".
pub(super) fn beside(ctx: &Context<'_>, pace: &str, due: impl Iterator<Item = Id<Target>>) -> Vec<TextRun> {
    let mut runs = after_gap(pace, Role::Target);
    let numbers = numbers(ctx, due);
    if !numbers.is_empty() {
        runs.extend(after_gap(&ctx.words.format("readout-promised", &[("value", Arg::from(numbers))]), Role::Target));
    }
    runs
}

/// Rounded to three significant digits, as all calculated numbers.
fn three_digits(quantity: &Quantity) -> Quantity {
    quantity.map(|number| {
        let place = third_digit_place(number);
        (number / place).round() * place
    })
}

/// "≥200,000, 160,000".
pub(super) fn numbers(ctx: &Context<'_>, ids: impl Iterator<Item = Id<Target>>) -> String {
    let numbers: Vec<String> = ids.filter_map(|id| number(ctx, id)).collect();
    numbers.join(&ctx.words.get("list-separator"))
}

fn number(ctx: &Context<'_>, id: Id<Target>) -> Option<String> {
    let value = ctx.verdict(id).promised?;
    Some(ctx.words.quantity(&value, &ctx.dataset[ctx.dataset[id].metric], TextForm::Plain))
}

/// What was promised, for when, by whom, and the outcome.
pub(in crate::page) fn of_promise(ctx: &Context<'_>, id: Id<Target>) -> Vec<TextRun> {
    let target = &ctx.dataset[id];
    let verdict = ctx.verdict(id);
    let (_, role) = row::status_mark(verdict.status);
    let by = ctx.text(&target.by);
    let said = ctx.words.stamp(target.said, TextForm::Plain);
    let mut runs = vec![
        TextRun::new(row::label(ctx, id).long(), Role::Target),
        TextRun::plain(format!("{GAP}{}", row::due(ctx, target).long())),
        TextRun::new(if by.is_empty() { format!("{GAP}{said}") } else { format!("{GAP}{said}, {by}") }, Role::Muted),
        TextRun::plain(GAP),
    ];
    if row::is_reported(verdict) {
        runs.push(TextRun::new(row::reported(ctx, verdict).long(), Role::Actual));
        runs.push(TextRun::plain(GAP));
    }
    runs.push(TextRun::new(row::verdict_label(ctx, verdict).long(), role));
    runs
}
