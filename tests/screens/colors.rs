//! The colours of themes: contrast with their backgrounds, and differences under colour blindness.

use planfact::render::look::theme::{Color, ColorLevel, Glyphs, Paint, Theme, Tone, rgb_of_256};

pub(super) type Rgb = (u8, u8, u8);

/// Backgrounds of common dark terminals.
pub(super) const DARK: [Rgb; 4] = [(0, 0, 0), (0x10, 0x14, 0x1a), (0x1e, 0x1e, 0x2e), (0x28, 0x28, 0x28)];

pub(super) fn rgb(color: Color) -> Option<Rgb> {
    match color {
        Color::TerminalDefault => None,
        Color::Rgb(red, green, blue) => Some((red, green, blue)),
        Color::Indexed(index) | Color::Ansi(index) => Some(rgb_of_256(index)),
    }
}

/// A colour channel as linear light (sRGB).
fn linear(part: u8) -> f64 {
    let part = f64::from(part) / 255.0;
    if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
}

/// Relative luminance (WCAG 2.2).
fn luminance((red, green, blue): Rgb) -> f64 {
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

pub(super) fn contrast(one: Rgb, other: Rgb) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn paint(theme: Theme, colors: ColorLevel) -> Paint {
    Paint { theme, colors, glyphs: Glyphs::Braille }
}

/// The backgrounds that text of a theme is drawn on.
fn backgrounds(paint: Paint) -> Vec<Rgb> {
    // The 16 colours of a terminal fit its own background, which is black in xterm.
    let own = if paint.colors == ColorLevel::Ansi16 { &DARK[..1] } else { &DARK[..] };
    let mut backgrounds = rgb(paint.color(Tone::Background)).map_or(own.to_vec(), |background| vec![background]);
    if !paint.has_tints() {
        return backgrounds;
    }
    backgrounds.extend(
        [Tone::SelectedBackground, Tone::OverlayBackground].into_iter().filter_map(|tone| rgb(paint.color(tone))),
    );
    backgrounds
}

const COLORED: [Theme; 3] = [Theme::Steppe, Theme::Paper, Theme::Contrast];
const LEVELS: [ColorLevel; 3] = [ColorLevel::True, ColorLevel::Ansi256, ColorLevel::Ansi16];

#[test]
fn text_has_a_contrast_of_at_least_4_5_with_its_background() {
    for (theme, colors) in COLORED.into_iter().flat_map(|theme| LEVELS.map(|colors| (theme, colors))) {
        let paint = paint(theme, colors);
        for tone in Tone::ALL {
            let Some(text) = rgb(paint.color(tone)) else { continue };
            if matches!(
                tone,
                Tone::Background | Tone::SelectedBackground | Tone::OverlayBackground | Tone::Faint | Tone::LineOnBar
            ) {
                continue;
            }
            for background in backgrounds(paint) {
                let found = contrast(text, background);
                assert!(found >= 4.5, "{theme:?} {colors:?} {tone:?} {text:?} on {background:?}: {found:.2}");
            }
        }
    }
}

#[test]
fn a_line_across_a_bar_is_visible() {
    for (theme, colors) in COLORED.into_iter().flat_map(|theme| LEVELS.map(|colors| (theme, colors))) {
        let paint = paint(theme, colors);
        let line = rgb(paint.color(Tone::LineOnBar)).unwrap();
        for bar in [Tone::Actual, Tone::ActualMuted] {
            let found = contrast(line, rgb(paint.color(bar)).unwrap());
            assert!(found >= 3.0, "{theme:?} {colors:?} {bar:?}: {found:.2}");
        }
    }
}

/// Red, green and blue as seen with each kind of colour blindness (Machado, Oliveira, Fernandes 2009).
const BLIND: [[[f64; 3]; 3]; 3] = [
    [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]],
    [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]],
    [[1.255_528, -0.076_749, -0.178_779], [-0.078_411, 0.930_809, 0.147_602], [0.004_733, 0.691_367, 0.303_900]],
];

/// A colour in CIE L*a*b* (D65), as seen with such eyes.
fn looks(color: Rgb, eyes: &[[f64; 3]; 3]) -> [f64; 3] {
    let light = [color.0, color.1, color.2].map(linear);
    let seen = eyes.map(|row| (0..3).map(|place| row[place] * light[place]).sum::<f64>().clamp(0.0, 1.0));
    let mix = |weights: [f64; 3], white: f64| {
        let part = (0..3).map(|place| weights[place] * seen[place]).sum::<f64>() / white;
        if part > 0.008_856 { part.cbrt() } else { 7.787 * part + 16.0 / 116.0 }
    };
    let x = mix([0.412_4, 0.357_6, 0.180_5], 0.950_47);
    let y = mix([0.212_6, 0.715_2, 0.072_2], 1.0);
    let z = mix([0.019_3, 0.119_2, 0.950_5], 1.088_83);
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

#[test]
fn paired_colors_differ_for_every_kind_of_color_vision() {
    /// Ten times the smallest visible difference between two patches side by side.
    const MIN_DIFFERENCE: f64 = 23.0;
    let same = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
    let pairs = [(Tone::Actual, Tone::Target), (Tone::ActualMuted, Tone::TargetMuted), (Tone::Good, Tone::Bad)];
    for (theme, colors) in COLORED.into_iter().flat_map(|theme| LEVELS.map(|colors| (theme, colors))) {
        let color = |tone| rgb(paint(theme, colors).color(tone)).unwrap();
        for (one, other) in pairs {
            for eyes in BLIND.iter().chain([&same]) {
                let (a, b) = (looks(color(one), eyes), looks(color(other), eyes));
                let difference = (0..3).map(|place| (a[place] - b[place]).powi(2)).sum::<f64>().sqrt();
                assert!(
                    difference >= MIN_DIFFERENCE,
                    "{theme:?} {colors:?}: {one:?} and {other:?} are {difference:.1} apart to {eyes:?}"
                );
            }
        }
    }
}

#[test]
fn no_color_and_mono_use_the_colors_of_the_terminal() {
    for tone in Tone::ALL {
        assert_eq!(paint(Theme::Paper, ColorLevel::None).color(tone), Color::TerminalDefault);
        assert_eq!(paint(Theme::Mono, ColorLevel::True).color(tone), Color::TerminalDefault);
    }
}

#[test]
fn themes_are_found_by_their_names() {
    for theme in Theme::ALL {
        assert_eq!(Theme::from_name(theme.name()), Some(theme));
    }
    assert_eq!(Theme::from_name("neon"), None);
    let mut theme = Theme::Steppe;
    for _ in Theme::ALL {
        theme = theme.next();
    }
    assert_eq!(theme, Theme::Steppe);
}
