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
#[derive(Debug, Clone, Copy)]
struct Seen {
    /// Its lemma, `layout::NONE` where nobody knows it.
    lemma: u32,
    /// It may be the key of a phrase.
    key: bool,
    /// It is a number.
    number: bool,
    /// It stands for several words.
    several: bool,
    /// It must be read.
    matters: bool,
}

impl Seen {
    const UNKNOWN: Self = Self {
        lemma: layout::NONE,
        key: false,
        number: false,
        several: false,
        matters: false,
    };
    const MATTER: Self = Self {
        matters: true,
        ..Self::UNKNOWN
    };

    fn is_known(self) -> bool {
        self.lemma != layout::NONE
    }
}

/// Whether two words, or the second by itself, may belong to a phrase that matters.
fn may_matter(knowledge: &Knowledge, before: Seen, seen: Seen) -> bool {
    let pair = |first, second| knowledge.base().may_be_pair(first, second);
    let weighs = |seen: Seen| seen.key || seen.number;
    seen.matters
        || seen.key && pair(seen.lemma, layout::NONE)
        || before.several && weighs(seen)
        || seen.several && weighs(before)
        || (before.key || seen.key)
            && before.is_known()
            && seen.is_known()
            && pair(before.lemma, seen.lemma)
        || seen.number && before.is_known() && pair(before.lemma, layout::NUMBER)
        || before.number && seen.is_known() && pair(layout::NUMBER, seen.lemma)
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
        let mut before = Seen::UNKNOWN;
        loop {
            let seen = if let Some((start, end)) = pieces.next_simple() {
                self.seen(knowledge, folded.get(start..end).unwrap_or(&[]))
            } else if let Some(piece) = pieces.next_plain() {
                let word = folded.get(piece.start..piece.end).unwrap_or(&[]);
                match piece.kind {
                    TokenKind::Word | TokenKind::Repost => self.marked(knowledge, word),
                    TokenKind::Number => {
                        let shape = document.shape(piece);
                        Seen {
                            number: matches!(shape, NumberShape::Small(_)),
                            matters: matches!(shape, NumberShape::Padded(_)),
                            ..of_form(knowledge, knowledge.form_of(word))
                        }
                    }
                    TokenKind::Mention => of_form(knowledge, knowledge.form_of(word)),
                    TokenKind::Emoji => {
                        let word = text.get(piece.start..piece.end).unwrap_or("");
                        of_form(knowledge, emoji(knowledge, word))
                    }
                    TokenKind::Hashtag => Seen::MATTER,
                    // What is no word parts no words.
                    _ => continue,
                }
            } else {
                return true;
            };
            if may_matter(knowledge, before, seen) {
                return false;
            }
            before = seen;
        }
    }

    /// A word that may hold marks.
    fn marked(&mut self, knowledge: &Knowledge, word: &[u8]) -> Seen {
        if word.iter().all(u8::is_ascii_alphanumeric) {
            return self.seen(knowledge, word);
        }
        let dropped = |byte: &u8| matches!(byte, b'\'' | b'`' | b'_');
        if !word
            .iter()
            .all(|byte| byte.is_ascii_alphanumeric() || dropped(byte))
        {
            return Seen::MATTER;
        }
        let mut plain = std::mem::take(&mut self.word);
        plain.clear();
        plain.extend(
            word.iter()
                .filter(|byte| !dropped(byte))
                .map(|byte| char::from(*byte)),
        );
        let seen = self.seen(knowledge, plain.as_bytes());
        self.word = plain;
        seen
    }

    /// A word of plain letters and digits, in whatever spelling.
    fn seen(&mut self, knowledge: &Knowledge, word: &[u8]) -> Seen {
        let form = knowledge.form_of(word);
        if form.is_some() {
            return of_form(knowledge, form);
        }
        if word.iter().any(u8::is_ascii_digit) {
            return self.doubled(knowledge, word);
        }
        let word = std::str::from_utf8(word).unwrap_or("");
        match known(knowledge, word, &mut self.spare) {
            Some((form, _)) => of_form(knowledge, Some(form)),
            None if word.len() >= GLUED && knowledge.holds_name(word, WORD) => Seen::MATTER,
            None => Seen::UNKNOWN,
        }
    }

    /// A word that a digit doubles, as in `teman2`; any other with digits must be read.
    fn doubled(&mut self, knowledge: &Knowledge, word: &[u8]) -> Seen {
        let Some((b'2', stem)) = word.split_last() else {
            return Seen::MATTER;
        };
        if stem.iter().any(u8::is_ascii_digit) {
            return Seen::MATTER;
        }
        let stem = std::str::from_utf8(stem).unwrap_or("");
        let Some((form, _)) = known(knowledge, stem, &mut self.spare) else {
            return Seen::MATTER;
        };
        let seen = of_form(knowledge, Some(form));
        let number = Seen {
            number: true,
            ..Seen::UNKNOWN
        };
        Seen {
            // Behind names and words that introduce numbers it is one.
            matters: seen.matters || seen.key || may_matter(knowledge, seen, number),
            ..seen
        }
    }
}

fn of_form(knowledge: &Knowledge, form: Option<u32>) -> Seen {
    let Some(form) = form else {
        return Seen::UNKNOWN;
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
        return Seen::MATTER;
    }
    let mut seen = Seen {
        lemma: entry.lemma,
        key: entry.flags & form::KEY != 0,
        ..Seen::UNKNOWN
    };
    if entry.flags & (form::VARIANT | form::PAIR) != 0 {
        // Another spelling of one word, or of several.
        let mut words = knowledge.standard(form);
        match (words.next(), words.next()) {
            (Some(word), None) if entry.flags & form::PAIR == 0 => {
                seen.lemma = knowledge.lemma(word);
            }
            _ => {
                seen.several = true;
                seen.matters = seen.key;
            }
        }
    }
    seen.number = seen.key && knowledge.base().may_be_pair(layout::NUMERAL, seen.lemma);
    seen
}
