//! Annualising, required growth, pace, ambition, consistency (sections D, E, F, J, K).

use planfact::compare::progress::ambition::{ambition, required_growth_rate as log_growth};
use planfact::compare::progress::pace::PaceLine;
use planfact::compare::progress::part_year::{
    DEFAULT_REMAINING_PACE, annualise, annualised_band, remaining_pace_from, rho_of,
};
use planfact::compare::progress::required::{per_year, required_growth, run_rate};
use planfact::compare::progress::types::RemainingPace;
use planfact::compare::series::interval::Interval;
use planfact::compare::series::quantity::Quantity;
use planfact::dataset::records::LineShape;
use serde_json::{Value, json};

use super::figures::between;
use super::{Case, Computed, number, numbers};

pub(super) fn compute(case: &Case) -> Computed {
    match case.section.as_str() {
        "D annualise" => Some(part_year(&case.input)),
        "D rho" => rho(&case.input),
        "E required CAGR" => {
            let field = |name: &str| number(&case.input[name]);
            Some(json!(required_growth(LineShape::Geometric, field("y0"), field("T"), field("years"))))
        }
        "E run-rate" => months(case),
        "E ratio 4:1" | "E capacity" => Some(parts(case)),
        "F pace 200k/2025 from 6,326" => pace(&case.input),
        "F coherence" => {
            let line = pace_line_of_2016().expected(2020.0);
            Some(json!({"line_2020": line, "ratio": 100_000.0 / line}))
        }
        "F R interval" => {
            let (base, now) = (between(&case.input["y0"]), between(&case.input["y"]));
            let ratio = pace_line_of_2016()
                .ratio_bounds(&[base.lo, base.hi], false, (2018.0, 28_500.0), (now.lo, now.hi))?
                .hard;
            Some(json!([ratio.lo, ratio.hi]))
        }
        "F2 no hindsight" => {
            let base = if case.name.contains("6,326") { 6326.4 } else { 11_000.0 };
            Some(json!(PaceLine { from: (2016.0, base), ..pace_line_of_2016() }.ratio((2024.0, 145_300.0))?))
        }
        "J ambition" => {
            let args = case.input["args"].as_array()?;
            let [base, target, years] = [number(&args[0]), number(&args[1]), number(&args[2])];
            let found = ambition(LineShape::Geometric, base, target, years, args[3].as_f64());
            let needed = log_growth(LineShape::Geometric, base, target, years);
            Some(json!({"multiple": found.multiple, "req_log": needed, "ratio": found.ratio}))
        }
        _ => super::consistency::compute(case),
    }
}

/// The pace line of the target of 2016.
fn pace_line_of_2016() -> PaceLine {
    PaceLine { line: LineShape::Geometric, from: (2016.0, 6326.4), to: (2025.0, 200_000.0) }
}

fn part_year(input: &Value) -> Value {
    let months = u32::try_from(input["n"].as_u64().unwrap()).unwrap();
    let (floor, middle, ceiling) = match input.get("ytd").map(number) {
        // Rounded as spoken: 146.2 k and 55 bn.
        Some(146_200.0) => (146_150.0, 146_200.0, 146_250.0),
        Some(55.0) => (54.5, 55.0, 55.5),
        Some(count) => (count, count, count),
        None => (19_000.0, 19_000.0, 20_000.0),
    };
    let so_far = Quantity::derived(middle, Interval::at_least(floor), Interval::between(floor, ceiling));
    let rho = input.get("rho").map_or(DEFAULT_REMAINING_PACE, |rho| {
        let ends = numbers(rho);
        RemainingPace { lo: ends[0], mid: ends[1], hi: ends[2], years: 4 }
    });
    let year = annualised_band(&so_far, months, &rho);
    assert!((year.nominal - annualise(middle, months, rho.mid)).abs() < 1e-9);
    json!([year.soft.lo, year.nominal, year.soft.hi])
}

/// The output so far, its months, and the year: what the case about several years rests on, which lists their ρ rounded.
const PAST_YEARS: [(f64, u32, f64); 4] =
    [(2636.0, 5, 11e3), (120.0, 8, 185.0), (68_600.0 / 1.247, 8, 93_500.0), (146_200.0, 11, 171_442.0)];

fn rho(input: &Value) -> Computed {
    if let Some(past) = input.get("rhos") {
        let exact = PAST_YEARS.map(|(so_far, months, year)| rho_of(so_far, months, year));
        let rounded = exact.map(|rho| (rho * 1e6).round() / 1e6);
        assert_eq!(rounded.to_vec(), numbers(past), "other years than those of the case");
        let rho = remaining_pace_from(&exact);
        return Some(json!([rho.lo, rho.mid, rho.hi]));
    }
    let (so_far, year) = (number(&input["ytd"]), number(&input["full_year"]));
    let months = u32::try_from(input["n"].as_u64()?).ok()?;
    let share = so_far / year;
    Some(json!({"share": share, "naive_share": f64::from(months) / 12.0, "rho": rho_of(so_far, months, year)}))
}

fn months(case: &Case) -> Computed {
    if case.input.get("T").is_some() {
        let months = u32::try_from(case.input["n"].as_u64()?).ok()?;
        let (needed, so_far, multiple) = run_rate(number(&case.input["T"]), number(&case.input["ytd"]), months);
        return Some(json!({"need_per_month": needed, "pace_so_far": so_far, "multiple": multiple}));
    }
    if case.name.starts_with("4.5 trn") {
        let years = if case.name.contains("4.5 y") { 4.5 } else { 5.0 };
        return Some(json!({"per_year": per_year(4.5, 0.0, years)}));
    }
    // From zero over twelve months, against the pace of eight.
    let (_, so_far, _) = run_rate(100_000.0, 19_000.0, 8);
    let needed = per_year(100_000.0, 0.0, 12.0);
    Some(json!({"need_per_month": needed, "pace_so_far": so_far, "multiple": needed / so_far}))
}

fn parts(case: &Case) -> Value {
    let at = |x: f64| Interval::exactly(x);
    if case.section == "E capacity" {
        return json!(at(0.6).times(at(90_000.0)).hi);
    }
    // T · r ÷ (1 + r) increases in both, so its ends come from the ends.
    let private = |total: Interval, ratio: Interval| total.times(ratio.map(|ratio| ratio / (1.0 + ratio)));
    if case.name.starts_with("bounds") {
        let bounds = private(Interval::between(4.275, 4.725), Interval::between(3.8, 4.2));
        return json!({"private": [bounds.lo, bounds.hi]});
    }
    let private = private(at(4.5), at(4.0));
    json!({"private": private.lo, "state": at(4.5).minus(private).lo})
}

fn pace(input: &Value) -> Computed {
    let (t, y) = (number(&input["t"]), number(&input["y"]));
    let line = pace_line_of_2016();
    let achieved = required_growth(LineShape::Geometric, line.from.1, y, t - line.from.0);
    let required = required_growth(LineShape::Geometric, line.from.1, line.to.1, line.years());
    let earned = line.earned(y);
    Some(json!({
        "pace_geo": line.expected(t), "pace_lin": PaceLine { line: LineShape::Linear, ..line }.expected(t),
        "ES": earned, "SV_years": earned - t, "R_log=SPI(t)": line.ratio((t, y))?, "R_cagr": achieved / required,
    }))
}
