//! How often a verdict allocates, with buffers that have grown.
//!
//! `cargo bench --bench allocations`. Counted by a global allocator, exact and the same on every run.
#![allow(clippy::cast_precision_loss, missing_docs)]

mod common;

use std::alloc::System;

use netral::{Classifier, Scratch, Verdict};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// Which posts are counted.
type Wanted = fn(&Verdict) -> bool;

/// Allocations for each post of one kind.
fn counts(classifier: &Classifier, posts: &[String], wanted: Wanted) -> Vec<usize> {
    let mut scratch = Scratch::new();
    for post in posts {
        classifier.classify_with(&mut scratch, post.as_str());
    }
    let mut counts = Vec::new();
    for post in posts {
        let region = Region::new(ALLOCATOR);
        let verdict = classifier.classify_with(&mut scratch, post.as_str());
        let change = region.change();
        if wanted(&verdict) {
            counts.push(change.allocations + change.reallocations);
        }
    }
    counts.sort_unstable();
    counts
}

fn main() {
    let classifier = Classifier::new();
    let posts = [common::every_post(), common::everyday().posts].concat();
    println!(
        "{:<22} {:>6} {:>8} {:>8} {:>8}",
        "allocations a post", "posts", "median", "mean", "most"
    );
    let kinds: [(&str, Wanted); 3] = [
        ("not political", |verdict| {
            !verdict.political() && verdict.findings().is_empty()
        }),
        ("no finding", |verdict| verdict.findings().is_empty()),
        ("with findings", |verdict| !verdict.findings().is_empty()),
    ];
    for (name, wanted) in kinds {
        let counts = counts(&classifier, &posts, wanted);
        println!(
            "{name:<22} {:>6} {:>8} {:>8.1} {:>8}",
            counts.len(),
            counts.get(counts.len() / 2).copied().unwrap_or(0),
            counts.iter().sum::<usize>() as f64 / counts.len().max(1) as f64,
            counts.last().copied().unwrap_or(0)
        );
    }
}
