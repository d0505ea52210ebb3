//! Known words inside a run of letters: each is looked up once, wherever the search for the cheapest way asks for it again.

use super::Knowledge;
use crate::source::layout::{self, LONGER, form};

/// Bytes of the longest word looked for.
pub(super) const WORD: usize = 20;
/// Bytes of a word up to which its beginning is not looked up.
pub(super) const SHORT: usize = 3;
/// Bytes of the shortest root an affixed word may have, and of the shortest such word.
const ROOT: usize = 4;
const AFFIXED: usize = 5;
/// Frequency band up to which a word is known so well that an affixed form of it may be guessed.
const COMMON: u8 = 4;
/// Bytes of the longest suffix.
const LONGEST_SUFFIX: usize = 5;
/// Not looked up yet.
const UNSEEN: u32 = u32::MAX - 1;

/// A prefix, with what the first letter of the root may have been before it melted into it.
type Prefix = (&'static [u8], &'static [&'static [u8]]);

/// Suffixes, and prefixes with what the first letter of the root may have been before it melted into them.
const SUFFIXES: [&[u8]; 12] = [
    b"", b"nya", b"kan", b"annya", b"kannya", b"lah", b"kah", b"pun", b"an", b"ku", b"mu", b"i",
];
const PREFIXES: [Prefix; 19] = [
    (b"di", &[b""]),
    (b"ter", &[b""]),
    (b"ber", &[b""]),
    (b"se", &[b""]),
    (b"ke", &[b""]),
    (b"per", &[b""]),
    (b"meng", &[b"", b"k"]),
    (b"meny", &[b"s"]),
    (b"mem", &[b"", b"p"]),
    (b"men", &[b"", b"t"]),
    (b"me", &[b""]),
    (b"peng", &[b"", b"k"]),
    (b"peny", &[b"s"]),
    (b"pem", &[b"", b"p"]),
    (b"pen", &[b"", b"t"]),
    (b"pe", &[b""]),
    (b"nge", &[b""]),
    (b"ng", &[b"", b"k"]),
    (b"ny", &[b"s"]),
];

/// What is known of a place in the letters.
#[derive(Debug, Clone, Copy)]
struct Place {
    /// Some word may begin here.
    begins: bool,
    /// One of six letters and more.
    longer: bool,
    /// Vowels before this place.
    vowels: u32,
    /// Suffixes that end here, one bit each.
    suffixes: u16,
    /// Prefixes that begin here and have something known behind them, one bit each.
    prefixes: u32,
}

/// The known words inside a run of letters; buffers are reused.
#[derive(Debug, Clone, Default)]
pub(super) struct Inside {
    letters: Vec<u8>,
    places: Vec<Place>,
    /// Form of each range of [`WORD`] bytes at most, by its first place and its length.
    forms: Vec<u32>,
    root: Vec<u8>,
}

impl Inside {
    /// Begins anew with other letters.
    ///
    /// # Complexity
    /// Linear in the letters.
    pub(super) fn read(&mut self, knowledge: &Knowledge, letters: &[u8]) {
        self.letters.clear();
        self.letters.extend_from_slice(letters);
        self.forms.clear();
        self.forms.resize(letters.len() * WORD, UNSEEN);
        self.places.clear();
        let mut vowels = 0;
        for at in 0..=letters.len() {
            let (before, rest) = letters.split_at_checked(at).unwrap_or((letters, &[]));
            let place = Place {
                begins: knowledge.begins(rest),
                longer: knowledge.begins_longer(rest),
                vowels,
                suffixes: suffixes_of(before),
                prefixes: 0,
            };
            self.places.push(place);
            let vowel = matches!(rest.first(), Some(b'a' | b'i' | b'u' | b'e' | b'o'));
            vowels += u32::from(vowel);
        }
        for at in 0..letters.len() {
            let prefixes = self.prefixes_at(knowledge, at);
            if let Some(place) = self.places.get_mut(at) {
                place.prefixes = prefixes;
            }
        }
    }

    /// Whether a word may begin at a place.
    pub(super) fn begins(&self, at: usize) -> bool {
        self.place(at).is_some_and(|place| place.begins)
    }

    /// Bytes of the longest word, or affixed form of one, that may begin at a place.
    pub(super) fn reach(&self, at: usize) -> usize {
        match self.place(at) {
            Some(place) if place.longer || place.prefixes != 0 => WORD,
            Some(place) if place.begins => LONGER - 1 + LONGEST_SUFFIX,
            // Of the shortest words the beginning tells nothing.
            _ => SHORT,
        }
    }

    /// The known word from one place to another.
    pub(super) fn form(&mut self, knowledge: &Knowledge, start: usize, end: usize) -> Option<u32> {
        let length = end - start;
        let place = self.place(start)?;
        if length > SHORT && !place.begins || length >= LONGER && !place.longer {
            return None;
        }
        let word = self.letters.get(start..end)?;
        let slot = self
            .forms
            .get_mut(start * WORD + length - 1)
            .filter(|_| length <= WORD);
        let Some(slot) = slot else {
            return knowledge.form_of(word);
        };
        if *slot == UNSEEN {
            *slot = knowledge.form_of(word).unwrap_or(layout::NONE);
        }
        Some(*slot).filter(|form| *form != layout::NONE)
    }

    /// Whether there may be an affix: a quick no.
    #[inline]
    pub(super) fn may_derive(&self, start: usize, end: usize) -> bool {
        let affixed =
            |first: &Place, last: &Place| first.prefixes != 0 || first.begins && last.suffixes != 1;
        end - start >= AFFIXED
            && self
                .place(start)
                .zip(self.place(end))
                .is_some_and(|(first, last)| affixed(first, last))
    }

    /// The known word in an affixed one, with its length; a second affix must be earned by a longer word.
    pub(super) fn derived(
        &mut self,
        knowledge: &Knowledge,
        start: usize,
        end: usize,
    ) -> Option<(u32, usize)> {
        let (first, last) = (*self.place(start)?, *self.place(end)?);
        for suffix in bits(last.suffixes.into()) {
            let stem = end - SUFFIXES.get(suffix).map_or(0, |suffix| suffix.len());
            if stem < start + ROOT {
                continue;
            }
            if first.begins
                && stem < end
                && let Some(found) = self.root(knowledge, b"", start, stem)
            {
                return Some(found);
            }
            for prefix in bits(first.prefixes) {
                let Some((prefix, melted)) = PREFIXES.get(prefix) else {
                    continue;
                };
                for letter in *melted {
                    let found = self.root(knowledge, letter, start + prefix.len(), stem);
                    if found.is_some() {
                        return found;
                    }
                }
            }
        }
        None
    }

    /// A well-known word from one place to another, perhaps with a letter before it, that may take affixes, and its length.
    fn root(
        &mut self,
        knowledge: &Knowledge,
        melted: &[u8],
        start: usize,
        end: usize,
    ) -> Option<(u32, usize)> {
        let length = melted.len() + end.checked_sub(start)?;
        // Roots that take affixes have two syllables; `kpud` has one.
        let syllables = self.place(end)?.vowels - self.place(start)?.vowels;
        if length < ROOT || syllables < 2 {
            return None;
        }
        let found = if melted.is_empty() {
            self.form(knowledge, start, end)
        } else {
            self.melt(melted, start, end);
            knowledge.form_of(&self.root)
        };
        let entry = knowledge.entry(found?);
        (entry.flags & (form::PLAIN | form::VARIANT) == form::PLAIN && entry.band <= COMMON)
            .then_some((found?, length))
    }

    /// Writes a root with the letter that melted.
    fn melt(&mut self, melted: &[u8], start: usize, end: usize) {
        self.root.clear();
        self.root.extend_from_slice(melted);
        let rest = self.letters.get(start..end.min(self.letters.len()));
        self.root.extend_from_slice(rest.unwrap_or(&[]));
    }

    fn prefixes_at(&mut self, knowledge: &Knowledge, at: usize) -> u32 {
        let first = self.letters.get(at).copied().unwrap_or(0);
        let mut all = 0;
        for bit in bits(affixes(first).0) {
            let Some((prefix, melted)) = PREFIXES.get(bit) else {
                continue;
            };
            if !self.letters.get(at..).unwrap_or(&[]).starts_with(prefix) {
                continue;
            }
            let start = at + prefix.len();
            let known = melted.iter().any(|letter| {
                self.melt(letter, start, start + ROOT);
                knowledge.begins(&self.root)
            });
            all |= u32::from(known) << bit;
        }
        all
    }

    fn place(&self, at: usize) -> Option<&Place> {
        self.places.get(at)
    }
}

/// Of each small letter, by its last five bits: the prefixes that begin with it and the suffixes that end with it, one bit each.
const AFFIXES: [(u32, u32); 32] = {
    let mut table = [(0, 0); 32];
    let mut letter = 0;
    let mut rest: &mut [(u32, u32)] = &mut table;
    while let [affixes, others @ ..] = rest {
        let (mut bit, mut prefixes): (u32, &[Prefix]) = (0, &PREFIXES);
        while let [(prefix, _), behind @ ..] = prefixes {
            if let [first, ..] = prefix
                && *first & 31 == letter
            {
                affixes.0 |= 1 << bit;
            }
            (bit, prefixes) = (bit + 1, behind);
        }
        let (mut bit, mut suffixes): (u32, &[&[u8]]) = (0, &SUFFIXES);
        while let [suffix, behind @ ..] = suffixes {
            if let [.., last] = suffix
                && *last & 31 == letter
            {
                affixes.1 |= 1 << bit;
            }
            (bit, suffixes) = (bit + 1, behind);
        }
        (letter, rest) = (letter + 1, others);
    }
    table
};

/// The affixes of a letter, see [`AFFIXES`].
fn affixes(letter: u8) -> (u32, u32) {
    let affixes = AFFIXES.get(usize::from(letter & 31)).copied();
    affixes
        .filter(|_| letter.is_ascii_lowercase())
        .unwrap_or_default()
}

/// The suffixes that letters end with, one bit each; the first is the empty one.
fn suffixes_of(letters: &[u8]) -> u16 {
    let ends = |bit: &usize| {
        let suffix = SUFFIXES.get(*bit);
        suffix.is_some_and(|suffix| letters.ends_with(suffix))
    };
    let last = letters.last().copied().unwrap_or(0);
    bits(affixes(last).1)
        .filter(ends)
        .fold(1, |all, bit| all | 1 << bit)
}

/// The places of the bits that are set, lowest first.
fn bits(mut set: u32) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let bit = set.trailing_zeros();
        set &= set.checked_sub(1)?;
        Some(bit as usize)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same by trying every suffix, every prefix and every letter in turn.
    fn derived(knowledge: &Knowledge, word: &str) -> Option<(u32, usize)> {
        let text = |part: &&'static [u8]| std::str::from_utf8(part).unwrap();
        let plain = |root: String| {
            let vowels = root.bytes().filter(|byte| b"aiueo".contains(byte)).count();
            let form = (root.len() >= ROOT && vowels >= 2).then(|| knowledge.form(&root))??;
            let entry = knowledge.entry(form);
            let known =
                entry.flags & (form::PLAIN | form::VARIANT) == form::PLAIN && entry.band <= COMMON;
            known.then_some((form, root.len()))
        };
        if word.len() < AFFIXED {
            return None;
        }
        SUFFIXES.iter().map(text).find_map(|suffix| {
            let stem = word
                .strip_suffix(suffix)
                .filter(|stem| stem.len() >= ROOT)?;
            let whole = if suffix.is_empty() {
                None
            } else {
                plain(stem.to_owned())
            };
            whole.or_else(|| {
                PREFIXES.iter().find_map(|(prefix, melted)| {
                    let rest = stem.strip_prefix(text(prefix))?;
                    melted
                        .iter()
                        .find_map(|letter| plain(text(letter).to_owned() + rest))
                })
            })
        })
    }

    proptest::proptest! {
        #[test]
        fn looking_once_finds_what_trying_finds(word in "((di|ter|meny|mem|men|peng|ng|se)?(pilih|dukung|apu|ilih|sapu|kerja|ajak|coblos|rakyat|[a-z]{1,6})(kan|nya|annya|i|lah)?){1,2}") {
            let knowledge = Knowledge::compiled();
            let mut inside = Inside::default();
            inside.read(&knowledge, word.as_bytes());
            for start in 0..word.len() {
                for end in start + 1..=word.len() {
                    let part = word.get(start..end).unwrap();
                    proptest::prop_assert_eq!(inside.form(&knowledge, start, end), knowledge.form(part), "{}", part);
                    let found = inside.may_derive(start, end).then(|| inside.derived(&knowledge, start, end));
                    proptest::prop_assert_eq!(found.flatten(), derived(&knowledge, part), "{}", part);
                }
            }
        }
    }
}
