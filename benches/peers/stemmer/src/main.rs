//! Two ways from a form to its root, on the same rows: affixed forms made by the build, and the Snowball stemmer for Indonesian.
//!
//! `cargo run --release --manifest-path benches/peers/stemmer/Cargo.toml -- benches/peers/stemmer/forms.tsv`
//! A row `form root same` is right where form and root come to one key; a row with `apart` where they do not.

use std::hint::black_box;
use std::time::Instant;

use netral::text::{Normalizer, fold};
use tantivy_stemmers::algorithms::indonesian_tala;

fn ours(word: &str) -> String {
    let word = Normalizer::new().words(word).next();
    word.map_or_else(String::new, |word| {
        word.lemma().map_or_else(|| fold(word.standard()), str::to_owned)
    })
}

fn stem(word: &str) -> String {
    indonesian_tala(word).into_owned()
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("name the table")?;
    let text = std::fs::read_to_string(path)?;
    let rows: Vec<Vec<&str>> = text.lines().skip(1).map(|line| line.split('\t').collect()).collect();
    for (name, key) in [("affixed forms", ours as fn(&str) -> String), ("indonesian_tala", stem)] {
        let mut right = [(0, 0); 2];
        let mut wrong = Vec::new();
        for row in &rows {
            let [form, root, relation, ..] = row.as_slice() else { continue };
            let same = *relation == "same";
            let good = (key(form) == key(root)) == same;
            let (count, all) = &mut right[usize::from(!same)];
            *count += usize::from(good);
            *all += 1;
            if !good {
                wrong.push(format!("{form}/{root}: {} {}", key(form), key(root)));
            }
        }
        let words: Vec<&str> = rows.iter().filter_map(|row| row.first().copied()).collect();
        let begin = Instant::now();
        let rounds = 200;
        for _ in 0..rounds {
            for word in &words {
                black_box(key(black_box(word)));
            }
        }
        let each = begin.elapsed().as_nanos() / (rounds * words.len() as u128);
        println!(
            "{name}: forms led to their root {}/{}, other words kept apart {}/{}, {each} ns a word",
            right[0].0, right[0].1, right[1].0, right[1].1
        );
        for line in wrong {
            println!("    {line}");
        }
    }
    Ok(())
}
