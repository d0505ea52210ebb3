//! Remarks of nothing but a name and what declares for it: "team NN", "the whole family is for NN", "NN to the end".

use super::reading::Reading;
use super::side::Mention;
use super::topic::{APART, EVERYDAY, Topic};
use crate::context::flag;
use crate::lexicon::{Lexeme, mark};
use crate::matching::Classes;
use crate::source::class::{Attitude, Class, Cue};

/// Words of a clause that declares for somebody, at most; keeps the look at them cheap.
const LONGEST: usize = 10;

/// What may stand behind a name and its pledge: ease, assent, prayers.
const BEHIND: Classes = Classes::of(&[
    Class::Assent,
    Class::Again,
    Class::Casual,
    Class::Cry,
    Class::Echo,
    Class::Rally,
    Class::Wish,
]);

/// What may stand before: the author too, theirs, and to whom they speak. Behind a name, who they are tells of its bearer.
const BEFORE: Classes = BEHIND.with(Classes::of(&[
    Class::Address,
    Class::Faith,
    Class::Family,
    Class::FirstPerson,
    Class::Place,
    Class::Remind,
    Class::When,
]));

/// The clause, from its first lexeme to the one behind its last, with which a remark of nothing everyday, the author's family and prayers
/// aside, declares for the side of a mention.
pub(super) fn pledged(
    reading: &Reading<'_>,
    topic: Topic,
    mention: &Mention,
    mentions: &[Mention],
) -> Option<(u32, u32)> {
    const TOLD: u16 = flag::SURVEY | flag::BALANCED | flag::HEARSAY;
    // Names stand in the order of the post.
    let named = |index: u32| {
        let behind = mentions.partition_point(|other| other.first <= index);
        let last = behind.checked_sub(1).and_then(|last| mentions.get(last));
        last.is_some_and(|other| other.side == mention.side && index < other.end)
    };
    // Numbers are also those of players and pupils; names are not.
    let apart = if mention.code.is_some() {
        EVERYDAY
    } else {
        APART
    };
    let may = !mention.handle
        && !mention.tag
        && !mention.lesser
        && mention.attitude != Attitude::Hostile
        && reading.voice.remark
        && reading.voice.distance <= 0
        && topic.abroad == 0
        && !reading.has_any(apart.without(Class::Family).without(Class::Faith))
        && reading.context.at(mention.first) & TOLD == 0
        && is_pledge(reading, mention.clause, named);
    let clause = mention.clause;
    may.then(|| (reading.begin_of(clause), reading.begin_of(clause + 1)))
}

/// Whether a clause holds a pledge and nothing that is none, names aside.
pub(super) fn is_pledge(
    reading: &Reading<'_>,
    clause: u32,
    is_named: impl Fn(u32) -> bool,
) -> bool {
    if !reading.places.clause(clause).cue(Cue::Pledge) {
        return false;
    }
    let begins = reading.begin_of(clause);
    let words = reading.lexemes.iter().skip(begins as usize);
    let mut words = (begins..).zip(words.take_while(|lexeme| lexeme.clause == clause));
    let mut beside = BEFORE;
    let pledges = |(index, lexeme): (u32, &Lexeme)| {
        if is_named(index) {
            beside = BEHIND;
            return true;
        }
        lexeme.is(mark::EMOJI)
            || reading.places.lexeme(index).cue(Cue::Pledge)
            || reading.is_any_at(index, beside)
    };
    words.by_ref().take(LONGEST).all(pledges) && words.next().is_none()
}
