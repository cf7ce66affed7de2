//! The explanation of a verdict as JSON. Fields and their order are those of `Explanation`; the README describes them.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::{Formatter, PrettyFormatter};

use crate::page::target::explanation::Explanation;

/// The verdict of one target as an indented JSON object that ends with a line break. Unknown values are null.
pub fn explanation(explanation: &Explanation) -> String {
    let mut text = json(explanation);
    text.push('\n');
    text
}

fn json(value: &impl Serialize) -> String {
    let mut out = Vec::new();
    let mut serializer = Serializer::with_formatter(&mut out, PlainNumbers(PrettyFormatter::new()));
    value.serialize(&mut serializer).ok().and_then(|()| String::from_utf8(out).ok()).unwrap_or_default()
}

/// Indents like `PrettyFormatter`. Whole numbers have no fraction, others at most twelve digits, which is more than any
/// source gives and hides the noise of binary fractions.
struct PlainNumbers<'a>(PrettyFormatter<'a>);

impl Formatter for PlainNumbers<'_> {
    fn write_f64<W: ?Sized + Write>(&mut self, out: &mut W, number: f64) -> io::Result<()> {
        /// Whole numbers below this are exact.
        const MAX_EXACT_INTEGER: f64 = 9_007_199_254_740_992.0;
        let rounded = format!("{number:.11e}").parse().unwrap_or(number);
        #[expect(clippy::cast_possible_truncation, reason = "whole and small enough by the condition")]
        if f64::fract(rounded) == 0.0 && rounded.abs() < MAX_EXACT_INTEGER {
            return self.0.write_i64(out, rounded as i64);
        }
        self.0.write_f64(out, rounded)
    }

    fn begin_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_array(out)
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_array(out)
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_array_value(out, first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_array_value(out)
    }

    fn begin_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_object(out)
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_object(out)
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_object_key(out, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_object_value(out)
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_object_value(out)
    }
}

#[cfg(test)]
mod tests {
    use super::json;

    #[test]
    fn numbers_are_written_without_noise() {
        assert_eq!(json(&171_442.0), "171442");
        assert_eq!(json(&-28_558.0), "-28558");
        assert_eq!(json(&(0.1 + 0.2)), "0.3");
        assert_eq!(json(&0.857_21), "0.85721");
        assert_eq!(json(&4.5e12), "4500000000000");
        assert_eq!(json(&f64::NAN), "null");
    }
}
