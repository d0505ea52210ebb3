//! Hate speech and the duties of Pasal 3, which need no election.

use super::deed::{Deeds, Pattern, add};
use super::evidence::{Doer, Facts};
use super::wording::Wording;
use crate::matching::Classes;
use crate::post::Interaction;
use crate::source::class::{Class, Cue};
use crate::source::law::Act;

/// Words of hate.
pub(crate) const HATE: Classes = Classes::of(&[Class::HateState, Class::HateGroup]);

/// Classes without which nothing is to be found here.
const SPOKEN: Classes = Classes::of(&[
    Class::HateState,
    Class::HateGroup,
    Class::HateEvent,
    Class::ActSecret,
]);

static EVENTS: [Pattern; 2] = [
    Pattern {
        act: Act::HateAttend,
        wording: Wording::new(&[], &[(Class::PartCome, Class::HateEvent)]),
    },
    Pattern {
        act: Act::HateOrganise,
        wording: Wording::new(&[], &[(Class::PartHold, Class::HateEvent)]),
    },
];

static SECRET: Wording = Wording::new(&[Class::ActSecret], &[]);

/// Hate speech in the sense of the BKN letter of 2018, and the duties it breaks, as far as words can show it.
pub(super) fn hate(facts: &Facts<'_>, deeds: &mut Deeds) {
    // Who warns of such words, reports them or names a rule against them repeats them.
    let warns = || {
        facts.hits.iter().any(|hit| {
            matches!(
                hit.cue(),
                Some(Cue::Debunk | Cue::Prohibition | Cue::Speech | Cue::Hearsay)
            ) || hit.class() == Some(Class::Neutrality)
        })
    };
    if !facts.has_any(SPOKEN) || facts.tells_of_others() || warns() {
        return;
    }
    let told =
        |class: Class| facts.words_that(|hit| hit.class() == Some(class) && facts.is_told(hit));
    let (state, group) = (told(Class::HateState), told(Class::HateGroup));
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
    for Pattern { act, wording } in &EVENTS {
        add(deeds, *act, facts.proofs(wording, Doer::Likely));
    }
    let mut all = state.clone();
    all.extend_from_slice(&group);
    all.sort_unstable();
    add(deeds, Act::HateState, state.clone());
    add(deeds, Act::HateGroup, group);
    add(deeds, Act::Loyalty, state);
    add(deeds, Act::Unity, all.clone());
    add(deeds, Act::Integrity, all);
    add(deeds, Act::Secrecy, facts.proofs(&SECRET, Doer::Likely));
}
