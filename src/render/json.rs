//! Objects for programs, as JSON. Fields and their order are fixed: see `planfact explain --format json` in the README.

use serde::{Serialize, Serializer};

use crate::page::explain::{Arrival, Bounds, Explanation, Reading};

/// The verdict of one target as a JSON object over several lines, with a line break at its end. Fields that nothing
/// computes are null.
#[must_use]
pub fn explanation(explanation: &Explanation) -> String {
    let object = Object::from(explanation);
    let mut text = serde_json::to_string_pretty(&object).unwrap_or_default();
    text.push('\n');
    text
}

/// The object, in the order of its fields.
#[derive(Serialize)]
struct Object<'a> {
    id: &'a str,
    metric: &'a str,
    subject: &'a str,
    kind: &'a str,
    said: &'a str,
    by: Option<&'a str>,
    due: Option<&'a str>,
    status: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    between: Option<[&'a str; 2]>,
    badges: &'a [&'a str],
    target: Option<JsonBounds>,
    actual: Option<JsonReading<'a>>,
    attainment: Option<JsonBounds>,
    gap: Option<JsonBounds>,
    baseline: Option<()>,
    required: Option<()>,
    pace: Option<()>,
    projection: Option<()>,
    eta: Option<JsonArrival>,
    slip: Option<()>,
    ambition: Option<()>,
    sources: &'a [String],
    steps: &'a [String],
}

#[derive(Serialize)]
struct JsonBounds {
    nominal: Number,
    lo: Option<Number>,
    hi: Option<Number>,
}

#[derive(Serialize)]
struct JsonReading<'a> {
    nominal: Number,
    lo: Option<Number>,
    hi: Option<Number>,
    period: &'a str,
    estimated: bool,
}

#[derive(Serialize)]
struct JsonArrival {
    year: Option<i32>,
    lateness_years: Option<Number>,
}

/// A number, written without a fraction where it has none, and without the noise of binary fractions.
struct Number(f64);

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        /// Whole numbers below this are exact.
        const WHOLE: f64 = 9_007_199_254_740_992.0;
        // Twelve digits are more than any source gives.
        let rounded = format!("{:.11e}", self.0).parse().unwrap_or(self.0);
        #[expect(clippy::cast_possible_truncation, reason = "whole and small enough by the condition")]
        if f64::fract(rounded) == 0.0 && rounded.abs() < WHOLE {
            return serializer.serialize_i64(rounded as i64);
        }
        serializer.serialize_f64(rounded)
    }
}

impl<'a> From<&'a Explanation> for Object<'a> {
    fn from(from: &'a Explanation) -> Self {
        Self {
            id: &from.id,
            metric: &from.metric,
            subject: &from.subject,
            kind: from.kind,
            said: &from.said,
            by: from.by.as_deref(),
            due: from.due.as_deref(),
            status: from.status,
            between: from.between,
            badges: &from.badges,
            target: from.target.map(JsonBounds::from),
            actual: from.actual.as_ref().map(JsonReading::from),
            attainment: from.attainment.map(JsonBounds::from),
            gap: from.gap.map(JsonBounds::from),
            baseline: None,
            required: None,
            pace: None,
            projection: None,
            eta: from.eta.map(JsonArrival::from),
            slip: None,
            ambition: None,
            sources: &from.sources,
            steps: &from.steps,
        }
    }
}

impl From<Bounds> for JsonBounds {
    fn from(bounds: Bounds) -> Self {
        Self { nominal: Number(bounds.nominal), lo: bounds.lo.map(Number), hi: bounds.hi.map(Number) }
    }
}

impl<'a> From<&'a Reading> for JsonReading<'a> {
    fn from(reading: &'a Reading) -> Self {
        let JsonBounds { nominal, lo, hi } = reading.value.into();
        Self { nominal, lo, hi, period: &reading.period, estimated: reading.estimated }
    }
}

impl From<Arrival> for JsonArrival {
    fn from(arrival: Arrival) -> Self {
        Self { year: arrival.year, lateness_years: arrival.lateness_years.map(Number) }
    }
}

#[cfg(test)]
mod tests {
    use super::Number;

    fn written(number: f64) -> String {
        serde_json::to_string(&Number(number)).unwrap()
    }

    #[test]
    fn numbers_are_written_as_a_person_would() {
        assert_eq!(written(171_442.0), "171442");
        assert_eq!(written(-28_558.0), "-28558");
        assert_eq!(written(0.1 + 0.2), "0.3");
        assert_eq!(written(0.857_21), "0.85721");
        assert_eq!(written(4.5e12), "4500000000000");
    }
}
