//! Texts of a story with placeholders: `{reported} were made {in}`, `{figure vehicles kz 2020}`. Their values are computed in
//! `page::talk` as of the date of the talk, so that no sentence can disagree with its chart.

use std::borrow::Cow;

use crate::dataset::diagnose::findings::closest_name;
use crate::dataset::diagnose::problem::{Fault, quote};
use crate::dataset::format::period::Period;
use crate::dataset::records::index::{IdMap, RecordsById, SeriesKey};
use crate::dataset::records::{Id, Target};

/// A part of a template.
#[derive(Debug, Clone, PartialEq)]
pub enum TemplatePart<'t> {
    /// Literal text.
    Text(Cow<'t, str>),
    /// A placeholder.
    Placeholder(Placeholder),
}

/// What a placeholder refers to.
#[derive(Debug, Clone, PartialEq)]
pub enum Placeholder {
    /// A field of a target.
    Target(TargetField, Id<Target>),
    /// The figure of a series for a period.
    Figure(SeriesKey, Period, NumberLength),
    /// The figure of another source for the same period, short.
    Rival(SeriesKey, Period),
    /// The ratio of two figures: series, period of the divisor, period of the dividend.
    Times(SeriesKey, Period, Period),
    /// A number of records: one of [`COUNT_NAMES`].
    Count(&'static str),
    /// The date that the talk is as of.
    Known,
}

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberLength {
    /// With its hedge in words and its unit: "at least 200,000 vehicles".
    Long,
    /// With its hedge as a sign: "≥200,000".
    Short,
}

/// A field of a target; the examples are in English.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TargetField {
    /// The target number: "at least 200,000 vehicles".
    Promised,
    /// The same, short: "≥200,000".
    PromisedShort,
    /// The reported figure: "171,442 vehicles".
    Reported,
    /// The same, short: "171,442".
    ReportedShort,
    /// Its period, in a sentence: "in 2025".
    In,
    /// Its period, as a name: "2025".
    Period,
    /// The deadline, in a sentence: "by 2025".
    By,
    /// The deadline, as a name: "2025".
    Due,
    /// The month of the statement, in a sentence: "in July 2016".
    Said,
    /// The month of the statement, as a name: "July 2016".
    Stated,
    /// Who stated it.
    Who,
    /// Attainment: "86%".
    Attained,
    /// Reported minus target: "−28,558".
    Gap,
    /// The status: "missed".
    Verdict,
    /// How late or early: "1 year".
    Late,
    /// How often it was stated, counting all restatements.
    Again,
    /// How far the deadline moved from the first statement to the last: "7 years".
    Moved,
    /// The yearly growth required from the newest figure.
    Needed,
    /// The yearly growth since the statement.
    Recent,
}

impl TargetField {
    /// Every field by its name.
    pub const NAMES: [(&'static str, Self); 19] = [
        ("promised", Self::Promised),
        ("promised-short", Self::PromisedShort),
        ("reported", Self::Reported),
        ("reported-short", Self::ReportedShort),
        ("in", Self::In),
        ("period", Self::Period),
        ("by", Self::By),
        ("due", Self::Due),
        ("said", Self::Said),
        ("stated", Self::Stated),
        ("who", Self::Who),
        ("attained", Self::Attained),
        ("gap", Self::Gap),
        ("verdict", Self::Verdict),
        ("late", Self::Late),
        ("again", Self::Again),
        ("moved", Self::Moved),
        ("needed", Self::Needed),
        ("recent", Self::Recent),
    ];
}

/// What `{count …}` can count. The last ones count targets by their status.
pub const COUNT_NAMES: [&str; 16] = [
    "promises",
    "figures",
    "sources",
    "sites",
    "sites-operating",
    "checks",
    "contradictions",
    "doubts",
    "met",
    "met-late",
    "missed",
    "at-risk",
    "not-yet-due",
    "no-data",
    "not-dated",
    "undetermined",
];

/// Placeholders other than fields of a target.
const OTHER_PLACEHOLDERS: [&str; 6] = ["figure", "figure-short", "rival", "times", "count", "known"];

/// Parses the text of a scene about `scene_target`. Literal braces are doubled.
///
/// # Errors
/// A fault for every invalid placeholder.
pub fn parse_template<'t>(
    text: &'t str,
    names: &RecordsById,
    scene_target: Option<Id<Target>>,
) -> Result<Vec<TemplatePart<'t>>, Vec<Fault>> {
    let mut parse_template = Vec::new();
    let mut faults = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        let (words, from) = rest.split_at(at);
        push_text(&mut parse_template, words);
        if from.starts_with("{{") || from.starts_with("}}") {
            push_text(&mut parse_template, &from[..1]);
            rest = &from[2..];
            continue;
        }
        let inside = from.strip_prefix('{').and_then(|inside| inside.split_once('}'));
        let Some((inside, after)) = inside else {
            let remedy = "close it, as in {reported}; braces that are meant are written twice";
            faults.push(Fault::new("a brace without its other half", remedy));
            rest = &from[1..];
            continue;
        };
        match parse_placeholder(inside, names, scene_target) {
            Ok(placeholder) => parse_template.push(TemplatePart::Placeholder(placeholder)),
            Err(fault) => faults.push(fault),
        }
        rest = after;
    }
    push_text(&mut parse_template, rest);
    if faults.is_empty() { Ok(parse_template) } else { Err(faults) }
}

fn push_text<'t>(parse_template: &mut Vec<TemplatePart<'t>>, words: &'t str) {
    if !words.is_empty() {
        parse_template.push(TemplatePart::Text(Cow::Borrowed(words)));
    }
}

