//! What the single rooms cost, as far as they are public, and what building a classifier costs.
//!
//! `cargo bench --bench pipeline`; the cost of a whole verdict beside keyword scans is in `overview.rs`.
#![allow(clippy::unwrap_used, missing_docs)]

mod common;

use std::hint::black_box;
use std::time::Duration;

use aho_corasick::AhoCorasickKind;
use common::judge;
use common::scans::aho_corasick;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use netral::text::{normalize, split_hashtag, tokenize};
use netral::{Classifier, Election, Scratch, Ticket};

/// What is done to a post; a count keeps the work from being left out.
type Step = fn(&str) -> usize;

/// Folding and tokens, standard spellings, words of hashtags, and the whole way to a verdict.
fn rooms(criterion: &mut Criterion) {
    assert_eq!(normalize("yg penting dukuuung"), "yang penting dukung");
    let classifier = Classifier::new();
    let steps: [(&str, Step); 3] = [
        ("tokenize", |post| tokenize(post).len()),
        ("normalize", |post| normalize(post).len()),
        ("split_hashtag", |post| {
            let tags = post.split_whitespace().filter(|word| word.starts_with('#'));
            tags.map(|tag| split_hashtag(tag).len()).sum()
        }),
    ];
    for input in common::inputs() {
        let mut group = criterion.benchmark_group(format!("rooms/{}", input.name));
        group.throughput(Throughput::ElementsAndBytes {
            elements: input.posts.len() as u64,
            bytes: input.bytes() as u64,
        });
        for (name, step) in steps {
            group.bench_function(name, |bencher| {
                bencher.iter(|| {
                    let posts = input.posts.iter().map(|post| black_box(post.as_str()));
                    posts.map(step).sum::<usize>()
                });
            });
        }
        group.bench_function("classify", |bencher| {
            let mut scratch = Scratch::new();
            bencher.iter(|| judge(&classifier, &mut scratch, &input.posts));
        });
        group.finish();
    }
}

fn election(name: &str, candidates: impl Iterator<Item = String>) -> Election {
    let mut election = Election::new(name);
    election.tickets.extend(candidates.map(Ticket::new));
    election
}

fn build(election: &Election) -> Classifier {
    let builder = Classifier::builder().election(election.clone());
    builder.build().unwrap()
}

fn construction(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("construction");
    group.bench_function("netral", |bencher| bencher.iter(Classifier::new));
    let small = election(
        "Pilkada Kabupaten Tirta Raya 2024",
        (0..4).map(invented_name),
    );
    group.bench_function("netral with an election", |bencher| {
        bencher.iter(|| build(&small));
    });
    group.bench_function("aho-corasick", |bencher| {
        bencher.iter(|| aho_corasick(AhoCorasickKind::ContiguousNFA));
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
    let large = election(
        "Pemilu Legislatif Tirta Raya",
        (0..50_000).map(invented_name),
    );
    let posts = common::typical().posts;
    let mut group = criterion.benchmark_group("scale");
    group.sample_size(10);
    group.bench_function("build 50,000 candidates", |bencher| {
        bencher.iter(|| build(&large));
    });
    for (name, classifier) in [
        ("without", Classifier::new()),
        ("with 50,000 candidates", build(&large)),
    ] {
        group.bench_function(name, |bencher| {
            let mut scratch = Scratch::new();
            bencher.iter(|| judge(&classifier, &mut scratch, &posts));
        });
    }
    group.finish();
}

/// One post of ten megabytes beside posts of usual length: the cost of a byte.
fn length(criterion: &mut Criterion) {
    let posts = common::typical().posts;
    let long = posts
        .join(". ")
        .repeat(10_000_000 / posts.iter().map(String::len).sum::<usize>());
    let classifier = Classifier::new();
    let mut group = criterion.benchmark_group("length");
    group.sample_size(10);
    for (name, posts) in [("usual posts", posts), ("ten megabytes", vec![long])] {
        let bytes: usize = posts.iter().map(String::len).sum();
        group.throughput(Throughput::Bytes(bytes as u64));
        group.bench_function(name, |bencher| {
            let mut scratch = Scratch::new();
            bencher.iter(|| judge(&classifier, &mut scratch, &posts));
        });
    }
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20).measurement_time(Duration::from_secs(2)).warm_up_time(Duration::from_millis(500));
    targets = rooms, construction, scale, length
}
criterion_main!(benches);
