//! The string pool of a compiled lexicon: words laid so that they overlap.
//!
//! A word that lies inside another is stored there; the others are chained, each beginning with as many letters as the one
//! before it ends with. The chains are found greedily, longest overlaps first, which is not the shortest pool there is but
//! two thirds of one without overlaps.

use std::collections::{BTreeMap, BTreeSet};

use aho_corasick::{AhoCorasick, MatchKind};

/// Longest overlap looked for, in bytes.
const LONGEST: usize = 16;

/// Words and where they lie.
pub(super) struct Pool {
    pub(super) bytes: Vec<u8>,
    seen: BTreeMap<String, u32>,
}

impl Pool {
    /// A pool of these words, one behind the other; made in no time, for lexicons that are compiled when a program starts.
    pub(super) fn plain() -> Self {
        Self {
            bytes: Vec::new(),
            seen: BTreeMap::new(),
        }
    }

    /// A pool in which these words overlap.
    pub(super) fn dense(words: &[&str]) -> Self {
        let mut pool = Self::plain();
        let unique: BTreeSet<&str> = words.iter().map(|word| cut(word)).collect();
        let mut words: Vec<&str> = unique.into_iter().filter(|word| !word.is_empty()).collect();
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        let held = held(&words);
        let free: Vec<&str> = words
            .iter()
            .copied()
            .filter(|word| !held.contains_key(word))
            .collect();
        for chain in chains(&free) {
            for (word, overlap) in chain {
                let offset = (pool.bytes.len() - overlap) as u32;
                pool.seen.insert(word.to_owned(), offset);
                pool.bytes
                    .extend(word.as_bytes().get(overlap..).unwrap_or(&[]));
            }
        }
        for (word, (holder, at)) in held {
            let offset = pool.seen.get(holder).map(|offset| offset + at as u32);
            pool.seen
                .extend(offset.map(|offset| (word.to_owned(), offset)));
        }
        pool
    }

    /// The place and the length of a text.
    pub(super) fn put(&mut self, text: &str) -> (u32, u8) {
        let text = cut(text);
        let next = self.bytes.len() as u32;
        let length = text.len() as u8;
        if let Some(offset) = self.seen.get(text) {
            return (*offset, length);
        }
        self.seen.insert(text.to_owned(), next);
        self.bytes.extend(text.as_bytes());
        (next, length)
    }
}

/// Words that lie inside a longer one that itself lies in none, with that and their place in it; longest words come first.
fn held<'w>(words: &[&'w str]) -> BTreeMap<&'w str, (&'w str, usize)> {
    let mut held = BTreeMap::new();
    let Ok(finder) = AhoCorasick::builder()
        .match_kind(MatchKind::Standard)
        .build(words)
    else {
        return held;
    };
    for longer in words {
        if held.contains_key(longer) {
            continue;
        }
        for found in finder.find_overlapping_iter(longer) {
            if let Some(word) = words.get(found.pattern().as_usize())
                && word.len() < longer.len()
            {
                held.entry(*word).or_insert((*longer, found.start()));
            }
        }
    }
    held
}

/// Chains of words, each with the number of bytes it shares with the end of the one before it.
fn chains<'w>(words: &[&'w str]) -> Vec<Vec<(&'w str, usize)>> {
    // The word behind each with their overlap, which words stand behind another, and the other end of each chain by its ends.
    let mut next: Vec<Option<(usize, usize)>> = vec![None; words.len()];
    let mut follows = vec![false; words.len()];
    let mut other_end: Vec<usize> = (0..words.len()).collect();
    for overlap in (1..=LONGEST).rev() {
        let mut begins: BTreeMap<&[u8], Vec<usize>> = BTreeMap::new();
        for (at, word) in words.iter().enumerate() {
            if !follows.get(at).copied().unwrap_or(true)
                && let Some(beginning) = word.as_bytes().get(..overlap)
            {
                begins.entry(beginning).or_default().push(at);
            }
        }
        for (at, word) in words.iter().enumerate() {
            let end = word.len().checked_sub(overlap);
            let (Some(end), Some(None)) = (end, next.get(at)) else {
                continue;
            };
            let ending = word.as_bytes().get(end..).unwrap_or(&[]);
            let first = other_end.get(at).copied();
            // A chain must not bite its tail.
            let Some(found) = begins.get_mut(ending).and_then(|list| {
                let place = list.iter().rposition(|word| Some(*word) != first)?;
                Some(list.swap_remove(place))
            }) else {
                continue;
            };
            if let Some(next) = next.get_mut(at) {
                *next = Some((found, overlap));
            }
            if let Some(follows) = follows.get_mut(found) {
                *follows = true;
            }
            let last = other_end.get(found).copied().unwrap_or(found);
            let first = first.unwrap_or(at);
            for (end, other) in [(first, last), (last, first)] {
                if let Some(slot) = other_end.get_mut(end) {
                    *slot = other;
                }
            }
        }
    }
    let begun = (0..words.len()).filter(|at| !follows.get(*at).copied().unwrap_or(true));
    begun
        .map(|first| {
            let steps =
                std::iter::successors(Some((first, 0)), |(at, _)| next.get(*at).copied().flatten());
            steps
                .filter_map(|(at, overlap)| Some((*words.get(at)?, overlap)))
                .collect()
        })
        .collect()
}

/// As much of a text as a length of one byte can tell.
fn cut(text: &str) -> &str {
    let mut end = text.len().min(usize::from(u8::MAX));
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_word_is_found_where_it_is_said_to_lie(words in prop::collection::vec("[abc]{0,9}|[a-dé✌]{1,5}", 0..60)) {
            let list: Vec<&str> = words.iter().map(String::as_str).collect();
            let mut pool = Pool::dense(&list);
            let all: usize = list.iter().collect::<BTreeSet<_>>().iter().map(|word| word.len()).sum();
            prop_assert!(pool.bytes.len() <= all);
            for word in list {
                let (offset, length) = pool.put(word);
                let start = offset as usize;
                prop_assert_eq!(pool.bytes.get(start..start + usize::from(length)), Some(word.as_bytes()));
            }
        }
    }

    #[test]
    fn words_overlap() {
        let pool = Pool::dense(&["menang", "mendukung", "dukung", "kung fu", "angin"]);
        assert_eq!(pool.bytes.len(), "mendukung fu".len() + "menangin".len());
    }
}
