//! Whoever governs and goes unnamed, kept or turned out: "the incumbent has failed, time for a new one"; and whoever staff are told to keep or
//! bring to office: "guard the votes for the gentleman".

use super::around::ends_clause;
use super::reading::Reading;
use super::topic::APART;
use super::whole::Whole;
use crate::context::flag;
use crate::lexicon::mark;
use crate::matching::{Classes, Hit, within};
use crate::source::class::{Class, Cue};

/// Words between a holder and a word that keeps or turns them out, at most.
const REACH: u32 = 10;

/// Words between a holder and a word behind them that keeps them, at most.
const BESIDE: u32 = 1;

/// The words that call for keeping or turning out whoever governs, and the class whose points they carry.
///
/// Reports of what became of a holder, questions and what is supposed call for nothing. A word that anybody may use of other things,
/// "carry on", "change", must close its clause, so that nothing is left that could be meant, in a post of nothing else.
pub(super) fn called<'r>(
    reading: &Reading<'r>,
    whole: &Whole,
    named: bool,
) -> Option<(&'r Hit, Class)> {
    const TELLING: Classes = Classes::of(&[Class::Neutrality, Class::Report]);
    const CALLS: Classes = Classes::of(&[Class::Renew, Class::Replace]);
    // Most posts speak of nobody who governs, or call for nothing.
    if !reading.has_any(COMPANY) || !reading.has_any(CALLS) || reading.has_any(TELLING) {
        return None;
    }
    let topic = &whole.topic;
    if named || reading.voice.distance > 0 || topic.abroad > 0 {
        return None;
    }
    let holders = || {
        reading
            .hits
            .iter()
            .filter(|hit| hit.class() == Some(Class::Holder))
    };
    let other = topic.everyday + topic.policy > 0;
    let blamed = is_blamed(reading);
    if let Some(hit) = served(reading) {
        return Some((hit, Class::SelfCampaign));
    }
    holders().find_map(|holder| {
        within(reading.hits, holder, REACH)
            .iter()
            .filter(|hit| is_plain(reading, hit))
            .find_map(|hit| {
                let class = match hit.class()? {
                    Class::Renew => Class::SelfCampaign,
                    Class::Replace => Class::CallAgainst,
                    _ => return None,
                };
                // A single word must close its clause, the holder at most between; only somebody found at fault is told to go by it.
                let single = hit.end - hit.first == 1;
                // "The regent once more", and nothing that is done, said or thanked for once more.
                let behind = hit.clause == holder.clause && hit.first >= holder.end;
                let right = !single
                    && behind
                    && hit.first == holder.end
                    && ends_clause(reading, hit.end, hit.clause);
                let formula = hit.end - hit.first > 2;
                if behind
                    && class == Class::SelfCampaign
                    && !formula
                    && (hit.first - holder.end > BESIDE || !opens(reading, holder.first))
                {
                    return None;
                }
                // "The regent, time to change the street lamps", "the regent came once, and that is enough": who is told to go stands there.
                if class == Class::CallAgainst && !single && !is_of_holder(reading, hit, holder) {
                    return None;
                }
                let apart = !formula || topic.policy > 0 || reading.has_any(APART);
                if other && (single || class == Class::SelfCampaign && !right && apart) {
                    return None;
                }
                let closes = ends_clause(reading, hit.end, hit.clause)
                    || holder.first >= hit.end
                        && holder.first - hit.end <= 1
                        && ends_clause(reading, holder.end, hit.clause);
                let fits = closes
                    && (hit.clause != holder.clause || opens(reading, holder.first))
                    && (hit.clause == holder.clause || opens(reading, hit.first));
                // "Bupati dua periode" is also a fact.
                let bare = hit.end - hit.first <= 2 && hit.clause != holder.clause
                    || single
                    || hit.first == holder.first;
                let stands = reading.is_at(holder.first, Class::Election);
                let meant = match class {
                    Class::SelfCampaign => !blamed || right && !reading.has_any(BLAME),
                    _ => !single || blamed || stands,
                };
                (meant && (!bare || fits)).then_some((hit, class))
            })
    })
}

