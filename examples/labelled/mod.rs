//! Labelled posts: one JSON object a line with `text` and `label` (or `stance`).

#[path = "../elections/mod.rs"]
mod elections;

use std::path::{Path, PathBuf};

use netral::{Classifier, ClassifierBuilder, Interaction, Post, Stance, TargetStance, Verdict};
use serde_json::{Map, Value};

/// What a label says of taking a side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Truth {
    Side(Option<Stance>),
    NoSide,
    Open,
}

/// A labelled post.
pub(crate) struct Row {
    pub(crate) fields: Map<String, Value>,
}

impl Row {
    pub(crate) fn text(&self, key: &str) -> Option<&str> {
        self.fields.get(key).and_then(Value::as_str)
    }

    pub(crate) fn label(&self) -> &str {
        self.text("label").or(self.text("stance")).unwrap_or("")
    }

    /// What the label says. Where the text only tells of a post, it is a third person's report of a side and decides nothing.
    pub(crate) fn truth(&self) -> Truth {
        let told = self.fields.get("text_is_quote").and_then(Value::as_bool) == Some(false);
        match self.label() {
            "support" | "oppose" | "both" if told => Truth::Open,
            "support" => Truth::Side(Some(Stance::Support)),
            "oppose" => Truth::Side(Some(Stance::Oppose)),
            "both" => Truth::Side(None),
            "neutral" | "none" | "nonpolitical" | "news" | "official" | "policy" => Truth::NoSide,
            _ => Truth::Open,
        }
    }

    /// The post with what the row says of its interaction, date and author.
    pub(crate) fn post(&self) -> Post<'_> {
        let mut post = Post::new(self.text("text").unwrap_or(""));
        if let Some(interaction) = self
            .text("interaction")
            .and_then(|name| name.parse::<Interaction>().ok())
        {
            post = post.interaction(interaction);
        }
        if let Some(on) = self.text("on") {
            post = post.on(on);
        }
        if let Some(phase) = self.text("phase").and_then(|name| name.parse().ok()) {
            post = post.phase(phase);
        }
        if let Some(author) = self.text("author").and_then(|name| name.parse().ok()) {
            post = post.author(author);
        }
        if let Some(date) = self.text("date").and_then(|name| name.parse().ok()) {
            post = post.date(date);
        }
        post
    }

    /// The side a verdict takes towards the target the row names, or the side of the whole post.
    pub(crate) fn side(&self, verdict: &Verdict) -> Stance {
        let target = self.text("target").unwrap_or("").to_lowercase();
        let words: Vec<&str> = target
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| word.len() > 3)
            .collect();
        let named = verdict.targets().iter().find(|found| {
            found.stance() != Stance::None
                && words
                    .iter()
                    .any(|word| found.name().to_lowercase().contains(word))
        });
        named.map_or(verdict.stance(), TargetStance::stance)
    }
}

/// The JSON-lines files among these paths and in the folders among them.
pub(crate) fn files(paths: &[PathBuf]) -> std::io::Result<Vec<PathBuf>> {
    let mut all = Vec::new();
    for path in paths {
        if path.is_dir() {
            for entry in std::fs::read_dir(path)? {
                let path = entry?.path();
                if path.extension().is_some_and(|ending| ending == "jsonl") {
                    all.push(path);
                }
            }
        } else {
            all.push(path.clone());
        }
    }
    all.sort();
    Ok(all)
}

/// The rows of a file.
pub(crate) fn rows(path: &Path) -> Result<Vec<Row>, String> {
    let content =
        std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    content
        .lines()
        .enumerate()
        .map(|(at, line)| {
            serde_json::from_str(line)
                .map(|fields| Row { fields })
                .map_err(|error| format!("{}:{}: {error}", path.display(), at + 1))
        })
        .collect()
}

/// A file beside the set with the same name and the ending `toml` is the election its posts are about.
pub(crate) fn builder_for(path: &Path) -> Result<ClassifierBuilder, String> {
    let election = path.with_extension("toml");
    if !election.exists() {
        return Ok(Classifier::builder());
    }
    elections::builder_with(&[election])
}
