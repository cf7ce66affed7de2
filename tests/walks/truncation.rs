//! No word is cut where there is room, in every language, on every page, at every size.

use std::collections::BTreeMap;

use planfact::app::app_data::DataOrigin;
use planfact::app::dashboard::state::State;
use planfact::dataset::records::Language;
use planfact::page::model::PageKind;
use planfact::render::look::theme::Paint;
use ratatui::buffer::Buffer;

use super::walk::{MOTOR, Walk};

const SIZES: [(u16, u16); 5] = [(40, 12), (60, 18), (80, 24), (120, 36), (200, 60)];

/// Cells that may stay free after a cut: the gap before the next column, and less than a word needs.
const GAP: usize = 4;

/// The lines, from the cut on, where a word was cut although the cells after it are free.
/// `sentence` is the text above the page: it may end after a whole word, if the next one needs more than is free.
fn cut_with_room(cells: &Buffer, sentence: &str) -> Vec<String> {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let ends_whole = |line: &str, free: usize| {
        let last = line.split_whitespace().last().unwrap_or_default();
        words.windows(2).any(|pair| pair[0] == last && pair[1].chars().count() + 1 > free)
    };
    let mut wrong = Vec::new();
    for y in 0..cells.area.height {
        let row: Vec<&str> = (0..cells.area.width).map(|x| cells[(x, y)].symbol()).collect();
        for x in 1..row.len() {
            let cut = row[x] == "…" && row[x - 1].chars().all(char::is_alphanumeric);
            let free = row[x + 1..].iter().take_while(|symbol| **symbol == " ").count();
            let line = row[..x].concat();
            if cut && free > GAP && !ends_whole(&line, free) {
                wrong.push(format!("{free} free after: {}", row[..=x].concat().trim()));
            }
        }
    }
    wrong
}

#[test]
fn no_word_is_cut_where_there_is_room() {
    let mut wrong: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for language in [Language::En, Language::Ru, Language::Kk] {
        let state = State::new("2026-06-30".parse().unwrap(), language, Paint::default());
        let mut walk = Walk::from(MOTOR, DataOrigin::Bundled, state);
        for (number, page) in PageKind::ALL.into_iter().enumerate() {
            for keys in ["", "Enter"] {
                walk.press("Esc Esc").press(&(number + 1).to_string()).press(keys);
                for size in SIZES {
                    walk.resize(size);
                    let sentence: String = walk.model.page().sentence.iter().map(|run| run.text.as_str()).collect();
                    let found = cut_with_room(&walk.cells(), &sentence);
                    if !found.is_empty() {
                        wrong.insert(format!("{language:?} {page:?} {keys} {size:?}"), found);
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
