//! Objects for programs, as JSON. Fields and their order are fixed: see `planfact explain --format json` in the README.

use serde::{Serialize, Serializer};

use crate::page::explain::{Ahead, Arrival, Bounds, Course, Explanation, Need, Reached, Reading};

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
    baseline: Option<JsonStart<'a>>,
    required: Option<JsonNeed>,
    pace: Option<JsonCourse>,
    projection: Option<JsonAhead>,
    eta: Option<JsonArrival>,
    slip: Option<JsonMoved>,
    ambition: Option<JsonReached>,
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
struct JsonStart<'a> {
    period: &'a str,
    value: JsonBounds,
}

#[derive(Serialize)]
struct JsonNeed {
    growth: Option<JsonBounds>,
    per_month: Option<JsonBounds>,
    multiple: Option<Number>,
}

#[derive(Serialize)]
struct JsonCourse {
    ratio: JsonBounds,
    line: &'static str,
    expected: Number,
    variance_years: Number,
}

#[derive(Serialize)]
struct JsonAhead {
    at_deadline: JsonBounds,
    attainment: Option<Number>,
    probability: Option<Number>,
}

#[derive(Serialize)]
struct JsonMoved {
    days: [i64; 2],
    rate: Option<JsonBounds>,
}

#[derive(Serialize)]
struct JsonReached {
    multiple: Number,
    ratio: Option<Number>,
    word: Option<&'static str>,
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
            baseline: from
                .baseline
                .as_ref()
                .map(|start| JsonStart { period: &start.period, value: start.value.into() }),
            required: from.required.map(JsonNeed::from),
            pace: from.pace.map(JsonCourse::from),
            projection: from.projection.map(JsonAhead::from),
            eta: from.eta.map(JsonArrival::from),
            slip: from.slip.map(|slip| JsonMoved { days: slip.days, rate: slip.rate.map(JsonBounds::from) }),
            ambition: from.ambition.map(JsonReached::from),
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

impl From<Need> for JsonNeed {
    fn from(need: Need) -> Self {
        Self {
            growth: need.growth.map(JsonBounds::from),
            per_month: need.per_month.map(JsonBounds::from),
            multiple: need.multiple.map(Number),
        }
    }
}

impl From<Course> for JsonCourse {
    fn from(course: Course) -> Self {
        Self {
            ratio: course.ratio.into(),
            line: course.line,
            expected: Number(course.expected),
            variance_years: Number(course.variance_years),
        }
    }
}

impl From<Ahead> for JsonAhead {
    fn from(ahead: Ahead) -> Self {
        Self {
            at_deadline: ahead.at_deadline.into(),
            attainment: ahead.attainment.map(Number),
            probability: ahead.probability.map(Number),
        }
    }
}

impl From<Reached> for JsonReached {
    fn from(reached: Reached) -> Self {
        Self { multiple: Number(reached.multiple), ratio: reached.ratio.map(Number), word: reached.word }
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
