//! Acts: what the words, the stance and the interaction together amount to.

use crate::context::{Context, Voice, flag};
use crate::matching::Hit;
use crate::source::class::{Class, Cue};
use crate::source::law::{Act, Phase};
use crate::stance::{Outcome, Stance};

/// An act with the lexemes that prove it; none where the interaction itself is the act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Deed {
    pub(crate) act: Act,
    pub(crate) proofs: Vec<(u32, u32)>,
}

/// What acts are judged from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Facts<'f> {
    pub(crate) outcome: &'f Outcome,
    pub(crate) hits: &'f [Hit],
    pub(crate) context: &'f Context,
    pub(crate) voice: Voice,
    /// The post answers, passes on or likes something of somebody else.
    pub(crate) interacting: bool,
    pub(crate) phase: Phase,
}

/// Classes of the lexicon that name an act beyond promoting.
const ACTS: [(Class, Act); 11] = [
    (Class::ActDisplay, Act::Display),
    (Class::ActAttend, Act::Attend),
    (Class::ActPhoto, Act::Photo),
    (Class::ActAttribute, Act::Attribute),
    (Class::ActMobilise, Act::Mobilise),
    (Class::ActFacility, Act::Facility),
    (Class::ActOrganise, Act::Organise),
    (Class::ActLetter, Act::SupportLetter),
    (Class::ActParty, Act::PartyMember),
    (Class::ActCandidacy, Act::OwnCandidacy),
    (Class::ActTeam, Act::TeamMember),
];

/// Context in which words tell of an act that is not the author's own.
const NOT_DONE: u16 = flag::NEGATED
    | flag::FORBIDDEN
    | flag::PROHIBITED
    | flag::QUOTED
    | flag::REPORTED
    | flag::HEARSAY
    | flag::QUESTION
    | flag::CONDITION
    | flag::PAST
    | flag::DEBUNKED
    | flag::DENIED;

/// Proofs given for an act, so that a verdict stays small on any post.
const MOST_PROOFS: usize = 32;

/// The acts of a post, the main one first.
pub(crate) fn deeds(facts: &Facts<'_>) -> Vec<Deed> {
    if facts.outcome.stance == Stance::None {
        return permitted(facts);
    }
    let mut deeds = vec![Deed {
        act: main_act(facts),
        proofs: words(facts.outcome),
    }];
    if facts.voice.distance >= 3 {
        return deeds;
    }
    for (class, act) in ACTS {
        let proofs = places(facts, |hit| {
            hit.class() == Some(class) && facts.context.of(hit) & NOT_DONE == 0
        });
        if !proofs.is_empty() {
            deeds.push(Deed { act, proofs });
        }
    }
    deeds
}

/// Promoting, harming or interacting.
fn main_act(facts: &Facts<'_>) -> Act {
    if facts.interacting {
        Act::Interact
    } else if facts.outcome.stance == Stance::Oppose && facts.phase != Phase::PreCandidacy {
        Act::Decide
    } else {
        // Before candidates are fixed no rule speaks of harming one; campaigning for a rival is the nearest.
        Act::Promote
    }
}

/// The words that carried the outcome.
fn words(outcome: &Outcome) -> Vec<(u32, u32)> {
    let Some(first) = outcome.sides.first() else {
        return Vec::new();
    };
    let mut proofs: Vec<(u32, u32)> = outcome
        .sides
        .iter()
        .filter(|side| side.net.signum() != 0 && side.net.abs() * 2 >= first.net.abs())
        .flat_map(|side| side.proofs.iter().map(|proof| (proof.first, proof.end)))
        .collect();
    proofs.sort_unstable();
    proofs.dedup();
    proofs.truncate(MOST_PROOFS);
    proofs
}

/// Acts that explain why nothing is indicated.
fn permitted(facts: &Facts<'_>) -> Vec<Deed> {
    let of = |wanted: Class| places(facts, |hit| hit.class() == Some(wanted));
    let civil = facts
        .hits
        .iter()
        .any(|hit| hit.class() == Some(Class::Civil));
    let mut neutral = of(Class::Neutrality);
    if facts.context.any(flag::PROHIBITED) && (civil || facts.outcome.political) {
        neutral.extend(places(facts, |hit| {
            facts.context.of(hit) & flag::PROHIBITED != 0
                && hit.class().is_some_and(|class| {
                    !matches!(class, Class::Casual | Class::Report | Class::Address)
                })
        }));
        neutral.extend(places(facts, |hit| hit.cue() == Some(Cue::Prohibition)));
    }
    neutral.sort_unstable();
    neutral.dedup();
    let mut deeds = Vec::new();
    if !neutral.is_empty() && (civil || facts.outcome.political) {
        deeds.push(Deed {
            act: Act::Neutrality,
            proofs: neutral,
        });
        return deeds;
    }
    let voted = of(Class::ActVote);
    if !voted.is_empty() && facts.outcome.political {
        deeds.push(Deed {
            act: Act::Vote,
            proofs: voted,
        });
        return deeds;
    }
    let information = of(Class::Election);
    if facts.outcome.political && !information.is_empty() && !facts.outcome.doubtful {
        deeds.push(Deed {
            act: Act::OfficialInfo,
            proofs: information,
        });
    }
    deeds
}

/// Where the hits of a kind stand.
fn places(facts: &Facts<'_>, wanted: impl Fn(&Hit) -> bool) -> Vec<(u32, u32)> {
    facts
        .hits
        .iter()
        .filter(|hit| wanted(hit))
        .map(|hit| (hit.first, hit.end))
        .take(MOST_PROOFS)
        .collect()
}
