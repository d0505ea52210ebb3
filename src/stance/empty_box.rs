//! The empty box beside an only ticket: whoever is for it is against whoever stands alone.

use super::around::ends_clause;
use super::reading::Reading;
use super::side::{Mention, Side, SideKey, Sides};
use crate::lexicon::Knowledge;
use crate::matching::{Classes, Hit};
use crate::source::class::{Class, TargetKind};

/// The side that is the empty box.
pub(super) fn of(knowledge: &Knowledge, sides: &[Side]) -> Option<usize> {
    sides.iter().position(|side| {
        let SideKey::Target(target) = side.key else {
            return false;
        };
        let target = knowledge.target(target);
        target.is_some_and(|target| target.kind == TargetKind::EmptyBox)
    })
}

/// Whether a hit speaks of the box: a vote or a cry beside it. It does no work and commits no faults, "to run against the empty box" is no
/// rejection, and that it has won is news.
pub(super) fn is_spoken_of(reading: &Reading<'_>, mention: &Mention, hit: &Hit) -> bool {
    /// Words between the box and what speaks for it.
    const NEAR: u32 = 2;
    const DEEDS: Classes = Classes::of(&[Class::Vote, Class::Support, Class::Elect]);
    const CRIES: Classes = Classes::of(&[Class::Cry, Class::Echo, Class::Rally, Class::Shun]);
    let distance = if hit.first >= mention.end {
        hit.first - mention.end
    } else {
        mention.first.saturating_sub(hit.end)
    };
    let hoped = || {
        let held = mention.end - mention.first + hit.end - hit.first;
        reading.places.clause(hit.clause).has(Class::Wish)
            || hit.end - hit.first > 1
            // A chant.
            || reading.lexemes.len() as u32 == held
    };
    // "Pick the empty box for the present": what is punched is a ballot paper.
    let chosen = || {
        ends_clause(reading, mention.end, mention.clause)
            || reading.means(hit.end.saturating_sub(1), Class::Election)
            || reading.is_at(hit.first, Class::Elect)
    };
    let won = reading.is_at(hit.first, Class::Victory);
    hit.clause == mention.clause
        && distance <= NEAR
        && (!won || hoped())
        && (won || hit.is_any(CRIES) || hit.is_any(DEEDS) && distance == 0 && chosen())
}

/// Turns what is said for the box against whoever stands alone, and the other way round.
pub(super) fn turn(sides: &mut Sides) {
    let Some(at) = sides.empty_box else { return };
    let Some(rival) = sides.side(SideKey::Unnamed) else {
        return;
    };
    let mentions = sides.mentions.iter_mut();
    for mention in mentions.filter(|mention| mention.side == at) {
        mention.side = rival;
    }
    let proofs = sides.sides.get_mut(at);
    let proofs = proofs.map(|side| std::mem::take(&mut side.proofs));
    for mut proof in proofs.unwrap_or_default() {
        proof.points = -proof.points;
        sides.prove(rival, proof);
    }
}
