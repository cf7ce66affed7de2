//! Converts values to cells: eighths of a cell, whole cells, positions on a scale.

/// A length rounded to eighths of a cell: at least one if the value is above 0, at most `cells` whole cells.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 8 * 65535")]
pub fn eighths(value: f64, max: f64, cells: u16) -> u32 {
    let most = u32::from(cells) * 8;
    if !(value > 0.0 && max > 0.0) || most == 0 {
        return 0;
    }
    ((value / max * f64::from(most)).round() as u32).clamp(1, most)
}

/// A length rounded to whole cells: at least one if the value is above 0, at most `cells`.
pub fn cells(value: f64, max: f64, cells: u16) -> u16 {
    if !(value > 0.0 && max > 0.0) || cells == 0 {
        return 0;
    }
    round_to_cells(value / max * f64::from(cells)).clamp(1, cells)
}

/// The nearest whole number from 0 to 65,535; 0 for NaN.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the range of u16")]
pub fn round_to_cells(x: f64) -> u16 {
    if x.is_nan() { 0 } else { x.round().clamp(0.0, f64::from(u16::MAX)) as u16 }
}

/// A scale whose grid lines are a whole and equal number of cells apart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EvenScale {
    /// Every `tick_step`-th step has a grid line.
    pub tick_step: usize,
    /// The value at the end of the last cell, at least the largest value of the scale.
    pub top: f64,
}

/// The least share of its cells that the largest value keeps when the scale is made even.
const MIN_HEIGHT_SHARE: f64 = 0.8;

/// Makes a scale from 0 to `max` in `steps` steps even on `cells` cells, with as many grid lines as possible while `max` keeps
/// most of the cells.
pub fn even_scale(max: f64, steps: usize, cells: u16) -> EvenScale {
    let plain = EvenScale { tick_step: 1, top: max };
    if max.is_nan() || max <= 0.0 || steps == 0 || cells == 0 {
        return plain;
    }
    let scale = |tick_step: usize| {
        let share = tick_step as f64 / steps as f64;
        // A little more, so that rounding errors do not lose a row.
        let rows = (f64::from(cells) * share + 1e-9).floor();
        (rows >= 1.0).then(|| EvenScale { tick_step, top: f64::from(cells) / rows * share * max })
    };
    (1..=steps).filter_map(scale).find(|even| max / even.top >= MIN_HEIGHT_SHARE).unwrap_or(plain)
}

/// The cell of a position on a scale; none off the scale.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be on the scale")]
pub fn cell_at(at: f64, from: f64, to: f64, cells: u16) -> Option<u16> {
    if cells == 0 || to <= from || !(from..=to).contains(&at) {
        return None;
    }
    Some((((at - from) / (to - from) * f64::from(cells)).floor() as u16).min(cells - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_value_has_a_cell_and_a_large_one_stays_on_the_scale() {
        assert_eq!(eighths(0.001, 100.0, 10), 1);
        assert_eq!(eighths(100.0, 100.0, 10), 80);
        assert_eq!(eighths(900.0, 100.0, 10), 80);
        assert_eq!(eighths(0.0, 100.0, 10), 0);
        assert_eq!(eighths(f64::NAN, 100.0, 10), 0);
        assert_eq!(cells(0.001, 100.0, 10), 1);
    }

    #[test]
    fn the_grid_lines_of_an_even_scale_are_on_whole_cells() {
        for (steps, cells) in (2..=12).flat_map(|steps| (1..80).map(move |cells| (steps, cells))) {
            let EvenScale { tick_step, top } = even_scale(250.0, steps, cells);
            let line = 250.0 / steps as f64 * tick_step as f64;
            let rows = f64::from(cells) * line / top;
            assert!((rows - rows.round()).abs() < 1e-6, "{steps} steps on {cells} cells: {rows}");
            assert!(
                top >= 250.0 - 1e-9 && 250.0 / top >= MIN_HEIGHT_SHARE,
                "{steps} steps on {cells} cells end at {top}"
            );
        }
        assert_eq!((even_scale(250.0, 5, 11).tick_step, even_scale(250.0, 5, 11).top.round()), (1, 275.0));
        assert_eq!((even_scale(250.0, 5, 9).tick_step, even_scale(250.0, 5, 9).top.round()), (2, 300.0));
        assert_eq!(even_scale(f64::NAN, 5, 9).tick_step, 1);
    }

    #[test]
    fn only_positions_off_the_scale_have_no_cell() {
        assert_eq!(cell_at(2025.0, 2020.0, 2025.0, 50), Some(49));
        assert_eq!(cell_at(2020.0, 2020.0, 2025.0, 50), Some(0));
        assert_eq!(cell_at(2019.9, 2020.0, 2025.0, 50), None);
        assert_eq!(cell_at(1.0, 0.0, 1.0, 0), None);
    }
}
