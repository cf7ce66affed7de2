//! The language files: the same keys and placeholders, nothing untranslated, nothing unused.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_bundle::FluentResource;
use planfact::dataset::records::Language;
use planfact::page::i18n::{language_code, locale_text};

use super::{ALL, all};

/// Prefixes of keys that code composes.
const COMPOSED: [&str; 8] =
    ["do-", "currency-", "month-", "period-", "scale-", "half-name", "quarter-name", "status-undetermined"];

/// Prefixes of keys whose texts may be the same in two languages.
const SAME_IN_LANGUAGES: [&str; 9] = [
    "said-",
    "period-",
    "half-name",
    "quarter-name",
    "range",
    "bounds-between",
    "result-",
    "investments-latest",
    "key-write-",
];

/// The texts of a language by key: `message`, `message.attribute`.
fn texts(language: Language) -> BTreeMap<String, String> {
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    let mut message = String::new();
    let mut key = String::new();
    for line in locale_text(language).lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        let head = line.split_once(" =").map(|(head, rest)| (head, rest.trim()));
        match head {
            Some((name, rest)) if !line.starts_with(' ') => {
                name.clone_into(&mut message);
                key.clone_from(&message);
                assert!(texts.insert(key.clone(), rest.to_owned()).is_none(), "{language:?}: {key} is there twice");
            }
            Some((name, rest)) if name.trim_start().starts_with('.') => {
                key = format!("{message}{}", name.trim_start());
                assert!(texts.insert(key.clone(), rest.to_owned()).is_none(), "{language:?}: {key} is there twice");
            }
            _ => {
                let text = texts.entry(key.clone()).or_default();
                text.push('\n');
                text.push_str(line);
            }
        }
    }
    texts
}

/// The placeholders of a text and of the messages it refers to, without `$grammar-…`. The cases of a month or a name count
/// as the month or the name.
fn placeholders(texts: &BTreeMap<String, String>, key: &str) -> BTreeSet<String> {
    let text = texts.get(key).map_or("", String::as_str);
    let own = text
        .split('$')
        .skip(1)
        .map(|rest| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect::<String>());
    let mut found: BTreeSet<String> = own
        .filter(|name| !name.starts_with("grammar-"))
        .map(|name| {
            let stem = name.split('-').next().unwrap_or_default();
            match stem {
                "month" | "first" | "last" | "metric" => stem.to_owned(),
                "yy" => "year".to_owned(),
                _ => name,
            }
        })
        .collect();
    for rest in text.split("{ ").skip(1) {
        let other = rest.split(" }").next().unwrap_or_default();
        if texts.contains_key(other) {
            found.extend(placeholders(texts, other));
        }
    }
    found
}

/// The sources of the program, without their inline tests.
fn sources() -> String {
    fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    let mut paths = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut paths);
    let code = |path: &PathBuf| {
        let text = fs::read_to_string(path).unwrap();
        text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default().to_owned()
    };
    paths.iter().map(code).collect()
}

/// The string literals of the sources that could be keys.
fn literals(code: &str) -> BTreeSet<&str> {
    let is_key = |text: &&str| {
        !text.is_empty() && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '.')
    };
    code.split('"').filter(is_key).collect()
}

#[test]
fn every_file_is_valid_fluent() {
    for language in ALL {
        let read = FluentResource::try_new(locale_text(language).to_owned());
        assert!(read.is_ok(), "{language:?}: {:?}", read.err().map(|(_, errors)| errors));
    }
}

#[test]
fn every_text_of_a_file_is_found_by_its_key() {
    for words in all() {
        let silent: Vec<String> = texts(words.language()).into_keys().filter(|key| !words.has(key)).collect();
        assert!(silent.is_empty(), "{:?}: {silent:?}", words.language());
    }
}

