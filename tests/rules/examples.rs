//! Every provision brings texts that must reach it and texts that must not; here they are all read.

use std::fs;
use std::path::PathBuf;

use netral::{Classifier, Post, Verdict};
use serde::Deserialize;
use toml::{Table, Value};

use super::rules;

fn rows() -> Vec<Table> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("data/rules");
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    files
        .iter()
        .flat_map(|file| {
            let table: Table = fs::read_to_string(file).unwrap().parse().unwrap();
            match table.get("provision") {
                Some(Value::Array(rows)) => rows
                    .iter()
                    .filter_map(|row| row.as_table().cloned())
                    .collect(),
                _ => Vec::new(),
            }
        })
        .collect()
}

fn verdicts(row: &Table, key: &str) -> Vec<(String, Verdict)> {
    let classifier = Classifier::new();
    row[key]
        .as_array()
        .unwrap()
        .iter()
        .map(|example| {
            let post = Post::deserialize(example.clone()).unwrap();
            (example.to_string(), classifier.classify(&post))
        })
        .collect()
}

#[test]
fn every_provision_is_reached_by_its_texts_and_by_no_other() {
    let mut wrong = Vec::new();
    let rows = rows();
    assert_eq!(rows.len(), Classifier::new().provisions().len());
    for row in &rows {
        let id = row["id"].as_str().unwrap();
        for (key, wanted) in [("match", true), ("no_match", false)] {
            for (example, verdict) in verdicts(row, key) {
                if rules(&verdict).contains(&id) != wanted {
                    wrong.push(format!(
                        "{id} {key}: {example}\n   {} {:?}",
                        verdict.stance(),
                        rules(&verdict)
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
