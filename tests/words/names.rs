//! Names of the program's categories: each has one in every language.

use planfact::compare::series::interval::ThresholdAnswer;
use planfact::compare::verdict::types::{Badge, Lateness, Status, Verdict};
use planfact::dataset::records::{
    Id, Language, LocalizedText, MetricKind, Quality, SourceKind, SubjectKind, TargetKind,
};
use planfact::page::i18n::{Words, language_from_tag};

use super::all;

/// Every name.
fn names(words: &Words) -> Vec<String> {
    let mut names = Vec::new();
    for status in Status::ALL {
        names.extend([words.status(status), words.status_short(status), words.status_means(status)]);
    }
    for badge in Badge::ALL {
        names.extend([words.badge(badge), words.badge_mark(badge), words.badge_means(badge)]);
    }
    names.extend(
        [ThresholdAnswer::Yes, ThresholdAnswer::No, ThresholdAnswer::Undetermined].map(|answer| words.answer(answer)),
    );
    let sources = [SourceKind::Statistics, SourceKind::Government, SourceKind::Association];
    names.extend(sources.map(|kind| words.source_kind(kind)));
    names.extend([SourceKind::Company, SourceKind::Press, SourceKind::Other].map(|kind| words.source_kind(kind)));
    let subjects = [SubjectKind::Country, SubjectKind::Industry, SubjectKind::Site, SubjectKind::Brand];
    names.extend(subjects.map(|kind| words.subject_kind(kind)));
    names.push(words.subject_kind(SubjectKind::Other));
    names.extend([TargetKind::Target, TargetKind::Forecast].map(|kind| words.target_kind(kind)));
    let metrics = [MetricKind::Flow, MetricKind::Cumulative, MetricKind::Stock, MetricKind::Share];
    names.extend(metrics.map(|kind| words.metric_kind(kind)));
    names.extend([MetricKind::Growth, MetricKind::Ratio, MetricKind::Milestone].map(|kind| words.metric_kind(kind)));
    names.extend([Quality::Final, Quality::Provisional, Quality::Estimate].map(|quality| words.quality(quality)));
    let sites = ["operating", "closed", "abandoned", "merged", "planned", "under_construction", "unknown"];
    names.extend(sites.map(|word| words.site_status(word)));
    names
}

#[test]
fn no_name_is_a_key() {
    for words in all() {
        let keys = ["status-", "badge-", "answer-", "source-", "subject-", "target-", "metric-", "quality-", "site-"];
        for name in names(&words) {
            assert!(!name.is_empty() && !keys.iter().any(|key| name.starts_with(key)), "{name}");
        }
    }
}

#[test]
fn every_name_differs_between_the_languages() {
    let [english, russian, kazakh] = all();
    for ((english, russian), kazakh) in names(&english).into_iter().zip(names(&russian)).zip(names(&kazakh)) {
        let word = english.chars().filter(char::is_ascii_alphabetic).count() > 3;
        assert!(!word || (english != russian && english != kazakh), "{english}");
    }
}

#[test]
fn no_two_statuses_have_the_same_word() {
    for words in all() {
        for form in [Words::status, Words::status_short] {
            let mut names = Status::ALL.map(|status| form(&words, status)).to_vec();
            names.sort();
            names.dedup();
            assert_eq!(names.len(), Status::ALL.len(), "{names:?}");
        }
    }
}

#[test]
fn a_mark_is_short() {
    for words in all() {
        for badge in Badge::ALL {
            assert!(words.badge_mark(badge).chars().count() <= 4, "{}", words.badge_mark(badge));
        }
    }
}

#[test]
fn a_verdict_has_its_delay() {
    let verdict = |status, lateness| Verdict { lateness, ..Verdict::with_status(Id::new(0), status) };
    let say = |verdict: &Verdict| all().map(|words| words.verdict(verdict));
    assert_eq!(
        say(&verdict(Status::MetLate, Some(Lateness::Years(2)))),
        ["met 2 years late", "выполнено с опозданием на 2 года", "2 жыл кешігіп орындалды"]
    );
    assert_eq!(
        say(&verdict(Status::MetLate, Some(Lateness::Days(184, 245)))),
        ["met late by 6 to 8 months", "выполнено с опозданием на 6–8 месяцев", "6–8 ай кешігіп орындалды"]
    );
    assert_eq!(say(&verdict(Status::MetEarly, Some(Lateness::Years(-1))))[0], "met 1 year early");
    assert_eq!(say(&verdict(Status::Missed, None)), ["missed", "не выполнено", "орындалмады"]);
    let open = Verdict {
        between: Some([Status::Met, Status::Missed]),
        ..Verdict::with_status(Id::new(0), Status::Undetermined)
    };
    assert_eq!(say(&open), ["met or missed", "выполнено или не выполнено", "орындалды немесе орындалмады"]);
}

#[test]
fn an_unknown_site_status_is_shown_as_it_is_written() {
    assert_eq!(all()[1].site_status("on_hold"), "on hold");
}

#[test]
fn a_missing_key_is_its_own_text() {
    assert_eq!(all()[0].get("no-such-key"), "no-such-key");
    assert_eq!(all()[0].get("status-met.no-such-part"), "status-met.no-such-part");
}

#[test]
fn a_dataset_can_rename_things() {
    let english = |en: &'static str| LocalizedText { en: Some(en.into()), ..LocalizedText::default() };
    let names = [("sites".to_owned(), english("Mills")), ("status-met".to_owned(), LocalizedText::default())];
    let words = Words::new(Language::Kk).with_dataset_names(&names);
    assert_eq!(words.get("sites"), "Mills");
    assert_eq!(words.get("sites.short"), "Mills", "the long name of a dataset replaces our short one");
    assert_eq!(words.get("status-met"), "орындалды", "an empty name replaces nothing");
}

#[test]
fn counts_inside_texts_are_grouped_and_choose_their_plural_like_icu() {
    let rules = |code: &str| {
        let locale: icu_locale_core::Locale = code.parse().unwrap();
        icu_plurals::PluralRules::try_new_cardinal(locale.into()).unwrap()
    };
    let russian = rules("ru");
    let words = Words::new(Language::Ru);
    for count in (0..130u32).chain([1_000, 1_001, 2_636, 171_442]) {
        let expected = match russian.category_for(count) {
            icu_plurals::PluralCategory::One => "день",
            icu_plurals::PluralCategory::Few => "дня",
            _ => "дней",
        };
        let text = words.format("days", &[("count", count.into())]);
        assert_eq!(text.rsplit(' ').next(), Some(expected), "{text}");
    }
    assert_eq!(words.format("days", &[("count", 2_636.into())]), "2\u{a0}636 дней");
}

#[test]
fn a_language_is_found_by_its_tag() {
    for (tag, language) in [
        ("ru", Some(Language::Ru)),
        ("kk_KZ.UTF-8", Some(Language::Kk)),
        ("en-GB", Some(Language::En)),
        ("RU_ru", Some(Language::Ru)),
        ("de_DE.UTF-8", None),
        ("C", None),
        ("", None),
    ] {
        assert_eq!(language_from_tag(tag), language, "{tag}");
    }
}