/// Whether nothing else stands between a formula that turns somebody out and the holder, nor behind it in its clause.
fn is_of_holder(reading: &Reading<'_>, hit: &Hit, holder: &Hit) -> bool {
    const SOMEBODY: Classes = Classes::of(&[
        Class::Holder,
        Class::Office,
        Class::Address,
        Class::PartOther,
        Class::Others,
        Class::When,
    ]);
    const BETWEEN: Classes = SOMEBODY.with(Classes::of(&[
        Class::Assent,
        Class::Casual,
        Class::Cry,
        Class::Echo,
        Class::FirstPerson,
        Class::Place,
    ]));
    let joined = || {
        // "The old regent".
        let plain = |index: u32| hit.first - holder.end == 1 && reading.at(index).is_empty();
        (holder.end..hit.first).all(|index| {
            reading.is_any_at(index, BETWEEN)
                || reading.places.lexeme(index).is_cued()
                || plain(index)
        })
    };
    let elected = || {
        let mut clause = reading.in_clause(hit.clause).iter();
        clause.any(|other| other.class() == Some(Class::Election) && other.first >= hit.end)
    };
    let behind = hit.clause == holder.clause && hit.first >= holder.end;
    (!behind || joined())
        && (ends_clause(reading, hit.end, hit.clause)
            || reading.is_any_at(hit.end, SOMEBODY)
            || elected())
}

/// What tells that an election is meant by what is done for a gentleman or lady.
const COMPANY: Classes = Classes::of(&[
    Class::Holder,
    Class::Election,
    Class::Civil,
    Class::PartStaff,
    Class::PartContestant,
    Class::PartRun,
]);

/// The words that keep or bring somebody addressed with respect to office: "votes for the gentleman", said by staff or beside an election.
fn served<'r>(reading: &Reading<'r>) -> Option<&'r Hit> {
    let apart = reading.has_any(APART) && !reading.has(Class::Election);
    if apart || !reading.has(Class::Host) || reading.has(Class::Courtesy) {
        return None;
    }
    reading.hits.iter().find(|hit| {
        hit.class() == Some(Class::Renew)
            && reading.is_at(hit.first, Class::Host)
            && is_plain(reading, hit)
    })
}

/// What finds fault with somebody; laughter alone does not.
const BLAME: Classes = Classes::of(&[Class::Fault, Class::Insult, Class::Reject]);

/// Whether nothing but ways of addressing, urging and wishing stands before a lexeme in its clause.
fn opens(reading: &Reading<'_>, lexeme: u32) -> bool {
    const OPENING: Classes = Classes::of(&[
        Class::Address,
        Class::Assent,
        Class::Casual,
        Class::Cry,
        Class::Echo,
        Class::Election,
        Class::FirstPerson,
        Class::Mobilise,
        Class::Rally,
        Class::When,
        Class::Wish,
    ]);
    let clause = |index: u32| {
        reading
            .lexemes
            .get(index as usize)
            .map(|lexeme| lexeme.clause)
    };
    (0..lexeme)
        .rev()
        .take_while(|before| clause(*before) == clause(lexeme))
        .all(|before| {
            reading.is_any_at(before, OPENING)
                || reading
                    .lexemes
                    .get(before as usize)
                    .is_some_and(|lexeme| lexeme.is(mark::YEAR))
        })
}

/// Whether a hit is meant as it stands.
fn is_plain(reading: &Reading<'_>, hit: &Hit) -> bool {
    const TURNED: u16 = flag::TURNED | flag::SURVEY | flag::DEBUNKED | flag::DENIED;
    // "Why try another": a formula that asks asks nothing.
    let asked = if hit.end - hit.first > 2 {
        0
    } else {
        flag::QUESTION
    };
    let told = reading.before(hit.first).has(Class::PartOther);
    reading.context.of(hit) & (TURNED | asked) == 0 && !told
}

/// Whether a post finds fault with somebody, or asks what they have done at all.
fn is_blamed(reading: &Reading<'_>) -> bool {
    reading.hits.iter().any(|hit| {
        matches!(
            hit.class(),
            Some(Class::Fault | Class::Insult | Class::Mock | Class::Reject)
        ) && !reading.is_at(hit.first, Class::Replace)
            || hit.cue() == Some(Cue::Question) && reading.is_at(hit.first, Class::Casual)
    })
}
