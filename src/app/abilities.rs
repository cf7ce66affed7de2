//! What a terminal can do besides showing cells, as far as its environment tells.

/// What a terminal can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Abilities {
    /// Whether it takes text for the clipboard (OSC 52).
    pub clipboard: Clipboard,
    /// Whether text can be a link (OSC 8).
    pub links: Links,
    /// Whether it can be asked for the colour of its ground (OSC 11).
    pub answers: Answers,
}

/// Whether a terminal can be asked something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answers {
    /// It answers, or takes no notice.
    May,
    /// It would show the question.
    None,
}

/// Whether a terminal takes text for the clipboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clipboard {
    /// It does.
    Takes,
    /// It may, if it is set so: many are not, and none answers.
    May,
    /// It would show the text instead.
    None,
}

/// Whether text can be a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Links {
    /// Terminals without links leave the text as it is.
    Shown,
    /// The terminal would show the address between the words.
    None,
}

impl Abilities {
    /// A terminal that says nothing of itself.
    pub const UNKNOWN: Self = Self { clipboard: Clipboard::May, links: Links::Shown, answers: Answers::None };

    /// What the environment tells.
    #[must_use]
    pub fn of<'a>(var: impl Fn(&str) -> Option<&'a str>) -> Self {
        /// Terminals that take the clipboard as they come, by what their names hold.
        const TAKING: [&str; 7] = ["kitty", "alacritty", "ghostty", "wezterm", "foot", "rio", "contour"];
        let term = var("TERM").unwrap_or("dumb");
        if term == "dumb" || term == "linux" || term.starts_with("vt") || term.starts_with("cons") {
            return Self { clipboard: Clipboard::None, links: Links::None, answers: Answers::None };
        }
        // Between us and the terminal, tmux and GNU screen keep the clipboard to themselves unless told otherwise.
        let between =
            ["TMUX", "STY", "ZELLIJ"].into_iter().any(|name| var(name).is_some()) || term.starts_with("screen");
        let program = var("TERM_PROGRAM").unwrap_or_default().to_lowercase();
        let takes =
            TAKING.iter().any(|name| term.contains(name) || program.contains(name)) || var("WT_SESSION").is_some();
        let clipboard = if takes && !between { Clipboard::Takes } else { Clipboard::May };
        Self { clipboard, links: Links::Shown, answers: Answers::May }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clipboard(vars: &[(&str, &'static str)]) -> Clipboard {
        Abilities::of(|name| vars.iter().find(|(known, _)| *known == name).map(|(_, value)| *value)).clipboard
    }

    #[test]
    fn only_a_terminal_known_for_it_takes_the_clipboard() {
        assert_eq!(clipboard(&[("TERM", "xterm-kitty")]), Clipboard::Takes);
        assert_eq!(clipboard(&[("TERM", "xterm-256color"), ("TERM_PROGRAM", "WezTerm")]), Clipboard::Takes);
        assert_eq!(clipboard(&[("TERM", "xterm-256color"), ("WT_SESSION", "1")]), Clipboard::Takes);
        assert_eq!(clipboard(&[("TERM", "xterm-256color")]), Clipboard::May);
        assert_eq!(clipboard(&[("TERM", "xterm-kitty"), ("TMUX", "/tmp/1")]), Clipboard::May);
        assert_eq!(clipboard(&[("TERM", "linux")]), Clipboard::None);
        assert_eq!(clipboard(&[]), Clipboard::None);
    }

    #[test]
    fn no_link_is_told_to_a_console_that_would_show_it() {
        assert_eq!(Abilities::of(|name| (name == "TERM").then_some("linux")).links, Links::None);
        assert_eq!(Abilities::of(|name| (name == "TERM").then_some("xterm")).links, Links::Shown);
    }
}
