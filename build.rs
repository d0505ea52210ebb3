//! Checks everything in `data/` and compiles it into tables in `OUT_DIR`.
//!
//! A mistake stops the build with `file:line:column: what; remedy`, all mistakes at once. No network, no clock, no hash order.
#![forbid(unsafe_code)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::exit;

#[allow(dead_code, unreachable_pub, missing_docs, clippy::pedantic)]
#[path = "src/source/mod.rs"]
mod source;

use source::error::DataError;
use source::rows::Tables;
use source::{election_file, law};

fn main() {
    println!("cargo::rustc-cfg=netral_lib");
    let root =
        PathBuf::from(std::env::var("CARGO_MANIFEST_DIR").unwrap_or_else(|_| ".".to_owned()));
    let out = PathBuf::from(std::env::var("OUT_DIR").unwrap_or_else(|_| ".".to_owned()));
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=src/source");
    println!("cargo::rerun-if-changed=build.rs");
    if let Err(errors) = build(&root, &out) {
        for error in &errors {
            println!("cargo::error={error}");
        }
        eprintln!("{} mistake(s) in data/", errors.len());
        exit(1);
    }
}

fn build(root: &Path, out: &Path) -> Result<(), Vec<DataError>> {
    let mut errors = Vec::new();
    let mut sources = BTreeSet::new();
    for (name, text) in files(root, "data/sources", "toml")? {
        match source::embed::sources(&name, &text) {
            Ok(ids) => sources.extend(ids),
            Err(error) => errors.push(error),
        }
    }
    let mut tables = Tables::default();
    let mut version = source::layout::hash(b"netral");
    for folder in [
        "data/text",
        "data/targets",
        "data/lexicon",
        "data/context",
        "data/stance",
    ] {
        for (name, text) in files(root, folder, "tsv")? {
            version = mix(version, &text);
            if let Err(mut found) = tables.read(&name, &text, Some(&sources)) {
                errors.append(&mut found);
            }
        }
    }
    let mut rules = law::Law::default();
    for (name, text) in files(root, "data/rules", "toml")? {
        version = mix(version, &text);
        if let Err(mut found) = rules.read(&name, &text, Some(&sources)) {
            errors.append(&mut found);
        }
    }
    let elections = root.join("data/elections.toml");
    let text = read(&elections, "data/elections.toml")?;
    version = mix(version, &text);
    let contests = election_file::contests("data/elections.toml", &text, Some(&sources))
        .unwrap_or_else(|mut found| {
            errors.append(&mut found);
            Vec::new()
        });
    if !errors.is_empty() {
        return Err(errors);
    }
    let lexicon = source::compile::compile(&tables, &source::embed::Nothing)?;
    write(out, "lexicon.bin", &lexicon)?;
    write(
        out,
        "law.rs",
        source::embed::to_rust(&rules, &contests).as_bytes(),
    )?;
    write(
        out,
        "version.rs",
        format!("{:?}", format!("{:016x}", version)).as_bytes(),
    )
}

fn mix(version: u64, text: &str) -> u64 {
    version.rotate_left(5) ^ source::layout::hash(text.as_bytes())
}

fn io_error(path: &Path, error: &std::io::Error) -> Vec<DataError> {
    vec![DataError::at(
        &path.display().to_string(),
        0,
        0,
        format!("cannot be read or written: {error}"),
        "restore the file",
    )]
}

fn read(path: &Path, name: &str) -> Result<String, Vec<DataError>> {
    let bytes = fs::read(path).map_err(|error| io_error(path, &error))?;
    String::from_utf8(bytes).map_err(|error| {
        let good = error.utf8_error().valid_up_to();
        let line = error
            .as_bytes()
            .iter()
            .take(good)
            .filter(|byte| **byte == b'\n')
            .count()
            + 1;
        vec![DataError::at(
            name,
            line,
            1,
            "the file is not UTF-8",
            "save it as UTF-8",
        )]
    })
}

fn files(root: &Path, folder: &str, ending: &str) -> Result<Vec<(String, String)>, Vec<DataError>> {
    let directory = root.join(folder);
    let entries = fs::read_dir(&directory).map_err(|error| io_error(&directory, &error))?;
    let mut names: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .collect();
    names.retain(|path| path.extension().is_some_and(|found| found == ending));
    names.sort();
    names
        .into_iter()
        .map(|path| {
            let name = format!(
                "{folder}/{}",
                path.file_name()
                    .map(|name| name.to_string_lossy().into_owned())
                    .unwrap_or_default()
            );
            read(&path, &name).map(|text| (name, text))
        })
        .collect()
}

fn write(out: &Path, name: &str, bytes: &[u8]) -> Result<(), Vec<DataError>> {
    let path = out.join(name);
    fs::write(&path, bytes).map_err(|error| io_error(&path, &error))
}
