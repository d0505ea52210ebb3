//! Fits the weights of the score to labelled posts.
//!
//! `cargo run --release --example fit -- [--passes N] [--only NAME,…] FILE|FOLDER …` reads `data/stance/weights.tsv`, changes one weight
//! after the other by small steps and keeps a change where the loss falls on the posts fitted; prints what changed, and the loss on the
//! posts set aside (every fifth), which no step has seen. `--write` writes the table back. Labels as in `evaluate`.
//!
//! The loss of a post is a smooth step at the threshold: near misses teach, lost causes do not.
//! Sets weigh by the square root of their size; posts without a side weigh `--care` times as much, for wrong accusations are the worse
//! error. A step away from the weight in the table costs a little, so that what the posts do not decide stays as it is.
#![allow(clippy::cast_precision_loss)]

mod labelled;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use netral::{Classifier, SIDE_THRESHOLD, Scratch};

use labelled::{Row, Truth, builder_for, files, rows};

#[derive(Parser)]
#[command(about = "Fits the weights of the score to labelled posts")]
struct Args {
    /// JSON-lines files, or folders of them.
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// Times all weights are tried.
    #[arg(long, default_value_t = 2)]
    passes: u32,
    /// Only these weights.
    #[arg(long, value_delimiter = ',')]
    only: Vec<String>,
    /// How many times a post without a side counts.
    #[arg(long, default_value_t = 3.0)]
    care: f64,
    /// `NAME=TIMES`: sets whose file name begins with NAME weigh so many times as much.
    #[arg(long, value_delimiter = ',')]
    stress: Vec<String>,
    /// Write the fitted weights to the table.
    #[arg(long)]
    write: bool,
    /// The table.
    #[arg(long, default_value = "data/stance/weights.tsv")]
    table: PathBuf,
}

/// A file of labelled posts with the election they are about.
struct Set {
    path: PathBuf,
    rows: Vec<Row>,
    weight: f64,
}

/// Points over which the loss changes from doubt to certainty.
const SLOPE: f64 = 5.0;
/// Loss of moving a weight by its own size.
const INERTIA: f64 = 0.0005;

fn classifier(set: &Set, table: &str) -> Result<Classifier, String> {
    builder_for(&set.path)?
        .table("weights.tsv", table)
        .build()
        .map_err(|error| error.to_string())
}

/// How surely a post is judged wrong, as a loss.
fn loss_of(row: &Row, classifier: &Classifier, scratch: &mut Scratch, care: f64) -> f64 {
    let verdict = classifier.classify_with(scratch, row.post());
    let over = (f64::from(verdict.score()) - f64::from(SIDE_THRESHOLD)) / SLOPE;
    let wrong = |over: f64| 1.0 / (1.0 + over.exp());
    match row.truth() {
        Truth::NoSide => care * wrong(-over),
        // The wrong side is as bad as a false alarm.
        Truth::Side(Some(side)) if verdict.takes_side() && row.side(&verdict) != side => {
            care * wrong(-over)
        }
        Truth::Side(_) => wrong(over),
        Truth::Open => 0.0,
    }
}

fn is_held_out(row: &Row) -> bool {
    row.text("text")
        .unwrap_or("")
        .bytes()
        .fold(7_u32, |hash, byte| {
            hash.wrapping_mul(31).wrapping_add(u32::from(byte))
        })
        % 5
        == 0
}

/// Mean loss of the posts fitted and of those set aside.
fn loss(sets: &[Set], table: &str, care: f64) -> Result<(f64, f64), String> {
    let threads: Vec<Result<[(f64, f64); 2], String>> = std::thread::scope(|scope| {
        let halves: Vec<_> = (0..2)
            .map(|half| {
                scope.spawn(move || {
                    let (mut fitted, mut aside) = ((0.0, 0.0), (0.0, 0.0));
                    let mut scratch = Scratch::new();
                    for set in sets {
                        let classifier = classifier(set, table)?;
                        for row in set.rows.iter().skip(half).step_by(2) {
                            let sum = if is_held_out(row) {
                                &mut aside
                            } else {
                                &mut fitted
                            };
                            sum.0 += set.weight * loss_of(row, &classifier, &mut scratch, care);
                            sum.1 += set.weight;
                        }
                    }
                    Ok([fitted, aside])
                })
            })
            .collect();
        halves
            .into_iter()
            .map(|half| {
                half.join()
                    .unwrap_or_else(|_| Err("a thread failed".to_owned()))
            })
            .collect()
    });
    let mut sums = [(0.0, 0.0); 2];
    for thread in threads {
        for (sum, part) in sums.iter_mut().zip(thread?) {
            sum.0 += part.0;
            sum.1 += part.1;
        }
    }
    let mean = |(sum, count): (f64, f64)| sum / count.max(1e-9);
    let [fitted, aside] = sums.map(mean);
    Ok((fitted, aside))
}

