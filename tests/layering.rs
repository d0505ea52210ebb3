//! Data flows one way: a room names only rooms before it.

use std::fs;
use std::path::{Path, PathBuf};

/// Rooms in the order of the flow; a file at the root of `src` is a room too.
const ROOMS: [&str; 13] = [
    "span",
    "source",
    "error",
    "post",
    "token",
    "lexicon",
    "text",
    "matching",
    "context",
    "stance",
    "rules",
    "verdict",
    "classifier",
];

fn files(folder: &Path, all: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, all);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            all.push(path);
        }
    }
}

#[test]
fn no_room_names_a_later_one() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut all = Vec::new();
    files(&root, &mut all);
    let mut broken = Vec::new();
    for path in all {
        let inside = path.strip_prefix(&root).unwrap();
        let room = inside
            .iter()
            .next()
            .unwrap()
            .to_string_lossy()
            .trim_end_matches(".rs")
            .to_owned();
        if room == "lib" {
            continue;
        }
        let at = ROOMS
            .iter()
            .position(|known| *known == room)
            .unwrap_or_else(|| panic!("{room} is no known room"));
        let code = fs::read_to_string(&path).unwrap();
        for later in &ROOMS[at + 1..] {
            if code.lines().any(|line| {
                !line.trim_start().starts_with("//") && line.contains(&format!("crate::{later}"))
            }) {
                broken.push(format!("{} names {later}", inside.display()));
            }
        }
        if room == "source"
            && code
                .lines()
                .any(|line| !line.trim_start().starts_with("//") && line.contains("crate::"))
        {
            broken.push(format!(
                "{} is included by build.rs and must not say crate::",
                inside.display()
            ));
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}
