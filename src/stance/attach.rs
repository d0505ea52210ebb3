//! To which side a hit speaks.

use smallvec::SmallVec;

use super::around::{ends_clause, is_attribution, is_called_before, is_only_choice};
use super::blame::{self, BLAME, has_victim, is_later, is_victim};
use super::empty_box;
use super::reading::{Reading, is_deed};
use super::side::{Counts, Mention, Sides};
use super::stranger::Stranger;
use super::subject::{is_answer, is_last_word, is_of_candidate};
use super::thing::{is_common_thing, is_for_other, is_of_thing};
use super::together::is_told_together;
use super::topic::EVERYDAY;
use super::unnamed::{
    TAKING_SIDES, is_bare_call, is_personal, is_served, is_sworn_off, is_wanted, unnamed,
};
use super::whole::Whole;
use super::worth::forbids_deed;
use crate::context::flag;
use crate::lexicon::mark;
use crate::matching::{Classes, Hit, slice};
use crate::source::class::Class;
use crate::source::layout::form;
use crate::source::weight::Factor;

/// Whom a hit speaks of.
#[derive(Debug, Clone, Copy)]
pub(super) enum Aim {
    /// A side the post names.
    Side(usize),
    /// Somebody the post does not name.
    Unnamed,
}

/// Whom a hit speaks of, and the share of its points that arrives there, in percent.
///
/// The nearest name in the sentence is meant, names behind a verb before those in front of it. Without one, the only side
/// of the post, or the side named last; without any side, an election must be spoken of, or the words need no name.
pub(super) fn attach(
    reading: &Reading<'_>,
    whole: &Whole,
    sides: &Sides,
    counts: &Counts,
    hit: &Hit,
    class: Class,
    points: i32,
) -> Option<(Aim, i32)> {
    // "Change the president" is against somebody other than whom the post names.
    if class == Class::CallAgainst {
        return unnamed(reading, whole, hit, class).map(|share| (Aim::Unnamed, share));
    }
    let mentions = sides.in_sentence(hit.sentence);
    // "Fans of the cute one": whoever they follow, who is not told for sure, is not the next who is named.
    if class == Class::Identity
        && reading.places.lexeme(hit.end).is_named()
        && mentions
            .iter()
            .all(|mention| !(hit.end..=hit.end + 1).contains(&mention.first))
    {
        return None;
    }
    // Accounts that are answered count only where the text names nobody. Praise in a comparison is not for the lesser.
    let better = || points > 0 && mentions.iter().any(|mention| !mention.lesser);
    // "MM smears NN" blames MM; where nobody is named who does it, nobody is blamed.
    let blames = BLAME.has(class);
    let victim = blames && has_victim(reading, mentions, hit);
    let is_spared = |mention: &Mention| {
        blames && (is_victim(reading, mention, hit) || is_later(reading, mention, hit))
    };
    let tagged = reading.is_tagged(hit.first);
    // What is lamented is not the doing of whom a hashtag calls for; what is wished for is not that of whom it turns down.
    let of_banner = |mention: &Mention| {
        mention.tag
            && !tagged
            && if points > 0 {
                mention.banner.against
            } else {
                mention.banner.calls
            }
    };
    // "So cute … #Reject02": a cheer for whom a hashtag turns down is a jeer.
    let mut jeered: SmallVec<[usize; 2]> = SmallVec::new();
    let soft = matches!(class, Class::Rally | Class::Praise | Class::Courtesy);
    if points > 0 && !tagged && soft {
        let against = mentions.iter().filter(|mention| mention.banner.against);
        jeered.extend(against.map(|mention| mention.side));
    }
    let passed_over = |mention: &Mention| {
        mention.handle && counts.named
            || jeered.contains(&mention.side)
            || sides.empty_box == Some(mention.side)
                && !empty_box::is_spoken_of(reading, mention, hit)
            || of_banner(mention)
            || points > 0 && is_shunned(reading, mention, hit)
            || mention.lesser && better()
            || victim && (mention.first >= hit.end || mention.clause != hit.clause)
            || is_spared(mention)
    };
    let forward = FORWARD.has(class) && !forbids_deed(reading, hit);
    let near = mentions
        .iter()
        .filter(|mention| !passed_over(mention))
        .map(|mention| {
            let place = (mention.first, mention.end, mention.clause);
            (cost(whole, place, hit, forward), mention)
        })
        .min_by_key(|(cost, mention)| (*cost, mention.first));
    let around = slice(&sides.strangers, |stranger| stranger.sentence, hit.sentence);
    let stranger = around
        .iter()
        .map(|stranger| {
            let place = (stranger.first, stranger.end, stranger.clause);
            let later = stranger.first >= hit.end;
            (cost(whole, place, hit, forward), !stranger.stands, later)
        })
        .min();
    if let Some((cost, unknown, later)) =
        stranger.filter(|(stranger, ..)| near.is_none_or(|(cost, _)| *stranger < cost))
    {
        // "O God, make NN our mayor": faith is what elections are also made of.
        let is_prayed_for =
            || reading.has(Class::Elect) && !reading.has_any(EVERYDAY.without(Class::Faith));
        // Praise of a colleague is none of our business; somebody who stands in an election is.
        let stands = (whole.topic.election > 0
            || is_wanted(reading, hit)
            || is_served(reading, whole, hit, class)
            || is_bare_call(reading, hit, class)
            || class == Class::Vote
                && (is_sworn_off(reading, hit)
                    || is_warned_of(reading, hit)
                    || is_denied(reading, around, hit)))
            && whole.topic.abroad == 0
            && (whole.topic.everyday == 0 || whole.topic.election > 0 || is_prayed_for())
            && cost <= if unknown && later { CLOSE } else { NEAR };
        // Who won and who lost is also told of candidates.
        let factor = if unknown || matches!(class, Class::Victory | Class::Defeat) {
            Factor::Stranger
        } else {
            Factor::Contestant
        };
        return stands.then(|| (Aim::Unnamed, reading.weight(factor)));
    }
    if near.is_none() && !jeered.is_empty() {
        return None;
    }
    let spared = || victim || mentions.iter().any(is_spared);
    if near.is_none() && spared() || is_attribution(reading, sides, hit) {
        return None;
    }
    if let Some((cost, mention)) = near {
        // Who laughs at a headline laughs at the paper.
        let cited = |at: u32| reading.context.at(at) & flag::QUOTED != 0;
        if class == Class::Mock && cited(mention.first) && !cited(hit.first) {
            return None;
        }
        if is_told_together(reading, sides, mention) {
            return None;
        }
        let side = sides.sides.get(mention.side);
        let mut share = if side.is_some_and(|side| side.written.is_some()) {
            // Who won and who lost is also told of candidates.
            reading.weight(match class {
                Class::Victory | Class::Defeat => Factor::Stranger,
                _ => Factor::Contestant,
            })
        } else if cost <= NEAR {
            100
        } else {
            reading.weight(Factor::Far)
        };
        // "X votes": who stands before an active verb does it; nobody is called to anything.
        if is_deed(class)
            && mention.end <= hit.first
            && !is_personal(reading, hit)
            && !is_only_choice(reading, sides, hit)
            && !is_refused(reading, mention, hit, class)
            && !forbids_deed(reading, hit)
        {
            let kept = match reading.lexemes.get(hit.first as usize) {
                Some(lexeme) if lexeme.is(mark::TAG) => 100,
                Some(lexeme) if lexeme.form & form::ACTIVE != 0 => {
                    reading.weight(Factor::DoerActive)
                }
                _ => reading.weight(Factor::DoerPlain),
            };
            share = share * kept / 100;
        }
        if points > 0 && mention.lesser {
            share = -share * reading.weight(Factor::Lesser) / 100;
        }
        // "All but NN, no way": the others are refused.
        if points < 0 && is_refusal_of_others(reading, mention, hit, class) {
            share = -share;
        }
        // "Your visit gave us the spirit to rise again": a cry stands near the name it is for.
        if class == Class::Rally && hit.end - hit.first == 1 && cost > CRY {
            share = share * reading.weight(Factor::RallyFar) / 100;
        }
        if blames {
            share = share * blame::share(reading, mention, hit, class) / 100;
        }
        // Rivals attack each other; who wonders at it blames the one who does.
        if victim && reading.context.of(hit) & flag::DISMAYED == 0 {
            share = share * reading.weight(Factor::Defended) / 100;
        }
        // "NN is on the ballot, I chose the soup": what is chosen stands right behind.
        if class == Class::Vote
            && mention.clause != hit.clause
            && mention.end <= hit.first
            && is_common_thing(reading, hit.end, hit.clause)
        {
            share = share * reading.weight(Factor::OfThing) / 100;
        }
        // "Tea or coffee? I pick number two".
        if is_deed(class)
            && mention.code.is_some_and(|code| !code.emoji)
            && is_choice(reading, whole, hit)
        {
            share = share * reading.weight(Factor::OfThing) / 100;
        }
        if is_of_thing(reading, mention, hit, class) {
            share = share * reading.weight(Factor::OfThing) / 100;
        }
        // Thanks to "President X" are for the office held; it is a candidate who is praised for a vote.
        if matches!(
            class,
            Class::Praise | Class::Courtesy | Class::Promise | Class::Wish
        ) && whole.topic.election == 0
            && in_office(reading, mention)
        {
            share = share * reading.weight(Factor::InOffice) / 100;
        }
        let judged = matches!(
            class,
            Class::Praise
                | Class::Fault
                | Class::Insult
                | Class::Mock
                | Class::Promise
                | Class::Cry
        );
        if mention.handle && judged && whole.topic.election == 0 {
            share = share * reading.weight(Factor::Complaint) / 100;
        }
        // Several accounts answered at once: nobody knows which of them is meant.
        return Some((
            Aim::Side(mention.side),
            if mention.handle && counts.handles > 1 {
                share * reading.weight(Factor::Accounts) / 100
            } else {
                share
            },
        ));
    }
    if matches!(class, Class::Vote | Class::Support) && is_for_other(reading, hit) {
        return None;
    }
    if counts.any && sides.mentions.iter().all(of_banner) {
        return None;
    }
    match counts.only {
        Some(only) if is_called_before(reading, sides, hit) || is_answer(reading, sides, hit) => {
            Some((Aim::Side(only), 100))
        }
        Some(only) if is_of_candidate(reading, whole, sides, hit, class) => {
            Some((Aim::Side(only), reading.weight(Factor::Contestant)))
        }
        Some(only) if is_last_word(reading, whole, sides, hit) => {
            Some((Aim::Side(only), reading.weight(Factor::LastSide)))
        }
        // What needs no name loses nothing by one that nobody listed.
        Some(only) if sides.is_unlisted(only) && TAKING_SIDES.has(class) => {
            unnamed(reading, whole, hit, class).map(|share| (Aim::Side(only), share))
        }
        // Who laughs in another sentence may laugh at anything.
        Some(only) if sides.is_unlisted(only) && class == Class::Mock => None,
        Some(only) => Some((Aim::Side(only), reading.weight(Factor::OnlySide))),
        // "A. NN, B. MM, C. OO: vote": nobody is called to one of them.
        None if counts.told_apart > PAIR
            && class == Class::Vote
            && !is_personal(reading, hit)
            && !reading.places.lexeme(hit.end).is_named() =>
        {
            None
        }
        None if counts.any => {
            let before = sides
                .mentions
                .partition_point(|mention| mention.end <= hit.first);
            let mut share = reading.weight(Factor::LastSide);
            // Of a list of people nobody knows who is meant.
            if counts.told_apart > PAIR {
                share = share * reading.weight(Factor::LastOfMany) / 100;
            }
            sides
                .mentions
                .get(before.saturating_sub(1))
                .map(|mention| (Aim::Side(mention.side), share))
        }
        None if is_of_candidate(reading, whole, sides, hit, class) => {
            Some((Aim::Unnamed, reading.weight(Factor::Contestant)))
        }
        None => unnamed(reading, whole, hit, class).map(|share| (Aim::Unnamed, share)),
    }
}

