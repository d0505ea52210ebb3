//! The phrases of a lexicon as words, for people to read.

use super::table::{Lexicon, Sense};
use crate::source::layout::Section;

impl Lexicon {
    /// Every phrase with its meanings, in no order; reads the whole table. A user's phrases may be made of compiled words: `text` tells them.
    pub(crate) fn phrases<'l>(
        &'l self,
        text: impl Fn(u32) -> &'l str + 'l,
    ) -> impl Iterator<Item = (String, Vec<Sense>)> + 'l {
        let states = self.section(Section::Edges).1 as u32 + 1;
        let mut before = vec![0; states as usize];
        for state in 0..states {
            let (first, end) = self.node(state).children;
            for slot in before
                .get_mut(first as usize..end as usize)
                .unwrap_or_default()
            {
                *slot = state;
            }
        }
        (0..states)
            .filter(|state| self.node(*state).has_senses())
            .map(move |state| {
                let mut words = Vec::new();
                let mut at = state;
                while at > 0 {
                    words.push(text(self.edge(at)));
                    at = before.get(at as usize).copied().unwrap_or(0);
                }
                words.reverse();
                (words.join(" "), self.senses(self.node(state)).collect())
            })
    }
}
