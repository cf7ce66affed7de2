//! Projection, crossing, Theil-Sen, Student t (sections G, H).

use planfact::compare::progress::projection::{DAMPING, TrendFit, TrendScale, damped_years, median_slope};
use planfact::compare::progress::student_t;
use serde_json::{Map, Value, json};

use super::{Case, Computed, number};

const TV1: [(f64, f64); 7] =
    [(2018.0, 30.0), (2019.0, 50.0), (2020.0, 75.0), (2021.0, 93.5), (2022.0, 112.5), (2023.0, 148.0), (2024.0, 145.3)];
const TV2: [(f64, f64); 5] = [(2016.0, 11.0), (2019.0, 50.0), (2021.0, 93.5), (2023.0, 148.0), (2024.0, 145.3)];

pub(super) fn compute(case: &Case) -> Computed {
    let series = || {
        let point = |pair: &Value| (number(&pair[0]), number(&pair[1]));
        Some(case.input.get("series")?.as_array()?.iter().map(point).collect::<Vec<_>>())
    };
    match case.section.as_str() {
        "G fit" => {
            let fit = fit(&series()?)?;
            Some(json!({
                "n": fit.points, "m": fit.points - 1, "span": fit.span, "d": fit.drift, "sigma": fit.sigma,
                "last_t": fit.last.0, "last_y": fit.last.1, "dof": fit.degrees_of_freedom(),
            }))
        }
        "G project" => {
            let ahead = fit(&series()?)?.forecast(number(&case.input["h"]), DAMPING);
            let (low, high) = ahead.interval.unzip();
            Some(json!({"mid": ahead.median, "lo": low, "hi": high, "se": ahead.error}))
        }
        "G P(meet)" => {
            let series = if case.name.starts_with("TV1") { &TV1[..] } else { &TV2[..] };
            Some(json!(fit(series)?.probability(1.0, number(&case.input["theta"]), DAMPING)?))
        }
        "G window" => {
            let all = TrendFit::of(&TV2, TrendScale::Log)?;
            let [undamped, damped] = [1.0, DAMPING].map(|phi| all.forecast(1.0, phi).median);
            Some(json!({"d": all.drift, "undamped": undamped, "damped": damped, "actual_2025": 171.442}))
        }
        "G t quantiles" => {
            let quantile =
                |freedom: &String| (freedom.clone(), json!(student_t::quantile_90(freedom.parse().unwrap())));
            Some(Value::Object(case.output.as_object()?.keys().map(quantile).collect::<Map<_, _>>()))
        }
        "G backtest" => {
            let ahead = fit(&series()?)?.forecast(number(&case.input["h"]), DAMPING);
            let (low, high) = ahead.interval?;
            let outcome = number(&case.output["came"]);
            let inside = (low..=high).contains(&outcome);
            Some(json!({"mid": ahead.median, "lo": low, "hi": high, "came": outcome, "inside": inside}))
        }
        "G Theil-Sen" => {
            let series = series()?;
            let (slope, drift) = (median_slope(&recent(&series), TrendScale::Log)?, fit(&series)?.drift);
            Some(json!({"slope": slope, "endpoint_drift": drift, "ratio": slope / drift}))
        }
        "H ETA" => crossing(case),
        _ => None,
    }
}

fn fit(series: &[(f64, f64)]) -> Option<TrendFit> {
    TrendFit::of(&recent(series), TrendScale::Log)
}

/// The points of the five years up to the newest.
fn recent(series: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let newest = series.last().map_or(0.0, |(year, _)| *year);
    series.iter().copied().filter(|(year, _)| *year >= newest - 5.0).collect()
}

fn crossing(case: &Case) -> Computed {
    if case.name.starts_with("largest") {
        // The sum of all damped years is φ ÷ (1 − φ).
        return Some(json!((number(&case.input["d"]) * damped_years(1e4, DAMPING)).exp()));
    }
    if case.name.starts_with("falling") {
        let at = fit(&[(2023.0, 148.0), (2024.0, 145.3)])?.crossing(200.0, DAMPING);
        return Some(json!(if at.is_none() { "never" } else { "some day" }));
    }
    let fit = fit(if case.name.starts_with("TV1") { &TV1 } else { &TV2 })?;
    let theta = number(&case.input["theta"]);
    let (at, undamped) = (fit.crossing(theta, DAMPING), fit.crossing(theta, 1.0));
    let year = at.map(f64::ceil);
    Some(json!({
        "eta_damped": at, "first_year": year, "eta_undamped": undamped, "lateness_vs_2025": year.map(|year| year - 2025.0),
    }))
}
