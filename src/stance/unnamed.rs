//! Words that speak for or against somebody the post does not name.

use super::around::ends_clause;
use super::reading::{Reading, is_deed};
use super::thing::{is_for_other, is_joining};
use super::topic::{ELECTION, EVERYDAY};
use super::whole::Whole;
use crate::context::flag;
use crate::lexicon::{Lexeme, mark};
use crate::matching::{Classes, Hit, slice};
use crate::source::class::{Class, Cue};
use crate::source::weight::Factor;

/// What takes a side by itself.
pub(super) const TAKING_SIDES: Classes =
    Classes::of(&[Class::SelfCampaign, Class::CallAgainst, Class::Gather]);

/// What arrives at a side the post does not name; none if nothing tells that there is one.
pub(super) fn unnamed(
    reading: &Reading<'_>,
    whole: &Whole,
    hit: &Hit,
    class: Class,
) -> Option<i32> {
    const JOINT: Classes = Classes::of(&[
        Class::Vote,
        Class::Support,
        Class::Rally,
        Class::Victory,
        Class::Campaign,
        Class::Identity,
    ]);
    const HOPED: Classes = JOINT.with(Classes::of(&[Class::Fit, Class::Wish, Class::Praise]));
    let around = reading.places.sentence(hit.sentence);
    let sentence = around.hits(reading.hits);
    // "Two decades here, four times a new president": changes that are counted are past.
    let counted = reading
        .lexemes
        .get(hit.end as usize)
        .is_some_and(|next| (next.number > 0 || next.is(mark::AMOUNT)) && !next.is(mark::YEAR));
    if class == Class::CallAgainst && (counted || is_for_other(reading, hit)) {
        return None;
    }
    if TAKING_SIDES.has(class) {
        // "Two terms for the chairwoman of our club".
        if class == Class::SelfCampaign && whole.topic.abroad > 0 && !reading.has_any(BALLOT) {
            return None;
        }
        // A short remark is of one thing: "dating you? One term was enough".
        let tagged = || reading.is_tagged(hit.first);
        // A hashtag is a banner, whatever stands before it.
        if class == Class::CallAgainst && tagged() {
            return Some(100);
        }
        let near = if reading.voice.remark && !whole.is_political() && !tagged() {
            reading.places.post()
        } else {
            around
        };
        // Staff of schools and clinics speak of their work and of who stands in an election in one breath.
        return (!near.any(EVERYDAY) || near.any(VOUCHED)).then_some(100);
    }
    if whole.topic.abroad > 0 || around.any(EVERYDAY) {
        return None;
    }
    let joint = JOINT.has(class);
    // A word that is both a vote and a sign of elections vouches neither for itself nor for the vote of others.
    let vouched = || {
        sentence.iter().any(|other| {
            other.class() == Some(Class::Election)
                && other.first != hit.first
                && !reading.is_at(other.first, Class::Vote)
        })
    };
    if joint
        && around.has(Class::Election)
        && is_personal(reading, hit)
        && vouched()
        && (!is_deed(class) || has_object(reading, hit))
    {
        return Some(reading.weight(Factor::Unnamed));
    }
    if joint && (is_served(reading, whole, hit, class) || is_bare_call(reading, hit, class)) {
        return Some(reading.weight(Factor::Addressed));
    }
    // A poll that asks "1. my candidate 2. the liar": whoever is not the author's own is insulted.
    let rival = class == Class::Insult
        && reading.has(Class::Ours)
        && reading.context.any(flag::SURVEY)
        && reading
            .hits
            .iter()
            .any(|other| other.class() == Some(Class::Ours) && other.end < hit.first);
    if rival {
        return Some(100);
    }
    if class == Class::Vote && (is_sworn_off(reading, hit) || is_given(reading, hit)) {
        return Some(100);
    }
    let sought = || {
        around.any(ELECTION)
            || sentence.iter().any(|office| {
                office.class() == Some(Class::Office) && reading.is_at(office.first, Class::Victory)
            })
    };
    // "Don't forget to vote, the polling station is now at the house of Pak NN": whoever is meant stands near.
    let addressed = || {
        sentence.iter().any(|other| {
            // Who does not vote in a clause of their own is not whom others vote for.
            let told = class == Class::Vote && other.end <= hit.first && other.clause != hit.clause;
            other.class() == Some(Class::Address) && other.distance(hit) <= ADDRESSED && !told
        })
    };
    (HOPED.has(class)
        && around.has(Class::Address)
        && addressed()
        && sought()
        && is_wanted(reading, hit))
    .then(|| reading.weight(Factor::Addressed))
}