/// Whether people of some place, office or trade are told not to vote for somebody: "the whole village, do NOT vote for Mr NN".
fn is_warned_of(reading: &Reading<'_>, vote: &Hit) -> bool {
    const PEOPLE: Classes = Classes::of(&[
        Class::PartPublic,
        Class::PartStaff,
        Class::Civil,
        Class::Place,
        Class::Group,
    ]);
    reading.context.of(vote) & flag::FORBIDDEN != 0
        && reading.places.sentence(vote.sentence).any(PEOPLE)
}

/// Whether a person denies their vote to somebody named in full right behind it: "I won't vote for Mr NN MM".
fn is_denied(reading: &Reading<'_>, strangers: &[Stranger], vote: &Hit) -> bool {
    const DENIED: u16 = flag::NEGATED | flag::FORBIDDEN;
    const TOLD: u16 = flag::QUESTION | flag::CONDITION | flag::QUOTED | flag::REPORTED | flag::PAST;
    let flags = reading.context.of(vote);
    let next = strangers.partition_point(|stranger| stranger.first < vote.end);
    flags & DENIED != 0
        && flags & TOLD == 0
        && reading.voice.distance <= 0
        && strangers
            .get(next)
            .is_some_and(|who| who.first == vote.end && who.is_full())
}

/// Whether a number may be that of a thing to choose: the sentence before is of everyday life and nothing of elections is said.
fn is_choice(reading: &Reading<'_>, whole: &Whole, hit: &Hit) -> bool {
    let topic = &whole.topic;
    topic.everyday > 0
        && topic.election + topic.office + topic.clear + topic.events + topic.policy == 0
        && !whole.civil
        && hit
            .sentence
            .checked_sub(1)
            .is_some_and(|before| reading.places.sentence(before).any(EVERYDAY))
}

