//! One target as a table row: what was promised, when it was stated and due, what was reported, gap and verdict.

use crate::compare::series::quantity::{Quantity, QuantityForm};
use crate::compare::verdict::types::{Badge, Lateness, Status, Verdict};
use crate::dataset::format::period::{Month, Period, Span};
use crate::dataset::format::value::Value;
use crate::dataset::records::{Actual, Id, Metric, MetricKind, Target};
use crate::page::context::{Context, plain_and_tight};
use crate::page::i18n::{Arg, TextForm};
use crate::page::model::{Align, Bullet, Label, Mark, RecordRef, Role, SortKey, TableCell, TableColumn, TableRow};
use crate::page::target::event::event_period;
use crate::page::target::sort_keys;

/// The columns of a table of targets.
pub(in crate::page) fn columns(ctx: &Context<'_>) -> Vec<TableColumn> {
    vec![
        ctx.column("head-promise", Align::Left, 0).flexible(),
        ctx.column("head-said", Align::Left, 6),
        ctx.column("head-due", Align::Left, 0),
        ctx.column("head-reported", Align::Right, 2),
        ctx.column("head-attained", Align::Left, 4),
        ctx.column("head-gap", Align::Right, 5),
        ctx.column("head-verdict", Align::Left, 0),
    ]
}

/// The row of a target, under [`columns`].
pub(in crate::page) fn row(ctx: &Context<'_>, id: Id<Target>) -> TableRow {
    let verdict = ctx.verdict(id);
    let target = &ctx.dataset[id];
    let said = plain_and_tight(|form| ctx.words.stamp(target.said, form));
    let (mark, role) = status_mark(verdict.status);
    let gap_role = gap_role(verdict);
    let cells = vec![
        TableCell::Text(label(ctx, id), Role::Target),
        TableCell::Text(said, Role::Muted),
        TableCell::Text(due(ctx, target), Role::Plain),
        TableCell::Text(reported(ctx, verdict), if is_reported(verdict) { Role::Actual } else { Role::Missing }),
        attainment_cell(ctx, verdict, gap_role),
        TableCell::Text(gap(ctx, verdict), gap_role),
        TableCell::WithMark(mark, verdict_label(ctx, verdict), role),
    ];
    let sort_keys = [
        SortKey::Text,
        SortKey::Date(target.said.day),
        sort_keys::due(target),
        sort_keys::reported(verdict),
        sort_keys::attained(verdict),
        sort_keys::gap(verdict),
        sort_keys::status(verdict.status),
    ];
    TableRow::new(Some(RecordRef::Target(id)), cells)
        .with_sort_keys(sort_keys)
        .with_status(sort_keys::row_status(ctx, verdict.status))
}

/// "≥200,000 vehicles made", "≤70,000 vehicles capacity · Kia Qazaqstan".
pub(in crate::page) fn label(ctx: &Context<'_>, id: Id<Target>) -> Label {
    plain_and_tight(|form| name(ctx, id, form))
}

/// [`label`] in one form.
pub(in crate::page) fn name(ctx: &Context<'_>, id: Id<Target>, form: TextForm) -> String {
    ctx.with_subject(ctx.dataset[id].subject, promised_text(ctx, id, form))
}

fn promised_text(ctx: &Context<'_>, id: Id<Target>, form: TextForm) -> String {
    let target = &ctx.dataset[id];
    let metric = &ctx.dataset[target.metric];
    let name = Arg::from(ctx.text(&metric.name));
    match promised(ctx.verdict(id), metric) {
        Some(quantity) => {
            let every = matches!(quantity.form, QuantityForm::EveryKth(_));
            amount(ctx, metric, ctx.words.quantity(&quantity, metric, form), every)
        }
        None if metric.kind == MetricKind::Milestone => ctx.words.format("row-event", &[("metric", name)]),
        // Not stated yet as of this date: there is no verdict, but the number is known.
        None if ctx.verdict(id).status == Status::NotSaid
            && target.value.is_some_and(|value| value != Value::Unquantified) =>
        {
            let value = target.value.unwrap_or(Value::Unquantified);
            amount(ctx, metric, ctx.words.value(&value, metric, form), matches!(value, Value::EveryKth(_)))
        }
        None => ctx.words.format("row-open", &[("metric", name)]),
    }
}

/// A number with the name of its metric: "≥200,000 vehicles made", "Share of output exported: every third".
pub(in crate::page) fn amount(ctx: &Context<'_>, metric: &Metric, quantity: String, every: bool) -> String {
    let name = ctx.text(&metric.name);
    if every || metric.kind == MetricKind::Ratio {
        return ctx.words.format("row-kth", &[("metric", Arg::from(name)), ("quantity", Arg::from(quantity))]);
    }
    let inside = Arg::from(inside_a_line(name));
    ctx.words.format(
        "row-amount",
        &[("metric", Arg::from(name)), ("metric-inside", inside), ("quantity", Arg::from(quantity))],
    )
}

