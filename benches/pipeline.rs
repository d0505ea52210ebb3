//! What a verdict costs, beside the bare keyword scan a developer would otherwise write.
//!
//! `cargo bench --bench pipeline`. Inputs are the invented posts of `tests/corpus/` and texts made of them here; nothing is
//! taken from real posts. The yardstick is `aho-corasick` (leftmost-longest, ASCII case-insensitive, its own choice of automaton)
//! over the surface forms of our own lexicon, on the same bytes in the same run, so that the cost can be read as a ratio.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

use std::hint::black_box;
use std::time::Duration;

use aho_corasick::{AhoCorasick, MatchKind};
use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main};
use netral::text::{normalize, split_hashtag, tokenize};
use netral::{Classifier, Election, Scratch, Stance, Ticket};
use serde_json::Value;

/// A named set of posts.
struct Input {
    name: &'static str,
    posts: Vec<String>,
}

fn corpus(rows: &str) -> Vec<String> {
    rows.lines()
        .filter_map(|line| {
            serde_json::from_str::<Value>(line)
                .ok()?
                .get("text")?
                .as_str()
                .map(str::to_owned)
        })
        .filter(|text| !text.is_empty())
        .collect()
}

fn inputs() -> Vec<Input> {
    let partisan = [
        corpus(include_str!("../tests/corpus/support.jsonl")),
        corpus(include_str!("../tests/corpus/oppose.jsonl")),
    ]
    .concat();
    let everyday = corpus(include_str!("../tests/corpus/everyday.jsonl"));
    let neutral = corpus(include_str!("../tests/corpus/neutral.jsonl"));
    let all = [partisan.clone(), everyday.clone(), neutral].concat();
    let short = all.iter().filter(|post| post.len() < 50).cloned().collect();
    let slangy = partisan
        .iter()
        .map(|post| {
            post.replace("pilih", "pliiih")
                .replace("nomor", "nmr")
                .replace("tidak", "gaaak")
                .replace("menang", "menaaang")
        })
        .collect();
    let long = all.chunks(60).map(|chunk| chunk.join(". ")).collect();
    let adversarial = vec![
        "#qxzjkvbwmtrpls ".repeat(60),
        "yuk menangkan Ganjar coblos nomer 3 tidak netral tapi kata dia ".repeat(16),
        "a\u{301}".repeat(400),
        "@#".repeat(500),
    ];
    vec![
        Input {
            name: "short",
            posts: short,
        },
        Input {
            name: "typical",
            posts: all,
        },
        Input {
            name: "slangy",
            posts: slangy,
        },
        Input {
            name: "everyday",
            posts: everyday,
        },
        Input {
            name: "long",
            posts: long,
        },
        Input {
            name: "adversarial",
            posts: adversarial,
        },
    ]
}

/// First column of every table of the lexicon: the words a keyword scan would look for.
fn surface_forms() -> Vec<String> {
    let tables = [
        include_str!("../data/lexicon/support.tsv"),
        include_str!("../data/lexicon/oppose.tsv"),
        include_str!("../data/lexicon/politics.tsv"),
        include_str!("../data/lexicon/person.tsv"),
        include_str!("../data/lexicon/acts.tsv"),
        include_str!("../data/lexicon/everyday.tsv"),
        include_str!("../data/lexicon/idiom.tsv"),
        include_str!("../data/lexicon/voice.tsv"),
        include_str!("../data/context/cues.tsv"),
        include_str!("../data/targets/aliases.tsv"),
        include_str!("../data/text/spelling.tsv"),
    ];
    let mut forms: Vec<String> = tables
        .iter()
        .flat_map(|table| table.lines().skip(2))
        .filter_map(|row| row.split('\t').next())
        .map(str::to_owned)
        .collect();
    forms.sort();
    forms.dedup();
    forms
}

/// A group of benches over one set of posts.
fn group<'c>(
    criterion: &'c mut Criterion,
    room: &str,
    input: &Input,
) -> BenchmarkGroup<'c, WallTime> {
    let mut group = criterion.benchmark_group(format!("{room}/{}", input.name));
    let bytes: usize = input.posts.iter().map(String::len).sum();
    group.throughput(Throughput::ElementsAndBytes {
        elements: input.posts.len() as u64,
        bytes: bytes as u64,
    });
    group
}

/// The yardstick.
fn keyword_scan() -> AhoCorasick {
    AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .ascii_case_insensitive(true)
        .build(surface_forms())
        .unwrap()
}

fn overview(criterion: &mut Criterion) {
    let classifier = Classifier::new();
    assert_eq!(
        classifier.classify("ayo coblos nomor 2").stance(),
        Stance::Support
    );
    let scan = keyword_scan();
    for input in inputs() {
        let mut group = group(criterion, "overview", &input);
        group.bench_function("netral", |bencher| {
            let mut scratch = Scratch::new();
            bencher.iter(|| {
                input
                    .posts
                    .iter()
                    .filter(|post| {
                        classifier
                            .classify_with(&mut scratch, black_box(post.as_str()))
                            .takes_side()
                    })
                    .count()
            });
        });
        group.bench_function("aho-corasick", |bencher| {
            bencher.iter(|| {
                input
                    .posts
                    .iter()
                    .map(|post| scan.find_iter(black_box(post.as_str())).count())
                    .sum::<usize>()
            });
        });
        group.finish();
    }
}

