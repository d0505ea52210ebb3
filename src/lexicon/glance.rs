//! A first look at a post: whether any word in it could matter.
//!
//! Most posts are about other things than elections. The compiler gives every phrase that names somebody, speaks of an
//! election or tells of an act one word as its key; where no word of a post is a key, and nothing in it is a number, a tag or
//! a disguise, no such phrase occurs, and nothing needs to be read more closely.

use super::Knowledge;
use super::inside::WORD;
use super::lexeme::Lexemes;
use super::normal::{GLUED, known};
use crate::token::{Document, NumberShape, TokenKind};

impl Lexemes {
    /// Whether nothing in a folded post could matter; a *no* means that it must be read.
    ///
    /// # Complexity
    /// Linear in the post.
    pub(crate) fn is_empty_of_matter(
        &mut self,
        knowledge: &Knowledge,
        document: &Document,
    ) -> bool {
        let folded = document.folded().as_bytes();
        let mut pieces = document.pieces();
        loop {
            if let Some((start, end)) = pieces.next_simple() {
                let word = folded.get(start..end).unwrap_or(&[]);
                if self.may_matter(knowledge, word) {
                    return false;
                }
            } else if let Some(piece) = pieces.next_plain() {
                let word = folded.get(piece.start..piece.end).unwrap_or(&[]);
                let matters = match piece.kind {
                    TokenKind::Word | TokenKind::Repost => {
                        !word.iter().all(u8::is_ascii_alphanumeric)
                            || self.may_matter(knowledge, word)
                    }
                    TokenKind::Number => matters(document.shape(piece)),
                    TokenKind::Hashtag | TokenKind::Emoji => true,
                    TokenKind::Mention => knowledge
                        .form_of(word)
                        .is_some_and(|form| knowledge.is_key(form)),
                    _ => false,
                };
                if matters {
                    return false;
                }
            } else {
                return true;
            }
        }
    }

    /// Whether a word of plain letters and digits is a key, in whatever spelling, or holds what must be read closely.
    fn may_matter(&mut self, knowledge: &Knowledge, word: &[u8]) -> bool {
        if let Some(form) = knowledge.form_of(word) {
            return knowledge.is_key(form);
        }
        if word.iter().any(u8::is_ascii_digit) {
            return true;
        }
        let word = std::str::from_utf8(word).unwrap_or("");
        match known(knowledge, word, &mut self.spare) {
            Some((form, _)) => knowledge.is_key(form),
            None => word.len() >= GLUED && knowledge.holds_name(word, WORD),
        }
    }
}

/// Whether a number may be a ballot number.
fn matters(shape: NumberShape) -> bool {
    matches!(shape, NumberShape::Small(_) | NumberShape::Padded(_))
}