/// Whether a refusal closes the clause right behind a name: "NN, no way". Nothing is left that NN could refuse.
fn is_refused(reading: &Reading<'_>, mention: &Mention, hit: &Hit, class: Class) -> bool {
    class == Class::Reject
        && !mention.handle
        && hit.first - mention.end <= 1
        && reading
            .lexemes
            .get(hit.first as usize)
            .is_some_and(|lexeme| lexeme.form & form::ACTIVE == 0)
        && ends_clause(reading, hit.end, hit.clause)
}

/// Whether *other than* stands right before a name and a refusal behind it: "other than NN, no thanks".
fn is_refusal_of_others(reading: &Reading<'_>, mention: &Mention, hit: &Hit, class: Class) -> bool {
    matches!(class, Class::Shun | Class::Reject)
        && mention.lesser
        && hit.first >= mention.end
        && hit.clause == mention.clause
        && reading.is_word(mention.first.wrapping_sub(1), "selain")
}

/// Whether another clause shuns a name, a refusal right before it and nothing behind: "don't vote wrongly, NOT number 1".
fn is_shunned(reading: &Reading<'_>, mention: &Mention, hit: &Hit) -> bool {
    mention.clause != hit.clause
        && reading.before(mention.first).has(Class::Shun)
        && ends_clause(reading, mention.end, mention.clause)
}

