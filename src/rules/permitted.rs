//! Acts that explain why nothing is indicated.

use super::deed::{ATTEND, Deed, Deeds, JOIN};
use super::evidence::{Doer, Facts, Proofs};
use crate::context::flag;
use crate::source::class::{Class, Cue};
use crate::source::law::Act;

/// The permitted acts of a post in which no other was found.
pub(super) fn permitted(facts: &Facts<'_>, deeds: &mut Deeds) {
    let topical = facts.has(Class::Civil) || facts.outcome.political;
    if !topical {
        return;
    }
    let mut add = |act: Act, proofs: Proofs| {
        if !proofs.is_empty() {
            deeds.push(Deed { act, proofs });
        }
    };
    let neutral = neutrality(facts);
    let stated = !neutral.is_empty();
    add(Act::Neutrality, neutral);
    add(Act::SafePose, facts.words_of(Class::ActPose));
    if !facts.outcome.political || stated {
        return;
    }
    let mut listened = if facts.has(Class::ActListen) && !facts.tells_of_others() {
        facts.words_that(|hit| hit.class() == Some(Class::ActListen) && facts.is_told(hit))
    } else {
        Proofs::new()
    };
    if !listened.is_empty() {
        listened.extend(facts.proofs(&ATTEND.wording, Doer::Likely));
        listened.extend(facts.proofs(&JOIN.wording, Doer::Likely));
        listened.sort_unstable();
        listened.dedup();
    }
    let heard = !listened.is_empty();
    add(Act::Listen, listened);
    let voted = facts.words_of(Class::ActVote);
    let is_vote = !voted.is_empty();
    add(Act::Vote, voted);
    if !heard && !is_vote && !facts.outcome.doubtful {
        add(Act::OfficialInfo, facts.words_of(Class::Election));
    }
}

/// Words of neutrality, and of rules that forbid taking sides.
fn neutrality(facts: &Facts<'_>) -> Proofs {
    let mut neutral = facts.words_of(Class::Neutrality);
    if facts.context.any(flag::PROHIBITED) {
        neutral.extend(facts.words_that(|hit| {
            facts.context.of(hit) & flag::PROHIBITED != 0 && hit.class().is_some_and(is_telling)
        }));
        neutral.extend(facts.words_that(|hit| hit.cue() == Some(Cue::Prohibition)));
    }
    neutral.sort_unstable();
    neutral.dedup();
    neutral
}

/// Classes whose words tell what is forbidden; manners of speech and parts of acts tell nothing by themselves.
fn is_telling(class: Class) -> bool {
    !matches!(class, Class::Casual | Class::Report | Class::Address)
        && !class.name().starts_with("part_")
}
