//! Prints the rules: act × phase × author → tier, articles and sources.
//!
//! `cargo run --example rules` in Indonesian, `-- --lang en` in English; `--date 2020-11-01` for the law of a day;
//! `--post "ayo coblos nomor 2!"` for what one post touches in six phases and by five authors.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;
use netral::{
    Author, Classifier, Date, Finding, Lang, Phase, Post, Provision, Tier, TierInfo, Verdict,
};
use toml::{Table, Value};

#[derive(Parser)]
#[command(about = "The rules as a table: act, phases, authors, tier, articles, sources.")]
struct Args {
    /// Language: id or en.
    #[arg(long, default_value = "id")]
    lang: Lang,
    /// Only the law in force on this day (year-month-day).
    #[arg(long)]
    date: Option<Date>,
    /// Instead of the rules, what this post touches in each phase and by each author.
    #[arg(long)]
    post: Option<String>,
}

/// Columns of the phases, in the order of `Phase::ALL`.
const PHASES: [(&str, &str, &str); 6] = [
    (
        "1",
        "sebelum penetapan calon",
        "before candidates are fixed",
    ),
    ("2", "setelah penetapan calon", "candidates fixed"),
    ("3", "kampanye", "campaign"),
    ("4", "masa tenang", "quiet period"),
    ("5", "pemungutan suara", "polling day"),
    ("6", "sesudahnya", "after polling"),
];

fn main() -> ExitCode {
    let args = Args::parse();
    let text = match &args.post {
        Some(post) => matrix(post, args.date, args.lang),
        None => rules(args.date, args.lang),
    };
    // A reader that went away, such as `head`, is no error of ours.
    match io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
        _ => ExitCode::SUCCESS,
    }
}

fn pick<'t>(lang: Lang, id: &'t str, en: &'t str) -> &'t str {
    if lang == Lang::Id { id } else { en }
}

/// All rules, or those of a day, with the legend and the sources they name.
fn rules(date: Option<Date>, lang: Lang) -> String {
    let classifier = Classifier::new();
    let shown: Vec<&Provision> = classifier
        .provisions()
        .iter()
        .filter(|provision| date.is_none() || provision.in_force(date))
        .collect();
    let head: Vec<&str> = match lang {
        Lang::En => vec![
            "rule", "phases", "authors", "tier", "other", "attested", "in force", "act", "what",
            "articles", "sources",
        ],
        _ => vec![
            "aturan",
            "tahap",
            "penulis",
            "tingkat",
            "lain",
            "bukti",
            "berlaku",
            "perbuatan",
            "isi",
            "pasal",
            "sumber",
        ],
    };
    let mut table = vec![head.into_iter().map(str::to_owned).collect()];
    table.extend(shown.iter().map(|provision| row(provision, lang)));
    let mut out = aligned(&table, 7);
    out.push('\n');
    tiers(&mut out, &classifier, date, lang);
    out.push('\n');
    for provision in &shown {
        if let Some(note) = &provision.note {
            let _ = writeln!(out, "{}: {}", provision.id, pick(lang, &note.id, &note.en));
        }
    }
    out.push('\n');
    for (number, id, en) in PHASES {
        let _ = writeln!(out, "{number} {}", pick(lang, id, en));
    }
    out.push('\n');
    let titles = titles();
    let keys: BTreeSet<&str> = shown
        .iter()
        .flat_map(|provision| provision.sources.iter().map(AsRef::as_ref))
        .collect();
    for key in keys {
        let title = titles.get(key).map_or("", String::as_str);
        let _ = writeln!(out, "{key}: {title}");
    }
    out
}

/// What the tiers meant on a day, or ever.
fn tiers(out: &mut String, classifier: &Classifier, date: Option<Date>, lang: Lang) {
    let on_the_day = |info: &&TierInfo| {
        date.is_none_or(|day| info.effective <= day && info.until.is_none_or(|last| day <= last))
    };
    for info in classifier.tiers().iter().filter(on_the_day) {
        let sanctions = match lang {
            Lang::En => &info.sanctions_en,
            _ => &info.sanctions_id,
        };
        let until = info
            .until
            .map_or(String::new(), |until| format!(" (–{until})"));
        let _ = writeln!(
            out,
            "{}{until}: {} [{}]",
            info.tier,
            sanctions.join("; "),
            info.citations.join("; ")
        );
        if let Some(note) = &info.note {
            let _ = writeln!(out, "    {}", pick(lang, &note.id, &note.en));
        }
    }
}