/// Whether a vote is forbidden for people who once had it, who want to lead or are pointed at, and a fault of theirs is named: "never
/// again vote for those who only dance", "don't vote for him, he lies".
pub(super) fn is_sworn_off(reading: &Reading<'_>, hit: &Hit) -> bool {
    if reading.context.of(hit) & flag::FORBIDDEN == 0 {
        return false;
    }
    let mut around = reading.in_sentence(hit.sentence).iter();
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
    let fault = if reading.places.sentence(hit.sentence).any(FAULT) {
        let mut faults = around.clone();
        faults
            .find(|other| other.first >= hit.end && other.is_any(FAULT))
            .map(|fault| fault.first)
    } else {
        None
    };
    // "Don't vote for him, he lies".
    let pointed = |fault: u32| {
        let mut here = reading.places.lexeme(hit.end).hits(reading.hits).iter();
        here.any(|who| who.class() == Some(Class::PartOther) && fault <= who.end + POINTED)
    };
    fault.is_some_and(|fault| around.any(again) || dated() || pointed(fault))
}

/// Whether the author gives their vote to somebody pointed at and says nothing else of it: "my vote is for him".
fn is_given(reading: &Reading<'_>, hit: &Hit) -> bool {
    const TOLD: u16 = flag::TURNED | flag::QUESTION | flag::PAST | flag::BALANCED;
    // "Tomorrow I vote for him", "I repent, tomorrow a vote for him": nobody else stands before the vote.
    const BEFORE: Classes =
        Classes::of(&[Class::When, Class::FirstPerson, Class::Cry, Class::Casual]);
    let begins = reading.begin_of(hit.clause);
    let alone = || {
        hit.first - begins <= OBJECT
            && (begins..hit.first)
                .all(|index| reading.is_any_at(index, BEFORE) || is_joining(reading, index))
            && reading
                .in_sentence(hit.sentence)
                .iter()
                .take_while(|other| other.first < hit.first)
                .any(|other| other.class() == Some(Class::FirstPerson))
    };
    let own = || {
        reading.is_at(hit.first, Class::FirstPerson)
            || (hit.first..hit.end).any(|index| reading.means(index, Class::FirstPerson))
            || alone()
    };
    reading.is_at(hit.end, Class::PartOther)
        && (reading.voice.distance < 0 || reading.voice.remark)
        && reading.context.of(hit) & TOLD == 0
        && own()
        && ends_clause(reading, hit.end + 1, hit.clause)
}

/// What is wrong with somebody.
const FAULT: Classes = Classes::of(&[Class::Fault, Class::Insult]);

/// Words between somebody pointed at and what is wrong with them, at most.
const POINTED: u32 = 2;

/// Words between a wish and the title of whom it is for, at most.
const ADDRESSED: u32 = 6;

/// Words behind a verb within which somebody is meant by it.
const OBJECT: u32 = 3;

