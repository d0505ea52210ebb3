//! Bare keyword scans over the surface forms of our own tables.

use std::fs;
use std::path::{Path, PathBuf};

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use daachorse::{DoubleArrayAhoCorasick, DoubleArrayAhoCorasickBuilder};

/// The first column of every table of words: what a keyword scan would look for.
pub fn surface_forms() -> Vec<String> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let mut tables: Vec<PathBuf> = ["lexicon", "context"]
        .iter()
        .flat_map(|folder| fs::read_dir(data.join(folder)).unwrap())
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "tsv"))
        .collect();
    tables.push(data.join("targets/aliases.tsv"));
    tables.push(data.join("text/spelling.tsv"));
    let mut forms: Vec<String> = tables
        .iter()
        .flat_map(|table| {
            let rows = fs::read_to_string(table).unwrap();
            let forms: Vec<String> = rows
                .lines()
                .skip(2)
                .filter(|row| !row.starts_with('#'))
                .filter_map(|row| row.split('\t').next())
                .map(str::to_owned)
                .collect();
            forms
        })
        .filter(|form| !form.is_empty())
        .collect();
    forms.sort();
    forms.dedup();
    forms
}

/// `aho-corasick` as its documentation suggests for many words: leftmost-longest, ASCII case-insensitive.
pub fn aho_corasick(kind: AhoCorasickKind) -> AhoCorasick {
    AhoCorasick::builder()
        .kind(Some(kind))
        .match_kind(MatchKind::LeftmostLongest)
        .ascii_case_insensitive(true)
        .build(surface_forms())
        .unwrap()
}

/// `daachorse`, which has no such option: the post is lower-cased into a kept buffer first.
pub struct Daachorse {
    automaton: DoubleArrayAhoCorasick<u32>,
    lower: String,
}

impl Daachorse {
    pub fn new() -> Self {
        let mut forms = surface_forms();
        for form in &mut forms {
            form.make_ascii_lowercase();
        }
        forms.sort();
        forms.dedup();
        Self {
            automaton: DoubleArrayAhoCorasickBuilder::new()
                .match_kind(daachorse::MatchKind::LeftmostLongest)
                .build(forms)
                .unwrap(),
            lower: String::new(),
        }
    }

    pub fn count(&mut self, post: &str) -> usize {
        self.lower.clear();
        self.lower.push_str(post);
        self.lower.make_ascii_lowercase();
        self.automaton.leftmost_find_iter(&self.lower).count()
    }
}
