//! What the eye waits for: verdicts, a page, a frame, and how verdicts grow with the number of figures.
//!
//! `cargo bench`; `PLANFACT_BENCH_MILLION=1 cargo bench -- grown` adds a million figures. Read the times of one run against
//! each other: machines differ, relations hardly.

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use criterion::{BatchSize, BenchmarkId, Criterion, Throughput};
use planfact::app::action::{Action, Direction, Movement, TimeStep};
use planfact::app::app_data::{AppData, DataOrigin, JobControl};
use planfact::app::dashboard::model::Model;
use planfact::app::dashboard::state::State;
use planfact::compare::verdict::verdicts::Verdicts;
use planfact::compare::verdicts;
use planfact::dataset;
use planfact::dataset::outline::Outline;
use planfact::dataset::records::{Dataset, Language};
use planfact::page::context::Context;
use planfact::page::i18n::Words;
use planfact::page::{PageKind, Query, build};
use planfact::render::look::theme::{ColorLevel, Glyphs, Paint, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

const MOTOR: &str = include_str!("../assets/kazakhstan-motor.json");
const OUTLINE: &str = include_str!("../assets/kazakhstan-outline.json");
const PAINT: Paint = Paint { theme: Theme::Steppe, colors: ColorLevel::True, glyphs: Glyphs::Braille };

/// How a generated record is laid out.
#[derive(Debug, Clone, Copy)]
enum Shape {
    /// Fifty figures a series.
    ManySeries,
    /// Ten series, however many figures.
    TenSeries,
}

impl Shape {
    fn name(self) -> &'static str {
        match self {
            Self::ManySeries => "many series",
            Self::TenSeries => "ten series",
        }
    }

    fn series(self, figures: usize) -> usize {
        match self {
            Self::ManySeries => figures / 50,
            Self::TenSeries => 10,
        }
    }
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap_or_default()
}

fn read(text: &str) -> Dataset {
    dataset::load(text).unwrap_or_else(|problems| panic!("{:?}", problems.first()))
}

/// A record of so many figures, a tenth as many promises: years, then parts of them, over 120 years, told by two publishers
/// in turn and, where there are more figures than periods, revised every day.
fn generated(figures: usize, shape: Shape) -> Dataset {
    let series = shape.series(figures);
    let mut text = String::from(
        r#"{"planfact":1,"id":"x","title":"x","sources":[{"id":"s","publisher":"S","kind":"press"},
        {"id":"g","publisher":"G","kind":"government"}],"metrics":[{"id":"m","name":"m","unit":"u","kind":"flow"}],"#,
    );
    let mut list = |name: &str, count: usize, end: &str, one: &dyn Fn(usize) -> String| {
        let _ = write!(text, r#""{name}":["#);
        for place in 0..count {
            let _ = write!(text, "{}{}", if place > 0 { "," } else { "" }, one(place));
        }
        let _ = write!(text, "]{end}");
    };
    list("subjects", series, ",", &|place| format!(r#"{{"id":"k{place}","kind":"site","name":"k"}}"#));
    list("targets", figures / 10, ",", &|place| {
        let (at_least, said) = (1_001 + place % 5_000, 1_950 + place % 70);
        let (month, day, due) = (1 + place / 70 % 12, 1 + place / 840 % 28, said + 5);
        let subject = place % series;
        format!(
            r#"{{"id":"t{place}","metric":"m","subject":"k{subject}","value":">={at_least}","due":"{due}",
            "said":"{said}-{month:02}-{day:02}","by":"x","sources":["s"]}}"#
        )
    });
    list("actuals", figures, "}", &|place| {
        let (subject, nth) = (place % series, place / series);
        let (year, part) = (1_900 + nth % 120, nth / 120);
        let (source, value) = (if part / 13 % 2 == 0 { "s" } else { "g" }, 100 + (place * 7_919) % 9_000);
        let period = if part % 13 == 0 { format!("{year}") } else { format!("{year}-01/{year}-{:02}", part % 13) };
        format!(
            r#"{{"metric":"m","subject":"k{subject}","period":"{period}","value":"={value}",
            "published":"{}-{:02}-{:02}","sources":["{source}"]}}"#,
            year + 1,
            1 + part / 13 / 28 % 12,
            1 + part / 13 % 28
        )
    });
    read(&text)
}

