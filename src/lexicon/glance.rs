//! A first look at a post: whether any word in it could matter.
//!
//! Most posts are about other things than elections. The compiler gives every phrase that names somebody, speaks of an
//! election or tells of an act one word as its key. Where no word of a post is the key of a phrase whose next word stands
//! beside it, and nothing in the post is a number, a tag or a disguise, no such phrase occurs, and nothing needs to be read
//! more closely.

use super::inside::WORD;
use super::lexeme::Lexemes;
use super::normal::{GLUED, emoji, known, stems};
use super::{Knowledge, Lexicon};
use crate::source::layout::{self, form};
use crate::source::letters::{Letters, hash};
use crate::span::Span;
use crate::token::{Document, NumberShape, TokenKind};

/// What may be said of a word at a glance, one bit each.
mod trait_of {
    /// It may be the key of a phrase.
    pub(super) const KEY: u8 = 1;
    /// It is a number.
    pub(super) const NUMBER: u8 = 2;
    /// It stands for several words.
    pub(super) const SEVERAL: u8 = 4;
    /// It must be read.
    pub(super) const MATTER: u8 = 8;
}

/// A word as far as phrases are concerned.
#[derive(Debug, Clone, Copy)]
struct Seen {
    /// Its form, `layout::NONE` where nobody knows it.
    form: u32,
    /// See [`trait_of`].
    traits: u8,
}

impl Seen {
    const UNKNOWN: Self = Self {
        form: layout::NONE,
        traits: 0,
    };
    const MATTER: Self = Self {
        form: layout::NONE,
        traits: trait_of::MATTER,
    };

    fn is(self, traits: u8) -> bool {
        self.traits & traits != 0
    }

    /// The lemma of a word that stands for one word.
    fn lemma(self, knowledge: &Knowledge) -> Option<u32> {
        if self.form == layout::NONE || self.is(trait_of::SEVERAL) {
            return None;
        }
        let flags = knowledge.flags(self.form);
        let standard = if flags & form::VARIANT == 0 {
            None
        } else {
            knowledge.standard(self.form).next()
        };
        Some(knowledge.lemma(standard.unwrap_or(self.form)))
    }
}

/// Whether two words, or the second by itself, may belong to a phrase that matters.
#[inline]
fn may_matter(knowledge: &Knowledge, before: Seen, seen: Seen) -> bool {
    before.traits | seen.traits != 0 && is_phrase(knowledge, before, seen)
}

fn is_phrase(knowledge: &Knowledge, before: Seen, seen: Seen) -> bool {
    use trait_of::{KEY, MATTER, NUMBER, SEVERAL};
    let pair = |first: Option<u32>, second: Option<u32>| {
        first
            .zip(second)
            .is_some_and(|(first, second)| knowledge.base().may_be_pair(first, second))
    };
    let (first, second) = (before.lemma(knowledge), seen.lemma(knowledge));
    seen.is(MATTER)
        || seen.is(KEY) && pair(second, Some(layout::NONE))
        || before.is(SEVERAL) && seen.is(KEY | NUMBER)
        || seen.is(SEVERAL) && before.is(KEY | NUMBER)
        || (before.is(KEY) || seen.is(KEY)) && pair(first, second)
        || seen.is(NUMBER) && pair(first, Some(layout::NUMBER))
        || before.is(NUMBER) && pair(Some(layout::NUMBER), second)
}

/// Whether an everyday word is a name because it stands in capitals.
fn is_shouted_name(
    knowledge: &Knowledge,
    document: &Document,
    seen: Seen,
    place: Span,
    post: &str,
) -> bool {
    let is_name = |lemma| knowledge.base().may_be_pair(layout::CAPITALS, lemma);
    seen.lemma(knowledge).is_some_and(is_name) && {
        let written = document.place(place, post).of(post);
        written.chars().skip(1).any(char::is_uppercase)
    }
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
        let folded = text.as_bytes();
        let mut pieces = document.pieces();
        let mut before = Seen::UNKNOWN;
        // The word before, where it was passed over.
        let mut passed = None;
        loop {
            let place;
            let seen = if let Some((start, end)) = pieces.next_simple() {
                place = Span::new(start, end);
                let word = folded.get(start..end).unwrap_or(&[]);
                if before.traits == 0 && is_passed_over(knowledge, word) {
                    passed = Some(word);
                    continue;
                }
                self.seen(knowledge, word)
            } else if let Some(piece) = pieces.next_plain() {
                place = Span::new(piece.start, piece.end);
                let word = folded.get(piece.start..piece.end).unwrap_or(&[]);
                match piece.kind {
                    TokenKind::Word | TokenKind::Repost => self.marked(knowledge, word),
                    TokenKind::Number => {
                        let mut seen = of_form(knowledge, knowledge.form_of(word));
                        seen.traits |= match document.shape(piece) {
                            NumberShape::Small(_) => trait_of::NUMBER,
                            NumberShape::Padded(_) => trait_of::MATTER,
                            _ => 0,
                        };
                        seen
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
            if seen.is(trait_of::KEY) && is_shouted_name(knowledge, document, seen, place, post) {
                return false;
            }
            // What was passed over may still stand beside a key.
            if let Some(word) = passed.take() {
                before = if seen.traits == 0 {
                    Seen::UNKNOWN
                } else {
                    self.seen(knowledge, word)
                };
            }
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
        let mut seen = of_form(knowledge, Some(form));
        let number = Seen {
            traits: trait_of::NUMBER,
            ..Seen::UNKNOWN
        };
        // Behind names and words that introduce numbers it is one.
        if seen.is(trait_of::MATTER | trait_of::KEY) || may_matter(knowledge, seen, number) {
            seen.traits |= trait_of::MATTER;
        }
        seen
    }
}

fn of_form(knowledge: &Knowledge, form: Option<u32>) -> Seen {
    let Some(form) = form else {
        return Seen::UNKNOWN;
    };
    let extra = knowledge.extra();
    let mut seen = Seen { form, traits: 0 };
    // Words of the user, and keys of their phrases, are always read.
    if extra.is_some_and(|extra| is_key_of(extra, knowledge, form)) {
        seen.traits = trait_of::MATTER;
        return seen;
    }
    let flags = knowledge.flags(form);
    if flags & (form::KEY | form::VARIANT | form::PAIR) == 0 {
        return seen;
    }
    // Another spelling may be one of several words.
    if flags & form::PAIR != 0
        || flags & form::VARIANT != 0 && knowledge.standard(form).nth(1).is_some()
    {
        seen.traits |= trait_of::SEVERAL;
    }
    if flags & form::KEY != 0 {
        seen.traits |= if seen.is(trait_of::SEVERAL) {
            trait_of::MATTER
        } else {
            trait_of::KEY
        };
        let numeral = seen
            .lemma(knowledge)
            .is_some_and(|lemma| knowledge.base().may_be_pair(layout::NUMERAL, lemma));
        seen.traits |= if numeral { trait_of::NUMBER } else { 0 };
    }
    seen
}

/// Whether a word is one of the user's, or the key of a phrase of theirs.
fn is_key_of(extra: &Lexicon, knowledge: &Knowledge, form: u32) -> bool {
    form >= extra.base()
        || extra.is_foreign_key(knowledge.lemma(form))
        || knowledge
            .standard(form)
            .any(|form| extra.is_foreign_key(knowledge.lemma(form)))
}
