//! The sentence about a target, for every status, in three languages.

use chrono::NaiveDate;
use planfact::compare::verdict::types::{Status, Verdict};
use planfact::compare::verdicts;
use planfact::dataset::load;
use planfact::dataset::records::Dataset;

use super::all;

/// Targets with different results.
const RECORD: &str = r#"{
  "planfact": 1, "id": "sample", "title": "Sample", "lead": "flow-missed",
  "sources": [{"id": "s", "publisher": "Press", "title": "News", "url": "https://example.org/", "published": "2016-07-01", "kind": "press"}],
  "metrics": [
    {"id": "vehicles", "name": {"en": "Vehicles made", "ru": "Выпуск автомобилей", "kk": "Автомобиль шығару"},
     "unit": {"en": "vehicle|vehicles", "ru": "автомобиль|автомобиля|автомобилей", "kk": "автомобиль"}, "kind": "flow"},
    {"id": "localisation", "name": {"en": "Localisation", "ru": "Локализация", "kk": "Оқшаулау"}, "unit": "%", "kind": "share"},
    {"id": "money", "name": {"en": "Investment", "ru": "Инвестиции", "kk": "Инвестиция"}, "unit": "tenge", "kind": "flow", "currency": "KZT"},
    {"id": "opening", "name": {"en": "Opening", "ru": "Открытие", "kk": "Ашылу"}, "unit": "event", "kind": "milestone"}
  ],
  "subjects": [
    {"id": "kz", "kind": "country", "name": {"en": "Kazakhstan", "ru": "Казахстан", "kk": "Қазақстан"}},
    {"id": "plant", "kind": "site", "within": "kz", "name": {"en": "The plant", "ru": "Завод", "kk": "Зауыт"}}
  ],
  "targets": [
    {"id": "flow-missed", "metric": "vehicles", "subject": "kz", "value": ">=200k", "due": "2025", "said": "2016-07-01", "by": "A", "sources": ["s"]},
    {"id": "flow-late", "metric": "vehicles", "subject": "kz", "value": "~100k", "due": "2020", "said": "2018-09-21", "by": "A", "sources": ["s"]},
    {"id": "flow-next-year", "metric": "vehicles", "subject": "kz", "value": ">160k", "due": "2025", "said": "2024", "by": "A", "sources": ["s"], "kind": "forecast"},
    {"id": "flow-open", "metric": "vehicles", "subject": "kz", "value": "300k", "due": "2030", "said": "2024", "by": "A", "sources": ["s"]},
    {"id": "share-nothing", "metric": "localisation", "subject": "kz", "value": "50", "due": "2019-07-01..2020-07-01", "said": "2016-07-01", "by": "A", "sources": ["s"]},
    {"id": "money-undated", "metric": "money", "subject": "plant", "value": ">100bn", "said": "2023", "by": "A", "sources": ["s"]},
    {"id": "unquantified", "metric": "money", "subject": "kz", "value": "?", "due": "2020", "said": "2017", "by": "A", "sources": ["s"]},
    {"id": "event-late", "metric": "opening", "subject": "plant", "due": "2025-Q1", "said": "2023", "by": "A", "sources": ["s"]},
    {"id": "event-undated", "metric": "opening", "subject": "kz", "said": "2023", "by": "A", "sources": ["s"]}
  ],
  "actuals": [
    {"metric": "vehicles", "subject": "kz", "period": "2025", "value": 171442, "sources": ["s"], "published": "2026-02-23"},
    {"metric": "vehicles", "subject": "kz", "period": "2020", "value": 77471, "sources": ["s"], "published": "2021-02-01"},
    {"metric": "vehicles", "subject": "kz", "period": "2021", "value": 92417, "sources": ["s"], "published": "2022-02-01"},
    {"metric": "vehicles", "subject": "kz", "period": "2022-01/2022-11", "value": "~100k", "sources": ["s"], "published": "2022-12-20"},
    {"metric": "opening", "subject": "plant", "period": "2025-09-16", "value": 1, "sources": ["s"], "published": "2025-09-17"}
  ]
}"#;

