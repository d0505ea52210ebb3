//! Classifies many posts over all cores: JSON lines in, a verdict a line out, in the order of the input.
//!
//! `cargo run --release --example batch -- posts.jsonl > verdicts.jsonl`; `-` reads standard input, `--threads 1` takes one core.
//! A line holds a `Post`; its `id`, if it has one, is passed on. What cannot be read becomes `{"line": …, "error": …}`.
//! At the end a line on standard error says how fast it was and which share of the time was spent outside the library.
#![allow(clippy::cast_precision_loss, clippy::cast_sign_loss)]

mod lines;

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use clap::Parser;
use indicatif::HumanCount;
use netral::{Classifier, Post, Scratch, Verdict};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use lines::{Failure, finish, progress};

#[derive(Parser)]
#[command(about = "Verdicts on many posts, over all cores")]
struct Args {
    /// JSON lines, a `Post` each; `-` for standard input.
    input: PathBuf,
    /// Threads; as many as there are cores if not given.
    #[arg(long, default_value_t = 0)]
    threads: usize,
}

/// Bytes read at a time; a block is shared out over the threads while the verdicts on the one before are written, in order.
const BLOCK: u64 = 1 << 20;
/// Lines a thread takes at a time.
const LINES: usize = 128;

#[derive(Deserialize)]
struct Row {
    #[serde(default)]
    id: Option<Value>,
    #[serde(flatten)]
    post: Post<'static>,
}

#[derive(Serialize)]
struct Answer<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<Value>,
    #[serde(flatten)]
    verdict: &'a Verdict,
}

#[derive(Serialize)]
struct Refusal {
    line: usize,
    error: String,
}

/// Counters of all threads.
#[derive(Default)]
struct Tally {
    posts: AtomicU64,
    bad: AtomicU64,
    /// Nanoseconds spent in the library, summed over the threads.
    inside: AtomicU64,
}

/// Posts, lines that could not be read, and time in the library of one thread's share.
#[derive(Default)]
struct Share {
    posts: u64,
    bad: u64,
    inside: u64,
}

fn main() -> ExitCode {
    finish(run(&Args::parse()))
}

/// Number of lines that could not be read.
fn run(args: &Args) -> Result<u64, Failure> {
    let (mut input, size): (Box<dyn BufRead>, Option<u64>) = if args.input.as_os_str() == "-" {
        (Box::new(BufReader::new(io::stdin())), None)
    } else {
        let name = args.input.display();
        let file = File::open(&args.input).map_err(|error| format!("{name}: {error}"))?;
        let size = file.metadata()?.len();
        (Box::new(BufReader::new(file)), Some(size))
    };
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(args.threads)
        .build()?;
    let classifier = Classifier::new();
    let (tally, bar) = (Tally::default(), progress(size));
    let mut out = BufWriter::new(io::stdout());
    let mut answers: Vec<Vec<u8>> = Vec::new();
    let begin = Instant::now();
    let (mut block, mut first) = (Vec::new(), 1);
    loop {
        block.clear();
        input.by_ref().take(BLOCK).read_to_end(&mut block)?;
        if block.is_empty() {
            break;
        }
        // A block ends with its last line.
        if block.last() != Some(&b'\n') {
            input.read_until(b'\n', &mut block)?;
        }
        let mut lines: Vec<&[u8]> = block.split(|byte| *byte == b'\n').collect();
        if block.ends_with(b"\n") {
            lines.pop();
        }
        let judged = || -> Vec<Vec<u8>> {
            lines
                .par_chunks(LINES)
                .enumerate()
                .map_init(Scratch::new, |scratch, (at, lines)| {
                    judge(&classifier, scratch, first + at * LINES, lines, &tally)
                })
                .collect()
        };
        let (written, next) = pool.install(|| rayon::join(|| write(&mut out, &answers), judged));
        written?;
        answers = next;
        first += lines.len();
        bar.inc(block.len() as u64);
    }
    write(&mut out, &answers)?;
    out.flush()?;
    bar.finish_and_clear();
    let seconds = begin.elapsed().as_secs_f64();
    let (posts, bad) = (
        tally.posts.load(Ordering::Relaxed),
        tally.bad.load(Ordering::Relaxed),
    );
    let threads = pool.current_num_threads();
    let inside = tally.inside.load(Ordering::Relaxed) as f64 / 1e9;
    eprintln!(
        "{} posts in {seconds:.2} s on {threads} thread(s): {} posts/s; {:.0} % of the thread time outside the library (JSON, reading, writing, waiting)",
        HumanCount(posts),
        HumanCount((posts as f64 / seconds) as u64),
        100.0 * (1.0 - inside / (seconds * threads as f64)).max(0.0),
    );
    Ok(bad)
}

fn write(out: &mut impl Write, answers: &[Vec<u8>]) -> io::Result<()> {
    answers.iter().try_for_each(|answer| out.write_all(answer))
}

/// The verdicts on some lines, a line each.
fn judge(
    classifier: &Classifier,
    scratch: &mut Scratch,
    first: usize,
    lines: &[&[u8]],
    tally: &Tally,
) -> Vec<u8> {
    let mut out = Vec::new();
    let mut share = Share::default();
    for (at, line) in lines.iter().enumerate() {
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        if let Err(error) = answer(classifier, scratch, line, &mut share, &mut out) {
            share.bad += 1;
            let refusal = Refusal {
                line: first + at,
                error: error.to_string(),
            };
            // Writing to memory does not fail, and neither does a number beside a text.
            let _ = serde_json::to_writer(&mut out, &refusal);
        }
        out.push(b'\n');
    }
    tally.posts.fetch_add(share.posts, Ordering::Relaxed);
    tally.bad.fetch_add(share.bad, Ordering::Relaxed);
    tally.inside.fetch_add(share.inside, Ordering::Relaxed);
    out
}

fn answer(
    classifier: &Classifier,
    scratch: &mut Scratch,
    line: &[u8],
    share: &mut Share,
    out: &mut Vec<u8>,
) -> Result<(), serde_json::Error> {
    let Row { id, post } = serde_json::from_slice(line)?;
    let begin = Instant::now();
    let verdict = classifier.classify_with(scratch, &post);
    share.inside += begin.elapsed().as_nanos() as u64;
    share.posts += 1;
    serde_json::to_writer(
        out,
        &Answer {
            id,
            verdict: &verdict,
        },
    )
}
