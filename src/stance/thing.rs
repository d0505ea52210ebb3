//! Whether praise or blame is of somebody named, or of some thing that stands nearer.

use super::reading::Reading;
use super::side::Mention;
use super::topic::EVERYDAY;
use crate::lexicon::mark;
use crate::matching::{Classes, Hit};
use crate::source::class::Class;
use crate::source::layout::{self, form};

/// Words around a hit within which a thing is what it judges.
const REACH: u32 = 4;
/// Words before a name within which something is somebody's.
const OWNED: u32 = 3;
/// Letters of a word below which it joins others in some language of the country: *nu*, *nan*.
const SHORTEST: usize = 4;
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
                || is_of_game(reading, mention, hit)
                || class == Class::Defeat && reading.is_at(hit.end, Class::FirstPerson)
        };
    }
    if matches!(class, Class::Vote | Class::Support) && mention.end <= hit.first {
        return is_for_other(reading, hit);
    }
    // "I played chess against NN".
    if class == Class::Reject {
        return hit
            .first
            .checked_sub(1)
            .is_some_and(|before| is_everyday_at(reading, before, hit.clause));
    }
    // "NN's banner hangs across the road, dangerous".
    if class == Class::Fault && reading.before(mention.first).has(Class::PartMaterial) {
        return true;
    }
    let judges = matches!(
        class,
        Class::Praise | Class::Courtesy | Class::Fault | Class::Insult | Class::Mock
    );
    judges && is_judged_thing(reading, mention, hit, class)
}

/// Whether the clause before a victory or a defeat names somebody beside something of everyday life: "NN plays chess with MM, lost".
fn is_of_game(reading: &Reading<'_>, mention: &Mention, hit: &Hit) -> bool {
    hit.clause == mention.clause + 1
        && !reading.is_at(hit.first, Class::Office)
        && !reading.is_at(hit.first, Class::Ours)
        && reading.places.clause(mention.clause).any(EVERYDAY)
}

/// Whether the clause of a name only says when something happened, and not under whose rule: "when NN drove by, it was hot".
fn is_passing(reading: &Reading<'_>, mention: &Mention) -> bool {
    const RULE: Classes = Classes::of(&[
        Class::Office,
        Class::Victory,
        Class::Election,
        Class::Policy,
    ]);
    let clause = reading.places.clause(mention.clause);
    if !clause.has(Class::When) || clause.any(RULE) {
        return false;
    }
    let first = reading.begin_of(mention.clause);
    first < mention.first && reading.is_at(first, Class::When)
}

/// Whether a vote or support is for what stands right behind it: "NN or not, I back mum's cooking".
pub(super) fn is_for_other(reading: &Reading<'_>, hit: &Hit) -> bool {
    const OTHER: Classes = Classes::of(&[Class::PartPublic, Class::Abroad]).with(EVERYDAY);
    !reading.places.lexeme(hit.end).is_named() && is_any_at(reading, hit.end, hit.clause, OTHER)
}

/// Whether praise or blame is of something else than a name.
fn is_judged_thing(reading: &Reading<'_>, mention: &Mention, hit: &Hit, class: Class) -> bool {
    const KIN: Classes = Classes::of(&[Class::PartOther, Class::Family]);
    // "NN's wife", "the soup that NN likes".
    let before = mention.first.saturating_sub(OWNED)..mention.first;
    let owned = has_everyday(reading, before, mention.clause);
    if mention.clause != hit.clause {
        let owns = || {
            mention.first.checked_sub(1).is_some_and(|before| {
                reading.is_at(before, Class::PartEvent) || is_thing(reading, before, mention.clause)
            })
        };
        // "NN sells a bike, scrap": a word that is also one of goods judges what is told of before the pause.
        let handled = reading.is_any_at(hit.first, EVERYDAY);
        // "NN, answered my child, clever".
        let answered = || {
            hit.first.checked_sub(1).is_some_and(|before| {
                before >= mention.end && is_any_at(reading, before, mention.clause, KIN)
            })
        };
        return owned
            || handled
            || owns()
            || answered()
            || has_thing(reading, hit)
            || class != Class::Insult && is_passing(reading, mention);
    }
    // In one clause: what is surely everyday, or its own, as in "NN draws, its colours are fine".
    let its = || {
        hit.first.checked_sub(1).is_some_and(|before| {
            before >= mention.end
                && reading
                    .lexemes
                    .get(before as usize)
                    .is_some_and(|lexeme| lexeme.is(mark::ITS))
                && is_thing(reading, before, hit.clause)
        })
    };
    owned || is_everyday_between(reading, mention, hit) || its()
}

