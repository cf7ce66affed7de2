//! Text with roles inside: an argument of a message keeps its role when the message puts it into a sentence.
//!
//! The role travels through the message as a pair of private-use characters around the argument, which
//! no text of a dataset can hold, since the reader shows such characters as `�`.

use crate::page::model::rich_text::{Role, TextRun};

const FIRST_ROLE_CHAR: u32 = 0xE000;
const END: char = '\u{E0FF}';

const ROLES: [Role; 13] = [
    Role::Plain,
    Role::Muted,
    Role::Strong,
    Role::Heading,
    Role::Actual,
    Role::Target,
    Role::Good,
    Role::Bad,
    Role::Caution,
    Role::Contested,
    Role::Missing,
    Role::Key,
    Role::Link,
];

/// The text, to be put into a message with its role.
#[must_use]
pub(in crate::page) fn with_role(text: &str, role: Role) -> String {
    let place = ROLES.iter().position(|known| *known == role).unwrap_or_default();
    let start = char::from_u32(FIRST_ROLE_CHAR + u32::try_from(place).unwrap_or_default()).unwrap_or(END);
    format!("{start}{text}{END}")
}

/// The message as runs: marked arguments in their roles, everything else plain.
#[must_use]
pub(in crate::page) fn parse_runs(message: &str) -> Vec<TextRun> {
    let mut runs = Vec::new();
    let mut role = Role::Plain;
    let mut text = String::new();
    for c in message.chars() {
        let code = u32::from(c);
        let next = match code {
            _ if c == END => Some(Role::Plain),
            FIRST_ROLE_CHAR..0xE0FF => ROLES.get((code - FIRST_ROLE_CHAR) as usize).copied(),
            _ => None,
        };
        if let Some(next) = next {
            if !text.is_empty() {
                runs.push(TextRun::new(std::mem::take(&mut text), role));
            }
            role = next;
        } else {
            text.push(c);
        }
    }
    if !text.is_empty() {
        runs.push(TextRun::new(text, role));
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_argument_keeps_its_role_inside_a_sentence() {
        let message = format!("Made: {} in all.", with_role("171,442", Role::Actual));
        let expected =
            vec![TextRun::plain("Made: "), TextRun::new("171,442", Role::Actual), TextRun::plain(" in all.")];
        assert_eq!(parse_runs(&message), expected);
    }
}
