//! Whether a name means its target here, and a number a side.

use super::around::ends_clause;
use super::company::carries;
use super::reading::Reading;
use super::side::Sides;
use super::thing::is_common_thing;
use super::topic::{ELECTION, EVERYDAY, Topic};
use crate::context::flag;
use crate::lexicon::{SenseKind, mark};
use crate::matching::{Classes, Code, Hit, Place, slice};
use crate::source::class::{Ambiguity, Attitude, Class, Cue, Strength, TargetKind};

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

/// Words of goods between a vote and the number of the goods.
const GOODS: u32 = 3;

/// Numbers from which on a post is no chant; keeps the look at all of them cheap.
pub(super) const LONGEST_CHANT: usize = 16;

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
    let daily = place.any(EVERYDAY);
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
            company > 0
                || topic.office > 1
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

/// Whether a number stands for a side here.
pub(super) fn code_holds(reading: &Reading<'_>, code: &Code, sides: &Sides, topic: Topic) -> bool {
    const CALLS: Classes = Classes::of(&[
        Class::Cry,
        Class::Vote,
        Class::Rally,
        Class::Support,
        Class::Victory,
        Class::Reject,
    ]);
    const JUDGED: Classes = Classes::of(&[Class::Insult, Class::Fault, Class::Praise, Class::Fit]);
    const STATION: Classes =
        Classes::of(&[Class::Vote, Class::Remind, Class::Rally, Class::Mobilise]);
    const CALLED: Classes = Classes::of(&[Class::FirstPerson, Class::Mobilise]);
    const COMPARED: Classes = Classes::of(&[Class::Fit, Class::Compare, Class::Shun]);
    const REFUSED: Classes = Classes::of(&[Class::Shun, Class::Compare]);
    const FOLLOWED: Classes = Classes::of(&[Class::Identity, Class::Campaign]);
    const JEERED: Classes = Classes::of(&[Class::Mock, Class::Fault]);
    const SHOUTED: Classes = Classes::of(&[
        Class::Mobilise,
        Class::Rally,
        Class::Victory,
        Class::Support,
    ]);
    let Reading {
        lexemes,
        hits,
        context,
        ..
    } = *reading;
    let place = reading.places.sentence(code.sentence);
    if place.has(Class::Abroad) {
        return false;
    }
    let around = place.hits(hits);
    let named = sides.is_named_in(code.sentence);
    // "Nought three, we won" may be a score.
    let spoken = code.padded
        && lexemes
            .get(code.lexeme as usize)
            .is_some_and(|last| last.number == 0);
    let calls = place.any(if spoken {
        CALLS.without(Class::Victory)
    } else {
        CALLS
    });
    let political = place.any(ELECTION)
        || named
        || topic.clear + topic.election > 0
        || (topic.office > 0 || place.has(Class::Neutrality)) && place.any(JUDGED);
    let previous = reading.before(code.first);
    let ends_before = previous
        .hits(hits)
        .first()
        .is_some_and(|hit| hit.end == code.first && hit.sentence == code.sentence);
    let before = |classes: Classes| ends_before && previous.any(classes);
    let voted = before(Classes::one(Class::Vote));
    // "How can they vote for number 1": who wonders at voters asks nothing.
    let dismaying = voted && context.at(code.first) & flag::DISMAYED != 0;
    // "Time for change, number 1 it is": what campaigns promise, and a number with nothing but assent.
    let settled = || {
        place.has(Class::Promise)
            && reading.is_at(code.lexeme + 1, Class::Echo)
            && ends_clause(reading, code.lexeme + 1, code.clause)
            && code
                .first
                .checked_sub(1)
                .and_then(|before| lexemes.get(before as usize))
                .is_none_or(|before| before.clause != code.clause)
    };
    // "You are number 1": a heart votes for whom it speaks to.
    if before(Classes::one(Class::SecondPerson)) {
        return false;
    }
    // "Choose milk number 1": goods are also numbered.
    // A word that is both a vote and a sign of elections does not vouch for itself.
    let vouched = || {
        around.iter().any(|other| {
            matches!(other.class(), Some(Class::Election | Class::Ballot))
                && !reading.is_at(other.first, Class::Vote)
        })
    };
    let sold = !named
        && topic.clear == 0
        && reading.has(Class::Vote)
        && !vouched()
        && (1..=GOODS)
            .filter_map(|back| code.first.checked_sub(back))
            .take_while(|before| is_common_thing(reading, *before, code.clause))
            .any(|before| reading.before(before).has(Class::Vote));
    // "Love blooms at polling station 05".
    let station = previous.has(Class::When) && previous.has(Class::Election) && !place.any(STATION);
    if sold || station {
        return false;
    }
    if code.emoji && is_pose(reading, code) {
        return true;
    }
    // "Semua ke nomor 2": a direction of several words wants a number, "still" and "only" say little.
    // "Just graduated, but my vote stays with 3": what stands before a *but* is of something else.
    let turned = || {
        place.cue(Cue::Contrast)
            && around.iter().any(|but| {
                but.cue() == Some(Cue::Contrast)
                    && around
                        .iter()
                        .all(|hit| !hit.is_any(EVERYDAY) || hit.end <= but.first)
            })
    };
    let called = code.padded || place.any(CALLED);
    let wanted = || {
        voted && (called || turned())
            || before(Classes::one(Class::Cry))
                && around
                    .iter()
                    .any(|hit| hit.end == code.first && hit.end - hit.first > 1)
    };
    // "Volunteers of 2, ready to win" may do anything until they win.
    let followed = || {
        before(Classes::one(Class::Identity))
            && (place.has(Class::Victory) || code.padded && place.has(Class::PartEvent))
    };
    if is_chosen(reading, code, topic) {
        return true;
    }
    // Who prays about a ballot number prays about an election.
    let daily = if code.padded && calls {
        EVERYDAY.without(Class::Faith)
    } else {
        EVERYDAY
    };
    if place.any(daily) && !named && !place.any(ELECTION) && !wanted() && !followed() {
        return false;
    }
    // A digit joined to letters says nothing unless the letters say something.
    let lexeme = lexemes.get(code.lexeme as usize);
    if lexeme.is_some_and(|lexeme| lexeme.is(mark::TAG | mark::INSIDE)) && !named {
        let token = lexeme.map(|lexeme| lexeme.token);
        // "#Town2Blessed": a place wants somebody.
        let placed = around.iter().any(|hit| {
            hit.class() == Some(Class::Place)
                && lexemes.get(hit.first as usize).map(|lexeme| lexeme.token) == token
        });
        // `#Not02`: who has a ballot number is refused.
        let denied = code.padded
            && around.iter().any(|hit| {
                hit.cue() == Some(Cue::Negation)
                    && hit.end == code.first
                    && lexemes.get(hit.first as usize).map(|lexeme| lexeme.token) == token
            });
        return denied
            || around.iter().any(|hit| {
                hit.class().is_some_and(|class| {
                    CALLS.has(class)
                    || (code.padded || placed)
                        && matches!(
                            class,
                            Class::Praise | Class::Fit | Class::Promise | Class::Wish
                        )
                    // "#02TooManyLies": who has a ballot number is blamed.
                    || code.padded
                        && matches!(class, Class::Fault | Class::Insult | Class::Campaign)
                }) && lexemes.get(hit.first as usize).map(|lexeme| lexeme.token) == token
            });
    }
    // "Not number 2", "rather than number 2"; "volunteer of 03", "declaration of number 3"; "Pak NN, number 1".
    let refused = before(REFUSED);
    let belongs = || {
        before(FOLLOWED)
            || place.has(Class::Address)
                && around.iter().any(|hit| {
                    hit.class() == Some(Class::Address)
                        && hit.clause == code.clause
                        && hit.end < code.first
                        && code.first - hit.end <= 2
                })
    };
    match code.strength {
        Strength::Strong if code.emoji => political || calls,
        Strength::Strong => true,
        Strength::Medium => {
            political
                // "Number 1 only talks. Don't vote for him": what is said of no goods.
                || topic.everyday == 0 && place.any(JUDGED) && reading.has(Class::Replace)
                || code.padded && place.any(COMPARED)
                // "03 ketawa": who stands first in a short remark is laughed at.
                || code.padded
                    && code.first == 0
                    && reading.voice.remark
                    && place.any(JEERED)
                || refused
                || belongs()
                || dismaying
                // "Vote for 03? Traitors.": who asks and insults has answered.
                || voted && reading.voice.distance < 0 && reading.has(Class::Insult)
                || settled()
                // "What matters is 03, man": a reminder of nothing but a ballot number.
                || code.padded
                    && before(Classes::one(Class::Remind))
                    && ends_clause(reading, code.lexeme + 1, code.clause)
                // People are insulted, goods are not.
                || context.at(code.lexeme) & flag::QUESTION == 0
                    && (place.has(Class::Insult)
                        || code.padded && place.has(Class::Fault) && place.has(Class::Mock))
                || calls
                    && (code.emoji
                        || place.any(SHOUTED)
                        || context.at(code.lexeme) & flag::QUESTION == 0)
        }
        Strength::Weak => !code.emoji && (political || place.has(Class::Mobilise)) && calls,
    }
}

