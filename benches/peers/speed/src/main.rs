//! What a verdict costs beside other crates that read a post, on the same posts, in one process, rounds interleaved.
//!
//! `sh benches/peers/speed.sh` runs it together with the Python peers and makes the table. By itself it prints a line a round:
//! peer, version, what it answers, nanoseconds a post. With `posts` it prints the posts instead, a JSON string a line.
#![forbid(unsafe_code)]

#[path = "../../../common/mod.rs"]
mod common;

use std::hint::black_box;
use std::time::Instant;

use aho_corasick::AhoCorasickKind;
use charabia::TokenizerBuilder;
use netral::{Classifier, Scratch};
use rustrict::Censor;
use vader_sentiment::SentimentIntensityAnalyzer;

/// Rounds printed; one more warms up, and builds what a peer builds on first use.
const ROUNDS: usize = 11;
/// Bytes a round reads at least.
const ROUND: usize = 100_000;

/// Something that reads a post.
struct Peer<'a> {
    name: &'static str,
    version: String,
    answers: &'static str,
    read: Box<dyn FnMut(&str) -> usize + 'a>,
}

/// The version that a manifest states in the line of this key.
fn version(manifest: &str, key: &str) -> String {
    let line = manifest
        .lines()
        .find(|line| line.split(' ').next() == Some(key));
    let stated = line.and_then(|line| line.split('"').nth(1));
    stated.map_or_else(
        || "?".to_owned(),
        |stated| stated.trim_start_matches('=').to_owned(),
    )
}

fn main() {
    let posts = common::typical().posts;
    if std::env::args().nth(1).as_deref() == Some("posts") {
        for post in &posts {
            println!("{}", serde_json::Value::from(post.as_str()));
        }
        return;
    }

    let classifier = Classifier::new();
    let mut scratch = Scratch::new();
    let scan = common::scans::aho_corasick(AhoCorasickKind::ContiguousNFA);
    let mut daachorse = common::scans::Daachorse::new();
    let sentiment = SentimentIntensityAnalyzer::new();
    let mut builder = TokenizerBuilder::<Vec<u8>>::new();
    let tokenizer = builder.build();

    let crates = include_str!("../Cargo.toml");
    let peer = |name, answers, read| Peer {
        name,
        version: version(crates, name),
        answers,
        read,
    };
    let mut peers = [
        Peer {
            name: "netral",
            version: version(&common::file("Cargo.toml"), "version"),
            answers: "side taken, act, rule, evidence (`classify_with`)",
            read: Box::new(|post| {
                usize::from(classifier.classify_with(&mut scratch, post).takes_side())
            }),
        },
        peer(
            "aho-corasick",
            "where words of netral's lexicon occur",
            Box::new(|post| scan.find_iter(post).count()),
        ),
        peer(
            "daachorse",
            "where words of netral's lexicon occur",
            Box::new(|post| daachorse.count(post)),
        ),
        peer(
            "vader_sentiment",
            "sentiment, English words",
            Box::new(|post| sentiment.polarity_scores(post).len()),
        ),
        peer(
            "charabia",
            "normalised tokens",
            Box::new(|post| {
                tokenizer
                    .tokenize(post)
                    .map(|token| token.lemma.len())
                    .sum()
            }),
        ),
        peer(
            "rustrict",
            "profanity, mostly English",
            Box::new(|post| usize::from(Censor::from_str(post).analyze().is(rustrict::Type::ANY))),
        ),
        peer(
            "whatlang",
            "language, of 70",
            Box::new(|post| whatlang::detect(post).map_or(0, |found| found.lang() as usize)),
        ),
    ];

    let bytes: usize = posts.iter().map(String::len).sum();
    let repeat = ROUND.div_ceil(bytes);
    eprintln!(
        "{} posts of {} bytes in the mean",
        posts.len(),
        bytes / posts.len()
    );
    for round in 0..=ROUNDS {
        for Peer {
            name,
            version,
            answers,
            read,
        } in &mut peers
        {
            let begin = Instant::now();
            for post in (0..repeat).flat_map(|_| &posts) {
                black_box(read(black_box(post)));
            }
            if round > 0 {
                let each = begin.elapsed().as_nanos() / (repeat * posts.len()) as u128;
                println!("{name}\t{version}\t{answers}\t{each}");
            }
        }
    }
}
