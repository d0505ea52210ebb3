//! Prints verdicts as a person wants to read them, or as JSON lines.
//!
//! `cargo run --release --example classify -- "Ayo coblos nomor 2 ✌️"`; without a text, one post a line from standard input.

mod elections;
mod lines;

use std::fs::File;
use std::io::{self, BufRead, BufReader, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use clap::Parser;
use netral::{
    Author, Classifier, Date, Evidence, Interaction, Lang, Phase, Post, Role, Scratch, Stance,
    Tier, Verdict,
};
use serde_json::{Map, Value};

use lines::{Failure, finish, progress};

#[derive(Parser)]
#[command(about = "Does this post take a side in an election, and which rule does it touch?")]
struct Args {
    /// The post; without it, standard input is read, a post a line.
    text: Vec<String>,
    /// JSON lines in (a `Post` each, `-` for standard input), JSON lines out.
    #[arg(long, conflicts_with = "text")]
    jsonl: Option<PathBuf>,
    /// An election in TOML; may be given several times.
    #[arg(long)]
    election: Vec<PathBuf>,
    /// Language of the explanation: id or en.
    #[arg(long, default_value = "id")]
    lang: Lang,
}

fn main() -> ExitCode {
    finish(run(&Args::parse()))
}

/// Number of lines that could not be read.
fn run(args: &Args) -> Result<u64, Failure> {
    let classifier = elections::builder_with(&args.election)?.build()?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut bad = 0;
    if let Some(path) = &args.jsonl {
        bad = json_lines(&classifier, path, &mut out)?;
    } else if args.text.is_empty() {
        let mut scratch = Scratch::new();
        for line in io::stdin().lock().lines() {
            let line = line?;
            write!(
                out,
                "{}",
                render(
                    &line,
                    &classifier.classify_with(&mut scratch, line.as_str()),
                    args.lang
                )
            )?;
        }
    } else {
        let text = args.text.join(" ");
        write!(
            out,
            "{}",
            render(&text, &classifier.classify(text.as_str()), args.lang)
        )?;
    }
    out.flush()?;
    Ok(bad)
}

fn json_lines(
    classifier: &Classifier,
    path: &PathBuf,
    out: &mut impl Write,
) -> Result<u64, Failure> {
    let (input, size): (Box<dyn BufRead>, Option<u64>) = if path.as_os_str() == "-" {
        (Box::new(BufReader::new(io::stdin())), None)
    } else {
        let file = File::open(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let size = file.metadata()?.len();
        (Box::new(BufReader::new(file)), Some(size))
    };
    let bar = progress(size);
    let mut scratch = Scratch::new();
    let mut bad = 0;
    for (at, line) in input.split(b'\n').enumerate() {
        let line = line?;
        bar.inc(line.len() as u64 + 1);
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        match judge(classifier, &mut scratch, &line) {
            Ok((row, doubts)) => {
                bad += u64::from(!doubts.is_empty());
                for doubt in doubts {
                    bar.suspend(|| eprintln!("line {}: {doubt}", at + 1));
                }
                serde_json::to_writer(&mut *out, &row)?;
                out.write_all(b"\n")?;
            }
            Err(error) => {
                bad += 1;
                bar.suspend(|| eprintln!("line {}: {error}", at + 1));
            }
        }
    }
    bar.finish_and_clear();
    Ok(bad)
}

/// The verdict on a line's post with the keys of the line that are not the post's, and what in it could not be read.
fn judge(
    classifier: &Classifier,
    scratch: &mut Scratch,
    line: &[u8],
) -> Result<(Map<String, Value>, Vec<String>), Failure> {
    let mut row: Map<String, Value> = serde_json::from_slice(line)?;
    if !["text", "on"]
        .iter()
        .any(|key| row.get(*key).is_some_and(Value::is_string))
    {
        return Err("neither `text` nor `on` is a string".into());
    }
    let doubts = drop_unreadable(&mut row);
    let post: Post<'static> = serde_json::from_value(Value::Object(row.clone()))?;
    for key in ["text", "interaction", "on", "author", "date", "phase"] {
        row.shift_remove(key);
    }
    let Value::Object(mut all) = serde_json::to_value(classifier.classify_with(scratch, &post))?
    else {
        return Err("a verdict is an object".into());
    };
    for (key, value) in row {
        all.entry(key).or_insert(value);
    }
    Ok((all, doubts))
}

/// Takes away what a post cannot hold, so that its words are judged all the same, and says what it was.
fn drop_unreadable(row: &mut Map<String, Value>) -> Vec<String> {
    let mut doubts = Vec::new();
    let mut check = |key: &str, reads: &dyn Fn(&str) -> bool| {
        let bad = row
            .get(key)
            .is_some_and(|value| !value.is_null() && !value.as_str().is_some_and(reads));
        if (bad || row.get(key).is_some_and(Value::is_null))
            && let Some(value) = row.shift_remove(key).filter(|_| bad)
        {
            doubts.push(format!("`{key}` cannot be {value}; left out"));
        }
    };
    check("interaction", &|text| text.parse::<Interaction>().is_ok());
    check("author", &|text| text.parse::<Author>().is_ok());
    check("phase", &|text| text.parse::<Phase>().is_ok());
    check("date", &|text| text.parse::<Date>().is_ok());
    check("on", &|_| true);
    check("text", &|_| true);
    doubts
}

/// The post with its evidence underlined, then the explanation.
fn render(post: &str, verdict: &Verdict, lang: Lang) -> String {
    let title = match (verdict.stance(), verdict.tier(), verdict.political(), lang) {
        (Stance::None, _, false, Lang::Id) => "bukan soal pemilu".to_owned(),
        (Stance::None, _, false, _) => "not about an election".to_owned(),
        (Stance::None, _, true, Lang::Id) => "soal pemilu, tidak memihak".to_owned(),
        (Stance::None, _, true, _) => "about an election, no side taken".to_owned(),
        (stance, Tier::None, ..) => format!("{stance}, score {}", verdict.score()),
        (stance, tier, ..) => format!("{stance}, score {}, tier {tier}", verdict.score()),
    };
    let mut labelled: Vec<(&Evidence, String)> = Vec::new();
    for finding in verdict.findings() {
        for evidence in finding.evidence().iter().filter(|evidence| !evidence.on()) {
            if !labelled
                .iter()
                .any(|(known, _)| known.span() == evidence.span())
            {
                labelled.push((evidence, label(verdict, evidence, lang)));
            }
        }
    }
    let level = if verdict.tier() == Tier::None {
        Level::NOTE
    } else {
        Level::WARNING
    };
    let annotations = labelled.iter().map(|(evidence, label)| {
        AnnotationKind::Primary
            .span(evidence.span().range())
            .label(label.as_str())
    });
    let report = [level
        .primary_title(title.as_str())
        .element(Snippet::source(post).annotations(annotations))];
    let renderer = if io::stdout().is_terminal() {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    format!(
        "{}\n  {}\n\n",
        renderer.render(&report),
        verdict.explain(lang)
    )
}

/// What a piece of evidence shows: the side it names, or what it does to it.
fn label(verdict: &Verdict, evidence: &Evidence, lang: Lang) -> String {
    let english = lang == Lang::En;
    match evidence.role() {
        Role::Name => verdict
            .targets()
            .iter()
            .find(|target| {
                target
                    .evidence()
                    .iter()
                    .any(|other| other.span() == evidence.span())
            })
            .map_or_else(String::new, |target| target.name().to_owned()),
        Role::For if english => "for".to_owned(),
        Role::For => "mendukung".to_owned(),
        Role::Against if english => "against".to_owned(),
        Role::Against => "menyerang".to_owned(),
        _ => String::new(),
    }
}
