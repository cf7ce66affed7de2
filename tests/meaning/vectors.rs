//! The worked cases at full precision: each is recomputed, or excused below with a reason.

mod consistency;
mod decisions;
mod figures;
mod growth;
mod rules;
mod statuses;
mod trend;

use serde_json::Value;

const VECTORS: &str = include_str!("../fixtures/analytics_vectors.json");

/// Cases that no function of the program computes, by section and beginning of their name.
const NOT_OURS: [(&str, &str, &str); 7] = [
    ("A calib", "", "the experiment that the tolerances were chosen from; the program has its result, 5 %"),
    ("F2 known at D", "", "a list of names; time_travel.rs holds the same days to what is seen"),
    ("G coverage", "", "a simulation that supports the method, nothing that the program computes"),
    ("G backtest", "mean abs log error", "a summary over four cases, each of which is computed"),
    ("G backtest", "phi", "a comparison of dampings that chose 0.8"),
    ("N format", "", "wording: held by the tests of the words"),
    ("K sum", "", "an addition of four figures with no rule behind it"),
];

struct Case {
    section: String,
    name: String,
    input: Value,
    output: Value,
}

/// The computed result of a case, in the shape of its recorded output; none if nothing computes it.
type Computed = Option<Value>;

#[test]
fn every_vector_is_recomputed_or_excused_by_name() {
    let all: Vec<Value> = serde_json::from_str(VECTORS).unwrap();
    let mut wrong = Vec::new();
    let mut computed = 0;
    for case in all {
        let text = |field: &str| case[field].as_str().unwrap().to_owned();
        let case = Case {
            section: text("section"),
            name: text("case"),
            input: case["in"].clone(),
            output: case["out"].clone(),
        };
        let excuse = NOT_OURS.iter().find(|(section, name, _)| *section == case.section && case.name.starts_with(name));
        let found = compute(&case);
        match (found, excuse) {
            (Some(_), Some(_)) => wrong.push(format!("{}: {}: both computed and excused", case.section, case.name)),
            (None, None) => wrong.push(format!("{}: {}: neither computed nor excused", case.section, case.name)),
            (None, Some(_)) => {}
            (Some(found), None) => {
                computed += 1;
                if !same(&found, &case.output) {
                    wrong.push(format!("{}: {}: {found} is not {}", case.section, case.name, case.output));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n"));
    assert!(computed > 240, "only {computed} computed");
}

fn compute(case: &Case) -> Computed {
    match case.section.as_bytes().first()? {
        b'A' | b'B' | b'C' | b'L' => figures::compute(case),
        b'D' | b'E' | b'F' | b'J' | b'K' => growth::compute(case),
        b'G' | b'H' => trend::compute(case),
        b'I' | b'M' => statuses::compute(case),
        b'O' => decisions::compute(case).or_else(|| rules::compute(case)),
        _ => None,
    }
}

/// Equal numbers at a relative error of 1e-9, equal texts, and every field of the recorded output.
fn same(found: &Value, recorded: &Value) -> bool {
    match (found, recorded) {
        (Value::Object(found), Value::Object(recorded)) => {
            recorded.iter().all(|(field, value)| found.get(field).is_some_and(|found| same(found, value)))
        }
        (Value::Array(found), Value::Array(recorded)) => {
            found.len() == recorded.len() && found.iter().zip(recorded).all(|(found, value)| same(found, value))
        }
        (Value::Number(found), Value::Number(recorded)) => {
            let (found, recorded) = (found.as_f64().unwrap(), recorded.as_f64().unwrap());
            (found - recorded).abs() <= 1e-9 * recorded.abs() + 1e-12
        }
        _ => found == recorded,
    }
}

/// A number in the notation of the vectors.
fn written(x: f64) -> Value {
    if x == f64::INFINITY { Value::from("inf") } else { Value::from(x) }
}

/// A number of the vectors, `"inf"` included.
fn number(value: &Value) -> f64 {
    if value == "inf" { f64::INFINITY } else { value.as_f64().unwrap() }
}

/// A list of numbers.
fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(number).collect()
}
