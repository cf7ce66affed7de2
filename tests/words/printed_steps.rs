//! Finds which message a printed line of a calculation is, and the texts of its placeholders.

use std::collections::BTreeMap;

use planfact::page::i18n::{Arg, Words};

/// Messages that follow another one on the same line, and none of that.
const AFTER: [(&str, &[&str]); 8] = [
    (
        "step-annualised",
        &["step-annual-band", "step-annual-band-bounds", "step-annual-band-learned", "step-annual-band-learned-bounds"],
    ),
    ("step-line-geometric", &["step-ratio-geometric", "step-ratio-bounds"]),
    ("step-line-linear", &["step-ratio-linear", "step-ratio-bounds"]),
    ("step-carried-geometric", ENDS),
    ("step-carried-linear", ENDS),
    ("step-projected-log", ENDS),
    ("step-projected-linear", ENDS),
    ("step-projected-logit", ENDS),
];
const ENDS: &[&str] = &["", "step-cut", "step-at-due", "step-cut step-at-due"];
/// Messages with a count, which decides a form.
const COUNTED: [(&str, &str); 5] = [
    ("step-later", "years"),
    ("step-earlier", "years"),
    ("step-silence", "days"),
    ("step-annual-band-learned", "pairs"),
    ("step-annual-band-learned-bounds", "pairs"),
];

/// The messages of the lines of one language.
pub(super) struct Templates(Vec<Template>);

struct Template {
    keys: String,
    /// Literal texts, each but the last followed by a placeholder.
    literals: Vec<String>,
    names: Vec<String>,
}

/// A line read as a message.
#[derive(Debug)]
pub(super) struct ReadLine<'a> {
    /// Its keys, separated by spaces.
    pub(super) keys: String,
    /// The texts of its placeholders.
    pub(super) args: BTreeMap<String, &'a str>,
}

impl Templates {
    /// All messages whose keys begin with `step-` or `open-`.
    pub(super) fn new(words: &Words) -> Self {
        let file = include_str!("../../assets/locales/en.ftl");
        let keys: Vec<&str> = file
            .lines()
            .filter(|line| line.starts_with("step-") || line.starts_with("open-"))
            .filter_map(|line| Some(line.split_once(" =")?.0))
            .collect();
        let follows = |key: &str| key != "step-at-due" && AFTER.iter().any(|(_, after)| after.contains(&key));
        let mut templates = Vec::new();
        for &key in keys.iter().filter(|key| !follows(key)) {
            let after = AFTER.iter().find(|(first, _)| *first == key).map_or(&[""][..], |(_, after)| after);
            for keys in after.iter().map(|after| format!("{key} {after}").trim().to_owned()) {
                templates.extend(Template::all_of(&keys, words));
            }
        }
        Self(templates)
    }

    /// All keys.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.iter().flat_map(|template| template.keys.split(' '))
    }

    /// The message of a line with the most words of its own.
    pub(super) fn read<'a>(&self, line: &'a str) -> Option<ReadLine<'a>> {
        let length = |template: &Template| template.literals.iter().map(String::len).sum::<usize>();
        let longest = |template: &&Template| template.literals.iter().all(|literal| line.contains(literal.as_str()));
        let found = self.0.iter().filter(longest).filter_map(|template| Some((template, template.read(line)?)));
        let (template, args) = found.max_by_key(|(template, _)| length(template))?;
        // The equations of a change and of a sum are within a placeholder.
        let equals = |text: &str| text.matches('=').count();
        let is_whole = equals(line) == template.literals.iter().map(|literal| equals(literal)).sum::<usize>();
        if !is_whole && !args.contains_key("equations") && !args.contains_key("slip") {
            return None;
        }
        Some(ReadLine { keys: template.keys.clone(), args })
    }
}

/// Where a text that came before ends here; of an abbreviation that ended a sentence without its full stop.
fn repetitions(known: &str, text: &str) -> Vec<usize> {
    let known = known.trim_end_matches('.');
    let Some(rest) = text.strip_prefix(known) else { return Vec::new() };
    if rest.starts_with('.') { vec![known.len(), known.len() + 1] } else { vec![known.len()] }
}

