//! Known words inside a run of letters, and affixed forms of them: all that begin at each place, found once, from the last
//! place to the first, as what stands behind a prefix is found before it.

use super::Knowledge;
use super::affix::{
    Affix, NO_SUFFIX, ROOT, SUFFIXES, bits, prefixes_of, suffixes_of, takes_affixes,
};
use super::digits::letter_for;

/// Bytes of the letters that are read.
pub(super) const LONGEST: usize = 64;
/// Bytes of the longest word looked for.
pub(super) const WORD: usize = 20;
/// The lengths of such words, one bit each.
const LENGTHS: u32 = (2 << WORD) - 1;
/// Bytes of the shortest word with digits for letters inside.
const MASKED: u32 = 5;
/// Bytes read at once, also where the letters end.
const WIDE: usize = 8;

/// A known word at a place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known {
    pub(super) form: u32,
    /// See `layout::form`.
    pub(super) flags: u16,
    pub(super) band: u8,
    /// Bytes of the word.
    pub(super) length: u8,
    /// Bytes it takes up with its affixes; as many if it has none.
    pub(super) covers: u8,
    /// It may take affixes.
    root: bool,
}

impl Known {
    fn of(knowledge: &Knowledge, form: u32, word: &[u8]) -> Self {
        let (flags, band) = knowledge.flags_and_band(form);
        Self {
            form,
            flags,
            band,
            length: word.len() as u8,
            covers: word.len() as u8,
            root: takes_affixes(word, flags, band),
        }
    }

    /// Whether it stands there with affixes.
    pub(super) fn is_affixed(&self) -> bool {
        self.covers != self.length
    }
}

/// A root at a place, perhaps behind a prefix, and which suffixes may follow it.
#[derive(Debug, Clone, Copy)]
struct Stem {
    word: Known,
    suffixes: u32,
}

/// The known words inside a run of letters; buffers are reused.
#[derive(Debug, Clone, Default)]
pub(super) struct Inside {
    /// The letters, and zeros behind them.
    letters: Vec<u8>,
    /// The same with letters in the place of digits, where there are any.
    decoded: Vec<u8>,
    /// Places where digits stand, and where words begin that may take affixes, one bit each.
    digits: u64,
    roots: u64,
    known: Vec<Known>,
    /// For each place its first word, and the one behind its last.
    places: Vec<(u16, u16)>,
    stems: Vec<Stem>,
    melted: Vec<u8>,
}

impl Inside {
    /// Begins anew with other letters, [`LONGEST`] at most.
    ///
    /// # Complexity
    /// Linear in the letters.
    pub(super) fn read(&mut self, knowledge: &Knowledge, letters: &[u8]) {
        self.letters.clear();
        self.letters.extend_from_slice(letters);
        self.letters.extend_from_slice(&[0; WIDE]);
        self.known.clear();
        self.places.clear();
        self.places.resize(letters.len(), (0, 0));
        self.roots = 0;
        self.digits = 0;
        self.decode(letters);
        // At each place: the eight letters behind it, the lengths there are, and those of which it is a number.
        let (mut wide, mut within, mut number) = (0, 1, 1);
        for (at, letter) in letters.iter().enumerate().rev() {
            wide = wide << 8 | u64::from(*letter);
            within = (within << 1 | 1) & LENGTHS;
            let is_digit = letter.is_ascii_digit();
            number = if is_digit { number << 1 | 1 } else { 1 };
            self.digits |= u64::from(is_digit) << at;
            let first = self.known.len();
            // A number is no word, though some are known.
            let mut free = self.read_words(knowledge, at, wide, within & !number);
            if self.digits != 0 {
                free = self.read_masked(knowledge, at, free);
            }
            let words = (first as u16, self.known.len() as u16);
            self.read_affixed(knowledge, at, wide, words, free);
            if let Some(place) = self.places.get_mut(at) {
                *place = (first as u16, self.known.len() as u16);
            }
        }
    }

    /// Notes what letters digits may stand for, if there are any.
    fn decode(&mut self, letters: &[u8]) {
        let any = letters
            .iter()
            .fold(false, |any, letter| any | letter.is_ascii_digit());
        if any {
            self.decoded.clear();
            self.decoded.extend(self.letters.iter().map(|letter| {
                if letter.is_ascii_digit() {
                    letter_for(char::from(*letter)) as u8
                } else {
                    *letter
                }
            }));
        }
    }

