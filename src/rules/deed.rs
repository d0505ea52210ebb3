//! An act with its proofs, and the patterns of words that more than one file looks for.

use smallvec::SmallVec;

use super::evidence::{Facts, MOST_PROOFS, Proofs};
use super::wording::Wording;
use crate::matching::Classes;
use crate::source::class::Class;
use crate::source::law::Act;

/// An act with the lexemes that prove it; none where the interaction itself is the act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Deed {
    pub(crate) act: Act,
    pub(crate) proofs: Proofs,
}

/// The acts of a post; most posts have few.
pub(crate) type Deeds = SmallVec<[Deed; 4]>;

/// An act with the classes of words that tell of it.
pub(super) struct Pattern {
    pub(super) act: Act,
    pub(super) wording: Wording,
}

impl Pattern {
    /// The classes without which none of some acts is told.
    pub(super) const fn leads(patterns: &[Self]) -> Classes {
        let (mut leads, mut rest) = (Classes::NONE, patterns);
        while let [pattern, others @ ..] = rest {
            leads = leads.with(pattern.wording.leads());
            rest = others;
        }
        leads
    }
}

pub(super) const ATTEND: Pattern = Pattern {
    act: Act::Attend,
    wording: Wording::new(&[Class::ActAttend], &[(Class::PartCome, Class::PartEvent)]),
};

pub(super) const JOIN: Pattern = Pattern {
    act: Act::JoinCampaign,
    wording: Wording::new(&[Class::ActJoin], &[(Class::PartCome, Class::PartOuting)]),
};

/// Adds an act that is proved, or more proofs of one that is there.
#[inline]
pub(super) fn add(deeds: &mut Deeds, act: Act, proofs: Proofs) {
    // Of most acts there is no proof.
    if !proofs.is_empty() {
        put(deeds, act, proofs);
    }
}

#[cold]
fn put(deeds: &mut Deeds, act: Act, proofs: Proofs) {
    match deeds.iter_mut().find(|deed| deed.act == act) {
        Some(deed) => {
            deed.proofs.extend(proofs);
            deed.proofs.sort_unstable();
            deed.proofs.dedup();
            deed.proofs.truncate(MOST_PROOFS);
        }
        None => deeds.push(Deed { act, proofs }),
    }
}

/// The words that carried the outcome.
pub(super) fn words(facts: &Facts<'_>) -> Proofs {
    let Some(first) = facts.outcome.sides.first() else {
        return Proofs::new();
    };
    let mut proofs: Proofs = facts
        .outcome
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
