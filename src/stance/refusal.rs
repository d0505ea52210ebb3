//! Whoever stands in an election and goes unnamed, turned down: "the other ticket only knows how to promise", "do not vote for him".

use super::reading::Reading;
use super::topic::APART;
use super::whole::Whole;
use crate::context::flag;
use crate::matching::{Classes, Hit, within};
use crate::source::class::{Class, Cue};

/// Words between a rival and what is said of them, at most.
const REACH: u32 = 10;

/// Signs of a report that a call to others outweighs.
const CALLED: i32 = 1;

/// People who stand in an election.
const STANDING: Classes = Classes::of(&[Class::PartRun, Class::Holder, Class::Election]);

/// Those who serve under them.
const STAFF: Classes = Classes::of(&[Class::Civil, Class::PartStaff]);

/// The words that turn down whoever stands in an election and is pointed at without a name.
///
/// They are for all to hear only where nobody tells of them: reports, teaching ("if somebody pays you, do not vote for them") and
/// words about neutrality turn nobody down.
pub(super) fn refused<'r>(reading: &Reading<'r>, whole: &Whole, named: bool) -> Option<&'r Hit> {
    const WORDS: Classes = BLAME.with(Classes::of(&[Class::Replace, Class::Vote]));
    // "Calon" is also whoever is to marry.
    let standing =
        reading.has_any(STANDING) || reading.has(Class::PartContestant) && reading.has_any(STAFF);
    if named || !standing || !reading.has_any(WORDS) || reading.has(Class::Neutrality) {
        return None;
    }
    let topic = &whole.topic;
    if reading.voice.distance > CALLED
        || topic.abroad > 0
        || reading.has_any(APART) && topic.election == 0
    {
        return None;
    }
    let told = reading.context.any(flag::DEBUNKED)
        || reading.voice.distance > 0
        || reading.has(Class::Report);
    let mut hits = reading.hits.iter();
    hits.find(|hit| match hit.class() {
        Some(Class::Vote) => is_denied(reading, hit),
        // A formula holds whom it turns down.
        Some(Class::Replace) => {
            reading.is_at(hit.first, Class::PartOther) && is_meant(reading, hit)
        }
        Some(class) if BLAME.has(class) => !told && is_of_rival(reading, hit),
        _ => false,
    })
}

/// What is said against a rival.
const BLAME: Classes = Classes::of(&[
    Class::Insult,
    Class::Fault,
    Class::Mock,
    Class::Reject,
    Class::Defeat,
]);

/// Whether a vote is denied to somebody who is pointed at right behind it, or governs: "do not vote for that man", "for the incumbent".
fn is_denied(reading: &Reading<'_>, vote: &Hit) -> bool {
    const DENIED: u16 = flag::FORBIDDEN | flag::NEGATED;
    let incumbent =
        || reading.is_at(vote.end, Class::Holder) && reading.is_at(vote.end, Class::PartContestant);
    reading.context.of(vote) & DENIED != 0
        && (reading.is_at(vote.end, Class::PartOther) || incumbent())
        && !reading.places.lexeme(vote.end + 1).cue(Cue::Speech)
        && is_told_to_all(reading, vote)
}

/// Whether a formula against somebody is meant as it stands.
fn is_meant(reading: &Reading<'_>, hit: &Hit) -> bool {
    const TURNED: u16 = flag::TURNED | flag::SURVEY | flag::DEBUNKED | flag::DENIED;
    reading.context.of(hit) & TURNED == 0 && is_told_to_all(reading, hit)
}

/// Whether words stand without a condition: whom they mean exists.
fn is_told_to_all(reading: &Reading<'_>, hit: &Hit) -> bool {
    const SAID: u16 = flag::QUOTED | flag::REPORTED | flag::HEARSAY;
    // "If you love your children" is no condition.
    let supposes = |other: &Hit| {
        other.cue() == Some(Cue::Condition)
            && other.first < hit.first
            && !reading.places.clause(other.clause).has(Class::SecondPerson)
    };
    reading.context.of(hit) & SAID == 0 && !reading.in_sentence(hit.sentence).iter().any(supposes)
}

/// Whether words against somebody stand beside whoever runs against the author's own.
fn is_of_rival(reading: &Reading<'_>, hit: &Hit) -> bool {
    const TURNED: u16 = flag::TURNED | flag::DEBUNKED | flag::DENIED;
    // One fault may be what a rumour says.
    let alone = || {
        hit.class() == Some(Class::Fault)
            && !reading
                .hits
                .iter()
                .any(|other| other.first != hit.first && other.is_any(BLAME))
    };
    reading.context.of(hit) & TURNED == 0
        && !alone()
        && within(reading.hits, hit, REACH).iter().any(|rival| {
            rival.class() == Some(Class::PartContestant)
                && rival.sentence == hit.sentence
                && rival.first != hit.first
                && reading.is_at(rival.first, Class::Others)
                && !is_with_holder(reading, rival)
                && is_told_to_all(reading, hit)
        })
}

/// Whether whoever governs is named in one breath with a rival: "the challenger and the incumbent alike".
fn is_with_holder(reading: &Reading<'_>, rival: &Hit) -> bool {
    const BESIDE: u32 = 2;
    within(reading.hits, rival, BESIDE)
        .iter()
        .any(|hit| hit.class() == Some(Class::Holder))
}
