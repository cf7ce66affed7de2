//! The filter, the status filter and the sort order of rows.

use planfact::page::model::{TableCell, TableRow};
use planfact::render::tui::export;

use super::walk::{MOTOR, Walk};

/// The texts of a column, without headings.
fn column(walk: &Walk, column: usize) -> Vec<String> {
    let table = walk.model.page().list().unwrap();
    let label =
        |row: &TableRow| row.cells.get(column).and_then(TableCell::label).map_or("", |label| label.long()).to_owned();
    table.rows.iter().filter(|row| row.key.is_some()).map(label).collect()
}

#[test]
fn the_filter_keeps_the_rows_that_contain_the_typed_words() {
    let mut walk = Walk::at(120, 36);
    walk.press("4 /").types("kostanay");
    walk.sees("/ kostanay").sees("“kostanay”  4 of").sees("SaryarkaAvtoProm").sees_no("QazTehna");
    assert!(column(&walk, 1).iter().all(|city| city == "Kostanay"));
}

#[test]
fn a_town_is_found_in_every_spelling_and_language() {
    let mut counts = Vec::new();
    for language in ["", "g", "g g"] {
        for word in ["kostanay", "костанай", "Қостанай", "қостанай"] {
            let mut walk = Walk::at(120, 36);
            walk.press(language).press("4 /").types(word);
            counts.push(column(&walk, 1).len());
        }
    }
    assert!(counts.iter().all(|count| *count == counts[0] && *count > 1), "{counts:?}");
}

#[test]
fn enter_keeps_the_filter_and_esc_removes_it() {
    let mut walk = Walk::at(120, 36);
    walk.press("2 j j j");
    let (before, row) = (walk.text(), walk.chosen());
    walk.press("/").types("jobs").press("Enter").sees("“jobs”").sees("Enter why");
    assert_ne!(walk.chosen(), row);
    walk.press("j Enter Esc").sees("“jobs”").press("Esc").sees_no("“jobs”");
    walk.press("/").types("jobs").press("Esc").sees_no("“jobs”");
    let mut again = Walk::at(120, 36);
    again.press("2 j j j /").types("jobs").press("Esc");
    assert_eq!((again.text(), again.chosen()), (before, row), "the row chosen before is chosen again");
}

#[test]
fn a_filter_keeps_the_chosen_row_if_it_matches() {
    let mut walk = Walk::at(120, 36);
    walk.press("4 j j");
    let (row, name) = (walk.chosen(), column(&walk, 0)[2].clone());
    walk.press("/").types(&name).press("Enter");
    assert_eq!(walk.chosen(), row);
}

#[test]
fn letters_are_text_while_typing_and_ctrl_c_quits() {
    let mut walk = Walk::at(120, 36);
    walk.press("4 / q ? 1 t [").sees("/ q?1t[");
    assert_eq!(walk.effect, None);
    walk.press("Ctrl-C");
    assert_eq!(walk.effect, Some(planfact::app::action::Effect::Quit));
}

#[test]
fn typed_text_can_be_edited() {
    let mut walk = Walk::at(120, 36);
    walk.press("2 /").types("two words").press("Ctrl-W").sees("/ two ").press("Ctrl-U").types("ac").press("← b");
    walk.sees("/ abc").press("Backspace").sees("/ ac").press("End Backspace Backspace").sees_no("/ a");
    walk.sees("done").press("Backspace").sees_no("done").sees("Enter why");
}

#[test]
fn arrows_choose_a_row_while_typing() {
    let mut walk = Walk::at(120, 36);
    walk.press("2 /").types("jobs");
    let first = walk.chosen();
    walk.press("↓");
    assert_ne!(walk.chosen(), first);
    walk.press("↑ Enter");
    assert_eq!(walk.chosen(), first);
}

#[test]
fn pasted_text_never_acts_as_keys() {
    let mut walk = Walk::at(120, 36);
    let before = walk.text();
    walk.model.paste("q2\u{1b}[A\r4");
    assert_eq!(walk.text(), before, "a paste is no keys");
    walk.press("2 /");
    walk.model.paste("kia\r\nq\u{1b}[2J");
    walk.sees("/ kia  q[2J");
    assert!(walk.effect.is_none());
}