    /// The known words that begin at a place.
    pub(super) fn at(&self, place: usize) -> &[Known] {
        let words = self
            .places
            .get(place)
            .and_then(|(first, last)| self.known.get(usize::from(*first)..usize::from(*last)));
        words.unwrap_or(&[])
    }

    /// The known word from one place to another, as it is.
    pub(super) fn form(&self, start: usize, end: usize) -> Option<u32> {
        let words = self.at(start).iter();
        words
            .filter(|word| start + usize::from(word.covers) == end && !word.is_affixed())
            .map(|word| word.form)
            .next()
    }

    /// How many digits stand in a row from a place on.
    pub(super) fn digits_at(&self, place: usize) -> usize {
        (self.digits >> place).trailing_ones() as usize
    }

    /// Words at a place, of some lengths; gives back those without a word.
    fn read_words(&mut self, knowledge: &Knowledge, at: usize, wide: u64, mut lengths: u32) -> u32 {
        for length in bits(knowledge.lengths(first_of(wide)) & lengths) {
            if let Some(form) = knowledge.form_within(&self.letters, at, at + length) {
                let word = self.letters.get(at..at + length).unwrap_or(&[]);
                let word = Known::of(knowledge, form, word);
                self.roots |= u64::from(word.root) << at;
                self.known.push(word);
                lengths &= !(1 << length);
            }
        }
        lengths
    }

    /// Words with digits for letters inside, `m3nyala`, of some lengths; gives back those without a word.
    #[cold]
    fn read_masked(&mut self, knowledge: &Knowledge, at: usize, mut lengths: u32) -> u32 {
        let is_letter = |at: usize| self.letters.get(at).is_some_and(u8::is_ascii_lowercase);
        if !is_letter(at) {
            return lengths;
        }
        // Up to the first digit words are as they are read.
        let shortest = (self.digits >> at).trailing_zeros().max(MASKED - 2) + 2;
        let behind_digit = u32::MAX.checked_shl(shortest).unwrap_or(0);
        let may = knowledge.lengths(first_of(wide_of(&self.decoded, at)));
        for length in bits(may & lengths & behind_digit) {
            let word = self.decoded.get(at..at + length).unwrap_or(&[]);
            if is_letter(at + length - 1)
                && let Some(form) = knowledge.form_of(word)
            {
                self.known.push(Known {
                    root: false,
                    ..Known::of(knowledge, form, word)
                });
                lengths &= !(1 << length);
            }
        }
        lengths
    }

    /// Affixed forms of well-known words, of some lengths: for each the first suffix, then the first prefix, that makes one.
    fn read_affixed(
        &mut self,
        knowledge: &Knowledge,
        at: usize,
        wide: u64,
        words: (u16, u16),
        mut lengths: u32,
    ) {
        self.stems.clear();
        if self.has_root(at) {
            self.push_stems(words, 0, at, !NO_SUFFIX);
        }
        for prefix in prefixes_of(wide) {
            let length = prefix.affix.length();
            let root = at + length;
            if prefix.whole && self.has_root(root) {
                let words = self.places.get(root).copied().unwrap_or_default();
                self.push_stems(words, length, root, u32::MAX);
            }
            if let Some(letter) = prefix.melted {
                self.push_melted(knowledge, length, root, letter);
            }
        }
        if self.stems.is_empty() {
            return;
        }
        let suffixes = self.stems.iter().fold(0, |all, stem| all | stem.suffixes);
        for bit in bits(suffixes) {
            let suffix = SUFFIXES.get(bit).map_or(0, Affix::length);
            for stem in &self.stems {
                let covers = usize::from(stem.word.covers) + suffix;
                if stem.suffixes >> bit & 1 != 0 && lengths >> covers & 1 != 0 {
                    lengths &= !(1 << covers);
                    self.known.push(Known {
                        covers: covers as u8,
                        root: false,
                        ..stem.word
                    });
                }
            }
        }
    }

    /// Whether a root begins at a place.
    fn has_root(&self, at: usize) -> bool {
        at < LONGEST && self.roots >> at & 1 != 0
    }

