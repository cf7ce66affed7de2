//! The words of headers in several languages, in lower case: kinds of figure and roles of columns.

use crate::import::flags::Role;

/// What a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum FigureKind {
    Plan,
    Fact,
    Forecast,
}

/// Words that say what a figure is.
pub(crate) fn figure_kind(word: &str) -> Option<FigureKind> {
    const PLAN: &[&str] = &[
        "target",
        "targets",
        "targeted",
        "plan",
        "planned",
        "budget",
        "budgeted",
        "goal",
        "quota",
        "план",
        "плановое",
        "плановый",
        "плановые",
        "задание",
        "цель",
        "жоспар",
        "жоспары",
        "жоспарлы",
        "soll",
        "reja",
        "目標",
        "計画",
    ];
    const FACT: &[&str] = &[
        "actual",
        "actuals",
        "fact",
        "achieved",
        "achievement",
        "attainment",
        "reached",
        "result",
        "факт",
        "фактическое",
        "фактический",
        "фактические",
        "фактически",
        "исполнение",
        "исполнено",
        "выполнение",
        "выполнено",
        "нақты",
        "орындалуы",
        "орындалды",
        "ist",
        "amalda",
        "実績",
        "отчет",
        "отчёт",
        "есеп",
    ];
    const FORECAST: &[&str] = &["forecast", "forecasts", "projection", "outlook", "прогноз", "оценка", "болжам"];
    [(PLAN, FigureKind::Plan), (FACT, FigureKind::Fact), (FORECAST, FigureKind::Forecast)]
        .into_iter()
        .find_map(|(words, kind)| words.contains(&word).then_some(kind))
}

/// Words beside a kind of figure that name nothing.
pub(crate) fn is_filler(word: &str) -> bool {
    ["amount", "value", "values", "figure", "сумма", "значение", "показатель", "мәні", "сомасы", "the", "of"]
        .contains(&word)
}

/// A header that says what figures are, but not which kind; open data call what was observed so.
pub(crate) fn is_plain_value(word: &str) -> bool {
    ["value", "obs", "значение", "мәні"].contains(&word)
}

/// Words of a column that is computed from plan and fact.
pub(crate) fn is_derived(word: &str) -> bool {
    let stems = [
        "отклон",
        "deviation",
        "variance",
        "ауытқу",
        "difference",
        "разница",
        "gap",
        "abweichung",
        "выполнения",
        "исполнения",
    ];
    stems.iter().any(|stem| word.starts_with(stem))
}

/// The role that a word of a header gives to a column without figures.
pub(crate) fn role(word: &str) -> Option<Role> {
    const METRIC: &[&str] = &[
        "metric",
        "indicator",
        "kpi",
        "measure",
        "показатель",
        "показатели",
        "индикатор",
        "көрсеткіш",
        "көрсеткіштер",
        "статья",
    ];
    const SUBJECT: &[&str] = &[
        "subject",
        "region",
        "area",
        "state",
        "department",
        "team",
        "plant",
        "entity",
        "country",
        "province",
        "district",
        "branch",
        "division",
        "geo",
        "location",
        "city",
        "регион",
        "область",
        "район",
        "город",
        "подразделение",
        "отдел",
        "завод",
        "предприятие",
        "филиал",
        "аймақ",
        "облыс",
        "өңір",
        "бөлім",
        "қала",
        "аудан",
        "кәсіпорын",
    ];
    const UNIT: &[&str] = &["unit", "units", "изм", "измерения", "единица", "өлшем", "бірлігі", "einheit"];
    const KIND: &[&str] = &["kind", "scenario", "type", "тип", "вид", "түрі", "сценарий"];
    const NOTE: &[&str] =
        &["note", "notes", "comment", "comments", "примечание", "комментарий", "ескерту", "remark", "remarks"];
    [(UNIT, Role::Unit), (METRIC, Role::Metric), (SUBJECT, Role::Subject), (KIND, Role::Kind), (NOTE, Role::Note)]
        .into_iter()
        .find_map(|(words, role)| words.contains(&word).then_some(role))
}

/// Words of a column with periods.
pub(crate) fn is_period_word(word: &str) -> bool {
    [
        "period",
        "year",
        "month",
        "quarter",
        "date",
        "time",
        "период",
        "год",
        "месяц",
        "квартал",
        "дата",
        "кезең",
        "жыл",
        "жылы",
        "ай",
        "тоқсан",
        "күні",
        "yr",
        "monat",
        "jahr",
        "datum",
    ]
    .contains(&word)
}

/// Words of a row that adds up others.
pub(crate) fn is_total(label: &str) -> bool {
    let word = label.trim().trim_end_matches(':').to_lowercase();
    ["итого", "всего", "total", "totals", "grand total", "sum", "барлығы", "жиыны", "жалпы", "jami", "gesamt", "summe"]
        .contains(&word.as_str())
}

/// The line above the parts of a total: "of which".
pub(crate) fn is_of_which(label: &str) -> bool {
    let word = label.trim().trim_end_matches(':').to_lowercase();
    ["в том числе", "из них", "в т.ч.", "в т. ч.", "of which", "including", "оның ішінде", "соның ішінде"]
        .contains(&word.as_str())
}

/// What stands for no figure.
pub(crate) fn is_missing(text: &str, more: &[String]) -> bool {
    let word = text.trim().to_lowercase();
    [
        "",
        "-",
        "–",
        "—",
        "..",
        "...",
        "…",
        "n/a",
        "na",
        "not available",
        "н/д",
        "нд",
        "н.д.",
        "x",
        "х",
        "жоқ",
        "нет данных",
        "#n/a",
        ":",
        "null",
        "nan",
    ]
    .contains(&word.as_str())
        || more.iter().any(|mark| mark.trim().to_lowercase() == word)
}

/// Whether a text is a unit, so that a cell above a table says it of all figures.
pub(crate) fn is_unit(text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    let starts = [
        "тыс",
        "млн",
        "млрд",
        "мың",
        "million",
        "mln",
        "thousand",
        "bn",
        "billion",
        "%",
        "in ",
        "unit",
        "ед.",
        "usd",
        "kzt",
        "eur",
        "тенге",
        "теңге",
        "тонн",
        "$",
        "€",
        "₸",
    ];
    starts.iter().any(|start| lower.starts_with(start)) && lower.chars().count() <= 30
}