/// Whether somebody stands behind a verb in its clause, named or not: to vote is everybody's duty, to vote for him is not.
fn has_object(reading: &Reading<'_>, hit: &Hit) -> bool {
    const SOMEBODY: Classes = Classes::of(&[
        Class::Ours,
        Class::Address,
        Class::Host,
        Class::Look,
        Class::Spot,
        Class::PartContestant,
        Class::PartOther,
    ]);
    // "I back you".
    let last = reading.lexemes.get(hit.end.wrapping_sub(1) as usize);
    // A formula of several words holds its object.
    hit.end - hit.first > 2
        || last.is_some_and(|last| last.is(mark::YOURS))
        || reading.in_clause(hit.clause).iter().any(|other| {
            other.first >= hit.first && other.first < hit.end + OBJECT && other.is_any(SOMEBODY)
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
        && reading.places.sentence(hit.sentence).has(Class::Address)
        && reading.in_sentence(hit.sentence).iter().any(meant)
}

/// Whether a sentence unites people with somebody in office and cheers, and says nothing of what for.
pub(super) fn is_bare_call(reading: &Reading<'_>, hit: &Hit, class: Class) -> bool {
    const PLAIN: Classes = Classes::of(&[
        Class::Rally,
        Class::PartWith,
        Class::Address,
        Class::Office,
        Class::Mobilise,
        Class::FirstPerson,
        Class::Assent,
    ]);
    let around = reading.places.sentence(hit.sentence);
    if class != Class::Rally || !around.has(Class::PartWith) || !around.has(Class::Office) {
        return false;
    }
    let sentence = around.hits(reading.hits);
    let cries = |other: &Hit| other.class() == Some(Class::Rally) && other.first != hit.first;
    let with = |office: &Hit| {
        matches!(office.class(), Some(Class::Office | Class::Address))
            && reading.before(office.first).has(Class::PartWith)
    };
    // "Bung Beno", "Bapak Haji Rahmat": what stands behind a title is a name, what stands behind an office may be work.
    let named = |index: u32, lexeme: &Lexeme| {
        let titled = |back: u32| {
            index
                .checked_sub(back)
                .is_some_and(|before| reading.is_at(before, Class::Address))
        };
        titled(1) || lexeme.is(mark::TITLE) && titled(2)
    };
    sentence.iter().any(cries)
        && sentence.iter().any(with)
        && reading
            .lexemes
            .iter()
            .enumerate()
            .filter(|(_, lexeme)| lexeme.sentence == hit.sentence && !lexeme.is(mark::EMOJI))
            .all(|(index, lexeme)| {
                reading.is_any_at(index as u32, PLAIN) || named(index as u32, lexeme)
            })
}

/// Whether the sentence of a hit wants somebody elected: a vote, a victory or fitness for office, and one more of them or a wish,
/// or what is done with candidates alone, by people who speak of themselves.
pub(super) fn is_wanted(reading: &Reading<'_>, hit: &Hit) -> bool {
    const CHOSEN: Classes = Classes::of(&[Class::Vote, Class::Victory]);
    const HOPED: Classes = Classes::of(&[Class::Fit, Class::Support, Class::Wish, Class::Remind]);
    const OWN: Classes = Classes::of(&[Class::Rally, Class::Identity, Class::Support]);
    let around = reading.places.sentence(hit.sentence);
    let chosen = || {
        let sentence = around.hits(reading.hits).iter();
        let denied = |other: &Hit| reading.context.of(other) & flag::NEGATED != 0;
        sentence.filter(move |other| other.is_any(CHOSEN) && !denied(other))
    };
    // Matches and prizes are won too; votes and whole formulas of victory are those of elections.
    let wins = |other: &Hit| other.class() == Some(Class::Victory) && other.end - other.first == 1;
    let in_election = || around.any(ELECTION) || chosen().any(|other| !wins(other));
    let twice = || chosen().nth(1).is_some();
    let hoped = || around.any(HOPED) && chosen().next().is_some();
    // "Must become mayor", "deserves to be regent": an office is asked for in so many words.
    let seated = || {
        let demanded = hit.class() == Some(Class::Victory) && hit.end - hit.first > 2;
        (demanded || hit.class() == Some(Class::Fit)) && reading.is_at(hit.first, Class::Office)
    };
    // "If Mr NN runs, I back him".
    let backed = || {
        hit.class() == Some(Class::Support)
            && around.has(Class::PartRun)
            && reading.places.clause(hit.clause).has(Class::FirstPerson)
    };
    (twice() || hoped()) && in_election()
        || seated()
        || backed()
        || around.has(Class::Elect) && around.any(OWN.with(PERSONAL)) && reading.voice.distance <= 0
        || hit.class() == Some(Class::Vote) && around.any(PERSONAL)
}

/// Whether the author speaks of themself or urges others in the clause of a hit.
pub(super) fn is_personal(reading: &Reading<'_>, hit: &Hit) -> bool {
    reading.places.clause(hit.clause).any(PERSONAL)
}

/// Words of elections of the state, beside calls that need no name.
const BALLOT: Classes = STANDING.with(Classes::of(&[
    Class::Election,
    Class::Ballot,
    Class::Office,
]));

/// What vouches for a call: a call does not vouch for itself.
const VOUCHED: Classes = ELECTION.without(Class::SelfCampaign).with(STANDING);

/// Whoever stands in an election or governs.
const STANDING: Classes = Classes::of(&[Class::PartContestant, Class::PartRun, Class::Holder]);

/// The author, or a call to others.
const PERSONAL: Classes = Classes::of(&[Class::FirstPerson, Class::Mobilise]);
