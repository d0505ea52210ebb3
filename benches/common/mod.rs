//! What the benches share: sets of invented posts, and the keyword scans a developer would otherwise write.
#![allow(dead_code, unreachable_pub, clippy::unwrap_used, missing_docs)]

pub mod scans;

use std::fs;
use std::hint::black_box;
use std::path::Path;

use netral::{Classifier, Scratch};
use serde_json::Value;

/// Bytes of a usual post.
const TYPICAL: usize = 100;

/// How many posts take a side.
pub fn judge(classifier: &Classifier, scratch: &mut Scratch, posts: &[String]) -> usize {
    posts
        .iter()
        .filter(|post| {
            classifier
                .classify_with(scratch, black_box(post.as_str()))
                .takes_side()
        })
        .count()
}

/// A named set of posts.
pub struct Input {
    pub name: &'static str,
    pub posts: Vec<String>,
}

impl Input {
    pub fn bytes(&self) -> usize {
        self.posts.iter().map(String::len).sum()
    }
}

/// A file of the project.
pub fn file(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// The texts of a file of `tests/corpus/`.
pub fn corpus(name: &str) -> Vec<String> {
    file(&format!("tests/corpus/{name}.jsonl"))
        .lines()
        .filter_map(|line| {
            let row: Value = serde_json::from_str(line).ok()?;
            Some(row.get("text")?.as_str()?.to_owned())
        })
        .filter(|text| !text.is_empty())
        .collect()
}

/// All single posts of the corpus, kinds mixed so that neighbours differ.
pub fn every_post() -> Vec<String> {
    let sets = ["everyday", "traps", "support", "neutral", "oppose", "plain"].map(corpus);
    let longest = sets.iter().map(Vec::len).max().unwrap_or(0);
    (0..longest)
        .flat_map(|at| sets.iter().filter_map(move |set| set.get(at)))
        .cloned()
        .collect()
}

/// Posts of a usual length: the short ones of the corpus, joined until they reach it.
pub fn lengthened(posts: &[String], least: usize) -> Vec<String> {
    let mut all = Vec::new();
    let mut post = String::new();
    for part in posts {
        if !post.is_empty() {
            post.push_str(". ");
        }
        post.push_str(part);
        if post.len() >= least {
            all.push(std::mem::take(&mut post));
        }
    }
    all
}

/// Posts of everyday life as a stream brings them: invented without regard to what the lexicon knows.
pub fn everyday() -> Input {
    Input {
        name: "everyday",
        posts: file("benches/common/everyday.txt")
            .lines()
            .map(str::to_owned)
            .collect(),
    }
}

/// Posts that are not about politics and look like it: dense with words of elections that mean something else.
pub fn lookalikes() -> Input {
    Input {
        name: "look-alikes",
        posts: lengthened(&corpus("everyday"), TYPICAL),
    }
}

/// Usual posts of all kinds.
pub fn typical() -> Input {
    Input {
        name: "typical",
        posts: lengthened(&every_post(), TYPICAL),
    }
}

/// Both kinds of posts that are not about politics.
pub fn non_political() -> [Input; 2] {
    [everyday(), lookalikes()]
}

/// The set a bench was asked for by name, or the posts of a file, one a line.
pub fn asked_for(name: &str) -> Option<Input> {
    if let Some(set) = inputs()
        .into_iter()
        .chain(non_political())
        .find(|set| set.name == name)
    {
        return Some(set);
    }
    let posts = fs::read_to_string(name)
        .ok()?
        .lines()
        .map(str::to_owned)
        .collect();
    Some(Input {
        name: "your posts",
        posts,
    })
}

/// The six kinds of input of the overview.
pub fn inputs() -> Vec<Input> {
    let all = every_post();
    let styled = |post: &String| -> String {
        post.chars()
            .map(|letter| match letter {
                'a'..='z' => char::from_u32(0x1d5ee + u32::from(letter) - 97).unwrap(),
                other => other,
            })
            .collect()
    };
    let tags = [
        "#PilihNomor2",
        "#tirtarayamaju",
        "#GaskeunBareng",
        "#ngopidulu",
        "#SalamSatuJari",
    ];
    let tagged = all
        .chunks(3)
        .map(|chunk| {
            let words = chunk.concat();
            format!(
                "{} {}",
                tags.join(" "),
                words.chars().take(40).collect::<String>()
            )
        })
        .collect();
    // Every fourth post in mathematical letters, the others with emoji and accents.
    let foreign = lengthened(&all, TYPICAL)
        .iter()
        .enumerate()
        .map(|(at, post)| match at % 4 {
            0 => styled(post),
            _ => format!("{} 😂✌️", post.replace(" e", " é")),
        })
        .collect();
    let adversarial = vec![
        "#qxzjkvbwmtrpls ".repeat(60),
        "yuk menangkan Ganjar coblos nomer 3 tidak netral tapi kata dia ".repeat(16),
        "a\u{301}".repeat(400),
        "@#".repeat(500),
        "qxzjkvbwmtrplsqxzjkvbwmtrpls ".repeat(35),
        "\" ' “ ".repeat(170),
    ];
    let set = |name, posts| Input { name, posts };
    vec![
        set(
            "short",
            all.iter().filter(|post| post.len() < 50).cloned().collect(),
        ),
        typical(),
        set(
            "long",
            vec![lengthened(&all, 100_000).concat(), all.join(". ")],
        ),
        set("tag-heavy", tagged),
        set("non-ASCII", foreign),
        set("adversarial", adversarial),
    ]
}
