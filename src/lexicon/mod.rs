//! What words are: compiled tables, read where they lie, and the spelling of a token led to the word it means.
//!
//! Enters: compiled bytes and tokens. Leaves: [`Lexeme`]s, words with their lemma. What a word does in a post is not
//! decided here.

mod affix;
mod around;
mod catalogue;
mod digits;
mod election;
mod glance;
mod inside;
mod lexeme;
mod normal;
mod seen;
mod sound;
mod split;
mod standard;
mod table;

use std::sync::Arc;

use affix::bits;
pub(crate) use around::Around;
pub(crate) use election::add_election;
pub(crate) use glance::{Glance, Stretch, Suspect};
pub(crate) use lexeme::{Lexeme, Lexemes, mark};
pub(crate) use split::Splitter;
pub use standard::{Certainty, Change};
pub(crate) use standard::{Draft, Speller, Steps};
pub(crate) use table::{Entry, Lexicon, Node, PlainEntry, SenseKind, TargetInfo};

use crate::source::class::{Class, Cue};
use crate::source::compile::Base;
use crate::source::layout;
use crate::source::weight::Of;

/// The compiled lexicon and the user's additions to it.
#[derive(Debug, Clone)]
pub(crate) struct Knowledge {
    base: Lexicon,
    extra: Option<Arc<Lexicon>>,
}

impl Knowledge {
    pub(crate) fn compiled() -> Self {
        Self {
            base: Lexicon::compiled(),
            extra: None,
        }
    }

    pub(crate) fn with(mut self, extra: Lexicon) -> Self {
        self.extra = Some(Arc::new(extra));
        self
    }

    pub(crate) fn base(&self) -> &Lexicon {
        &self.base
    }

    pub(crate) fn extra(&self) -> Option<&Lexicon> {
        self.extra.as_deref()
    }

    fn owner(&self, form: u32) -> &Lexicon {
        match &self.extra {
            Some(extra) if form >= extra.base() => extra,
            _ => &self.base,
        }
    }

    pub(crate) fn form(&self, word: &str) -> Option<u32> {
        self.form_of(word.as_bytes())
    }

    /// Looks a word up.
    pub(crate) fn form_of(&self, word: &[u8]) -> Option<u32> {
        self.extra()
            .and_then(|extra| extra.form(word))
            .or_else(|| self.base.form(word))
    }

    /// Looks a word up that stands in a text: the same, sooner.
    #[inline]
    pub(crate) fn form_within(&self, text: &[u8], start: usize, end: usize) -> Option<u32> {
        if self.extra.is_some() {
            return self.form_of(text.get(start..end)?);
        }
        self.base.form_within(text, start, end)
    }

    /// At which lengths words may end that begin with these bytes, one bit each.
    pub(crate) fn lengths(&self, first: [u8; 4]) -> u32 {
        let own = self.extra().map_or(0, |extra| extra.lengths(first));
        self.base.lengths(first) | own
    }

    /// Whether a name of at least five letters lies in a word; most words are told by their beginnings.
    pub(crate) fn holds_name(&self, word: &str) -> bool {
        let word = word.as_bytes();
        let begins = |rest: &[u8]| {
            self.base.begins_name(rest) || self.extra().is_some_and(|extra| extra.begins_name(rest))
        };
        let is_name = |name: &[u8]| {
            self.form_of(name)
                .is_some_and(|form| self.flags(form) & layout::form::NAME != 0)
        };
        word.windows(layout::NAME).enumerate().any(|(at, _)| {
            let rest = word.get(at..).unwrap_or(&[]);
            begins(rest)
                && rest.first_chunk().is_some_and(|first| {
                    let within = (2 << rest.len().min(inside::WORD)) - (1 << 5);
                    bits(self.lengths(*first) & within)
                        .any(|end| rest.get(..end).is_some_and(is_name))
                })
        })
    }