/// A name within a line: first letter in lower case unless it begins an abbreviation.
fn inside_a_line(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => first.to_lowercase().chain(letters).collect(),
        _ => name.to_owned(),
    }
}

/// The promised number; none for events.
fn promised(verdict: &Verdict, metric: &Metric) -> Option<Quantity> {
    verdict.promised.filter(|_| metric.kind != MetricKind::Milestone)
}

/// "2025", "Q1 2025", "2019–2020", or that it is not dated.
pub(in crate::page) fn due(ctx: &Context<'_>, target: &Target) -> Label {
    let Some(due) = &target.due else { return ctx.label("due-none") };
    plain_and_tight(|form| ctx.words.due(due, form))
}

/// A number, a date, or `?`; with its period where that is not the promised one.
pub(in crate::page) fn reported(ctx: &Context<'_>, verdict: &Verdict) -> Label {
    let target = &ctx.dataset[verdict.target];
    let metric = &ctx.dataset[target.metric];
    if let Some(period) = event_period(verdict) {
        let period = to_the_month(&period);
        return plain_and_tight(|form| ctx.words.period(&period, form));
    }
    let Some(figure) = verdict.reported.or(verdict.reached) else { return Label::one("?") };
    let quantity = |form| ctx.words.quantity(&figure.value, metric, form);
    if verdict.reported.is_some() {
        return plain_and_tight(quantity);
    }
    plain_and_tight(|form| ctx.with_period(&quantity(form), &figure.period, form))
}

/// Rounds days to months, which fit into a cell.
fn to_the_month(period: &Period) -> Period {
    match period.span {
        Span::Days(first, last) => Period { span: Span::Months(Month::of(first), Month::of(last)), ..*period },
        _ => *period,
    }
}

pub(in crate::page) fn is_reported(verdict: &Verdict) -> bool {
    verdict.reported.is_some() || verdict.reached.is_some() || event_period(verdict).is_some()
}

/// Actual minus target as a signed number, or months for an event.
pub(in crate::page) fn gap(ctx: &Context<'_>, verdict: &Verdict) -> Label {
    if let (Some(Lateness::Days(first, last)), None) = (verdict.lateness, verdict.gap) {
        if verdict.status == Status::Met {
            return Label::default();
        }
        let time = Arg::from(ctx.words.days(first.abs().min(last.abs()), first.abs().max(last.abs())));
        let key = match (event_period(verdict).is_some(), last > 0) {
            (false, _) => "gap-not-yet",
            (true, true) => "gap-late",
            (true, false) => "gap-early",
        };
        return Label::one(ctx.words.format(key, &[("time", time)]));
    }
    let metric = &ctx.dataset[ctx.dataset[verdict.target].metric];
    verdict.gap.map(|gap| plain_and_tight(|form| ctx.words.gap(&gap, metric, form))).unwrap_or_default()
}

/// "met 2 years late", "met late".
pub(in crate::page) fn verdict_label(ctx: &Context<'_>, verdict: &Verdict) -> Label {
    let full = ctx.words.verdict(verdict);
    if let Some(was) = ctx.previous_status(verdict.target) {
        let changed = match was {
            Status::NotSaid => ctx.words.get("changed-new"),
            status => ctx.words.format("changed-was", &[("status", Arg::from(ctx.words.status(status)))]),
        };
        return Label::forms([format!("{full} {changed}"), format!("{} {changed}", ctx.words.status(verdict.status))]);
    }
    let short = ctx.words.status(verdict.status);
    let badges = row_badges(verdict).map(|badge| ctx.words.badge_mark(badge)).collect::<Vec<_>>().join(" ");
    if badges.is_empty() {
        return Label::forms([full, short]);
    }
    Label::forms([format!("{full} {badges}"), full, short])
}

/// The badges of a verdict that its row has a sign for.
pub(in crate::page) fn row_badges(verdict: &Verdict) -> impl Iterator<Item = Badge> {
    let has_sign = |badge: &Badge| matches!(badge, Badge::Restated | Badge::SourcesDiffer | Badge::AboutTolerance);
    verdict.badges.iter().copied().filter(has_sign)
}

