//! The printed arithmetic of thousands of random targets, recomputed from what is printed.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use planfact::compare::verdict::verdicts::Verdicts;
use planfact::dataset::load;
use planfact::dataset::outline::Outline;
use planfact::dataset::records::{Dataset, Id, Target};
use planfact::page::context::Context;
use planfact::page::i18n::Words;
use planfact::page::model::{Query, RecordRef};
use planfact::page::target::explanation;
use planfact::page::why::arithmetic::Arithmetic;
use planfact::page::why::overlay;
use planfact::render::look::theme::Glyphs;
use planfact::render::text::page;

use super::all;
use super::equations::{Notation, equations};
use super::printed_steps::Templates;
use super::random_targets::{Random, dataset, series};
use super::recompute::Recomputation;

const DATASETS: u64 = 70;
const SERIES: usize = 50;

/// Problems printed of all that are found, the shortest first.
const SHOWN: usize = 5;

/// Reads the printed steps of targets, in turn in each language.
struct Checker {
    languages: [Words; 3],
    templates: [Templates; 3],
    notations: [Notation; 3],
    outline: Outline,
    targets: usize,
    /// The messages that were printed.
    seen: BTreeSet<String>,
    problems: Vec<String>,
}

impl Checker {
    fn new() -> Self {
        let languages = all();
        Self {
            templates: languages.each_ref().map(Templates::new),
            notations: languages.each_ref().map(Notation::new),
            languages,
            outline: Outline::default(),
            targets: 0,
            seen: BTreeSet::new(),
            problems: Vec::new(),
        }
    }

    /// Checks all targets as of a date; each fifth also in Why.
    fn check(&mut self, dataset: &Dataset, known: NaiveDate, records_of: impl Fn(Id<Target>) -> String) {
        let verdicts = Verdicts::known_on(dataset, known);
        for target in (0..dataset.targets.len()).map(Id::new) {
            let index = self.targets % self.languages.len();
            let (words, outline, query) = (&self.languages[index], &self.outline, Query::at(known));
            let ctx = Context { dataset, verdicts: &verdicts, words, outline, before: None, filter: None, query };
            let steps = explanation::explain(&ctx, target).steps;
            if self.targets.is_multiple_of(5) {
                assert_why_has(&steps, &ctx, target);
            }
            let better = dataset[dataset[target].metric].better;
            let mut lines = Recomputation::new(&self.notations[index], &self.templates[index], better);
            match steps.iter().map(|line| lines.recompute(line)).collect::<Result<Vec<_>, _>>() {
                Ok(keys) => self.seen.extend(keys.iter().flat_map(|keys| keys.split(' ')).map(str::to_owned)),
                Err(problem) => self.problems.push(format!("{problem}\n{steps:#?}\n{}", records_of(target))),
            }
            self.targets += 1;
        }
    }

    fn assert_no_problems(&mut self) {
        self.problems.sort_by_key(String::len);
        let shown = self.problems.iter().take(SHOWN).cloned().collect::<Vec<_>>().join("\n\n");
        assert!(self.problems.is_empty(), "{} problems:\n{shown}", self.problems.len());
    }
}

/// Fails unless Why has the same steps.
fn assert_why_has(steps: &[String], ctx: &Context<'_>, target: Id<Target>) {
    let why = page::overlay_text(
        &overlay::why_overlay(ctx, RecordRef::Target(target), Arithmetic::Whole),
        400,
        Glyphs::Braille,
    );
    // Why breaks long lines.
    let in_one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = in_one_line(&why);
    let missing = steps.iter().find(|step| !text.contains(&in_one_line(step)));
    assert!(missing.is_none(), "Why lacks {missing:?}:\n{why}");
}

#[test]
fn every_printed_equation_can_be_recomputed_from_its_printed_numbers() {
    let mut checker = Checker::new();
    for seed in 0..DATASETS {
        let mut random = Random(seed);
        let year = random.between(2014, 2030);
        let (month, day) = if seed % 4 == 0 { (3, 15) } else { (12, 31) };
        let known = NaiveDate::from_ymd_opt(year, month, day).unwrap();
        let all_series: Vec<_> = (0..SERIES).map(|index| series(index, year, &mut random)).collect();
        let text = dataset(&all_series);
        let data = load(&text).unwrap_or_else(|problems| panic!("{problems:#?}\n{text}"));
        checker.check(&data, known, |target| records_of(&text, target, &data));
    }
    checker.assert_no_problems();
    assert!(checker.targets >= 3_000, "{}", checker.targets);
    let never: Vec<_> = checker.templates[0].keys().filter(|key| !checker.seen.contains(*key)).collect();
    assert!(never.is_empty(), "never printed: {never:?}");
}

#[test]
fn the_printed_arithmetic_of_the_record_can_be_recomputed() {
    let record = load(include_str!("../../assets/kazakhstan-motor.json")).unwrap();
    let mut checker = Checker::new();
    for (year, month, day) in [(2016, 8, 1), (2018, 9, 30), (2020, 6, 30), (2025, 6, 30), (2026, 3, 1)] {
        let known = NaiveDate::from_ymd_opt(year, month, day).unwrap();
        checker.check(&record, known, |target| record[target].id.to_string());
    }
    checker.assert_no_problems();
}

/// The records of the series of a target.
fn records_of(text: &str, target: Id<Target>, data: &Dataset) -> String {
    let metric = data[data[target].metric].id.to_string();
    let of_metric = |line: &&str| line.contains(&format!(r#""{metric}""#));
    text.lines().filter(of_metric).collect::<Vec<_>>().join("\n")
}

#[test]
fn an_untrue_equation_is_found_in_every_language() {
    let [en, ru, kk] = all();
    for (words, line, is_true) in [
        (&en, "1.5% ÷ 1.7% = 0.882, which is 88.2%.", true),
        (&en, "2% ÷ 2% = 0.882, which is 88.2%.", false),
        (&en, "USD 1.5 million − USD 2,000,000 = USD −500,000.", true),
        (&en, "(100 ÷ 143)^(1 ÷ 10) − 1 = −3.5% a year.", true),
        (&en, "(0 − −3) ÷ 3 = +100 a year.", false),
        (&en, "100% ÷ (1 + (100% ÷ 20% − 1) × e^(−0.1 × 1.44)) = 22.4%.", true),
        (&en, "R = ln(1,200 ÷ 900) ÷ ln(1,500 ÷ 900) × 6 ÷ 3 = 1.13.", true),
        (&en, "R = ln(1,200 ÷ 900) ÷ ln(1,500 ÷ 900) × 6 ÷ 3 = 1.12.", false),
        (&ru, "28\u{a0}549,5 − 30\u{a0}000 = −1\u{a0}450,5.", true),
        (&ru, "28\u{a0}549,5 − 30\u{a0}000 = −1\u{a0}450,6.", false),
        (&ru, "12,5\u{a0}% + 5\u{a0}п.\u{a0}п. = 17,5\u{a0}%.", true),
        (&kk, "0,1 + 0,7 = 0,8.", true),
        (&kk, "(120 − 30) ÷ (12 − 3) = айына 11.", false),
    ] {
        let found = equations(line, &Notation::new(words));
        assert_eq!(found.untrue.is_none(), is_true, "{line}");
        assert!(!is_true || found.count == 1, "{line}");
    }
    assert_eq!(equations("R = 0.5 decides.", &Notation::new(&en)).named, 1);
    assert!(equations("It is 3 × = 5.", &Notation::new(&en)).untrue.is_some());
}
