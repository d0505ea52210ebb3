//! Measures spelling and hashtag splitting against tables of pairs.
//!
//! `cargo run --release --example text_report -- [--errors N] FILE …` with tab-separated files whose header tells what they are:
//! `hashtag words count` (tags), `slang formal …` or `elongated formal …` or `transformed original …` (words; several accepted answers
//! may stand in several rows). With a column `n_sources`, rows that two and more, and three and more sources agree on are shown apart.
#![allow(clippy::cast_precision_loss)]

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::Parser;
use netral::text::{normalize, split_hashtag};

#[derive(Parser)]
#[command(about = "Measures spelling and hashtag splitting against tables of pairs")]
struct Args {
    /// Tab-separated files.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Show N errors of each group.
    #[arg(long, default_value_t = 0)]
    errors: usize,
}

#[derive(Default)]
struct Group {
    rows: u64,
    right: u64,
    weight: u64,
    right_weight: u64,
    errors: Vec<String>,
}

impl Group {
    fn add(&mut self, right: bool, weight: u64, error: impl Fn() -> String) {
        self.rows += 1;
        self.weight += weight;
        if right {
            self.right += 1;
            self.right_weight += weight;
        } else {
            self.errors.push(error());
        }
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args = Args::parse();
    for path in &args.files {
        let text = std::fs::read_to_string(path)
            .map_err(|error| format!("{}: {error}", path.display()))?;
        let mut lines = text.lines();
        let header: Vec<&str> = lines.next().unwrap_or("").split('\t').collect();
        let rows: Vec<Vec<&str>> = lines.map(|line| line.split('\t').collect()).collect();
        let column = |name: &str| header.iter().position(|have| *have == name);
        let groups = match header.first() {
            Some(&"hashtag") => tags(&rows, column("count")),
            Some(_) => words(
                &rows,
                column("category").or(column("transformation")),
                column("n_sources"),
            ),
            None => BTreeMap::new(),
        };
        println!("{}", path.display());
        println!(
            "{:<28}{:>8}{:>10}{:>12}",
            "group", "rows", "right", "by count"
        );
        for (name, group) in &groups {
            let share = |part: u64, whole: u64| {
                if whole == 0 {
                    0.0
                } else {
                    part as f64 / whole as f64
                }
            };
            println!(
                "{name:<28}{:>8}{:>10.4}{:>12.4}",
                group.rows,
                share(group.right, group.rows),
                share(group.right_weight, group.weight)
            );
            for error in group.errors.iter().take(args.errors) {
                println!("    {error}");
            }
        }
    }
    Ok(())
}

fn tags(rows: &[Vec<&str>], count: Option<usize>) -> BTreeMap<String, Group> {
    let mut groups: BTreeMap<String, Group> = BTreeMap::new();
    for row in rows {
        let (Some(tag), Some(words)) = (row.first(), row.get(1)) else {
            continue;
        };
        let weight = count
            .and_then(|at| row.get(at))
            .and_then(|count| count.parse().ok())
            .unwrap_or(1);
        let split = split_hashtag(tag).join(" ");
        groups
            .entry("all".to_owned())
            .or_default()
            .add(split == *words, weight, || {
                format!("{tag}: {split} for {words}")
            });
    }
    groups
}

fn words(
    rows: &[Vec<&str>],
    category: Option<usize>,
    sources: Option<usize>,
) -> BTreeMap<String, Group> {
    // A word may have several right answers.
    let mut accepted: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for row in rows {
        if let (Some(informal), Some(formal)) = (row.first(), row.get(1)) {
            accepted.entry(informal).or_default().push(formal);
        }
    }
    let plain = |text: &str| text.replace('-', " ");
    let mut groups: BTreeMap<String, Group> = BTreeMap::new();
    let mut seen = std::collections::BTreeSet::new();
    for row in rows {
        let Some(informal) = row.first().filter(|informal| seen.insert(**informal)) else {
            continue;
        };
        let answer = normalize(informal);
        let formal = accepted.get(informal).cloned().unwrap_or_default();
        let right = formal.iter().any(|formal| plain(formal) == plain(&answer));
        let mut names = vec!["all".to_owned()];
        if let Some(kind) = category
            .and_then(|at| row.get(at))
            .filter(|kind| !kind.is_empty())
        {
            names.push((*kind).to_owned());
        }
        let agreed: u32 = sources
            .and_then(|at| row.get(at))
            .and_then(|count| count.parse().ok())
            .unwrap_or(0);
        for least in [2, 3] {
            if agreed >= least {
                names.push(format!("{least} sources and more"));
            }
        }
        for name in names {
            groups.entry(name).or_default().add(right, 1, || {
                format!("{informal}: {answer} for {}", formal.join(" / "))
            });
        }
    }
    groups
}
