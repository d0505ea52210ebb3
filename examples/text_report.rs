//! Measures spelling and hashtag splitting against tables of pairs, and shows what is changed in running text.
//!
//! `cargo run --release --example text_report -- [--errors N] [--weigh FILE]… TABLE…` reads tab-separated tables whose header tells what they
//! are: `hashtag words count` (tags), `elongated formal …` (repeated letters alone: the normaliser takes no other step), `slang formal …` or
//! `transformed original …` (all steps; several accepted answers may stand in several rows). With a column `n_sources`, rows that two and more,
//! and three and more sources agree on are shown apart. The column *by count* weighs tags by their count, and words by how often they
//! stand in the texts given with `--weigh`.
//!
//! `… -- --texts FILE … [--sample N] [--list N]` reads JSON lines with a field `text` and prints the share of words that are changed, a random
//! sample of changes with what stands around them, and the most frequent changes.
#![allow(clippy::cast_precision_loss)]

use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::Parser;
use netral::text::{Change, Normalizer, TokenKind, fold, split_hashtag, tokenize};

#[derive(Parser)]
#[command(about = "Measures spelling and hashtag splitting against tables of pairs")]
struct Args {
    /// Tab-separated tables.
    tables: Vec<PathBuf>,
    /// Show N errors of each group.
    #[arg(long, default_value_t = 0)]
    errors: usize,
    /// JSON lines whose `text` says how often a word is used; may be given several times.
    #[arg(long)]
    weigh: Vec<PathBuf>,
    /// JSON lines whose `text` is normalised.
    #[arg(long, num_args = 1..)]
    texts: Vec<PathBuf>,
    /// Show N changes of `--texts`, drawn at random.
    #[arg(long, default_value_t = 0)]
    sample: usize,
    /// Show the N most frequent changes of `--texts`.
    #[arg(long, default_value_t = 0)]
    list: usize,
    /// Show the N most frequent words of `--texts` that are not known.
    #[arg(long, default_value_t = 0)]
    unknown: usize,
    /// Also put slips of the finger right.
    #[arg(long)]
    near: bool,
    /// Begins another draw.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

#[derive(Default)]
struct Group {
    rows: u64,
    right: u64,
    weight: u64,
    right_weight: u64,
    errors: Vec<(u64, String)>,
}

impl Group {
    fn add(&mut self, right: bool, weight: u64, error: impl Fn() -> String) {
        self.rows += 1;
        self.weight += weight;
        if right {
            self.right += 1;
            self.right_weight += weight;
        } else {
            self.errors.push((weight, error()));
        }
    }
}

type Groups = BTreeMap<String, Group>;

fn main() -> Result<(), Box<dyn Error>> {
    let args = Args::parse();
    let mut used: BTreeMap<String, u64> = BTreeMap::new();
    for path in &args.weigh {
        for text in texts(path)? {
            for token in tokenize(&text)
                .iter()
                .filter(|token| token.kind == TokenKind::Word)
            {
                *used.entry(fold(token.span.of(&text))).or_default() += 1;
            }
        }
    }
    for path in &args.tables {
        let text = read(path)?;
        let mut lines = text.lines();
        let header: Vec<&str> = lines.next().unwrap_or("").split('\t').collect();
        let rows: Vec<Vec<&str>> = lines.map(|line| line.split('\t').collect()).collect();
        let column = |name: &str| header.iter().position(|have| *have == name);
        let begin = Instant::now();
        let groups = match header.first() {
            Some(&"hashtag") => tags(&rows, column("count")),
            Some(first) => {
                let normalizer = if *first == "elongated" {
                    Normalizer::only([Change::Stretched])
                } else {
                    Normalizer::new()
                };
                let kind = column("category").or(column("transformation"));
                words(&rows, normalizer, kind, column("n_sources"), &used)
            }
            None => Groups::new(),
        };
        let each = begin.elapsed().as_secs_f64() * 1e6 / rows.len().max(1) as f64;
        print(path, groups, args.errors);
        println!("{each:.1} µs a row, comparing included");
    }
    if !args.texts.is_empty() {
        changes(&args)?;
    }
    Ok(())
}

fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// The field `text` of each line.
fn texts(path: &Path) -> Result<Vec<String>, Box<dyn Error>> {
    let mut all = Vec::new();
    for (at, line) in read(path)?.lines().enumerate() {
        let row: serde_json::Value = serde_json::from_str(line)
            .map_err(|error| format!("{}:{}: {error}", path.display(), at + 1))?;
        all.extend(
            row.get("text")
                .and_then(|text| text.as_str())
                .map(str::to_owned),
        );
    }
    Ok(all)
}

fn share(part: u64, whole: u64) -> f64 {
    if whole == 0 {
        0.0
    } else {
        part as f64 / whole as f64
    }
}

fn print(path: &Path, groups: Groups, errors: usize) {
    println!("{}", path.display());
    println!(
        "{:<28}{:>8}{:>10}{:>12}",
        "group", "rows", "right", "by count"
    );
    for (name, mut group) in groups {
        println!(
            "{name:<28}{:>8}{:>10.4}{:>12.4}",
            group.rows,
            share(group.right, group.rows),
            share(group.right_weight, group.weight)
        );
        group
            .errors
            .sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
        for (weight, error) in group.errors.iter().take(errors) {
            println!("    {weight:>6} {error}");
        }
    }
}

fn tags(rows: &[Vec<&str>], count: Option<usize>) -> Groups {
    let mut groups = Groups::new();
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
    normalizer: Normalizer,
    category: Option<usize>,
    sources: Option<usize>,
    used: &BTreeMap<String, u64>,
) -> Groups {
    // A word may have several right answers.
    let mut accepted: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for row in rows {
        if let (Some(informal), Some(formal)) = (row.first(), row.get(1)) {
            accepted.entry(informal).or_default().push(formal);
        }
    }
    let plain = |text: &str| text.replace('-', " ");
    let mut groups = Groups::new();
    let mut seen = std::collections::BTreeSet::new();
    for row in rows {
        let Some(informal) = row.first().filter(|informal| seen.insert(**informal)) else {
            continue;
        };
        let answer = normalizer.normalize(informal);
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
        let weight = used.get(&fold(informal)).copied().unwrap_or(0);
        for name in names {
            groups.entry(name).or_default().add(right, weight, || {
                format!("{informal}: {answer} for {}", formal.join(" / "))
            });
        }
    }
    groups
}

/// A small generator of random numbers, so that a seed gives the same draw everywhere.
struct Draw(u64);

impl Draw {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % bound.max(1)
    }
}