/// The record that the program brings along: to load it, to judge it, to make a page of it, to draw that.
fn bundled(bench: &mut Criterion) {
    let dataset = read(MOTOR);
    let outline = Outline::read(OUTLINE).unwrap_or_default();
    let words = Words::new(Language::En).with_dataset_names(&dataset.words);
    let mut group = bench.benchmark_group("bundled");
    group.bench_function("load", |b| b.iter(|| read(black_box(MOTOR))));
    let mut days = planfact::compare::series::as_of::known_days(&dataset).into_iter().cycle();
    group.bench_function("verdicts after a step in time", |b| {
        b.iter(|| verdicts(&dataset, days.next().unwrap_or_default()));
    });
    group.bench_function("verdicts of today", |b| b.iter(|| verdicts(&dataset, black_box(today()))));
    group.bench_function("verdicts and the overview", |b| {
        b.iter(|| {
            let verdicts = Verdicts::known_on(&dataset, black_box(today()));
            let ctx = Context {
                dataset: &dataset,
                verdicts: &verdicts,
                before: None,
                filter: None,
                words: &words,
                outline: &outline,
                query: Query::at(today()),
            };
            build(PageKind::Overview, &ctx)
        });
    });
    let model = || {
        let outline = Outline::read(OUTLINE).unwrap_or_default();
        let material = AppData {
            dataset: read(MOTOR),
            outline,
            file: DataOrigin::Bundled,
            path: None,
            shell: JobControl::Unavailable,
        };
        Model::new(material, State::new(today(), Language::En, PAINT))
    };
    group.bench_function("a step in time: every verdict that changed, and the page", |b| {
        let (mut model, mut way) = (model(), Direction::Previous);
        b.iter(|| {
            let from = model.state().known_date();
            model.apply(Action::SetKnownDate(TimeStep::Day(way)));
            if model.state().known_date() == from {
                // At the first day, or the last: back again.
                way = if way == Direction::Previous { Direction::Next } else { Direction::Previous };
            }
        });
    });
    group.bench_function("another row: its picture, and the lines around", |b| {
        let (mut model, mut way) = (model(), Direction::Next);
        model.apply(Action::Resize(Size::new(120, 36)));
        b.iter(|| {
            model.apply(Action::Move(Movement::Row(way)));
            way = if way == Direction::Previous { Direction::Next } else { Direction::Previous };
        });
    });
    for (width, height) in [(120, 36), (200, 60)] {
        let model = model();
        let area = Rect::new(0, 0, width, height);
        group.bench_function(format!("frame of {width}x{height}"), |b| {
            b.iter_batched_ref(|| Buffer::empty(area), |buffer| model.draw(area, buffer), BatchSize::SmallInput);
        });
    }
    group.finish();
}

/// Verdicts of ever more figures, and the power of their number that the time grows with.
#[expect(clippy::print_stdout, reason = "a bench reports on its standard output")]
fn grown(bench: &mut Criterion) {
    let million = std::env::var_os("PLANFACT_BENCH_MILLION").map(|_| 1_000_000);
    for shape in [Shape::ManySeries, Shape::TenSeries] {
        let mut group = bench.benchmark_group(format!("grown, {}", shape.name()));
        group.sample_size(10).warm_up_time(Duration::from_millis(300));
        let mut before: Option<(usize, Duration)> = None;
        for figures in [1_000, 10_000, 100_000].into_iter().chain(million) {
            let dataset = generated(figures, shape);
            let took = quickest(|| verdicts(&dataset, today()));
            if let Some((fewer, quicker)) = before {
                let power = (took.as_secs_f64() / quicker.as_secs_f64()).ln() / (figures as f64 / fewer as f64).ln();
                println!("{}: {fewer} to {figures} figures: grows with the power {power:.2}", shape.name());
            }
            before = Some((figures, took));
            group.throughput(Throughput::Elements(figures as u64));
            group.bench_with_input(BenchmarkId::from_parameter(figures), &dataset, |b, dataset| {
                b.iter(|| verdicts(dataset, black_box(today())));
            });
        }
        group.finish();
    }
}

/// The shortest of some runs: the one that was least disturbed.
fn quickest<T>(mut run: impl FnMut() -> T) -> Duration {
    let once = |_| {
        let start = Instant::now();
        black_box(run());
        start.elapsed()
    };
    (0..5).map(once).min().unwrap_or_default()
}

fn main() {
    let mut bench = Criterion::default().configure_from_args();
    bundled(&mut bench);
    grown(&mut bench);
    bench.final_summary();
}
