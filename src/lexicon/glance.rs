//! A first look at a post: whether any word in it could matter.
//!
//! Most posts are about other things than elections. The compiler gives every phrase that names somebody, speaks of an
//! election or tells of an act one word as its key. Where no word of a post is the key of a phrase whose next word stands
//! beside it, no such phrase occurs, and nothing needs to be read more closely. Where a key stands so, the words around it tell
//! whether the others of its phrase do; a hashtag that holds a key must come apart first.

use super::Knowledge;
use super::affix::bits;
use super::inside::WORD;
use super::lexeme::Lexemes;
use super::normal::{GLUED, clitics_at, emoji, is_plain, may_end_with_clitic, stems};
use super::seen::{Beside, Seen, trait_of};
use crate::source::layout;
use crate::source::letters::{Letters, WHOLE, hash};
use crate::span::Span;
use crate::token::{Document, Scanner, TokenKind};

/// Whether a word is written in capitals, or in a way of which that is not told.
fn is_shouted(document: &Document, place: Span, post: &str) -> bool {
    let written = document.place(place, post).of(post);
    written.chars().skip(1).any(char::is_uppercase)
}

/// The words that show at once that they are no keys and stand for no others.
struct Passing<'k> {
    knowledge: &'k Knowledge,
    /// See [`Section::Noted`](crate::source::layout::Section::Noted).
    noted: &'k [[u8; layout::NOTE]],
    /// The beginnings of names.
    names: &'k [u8; layout::BEGINNINGS],
    /// Words of the user are not told by the table.
    all: bool,
}

impl<'k> Passing<'k> {
    fn of(knowledge: &'k Knowledge) -> Self {
        let tables = knowledge.base().noted().zip(knowledge.base().names());
        let all = knowledge.extra().is_none() && tables.is_some();
        let (noted, names) = tables.unwrap_or((&[], &[0; layout::BEGINNINGS]));
        Self {
            knowledge,
            noted,
            names,
            all,
        }
    }

    #[inline]
    fn is_noted(&self, hash: u64) -> bool {
        let (entry, [first, second]) = layout::noted(hash);
        let entry = self.noted.get(entry).copied();
        let entry = u64::from_le_bytes(entry.unwrap_or([u8::MAX; layout::NOTE]));
        // Both bits at once: that only one is set nobody foresees.
        (entry >> first) & (entry >> second) & 1 != 0
    }

