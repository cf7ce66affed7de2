//! What is judged is drawn: years that are no calendar years, sums over several years, shares, parts of years.

use planfact::app::app_data::DataOrigin;
use planfact::page::model::{Chart, ChartMark};

use super::walk::Walk;

fn over(text: &str) -> Walk {
    Walk::over(text, DataOrigin::File, (120, 40))
}

/// Label, value of the bar, values of the frames of each column.
fn columns(chart: &Chart) -> Vec<(String, Option<f64>, Vec<f64>)> {
    let column = |column: &planfact::page::model::ChartColumn| {
        let frames = column.frames.iter().map(|frame| frame.value).collect();
        (column.data_point.label.long().to_owned(), column.bar.map(|bar| bar.value), frames)
    };
    chart.columns.iter().map(column).collect()
}

/// The labels, and the values in the unit of the metric times `unit`.
fn bars(walk: &Walk, unit: f64) -> (Vec<String>, Vec<f64>) {
    let drawn = columns(walk.model.page().chart().unwrap());
    drawn.into_iter().map(|(label, bar, _)| (label, (bar.unwrap_or(f64::NAN) * unit * 1e6).round() / 1e6)).unzip()
}

#[test]
fn fiscal_years_are_columns_with_the_target_for_them() {
    let walk = over(include_str!("../fixtures/faults/fiscal.json"));
    let (labels, values) = bars(&walk, 1.0);
    assert_eq!((labels[0].as_str(), labels[9].as_str()), ("2015/16", "2024/25"));
    assert_eq!(values, (0..10).map(|year| 500.0 + 50.0 * f64::from(year)).collect::<Vec<_>>());
    let chart = walk.model.page().chart().unwrap();
    assert!(chart.columns.iter().all(|column| column.bar.unwrap().mark == ChartMark::FullPeriod));
    assert_eq!(columns(chart)[9].2, [1000.0]);
}

#[test]
fn a_sum_over_several_years_is_drawn_as_it_grew() {
    let running = over(include_str!("../fixtures/faults/cumul.json"));
    let (labels, values) = bars(&running, 1000.0);
    assert_eq!((labels[0].as_str(), labels[9].as_str()), ("2016", "2025"));
    assert_eq!(values, (1..=10).map(|year| 900.0 * f64::from(year)).collect::<Vec<_>>());
    let pace = &running.model.page().chart().unwrap().projections.pace;
    assert!((pace.last().unwrap().1 - 10.0).abs() < 1e-9, "the line ends at the target: {pace:?}");
    let pieces =
        plan("cumulative", r#""value": ">=0.8", "due": "2023-01-01/2025-12-31""#, &[("2023", "0.1"), ("2025", "0.7")]);
    let pieces = over(&pieces);
    let chart = pieces.model.page().chart().unwrap();
    assert_eq!(bars(&pieces, 1.0).0, ["2023", "2024", "2025"]);
    let bar = |index: usize| chart.columns[index].bar;
    assert!((bar(2).unwrap().value - 0.8).abs() < 1e-9, "{:?}", bar(2));
    assert!(bar(1).is_none());
    assert!(bar(2).unwrap().is_open && !bar(0).unwrap().is_open, "a piece is missing: the sum is a floor");
}

#[test]
fn a_quarter_is_compared_with_the_same_quarters() {
    let figures = [("2023-Q4", "38"), ("2024-Q4", "45"), ("2024", "160"), ("2025-Q4", "49")];
    let walk = over(&plan("flow", r#""value": ">=50", "due": "2025-Q4""#, &figures));
    let (labels, values) = bars(&walk, 1.0);
    assert!(labels[0].contains("2023") && labels[0] != "2023", "{labels:?}");
    assert_eq!(values, [38.0, 45.0, 49.0]);
}

#[test]
fn a_target_for_other_months_than_the_columns_has_no_frame() {
    let targets = r#""value": ">=120", "due": "2024-04/2025-03"}, {"id": "calendar", "metric": "made", "subject": "land", "said": "2020-01-01",
        "by": "Someone", "sources": ["office"], "value": ">=90", "due": "2024""#;
    let figures = [("2023-04/2024-03", "100"), ("2024-04/2025-03", "118"), ("2023", "80"), ("2024", "85")];
    let mut walk = over(&plan("flow", targets, &figures));
    let frames = |walk: &Walk| {
        let drawn = columns(walk.model.page().chart().unwrap());
        drawn.into_iter().map(|(label, bar, frames)| (label, bar.unwrap(), frames)).collect::<Vec<_>>()
    };
    let column = |label: &str, bar: f64, frames: &[f64]| (label.to_owned(), bar, frames.to_vec());
    assert_eq!(frames(&walk), [column("2023/24", 100.0, &[]), column("2024/25", 118.0, &[120.0])]);
    walk.press("j");
    assert_eq!(frames(&walk), [column("2023", 80.0, &[]), column("2024", 85.0, &[90.0])]);
}

#[test]
fn the_page_of_figures_has_those_of_any_kind_but_events() {
    let mut walk = over(include_str!("../fixtures/faults/share-over.json"));
    walk.press("3");
    assert!(!walk.text().contains("Nothing had been reported"), "{}", walk.text());
    assert!(walk.text().contains("3 Figures"), "{}", walk.text());
    assert_eq!(bars(&walk, 1.0).1.last(), Some(&110.0));
}

#[test]
fn the_newest_state_of_a_stock_in_a_year_is_its_column() {
    let walk = over(&plan(
        "stock",
        r#""value": 50, "due": "2025""#,
        &[("2024-03-31", "20"), ("2024-06", "30"), ("2025-06-30", "40")],
    ));
    assert_eq!(bars(&walk, 1.0), (vec!["2024".to_owned(), "2025".to_owned()], vec![30.0, 40.0]));
}

/// A dataset of one target and the figures of its series.
fn plan(kind: &str, target: &str, figures: &[(&str, &str)]) -> String {
    let figure = |(period, value): &(&str, &str)| {
        format!(
            r#"{{"metric": "made", "subject": "land", "period": "{period}", "value": {value}, "sources": ["office"]}}"#
        )
    };
    let figures: Vec<String> = figures.iter().map(figure).collect();
    format!(
        r#"{{"planfact": 1, "id": "case", "title": "Case",
            "sources": [{{"id": "office", "publisher": "The office", "published": "2026-01-10", "kind": "statistics"}}],
            "metrics": [{{"id": "made", "name": "Made", "unit": "pieces", "kind": "{kind}"}}],
            "subjects": [{{"id": "land", "kind": "country", "name": "Land"}}],
            "targets": [{{"id": "t", "metric": "made", "subject": "land", "said": "2020-01-01", "by": "Someone",
                          "sources": ["office"], {target}}}],
            "actuals": [{}]}}"#,
        figures.join(",")
    )
}