#[test]
fn an_empty_result_says_how_to_remove_the_filter() {
    for (page, size) in [("1", (120, 36)), ("2", (80, 24)), ("4", (120, 36)), ("6", (80, 24)), ("7", (40, 12))] {
        let mut walk = Walk::at(size.0, size.1);
        walk.press(page).press("/").types("xylophone").sees("Nothing matches “xylo");
        walk.press("Enter Enter j k Home End PgDn ← → Esc Esc").sees_no("Nothing matches");
    }
}

#[test]
fn a_near_match_is_found_where_there_is_no_exact_one() {
    let mut walk = Walk::at(120, 36);
    walk.press("4 /").types("kostnay");
    assert!(column(&walk, 1).iter().any(|city| city == "Kostanay"), "{:?}", column(&walk, 1));
}

#[test]
fn headings_stay_above_their_filtered_rows() {
    let mut walk = Walk::at(120, 36);
    walk.press("2 /").types("jobs");
    let rows = &walk.model.page().list().unwrap().rows;
    assert!(rows[0].key.is_none(), "the first row is no heading");
    let is_heading = |row: &TableRow| row.key.is_none();
    assert!(!rows.windows(2).any(|pair| is_heading(&pair[0]) && is_heading(&pair[1])), "a heading over nothing");
    assert!(!is_heading(rows.last().unwrap()), "a heading over nothing");
}

#[test]
fn the_status_filter_cycles_through_every_status() {
    let mut walk = Walk::at(120, 36);
    walk.press("2");
    let statuses = walk.model.page().list().unwrap().filtered.statuses.clone();
    let all = column(&walk, 0).len();
    assert!(statuses.len() > 3);
    let mut seen = 0;
    for status in &statuses {
        walk.press("f").sees(&format!("{}  ", status.word));
        let rows = &walk.model.page().list().unwrap().rows;
        let kept = rows.iter().filter_map(|row| row.status.as_ref());
        assert!(kept.clone().all(|row_status| row_status == status));
        seen += kept.count();
    }
    assert_eq!(seen, all);
    walk.press("f");
    assert_eq!(column(&walk, 0).len(), all);
}

#[test]
fn rows_are_sorted_by_every_column_and_then_in_file_order() {
    for page in 1..=7 {
        let mut walk = Walk::at(200, 60);
        walk.press(&page.to_string());
        let file = walk.text();
        let columns = walk.model.page().list().unwrap().columns.len();
        for _ in 0..columns {
            walk.press("S");
            assert!(walk.text().contains(['▲', '▼']), "page {page} shows no order:\n{}", walk.text());
        }
        walk.press("S");
        assert_eq!(walk.text(), file, "page {page}");
    }
}

#[test]
fn numbers_dates_and_verdicts_have_their_own_sort_order() {
    let mut walk = Walk::at(200, 60);
    walk.press("4 S S S").sees("▼ Capacity");
    let number = |text: &String| {
        let digits = text.trim_start_matches(|sign: char| !sign.is_ascii_digit()).replace(',', "");
        digits.split(|sign: char| !sign.is_ascii_digit()).next()?.parse::<f64>().ok()
    };
    let capacities: Vec<Option<f64>> = column(&walk, 2).iter().map(number).collect();
    let known: Vec<f64> = capacities.iter().flatten().copied().collect();
    assert!(known.len() > 3 && known.windows(2).all(|pair| pair[0] >= pair[1]), "{capacities:?}");
    assert!(capacities[known.len()..].iter().all(Option::is_none), "what is not known is not last: {capacities:?}");
    walk.press("R").sees("▲ Capacity");
    let turned: Vec<Option<f64>> = column(&walk, 2).iter().map(number).collect();
    assert_eq!(turned.iter().flatten().copied().collect::<Vec<_>>(), known.into_iter().rev().collect::<Vec<_>>());
    assert!(turned.last().unwrap().is_none(), "what is not known is first: {turned:?}");

    walk.press("7 S S S").sees("Published ▲");
    let years: Vec<String> = column(&walk, 2).iter().map(|day| day[day.len() - 2..].to_owned()).collect();
    assert!(years.is_sorted(), "{years:?}");

    walk.press("2 S S S S S S S").sees("Verdict ▲");
    let table = walk.model.page().list().unwrap();
    let ranks: Vec<usize> = table.rows.iter().map(|row| row.status.as_ref().unwrap().place).collect();
    assert!(ranks.is_sorted() && ranks[0] < ranks[ranks.len() - 1], "{ranks:?}");
}

