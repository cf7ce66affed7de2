//! Totals and their parts (C4), shares (C5), capacities (C6) and parts of a period (C11). Which metrics belong together is said
//! by the metrics themselves: `parts`, `part_of`, `share_of`, `capacity`.

use crate::compare::checks::check::{CheckOutcome, CheckRule, ConsistencyCheck, KnownSeries};
use crate::compare::series::figure::Figure;
use crate::compare::series::merge::distance_apart;
use crate::compare::series::quantity::Quantity;
use crate::compare::series::tiling;
use crate::dataset::records::index::SeriesKey;
use crate::dataset::records::{Actual, Id, Metric, MetricKind, Subject};

/// Output above this multiple of the capacity is doubtful.
const CAPACITY_MARGIN: f64 = 1.1;
/// Relative differences up to this are rounding.
const ROUNDING: f64 = 0.01;

/// C4, C5, C6 and C11.
pub(super) fn checks(known_series: &KnownSeries<'_>) -> Vec<ConsistencyCheck> {
    let mut checks = Vec::new();
    for &(metric, subject) in known_series.series.keys() {
        checks.extend(check_sums(known_series, metric, subject));
        checks.extend(check_shares(known_series, metric, subject));
        checks.extend(check_parts_of_wholes(known_series, metric, subject));
        checks.extend(check_capacity(known_series, metric, subject));
        checks.extend(check_tiling(known_series, (metric, subject)));
    }
    checks
}

/// C4: if all parts are known they add up to the total; some of them are at most the total.
fn check_sums(known_series: &KnownSeries<'_>, metric: Id<Metric>, subject: Id<Subject>) -> Vec<ConsistencyCheck> {
    let parts = &known_series.dataset[metric].parts;
    let total = |figure: &Figure| {
        let known: Vec<&Figure> =
            parts.iter().filter_map(|&part| figure_for_same_days(known_series, (part, subject), figure)).collect();
        let (first, rest) = known.split_first()?;
        let sum = rest.iter().fold(first.value_over_claims(), |sum, part| sum.plus(&part.value_over_claims()));
        let whole = figure.value_over_claims();
        let all = known.len() == parts.len();
        let outcome = match distance_apart(sum.hard, whole.hard) {
            Some(spread) if all && spread <= ROUNDING => CheckOutcome::Warn,
            Some(_) if all || sum.hard.lo > whole.hard.hi => CheckOutcome::Contradiction,
            None if all => CheckOutcome::Ok,
            _ => return None,
        };
        let actuals = preferred_actuals(std::iter::once(figure).chain(known.iter().copied()));
        let found = ConsistencyCheck::of(CheckRule::Sum, outcome, (metric, subject), figure.period);
        Some(ConsistencyCheck { actuals, computed: Some(sum), expected: Some(whole), ..found })
    };
    figures_of(known_series, (metric, subject)).iter().filter_map(total).collect()
}

/// C5: share × whole = part.
fn check_shares(known_series: &KnownSeries<'_>, metric: Id<Metric>, subject: Id<Subject>) -> Vec<ConsistencyCheck> {
    let dataset = known_series.dataset;
    let Some(part_metric) = dataset[metric].share_of else { return Vec::new() };
    let Some(whole_metric) = dataset[part_metric].part_of else { return Vec::new() };
    let one = |share: &Figure| {
        let part = figure_for_same_days(known_series, (part_metric, subject), share)?;
        let whole = figure_for_same_days(known_series, (whole_metric, subject), share)?;
        let fraction = share.value_over_claims().map(|percent| percent / 100.0);
        let computed = product_of(&fraction, &whole.value_over_claims());
        let outcome = if distance_apart(computed.soft, part.value_over_claims().soft).is_some() {
            CheckOutcome::Warn
        } else {
            CheckOutcome::Ok
        };
        let found = ConsistencyCheck::of(CheckRule::Share, outcome, (metric, subject), share.period);
        let actuals = preferred_actuals([share, part, whole]);
        Some(ConsistencyCheck { actuals, computed: Some(computed), expected: Some(part.value_over_claims()), ..found })
    };
    figures_of(known_series, (metric, subject)).iter().filter_map(one).collect()
}

