//! Figures as cells write them, turned into the notation of datasets: signs, grouping, decimal marks, currencies, per cent.

use crate::dataset::format::value::{NumberKind, Value};
use crate::import::flags::DecimalMark;

/// A figure in the notation of datasets.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Figure {
    /// `=1200`, `62.5`, `>=200000`, `70k..75k`.
    pub(crate) written: String,
    /// The currency or per cent sign that stood beside it.
    pub(crate) unit: Option<String>,
    /// The mark of a footnote that says it is an estimate or provisional.
    pub(crate) quality: Option<&'static str>,
}

impl Figure {
    /// The number, of a figure that is one.
    pub(crate) fn number(&self) -> Option<f64> {
        self.written.trim_start_matches('=').parse().ok()
    }
}

/// What the figures of a sheet say of its decimal mark.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "four independent findings")]
pub(crate) struct MarkEvidence {
    pub(crate) point: bool,
    pub(crate) comma: bool,
    /// `1,234`: could be either.
    pub(crate) unclear_comma: bool,
    pub(crate) unclear_point: bool,
}

impl MarkEvidence {
    /// Adds what one text says.
    pub(crate) fn add(&mut self, text: &str) {
        for run in runs(&clean(text)) {
            let (commas, points) = (run.matches(',').count(), run.matches('.').count());
            let tail = |mark: char| run.rsplit(mark).next().map_or(0, str::len);
            match (commas, points) {
                (0, 0) => {}
                (_, _) if commas > 0 && points > 0 => {
                    if run.rfind(',') > run.rfind('.') {
                        self.comma = true;
                    } else {
                        self.point = true;
                    }
                }
                (1, 0) if tail(',') != 3 || run.starts_with("0,") || run.contains(' ') => self.comma = true,
                (1, 0) => self.unclear_comma = true,
                (0, 1) if tail('.') != 3 || run.starts_with("0.") || run.contains(' ') => self.point = true,
                (0, 1) => self.unclear_point = true,
                (_, 0) => self.point = true,
                _ => self.comma = true,
            }
        }
    }
}

/// Reads a figure; none where a text stands in place of one.
pub(crate) fn read(text: &str, mark: DecimalMark) -> Option<Figure> {
    let mut text = clean(text);
    let mut quality = None;
    for (sign, meaning) in
        [("(e)", Some("estimate")), ("(p)", Some("provisional")), ("*", None), ("1)", None), ("²", None), ("¹", None)]
    {
        if let Some(rest) =
            text.strip_suffix(sign).filter(|rest| rest.ends_with(|c: char| c.is_ascii_digit() || c == ' '))
        {
            (text, quality) = (rest.trim_end().to_owned(), meaning.or(quality));
        }
    }
    if let Some(inside) = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        text = format!("-{inside}");
    }
    let mut unit = None;
    for sign in ["$", "€", "₸", "£", "₽", "%"] {
        if text.contains(sign) {
            (text, unit) = (text.replace(sign, "").trim().to_owned(), Some(sign.to_owned()));
        }
    }
    text = canonical(&text, mark)?;
    // A dash between two figures is a range.
    for dash in ['–', '—'] {
        text = text.replace(&format!(" {dash} "), "..").replace(dash, "..");
    }
    if let Some((low, high)) =
        text.split_once('-').filter(|(low, high)| !low.is_empty() && high.starts_with(|c: char| c.is_ascii_digit()))
    {
        text = format!("{}..{}", low.trim(), high.trim());
    }
    if text.contains('?') || text.contains('/') || !text.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    Value::parse(&text, NumberKind::Measurement).ok()?;
    // A cell counts to its last digit, where a number in a speech is rounded.
    let is_whole = text.trim_start_matches('-').bytes().all(|byte| byte.is_ascii_digit());
    let written = if is_whole { format!("={text}") } else { text };
    Some(Figure { written, unit, quality })
}

