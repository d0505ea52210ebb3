//! Whose stance a comment, a share, a like or a follow carries.

use super::side::{Proof, Side, SideKey};
use super::{Outcome, Stance};
use crate::post::Interaction;
use crate::source::class::Class;

/// What the author added to the content they answered.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Added<'a> {
    /// Number of words.
    pub(crate) words: usize,
    /// Classes of their hits.
    pub(crate) classes: &'a [Class],
}

/// Score of following or liking the account of somebody who stands in an election.
const ACCOUNT: i32 = 60;

/// The outcome of the whole, and whether it comes from the content interacted with.
///
/// A like, a share or a follow takes the content's stance as its own, unless the author added a stance. A comment that only
/// assents does the same; any other comment speaks for itself.
pub(crate) fn combine(
    interaction: Interaction,
    own: Outcome,
    content: Option<Outcome>,
    added: Added<'_>,
    account: Option<u32>,
) -> (Outcome, bool) {
    let Some(mut content) = content else {
        return (own, false);
    };
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
    if let Some(target) = account.filter(|_| content.stance == Stance::None) {
        let proofs = vec![Proof {
            first: 0,
            end: 1,
            points: ACCOUNT,
        }];
        content.sides = vec![Side {
            key: SideKey::Target(target),
            proofs,
            net: ACCOUNT,
        }];
        content.stance = Stance::Support;
        content.score = ACCOUNT as u8;
        content.political = true;
        content.doubtful = false;
    }
    (content, true)
}

/// Whether a short comment does nothing but agree.
pub(crate) fn assents(added: Added<'_>) -> bool {
    let agrees = added.classes.iter().any(|class| {
        matches!(
            class,
            Class::Assent | Class::Rally | Class::Praise | Class::Wish
        )
    });
    let disagrees = added.classes.iter().any(|class| {
        matches!(
            class,
            Class::Insult | Class::Fault | Class::Reject | Class::Mock
        )
    });
    added.words > 0 && added.words <= 6 && agrees && !disagrees
}
