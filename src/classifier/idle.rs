//! Posts that need no thought: nothing in them names a side, speaks of an election or tells of an act.
//!
//! Most posts are about other things. What the later rooms would say of them is known beforehand: no side, no act. The classes
//! here are all those from which `stance` and `rules` can conclude anything where nobody is named.

use crate::lexicon::SenseKind;
use crate::matching::{Code, Hit};
use crate::source::class::Class;

/// Classes that matter without a name or a number beside them.
const BUSY: u128 = set(&[
    // What makes a post political.
    Class::Election,
    Class::Ballot,
    Class::SelfCampaign,
    Class::Civil,
    Class::Office,
    // What can speak for or against somebody who is not named.
    Class::CallAgainst,
    Class::Gather,
    Class::Look,
    Class::Ours,
    Class::Spot,
    Class::Vote,
    Class::Victory,
    // What tells of an act of its own.
    Class::ActSpouse,
    Class::ActSecret,
    Class::HateState,
    Class::HateGroup,
    Class::HateEvent,
]);

const fn set(classes: &[Class]) -> u128 {
    let (mut rest, mut all) = (classes, 0);
    while let [class, more @ ..] = rest {
        all |= 1 << *class as u8;
        rest = more;
    }
    all
}

/// Whether hits and numbers come to nothing.
pub(super) fn is_idle(hits: &[Hit], codes: &[Code]) -> bool {
    codes.is_empty()
        && hits.iter().all(|hit| match hit.kind {
            SenseKind::Term(class) => BUSY & 1 << class as u8 == 0,
            SenseKind::Cue { .. } => true,
            SenseKind::Alias { .. } | SenseKind::Code { .. } => false,
        })
}
