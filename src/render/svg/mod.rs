//! Pictures drawn with lines and letters, as SVG: sharp at any size, on a screen and on paper.
//!
//! Here: what each kind of picture looks like. `canvas` writes SVG, `style` has the colours, light and dark. The rules of ink
//! are those of the terminal: solid is a full year, half-tone a part of one, the promise a hollow frame, `?` nothing known.

pub mod style;

mod bars;
mod canvas;
mod columns;
mod gantt;
mod map;
mod milestone_trend;
mod projections;

use crate::page::model::page::PanelBody;
use crate::page::model::rich_text::Block;
use crate::render::svg::canvas::{Canvas, LINE_HEIGHT, WIDTH};

/// What a picture is called, and what it shows in words.
#[derive(Debug, Clone, Copy)]
pub struct AltText<'a> {
    /// Its name.
    pub title: &'a str,
    /// What it shows.
    pub words: &'a str,
}

/// Where the colours of a picture are said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stylesheet {
    /// In the picture: it stands alone.
    Embedded,
    /// By the page around it.
    External,
}

/// The picture; none for what is a table, or nothing.
#[must_use]
pub fn body_svg(body: &PanelBody, said: &AltText<'_>, colors: Stylesheet) -> Option<String> {
    draw_body(body).into_svg(said, colors)
}

/// The picture where nothing stands around it: with its own colours, and a remark under it.
#[must_use]
pub fn standalone_svg(body: &PanelBody, said: &AltText<'_>, note: &str) -> Option<String> {
    let mut canvas = draw_body(body);
    if canvas.bottom > 0.0 && !note.is_empty() {
        let top = canvas.bottom + LINE_HEIGHT;
        canvas.bottom = top + LINE_HEIGHT * (canvas.paragraph((0.0, top), WIDTH, "f-muted", note) - 1.0);
    }
    canvas.into_svg(said, Stylesheet::Embedded)
}

fn draw_body(body: &PanelBody) -> Canvas {
    let mut canvas = Canvas::default();
    match body {
        PanelBody::Chart(chart) => columns::draw(chart, &mut canvas),
        PanelBody::SmallMultiples(apart) => apart.charts.iter().for_each(|chart| columns::draw(chart, &mut canvas)),
        PanelBody::Gantt(gantt, _) => gantt::draw(gantt, &mut canvas),
        PanelBody::MilestoneTrend(trend, _) => milestone_trend::draw(trend, &mut canvas),
        PanelBody::Map(map) => map::draw(map, &mut canvas),
        PanelBody::Text(blocks) => blocks.iter().for_each(|block| match block {
            Block::Bars(all) => bars::draw(all, &mut canvas),
            Block::Stack(parts) => bars::draw_stack(parts, &mut canvas),
            _ => {}
        }),
        PanelBody::Table(_) | PanelBody::DataTable(..) => {}
    }
    canvas
}
