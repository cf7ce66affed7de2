//! Objects for programs, as JSON. Fields and their order are fixed: see `planfact explain --format json` in the README.

use serde::{Serialize, Serializer};

use crate::page::target::explanation::{
    AmbitionSummary, Arrival, BoundedNumber, Explanation, PaceSummary, ProjectionSummary, ReadingSummary, RequiredRate,
};

/// The verdict of one target as a JSON object over several lines, with a line break at its end. Fields that nothing
/// computes are null.
#[must_use]
pub fn explanation(explanation: &Explanation) -> String {
    let object = ExplanationJson::from(explanation);
    let mut text = serde_json::to_string_pretty(&object).unwrap_or_default();
    text.push('\n');
    text
}

/// The object, in the order of its fields.
#[derive(Serialize)]
struct ExplanationJson<'a> {
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
    baseline: Option<JsonBaseline<'a>>,
    required: Option<JsonRequired>,
    pace: Option<JsonPace>,
    projection: Option<JsonProjection>,
    eta: Option<JsonEta>,
    slip: Option<JsonSlip>,
    ambition: Option<JsonAmbition>,
    sources: &'a [String],
    steps: &'a [String],
}

#[derive(Serialize)]
struct JsonBounds {
    nominal: JsonNumber,
    lo: Option<JsonNumber>,
    hi: Option<JsonNumber>,
}

#[derive(Serialize)]
struct JsonReading<'a> {
    nominal: JsonNumber,
    lo: Option<JsonNumber>,
    hi: Option<JsonNumber>,
    period: &'a str,
    estimated: bool,
}

#[derive(Serialize)]
struct JsonBaseline<'a> {
    period: &'a str,
    value: JsonBounds,
}

#[derive(Serialize)]
struct JsonRequired {
    growth: Option<JsonBounds>,
    per_month: Option<JsonBounds>,
    multiple: Option<JsonNumber>,
}

#[derive(Serialize)]
struct JsonPace {
    ratio: JsonBounds,
    line: &'static str,
    expected: JsonNumber,
    variance_years: JsonNumber,
}

#[derive(Serialize)]
struct JsonProjection {
    at_deadline: JsonBounds,
    attainment: Option<JsonNumber>,
    probability: Option<JsonNumber>,
}

#[derive(Serialize)]
struct JsonSlip {
    days: [i64; 2],
    rate: Option<JsonBounds>,
}

#[derive(Serialize)]
struct JsonAmbition {
    multiple: JsonNumber,
    ratio: Option<JsonNumber>,
    word: Option<&'static str>,
}

#[derive(Serialize)]
struct JsonEta {
    year: Option<i32>,
    lateness_years: Option<JsonNumber>,
}

/// A number, written without a fraction where it has none, and without the noise of binary fractions.
struct JsonNumber(f64);

impl Serialize for JsonNumber {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        /// Whole numbers below this are exact.
        const MAX_EXACT_INTEGER: f64 = 9_007_199_254_740_992.0;
        // Twelve digits are more than any source gives.
        let rounded = format!("{:.11e}", self.0).parse().unwrap_or(self.0);
        #[expect(clippy::cast_possible_truncation, reason = "whole and small enough by the condition")]
        if f64::fract(rounded) == 0.0 && rounded.abs() < MAX_EXACT_INTEGER {
            return serializer.serialize_i64(rounded as i64);
        }
        serializer.serialize_f64(rounded)
    }
}

impl<'a> From<&'a Explanation> for ExplanationJson<'a> {
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
                .map(|start| JsonBaseline { period: &start.period, value: start.value.into() }),
            required: from.required.map(JsonRequired::from),
            pace: from.pace.map(JsonPace::from),
            projection: from.projection.map(JsonProjection::from),
            eta: from.eta.map(JsonEta::from),
            slip: from.slip.map(|slip| JsonSlip { days: slip.days, rate: slip.rate.map(JsonBounds::from) }),
            ambition: from.ambition.map(JsonAmbition::from),
            sources: &from.sources,
            steps: &from.steps,
        }
    }
}

impl From<BoundedNumber> for JsonBounds {
    fn from(bounds: BoundedNumber) -> Self {
        Self { nominal: JsonNumber(bounds.nominal), lo: bounds.lo.map(JsonNumber), hi: bounds.hi.map(JsonNumber) }
    }
}

impl<'a> From<&'a ReadingSummary> for JsonReading<'a> {
    fn from(reading: &'a ReadingSummary) -> Self {
        let JsonBounds { nominal, lo, hi } = reading.value.into();
        Self { nominal, lo, hi, period: &reading.period, estimated: reading.estimated }
    }
}

impl From<RequiredRate> for JsonRequired {
    fn from(need: RequiredRate) -> Self {
        Self {
            growth: need.growth.map(JsonBounds::from),
            per_month: need.per_month.map(JsonBounds::from),
            multiple: need.multiple.map(JsonNumber),
        }
    }
}

impl From<PaceSummary> for JsonPace {
    fn from(course: PaceSummary) -> Self {
        Self {
            ratio: course.ratio.into(),
            line: course.line,
            expected: JsonNumber(course.expected),
            variance_years: JsonNumber(course.variance_years),
        }
    }
}

impl From<ProjectionSummary> for JsonProjection {
    fn from(ahead: ProjectionSummary) -> Self {
        Self {
            at_deadline: ahead.at_deadline.into(),
            attainment: ahead.attainment.map(JsonNumber),
            probability: ahead.probability.map(JsonNumber),
        }
    }
}

impl From<AmbitionSummary> for JsonAmbition {
    fn from(reached: AmbitionSummary) -> Self {
        Self { multiple: JsonNumber(reached.multiple), ratio: reached.ratio.map(JsonNumber), word: reached.word }
    }
}

impl From<Arrival> for JsonEta {
    fn from(arrival: Arrival) -> Self {
        Self { year: arrival.year, lateness_years: arrival.lateness_years.map(JsonNumber) }
    }
}

#[cfg(test)]
mod tests {
    use super::JsonNumber;

    fn number_text(number: f64) -> String {
        serde_json::to_string(&JsonNumber(number)).unwrap()
    }

    #[test]
    fn numbers_are_written_as_a_person_would() {
        assert_eq!(number_text(171_442.0), "171442");
        assert_eq!(number_text(-28_558.0), "-28558");
        assert_eq!(number_text(0.1 + 0.2), "0.3");
        assert_eq!(number_text(0.857_21), "0.85721");
        assert_eq!(number_text(4.5e12), "4500000000000");
    }
}