fn parse_placeholder(
    inside: &str,
    names: &RecordsById,
    scene_target: Option<Id<Target>>,
) -> Result<Placeholder, Fault> {
    let words: Vec<&str> = inside.split_whitespace().collect();
    match words[..] {
        ["known"] => Ok(Placeholder::Known),
        ["count", what] => {
            let known = COUNT_NAMES.iter().find(|name| **name == what);
            known.map(|name| Placeholder::Count(name)).ok_or_else(|| unknown_name("count", what, &COUNT_NAMES))
        }
        ["figure" | "figure-short", metric, subject, period] => {
            let length = if words[0] == "figure" { NumberLength::Long } else { NumberLength::Short };
            Ok(Placeholder::Figure(parse_series(metric, subject, names)?, Period::parse(period)?, length))
        }
        ["rival", metric, subject, period] => {
            Ok(Placeholder::Rival(parse_series(metric, subject, names)?, Period::parse(period)?))
        }
        ["times", metric, subject, from, to] => {
            Ok(Placeholder::Times(parse_series(metric, subject, names)?, Period::parse(from)?, Period::parse(to)?))
        }
        ["figure" | "figure-short" | "rival" | "times" | "count" | "known", ..] => {
            let remedy =
                "write {figure metric subject period}, {times metric subject from to}, {count sources} or {known}";
            Err(Fault::new(format!("{} with other words than it takes", quote(inside)), remedy))
        }
        [name] => {
            let field = parse_target_field(name)?;
            let remedy = format!("give the scene a target, or name one: {{{name} its-id}}");
            scene_target
                .map(|scene_target| Placeholder::Target(field, scene_target))
                .ok_or_else(|| Fault::new(format!("{} in a scene without a target", quote(inside)), remedy))
        }
        [name, id] => Ok(Placeholder::Target(parse_target_field(name)?, resolve("targets", id, &names.targets)?)),
        _ => Err(Fault::new(format!("{} in braces", quote(inside)), "write one name, such as {reported}")),
    }
}

fn parse_target_field(name: &str) -> Result<TargetField, Fault> {
    let known = TargetField::NAMES.iter().find(|(known, _)| *known == name);
    let all: Vec<&str> = TargetField::NAMES.iter().map(|(known, _)| *known).chain(OTHER_PLACEHOLDERS).collect();
    known.map(|(_, field)| *field).ok_or_else(|| unknown_name("placeholder", name, &all))
}

fn parse_series(metric: &str, subject: &str, names: &RecordsById) -> Result<SeriesKey, Fault> {
    Ok((resolve("metrics", metric, &names.metrics)?, resolve("subjects", subject, &names.subjects)?))
}

fn unknown_name(what: &str, name: &str, known: &[&str]) -> Fault {
    let all = known.join(", ");
    let remedy = match closest_name(name, known.iter().copied()) {
        Some(near) => format!("probably {near}; one of {all}"),
        None => format!("write one of {all}"),
    };
    Fault::new(format!("there is no {what} {}", quote(name)), remedy)
}

fn resolve<T>(list: &str, id: &str, known: &IdMap<T>) -> Result<Id<T>, Fault> {
    known.get(id).copied().ok_or_else(|| {
        let remedy = match closest_name(id, known.keys().map(|name| &**name)) {
            Some(near) => format!("the nearest that there is: {}", quote(near)),
            None => "write the id of one that is in the file".to_owned(),
        };
        Fault::new(format!("none of the {list} has the id {}", quote(id)), remedy)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> RecordsById {
        let mut names = RecordsById::default();
        names.targets.insert("trees-by-2025".into(), Id::new(0));
        names.metrics.insert("trees".into(), Id::new(0));
        names.subjects.insert("town".into(), Id::new(0));
        names
    }

    fn words(text: &str) -> TemplatePart<'_> {
        TemplatePart::Text(Cow::Borrowed(text))
    }

    fn faults(text: &str) -> Vec<String> {
        parse_template(text, &names(), None).unwrap_err().into_iter().map(|fault| fault.found).collect()
    }

    #[test]
    fn a_template_is_text_and_placeholders() {
        let found = parse_template("{reported} made {in}.", &names(), Some(Id::new(3))).unwrap();
        let placeholder = |field| TemplatePart::Placeholder(Placeholder::Target(field, Id::new(3)));
        assert_eq!(
            found,
            [placeholder(TargetField::Reported), words(" made "), placeholder(TargetField::In), words(".")]
        );
        let found = parse_template("{figure trees town 2024} of {promised trees-by-2025}", &names(), None).unwrap();
        let year = Period::parse("2024").unwrap();
        assert_eq!(
            found[0],
            TemplatePart::Placeholder(Placeholder::Figure((Id::new(0), Id::new(0)), year, NumberLength::Long))
        );
        assert_eq!(found[2], TemplatePart::Placeholder(Placeholder::Target(TargetField::Promised, Id::new(0))));
    }

    #[test]
    fn literal_braces_are_doubled() {
        assert_eq!(parse_template("{{a}}", &names(), None).unwrap(), [words("{"), words("a"), words("}")]);
    }

    #[test]
    fn all_invalid_placeholders_are_reported_at_once() {
        assert_eq!(
            faults("{reportd} {reported} {promised oaks} {figure trees village 2024} {figure trees town 24} {count x}"),
            [
                "there is no placeholder \"reportd\"",
                "\"reported\" in a scene without a target",
                "none of the targets has the id \"oaks\"",
                "none of the subjects has the id \"village\"",
                "\"24\" is not a period",
                "there is no count \"x\"",
            ]
        );
        assert_eq!(
            faults("{known now} }"),
            ["\"known now\" with other words than it takes", "a brace without its other half"]
        );
    }
}
