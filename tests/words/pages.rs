//! Texts of pages and explanations with little data and with bounds.

use chrono::NaiveDate;
use planfact::compare::verdict::verdicts::Verdicts;
use planfact::dataset::load;
use planfact::dataset::outline::Outline;
use planfact::dataset::records::Dataset;
use planfact::page::build;
use planfact::page::context::Context;
use planfact::page::i18n::Words;
use planfact::page::model::{ChartMode, PageKind, PanelBody, Query, TableCell};
use planfact::page::target::explanation;
use planfact::page::why::arithmetic::Arithmetic;
use planfact::page::why::overlay;
use planfact::render::look::theme::Glyphs;
use planfact::render::text::page;

use super::all;

const RECORD: &str = r#"{
  "planfact": 1, "id": "sample", "title": "Sample", "lead": "made",
  "sources": [{"id": "s", "publisher": "Press", "published": "2014", "kind": "press"}],
  "metrics": [
    {"id": "made", "name": "Vehicles made", "unit": "vehicle|vehicles", "kind": "flow"},
    {"id": "exported", "name": "Share of output exported", "kind": "share", "unit": "%"},
    {"id": "opening", "name": "Opening", "kind": "milestone"}
  ],
  "subjects": [{"id": "town", "kind": "country", "name": "The town"},
               {"id": "plant", "kind": "site", "within": "town", "name": "The plant"}],
  "targets": [
    {"id": "made", "metric": "made", "subject": "town", "value": ">=60k", "due": "2021", "said": "2015", "by": "A", "sources": ["s"]},
    {"id": "third", "metric": "exported", "subject": "town", "value": "1/3", "due": "2025", "said": "2015", "by": "A", "sources": ["s"]},
    {"id": "opening", "metric": "opening", "subject": "plant", "due": "2015", "said": "2015-02", "by": "A", "sources": ["s"]},
    {"id": "undated", "metric": "made", "subject": "plant", "value": "5k", "said": "2015", "by": "A", "sources": ["s"]},
    {"id": "far", "metric": "made", "subject": "town", "value": "90k", "due": "2030", "said": "2021-12-31", "by": "A", "sources": ["s"]}
  ],
  "actuals": [
    {"metric": "made", "subject": "town", "period": "2019", "value": 1001, "sources": ["s"], "published": "2020-02-01"},
    {"metric": "made", "subject": "town", "period": "2020", "value": 2002, "sources": ["s"], "published": "2021-02-01"},
    {"metric": "made", "subject": "town", "period": "2021-01/2021-09", "value": "16k", "sources": ["s"], "published": "2021-10-05"},
    {"metric": "opening", "subject": "plant", "period": "2023-06-30", "value": "not yet", "sources": ["s"], "published": "2023-07-01"}
  ]
}"#;

/// A dataset as of a day, in English.
struct Day {
    data: Dataset,
    verdicts: Verdicts,
    outline: Outline,
    words: Words,
    known: NaiveDate,
}

impl Day {
    fn of(known: &str) -> Self {
        let data = load(RECORD).unwrap_or_else(|problems| panic!("{problems:#?}"));
        let known = known.parse().unwrap();
        let [words, ..] = all();
        Self { verdicts: Verdicts::known_on(&data, known), data, outline: Outline::default(), words, known }
    }

    fn context(&self) -> Context<'_> {
        Context {
            dataset: &self.data,
            verdicts: &self.verdicts,
            words: &self.words,
            outline: &self.outline,
            before: None,
            filter: None,
            query: Query::at(self.known),
        }
    }

    fn report(&self, page: PageKind) -> String {
        page::page_text(&build(page, &self.context()), 100, Glyphs::Braille)
    }

    fn why(&self, id: &str) -> String {
        let target = self.data.targets.iter().position(|target| &*target.id == id).unwrap();
        let key = planfact::page::model::RecordRef::Target(planfact::dataset::records::Id::new(target));
        page::overlay_text(&overlay::why_overlay(&self.context(), key, Arithmetic::Whole), 100, Glyphs::Braille)
    }

    fn explained(&self, id: &str) -> explanation::Explanation {
        let target = self.data.targets.iter().position(|target| &*target.id == id).unwrap();
        explanation::explain(&self.context(), planfact::dataset::records::Id::new(target))
    }
}

#[test]
fn a_day_before_all_data_has_one_whole_sentence() {
    let day = Day::of("2001-01-01");
    for (page, sentence) in [
        (PageKind::Targets, "Nothing had been promised yet on this day.\n"),
        (PageKind::Plants, "No plant was known of yet on this day.\n"),
    ] {
        let report = day.report(page);
        assert!(report.starts_with(sentence), "{report}");
        assert_eq!(report.matches(sentence).count(), 1, "{report}");
    }
}

#[test]
fn an_event_that_had_not_happened_is_late_by_at_least_the_time_since() {
    assert!(Day::of("2024-01-01").report(PageKind::Targets).contains("≥+7 years"));
}