/// With plain spaces and one kind of minus, and comparison signs as datasets write them.
fn clean(text: &str) -> String {
    let space = |c: char| if c.is_whitespace() || c == '\u{202f}' { ' ' } else { c };
    let text: String = text.trim().chars().map(space).collect();
    text.replace('≥', ">=")
        .replace('≤', "<=")
        .replace('−', "-")
        .replace("> ", ">")
        .replace("= ", "=")
        .replace('\u{2019}', "'")
}

/// The runs of digits with their marks.
fn runs(text: &str) -> Vec<String> {
    let mut runs = Vec::new();
    let mut run = String::new();
    let letters: Vec<char> = text.chars().collect();
    for (at, c) in letters.iter().enumerate() {
        let is_inside = !run.is_empty() && letters.get(at + 1).is_some_and(char::is_ascii_digit);
        if c.is_ascii_digit() || (is_inside && [',', '.', ' ', '\''].contains(c)) {
            run.push(*c);
        } else if !run.is_empty() {
            runs.push(std::mem::take(&mut run));
        }
    }
    if !run.is_empty() {
        runs.push(run);
    }
    runs
}

/// Every run of digits without grouping and with a decimal point; none where a group is no group.
fn canonical(text: &str, mark: DecimalMark) -> Option<String> {
    let (decimal, group) = match mark {
        DecimalMark::Point => ('.', ','),
        DecimalMark::Comma => (',', '.'),
    };
    let mut out = text.to_owned();
    for run in runs(text) {
        let (whole, decimals) = run.split_once(decimal).map_or((&*run, None), |(whole, rest)| (whole, Some(rest)));
        if decimals.is_some_and(|decimals| !decimals.bytes().all(|byte| byte.is_ascii_digit())) {
            return None;
        }
        let is_group = |c: char| c == group || c == ' ' || c == '\'';
        let groups: Vec<&str> = whole.split(is_group).collect();
        let lengths: Vec<usize> = groups.iter().map(|group| group.len()).collect();
        let is_grouped = |inner: usize| {
            lengths.len() < 2
                || (lengths[0] <= 3
                    && lengths.last() == Some(&3)
                    && lengths[1..lengths.len() - 1].iter().all(|length| *length == inner))
        };
        // Thousands, or lakh and crore: 12,34,567.
        if !(is_grouped(3) || is_grouped(2) && lengths[0] <= 2) {
            return None;
        }
        let decimals = decimals.map_or_else(String::new, |decimals| format!(".{decimals}"));
        out = out.replacen(&run, &format!("{}{decimals}", groups.concat()), 1);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str, mark: DecimalMark) -> Option<String> {
        read(text, mark).map(|figure| figure.written)
    }

    #[test]
    fn figures_are_read_as_people_write_them() {
        for (text, expected) in [
            ("1,234.5", "1234.5"),
            ("12,34,567", "=1234567"),
            ("1'234.5", "1234.5"),
            ("(1,234)", "=-1234"),
            ("−5", "=-5"),
            ("95.3%", "95.3"),
            ("$4.5M", "4.5M"),
            ("> 95", ">95"),
            ("≥ 200,000", ">=200000"),
            ("at least 2,600", "at least 2600"),
            ("70k–75k", "70k..75k"),
            ("120 000", "=120000"),
        ] {
            assert_eq!(written(text, DecimalMark::Point).as_deref(), Some(expected), "{text}");
        }
        assert_eq!(written("1\u{a0}234,5", DecimalMark::Comma).as_deref(), Some("1234.5"));
        assert_eq!(written("1.234,5", DecimalMark::Comma).as_deref(), Some("1234.5"));
    }

    #[test]
    fn what_is_no_figure_is_not_read() {
        for text in ["pending", "12,3,4", "1.2.3", "14 mo", "", "2024/25"] {
            assert_eq!(written(text, DecimalMark::Point), None, "{text}");
        }
    }
}
