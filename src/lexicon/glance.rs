//! A first look at a post: whether any word in it could matter.
//!
//! Most posts are about other things than elections. The compiler gives every phrase that names somebody, speaks of an
//! election or tells of an act one word as its key. Where no word of a post is the key of a phrase whose next word stands
//! beside it, and nothing in the post is a number, a tag or a disguise, no such phrase occurs, and nothing needs to be read
//! more closely.

use super::Knowledge;
use super::lexeme::Lexemes;
use super::normal::{GLUED, emoji, stems};
use super::seen::{Seen, trait_of};
use crate::source::letters::{Letters, hash};
use crate::span::Span;
use crate::token::{Document, TokenKind};

/// Whether a word is written in capitals, or in a way of which that is not told.
fn is_shouted(document: &Document, place: Span, post: &str) -> bool {
    let written = document.place(place, post).of(post);
    written.chars().skip(1).any(char::is_uppercase)
}

/// Whether a word of plain letters, in whatever spelling, shows at once that it is no key and stands for no several words.
#[inline]
fn is_passed_over(knowledge: &Knowledge, word: &[u8]) -> bool {
    let letters = Letters::of(word);
    let is_noted = |hash: u64| knowledge.base().is_noted(hash);
    knowledge.extra().is_none()
        && letters.are_single(word.len())
        && !is_noted(letters.hash(word, 0))
        && !stems(word).any(|(stem, _)| is_noted(hash(stem, 0)))
        // Longer words nobody knows may hold names.
        && (word.len() < GLUED || knowledge.form_of(word).is_some())
}

impl Lexemes {
    /// Whether nothing in a folded post could matter; a *no* means that it must be read.
    ///
    /// # Complexity
    /// Linear in the post.
    pub(crate) fn is_empty_of_matter(
        &mut self,
        knowledge: &Knowledge,
        document: &Document,
        post: &str,
    ) -> bool {
        let text = document.folded();
        let mut pieces = document.pieces();
        let mut before = Seen::UNKNOWN;
        // The word before, where it was passed over.
        let mut passed = None;
        loop {
            let place;
            let seen = if let Some((start, end)) = pieces.next_simple() {
                place = Span::new(start, end);
                let word = place.of(text);
                if before.is_nothing() && is_passed_over(knowledge, word.as_bytes()) {
                    passed = Some(word);
                    continue;
                }
                self.seen(knowledge, word)
            } else if let Some(piece) = pieces.next_plain() {
                place = Span::new(piece.start, piece.end);
                let word = place.of(text);
                match piece.kind {
                    TokenKind::Word | TokenKind::Repost => self.marked(knowledge, word),
                    TokenKind::Number => {
                        let seen = Seen::of_form(knowledge, knowledge.form(word));
                        seen.counting(document.shape(piece))
                    }
                    TokenKind::Mention => Seen::of_form(knowledge, knowledge.form(word)),
                    TokenKind::Emoji => Seen::of_form(knowledge, emoji(knowledge, word)),
                    TokenKind::Hashtag => Seen::MATTER,
                    // What is no word parts no words.
                    _ => continue,
                }
            } else {
                return true;
            };
            if seen.is(trait_of::CAPITALS) && is_shouted(document, place, post) {
                return false;
            }
            // What was passed over may still stand beside a key.
            if let Some(word) = passed.take() {
                before = if seen.is_nothing() {
                    Seen::UNKNOWN
                } else {
                    self.seen(knowledge, word)
                };
            }
            if seen.may_matter(knowledge, before) {
                return false;
            }
            before = seen;
        }
    }
}