/// Whether a word of everyday life stands between a name and a hit of its clause: "NN was on the jury, we lost".
fn is_everyday_between(reading: &Reading<'_>, mention: &Mention, hit: &Hit) -> bool {
    let between = if mention.first >= hit.end {
        hit.end..mention.first
    } else {
        mention.end..hit.first
    };
    has_everyday(reading, between, hit.clause)
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
    has_everyday(reading, around(hit), hit.clause)
}

/// Classes of goods and gifts.
fn is_goods(class: Class) -> bool {
    matches!(
        class,
        Class::PartGift | Class::PartAsset | Class::PartGarment | Class::PartShirt
    )
}

/// Whether a common word stands at a lexeme of a clause that is neither a verb nor anything politics knows.
pub(super) fn is_common_thing(reading: &Reading<'_>, index: u32, clause: u32) -> bool {
    (is_thing(reading, index, clause) || is_everyday_at(reading, index, clause))
        && reading.lexemes.get(index as usize).is_some_and(|lexeme| {
            lexeme.lemma != layout::NONE && !lexeme.is(mark::TITLE) && lexeme.span.len() >= SHORTEST
        })
}

/// Whether a word of a clause is one of which nothing is known but perhaps that it belongs to the language: neither a verb nor one
/// that only joins others.
fn is_thing(reading: &Reading<'_>, index: u32, clause: u32) -> bool {
    const VERB: u16 = form::ACTIVE | form::PASSIVE;
    reading.lexemes.get(index as usize).is_some_and(|lexeme| {
        let plain = || {
            lexeme.form & form::PLAIN != 0 && lexeme.form & VERB == 0 && !is_joining(reading, index)
        };
        lexeme.clause == clause
            && lexeme.number == 0
            && !lexeme.is(mark::TAG | mark::HANDLE | mark::EMOJI)
            && reading
                .at(index)
                .iter()
                .all(|hit| hit.class().is_some_and(is_goods))
            && (lexeme.lemma == layout::NONE || plain())
    })
}

/// Whether a word only joins others.
pub(super) fn is_joining(reading: &Reading<'_>, index: u32) -> bool {
    let lexeme = reading.lexemes.get(index as usize);
    lexeme.is_some_and(|lexeme| {
        lexeme.form & form::PLAIN != 0 && reading.knowledge.band(lexeme.lemma) <= JOINING
    })
}

/// Whether a word of everyday life stands at a lexeme of a clause.
fn is_everyday_at(reading: &Reading<'_>, index: u32, clause: u32) -> bool {
    is_any_at(reading, index, clause, EVERYDAY)
}

/// Whether a word of everyday life stands at one of some lexemes of a clause.
fn has_everyday(reading: &Reading<'_>, lexemes: impl Iterator<Item = u32>, clause: u32) -> bool {
    let mut lexemes = lexemes;
    reading.places.clause(clause).any(EVERYDAY)
        && lexemes.any(|index| is_everyday_at(reading, index, clause))
}

/// Whether a word of one of some classes stands at a lexeme of a clause.
pub(super) fn is_any_at(reading: &Reading<'_>, index: u32, clause: u32, classes: Classes) -> bool {
    let of_clause = |hit: &Hit| hit.clause == clause;
    let here = reading.places.lexeme(index);
    here.any(classes) && here.hits(reading.hits).first().is_some_and(of_clause)
}