impl Template {
    /// One for each form of a count.
    fn all_of(keys: &str, words: &Words) -> Vec<Self> {
        let counted = keys.split(' ').find_map(|key| COUNTED.iter().find(|(counted, _)| *counted == key));
        let counts: &[i64] = if counted.is_some() { &[0, 1, 21, 32, 45] } else { &[0] };
        let mut texts: Vec<String> = counts.iter().map(|&count| Self::text(keys, counted, count, words)).collect();
        texts.dedup();
        texts.iter().map(|text| Self::of(keys, text)).collect()
    }

    /// The text with its placeholders as `{name}`.
    fn text(keys: &str, counted: Option<&(&str, &str)>, count: i64, words: &Words) -> String {
        const NAMES: [&str; 57] = [
            "said",
            "theta",
            "first",
            "last",
            "known",
            "period",
            "value",
            "bounds",
            "sources",
            "years",
            "dividend",
            "divisor",
            "ratio",
            "percent",
            "actual",
            "target",
            "gap",
            "days",
            "day",
            "start",
            "so-far",
            "rho",
            "rho-band",
            "months",
            "band",
            "pairs",
            "base",
            "growth",
            "needed",
            "times",
            "from",
            "from-year",
            "to",
            "to-year",
            "now",
            "now-year",
            "gone",
            "expected",
            "variance",
            "points",
            "drift",
            "against",
            "horizon",
            "factor",
            "damping",
            "damped",
            "whole",
            "year",
            "change",
            "equations",
            "before",
            "due",
            "parts",
            "sum",
            "floor",
            "cap",
            "used",
        ];
        const MORE: [&str; 8] = ["end", "ceiling", "share", "elapsed", "ahead", "span", "slip", "projected"];
        let text = |key: &str| {
            let arg = |name: &'static str| match counted {
                Some((of, counted)) if *of == key && *counted == name && count > 0 => (name, Arg::from(count)),
                _ => (name, Arg::from(format!("{{{name}}}"))),
            };
            let args: Vec<(&str, Arg<'_>)> = NAMES.into_iter().chain(MORE).map(arg).collect();
            let text = words.format(key, &args);
            match counted {
                Some((of, counted)) if *of == key && count > 0 => {
                    text.replace(&count.to_string(), &format!("{{{counted}}}"))
                }
                _ => text,
            }
        };
        keys.split(' ').map(text).collect::<Vec<_>>().join(" ")
    }

    fn of(keys: &str, text: &str) -> Self {
        let (mut literals, mut names) = (Vec::new(), Vec::new());
        for (index, part) in text.split('{').enumerate() {
            let (name, literal) = part.split_once('}').unwrap_or(("", part));
            names.extend((index > 0).then(|| name.to_owned()));
            literals.push(literal.to_owned());
        }
        Self { keys: keys.to_owned(), literals, names }
    }

    fn read<'a>(&self, line: &'a str) -> Option<BTreeMap<String, &'a str>> {
        let rest = line.strip_prefix(self.literals[0].as_str())?;
        let mut args = BTreeMap::new();
        self.read_from(0, rest, &mut args).then_some(args)
    }

    /// Tries each place of the next literal; a placeholder that comes twice has one text.
    fn read_from<'a>(&self, index: usize, text: &'a str, args: &mut BTreeMap<String, &'a str>) -> bool {
        let Some(name) = self.names.get(index) else { return text.is_empty() };
        let literal = self.literals[index + 1].as_str();
        let is_last = index + 1 == self.names.len();
        let ends: Vec<usize> = match args.get(name) {
            Some(known) => repetitions(known, text),
            None if is_last => text.strip_suffix(literal).map(str::len).into_iter().collect(),
            None => text.match_indices(literal).map(|(at, _)| at).collect(),
        };
        for end in ends.into_iter().filter(|&end| end > 0 && text[end..].starts_with(literal)) {
            let is_new = args.insert(name.clone(), &text[..end]).is_none();
            if self.read_from(index + 1, &text[end + literal.len()..], args) {
                return true;
            }
            if is_new {
                args.remove(name);
            }
        }
        false
    }
}
