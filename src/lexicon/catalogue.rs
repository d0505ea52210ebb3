//! The phrases of a lexicon as words, for people to read.

use super::table::{Lexicon, Sense};
use crate::source::layout::{self, Section};

impl Lexicon {
    /// Every phrase with its meanings, in no order; reads the whole table. A user's phrases may be made of compiled words: `text` tells them.
    pub(crate) fn phrases<'l>(
        &'l self,
        text: impl Fn(u32) -> &'l str + 'l,
    ) -> impl Iterator<Item = (String, Vec<Sense>)> + 'l {
        let states = self.section(Section::States).1;
        let mut before = vec![None; states];
        for at in 0..self.section(Section::Edges).1 {
            let [from, lemma, to] =
                [0, 4, 8].map(|field| self.u32_at(Section::Edges, at, layout::EDGE, field));
            if let Some(slot) = before.get_mut(to as usize).filter(|_| to != layout::NONE) {
                *slot = Some((from, lemma));
            }
        }
        (0..states as u32)
            .filter(|state| self.has_senses(*state))
            .map(move |state| {
                let mut words = Vec::new();
                let mut at = state;
                while let Some((from, lemma)) = before.get(at as usize).copied().flatten() {
                    words.push(text(lemma));
                    at = from;
                }
                words.reverse();
                (words.join(" "), self.senses(state).collect())
            })
    }
}
