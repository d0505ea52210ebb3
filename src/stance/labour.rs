//! Campaign work that the author tells of: "spent the day putting up banners of NN", "joined the success team of NN".

use super::reading::Reading;
use super::side::Mention;
use super::topic::OCCASION;
use crate::context::flag;
use crate::lexicon::{Lexeme, mark};
use crate::matching::{Classes, Hit};
use crate::source::class::{Attitude, Class, Cue};
use crate::source::layout::form;

/// What is done, with what, and how many words may stand between: a verb, and a thing of whoever is named right behind it, or for whom it is.
const WORK: [(Classes, Classes, u32); 6] = [
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
    (Classes::one(Class::PartCome), OCCASION, 1),
    (
        Classes::one(Class::PartWear),
        Classes::of(&[Class::PartShirt, Class::PartGarment]),
        1,
    ),
    (Classes::one(Class::PartLead), OCCASION, GAP),
    (
        Classes::one(Class::PartCollect),
        Classes::one(Class::PartPaper),
        GAP,
    ),
];

/// The same in one phrase.
pub(super) const WHOLE: Classes = Classes::of(&[
    Class::ActAttend,
    Class::ActDisplay,
    Class::ActJoin,
    Class::ActLetter,
    Class::ActOrganise,
    Class::ActTeam,
]);

/// Work for pay.
const TRADE: Classes = Classes::of(&[Class::Work, Class::Shop, Class::Finance]);

/// Numbers of a post that are looked at.
const MOST_CODES: usize = 8;

/// Words between a verb and its thing, at most.
const GAP: u32 = 3;

/// Words before a name among which the votes stand that are for its bearer.
const VOTES: u32 = 8;

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
    let first = mention.first - u32::from(titled);
    if let Some(votes) = votes_for(reading, mention, first) {
        return Some((votes, mention.end));
    }
    let (verb, thing) = for_thing(reading, mention, first)
        .or_else(|| company(reading, mention, first))
        .filter(|(verb, _)| is_by_author(reading, verb, mention))
        .or_else(|| thing_of(reading, mention, first))?;
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
    (told & flag::NOT_DONE == 0 && !other)
        .then_some((verb.first.min(thing), verb.end.max(mention.end)))
}

/// A verb, or a whole phrase, with the thing that stands before a name: "putting up banners of NN", "joined the team for NN".
fn for_thing<'r>(reading: &Reading<'r>, mention: &Mention, first: u32) -> Option<(&'r Hit, u32)> {
    let last = first.checked_sub(1)?;
    let thing = if reading.is_for(last) {
        last.checked_sub(1)?
    } else {
        last
    };
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
    // A verb and its gap.
    let mut back = (thing.saturating_sub(GAP + 2)..=thing).rev();
    let verb = back.find_map(|index| reading.at(index).iter().find(|verb| tells(verb)))?;
    Some((verb, thing))
}

/// The votes, or the share of them, that people of the author's are to give to whom they are for: "nine votes at home, all for NN".
fn votes_for(reading: &Reading<'_>, mention: &Mention, first: u32) -> Option<u32> {
    const PEOPLE: Classes = Classes::of(&[
        Class::Family,
        Class::FirstPerson,
        Class::PartPublic,
        Class::PartStaff,
    ]);
    let sentence = reading.places.sentence(mention.sentence);
    let last = first.checked_sub(1).filter(|last| reading.is_for(*last))?;
    let is = |index: u32, word| reading.is_word(index, word);
    let counted = |index: u32| {
        let before = index
            .checked_sub(1)
            .and_then(|before| reading.lexemes.get(before as usize));
        before.is_some_and(|before| before.number > 0 || before.is(mark::AMOUNT))
    };
    let mut back = (last.saturating_sub(VOTES)..last)
        .rev()
        .take_while(|index| {
            let lexeme = reading.lexemes.get(*index as usize);
            lexeme.is_some_and(|lexeme| lexeme.sentence == mention.sentence)
        });
    let votes =
        back.find(|index| counted(*index) && (is(*index, "suara") || is(*index, "persen")))?;
    let aimed = || (last.saturating_sub(VOTES)..last).any(|index| is(index, "target"));
    let called = sentence.any(PEOPLE)
        || sentence.cue(Cue::Pledge)
        || sentence.has(Class::PartLead)
        || aimed();
    (called && mention.code.is_none() && reading.context.at(mention.first) & flag::NOT_DONE == 0)
        .then_some(votes)
}

/// A verb of company right before a name, and where its bearer is followed to right behind it: "went with NN on the campaign".
fn company<'r>(reading: &Reading<'r>, mention: &Mention, first: u32) -> Option<(&'r Hit, u32)> {
    let verb = reading.at(first.checked_sub(1)?).iter().find(|verb| {
        verb.class() == Some(Class::PartCome) && verb.end == first && verb.clause == mention.clause
    })?;
    let place = reading.places.lexeme(mention.end);
    let held = place.hits(reading.hits).iter();
    let mut held = held.filter(|held| held.clause == mention.clause);
    held.any(|held| held.is_any(OCCASION))
        .then_some((verb, mention.end))
}

/// A thing of whoever is named that the author does something with right behind: "the banner of NN I put up myself".
fn thing_of<'r>(reading: &Reading<'r>, mention: &Mention, first: u32) -> Option<(&'r Hit, u32)> {
    const THINGS: Classes = Classes::of(&[Class::PartMaterial, Class::PartShirt, Class::PartGift]);
    const DONE: Classes = Classes::of(&[Class::PartGive, Class::PartPut]);
    let thing = first
        .checked_sub(1)
        .filter(|thing| reading.is_any_at(*thing, THINGS))?;
    let own = |index: u32| reading.is_at(index, Class::FirstPerson);
    let mut verbs = (mention.end..=mention.end + GAP)
        .filter(|verb| own(verb.wrapping_sub(1)))
        .flat_map(|verb| reading.at(verb));
    let verb = verbs.find(|verb| verb.clause == mention.clause && verb.is_any(DONE))?;
    Some((verb, thing))
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
    // "Calls himself neutral but wears the shirt of NN".
    let turned = reading.before(verb.first).cue(Cue::Contrast);
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
        && (spoken || !turned && reading.voice.distance < 0 && before().count() <= LIGHT || opens())
}
