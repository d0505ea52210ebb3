//! From points to an outcome: gathers what is for and against each side, sums it, and says what the sum means.

use smallvec::SmallVec;

use super::attach::{Aim, attach};
use super::called::own_points;
use super::even::is_even;
use super::friends::{is_of_friends, is_of_others};
use super::holder::called;
use super::plea::pleaded;
use super::reading::Reading;
use super::refusal::refused;
use super::scorn::scorned;
use super::side::{Mention, Proof, Side, SideKey, SideList, Sides, prove};
use super::topic::Topic;
use super::worth::worth;
use super::yielding::{lessen, settle};
use super::{REVIEW_THRESHOLD, SIDE_THRESHOLD, Stance};
use crate::context::flag;
use crate::matching::{Classes, Hit};
use crate::source::class::{Attitude, Class, Cue};
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

/// What of the whole post bears on each hit, computed once.
#[derive(Debug, Clone)]
pub(super) struct Whole {
    pub(super) topic: Topic,
    /// Tokens of hashtags that name somebody, in order.
    pub(super) tags: SmallVec<[u32; 4]>,
    /// Civil servants are spoken of.
    pub(super) civil: bool,
    /// First lexeme of the last word of neutrality.
    last_neutral: Option<u32>,
    /// All that a person who names one side alone says of neutrality is that the election be peaceful.
    pub(super) wishes_peace: bool,
    /// Lexemes behind each *but*.
    contrasts: SmallVec<[u32; 4]>,
    /// People are called together for a side.
    pub(super) gathers: bool,
}

impl Whole {
    fn of(reading: &Reading<'_>, sides: &Sides, topic: Topic) -> Self {
        let post = reading.places.post();
        let mut whole = Self {
            topic,
            tags: sides
                .mentions
                .iter()
                .filter(|mention| mention.tag)
                .filter_map(|mention| reading.lexemes.get(mention.first as usize))
                .map(|lexeme| lexeme.token)
                .collect(),
            civil: post.has(Class::Civil),
            last_neutral: None,
            wishes_peace: false,
            contrasts: SmallVec::new(),
            gathers: topic.gathering > 0 && is_gathering(reading, sides, topic),
        };
        if post.has(Class::Neutrality) {
            let neutral = |hit: &&Hit| hit.class() == Some(Class::Neutrality);
            let mut back = reading.hits.iter().rev();
            whole.last_neutral = back.find(neutral).map(|hit| hit.first);
            let mut neutral = reading.hits.iter().filter(neutral);
            whole.wishes_peace = reading.voice.distance <= 0
                && sides.counts().told_apart == 1
                && neutral.all(|hit| is_of_calm_election(reading, hit));
        }
        if post.cue(Cue::Contrast) {
            let turns = |hit: &&Hit| hit.cue() == Some(Cue::Contrast);
            whole.contrasts = reading
                .hits
                .iter()
                .filter(turns)
                .map(|hit| hit.end)
                .collect();
        }
        whole
    }

    /// Whether a *but* stands between two lexemes.
    pub(super) fn turns(&self, from: u32, to: u32) -> bool {
        if self.contrasts.is_empty() {
            return false;
        }
        let first = self.contrasts.partition_point(|contrast| *contrast <= from);
        self.contrasts
            .get(first)
            .is_some_and(|contrast| *contrast <= to)
    }

    /// Whether the post names somebody or speaks of elections and offices.
    pub(super) fn is_political(&self) -> bool {
        let topic = &self.topic;
        topic.clear + topic.likely + topic.election + topic.office > 0
    }

    /// Whether the post speaks of neutrality.
    pub(super) fn is_neutral(&self) -> bool {
        self.last_neutral.is_some()
    }

    /// Whether the post speaks of neutrality and no *but* stands between that and the hit.
    pub(super) fn is_neutral_at(&self, hit: &Hit) -> bool {
        let Some(neutral) = self.last_neutral else {
            return false;
        };
        let before = self
            .contrasts
            .partition_point(|contrast| *contrast <= hit.first);
        let since = before
            .checked_sub(1)
            .and_then(|at| self.contrasts.get(at))
            .copied()
            .unwrap_or(0);
        neutral >= since
    }
}

/// Whether people are called together for a side: for whom it is, who calls or what is given away tells.
///
/// Schools, offices, clubs and congregations also come in one colour.
#[cold]
fn is_gathering(reading: &Reading<'_>, sides: &Sides, topic: Topic) -> bool {
    let count = |class: Class| {
        reading
            .hits
            .iter()
            .filter(|hit| hit.class() == Some(class))
            .count()
    };
    // Colouring a place is what parties and clubs do; women's leagues and offices also dress alike.
    let rallied = reading.hits.iter().any(|hit| {
        hit.class() == Some(Class::Gather)
            && (reading.is_at(hit.first, Class::Rally) || reading.is_at(hit.first, Class::Campaign))
    });
    // Heads of offices are told that the money is there and the masses are to be moved.
    let moved = count(Class::Civil) > 1
        && count(Class::Host) > 0
        && count(Class::Mobilise) > 0
        && reading.voice.distance <= 0
        && reading.hits.iter().any(|hit| {
            hit.class() == Some(Class::Gather) && reading.is_at(hit.first, Class::ActOrganise)
        });
    if moved && topic.everyday + topic.abroad == 0 {
        return true;
    }
    // A stadium is also where rallies are held.
    let rally = topic.events > 0 && topic.election > 0;
    (topic.everyday == 0 || rally)
        && topic.abroad == 0
        && count(Class::Civil) == 0
        && (count(Class::Ours) > 0
            || count(Class::Host) > 0 && rallied
            || count(Class::Identity) > 0 && !sides.mentions.is_empty()
            || topic.gathering > 2
            || rally && (count(Class::Mobilise) > 0 || reading.voice.distance < 0)
            || count(Class::PartGift) > 1
            || sides
                .mentions
                .iter()
                .any(|mention| mention.attitude == Attitude::Fond))
}