#[test]
fn the_languages_have_the_same_keys() {
    let [english, russian, kazakh] = ALL.map(texts);
    let keys = |texts: &BTreeMap<String, String>| texts.keys().cloned().collect::<BTreeSet<_>>();
    for (name, other) in [("ru", russian), ("kk", kazakh)] {
        let missing: Vec<_> = keys(&english).difference(&keys(&other)).cloned().collect();
        let extra: Vec<_> = keys(&other).difference(&keys(&english)).cloned().collect();
        assert!(missing.is_empty() && extra.is_empty(), "{name}.ftl: missing {missing:?}, only there {extra:?}");
    }
}

#[test]
fn the_languages_have_the_same_placeholders() {
    let [english, russian, kazakh] = ALL.map(texts);
    let differs = |key: &&String, other| placeholders(&english, key) != placeholders(other, key);
    for (name, other) in [("ru", &russian), ("kk", &kazakh)] {
        let wrong: Vec<_> = english.keys().filter(|key| differs(key, other)).collect();
        assert!(wrong.is_empty(), "{name}.ftl has other placeholders in {wrong:?}");
    }
}

#[test]
fn nothing_is_left_untranslated() {
    let [english, russian, kazakh] = ALL.map(texts);
    // The words themselves, without placeholders, keys of selectors and names of attributes.
    let words = |text: &str| {
        let mut names = false;
        let mut found = String::new();
        for c in text.chars() {
            match c {
                '$' | '[' => names = true,
                _ if names && !(c.is_ascii_alphanumeric() || c == '-') => names = false,
                _ if !names && c.is_alphabetic() => found.push(c),
                _ => {}
            }
        }
        found
    };
    for (name, other) in [("ru", &russian), ("kk", &kazakh)] {
        let left: Vec<_> = english
            .iter()
            .filter(|(key, _)| !SAME_IN_LANGUAGES.iter().any(|start| key.starts_with(start)))
            .filter(|(key, text)| {
                let translated = other.get(*key).map(|text| words(text)).unwrap_or_default();
                let cyrillic = translated.chars().any(|c| ('\u{400}'..'\u{530}').contains(&c));
                words(text).chars().count() > 1 && !cyrillic
            })
            .map(|(key, _)| key)
            .collect();
        assert!(left.is_empty(), "{name}.ftl still says {left:?} in English, or nothing");
    }
}

#[test]
fn no_text_is_empty_or_ends_in_a_blank() {
    for language in ALL {
        for (key, text) in texts(language) {
            assert!(!text.trim().is_empty(), "{language:?}: {key} says nothing");
            assert!(!text.contains('\t') && !text.ends_with(' '), "{language:?}: {key}");
        }
    }
}

#[test]
fn every_key_used_by_code_exists() {
    let code = sources();
    let [english, ..] = all();
    let mut asked = 0;
    for opening in ["get(\"", "format(\"", "format(ctx.words, \"", "column(\"", "label(\""] {
        for rest in code.split(opening).skip(1) {
            let key = rest.split('"').next().unwrap_or_default();
            // A composed string or one of another table is not a key.
            if key.is_empty() || !rest[key.len()..].starts_with(['"']) || key.contains(['{', ' ', '_', '/']) {
                continue;
            }
            if !key.contains('-') && !english.has(key) && opening == "get(\"" {
                continue;
            }
            asked += 1;
            assert!(english.has(key), "{opening}{key}\" has no text");
        }
    }
    assert!(asked > 60, "only {asked} keys were found in the sources");
}

#[test]
fn every_key_is_used() {
    let code = sources();
    let literals = literals(&code);
    let used = |message: &str| {
        COMPOSED.iter().any(|start| message.starts_with(start))
            || literals.iter().any(|literal| literal.split('.').next() == Some(message))
    };
    let unused: BTreeSet<String> = texts(Language::En)
        .into_keys()
        .map(|key| key.split('.').next().unwrap_or_default().to_owned())
        .filter(|message| !used(message))
        .collect();
    assert!(unused.is_empty(), "no code says {unused:?}");
}

#[test]
fn words_are_from_the_file_of_their_language() {
    for (language, words) in ALL.into_iter().zip(all()) {
        assert_eq!(words.language(), language);
        let other = ALL.into_iter().find(|other| *other != language).unwrap();
        assert_ne!(words.get("status-met"), texts(other)["status-met"], "{}", language_code(language));
    }
}
