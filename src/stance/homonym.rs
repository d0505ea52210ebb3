//! Names that are everyday words: "PAN", "pas", "pakde". They must be written as names, or stand where nothing but a name would.

use super::naming::{Named, SOUGHT};
use crate::lexicon::mark;
use crate::matching::Classes;
use crate::source::class::{Attitude, Class};

/// Words between a name and the number of its bearer.
const OWN_NUMBER: u32 = 3;

/// Whether an everyday word is a name here.
pub(super) fn is_meant_word(named: &Named<'_>) -> bool {
    is_wanted_fondly(named)
        || is_answered(named)
        || named.is_sworn()
        || is_sworn_to(named)
        || is_elected(named)
        || is_voted(named)
        || is_written_so(named) && is_sought(named)
}

/// Whether it is written as a name, or has its own number beside it: "Nomor 3 pas di TPS", a word beside a number that is not its own stays a
/// word.
fn is_written_so(named: &Named<'_>) -> bool {
    named.is_capital()
        || named.lexeme.is(mark::TAG)
        || named.is_several() && !named.lexeme.is(mark::GLUED)
        || is_coded(named)
}

/// Whether its own number stands in its sentence, and a number right beside it.
fn is_coded(named: &Named<'_>) -> bool {
    named.is_coded() && named.codes().any(|code| named.bears(code))
}

/// Whether something around what is written as a name tells that it is one.
fn is_sought(named: &Named<'_>) -> bool {
    let Named { reading, hit, .. } = *named;
    // "Volunteers of NN": those who belong belong to somebody.
    let followed = || named.topic.everyday == 0 && reading.before(hit.first).has(Class::Identity);
    let numbered = || {
        named
            .codes()
            .filter(|code| {
                !code.emoji && code.first >= hit.end && code.first <= hit.end + OWN_NUMBER
            })
            .any(|code| named.bears(code))
    };
    named.company() > 0
        || named.is_called()
        || named.beside(SOUGHT, 3)
        || named.next_to(Class::FirstPerson)
        || followed()
        || numbered()
}

/// Whether somebody with a pet name is wanted, or a rally is held for them; an ordinary uncle is neither wanted nor cheered.
fn is_wanted_fondly(named: &Named<'_>) -> bool {
    const WANTED: Classes = Classes::of(&[
        Class::Rally,
        Class::Victory,
        Class::Fit,
        Class::Vote,
        Class::Support,
    ]);
    const EVENTS: Classes = Classes::of(&[Class::PartEvent, Class::Campaign]);
    named.attitude == Attitude::Fond
        && !named.daily
        && (named.beside(WANTED, 2) || named.beside(EVENTS, 0) || is_coded(named))
}

/// "Ready, uncle" answers whoever calls people together.
fn is_answered(named: &Named<'_>) -> bool {
    named.attitude == Attitude::Fond
        && named.topic.everyday == 0
        && named.topic.gathering > 0
        && named.next_to(Class::Assent)
}

/// "NN it is, no looking left or right": assent behind the word, and a whole formula of loyalty beside it.
fn is_sworn_to(named: &Named<'_>) -> bool {
    named.topic.everyday + named.topic.abroad == 0
        && named.next_to(Class::Echo)
        && named.around().iter().any(|other| {
            other.class() == Some(Class::Rally)
                && other.end - other.first > 2
                && other.distance(named.hit) <= 2
        })
}

/// "NN wins in one round": what only candidates do.
fn is_elected(named: &Named<'_>) -> bool {
    let Named { reading, hit, .. } = *named;
    named.topic.everyday == 0
        && reading.is_at(hit.end, Class::Victory)
        && reading.is_at(hit.end, Class::Election)
        && named
            .around()
            .iter()
            .any(|other| other.first == hit.end && other.clause == hit.clause)
}

/// Chosen, not choosing: "pas nyoblos" is when one votes. "NN it is at the ballot": assent behind the word, and the vote behind that.
fn is_voted(named: &Named<'_>) -> bool {
    let Named { reading, hit, .. } = *named;
    let behind = || reading.is_at(hit.end, Class::Echo) && reading.is_at(hit.end + 1, Class::Vote);
    let before = || {
        reading.before(hit.first).has(Class::Vote)
            && named.is_called()
            && !named.lexeme.is(mark::STRETCHED)
    };
    named.topic.everyday == 0 && (behind() || before())
}
