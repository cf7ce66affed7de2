//! Properties that hold for any data (analytics 6.2).

use planfact::compare::progress::pace::PaceLine;
use planfact::compare::progress::part_year::{annualise, annualised_band, remaining_pace_from};
use planfact::compare::progress::student_t;
use planfact::compare::series::interval::{Interval, ThresholdAnswer};
use planfact::compare::series::quantity::Quantity;
use planfact::compare::verdict::types::{Status, Verdict};
use planfact::compare::verdict::verdicts::Verdicts;
use planfact::compare::verdicts;
use planfact::dataset::load;
use planfact::dataset::records::LineShape;
use planfact::dataset::records::{Better, Dataset, Id};
use proptest::prelude::*;

use super::data::{dataset, day, on};

const HEDGES: [&str; 6] = ["=", "~", ">", ">=", "<", "<~"];
const SOURCES: [&str; 5] = ["stat", "gov", "press", "press-2", "other"];

/// A figure: the year or a part of it, the value in thousandths of a scale, days from the period's end to publication.
#[derive(Debug, Clone)]
struct Fact {
    year: i32,
    months: u32,
    hedge: usize,
    number: u32,
    after: u32,
    source: usize,
}

impl Fact {
    fn published(&self) -> chrono::NaiveDate {
        let end = if self.months == 12 {
            day(&format!("{}-12-31", self.year))
        } else {
            day(&format!("{}-{:02}-28", self.year, self.months))
        };
        end + chrono::Days::new(u64::from(self.after) + 3)
    }

    fn json(&self, scale: &str) -> String {
        let Self { year, months, hedge, number, source, .. } = self;
        let period = if *months == 12 { format!("{year}") } else { format!("{year}-01/{year}-{months:02}") };
        let (hedge, source) = (HEDGES[*hedge], SOURCES[*source]);
        let published = self.published();
        format!(
            r#""period": "{period}", "value": "{hedge}{number}{scale}", "published": "{published}", "sources": ["{source}"]"#
        )
    }
}

fn fact() -> impl Strategy<Value = Fact> {
    let months = prop_oneof![3 => Just(12u32), 1 => 2u32..12];
    (2010i32..2026, months, 0..HEDGES.len(), 1001u32..99_999, 0u32..700, 0..SOURCES.len())
        .prop_map(|(year, months, hedge, number, after, source)| Fact { year, months, hedge, number, after, source })
}

fn facts() -> impl Strategy<Value = Vec<Fact>> {
    prop::collection::vec(fact(), 0..14)
}

