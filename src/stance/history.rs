//! What has been: victories and defeats of the past, and those who have come into office.

use super::doer::is_subject;
use super::reading::Reading;
use super::side::{Mention, Sides};
use crate::context::flag;
use crate::lexicon::{Lexeme, mark};
use crate::matching::{Classes, Hit, slice};
use crate::source::class::Class;

/// Words behind a defeat within which its year stands.
const DATED: usize = 3;

/// Whether a victory or a defeat is told with its year, as history is: "lost in 2014 and 2019, won in 2024", "lost 2017 to NN", "won
/// 2004".
pub(super) fn is_chronicled(reading: &Reading<'_>, hit: &Hit, class: Class) -> bool {
    let sentence = slice(reading.lexemes, |lexeme| lexeme.sentence, hit.sentence);
    if sentence.iter().any(|lexeme| lexeme.is(mark::GONE)) {
        return true;
    }
    let year = |lexeme: &&Lexeme| lexeme.is(mark::YEAR) && !lexeme.is(mark::TAG);
    // "NN lost in the capital 2017".
    let behind = reading
        .lexemes
        .iter()
        .skip(hit.end as usize)
        .take(DATED)
        .take_while(|lexeme| lexeme.clause == hit.clause);
    // What is prayed for has not been.
    let hoped = || reading.places.clause(hit.clause).has(Class::Wish);
    class == Class::Defeat && behind.filter(year).count() > 0 && !hoped()
        || sentence.iter().filter(year).count() > 1
}

/// Whether somebody is only said to have come into office, and what follows tells of life under them: "NN became governor, rice is as
/// dear as ever".
pub(super) fn is_in_office(reading: &Reading<'_>, sides: &Sides, hit: &Hit) -> bool {
    /// Words of such a story at least.
    const STORY: usize = 3;
    /// What makes of it a hope, a call or a plan.
    const HOPED: Classes = Classes::of(&[
        Class::FirstPerson,
        Class::Fit,
        Class::Mobilise,
        Class::Ours,
        Class::Praise,
        Class::Promise,
        Class::Rally,
        Class::Support,
        Class::Vote,
        Class::Wish,
    ]);
    let sentence = reading.places.sentence(hit.sentence);
    let told = reading.is_at(hit.first, Class::Office)
        && reading.means(hit.first, Class::PartJoin)
        && !sentence.any(HOPED)
        && reading.context.of(hit) & (flag::CONDITION | flag::QUESTION) == 0;
    let begins = |name: &Mention| is_subject(reading, name, hit);
    let story = || {
        reading
            .lexemes
            .iter()
            .skip(hit.end as usize)
            .take_while(|lexeme| lexeme.sentence == hit.sentence)
            .filter(|lexeme| !lexeme.is(mark::EMOJI | mark::TAG))
            .count()
    };
    told && sides.in_sentence(hit.sentence).iter().any(begins) && story() >= STORY
}

/// Whether a sentence tells who won and who lost, or where, and nobody is glad of it or wishes for it: "MM lost, NN goes on", "NN won in 36
/// provinces".
pub(super) fn is_result(reading: &Reading<'_>, sides: &Sides, hit: &Hit) -> bool {
    /// Who wins.
    const WON: Classes = Classes::of(&[Class::Victory, Class::Renew]);
    /// What is no news of it.
    const MEANT: Classes = Classes::of(&[
        Class::Assent,
        Class::Campaign,
        Class::Cry,
        Class::Identity,
        Class::Insult,
        Class::Mobilise,
        Class::Mock,
        Class::Ours,
        Class::Praise,
        Class::Rally,
        Class::Support,
        Class::Vote,
        Class::Wish,
    ]);
    let sentence = reading.places.sentence(hit.sentence);
    let turned = flag::CONDITION | flag::FORBIDDEN | flag::NEGATED | flag::QUESTION;
    if sentence.any(MEANT) || reading.context.of(hit) & turned != 0 {
        return false;
    }
    let own = sentence.has(Class::FirstPerson);
    let plain = |lexeme: &Lexeme| !lexeme.is(mark::EMOJI | mark::TAG | mark::STRETCHED);
    let both = || {
        let mentions = sides.in_sentence(hit.sentence);
        let first = mentions.first().map(|mention| mention.side);
        !own && sentence.any(WON)
            && sentence.has(Class::Defeat)
            && mentions.iter().any(|other| Some(other.side) != first)
    };
    // A word that says nothing, "in", then a place or how many of them.
    let there = || {
        let place = hit.end + 1;
        reading.places.lexeme(hit.end).is_empty()
            && (reading.is_at(place, Class::Place)
                || reading
                    .lexemes
                    .get(place as usize)
                    .is_some_and(|word| word.number > 0 || word.is(mark::AMOUNT)))
    };
    (both() || there())
        && slice(reading.lexemes, |lexeme| lexeme.sentence, hit.sentence)
            .iter()
            .all(plain)
}
