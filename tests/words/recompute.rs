//! Recomputes each line of a calculation from what it prints.

use planfact::dataset::records::Better;

use super::equations::{Notation, Printed, equations, numbers};
use super::printed_steps::{ReadLine, Templates};

/// What can be said only where more is better.
const ONLY_MORE: [&str; 8] = [
    "step-compared-yes",
    "step-compared-no",
    "step-compared-open",
    "step-compared-not-passed",
    "step-threshold",
    "step-threshold-strict",
    "step-run-rate",
    "open-out-of-reach",
];
/// What can be said only where less is better.
const ONLY_LESS: [&str; 8] = [
    "step-compared-yes-less",
    "step-compared-no-less",
    "step-compared-open-less",
    "step-compared-not-passed-less",
    "step-threshold-less",
    "step-threshold-strict-less",
    "step-ceiling",
    "open-out-of-reach-less",
];
/// Words of that, in each language.
const WORDS_OF_MORE: [&str; 7] =
    ["falls short", "reaches", "меньше, чем нужно", "меньше нужного", "анық жетпеді", "анық жетті", "де жетпейді"];
const WORDS_OF_LESS: [&str; 6] =
    ["certainly above", "too much", "больше, чем допустимо", "больше допустимого", "шегінен анық", "тым көп"];

/// The lines of one target in one language, in order.
pub(super) struct Recomputation<'a> {
    notation: &'a Notation,
    templates: &'a Templates,
    better: Better,
    /// R and the attainments by the due date of the lines so far.
    ratios: Vec<String>,
    attainments: Vec<String>,
}

impl<'a> Recomputation<'a> {
    pub(super) fn new(notation: &'a Notation, templates: &'a Templates, better: Better) -> Self {
        Self { notation, templates, better, ratios: Vec::new(), attainments: Vec::new() }
    }

    /// The keys of the line; an error unless each number of it follows from the others.
    pub(super) fn recompute(&mut self, line: &str) -> Result<String, String> {
        let read = self.templates.read(line).ok_or_else(|| format!("no message reads {line}"))?;
        let keys: Vec<&str> = read.keys.split(' ').collect();
        let found = equations(line, self.notation);
        let may_name = keys.iter().any(|key| key.starts_with("open-bands") || *key == "step-slipped");
        let has_wrong_name = found.named > 0 && !may_name;
        let problem = found
            .untrue
            .or_else(|| has_wrong_name.then(|| format!("{line}\n  names a number that it does not calculate")));
        if let Some(problem) = problem {
            return Err(problem);
        }
        if self.is_of_other_direction(line, &keys) {
            return Err(format!("{line}\n  speaks of the other direction"));
        }
        for key in &keys {
            if let Some(false) = self.holds(key, &read) {
                return Err(format!("{line}\n  does not hold as {key}: {:?}", read.args));
            }
        }
        let text = |name: &str| read.args.get(name).map(|text| (*text).to_owned());
        if keys.iter().any(|key| key.starts_with("step-ratio") || *key == "step-ceiling") {
            self.ratios.extend(text("ratio"));
        }
        if keys.contains(&"step-at-due") {
            self.attainments.extend(text("ratio"));
        }
        Ok(read.keys)
    }

    fn is_of_other_direction(&self, line: &str, keys: &[&str]) -> bool {
        let (others, words): (&[&str], &[&str]) = match self.better {
            Better::More => (&ONLY_LESS, &WORDS_OF_LESS),
            Better::Less => (&ONLY_MORE, &WORDS_OF_MORE),
        };
        let is_comparison = keys.iter().any(|key| key.starts_with("step-compared") || key.starts_with("open-"));
        keys.iter().any(|key| others.contains(key)) || (is_comparison && words.iter().any(|word| line.contains(word)))
    }

