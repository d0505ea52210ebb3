//! What is the doing of whom the post names, not the author's: "NN goes on with the meeting".

use super::around::says_nothing;
use super::reading::Reading;
use super::side::{Mention, Sides};
use super::thing::is_common_thing;
use crate::matching::{Classes, Hit};
use crate::source::class::Class;
use crate::source::layout;

/// Verbs with which one also calls for somebody.
const DEEDS: Classes = Classes::of(&[Class::Rally, Class::Support, Class::Vote]);

/// What a call for somebody goes on with.
const CALLED: Classes = Classes::of(&[
    Class::Again,
    Class::Assent,
    Class::Campaign,
    Class::Echo,
    Class::Elect,
    Class::Election,
    Class::Fit,
    Class::Mobilise,
    Class::Office,
    Class::Praise,
    Class::Promise,
    Class::Rally,
    Class::Renew,
    Class::Support,
    Class::Victory,
    Class::Vote,
    Class::Wish,
]);

/// Whether somebody is named who does what a hit tells to some everyday thing: the name opens the clause, the verb follows, then the
/// thing.
pub(super) fn is_done_by_named(
    reading: &Reading<'_>,
    sides: &Sides,
    hit: &Hit,
    class: Class,
) -> bool {
    let doer = |name: &Mention| {
        !name.tag && !name.handle && name.code.is_none() && is_subject(reading, name, hit)
    };
    DEEDS.has(class)
        && hit.end - hit.first == 1
        && sides.in_sentence(hit.sentence).iter().any(doer)
        && has_object(reading, hit)
}

/// Whether a name, behind its title if it has one, opens the clause of a hit and ends right before it.
pub(super) fn is_subject(reading: &Reading<'_>, name: &Mention, hit: &Hit) -> bool {
    let titled = || reading.before(name.first).has(Class::Address);
    name.end == hit.first
        && reading.begin_of(hit.clause) == name.first.saturating_sub(u32::from(titled()))
}

/// Whether a thing stands right behind a verb, one word between them at most, and nothing behind it calls for anybody.
fn has_object(reading: &Reading<'_>, hit: &Hit) -> bool {
    let joined = reading.places.lexeme(hit.end).is_empty();
    (is_object(reading, hit.end, hit.clause)
        || joined && is_object(reading, hit.end + 1, hit.clause))
        && !reading
            .in_clause(hit.clause)
            .iter()
            .any(|other| other.first >= hit.end && other.is_any(CALLED))
}

/// Whether a word of a clause is a thing, everyday or of an office: neither somebody nor what only colours a call.
fn is_object(reading: &Reading<'_>, index: u32, clause: u32) -> bool {
    const COLOUR: Classes = CALLED.with(Classes::of(&[
        Class::Address,
        Class::Casual,
        Class::Cry,
        Class::FirstPerson,
        Class::Group,
        Class::Host,
        Class::Others,
        Class::Ours,
        Class::PartOther,
        Class::SecondPerson,
    ]));
    let place = reading.places.lexeme(index);
    let known = reading.lexemes.get(index as usize).is_some_and(|word| {
        word.clause == clause && word.lemma != layout::NONE && !says_nothing(reading, index, *word)
    });
    known
        && !place.is_named()
        && !place.is_coded()
        && !place.is_cued()
        && !place.any(COLOUR)
        && (!place.is_empty() || is_common_thing(reading, index, clause))
}
