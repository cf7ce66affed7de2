//! A map: places and their names on an outline of braille dots, or of points where the terminal has no braille.

use ratatui::layout::Rect;

use crate::page::model::{Map, MapPlace, Role};
use crate::render::look::glyphs::{self, braille_bit, braille_char};
use crate::render::look::theme::Tone;
use crate::render::tui::chart::occupied_cells::{OccupiedCells, cell_area};
use crate::render::tui::pen::Pen;
use crate::render::typeset::measure::width;
use crate::render::typeset::scale::round_to_cells;

/// Converts degrees to dots, 2 by 4 for each cell.
struct MapProjection {
    west: f64,
    north: f64,
    /// Dots for one degree of longitude.
    east: f64,
    /// Dots for one degree of latitude.
    south: f64,
    area: Rect,
}

/// The cell of a place, and the area and form of its name if there is room.
struct PlacedMark<'a> {
    dot: (u16, u16),
    name: Option<(Rect, &'a str)>,
}

/// Draws the outline, the places, and as many names as fit.
pub(crate) fn draw(map: &Map, area: Rect, pen: &mut Pen<'_>) {
    let area = area.intersection(pen.buf.area);
    let Some(projection) = fit_projection(map, area) else { return };
    draw_outline(map, &projection, pen);
    let placed_marks = placed_marks(map, &projection);
    for (place, placed_mark) in map.places.iter().zip(&placed_marks) {
        let symbol = if place.chosen { pen.pick("◉", "■", "@") } else { pen.mark(place.mark) };
        let role = if place.chosen { Role::Key } else { glyphs::mark_role(place.mark) };
        let first = symbol.chars().next().map_or(0, char::len_utf8);
        pen.put(placed_mark.dot, &symbol[..first], pen.role(role));
    }
    for (place, placed_mark) in map.places.iter().zip(&placed_marks) {
        if let Some((at, words)) = placed_mark.name {
            pen.text(at, words, pen.role(if place.chosen { Role::Key } else { Role::Muted }));
        }
    }
}

/// The areas that select a place, with its index. Where they overlap, the first counts.
pub(crate) fn place_areas(map: &Map, area: Rect) -> Vec<(usize, Rect)> {
    let Some(projection) = fit_projection(map, area) else { return Vec::new() };
    let placed_marks = placed_marks(map, &projection);
    // A single cell is hard to hit: the cells beside it count where no other area is.
    let beside = |(x, y): (u16, u16)| Rect { x: x.saturating_sub(1), y, width: 3, height: 1 }.intersection(area);
    let dots = placed_marks.iter().enumerate().rev().map(|(place, placed_mark)| (place, cell_area(placed_mark.dot)));
    let names = placed_marks.iter().enumerate().filter_map(|(place, placed_mark)| Some((place, placed_mark.name?.0)));
    let around = placed_marks.iter().enumerate().rev().map(|(place, placed_mark)| (place, beside(placed_mark.dot)));
    dots.chain(names).chain(around).collect()
}

/// Places marks and names, first the names of the chosen place and of those with the most sites.
fn placed_marks<'a>(map: &'a Map, projection: &MapProjection) -> Vec<PlacedMark<'a>> {
    let mut occupied = OccupiedCells::new(projection.area);
    let dots: Vec<(u16, u16)> = map.places.iter().map(|place| projection.cell(place.at)).collect();
    for dot in &dots {
        occupied.take(cell_area(*dot));
    }
    let placed_mark = |(place, dot): (&'a MapPlace, &(u16, u16))| PlacedMark {
        dot: *dot,
        name: place_name(place, *dot, &dots, &mut occupied),
    };
    let mut placed_marks: Vec<PlacedMark<'a>> = map.places.iter().zip(&dots).rev().map(placed_mark).collect();
    placed_marks.reverse();
    placed_marks
}

