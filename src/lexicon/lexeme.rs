//! Words as the lexicon knows them, in the order of the post.

use crate::span::Span;

/// What is known of a lexeme besides its lemma.
pub(crate) mod mark {
    /// Written in capitals.
    pub(crate) const CAPS: u32 = 1;
    /// Begins with a capital.
    pub(crate) const TITLE: u32 = 2;
    /// Letters were repeated for emphasis.
    pub(crate) const STRETCHED: u32 = 4;
    /// Doubled: `teman2`.
    pub(crate) const DOUBLED: u32 = 8;
    /// Carries -ku: mine.
    pub(crate) const MINE: u32 = 16;
    /// Carries -mu.
    pub(crate) const YOURS: u32 = 32;
    /// Carries -lah: a request.
    pub(crate) const REQUEST: u32 = 64;
    /// Stands in a hashtag.
    pub(crate) const TAG: u32 = 128;
    /// Is a mention.
    pub(crate) const HANDLE: u32 = 256;
    /// A number with a zero in front.
    pub(crate) const PADDED: u32 = 512;
    /// A keycap or an emoji.
    pub(crate) const EMOJI: u32 = 1024;
    /// A digit that stood for a letter inside a word.
    pub(crate) const INSIDE: u32 = 2048;
    /// A year.
    pub(crate) const YEAR: u32 = 4096;
    /// A number that is no ballot number: money, a date, a score.
    pub(crate) const AMOUNT: u32 = 8192;
    /// The digits stood at the end of a word: `paslon02`.
    pub(crate) const GLUED: u32 = 16384;
    /// Spelled informally.
    pub(crate) const SLANG: u32 = 32768;
    /// Carries -nya: of somebody or something.
    pub(crate) const ITS: u32 = 1 << 16;
    /// A year of history.
    pub(crate) const GONE: u32 = 1 << 17;
}

/// A word of the post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Lexeme {
    /// Its lemma, or `layout::NONE`.
    pub(crate) lemma: u32,
    /// Where the lemma leads from the beginning of a compiled phrase; 0 if nowhere.
    pub(crate) state: u32,
    /// Flags of its form, see `layout::form`.
    pub(crate) form: u16,
    /// See [`mark`].
    pub(crate) marks: u32,
    /// A number from 1 to 30, or 0.
    pub(crate) number: u8,
    /// Index of its token.
    pub(crate) token: u32,
    /// Clause and sentence of its token.
    pub(crate) clause: u32,
    pub(crate) sentence: u32,
    /// Place in the post.
    pub(crate) span: Span,
}

impl Lexeme {
    pub(crate) fn is(&self, marks: u32) -> bool {
        self.marks & marks != 0
    }
}

/// The words of a post; the buffer is reused.
#[derive(Debug, Clone, Default)]
pub(crate) struct Lexemes {
    pub(crate) all: Vec<Lexeme>,
    /// The form of each token that is a plain word known as it stands, else `layout::NONE`.
    pub(super) found: Vec<u32>,
    pub(super) word: String,
    pub(super) spare: String,
    pub(super) split: super::split::Splitter,
}
