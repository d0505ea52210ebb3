//! Words that speak for or against somebody the post does not name.

use super::score::{Reading, Whole};
use super::thing::is_for_other;
use super::topic::Topic;
use super::worth::is_deed;
use crate::context::flag;
use crate::lexicon::{Lexeme, mark};
use crate::matching::{Hit, at, in_clause, in_sentence, is_at, slice};
use crate::source::class::{Class, Cue};
use crate::source::weight::Factor;

/// What arrives at a side the post does not name; none if nothing tells that there is one.
pub(super) fn unnamed(
    reading: &Reading<'_>,
    whole: &Whole,
    hit: &Hit,
    class: Class,
) -> Option<i32> {
    let sentence = in_sentence(reading.hits, hit.sentence);
    let around = Topic::of(sentence);
    // "Two decades here, four times a new president": changes that are counted are past.
    let counted = reading
        .lexemes
        .get(hit.end as usize)
        .is_some_and(|next| (next.number > 0 || next.is(mark::AMOUNT)) && !next.is(mark::YEAR));
    if class == Class::CallAgainst && (counted || is_for_other(reading, hit)) {
        return None;
    }
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
    if joint
        && vouched
        && is_personal(reading, hit)
        && (!is_deed(class) || has_object(reading, hit))
    {
        return Some(reading.weight(Factor::Unnamed));
    }
    if joint && (is_served(reading, whole, hit, class) || is_bare_call(reading, hit, class)) {
        return Some(reading.weight(Factor::Addressed));
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
pub(super) fn is_sworn_off(reading: &Reading<'_>, hit: &Hit) -> bool {
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

/// Words behind a verb within which somebody is meant by it.
const OBJECT: u32 = 3;

/// Whether somebody stands behind a verb in its clause, named or not: to vote is everybody's duty, to vote for him is not.
fn has_object(reading: &Reading<'_>, hit: &Hit) -> bool {
    let somebody = |other: &Hit| {
        matches!(
            other.class(),
            Some(
                Class::Ours
                    | Class::Address
                    | Class::Host
                    | Class::Look
                    | Class::Spot
                    | Class::PartContestant
                    | Class::PartOther
            )
        )
    };
    // A formula of several words holds its object.
    hit.end - hit.first > 2
        || in_clause(reading.hits, hit.clause).iter().any(|other| {
            other.first >= hit.first && other.first < hit.end + OBJECT && somebody(other)
        })
}

/// Whether staff are told to win a gentleman or lady who needs no name among them: "votes for Madam, heads of the villages".
pub(super) fn is_served(reading: &Reading<'_>, whole: &Whole, hit: &Hit, class: Class) -> bool {
    const BESIDE: u32 = 3;
    let meant = |address: &Hit| {
        address.class() == Some(Class::Address)
            && address.distance(hit) <= BESIDE
            && match class {
                // Who stands before a vote casts it; superiors are supported in any work.
                Class::Vote => address.first >= hit.end,
                // A prize is won; an election must be.
                Class::Victory => hit.end - hit.first > 1,
                Class::Rally => address.end <= hit.first,
                _ => false,
            }
    };
    whole.topic.everyday == 0
        && reading.voice.distance <= 0
        && whole.civil
        && !whole.is_neutral()
        && in_sentence(reading.hits, hit.sentence).iter().any(meant)
}

/// Whether a sentence unites people with somebody in office and cheers, and says nothing of what for.
pub(super) fn is_bare_call(reading: &Reading<'_>, hit: &Hit, class: Class) -> bool {
    let sentence = in_sentence(reading.hits, hit.sentence);
    let cries = || {
        sentence
            .iter()
            .filter(|other| other.class() == Some(Class::Rally))
    };
    let with = |office: &Hit| {
        matches!(office.class(), Some(Class::Office | Class::Address))
            && office
                .first
                .checked_sub(1)
                .is_some_and(|before| is_at(reading.hits, before, Class::PartWith))
    };
    let office = |other: &Hit| other.class() == Some(Class::Office);
    let plain = |index: u32| {
        at(reading.hits, index).iter().any(|other| {
            matches!(
                other.class(),
                Some(
                    Class::Rally
                        | Class::PartWith
                        | Class::Address
                        | Class::Office
                        | Class::Mobilise
                        | Class::FirstPerson
                        | Class::Assent
                )
            )
        })
    };
    // "Bung Beno", "Bapak Haji Rahmat": what stands behind a title is a name, what stands behind an office may be work.
    let named = |index: u32, lexeme: &Lexeme| {
        let titled = |back: u32| {
            index
                .checked_sub(back)
                .is_some_and(|before| is_at(reading.hits, before, Class::Address))
        };
        titled(1) || lexeme.is(mark::TITLE) && titled(2)
    };
    class == Class::Rally
        && cries().any(|other| other.first != hit.first)
        && sentence.iter().any(with)
        && sentence.iter().any(office)
        && reading
            .lexemes
            .iter()
            .enumerate()
            .filter(|(_, lexeme)| lexeme.sentence == hit.sentence && !lexeme.is(mark::EMOJI))
            .all(|(index, lexeme)| plain(index as u32) || named(index as u32, lexeme))
}

/// Whether the sentence of a hit wants somebody elected: a vote, a victory or fitness for office, and one more of them or a wish,
/// or what is done with candidates alone, by people who speak of themselves.
pub(super) fn is_wanted(reading: &Reading<'_>, hit: &Hit) -> bool {
    let of = |classes: &[Class]| {
        in_sentence(reading.hits, hit.sentence)
            .iter()
            .filter(|other| other.class().is_some_and(|class| classes.contains(&class)))
            .count()
    };
    let chosen = of(&[Class::Vote, Class::Victory]);
    let own = of(&[
        Class::FirstPerson,
        Class::Mobilise,
        Class::Rally,
        Class::Identity,
        Class::Support,
    ]) > 0;
    chosen > 1
        || of(&[Class::Elect]) > 0 && own && reading.voice.distance <= 0
        || chosen == 1 && of(&[Class::Fit, Class::Support, Class::Wish]) > 0
        || hit.class() == Some(Class::Vote) && of(&[Class::FirstPerson, Class::Mobilise]) > 0
}

/// Whether the author speaks of themself or urges others in the clause of a hit.
pub(super) fn is_personal(reading: &Reading<'_>, hit: &Hit) -> bool {
    in_clause(reading.hits, hit.clause)
        .iter()
        .any(|other| matches!(other.class(), Some(Class::FirstPerson | Class::Mobilise)))
}
