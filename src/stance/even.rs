//! Posts that treat sides alike: all refused, all jeered at, all praised. Who does so takes none.

use super::reading::Reading;
use super::side::{Mention, Proof, Side, SideKey, Sides};
use crate::context::flag;
use crate::matching::{Classes, Hit};
use crate::source::class::{Attitude, Class};
use crate::source::weight::Of;

/// Whether a post says the same of all sides it names.
pub(super) fn is_even(reading: &Reading<'_>, sides: &Sides) -> bool {
    refuses_all(reading, sides)
        || refuses_both(reading, sides)
        || praises_alike(reading, sides)
        || blames_alike(reading, sides)
        || jeers_at_all(&sides.mentions)
}

/// Sides from which on refusing each is taking none.
const ALL: usize = 3;

/// Whether a post refuses its vote or support to several sides alike and says no more of any: "I back neither A nor B nor C".
fn refuses_all(reading: &Reading<'_>, sides: &Sides) -> bool {
    let denied = |proof: &Proof| {
        proof.points < 0
            && reading.at(proof.first).iter().any(|hit| {
                matches!(hit.class(), Some(Class::Vote | Class::Support))
                    && reading.context.of(hit) & flag::NEGATED != 0
            })
    };
    let named = || {
        sides
            .sides
            .iter()
            .filter(|side| side.key != SideKey::Unnamed)
    };
    named().count() >= ALL
        && named().all(|side| !side.proofs.is_empty() && side.proofs.iter().all(denied))
}

/// Whether a post says *no* to each of two numbers and calls for neither: "no need of 01, no need of 02, let us visit uncle".
fn refuses_both(reading: &Reading<'_>, sides: &Sides) -> bool {
    const SHUNNED: Classes = Classes::of(&[Class::Shun, Class::Reject]);
    let shunned = |mention: &Mention| {
        let before = reading.before(mention.first);
        before.any(SHUNNED)
            && before
                .hits(reading.hits)
                .iter()
                .any(|hit| hit.end == mention.first && hit.is_any(SHUNNED))
    };
    sides.sides.len() == 2
        && sides.mentions.len() == 2
        && sides
            .mentions
            .iter()
            .all(|mention| mention.code.is_some() && shunned(mention))
        && sides
            .sides
            .iter()
            .all(|side| side.proofs.iter().all(|proof| proof.points <= 0))
}

/// Whether a remark says one and the same word right behind each of several sides and nothing else against any: "01 lies, 02 lies, 03 lies".
fn blames_alike(reading: &Reading<'_>, sides: &Sides) -> bool {
    let word = |proof: &Proof| {
        let lexeme = reading.lexemes.get(proof.first as usize);
        lexeme.map(|lexeme| lexeme.lemma)
    };
    let mut said = sides.sides.iter().flat_map(|side| &side.proofs);
    let first = said.next().and_then(word);
    let blamed = |(at, side): (usize, &Side)| {
        let behind = |proof: &Proof| {
            let mut mentions = sides.mentions.iter();
            mentions.any(|mention| mention.side == at && mention.end == proof.first)
        };
        side.proofs.iter().all(|proof| proof.points < 0) && side.proofs.iter().any(behind)
    };
    reading.voice.remark
        && first.is_some()
        && sides.sides.len() > 1
        && said.all(|proof| word(proof) == first)
        && sides.sides.iter().enumerate().all(blamed)
}

/// Whether a post has a jeer for each of several sides and no other name for any: who mocks all is on nobody's side.
fn jeers_at_all(mentions: &[Mention]) -> bool {
    let Some((first, others)) = mentions.split_first() else {
        return false;
    };
    others.iter().any(|other| other.side != first.side)
        && mentions
            .iter()
            .all(|mention| mention.attitude == Attitude::Hostile)
}

/// Whether a post praises several sides and says no more of any: "team 1 is great, team 2 is in step", "the banners of 2 are gone, those
/// of 1 too", "A is strong in talk, B in defence, C is close to the people".
///
/// Two numbers may be teams; three people are weighed, and each has a weakness too.
fn praises_alike(reading: &Reading<'_>, sides: &Sides) -> bool {
    const SOFT: Classes = Classes::of(&[
        Class::Praise,
        Class::Courtesy,
        Class::Promise,
        Class::Campaign,
        Class::Echo,
    ]);
    const WEIGHED: Classes = SOFT.with(Classes::of(&[Class::Fit, Class::Victory, Class::Fault]));
    let named = || {
        sides
            .sides
            .iter()
            .filter(|side| side.key != SideKey::Unnamed)
    };
    let numbers = sides.sides.len() > 1
        && named().count() == sides.sides.len()
        && named().all(|side| matches!(side.key, SideKey::Number(_)));
    if !numbers && named().count() < ALL {
        return false;
    }
    let allowed = if numbers { SOFT } else { WEIGHED };
    let soft = |hit: &Hit| {
        hit.class().is_none_or(|class| {
            reading.knowledge.weight(Of::Class(class)) == 0
                || allowed.has(class) && (class != Class::Victory || hit.end - hit.first == 1)
        })
    };
    let praised = |proof: &Proof| proof.points > 0;
    named().all(|side| {
        side.proofs.iter().any(praised)
            && side.proofs.iter().all(|proof| {
                (praised(proof) || !numbers) && reading.at(proof.first).iter().all(soft)
            })
    })
}
