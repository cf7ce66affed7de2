//! Tones, themes, colour levels and glyph levels, without any terminal library.
//!
//! Colours are those of the Okabe-Ito palette, lightened or darkened until they reach a contrast of 4.5:1 on their
//! background. Each tone has a 24-bit colour, one of the 256 and one of the 16, chosen by hand. Colour is never the only
//! carrier of a meaning: see [`crate::render::look::glyphs`].

use crate::page::model::Role;
use crate::render::look::contrast::Rgb;

/// A theme, and what the terminal can show of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Paint {
    /// The colours of tones.
    pub theme: Theme,
    /// How many colours the terminal has.
    pub colors: ColorLevel,
    /// Which characters the terminal has.
    pub glyphs: Glyphs,
}

/// A set of colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// Dark, on the default background of the terminal.
    #[default]
    Steppe,
    /// Light, on a background of its own.
    Paper,
    /// Black and white, with pure accents.
    Contrast,
    /// No colour at all.
    Mono,
}

impl Theme {
    /// Every theme.
    pub const ALL: [Self; 4] = [Self::Steppe, Self::Paper, Self::Contrast, Self::Mono];

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Steppe => "steppe",
            Self::Paper => "paper",
            Self::Contrast => "contrast",
            Self::Mono => "mono",
        }
    }

    /// The theme of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }

    /// The next theme; the first after the last.
    pub fn next(self) -> Self {
        Self::ALL[(self as usize + 1) % Self::ALL.len()]
    }
}

/// How many colours a terminal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ColorLevel {
    /// 24 bits.
    #[default]
    True,
    /// The 256 of xterm.
    Ansi256,
    /// The 16 ANSI colours, whatever they look like.
    Ansi16,
    /// None: weight, reverse video, position and glyphs carry the meaning.
    None,
}

/// Which characters a terminal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Glyphs {
    /// Braille, eighth blocks, box drawing.
    #[default]
    Braille,
    /// Those of the Linux console: half blocks, shades, box drawing.
    Block,
    /// ASCII for drawings; words stay in their script.
    Ascii,
}

impl Glyphs {
    /// Every level, the richest first.
    pub const ALL: [Self; 3] = [Self::Braille, Self::Block, Self::Ascii];
}

/// The meaning of a colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tone {
    /// Ordinary text.
    Text,
    /// Text of less importance.
    Muted,
    /// Rules and grid lines, never text.
    Faint,
    /// Reported values in focus.
    Actual,
    /// Reported values out of focus.
    ActualMuted,
    /// Targets in focus.
    Target,
    /// Targets out of focus.
    TargetMuted,
    /// The line of a target or of another source across a bar.
    LineOnBar,
    /// Met or on track.
    Good,
    /// Met late.
    Late,
    /// Missed or at risk.
    Bad,
    /// Behind or undetermined.
    Caution,
    /// Sources disagree.
    Contested,
    /// Nothing is known.
    Missing,
    /// Keys and web addresses.
    Key,
    /// The background of the screen.
    Background,
    /// The background of the chosen row.
    SelectedBackground,
    /// The background of an overlay.
    OverlayBackground,
}

impl Tone {
    /// Every tone.
    pub const ALL: [Self; 18] = [
        Self::Text,
        Self::Muted,
        Self::Faint,
        Self::Actual,
        Self::ActualMuted,
        Self::Target,
        Self::TargetMuted,
        Self::LineOnBar,
        Self::Good,
        Self::Late,
        Self::Bad,
        Self::Caution,
        Self::Contested,
        Self::Missing,
        Self::Key,
        Self::Background,
        Self::SelectedBackground,
        Self::OverlayBackground,
    ];
}

/// A colour as sent to a terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Color {
    /// The default foreground or background of the terminal.
    TerminalDefault,
    /// Red, green, blue.
    Rgb(u8, u8, u8),
    /// One of the 256 of xterm.
    Indexed(u8),
    /// One of the 16 of ANSI.
    Ansi(u8),
}

/// The default colours of a terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DefaultColors {
    /// Of text.
    pub text: Rgb,
    /// Behind text.
    pub background: Rgb,
}