    /// Whether a word of small letters, none twice in a row, may be passed over.
    #[expect(
        clippy::inline_always,
        reason = "a call costs as much as the answer for most words"
    )]
    #[inline(always)]
    fn passes(&self, text: &[u8], start: usize, end: usize) -> bool {
        !self.is_word_noted(text, start, end)
            && (end - start < GLUED || self.passes_parts(text.get(start..end).unwrap_or(&[])))
    }

    /// Whether a word of small letters may be passed over, however they are repeated.
    #[inline(never)]
    fn passes_squeezed(&self, text: &[u8], start: usize, end: usize) -> bool {
        self.passes(text, start, end)
            && passes_reduced(text.get(start..end).unwrap_or(&[]), |buffer, length| {
                !self.is_word_noted(buffer, 0, length)
            })
    }

    /// Whether a word that stands in a text must be looked at, as it is or without a clitic.
    #[expect(clippy::inline_always, reason = "as above")]
    #[inline(always)]
    fn is_word_noted(&self, text: &[u8], start: usize, end: usize) -> bool {
        let length = end - start;
        let Some(letters) = Letters::whole(text, start, length) else {
            return self.is_long_noted(text.get(start..end).unwrap_or(&[]));
        };
        let noted = self.is_noted(letters.hash_of_whole(length, 0));
        // Neither answer is to be foreseen for one word in ten: one question is asked in place of two.
        noted | may_end_with_clitic(text, end, length)
            && (noted || self.is_stem_noted(text.get(start..end).unwrap_or(&[])))
    }

    /// The same of a word that is long or stands where the text ends.
    #[inline(never)]
    fn is_long_noted(&self, word: &[u8]) -> bool {
        self.is_noted(hash(word, 0)) || self.is_stem_noted(word)
    }

    /// Whether a word must be looked at where what it ends with is a clitic.
    #[inline(never)]
    fn is_stem_noted(&self, word: &[u8]) -> bool {
        stems(word).any(|(stem, _)| self.is_noted(hash(stem, 0)))
    }

    /// Whether a longer word comes to nothing where it is several words: one that nobody knows may hold names.
    #[inline(never)]
    fn passes_parts(&self, word: &[u8]) -> bool {
        let begins_name = |first: &[u8]| {
            let Some(first) = first.first_chunk() else {
                return true;
            };
            let (at, bit) = layout::name_of(*first);
            self.names.get(at).is_none_or(|byte| byte & bit != 0)
        };
        !word.windows(layout::NAME).any(begins_name) || self.knowledge.form_of(word).is_some()
    }

    /// Whether a hashtag comes to nothing, wherever it may come apart and however its letters are repeated.
    fn passes_tag(&self, tag: &[u8]) -> bool {
        let tag = tag.get(1..).unwrap_or(&[]);
        self.all
            && tag.iter().all(u8::is_ascii_lowercase)
            && self.passes_inside(tag)
            && passes_reduced(tag, |buffer, length| {
                self.passes_inside(buffer.get(..length).unwrap_or(&[]))
            })
    }

    /// Whether no words inside a run of letters can be anything, alone or beside each other.
    fn passes_inside(&self, letters: &[u8]) -> bool {
        let whole = std::iter::once((0, letters.len()));
        let parts = (0..letters.len()).flat_map(|start| {
            let rest = letters.get(start..).unwrap_or(&[]);
            let mut first = [0; 4];
            first
                .iter_mut()
                .zip(rest)
                .for_each(|(to, from)| *to = *from);
            // Of words of one letter no length is told.
            let lengths = self.knowledge.lengths(first) | 1 << 1;
            let within = (2 << rest.len().min(WORD)) - 1;
            bits(lengths & within).map(move |length| (start, start + length))
        });
        whole.chain(parts).all(|(start, end)| {
            let word = letters.get(start..end).unwrap_or(&[]);
            !self.is_noted(hash(word, 0))
                || self
                    .seen_inside(word)
                    .is_none_or(|key| self.is_nothing_inside(letters, start, end, key))
        })
    }

    /// Whether a word inside a run of letters is nothing, nor with what may stand right before it or right behind it.
    fn is_nothing_inside(&self, letters: &[u8], start: usize, end: usize, key: Seen) -> bool {
        if key.is(trait_of::MATTER | trait_of::PHRASE | trait_of::CAPITALS) {
            return false;
        }
        let knowledge = self.knowledge;
        let is_nothing = |beside: Beside| beside == Beside::Nothing;
        let before = || {
            (start.saturating_sub(WORD)..start)
                .filter_map(|from| letters.get(from..start))
                .flat_map(|word| std::iter::once(word).chain(stems(word).map(|(stem, _)| stem)))
                .filter_map(|word| self.seen_inside(word))
        };
        let behind = || {
            std::iter::once(end)
                .chain(clitics_at(letters.get(end..).unwrap_or(&[])).map(|length| end + length))
                .flat_map(|from| {
                    (from + 1..=from + WORD).filter_map(move |to| letters.get(from..to))
                })
                .filter_map(|word| self.seen_inside(word))
        };
        (!key.is(trait_of::LOOKS_BACK)
            || before().all(|other| is_nothing(key.behind(knowledge, other))))
            && (!key.is(trait_of::LOOKS_ON)
                || behind().all(|other| is_nothing(other.behind(knowledge, key))))
    }

    fn seen_inside(&self, word: &[u8]) -> Option<Seen> {
        let form = self.knowledge.form_of(word)?;
        Some(Seen::of_form(self.knowledge, Some(form)))
    }
}

/// Whether letters pass with runs of a letter reduced to one, and longer runs to two; not where there are too many of them. What passes
/// stands at the beginning of a buffer.
fn passes_reduced(letters: &[u8], passes: impl Fn(&[u8], usize) -> bool) -> bool {
    if letters.len() > LETTERS {
        return false;
    }
    let mut buffer = [0; LETTERS + WHOLE];
    // How many of a letter stand in a row nobody foresees: no branch asks for it.
    let mut reduced = |most: usize| {
        let (mut last, mut run, mut length, mut longest) = (0, 0, 0, 0);
        for letter in letters {
            run = if *letter == last { run + 1 } else { 1 };
            last = *letter;
            longest = longest.max(run);
            if let Some(place) = buffer.get_mut(length) {
                *place = *letter;
            }
            length += usize::from(run <= most);
        }
        (length == letters.len() || passes(&buffer, length), longest)
    };
    let (passes, longest) = reduced(1);
    passes && (longest < 3 || reduced(2).0)
}

/// A stretch of a folded post, in bytes: where the words begin among which a phrase would begin, and where the last of them ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stretch {
    pub(crate) from: usize,
    pub(crate) to: usize,
}

/// What a glance is caught by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Suspect {
    /// What must be read.
    Matter,
    /// Two words of a phrase, or a word beside a number; of the others of the phrase nothing is known yet.
    Phrase(Stretch),
}

/// Letters of the longest word or hashtag of which repeated ones are reduced.
const LETTERS: usize = 64;

/// Words of the longest phrase that matters, but one.
pub(crate) const REACH: usize = layout::LONGEST - 1;

/// A glance over a folded post, from suspect to suspect: where there are none, nothing in it could matter.
pub(crate) struct Glance<'g> {
    passing: Passing<'g>,
    document: &'g Document,
    post: &'g str,
    pieces: Scanner<'g>,
    before: Seen,
    /// Where the word before begins and ends, where it was passed over.
    passed: Option<(usize, usize)>,
    /// Where the last words begin.
    recent: [usize; REACH + 1],
    words: usize,
}