/// The table with other values.
fn with_values(table: &str, values: &BTreeMap<String, i32>) -> String {
    table
        .lines()
        .map(|line| {
            let mut cells: Vec<&str> = line.split('\t').collect();
            let value = cells
                .first()
                .and_then(|name| values.get(*name))
                .map(i32::to_string);
            if let (Some(cell), Some(value)) = (cells.get_mut(1), &value) {
                *cell = value;
            }
            cells.join("\t") + "\n"
        })
        .collect()
}

/// How much a set is stressed.
fn stress(path: &Path, stresses: &[String]) -> f64 {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    stresses
        .iter()
        .filter_map(|stress| stress.split_once('='))
        .find(|(start, _)| name.starts_with(start))
        .and_then(|(_, times)| times.parse().ok())
        .unwrap_or(1.0)
}

fn read_sets(paths: &[PathBuf], stresses: &[String]) -> Result<Vec<Set>, String> {
    let classifier = Classifier::new();
    let mut scratch = Scratch::new();
    let mut sets = Vec::new();
    for path in files(paths).map_err(|error| error.to_string())? {
        let mut rows = rows(&path)?;
        rows.retain(|row| row.truth() != Truth::Open);
        if rows.is_empty() {
            continue;
        }
        let size = rows.len() as f64;
        // A post in which nothing is found scores nothing whatever the weights are.
        rows.retain(|row| {
            !classifier
                .classify_with(&mut scratch, row.post())
                .targets()
                .is_empty()
                || path.with_extension("toml").exists()
        });
        sets.push(Set {
            weight: stress(&path, stresses) * size.sqrt() / size,
            path,
            rows,
        });
    }
    Ok(sets)
}

fn run(args: &Args) -> Result<(), String> {
    let table = std::fs::read_to_string(&args.table)
        .map_err(|error| format!("{}: {error}", args.table.display()))?;
    let sets = read_sets(&args.paths, &args.stress)?;
    let first: BTreeMap<String, i32> = table
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let mut cells = line.split('\t');
            Some((cells.next()?.to_owned(), cells.next()?.parse().ok()?))
        })
        .collect();
    let mut values = first.clone();
    let inertia = |values: &BTreeMap<String, i32>| -> f64 {
        values
            .iter()
            .zip(first.values())
            .map(|((_, now), first)| f64::from((now - first).abs()) / f64::from(first.abs().max(5)))
            .sum::<f64>()
            * INERTIA
    };
    let start = loss(&sets, &table, args.care)?;
    println!("loss {:.4}, set aside {:.4}", start.0, start.1);
    let mut best = start.0;
    for _ in 0..args.passes {
        for name in first.keys() {
            if !args.only.is_empty() && !args.only.contains(name) {
                continue;
            }
            let old = values.get(name).copied().unwrap_or(0);
            let step = (old.abs() / 5).max(3);
            for tried in [old - step, old + step, old - step / 3, old + step / 3] {
                // A weight keeps its sign; a share is never negative.
                if (tried < 0) != (old < 0) || tried.abs() > 200 {
                    continue;
                }
                let mut changed = values.clone();
                changed.insert(name.clone(), tried);
                let (fitted, aside) = loss(&sets, &with_values(&table, &changed), args.care)?;
                let total = fitted + inertia(&changed);
                if total < best - 2e-6 {
                    best = total;
                    values = changed;
                    println!("{name} {old} -> {tried}: loss {fitted:.4}, set aside {aside:.4}");
                }
            }
        }
    }
    if args.write {
        std::fs::write(&args.table, with_values(&table, &values))
            .map_err(|error| format!("{}: {error}", args.table.display()))?;
    }
    Ok(())
}

fn main() -> ExitCode {
    match run(&Args::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
