//! Measures the classifier on labelled posts: one JSON object a line with `text` and `label`.
//!
//! `cargo run --release --example evaluate -- [--errors N] [--thresholds] [--check TABLE | --record TABLE] FILE|FOLDER …`
//!
//! Labels: `support`, `oppose`, `both` (takes a side); `neutral`, `none`, `nonpolitical`, `news`, `official`, `policy` (takes none);
//! `political` and `unclear` count for the topic only. Where a row names a `target`, the side is judged towards it. A file beside the
//! set with the same name and the ending `toml` is the election its posts are about. Rows with `"text_is_quote": false` tell of a post in
//! a third person's words: those with a side count for the topic only.
#![allow(clippy::cast_precision_loss)]

mod labelled;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use netral::{Scratch, Verdict};
use serde_json::Value;

use labelled::{Row, Truth, builder_for, files, rows};

#[derive(Parser)]
#[command(about = "Measures the classifier on labelled posts")]
struct Args {
    /// JSON-lines files, or folders of them.
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// Show the N worst errors of each kind and set, with their evidence.
    #[arg(long, default_value_t = 0)]
    errors: usize,
    /// Show precision, recall and false alarms at other thresholds of the score.
    #[arg(long)]
    thresholds: bool,
    /// Compare with a recorded table; fail where a figure fell.
    #[arg(long)]
    check: Option<PathBuf>,
    /// Write the table to this file.
    #[arg(long, conflicts_with = "check")]
    record: Option<PathBuf>,
}

#[derive(Default)]
struct Tally {
    rows: u32,
    political: u32,
    explicit: (u32, u32),
    sided: u32,
    found: u32,
    unsided: u32,
    alarms: u32,
    side: (u32, u32),
    review: u32,
    errors: [Vec<(u8, String)>; 3],
    /// Score of each post that is labelled, and whether it takes a side.
    scores: Vec<(u8, bool)>,
}

const KINDS: [&str; 3] = ["false alarm", "missed", "wrong side"];

impl Tally {
    fn add(&mut self, row: &Row, verdict: &Verdict) {
        self.rows += 1;
        self.political += u32::from(verdict.political());
        self.review += u32::from(verdict.review() && !verdict.takes_side());
        if row.fields.get("explicit").and_then(Value::as_bool) == Some(true) {
            self.explicit.1 += 1;
            self.explicit.0 += u32::from(verdict.political());
        }
        let taken = verdict.takes_side();
        let mut error = None;
        if row.truth() != Truth::Open {
            self.scores
                .push((verdict.score(), row.truth() != Truth::NoSide));
        }
        match row.truth() {
            Truth::Open => {}
            Truth::NoSide => {
                self.unsided += 1;
                if taken {
                    self.alarms += 1;
                    error = Some(0);
                }
            }
            Truth::Side(side) => {
                self.sided += 1;
                if taken {
                    self.found += 1;
                    if let Some(side) = side {
                        self.side.1 += 1;
                        if row.side(verdict) == side {
                            self.side.0 += 1;
                        } else {
                            error = Some(2);
                        }
                    }
                } else {
                    error = Some(1);
                }
            }
        }
        if let Some(kind) = error {
            let rank = if kind == 1 {
                100 - verdict.score()
            } else {
                verdict.score()
            };
            if let Some(list) = self.errors.get_mut(kind) {
                list.push((rank, describe(row, verdict)));
            }
        }
    }

    fn columns(&self) -> [Option<f64>; 6] {
        let share = |part: u32, whole: u32| (whole > 0).then(|| f64::from(part) / f64::from(whole));
        let precision = if self.sided > 0 && self.unsided > 0 {
            share(self.found, self.found + self.alarms)
        } else {
            None
        };
        let recall = share(self.found, self.sided);
        let f1 = precision
            .zip(recall)
            .filter(|(precision, recall)| precision + recall > 0.0)
            .map(|(precision, recall)| 2.0 * precision * recall / (precision + recall));
        let topic = if self.explicit.1 > 0 {
            share(self.explicit.0, self.explicit.1)
        } else {
            share(self.political, self.rows)
        };
        [
            precision,
            recall,
            f1,
            share(self.alarms, self.unsided),
            share(self.side.0, self.side.1),
            topic,
        ]
    }
}

fn describe(row: &Row, verdict: &Verdict) -> String {
    let mut line = format!(
        "[{}] {} {} | {}",
        row.label(),
        verdict.stance(),
        verdict.score(),
        row.text("text").unwrap_or("").replace(['\n', '\r'], " ")
    );
    for target in verdict.targets().iter().take(3) {
        let words: Vec<&str> = target
            .evidence()
            .iter()
            .map(netral::Evidence::words)
            .collect();
        let _ = write!(
            line,
            "\n      {} {}: {}",
            target.name(),
            target.score(),
            words.join(" · ")
        );
    }
    line
}

fn measure(path: &Path) -> Result<Tally, String> {
    let classifier = builder_for(path)?
        .build()
        .map_err(|error| error.to_string())?;
    let mut tally = Tally::default();
    let mut scratch = Scratch::new();
    for row in rows(path)? {
        let verdict = classifier.classify_with(&mut scratch, row.post());
        tally.add(&row, &verdict);
    }
    Ok(tally)
}

