//! From points to an outcome: gathers what is for and against each side, sums it, and says what the sum means.

use smallvec::SmallVec;

use super::attach::{Aim, attach};
use super::called::own_points;
use super::empty_box;
use super::even::is_even;
use super::friends::{is_of_friends, is_of_others};
use super::holder::called;
use super::listed::{is_listed, own_choice};
use super::plea::pleaded;
use super::reading::Reading;
use super::refusal::refused;
use super::scorn::scorned;
use super::side::{Proof, Side, SideKey, SideList, Sides, prove};
use super::topic::Topic;
use super::whole::Whole;
use super::worth::worth;
use super::yielding::{lessen, settle};
use super::{REVIEW_THRESHOLD, SIDE_THRESHOLD, Stance};
use crate::context::flag;
use crate::source::class::Class;
use crate::source::weight::{Factor, Of};

/// What a text says about sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Outcome {
    pub(crate) political: bool,
    pub(crate) stance: Stance,
    /// 0 to 100.
    pub(crate) score: u8,
    pub(crate) sides: SideList,
    /// A human should look: near the threshold.
    pub(crate) doubtful: bool,
}

/// Proofs kept for each side: the strongest, so that memory stays bounded on any post.
const MOST_PROOFS: usize = 32;

/// Judges a text.
pub(crate) fn assess(reading: &Reading<'_>) -> Outcome {
    let weigh = |factor| reading.weight(factor);
    let topic = Topic::of(reading.hits);
    let mut sides = Sides::read(reading, topic);
    let counts = sides.counts();
    let whole = Whole::of(reading, &sides, &counts, topic);
    let duty = whole.civil && (reading.context.any(flag::PROHIBITED) || whole.is_neutral());
    let elected = whole.topic.election > 0 || whole.calm;
    let political = !sides.mentions.is_empty() || whole.topic.abroad == 0 && elected || duty;
    own_points(reading, topic, &mut sides, &counts);
    let compares = reading.has(Class::Compare);
    let mut mocked: SmallVec<[usize; 2]> = SmallVec::new();
    for hit in reading.hits {
        let Some(class) = hit.class() else { continue };
        let base = reading.knowledge.weight(Of::Class(class));
        if base == 0 {
            continue;
        }
        let points = worth(reading, &whole, &sides, hit, class, base);
        if points == 0 {
            continue;
        }
        let Some((aim, share)) = attach(reading, &whole, &sides, &counts, hit, class, points)
        else {
            continue;
        };
        let side = match aim {
            Aim::Side(side) => Some(side),
            Aim::Unnamed => sides.side(SideKey::Unnamed),
        };
        if let Some(side) = side {
            // Who laughs twice says no more than who laughs once.
            if class == Class::Mock {
                if mocked.contains(&side) {
                    continue;
                }
                mocked.push(side);
            }
            let points = points * share / 100;
            sides.prove(
                side,
                Proof {
                    first: hit.first,
                    end: hit.end,
                    points,
                },
            );
            if points > 0 && compares {
                lessen(reading, &mut sides, hit, side, points);
            }
        }
    }
    let scorned =
        scorned(reading).map(|(neutral, fault)| (neutral.first, fault.end, Class::SelfCampaign));
    // Who asks for votes, or calls for whoever governs to stay or go, names nobody and has taken a side.
    let named = sides.sides.iter().any(|side| side.key != SideKey::Unnamed);
    let told = pleaded(reading, &whole)
        .map(|hit| (hit, Class::SelfCampaign))
        .or_else(|| called(reading, &whole, named))
        .or_else(|| refused(reading, &whole, named).map(|hit| (hit, Class::CallAgainst)))
        // Of a post in which nothing matters by itself nobody looks at what goes together.
        .filter(|_| {
            !reading.codes.is_empty() || reading.hits.iter().any(|hit| hit.matters(reading.lexemes))
        })
        .map(|(hit, class)| (hit.first, hit.end, class));
    for (first, end, class) in scorned.into_iter().chain(told) {
        if let Some(side) = sides.side(SideKey::Unnamed) {
            let points = reading.knowledge.weight(Of::Class(class));
            sides.prove(side, Proof { first, end, points });
        }
    }
    settle(reading, &whole, &mut sides);
    empty_box::turn(&mut sides);
    // Sellers paste the tags of rivals beneath what they sell.
    let pasted = topic.everyday > 0
        && counts.told_apart > 1
        && sides.mentions.iter().all(|mention| mention.tag);
    let listed = is_listed(reading, &sides, &counts);
    let own = listed.then(|| own_choice(reading, &sides)).flatten();
    let homely = is_of_friends(reading, &topic, &sides) || is_of_others(reading, &topic, &sides);
    let even = is_even(reading, &sides);
    for (at, side) in sides.sides.iter_mut().enumerate() {
        side.net = sum(&weigh, reading.voice.distance, &side.proofs);
        if pasted || even || homely {
            side.net = 0;
        } else if listed && own != Some(at) {
            side.net = side.net * weigh(Factor::List) / 100;
        }
    }
    let Sides {
        sides: mut all,
        mentions,
        ..
    } = sides;
    for mention in &mentions {
        let proof = Proof {
            first: mention.first,
            end: mention.end,
            points: 0,
        };
        prove(&mut all, mention.side, proof);
    }
    all.retain(|side| !side.proofs.is_empty());
    for side in &mut all {
        if side.proofs.len() > MOST_PROOFS {
            keep_strongest(side);
        }
        side.proofs.sort_by_key(|proof| {
            (
                proof.first,
                proof.end,
                std::cmp::Reverse(proof.points.abs()),
            )
        });
        side.proofs.dedup_by_key(|proof| (proof.first, proof.end));
    }
    all.sort_by_key(|side| (std::cmp::Reverse(side.net.abs()), side.key));
    conclude(political, all)
}

