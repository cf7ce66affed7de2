//! Every mark of a chart stands at its value in its SVG picture: its position, read back, is that of the value between the
//! lowest and the highest grid line.

use proptest::prelude::*;

use crate::page::model::{Chart, PanelBody};
use crate::render::random_charts::{chart, columns, steps};
use crate::render::svg::{AltText, Stylesheet, body_svg};

/// The vertical ends of the shapes whose class contains these words, as values of the axis.
struct Picture {
    /// Class, and top and bottom in pixels.
    shapes: Vec<(String, f64, f64)>,
    /// Pixels of the lowest and of the highest grid line.
    ends: (f64, f64),
    axis: (f64, f64),
}

impl Picture {
    fn of(chart: &Chart) -> Self {
        let alt_text = AltText { title: "t", words: "" };
        let svg = body_svg(&PanelBody::Chart(chart.clone()), &alt_text, Stylesheet::External).expect("a picture");
        let shapes: Vec<(String, f64, f64)> = svg.split('<').filter_map(shape).collect();
        let is_grid = |class: &str| matches!(class, "line s-faint" | "line s-muted");
        let grid = || shapes.iter().filter(|(class, ..)| is_grid(class)).map(|(_, top, _)| *top);
        let ends = (grid().fold(f64::MIN, f64::max), grid().fold(f64::MAX, f64::min));
        Self { ends, axis: (chart.axis.min, chart.axis.max), shapes }
    }

    fn value(&self, y: f64) -> f64 {
        let share = (self.ends.0 - y) / (self.ends.0 - self.ends.1);
        self.axis.0 + share * (self.axis.1 - self.axis.0)
    }

    /// The values at both ends of the shapes of a class that is accepted.
    fn values(&self, is: impl Fn(&str) -> bool) -> Vec<f64> {
        let shapes = self.shapes.iter().filter(|(class, ..)| is(class));
        shapes.flat_map(|(_, top, bottom)| [self.value(*top), self.value(*bottom)]).collect()
    }
}

/// The class, the top and the bottom of a rectangle or a path.
fn shape(element: &str) -> Option<(String, f64, f64)> {
    let attribute = |name: &str| {
        let start = element.find(&format!(" {name}=\""))? + name.len() + 3;
        element[start..].split('"').next()
    };
    let class = attribute("class")?.to_owned();
    if element.starts_with("rect") {
        let top: f64 = attribute("y")?.parse().ok()?;
        return Some((class, top, top + attribute("height")?.parse::<f64>().ok()?));
    }
    let points = attribute("d")?.split(['M', 'L']).filter_map(|point| point.split(' ').nth(1)?.parse::<f64>().ok());
    let (top, bottom) = points.fold((f64::MAX, f64::MIN), |(top, bottom), y| (top.min(y), bottom.max(y)));
    Some((class, top, bottom))
}

/// Each position is at one of the values or at zero, and each value has a position.
fn check(read: &[f64], values: &[f64], near: f64) -> Result<(), TestCaseError> {
    for position in read {
        let is_known = values.iter().chain([&0.0]).any(|value| (value - position).abs() <= near);
        prop_assert!(is_known, "{position} is none of {values:?}");
    }
    for value in values {
        prop_assert!(read.iter().any(|position| (value - position).abs() <= near), "{value} is not in {read:?}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_mark_stands_at_its_value(columns in columns(), (below, above) in steps()) {
        let chart = chart(&columns, below, above);
        let picture = Picture::of(&chart);
        // Positions are written to a tenth of a pixel, the height of a rectangle too.
        let near = (chart.axis.max - chart.axis.min) / (picture.ends.0 - picture.ends.1) * 0.2;
        let all = || chart.columns.iter();
        let bars: Vec<f64> = all().filter_map(|column| Some(column.bar?.value)).collect();
        check(&picture.values(|class| matches!(class, "f-past" | "f-actual" | "part f-past" | "part f-actual")), &bars, near)?;
        let frames = all().flat_map(|column| &column.frames);
        let frames: Vec<f64> = frames.flat_map(|frame| [Some(frame.value), frame.upper]).flatten().collect();
        check(&picture.values(|class| class == "bold s-target"), &frames, near)?;
        let rivals: Vec<f64> = all().flat_map(|column| column.rivals.iter().copied()).collect();
        check(&picture.values(|class| matches!(class, "dashes s-across" | "dashes s-contested")), &rivals, near)?;
        let estimates = &chart.projections.estimates;
        let projected: Vec<f64> = estimates.iter().map(|estimate| estimate.value).collect();
        check(&picture.values(|class| class == "hint f-contested s-contested"), &projected, near)?;
        let ranges: Vec<f64> = estimates.iter().filter_map(|estimate| estimate.range).flat_map(|(low, high)| [low, high]).collect();
        check(&picture.values(|class| class == "line s-contested"), &ranges, near)?;
        let pace: Vec<f64> = chart.projections.pace.iter().map(|(_, value)| *value).collect();
        let drawn = picture.values(|class| class == "dots s-pledge");
        for end in [pace.iter().copied().fold(f64::MAX, f64::min), pace.iter().copied().fold(f64::MIN, f64::max)] {
            prop_assert!(pace.len() < 2 || drawn.iter().any(|position| (position - end).abs() <= near));
        }
    }
}