/// Notes where a word begins.
#[inline]
fn note(recent: &mut [usize; REACH + 1], words: &mut usize, start: usize) {
    if let Some(place) = recent.get_mut(*words % (REACH + 1)) {
        *place = start;
    }
    *words += 1;
}

impl<'g> Glance<'g> {
    pub(crate) fn new(knowledge: &'g Knowledge, document: &'g Document, post: &'g str) -> Self {
        Self {
            passing: Passing::of(knowledge),
            document,
            post,
            pieces: document.pieces_from(0),
            before: Seen::UNKNOWN,
            passed: None,
            recent: [0; REACH + 1],
            words: 0,
        }
    }

    /// Where the word begins that stands as far before the last as a phrase reaches.
    fn reach(&self) -> usize {
        let oldest = if self.words > REACH {
            self.words % (REACH + 1)
        } else {
            0
        };
        self.recent.get(oldest).copied().unwrap_or(0)
    }

    /// Passes over words that come to nothing; gives back the first that may not, or may not behind the word before.
    #[inline(never)]
    fn pass(&mut self, text: &[u8]) -> Option<(usize, usize)> {
        let Self {
            passing,
            pieces,
            recent,
            words,
            passed,
            before,
            ..
        } = self;
        let may_pass = !before.is(trait_of::LOOKS_ON);
        pieces.pass_words(|start, end, single| {
            note(recent, words, start);
            let passes = may_pass
                && if single {
                    passing.passes(text, start, end)
                } else {
                    passing.passes_squeezed(text, start, end)
                };
            if passes {
                *passed = Some((start, end));
            }
            passes
        })
    }

    /// The next suspect.
    ///
    /// # Complexity
    /// Linear in the post, for all of them together.
    pub(crate) fn next(&mut self, lexemes: &mut Lexemes) -> Option<Suspect> {
        let knowledge = self.passing.knowledge;
        let (text, padded) = (self.document.folded(), self.document.padded());
        loop {
            let place;
            let seen = if self.passing.all
                && let Some((start, end)) = self.pass(padded)
            {
                place = Span::new(start, end);
                lexemes.seen(knowledge, place.of(text), true)
            } else {
                let piece = self.pieces.next_piece()?;
                place = Span::new(piece.start, piece.end);
                note(&mut self.recent, &mut self.words, piece.start);
                let word = place.of(text);
                match piece.kind {
                    TokenKind::Word
                        if self.passing.all
                            && !self.before.is(trait_of::LOOKS_ON)
                            && word.bytes().all(|byte| byte.is_ascii_lowercase())
                            && self.passing.passes_squeezed(padded, piece.start, piece.end) =>
                    {
                        self.passed = Some((piece.start, piece.end));
                        continue;
                    }
                    TokenKind::Word | TokenKind::Repost => {
                        lexemes.seen(knowledge, word, is_plain(word))
                    }
                    TokenKind::Number => {
                        let seen = Seen::of_form(knowledge, knowledge.form(word));
                        seen.counting(self.document.shape(piece))
                    }
                    TokenKind::Mention => Seen::of_form(knowledge, knowledge.form(word)),
                    TokenKind::Emoji => Seen::of_form(knowledge, emoji(knowledge, word)),
                    TokenKind::Hashtag if self.passing.passes_tag(word.as_bytes()) => Seen::UNKNOWN,
                    // What is inside is known once it has come apart.
                    TokenKind::Hashtag if self.passing.all => {
                        (self.before, self.passed) = (Seen::UNKNOWN, None);
                        return Some(Suspect::Phrase(Stretch {
                            from: piece.start,
                            to: piece.end,
                        }));
                    }
                    TokenKind::Hashtag => Seen::MATTER,
                    // What is no word parts no words.
                    _ => {
                        self.words -= 1;
                        continue;
                    }
                }
            };
            if seen.is(trait_of::CAPITALS) && is_shouted(self.document, place, self.post) {
                return Some(Suspect::Matter);
            }
            // What was passed over may still stand beside a key.
            if let Some((start, end)) = self.passed.take() {
                self.before = if seen.is(trait_of::LOOKS_BACK) {
                    lexemes.seen(knowledge, Span::new(start, end).of(text), true)
                } else {
                    Seen::UNKNOWN
                };
            }
            let beside = seen.behind(knowledge, self.before);
            self.before = seen;
            match beside {
                Beside::Nothing => {}
                Beside::Matter => return Some(Suspect::Matter),
                Beside::Phrase => {
                    return Some(Suspect::Phrase(Stretch {
                        from: self.reach(),
                        to: place.end(),
                    }));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_that_matters_is_too_long_to_be_found_in_a_hashtag() {
        let knowledge = Knowledge::compiled();
        let lexicon = knowledge.base();
        for form in 0..lexicon.form_count() {
            let word = lexicon.form_text(form);
            assert!(
                lexicon.glance(form) == 0 || word.chars().count() <= WORD,
                "{word}"
            );
        }
    }
}
