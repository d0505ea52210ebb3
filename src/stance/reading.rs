//! What the stance of a post is judged from, and what every look around a hit begins with.

use crate::context::{Context, Voice};
use crate::lexicon::{Knowledge, Lexeme, mark};
use crate::matching::{Classes, Code, Hit, Place, Places};
use crate::source::class::Class;
use crate::source::weight::{Factor, Of};

/// Everything the stance of a post is judged from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reading<'r> {
    pub(crate) knowledge: &'r Knowledge,
    pub(crate) lexemes: &'r [Lexeme],
    pub(crate) hits: &'r [Hit],
    /// What of the hits stands where.
    pub(crate) places: &'r Places,
    pub(crate) codes: &'r [Code],
    pub(crate) context: &'r Context,
    pub(crate) voice: Voice,
    /// Contest to which numbers belong, if it is known.
    pub(crate) contest: Option<&'r str>,
}

impl<'r> Reading<'r> {
    /// A weight of the score.
    pub(super) fn weight(&self, factor: Factor) -> i32 {
        self.knowledge.weight(Of::Factor(factor))
    }

    /// Whether the class of a hit speaks against somebody.
    pub(super) fn is_against(&self, hit: &Hit) -> bool {
        hit.class()
            .is_some_and(|class| self.knowledge.weight(Of::Class(class)) < 0)
    }

    /// Whether a term of a class stands anywhere in the post.
    pub(super) fn has(&self, class: Class) -> bool {
        self.places.post().has(class)
    }

    /// Whether a term of one of some classes stands anywhere in the post.
    pub(super) fn has_any(&self, classes: Classes) -> bool {
        self.places.post().any(classes)
    }

    /// The hits that hold a lexeme.
    pub(super) fn at(&self, lexeme: u32) -> &'r [Hit] {
        self.places.lexeme(lexeme).hits(self.hits)
    }

    /// Whether a term of a class holds a lexeme.
    pub(super) fn is_at(&self, lexeme: u32, class: Class) -> bool {
        self.places.lexeme(lexeme).has(class)
    }

    /// Whether a term of one of some classes holds a lexeme.
    pub(super) fn is_any_at(&self, lexeme: u32, classes: Classes) -> bool {
        self.places.lexeme(lexeme).any(classes)
    }

    /// The token a lexeme is of; lexemes of one hashtag share theirs.
    pub(super) fn token(&self, lexeme: u32) -> Option<u32> {
        let lexeme = self.lexemes.get(lexeme as usize);
        lexeme.map(|lexeme| lexeme.token)
    }

    /// Whether a lexeme stands in a hashtag.
    pub(super) fn is_tagged(&self, lexeme: u32) -> bool {
        let lexeme = self.lexemes.get(lexeme as usize);
        lexeme.is_some_and(|lexeme| lexeme.is(mark::TAG))
    }

    /// Whether a lexeme by itself is a term of a class, whatever phrase uses it up.
    pub(super) fn means(&self, lexeme: u32, class: Class) -> bool {
        let lexeme = self.lexemes.get(lexeme as usize);
        lexeme.is_some_and(|lexeme| self.knowledge.means(lexeme.lemma, class))
    }

    /// Whether a lexeme is a word, as it stands or in one of its forms and spellings.
    pub(super) fn is_word(&self, lexeme: u32, word: &str) -> bool {
        let lexeme = self.lexemes.get(lexeme as usize);
        lexeme.is_some_and(|lexeme| Some(lexeme.lemma) == self.knowledge.lemma_of(word))
    }

    /// Whether a lexeme is one of some words.
    #[cold]
    pub(super) fn is_any_word(&self, lexeme: u32, words: &[&str]) -> bool {
        words.iter().any(|word| self.is_word(lexeme, word))
    }

    /// Whether a lexeme tells for whom something is.
    pub(super) fn is_for(&self, lexeme: u32) -> bool {
        self.is_any_word(lexeme, &["buat", "untuk", "demi"])
    }

    /// The first lexeme of a clause.
    pub(super) fn begin_of(&self, clause: u32) -> u32 {
        self.lexemes
            .partition_point(|lexeme| lexeme.clause < clause) as u32
    }

    /// What stands right before a lexeme.
    pub(super) fn before(&self, lexeme: u32) -> &'r Place {
        // Nothing stands before the first lexeme, nor at one so far behind the last.
        self.places.lexeme(lexeme.wrapping_sub(1))
    }

    /// The hits of a clause.
    pub(super) fn in_clause(&self, clause: u32) -> &'r [Hit] {
        self.places.clause(clause).hits(self.hits)
    }

    /// The hits of a sentence.
    pub(super) fn in_sentence(&self, sentence: u32) -> &'r [Hit] {
        self.places.sentence(sentence).hits(self.hits)
    }
}

/// Classes of deeds, whose verb form tells who does them.
pub(super) fn is_deed(class: Class) -> bool {
    matches!(class, Class::Vote | Class::Support | Class::Reject)
}
