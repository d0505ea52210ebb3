//! Prints everything the crate knows by name, so that an official can check it by eye.
//!
//! `cargo run --example known` prints parties, people, tickets and camps with their numbers and all ways to name them; behind a name stands
//! `?` where it is likely, `??` where it is also an ordinary name and `???` where it is also an everyday word, `+` where only followers and
//! `-` where only opponents use it. `-- --kind party` prints one kind; `-- --election FILE` adds an election in TOML.

mod elections;

use std::fmt::Write as _;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use netral::{Ambiguity, Attitude, Known, KnownName, TargetKind};

#[derive(Parser)]
#[command(about = "Everything known by name")]
struct Args {
    /// Only this kind: party, person, ticket or camp.
    #[arg(long)]
    kind: Option<TargetKind>,
    /// An election in TOML; may be given several times.
    #[arg(long)]
    election: Vec<PathBuf>,
}

fn marked(name: &KnownName) -> String {
    let surely = match name.ambiguity {
        Ambiguity::Likely => "?",
        Ambiguity::Name => "??",
        Ambiguity::Word => "???",
        _ => "",
    };
    let who = match name.attitude {
        Attitude::Fond => "+",
        Attitude::Hostile => "-",
        _ => "",
    };
    format!("{}{who}{surely}", name.words)
}

fn entry(known: &Known) -> String {
    let mut text = format!("{}  [{}]", known.name, known.id);
    for (contest, number) in &known.ballots {
        let _ = write!(text, "  {contest}: {number}");
    }
    let names: Vec<String> = known.names.iter().map(marked).collect();
    let _ = writeln!(text, "\n    {}", names.join(" · "));
    text
}

fn run(args: &Args) -> Result<String, Box<dyn std::error::Error>> {
    let all = elections::builder_with(&args.election)?.build()?.known();
    let mut text = String::new();
    for kind in TargetKind::ALL {
        let of_kind: Vec<&Known> = all.iter().filter(|known| known.kind == *kind).collect();
        if of_kind.is_empty() || args.kind.is_some_and(|wanted| wanted != *kind) {
            continue;
        }
        let names: usize = of_kind.iter().map(|known| known.names.len()).sum();
        let _ = writeln!(text, "== {kind}: {}, {names} names\n", of_kind.len());
        for known in of_kind {
            let _ = writeln!(text, "{}", entry(known));
        }
    }
    Ok(text)
}

fn main() -> ExitCode {
    let text = match run(&Args::parse()) {
        Ok(text) => text,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    };
    // A reader that went away, such as `head`, is no error of ours.
    match io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
        _ => ExitCode::SUCCESS,
    }
}
