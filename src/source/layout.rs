//! The bytes of a compiled lexicon, written by `image` and read in place by the lexicon room.
//!
//! All numbers are little-endian; those of three bytes are counts and places, which are never larger. The header holds, for
//! every section, its offset and its length in records.

/// First bytes of a compiled lexicon.
pub(crate) const MAGIC: [u8; 4] = *b"NTRL";
/// Version of the layout; a reader refuses any other.
pub(crate) const VERSION: u32 = 9;
/// No record.
pub(crate) const NONE: u32 = u32::MAX;
/// The largest number of three bytes.
pub(crate) const MOST: usize = 0x00ff_ffff;
/// No weight given.
pub(crate) const NO_WEIGHT: i32 = i32::MIN;

/// Sections, in the order of the header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(usize)]
pub(crate) enum Section {
    /// String pool, bytes; a word that begins or ends another lies inside it.
    Strings,
    /// Word forms in the order of their slots in the perfect hash, see [`FORM`].
    Forms,
    /// Pilots of the perfect hash, bytes.
    Pilots,
    /// The lemma and the standard spellings of a form, members and tickets of a target, see [`LOW`].
    Lists,
    ListTops,
    /// For each of the last states the lemma that leads to it, see [`LOW`]. Those behind the first have none in a lexicon that extends no
    /// other: its forms tell where they lead from there.
    Edges,
    EdgeTops,
    /// For each state of the phrase trie the block of states behind it, 0 where no phrase goes on, see [`LOW`]. Blocks may be shared.
    Next,
    NextTops,
    /// For each block its first state, see [`LOW`]; those behind it stand in a row, ordered by their lemma. One more stands behind the last.
    Blocks,
    BlockTops,
    /// For each state its first sense, counted from 1, or 0 where no phrase ends, see [`LOW`].
    Ends,
    EndTops,
    /// Senses of terms, see [`SENSE`].
    Senses,
    /// Targets, see [`TARGET`].
    Targets,
    /// Ballot entries of targets, see [`BALLOT`].
    Ballots,
    /// Weights of the score, `i32`; [`NO_WEIGHT`] where the file gives none.
    Weights,
    /// Which four letters some word form begins with, one bit each, see [`beginning_of`].
    Beginnings,
    /// At which lengths words end that begin so, two bytes each, see [`lengths_at`].
    Lengths,
    /// Which four letters the names of targets begin with, of those of five letters and more.
    Names,
    /// Which lemmas of the lexicon extended begin a phrase of this one, one bit each.
    Starts,
    /// Which of them are keys of such a phrase, see [`form::KEY`].
    Keys,
    /// Which words stand beside a key in its phrases, one bit each, see [`pair`].
    Pairs,
    /// Which words must be looked at: keys and what may be several words, one bit each, see [`noted`].
    Noted,
    /// What a glance must know of each form, see [`glance`]; empty in what extends another lexicon.
    Glance,
}

/// Number of sections.
pub(crate) const SECTIONS: usize = 25;
/// Bytes of the header: magic, version, checksum, base forms, seed of the hash, then offset and length a section.
pub(crate) const HEADER: usize = 20 + SECTIONS * 8;