fn changes(args: &Args) -> Result<(), Box<dyn Error>> {
    let normalizer = if args.near {
        Normalizer::new().with(Change::Near)
    } else {
        Normalizer::new()
    };
    let (mut total, mut changed) = (0_u64, 0_u64);
    let mut kinds: BTreeMap<Change, u64> = BTreeMap::new();
    let mut frequent: BTreeMap<(String, String), u64> = BTreeMap::new();
    let mut unknown: BTreeMap<String, u64> = BTreeMap::new();
    let mut sample: Vec<String> = Vec::new();
    let mut draw = Draw(args.seed);
    for path in &args.texts {
        for text in texts(path)? {
            for word in normalizer.words(&text) {
                total += 1;
                if word.change() == Change::None {
                    if args.unknown > 0 && word.lemma().is_none() {
                        *unknown.entry(fold(word.original())).or_default() += 1;
                    }
                    continue;
                }
                changed += 1;
                *kinds.entry(word.change()).or_default() += 1;
                let pair = (
                    word.original().to_lowercase(),
                    word.standard().to_lowercase(),
                );
                *frequent.entry(pair).or_default() += 1;
                // Reservoir sampling: each change has the same chance.
                let place = if sample.len() < args.sample {
                    sample.push(String::new());
                    sample.len() - 1
                } else {
                    draw.below(changed as usize)
                };
                if let Some(slot) = sample.get_mut(place) {
                    *slot = around(&text, word.span().range(), word.standard(), word.change());
                }
            }
        }
    }
    println!(
        "{changed} of {total} words changed: {:.4}",
        share(changed, total)
    );
    for (kind, count) in kinds {
        println!("{:<12}{count:>8}", kind.name());
    }
    for line in sample {
        println!("{line}");
    }
    let pairs = frequent
        .into_iter()
        .map(|((original, standard), count)| (format!("{original} → {standard}"), count));
    most(pairs, args.list);
    most(unknown.into_iter(), args.unknown);
    Ok(())
}

fn most(counts: impl Iterator<Item = (String, u64)>, many: usize) {
    let mut counts: Vec<_> = counts.collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    for (what, count) in counts.iter().take(many) {
        println!("{count:>6}  {what}");
    }
}

/// A change with some letters on both sides.
fn around(text: &str, range: std::ops::Range<usize>, standard: &str, change: Change) -> String {
    const SIDE: usize = 28;
    let before: String = {
        let letters: Vec<char> = text
            .get(..range.start)
            .unwrap_or("")
            .chars()
            .rev()
            .take(SIDE)
            .collect();
        letters.into_iter().rev().collect()
    };
    let after: String = text
        .get(range.end..)
        .unwrap_or("")
        .chars()
        .take(SIDE)
        .collect();
    let word = text.get(range).unwrap_or("");
    format!(
        "{:<9} …{before}[{word} → {standard}]{after}…",
        change.name()
    )
    .replace('\n', " ")
}
