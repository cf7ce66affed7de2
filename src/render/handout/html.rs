//! A handout as an HTML page: light or dark as the system of the reader, and printable on A4 without splitting a scene.

use std::fmt::Write as _;

use crate::page::model::{Align, Mark, Role, Table, TextRun};
use crate::page::talk::handout::{Attribution, Handout, HandoutScene, HandoutSource};
use crate::render::handout::body::{body_table, cell_text, chart_note};
use crate::render::look::glyphs;
use crate::render::look::theme::{Glyphs, Theme, Tone};
use crate::render::svg::{AltText, Stylesheet, body_svg, style};
use crate::render::text::escape::{encode_web_address, escape_html as text};
use crate::render::typeset::column_widths::text_columns;

/// The style sheet of everything but the pictures.
const PAGE_CSS: &str = include_str!("page.css");
/// The content security policy: nothing is loaded and nothing runs, whatever the texts contain.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// The tones of texts and rules with the names of their CSS variables.
const TONES: [(Tone, &str); 13] = [
    (Tone::Background, "ground"),
    (Tone::Text, "text"),
    (Tone::Muted, "muted"),
    (Tone::Faint, "faint"),
    (Tone::Actual, "actual"),
    (Tone::Target, "target"),
    (Tone::Good, "good"),
    (Tone::Late, "late"),
    (Tone::Bad, "bad"),
    (Tone::Caution, "caution"),
    (Tone::Contested, "contested"),
    (Tone::Missing, "missing"),
    (Tone::Key, "key"),
];

/// The page; the same handout gives the same bytes.
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
    write_contents(handout, &mut out);
    for (number, part) in (1..).zip(&handout.parts) {
        write_scene(handout, part, number, &mut out);
    }
    write_sources(handout, &mut out);
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
        PAGE_CSS.replace("FONT", style::FONT),
        style::css()
    )
}

/// Writes the list of scenes if there are at least three.
fn write_contents(handout: &Handout, out: &mut String) {
    if handout.parts.len() < 3 {
        return;
    }
    let _ = writeln!(out, "<nav aria-label=\"{}\">\n<ol>", text(&handout.heads.contents));
    for (number, part) in (1..).zip(&handout.parts) {
        let _ = writeln!(out, "<li><a href=\"#scene-{number}\">{}</a></li>", text(&part.title));
    }
    out.push_str("</ol>\n</nav>\n");
}

fn write_scene(handout: &Handout, part: &HandoutScene, number: usize, out: &mut String) {
    let _ =
        write!(out, "<section id=\"scene-{number}\">\n<h2><span class=\"count\">{number}</span> {}", text(&part.title));
    if !part.day.is_empty() {
        let _ = write!(out, " <span class=\"day\">· {}</span>", text(&part.day));
    }
    let _ = writeln!(out, "</h2>\n<p class=\"say\">{}</p>", runs_html(&part.sentence));
    if let Some(verdict) = &part.verdict {
        let (mark, words) = (glyphs::mark_glyph(verdict.mark, Glyphs::Braille), text(verdict.words.long()));
        let _ = writeln!(out, "<p class=\"verdict {}\">{} {words}</p>", role_class(verdict.role), text(mark));
    }
    if let Some(body) = &part.body {
        let alt_text = AltText { title: &part.title, words: &part.alt_text };
        if let Some(table) = body_table(body) {
            write_table(table, out);
        } else if let Some(drawn) = body_svg(body, &alt_text, Stylesheet::External) {
            let _ = writeln!(out, "<figure>\n{drawn}");
            if let Some(note) = chart_note(body) {
                let _ = writeln!(out, "<figcaption class=\"note\">{}</figcaption>", text(&note));
            }
            if !part.legend.is_empty() {
                let entries: String = part.legend.iter().map(legend_entry).collect();
                let _ = writeln!(out, "<figcaption class=\"legend\">{entries}</figcaption>");
            }
            out.push_str("</figure>\n");
        }
    }
    if !part.quoted.is_empty() {
        let all: Vec<String> = part.quoted.iter().map(|quoted| citation(handout, quoted)).collect();
        let _ = writeln!(out, "<p class=\"quoted\">{}</p>", all.join(" · "));
    }
    if !part.notes.is_empty() {
        let (head, notes) = (text(&handout.heads.notes), text(&part.notes));
        let _ = writeln!(out, "<aside class=\"notes\">\n<h3>{head}</h3>\n<p>{notes}</p>\n</aside>");
    }
    out.push_str("</section>\n");
}

