//! Numbers that a post itself makes those of a side: "02 it is", "I am 02", "God willing, 02", a hand held up in a photograph of the office.

use super::around::{PHOTOGRAPH, ends_clause};
use super::pledge::is_pledge;
use super::reading::Reading;
use super::topic::{EVERYDAY, Topic};
use crate::context::flag;
use crate::lexicon::{Lexeme, SenseKind, mark};
use crate::matching::{Classes, Code, Hit, Place};
use crate::source::class::{Class, Cue};

/// Numbers from which on a post is no chant; keeps the look at all of them cheap.
pub(super) const LONGEST_CHANT: usize = 16;

/// Whether a remark of nothing everyday, family aside, chooses the one ballot number it holds: "02 it is", "I am 02", "02 02 02".
pub(super) fn is_chosen(reading: &Reading<'_>, code: &Code, topic: Topic) -> bool {
    const OPENING: Classes = Classes::of(&[
        Class::Assent,
        Class::Casual,
        Class::Cry,
        Class::Echo,
        Class::FirstPerson,
        Class::PartFollow,
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
            || is_chanted(reading, code)
            || is_pledge(reading, code.clause, |index| {
                (code.first..=code.lexeme).contains(&index)
            }))
}

/// Whether the author stands right before a lexeme, at most a word such as *still* or *too* between them: "I am NN", "we are still NN".
pub(super) fn is_of_author(reading: &Reading<'_>, lexeme: u32) -> bool {
    const OWN: Classes = Classes::of(&[Class::FirstPerson, Class::Cry, Class::Echo, Class::Family]);
    const EASE: Classes = OWN.with(Classes::of(&[
        Class::Assent,
        Class::Casual,
        Class::Rally,
        Class::When,
    ]));
    let own = |here: &Place| {
        let own = |hit: &Hit| hit.is_any(OWN) || hit.cue() == Some(Cue::Pledge);
        here.has(Class::FirstPerson) && here.hits(reading.hits).iter().all(own)
    };
    let before = reading.before(lexeme);
    // "My class too is 02": what stands before the author is no thing of theirs.
    let opens = || {
        let clause = reading.lexemes.get(lexeme as usize).map(|word| word.clause);
        let first = clause.map_or(0, |clause| reading.begin_of(clause));
        first + 2 >= lexeme || reading.is_any_at(lexeme - 3, EASE)
    };
    own(before)
        || before.any(Classes::of(&[Class::Others, Class::Echo]))
            && own(reading.before(lexeme - 1))
            && opens()
}

/// Signs of a person who speaks for themself at length.
const PERSONAL: i32 = -3;

/// Words before a *not* that are looked at.
const OPENING: usize = 4;

/// Whether a person says of themself, or of the year to come, that it is not a number: "this time I am not 2", "2024 not 02 again".
pub(super) fn is_declined(reading: &Reading<'_>, code: &Code) -> bool {
    let next = code.lexeme + 1;
    let Some(not) = code.first.checked_sub(1) else {
        return false;
    };
    let own = |(before, lexeme): (u32, &Lexeme)| {
        lexeme.is(mark::YEAR) || reading.is_at(before, Class::FirstPerson)
    };
    // "My area code is not 02": nothing but the author and the time stands before it.
    let opening = || {
        let before = (0..not).zip(reading.lexemes).rev();
        before
            .take(OPENING)
            .take_while(|(_, lexeme)| lexeme.clause == code.clause)
    };
    reading.places.lexeme(not).cue(Cue::Negation)
        && reading.codes.len() == 1
        && opening().any(own)
        && opening().all(|word| own(word) || reading.is_at(word.0, Class::When))
        && (reading.voice.remark || reading.voice.distance <= PERSONAL)
        && ends_clause(
            reading,
            next + u32::from(reading.is_at(next, Class::Again)),
            code.clause,
        )
}

/// Whether a person who speaks of themself and of what governments do ends with nothing but a ballot number: "my child was stunted, meals
/// matter. God willing, 02".
pub(super) fn is_concluded(reading: &Reading<'_>, code: &Code, topic: Topic) -> bool {
    const LEADING: Classes = Classes::of(&[
        Class::Casual,
        Class::Wish,
        Class::Faith,
        Class::Assent,
        Class::Mobilise,
    ]);
    let begins = reading.begin_of(code.clause);
    let last = reading.lexemes.last().map_or(0, |last| last.clause);
    code.padded
        && !code.emoji
        && code.clause == last
        && begins > 0
        && reading.codes.len() <= LONGEST_CHANT
        && reading
            .codes
            .iter()
            .all(|other| other.number == code.number)
        && topic.policy + topic.office + topic.election > 0
        && topic.abroad == 0
        && reading.voice.distance < 0
        && reading.has(Class::FirstPerson)
        && reading.context.at(code.lexeme) & (flag::QUESTION | flag::NEGATED) == 0
        && !reading.places.post().cue(Cue::Question)
        && code.first - begins <= 3
        && (begins..code.first).all(|index| reading.is_any_at(index, LEADING))
        && ends_clause(reading, code.lexeme + 1, code.clause)
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
pub(super) fn is_pose(reading: &Reading<'_>, code: &Code) -> bool {
    const OFFICE: Classes = Classes::of(&[Class::Work, Class::Civil, Class::PartStaff]);
    let around = reading.places.sentence(code.sentence);
    around.any(PHOTOGRAPH)
        && around.any(OFFICE)
        && around.hits(reading.hits).iter().any(|hit| {
            matches!(hit.kind, SenseKind::Code { number, .. } if number == code.number)
                && reading.is_at(hit.first, Class::PartSign)
        })
}
