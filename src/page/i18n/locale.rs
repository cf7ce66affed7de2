//! The languages: their codes, their files, and their recognition in settings such as `kk_KZ.UTF-8`.

use crate::dataset::records::Language;

/// The ISO 639-1 code of a language: `en`, `ru`, `kk`.
pub fn language_code(language: Language) -> &'static str {
    match language {
        Language::En => "en",
        Language::Ru => "ru",
        Language::Kk => "kk",
    }
}

/// The Fluent file of a language.
pub fn locale_text(language: Language) -> &'static str {
    match language {
        Language::En => include_str!("../../../assets/locales/en.ftl"),
        Language::Ru => include_str!("../../../assets/locales/ru.ftl"),
        Language::Kk => include_str!("../../../assets/locales/kk.ftl"),
    }
}

/// The language of a tag such as `ru`, `kk-KZ` or `en_GB.UTF-8`; none for one without a file.
pub fn language_from_tag(tag: &str) -> Option<Language> {
    let primary = tag.split(['-', '_', '.', '@']).next().unwrap_or_default();
    [Language::En, Language::Ru, Language::Kk].into_iter().find(|&l| primary.eq_ignore_ascii_case(language_code(l)))
}