/// Whether a remark of nothing everyday, family aside, chooses the one ballot number it holds: "02 it is", "I am 02", "02 02 02".
fn is_chosen(reading: &Reading<'_>, code: &Code, topic: Topic) -> bool {
    const OPENING: Classes = Classes::of(&[
        Class::Assent,
        Class::Casual,
        Class::Cry,
        Class::Echo,
        Class::FirstPerson,
        Class::Rally,
        Class::Count,
    ]);
    // "Area code 02, yes": what stands before a number says what it counts.
    let opens = || {
        code.first.checked_sub(1).is_none_or(|before| {
            reading
                .lexemes
                .get(before as usize)
                .is_none_or(|lexeme| lexeme.clause != code.clause || lexeme.is(mark::SLANG))
                || reading.is_any_at(before, OPENING)
        })
    };
    let echoed = || reading.is_at(code.lexeme + 1, Class::Echo) && opens();
    let own = || is_of_author(reading, code.first);
    code.padded
        && reading.voice.remark
        && reading.codes.len() <= LONGEST_CHANT
        && topic.abroad == 0
        && !reading.has_any(EVERYDAY.without(Class::Family))
        && reading.context.at(code.lexeme) & (flag::QUESTION | flag::NEGATED) == 0
        && reading
            .codes
            .iter()
            .all(|other| other.number == code.number)
        && ((echoed() || own()) && ends_clause(reading, code.lexeme + 1, code.clause)
            || is_chanted(reading, code))
}

