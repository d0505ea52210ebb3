//! Posts that need no thought: nothing in them names a side, speaks of an election or tells of an act.

use smallvec::SmallVec;

use crate::lexicon::{Around, Glance, Knowledge, Lexeme, Lexemes, Stretch, Suspect};
use crate::matching::{Code, Hit, may_matter_around};
use crate::token::Document;

/// Phrases a post may seem to hold before it is read.
const WAITING: usize = 6;

/// Whether nothing in a folded post could matter; a *no* means that it must be read.
pub(super) fn is_empty_of_matter(
    lexemes: &mut Lexemes,
    knowledge: &Knowledge,
    document: &Document,
    post: &str,
) -> bool {
    let mut glance = Glance::new(knowledge, document, post);
    // Most posts that matter hold a word that must be read anyway, so that what needs a closer look waits for the end.
    let mut phrases: SmallVec<[Stretch; WAITING]> = SmallVec::new();
    while let Some(suspect) = glance.next(lexemes) {
        match suspect {
            Suspect::Phrase(stretch) if phrases.len() < WAITING => phrases.push(stretch),
            _ => return false,
        }
    }
    !phrases.into_iter().any(|stretch| {
        let mut words = Around::new(lexemes, knowledge, document, post, stretch);
        may_matter_around(knowledge.base(), &mut words)
    })
}

/// Whether hits and numbers come to nothing, whatever the later rooms would make of them.
pub(super) fn is_idle(lexemes: &[Lexeme], hits: &[Hit], codes: &[Code]) -> bool {
    codes.is_empty() && !hits.iter().any(|hit| hit.matters(lexemes))
}