fn record(text: &str) -> Dataset {
    load(text).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

fn verdict_of(data: &Dataset, id: &str) -> Verdict {
    let known = NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
    verdicts(data, known).into_iter().find(|verdict| &*data[verdict.target].id == id).unwrap()
}

/// The sentence of a target in three languages, with plain spaces.
fn say(id: &str) -> [String; 3] {
    let data = record(RECORD);
    let verdict = verdict_of(&data, id);
    all().map(|words| words.sentence(&data, &verdict).replace('\u{a0}', " "))
}

#[test]
fn a_missed_target_has_its_attainment() {
    assert_eq!(
        say("flow-missed"),
        [
            "At least 200,000 vehicles a year by 2025 were promised in July 2016. 2025 brought 171,442: 86% of the promise.",
            "В июле 2016 года обещали не менее 200 000 автомобилей в год к 2025 году. Итог 2025 года — 171 442: \
             86 % обещанного.",
            "2016 жылғы шілдеде 2025 жылға қарай жылына кемінде 200 000 автомобиль уәде етілді. 2025 жылдың қорытындысы \
             — 171 442: уәденің 86%-ы.",
        ]
    );
}

#[test]
fn a_dataset_can_give_the_verb() {
    let words =
        r#""words": {"made-vehicles": {"en": "{} were made", "ru": "выпущено {}", "kk": "{} шығарылды"}}, "lead""#;
    let data = record(&RECORD.replacen(r#""lead""#, words, 1));
    let tell = |id: &str| {
        let verdict = verdict_of(&data, id);
        all().map(|words| words.with_dataset_names(&data.words).sentence(&data, &verdict).replace('\u{a0}', " "))
    };
    let [english, russian, kazakh] = tell("flow-missed");
    assert!(english.ends_with(". 171,442 were made: 86% of the promise."), "{english}");
    assert!(russian.ends_with(". Выпущено 171 442: 86 % обещанного."), "{russian}");
    assert!(kazakh.ends_with(". 171 442 шығарылды: уәденің 86%-ы."), "{kazakh}");
    let [english, russian, kazakh] = tell("flow-late");
    assert!(english.contains("About 100,000 were made in January–November 2022: "), "{english}");
    assert!(russian.contains("Выпущено около 100 000 в январе–ноябре 2022 года: "), "{russian}");
    assert!(kazakh.contains("2022 жылғы қаңтар–қарашада шамамен 100 000 шығарылды: "), "{kazakh}");
}

#[test]
fn a_target_met_late_has_both_years() {
    assert_eq!(
        say("flow-late"),
        [
            "About 100,000 vehicles a year by 2020 were promised in September 2018. 2020 brought 77,471: 77% of the promise. \
             January–November 2022 brought about 100,000: the promise was met 2 years late.",
            "В сентябре 2018 года обещали около 100 000 автомобилей в год к 2020 году. Итог 2020 года — 77 471: 77 % \
             обещанного. Итог января–ноября 2022 года — около 100 000: обещание выполнено с опозданием на 2 года.",
            "2018 жылғы қыркүйекте 2020 жылға қарай жылына шамамен 100 000 автомобиль уәде етілді. 2020 жылдың \
             қорытындысы — 77 471: уәденің 77%-ы. 2022 жылғы қаңтар–қарашаның қорытындысы — шамамен 100 000: уәде 2 жыл \
             кешігіп орындалды.",
        ]
    );
}

#[test]
fn a_forecast_is_not_called_a_promise() {
    assert_eq!(
        say("flow-next-year"),
        [
            "More than 160,000 vehicles for 2025 were forecast in 2024. 2025 brought 171,442: the forecast came true.",
            "В 2024 году прогнозировали более 160 000 автомобилей на 2025 год. Итог 2025 года — 171 442: прогноз сбылся.",
            "2024 жылы 2025 жылға 160 000-нан астам автомобиль болжанды. 2025 жылдың қорытындысы — 171 442: болжам \
             расталды.",
        ]
    );
}

#[test]
fn a_part_year_has_its_yearly_pace() {
    let actual = r#""actuals": [
    {"metric": "vehicles", "subject": "kz", "period": "2015", "value": 14110, "sources": ["s"], "published": "2016-02-01"},
    {"metric": "vehicles", "subject": "kz", "period": "2018-01/2018-08", "value": ">19k", "sources": ["s"],
     "published": "2018-09-21"},"#;
    let data = record(&RECORD.replacen(r#""actuals": ["#, actual, 1));
    let known = NaiveDate::from_ymd_opt(2018, 9, 30).unwrap();
    let verdict =
        verdicts(&data, known).into_iter().find(|verdict| &*data[verdict.target].id == "flow-missed").unwrap();
    let [english, russian, kazakh] = all().map(|words| words.sentence(&data, &verdict).replace('\u{a0}', " "));
    let latest = "The latest figure is more than 19,000 (January–August 2018), about 28,500 a year at that pace.";
    assert!(english.contains(latest), "{english}");
    let latest = "Последние данные (январь–август 2018 года): более 19 000, в пересчёте на год около 28 500.";
    assert!(russian.contains(latest), "{russian}");
    let latest = "Соңғы дерек (2018 жылғы қаңтар–тамыз): 19 000-нан астам, жылдық есеппен шамамен 28 500.";
    assert!(kazakh.contains(latest), "{kazakh}");
}

#[test]
fn a_target_without_data_has_no_result() {
    assert_eq!(
        say("share-nothing"),
        [
            "Localisation: 50% between July 2019 and July 2020 was promised in July 2016. The time is up, and what came of \
             it has not been reported.",
            "Локализация: в июле 2016 года обещали 50 % в срок с июля 2019 по июль 2020 года. Срок истёк, а что вышло, никто \
             не сообщил.",
            "Оқшаулау: 2016 жылғы шілдеде 2019 жылғы шілде айы мен 2020 жылғы шілде айы аралығында 50% уәде етілді. Мерзімі \
             өтті, бірақ нәтижесі туралы ешкім хабарлаған жоқ.",
        ]
    );
}

#[test]
fn money_without_a_date_has_its_subject() {
    let [english, russian, kazakh] = say("money-undated");
    assert!(english.starts_with("Investment, The plant: more than KZT 100 bn was promised in 2023, without a date."));
    assert!(russian.starts_with("Инвестиции, Завод: в 2023 году обещали более 100 млрд тенге, срока не назвали."));
    assert!(kazakh.starts_with("Инвестиция, Зауыт: 2023 жылы 100 млрд теңгеден астам уәде етілді, мерзімі аталмады."));
}

#[test]
fn a_target_without_a_number_has_no_result() {
    assert_eq!(
        say("unquantified"),
        [
            "Investment: promised in 2017 for 2020, but without a number that could be checked.",
            "Инвестиции: в 2017 году дали обещание на 2020 год, но без числа, которое можно было бы проверить.",
            "Инвестиция: 2017 жылы 2020 жылға уәде берілді, бірақ тексеруге болатын сан аталмады.",
        ]
    );
}

#[test]
fn an_event_has_its_day_and_its_delay() {
    assert_eq!(
        say("event-late"),
        [
            "Opening, The plant: promised in 2023 for the first quarter of 2025. It happened on 16 September 2025, 6 months \
             late.",
            "Открытие, Завод: в 2023 году обещали на I квартал 2025 года. Состоялось 16 сентября 2025 года, с опозданием на \
             6 месяцев.",
            "Ашылу, Зауыт: 2023 жылы 2025 жылғы I тоқсанға уәде етілді. 2025 жылғы 16 қыркүйекте, 6 ай кешігіп жүзеге асты.",
        ]
    );
    assert!(
        say("event-undated")[0].ends_with("promised in 2023, without a date. That it happened has not been reported.")
    );
}

#[test]
fn a_target_not_yet_stated_has_one_sentence() {
    let data = record(RECORD);
    let verdict = Verdict { status: Status::NotSaid, ..verdict_of(&data, "flow-missed") };
    assert_eq!(all()[0].sentence(&data, &verdict), "On this day it had not been promised yet.");
}

#[test]
fn every_status_has_whole_sentences_in_every_language() {
    let (data, words) = (record(RECORD), all());
    for id in data.targets.iter().map(|target| &*target.id) {
        let usual = verdict_of(&data, id);
        for status in [
            Status::MetEarly,
            Status::Met,
            Status::MetLate,
            Status::Missed,
            Status::OnTrack,
            Status::Behind,
            Status::AtRisk,
            Status::NotYetDue,
            Status::AwaitingData,
            Status::NoData,
            Status::Undetermined,
            Status::Contested,
            Status::Unquantified,
            Status::NotDated,
            Status::NotSaid,
        ] {
            let verdict = Verdict { status, ..usual.clone() };
            for text in words.iter().map(|words| words.sentence(&data, &verdict)) {
                let whole = text.ends_with('.') && !text.contains("..") && !text.contains("  ");
                let filled = !text.contains(['{', '$']) && !text.contains("-met") && !text.contains("outcome-");
                let capital = text.chars().next().is_some_and(|first| !first.is_lowercase());
                assert!(whole && filled && capital, "{id}, {status:?}: {text}");
            }
        }
    }
}
