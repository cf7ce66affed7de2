//! The colours and weights of pictures, light and dark: those of the themes `paper` and `steppe`.
//!
//! `f-…` fills and `s-…` strokes with a tone. Plain rules only, no variables: not every program that shows a picture knows them.

use std::fmt::Write as _;

use crate::page::model::rich_text::Role;
use crate::render::look::theme::{Color, ColorLevel, Glyphs, Paint, Theme, Tone};
use crate::render::tui::export::{default_colors, hex};

/// The tones that pictures use, with their names.
const TONES: [(Tone, &str); 13] = [
    (Tone::Background, "ground"),
    (Tone::Muted, "muted"),
    (Tone::Faint, "faint"),
    (Tone::Actual, "actual"),
    (Tone::ActualMuted, "past"),
    (Tone::Target, "target"),
    (Tone::TargetMuted, "pledge"),
    (Tone::LineOnBar, "across"),
    (Tone::Good, "good"),
    (Tone::Bad, "bad"),
    (Tone::Caution, "caution"),
    (Tone::Contested, "contested"),
    (Tone::Missing, "missing"),
];

/// The letters of everything: whatever the system reads best in.
pub const FONT: &str = "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','DejaVu Sans',sans-serif";

/// What holds in the light and in the dark.
const FIRM: &str = ".picture .line{fill:none;stroke-width:1}.picture .strong{font-weight:700}\
    .picture .bold{fill:none;stroke-width:2.2}.picture .brow{fill:none;stroke-width:1.5}.picture .dots{fill:none;stroke-width:2.6;stroke-linecap:round;stroke-dasharray:0 6}\
    .picture .dashes{fill:none;stroke-width:1.3;stroke-dasharray:4 3}.picture .part{fill-opacity:.42}\
    .picture .hint{fill-opacity:.14;stroke-width:1.2;stroke-dasharray:2 3}.picture .small{font-size:11px}\
    .picture .halo{stroke-width:3.5px;stroke-linejoin:round;paint-order:stroke}";

/// Every rule that a picture needs.
#[must_use]
pub fn css() -> String {
    let mut out = format!(".picture text{{font:13px {FONT};font-variant-numeric:tabular-nums}}{FIRM}");
    out.push_str(&rules(Theme::Paper));
    let _ = write!(out, "@media screen and (prefers-color-scheme:dark){{{}}}", rules(Theme::Steppe));
    out
}

/// The rules of a theme.
fn rules(theme: Theme) -> String {
    let mut out = format!(".picture text{{fill:{}}}", text_color(theme));
    for (tone, name) in TONES {
        let color = color(theme, tone);
        let _ = write!(out, ".picture .f-{name}{{fill:{color}}}.picture .s-{name}{{stroke:{color}}}");
    }
    let _ = write!(out, ".picture .halo{{stroke:{}}}", color(theme, Tone::Background));
    out
}

/// The colour of ordinary words.
#[must_use]
pub fn text_color(theme: Theme) -> String {
    color(theme, Tone::Text)
}

/// The colour of a tone; the ground of the dark is one that suits its colours.
#[must_use]
pub fn color(theme: Theme, tone: Tone) -> String {
    let paint = Paint { theme, colors: ColorLevel::True, glyphs: Glyphs::Braille };
    match (paint.color(tone), tone) {
        (Color::Rgb(red, green, blue), _) => hex((red, green, blue)),
        (_, Tone::Background) => hex(default_colors(paint).1),
        _ => hex(default_colors(paint).0),
    }
}

/// The class that fills with the colour of a role; none for that of ordinary words.
#[must_use]
pub fn fill_class(role: Role) -> &'static str {
    match role {
        Role::Plain | Role::Strong | Role::Heading | Role::Key | Role::Link => "",
        Role::Muted => "f-muted",
        Role::Actual => "f-actual",
        Role::Target => "f-target",
        Role::Good => "f-good",
        Role::Bad => "f-bad",
        Role::Caution => "f-caution",
        Role::Contested => "f-contested",
        Role::Missing => "f-missing",
    }
}
