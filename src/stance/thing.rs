//! Whether praise or blame is of somebody named, or of some thing that stands nearer.

use super::score::Reading;
use super::side::Mention;
use super::topic::is_everyday;
use crate::lexicon::mark;
use crate::matching::{Hit, at, is_at};
use crate::source::class::Class;
use crate::source::layout::{self, form};

/// Words around a hit within which a thing is what it judges.
const REACH: u32 = 4;
/// Words before a name within which something is somebody's.
const OWNED: u32 = 3;
/// Frequency band of the words that are no things but join others.
const JOINING: u8 = 1;

/// Whether a judgement or a victory is of something else than a name: "NN came by, the traffic was awful", "parking at NN's rally is
/// dear, mad", "the team lost, NN was there to see it".
pub(super) fn is_of_thing(
    reading: &Reading<'_>,
    mention: &Mention,
    hit: &Hit,
    class: Class,
) -> bool {
    if mention.tag {
        return false;
    }
    if matches!(class, Class::Victory | Class::Defeat) {
        return if mention.clause == hit.clause {
            is_everyday_between(reading, mention, hit)
        } else {
            is_beside_everyday(reading, hit)
        };
    }
    let judges = matches!(
        class,
        Class::Praise | Class::Courtesy | Class::Fault | Class::Insult | Class::Mock
    );
    judges && is_judged_thing(reading, mention, hit)
}

/// Whether praise or blame is of something else than a name.
fn is_judged_thing(reading: &Reading<'_>, mention: &Mention, hit: &Hit) -> bool {
    let everyday = |index| is_everyday_at(reading, index, mention.clause);
    // "NN's wife", "the soup that NN likes".
    let owned = (mention.first.saturating_sub(OWNED)..mention.first).any(everyday);
    if mention.clause != hit.clause {
        let owns = mention.first.checked_sub(1).is_some_and(|before| {
            is_at(reading.hits, before, Class::PartEvent)
                || is_thing(reading, before, mention.clause)
        });
        return owns || owned || has_thing(reading, hit);
    }
    // In one clause: what is surely everyday, or its own, as in "NN draws, its colours are fine".
    let its = hit.first.checked_sub(1).is_some_and(|before| {
        before >= mention.end
            && reading
                .lexemes
                .get(before as usize)
                .is_some_and(|lexeme| lexeme.is(mark::ITS))
            && is_thing(reading, before, hit.clause)
    });
    its || owned || is_everyday_between(reading, mention, hit)
}

/// Whether a word of everyday life stands between a name and a hit of its clause: "NN was on the jury, we lost".
fn is_everyday_between(reading: &Reading<'_>, mention: &Mention, hit: &Hit) -> bool {
    let mut between = if mention.first >= hit.end {
        hit.end..mention.first
    } else {
        mention.end..hit.first
    };
    between.any(|index| is_everyday_at(reading, index, hit.clause))
}

/// The words around a hit.
fn around(hit: &Hit) -> impl Iterator<Item = u32> {
    (hit.first.saturating_sub(REACH)..hit.first).chain(hit.end..hit.end + REACH)
}

/// Whether a thing stands near a hit in its clause.
fn has_thing(reading: &Reading<'_>, hit: &Hit) -> bool {
    is_beside_everyday(reading, hit)
        || around(hit).any(|index| is_thing(reading, index, hit.clause))
}

/// Whether a word of everyday life stands near a hit in its clause: "the team lost, NN was there to see it".
fn is_beside_everyday(reading: &Reading<'_>, hit: &Hit) -> bool {
    around(hit).any(|index| is_everyday_at(reading, index, hit.clause))
}

/// Classes of goods and gifts.
fn is_goods(class: Class) -> bool {
    matches!(
        class,
        Class::PartGift | Class::PartAsset | Class::PartGarment | Class::PartShirt
    )
}

/// Whether a word of a clause is one of which nothing is known but perhaps that it belongs to the language: neither a verb nor one
/// that only joins others.
fn is_thing(reading: &Reading<'_>, index: u32, clause: u32) -> bool {
    const VERB: u16 = form::ACTIVE | form::PASSIVE;
    reading.lexemes.get(index as usize).is_some_and(|lexeme| {
        let plain = lexeme.form & form::PLAIN != 0
            && lexeme.form & VERB == 0
            && reading.knowledge.band(lexeme.lemma) > JOINING;
        lexeme.clause == clause
            && lexeme.number == 0
            && !lexeme.is(mark::TAG | mark::HANDLE | mark::EMOJI)
            && (plain || lexeme.lemma == layout::NONE)
            && at(reading.hits, index)
                .iter()
                .all(|hit| hit.class().is_some_and(is_goods))
    })
}

/// Whether a word of everyday life stands at a lexeme of a clause.
fn is_everyday_at(reading: &Reading<'_>, index: u32, clause: u32) -> bool {
    at(reading.hits, index)
        .iter()
        .any(|other| other.clause == clause && other.class().is_some_and(is_everyday))
}
