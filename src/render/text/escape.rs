//! Escapes text for HTML and Markdown, so that text from a dataset is never read as markup.

use std::fmt::Write as _;

/// Text for content and attributes of HTML, SVG and XML. Characters that XML does not allow become `�`.
pub fn escape_html(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            other => out.push(other),
        }
    }
    out
}

/// Text within a line of Markdown (`CommonMark` and the extensions of GitHub and Pandoc), without line breaks.
pub fn escape_markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let text = text.trim();
    // A list item begins with a symbol or with a number.
    let number = text.bytes().take_while(u8::is_ascii_digit).count();
    for (at, letter) in text.char_indices() {
        let is_markup = match letter {
            // Not every program accepts these after a backslash.
            '<' | '>' | '&' => {
                out.push_str(&escape_html(letter.encode_utf8(&mut [0; 4])));
                continue;
            }
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' | '#' | '@' | '^' | '{' | '}' => true,
            '!' => text[at + 1..].starts_with('['),
            '+' | '-' | '=' | ':' | '%' => at == 0,
            '.' | ')' => (at == number && at > 0) || is_www(text, at),
            _ => false,
        };
        // Many viewers make links of bare addresses.
        let is_address = letter == ':' && text[at..].starts_with("://");
        if is_markup || is_address {
            out.push('\\');
        }
        out.push(if letter.is_control() { ' ' } else { letter });
    }
    out
}

/// Whether `www` is right before a byte.
fn is_www(text: &str, at: usize) -> bool {
    let before = at.checked_sub(3).and_then(|from| text.get(from..at));
    before.is_some_and(|before| before.eq_ignore_ascii_case("www"))
}

/// A web address with percent-encoding for characters that end a link in HTML or Markdown. None for any other address.
pub fn encode_web_address(address: &str) -> Option<String> {
    let is_web = ["https://", "http://"]
        .iter()
        .any(|scheme| address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)));
    if !is_web || address.chars().any(|letter| letter.is_whitespace() || letter.is_control()) {
        return None;
    }
    let mut out = String::with_capacity(address.len());
    for letter in address.chars() {
        match letter {
            '(' | ')' | '<' | '>' | '"' | '\'' | '\\' | '`' | '*' | '[' | ']' | '|' | '{' | '}' | '^' => {
                let _ = write!(out, "%{:02X}", u32::from(letter));
            }
            other => out.push(other),
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_a_text_is_escaped() {
        assert_eq!(
            escape_html("</script><b a=\"1\" c='2'>&\u{b}"),
            "&lt;/script&gt;&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;\u{fffd}"
        );
        assert_eq!(escape_markdown("# *a* [b](c) <i>|`~$&"), "\\# \\*a\\* \\[b\\](c) &lt;i&gt;\\|\\`\\~\\$&amp;");
        assert_eq!(escape_markdown("1. one"), "1\\. one");
        assert_eq!(escape_markdown("12) one. Two (three)"), "12\\) one. Two (three)");
        assert_eq!(escape_markdown("- one - two"), "\\- one - two");
        assert_eq!(escape_markdown("    four spaces"), "four spaces");
        assert_eq!(escape_markdown("see https://a.b or www.a.b, a@b.c"), "see https\\://a.b or www\\.a.b, a\\@b.c");
        assert_eq!(escape_markdown("![a]! 86.5%"), "\\!\\[a\\]! 86.5%");
    }

    #[test]
    fn only_web_addresses_are_links() {
        assert_eq!(encode_web_address("https://a.b/c_(d)?e=f&g"), Some("https://a.b/c_%28d%29?e=f&g".to_owned()));
        assert_eq!(encode_web_address("HTTP://a.b"), Some("HTTP://a.b".to_owned()));
        for wrong in ["javascript:alert(1)", "https://a b", "data:text/html,a", "//a.b", "", "http:"] {
            assert_eq!(encode_web_address(wrong), None, "{wrong}");
        }
    }
}
