//! Who belongs with whom: the people of tickets, and the company in which a shared name is meant.

use super::reading::Reading;
use crate::lexicon::{Knowledge, SenseKind};
use crate::matching::{Hit, within};
use crate::source::class::Ambiguity;

/// Whether a name has one meaning here.
pub(super) fn is_alone(reading: &Reading<'_>, hit: &Hit) -> bool {
    reading
        .at(hit.first)
        .iter()
        .all(|other| other == hit || other.target().is_none())
}

/// The contests in which those stand whom a post names beyond doubt.
pub(super) struct Company<'r>(Vec<&'r str>);

impl<'r> Company<'r> {
    pub(super) fn of(reading: &Reading<'r>) -> Self {
        let mut all: Vec<&str> = Vec::new();
        for hit in reading.hits {
            let SenseKind::Alias {
                target,
                ambiguity: Ambiguity::Clear | Ambiguity::Shared | Ambiguity::Likely,
                ..
            } = hit.kind
            else {
                continue;
            };
            for contest in contests(reading.knowledge, target) {
                if !all.contains(&contest) {
                    all.push(contest);
                }
            }
        }
        all.extend(reading.contest);
        Self(all)
    }

    /// Of several people with one name, the one who stands in a contest with somebody else the post names; else the first.
    pub(super) fn means(&self, reading: &Reading<'r>, hit: &Hit, target: u32) -> bool {
        let mut first = None;
        let mut known = None;
        for other in reading
            .at(hit.first)
            .iter()
            .filter(|other| (other.first, other.end) == (hit.first, hit.end))
            .filter_map(Hit::target)
        {
            first = first.or(Some(other));
            if known.is_none()
                && contests(reading.knowledge, other).any(|contest| self.0.contains(&contest))
            {
                known = Some(other);
            }
        }
        known.or(first) == Some(target)
    }
}

/// The contests in which a target, its tickets and its members stand.
fn contests(knowledge: &Knowledge, target: u32) -> impl Iterator<Item = &str> {
    with_tickets(knowledge, target)
        .chain(members(knowledge, target))
        .filter_map(|target| knowledge.target(target))
        .flat_map(|info| info.ballots().map(|(contest, _)| contest))
}

/// Whether a target stands under a number on some ballot.
pub(super) fn stands_under(
    knowledge: &Knowledge,
    target: u32,
    number: u8,
    contest: Option<&str>,
) -> bool {
    knowledge.target(target).is_some_and(|info| {
        info.ballots().any(|(ballot, have)| {
            have == u32::from(number) && contest.is_none_or(|contest| ballot.starts_with(contest))
        })
    })
}

/// Whether a target or a ticket it stands on has a number.
pub(super) fn carries(
    knowledge: &Knowledge,
    target: u32,
    number: u8,
    contest: Option<&str>,
) -> bool {
    with_tickets(knowledge, target).any(|target| stands_under(knowledge, target, number, contest))
}

/// Whether a running mate is named right beside a name: "A and B", "A + B".
pub(super) fn is_beside_mate(reading: &Reading<'_>, hit: &Hit) -> bool {
    /// Words between the two: a conjunction, a title.
    const BETWEEN: u32 = 2;
    let knowledge = reading.knowledge;
    let Some(target) = hit.target() else {
        return false;
    };
    let is_mate = |other: u32| {
        other != target
            && tickets(knowledge, target)
                .any(|ticket| tickets(knowledge, other).any(|its| its == ticket))
    };
    within(reading.hits, hit, BETWEEN).iter().any(|other| {
        other.sentence == hit.sentence
            && other.distance(hit) <= BETWEEN
            && other.target().is_some_and(is_mate)
    })
}

/// A target and the tickets it stands on.
pub(super) fn with_tickets(knowledge: &Knowledge, target: u32) -> impl Iterator<Item = u32> + '_ {
    std::iter::once(target).chain(tickets(knowledge, target))
}

/// The tickets a target stands on.
pub(super) fn tickets(knowledge: &Knowledge, target: u32) -> impl Iterator<Item = u32> + '_ {
    knowledge
        .target(target)
        .into_iter()
        .flat_map(crate::lexicon::TargetInfo::tickets)
}

pub(super) fn members(knowledge: &Knowledge, target: u32) -> impl Iterator<Item = u32> + '_ {
    knowledge
        .target(target)
        .into_iter()
        .flat_map(crate::lexicon::TargetInfo::members)
}
