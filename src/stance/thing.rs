//! Whether praise or blame is of somebody named, or of some thing that stands nearer.

use super::score::Reading;
use super::side::Mention;
use super::topic::is_everyday;
use crate::lexicon::{Lexeme, mark};
use crate::matching::{Hit, at, is_at};
use crate::source::class::Class;
use crate::source::layout::{self, form};

/// Words around a hit within which a thing is what it judges.
const REACH: u32 = 4;
/// Frequency band of the words that are no things but join others.
const JOINING: u8 = 1;

/// Classes that judge whom or what they stand beside.
pub(super) fn is_judgement(class: Class) -> bool {
    matches!(
        class,
        Class::Praise | Class::Fault | Class::Insult | Class::Mock
    )
}

/// Whether a judgement is of something else than a name: "NN came by, the traffic was awful", "parking at NN's rally is dear, mad".
pub(super) fn is_of_thing(reading: &Reading<'_>, mention: &Mention, hit: &Hit) -> bool {
    if mention.tag {
        return false;
    }
    if mention.clause != hit.clause {
        return is_event(reading, mention) || has_thing(reading, hit);
    }
    // In one clause only what is surely everyday stands between.
    let (from, to) = if mention.first >= hit.end {
        (hit.end, mention.first)
    } else {
        (mention.end, hit.first)
    };
    (from..to).any(|index| is_everyday_at(reading, index, hit))
}

/// Whether a name only tells which event is meant.
fn is_event(reading: &Reading<'_>, mention: &Mention) -> bool {
    mention
        .first
        .checked_sub(1)
        .is_some_and(|before| is_at(reading.hits, before, Class::PartEvent))
}

/// Whether a thing stands near a hit in its clause.
fn has_thing(reading: &Reading<'_>, hit: &Hit) -> bool {
    (hit.first.saturating_sub(REACH)..hit.end + REACH).any(|index| {
        reading
            .lexemes
            .get(index as usize)
            .is_some_and(|lexeme| lexeme.clause == hit.clause && is_thing(reading, index, lexeme))
            || is_everyday_at(reading, index, hit)
    })
}

/// Whether a word is one of the language of which nothing more is known: neither a verb nor one that only joins others.
fn is_thing(reading: &Reading<'_>, index: u32, lexeme: &Lexeme) -> bool {
    lexeme.lemma != layout::NONE
        && lexeme.form & form::PLAIN != 0
        && lexeme.form & (form::ACTIVE | form::PASSIVE) == 0
        && !lexeme.is(mark::TAG | mark::HANDLE)
        && reading.knowledge.band(lexeme.lemma) > JOINING
        && at(reading.hits, index).is_empty()
}

/// Whether a word of everyday life, other than the hit itself, stands at a lexeme of its clause.
fn is_everyday_at(reading: &Reading<'_>, index: u32, hit: &Hit) -> bool {
    !(hit.first..hit.end).contains(&index)
        && at(reading.hits, index)
            .iter()
            .any(|other| other.clause == hit.clause && other.class().is_some_and(is_everyday))
}
