//! A drawn screen exported as text, ANSI, SVG and HTML, and a page as a text report.

use planfact::page::model::PageKind;
use planfact::render::look::theme::{ColorLevel, Glyphs, Paint, Theme};
use planfact::render::text::page;
use planfact::render::tui::export;

use super::{COLOR, draw, sample};

/// The text without its escape sequences.
fn stripped(ansi: &str) -> String {
    let mut out = String::new();
    let mut rest = ansi;
    while let Some(at) = rest.find('\u{1b}') {
        out.push_str(&rest[..at]);
        rest = &rest[at + rest[at..].find('m').unwrap() + 1..];
    }
    out + rest
}

#[test]
fn ansi_colors_change_no_text_and_are_reset_on_every_line() {
    let chrome = sample::chrome(PageKind::Overview);
    for colors in [ColorLevel::True, ColorLevel::Ansi256, ColorLevel::Ansi16, ColorLevel::None] {
        for theme in Theme::ALL {
            let paint = Paint { theme, colors, glyphs: Glyphs::Braille };
            let buf = draw(&chrome, &sample::overview(0), None, paint, (120, 36));
            let ansi = export::ansi(&buf);
            let plain: Vec<String> =
                stripped(&ansi).lines().map(|line| line.trim_end_matches(' ').to_owned()).collect();
            assert_eq!(plain, export::text(&buf).lines().collect::<Vec<_>>());
            for line in ansi.lines().filter(|line| line.contains('\u{1b}')) {
                let last = &line[line.rfind('\u{1b}').unwrap()..];
                assert!(last.starts_with("\u{1b}[0m"), "{line:?}");
            }
        }
    }
}

#[test]
fn without_color_no_color_code_is_written() {
    let chrome = sample::chrome(PageKind::Overview);
    let paint = Paint { theme: Theme::Paper, colors: ColorLevel::None, glyphs: Glyphs::Braille };
    let ansi = export::ansi(&draw(&chrome, &sample::plants(0), Some(&sample::overlay()), paint, (160, 48)));
    for code in ansi.split('\u{1b}').skip(1).filter_map(|part| part.split('m').next()) {
        let codes = code.trim_start_matches('[').split(';');
        assert!(codes.into_iter().all(|code| ["0", "1", "2", "4", "7"].contains(&code)), "{code}");
    }
}

#[test]
fn an_svg_is_deterministic_and_contains_the_words() {
    let chrome = sample::chrome(PageKind::Overview);
    let (_, page) = sample::kazakh();
    let buf = draw(&chrome, &page, None, COLOR, (120, 36));
    let svg = export::svg(&buf, &COLOR, "kk");
    assert_eq!(svg, export::svg(&buf, &COLOR, "kk"));
    assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>\n"));
    assert!(svg.contains(">planfact</text>") && svg.contains(">уәде</text>"), "{svg}");
    assert!(svg.contains(" lang=\"kk\""));
    assert!(!svg.contains(['█', '▁', '⣀', '─']), "blocks and lines are shapes");
    assert_eq!(svg.matches("<text").count(), svg.matches("</text>").count());
    assert!(svg.lines().all(|line| line.matches('"').count() % 2 == 0));
}

#[test]
fn a_report_has_every_row_and_year_within_its_width() {
    for page in [sample::overview(0), sample::targets(3), sample::plants(0)] {
        for width in [80, 100] {
            let report = page::page_text(&page, width, Glyphs::Braille);
            for line in report.lines() {
                assert!(line.chars().count() <= usize::from(width), "{line}");
                assert!(!line.ends_with(' '));
            }
            for row in &page.list().unwrap().rows {
                if let Some(planfact::page::model::TableCell::Text(name, _)) = row.cells.first() {
                    let start: String = name.long().chars().take(12).collect();
                    assert!(report.contains(start.trim()), "{start} in {report}");
                }
            }
        }
    }
    let report = page::page_text(&sample::overview(0), 100, Glyphs::Braille);
    for (year, _, words) in sample::years() {
        assert!(report.lines().any(|line| line.starts_with(year) && line.contains(words)), "{year}");
    }
}

#[test]
fn an_html_page_has_the_same_words_and_is_self_contained() {
    let chrome = sample::chrome(PageKind::Overview);
    for paint in [COLOR, Paint { theme: Theme::Paper, ..COLOR }, Paint { theme: Theme::Mono, ..COLOR }] {
        let buf = draw(&chrome, &sample::overview(0), Some(&sample::overlay()), paint, (120, 36));
        let html = export::html(&buf, &paint, "en");
        let (_, rest) = html.split_once("<pre>").unwrap();
        let (body, _) = rest.split_once("</pre>").unwrap();
        let mut words = String::new();
        for (place, part) in body.split('<').enumerate() {
            words.push_str(if place == 0 { part } else { part.split_once('>').unwrap().1 });
        }
        let words = words.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        let words: Vec<&str> = words.lines().map(|line| line.trim_end_matches(' ')).collect();
        assert_eq!(words, export::text(&buf).lines().collect::<Vec<_>>());
        assert_eq!(body.matches("<span").count(), body.matches("</span>").count());
        assert!(
            ["src=", "href=", "url(", "@import", "<script"].iter().all(|load| !html.contains(load)),
            "it would load something"
        );
    }
}
