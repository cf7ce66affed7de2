//! The languages: their codes, their files, and how a setting such as `kk_KZ.UTF-8` names one.

use crate::dataset::records::Language;

/// The code of a language: `en`, `ru`, `kk`.
#[must_use]
pub fn language_code(language: Language) -> &'static str {
    match language {
        Language::En => "en",
        Language::Ru => "ru",
        Language::Kk => "kk",
    }
}

/// The texts of a language, as Fluent reads them.
#[must_use]
pub fn locale_text(language: Language) -> &'static str {
    match language {
        Language::En => include_str!("../../../assets/locales/en.ftl"),
        Language::Ru => include_str!("../../../assets/locales/ru.ftl"),
        Language::Kk => include_str!("../../../assets/locales/kk.ftl"),
    }
}

/// The language that a tag such as `ru`, `kk-KZ` or `en_GB.UTF-8` names; none for a language that planfact does not speak.
#[must_use]
pub fn language_from_tag(tag: &str) -> Option<Language> {
    let primary = tag.split(['-', '_', '.', '@']).next().unwrap_or_default();
    [Language::En, Language::Ru, Language::Kk].into_iter().find(|&l| primary.eq_ignore_ascii_case(language_code(l)))
}
