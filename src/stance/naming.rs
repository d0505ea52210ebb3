//! Whether a name means its target.

use super::company::{carries, is_beside_mate};
use super::reading::Reading;
use super::topic::{EVERYDAY, Topic};
use crate::lexicon::{SenseKind, mark};
use crate::matching::{Classes, Code, Hit, slice};
use crate::source::class::{Ambiguity, Attitude, Class, TargetKind};

/// Classes of which one beside an ambiguous name tells that somebody is wanted or fought.
const SOUGHT: Classes = Classes::of(&[
    Class::Cry,
    Class::Vote,
    Class::Support,
    Class::Rally,
    Class::Fit,
    Class::Reject,
    Class::Office,
    Class::Election,
    Class::CallAgainst,
    Class::Victory,
]);

/// The same of a first name behind a title, as colleagues are called: they too are praised, cheered and wished luck.
const CHOSEN: Classes = SOUGHT
    .without(Class::Fit)
    .without(Class::Cry)
    .without(Class::Victory)
    .without(Class::Rally);

/// Words between a name and the number of its bearer.
const OWN_NUMBER: u32 = 3;

/// Whether a name means its target here.
pub(super) fn holds(reading: &Reading<'_>, hit: &Hit, shouted: bool, topic: Topic) -> bool {
    const CALLING: Classes = Classes::of(&[Class::Vote, Class::Ballot, Class::Election]);
    const WINNING: Classes = Classes::of(&[Class::Victory, Class::Vote]);
    const EVENTS: Classes = Classes::of(&[Class::PartEvent, Class::Campaign]);
    const JUDGED: Classes = Classes::of(&[
        Class::Praise,
        Class::Fault,
        Class::Insult,
        Class::Assent,
        Class::Wish,
        Class::Promise,
    ]);
    const WANTED: Classes = Classes::of(&[
        Class::Rally,
        Class::Victory,
        Class::Fit,
        Class::Vote,
        Class::Support,
    ]);
    let Reading {
        lexemes,
        hits,
        codes,
        ..
    } = *reading;
    let SenseKind::Alias {
        attitude,
        ambiguity,
        ..
    } = hit.kind
    else {
        return false;
    };
    if is_on_signboard(reading, hit) {
        return false;
    }
    if matches!(ambiguity, Ambiguity::Clear | Ambiguity::Shared) {
        return true;
    }
    let Some(lexeme) = lexemes.get(hit.first as usize) else {
        return false;
    };
    // Two letters are initials of many.
    let ambiguity = if lexeme.span.len() <= 2 && hit.end - hit.first == 1 {
        Ambiguity::Word
    } else {
        ambiguity
    };
    let place = reading.places.sentence(hit.sentence);
    let around = place.hits(hits);
    // "O God, make NN win": faith is no everyday talk behind a prayer for victory.
    let prayed_for = || {
        const GRANTED: Classes =
            Classes::of(&[Class::Victory, Class::Support, Class::Vote, Class::Elect]);
        let spelled = hit.end - hit.first > 1 || lexeme.is(mark::CAPS) && !shouted;
        spelled
            && reading.before(hit.first).any(GRANTED)
            && !place.any(EVERYDAY.without(Class::Faith))
    };
    let daily = place.any(EVERYDAY) && !prayed_for();
    // Goods have a fixed price; people to whom one is sworn have a name of endearment.
    let sworn = attitude == Attitude::Fond
        && reading.is_at(hit.first, Class::Address)
        && reading.is_at(hit.end, Class::Rally)
        && reading.is_at(hit.end, Class::Echo)
        && !place.has(Class::Family);
    // "Bismillah, NN wins": faith is no everyday talk beside a victory.
    let prayed = || {
        lexeme.is(mark::CAPS)
            && !shouted
            && reading.is_at(hit.end, Class::Victory)
            && !place.any(EVERYDAY.without(Class::Faith))
    };
    let everyday = || {
        let near = Topic::of(around);
        near.everyday > near.election + near.clear
    };
    let tagged = lexeme.is(mark::TAG);
    // Two names of one ticket in a hashtag are no friends.
    if tagged && ambiguity == Ambiguity::Name && is_ticket(reading, hit) {
        return true;
    }
    if place.has(Class::Abroad) || daily && everyday() && !sworn && !prayed() {
        return false;
    }
    let political = topic.clear + topic.election;
    // Names that are rarely anything else vouch for others, where nothing everyday makes doubtful what they are.
    let company = political + if topic.everyday == 0 { topic.likely } else { 0 };
    if ambiguity == Ambiguity::Likely {
        return !daily || political > 0;
    }
    // Hits beside the name, not over it, up to some words away.
    let near = |reach: u32| {
        around.iter().filter(move |other| {
            (other.end <= hit.first || other.first >= hit.end) && other.distance(hit) <= reach
        })
    };
    let beside = |classes: Classes, reach: u32| {
        place.any(classes) && near(reach).any(|other| other.is_any(classes))
    };
    let next_to = |class: Class| beside(Classes::one(class), 0);
    // "PAN saja": shouted, and nothing but assent behind it.
    let echoed = lexeme.is(mark::CAPS) && !shouted && next_to(Class::Echo);
    let called = echoed || beside(CALLING, 1);
    let codes = || slice(codes, |code| code.sentence, hit.sentence).iter();
    let own = |code: &&Code| {
        hit.target()
            .is_some_and(|target| carries(reading.knowledge, target, code.number, reading.contest))
    };
    let coded = codes().any(|code| {
        code.lexeme + 1 == hit.first || code.first == hit.end && (!code.echoed || own(&code))
    });
    // A name in capitals and the number its bearer has on a ballot.
    let numbered = codes()
        .filter(|code| !code.emoji && code.first >= hit.end && code.first <= hit.end + OWN_NUMBER)
        .any(|code| own(&code));
    let numbered_here = || codes().any(|code| !code.emoji && !code.echoed && own(&code));
    // "The old oak fell": trees and animals of that name also fall.
    let only_fallen = || {
        near(3).filter(|other| other.is_any(SOUGHT)).all(|other| {
            other.class() == Some(Class::Reject) && reading.is_at(other.first, Class::Defeat)
        })
    };
    match ambiguity {
        Ambiguity::Clear | Ambiguity::Shared | Ambiguity::Likely => true,
        Ambiguity::Name => {
            // A capital at the beginning of a sentence says nothing.
            let initial = hit.first == 0
                || lexemes
                    .get(hit.first as usize - 1)
                    .is_some_and(|before| before.sentence != lexeme.sentence);
            let marked = lexeme.is(mark::TITLE | mark::CAPS) && !initial
                || lexeme.is(mark::CAPS) && !shouted
                || tagged
                || hit.end - hit.first > 1;
            // Three letters stand for mills, taxes and drills: praise beside them says nothing.
            let spelled = lexeme.span.len() > 3 || hit.end - hit.first > 1;
            let forename = forename(reading, hit);
            let sought = || match forename {
                Some(Forename::Titled) => near(3).any(|other| {
                    other.is_any(CHOSEN) || other.is_any(SOUGHT) && other.end - other.first > 1
                }),
                _ => beside(SOUGHT, 3),
            };
            // "I stay with Pak NN": a formula of loyalty right before the name.
            let settled = || {
                reading.before(hit.first).has(Class::Cry)
                    && !reading.places.clause(hit.clause).any(EVERYDAY)
                    && reading.at(hit.first.wrapping_sub(1)).iter().any(|cry| {
                        cry.class() == Some(Class::Cry)
                            && cry.end == hit.first
                            && (cry.end - cry.first > 1
                                || reading.before(cry.first).has(Class::FirstPerson))
                    })
            };
            // "PKS, never will I punch it": a ballot paper is punched for parties alone.
            let punched = || {
                let of_election = |vote: &Hit| {
                    lexemes
                        .get(vote.end.wrapping_sub(1) as usize)
                        .is_some_and(|verb| reading.knowledge.means(verb.lemma, Class::Election))
                };
                topic.everyday == 0
                    && near(3).any(|other| other.class() == Some(Class::Vote) && of_election(other))
            };
            company > 0
                || topic.office > 1
                || settled()
                || punched()
                || !daily && is_beside_mate(reading, hit)
                // "He came himself. We vote for him for governor".
                || topic.everyday == 0 && reading.has(Class::Elect)
                || (coded || marked && numbered_here()) && !daily
                || attitude == Attitude::Hostile && beside(WINNING, 2)
                // "I for one NN it is".
                || marked
                    && topic.everyday == 0
                    && next_to(Class::FirstPerson)
                    && reading.is_at(hit.end, Class::Echo)
                // Swear words that are also jeers need politics; names need somebody to be wanted or judged beside them.
                || attitude != Attitude::Hostile && !daily && (sought() && (called || (marked || lexeme.span.len() >= 4) && !only_fallen()) || forename.is_none() && marked && spelled && beside(JUDGED, 4))
        }
        Ambiguity::Word => {
            // "Nomor 3 pas di TPS": a word beside a number that is not its own stays a word.
            let coded = coded && codes().any(|code| own(&code));
            let marked = lexeme.is(mark::CAPS) && !shouted
                || tagged
                || coded
                || hit.end - hit.first > 1 && !lexeme.is(mark::GLUED);
            // A pet name is wanted; an uncle is not.
            // So is whoever a rally is held for.
            let fond = attitude == Attitude::Fond
                && !daily
                && (beside(WANTED, 2) || beside(EVENTS, 0) || coded);
            // "Ready, uncle" answers whoever calls people together.
            let answered = attitude == Attitude::Fond
                && topic.everyday == 0
                && topic.gathering > 0
                && next_to(Class::Assent);
            let own = marked && next_to(Class::FirstPerson);
            // "Volunteers of NN": those who belong belong to somebody.
            let followed =
                marked && topic.everyday == 0 && reading.before(hit.first).has(Class::Identity);
            // "NN it is, no looking left or right": assent behind the word, and a whole formula of loyalty beside it.
            let settled = topic.everyday + topic.abroad == 0
                && next_to(Class::Echo)
                && around.iter().any(|other| {
                    other.class() == Some(Class::Rally)
                        && other.end - other.first > 2
                        && other.distance(hit) <= 2
                });
            // "NN wins in one round": what only candidates do.
            let elected = topic.everyday == 0
                && reading.is_at(hit.end, Class::Victory)
                && reading.is_at(hit.end, Class::Election)
                && around
                    .iter()
                    .any(|other| other.first == hit.end && other.clause == hit.clause);
            // "NN it is at the ballot": assent behind the word, and the vote behind that.
            let voted = topic.everyday == 0
                && reading.is_at(hit.end, Class::Echo)
                && reading.is_at(hit.end + 1, Class::Vote);
            fond || voted || own || sworn || answered || settled || elected || followed || marked && numbered
                || (marked && (company > 0 || called || beside(SOUGHT, 3)))
                // Chosen, not choosing: "pas nyoblos" is when one votes.
                || (called
                    && !lexeme.is(mark::STRETCHED)
                    && topic.everyday == 0
                    && reading.before(hit.first).has(Class::Vote))
        }
    }
}