/// Size of a form: string offset (3 bytes) and length, then [`form`] flags with the band and a count (`u16`, see [`BAND`] and [`COUNT`]),
/// then a value of 3 bytes. By the count the value is: 0, the state the form leads to from the root, the form being its own lemma;
/// [`INFLECTED`], its lemma; [`ONLY`], its one standard spelling, the form being its own lemma and beginning no phrase; any other, the place of
/// a list that holds its lemma, its state if it is its own lemma and begins a phrase, and so many standard spellings. A slot without a form
/// has the length 0.
pub(crate) const FORM: usize = 9;
/// Where the band stands in the flags of a form.
pub(crate) const BAND: u32 = 10;
/// Where the number of standard spellings stands in the flags of a form.
pub(crate) const COUNT: u32 = 13;
/// In its place: the form has no standard spelling, but the lemma of another.
pub(crate) const INFLECTED: usize = MOST_WORDS + 1;
/// In its place: the value is the standard spelling.
pub(crate) const ONLY: usize = MOST_WORDS + 2;
/// Standard spellings a form may have.
pub(crate) const MOST_WORDS: usize = 5;
/// Size of the lower part of a number. Its upper part, a byte, stands in the section behind, the *tops*, which is empty where all are zero:
/// only large elections of a user have that many words.
pub(crate) const LOW: usize = 2;
/// Size of a sense: kind and class `u8` each, two attribute bytes, value `u32`, first and last month of validity `u16` each.
pub(crate) const SENSE: usize = 12;
/// Size of a target: id and name (`u32` offset, `u8` length each, padded), kind `u8`, members, ballots and tickets it stands on (list offset and length, `u32` each).
pub(crate) const TARGET: usize = 36;
/// Size of a ballot entry: contest string (`u32`, `u8` length, pad), number `u32`.
pub(crate) const BALLOT: usize = 12;

/// Kinds of sense.
pub(crate) mod sense {
    /// A word of a class.
    pub(crate) const TERM: u8 = 0;
    /// A name of a target.
    pub(crate) const ALIAS: u8 = 1;
    /// A cue.
    pub(crate) const CUE: u8 = 2;
    /// An emoji or a numeral that stands for a number.
    pub(crate) const CODE: u8 = 3;
    /// Another sense of the same phrase follows.
    pub(crate) const MORE: u8 = 128;
    /// The last word of the phrase only follows: it is left to other phrases.
    pub(crate) const OPEN: u8 = 64;
    /// The kind without what else stands in its byte.
    pub(crate) const KIND: u8 = 63;
}

/// What a glance must know of a word, one bit each, for each form that of the word it means.
pub(crate) mod glance {
    /// It is the key of a phrase that goes on behind it.
    pub(crate) const KEY_FIRST: u8 = 1;
    /// It is a numeral, which begins and ends with a number.
    pub(crate) const NUMERAL: u8 = 2 | 4;
    /// It matters by itself.
    pub(crate) const ALONE: u8 = 8;
    /// It is an everyday word that is a name where it is shouted.
    pub(crate) const CAPITALS: u8 = 16;
    /// The form stands for several words.
    pub(crate) const SEVERAL: u8 = 64;
    /// It is the key of a phrase that begins before it.
    pub(crate) const KEY_SECOND: u8 = 128;
}

/// Flags of a word form.
pub(crate) mod form {
    /// An informal spelling of the words in its list.
    pub(crate) const VARIANT: u16 = 1;
    /// An active verb form.
    pub(crate) const ACTIVE: u16 = 2;
    /// A passive verb form.
    pub(crate) const PASSIVE: u16 = 4;
    /// An agent noun.
    pub(crate) const AGENT: u16 = 8;
    /// Some phrase of the lexicon begins with its lemma.
    pub(crate) const STARTS: u16 = 16;
    /// Part of a name of a target.
    pub(crate) const NAME: u16 = 32;
    /// A plain word of the language, known so that nothing is guessed about it.
    pub(crate) const PLAIN: u16 = 64;
    /// Written otherwise in formal text, but a word of its own: `tuh`, `ngaji`.
    pub(crate) const STYLE: u16 = 128;
    /// Two words written together that often stand side by side: `asiangames`.
    pub(crate) const PAIR: u16 = 256;
    /// No phrase that matters by itself occurs in a post without such a word.
    pub(crate) const KEY: u16 = 512;
    /// All of them.
    pub(crate) const ALL: u16 = 1023;
}

/// Whether a form of these flags stands for other words: an informal spelling, or a pair that the lexicon does not know as
/// one word, as it knows `insyaallah`.
pub(crate) fn stands_for_others(flags: u16) -> bool {
    flags & form::VARIANT != 0
        || flags & form::PAIR != 0 && flags & (form::NAME | form::STARTS | form::PLAIN) == 0
}

