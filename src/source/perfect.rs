//! A perfect hash of words: every known word has a slot of its own, found by one byte looked up.
//!
//! Words fall into buckets; each bucket has a pilot, a byte that sends its words to slots nobody else has. Unknown words come
//! to some slot too, so that who asks compares the word found there.

/// Words a bucket holds on the average.
const LOAD: usize = 2;
/// Slots for a hundred words.
const SLOTS: usize = 102;

/// 64-bit hash of a word: stable over machines and releases of the compiler. Longer words are read eight bytes at a time.
pub(crate) fn hash(word: &[u8], seed: u32) -> u64 {
    let wide = |part: &[u8; 8]| u64::from_le_bytes(*part);
    let half = |part: &[u8; 4]| u64::from(u32::from_le_bytes(*part));
    let (head, tail) = match (word.first_chunk(), word.last_chunk()) {
        (Some(head), Some(tail)) => (wide(head), wide(tail)),
        _ => match (word.first_chunk(), word.last_chunk()) {
            (Some(head), Some(tail)) => (half(head), half(tail)),
            _ => match *word {
                [a, b, c] => (u64::from(a) << 8 | u64::from(b), u64::from(c)),
                [a, b] => (u64::from(a), u64::from(b)),
                [a] => (u64::from(a), 0),
                _ => (0, 0),
            },
        },
    };
    let length = (u64::from(seed) << 32 | word.len() as u64).wrapping_mul(0xa076_1d64_78bd_642f);
    let mut mixed = mix(head ^ length);
    if word.len() > 16 {
        for part in word.get(8..).unwrap_or(&[]).chunks_exact(8) {
            mixed = mix(mixed ^ part.first_chunk().map_or(0, wide));
        }
    }
    mix(mixed ^ tail)
}

fn mix(value: u64) -> u64 {
    let mixed = value
        .wrapping_add(0x9e37_79b9_7f4a_7c15)
        .wrapping_mul(0xd6e8_feb8_6659_fd93);
    mixed ^ (mixed >> 32)
}

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

/// Whether two words are the same, in a few comparisons where they are short.
pub(crate) fn same(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    match a.len() {
        4..=8 => a.first_chunk::<4>() == b.first_chunk() && a.last_chunk::<4>() == b.last_chunk(),
        9..=16 => a.first_chunk::<8>() == b.first_chunk() && a.last_chunk::<8>() == b.last_chunk(),
        _ => a == b,
    }
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
    fn the_same_are_the_same() {
        let words = [
            "",
            "a",
            "b",
            "abc",
            "abd",
            "abcd",
            "abce",
            "abcdefgh",
            "abcdefgi",
            "bbcdefgh",
            "abcdefghi",
        ];
        let long = [
            "abcdefghijklmnop",
            "abcdefghijklmnoq",
            "abcdefghijklmnopq",
            "abcdefghijklmnopr",
        ];
        for a in words.iter().chain(&long) {
            for b in words.iter().chain(&long) {
                assert_eq!(same(a.as_bytes(), b.as_bytes()), a == b, "{a} {b}");
            }
        }
    }

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