#[test]
fn sorting_keeps_the_chosen_row() {
    let mut walk = Walk::at(120, 36);
    for page in ["2", "4", "6", "7"] {
        walk.press(page).press("j j");
        let row = walk.chosen();
        walk.press("S S R");
        assert_eq!(walk.chosen(), row, "page {page}");
    }
}

#[test]
fn clicks_on_a_column_head_sort_then_reverse_then_restore_file_order() {
    let mut walk = Walk::at(120, 36);
    walk.press("4");
    let file = walk.text();
    let head = walk.place_of("City");
    walk.click(head).sees("City ▲").click(head).sees("City ▼").click(head);
    assert_eq!(walk.text(), file);
}

#[test]
fn the_sort_order_has_a_mark_in_ascii_too() {
    use planfact::app::app_data::DataOrigin;
    use planfact::app::dashboard::state::State;
    let state =
        State::new("2026-06-30".parse().unwrap(), planfact::dataset::records::Language::En, crate::screens::PLAIN);
    let mut walk = Walk::from(MOTOR, DataOrigin::Bundled, state);
    walk.resize((120, 36)).press("4 S").sees("Plant ^").press("R").sees("Plant v");
    assert!(!export::text(&walk.cells()).contains(['▲', '▼']));
}

#[test]
fn each_page_has_its_own_filter() {
    let mut walk = Walk::at(120, 36);
    walk.press("2 /").types("jobs").press("Enter 4").sees_no("“jobs”").press("2").sees("“jobs”");
    walk.press("7 /").types("stat").press("Enter v").sees_no("“stat”").press("v").sees("“stat”");
}

#[test]
fn any_typed_text_keeps_the_screen_intact() {
    let long = "слово ".repeat(40);
    let texts =
        ["汽车汽车汽车", "e\u{301}\u{302}\u{303}", "שלום עולם", "\u{202e}abc", "🚗🚙", &long, "\u{0}\u{7}\u{9b}31m"];
    for text in texts {
        for (width, height) in [(40, 12), (80, 24), (120, 36)] {
            let mut walk = Walk::at(width, height);
            walk.press("2 /");
            walk.model.paste(text);
            for keys in ["", "←", "Home", "Enter"] {
                walk.press(keys);
                let screen = walk.text();
                assert_eq!(screen.lines().count(), usize::from(height), "{text:?}");
                for line in screen.lines() {
                    let cells = unicode_width::UnicodeWidthStr::width(line);
                    assert!(cells <= usize::from(width), "{line:?} is too wide");
                    assert!(!line.chars().any(char::is_control), "{line:?}");
                }
            }
        }
    }
}

#[test]
fn matches_of_the_typed_text_are_underlined() {
    use ratatui::style::Modifier;
    for (typed, shown) in [("kost", "Kost"), ("кост", "Kost"), ("allur", "Allur")] {
        let mut walk = Walk::at(120, 36);
        walk.press("4 /").types(typed);
        let cells = walk.cells();
        let list = walk.model.layout().list.area;
        let mut marked = String::new();
        for y in list.y..list.y + 1 + u16::try_from(walk.model.layout().list.shown).unwrap() {
            for x in list.x..list.right() {
                let cell = cells.cell((x, y)).unwrap();
                if cell.modifier.contains(Modifier::UNDERLINED) {
                    marked.push_str(cell.symbol());
                }
            }
        }
        assert!(marked.contains(shown) && marked.replace(shown, "").is_empty(), "{typed}: {marked}");
    }
}

#[test]
fn an_empty_result_says_how_to_remove_the_filter_on_the_smallest_screen() {
    for language in ["", "g", "g g"] {
        let mut walk = Walk::at(40, 12);
        walk.press(language).press("7 /").types("xylophone").press("Enter");
        let text = walk.text();
        assert!(text.matches("Esc").count() == 2 && text.contains("xylophone"), "{text}");
    }
}
