//! A first look at a post: whether any word in it could matter.
//!
//! Most posts are about other things than elections. The compiler gives every phrase that names somebody, speaks of an
//! election or tells of an act one word as its key. Where no word of a post is the key of a phrase whose next word stands
//! beside it, and nothing in the post is a number, a tag or a disguise, no such phrase occurs, and nothing needs to be read
//! more closely.

use super::Knowledge;
use super::lexeme::Lexemes;
use super::normal::{GLUED, emoji, is_plain, may_end_with_clitic, stems};
use super::seen::{Seen, trait_of};
use crate::source::layout;
use crate::source::letters::{Letters, hash};
use crate::span::Span;
use crate::token::{Document, TokenKind};

/// Whether a word is written in capitals, or in a way of which that is not told.
fn is_shouted(document: &Document, place: Span, post: &str) -> bool {
    let written = document.place(place, post).of(post);
    written.chars().skip(1).any(char::is_uppercase)
}

/// The words that show at once that they are no keys and stand for no others.
struct Passing<'k> {
    knowledge: &'k Knowledge,
    /// See [`Section::Noted`](crate::source::layout::Section::Noted).
    noted: &'k [u8],
    /// Words of the user are not told by the table.
    all: bool,
}

impl<'k> Passing<'k> {
    fn of(knowledge: &'k Knowledge) -> Self {
        Self {
            knowledge,
            noted: knowledge.base().noted(),
            all: knowledge.extra().is_none(),
        }
    }

    fn is_noted(&self, hash: u64) -> bool {
        let has = |(at, bit): (usize, u8)| self.noted.get(at).is_none_or(|byte| byte & bit != 0);
        layout::noted(hash).into_iter().all(has)
    }

    /// Whether a word of small letters, none twice in a row, may be passed over.
    #[expect(
        clippy::inline_always,
        reason = "a call costs as much as the answer for most words"
    )]
    #[inline(always)]
    fn passes(&self, text: &[u8], start: usize, end: usize) -> bool {
        let word = text.get(start..end).unwrap_or(&[]);
        !self.is_noted(Letters::within(text, start, end).hash(word, 0))
            && !(may_end_with_clitic(word) && stems(word).any(|(stem, _)| self.is_noted(hash(stem, 0))))
            // Longer words nobody knows may hold names.
            && (word.len() < GLUED || self.knowledge.form_of(word).is_some())
    }
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
        let folded = text.as_bytes();
        let passing = Passing::of(knowledge);
        let mut pieces = document.pieces();
        let mut before = Seen::UNKNOWN;
        // The word before, where it was passed over.
        let mut passed = None;
        loop {
            let place;
            let seen = if passing.all
                && let Some((start, end)) = pieces.next_single()
            {
                place = Span::new(start, end);
                if before.is_nothing() && passing.passes(folded, start, end) {
                    passed = Some(place);
                    continue;
                }
                self.seen(knowledge, place.of(text), true)
            } else if let Some((start, end)) = pieces.next_simple() {
                place = Span::new(start, end);
                self.seen(knowledge, place.of(text), true)
            } else if let Some(piece) = pieces.next_plain() {
                place = Span::new(piece.start, piece.end);
                let word = place.of(text);
                match piece.kind {
                    TokenKind::Word | TokenKind::Repost => {
                        self.seen(knowledge, word, is_plain(word))
                    }
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
                    self.seen(knowledge, word.of(text), true)
                };
            }
            if seen.may_matter(knowledge, before) {
                return false;
            }
            before = seen;
        }
    }
}