/// Whether the title of an office stands right before a name.
fn in_office(reading: &Reading<'_>, mention: &Mention) -> bool {
    reading.before(mention.first).has(Class::Office)
}

/// Words within which a cry is for a name.
const CRY: u32 = 5;

/// Words within which a name is near.
const NEAR: u32 = 14;

/// Words within which somebody nobody listed is near who is named later: "the polling station is now at the house of Pak NN".
const CLOSE: u32 = 10;

/// Sides of which the one named last is likely meant.
const PAIR: usize = 2;

/// Classes whose words look for a name behind them.
const FORWARD: Classes = Classes::of(&[
    Class::Vote,
    Class::Support,
    Class::Reject,
    Class::CallAgainst,
    Class::Wish,
    Class::Identity,
    Class::Cry,
    Class::Shun,
]);

/// Distance of a name from a hit in words, with a toll for another clause, for a *but* between them and for standing in front of a verb.
fn cost(whole: &Whole, (first, end, clause): (u32, u32, u32), hit: &Hit, forward: bool) -> u32 {
    let behind = first >= hit.end;
    // A word that itself turns, "rather NN", is not between itself and the name.
    let (from, to) = if behind {
        (hit.end, first)
    } else {
        (first, hit.first)
    };
    let distance = if behind {
        first - hit.end
    } else {
        hit.first.saturating_sub(end)
    };
    distance
        + if clause == hit.clause { 0 } else { 4 }
        + if whole.turns(from, to) { 4 } else { 0 }
        + if forward && !behind { 3 } else { 0 }
}
