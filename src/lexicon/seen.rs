//! A word at a glance: what of it could matter, without its place, its marks and its neighbours.

use super::digits::Mixed;
use super::lexeme::Lexemes;
use super::normal::Meaning;
use super::{Knowledge, Lexicon};
use crate::source::layout::{self, stands_for_others};
use crate::token::NumberShape;

/// What may be said of a word at a glance, one bit each.
pub(super) mod trait_of {
    pub(crate) use crate::source::layout::glance::{
        ALONE as MATTER, CAPITALS, KEY_FIRST, KEY_SECOND,
    };

    /// It begins with a number, or is one.
    pub(crate) const NUMBER_FIRST: u8 = 2;
    /// It ends with a number, or is one.
    pub(crate) const NUMBER_LAST: u8 = 4;
    /// In place of its lemma stands its form.
    pub(crate) const FORM: u8 = 32;
    /// It stands for words that may be a phrase.
    pub(crate) const PHRASE: u8 = 64;

    /// What stands before it tells whether it matters.
    pub(crate) const LOOKS_BACK: u8 = KEY_SECOND | NUMBER_FIRST;
    /// It tells whether what stands behind it matters.
    pub(crate) const LOOKS_ON: u8 = KEY_FIRST | NUMBER_LAST;
}

/// What a word beside another may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Beside {
    /// Nothing that matters.
    Nothing,
    /// Two words of a phrase, of which the others have not been looked for.
    Phrase,
    /// One that must be read.
    Matter,
}

/// A word as far as phrases are concerned.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seen {
    /// The lemmas of the first and the last word it stands for, `layout::NONE` where nobody knows it.
    first: u32,
    last: u32,
    /// See [`trait_of`].
    traits: u8,
}

impl Seen {
    pub(super) const UNKNOWN: Self = Self {
        first: layout::NONE,
        last: layout::NONE,
        traits: 0,
    };
    pub(super) const MATTER: Self = Self {
        traits: trait_of::MATTER,
        ..Self::UNKNOWN
    };

    pub(super) fn is(self, traits: u8) -> bool {
        self.traits & traits != 0
    }

    /// The same with what a number looks like.
    pub(super) fn counting(mut self, number: NumberShape) -> Self {
        self.traits |= match number {
            NumberShape::Small(_) | NumberShape::Parted(_) => {
                trait_of::NUMBER_FIRST | trait_of::NUMBER_LAST
            }
            NumberShape::Padded(_) => trait_of::MATTER,
            _ => 0,
        };
        self
    }

    fn lemma(self, knowledge: &Knowledge, lemma: u32) -> u32 {
        if !self.is(trait_of::FORM) || lemma == layout::NONE {
            return lemma;
        }
        let entry = knowledge.entry(lemma);
        if !stands_for_others(entry.flags) {
            return entry.lemma;
        }
        let meant = knowledge.standards_of(lemma, entry).next();
        meant.map_or(layout::NONE, |meant| knowledge.lemma(meant))
    }

    /// What this word, or this behind another, may be.
    #[inline]
    pub(super) fn behind(self, knowledge: &Knowledge, before: Self) -> Beside {
        if self.is(trait_of::MATTER) {
            Beside::Matter
        } else if (self.is(trait_of::LOOKS_BACK | trait_of::PHRASE)
            || before.is(trait_of::LOOKS_ON))
            && self.is_phrase(knowledge, before)
        {
            Beside::Phrase
        } else {
            Beside::Nothing
        }
    }

    fn is_phrase(self, knowledge: &Knowledge, before: Self) -> bool {
        use trait_of::{KEY_FIRST, KEY_SECOND, NUMBER_FIRST, NUMBER_LAST, PHRASE};
        // What nobody knows stands in no phrase.
        let first =
            || Some(before.lemma(knowledge, before.last)).filter(|first| *first != layout::NONE);
        let second =
            || Some(self.lemma(knowledge, self.first)).filter(|second| *second != layout::NONE);
        let is_pair = |first: u32, second: u32| knowledge.base().may_be_pair(first, second);
        self.is(PHRASE)
            || (before.is(KEY_FIRST) || self.is(KEY_SECOND))
                && first()
                    .is_some_and(|first| second().is_some_and(|second| is_pair(first, second)))
            || self.is(NUMBER_FIRST) && first().is_some_and(|first| is_pair(first, layout::NUMBER))
            || before.is(NUMBER_LAST)
                && second().is_some_and(|second| is_pair(layout::NUMBER, second))
    }

