//! The style sheet of pictures, light and dark: the colours of the themes `paper` and `steppe`.
//!
//! Class `f-…` fills and `s-…` strokes with a tone. No CSS variables: some SVG viewers do not support them.

use std::fmt::Write as _;

use crate::page::model::Role;
use crate::render::look::contrast::hex;
use crate::render::look::theme::{Color, ColorLevel, Glyphs, Paint, Theme, Tone};

/// The tones of pictures with their names in class names.
const TONES: [(Tone, &str); 14] = [
    (Tone::Background, "ground"),
    (Tone::Muted, "muted"),
    (Tone::Faint, "faint"),
    (Tone::Actual, "actual"),
    (Tone::ActualMuted, "past"),
    (Tone::Target, "target"),
    (Tone::TargetMuted, "pledge"),
    (Tone::LineOnBar, "across"),
    (Tone::Good, "good"),
    (Tone::Late, "late"),
    (Tone::Bad, "bad"),
    (Tone::Caution, "caution"),
    (Tone::Contested, "contested"),
    (Tone::Missing, "missing"),
];

/// The font of texts: the sans-serif font of the system.
pub const FONT: &str = "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','DejaVu Sans',sans-serif";

/// The rules that do not depend on the theme.
const SHARED_RULES: &str = ".picture .line{fill:none;stroke-width:1}.picture .strong{font-weight:700}\
    .picture .bold{fill:none;stroke-width:2.2}.picture .brow{fill:none;stroke-width:1.5}.picture .dots{fill:none;stroke-width:2.6;stroke-linecap:round;stroke-dasharray:0 6}\
    .picture .dashes{fill:none;stroke-width:1.3;stroke-dasharray:4 3}.picture .part{fill-opacity:.42}\
    .picture .hint{fill-opacity:.14;stroke-width:1.2;stroke-dasharray:2 3}.picture .small{font-size:11px}\
    .picture .halo{stroke-width:3.5px;stroke-linejoin:round;paint-order:stroke}";

/// The whole style sheet.
pub fn css() -> String {
    let mut out = format!(".picture text{{font:13px {FONT};font-variant-numeric:tabular-nums}}{SHARED_RULES}");
    out.push_str(&rules(Theme::Paper));
    let _ = write!(out, "@media screen and (prefers-color-scheme:dark){{{}}}", rules(Theme::Steppe));
    out
}

fn rules(theme: Theme) -> String {
    let mut out = format!(".picture text{{fill:{}}}", color(theme, Tone::Text));
    for (tone, name) in TONES {
        let color = color(theme, tone);
        let _ = write!(out, ".picture .f-{name}{{fill:{color}}}.picture .s-{name}{{stroke:{color}}}");
    }
    let _ = write!(out, ".picture .halo{{stroke:{}}}", color(theme, Tone::Background));
    out
}

/// The CSS colour of a tone; the default colours of the terminal are replaced by ones that suit the theme.
pub fn color(theme: Theme, tone: Tone) -> String {
    let paint = Paint { theme, colors: ColorLevel::True, glyphs: Glyphs::Braille };
    match (paint.color(tone), tone) {
        (Color::Rgb(red, green, blue), _) => hex((red, green, blue)),
        (_, Tone::Background) => hex(paint.default_colors().background),
        _ => hex(paint.default_colors().text),
    }
}

/// The class that fills with the colour of a role; empty for plain text.
pub fn fill_class(role: Role) -> &'static str {
    match role {
        Role::Plain | Role::Strong | Role::Heading | Role::Key | Role::Link => "",
        Role::Muted => "f-muted",
        Role::Actual => "f-actual",
        Role::Target => "f-target",
        Role::Good => "f-good",
        Role::Late => "f-late",
        Role::Bad => "f-bad",
        Role::Caution => "f-caution",
        Role::Contested => "f-contested",
        Role::Missing => "f-missing",
    }
}
