//! What a terminal can do besides showing cells, as far as its environment tells.

/// What a terminal can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Capabilities {
    /// Whether it takes text for the clipboard (OSC 52).
    pub clipboard: ClipboardSupport,
    /// Whether text can be a link (OSC 8).
    pub links: LinkSupport,
    /// Whether it can be asked for the colour of its ground (OSC 11).
    pub queries: QuerySupport,
}

/// Whether a terminal can be asked something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuerySupport {
    /// It answers, or takes no notice.
    Safe,
    /// It would show the question.
    Unsafe,
}

/// Whether a terminal takes text for the clipboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClipboardSupport {
    /// It does.
    Supported,
    /// It may, if it is set so: many are not, and none answers.
    Possible,
    /// It would show the text instead.
    Unsupported,
}

/// Whether text can be a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkSupport {
    /// Terminals without links leave the text as it is.
    Supported,
    /// The terminal would show the address between the words.
    Unsupported,
}

impl Capabilities {
    /// A terminal that says nothing of itself.
    pub const UNKNOWN: Self =
        Self { clipboard: ClipboardSupport::Possible, links: LinkSupport::Supported, queries: QuerySupport::Unsafe };

    /// What the environment tells.
    #[must_use]
    pub fn of<'a>(var: impl Fn(&str) -> Option<&'a str>) -> Self {
        /// Terminals that take the clipboard as they come, by what their names hold.
        const TAKING: [&str; 7] = ["kitty", "alacritty", "ghostty", "wezterm", "foot", "rio", "contour"];
        let term = var("TERM").unwrap_or("dumb");
        if term == "dumb" || term == "linux" || term.starts_with("vt") || term.starts_with("cons") {
            return Self {
                clipboard: ClipboardSupport::Unsupported,
                links: LinkSupport::Unsupported,
                queries: QuerySupport::Unsafe,
            };
        }
        // Between us and the terminal, tmux and GNU screen keep the clipboard to themselves unless told otherwise.
        let between =
            ["TMUX", "STY", "ZELLIJ"].into_iter().any(|name| var(name).is_some()) || term.starts_with("screen");
        let program = var("TERM_PROGRAM").unwrap_or_default().to_lowercase();
        let takes =
            TAKING.iter().any(|name| term.contains(name) || program.contains(name)) || var("WT_SESSION").is_some();
        let clipboard = if takes && !between { ClipboardSupport::Supported } else { ClipboardSupport::Possible };
        Self { clipboard, links: LinkSupport::Supported, queries: QuerySupport::Safe }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clipboard(vars: &[(&str, &'static str)]) -> ClipboardSupport {
        Capabilities::of(|name| vars.iter().find(|(known, _)| *known == name).map(|(_, value)| *value)).clipboard
    }

    #[test]
    fn only_a_terminal_known_for_it_takes_the_clipboard() {
        assert_eq!(clipboard(&[("TERM", "xterm-kitty")]), ClipboardSupport::Supported);
        assert_eq!(clipboard(&[("TERM", "xterm-256color"), ("TERM_PROGRAM", "WezTerm")]), ClipboardSupport::Supported);
        assert_eq!(clipboard(&[("TERM", "xterm-256color"), ("WT_SESSION", "1")]), ClipboardSupport::Supported);
        assert_eq!(clipboard(&[("TERM", "xterm-256color")]), ClipboardSupport::Possible);
        assert_eq!(clipboard(&[("TERM", "xterm-kitty"), ("TMUX", "/tmp/1")]), ClipboardSupport::Possible);
        assert_eq!(clipboard(&[("TERM", "linux")]), ClipboardSupport::Unsupported);
        assert_eq!(clipboard(&[]), ClipboardSupport::Unsupported);
    }

    #[test]
    fn no_link_is_told_to_a_console_that_would_show_it() {
        assert_eq!(Capabilities::of(|name| (name == "TERM").then_some("linux")).links, LinkSupport::Unsupported);
        assert_eq!(Capabilities::of(|name| (name == "TERM").then_some("xterm")).links, LinkSupport::Supported);
    }
}
