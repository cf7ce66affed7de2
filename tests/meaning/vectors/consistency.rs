//! Consistency (section K): figures implied by growth rates.

use planfact::compare::checks::growth::{price_change, prior_year_bounds, share_change};
use planfact::compare::progress::required::per_year;
use planfact::compare::series::interval::Interval;
use serde_json::{Map, Value, json};

use super::{Case, Computed};

pub(super) fn compute(case: &Case) -> Computed {
    let percent = |low: f64, high: f64| Interval::between(low, high);
    match case.section.as_str() {
        "K growth reading" => {
            let growth = if case.name.starts_with("reading A") { percent(145.0, 155.0) } else { percent(45.0, 55.0) };
            Some(reading(growth))
        }
        "K value base" => {
            let bounds = prior_year_bounds(Interval::between(114.0, 120.0), percent(55.0, 65.0))?;
            Some(json!({"nominal": before(120.0, 60.0), "bounds": [bounds.lo, bounds.hi]}))
        }
        "K unit price" => {
            let price = Interval::between(114e3, 120e3).divided_by(Interval::between(19e3, 20e3))?;
            Some(json!([price.lo, price.hi]))
        }
        "K monotone" => monotone(case),
        "K doubled" => {
            let (bounds, nominal) = if case.name.starts_with("282") {
                (prior_year_bounds(Interval::between(281.5, 282.5), percent(90.0, 110.0))?, before(282.0, 100.0))
            } else {
                (prior_year_bounds(Interval::between(290.0, 300.0), percent(145.0, 155.0))?, before(290.0, 150.0))
            };
            Some(json!({"nominal": nominal, "bounds": [bounds.lo, bounds.hi]}))
        }
        "K share of year" => {
            let year = planfact::compare::progress::part_year::annualise(55.0, 3, 1.0);
            let share = Interval::exactly(55.0).divided_by(Interval::exactly(282.0))?.lo;
            Some(json!({"share": share, "naive_x4": year, "vs_2024": share_change(282.0, year).1 / 100.0}))
        }
        "K pp vs %" => {
            let (by_points, by_percent) = share_change(37.5, 44.5);
            Some(json!({"pp": by_points, "relative": by_percent / 100.0}))
        }
        "K unit fraction" => {
            let (by_points, by_percent) = share_change(100.0 / 3.0, 50.0);
            Some(json!({"pp": by_points, "relative": by_percent / 100.0}))
        }
        _ => None,
    }
}

/// The figure of the year before, from one number and its growth in per cent.
fn before(now: f64, growth: f64) -> f64 {
    prior_year_bounds(Interval::exactly(now), Interval::exactly(growth)).unwrap().lo
}

fn reading(growth: Interval) -> Value {
    let middle = f64::midpoint(growth.lo, growth.hi);
    let bounds = prior_year_bounds(Interval::between(19_000.0, 20_000.0), growth).unwrap();
    let units = before(19_000.0, middle);
    let price = price_change(Interval::exactly(60.0), Interval::exactly(middle)).unwrap();
    json!({
        "base_units_nominal": units, "base_units": [bounds.lo, bounds.hi],
        "unit_price_2018_mKZT": 120e3 / 19_000.0, "unit_price_2017_mKZT": before(120e3, 60.0) / units,
        "unit_price_change": price.lo,
    })
}

/// The makers of the first half of 2018: units and growth on the half-year before.
const HALF_YEAR: [(&str, f64, f64); 5] = [
    ("cars", 13725.0, 76.4),
    ("trucks", 486.0, -0.2),
    ("buses", 153.0, -51.1),
    ("trailers", 210.0, 60.3),
    ("special", 86.0, 60.3),
];

fn monotone(case: &Case) -> Computed {
    let all: f64 = HALF_YEAR.iter().map(|(_, units, growth)| before(*units, *growth)).sum();
    let eight_months =
        |low: f64, high: f64| prior_year_bounds(Interval::between(19_000.0, 20_000.0), Interval::between(low, high));
    if case.name.contains("rebuilt") {
        let mut parts: Map<String, Value> = HALF_YEAR
            .iter()
            .map(|(name, units, growth)| ((*name).to_owned(), json!(before(*units, *growth))))
            .collect();
        parts.insert("total".to_owned(), json!(all));
        parts.insert("sum_2018".to_owned(), json!(HALF_YEAR.iter().map(|(_, units, _)| units).sum::<f64>()));
        return Some(Value::Object(parts));
    }
    if case.name.starts_with("reading A") {
        let most = eight_months(145.0, 155.0)?.hi;
        return Some(json!({"jan_aug_max": most, "h1_total": all, "violated": most < all}));
    }
    if case.name.starts_with("reading B") {
        let bounds = eight_months(45.0, 55.0)?;
        return Some(json!({"jan_aug_min": bounds.lo, "violated": bounds.hi < all}));
    }
    if case.name.starts_with("value") {
        let bounds = prior_year_bounds(Interval::between(114.0, 120.0), Interval::between(55.0, 65.0))?;
        return Some(json!({"jan_aug": [bounds.lo, bounds.hi], "violated": bounds.hi < 64.5}));
    }
    // More than 12,000, then more than 13,000 in total: something remains for the others.
    Some(json!({"violated": per_year(13_000.0, 12_000.0, 1.0) < 0.0}))
}
