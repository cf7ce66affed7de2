//! What lies where: nothing overlaps, nothing jumps, and the mouse finds what is drawn.

use planfact::page::model::{
    Align, Label, Page, PageKind, Panel, PanelBody, PanelSlot, Role, Table, TableCell, TableColumn, TableRow,
};
use planfact::render::look::theme::Glyphs;
use planfact::render::tui::layout::areas::{Hit, Layout};
use planfact::render::tui::screen::{Screen, ViewState};
use planfact::render::typeset::column_widths::{ColumnWidths, place_columns};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{COLOR, PLAIN, draw_view, sample};

fn row(buf: &Buffer, y: u16) -> String {
    (0..buf.area.width).map(|x| buf.cell((x, y)).unwrap().symbol()).collect()
}

const SIZES: [(u16, u16); 7] = [(40, 12), (57, 40), (80, 18), (80, 24), (120, 36), (160, 48), (200, 60)];

#[test]
fn a_click_on_a_tab_finds_its_number() {
    let chrome = sample::chrome(PageKind::Plants);
    let page = sample::plants(0);
    for (width, height) in SIZES {
        let screen = Screen { chrome: &chrome, page: &page, overlay: None, view: ViewState::default() };
        let layout = Layout::of(&screen, Rect::new(0, 0, width, height));
        let buf = draw_view(&screen, PLAIN, (width, height));
        let mut found = Vec::new();
        for (x, sign) in row(&buf, layout.tabs.y).chars().enumerate() {
            if let (Some(digit), Hit::Tab(tab)) =
                (sign.to_digit(10), layout.hit(u16::try_from(x).unwrap(), layout.tabs.y))
            {
                assert_eq!(usize::try_from(digit).unwrap(), tab + 1);
                found.push(tab);
            }
        }
        assert_eq!(found, [0, 1, 2, 3, 4, 5, 6], "at {width}x{height}");
    }
}

#[test]
fn a_click_on_a_row_finds_the_row_that_is_drawn_there() {
    let chrome = sample::chrome(PageKind::Overview);
    for chosen in [0, 5, 11] {
        let page = sample::overview(chosen);
        let names = ["≥200", "~100", "50 %", "Alma", "Elec", "160,", "90,0", "500,", "~209", "A th", "KZT ", "60 %"];
        for (width, height) in SIZES {
            let screen = Screen { chrome: &chrome, page: &page, overlay: None, view: ViewState::default() };
            let layout = Layout::of(&screen, Rect::new(0, 0, width, height));
            let buf = draw_view(&screen, COLOR, (width, height));
            let mut seen = 0;
            for y in 0..height {
                if let Hit::Row(found) = layout.hit(3, y) {
                    assert!(row(&buf, y).contains(names[found]), "{found} at {width}x{height}: {}", row(&buf, y));
                    assert_eq!(row(&buf, y).starts_with('▸'), found == chosen);
                    seen += 1;
                }
            }
            assert_eq!(seen, layout.list.shown, "at {width}x{height}");
            assert!(seen >= 3, "at {width}x{height}");
        }
    }
}

#[test]
fn a_click_on_a_column_finds_its_year() {
    let chrome = sample::chrome(PageKind::Overview);
    let page = sample::overview(0);
    for (width, height) in [(57, 40), (80, 24), (120, 36), (160, 48), (200, 60)] {
        let screen = Screen { chrome: &chrome, page: &page, overlay: None, view: ViewState::default() };
        let layout = Layout::of(&screen, Rect::new(0, 0, width, height));
        let buf = draw_view(&screen, COLOR, (width, height));
        let hit = |y: u16, x: usize| layout.hit(u16::try_from(x).unwrap(), y);
        let line = (0..height).rev().find(|&y| matches!(hit(y, 30), Hit::DataPoint(_))).unwrap();
        let mut years = 0;
        let text: Vec<char> = row(&buf, line).chars().collect();
        for (index, (year, ..)) in sample::years().iter().enumerate() {
            let short: Vec<char> = year[2..].chars().collect();
            let ends = |x: &usize| text[*x..].starts_with(&short) && text.get(x + 2).is_none_or(|next| *next == ' ');
            if let Some(x) = (0..text.len() - 1).find(ends) {
                assert_eq!(hit(line, x), Hit::DataPoint(index), "{year} at {width}x{height}");
                years += 1;
            }
        }
        assert!(years >= 14, "{years} at {width}x{height}: {text:?}");
    }
}

#[test]
fn columns_do_not_move_with_the_crosshair_or_the_focus() {
    let chrome = sample::chrome(PageKind::Overview);
    for (width, height) in SIZES {
        let area = Rect::new(0, 0, width, height);
        let places = |page: &Page, cursor| {
            let view = ViewState { cursor, ..ViewState::default() };
            let layout = Layout::of(&Screen { chrome: &chrome, page, overlay: None, view }, area);
            let all = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
            all.map(|(x, y)| layout.hit(x, y)).collect::<Vec<_>>()
        };
        let page = sample::overview(0);
        let mut other = sample::overview(0);
        if let PanelBody::Chart(chart) = &mut other.panels[0].body {
            for column in &mut chart.columns {
                column.data_point.is_focused = column.data_point.label.long() == "2020";
                column.frames.clear();
            }
        }
        assert!(places(&page, None) == places(&page, Some(3)), "at {width}x{height}");
        assert!(places(&page, None) == places(&other, None), "at {width}x{height}");
    }
}

