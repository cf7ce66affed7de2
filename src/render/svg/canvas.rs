//! What is drawn on: shapes and words go in, SVG comes out. The same shapes give the same bytes.

use std::fmt::Write as _;

use crate::render::svg::{AltText, Stylesheet, style};
use crate::render::text::escape::escape_html;

/// How wide every picture is; as high as it needs to be.
pub(super) const WIDTH: f64 = 760.0;

/// A point: from the left, from the top.
pub(super) type SvgPoint = (f64, f64);

/// What is drawn on.
#[derive(Debug, Default)]
pub(super) struct Canvas {
    out: String,
    /// How far down anything was drawn: where the next picture begins.
    pub bottom: f64,
}

/// Which end of a text stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

impl Canvas {
    /// Words on one line, at their baseline.
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

    /// Words on as many lines as they need, the first at `y`; returns how many.
    pub(super) fn paragraph(&mut self, (x, y): SvgPoint, room: f64, class: &str, words: &str) -> f64 {
        let lines = wrap_words(words, room);
        for (place, line) in lines.iter().enumerate() {
            self.text((x, y + LINE_HEIGHT * place as f64), Anchor::Start, class, line);
        }
        lines.len() as f64
    }

    /// A filled or stroked rectangle from one corner to another.
    pub(super) fn rect(&mut self, (left, top): SvgPoint, (right, bottom): SvgPoint, class: &str) {
        let (x, y, wide, high) = (
            format_number(left),
            format_number(top),
            format_number(right - left),
            format_number((bottom - top).max(0.0)),
        );
        let _ = write!(self.out, "<rect x=\"{x}\" y=\"{y}\" width=\"{wide}\" height=\"{high}\" class=\"{class}\"/>");
    }

    /// A straight line.
    pub(super) fn line(&mut self, from: SvgPoint, to: SvgPoint, class: &str) {
        self.path(&[from, to], class);
    }

    /// Lines from point to point.
    pub(super) fn path(&mut self, points: &[SvgPoint], class: &str) {
        let mut path = String::new();
        for (place, (x, y)) in points.iter().enumerate() {
            let _ = write!(path, "{}{} {}", if place == 0 { 'M' } else { 'L' }, format_number(*x), format_number(*y));
        }
        let _ = write!(self.out, "<path d=\"{path}\" class=\"{class}\"/>");
    }

    /// A dot.
    pub(super) fn dot(&mut self, (x, y): SvgPoint, radius: f64, class: &str) {
        let (x, y, radius) = (format_number(x), format_number(y), format_number(radius));
        let _ = write!(self.out, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" class=\"{class}\"/>");
    }

    /// The picture; none if nothing was drawn.
    pub(super) fn into_svg(self, said: &AltText<'_>, colors: Stylesheet) -> Option<String> {
        if self.out.is_empty() {
            return None;
        }
        // Alone, it has ground around it.
        let (side, above) = if colors == Stylesheet::Embedded { (20.0, 16.0) } else { (0.0, 0.0) };
        let (wide, high) = (format_number(WIDTH + 2.0 * side), format_number(self.bottom.ceil() + 2.0 * above));
        let (left, top) = (format_number(-side), format_number(-above));
        let mut out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{left} {top} {wide} {high}\" width=\"{wide}\" height=\"{high}\" \
             class=\"picture\" role=\"img\"><title>{}</title>",
            escape_html(said.title)
        );
        if !said.words.is_empty() {
            let _ = write!(out, "<desc>{}</desc>", escape_html(said.words));
        }
        if colors == Stylesheet::Embedded {
            let _ = write!(out, "<style>{}</style>", style::css());
            let _ = write!(
                out,
                "<rect x=\"{left}\" y=\"{top}\" width=\"{wide}\" height=\"{high}\" rx=\"6\" class=\"f-ground\"/>"
            );
        }
        Some(out + &self.out + "</svg>")
    }
}

/// From one line of words to the next.
pub(super) const LINE_HEIGHT: f64 = 16.0;

/// How wide words are at least as long as the font is one of the usual ones: rather more than they are.
pub(super) fn text_width(words: &str) -> f64 {
    let wide = |letter: char| match letter {
        ' ' | '\u{a0}' | '.' | ',' | ':' | ';' | '!' | '|' | '\'' | 'i' | 'j' | 'l' | 'I' | '·' | '(' | ')' => 4.4,
        'm' | 'w' | 'A'..='Z' | 'Ж' | 'М' | 'Ш' | 'Щ' | 'Ю' | 'ж' | 'м' | 'ш' | 'щ' | 'ю' | '—' => 10.0,
        '0'..='9' | 'a'..='z' => 7.9,
        '\u{1100}'.. if unicode_width::UnicodeWidthChar::width(letter) == Some(2) => 14.0,
        _ => 8.4,
    };
    words.chars().map(wide).sum()
}

/// The longest form of a label that fits, else the shortest.
pub(super) fn fitting_form(label: &crate::page::model::rich_text::Label, room: f64) -> &str {
    let fits = label.0.iter().find(|form| text_width(form) <= room);
    fits.or(label.0.last()).map_or("", String::as_str)
}

/// Words on lines of at most so much room; a word that is wider has a line of its own.
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

/// A number with one digit after the point at most.
fn format_number(number: f64) -> String {
    let tenths = (number * 10.0).round() / 10.0;
    if tenths.is_finite() { format!("{}", tenths + 0.0) } else { "0".to_owned() }
}