/// What other thresholds would give, a line each.
fn thresholds(tallies: &BTreeMap<String, Tally>) -> String {
    let mut out = String::new();
    for (name, tally) in tallies {
        let count = |from: u8, sided: bool| {
            let of = tally
                .scores
                .iter()
                .filter(|(score, side)| *score >= from && *side == sided);
            f64::from(u32::try_from(of.count()).unwrap_or(u32::MAX))
        };
        let (sided, unsided) = (count(0, true), count(0, false));
        for threshold in [20, 25, 30, 35, 40, 45, 50, 60] {
            let (found, alarms) = (count(threshold, true), count(threshold, false));
            let _ = write!(out, "{name:<32} from {threshold}:");
            if sided > 0.0 {
                let _ = write!(out, "  recall {:.4}", found / sided);
            }
            if sided > 0.0 && unsided > 0.0 {
                let _ = write!(out, "  precision {:.4}", found / (found + alarms));
            }
            if unsided > 0.0 {
                let _ = write!(out, "  false alarms {:.4}", alarms / unsided);
            }
            out.push('\n');
        }
    }
    out
}

const COLUMNS: [&str; 6] = ["precision", "recall", "f1", "false_alarms", "side", "topic"];

fn table(tallies: &BTreeMap<String, Tally>) -> String {
    let mut out = format!("set\trows\t{}\treview\n", COLUMNS.join("\t"));
    for (name, tally) in tallies {
        let cells: Vec<String> = tally
            .columns()
            .iter()
            .map(|value| value.map_or("-".to_owned(), |value| format!("{value:.4}")))
            .collect();
        let _ = writeln!(
            out,
            "{name}\t{}\t{}\t{}",
            tally.rows,
            cells.join("\t"),
            tally.review
        );
    }
    out
}

/// Figures of the new table that are worse than those of the recorded one.
fn falls(recorded: &str, now: &str) -> Vec<String> {
    let read = |table: &str| -> BTreeMap<String, Vec<String>> {
        table
            .lines()
            .skip(1)
            .filter_map(|line| line.split_once('\t'))
            .map(|(name, rest)| {
                (
                    name.to_owned(),
                    rest.split('\t').map(str::to_owned).collect(),
                )
            })
            .collect()
    };
    let now = read(now);
    let mut worse = Vec::new();
    for (name, old) in read(recorded) {
        let Some(new) = now.get(&name) else {
            worse.push(format!("{name}: no longer measured"));
            continue;
        };
        for (at, column) in COLUMNS.iter().enumerate() {
            let value = |row: &[String]| row.get(at + 1).and_then(|cell| cell.parse::<f64>().ok());
            if let (Some(old), Some(new)) = (value(&old), value(new)) {
                let fell = if *column == "false_alarms" {
                    new > old + 1e-9
                } else {
                    new < old - 1e-9
                };
                if fell {
                    worse.push(format!("{name}: {column} went from {old:.4} to {new:.4}"));
                }
            }
        }
    }
    worse
}

fn run(args: &Args) -> Result<Vec<String>, String> {
    let mut tallies = BTreeMap::new();
    for path in files(&args.paths).map_err(|error| error.to_string())? {
        let name = path
            .file_name()
            .map(|name| {
                name.to_string_lossy()
                    .trim_end_matches(".jsonl")
                    .trim_end_matches(".dev")
                    .to_owned()
            })
            .unwrap_or_default();
        tallies.insert(name, measure(&path)?);
    }
    let table = table(&tallies);
    for line in table.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        let (name, rest) = cells
            .split_first()
            .map_or(("", &[] as &[&str]), |(name, rest)| (*name, rest));
        println!(
            "{name:<32}{}",
            rest.iter()
                .map(|cell| format!("{cell:>13}"))
                .collect::<String>()
        );
    }
    if args.thresholds {
        print!("\n{}", thresholds(&tallies));
    }
    if args.errors > 0 {
        for (name, tally) in &mut tallies {
            for (kind, list) in KINDS.iter().zip(&mut tally.errors) {
                list.sort_by(|a, b| b.cmp(a));
                if !list.is_empty() {
                    println!("\n== {name}: {kind}, {} in all", list.len());
                }
                for (_, line) in list.iter().take(args.errors) {
                    println!("  {line}");
                }
            }
        }
    }
    if let Some(path) = &args.record {
        std::fs::write(path, &table).map_err(|error| error.to_string())?;
    }
    match &args.check {
        Some(path) => Ok(falls(
            &std::fs::read_to_string(path)
                .map_err(|error| format!("{}: {error}", path.display()))?,
            &table,
        )),
        None => Ok(Vec::new()),
    }
}

fn main() -> ExitCode {
    match run(&Args::parse()) {
        Ok(worse) if worse.is_empty() => ExitCode::SUCCESS,
        Ok(worse) => {
            for line in worse {
                eprintln!("fell: {line}");
            }
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}