    /// Whether a target is one of the user's.
    pub(crate) fn is_of_user(&self, target: u32) -> bool {
        target >= self.base.target_count()
    }

    /// Whether a lemma by itself is a term of a class, also where it stands in a longer one.
    pub(crate) fn means(&self, lemma: u32, class: Class) -> bool {
        self.base
            .senses_of(lemma)
            .any(|sense| sense.kind == SenseKind::Term(class))
    }

    /// The lemma of a word in standard spelling.
    pub(crate) fn lemma_of(&self, word: &str) -> Option<u32> {
        self.form_of(word.as_bytes()).map(|form| self.lemma(form))
    }

    /// Whether a lemma by itself is a cue of a category, also where it stands in a longer term.
    pub(crate) fn is_cue(&self, lemma: u32, wanted: Cue) -> bool {
        self.base.senses_of(lemma).any(
            |sense| matches!(sense.kind, SenseKind::Cue { category, .. } if category == wanted),
        )
    }

    /// What is known of a form; the state is that of the compiled phrases, of which a user's word begins none.
    pub(crate) fn entry(&self, form: u32) -> Entry {
        let mut entry = self.owner(form).form_entry(form);
        if form >= self.base.form_count() {
            entry.state = 0;
        }
        entry
    }

    /// What is known of a form that stands for itself: most of them, told sooner.
    #[inline]
    pub(crate) fn plain_entry(&self, form: u32) -> Option<PlainEntry> {
        if form >= self.base.form_count() {
            return None;
        }
        self.base.plain_entry(form)
    }

    pub(crate) fn flags(&self, form: u32) -> u16 {
        self.owner(form).form_flags(form)
    }

    /// Its flags and how common it is: sooner than all that is known of it.
    pub(crate) fn flags_and_band(&self, form: u32) -> (u16, u8) {
        self.owner(form).form_flags_and_band(form)
    }

    pub(crate) fn text(&self, form: u32) -> &str {
        self.owner(form).form_text(form)
    }

    pub(crate) fn band(&self, form: u32) -> u8 {
        self.flags_and_band(form).1
    }

    pub(crate) fn lemma(&self, form: u32) -> u32 {
        self.entry(form).lemma
    }

    pub(crate) fn standard(&self, form: u32) -> impl Iterator<Item = u32> + '_ {
        self.owner(form).form_standard(form)
    }

    /// The standard spellings of a form of which this is known.
    pub(crate) fn standards_of(&self, form: u32, entry: Entry) -> impl Iterator<Item = u32> + '_ {
        self.owner(form).standards(entry)
    }

    pub(crate) fn target(&self, index: u32) -> Option<TargetInfo<'_>> {
        self.base
            .target(index)
            .or_else(|| self.extra()?.target(index))
    }

    /// A weight of the score; the lexicon loaded last goes first.
    pub(crate) fn weight(&self, of: Of) -> i32 {
        self.extra()
            .and_then(|extra| extra.weight(of))
            .or_else(|| self.base.weight(of))
            .unwrap_or(0)
    }
}

impl Base for Knowledge {
    fn form_count(&self) -> u32 {
        self.base.form_count()
    }

    fn target_count(&self) -> u32 {
        self.base.target_count()
    }

    fn lemmas(&self, word: &str) -> Option<Vec<u32>> {
        let form = self.base.form(word.as_bytes())?;
        let lemma = |form: u32| self.base.form_entry(form).lemma;
        let variant = self.base.form_entry(form).flags & layout::form::VARIANT != 0;
        let standard: Vec<u32> = self
            .base
            .form_standard(form)
            .filter(|_| variant)
            .map(lemma)
            .collect();
        Some(if standard.is_empty() {
            vec![lemma(form)]
        } else {
            standard
        })
    }

    fn target(&self, id: &str) -> Option<u32> {
        (0..self.base.target_count()).find(|index| {
            self.base
                .target(*index)
                .is_some_and(|target| target.id() == id)
        })
    }
}
