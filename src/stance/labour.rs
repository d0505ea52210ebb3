//! Campaign work that the author tells of: "spent the day putting up banners of NN", "joined the success team of NN".

use super::reading::Reading;
use super::side::Mention;
use crate::context::flag;
use crate::lexicon::{Lexeme, mark};
use crate::matching::{Classes, Hit};
use crate::source::class::{Attitude, Class};
use crate::source::layout::form;

/// What is done, with what, and how many words may stand between: a verb, and a thing of whoever is named right behind it.
const WORK: [(Classes, Classes, u32); 3] = [
    (
        Classes::of(&[Class::PartPut, Class::PartGive]),
        Classes::of(&[Class::PartMaterial, Class::PartGift, Class::PartShirt]),
        GAP,
    ),
    (
        Classes::one(Class::PartJoin),
        Classes::of(&[Class::PartTeam, Class::Identity]),
        GAP,
    ),
    // "I take passengers to the rally of NN".
    (
        Classes::one(Class::PartCome),
        Classes::of(&[Class::PartEvent, Class::PartOuting]),
        1,
    ),
];

/// The same in one phrase.
pub(super) const WHOLE: Classes = Classes::of(&[
    Class::ActAttend,
    Class::ActDisplay,
    Class::ActJoin,
    Class::ActOrganise,
    Class::ActTeam,
]);

/// Work for pay.
const TRADE: Classes = Classes::of(&[Class::Work, Class::Shop, Class::Finance]);

/// Numbers of a post that are looked at.
const MOST_CODES: usize = 8;

/// Words between a verb and its thing, at most.
const GAP: u32 = 3;

/// Words before a verb among which its subject is looked for.
const NEAR: u32 = 6;

/// Words before a verb whose subject is dropped, at most.
const LIGHT: usize = 3;

/// The work, from its verb to the name, that the author of a post does for the side of a mention.
pub(super) fn worked(
    reading: &Reading<'_>,
    mention: &Mention,
    mentions: &[Mention],
) -> Option<(u32, u32)> {
    // Printers print for all sides.
    let number = mention.code.map(|code| code.number);
    let traded = || {
        let mut codes = reading.codes.iter().take(MOST_CODES);
        reading.has_any(TRADE) || number.is_some() && codes.any(|code| Some(code.number) != number)
    };
    if mention.handle
        || mention.tag
        || mention.lesser
        || mention.attitude == Attitude::Hostile
        || reading.voice.distance >= i32::from(reading.voice.remark)
        || traded()
    {
        return None;
    }
    let titled = reading.before(mention.first).has(Class::Address);
    let thing = mention.first.checked_sub(1 + u32::from(titled))?;
    let tells = |verb: &Hit| {
        verb.clause == mention.clause
            && (verb.is_any(WHOLE) && verb.end == thing + 1
                || verb.end <= thing
                    && WORK.iter().any(|(verbs, things, gap)| {
                        verb.is_any(*verbs)
                            && thing - verb.end <= *gap
                            && reading.is_any_at(thing, *things)
                    }))
    };
    let mut back = (thing.saturating_sub(GAP)..=thing).rev();
    let verb = back.find_map(|index| reading.at(index).iter().find(|verb| tells(verb)))?;
    let told = reading.context.of(verb) | reading.context.at(thing);
    // Headlines drop whoever does it as people do: "attends NN's rally, MM: we are sure".
    let behind = mentions.partition_point(|other| other.first <= mention.first);
    let next = mentions.get(behind);
    let other = next.is_some_and(|other| {
        other.sentence == mention.sentence
            && other.side != mention.side
            && !other.tag
            && !other.handle
    });
    (told & flag::NOT_DONE == 0 && !other && is_by_author(reading, verb, mention))
        .then_some((verb.first, mention.end))
}

/// Whether the author does what a verb tells: they stand before it, or nobody does and little else.
fn is_by_author(reading: &Reading<'_>, verb: &Hit, mention: &Mention) -> bool {
    const OTHERS: Classes = Classes::of(&[
        Class::Group,
        Class::Identity,
        Class::Office,
        Class::Civil,
        Class::Report,
        Class::Family,
        Class::Others,
        Class::PartContestant,
        Class::PartOther,
        Class::PartPublic,
        Class::PartStaff,
        Class::PartTeam,
    ]);
    let begins = reading.begin_of(verb.clause);
    let before = || {
        let from = begins.max(verb.first.saturating_sub(NEAR));
        (from..verb.first).map(|index| reading.places.lexeme(index))
    };
    let passive = |lexeme: &Lexeme| lexeme.form & form::PASSIVE != 0;
    // "Put up a banner of NN": the bare verb that opens a remark tells of its author; of others it is told with its prefix.
    let bare = |lexeme: &Lexeme| lexeme.form & form::ACTIVE == 0;
    let spoken = before().any(|own| own.has(Class::FirstPerson));
    let other = before().any(|other| other.any(OTHERS) || other.is_named());
    let verb = reading.lexemes.get(verb.first as usize);
    let last = reading.lexemes.get(mention.end.wrapping_sub(1) as usize);
    let opens = || {
        reading.voice.remark
            && before().next().is_none()
            && verb.is_some_and(bare)
            && last.is_some_and(|name| name.is(mark::TITLE | mark::CAPS))
    };
    !other
        && !verb.is_some_and(passive)
        && (spoken || reading.voice.distance < 0 && before().count() <= LIGHT || opens())
}
