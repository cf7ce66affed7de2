//! The key tables match the README and the messages.

use planfact::app::input::keys::keymap::{Keymap, commands};
use planfact::app::input::keys::table::KEYS;
use planfact::app::{notes, present};
use planfact::dataset::records::Language;
use planfact::page::i18n::Words;

use super::readme::README;

/// A key table as in the README.
fn table(rows: impl Iterator<Item = (String, &'static str)>) -> String {
    let words = Words::new(Language::En);
    let cell = |keys: &str| keys.split(' ').map(|key| format!("`{key}`")).collect::<Vec<_>>().join(" ");
    let row = |(keys, word): (String, &str)| format!("| {} | {} |\n", cell(&keys), words.get(word));
    let head = "| key | what it does |\n|---|---|\n".to_owned();
    head + &rows.map(row).collect::<String>()
}

/// Compares the part of the README between two comments with a table.
fn check_table(name: &str, expected: &str) {
    let start = format!("<!-- {name}: this table is held to the one in the code by a test -->\n\n");
    let (_, rest) = README.split_once(&start).unwrap();
    let (actual, _) = rest.split_once(&format!("\n<!-- end of {name} -->")).unwrap();
    assert_eq!(actual, expected, "\nThe README should say:\n\n{expected}");
}

#[test]
fn the_readme_has_the_key_tables() {
    let keymap = Keymap::default();
    check_table("keys", &table(KEYS.iter().map(|binding| (keymap.all_keys(binding), binding.message_id))));
    check_table("keys of the talk", &table(present::keys::KEYS.iter().map(|row| (row.all_keys(), row.message_id))));
    check_table("keys of the notes", &table(notes::keys::KEYS.iter().map(|row| (row.all_keys(), row.message_id))));
}

#[test]
fn every_key_is_explained_in_every_language() {
    for language in [Language::En, Language::Ru, Language::Kk] {
        let words = Words::new(language);
        for row in present::keys::KEYS {
            assert!(words.has(row.message_id), "{language:?} has no {}", row.message_id);
        }
        for row in notes::keys::KEYS {
            assert!(words.has(row.message_id), "{language:?} has no {}", row.message_id);
        }
        for binding in KEYS {
            for word in [binding.message_id.to_owned(), format!("{}.short", binding.message_id)] {
                assert!(words.has(&word), "{language:?} has no {word}");
            }
        }
    }
}

#[test]
fn commands_that_share_a_row_have_their_own_palette_entries() {
    // Pages are listed by their names.
    for command in
        KEYS.iter().filter(|row| row.commands.len() > 1 && row.message_id != "key-open").flat_map(|row| row.commands)
    {
        for language in [Language::En, Language::Ru, Language::Kk] {
            let word = format!("do-{}", command.name);
            assert!(Words::new(language).has(&word), "{language:?} has no palette entry {word}");
        }
    }
}

#[test]
fn every_palette_entry_belongs_to_a_command() {
    let file = include_str!("../../assets/locales/en.ftl");
    let named = file.lines().filter_map(|line| line.strip_prefix("do-")?.split_once(" =")).map(|(name, _)| name);
    for name in named {
        assert!(commands().any(|command| command.name == name), "do-{name} belongs to no command");
    }
}
