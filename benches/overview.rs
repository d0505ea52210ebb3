//! What a verdict costs beside the bare keyword scan a developer would otherwise write, in six lines.
//!
//! `cargo bench --bench overview [-- non-political FILE]`; `non-political` adds posts of everyday life and such as only look like politics; a file holds posts of yours, one a line. All columns are measured in one process, their rounds interleaved, and the median round is
//! shown, so that the ratios hold on a busy machine too. Nanoseconds are those of a post; `R` is time of the scan by time of a
//! verdict: above 1 the verdict is cheaper. Inputs are invented posts of `tests/corpus/` and texts made of them.
#![allow(clippy::cast_precision_loss, missing_docs)]

mod common;

use std::hint::black_box;
use std::time::{Duration, Instant};

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use common::Input;
use common::scans::{Daachorse, aho_corasick, surface_forms};
use netral::{Classifier, Scratch, Stance};

/// Rounds of which the median is taken.
const ROUNDS: usize = 31;
/// Bytes a round reads at least, so that a small set is measured above the noise of the clock.
const ROUND: usize = 100_000;

/// What is compared.
struct Bench {
    classifier: Classifier,
    scratch: Scratch,
    contiguous: AhoCorasick,
    dfa: AhoCorasick,
    daachorse: Daachorse,
}

impl Bench {
    fn verdicts(&mut self, post: &str) -> usize {
        let verdict = self.classifier.classify_with(&mut self.scratch, post);
        usize::from(verdict.takes_side())
    }

    /// Median time a round of verdicts, contiguous NFA, DFA and daachorse over the posts, with the repetitions in a round.
    fn times(&mut self, input: &Input) -> ([Duration; 4], usize) {
        let repeat = ROUND.div_ceil(input.bytes()).max(1);
        let mut rounds: [Vec<Duration>; 4] = Default::default();
        for round in 0..=ROUNDS {
            for (at, times) in rounds.iter_mut().enumerate() {
                let begin = Instant::now();
                for post in (0..repeat).flat_map(|_| &input.posts) {
                    let post = black_box(post.as_str());
                    black_box(match at {
                        0 => self.verdicts(post),
                        1 => self.contiguous.find_iter(post).count(),
                        2 => self.dfa.find_iter(post).count(),
                        _ => self.daachorse.count(post),
                    });
                }
                // The first round warms up.
                if round > 0 {
                    times.push(begin.elapsed());
                }
            }
        }
        let median = rounds.map(|mut times| {
            times.sort_unstable();
            times.get(times.len() / 2).copied().unwrap_or_default()
        });
        (median, repeat)
    }
}

fn main() {
    let mut bench = Bench {
        classifier: Classifier::new(),
        scratch: Scratch::new(),
        contiguous: aho_corasick(AhoCorasickKind::ContiguousNFA),
        dfa: aho_corasick(AhoCorasickKind::DFA),
        daachorse: Daachorse::new(),
    };
    assert_eq!(
        bench.classifier.classify("ayo coblos nomor 2").stance(),
        Stance::Support
    );
    println!("{} surface forms", surface_forms().len());
    println!(
        "{:<14} {:>6} {:>10} {:>8} {:>6} {:>6} {:>6} {:>6}",
        "posts", "bytes", "ns/post", "ns/byte", "ns NFA", "R NFA", "R DFA", "R daac"
    );
    let mut inputs = common::inputs();
    // Beside the six: the two sets of `non-political`, or a file of the user's own posts, one a line.
    for name in std::env::args().skip(1) {
        if name == "non-political" {
            inputs.extend(common::non_political());
        } else {
            inputs.extend(common::asked_for(&name));
        }
    }
    for input in inputs {
        let ([verdicts, contiguous, dfa, daachorse], repeat) = bench.times(&input);
        let posts = (input.posts.len() * repeat) as f64;
        let bytes = (input.bytes() * repeat) as f64;
        let nanos = |time: Duration| time.as_nanos() as f64;
        let ratio = |scan: Duration| nanos(scan) / nanos(verdicts);
        println!(
            "{:<14} {:>6.0} {:>10.0} {:>8.1} {:>6.0} {:>6.2} {:>6.2} {:>6.2}",
            input.name,
            bytes / posts,
            nanos(verdicts) / posts,
            nanos(verdicts) / bytes,
            nanos(contiguous) / posts,
            ratio(contiguous),
            ratio(dfa),
            ratio(daachorse)
        );
    }
}