#[test]
fn every_third_is_in_words() {
    let why = Day::of("2024-01-01").why("third");
    assert!(why.starts_with("Share of output exported: every third\n"), "{why}");
}

#[test]
fn a_target_without_a_date_has_one_such_text() {
    let report = Day::of("2024-01-01").report(PageKind::Evidence);
    assert!(report.contains("not dated"), "{report}");
    assert!(!report.contains("not dated  not dated"), "{report}");
}

#[test]
fn a_sign_in_text_is_followed_by_its_number() {
    let why = Day::of("2024-01-01").why("made");
    assert!(why.contains("Promised ≥60,000: to be reached"), "{why}");
}

#[test]
fn the_gap_in_a_step_is_the_difference_of_its_two_numbers() {
    let why = Day::of("2024-01-01").why("made");
    let flat = why.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains("16,000 − 60,000 = −44,000; by its bounds ≥−44,500."), "{why}");
}

#[test]
fn a_projection_without_an_interval_has_no_ends() {
    let ahead = Day::of("2022-06-01").explained("far").projection.expect("a projection");
    assert_eq!((ahead.at_deadline.lo, ahead.at_deadline.hi), (None, None), "{ahead:?}");
}

#[test]
fn a_target_not_yet_stated_has_its_number_and_no_empty_headings() {
    let why = Day::of("2014-06-01").why("made");
    assert!(why.starts_with("≥60,000 vehicles made"), "{why}");
    assert!(why.contains("not said yet"), "{why}");
    assert!(!why.contains("How it was judged"), "{why}");
    assert!(why.contains("Press"), "what it will rest on: {why}");
}