    /// Adds the roots among the words at a place, behind a prefix of some length, with some of the suffixes that follow.
    fn push_stems(&mut self, words: (u16, u16), prefix: usize, root: usize, suffixes: u32) {
        let words = self.known.get(usize::from(words.0)..usize::from(words.1));
        for word in words.unwrap_or(&[]).iter().filter(|word| word.root) {
            let length = usize::from(word.length);
            self.stems.push(Stem {
                word: Known {
                    covers: (prefix + length) as u8,
                    ..*word
                },
                suffixes: suffixes_of(wide_of(&self.letters, root + length)) & suffixes,
            });
        }
    }

    /// Adds the roots whose first letter melted into a prefix of some length.
    fn push_melted(&mut self, knowledge: &Knowledge, prefix: usize, root: usize, melted: u8) {
        let letters = wide_of(&self.letters, root) << 8 | u64::from(melted);
        let within = (2 << (self.places.len() - root + 1).min(WORD)) - (1 << ROOT);
        let may = knowledge.lengths(first_of(letters)) & within;
        if may == 0 {
            return;
        }
        self.melted.clear();
        self.melted.push(melted);
        let rest = self.letters.get(root..).unwrap_or(&[]);
        self.melted.extend(rest.iter().take(WORD));
        for length in bits(may) {
            let word = self.melted.get(..length).unwrap_or(&[]);
            let Some(form) = knowledge.form_of(word) else {
                continue;
            };
            let word = Known::of(knowledge, form, word);
            if word.root {
                self.stems.push(Stem {
                    word: Known {
                        covers: (prefix + length - 1) as u8,
                        ..word
                    },
                    suffixes: suffixes_of(wide_of(&self.letters, root + length - 1)),
                });
            }
        }
    }
}

/// The eight letters from a place on, the first lowest.
fn wide_of(letters: &[u8], at: usize) -> u64 {
    let wide = letters.get(at..).and_then(<[u8]>::first_chunk);
    wide.copied().map_or(0, u64::from_le_bytes)
}

/// The first four of them.
fn first_of(wide: u64) -> [u8; 4] {
    (wide as u32).to_le_bytes()
}

#[cfg(test)]
mod tests {
    use super::super::affix::root_of;
    use super::*;

    /// A word with digits for letters inside, by trying it.
    fn masked(knowledge: &Knowledge, word: &str) -> Option<u32> {
        let is_masked = word.len() >= 5
            && word.contains(|letter: char| letter.is_ascii_digit())
            && word.starts_with(|letter: char| letter.is_ascii_lowercase())
            && word.ends_with(|letter: char| letter.is_ascii_lowercase());
        let decoded = || word.chars().map(letter_for).collect::<String>();
        is_masked.then(|| knowledge.form(&decoded()))?
    }

    proptest::proptest! {
        #[test]
        fn reading_once_finds_what_trying_finds(word in "((di|ter|meny|mem|men|peng|ng|se)?(pilih|dukung|apu|ilih|sapu|kerja|ajak|coblos|rakyat|m3nang|c0bl0s|m3nyala|2019|h4ti|é|[a-z]{1,6}|[a-z0-9]{1,4})(kan|nya|annya|kannya|i|lah|2)?){1,2}") {
            let knowledge = Knowledge::compiled();
            let mut inside = Inside::default();
            inside.read(&knowledge, word.as_bytes());
            for start in 0..word.len() {
                for end in start + 2..=word.len().min(start + WORD) {
                    let mut found = inside.at(start).iter().filter(|found| start + usize::from(found.covers) == end);
                    let (first, second) = (found.next(), found.next());
                    proptest::prop_assert!(second.is_none());
                    let form = first.filter(|found| !found.is_affixed()).map(|found| found.form);
                    let root = first.filter(|found| found.is_affixed()).map(|found| (found.form, usize::from(found.length)));
                    let part = word.get(start..end).unwrap_or("");
                    let number = part.bytes().all(|byte| byte.is_ascii_digit());
                    let known = knowledge.form(part).or_else(|| masked(&knowledge, part)).filter(|_| !number);
                    proptest::prop_assert_eq!(form, known, "{}", part);
                    proptest::prop_assert_eq!(inside.form(start, end), known, "{}", part);
                    let affixed = root_of(&knowledge, part.as_bytes()).filter(|_| known.is_none() && !number);
                    proptest::prop_assert_eq!(root, affixed, "{}", part);
                }
            }
        }
    }
}