#[test]
fn every_word_in_a_chart_is_whole_at_every_size() {
    let chart = sample::chart();
    let panel = Panel { slot: PanelSlot::Main, heading: Vec::new(), body: PanelBody::Chart(chart) };
    let page = Page { kind: PageKind::Output, sentence: Vec::new(), panels: vec![panel] };
    let chrome = sample::chrome(PageKind::Output);
    let years = sample::years();
    let mut known: Vec<String> = years.iter().map(|(_, _, words)| (*words).to_owned()).collect();
    known.extend(years.iter().flat_map(|(year, ..)| [(*year).to_owned(), year[2..].to_owned()]));
    known.extend(["≥200", "~100", "160", "0", "50", "100", "150", "200", "250", "~11*", "*"].map(str::to_owned));
    for width in (40..70).chain((70..200).step_by(7)) {
        for height in [12, 15, 18, 21, 24, 36, 60] {
            for cursor in [None, Some(8)] {
                let view = ViewState { cursor, ..ViewState::default() };
                let screen = Screen { chrome: &chrome, page: &page, overlay: None, view };
                let layout = Layout::of(&screen, Rect::new(0, 0, width, height));
                let area = layout.panel(PanelSlot::Main).unwrap();
                let buf = draw_view(&screen, COLOR, (width, height));
                // Without the title at the top and the note below.
                for y in area.y + 2..area.bottom().saturating_sub(2) {
                    let line = row(&buf, y);
                    let is_drawn = |sign: char| "█▁▂▃▄▅▆▇▔▏▕│┊╌⣀·ˆ▒⣤⣶─".contains(sign) || sign == ' ';
                    for word in line.split(is_drawn).filter(|word| !word.is_empty()) {
                        assert!(known.iter().any(|own| own == word), "{word} at {width}x{height}: {line}");
                    }
                }
            }
        }
    }
}

#[test]
fn panels_do_not_overlap_and_stay_on_the_screen() {
    let pages = [sample::overview(0), sample::targets(7), sample::output(), sample::plants(0)];
    let chrome = sample::chrome(PageKind::Overview);
    for (width, height) in (40..220).step_by(3).flat_map(|width| (12..70).step_by(5).map(move |height| (width, height)))
    {
        for page in &pages {
            let screen = Screen { chrome: &chrome, page, overlay: None, view: ViewState::default() };
            let layout = Layout::of(&screen, Rect::new(0, 0, width, height));
            let mut areas: Vec<Rect> = layout.panels.iter().map(|(_, area)| *area).collect();
            areas.extend([layout.title, layout.tabs, layout.sentence, layout.footer]);
            areas.extend(&layout.rules);
            for (place, one) in areas.iter().enumerate() {
                assert_eq!(one.intersection(layout.area), *one, "{:?} {width}x{height}", page.kind);
                for other in &areas[place + 1..] {
                    assert!(!one.intersects(*other), "{one:?} {other:?} {:?} {width}x{height}", page.kind);
                }
            }
            assert!(!layout.panels.is_empty());
        }
    }
}

#[test]
fn a_sheet_is_what_a_click_on_it_finds_and_scrolls_to_its_end() {
    let chrome = sample::chrome(PageKind::Overview);
    let page = sample::overview(0);
    let overlay = sample::overlay();
    for (width, height) in SIZES {
        let area = Rect::new(0, 0, width, height);
        let at = |overlay_top| {
            let view = ViewState { overlay_top, ..ViewState::default() };
            Screen { chrome: &chrome, page: &page, overlay: Some(&overlay), view }
        };
        let layout = Layout::of(&at(0), area);
        assert_eq!(layout.hit(width - 1, height - 1), Hit::Overlay);
        let end = draw_view(&at(layout.overlay_scroll_max()), COLOR, (width, height));
        let left = layout.overlay.unwrap().text.x;
        let text: String =
            (0..height).map(|y| row(&end, y).chars().skip(usize::from(left)).collect::<String>()).collect();
        let address: String = text.split_whitespace().collect();
        assert!(address.contains("vehicles-by-2025"), "the end of the address is seen at {width}x{height}");
        let beyond = draw_view(&at(9999), COLOR, (width, height));
        assert!(end == beyond, "an overlay does not scroll past its end at {width}x{height}");
    }
}

#[test]
fn ascii_draws_nothing_but_ascii() {
    let chrome = sample::chrome(PageKind::Overview);
    for page in [sample::overview(0), sample::targets(2), sample::output(), sample::plants(1)] {
        for size in SIZES {
            let screen = Screen { chrome: &chrome, page: &page, overlay: None, view: ViewState::default() };
            let buf = draw_view(&screen, PLAIN, size);
            for y in 0..size.1 {
                // The letters of names stay as they are.
                let line = row(&buf, y).replace('Ö', "O");
                assert!(line.is_ascii(), "{line}");
            }
        }
    }
}

#[test]
fn numbers_of_a_column_are_written_in_one_form() {
    let numbers = |count: usize| {
        let row = |at: usize| {
            let label = Label::forms([format!("{}0,000", at + 1), format!("{}0 k", at + 1)]);
            TableRow::new(
                None,
                vec![
                    TableCell::Text(label, Role::Actual),
                    TableCell::Text(Label::one("x".repeat(at * 3)), Role::Plain),
                ],
            )
        };
        (0..count).map(row).collect::<Vec<_>>()
    };
    let column = |head: &str, is_flexible| TableColumn {
        head: Label::one(head),
        align: Align::Left,
        drop_priority: 0,
        is_flexible,
    };
    for room in 8..60 {
        let table = Table::new(vec![column("n", false), column("names", true)], numbers(12), "");
        let placed = place_columns(&table, &ColumnWidths::of(&table), room, Glyphs::Braille);
        let texts: Vec<&str> = table
            .rows
            .iter()
            .filter_map(|row| row.cells[0].label().map(|label| placed[0].words(label, placed[0].width)))
            .collect();
        let short = texts.iter().filter(|text| text.ends_with('k')).count();
        assert!(short == 0 || short == texts.len(), "{room}: {texts:?}");
    }
}
