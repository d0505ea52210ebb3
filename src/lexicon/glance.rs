//! A first look at a post: whether any word in it could matter.
//!
//! Most posts are about other things than elections. The compiler gives every phrase that names somebody, speaks of an
//! election or tells of an act one word as its key. Where no word of a post is the key of a phrase whose next word stands
//! beside it, and nothing in the post is a number, a tag or a disguise, no such phrase occurs, and nothing needs to be read
//! more closely.

use super::Knowledge;
use super::inside::WORD;
use super::lexeme::Lexemes;
use super::normal::{GLUED, emoji, known};
use crate::source::layout::{self, form};
use crate::token::{Document, NumberShape, TokenKind};

/// A word as far as phrases are concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Seen {
    /// Nobody knows it.
    Unknown,
    /// A word with this lemma that is no key.
    Word(u32),
    /// A word with this lemma that may be the key of a phrase.
    Key(u32),
    /// Several words, none of them a key.
    Several,
    /// It must be read.
    Matter,
}

/// What stands before the next word.
struct Glance<'k> {
    knowledge: &'k Knowledge,
    before: Seen,
}

impl Glance<'_> {
    /// Whether a word could matter beside the one before it.
    fn matters(&mut self, seen: Seen) -> bool {
        let pair = |first, second| self.knowledge.base().may_be_pair(first, second);
        let beside = match (self.before, seen) {
            (Seen::Key(first), Seen::Key(second) | Seen::Word(second))
            | (Seen::Word(first), Seen::Key(second)) => pair(first, second),
            (Seen::Key(_), Seen::Several) | (Seen::Several, Seen::Key(_)) => true,
            _ => false,
        };
        let alone = match seen {
            Seen::Matter => true,
            Seen::Key(lemma) => pair(lemma, layout::NONE),
            _ => false,
        };
        self.before = seen;
        beside || alone
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
    ) -> bool {
        let text = document.folded();
        let folded = text.as_bytes();
        let mut pieces = document.pieces();
        let mut glance = Glance {
            knowledge,
            before: Seen::Unknown,
        };
        loop {
            let seen = if let Some((start, end)) = pieces.next_simple() {
                self.seen(knowledge, folded.get(start..end).unwrap_or(&[]))
            } else if let Some(piece) = pieces.next_plain() {
                let word = folded.get(piece.start..piece.end).unwrap_or(&[]);
                match piece.kind {
                    TokenKind::Word | TokenKind::Repost
                        if word.iter().all(u8::is_ascii_alphanumeric) =>
                    {
                        self.seen(knowledge, word)
                    }
                    TokenKind::Number if !matters(document.shape(piece)) => {
                        of_form(knowledge, knowledge.form_of(word))
                    }
                    TokenKind::Emoji => {
                        let word = text.get(piece.start..piece.end).unwrap_or("");
                        of_form(knowledge, emoji(knowledge, word))
                    }
                    TokenKind::Mention => of_form(knowledge, knowledge.form_of(word)),
                    TokenKind::Word
                    | TokenKind::Repost
                    | TokenKind::Number
                    | TokenKind::Hashtag => Seen::Matter,
                    // What is no word parts no words.
                    _ => continue,
                }
            } else {
                return true;
            };
            if glance.matters(seen) {
                return false;
            }
        }
    }

    /// A word of plain letters and digits, in whatever spelling.
    fn seen(&mut self, knowledge: &Knowledge, word: &[u8]) -> Seen {
        let form = knowledge.form_of(word);
        if form.is_some() {
            return of_form(knowledge, form);
        }
        if word.iter().any(u8::is_ascii_digit) {
            return Seen::Matter;
        }
        let word = std::str::from_utf8(word).unwrap_or("");
        match known(knowledge, word, &mut self.spare) {
            Some((form, _)) => of_form(knowledge, Some(form)),
            None if word.len() >= GLUED && knowledge.holds_name(word, WORD) => Seen::Matter,
            None => Seen::Unknown,
        }
    }
}

fn of_form(knowledge: &Knowledge, form: Option<u32>) -> Seen {
    let Some(form) = form else {
        return Seen::Unknown;
    };
    let entry = knowledge.entry(form);
    // Words of the user, and keys of their phrases, are always read.
    if let Some(extra) = knowledge.extra()
        && (form >= extra.base()
            || extra.is_foreign_key(entry.lemma)
            || knowledge
                .standard(form)
                .any(|form| extra.is_foreign_key(knowledge.lemma(form))))
    {
        return Seen::Matter;
    }
    let key = entry.flags & form::KEY != 0;
    if entry.flags & (form::VARIANT | form::PAIR) == 0 {
        return if key {
            Seen::Key(entry.lemma)
        } else {
            Seen::Word(entry.lemma)
        };
    }
    // Another spelling of one word, or of several.
    let mut words = knowledge.standard(form);
    match (words.next(), words.next()) {
        (Some(word), None) if entry.flags & form::PAIR == 0 => {
            let lemma = knowledge.lemma(word);
            if key {
                Seen::Key(lemma)
            } else {
                Seen::Word(lemma)
            }
        }
        _ if key => Seen::Matter,
        _ => Seen::Several,
    }
}

/// Whether a number may be a ballot number.
fn matters(shape: NumberShape) -> bool {
    matches!(shape, NumberShape::Small(_) | NumberShape::Padded(_))
}
