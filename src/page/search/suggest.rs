//! Suggestions for a misspelt name.

use crate::dataset::records::Dataset;

/// The ids of a dataset's targets that are nearest to `wrong`, the nearest first.
pub fn closest_target_ids<'a>(dataset: &'a Dataset, wrong: &str) -> Vec<&'a str> {
    closest_names(dataset.targets.iter().map(|target| &*target.id), wrong)
}

/// The names that are near to `wrong`, the nearest first: three at most, none if a slip of the pen does not lead there.
pub fn closest_names<'a>(names: impl Iterator<Item = &'a str>, wrong: &str) -> Vec<&'a str> {
    const MAX_SUGGESTIONS: usize = 3;
    let wrong = wrong.to_lowercase();
    let distance = |name: &str| {
        let holds = !wrong.is_empty() && name.contains(&wrong);
        if holds { 0 } else { strsim::damerau_levenshtein(name, &wrong) }
    };
    let reach = (wrong.chars().count() / 3).max(1);
    let mut near: Vec<(usize, &str)> = names.map(|name| (distance(name), name)).collect();
    near.retain(|(distance, _)| *distance <= reach);
    near.sort_unstable();
    near.dedup();
    near.into_iter().take(MAX_SUGGESTIONS).map(|(_, name)| name).collect()
}
