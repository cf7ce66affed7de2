//! Times of verdicts, a page and a frame, and how the time of verdicts grows with the number of figures.
//!
//! `cargo bench`; `PLANFACT_BENCH_MILLION=1 cargo bench -- grown` adds a million figures, and `PLANFACT_BENCH_STEPS=1` prints
//! how long a step in time takes on each page with 100,000. Read the times of one run against
//! each other: machines differ, relations hardly.

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::{Duration, Instant};

use chrono::{Days, NaiveDate};
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
use planfact::page::model::PageKind;
use planfact::page::model::Query;
use planfact::page::{build, pages};
use planfact::render::look::theme::{ColorLevel, Glyphs, Paint, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

const MOTOR: &str = include_str!("../assets/kazakhstan-motor.json");
const OUTLINE: &str = include_str!("../assets/kazakhstan-outline.json");
const PAINT: Paint = Paint { theme: Theme::Steppe, colors: ColorLevel::True, glyphs: Glyphs::Braille };

/// How the figures of a generated record are spread over series.
#[derive(Debug, Clone, Copy)]
enum Shape {
    /// Fifty figures a series.
    ManySeries,
    /// Ten series, however many figures.
    TenSeries,
    /// One series.
    OneSeries,
    /// One series of what stands on a day, with a figure for every day.
    OneStock,
}

const SHAPES: [Shape; 4] = [Shape::ManySeries, Shape::TenSeries, Shape::OneSeries, Shape::OneStock];

impl Shape {
    fn name(self) -> &'static str {
        match self {
            Self::ManySeries => "many series",
            Self::TenSeries => "ten series",
            Self::OneSeries => "one series",
            Self::OneStock => "one stock",
        }
    }

    fn series(self, figures: usize) -> usize {
        match self {
            Self::ManySeries => figures / 50,
            Self::TenSeries => 10,
            Self::OneSeries | Self::OneStock => 1,
        }
    }

    fn kind(self) -> &'static str {
        if matches!(self, Self::OneStock) { "stock" } else { "flow" }
    }
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap_or_default()
}

fn read(text: &str) -> Dataset {
    dataset::load(text).unwrap_or_else(|problems| panic!("{:?}", problems.first()))
}

/// A record of so many figures, a tenth as many promises: years, then parts of them, over 120 years, told by two publishers
/// in turn and, where there are more figures than periods, revised every day. Of a stock, a figure for every day.
fn generated(figures: usize, shape: Shape) -> Dataset {
    let series = shape.series(figures);
    let mut text = String::from(
        r#"{"planfact":1,"id":"x","title":"x","sources":[{"id":"s","publisher":"S","kind":"press"},
        {"id":"g","publisher":"G","kind":"government"}],"metrics":[{"id":"m","name":"m","unit":"u","kind":"KIND"}],"#,
    )
    .replace("KIND", shape.kind());
    let first_day = NaiveDate::from_ymd_opt(1_750, 1, 1).unwrap_or_default();
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
        if matches!(shape, Shape::OneStock) {
            // Spread over the same time, however many there are.
            let day = first_day + Days::new((place * 100_000 / figures) as u64);
            return format!(
                r#"{{"metric":"m","subject":"k0","period":"{day}","value":"={value}","published":"{}","sources":["s"]}}"#,
                day + Days::new(1)
            );
        }
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

/// The bundled record: loading, verdicts, building a page, drawing it.
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
    group.bench_function("a step in time: verdicts and the page", |b| {
        let (mut model, mut direction) = (model(), Direction::Previous);
        b.iter(|| {
            let from = model.state().known_date();
            model.apply(Action::SetKnownDate(TimeStep::Day(direction)));
            if model.state().known_date() == from {
                // The first or last date is reached: step back.
                direction = if direction == Direction::Previous { Direction::Next } else { Direction::Previous };
            }
        });
    });
    group.bench_function("another row: its picture and the hints", |b| {
        let (mut model, mut direction) = (model(), Direction::Next);
        model.apply(Action::Resize(Size::new(120, 36)));
        b.iter(|| {
            model.apply(Action::Move(Movement::Row(direction)));
            direction = if direction == Direction::Previous { Direction::Next } else { Direction::Previous };
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

/// Verdicts of 1,000 figures and more, and the exponent with which their time grows.
#[expect(clippy::print_stdout, reason = "a bench reports on its standard output")]
fn grown(bench: &mut Criterion) {
    let million = std::env::var_os("PLANFACT_BENCH_MILLION").map(|_| 1_000_000);
    for shape in SHAPES {
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

/// Steps in time with 100,000 figures, each to a day that was not shown before: the key without its frame.
#[expect(clippy::print_stdout, reason = "a bench reports on its standard output")]
fn steps() {
    for shape in SHAPES {
        let material = AppData {
            dataset: generated(100_000, shape),
            outline: Outline::default(),
            file: DataOrigin::Bundled,
            path: None,
            shell: JobControl::Unavailable,
        };
        let kinds = pages(&material.dataset);
        let mut model = Model::new(material, State::new(today(), Language::En, PAINT));
        for (tab, kind) in kinds.into_iter().enumerate() {
            model.apply(Action::OpenTab(tab));
            let mut step = |_| {
                let start = Instant::now();
                model.apply(Action::SetKnownDate(TimeStep::Day(Direction::Previous)));
                start.elapsed()
            };
            let mut times: Vec<Duration> = (0..21).map(&mut step).collect();
            times.sort_unstable();
            let (median, longest) = (times[times.len() / 2], times[times.len() - 1]);
            println!("{}, {kind:?}: a step takes {median:.2?}, at most {longest:.2?}", shape.name());
        }
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
    if std::env::var_os("PLANFACT_BENCH_STEPS").is_some() {
        steps();
    }
    grown(&mut bench);
    bench.final_summary();
}
