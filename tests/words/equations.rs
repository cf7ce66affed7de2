//! Reads the equations of a printed line in any of the languages, and recomputes them from the numbers that it shows.

use planfact::dataset::records::Language;
use planfact::page::i18n::{TextForm, Words};

use super::random_targets::CURRENCIES;

/// A printed number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Printed {
    pub(super) value: f64,
    /// The value of its last digit.
    pub(super) place: f64,
    /// Followed by a per cent sign or the sign of points.
    pub(super) is_percent: bool,
}

impl Printed {
    /// Whether this is `exact` as printed: rounded to the nearest.
    pub(super) fn is(&self, exact: f64) -> bool {
        (exact - self.value).abs() <= 0.5 * self.place * (1.0 + 1e-6) + exact.abs() * 1e-12
    }
}

/// A token of a line; what is no number, operator or parenthesis is a word.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Token {
    Number(Printed),
    Sign(char),
    /// The natural logarithm.
    Ln,
    Word,
}

/// What the equals signs of a line are.
#[derive(Debug, Default)]
pub(super) struct Equations {
    /// Those with a calculation before and its result after.
    pub(super) count: usize,
    /// Those of a name and a number without a calculation.
    pub(super) named: usize,
    /// One that is not true at its printed digits, or not understood.
    pub(super) untrue: Option<String>,
}

/// How a language writes numbers.
pub(super) struct Notation {
    decimal: char,
    group: char,
    scales: Vec<(String, f64)>,
    points: String,
    currencies: Vec<String>,
}

impl Notation {
    pub(super) fn new(words: &Words) -> Self {
        let (decimal, group) = if words.language() == Language::En { ('.', ',') } else { (',', '\u{a0}') };
        let forms = |factor| [TextForm::Plain, TextForm::Tight].map(|form| (words.scale(factor, form), factor));
        Self {
            decimal,
            group,
            scales: [1e12, 1e9, 1e6, 1e3].into_iter().flat_map(forms).collect(),
            points: words.points(1.0, 0).replace("+1", "").trim_matches([' ', '\u{a0}']).to_owned(),
            currencies: CURRENCIES.map(|code| words.currency(code)).to_vec(),
        }
    }
}

/// Reads the equations of a line.
pub(super) fn equations(line: &str, notation: &Notation) -> Equations {
    let sides: Vec<Vec<Token>> = line.split('=').map(|side| tokens(side, notation)).collect();
    let mut found = Equations::default();
    for (left, right) in sides.iter().zip(sides.iter().skip(1)) {
        // A name of the calculation that follows: "R = 2 ÷ 4 = 0.5".
        let has_name = left.last() == Some(&Token::Word);
        match (calculation_at_end(left), result_at_start(right)) {
            (Some((value, is_percent)), Some(result)) => {
                found.count += 1;
                // A growth may be printed in per cent.
                let exact = if result.is_percent && !is_percent { value * 100.0 } else { value };
                if !result.is(exact) || (is_percent && !result.is_percent) {
                    found.untrue = Some(format!("{line}\n  {exact} is not {}", result.value));
                }
            }
            (_, Some(_)) if has_name => found.named += 1,
            (_, None) if has_name && calculation_at_end(right).is_some() => {}
            _ => found.untrue = Some(format!("{line}\n  is no equation that can be read")),
        }
    }
    found
}

/// All numbers of a text in order.
pub(super) fn numbers(text: &str, notation: &Notation) -> Vec<Printed> {
    let number = |token| if let Token::Number(printed) = token { Some(printed) } else { None };
    tokens(text, notation).into_iter().filter_map(number).collect()
}

