//! What a cue or a sign says of the words in its scope: one bit each.

/// Not.
pub(crate) const NEGATED: u16 = 1;
/// Do not.
pub(crate) const FORBIDDEN: u16 = 2;
/// A rule forbids it.
pub(crate) const PROHIBITED: u16 = 4;
/// Between quotation marks.
pub(crate) const QUOTED: u16 = 8;
/// Somebody else's words or deeds.
pub(crate) const REPORTED: u16 = 16;
/// It is said.
pub(crate) const HEARSAY: u16 = 32;
/// In a question.
pub(crate) const QUESTION: u16 = 64;
/// Supposed.
pub(crate) const CONDITION: u16 = 128;
/// Long ago.
pub(crate) const PAST: u16 = 256;
/// Called untrue.
pub(crate) const DEBUNKED: u16 = 512;
/// A survey or a count.
pub(crate) const SURVEY: u16 = 1024;
/// All sides alike.
pub(crate) const BALANCED: u16 = 2048;
/// Strengthened.
pub(crate) const INTENSE: u16 = 4096;
/// Not meant.
pub(crate) const IRONIC: u16 = 8192;
/// The author says they take no side.
pub(crate) const DENIED: u16 = 16384;
/// Wondered at.
pub(crate) const DISMAYED: u16 = 32768;
/// Any of those by which words do not mean what they say, or are not the author's.
pub(crate) const TURNED: u16 =
    NEGATED | FORBIDDEN | PROHIBITED | QUOTED | REPORTED | HEARSAY | CONDITION;
/// Any of those by which words tell of a deed that is not done, or not the author's.
pub(crate) const NOT_DONE: u16 = TURNED | QUESTION | PAST | DEBUNKED | DENIED;
