//! Every page of the bundled record at every size, in every language, with and without colour.

use planfact::app::app_data::DataOrigin;
use planfact::app::dashboard::state::State;
use planfact::compare::series::as_of::known_days;
use planfact::dataset::records::Language;
use planfact::page::model::{Align, TableCell};
use planfact::page::model::{PageKind, PanelSlot};
use planfact::render::look::theme::Paint;
use planfact::render::tui::export;
use planfact::render::tui::layout::areas::Layout;
use planfact::render::tui::screen::{Screen, ViewState};
use planfact::render::typeset::column_widths;
use planfact::render::typeset::column_widths::PlacedColumn;
use planfact::render::typeset::measure::width;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use super::walk::{MOTOR, Walk};
use crate::screens::{COLOR, PLAIN, sample};

const LANGUAGES: [Language; 3] = [Language::En, Language::Ru, Language::Kk];
const SIZES: [(u16, u16); 4] = [(40, 12), (80, 24), (120, 36), (200, 60)];

/// The message keys that cannot be mistaken for words.
pub(crate) fn keys() -> Vec<&'static str> {
    let file = include_str!("../../assets/locales/en.ftl");
    let key = |line: &'static str| line.split_once(" =").map(|(key, _)| key).filter(|key| !key.starts_with([' ', '#']));
    file.lines().filter_map(key).filter(|key| key.contains('-')).collect()
}

/// The message keys that a screen shows instead of their texts.
pub(crate) fn shown_keys<'a>(keys: &[&'a str], screen: &str) -> Vec<&'a str> {
    let parts: Vec<&str> = screen.split(|sign: char| !(sign.is_ascii_alphanumeric() || sign == '-')).collect();
    keys.iter().copied().filter(|key| parts.contains(key)).collect()
}

fn begun(day: &str, language: Language, paint: Paint) -> Walk {
    Walk::from(MOTOR, DataOrigin::Bundled, State::new(day.parse().unwrap(), language, paint))
}

/// The layout of the list and its columns.
fn list_of(walk: &Walk) -> Option<(Layout, Vec<PlacedColumn>)> {
    let state = walk.model.state();
    let chrome = sample::chrome(state.viewed.tab);
    let page = walk.model.page();
    let screen = Screen { chrome: &chrome, page, overlay: None, view: ViewState::default() };
    let layout = Layout::of(&screen, Rect::new(0, 0, state.look.size.width, state.look.size.height));
    let (area, table) = (layout.panel(PanelSlot::List)?, page.list()?);
    let scrolled = layout.list.shown < table.rows.len();
    let room = area.width - 2 - u16::from(scrolled) * 2;
    let placed =
        column_widths::place_columns(table, &column_widths::ColumnWidths::of(table), room, state.look.paint.glyphs);
    Some((layout, placed))
}

/// Fails if the gap before a column is not empty, or the chosen row is not marked.
fn check_list(walk: &Walk, cells: &Buffer, context: &str) {
    let Some((layout, placed)) = list_of(walk) else { return };
    let (rows, table) = (layout.list, walk.model.page().list().unwrap());
    let at = |x: u16, y: u16| cells.cell((x, y)).unwrap().symbol();
    let mut marked = Vec::new();
    for (line, row) in (rows.first..).take(rows.shown).enumerate() {
        let y = rows.area.y + u16::try_from(line).unwrap();
        if ["▸", "►", ">"].contains(&at(rows.area.x, y)) {
            marked.push(row);
        }
        if table.rows[row].key.is_some() {
            for column in &placed {
                // Words may extend into free cells of the next columns.
                let (words, align) = match &table.rows[row].cells[column.index] {
                    TableCell::Empty => continue,
                    TableCell::Text(label, _) if label.long().is_empty() => continue,
                    TableCell::Text(label, _) => (column.words(label, column.width), table.columns[column.index].align),
                    TableCell::WithMark(..) | TableCell::Bullet(_) => ("", Align::Left),
                };
                let free = if align == Align::Right { column.width.saturating_sub(width(words)) } else { 0 };
                let x = rows.area.x + 1 + column.x + free;
                assert_eq!(at(x, y), " ", "words run together at {x}, {y} {context}:\n{}", walk.text());
            }
        }
    }
    assert_eq!(marked, table.chosen.into_iter().collect::<Vec<_>>(), "the chosen row {context}:\n{}", walk.text());
}

#[test]
fn every_page_is_drawn_at_every_size_in_every_language_with_and_without_colours() {
    let keys = keys();
    assert!(keys.len() > 300, "the keys are not found: {}", keys.len());
    for (language, paint) in LANGUAGES.into_iter().flat_map(|language| [COLOR, PLAIN].map(|paint| (language, paint))) {
        let mut walk = begun("2026-11-22", language, paint);
        for (number, page) in PageKind::ALL.into_iter().enumerate() {
            walk.press(&(number + 1).to_string());
            for key in ["Home", "End"] {
                walk.press(key);
                for (width, height) in SIZES {
                    walk.resize((width, height));
                    let context = format!("of {page:?} after {key} at {width}x{height} in {language:?}");
                    let cells = walk.cells();
                    let screen = export::text(&cells);
                    assert_eq!(shown_keys(&keys, &screen), Vec::<&str>::new(), "{context}:\n{screen}");
                    for line in screen.lines() {
                        assert!(line.width() <= usize::from(width), "{line:?} is too wide {context}");
                    }
                    check_list(&walk, &cells, &context);
                }
            }
        }
    }
}

#[test]
fn every_page_is_drawn_on_days_of_every_year() {
    let first = known_days(&planfact::dataset::load(MOTOR).unwrap())[0];
    let mut walk = begun("2026-11-22", Language::En, COLOR);
    let mut days = 0;
    while walk.model.state().known_date() > first {
        walk.press(if days % 2 == 0 { "{" } else { "[ [" });
        days += 1;
        for page in 1..=7 {
            walk.press(&page.to_string());
            let cells = walk.cells();
            let screen = export::text(&cells);
            assert!(screen.split_whitespace().count() > 25, "{screen}");
            check_list(&walk, &cells, &format!("on {}", walk.model.state().known_date()));
        }
    }
    assert!(days > 20, "only {days} days were seen");
}