fn tokens(text: &str, notation: &Notation) -> Vec<Token> {
    let Notation { decimal, group, scales, .. } = notation;
    let mut text = text.replace(&notation.points, "%");
    for currency in &notation.currencies {
        text = text.replace(currency, "");
    }
    let letters: Vec<char> = text.chars().collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(&letter) = letters.get(at) {
        let next = letters.get(at + 1).copied().unwrap_or(' ');
        if letter.is_ascii_digit() || ("−+".contains(letter) && next.is_ascii_digit()) {
            let length = number_length(&letters[at..], *decimal, *group);
            let digits: String = letters[at..at + length].iter().collect();
            let plain: String = digits.chars().filter(|&c| c != *group && c != '+').collect();
            let plain = plain.replace('−', "-").replace(*decimal, ".");
            at += length;
            let rest: String = letters[at..].iter().collect();
            let rest = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
            let scale = scales.iter().find(|(word, _)| rest.starts_with(word.as_str()));
            let factor = scale.map_or(1.0, |(_, factor)| *factor);
            if let Some((word, _)) = scale {
                at = letters.len() - rest.chars().count() + word.chars().count();
            }
            let decimals = plain.split_once('.').map_or(0, |(_, decimals)| decimals.len());
            let place = 10f64.powi(-i32::try_from(decimals).unwrap()) * factor;
            let value = plain.parse::<f64>().unwrap() * factor;
            tokens.push(Token::Number(Printed { value, place, is_percent: rest.starts_with('%') }));
        } else if "÷×−+^()".contains(letter) {
            tokens.push(Token::Sign(letter));
            at += 1;
        } else if letter.is_alphabetic() {
            let word: String = letters[at..].iter().take_while(|c| c.is_alphabetic()).collect();
            at += word.chars().count();
            tokens.push(match word.as_str() {
                "ln" => Token::Ln,
                "e" if letters.get(at) == Some(&'^') => {
                    Token::Number(Printed { value: std::f64::consts::E, place: 0.0, is_percent: false })
                }
                _ => Token::Word,
            });
        } else {
            // Spaces, hedges and per cent signs stand within a calculation; other punctuation does not.
            let is_within = letter.is_whitespace() || "%~≈<>≥≤".contains(letter);
            tokens.extend((!is_within).then_some(Token::Word));
            at += 1;
        }
    }
    tokens
}

/// The letters of a number with its sign; a full stop or comma counts only before a digit.
fn number_length(letters: &[char], decimal: char, group: char) -> usize {
    let mut length = 1;
    while let Some(&letter) = letters.get(length) {
        let digit_follows = letters.get(length + 1).is_some_and(char::is_ascii_digit);
        if !letter.is_ascii_digit() && !((letter == decimal || letter == group) && digit_follows) {
            break;
        }
        length += 1;
    }
    length
}

/// The value of the calculation that ends a side, and whether it is in per cent; none for a lone number.
fn calculation_at_end(side: &[Token]) -> Option<(f64, bool)> {
    let start = side.iter().rposition(|token| *token == Token::Word).map_or(0, |word| word + 1);
    let expression = &side[start..];
    let is_calculation = expression.iter().any(|token| matches!(token, Token::Sign('÷' | '×' | '−' | '+' | '^')));
    let mut reader = Reader { tokens: expression, at: 0 };
    let value = reader.sum()?;
    (is_calculation && reader.at == expression.len()).then_some(value)
}

/// The number that begins a side, in Kazakh behind a word; none for a calculation.
fn result_at_start(side: &[Token]) -> Option<Printed> {
    let start = side.iter().position(|token| *token != Token::Word)?;
    let is_result = !matches!(side.get(start + 1), Some(Token::Sign('÷' | '×' | '−' | '+' | '^')));
    if let (Token::Number(printed), true) = (side[start], is_result) { Some(printed) } else { None }
}

/// Evaluates tokens with the usual precedence: values, and whether they are in per cent.
struct Reader<'a> {
    tokens: &'a [Token],
    at: usize,
}

impl Reader<'_> {
    fn sum(&mut self) -> Option<(f64, bool)> {
        let mut value = self.product()?;
        while let Some(sign) = self.take("+−") {
            let next = self.product()?;
            value = (if sign == '+' { value.0 + next.0 } else { value.0 - next.0 }, value.1 || next.1);
        }
        Some(value)
    }

    fn product(&mut self) -> Option<(f64, bool)> {
        let mut value = self.power()?;
        while let Some(sign) = self.take("×÷") {
            let next = self.power()?;
            value = if sign == '×' {
                (value.0 * next.0, value.1 || next.1)
            } else {
                (value.0 / next.0, value.1 && !next.1)
            };
        }
        Some(value)
    }

    fn power(&mut self) -> Option<(f64, bool)> {
        let base = self.atom()?;
        if self.take("^").is_some() { Some((base.0.powf(self.atom()?.0), base.1)) } else { Some(base) }
    }

    fn atom(&mut self) -> Option<(f64, bool)> {
        match self.tokens.get(self.at)? {
            Token::Number(printed) => {
                self.at += 1;
                Some((printed.value, printed.is_percent))
            }
            Token::Ln => {
                self.at += 1;
                Some((self.atom()?.0.ln(), false))
            }
            _ => {
                self.take("(")?;
                let value = self.sum()?;
                self.take(")").map(|_| value)
            }
        }
    }

    fn take(&mut self, signs: &str) -> Option<char> {
        let Some(&Token::Sign(sign)) = self.tokens.get(self.at) else { return None };
        signs.contains(sign).then(|| {
            self.at += 1;
            sign
        })
    }
}