    /// What a known form shows.
    pub(super) fn of_form(knowledge: &Knowledge, found: Option<u32>) -> Self {
        let Some(found) = found else {
            return Self::UNKNOWN;
        };
        // Words of the user, and keys of their phrases, are always read.
        let extra = knowledge.extra();
        if extra.is_some_and(|extra| is_key_of(extra, knowledge, found)) {
            return Self::MATTER;
        }
        let traits = knowledge.base().glance(found);
        if traits & layout::glance::SEVERAL == 0 {
            return Self {
                first: found,
                last: found,
                traits: traits | trait_of::FORM,
            };
        }
        let mut seen: Option<Self> = None;
        let entry = knowledge.entry(found);
        for standard in knowledge.standards_of(found, entry) {
            let word = Self::of_lemma(knowledge, knowledge.lemma(standard));
            seen = Some(match seen {
                Some(before) => before.then(word, word.behind(knowledge, before)),
                None => word,
            });
        }
        seen.unwrap_or(Self::UNKNOWN)
    }

    /// What a word with digits shows.
    fn of_mixed(knowledge: &Knowledge, mixed: Mixed) -> Self {
        let of_form = |form| Self::of_form(knowledge, Some(form));
        let number = |shape| Self::UNKNOWN.counting(shape);
        match mixed {
            Mixed::Doubled { form, .. } | Mixed::Masked { form, number: None } => of_form(form),
            Mixed::Masked { .. }
            | Mixed::Nought(_)
            | Mixed::Behind {
                number: NumberShape::Small(_),
                ..
            } => Self::MATTER,
            Mixed::Behind {
                form,
                number: shape,
                ..
            } => of_form(form).then(number(shape), Beside::Nothing),
            Mixed::Before {
                form,
                number: shape,
                ..
            } => {
                let (number, word) = (number(shape), of_form(form));
                number.then(word, word.behind(knowledge, number))
            }
            Mixed::Other => Self::UNKNOWN,
        }
    }

    fn of_lemma(knowledge: &Knowledge, lemma: u32) -> Self {
        Self {
            first: lemma,
            last: lemma,
            traits: knowledge.base().glance(lemma),
        }
    }

    /// This word and another right behind it, as one, with what they are to each other.
    fn then(self, next: Self, beside: Beside) -> Self {
        let begins = self.traits & !trait_of::LOOKS_ON;
        let ends = next.traits & !trait_of::LOOKS_BACK;
        let both = match beside {
            Beside::Nothing => 0,
            Beside::Phrase => trait_of::PHRASE,
            Beside::Matter => trait_of::MATTER,
        };
        Self {
            first: self.first,
            last: next.last,
            traits: begins | ends | both,
        }
    }
}

/// Whether a word is one of the user's, or the key of a phrase of theirs.
fn is_key_of(extra: &Lexicon, knowledge: &Knowledge, form: u32) -> bool {
    form >= extra.base()
        || extra.is_foreign_key(knowledge.lemma(form))
        || knowledge
            .standard(form)
            .any(|form| extra.is_foreign_key(knowledge.lemma(form)))
}

impl Lexemes {
    /// A word in whatever spelling; a plain one holds nothing but letters and digits.
    pub(super) fn seen(&mut self, knowledge: &Knowledge, word: &str, plain: bool) -> Seen {
        match self.meaning(knowledge, word, plain).0 {
            Meaning::Known { form, .. } => Seen::of_form(knowledge, Some(form)),
            Meaning::Masked(form) => Seen::of_form(knowledge, form),
            Meaning::Mixed(mixed) => Seen::of_mixed(knowledge, mixed),
            Meaning::Glued if self.split.names(knowledge, word) => Seen::MATTER,
            Meaning::Apart if self.split.names(knowledge, &self.word) => Seen::MATTER,
            Meaning::Glued | Meaning::Apart | Meaning::Unknown => Seen::UNKNOWN,
        }
    }
}