fn row(provision: &Provision, lang: Lang) -> Vec<String> {
    let names = |list: Vec<&str>| list.join(" ");
    let tier = if provision.dismissal {
        pick(lang, "pemberhentian", "dismissal").to_owned()
    } else {
        provision.tier.to_string()
    };
    let impact = names(
        provision
            .impact
            .iter()
            .map(|impact| impact.name())
            .collect(),
    );
    vec![
        provision.id.to_string(),
        PHASES
            .iter()
            .zip(Phase::ALL)
            .map(|((number, _, _), phase)| {
                if provision.phases.contains(phase) {
                    number
                } else {
                    "·"
                }
            })
            .collect(),
        names(
            provision
                .authors
                .iter()
                .map(|author| author.name())
                .collect(),
        ),
        if impact.is_empty() {
            tier
        } else {
            format!("{tier} ({impact})")
        },
        provision
            .tier_alt
            .map_or("-".to_owned(), |tier| tier.to_string()),
        provision.confidence.to_string(),
        format!(
            "{}–{}",
            provision.effective,
            provision
                .until
                .map_or(String::new(), |until| until.to_string())
        ),
        names(provision.acts.iter().map(|act| act.name()).collect()),
        pick(lang, &provision.summary.id, &provision.summary.en).to_owned(),
        provision.citations.join("; "),
        provision.sources.join(" "),
    ]
}

/// What a post touches: the tier and the rules, phases down and authors across.
fn matrix(text: &str, date: Option<Date>, lang: Lang) -> String {
    let classifier = Classifier::new();
    let mut table = vec![
        std::iter::once("")
            .chain(Author::ALL.iter().map(|author| author.name()))
            .map(str::to_owned)
            .collect::<Vec<String>>(),
    ];
    for ((_, id, en), phase) in PHASES.iter().zip(Phase::ALL) {
        let mut cells = vec![pick(lang, id, en).to_owned()];
        for author in Author::ALL {
            let mut post = Post::new(text).phase(*phase).author(*author);
            if let Some(date) = date {
                post = post.date(date);
            }
            cells.push(cell(&classifier.classify(post)));
        }
        table.push(cells);
    }
    aligned(&table, usize::MAX)
}

/// The tier, then the rules that give it and those that do not.
fn cell(verdict: &Verdict) -> String {
    let mut rules: Vec<(Tier, &str)> = verdict
        .findings()
        .iter()
        .filter(|finding| finding.is_certain())
        .map(|finding| (finding.tier(), Finding::rule(finding)))
        .collect();
    rules.sort_by(|a, b| b.cmp(a));
    let rules: Vec<&str> = rules.into_iter().map(|(_, rule)| rule).collect();
    format!("{} {}", verdict.tier(), rules.join(" "))
        .trim_end()
        .to_owned()
}

/// Rows with bars between the cells; the first columns are padded to one width.
fn aligned(table: &[Vec<String>], padded: usize) -> String {
    let columns = table.first().map_or(0, Vec::len);
    let width = |column: usize| {
        table
            .iter()
            .filter_map(|row| row.get(column))
            .map(|cell| cell.chars().count())
            .max()
            .unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns)
        .map(|column| if column < padded { width(column) } else { 0 })
        .collect();
    let line = |row: &Vec<String>| {
        let cells: Vec<String> = row
            .iter()
            .zip(&widths)
            .map(|(cell, width)| format!("{cell:<width$}"))
            .collect();
        format!("{}\n", cells.join(" | ").trim_end())
    };
    table.iter().map(line).collect()
}

/// Titles and addresses of the sources.
fn titles() -> BTreeMap<String, String> {
    let Ok(table) = include_str!("../data/sources/law.toml").parse::<Table>() else {
        return BTreeMap::new();
    };
    let Some(Value::Array(rows)) = table.get("source") else {
        return BTreeMap::new();
    };
    rows.iter()
        .filter_map(|row| {
            let text = |key: &str| row.get(key).and_then(Value::as_str);
            let address = text("address").map_or(String::new(), |address| format!(", {address}"));
            Some((
                text("id")?.to_owned(),
                format!("{}{address}", text("title")?),
            ))
        })
        .collect()
}