/// Three targets over these figures, scaled.
fn data(facts: &[Fact], theta: u32, scale: &str) -> Dataset {
    let target = |hedge: &str, due: i32, said: &str| {
        format!(r#""value": "{hedge}{theta}{scale}", "due": {due}, "said": "{said}""#)
    };
    let targets = [target(">=", 2020, "2014-03-01"), target("~", 2024, "2016-07-01"), target("<=", 2018, "2013-01-01")];
    let targets: Vec<&str> = targets.iter().map(String::as_str).collect();
    let actuals: Vec<String> = facts.iter().map(|fact| fact.json(scale)).collect();
    dataset(&targets, &actuals.iter().map(String::as_str).collect::<Vec<_>>())
}

/// Targets and figures of `made`, of which more is better, and of `less`.
fn two_directions(targets: &[&str], actuals: &[&str]) -> Dataset {
    let list = |records: &[&str]| {
        let records = records.iter().map(|record| format!(r#"{{"subject": "kz", {record}}}"#));
        records.collect::<Vec<_>>().join(",")
    };
    let targets =
        targets.iter().enumerate().map(|(at, target)| format!(r#""id": "t{at}", "sources": ["stat"], {target}"#));
    let targets: Vec<String> = targets.collect();
    let text = format!(
        r#"{{"planfact": 1, "id": "x", "title": "x", "sources": [{{"id": "stat", "publisher": "S", "kind": "statistics"}}],
        "metrics": [{{"id": "made", "name": "made", "unit": "u", "kind": "flow"}},
        {{"id": "less", "name": "less", "unit": "u", "kind": "flow", "better": "less"}}],
        "subjects": [{{"id": "kz", "kind": "country", "name": "X"}}], "targets": [{}], "actuals": [{}]}}"#,
        list(&targets.iter().map(String::as_str).collect::<Vec<_>>()),
        list(actuals)
    );
    load(&text).unwrap_or_else(|problems| panic!("{problems:?}\n{text}"))
}

fn any_day() -> impl Strategy<Value = chrono::NaiveDate> {
    (0u64..5000).prop_map(|days| day("2013-06-01") + chrono::Days::new(days))
}

fn answer(verdict: &Verdict) -> (Status, Option<[Status; 2]>, Vec<planfact::compare::verdict::types::Badge>) {
    (verdict.status, verdict.between, verdict.badges.clone())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_changes_between_two_days_are_all_that_there_are(
        facts in facts(), theta in 1001u32..99_999, days in (any_day(), any_day()),
    ) {
        let data = data(&facts, theta, "");
        let (before, after) = (Verdicts::known_on(&data, days.0), Verdicts::known_on(&data, days.1));
        let all = (0..data.targets.len()).map(Id::new);
        let differ = all.filter(|id| before.verdict(&data, *id).status != after.verdict(&data, *id).status);
        prop_assert_eq!(after.changed(&data, &before).collect::<Vec<_>>(), differ.collect::<Vec<_>>());
    }

    #[test]
    fn what_comes_out_later_changes_nothing_before(
        known in any_day(), theta in 1001u32..99_999, early in facts(), late in facts(),
    ) {
        let late = late.into_iter().filter(|fact| fact.published() > known);
        let all: Vec<Fact> = early.iter().cloned().chain(late).collect();
        prop_assert_eq!(verdicts(&data(&early, theta, ""), known), verdicts(&data(&all, theta, ""), known));
    }

    #[test]
    fn scaling_all_values_keeps_the_statuses(known in any_day(), theta in 1001u32..99_999, facts in facts()) {
        let (plain, scaled) = (verdicts(&data(&facts, theta, ""), known), verdicts(&data(&facts, theta, "k"), known));
        for (plain, scaled) in plain.iter().zip(&scaled) {
            prop_assert_eq!(answer(plain), answer(scaled));
        }
    }

    #[test]
    fn the_order_of_the_facts_is_of_no_consequence(
        known in any_day(), theta in 1001u32..99_999,
        (facts, shuffled) in facts().prop_flat_map(|facts| (Just(facts.clone()), Just(facts).prop_shuffle())),
    ) {
        let (first, second) = (verdicts(&data(&facts, theta, ""), known), verdicts(&data(&shuffled, theta, ""), known));
        for (first, second) in first.iter().zip(&second) {
            prop_assert_eq!(answer(first), answer(second));
            prop_assert_eq!(first.attainment, second.attainment);
            prop_assert_eq!(first.pace.as_ref().map(|pace| pace.ratio), second.pace.as_ref().map(|pace| pace.ratio));
        }
    }

    /// Where no other year is known: a whole year in place of its parts would teach no ρ.
    #[test]
    fn a_year_split_into_exact_parts_of_one_day_of_publication_keeps_its_verdicts(
        made in prop::collection::vec(1001u32..99_999, 4), theta in 4001u32..399_999, after in 0u64..500, known in any_day(),
    ) {
        let published = day("2018-12-31") + chrono::Days::new(after + 3);
        let figure = |period: &str, value: u32| {
            format!(r#""period": "{period}", "value": "={value}", "published": "{published}", "sources": ["stat"]"#)
        };
        let targets = [">=", "<=", "~"].map(|hedge| format!(r#""value": "{hedge}{theta}", "due": 2018, "said": "2014-03-01""#));
        let targets: Vec<&str> = targets.iter().map(String::as_str).collect();
        let whole = figure("2018", made.iter().sum());
        let parts: Vec<String> = (0..4).map(|at| figure(&format!("2018-Q{}", at + 1), made[at])).collect();
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        let (whole, split) = (verdicts(&dataset(&targets, &[&whole]), known), verdicts(&dataset(&targets, &parts), known));
        for (whole, split) in whole.iter().zip(&split) {
            prop_assert_eq!(answer(whole), answer(split));
            prop_assert_eq!(whole.attainment.map(|ratio| ratio.nominal), split.attainment.map(|ratio| ratio.nominal));
        }
    }

    #[test]
    fn a_series_exactly_on_its_line_is_on_track(
        start in 1000.0f64..1e6, growth in -0.25f64..0.6, horizon in 3i32..25, known_years in 1i32..24,
    ) {
        prop_assume!(known_years < horizon && known_years * 10 >= horizon && growth.abs() > 0.01);
        let at = |year: i32| start * (1.0 + growth).powi(year);
        let better = if growth > 0.0 { ">=" } else { "<=" };
        let target = format!(
            r#""metric": "{}", "value": "{better}{}", "due": {}, "said": "2000-06-01""#,
            if growth > 0.0 { "made" } else { "less" }, at(horizon), 1999 + horizon
        );
        let metric = if growth > 0.0 { "made" } else { "less" };
        let actuals: Vec<String> = (0..=known_years).map(|year| format!(
            r#""metric": "{metric}", "period": "{}", "value": "={}", "published": "{}-02-01", "sources": ["stat"]"#,
            1999 + year, at(year), 2000 + year
        )).collect();
        let data = two_directions(&[&target], &actuals.iter().map(String::as_str).collect::<Vec<_>>());
        let status = verdicts(&data, day(&format!("{}-03-01", 2000 + known_years)))[0].status;
        prop_assert_eq!(status, Status::OnTrack);
    }

    #[test]
    fn a_newest_figure_nearer_to_the_target_never_worsens_the_status(
        base in 1000u32..50_000, target in 1000u32..50_000, (near, far) in (1000u32..60_000, 1000u32..60_000), due in 2019i32..2030,
    ) {
        prop_assume!(base.abs_diff(target) * 20 > target);
        let is_more = target > base;
        let (worse, better) = if (near < far) == is_more { (near, far) } else { (far, near) };
        let (metric, hedge) = if is_more { ("made", ">=") } else { ("less", "<=") };
        let promise = format!(r#""metric": "{metric}", "value": "{hedge}{target}", "due": {due}, "said": "2015-06-01""#);
        let place = |newest: u32| {
            let figure = |year: i32, value: u32| format!(
                r#""metric": "{metric}", "period": "{year}", "value": "={value}", "published": "{}-02-01", "sources": ["stat"]"#,
                year + 1
            );
            let actuals = [figure(2014, base), figure(2017, newest)];
            let data = two_directions(&[&promise], &actuals.each_ref().map(String::as_str));
            let status = verdicts(&data, day("2018-03-01"))[0].status;
            let order = [Status::MetEarly, Status::OnTrack, Status::Behind, Status::AtRisk];
            order.iter().position(|known| *known == status)
        };
        let (worse, better) = (place(worse), place(better));
        prop_assert!(worse.is_some() && better.is_some());
        prop_assert!(better <= worse, "{better:?} {worse:?}");
    }

    #[test]
    fn widening_never_decides(lo in 0u32..2000, hi in 0u32..2000, down in 0u32..500, up in 0u32..500, theta in 1u32..2000) {
        let narrow = Interval::between(f64::from(lo.min(hi)), f64::from(lo.max(hi)));
        let wide = Interval::between(narrow.lo - f64::from(down), narrow.hi + f64::from(up));
        for strict in [false, true] {
            for better in [Better::More, Better::Less] {
                let (before, after) =
                    (narrow.reaches(f64::from(theta), strict, better), wide.reaches(f64::from(theta), strict, better));
                prop_assert!(after == before || after == ThresholdAnswer::Undetermined);
            }
        }
    }

    #[test]
    fn a_wider_report_never_decides_a_verdict(lo in 1000u32..2000, up in 1u32..500, down in 0u32..500, wider in 0u32..500, theta in 900u32..2600) {
        let verdict = |lo: u32, hi: u32| {
            let target = format!(r#""value": ">={theta}", "due": 2020"#);
            let actual = format!(r#""period": 2020, "value": "{lo}..{hi}", "published": "2021-02-01""#);
            on(&dataset(&[&target], &[&actual]), "2021-03-01").status
        };
        let (narrow, wide) = (verdict(lo, lo + up), verdict(lo - down, lo + up + wider));
        prop_assert!(narrow == wide || wide == Status::Undetermined, "{narrow:?} became {wide:?}");
    }

    #[test]
    fn a_year_is_at_least_its_part(made in 0.0f64..1e9, months in 2u32..12, past in prop::collection::vec(0.05f64..20.0, 0..9)) {
        let rho = remaining_pace_from(&past);
        prop_assert!(rho.lo <= rho.mid && rho.mid <= rho.hi && rho.lo > 0.0);
        for rho in [rho.lo, rho.mid, rho.hi] {
            prop_assert!(annualise(made, months, rho) >= made);
        }
        let bounds = Interval::exactly(made);
        let year = annualised_band(&Quantity::derived(made, bounds, bounds), months, &rho);
        prop_assert!(year.hard.lo >= made && year.soft.lo <= year.nominal && year.nominal <= year.soft.hi);
    }

    #[test]
    fn the_line_runs_from_the_baseline_to_the_promise_and_back(
        base in 1.0f64..1e6, target in 1.0f64..1e6, years in 1.0f64..20.0, part in 0.05f64..1.5,
    ) {
        prop_assume!((base / target).ln().abs() > 0.01);
        for line in [LineShape::Geometric, LineShape::Linear] {
            let way = PaceLine { line, from: (2016.0, base), to: (2016.0 + years, target) };
            let near = |a: f64, b: f64| (a - b).abs() <= 1e-6 * b.abs().max(1.0);
            prop_assert!(near(way.expected(2016.0), base) && near(way.expected(2016.0 + years), target));
            let now = 2016.0 + part * years;
            let y = way.expected(now);
            prop_assume!(y > 1e-3);
            prop_assert!(near(way.earned(y), now));
            // R is schedule earned over time passed; on the line itself it is 1.
            prop_assert!(way.ratio((now, y)).is_some_and(|ratio| (ratio - 1.0).abs() < 1e-6));
            prop_assert!(near(way.ratio((now, y)).unwrap_or(0.0), (way.earned(y) - 2016.0) / (now - 2016.0)));
        }
    }

    #[test]
    fn interval_arithmetic_holds_every_combination(
        a in (-50i32..50, 0i32..40), b in (-50i32..50, 0i32..40), x in 0.0f64..1.0, y in 0.0f64..1.0,
    ) {
        let interval = |(lo, width): (i32, i32)| Interval::between(f64::from(lo), f64::from(lo + width));
        let (a, b) = (interval(a), interval(b));
        let (x, y) = (a.lo + x * (a.hi - a.lo), b.lo + y * (b.hi - b.lo));
        let holds = |bounds: Interval, value: f64| bounds.lo - 1e-9 <= value && value <= bounds.hi + 1e-9;
        prop_assert!(holds(a.plus(b), x + y) && holds(a.minus(b), x - y) && holds(a.times(b), x * y));
        if let Some(quotient) = a.divided_by(b) {
            prop_assert!(holds(quotient, x / y));
        }
        prop_assert!(holds(a.hull(b), x) && holds(a.hull(b), y));
    }

    #[test]
    fn probability_rises_with_the_value(t in -8.0f64..8.0, more in 0.001f64..3.0, freedom in 1usize..40) {
        let (low, high) = (student_t::cdf(t, freedom), student_t::cdf(t + more, freedom));
        prop_assert!(low < high && low > 0.0 && high < 1.0);
    }
}