#[test]
fn a_year_is_computed_before_its_attainment() {
    let said_before =
        RECORD.replace(r#""due": "2030", "said": "2021-12-31""#, r#""due": "2030", "said": "2021-06-01""#);
    let why = of_dataset(&said_before, "2022-06-01").why("far");
    let (year, share) = (why.find(" for the year.").expect("the year"), why.find("÷ 90,000").expect("the share"));
    assert!(year < share, "{why}");
    assert_eq!(why.matches(" for the year.").count(), 1, "{why}");
}

/// Another dataset as of a day.
fn of_dataset(text: &str, known: &str) -> Day {
    let mut day = Day::of(known);
    day.data = load(text).unwrap_or_else(|problems| panic!("{problems:#?}"));
    day.verdicts = Verdicts::known_on(&day.data, day.known);
    day
}

/// The steps of the first target of a fault input.
fn steps_of(text: &str) -> String {
    let day = of_dataset(text, "2026-11-22");
    day.explained(&day.data.targets[0].id).steps.join("\n")
}

#[test]
fn steps_say_only_what_belongs_to_what_a_target_asks_for() {
    let day = of_dataset(include_str!("../fixtures/goals.json"), "2024-06-01");
    let steps = |target: &str| day.explained(target).steps.join("\n");
    let (cost, range, held) = (steps("cost-22"), steps("in"), steps("hold"));
    assert!(cost.contains("KZT 150 − KZT 120 = KZT +30.") && !cost.contains('÷') && !cost.contains("above"), "{cost}");
    assert!(range.contains("3.1% lies outside 2.9% to 3%.") && range.contains("3.1% − 3% = +0.1 pp."), "{range}");
    assert!(!range.contains('÷') && !range.contains("needed"), "{range}");
    assert!(held.contains("3.1% is certainly above 3%.") && !held.contains("R ="), "{held}");
    assert!(steps("months").contains("70 + 85 + 96 + 120 = 371."));
    assert!(!steps("plan").contains("R ="), "{}", steps("plan"));
    assert!(steps("x2").contains("In 2021 it was 300; +40% on it: 300 × 1.4 = 420."));
    assert!(steps("old").contains("Said again later: moved to 2027."), "{}", steps("old"));
}

#[test]
fn arithmetic_is_printed_with_the_digits_and_the_direction_that_make_it_true() {
    let decimals = steps_of(include_str!("../fixtures/faults/arithmetic/min-decimals.json"));
    assert!(decimals.contains("1.5% ÷ 1.7% = 0.882"), "{decimals}");
    let less = steps_of(include_str!("../fixtures/faults/arithmetic/min-less.json"));
    assert!(less.contains("500 ÷ 601 = 0.832") && less.contains("601 is certainly above 500"), "{less}");
    let strict = steps_of(include_str!("../fixtures/faults/arithmetic/less-strict.json"));
    assert!(strict.contains("less than 100 is needed"), "{strict}");
    let months = steps_of(include_str!("../fixtures/faults/min-months.json"));
    assert!(months.contains("1,320 certainly reaches 1,200"), "{months}");
    let flat = steps_of(include_str!("../fixtures/faults/strict-flat.json"));
    assert!(!flat.contains("reaches it in 2025"), "{flat}");
    for (text, [quotient, difference]) in [
        (
            include_str!("../fixtures/faults/arithmetic/steps-decimals-0.json"),
            ["44.5% ÷ 50.5% = 0.881, which is 88.1%.", "44.5% − 50.5% = −6.0 pp."],
        ),
        (
            include_str!("../fixtures/faults/arithmetic/steps-decimals-1.json"),
            ["95.4 ÷ 110.5 = 0.863, which is 86.3%.", "110.5 − 95.4 = +15.1."],
        ),
        (
            include_str!("../fixtures/faults/arithmetic/steps-decimals-2.json"),
            ["901.45 ÷ 999.6 = 0.902, which is 90.2%.", "901.45 − 999.6 = −98.15."],
        ),
    ] {
        let steps = steps_of(text);
        assert!(steps.contains(quotient) && steps.contains(difference), "{steps}");
    }
}

#[test]
fn the_line_really_used_decides_the_words_of_the_growth() {
    let day = of_dataset(include_str!("../fixtures/faults/arithmetic/needed-zero.json"), "2026-11-22");
    let (share, deaths) = (day.why("t"), day.explained("u").steps.join("\n"));
    assert!(share.contains("(50% − 29%) ÷ 11 = +1.9 pp a year."), "{share}");
    assert!(deaths.contains("(0 − 301) ÷ 11 = −27.4 a year."), "{deaths}");
    assert!(deaths.contains("The straight line from 301 (2019) to 0 (2030)"), "{deaths}");
}

#[test]
fn a_contested_baseline_and_newest_figure_are_shown_with_their_rivals() {
    let mut day = of_dataset(include_str!("../fixtures/faults/contested-bounds.json"), "2023-03-01");
    for (words, rivals) in all().into_iter().zip([
        ["31 Dec 2019: 340 by another account (Firm).", "31 Dec 2022: 480 by another account (Firm)."],
        ["31 дек. 2019: 340 по другим данным (Firm).", "31 дек. 2022: 480 по другим данным (Firm)."],
        ["2019 ж. 31 жел.: басқа дерек бойынша 340 (Firm).", "2022 ж. 31 жел.: басқа дерек бойынша 480 (Firm)."],
    ]) {
        day.words = words;
        let steps = day.explained("seats-900").steps;
        for rival in rivals {
            assert_eq!(steps.iter().filter(|step| *step == rival).count(), 1, "{rival}: {steps:#?}");
        }
    }
}

#[test]
fn a_running_ceiling_is_not_drawn_above_what_is_allowed() {
    let budget = r#"{
  "planfact": 1, "id": "budget", "title": "Budget",
  "sources": [{"id": "s", "publisher": "Press", "published": "2018", "kind": "press"}],
  "metrics": [{"id": "m", "name": "Spent", "kind": "cumulative", "better": "less", "currency": "KZT"}],
  "subjects": [{"id": "x", "kind": "country", "name": "Land"}],
  "targets": [{"id": "t", "metric": "m", "subject": "x", "value": "<=2500", "due": "2019-01-01/2023-12-31", "said": "2018-12-01", "sources": ["s"]}],
  "actuals": [{"metric": "m", "subject": "x", "period": "2019-01-01/2021-12-31", "value": "=1200", "published": "2022-02-01", "sources": ["s"]}]
}"#;
    let page = build(PageKind::Targets, &of_dataset(budget, "2022-06-01").context());
    let rows = page.panels.iter().filter_map(|panel| match &panel.body {
        PanelBody::Table(table) => Some(&table.rows),
        _ => None,
    });
    let bullets: Vec<_> = rows
        .flatten()
        .flat_map(|row| &row.cells)
        .filter_map(|cell| if let TableCell::Bullet(bullet) = cell { Some(bullet) } else { None })
        .collect();
    assert!(!bullets.is_empty() && bullets.iter().all(|bullet| bullet.soft == Some(1.0)), "{bullets:?}");
}

#[test]
fn a_year_that_is_known_is_named_where_its_months_are_drawn() {
    let day = of_dataset(include_str!("../fixtures/faults/min-months.json"), "2026-11-22");
    let mut ctx = day.context();
    ctx.query.chart_options.mode = ChartMode::YearToDate;
    let sentence: String = build(PageKind::Output, &ctx).sentence.iter().map(|run| run.text.as_str()).collect();
    assert!(sentence.contains("in 2025. Things."), "{sentence}");
}

#[test]
fn with_a_figure_for_part_of_the_window_the_outcome_is_not_reported() {
    let why = Day::of("2024-01-01").why("made");
    assert!(why.contains("The outcome was not reported, 731 days after the window."), "{why}");
    assert!(!why.contains("Nothing was reported"), "{why}");
}

#[test]
fn private_use_characters_of_a_file_are_text() {
    let marked = RECORD.replace("\"Vehicles made\"", "\"Vehicles \\ue004made\\ue0ff {$quantity}\"");
    let mut day = Day::of("2022-01-01");
    day.data = load(&marked).unwrap_or_else(|problems| panic!("{problems:#?}"));
    let page = build(PageKind::Output, &day.context());
    let sentence: String = page.sentence.iter().map(|run| run.text.as_str()).collect();
    assert!(sentence.contains("Vehicles \u{e004}made\u{e0ff} {$quantity}"), "{sentence}");
}
