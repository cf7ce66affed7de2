//! A map as SVG: places within an outline, in an equirectangular projection true to scale at its middle latitude.

use crate::page::model::{Map, MapPlace};
use crate::render::look::glyphs;
use crate::render::look::theme::Glyphs;
use crate::render::svg::canvas::{Anchor, Canvas, SvgPoint, WIDTH, text_width};
use crate::render::svg::style;

const MAX_HEIGHT: f64 = 340.0;
/// The space around the outline, for names.
const MARGIN: f64 = 24.0;

/// Draws a map below what is drawn already.
pub(super) fn draw(map: &Map, canvas: &mut Canvas) {
    let all = || map.outline.iter().flatten().copied().chain(map.places.iter().map(|place| place.at));
    let ends = |of: fn((f64, f64)) -> f64| {
        all().map(of).fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), at| (low.min(at), high.max(at)))
    };
    let ((south, north), (west, east)) = (ends(|at| at.0), ends(|at| at.1));
    if map.places.is_empty() || !(south.is_finite() && west.is_finite()) {
        return;
    }
    let narrow = f64::midpoint(south, north).to_radians().cos().max(0.1);
    let (width, height) = (((east - west) * narrow).max(0.2), (north - south).max(0.2));
    let scale = ((WIDTH - 2.0 * MARGIN) / width).min((MAX_HEIGHT - 2.0 * MARGIN) / height);
    let (left, top) = ((WIDTH - width * scale) / 2.0, canvas.bottom + MARGIN);
    let at = |(up, along): (f64, f64)| (left + (along - west) * narrow * scale, top + (north - up) * scale);
    for ring in map.outline.iter().filter(|ring| !ring.is_empty()) {
        let ring: Vec<SvgPoint> = ring.iter().chain(ring.first()).map(|point| at(*point)).collect();
        canvas.path(&ring, "line s-muted");
    }
    // Names do not cover the symbols of places.
    let mut taken: Vec<(SvgPoint, f64)> =
        map.places.iter().map(|place| at(place.at)).map(|(x, y)| ((x - 6.0, y), 12.0)).collect();
    let mut places: Vec<&MapPlace> = map.places.iter().collect();
    places.sort_by(|one, other| other.at.0.total_cmp(&one.at.0));
    for place in places {
        draw_place(place, at(place.at), &mut taken, canvas);
    }
    canvas.bottom = top + height * scale + MARGIN;
}

/// Draws the symbol of a place, and its name at the first free position around it.
fn draw_place(place: &MapPlace, (x, y): SvgPoint, taken: &mut Vec<(SvgPoint, f64)>, canvas: &mut Canvas) {
    let tried = place.name.0.iter().flat_map(|words| {
        let width = text_width(words);
        let beside = [(x + 11.0, y), (x - 11.0 - width, y)];
        let over = [(x - width / 2.0, y - 17.0), (x - width / 2.0, y + 17.0)];
        let corners =
            [(x + 8.0, y + 13.0), (x + 8.0, y - 13.0), (x - 8.0 - width, y + 13.0), (x - 8.0 - width, y - 13.0)];
        beside.into_iter().chain(over).chain(corners).map(move |at| (words.as_str(), width, at))
    });
    let is_free = |(_, width, (left, line)): &(&str, f64, SvgPoint)| {
        let inside = *left >= 0.0 && left + width <= WIDTH;
        let apart = |((other, beside), long): &(SvgPoint, f64)| {
            (beside - line).abs() >= 14.0 || other + long < *left || left + width < *other
        };
        inside && taken.iter().all(apart)
    };
    let (words, width, (left, line)) = tried.into_iter().find(is_free).unwrap_or(("", 0.0, (x, y)));
    taken.push(((left, line), width));
    let mark = glyphs::mark_glyph(place.mark, Glyphs::Braille);
    let class = format!("halo strong {}", style::fill_class(glyphs::mark_role(place.mark)));
    canvas.text((x, y + 5.0), Anchor::Middle, class.trim_end(), mark);
    canvas.text((left, line + 4.0), Anchor::Start, if place.chosen { "halo strong" } else { "halo" }, words);
}
