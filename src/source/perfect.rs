//! A perfect hash of words: every known word has a slot of its own, found by one byte looked up.
//!
//! Words fall into buckets; each bucket has a pilot, a byte that sends its words to slots nobody else has. Unknown words come
//! to some slot too, so that who asks compares the word found there.

use super::letters::hash;

/// Words a bucket holds on the average.
const LOAD: usize = 2;
/// Slots for a hundred words.
const SLOTS: usize = 102;

/// A number below `count`, by the high half of a hash.
fn below(hash: u64, count: usize) -> usize {
    (((hash >> 32) * count as u64) >> 32) as usize
}

/// The bucket of a hash.
pub(crate) fn bucket(hash: u64, buckets: usize) -> usize {
    below(hash, buckets)
}

/// The slot of a hash whose bucket has this pilot.
pub(crate) fn slot(hash: u64, pilot: u8, slots: usize) -> usize {
    let mixed = (hash ^ u64::from(pilot).wrapping_mul(0xa076_1d64_78bd_642f))
        .wrapping_mul(0xe703_7ed1_a0b4_28db);
    below(mixed, slots)
}

/// A table for a list of words.
pub(crate) struct Perfect {
    pub(crate) seed: u32,
    pub(crate) pilots: Vec<u8>,
    /// For each slot the index of its word.
    pub(crate) slots: Vec<Option<u32>>,
}

impl Perfect {
    /// Finds a slot for each of several different words; a seed that fails gives way to the next, with more slots.
    pub(crate) fn of(words: &[&str]) -> Self {
        // Words of equal hash would never come apart; the next seed parts them.
        let mut seed = 0;
        loop {
            let slots = words.len() * (SLOTS + seed as usize) / 100 + 1;
            if let Some(found) = Self::try_with(words, seed, slots) {
                return found;
            }
            seed += 1;
        }
    }

    fn try_with(words: &[&str], seed: u32, count: usize) -> Option<Self> {
        let mut buckets: Vec<Vec<(u64, u32)>> = vec![Vec::new(); words.len() / LOAD + 1];
        for (at, word) in words.iter().enumerate() {
            let hash = hash(word.as_bytes(), seed);
            let bucket = bucket(hash, buckets.len());
            buckets.get_mut(bucket)?.push((hash, at as u32));
        }
        // The fullest first, while there is room.
        let mut order: Vec<usize> = (0..buckets.len()).collect();
        order.sort_by_key(|at| std::cmp::Reverse(buckets.get(*at).map_or(0, Vec::len)));
        let mut pilots = vec![0; buckets.len()];
        let mut slots: Vec<Option<u32>> = vec![None; count];
        let mut taken = Vec::new();
        for at in order {
            let bucket = buckets.get(at)?;
            let pilot = (0..=u8::MAX).find(|pilot| {
                taken.clear();
                bucket.iter().all(|(hash, _)| {
                    let slot = slot(*hash, *pilot, count);
                    let free = slots.get(slot) == Some(&None) && !taken.contains(&slot);
                    taken.push(slot);
                    free
                })
            })?;
            *pilots.get_mut(at)? = pilot;
            for (hash, word) in bucket {
                *slots.get_mut(slot(*hash, pilot, count))? = Some(*word);
            }
        }
        Some(Self {
            seed,
            pilots,
            slots,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_has_a_slot_of_its_own() {
        for count in [0, 1, 2, 5, 100, 5000] {
            let words: Vec<String> = (0..count)
                .map(|at| "kata".repeat(at % 7) + &at.to_string())
                .collect();
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let perfect = Perfect::of(&words);
            for (at, word) in words.iter().enumerate() {
                let hash = hash(word.as_bytes(), perfect.seed);
                let pilot = perfect.pilots[bucket(hash, perfect.pilots.len())];
                let slot = slot(hash, pilot, perfect.slots.len());
                assert_eq!(perfect.slots[slot], Some(at as u32), "{word}");
            }
        }
    }
}
