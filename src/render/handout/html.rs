//! A hand-out as a page of the web: light or dark as the reader's system is, and fit for paper (A4, no scene cut in two).

use std::fmt::Write as _;

use super::{note, table, words};
use crate::page::handout::{Handout, Part, Quoted, Source};
use crate::page::mark::Mark;
use crate::page::prose::{Role, Run};
use crate::page::table::{Align, Table};
use crate::render::fitting::without_bars;
use crate::render::markup::{address, html as text};
use crate::render::sign;
use crate::render::theme::{Glyphs, Theme, Tone};
use crate::render::vector::{Colors, Said, picture, style};

/// How everything but the pictures looks.
const PAGE: &str = include_str!("page.css");
/// Nothing is loaded from anywhere and nothing runs, whatever a text may say.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// The tones of words and rules, with their names.
const TONES: [(Tone, &str); 12] = [
    (Tone::Ground, "ground"),
    (Tone::Text, "text"),
    (Tone::Muted, "muted"),
    (Tone::Faint, "faint"),
    (Tone::Actual, "actual"),
    (Tone::Target, "target"),
    (Tone::Good, "good"),
    (Tone::Bad, "bad"),
    (Tone::Caution, "caution"),
    (Tone::Contested, "contested"),
    (Tone::Missing, "missing"),
    (Tone::Key, "key"),
];

