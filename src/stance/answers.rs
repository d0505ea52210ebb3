//! Names answered with *yes* and *no* in one breath: "NN yes, MM no".

use super::reading::Reading;
use super::side::Mention;
use crate::source::class::{Attitude, Class};

/// Where the name answered with *yes* and the one answered with *no* begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Answers {
    pub(super) yes: u32,
    pub(super) no: u32,
}

impl Answers {
    /// The answers of a post; nothing where not both are given, to two sides.
    pub(super) fn of(reading: &Reading<'_>, mentions: &[Mention]) -> Option<Self> {
        let [_, _, ..] = mentions else { return None };
        if !reading.has(Class::Assent) {
            return None;
        }
        let agreed = |mention: &&Mention| {
            mention.attitude != Attitude::Hostile && reading.is_at(mention.end, Class::Assent)
        };
        // "No 2" is a number.
        let counts = |mention: &Mention| {
            let counted = reading.lexemes.get(mention.end as usize + 1);
            counted.is_some_and(|counted| counted.number > 0)
        };
        let mut all = mentions.iter();
        let for_it = all.find(agreed)?;
        let no = reading.knowledge.lemma_of("no")?;
        let refused = |mention: &Mention| {
            let next = reading.lexemes.get(mention.end as usize);
            next.is_some_and(|next| next.lemma == no)
        };
        let against = mentions
            .iter()
            .find(|mention| mention.side != for_it.side && refused(mention) && !counts(mention))?;
        Some(Self {
            yes: for_it.first,
            no: against.first,
        })
    }
}