impl Paint {
    /// The colour of a tone.
    pub fn color(self, tone: Tone) -> Color {
        let Some((rgb, indexed, ansi)) = palette_entry(self.theme, tone) else { return Color::TerminalDefault };
        match self.colors {
            ColorLevel::True => {
                let (red, green, blue) = rgb_of_hex(rgb);
                Color::Rgb(red, green, blue)
            }
            ColorLevel::Ansi256 => Color::Indexed(indexed),
            ColorLevel::Ansi16 if ansi == DEFAULT_ANSI => Color::TerminalDefault,
            ColorLevel::Ansi16 => Color::Ansi(ansi),
            ColorLevel::None => Color::TerminalDefault,
        }
    }

    /// The colours of a terminal with a default background that suits the theme.
    pub fn default_colors(self) -> DefaultColors {
        let color = |tone: Tone, default: Rgb| match self.color(tone) {
            Color::Rgb(red, green, blue) => (red, green, blue),
            Color::Indexed(index) | Color::Ansi(index) => rgb_of_256(index),
            Color::TerminalDefault => default,
        };
        let (text, background) = match self.theme {
            Theme::Paper => ((0x1f, 0x25, 0x2b), (0xfa, 0xf8, 0xf2)),
            Theme::Steppe | Theme::Contrast | Theme::Mono => ((0xd8, 0xde, 0xe6), (0x10, 0x14, 0x1a)),
        };
        DefaultColors { text: color(Tone::Text, text), background: color(Tone::Background, background) }
    }

    /// Whether the terminal shows any colour.
    pub fn is_colored(self) -> bool {
        self.colors != ColorLevel::None && self.theme != Theme::Mono
    }

    /// Whether backgrounds can have soft tints; the 16 ANSI colours have none.
    pub fn has_tints(self) -> bool {
        self.is_colored() && self.colors != ColorLevel::Ansi16
    }

    /// Whether drawings are limited to ASCII.
    pub fn is_ascii(self) -> bool {
        self.glyphs == Glyphs::Ascii
    }
}

/// The tone of a role, and whether it is bold.
pub fn role_style(role: Role) -> (Tone, bool) {
    match role {
        Role::Plain => (Tone::Text, false),
        Role::Muted => (Tone::Muted, false),
        Role::Strong | Role::Heading => (Tone::Text, true),
        Role::Actual => (Tone::Actual, true),
        Role::Target => (Tone::Target, true),
        Role::Good => (Tone::Good, true),
        Role::Late => (Tone::Late, true),
        Role::Bad => (Tone::Bad, true),
        Role::Caution => (Tone::Caution, true),
        Role::Contested => (Tone::Contested, true),
        Role::Missing => (Tone::Missing, false),
        Role::Key => (Tone::Key, true),
        Role::Link => (Tone::Key, false),
    }
}

/// None of the 16 fits: the default colour of the terminal.
const DEFAULT_ANSI: u8 = 16;

/// The colour of a tone as 24 bits, one of the 256, one of the 16; none for the default colour of the terminal.
fn palette_entry(theme: Theme, tone: Tone) -> Option<(u32, u8, u8)> {
    match theme {
        Theme::Steppe => steppe(tone),
        Theme::Paper => Some(paper(tone)),
        Theme::Contrast => Some(contrast(tone)),
        Theme::Mono => None,
    }
}

fn steppe(tone: Tone) -> Option<(u32, u8, u8)> {
    Some(match tone {
        Tone::Text | Tone::Background => return None,
        Tone::Muted => (0x98_a2_ae, 247, DEFAULT_ANSI),
        Tone::Faint => (0x3d_46_51, 239, 8),
        Tone::Actual => (0x6c_cb_f7, 117, 14),
        Tone::ActualMuted => (0x45_a0_d8, 74, 6),
        Tone::Target => (0xf7_d0_54, 221, 11),
        Tone::TargetMuted => (0xd0_a8_3a, 179, 3),
        Tone::LineOnBar => (0x10_14_1a, 233, 0),
        Tone::Good => (0x3c_c8_94, 79, 10),
        Tone::Late => (0xc4_d8_4c, 185, 2),
        Tone::Bad => (0xf4_70_3f, 209, 9),
        Tone::Caution => (0xf0_a8_30, 214, 3),
        Tone::Contested => (0xe0_98_c2, 176, 13),
        Tone::Missing => (0xa0_a0_a0, 247, DEFAULT_ANSI),
        Tone::Key => (0x7c_c4_ee, 110, 14),
        Tone::SelectedBackground => (0x1f_2a_36, 236, DEFAULT_ANSI),
        Tone::OverlayBackground => (0x16_1c_24, 234, DEFAULT_ANSI),
    })
}

