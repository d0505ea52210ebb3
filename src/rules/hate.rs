//! Hate speech and the duties of Pasal 3, which need no election.

use super::deed::{Deeds, add};
use super::evidence::{Doer, Facts};
use crate::post::Interaction;
use crate::source::class::{Class, Cue};
use crate::source::law::Act;

/// Hate speech in the sense of the BKN letter of 2018, and the duties it breaks, as far as words can show it.
pub(super) fn hate(facts: &Facts<'_>, deeds: &mut Deeds) {
    let spoken = [
        Class::HateState,
        Class::HateGroup,
        Class::HateEvent,
        Class::ActSecret,
    ];
    // Who warns of such words, reports them or names a rule against them repeats them.
    let warns = || {
        facts.hits.iter().any(|hit| {
            matches!(
                hit.cue(),
                Some(Cue::Debunk | Cue::Prohibition | Cue::Speech | Cue::Hearsay)
            ) || hit.class() == Some(Class::Neutrality)
        })
    };
    if !spoken.iter().any(|class| facts.has(*class)) || facts.tells_of_others() || warns() {
        return;
    }
    let told = |class: Class| facts.places(|hit| hit.class() == Some(class) && facts.is_told(hit));
    let (state, group) = (told(Class::HateState), told(Class::HateGroup));
    let events = [
        (Act::HateAttend, Class::PartCome),
        (Act::HateOrganise, Class::PartHold),
    ];
    if facts.from_on {
        let mut content = state;
        content.extend(group);
        content.sort_unstable();
        let act = match facts.interaction {
            Interaction::Share => Act::HateSpread,
            Interaction::Like | Interaction::Comment => Act::HateReact,
            Interaction::Post | Interaction::Follow => return,
        };
        add(deeds, act, content);
        return;
    }
    for (act, verb) in events {
        add(
            deeds,
            act,
            facts.proofs(&[], &[(verb, Class::HateEvent)], Doer::Likely),
        );
    }
    let mut all = state.clone();
    all.extend_from_slice(&group);
    all.sort_unstable();
    add(deeds, Act::HateState, state.clone());
    add(deeds, Act::HateGroup, group);
    add(deeds, Act::Loyalty, state);
    add(deeds, Act::Unity, all.clone());
    add(deeds, Act::Integrity, all);
    add(
        deeds,
        Act::Secrecy,
        facts.proofs(&[Class::ActSecret], &[], Doer::Likely),
    );
}
