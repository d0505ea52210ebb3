//! Whether a phrase that matters stands around a place, told from the words there alone.

use super::is_together;
use crate::lexicon::{Around, Lexeme, Lexicon, Node, SenseKind, mark};
use crate::source::class::Class;
use crate::source::layout::glance;

/// Whether a phrase that matters by itself, or beside a number, may begin within a stretch. Longer phrases, which may hide it, are not
/// looked for, and names that need capitals are left to whoever sees the capitals; a hashtag needs none.
pub(crate) fn may_matter_around(lexicon: &Lexicon, words: &mut Around<'_>) -> bool {
    let (mut at, mut behind_number) = (0, false);
    while let Some(first) = words.within(at) {
        // A number in a hashtag may be one of a ballot by itself.
        if first.number > 0 && first.is(mark::TAG) {
            return true;
        }
        if first.state != 0 && begins(lexicon, words, &first, at, behind_number) {
            return true;
        }
        behind_number = is_number(lexicon, &first);
        at += 1;
    }
    false
}

/// Whether such a phrase begins with this word.
fn begins(
    lexicon: &Lexicon,
    words: &mut Around<'_>,
    first: &Lexeme,
    at: usize,
    behind_number: bool,
) -> bool {
    let mut node = lexicon.node(first.state);
    for length in 1.. {
        if node.has_senses() {
            let matters = lexicon
                .senses(node)
                .any(|sense| sense.kind.matters(length, first.marks))
                || behind_number && takes(lexicon, node, Class::agrees_to_number)
                || takes(lexicon, node, Class::precedes_number)
                    && words.get(at + length).is_some_and(|next| {
                        next.number > 0
                            || is_number(lexicon, &next)
                                && takes(lexicon, node, Class::introduces_numeral)
                    });
            if matters {
                return true;
            }
        }
        if node.is_last() {
            break;
        }
        let next = words.get(at + length);
        let next = next.filter(|next| is_together(first, next));
        let Some(state) = next.and_then(|next| lexicon.step(node, next.lemma)) else {
            break;
        };
        node = lexicon.node(state);
    }
    false
}

fn takes(lexicon: &Lexicon, node: Node, wanted: fn(Class) -> bool) -> bool {
    lexicon
        .senses(node)
        .any(|sense| matches!(sense.kind, SenseKind::Term(class) if wanted(class)))
}

/// Whether a word is a number, in digits or in letters.
fn is_number(lexicon: &Lexicon, word: &Lexeme) -> bool {
    word.number > 0 || lexicon.glance(word.lemma) & glance::NUMERAL != 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Knowledge;
    use crate::source::layout::LONGEST;

    /// Words of the longest phrase that matters from a node on, which so many words lead to.
    fn longest(lexicon: &Lexicon, node: Node, words: usize) -> usize {
        let ends = lexicon
            .senses(node)
            .any(|sense| sense.kind.matters(words, mark::CAPS));
        let behind = node
            .next()
            .map(|state| longest(lexicon, lexicon.node(state), words + 1));
        behind.max().unwrap_or(0).max(if ends { words } else { 0 })
    }

    #[test]
    fn no_phrase_that_matters_reaches_farther_than_a_glance_looks() {
        let knowledge = Knowledge::compiled();
        let lexicon = knowledge.base();
        let longest = longest(lexicon, lexicon.node(0), 0);
        assert!((2..=LONGEST).contains(&longest), "{longest}");
    }
}
