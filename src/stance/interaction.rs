//! Whose stance a comment, a share, a like or a follow carries.

use smallvec::smallvec;

use super::side::{Proof, Side, SideKey};
use super::{Outcome, Stance};
use crate::matching::Hit;
use crate::post::Interaction;
use crate::source::class::Class;

/// What the author added to the content they answered.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Added<'a> {
    /// Number of words.
    pub(crate) words: usize,
    /// What of the lexicon they hold.
    pub(crate) hits: &'a [Hit],
}

/// The account interacted with, of somebody who stands in an election.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Account {
    pub(crate) target: u32,
    /// What liking, sharing or following it is worth.
    pub(crate) score: i32,
}

/// The outcome of the whole, and whether it comes from the content interacted with.
///
/// A like, a share or a follow takes the content's stance as its own, unless the author added a stance. A comment that only
/// assents does the same; any other comment speaks for itself.
pub(crate) fn combine(
    interaction: Interaction,
    own: Outcome,
    mut content: Outcome,
    added: Added<'_>,
    account: Option<Account>,
) -> (Outcome, bool) {
    if interaction == Interaction::Post || own.stance != Stance::None {
        return (own, false);
    }
    if interaction == Interaction::Comment {
        if content.stance != Stance::None && assents(added) {
            return (content, true);
        }
        return (
            Outcome {
                political: own.political || content.political,
                ..own
            },
            false,
        );
    }
    if let Some(Account { target, score }) = account.filter(|_| content.stance == Stance::None) {
        let proofs = smallvec![Proof {
            first: 0,
            end: 1,
            points: score,
        }];
        content.sides = smallvec![Side {
            key: SideKey::Target(target),
            proofs,
            net: score,
            written: None,
        }];
        content.stance = Stance::Support;
        content.score = u8::try_from(score.clamp(0, 100)).unwrap_or(100);
        content.political = true;
        content.doubtful = false;
    }
    (content, true)
}

/// Whether a short comment does nothing but agree.
pub(crate) fn assents(added: Added<'_>) -> bool {
    let classes = || added.hits.iter().filter_map(Hit::class);
    let agrees = classes().any(|class| {
        matches!(
            class,
            Class::Assent | Class::Rally | Class::Praise | Class::Courtesy | Class::Wish
        )
    });
    let disagrees = classes().any(|class| {
        matches!(
            class,
            Class::Insult | Class::Fault | Class::Reject | Class::Mock
        )
    });
    added.words > 0 && added.words <= 6 && agrees && !disagrees
}
