//! Every text can be read on every ground it stands on.

use planfact::render::theme::{Color, ColorLevel, Glyphs, Paint, Theme, Tone, rgb_of_256};

type Rgb = (u8, u8, u8);

/// Grounds of common dark terminals.
const DARK: [Rgb; 4] = [(0, 0, 0), (0x10, 0x14, 0x1a), (0x1e, 0x1e, 0x2e), (0x28, 0x28, 0x28)];

fn rgb(color: Color) -> Option<Rgb> {
    match color {
        Color::Own => None,
        Color::Rgb(red, green, blue) => Some((red, green, blue)),
        Color::Indexed(index) | Color::Ansi(index) => Some(rgb_of_256(index)),
    }
}

/// Relative luminance (WCAG 2.2).
fn luminance((red, green, blue): Rgb) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

fn contrast(one: Rgb, other: Rgb) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn paint(theme: Theme, colors: ColorLevel) -> Paint {
    Paint { theme, colors, glyphs: Glyphs::Braille }
}

/// The grounds that text of a theme stands on.
fn grounds(paint: Paint) -> Vec<Rgb> {
    let mut grounds = rgb(paint.color(Tone::Ground)).map_or(DARK.to_vec(), |ground| vec![ground]);
    grounds.extend([Tone::Raised, Tone::Sheet].into_iter().filter_map(|tone| rgb(paint.color(tone))));
    grounds
}

#[test]
fn text_has_a_contrast_of_four_and_a_half_to_its_ground() {
    for theme in [Theme::Steppe, Theme::Paper, Theme::Contrast] {
        for colors in [ColorLevel::True, ColorLevel::Ansi256] {
            let paint = paint(theme, colors);
            for tone in Tone::ALL {
                let Some(ink) = rgb(paint.color(tone)) else { continue };
                if matches!(tone, Tone::Ground | Tone::Raised | Tone::Sheet | Tone::Faint | Tone::Across) {
                    continue;
                }
                for ground in grounds(paint) {
                    let found = contrast(ink, ground);
                    assert!(found >= 4.5, "{theme:?} {colors:?} {tone:?} {ink:?} on {ground:?}: {found:.2}");
                }
            }
        }
    }
}

#[test]
fn the_line_of_a_promise_is_seen_across_a_bar() {
    for theme in [Theme::Steppe, Theme::Paper, Theme::Contrast] {
        let paint = paint(theme, ColorLevel::True);
        let line = rgb(paint.color(Tone::Across)).unwrap();
        for bar in [Tone::Actual, Tone::Past] {
            let found = contrast(line, rgb(paint.color(bar)).unwrap());
            assert!(found >= 1.5, "{theme:?} {bar:?}: {found:.2}");
        }
    }
}

#[test]
fn what_was_made_and_what_was_promised_differ_for_the_colour_blind() {
    // Blue against yellow is kept by protanopes and deuteranopes: the blue part tells them apart.
    for theme in [Theme::Steppe, Theme::Paper, Theme::Contrast] {
        let paint = paint(theme, ColorLevel::True);
        let (made, promised) = (rgb(paint.color(Tone::Actual)).unwrap(), rgb(paint.color(Tone::Target)).unwrap());
        assert!(made.2.abs_diff(promised.2) >= 100, "{theme:?}");
    }
}

#[test]
fn no_colour_and_mono_use_the_terminals_own() {
    for tone in Tone::ALL {
        assert_eq!(paint(Theme::Paper, ColorLevel::None).color(tone), Color::Own);
        assert_eq!(paint(Theme::Mono, ColorLevel::True).color(tone), Color::Own);
    }
}

#[test]
fn themes_are_found_by_their_names() {
    for theme in Theme::ALL {
        assert_eq!(Theme::named(theme.name()), Some(theme));
    }
    assert_eq!(Theme::named("neon"), None);
    let mut theme = Theme::Steppe;
    for _ in Theme::ALL {
        theme = theme.next();
    }
    assert_eq!(theme, Theme::Steppe);
}