/// What is done to a post; a count keeps the work from being left out.
type Step = fn(&str) -> usize;

/// The text room alone: folding and tokens, standard spellings, words of hashtags.
fn text(criterion: &mut Criterion) {
    let scan = keyword_scan();
    assert_eq!(normalize("yg penting dukuuung"), "yang penting dukung");
    for input in inputs() {
        let mut group = group(criterion, "text", &input);
        let steps: [(&str, Step); 3] = [
            ("tokenize", |post| tokenize(post).len()),
            ("normalize", |post| normalize(post).len()),
            ("split_hashtag", |post| {
                let tags = post.split_whitespace().filter(|word| word.starts_with('#'));
                tags.map(|tag| split_hashtag(tag).len()).sum()
            }),
        ];
        for (name, step) in steps {
            group.bench_function(name, |bencher| {
                bencher.iter(|| {
                    let posts = input.posts.iter();
                    posts
                        .map(|post| step(black_box(post.as_str())))
                        .sum::<usize>()
                });
            });
        }
        group.bench_function("aho-corasick", |bencher| {
            bencher.iter(|| {
                let posts = input.posts.iter();
                posts
                    .map(|post| scan.find_iter(black_box(post.as_str())).count())
                    .sum::<usize>()
            });
        });
        group.finish();
    }
}

fn construction(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("construction");
    group.bench_function("netral", |bencher| bencher.iter(Classifier::new));
    let mut election = Election::new("Pilkada Kabupaten Tirta Raya 2024");
    for (number, name) in [
        "Suryanto Halim",
        "Dewi Kusumawati",
        "Rangga Samudera",
        "Wening Lestari",
    ]
    .iter()
    .enumerate()
    {
        let mut ticket = Ticket::new(*name);
        ticket.number = Some(number as u32 + 1);
        election.tickets.push(ticket);
    }
    group.bench_function("netral with an election", |bencher| {
        bencher.iter(|| {
            Classifier::builder()
                .election(election.clone())
                .build()
                .unwrap()
        });
    });
    let forms = surface_forms();
    group.bench_function("aho-corasick", |bencher| {
        bencher.iter(|| {
            AhoCorasick::builder()
                .match_kind(MatchKind::LeftmostLongest)
                .ascii_case_insensitive(true)
                .build(&forms)
                .unwrap()
        });
    });
    group.finish();
}

/// A name made of invented syllables, another for every number.
fn invented_name(number: usize) -> String {
    const BEGIN: [&str; 20] = [
        "Bra", "Cen", "Dar", "Gan", "Har", "Jun", "Kar", "Lan", "Mar", "Nur", "Pan", "Rah", "Sur",
        "Tar", "Wid", "Yog", "Zul", "Sas", "Win", "Her",
    ];
    const END: [&str; 20] = [
        "dika", "wanto", "tono", "sari", "lina", "mawan", "priyo", "santi", "gono", "wita", "jaya",
        "harto", "nita", "suma", "darto", "yanti", "kusno", "meka", "lastri", "bowono",
    ];
    let word = |part: usize| {
        let begin = BEGIN.iter().cycle().nth(part % BEGIN.len());
        let end = END.iter().cycle().nth(part / BEGIN.len() % END.len());
        format!("{}{}", begin.unwrap(), end.unwrap())
    };
    format!("{} {}", word(number % 400), word(number / 400 + 7))
}

/// A general election with 50,000 candidates: to build, and what its names cost other posts.
fn scale(criterion: &mut Criterion) {
    let mut election = Election::new("Pemilu Legislatif Tirta Raya");
    for number in 0..50_000 {
        election.tickets.push(Ticket::new(invented_name(number)));
    }
    let build = || {
        Classifier::builder()
            .election(election.clone())
            .build()
            .unwrap()
    };
    let (plain, large) = (Classifier::new(), build());
    let posts = inputs().swap_remove(1).posts;
    let mut group = criterion.benchmark_group("scale");
    group.sample_size(10);
    group.bench_function("build 50,000 candidates", |bencher| bencher.iter(build));
    for (name, classifier) in [("without", &plain), ("with 50,000 candidates", &large)] {
        group.bench_function(name, |bencher| {
            let mut scratch = Scratch::new();
            bencher.iter(|| {
                posts
                    .iter()
                    .filter(|post| {
                        classifier
                            .classify_with(&mut scratch, black_box(post.as_str()))
                            .political()
                    })
                    .count()
            });
        });
    }
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20).measurement_time(Duration::from_secs(2)).warm_up_time(Duration::from_millis(500));
    targets = overview, text, construction, scale
}
criterion_main!(benches);
