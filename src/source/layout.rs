//! The bytes of a compiled lexicon, written by `compile` and read in place by the lexicon room.
//!
//! All numbers are little-endian. The header holds, for every section, its offset and its length in records.

/// First bytes of a compiled lexicon.
pub(crate) const MAGIC: [u8; 4] = *b"NTRL";
/// Version of the layout; a reader refuses any other.
pub(crate) const VERSION: u32 = 2;
/// No record.
pub(crate) const NONE: u32 = u32::MAX;
/// No weight given.
pub(crate) const NO_WEIGHT: i32 = i32::MIN;

/// Sections, in the order of the header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(usize)]
pub(crate) enum Section {
    /// String pool, bytes.
    Strings,
    /// Word forms, see [`FORM`].
    Forms,
    /// Open-addressing table from the hash of a form to its index, `u32` slots.
    FormSlots,
    /// Lists of `u32`: standard spellings of a form.
    Lists,
    /// Phrase transitions, open addressing, see [`EDGE`].
    Edges,
    /// What ends at a state, see [`STATE`].
    States,
    /// Senses of terms, see [`SENSE`].
    Senses,
    /// Targets, see [`TARGET`].
    Targets,
    /// Ballot entries of targets, see [`BALLOT`].
    Ballots,
    /// Weights of the score, `i32`; [`NO_WEIGHT`] where the file gives none.
    Weights,
    /// Which four letters some word form begins with, one bit each, see [`beginning`].
    Beginnings,
}

/// Number of sections.
pub(crate) const SECTIONS: usize = 11;
/// Bytes of the header: magic, version, checksum, base forms, then offset and length a section.
pub(crate) const HEADER: usize = 16 + SECTIONS * 8;

/// Size of a form: string offset `u32`, string length `u8`, band `u8`, flags `u16`, lemma `u32`, list offset `u32`, list length `u8`, three bytes of padding.
pub(crate) const FORM: usize = 20;
/// Size of an edge: from-state `u32`, lemma `u32`, to-state `u32`.
pub(crate) const EDGE: usize = 12;
/// Size of a state: first sense `u32`, number of senses `u32`.
pub(crate) const STATE: usize = 8;
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
}

/// 64-bit FNV-1a: stable over machines and releases of the compiler.
pub(crate) fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// Bytes of the table of beginnings: one bit for each value of a hash of four letters.
pub(crate) const BEGINNINGS: usize = (1 << 16) / 8;

/// Place of the first four letters in the table of beginnings: byte and bit; nothing where there are fewer or one is no plain letter.
pub(crate) fn beginning(word: &[u8]) -> Option<(usize, u8)> {
    let first = word.first_chunk::<4>()?;
    if !first.iter().all(u8::is_ascii_lowercase) {
        return None;
    }
    let mixed = u32::from_le_bytes(*first).wrapping_mul(0x9e37_79b1) >> 16;
    Some(((mixed / 8) as usize, 1 << (mixed % 8)))
}

/// Hash of a phrase edge.
pub(crate) fn edge_hash(state: u32, lemma: u32) -> u64 {
    let key = (u64::from(state) << 32) | u64::from(lemma);
    let mixed = key.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed ^ (mixed >> 29)
}
