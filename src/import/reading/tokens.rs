//! A text as words, numbers and what stands between them; what was understood is marked, the rest is a name.

/// A run of letters or digits.
#[derive(Debug, Clone)]
pub(crate) struct Token {
    /// The separators before it.
    pub(crate) gap: String,
    /// As written.
    pub(crate) text: String,
    pub(crate) lower: String,
    /// Understood, so no part of the name.
    pub(crate) is_used: bool,
}

impl Token {
    pub(crate) fn number(&self) -> Option<u32> {
        self.text.bytes().all(|byte| byte.is_ascii_digit()).then(|| self.text.parse().ok()).flatten()
    }
}

/// The tokens of a text.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    #[derive(PartialEq)]
    enum Class {
        Gap,
        Letters,
        Digits,
    }
    let class = |c: char| match c {
        c if c.is_ascii_digit() => Class::Digits,
        c if c.is_alphabetic() => Class::Letters,
        _ => Class::Gap,
    };
    let (mut found, mut gap, mut run) = (Vec::<Token>::new(), String::new(), String::new());
    let mut last = Class::Gap;
    for c in text.trim().chars() {
        let now = class(c);
        if now != last && !run.is_empty() {
            found.push(token(&mut gap, &mut run));
        }
        if now == Class::Gap {
            gap.push(c);
        } else {
            run.push(c);
        }
        last = now;
    }
    if !run.is_empty() {
        found.push(token(&mut gap, &mut run));
    }
    found
}

fn token(gap: &mut String, run: &mut String) -> Token {
    let text = std::mem::take(run);
    Token { gap: std::mem::take(gap), lower: text.to_lowercase(), text, is_used: false }
}

/// What was not understood, with the separators inside it.
pub(crate) fn rest(tokens: &[Token]) -> String {
    let mut name = String::new();
    let mut follows_used = true;
    for token in tokens {
        if !token.is_used {
            if follows_used && !name.is_empty() && !name.ends_with(' ') {
                name.push(' ');
            } else if !follows_used {
                name.push_str(&token.gap.replace('_', " "));
            }
            name.push_str(&token.text);
        }
        follows_used = token.is_used;
    }
    name.trim().to_owned()
}
