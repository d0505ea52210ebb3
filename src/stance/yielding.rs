//! Points that give way to others of the post: those of banners to blame, those of a story to the choice it ends in.

use smallvec::SmallVec;

use super::reading::Reading;
use super::side::{Proof, Side, Sides};
use super::whole::Whole;
use crate::context::flag;
use crate::lexicon::mark;
use crate::matching::{Classes, Hit};
use crate::source::class::Class;
use crate::source::weight::Factor;

/// Weighs the points of a post against each other.
pub(super) fn settle(reading: &Reading<'_>, whole: &Whole, sides: &mut Sides) {
    yield_to_choice(reading, sides);
    yield_to_blame(reading, whole, sides);
}

/// Words by which somebody tells their own choice.
const CHOICE: Classes = Classes::of(&[Class::Vote, Class::Support, Class::Cry]);

/// What is told in a story of how things were, and of oneself.
const TOLD: Classes = Classes::of(&[Class::Fault, Class::Mock, Class::Lament, Class::Insult]);

/// Faults told before the author's own choice, in sentences that do not name whom they choose, are not those of the choice: "the harvest
/// failed, the roads were bad. So this time I vote for NN".
fn yield_to_choice(reading: &Reading<'_>, sides: &mut Sides) {
    if reading.voice.distance >= 0 || !reading.has(Class::FirstPerson) {
        return;
    }
    let torn = |side: &Side| {
        let is = |sign: i32| {
            side.proofs
                .iter()
                .any(|proof| proof.points.signum() == sign)
        };
        is(1) && is(-1)
    };
    if !sides.sides.iter().any(torn) {
        return;
    }
    let mut named: SmallVec<[(usize, u32); 8]> = sides
        .mentions
        .iter()
        .map(|mention| (mention.side, mention.sentence))
        .collect();
    named.sort_unstable();
    let sentence = |proof: &Proof| {
        let first = reading.lexemes.get(proof.first as usize);
        first.map_or(0, |first| first.sentence)
    };
    for (at, side) in sides.sides.iter_mut().enumerate() {
        let is_choice = |proof: &&Proof| {
            proof.points > 0
                && reading.at(proof.first).iter().any(|hit| {
                    hit.first == proof.first
                        && hit.is_any(CHOICE)
                        && reading.places.clause(hit.clause).has(Class::FirstPerson)
                })
        };
        let Some(choice) = side.proofs.iter().filter(is_choice).map(sentence).max() else {
            continue;
        };
        // "I meant to vote for NN. After this video I vote for another".
        let regretted = |proof: &Proof| proof.points < 0 && sentence(proof) >= choice;
        if side.proofs.iter().any(regretted) {
            continue;
        }
        for proof in &mut side.proofs {
            let here = sentence(proof);
            let told = || reading.is_any_at(proof.first, TOLD);
            if proof.points < 0
                && here < choice
                && named.binary_search(&(at, here)).is_err()
                && told()
            {
                proof.points = 0;
            }
        }
    }
}

/// Against the lesser of two compared in the sentence of a hit that speaks for the other.
pub(super) fn lessen(
    reading: &Reading<'_>,
    sides: &mut Sides,
    hit: &Hit,
    preferred: usize,
    points: i32,
) {
    let lesser: SmallVec<[usize; 4]> = sides
        .in_sentence(hit.sentence)
        .iter()
        .filter(|mention| mention.lesser && mention.side != preferred)
        .map(|mention| mention.side)
        .collect();
    for side in lesser {
        sides.prove(
            side,
            Proof {
                first: hit.first,
                end: hit.end,
                points: -points * reading.weight(Factor::Lesser) / 100,
            },
        );
    }
}

/// Names and slogans in hashtags count less where the words of the post blame that side.
fn yield_to_blame(reading: &Reading<'_>, whole: &Whole, sides: &mut Sides) {
    const JEERS: Classes = Classes::of(&[Class::Mock, Class::Insult, Class::Fault]);
    const CALLED: Classes = Classes::of(&[Class::Vote, Class::Support, Class::SelfCampaign]);
    // A call in a hashtag is meant, whoever is blamed before it.
    let calls = |proof: &Proof| {
        let here = reading.places.lexeme(proof.first);
        here.any(CALLED) && proof.points > 0
    };
    let tagged = |proof: &Proof| reading.is_tagged(proof.first) && !calls(proof);
    // Who is jeered at may go unnamed: the tags tell whose friends are meant.
    let jeers = |hit: &Hit| {
        hit.is_any(JEERS)
            && reading.context.of(hit) & (flag::NEGATED | flag::REPORTED | flag::QUOTED) == 0
            && !reading.is_tagged(hit.first)
    };
    let jeered = reading.has_any(JEERS) && reading.hits.iter().any(jeers);
    let blamed = |side: &Side| side.proofs.iter().any(|proof| proof.points < 0);
    if !jeered && !sides.sides.iter().any(blamed) {
        return;
    }
    let share = reading.weight(Factor::TagInBlame);
    // `#WeAreNN`, `#StillNN`: who swears it in a tag laments what is told.
    let sworn = !whole.tags.is_empty()
        && reading.hits.iter().any(|hit| {
            matches!(hit.class(), Some(Class::FirstPerson | Class::Cry))
                && reading
                    .lexemes
                    .get(hit.first as usize)
                    .is_some_and(|lexeme| {
                        lexeme.is(mark::TAG) && whole.tags.binary_search(&lexeme.token).is_ok()
                    })
        });
    for side in &mut sides.sides {
        let (praise, blame) = side
            .proofs
            .iter()
            .filter(|proof| !tagged(proof))
            .fold((0, 0), |(praise, blame), proof| {
                (praise + proof.points.max(0), blame - proof.points.min(0))
            });
        // A jab is often wrapped in courtesy; a report tells what others say on both sides.
        let outweighed = praise < blame && reading.voice.distance <= 0 && !sworn;
        if (jeered || blame > 0) && (praise == 0 || outweighed) {
            for proof in side.proofs.iter_mut().filter(|proof| proof.points > 0) {
                proof.points = proof.points * share / 100;
            }
        }
    }
}
