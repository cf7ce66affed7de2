//! From the figures of a sheet to the text of a dataset.

use std::collections::{BTreeMap, HashMap};

use chrono::{Days, NaiveDate};
use serde::Serialize;
use serde_json::value::RawValue;

use crate::dataset::format::period::Period;
use crate::import::cells::sheet::Sheet;
use crate::import::flags::{ImportFlags, RowMerge};
use crate::import::reading::words::FigureKind;
use crate::import::report::{Note, Refusal};
use crate::import::table::entries::Entry;

/// What a sheet is called where it does not say it.
pub(crate) struct Names {
    /// The name of the file without its ending.
    pub(crate) stem: String,
    /// The text above the table.
    pub(crate) title: Option<String>,
}

#[derive(Serialize)]
struct OutDataset<'a> {
    planfact: u8,
    id: String,
    title: &'a str,
    sources: [OutSource<'a>; 1],
    metrics: Vec<OutMetric>,
    subjects: Vec<OutSubject>,
    targets: Vec<OutTarget>,
    actuals: Vec<OutActual>,
}

#[derive(Serialize)]
struct OutSource<'a> {
    id: &'static str,
    publisher: &'a str,
    title: &'a str,
}

#[derive(Serialize)]
struct OutMetric {
    id: String,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<String>,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    better: Option<&'static str>,
}

#[derive(Serialize)]
struct OutSubject {
    id: String,
    kind: &'static str,
    name: String,
}