fn paper(tone: Tone) -> (u32, u8, u8) {
    match tone {
        Tone::Text => (0x1f_25_2b, 235, 0),
        Tone::Muted => (0x5f_67_70, 241, 0),
        Tone::Faint => (0xc9_c6_bc, 251, 7),
        Tone::Actual => (0x00_5a_94, 24, 4),
        Tone::ActualMuted => (0x26_6a_9e, 25, 4),
        Tone::Target => (0x85_5a_00, 94, 5),
        Tone::TargetMuted => (0x82_5e_10, 94, 5),
        Tone::LineOnBar => (0xff_d7_5f, 221, 11),
        Tone::Good => (0x00_6b_4e, 23, 4),
        Tone::Late => (0x5f_66_00, 58, 0),
        Tone::Bad => (0xae_3a_00, 124, 1),
        Tone::Caution => (0x96_58_00, 94, 1),
        Tone::Contested => (0x9c_3f_76, 125, 5),
        Tone::Missing => (0x66_66_66, 241, 0),
        Tone::Key => (0x00_61_9e, 25, 4),
        Tone::Background => (0xfa_f8_f2, 231, 15),
        Tone::SelectedBackground => (0xea_e6_da, 255, DEFAULT_ANSI),
        Tone::OverlayBackground => (0xf3_ef_e4, 255, DEFAULT_ANSI),
    }
}

fn contrast(tone: Tone) -> (u32, u8, u8) {
    match tone {
        Tone::Text | Tone::Muted => (0xff_ff_ff, 231, 15),
        Tone::Faint => (0x9a_9a_9a, 247, 7),
        Tone::Actual | Tone::ActualMuted => (0x7f_d8_ff, 117, 14),
        Tone::Target | Tone::TargetMuted | Tone::Caution => (0xff_e0_3b, 226, 11),
        Tone::Good => (0x54_f0_b4, 85, 10),
        Tone::Late => (0xd8_e8_58, 191, 3),
        Tone::Bad => (0xff_84_52, 209, 9),
        Tone::Contested => (0xff_b3_e0, 218, 13),
        Tone::Missing => (0xe0_e0_e0, 254, 7),
        Tone::Key => (0xa8_e4_ff, 153, 14),
        Tone::Background | Tone::LineOnBar => (0x00_00_00, 16, 0),
        Tone::SelectedBackground => (0x26_26_26, 235, 0),
        Tone::OverlayBackground => (0x14_14_14, 233, 0),
    }
}

fn rgb_of_hex(hex: u32) -> Rgb {
    let [_, red, green, blue] = hex.to_be_bytes();
    (red, green, blue)
}

/// The red, green and blue of one of the 256 colours; the first 16 as xterm has them.
pub fn rgb_of_256(index: u8) -> Rgb {
    const FIRST: [u32; 16] = [
        0x00_00_00, 0xcd_00_00, 0x00_cd_00, 0xcd_cd_00, 0x00_00_ee, 0xcd_00_cd, 0x00_cd_cd, 0xe5_e5_e5, 0x7f_7f_7f,
        0xff_00_00, 0x00_ff_00, 0xff_ff_00, 0x5c_5c_ff, 0xff_00_ff, 0x00_ff_ff, 0xff_ff_ff,
    ];
    let step = |n: u8| if n == 0 { 0 } else { 55 + 40 * n };
    match index {
        0..=15 => rgb_of_hex(FIRST[usize::from(index)]),
        16..=231 => {
            let n = index - 16;
            (step(n / 36), step(n / 6 % 6), step(n % 6))
        }
        _ => {
            let grey = 8 + 10 * (index - 232);
            (grey, grey, grey)
        }
    }
}