pub(in crate::page) fn status_mark(status: Status) -> (Mark, Role) {
    match status {
        Status::MetEarly | Status::Met => (Mark::Met, Role::Good),
        Status::MetLate => (Mark::MetLate, Role::Late),
        Status::Missed => (Mark::Missed, Role::Bad),
        Status::OnTrack => (Mark::OnTrack, Role::Good),
        Status::Behind => (Mark::Behind, Role::Caution),
        Status::AtRisk => (Mark::AtRisk, Role::Bad),
        Status::NotYetDue => (Mark::NotYetDue, Role::Muted),
        Status::NotDated => (Mark::NotDated, Role::Muted),
        Status::NotJudged => (Mark::NotJudged, Role::Muted),
        Status::NotSaid => (Mark::NotSaid, Role::Muted),
        Status::AwaitingData => (Mark::Awaiting, Role::Muted),
        Status::NoData => (Mark::NoData, Role::Missing),
        Status::Unquantified => (Mark::Unquantified, Role::Missing),
        Status::Undetermined => (Mark::Undetermined, Role::Caution),
        Status::Contested => (Mark::Contested, Role::Contested),
    }
}

/// The role of what a target was reached to, in per cent or as a gap: of what is decided, whether the figure reaches the target,
/// which a late or an early outcome does not change.
pub(in crate::page) fn gap_role(verdict: &Verdict) -> Role {
    let is_open = matches!(verdict.status, Status::OnTrack | Status::Behind | Status::AtRisk | Status::NotYetDue);
    match (verdict.attainment, verdict.lateness) {
        _ if is_open => Role::Plain,
        (Some(attained), _) if attained.hard.lo >= 1.0 => Role::Good,
        (Some(attained), _) if attained.hard.hi < 1.0 => Role::Bad,
        (Some(_), _) => Role::Caution,
        (None, Some(Lateness::Days(_, last))) if verdict.gap.is_none() => {
            if last > 0 {
                Role::Late
            } else {
                Role::Good
            }
        }
        _ => status_mark(verdict.status).1,
    }
}

/// The attainment as a bar; blank for events, and where what was reported is no share of the target.
fn attainment_cell(ctx: &Context<'_>, verdict: &Verdict, role: Role) -> TableCell {
    let is_event = ctx.dataset[ctx.dataset[verdict.target].metric].kind == MetricKind::Milestone;
    let bullet = bullet(verdict, role);
    TableCell::Bullet(Bullet { is_missing: bullet.is_missing && !is_event && !is_reported(verdict), ..bullet })
}

/// The attainment as a bar: certain part, likely part, open end for a bound.
pub(in crate::page) fn bullet(verdict: &Verdict, role: Role) -> Bullet {
    let is_partial = verdict.reported.is_some_and(|figure| figure.is_estimated);
    let about = verdict.promised.filter(|promised| promised.nominal > 0.0).and_then(|promised| {
        let (lo, hi) = (promised.hard.lo / promised.nominal, promised.hard.hi / promised.nominal);
        (lo.is_finite() && hi.is_finite() && hi - lo > 0.001).then_some((lo, hi))
    });
    let Some(attained) = verdict.attainment else {
        return Bullet { bar: None, is_missing: true, soft: None, is_open: false, is_partial, about, role };
    };
    let certain = if attained.hard.lo.is_finite() { attained.hard.lo.max(0.0) } else { attained.nominal };
    // What is left of the time of a ceiling can only use more of it: nothing above 100% is likely.
    let is_running_ceiling =
        attained.hard.hi.is_finite() && verdict.reported.is_some_and(|figure| figure.value.hard.hi.is_infinite());
    let limit = if is_running_ceiling { certain.max(1.0) } else { f64::INFINITY };
    let likely = attained.soft.hi.min(limit);
    let soft = (likely.is_finite() && likely > certain).then_some(likely);
    Bullet {
        bar: Some(certain),
        is_missing: false,
        soft,
        is_open: attained.hard.hi.is_infinite(),
        is_partial,
        about,
        role,
    }
}

/// A reported figure or event with its name.
pub(in crate::page) fn figure_label(ctx: &Context<'_>, actual: &Actual) -> Label {
    let metric = &ctx.dataset[actual.metric];
    let name = ctx.text(&metric.name);
    if metric.kind == MetricKind::Milestone {
        let not_yet = actual.value == Value::NotYet;
        let what =
            if not_yet { ctx.words.format("row-not-yet", &[("metric", Arg::from(name))]) } else { name.to_owned() };
        return Label::one(ctx.with_subject(actual.subject, what));
    }
    let every = matches!(actual.value, Value::EveryKth(_));
    let number = |form| amount(ctx, metric, ctx.words.value(&actual.value, metric, form), every);
    plain_and_tight(|form| ctx.with_subject(actual.subject, number(form)))
}
