//! The contrast ratio of two colours, as defined in WCAG 2.2.

/// Red, green, blue.
pub type Rgb = (u8, u8, u8);

/// The relative luminance, from 0 to 1.
fn luminance((red, green, blue): Rgb) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/// The contrast ratio of two colours, from 1 to 21.
pub fn contrast_ratio(one: Rgb, other: Rgb) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// A colour in the notation of CSS: `#rrggbb`.
pub fn hex((red, green, blue): Rgb) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

#[cfg(test)]
mod tests {
    use super::contrast_ratio;

    #[test]
    fn black_on_white_has_the_most_contrast_and_a_colour_on_itself_none() {
        assert!((contrast_ratio((0, 0, 0), (255, 255, 255)) - 21.0).abs() < 1e-9);
        assert!((contrast_ratio((10, 90, 200), (10, 90, 200)) - 1.0).abs() < 1e-9);
    }
}
