//! Optional abilities of a terminal, guessed from environment variables.

/// Optional abilities of a terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Capabilities {
    /// OSC 52.
    pub clipboard: ClipboardSupport,
    /// OSC 8.
    pub links: LinkSupport,
    /// OSC 11.
    pub queries: QuerySupport,
}

/// Whether a terminal can be queried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuerySupport {
    /// It replies, or ignores the query.
    Safe,
    /// It may print the query.
    Unsafe,
}

/// Whether text can be copied to the clipboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClipboardSupport {
    /// Enabled by default in this terminal.
    Supported,
    /// Depends on the configuration of the terminal, which cannot be queried.
    Possible,
    /// It would print the text.
    Unsupported,
}

/// Whether text can be a hyperlink.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkSupport {
    /// Terminals without hyperlinks ignore them.
    Supported,
    /// It would print the address.
    Unsupported,
}

impl Capabilities {
    /// Of a terminal without environment variables.
    pub const UNKNOWN: Self =
        Self { clipboard: ClipboardSupport::Possible, links: LinkSupport::Supported, queries: QuerySupport::Unsafe };

    /// Guesses from the environment variables that `var` returns.
    pub fn of<'a>(var: impl Fn(&str) -> Option<&'a str>) -> Self {
        /// Parts of the names of terminals that have the clipboard enabled by default.
        const WITH_CLIPBOARD: [&str; 7] = ["kitty", "alacritty", "ghostty", "wezterm", "foot", "rio", "contour"];
        let term = var("TERM").unwrap_or("dumb");
        if term == "dumb" || term == "linux" || term.starts_with("vt") || term.starts_with("cons") {
            let clipboard = ClipboardSupport::Unsupported;
            return Self { clipboard, links: LinkSupport::Unsupported, queries: QuerySupport::Unsafe };
        }
        // Multiplexers do not pass the clipboard on unless configured to.
        let is_multiplexed =
            ["TMUX", "STY", "ZELLIJ"].into_iter().any(|name| var(name).is_some()) || term.starts_with("screen");
        let program = var("TERM_PROGRAM").unwrap_or_default().to_lowercase();
        let takes = WITH_CLIPBOARD.iter().any(|name| term.contains(name) || program.contains(name))
            || var("WT_SESSION").is_some();
        let clipboard = if takes && !is_multiplexed { ClipboardSupport::Supported } else { ClipboardSupport::Possible };
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
    fn only_known_terminals_support_the_clipboard() {
        assert_eq!(clipboard(&[("TERM", "xterm-kitty")]), ClipboardSupport::Supported);
        assert_eq!(clipboard(&[("TERM", "xterm-256color"), ("TERM_PROGRAM", "WezTerm")]), ClipboardSupport::Supported);
        assert_eq!(clipboard(&[("TERM", "xterm-256color"), ("WT_SESSION", "1")]), ClipboardSupport::Supported);
        assert_eq!(clipboard(&[("TERM", "xterm-256color")]), ClipboardSupport::Possible);
        assert_eq!(clipboard(&[("TERM", "xterm-kitty"), ("TMUX", "/tmp/1")]), ClipboardSupport::Possible);
        assert_eq!(clipboard(&[("TERM", "linux")]), ClipboardSupport::Unsupported);
        assert_eq!(clipboard(&[]), ClipboardSupport::Unsupported);
    }

    #[test]
    fn no_link_is_sent_to_a_console_that_would_print_it() {
        assert_eq!(Capabilities::of(|name| (name == "TERM").then_some("linux")).links, LinkSupport::Unsupported);
        assert_eq!(Capabilities::of(|name| (name == "TERM").then_some("xterm")).links, LinkSupport::Supported);
    }
}
