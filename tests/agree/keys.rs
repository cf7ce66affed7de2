//! The table of keys, and what is said about it.

use planfact::app::keys::keymap::Keymap;
use planfact::app::keys::table::{Binding, KEYS};
use planfact::dataset::records::Language;
use planfact::page::words::Words;

use super::readme::README;

/// The table of keys as the README has it.
fn table() -> String {
    let words = Words::new(Language::En);
    let cell = |keys: &str| keys.split(' ').map(|key| format!("`{key}`")).collect::<Vec<_>>().join(" ");
    let row =
        |binding: &Binding| format!("| {} | {} |\n", cell(&Keymap::default().every(binding)), words.get(binding.word));
    let head = "| key | what it does |\n|---|---|\n".to_owned();
    head + &KEYS.iter().map(row).collect::<String>()
}

#[test]
fn the_readme_has_the_table_of_keys() {
    let (_, rest) =
        README.split_once("<!-- keys: this table is held to the one in the code by a test -->\n\n").unwrap();
    let (said, _) = rest.split_once("\n<!-- end of keys -->").unwrap();
    let expected = table();
    assert_eq!(said, expected, "\nThe README should say:\n\n{expected}");
}

#[test]
fn every_key_is_explained_in_every_language() {
    for language in [Language::En, Language::Ru, Language::Kk] {
        let words = Words::new(language);
        for binding in KEYS {
            for word in [binding.word.to_owned(), format!("{}.short", binding.word)] {
                assert!(words.has(&word), "{language:?} has no {word}");
            }
        }
    }
}