/// C5: a part is at most the whole.
fn check_parts_of_wholes(
    known_series: &KnownSeries<'_>,
    metric: Id<Metric>,
    subject: Id<Subject>,
) -> Vec<ConsistencyCheck> {
    let Some(whole) = known_series.dataset[metric].part_of else { return Vec::new() };
    let one = |part: &Figure| {
        let whole = figure_for_same_days(known_series, (whole, subject), part)?;
        Some(check_at_most(CheckRule::Share, (metric, subject), part, whole, 1.0))
    };
    figures_of(known_series, (metric, subject)).iter().filter_map(one).collect()
}

/// C6: the output of a year against the latest capacity reported by its end.
fn check_capacity(known_series: &KnownSeries<'_>, metric: Id<Metric>, subject: Id<Subject>) -> Vec<ConsistencyCheck> {
    let Some(limit) = known_series.dataset[metric].capacity else { return Vec::new() };
    let one = |part_total: &Figure| {
        part_total.period.full_year()?;
        let limits = figures_of(known_series, (limit, subject));
        let latest = limits.iter().rev().find(|limit| limit.first <= part_total.last)?;
        Some(check_at_most(CheckRule::Capacity, (metric, subject), part_total, latest, CAPACITY_MARGIN))
    };
    figures_of(known_series, (metric, subject)).iter().filter_map(one).collect()
}

/// C11: parts of a flow that follow each other without a gap add up to the figure of all their time. The hulls of contested
/// parts count.
fn check_tiling(known_series: &KnownSeries<'_>, series: SeriesKey) -> Vec<ConsistencyCheck> {
    let Some(history) = known_series.series.get(&series).filter(|history| history.kind == MetricKind::Flow) else {
        return Vec::new();
    };
    let one = |whole: &Figure| {
        let parts = history.figures_ending(whole.first, whole.last).iter();
        let tiles = tiling::tiles(parts, whole.first, whole.last)?;
        let (sum, total) = (tiling::sum(&tiles)?.value, whole.value_over_claims());
        let differs = distance_apart(sum.hard, total.hard).is_some();
        let outcome = if differs { CheckOutcome::Warn } else { CheckOutcome::Ok };
        let actuals = preferred_actuals(std::iter::once(whole).chain(tiles));
        let found = ConsistencyCheck::of(CheckRule::Tiling, outcome, series, whole.period);
        Some(ConsistencyCheck { actuals, computed: Some(sum), expected: Some(total), ..found })
    };
    history.figures.iter().filter_map(one).collect()
}

/// Whether the first is at most the second times a margin.
fn check_at_most(rule: CheckRule, series: SeriesKey, part: &Figure, whole: &Figure, margin: f64) -> ConsistencyCheck {
    let (part_total, limit) = (part.value_over_claims(), whole.value_over_claims());
    let outcome = if part_total.hard.lo > limit.hard.hi * margin { CheckOutcome::Warn } else { CheckOutcome::Ok };
    let found = ConsistencyCheck::of(rule, outcome, series, part.period);
    ConsistencyCheck {
        actuals: preferred_actuals([part, whole]),
        computed: Some(part_total),
        expected: Some(limit),
        ..found
    }
}

fn figures_of<'a>(known_series: &'a KnownSeries<'_>, series: SeriesKey) -> &'a [Figure] {
    known_series.series.get(&series).map_or(&[], |history| &history.figures)
}

fn figure_for_same_days<'a>(
    known_series: &'a KnownSeries<'_>,
    series: SeriesKey,
    as_figure: &Figure,
) -> Option<&'a Figure> {
    known_series.series.get(&series)?.figure_for_days(as_figure.first, as_figure.last)
}

fn preferred_actuals<'a>(figures: impl IntoIterator<Item = &'a Figure>) -> Vec<Id<Actual>> {
    figures.into_iter().filter_map(Figure::preferred).collect()
}

fn product_of(a: &Quantity, b: &Quantity) -> Quantity {
    Quantity::derived(a.nominal * b.nominal, a.hard.times(b.hard), a.soft.times(b.soft))
}
