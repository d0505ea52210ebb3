//! To which side a hit speaks.

use super::around::is_only_choice;
use super::score::{Reading, Whole};
use super::side::{Counts, Mention, SideKey, Sides};
use super::topic::Topic;
use super::worth::is_deed;
use crate::context::flag;
use crate::lexicon::mark;
use crate::matching::{Hit, in_clause, in_sentence, is_at, slice};
use crate::source::class::{Class, Cue};
use crate::source::layout::form;
use crate::source::weight::Factor;

/// The side a hit speaks of, and the share of its points that arrives there, in percent.
///
/// The nearest name in the sentence is meant, names behind a verb before those in front of it. Without one, the only side
/// of the post, or the side named last; without any side, an election must be spoken of, or the words need no name.
pub(super) fn attach(
    reading: &Reading<'_>,
    whole: &Whole,
    sides: &mut Sides,
    counts: &Counts,
    hit: &Hit,
    class: Class,
    points: i32,
) -> Option<(usize, i32)> {
    // "Change the president" is against somebody other than whom the post names.
    if class == Class::CallAgainst {
        let share = unnamed(reading, whole, hit, class)?;
        return sides.side(SideKey::Unnamed).map(|side| (side, share));
    }
    // Accounts that are answered count only where the text names nobody. Praise in a comparison is not for the lesser.
    let better = points > 0
        && slice(&sides.mentions, |mention| mention.sentence, hit.sentence)
            .iter()
            .any(|mention| !mention.lesser);
    let passed_over =
        |mention: &Mention| mention.handle && counts.named || better && mention.lesser;
    let near = slice(&sides.mentions, |mention| mention.sentence, hit.sentence)
        .iter()
        .filter(|mention| !passed_over(mention))
        .map(|mention| {
            (
                cost(
                    whole,
                    (mention.first, mention.end, mention.clause),
                    hit,
                    class,
                ),
                mention,
            )
        })
        .min_by_key(|(cost, mention)| (*cost, mention.first));
    let stranger = slice(&sides.strangers, |stranger| stranger.sentence, hit.sentence)
        .iter()
        .map(|stranger| {
            cost(
                whole,
                (stranger.first, stranger.end, stranger.clause),
                hit,
                class,
            )
        })
        .min();
    if let Some(stranger) =
        stranger.filter(|stranger| near.is_none_or(|(cost, _)| *stranger < cost))
    {
        // Praise of a colleague is none of our business; somebody who stands in an election is.
        let stands = (whole.topic.election > 0
            || is_wanted(reading, hit)
            || class == Class::Vote && is_sworn_off(reading, hit))
            && whole.topic.abroad == 0
            && (whole.topic.everyday == 0 || whole.topic.election > 0)
            && stranger <= NEAR;
        return if stands {
            sides
                .side(SideKey::Unnamed)
                .map(|side| (side, reading.weight(Factor::Stranger)))
        } else {
            None
        };
    }
    if let Some((cost, mention)) = near {
        // Who laughs at a headline laughs at the paper.
        let cited = |at: u32| reading.context.at(at) & flag::QUOTED != 0;
        if class == Class::Mock && cited(mention.first) && !cited(hit.first) {
            return None;
        }
        let mut share = if cost <= NEAR {
            100
        } else {
            reading.weight(Factor::Far)
        };
        // "X votes": who stands before an active verb does it; nobody is called to anything.
        if is_deed(class)
            && mention.end <= hit.first
            && !is_personal(reading, hit)
            && !is_only_choice(reading, sides, hit)
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
        // Thanks to "President X" are for the office held; it is a candidate who is praised for a vote.
        if matches!(class, Class::Praise | Class::Promise | Class::Wish)
            && whole.topic.election == 0
            && in_office(reading, mention)
        {
            share = share * reading.weight(Factor::InOffice) / 100;
        }
        let judged = matches!(
            class,
            Class::Praise | Class::Fault | Class::Insult | Class::Mock | Class::Promise
        );
        if mention.handle && judged && whole.topic.election == 0 {
            share = share * reading.weight(Factor::Complaint) / 100;
        }
        // Several accounts answered at once: nobody knows which of them is meant.
        return Some((
            mention.side,
            if mention.handle && counts.handles > 1 {
                share * reading.weight(Factor::Accounts) / 100
            } else {
                share
            },
        ));
    }
    match counts.only {
        Some(only) => Some((only, reading.weight(Factor::OnlySide))),
        None if counts.any => {
            let before = sides
                .mentions
                .partition_point(|mention| mention.end <= hit.first);
            sides
                .mentions
                .get(before.saturating_sub(1))
                .map(|mention| (mention.side, reading.weight(Factor::LastSide)))
        }
        None => {
            let share = unnamed(reading, whole, hit, class)?;
            sides.side(SideKey::Unnamed).map(|side| (side, share))
        }
    }
}