/// Whether the author stands right before a lexeme, at most a word such as *still* between them: "I am NN", "we are still NN".
pub(super) fn is_of_author(reading: &Reading<'_>, lexeme: u32) -> bool {
    const OWN: Classes = Classes::of(&[Class::FirstPerson, Class::Cry, Class::Echo, Class::Family]);
    let own = |here: &Place| {
        here.has(Class::FirstPerson) && here.hits(reading.hits).iter().all(|hit| hit.is_any(OWN))
    };
    let before = reading.before(lexeme);
    own(before) || before.has(Class::Others) && own(reading.before(lexeme - 1))
}

/// Whether a post is nothing but one ballot number, called again and again.
pub(super) fn is_chanted(reading: &Reading<'_>, code: &Code) -> bool {
    let of = |index: u32| {
        reading.codes.iter().any(|other| {
            other.padded
                && other.number == code.number
                && (other.first..=other.lexeme).contains(&index)
        })
    };
    (2..=LONGEST_CHANT).contains(&reading.codes.len())
        && reading
            .lexemes
            .iter()
            .enumerate()
            .all(|(index, lexeme)| of(index as u32) || lexeme.is(mark::EMOJI))
}

/// Whether everybody at the office is said to show the fingers that a hand shows, in a photograph.
fn is_pose(reading: &Reading<'_>, code: &Code) -> bool {
    const PHOTOGRAPH: Classes = Classes::of(&[Class::PartPhoto, Class::PartPicture]);
    const OFFICE: Classes = Classes::of(&[Class::Work, Class::Civil, Class::PartStaff]);
    let around = reading.places.sentence(code.sentence);
    around.any(PHOTOGRAPH)
        && around.any(OFFICE)
        && around.hits(reading.hits).iter().any(|hit| {
            matches!(hit.kind, SenseKind::Code { number, .. } if number == code.number)
                && reading.is_at(hit.first, Class::PartSign)
        })
}