/// Leaves a side the strongest of its proofs, of equals the first.
#[cold]
fn keep_strongest(side: &mut Side) {
    side.proofs.sort_by_key(|proof| {
        std::cmp::Reverse((proof.points.abs(), std::cmp::Reverse(proof.first)))
    });
    side.proofs.truncate(MOST_PROOFS);
}

/// The most support for one side and the most opposition to one.
fn extremes<'s>(sides: impl Iterator<Item = &'s Side>) -> (i32, i32) {
    sides.fold((0, 0), |(best, worst), side| {
        (best.max(side.net), worst.max(-side.net))
    })
}

fn conclude(political: bool, sides: SideList) -> Outcome {
    let threshold = i32::from(SIDE_THRESHOLD);
    let (best, worst) = extremes(sides.iter());
    // Where a side is named, it says more than the one that is not.
    let named = extremes(sides.iter().filter(|side| side.key != SideKey::Unnamed));
    let (best, worst) = if named.0.max(named.1) >= threshold {
        named
    } else {
        (best, worst)
    };
    let score = u8::try_from(best.max(worst).min(100)).unwrap_or(100);
    let stance = match (best >= threshold, worst >= threshold) {
        (true, true) if best >= worst * 2 => Stance::Support,
        (true, true) if worst >= best * 2 => Stance::Oppose,
        (true, true) => Stance::Mixed,
        (true, false) => Stance::Support,
        (false, true) => Stance::Oppose,
        (false, false) => Stance::None,
    };
    let doubtful = stance == Stance::None && score >= REVIEW_THRESHOLD;
    Outcome {
        political: political || stance != Stance::None,
        stance,
        score,
        sides,
        doubtful,
    }
}

/// The strongest point counts whole, the next three less and less; more add nothing. What points the other way counts in part.
fn sum(weigh: &impl Fn(Factor) -> i32, distance: i32, proofs: &[Proof]) -> i32 {
    // The strongest first; of nothing nothing is left.
    let (mut support, mut blame) = ([0; 4], [0; 4]);
    for proof in proofs.iter().filter(|proof| proof.points != 0) {
        let strongest = if proof.points > 0 {
            &mut support
        } else {
            &mut blame
        };
        let mut points = proof.points.abs();
        for kept in strongest {
            (*kept, points) = ((*kept).max(points), (*kept).min(points));
        }
    }
    let together = |[first, rest @ ..]: [i32; 4]| {
        let shares = [Factor::Second, Factor::Third, Factor::Fourth];
        rest.into_iter()
            .zip(shares)
            .take_while(|(points, _)| *points > 0)
            .fold(first, |sum, (points, share)| {
                sum + points * weigh(share) / 100
            })
    };
    let (pro, contra) = (together(support), together(blame));
    let net = match pro - contra {
        plain if pro == 0 || contra == 0 => plain,
        even if even.abs() <= weigh(Factor::Even) => even,
        for_it if for_it > 0 => pro - contra * weigh(Factor::Contrary) / 100,
        _ => pro * weigh(Factor::Contrary) / 100 - contra,
    };
    let scale = match distance {
        ..=-2 => Factor::ScalePersonal,
        -1..=0 => Factor::ScalePlain,
        1..=2 => Factor::ScaleEdited,
        3.. => Factor::ScaleReport,
    };
    (net * weigh(scale) / 100).clamp(-100, 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proofs(points: &[i32]) -> Vec<Proof> {
        points
            .iter()
            .map(|points| Proof {
                first: 0,
                end: 1,
                points: *points,
            })
            .collect()
    }

    /// With weights of its own, so that fitting the table leaves the test alone.
    fn sum(proofs: &[Proof]) -> i32 {
        let weigh = |factor| match factor {
            Factor::Second | Factor::Contrary => 50,
            Factor::Third => 40,
            Factor::Fourth => 30,
            Factor::ScalePlain => 150,
            _ => 0,
        };
        super::sum(&weigh, 0, proofs)
    }

    #[test]
    fn the_sum_grows_with_every_point_for_and_falls_with_every_point_against() {
        assert_eq!(sum(&proofs(&[])), 0);
        assert_eq!(sum(&proofs(&[40])), 60);
        assert!(sum(&proofs(&[40, 20])) > sum(&proofs(&[40])));
        assert!(sum(&proofs(&[40, -20])) < sum(&proofs(&[40])));
        assert_eq!(sum(&proofs(&[90, 90, 90, 90])), 100);
        assert_eq!(
            sum(&proofs(&[20, 40])),
            sum(&proofs(&[40, 20])),
            "order does not matter"
        );
    }
}