/// 64-bit FNV-1a: stable over machines and releases of the compiler.
pub(crate) fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// Bytes of the table of beginnings: one bit for each value of a hash of four letters.
pub(crate) const BEGINNINGS: usize = (1 << 16) / 8;

/// Place of the first four letters of a word in the table of beginnings: byte and bit.
#[inline]
pub(crate) fn beginning_of(first: [u8; 4]) -> (usize, u8) {
    let mixed = u32::from_le_bytes(first).wrapping_mul(0x9e37_79b1) >> 16;
    ((mixed / 8) as usize, 1 << (mixed % 8))
}

/// Place of the first five letters of a name in its table: byte and bit; nothing where there are fewer or one is no plain letter.
pub(crate) fn name(word: &[u8]) -> Option<(usize, u8)> {
    let first = word.first_chunk()?;
    first
        .iter()
        .all(u8::is_ascii_lowercase)
        .then(|| name_of(*first))
}

/// The same for five plain letters: four begin many a word.
#[inline]
pub(crate) fn name_of([fore @ .., last]: [u8; NAME]) -> (usize, u8) {
    let first = u64::from(u32::from_le_bytes(fore)) | u64::from(last) << 32;
    let mixed = first.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 48;
    ((mixed / 8) as usize, 1 << (mixed % 8))
}

/// Letters of the shortest name that is looked for inside words.
pub(crate) const NAME: usize = 5;

/// Entries of the table of lengths: one for each value of a hash of the first four bytes of a word, with zeros behind a shorter one.
pub(crate) const LENGTHS: usize = 1 << 13;
/// Bytes of an entry: a bit for each length from [`SHORTEST`], the last for all that are longer.
pub(crate) const LENGTH: usize = 2;
/// Bytes of the shortest word whose length is told.
const SHORTEST: u32 = 2;

/// Entry of the first bytes of a word in the table of lengths.
#[inline]
pub(crate) fn lengths_at(first: [u8; 4]) -> usize {
    (u32::from_le_bytes(first).wrapping_mul(0x9e37_79b1) >> 19) as usize
}

/// The bit of a length in an entry; none for shorter words.
pub(crate) fn length_bit(length: usize) -> u16 {
    (length as u32)
        .checked_sub(SHORTEST)
        .map_or(0, |bit| 1 << bit.min(u16::BITS - 1))
}

/// The lengths that an entry tells, one bit each.
#[inline]
pub(crate) fn lengths_in(entry: u16) -> u32 {
    // The last bit stands for itself and all that lie above it.
    ((i32::from(entry.cast_signed())) << SHORTEST).cast_unsigned()
}

/// Entries of the table of words that must be looked at: a word has two of the 64 bits of one.
pub(crate) const NOTED: usize = 1 << 11;
/// Bytes of an entry.
pub(crate) const NOTE: usize = 8;

/// Entry of a word in the table of words that must be looked at, by its hash with the seed 0, and its bits there.
#[inline]
pub(crate) fn noted(hash: u64) -> (usize, [u32; 2]) {
    let bit = |at: u32| (hash >> at) as u32 % u64::BITS;
    ((hash >> 53) as usize, [bit(47), bit(41)])
}

/// Words of the longest phrase that may matter.
pub(crate) const LONGEST: usize = 8;

/// Bytes of the table of pairs: one bit for each value of a hash of two lemmas.
pub(crate) const PAIRS: usize = (1 << 16) / 8;

/// In place of a lemma in the table of pairs: any number.
pub(crate) const NUMBER: u32 = NONE - 1;

/// Places of two lemmas side by side in the table of pairs: bytes and bits, all of which are set for such as stand there;
/// [`NUMBER`] stands behind a word that may introduce a number, and before one that may agree to it.
pub(crate) fn pair(first: u32, second: u32) -> [(usize, u8); 2] {
    let both = u64::from(first) << 32 | u64::from(second);
    let mixed = both.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    [mixed >> 48, mixed >> 32 & 0xffff].map(|bit| ((bit / 8) as usize, 1 << (bit % 8)))
}