/// The page. The same hand-out gives the same bytes.
#[must_use]
pub fn html(handout: &Handout) -> String {
    let mut out = String::new();
    let title = text(&handout.title);
    let _ = write!(
        out,
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n<style>\n{}</style>\n</head>\n<body>\n<main>\n",
        text(&handout.language),
        css()
    );
    let _ = writeln!(out, "<header>\n<h1>{title}</h1>");
    if !handout.about.is_empty() {
        let _ = writeln!(out, "<p>{}</p>", text(&handout.about));
    }
    let _ = writeln!(out, "<p class=\"known\">{}</p>\n</header>", text(&handout.known));
    if handout.parts.is_empty() {
        let _ = writeln!(out, "<p>{}</p>", text(&handout.empty));
    }
    contents(handout, &mut out);
    for (place, part) in handout.parts.iter().enumerate() {
        scene(handout, part, place + 1, &mut out);
    }
    sources(handout, &mut out);
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

fn css() -> String {
    let tones = |theme| {
        let rule = |(tone, name): (Tone, &str)| format!("--{name}:{};", style::color(theme, tone));
        TONES.map(rule).concat()
    };
    format!(
        ":root{{{}}}\n@media screen and (prefers-color-scheme:dark){{:root{{{}}}}}\n{}{}\n",
        tones(Theme::Paper),
        tones(Theme::Steppe),
        PAGE.replace("FONT", style::FONT),
        style::css()
    )
}

/// The list of scenes, where there are enough to need one.
fn contents(handout: &Handout, out: &mut String) {
    if handout.parts.len() < 3 {
        return;
    }
    let _ = writeln!(out, "<nav aria-label=\"{}\">\n<ol>", text(&handout.heads.contents));
    for (place, part) in handout.parts.iter().enumerate() {
        let _ = writeln!(out, "<li><a href=\"#scene-{}\">{}</a></li>", place + 1, text(&part.title));
    }
    out.push_str("</ol>\n</nav>\n");
}

fn scene(handout: &Handout, part: &Part, number: usize, out: &mut String) {
    let _ =
        write!(out, "<section id=\"scene-{number}\">\n<h2><span class=\"count\">{number}</span> {}", text(&part.title));
    if !part.day.is_empty() {
        let _ = write!(out, " <span class=\"day\">· {}</span>", text(&part.day));
    }
    let _ = writeln!(out, "</h2>\n<p class=\"say\">{}</p>", runs(&part.sentence));
    if let Some(verdict) = &part.verdict {
        let (mark, words) = (sign::mark(verdict.mark, Glyphs::Braille), text(verdict.words.long()));
        let _ = writeln!(out, "<p class=\"verdict {}\">{} {words}</p>", class(verdict.role), text(mark));
    }
    if let Some(body) = &part.body {
        let said = Said { title: &part.title, words: &part.described };
        if let Some(table) = table(body) {
            rows(table, out);
        } else if let Some(drawn) = picture(body, &said, Colors::Around) {
            let _ = writeln!(out, "<figure>\n{drawn}");
            if let Some(note) = note(body) {
                let _ = writeln!(out, "<figcaption class=\"note\">{}</figcaption>", text(&note));
            }
            if !part.legend.is_empty() {
                let signs: String = part.legend.iter().map(sign).collect();
                let _ = writeln!(out, "<figcaption class=\"legend\">{signs}</figcaption>");
            }
            out.push_str("</figure>\n");
        }
    }
    if !part.quoted.is_empty() {
        let all: Vec<String> = part.quoted.iter().map(|quoted| quote(handout, quoted)).collect();
        let _ = writeln!(out, "<p class=\"quoted\">{}</p>", all.join(" · "));
    }
    if !part.notes.is_empty() {
        let (head, notes) = (text(&handout.heads.notes), text(&part.notes));
        let _ = writeln!(out, "<aside class=\"notes\">\n<h3>{head}</h3>\n<p>{notes}</p>\n</aside>");
    }
    out.push_str("</section>\n");
}

/// A sign of a map with what it means.
fn sign((mark, words): &(Mark, String)) -> String {
    let own = text(sign::mark(*mark, Glyphs::Braille));
    format!("<span><b class=\"{}\">{own}</b> {}</span>", class(sign::role(*mark)), text(words))
}

/// Who says so, each a link to where it can be read, with its number in the list.
fn quote(handout: &Handout, quoted: &Quoted) -> String {
    let one = |(name, place): &(String, usize)| {
        let number = format!("<sup><a href=\"#source-{0}\">{0}</a></sup>", place + 1);
        format!("{}{number}", link(handout.sources.get(*place), &text(name)))
    };
    let by: Vec<String> = quoted.by.iter().map(one).collect();
    let what = text(&quoted.what);
    if by.is_empty() { what } else { format!("{what}: {}", by.join("; ")) }
}

/// Words that lead to where a publication can be read.
fn link(source: Option<&Source>, words: &str) -> String {
    match source.and_then(|source| address(source.address.as_deref()?)) {
        Some(address) => format!("<a href=\"{}\" rel=\"noreferrer\">{words}</a>", text(&address)),
        None => words.to_owned(),
    }
}

fn sources(handout: &Handout, out: &mut String) {
    if handout.sources.is_empty() {
        return;
    }
    let _ = writeln!(out, "<section class=\"sources\">\n<h2>{}</h2>\n<ol>", text(&handout.heads.sources));
    for (place, source) in handout.sources.iter().enumerate() {
        let _ = write!(out, "<li id=\"source-{}\">{}", place + 1, text(&source.text));
        if let Some(address) = &source.address {
            let _ = write!(out, " {}", link(Some(source), &text(address)));
        }
        out.push_str("</li>\n");
    }
    out.push_str("</ol>\n</section>\n");
}

fn rows(table: &Table, out: &mut String) {
    if table.rows.is_empty() {
        let _ = writeln!(out, "<p>{}</p>", text(&table.empty));
        return;
    }
    let columns = without_bars(table);
    let align = |index: usize| if table.columns[index].align == Align::Right { " class=\"right\"" } else { "" };
    out.push_str("<table>\n<thead><tr>");
    for &index in &columns {
        let _ = write!(out, "<th scope=\"col\"{}>{}</th>", align(index), text(table.columns[index].head.long()));
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in &table.rows {
        out.push_str("<tr>");
        if row.key.is_none() && row.cells.len() == 1 {
            let _ = write!(out, "<th colspan=\"{}\">{}</th>", columns.len(), text(&words(row.cells.first())));
        } else {
            for &index in &columns {
                let _ = write!(out, "<td{}>{}</td>", align(index), text(&words(row.cells.get(index))));
            }
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n");
}

fn runs(runs: &[Run]) -> String {
    let one = |run: &Run| match class(run.role) {
        "" => text(&run.text),
        class => format!("<span class=\"{class}\">{}</span>", text(&run.text)),
    };
    runs.iter().map(one).collect()
}

fn class(role: Role) -> &'static str {
    match role {
        Role::Plain | Role::Key | Role::Link => "",
        Role::Strong | Role::Heading => "strong",
        other => style::fill(other).trim_start_matches("f-"),
    }
}
