//! The rule that decided the status of an open target in words, and its numbers with the digits that show on which side of a
//! limit they are.

use crate::compare::progress::types::OpenRule;
use crate::compare::series::interval::are_equal;
use crate::compare::series::quantity::Quantity;
use crate::compare::verdict::open::{MIN_PACE_BEHIND, MIN_PACE_ON_TRACK, MIN_PROJECTED_BEHIND, MIN_PROJECTED_ON_TRACK};
use crate::dataset::records::Better;
use crate::page::context::Context;
use crate::page::i18n::{Arg, decimals_for, digits_for};

const USUAL_DIGITS: usize = 3;

pub(super) fn text(ctx: &Context<'_>, rule: &OpenRule, better: Better) -> String {
    let key = match (rule, better) {
        (OpenRule::NoNewerFigure, _) => "open-nothing-since",
        (OpenRule::TooEarly, _) => "open-too-early",
        (OpenRule::OutOfReach, Better::More) => "open-out-of-reach",
        (OpenRule::OutOfReach, Better::Less) => "open-out-of-reach-less",
        (OpenRule::AlreadyExceeded, _) => "open-cannot-be-unmade",
        (OpenRule::NewestDecides, _) => "open-newest-decides",
        (OpenRule::BelowZero, _) => "open-below-zero",
        (OpenRule::Held, _) => "open-held",
        (OpenRule::Range, _) => "open-range",
        (OpenRule::Bands { ratio: Some(_), projected: Some(_) }, _) => "open-bands",
        (OpenRule::Bands { ratio: Some(_), projected: None }, _) => "open-bands-pace",
        (OpenRule::Bands { ratio: None, projected: Some(_) }, _) => "open-bands-projected",
        (OpenRule::Bands { ratio: None, projected: None }, _) => "open-bands-none",
    };
    let mut args = Vec::new();
    if let OpenRule::Bands { ratio: ends, projected } = rule {
        args.extend(ends.map(|(low, high)| ("ratio", Arg::from(band(ctx, low, high)))));
        args.extend(projected.map(|value| ("projected", Arg::from(attainment(ctx, value)))));
    }
    ctx.words.format(key, &args)
}

/// R: 0.9496 is not 0.950.
pub(super) fn ratio(ctx: &Context<'_>, value: f64) -> String {
    beside(ctx, value, [MIN_PACE_ON_TRACK, MIN_PACE_BEHIND])
}

/// PA, alike.
pub(super) fn attainment(ctx: &Context<'_>, value: f64) -> String {
    beside(ctx, value, [MIN_PROJECTED_ON_TRACK, MIN_PROJECTED_BEHIND])
}

/// R with its ends where they differ: "0.554 (0.1 to 1)".
pub(super) fn ratio_with_bounds(ctx: &Context<'_>, value: &Quantity) -> String {
    let nominal = ratio(ctx, value.nominal);
    let ends = band(ctx, value.hard.lo, value.hard.hi);
    if ends == nominal || !(value.hard.lo.is_finite() || value.hard.hi.is_finite()) {
        return nominal;
    }
    format!("{nominal} ({ends})")
}

/// "0.9", "0.1 to 1", "0.1 or more".
fn band(ctx: &Context<'_>, low: f64, high: f64) -> String {
    let key = match (low.is_finite(), high.is_finite()) {
        (true, true) if ratio(ctx, low) == ratio(ctx, high) => return ratio(ctx, low),
        (true, true) => "bounds-between",
        (true, false) => "bounds-at-least",
        (false, true) => "bounds-at-most",
        (false, false) => "bounds-none",
    };
    ctx.words.format(key, &[("lo", Arg::from(ratio(ctx, low))), ("hi", Arg::from(ratio(ctx, high)))])
}

/// A number with the digits that leave it on its side of the limits.
fn beside(ctx: &Context<'_>, value: f64, limits: [f64; 2]) -> String {
    if !value.is_finite() {
        return String::new();
    }
    let decimals = |digits| decimals_for(value, digits);
    let printed = |digits| format!("{:.*}", decimals(digits), value).parse().unwrap_or(value);
    let is_above = |value: f64, limit: f64| value >= limit || are_equal(value, limit);
    let digits = digits_for(USUAL_DIGITS, |digits| {
        limits.iter().all(|&limit| is_above(printed(digits), limit) == is_above(value, limit))
    });
    ctx.words.number(value, decimals(digits))
}
