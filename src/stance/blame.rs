//! Whose a fault is: who does it, who suffers it, and who brings it to light.

use super::reading::Reading;
use super::side::Mention;
use crate::context::flag;
use crate::lexicon::mark;
use crate::matching::{Classes, Hit};
use crate::source::class::{Class, Cue};
use crate::source::layout::form;
use crate::source::weight::Factor;

/// Words between a deed and the one it is done to.
const VICTIM: u32 = 2;

/// Words of blame.
pub(super) const BLAME: Classes = Classes::of(&[Class::Fault, Class::Insult]);

/// Whether a fault or insult is done to whoever stands right behind it: "they smear NN". The
/// words are marked as such by a cue that tells what others say or that the word is not what it seems.
pub(super) fn has_victim(reading: &Reading<'_>, mentions: &[Mention], hit: &Hit) -> bool {
    is_marked(reading, hit)
        && mentions
            .iter()
            .any(|mention| suffers(reading, mention, hit))
}

/// Whether blame behind a name is of somebody who did something to it: "they smear NN, liars".
pub(super) fn is_victim(reading: &Reading<'_>, mention: &Mention, hit: &Hit) -> bool {
    mention.end <= hit.first
        && !mention.handle
        && reading.before(mention.first).any(BLAME)
        && reading
            .before(mention.first)
            .hits(reading.hits)
            .iter()
            .any(|deed| {
                deed.clause == mention.clause && deed.is_any(BLAME) && is_marked(reading, deed)
            })
}

/// Whether a name only stands in a later clause than a deed done to somebody: "let them smear, we vote for NN".
pub(super) fn is_later(reading: &Reading<'_>, mention: &Mention, hit: &Hit) -> bool {
    mention.clause > hit.clause && is_marked(reading, hit)
}

/// Whether a word is marked as one that is done to somebody.
fn is_marked(reading: &Reading<'_>, hit: &Hit) -> bool {
    let here = reading.places.lexeme(hit.first);
    here.cue(Cue::Speech) || here.cue(Cue::Pseudo)
}

/// Whether a name stands right behind a deed, but for a title.
fn suffers(reading: &Reading<'_>, mention: &Mention, deed: &Hit) -> bool {
    mention.clause == deed.clause
        && mention.first >= deed.end
        && mention.first - deed.end <= VICTIM
        && (deed.end..mention.first).all(|index| is_title(reading, index))
}

/// Whether a lexeme is a title or an office.
fn is_title(reading: &Reading<'_>, index: u32) -> bool {
    const TITLES: Classes = Classes::of(&[Class::Address, Class::Office]);
    reading.is_any_at(index, TITLES)
}

/// Percent of the points of a word of blame that reach a name.
pub(super) fn share(reading: &Reading<'_>, mention: &Mention, hit: &Hit, class: Class) -> i32 {
    // "NN was insulted by a liar": others did it to NN, and the liar is one of them.
    let suffered = |other: &Hit| {
        other.end - other.first == 1
            && (matches!(other.cue(), Some(Cue::Speech | Cue::Pseudo))
                || other.class() == Some(Class::Insult))
            && reading
                .lexemes
                .get(other.first as usize)
                .is_some_and(|lexeme| lexeme.form & form::PASSIVE != 0)
    };
    if mention.clause == hit.clause
        && reading.context.of(hit) & flag::NEGATED == 0
        && reading.in_clause(hit.clause).iter().any(suffered)
    {
        return 0;
    }
    // "Liars smear NN".
    if reading.in_clause(hit.clause).iter().any(|other| {
        other.first >= hit.end
            && matches!(other.class(), Some(Class::Fault | Class::Insult))
            && suffers(reading, mention, other)
            && is_marked(reading, other)
    }) {
        return 0;
    }
    // "It was NN who laid bare the fraud": what fights a fault may itself be one, done to NN.
    if mention.end <= hit.first
        && mention.clause == hit.clause
        && !mention.tag
        && reading.is_at(hit.first, Class::Remedy)
    {
        return 0;
    }
    if class == Class::Insult && is_exclaimed(reading, mention, hit)
        || is_of_reader(reading, mention, hit)
    {
        return reading.weight(Factor::OfThing);
    }
    100
}

/// Whether a lone swear word opens what is told, and the clause behind it begins with something else than a name: "crazy, the queue
/// to shake hands with NN is long".
fn is_exclaimed(reading: &Reading<'_>, mention: &Mention, hit: &Hit) -> bool {
    let clause = |index: u32| {
        reading
            .lexemes
            .get(index as usize)
            .map(|lexeme| lexeme.clause)
    };
    let of = |index: Option<u32>, wanted: u32| index.and_then(clause) == Some(wanted);
    mention.clause == hit.clause + 1
        && reading.is_at(hit.first, Class::Casual)
        && hit.end - hit.first == 1
        && !of(hit.first.checked_sub(1), hit.clause)
        && !of(Some(hit.end), hit.clause)
        && of(mention.first.checked_sub(1), mention.clause)
}

/// Whether what the reader said or did is judged: "I am not for NN, but your sums are wrong".
fn is_of_reader(reading: &Reading<'_>, mention: &Mention, hit: &Hit) -> bool {
    const BESIDE: u32 = 1;
    let thing = |index: u32| {
        reading.lexemes.get(index as usize).is_some_and(|lexeme| {
            lexeme.clause == hit.clause
                && lexeme.form & form::PLAIN != 0
                && lexeme.form & (form::ACTIVE | form::PASSIVE) == 0
                && !lexeme.is(mark::TAG | mark::HANDLE | mark::EMOJI)
                && reading
                    .at(index)
                    .iter()
                    .all(|other| other.target().is_none() && other.cue().is_none())
        })
    };
    let clause = reading.places.clause(hit.clause);
    clause.has(Class::SecondPerson)
        && clause.hits(reading.hits).iter().any(|other| {
            other.class() == Some(Class::SecondPerson)
                && other.end <= hit.first
                && hit.first - other.end <= BESIDE
                && mention.end < other.first
                && other.first.checked_sub(1).is_some_and(thing)
        })
}