    /// Whether the words of a message are true of its numbers; none where it has none to compare.
    fn holds(&self, key: &str, read: &ReadLine<'_>) -> Option<bool> {
        let all = |name: &str| numbers(read.args.get(name).copied().unwrap_or_default(), self.notation);
        let one = |name: &str| all(name).first().copied();
        let ends = |name: &str| -> Option<(f64, f64)> {
            let all = all(name);
            Some((all.first()?.value, all.last()?.value))
        };
        let value = |name: &str| one(name).map(|printed| printed.value);
        match key {
            "step-attainment" => Some(one("percent")?.is(value("dividend")? / value("divisor")? * 100.0)),
            "step-run-rate" => {
                let needed = (value("target")? - value("so-far")?) / (12.0 - value("months")?);
                Some(one("times")?.is(needed / (value("so-far")? / value("months")?)))
            }
            "step-annual-band" | "step-annual-band-learned" => {
                self.is_band(read, (value("so-far")?, value("so-far")?), ends("rho-band")?)
            }
            "step-annual-band-bounds" | "step-annual-band-learned-bounds" => {
                self.is_band(read, ends("bounds")?, ends("rho-band")?)
            }
            "step-ratio-geometric" => {
                let growth = (value("now")? / value("from")?).ln() / (value("to")? / value("from")?).ln();
                Some(one("variance")?.is(growth * value("years")? - value("gone")?))
            }
            "step-ratio-linear" => {
                let part = (value("now")? - value("from")?) / (value("to")? - value("from")?);
                Some(one("variance")?.is(part * value("years")? - value("gone")?))
            }
            "step-ceiling" => Some(one("ratio")?.is(value("elapsed")? / value("share")?)),
            "step-compared-yes" | "step-compared-not-passed-less" => Some(ends("value")?.0 >= ends("theta")?.1),
            "step-compared-no" => Some(highest(&all("value"))? < ends("theta")?.0),
            "step-compared-not-passed" | "step-compared-yes-less" => Some(highest(&all("value"))? <= ends("theta")?.0),
            "step-compared-no-less" => Some(ends("value")?.0 > ends("theta")?.1),
            "step-range-yes" => Some(ends("value")?.0 >= value("floor")? && ends("value")?.1 <= value("cap")?),
            "step-range-no" => Some(ends("value")?.0 > value("cap")? || ends("value")?.1 < value("floor")?),
            "step-used" => {
                let (low, high) = ends("bounds")?;
                // A bound is rounded to its side.
                let is_within = |one: &Printed| low <= one.value + one.place && one.value - one.place <= high;
                Some(all("value").iter().all(is_within))
            }
            "step-cut" => {
                let (value, end) = (value("value")?, value("end")?);
                Some((value > 100.0 && (end - 100.0).abs() < 1e-9) || (value < 0.0 && end.abs() < 1e-9))
            }
            "step-slipped" => self.is_slip(read.args.get("slip")?),
            "open-bands" | "open-bands-pace" | "open-bands-projected" => {
                let is_known = |text: &str, known: &[String]| known.iter().any(|one| one == text);
                let ratio = read.args.get("ratio").is_none_or(|text| self.is_known_ratio(text));
                Some(ratio && read.args.get("projected").is_none_or(|text| is_known(text, &self.attainments)))
            }
            _ => None,
        }
    }

    /// R of the rule that decided is R of the line, or its bounds.
    fn is_known_ratio(&self, text: &str) -> bool {
        self.ratios.iter().any(|known| known == text || known.contains(&format!("({text})")))
    }

    /// λ is the middle of the days moved over the days passed.
    fn is_slip(&self, slip: &str) -> Option<bool> {
        let (days, rate) = slip.split_once('=')?;
        let days: Vec<f64> = numbers(days, self.notation).iter().map(|printed| printed.value).collect();
        let (passed, moved) = days.split_last()?;
        let middle = f64::midpoint(*moved.first()?, *moved.last()?);
        Some(numbers(rate, self.notation).first()?.is(middle / passed))
    }

    /// The year at either end of ρ, from the ends of what is known.
    fn is_band(&self, read: &ReadLine<'_>, so_far: (f64, f64), rho: (f64, f64)) -> Option<bool> {
        let months = numbers(read.args.get("months")?, self.notation).first()?.value;
        let band = numbers(read.args.get("band")?, self.notation);
        let year = |so_far: f64, rho: f64| so_far * (1.0 + rho * (12.0 - months) / months);
        Some(band.first()?.is(year(so_far.0, rho.0)) && band.last()?.is(year(so_far.1, rho.1)))
    }
}

/// The highest number of bounds.
fn highest(bounds: &[Printed]) -> Option<f64> {
    bounds.last().map(|printed| printed.value)
}
