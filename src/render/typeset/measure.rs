//! The width of texts in cells, and which form of a label fits.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::page::model::{Label, TextRun};

/// The cells of a text at any glyph level: symbols that ASCII replaces by two characters count as two, so that the layout
/// does not depend on the glyph level.
pub fn width(text: &str) -> u16 {
    if text.is_ascii() {
        return u16::try_from(text.len()).unwrap_or(u16::MAX);
    }
    text.chars().fold(0, |sum: u16, letter| sum.saturating_add(char_width(letter)))
}

fn char_width(letter: char) -> u16 {
    match letter {
        ' '..='~' | 'А'..='я' => 1,
        '≥' | '≤' | '≠' | '±' => 2,
        other => u16::try_from(other.width().unwrap_or(0)).unwrap_or(0),
    }
}

/// The cells of a text as it is.
pub fn true_width(text: &str) -> u16 {
    let cells = if text.is_ascii() { text.len() } else { text.width() };
    u16::try_from(cells).unwrap_or(u16::MAX)
}

/// The text of runs without their roles.
pub fn plain_text(runs: &[TextRun]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

/// The cells of runs on one line.
pub fn runs_width(runs: &[TextRun]) -> u16 {
    runs.iter().fold(0, |sum, run| sum.saturating_add(width(&run.text)))
}

/// The longest form of a label that is at most `room` cells wide.
pub fn fit(label: &Label, room: u16) -> Option<&str> {
    label.0.iter().map(String::as_str).find(|form| width(form) <= room)
}

/// The longest form that fits; else the shortest.
pub fn fit_or_cut(label: &Label, room: u16) -> &str {
    fit(label, room).or_else(|| label.0.last().map(String::as_str)).unwrap_or("")
}

/// The form of a rank, 0 for the longest; the shortest beyond the last.
pub fn form_at_rank(label: &Label, rank: usize) -> &str {
    label.0.get(rank).or_else(|| label.0.last()).map_or("", String::as_str)
}

/// The lowest rank at which every label fits into `room`; that of the shortest forms if none.
pub fn common_form_rank<'a>(labels: &(impl Iterator<Item = &'a Label> + Clone), room: u16) -> usize {
    let most = labels.clone().map(|label| label.0.len()).max().unwrap_or(1).max(1);
    (0..most).find(|rank| labels.clone().all(|label| width(form_at_rank(label, *rank)) <= room)).unwrap_or(most - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_width_counts_the_cells_of_letters_of_every_script_and_of_symbols() {
        assert_eq!(width("Қазақстан, жылына"), 17);
        assert_eq!(width("не менее 200\u{a0}000"), 16);
        assert_eq!(width("≥200"), 5);
        assert_eq!(true_width("≥200"), 4);
        assert_eq!(width("汽车"), 4);
    }

    #[test]
    fn the_longest_form_that_fits_is_used() {
        let label = Label::forms(["200,000 vehicles", "200 k"].map(str::to_owned));
        assert_eq!(fit(&label, 16), Some("200,000 vehicles"));
        assert_eq!(fit(&label, 15), Some("200 k"));
        assert_eq!(fit(&label, 4), None);
        assert_eq!(fit_or_cut(&label, 4), "200 k");
    }
}
