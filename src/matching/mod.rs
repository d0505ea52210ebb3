//! Where the terms of the lexicon occur.
//!
//! Enters: lexemes. Leaves: [`Hit`]s, one a meaning, in the order of the post, [`Places`], what stands where, and [`Code`]s, numbers that
//! may be ballot numbers.
//! Matching is leftmost-longest over lemmas: at each word the longest phrase wins and its words are used up, so *pilih kasih*
//! hides *pilih*. A phrase lies within one clause and is either wholly inside a hashtag or wholly outside. Where a phrase has
//! several meanings each gives a hit; which of them holds is for later rooms.

mod around;
mod ballot;
mod classes;
mod places;

pub(crate) use around::may_matter_around;
pub(crate) use ballot::{Code, codes};
pub(crate) use classes::Classes;
pub(crate) use places::{Place, Places};

use crate::lexicon::{Knowledge, Lexeme, Lexicon, Node, SenseKind, mark};
use crate::source::class::{Class, Cue};

/// An occurrence of a term in one of its meanings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Hit {
    pub(crate) kind: SenseKind,
    /// First lexeme.
    pub(crate) first: u32,
    /// Lexeme behind the last.
    pub(crate) end: u32,
    pub(crate) clause: u32,
    pub(crate) sentence: u32,
}

impl Hit {
    /// Whether a hit can make something of a post by itself.
    pub(crate) fn matters(&self, lexemes: &[Lexeme]) -> bool {
        let first = lexemes.get(self.first as usize);
        let marks = first.map_or(0, |first| first.marks);
        self.kind.matters((self.end - self.first) as usize, marks)
    }

    pub(crate) fn class(&self) -> Option<Class> {
        if let SenseKind::Term(class) = self.kind {
            Some(class)
        } else {
            None
        }
    }

    /// Whether it is a term of one of some classes.
    pub(crate) fn is_any(&self, classes: Classes) -> bool {
        self.class().is_some_and(|class| classes.has(class))
    }

    pub(crate) fn cue(&self) -> Option<Cue> {
        if let SenseKind::Cue { category, .. } = self.kind {
            Some(category)
        } else {
            None
        }
    }

    /// The target it names.
    pub(crate) fn target(&self) -> Option<u32> {
        if let SenseKind::Alias { target, .. } = self.kind {
            Some(target)
        } else {
            None
        }
    }

    /// Number of lexemes between this and another hit; 0 if they touch or overlap.
    pub(crate) fn distance(&self, other: &Self) -> u32 {
        if other.first >= self.end {
            other.first - self.end
        } else {
            self.first.saturating_sub(other.end)
        }
    }
}

/// The hits that lie within some lexemes of another, before it and behind it.
pub(crate) fn within<'h>(hits: &'h [Hit], hit: &Hit, reach: u32) -> &'h [Hit] {
    let from = hits.partition_point(|other| other.end + reach < hit.first);
    let rest = hits.get(from..).unwrap_or(&[]);
    rest.get(..rest.partition_point(|other| other.first <= hit.end + reach))
        .unwrap_or(&[])
}

/// The part of a list, ordered by `key`, whose key has this value.
pub(crate) fn slice<T>(list: &[T], key: impl Fn(&T) -> u32, value: u32) -> &[T] {
    // Most posts are of one sentence, many of one clause.
    if let ([first, ..], [.., last]) = (list, list)
        && key(first) == value
        && key(last) == value
    {
        return list;
    }
    let start = list.partition_point(|item| key(item) < value);
    let rest = list.get(start..).unwrap_or(&[]);
    rest.get(..rest.partition_point(|item| key(item) == value))
        .unwrap_or(&[])
}

/// Finds all hits; `month` (since January 2000) leaves out meanings that did not exist yet or no more.
pub(crate) fn scan(
    knowledge: &Knowledge,
    lexemes: &[Lexeme],
    month: Option<u16>,
    hits: &mut Vec<Hit>,
) {
    hits.clear();
    let mut at = 0;
    while let Some(first) = lexemes.get(at) {
        let base = if first.state == 0 {
            None
        } else {
            longest(knowledge.base(), first.state, lexemes, at)
        };
        let extra = knowledge.extra().and_then(|lexicon| {
            let found = longest(lexicon, lexicon.begin(first.lemma)?, lexemes, at)?;
            // Of phrases of one length that of the user holds.
            base.is_none_or(|(_, length)| found.1 >= length)
                .then_some((lexicon, found))
        });
        let Some((lexicon, (node, length))) =
            extra.or_else(|| base.map(|found| (knowledge.base(), found)))
        else {
            at += 1;
            continue;
        };
        let begins = at;
        at += length;
        for sense in lexicon.senses(node).filter(|sense| sense.valid(month)) {
            let end = begins + length - usize::from(sense.open);
            at = at.min(end);
            hits.push(Hit {
                kind: sense.kind,
                first: begins as u32,
                end: end as u32,
                clause: first.clause,
                sentence: first.sentence,
            });
        }
    }
}

/// The longest phrase at a lexeme, whose lemma leads to `state`: where it ends in the trie, and its length.
fn longest(lexicon: &Lexicon, state: u32, lexemes: &[Lexeme], at: usize) -> Option<(Node, usize)> {
    let mut node = lexicon.node(state);
    let mut best = node.has_senses().then_some((node, 1));
    let first = lexemes.get(at)?;
    for (next, length) in lexemes.get(at + 1..)?.iter().zip(2..) {
        if node.is_last() || !is_together(first, next) {
            break;
        }
        let Some(state) = lexicon.step(node, next.lemma) else {
            break;
        };
        node = lexicon.node(state);
        if node.has_senses() {
            best = Some((node, length));
        }
    }
    best
}

/// Whether two lexemes may belong to one phrase.
fn is_together(first: &Lexeme, next: &Lexeme) -> bool {
    next.clause == first.clause
        && (first.marks ^ next.marks) & mark::TAG == 0
        && (!first.is(mark::TAG) || next.token == first.token)
}
