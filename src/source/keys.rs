//! Which word of each phrase is its key: few words, and rare ones.
//!
//! A glance at a post looks a word up only if it is a key, so that what the keys cost is how often they occur. This is a weighted
//! hitting set: the word that serves the most phrases for what it costs is taken first, and those that turn out to be needless go.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BinaryHeap};

/// What a word of the commonest costs at least.
pub(super) const COMMONEST: u64 = 1 << 20;

/// A word that may be a key.
struct Candidate {
    cost: u64,
    /// The phrases it stands in.
    phrases: Vec<usize>,
    /// Of them, those that have no key yet.
    open: u64,
    taken: bool,
}

/// What a word would serve for what it costs; the greatest is that which serves most for it, of equals the cheaper, then the first.
#[derive(PartialEq, Eq)]
struct Offer {
    open: u64,
    cost: u64,
    word: u32,
}

impl Ord for Offer {
    fn cmp(&self, other: &Self) -> Ordering {
        let worth = |this: &Self, other: &Self| u128::from(this.open) * u128::from(other.cost);
        worth(self, other)
            .cmp(&worth(other, self))
            .then(other.cost.cmp(&self.cost))
            .then(other.word.cmp(&self.word))
    }
}

impl PartialOrd for Offer {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The key of each phrase, one of its words, by what it costs to look at a word.
///
/// # Complexity
/// `n log n` in the words of all phrases.
pub(super) fn keys(phrases: &[Vec<u32>], cost: impl Fn(u32) -> u64) -> Vec<Option<u32>> {
    let mut candidates: BTreeMap<u32, Candidate> = BTreeMap::new();
    for (at, phrase) in phrases.iter().enumerate() {
        for word in phrase {
            let candidate = candidates.entry(*word).or_insert_with(|| Candidate {
                cost: cost(*word).max(1),
                phrases: Vec::new(),
                open: 0,
                taken: false,
            });
            if candidate.phrases.last() != Some(&at) {
                candidate.phrases.push(at);
                candidate.open += 1;
            }
        }
    }
    // Of the commonest words those are the more common that stand in more phrases.
    for candidate in candidates.values_mut() {
        if candidate.cost >= COMMONEST {
            candidate.cost *= candidate.phrases.len() as u64;
        }
    }
    let mut served = vec![false; phrases.len()];
    // What a word is worth only falls as phrases are served: one that has fallen goes back.
    let offers = candidates.iter().map(|(word, candidate)| Offer {
        open: candidate.open,
        cost: candidate.cost,
        word: *word,
    });
    let mut offers: BinaryHeap<Offer> = offers.collect();
    while let Some(best) = offers.pop() {
        let Some(candidate) = candidates.get_mut(&best.word) else {
            continue;
        };
        let open = candidate.open;
        if open < best.open {
            if open > 0 {
                offers.push(Offer { open, ..best });
            }
            continue;
        }
        candidate.taken = true;
        for at in candidate.phrases.clone() {
            let newly = served.get_mut(at).filter(|served| !**served);
            let Some((newly, phrase)) = newly.zip(phrases.get(at)) else {
                continue;
            };
            *newly = true;
            let mut words = phrase.clone();
            words.sort_unstable();
            words.dedup();
            for word in words {
                if let Some(other) = candidates.get_mut(&word) {
                    other.open -= 1;
                }
            }
        }
    }
    drop_needless(&mut candidates, phrases);
    let cheapest = |phrase: &Vec<u32>| {
        let taken = phrase.iter().filter_map(|word| {
            let candidate = candidates.get(word).filter(|candidate| candidate.taken)?;
            Some((candidate.cost, *word))
        });
        taken.min().map(|(_, word)| word)
    };
    phrases.iter().map(cheapest).collect()
}

/// Gives up the keys, the dearest first, all of whose phrases have another one.
fn drop_needless(candidates: &mut BTreeMap<u32, Candidate>, phrases: &[Vec<u32>]) {
    let mut taken: Vec<(u64, u32)> = candidates
        .iter()
        .filter(|(_, candidate)| candidate.taken)
        .map(|(word, candidate)| (candidate.cost, *word))
        .collect();
    taken.sort_unstable();
    for (_, word) in taken.into_iter().rev() {
        let is_taken =
            |other: &u32| *other != word && candidates.get(other).is_some_and(|other| other.taken);
        let needless = candidates.get(&word).is_some_and(|candidate| {
            let mut held = candidate.phrases.iter().filter_map(|at| phrases.get(*at));
            held.all(|phrase| phrase.iter().any(is_taken))
        });
        if let Some(candidate) = candidates.get_mut(&word).filter(|_| needless) {
            candidate.taken = false;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rare words have high numbers.
    fn cost(word: u32) -> u64 {
        1 << (20 - word)
    }

    #[test]
    fn every_phrase_has_a_key_of_its_own_words() {
        let phrases: Vec<Vec<u32>> = (0..18)
            .map(|first| vec![first, (first * 7) % 19, (first * 3) % 17])
            .collect();
        for (phrase, key) in phrases.iter().zip(keys(&phrases, cost)) {
            assert!(key.is_some_and(|key| phrase.contains(&key)));
        }
    }

    #[test]
    fn a_rare_word_is_the_key_and_one_that_serves_several() {
        assert_eq!(
            keys(&[vec![1, 9], vec![1, 10], vec![2, 10]], cost),
            [Some(9), Some(10), Some(10)]
        );
        // One word of five phrases costs less than the five.
        let many: Vec<Vec<u32>> = (10..15).map(|other| vec![9, other - 1]).collect();
        assert!(keys(&many, cost).iter().all(|key| *key == Some(9)));
    }

    #[test]
    fn a_key_that_others_make_needless_is_given_up() {
        // 8 would serve two phrases; both have a key that others need.
        let phrases = [vec![8, 9], vec![8, 10], vec![9], vec![10]];
        assert_eq!(keys(&phrases, cost), [Some(9), Some(10), Some(9), Some(10)]);
    }

    /// An election of a user may hold tens of thousands of names of several words.
    #[test]
    fn many_phrases_of_words_of_their_own_have_keys() {
        let phrases: Vec<Vec<u32>> = (0..40_000).map(|at| vec![2 * at, 2 * at + 1]).collect();
        let chosen = keys(&phrases, |_| 1);
        for (phrase, key) in phrases.iter().zip(chosen) {
            assert_eq!(key, phrase.first().copied());
        }
    }
}