/// Whether a name of several words is that of a ticket.
fn is_ticket(reading: &Reading<'_>, hit: &Hit) -> bool {
    let target = || reading.knowledge.target(hit.target()?);
    hit.end - hit.first > 1 && target().is_some_and(|target| target.kind == TargetKind::Ticket)
}

/// How somebody is called by the first name alone, which others have too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Forename {
    Bare,
    /// Behind a title: *Pak*, *Bu*, *Mas*.
    Titled,
}

/// How the name of a person is a first name alone, if it is.
pub(super) fn forename(reading: &Reading<'_>, hit: &Hit) -> Option<Forename> {
    let target = hit.target()?;
    // The tickets of a user's election are called by the names of their people.
    let is_person = reading.knowledge.is_of_user(target)
        || reading.knowledge.target(target)?.kind == TargetKind::Person;
    // "Pak Surya Halim": the rest of the name follows.
    let goes_on = || {
        let mut next = reading.at(hit.end).iter();
        next.any(|next| next.first == hit.end && next.target() == Some(target))
    };
    if !is_person || goes_on() {
        return None;
    }
    let title = |at: u32| {
        let lexeme = reading.lexemes.get(at as usize);
        lexeme.is_some_and(|lexeme| reading.knowledge.means(lexeme.lemma, Class::Address))
    };
    match hit.end - hit.first {
        1 if reading.before(hit.first).has(Class::Address) => Some(Forename::Titled),
        1 => Some(Forename::Bare),
        2 if title(hit.first) => Some(Forename::Titled),
        _ => None,
    }
}

/// Whether a name is that of a shop or a dish: goods or food right before it, a title between them.
fn is_on_signboard(reading: &Reading<'_>, hit: &Hit) -> bool {
    const SOLD: Classes = Classes::of(&[Class::Shop, Class::Food]);
    if !reading.places.clause(hit.clause).any(SOLD) {
        return false;
    }
    let sold = |index: u32| {
        let here = reading.places.lexeme(index);
        here.any(SOLD)
            && here
                .hits(reading.hits)
                .iter()
                .any(|other| other.clause == hit.clause)
    };
    hit.first.checked_sub(1).is_some_and(|before| {
        sold(before)
            || reading.is_at(before, Class::Address) && before.checked_sub(1).is_some_and(sold)
    })
}
