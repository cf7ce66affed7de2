//! Pictures drawn with lines and letters, as SVG: sharp at any size, on a screen and on paper.
//!
//! Here: what each kind of picture looks like. `canvas` writes SVG, `style` has the colours, light and dark. The rules of ink
//! are those of the terminal: solid is a full year, half-tone a part of one, the promise a hollow frame, `?` nothing known.

mod bars;
mod canvas;
mod columns;
mod gantt;
mod map;
mod outlook;
pub mod style;
mod trend;

use crate::page::Body;
use crate::page::prose::Block;
use canvas::{Canvas, LEADING, WIDE};

/// What a picture is called, and what it shows in words.
#[derive(Debug, Clone, Copy)]
pub struct Said<'a> {
    /// Its name.
    pub title: &'a str,
    /// What it shows.
    pub words: &'a str,
}

/// Where the colours of a picture are said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colors {
    /// In the picture: it stands alone.
    Within,
    /// By the page around it.
    Around,
}

/// The picture; none for what is a table, or nothing.
#[must_use]
pub fn picture(body: &Body, said: &Said<'_>, colors: Colors) -> Option<String> {
    drawing(body).svg(said, colors)
}

/// The picture where nothing stands around it: with its own colours, and a remark under it.
#[must_use]
pub fn alone(body: &Body, said: &Said<'_>, note: &str) -> Option<String> {
    let mut canvas = drawing(body);
    if canvas.high > 0.0 && !note.is_empty() {
        let top = canvas.high + LEADING;
        canvas.high = top + LEADING * (canvas.paragraph((0.0, top), WIDE, "f-muted", note) - 1.0);
    }
    canvas.svg(said, Colors::Within)
}

fn drawing(body: &Body) -> Canvas {
    let mut canvas = Canvas::default();
    match body {
        Body::Chart(chart) => columns::draw(chart, &mut canvas),
        Body::Apart(apart) => apart.charts.iter().for_each(|chart| columns::draw(chart, &mut canvas)),
        Body::Gantt(gantt, _) => gantt::draw(gantt, &mut canvas),
        Body::Trend(trend, _) => trend::draw(trend, &mut canvas),
        Body::Map(map) => map::draw(map, &mut canvas),
        Body::Prose(blocks) => blocks.iter().for_each(|block| match block {
            Block::Bars(all) => bars::draw(all, &mut canvas),
            Block::Stack(parts) => bars::stack(parts, &mut canvas),
            _ => {}
        }),
        Body::Table(_) | Body::Figures(..) => {}
    }
    canvas
}