/// What arrives at a side the post does not name; none if nothing tells that there is one.
fn unnamed(reading: &Reading<'_>, whole: &Whole, hit: &Hit, class: Class) -> Option<i32> {
    let sentence = in_sentence(reading.hits, hit.sentence);
    let around = Topic::of(sentence);
    if matches!(
        class,
        Class::SelfCampaign | Class::CallAgainst | Class::Gather
    ) {
        return (around.everyday == 0 || around.election > 0).then_some(100);
    }
    if whole.topic.abroad > 0 || around.everyday > 0 {
        return None;
    }
    let joint = matches!(
        class,
        Class::Vote
            | Class::Support
            | Class::Rally
            | Class::Victory
            | Class::Campaign
            | Class::Identity
    );
    // A word that is both a vote and a sign of elections does not vouch for itself.
    let vouched = sentence
        .iter()
        .any(|other| other.class() == Some(Class::Election) && other.first != hit.first);
    if joint && vouched && is_personal(reading, hit) {
        return Some(reading.weight(Factor::Unnamed));
    }
    // A poll that asks "1. my candidate 2. the liar": whoever is not the author's own is insulted.
    let rival = class == Class::Insult
        && reading.context.any(flag::SURVEY)
        && reading
            .hits
            .iter()
            .any(|other| other.class() == Some(Class::Ours) && other.end < hit.first);
    if rival {
        return Some(100);
    }
    if class == Class::Vote && is_sworn_off(reading, hit) {
        return Some(100);
    }
    let hoped = joint || matches!(class, Class::Fit | Class::Wish | Class::Praise);
    let addressed = sentence
        .iter()
        .any(|other| other.class() == Some(Class::Address));
    let sought = around.election > 0
        || sentence.iter().any(|office| {
            office.class() == Some(Class::Office)
                && sentence.iter().any(|other| {
                    other.class() == Some(Class::Victory)
                        && (other.first, other.end) == (office.first, office.end)
                })
        });
    (hoped && addressed && sought && is_wanted(reading, hit))
        .then(|| reading.weight(Factor::Addressed))
}

/// Whether a vote is forbidden for people who once had it, or who want to lead, and a fault of theirs is named: "never again vote for
/// those who only dance".
fn is_sworn_off(reading: &Reading<'_>, hit: &Hit) -> bool {
    let mut around = in_sentence(reading.hits, hit.sentence).iter();
    let again = |other: &Hit| {
        other.class() == Some(Class::Again)
            || other.cue() == Some(Cue::Prohibitive) && other.end - other.first > 1
            || other.class() == Some(Class::Fit) && other.first == hit.end
    };
    let dated = || {
        slice(reading.lexemes, |lexeme| lexeme.sentence, hit.sentence)
            .iter()
            .any(|lexeme| lexeme.is(mark::YEAR))
    };
    reading.context.of(hit) & flag::FORBIDDEN != 0
        && around.clone().any(|other| {
            other.first >= hit.end && matches!(other.class(), Some(Class::Fault | Class::Insult))
        })
        && (around.any(again) || dated())
}

/// Whether the sentence of a hit wants somebody elected: a vote, a victory or fitness for office, and one more of them or a wish.
fn is_wanted(reading: &Reading<'_>, hit: &Hit) -> bool {
    let of = |classes: &[Class]| {
        in_sentence(reading.hits, hit.sentence)
            .iter()
            .filter(|other| other.class().is_some_and(|class| classes.contains(&class)))
            .count()
    };
    let chosen = of(&[Class::Vote, Class::Victory]);
    chosen > 1
        || chosen == 1 && of(&[Class::Fit, Class::Support, Class::Wish]) > 0
        || hit.class() == Some(Class::Vote) && of(&[Class::FirstPerson, Class::Mobilise]) > 0
}

/// Whether the title of an office stands right before a name.
fn in_office(reading: &Reading<'_>, mention: &Mention) -> bool {
    mention
        .first
        .checked_sub(1)
        .is_some_and(|before| is_at(reading.hits, before, Class::Office))
}

/// Words within which a name is near.
const NEAR: u32 = 14;

/// Distance of a name from a hit in words, with a toll for another clause, for a *but* between them and for standing in front of a verb.
fn cost(whole: &Whole, (first, end, clause): (u32, u32, u32), hit: &Hit, class: Class) -> u32 {
    let forward = matches!(
        class,
        Class::Vote
            | Class::Support
            | Class::Reject
            | Class::CallAgainst
            | Class::Wish
            | Class::Identity
    );
    let behind = first >= hit.end;
    let distance = if behind {
        first - hit.end
    } else {
        hit.first.saturating_sub(end)
    };
    distance
        + if clause == hit.clause { 0 } else { 4 }
        + if whole.turns(first.min(hit.first), first.max(hit.first)) {
            4
        } else {
            0
        }
        + if forward && !behind { 3 } else { 0 }
}

/// Whether the author speaks of themself or urges others in the clause of a hit.
fn is_personal(reading: &Reading<'_>, hit: &Hit) -> bool {
    in_clause(reading.hits, hit.clause)
        .iter()
        .any(|other| matches!(other.class(), Some(Class::FirstPerson | Class::Mobilise)))
}
