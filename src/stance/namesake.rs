//! Names that others bear too: "Bobby", "PKS", "Pak Edy". Somebody must be wanted, fought or judged beside them, or the post be of politics.

use super::around::ends_clause;
use super::company::is_beside_mate;
use super::forename::{Forename, forename};
use super::naming::{Named, SOUGHT};
use super::topic::EVERYDAY;
use crate::lexicon::mark;
use crate::matching::{Classes, Hit};
use crate::source::class::{Attitude, Class};

/// What tells that a first name behind a title is wanted: colleagues, who are called so, are praised, cheered and wished luck too.
const CHOSEN: Classes = SOUGHT
    .without(Class::Fit)
    .without(Class::Cry)
    .without(Class::Victory)
    .without(Class::Rally);

/// Words from one sign to the name it is for.
const NEAR: u32 = 3;

/// Letters, in bytes, that stand for mills, taxes and drills as well as for parties.
const ABBREVIATION: usize = 3;

/// Whether a name that others bear too means its target.
pub(super) fn is_meant_name(named: &Named<'_>) -> bool {
    const WINNING: Classes = Classes::of(&[Class::Victory, Class::Vote]);
    let Named {
        reading,
        hit,
        topic,
        daily,
        ..
    } = *named;
    let hostile = named.attitude == Attitude::Hostile;
    let numbered = || {
        let mut codes = named.codes();
        is_marked(named) && codes.any(|code| !code.emoji && !code.echoed && named.bears(code))
    };
    named.company() > 0
        || topic.office > 1
        || is_settled(named)
        || is_punched(named)
        || !daily && is_beside_mate(reading, hit)
        // "He came himself. We vote for him for governor".
        || topic.everyday == 0 && reading.has(Class::Elect)
        || !daily && (named.is_coded() || numbered())
        || hostile && named.beside(WINNING, 2)
        || is_own_choice(named)
        // Swear words that are also jeers need politics; names need somebody to be wanted or judged beside them.
        || !hostile && !daily && (is_wanted(named) || is_judged(named))
}

/// Whether it is written as a name; a capital at the beginning of a sentence says nothing.
fn is_marked(named: &Named<'_>) -> bool {
    let lexeme = named.lexeme;
    let initial = || {
        let before = named.hit.first.checked_sub(1);
        before
            .and_then(|before| named.reading.lexemes.get(before as usize))
            .is_none_or(|before| before.sentence != lexeme.sentence)
    };
    named.is_capital()
        || lexeme.is(mark::TAG)
        || named.is_several()
        || lexeme.is(mark::TITLE | mark::CAPS) && !initial()
}

/// Whether somebody is wanted or fought beside it.
fn is_wanted(named: &Named<'_>) -> bool {
    let sought = match forename(named.reading, named.hit) {
        Some(Forename::Titled) => named.near(NEAR).any(|other| {
            other.is_any(CHOSEN) || other.is_any(SOUGHT) && other.end - other.first > 1
        }),
        _ => named.beside(SOUGHT, NEAR),
    };
    // "The old oak fell": trees and animals of that name also fall.
    let only_fallen = || {
        let mut sought = named.near(NEAR).filter(|other| other.is_any(SOUGHT));
        sought.all(|other| {
            other.class() == Some(Class::Reject) && named.reading.is_at(other.first, Class::Defeat)
        })
    };
    let spelled = || is_marked(named) || named.lexeme.span.len() > ABBREVIATION;
    sought && (named.is_called() || spelled() && !only_fallen())
}

/// Whether somebody is judged beside it; praise beside an abbreviation says nothing.
fn is_judged(named: &Named<'_>) -> bool {
    const JUDGED: Classes = Classes::of(&[
        Class::Praise,
        Class::Fault,
        Class::Insult,
        Class::Assent,
        Class::Wish,
        Class::Promise,
    ]);
    (named.lexeme.span.len() > ABBREVIATION || named.is_several())
        && is_marked(named)
        && forename(named.reading, named.hit).is_none()
        && named.beside(JUDGED, NEAR + 1)
}

/// "I for one NN it is".
fn is_own_choice(named: &Named<'_>) -> bool {
    let Named { reading, hit, .. } = *named;
    // "psi it is for me": nothing else is chosen so.
    let closes = || {
        let author = hit.end + 1;
        reading.is_at(author, Class::FirstPerson) && ends_clause(reading, author, hit.clause)
    };
    named.topic.everyday == 0
        && reading.is_at(hit.end, Class::Echo)
        && (is_marked(named) && named.next_to(Class::FirstPerson) || closes())
}

/// "I stay with Pak NN": a formula of loyalty right before the name.
fn is_settled(named: &Named<'_>) -> bool {
    let Named { reading, hit, .. } = *named;
    let sworn = |cry: &Hit| {
        cry.class() == Some(Class::Cry)
            && cry.end == hit.first
            && (cry.end - cry.first > 1 || reading.before(cry.first).has(Class::FirstPerson))
    };
    let before = reading.before(hit.first);
    before.has(Class::Cry)
        && before.hits(reading.hits).iter().any(sworn)
        && !reading.places.clause(hit.clause).any(EVERYDAY)
}

/// "PKS, never will I punch it": a ballot paper is punched for parties alone.
fn is_punched(named: &Named<'_>) -> bool {
    let Named { reading, .. } = *named;
    let of_election = |vote: &Hit| reading.means(vote.end.wrapping_sub(1), Class::Election);
    named.topic.everyday == 0
        && named
            .near(NEAR)
            .any(|other| other.class() == Some(Class::Vote) && of_election(other))
}
