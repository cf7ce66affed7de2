//! Records by name on the command line: an id, `kind:id` where two kinds share it, `metric/place/N` for an actual.

use crate::dataset::records::Dataset;
use crate::dataset::records::index::{IdMap, SeriesKey};
use crate::page::model::{PageKind, RecordRef};
use crate::page::search::suggest::closest_names;

/// The name of the help overlay: a record with this id is written with its kind.
pub(super) const HELP: &str = "help";

/// The name of a record. It is found again by [`find_record`].
pub(in crate::app) fn name_of(key: RecordRef, tab: PageKind, dataset: &Dataset) -> String {
    let (kind, id) = match key {
        RecordRef::Target(id) => ("target", &dataset[id].id),
        RecordRef::Source(id) => ("source", &dataset[id].id),
        RecordRef::Subject(id) => ("subject", &dataset[id].id),
        RecordRef::Calculation(id) => return format!("calculation:{}", dataset[id].id),
        RecordRef::Check(index) => return format!("check:{}", index + 1),
        RecordRef::Actual(id) => {
            let series = (dataset[id].metric, dataset[id].subject);
            let index = dataset.index.actuals_of(series).iter().position(|known| *known == id).unwrap_or_default();
            return format!("{}/{}", series_name(series, dataset), index + 1);
        }
    };
    let is_unique = &**id != HELP && find_by_id(id, tab, dataset) == Some(key);
    if is_unique { id.to_string() } else { format!("{kind}:{id}") }
}

/// The record with this name, or an error with the nearest names.
pub(super) fn find_record(name: &str, tab: PageKind, dataset: &Dataset) -> Result<RecordRef, String> {
    let names = &dataset.index.by_id;
    let found = if let Some((kind, id)) = name.split_once(':') {
        match kind {
            "target" => names.targets.get(id).copied().map(RecordRef::Target),
            "calculation" => names.targets.get(id).copied().map(RecordRef::Calculation),
            "source" => names.sources.get(id).copied().map(RecordRef::Source),
            "subject" => names.subjects.get(id).copied().map(RecordRef::Subject),
            "check" => id.parse().ok().filter(|number: &usize| *number > 0).map(|number| RecordRef::Check(number - 1)),
            _ => None,
        }
    } else if let Some((series, number)) = name.rsplit_once('/') {
        let series = find_series(series, dataset)?;
        let figures = dataset.index.actuals_of(series);
        let index = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let figure = index.and_then(|index| figures.get(index)).copied().map(RecordRef::Actual);
        return figure
            .ok_or_else(|| format!("there are {0} such figures: write a number from 1 to {0}", figures.len()));
    } else {
        find_by_id(name, tab, dataset)
    };
    found.ok_or_else(|| {
        let ids = names.targets.keys().chain(names.sources.keys()).chain(names.subjects.keys());
        let bare = name.split_once(':').map_or(name, |(_, id)| id);
        match &*closest_names(ids.map(|id| &**id).chain([HELP]), bare).join(", ") {
            "" => "nothing has this or a similar name; c in the dashboard copies the command of any row".to_owned(),
            near => format!("nothing has this name; the nearest: {near}"),
        }
    })
}

/// The name of a series: `vehicles/kz`.
pub(in crate::app) fn series_name((metric, subject): SeriesKey, dataset: &Dataset) -> String {
    format!("{}/{}", dataset[metric].id, dataset[subject].id)
}

/// The series with this name, or an error with the nearest names.
pub(super) fn find_series(name: &str, dataset: &Dataset) -> Result<SeriesKey, String> {
    let names = &dataset.index.by_id;
    let (metric, subject) = name.split_once('/').ok_or("write metric/place, such as vehicles/kz")?;
    let near = |ids: Vec<&str>, wrong: &str| match &*closest_names(ids.iter().copied(), wrong).join(", ") {
        "" => "no name is similar; c on the Output page of the dashboard copies the command of its series".to_owned(),
        near => format!("the nearest: {near}"),
    };
    let metric = names
        .metrics
        .get(metric)
        .copied()
        .ok_or_else(|| format!("no metric is called {metric}; {}", near(keys(&names.metrics), metric)))?;
    let subject = names
        .subjects
        .get(subject)
        .copied()
        .ok_or_else(|| format!("no place is called {subject}; {}", near(keys(&names.subjects), subject)))?;
    Ok((metric, subject))
}

fn keys<T>(names: &IdMap<T>) -> Vec<&str> {
    names.keys().map(|id| &**id).collect()
}

/// The record with this id: of the kind of the rows of the page, else a target, a source or a subject.
fn find_by_id(id: &str, tab: PageKind, dataset: &Dataset) -> Option<RecordRef> {
    let names = &dataset.index.by_id;
    let target = names.targets.get(id).copied().map(RecordRef::Target);
    let source = || names.sources.get(id).copied().map(RecordRef::Source);
    let subject = || names.subjects.get(id).copied().map(RecordRef::Subject);
    match tab {
        PageKind::Plants => subject().or(target).or_else(source),
        PageKind::Evidence => source().or(target).or_else(subject),
        _ => target.or_else(source).or_else(subject),
    }
}
