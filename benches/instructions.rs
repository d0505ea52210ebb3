//! A fixed amount of work whose instructions are counted: every post of a set once, with buffers that have grown.
//!
//! `cargo bench --bench instructions [SET]`, a set of the overview, `everyday`, `look-alikes` or a file of posts, one a line; `benches/record/instructions.sh` runs it under callgrind.
#![allow(clippy::unwrap_used, missing_docs)]

mod common;

use netral::{Classifier, Scratch};

/// What is counted: callgrind collects while this function runs.
#[inline(never)]
fn counted(classifier: &Classifier, scratch: &mut Scratch, posts: &[String]) -> usize {
    common::judge(classifier, scratch, posts)
}

fn main() {
    let wanted = std::env::args()
        .skip(1)
        .find(|argument| !argument.starts_with('-'))
        .unwrap_or_else(|| "typical".to_owned());
    let input = common::asked_for(&wanted).unwrap();
    let (classifier, mut scratch) = (Classifier::new(), Scratch::new());
    for post in &input.posts {
        classifier.classify_with(&mut scratch, post.as_str());
    }
    let sides = counted(&classifier, &mut scratch, &input.posts);
    println!(
        "{} posts {} bytes {sides} take a side",
        input.posts.len(),
        input.bytes()
    );
}
