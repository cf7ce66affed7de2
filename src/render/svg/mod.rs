//! The pictures of a page as SVG, with a module for each kind. `canvas` writes SVG, `style` has the colours, light and dark.
//!
//! The conventions are those of the terminal: solid is a full year, half-tone a part of one, a hollow frame a target, `?` no
//! value.

pub mod style;

mod bars;
mod canvas;
mod chart_frame;
mod columns;
mod gantt;
mod map;
mod milestone_trend;
mod projections;
#[cfg(test)]
mod true_heights;

use crate::page::model::{Block, PanelBody};
use crate::render::svg::canvas::{Canvas, LINE_HEIGHT, WIDTH};

pub use canvas::{AltText, Stylesheet};

/// The picture of a panel body; none for a table, or if there is nothing to draw.
pub fn body_svg(body: &PanelBody, alt_text: &AltText<'_>, stylesheet: Stylesheet) -> Option<String> {
    draw_body(body).into_svg(alt_text, stylesheet)
}

/// The picture as a document of its own: with its style sheet, the language of its texts as a tag, and a note below it.
pub fn standalone_svg(body: &PanelBody, alt_text: &AltText<'_>, note: &str, lang: &str) -> Option<String> {
    let mut canvas = draw_body(body);
    canvas.lang = Some(lang.to_owned());
    if canvas.bottom > 0.0 && !note.is_empty() {
        let top = canvas.bottom + LINE_HEIGHT;
        canvas.bottom = top + LINE_HEIGHT * (canvas.paragraph((0.0, top), WIDTH, "f-muted", note) - 1.0);
    }
    canvas.into_svg(alt_text, Stylesheet::Embedded)
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
