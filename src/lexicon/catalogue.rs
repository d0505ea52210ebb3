//! The phrases of a lexicon as words, for people to read.

use std::collections::BTreeMap;

use super::table::{Lexicon, Sense};
use crate::source::layout;

impl Lexicon {
    /// Every phrase with its meanings, in no order; reads the whole table. A user's phrases may be made of compiled words: `text` tells them.
    pub(crate) fn phrases<'l>(
        &'l self,
        text: impl Fn(u32) -> &'l str + 'l,
    ) -> impl Iterator<Item = (String, Vec<Sense>)> + 'l {
        let leading: BTreeMap<u32, u32> = self.leading().collect();
        // Branches are shared; each is walked from every phrase that goes on with it.
        let mut open = vec![(0, String::new())];
        std::iter::from_fn(move || {
            loop {
                let (state, words) = open.pop()?;
                let node = self.node(state);
                let (first, end) = node.children;
                open.extend((first..end).map(|next| {
                    let lemma = self.edge(next).or_else(|| leading.get(&next).copied());
                    let word = text(lemma.unwrap_or(layout::NONE));
                    let blank = if words.is_empty() { "" } else { " " };
                    (next, format!("{words}{blank}{word}"))
                }));
                if node.has_senses() {
                    return Some((words, self.senses(node).collect()));
                }
            }
        })
    }
}
