//! Background colour of the terminal: from the environment, or from a reply to a query after the first frame.
//!
//! The reply may come late or never and nothing waits for it. It arrives as input, as `ESC ] 11 ; rgb:ffff/ffff/ffff BEL`.

use crate::render::look::theme::Theme;

/// Asks for the background colour (OSC 11). Most terminals end the reply as the query ends; `BEL` is one byte and is never
/// split.
pub(crate) const BACKGROUND_QUERY: &[u8] = b"\x1b]11;?\x07";

/// Background of the terminal: where black or white text has the higher contrast.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Background {
    /// Black text is easier to read.
    Light,
    /// White text is easier to read.
    Dark,
}

impl Background {
    /// The default theme for this background.
    pub fn theme(self) -> Theme {
        match self {
            Self::Light => Theme::Paper,
            Self::Dark => Theme::Steppe,
        }
    }
}

/// Background of a reply, as the text between `ESC ]` and its end; none for other replies.
pub(super) fn background_of_reply(reply: &str) -> Option<Background> {
    background_of_color(reply.strip_prefix("11;")?)
}

/// Background of a colour in X11 notation, `rgb:ffff/ffff/ffff`, with one to four hexadecimal digits a component.
fn background_of_color(color: &str) -> Option<Background> {
    let (_, parts) = color.split_once(':')?;
    let part = |digits: &str| {
        let max = 16_u32.pow(u32::try_from(digits.len()).ok().filter(|count| (1..=4).contains(count))?) - 1;
        let value = f64::from(u32::from_str_radix(digits, 16).ok()?) / f64::from(max);
        Some(if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) })
    };
    let mut parts = parts.split('/').map(part);
    let (red, green, blue) = (parts.next()??, parts.next()??, parts.next()??);
    let luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    // Relative luminance where the contrast ratios (WCAG 2.2) to black and to white are equal.
    let middle = (1.05_f64 * 0.05).sqrt() - 0.05;
    Some(if luminance > middle { Background::Light } else { Background::Dark })
}

/// Background of `COLORFGBG`, such as `15;0`: foreground and background as ANSI colours 0 to 15.
pub(crate) fn from_colorfgbg(colorfgbg: &str) -> Option<Background> {
    let background: u8 = colorfgbg.rsplit(';').next()?.parse().ok()?;
    match background {
        0..=6 | 8 => Some(Background::Dark),
        7 | 9..=15 => Some(Background::Light),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reply_gives_the_background() {
        for (reply, background) in [
            ("11;rgb:ffff/ffff/ffff", Some(Background::Light)),
            ("11;rgb:0000/0000/0000", Some(Background::Dark)),
            ("11;rgb:FAFA/F8F8/F2F2", Some(Background::Light)),
            ("11;rgba:1e/1e/2e/ff", Some(Background::Dark)),
            ("11;rgb:8/8/8", Some(Background::Light)),
            ("11;rgb:12345/0/0", None),
            ("11;rgb:é/é/é", None),
            ("11;", None),
            ("10;rgb:ffff/ffff/ffff", None),
            ("52;c;AAAA", None),
        ] {
            assert_eq!(background_of_reply(reply), background, "{reply}");
        }
    }

    #[test]
    fn colorfgbg_gives_the_background() {
        assert_eq!(from_colorfgbg("15;0"), Some(Background::Dark));
        assert_eq!(from_colorfgbg("0;default;15"), Some(Background::Light));
        assert_eq!(from_colorfgbg("0;7"), Some(Background::Light));
        assert_eq!(from_colorfgbg("15;8"), Some(Background::Dark));
        assert_eq!(from_colorfgbg("15;default"), None);
        assert_eq!(from_colorfgbg(""), None);
    }
}
