//! Collects shapes and texts as SVG elements. Lengths are in pixels; the same calls give the same bytes.

use std::fmt::Write as _;

use crate::page::model::Label;
use crate::render::svg::style;
use crate::render::text::escape::escape_html;

/// The text alternative of a picture.
#[derive(Debug, Clone, Copy)]
pub struct AltText<'a> {
    /// The title.
    pub title: &'a str,
    /// The description; may be empty.
    pub words: &'a str,
}

/// Where the style sheet of a picture is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stylesheet {
    /// In the picture, which is shown on its own.
    Embedded,
    /// In the page around the picture.
    External,
}

/// The width of every picture.
pub(super) const WIDTH: f64 = 760.0;

/// Distances from the left and from the top.
pub(super) type SvgPoint = (f64, f64);

#[derive(Debug, Default)]
pub(super) struct Canvas {
    out: String,
    /// The lowest point so far: where the next picture begins.
    pub bottom: f64,
    /// The language of the texts as a tag, where no page around the picture says it.
    pub lang: Option<String>,
}

/// Which point of a text is at its position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

impl Canvas {
    /// Writes one line of text; `y` is its baseline.
    pub(super) fn text(&mut self, (x, y): SvgPoint, anchor: Anchor, class: &str, words: &str) {
        if words.is_empty() {
            return;
        }
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
        let (x, y) = (format_number(x), format_number(y));
        let _ = write!(self.out, "<text x=\"{x}\" y=\"{y}\"{anchor}{class}>{}</text>", escape_html(words));
    }

    /// Writes text in lines of at most `room`, the first at `y`. Returns the number of lines.
    pub(super) fn paragraph(&mut self, (x, y): SvgPoint, room: f64, class: &str, words: &str) -> f64 {
        let lines = wrap_words(words, room);
        for (index, line) in lines.iter().enumerate() {
            self.text((x, y + LINE_HEIGHT * index as f64), Anchor::Start, class, line);
        }
        lines.len() as f64
    }

    pub(super) fn rect(&mut self, (left, top): SvgPoint, (right, bottom): SvgPoint, class: &str) {
        let (x, y) = (format_number(left), format_number(top));
        let (width, height) = (format_number(right - left), format_number((bottom - top).max(0.0)));
        let _ = write!(self.out, "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" class=\"{class}\"/>");
    }

    pub(super) fn line(&mut self, from: SvgPoint, to: SvgPoint, class: &str) {
        self.path(&[from, to], class);
    }

    /// Draws straight lines from point to point.
    pub(super) fn path(&mut self, points: &[SvgPoint], class: &str) {
        let mut path = String::new();
        for (index, (x, y)) in points.iter().enumerate() {
            let _ = write!(path, "{}{} {}", if index == 0 { 'M' } else { 'L' }, format_number(*x), format_number(*y));
        }
        let _ = write!(self.out, "<path d=\"{path}\" class=\"{class}\"/>");
    }

    pub(super) fn dot(&mut self, (x, y): SvgPoint, radius: f64, class: &str) {
        let (x, y, radius) = (format_number(x), format_number(y), format_number(radius));
        let _ = write!(self.out, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" class=\"{class}\"/>");
    }

    /// The SVG document; none if nothing was drawn.
    pub(super) fn into_svg(self, alt_text: &AltText<'_>, stylesheet: Stylesheet) -> Option<String> {
        if self.out.is_empty() {
            return None;
        }
        // A picture on its own has a margin and a background.
        let (side, above) = if stylesheet == Stylesheet::Embedded { (20.0, 16.0) } else { (0.0, 0.0) };
        let (width, height) = (format_number(WIDTH + 2.0 * side), format_number(self.bottom.ceil() + 2.0 * above));
        let (left, top) = (format_number(-side), format_number(-above));
        let lang = self.lang.as_ref().map(|lang| format!(" lang=\"{lang}\"")).unwrap_or_default();
        let mut out = format!(
            "<svg{lang} xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{left} {top} {width} {height}\" width=\"{width}\" height=\"{height}\" \
             class=\"picture\" role=\"img\"><title>{}</title>",
            escape_html(alt_text.title)
        );
        if !alt_text.words.is_empty() {
            let _ = write!(out, "<desc>{}</desc>", escape_html(alt_text.words));
        }
        if stylesheet == Stylesheet::Embedded {
            let _ = write!(out, "<style>{}</style>", style::css());
            let _ = write!(
                out,
                "<rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" rx=\"6\" class=\"f-ground\"/>"
            );
        }
        Some(out + &self.out + "</svg>")
    }
}

/// The distance between lines of text.
pub(super) const LINE_HEIGHT: f64 = 16.0;

/// An upper estimate of the width of a text in a common sans-serif font.
pub(super) fn text_width(words: &str) -> f64 {
    let letter_width = |letter: char| match letter {
        ' ' | '\u{a0}' | '.' | ',' | ':' | ';' | '!' | '|' | '\'' | 'i' | 'j' | 'l' | 'I' | '·' | '(' | ')' => 4.4,
        'm' | 'w' | 'A'..='Z' | 'Ж' | 'М' | 'Ш' | 'Щ' | 'Ю' | 'ж' | 'м' | 'ш' | 'щ' | 'ю' | '—' => 10.0,
        '0'..='9' | 'a'..='z' => 7.9,
        '\u{1100}'.. if unicode_width::UnicodeWidthChar::width(letter) == Some(2) => 14.0,
        _ => 8.4,
    };
    words.chars().map(letter_width).sum()
}

/// The longest form of a label that fits; else the shortest.
pub(super) fn fitting_form(label: &Label, room: f64) -> &str {
    let fits = label.0.iter().find(|form| text_width(form) <= room);
    fits.or(label.0.last()).map_or("", String::as_str)
}

/// Breaks text into lines of at most `room`; a wider word has a line of its own.
pub(super) fn wrap_words(words: &str, room: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split(' ').filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if text_width(line) + text_width(" ") + text_width(word) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// A number with at most one decimal.
fn format_number(number: f64) -> String {
    let tenths = (number * 10.0).round() / 10.0;
    if tenths.is_finite() { format!("{}", tenths + 0.0) } else { "0".to_owned() }
}