/// Claims room for a name beside, below or above its place.
fn place_name<'a>(
    place: &'a MapPlace,
    (x, y): (u16, u16),
    dots: &[(u16, u16)],
    occupied: &mut OccupiedCells,
) -> Option<(Rect, &'a str)> {
    for words in &place.name.0 {
        let cells = width(words);
        let left = (x + 1).saturating_sub(cells);
        let middle = x.saturating_sub(cells / 2);
        let below = [(middle, 1), (x, 1), (left, 1), (middle, -1), (x, -1), (left, -1)];
        let beside = [(x + 2, 0), (x.saturating_sub(cells + 1), 0)];
        for (start, down) in beside.into_iter().chain(below) {
            let Some(y) = y.checked_add_signed(down) else { continue };
            let beside_right_edge = start + cells > occupied.area().right();
            let start =
                if down != 0 && beside_right_edge { occupied.area().right().saturating_sub(cells) } else { start };
            let at = Rect { x: start, y, width: cells, height: 1 };
            // At the left edge of the map a name at the left would cover its place.
            let crosses = down == 0 && start <= x && start + cells > x;
            // A name right beside another place would be read as the name of that place.
            let near =
                |dot: &(u16, u16)| *dot != (x, y) && dot.1 == at.y && dot.0 + 2 >= start && dot.0 <= start + cells + 1;
            if !crosses && !dots.iter().any(near) && occupied.claim(at, 1) {
                return Some((at, words));
            }
        }
    }
    None
}

/// The rows that the map needs at a width.
pub(crate) fn height(map: &Map, room: u16) -> u16 {
    let tall = Rect { x: 0, y: 0, width: room, height: 200 };
    let Some(projection) = fit_projection(map, tall) else { return 0 };
    let south = map.outline.iter().flatten().chain(map.places.iter().map(|place| &place.at)).map(|at| at.0);
    round_to_cells((projection.north - south.fold(90.0, f64::min)) * projection.south / 4.0) + 1
}

fn fit_projection(map: &Map, area: Rect) -> Option<MapProjection> {
    let points = || map.outline.iter().flatten().copied().chain(map.places.iter().map(|place| place.at));
    let (mut south, mut north, mut west, mut east) = (90.0_f64, -90.0_f64, 180.0_f64, -180.0_f64);
    for (lat, lon) in points() {
        (south, north) = (south.min(lat), north.max(lat));
        (west, east) = (west.min(lon), east.max(lon));
    }
    if area.width < 8 || area.height < 4 || north < south || east < west {
        return None;
    }
    let shrink = f64::midpoint(north, south).to_radians().cos();
    let (high, wide) = ((north - south).max(0.1), (east - west).max(0.1) * shrink);
    // Dots are about square.
    let dots = (f64::from(area.width * 2 - 2) / wide).min(f64::from(area.height * 4 - 2) / high);
    let spare = (f64::from(area.width * 2) - wide * dots) / 2.0;
    Some(MapProjection { west: west - spare / dots / shrink, north, east: dots * shrink, south: dots, area })
}

impl MapProjection {
    fn dot(&self, (lat, lon): (f64, f64)) -> (f64, f64) {
        ((lon - self.west) * self.east, (self.north - lat) * self.south)
    }

    fn cell(&self, at: (f64, f64)) -> (u16, u16) {
        let (x, y) = self.dot(at);
        let x = round_to_cells((x / 2.0).floor()).min(self.area.width - 1);
        let y = round_to_cells((y / 4.0).floor()).min(self.area.height - 1);
        (self.area.x + x, self.area.y + y)
    }
}

fn draw_outline(map: &Map, projection: &MapProjection, pen: &mut Pen<'_>) {
    let area = projection.area;
    let wide = usize::from(area.width);
    let mut dots = vec![0_u8; wide * usize::from(area.height)];
    for ring in &map.outline {
        for (from, to) in ring.iter().zip(ring.iter().cycle().skip(1)) {
            let ((x0, y0), (x1, y1)) = (projection.dot(*from), projection.dot(*to));
            let steps = round_to_cells((x1 - x0).abs().max((y1 - y0).abs()).ceil()).max(1);
            for step in 0..=steps {
                let part = f64::from(step) / f64::from(steps);
                let (x, y) = (round_to_cells(x0 + (x1 - x0) * part), round_to_cells(y0 + (y1 - y0) * part));
                let (column, row) = (x / 2, y / 4);
                if column < area.width && row < area.height {
                    dots[usize::from(row) * wide + usize::from(column)] |= braille_bit(x % 2, y % 4);
                }
            }
        }
    }
    let style = pen.tone(Tone::Muted);
    for (index, bits) in dots.iter().enumerate().filter(|(_, bits)| **bits != 0) {
        let x = area.x + u16::try_from(index % wide).unwrap_or(0);
        let y = area.y + u16::try_from(index / wide).unwrap_or(0);
        let braille = braille_char(*bits).to_string();
        pen.put((x, y), pen.pick(braille.as_str(), "·", "."), style);
    }
}