/// Proofs kept for each side: the strongest, so that memory stays bounded on any post.
const MOST_PROOFS: usize = 32;
/// Sides from which on a post is a list of names.
const LIST: usize = 4;

/// Numbers from which on a post counts votes or lists a ballot.
const BALLOT: usize = 3;

/// Whether a term of neutrality holds a word of elections, "for a peaceful election": the phrase uses up the words in it.
fn is_of_calm_election(reading: &Reading<'_>, hit: &Hit) -> bool {
    hit.class() == Some(Class::Neutrality)
        && (hit.first..hit.end).any(|index| reading.means(index, Class::Election))
}

/// Judges a text.
pub(crate) fn assess(reading: &Reading<'_>) -> Outcome {
    let weigh = |factor| reading.weight(factor);
    let topic = Topic::of(reading.hits);
    let mut sides = Sides::read(reading, topic);
    let whole = Whole::of(reading, &sides, topic);
    let duty =
        whole.civil && (reading.context.any(flag::PROHIBITED) || whole.last_neutral.is_some());
    let calm = || {
        let mut hits = reading.hits.iter();
        reading.has(Class::Neutrality) && hits.any(|hit| is_of_calm_election(reading, hit))
    };
    let elected = || whole.topic.election > 0 || calm();
    let political = !sides.mentions.is_empty() || whole.topic.abroad == 0 && elected() || duty;
    let counts = sides.counts();
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
    // Ballot numbers told apart, whoever bears them.
    let numbers = || {
        let mut seen = 0_u32;
        for code in sides.mentions.iter().filter_map(|mention| mention.code) {
            seen |= 1 << (code.number % u32::BITS as u8);
        }
        seen.count_ones() as usize
    };
    // Sellers paste the tags of rivals beneath what they sell.
    let pasted = topic.everyday > 0
        && counts.told_apart > 1
        && sides.mentions.iter().all(|mention| mention.tag);
    // "01 and 02 can go, 03 wins": a remark that is for one number alone counts no votes, nor does a person who names that one apart.
    let chosen = || {
        let is_favoured = |side: &Side| side.proofs.iter().any(|proof| proof.points > 0);
        let mut favoured = (0..)
            .zip(&sides.sides)
            .filter(|(_, side)| is_favoured(side));
        let (first, second) = (favoured.next(), favoured.next());
        let apart = |(at, side): (usize, &Side)| {
            let proofs = side.proofs.iter().filter(|proof| proof.points > 0);
            proofs.take(MOST_PROOFS).any(|proof| {
                let first = reading.lexemes.get(proof.first as usize);
                let around = first.map_or(&[][..], |first| sides.in_sentence(first.sentence));
                !around.is_empty() && around.iter().all(|mention| mention.side == at)
            })
        };
        let personal = || reading.voice.distance < 0 && first.is_some_and(apart);
        // "Dad votes for 01, mum 02, my brother 03": whoever is told of first.
        let of_kin = || {
            let mut codes = sides
                .mentions
                .iter()
                .filter(|mention| mention.code.is_some());
            codes
                .by_ref()
                .take(MOST_PROOFS)
                .filter(|code| is_of_other(reading, code))
                .count()
                > 1
        };
        !reading.context.any(flag::SURVEY)
            && second.is_none()
            && first.is_some()
            && !of_kin()
            && (reading.voice.remark || personal())
    };
    // "01 talks, 03 is of a party, I stay with 02": so does what the author says of themself.
    let own = sides
        .mentions
        .iter()
        .find(|mention| is_chosen_by_author(reading, mention))
        .map(|mention| mention.side);
    let listed = counts.told_apart >= LIST
        || sides.sides.len() >= BALLOT && numbers() >= BALLOT && !chosen();
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

/// Whether somebody of the family or addressed stands right before a number: "mum 02".
fn is_of_other(reading: &Reading<'_>, mention: &Mention) -> bool {
    const OTHERS: Classes = Classes::of(&[Class::Family, Class::PartOther, Class::Group]);
    reading.before(mention.first).any(OTHERS)
}

/// Whether words in which the author speaks of themself choose a side and end right before its name: "I stay with NN".
fn is_chosen_by_author(reading: &Reading<'_>, mention: &Mention) -> bool {
    const CHOICE: Classes = Classes::of(&[Class::Cry, Class::Vote, Class::Support]);
    const TURNED: u16 = flag::TURNED | flag::PAST | flag::SURVEY;
    let own = |hit: &Hit| {
        hit.end == mention.first
            && hit.is_any(CHOICE)
            && reading.context.of(hit) & TURNED == 0
            && (reading.is_at(hit.first, Class::FirstPerson)
                || reading.before(hit.first).has(Class::FirstPerson)
                || reading.means(hit.first, Class::FirstPerson))
    };
    let before = reading.before(mention.first);
    !mention.tag
        && !mention.handle
        && before.any(CHOICE)
        && before.hits(reading.hits).iter().any(own)
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
