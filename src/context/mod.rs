//! What the words around a hit do to it: negation, prohibition, quotation, report, question, condition.
//!
//! Enters: the tokens, lexemes, hits and places of a post. Leaves: a set of [`flag`]s for each lexeme and the [`Voice`] of the post.
//! Cues are data (`context/cues.tsv`); scopes are computed here and end where their clause, their sentence or a *but* ends.

mod cue;
pub(crate) mod flag;
mod sign;
mod voice;

pub(crate) use voice::Voice;

use crate::lexicon::Lexeme;
use crate::matching::{Hit, Place, Places};
use crate::token::Document;

/// What context is read from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Words<'w> {
    pub(crate) document: &'w Document,
    pub(crate) lexemes: &'w [Lexeme],
    pub(crate) hits: &'w [Hit],
    pub(crate) places: &'w Places,
}

impl Words<'_> {
    /// The lexemes and what stands at each.
    fn all(&self) -> impl Iterator<Item = (&Lexeme, &Place)> {
        self.lexemes.iter().zip(self.places.lexemes())
    }

    /// The first lexeme of a clause, and the one behind its last.
    fn of_clause(&self, clause: u32) -> (usize, usize) {
        self.range(|lexeme| lexeme.clause, clause)
    }

    /// The first lexeme of a sentence, and the one behind its last.
    fn of_sentence(&self, sentence: u32) -> (usize, usize) {
        self.range(|lexeme| lexeme.sentence, sentence)
    }

    fn range(&self, key: impl Fn(&Lexeme) -> u32, value: u32) -> (usize, usize) {
        (
            self.lexemes.partition_point(|lexeme| key(lexeme) < value),
            self.lexemes.partition_point(|lexeme| key(lexeme) <= value),
        )
    }
}

/// Flags of each lexeme; the buffer is reused.
#[derive(Debug, Clone, Default)]
pub(crate) struct Context {
    flags: Vec<u16>,
    /// Flags of the whole post.
    whole: u16,
    /// Flags that any lexeme carries.
    some: u16,
    /// Flags of the sentences that ask.
    questions: Vec<u16>,
}

impl Context {
    /// Flags of a lexeme.
    pub(crate) fn at(&self, lexeme: u32) -> u16 {
        self.flags.get(lexeme as usize).copied().unwrap_or(0) | self.whole
    }

    /// Flags that hold for a whole hit: those of its first word.
    pub(crate) fn of(&self, hit: &Hit) -> u16 {
        self.at(hit.first)
    }

    /// Whether any lexeme carries one of these flags.
    pub(crate) fn any(&self, flags: u16) -> bool {
        (self.whole | self.some) & flags != 0
    }

    /// Computes all flags.
    pub(crate) fn read(&mut self, words: Words<'_>) {
        self.flags.clear();
        self.flags.resize(words.lexemes.len(), 0);
        (self.whole, self.some) = (0, 0);
        self.questions.clear();
        // Cues of a question ask whether its mark stands there.
        if sign::speaks(words.document) {
            self.read_signs(words);
        }
        if words.places.post().is_cued() {
            self.read_cues(words);
        }
    }

    /// Whether a sentence ends with a question mark.
    fn asks(&self, sentence: u32) -> bool {
        self.questions
            .get(sentence as usize)
            .is_some_and(|asked| asked & flag::QUESTION != 0)
    }

    /// Gives the lexemes from one to another flags.
    fn mark(&mut self, from: usize, to: usize, value: u16) {
        for flags in self.flags.get_mut(from..to).unwrap_or_default() {
            *flags |= value;
            self.some |= value;
        }
    }
}
