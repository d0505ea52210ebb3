//! Prefixes and suffixes a well-known word may have though no row lists it so: of a word, and at a place among letters.

use super::Knowledge;
use crate::source::layout::form;

/// Bytes of the shortest root an affixed word may have.
pub(super) const ROOT: usize = 4;
/// Frequency band up to which a word is known so well that an affixed form of it may be guessed.
const COMMON: u8 = 4;

/// A prefix or a suffix.
#[derive(Debug, Clone, Copy)]
pub(super) struct Affix {
    text: &'static str,
    /// Its letters as a number, the first lowest, and the bits they take up.
    letters: u64,
    mask: u64,
}

impl Affix {
    const fn of(text: &'static str) -> Self {
        let (mut letters, mut mask) = (0, 0);
        let mut rest = text.as_bytes();
        while let [before @ .., letter] = rest {
            letters = letters << 8 | *letter as u64;
            mask = mask << 8 | 0xff;
            rest = before;
        }
        Self {
            text,
            letters,
            mask,
        }
    }

    /// Bytes it has.
    pub(super) fn length(&self) -> usize {
        self.text.len()
    }

    fn text(&self) -> &[u8] {
        self.text.as_bytes()
    }

    /// Whether letters begin with it.
    fn begins(&self, letters: u64) -> bool {
        letters & self.mask == self.letters
    }
}

/// A prefix, and what may stand behind it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Prefix {
    pub(super) affix: Affix,
    /// A root as it is.
    pub(super) whole: bool,
    /// A root whose first letter, this one, has melted into the prefix.
    pub(super) melted: Option<u8>,
}

const fn whole(text: &'static str) -> Prefix {
    Prefix {
        affix: Affix::of(text),
        whole: true,
        melted: None,
    }
}

const fn either(text: &'static str, melted: u8) -> Prefix {
    Prefix {
        melted: Some(melted),
        ..whole(text)
    }
}

const fn melted(text: &'static str, melted: u8) -> Prefix {
    Prefix {
        whole: false,
        ..either(text, melted)
    }
}

/// Prefixes, those first that are asked first.
pub(super) const PREFIXES: [Prefix; 19] = [
    whole("di"),
    whole("ter"),
    whole("ber"),
    whole("se"),
    whole("ke"),
    whole("per"),
    either("meng", b'k'),
    melted("meny", b's'),
    either("mem", b'p'),
    either("men", b't'),
    whole("me"),
    either("peng", b'k'),
    melted("peny", b's'),
    either("pem", b'p'),
    either("pen", b't'),
    whole("pe"),
    whole("nge"),
    either("ng", b'k'),
    melted("ny", b's'),
];

/// Suffixes, those first that are asked first; the first is none.
pub(super) const SUFFIXES: [Affix; 12] = [
    Affix::of(""),
    Affix::of("nya"),
    Affix::of("kan"),
    Affix::of("annya"),
    Affix::of("kannya"),
    Affix::of("lah"),
    Affix::of("kah"),
    Affix::of("pun"),
    Affix::of("an"),
    Affix::of("ku"),
    Affix::of("mu"),
    Affix::of("i"),
];

/// The bit of the suffix that is none.
pub(super) const NO_SUFFIX: u32 = 1;

/// For each small letter, by its last five bits, which prefixes and which suffixes begin with it, one bit each.
const BEGINNINGS: [(u32, u32); 32] = {
    let mut table = [(0, 0); 32];
    let mut letter = 0;
    let mut rest: &mut [(u32, u32)] = &mut table;
    while let [affixes, others @ ..] = rest {
        let (mut bit, mut prefixes): (u32, &[Prefix]) = (0, &PREFIXES);
        while let [prefix, behind @ ..] = prefixes {
            if prefix.affix.letters & 31 == letter {
                affixes.0 |= 1 << bit;
            }
            (bit, prefixes) = (bit + 1, behind);
        }
        let (mut bit, mut suffixes): (u32, &[Affix]) = (0, &SUFFIXES);
        while let [suffix, behind @ ..] = suffixes {
            if suffix.letters & 31 == letter {
                affixes.1 |= 1 << bit;
            }
            (bit, suffixes) = (bit + 1, behind);
        }
        (letter, rest) = (letter + 1, others);
    }
    table
};

fn beginning(letters: u64) -> (u32, u32) {
    let affixes = BEGINNINGS.get((letters & 31) as usize);
    affixes.copied().unwrap_or_default()
}

/// The prefixes that letters begin with, in their order.
#[inline]
pub(super) fn prefixes_of(letters: u64) -> impl Iterator<Item = &'static Prefix> {
    bits(beginning(letters).0)
        .filter_map(|bit| PREFIXES.get(bit))
        .filter(move |prefix| prefix.affix.begins(letters))
}

/// The suffixes that letters begin with, one bit each; [`NO_SUFFIX`] is always among them.
pub(super) fn suffixes_of(letters: u64) -> u32 {
    bits(beginning(letters).1)
        .filter(|bit| {
            let suffix = SUFFIXES.get(*bit);
            suffix.is_some_and(|suffix| suffix.begins(letters))
        })
        .fold(NO_SUFFIX, |all, bit| all | 1 << bit)
}

/// Whether a word with these flags and this band may take affixes: a well-known one of two syllables; `kpud` has one.
pub(super) fn takes_affixes(word: &[u8], flags: u16, band: u8) -> bool {
    let plain = flags & (form::PLAIN | form::VARIANT) == form::PLAIN;
    let vowel = |letter: &&u8| matches!(letter, b'a' | b'i' | b'u' | b'e' | b'o');
    plain && band <= COMMON && word.len() >= ROOT && word.iter().filter(vowel).take(2).count() == 2
}

/// The root of an affixed word, and its length: by the first suffix, then the first prefix, that leads to one.
pub(super) fn root_of(knowledge: &Knowledge, word: &[u8]) -> Option<(u32, usize)> {
    let root = |word: &[u8]| {
        let form = knowledge.form_of(word)?;
        let (flags, band) = knowledge.flags_and_band(form);
        takes_affixes(word, flags, band).then_some((form, word.len()))
    };
    SUFFIXES.iter().find_map(|suffix| {
        let stem = word.strip_suffix(suffix.text())?;
        let bare = root(stem).filter(|_| stem.len() < word.len());
        let behind = |prefix: &Prefix| {
            let rest = stem.strip_prefix(prefix.affix.text())?;
            let melted = |letter: u8| root(&[&[letter], rest].concat());
            let whole = root(rest).filter(|_| prefix.whole);
            whole.or_else(|| prefix.melted.and_then(melted))
        };
        bare.or_else(|| PREFIXES.iter().find_map(behind))
    })
}

/// The places of the bits that are set, lowest first.
#[inline]
pub(super) fn bits(mut set: u32) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let bit = set.trailing_zeros();
        set &= set.checked_sub(1)?;
        Some(bit as usize)
    })
}