#[derive(Serialize)]
struct OutTarget {
    id: String,
    metric: String,
    subject: String,
    value: Box<RawValue>,
    due: String,
    said: NaiveDate,
    sources: [&'static str; 1],
    kind: &'static str,
}

#[derive(Serialize)]
struct OutActual {
    metric: String,
    subject: String,
    period: String,
    value: Box<RawValue>,
    sources: [&'static str; 1],
    published: NaiveDate,
    #[serde(skip_serializing_if = "Option::is_none")]
    quality: Option<&'static str>,
}

const SOURCE: &str = "sheet";

/// The dataset as JSON, and what was assumed.
///
/// # Errors
/// If two rows contradict each other.
pub(crate) fn dataset(
    entries: Vec<Entry>,
    names: &Names,
    sheet: &Sheet,
    flags: &ImportFlags,
) -> Result<(String, Vec<Note>), Refusal> {
    let entries = merge(entries, sheet, flags)?;
    let default_metric = flags.metric.clone().or_else(|| names.title.clone()).unwrap_or_else(|| names.stem.clone());
    let default_subject = flags.subject.clone().unwrap_or_else(|| names.stem.clone());
    let days = |entry: &Entry| Period::parse(&entry.period).ok().map(|period| (period.start(), period.end()));
    let first = entries.iter().filter_map(days).map(|(start, _)| start).min().unwrap_or_default();
    let said = flags.said.unwrap_or_else(|| first.checked_sub_days(Days::new(1)).unwrap_or(first));
    let (mut metrics, mut subjects) = (Dictionary::default(), Dictionary::default());
    let mut out = OutDataset {
        planfact: 1,
        id: slug(&names.stem, 64),
        title: names.title.as_deref().unwrap_or(&names.stem),
        sources: [OutSource {
            id: SOURCE,
            publisher: flags.publisher.as_deref().unwrap_or(&names.stem),
            title: names.title.as_deref().unwrap_or(&names.stem),
        }],
        metrics: Vec::new(),
        subjects: Vec::new(),
        targets: Vec::new(),
        actuals: Vec::new(),
    };
    let mut target_ids = Dictionary::default();
    for entry in &entries {
        let name = entry.metric.clone().unwrap_or_else(|| default_metric.clone());
        let unit = unit_of(&name, entry, flags);
        let (metric, is_new) = metrics.id(&format!("{name}\u{0}{}", unit.clone().unwrap_or_default()), &name);
        if is_new {
            let holds = |list: &[String]| list.iter().any(|listed| listed.to_lowercase() == name.to_lowercase());
            let is_share = unit.as_deref().is_some_and(|unit| unit.starts_with('%'));
            let kind = if holds(&flags.stock) {
                "stock"
            } else if is_share {
                "share"
            } else {
                "flow"
            };
            let better = holds(&flags.less).then_some("less");
            out.metrics.push(OutMetric { id: metric.clone(), name: name.clone(), unit, kind, better });
        }
        let subject_name = entry.subject.clone().unwrap_or_else(|| default_subject.clone());
        let (subject, is_new) = subjects.id(&subject_name, &subject_name);
        if is_new {
            out.subjects.push(OutSubject { id: subject.clone(), kind: "other", name: subject_name });
        }
        if entry.period.len() == 10
            && flags.by.is_none()
            && !out.metrics.iter().any(|known| known.id == metric && known.kind == "stock")
        {
            let cell = sheet.address(entry.row, entry.column);
            return Err(Refusal::flag("import-days", &[("cell", &cell), ("metric", &name)]));
        }
        let value = written_value(&entry.figure.written);
        match entry.kind {
            FigureKind::Plan | FigureKind::Forecast => {
                let kind = if entry.kind == FigureKind::Plan { "plan" } else { "forecast" };
                let key = format!("{metric} {subject} {} {kind}", entry.period);
                let (id, _) = target_ids.id(&key, &format!("{metric} {subject} {}", entry.period));
                out.targets.push(OutTarget {
                    id,
                    metric,
                    subject,
                    value,
                    due: entry.period.clone(),
                    said,
                    sources: [SOURCE],
                    kind,
                });
            }
            FigureKind::Fact => {
                let published = flags.published.or_else(|| days(entry).map(|(_, end)| end)).unwrap_or(first);
                out.actuals.push(OutActual {
                    metric,
                    subject,
                    period: entry.period.clone(),
                    value,
                    sources: [SOURCE],
                    published,
                    quality: entry.figure.quality,
                });
            }
        }
    }
    let notes = notes(&out, said, &entries, [&default_metric, &default_subject], flags);
    let json = serde_json::to_string_pretty(&out)
        .map_err(|error| Refusal::sheet("import-workbook", &[("error", &error.to_string())]))?;
    Ok((json + "\n", notes))
}

fn notes(
    out: &OutDataset<'_>,
    said: NaiveDate,
    entries: &[Entry],
    [metric, subject]: [&String; 2],
    flags: &ImportFlags,
) -> Vec<Note> {
    let mut notes = Vec::new();
    if entries.iter().any(|entry| entry.metric.is_none()) {
        notes.push(Note::new("import-metric-assumed", "--metric", &[("metric", metric)]));
    }
    if entries.iter().any(|entry| entry.subject.is_none()) {
        notes.push(Note::new("import-subject-assumed", "--subject", &[("subject", subject)]));
    }
    let units: Vec<&str> = out.metrics.iter().filter_map(|metric| metric.unit.as_deref()).collect();
    if let Some(first) = units.first() {
        let mut units = units.clone();
        units.dedup();
        let listed = if units.len() > 6 { (*first).to_owned() + ", …" } else { units.join(", ") };
        notes.push(Note::new("import-units", "--unit", &[("units", &listed)]));
    }
    if !out.targets.is_empty() && flags.said.is_none() {
        notes.push(Note::new("import-said", "--said", &[("day", &said.to_string())]));
    }
    if !out.actuals.is_empty() && flags.published.is_none() {
        notes.push(Note::new("import-published", "--published", &[]));
    }
    let counts =
        [out.targets.len(), out.actuals.len(), out.metrics.len(), out.subjects.len()].map(|count| count.to_string());
    let args = [("plans", &*counts[0]), ("facts", &*counts[1]), ("metrics", &*counts[2]), ("subjects", &*counts[3])];
    notes.push(Note::new("import-records", "", &args));
    notes
}

/// Metric, unit, subject, period and kind of a figure.
type Key = (Option<String>, Option<String>, Option<String>, String, FigureKind);

/// The figures with one a key.
fn merge(entries: Vec<Entry>, sheet: &Sheet, flags: &ImportFlags) -> Result<Vec<Entry>, Refusal> {
    let mut merged: Vec<Entry> = Vec::new();
    let mut places: HashMap<Key, usize> = HashMap::new();
    for entry in entries {
        let key = (entry.metric.clone(), entry.unit.clone(), entry.subject.clone(), entry.period.clone(), entry.kind);
        let Some(place) = places.get(&key) else {
            places.insert(key, merged.len());
            merged.push(entry);
            continue;
        };
        let known = &mut merged[*place];
        match (flags.rows, known.figure.number().zip(entry.figure.number())) {
            (Some(RowMerge::Last), _) => *known = entry,
            (Some(RowMerge::Sum), Some((sum, more))) => {
                let decimals = [&known.figure, &entry.figure]
                    .map(|figure| figure.written.split_once('.').map_or(0, |(_, decimals)| decimals.len()));
                let decimals = decimals[0].max(decimals[1]);
                let sign = if decimals == 0 { "=" } else { "" };
                known.figure.written = format!("{sign}{:.decimals$}", sum + more);
            }
            _ if known.figure.written == entry.figure.written && flags.rows.is_none() => {}
            _ => {
                let places = [&*known, &entry].map(|entry| {
                    (sheet.row_number(entry.row), entry.figure.written.trim_start_matches('=').to_owned())
                });
                let [(first_row, first), (second_row, second)] = places;
                let args = [
                    ("first", &*first_row),
                    ("second", &second_row),
                    ("one", &first),
                    ("other", &second),
                    ("period", &entry.period),
                ];
                return Err(Refusal::sheet("import-contradiction", &args));
            }
        }
    }
    Ok(merged)
}

fn unit_of(name: &str, entry: &Entry, flags: &ImportFlags) -> Option<String> {
    let given = |of_metric: bool| {
        let is_for = |metric: &Option<String>| {
            metric.as_deref().map_or(!of_metric, |metric| of_metric && metric.to_lowercase() == name.to_lowercase())
        };
        flags.units.iter().find(|(metric, _)| is_for(metric)).map(|(_, unit)| unit.clone())
    };
    given(true).or_else(|| given(false)).or_else(|| entry.unit.clone()).or_else(|| entry.figure.unit.clone())
}

/// A number as it stands, anything else as a text.
fn written_value(written: &str) -> Box<RawValue> {
    let is_number = serde_json::from_str::<f64>(written).is_ok();
    let json = if is_number { written.to_owned() } else { serde_json::Value::from(written).to_string() };
    RawValue::from_string(json).unwrap_or_default()
}

/// Names and the ids made of them, each id once.
#[derive(Default)]
struct Dictionary {
    ids: HashMap<String, String>,
    taken: BTreeMap<String, usize>,
}

impl Dictionary {
    /// The id of `key`, made of `name` the first time, and whether this was the first time.
    fn id(&mut self, key: &str, name: &str) -> (String, bool) {
        if let Some(id) = self.ids.get(key) {
            return (id.clone(), false);
        }
        let base = slug(name, 56);
        let count = self.taken.entry(base.clone()).or_default();
        *count += 1;
        let id = if *count == 1 { base } else { format!("{base}--{count}") };
        self.ids.insert(key.to_owned(), id.clone());
        (id, true)
    }
}

/// In Latin letters, digits and hyphens.
fn slug(name: &str, longest: usize) -> String {
    let mut slug = String::new();
    for c in any_ascii::any_ascii(name).to_lowercase().chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(longest);
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "x".to_owned() } else { slug.to_owned() }
}
