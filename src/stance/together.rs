//! Rivals told in one breath: "NN and MM agreed", "be it NN or MM". What is said of them is said of all and of none.

use super::company::with_tickets;
use super::reading::Reading;
use super::side::{Mention, SideKey, Sides};
use crate::lexicon::TargetInfo;
use crate::source::class::{Class, Cue};
use crate::source::weight::Of;

/// Names on either side of one that are looked at.
const MOST: usize = 4;

/// Whether the name of a mention stands side by side with that of a rival, others perhaps between them.
pub(super) fn is_told_together(reading: &Reading<'_>, sides: &Sides, mention: &Mention) -> bool {
    if sides.sides.len() < 2 {
        return false;
    }
    let all = &sides.mentions;
    let here = all.partition_point(|other| other.first < mention.first);
    let key = |side: usize| sides.sides.get(side).map(|side| side.key);
    let behind = all.get(here..).unwrap_or(&[]).windows(2).take(MOST);
    let before = all.get(..=here).unwrap_or(&[]).windows(2).rev().take(MOST);
    let joined = |pair: &&[Mention]| match pair {
        [first, second] => is_joined(reading, first, second),
        _ => false,
    };
    let own = key(mention.side);
    behind
        .take_while(joined)
        .filter_map(<[Mention]>::last)
        .chain(before.take_while(joined).filter_map(<[Mention]>::first))
        .filter(|other| other.side != mention.side)
        .any(|other| {
            own.zip(key(other.side))
                .is_some_and(|(one, other)| are_rivals(reading, one, other))
        })
}

/// Whether two names stand side by side, at most a word between them that says nothing of either.
fn is_joined(reading: &Reading<'_>, first: &Mention, second: &Mention) -> bool {
    // A hand beside a name is a pose.
    let plain = |mention: &Mention| {
        !mention.tag && !mention.handle && mention.code.is_none_or(|code| !code.emoji)
    };
    let says = |index: u32| {
        reading.at(index).iter().any(|hit| {
            hit.class().is_some_and(|class| {
                class == Class::Compare || reading.knowledge.weight(Of::Class(class)) != 0
            }) || hit.cue().is_some_and(|cue| cue != Cue::Balance)
        })
    };
    plain(first)
        && plain(second)
        && first.sentence == second.sentence
        && second.first >= first.end
        // "NN, MM"; behind a comma a word begins something else: "done with NN, now MM".
        && second.first - first.end <= u32::from(first.clause == second.clause)
        && !(first.end..second.first).any(says)
}

/// Whether two sides stand against each other in the last contest of both: rivals of old may be friends now.
fn are_rivals(reading: &Reading<'_>, one: SideKey, other: SideKey) -> bool {
    let last = |target: u32| {
        with_tickets(reading.knowledge, target)
            .filter_map(|target| reading.knowledge.target(target))
            .flat_map(TargetInfo::ballots)
            // Contests end with their year.
            .max_by_key(|(contest, _)| contest.rsplit('-').next())
    };
    match (one, other) {
        (SideKey::Number(one), SideKey::Number(other)) => one != other,
        (SideKey::Target(one), SideKey::Target(other)) => last(one)
            .zip(last(other))
            .is_some_and(|(one, other)| one.0 == other.0 && one.1 != other.1),
        _ => false,
    }
}