fn legend_entry((mark, words): &(Mark, String)) -> String {
    let symbol = text(glyphs::mark_glyph(*mark, Glyphs::Braille));
    format!("<span><b class=\"{}\">{symbol}</b> {}</span>", role_class(glyphs::mark_role(*mark)), text(words))
}

/// The sources of a statement, each as a link with its number in the list of sources.
fn citation(handout: &Handout, quoted: &Attribution) -> String {
    let one = |(name, place): &(String, usize)| {
        let number = format!("<sup><a href=\"#source-{0}\">{0}</a></sup>", place + 1);
        format!("{}{number}", source_link(handout.sources.get(*place), &text(name)))
    };
    let by: Vec<String> = quoted.by.iter().map(one).collect();
    let what = text(&quoted.what);
    if by.is_empty() { what } else { format!("{what}: {}", by.join("; ")) }
}

/// Escaped text as a link to the address of a source, if it has one.
fn source_link(source: Option<&HandoutSource>, words: &str) -> String {
    match source.and_then(|source| encode_web_address(source.address.as_deref()?)) {
        Some(address) => format!("<a href=\"{}\" rel=\"noreferrer\">{words}</a>", text(&address)),
        None => words.to_owned(),
    }
}

fn write_sources(handout: &Handout, out: &mut String) {
    if handout.sources.is_empty() {
        return;
    }
    let _ = writeln!(out, "<section class=\"sources\">\n<h2>{}</h2>\n<ol>", text(&handout.heads.sources));
    for (place, source) in handout.sources.iter().enumerate() {
        let _ = write!(out, "<li id=\"source-{}\">{}", place + 1, text(&source.text));
        if let Some(address) = &source.address {
            let _ = write!(out, " {}", source_link(Some(source), &text(address)));
        }
        out.push_str("</li>\n");
    }
    out.push_str("</ol>\n</section>\n");
}

fn write_table(table: &Table, out: &mut String) {
    if table.rows.is_empty() {
        let _ = writeln!(out, "<p>{}</p>", text(&table.empty));
        return;
    }
    let columns = text_columns(table);
    let align = |index: usize| if table.columns[index].align == Align::Right { " class=\"right\"" } else { "" };
    out.push_str("<table>\n<thead><tr>");
    for &index in &columns {
        let _ = write!(out, "<th scope=\"col\"{}>{}</th>", align(index), text(table.columns[index].head.long()));
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in &table.rows {
        out.push_str("<tr>");
        if row.key.is_none() && row.cells.len() == 1 {
            let _ = write!(out, "<th colspan=\"{}\">{}</th>", columns.len(), text(&cell_text(row.cells.first())));
        } else {
            for &index in &columns {
                let _ = write!(out, "<td{}>{}</td>", align(index), text(&cell_text(row.cells.get(index))));
            }
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n");
}

fn runs_html(runs: &[TextRun]) -> String {
    let one = |run: &TextRun| match role_class(run.role) {
        "" => text(&run.text),
        class => format!("<span class=\"{class}\">{}</span>", text(&run.text)),
    };
    runs.iter().map(one).collect()
}

fn role_class(role: Role) -> &'static str {
    match role {
        Role::Plain | Role::Key | Role::Link => "",
        Role::Strong | Role::Heading => "strong",
        other => style::fill_class(other).trim_start_matches("f-"),
    }
}
