//! `CONTRIBUTING.md` lists every folder of the sources.

use std::fs;
use std::path::{Path, PathBuf};

fn subfolders(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.filter(|path| path.is_dir()).flat_map(|path| [vec![path.clone()], subfolders(&path)].concat()).collect()
}

#[test]
fn the_map_lists_every_folder_of_the_sources_and_no_other() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let map = include_str!("../../CONTRIBUTING.md");
    let mut listed: Vec<&str> =
        map.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`')).map(|(name, _)| name).collect();
    listed.retain(|name| *name != ".");
    listed.sort_unstable();
    let mut folders: Vec<String> = subfolders(&src)
        .iter()
        .map(|path| path.strip_prefix(&src).unwrap().to_string_lossy().replace('\\', "/"))
        .collect();
    folders.sort_unstable();
    assert_eq!(listed, folders);
}
