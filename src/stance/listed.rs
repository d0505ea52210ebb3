//! Posts that list sides, and the one side that such a post is for nevertheless.

use super::reading::Reading;
use super::side::{Counts, Mention, Side, Sides};
use crate::context::flag;
use crate::matching::{Classes, Hit};
use crate::source::class::Class;

/// Sides from which on a post is a list of names.
const LIST: usize = 4;

/// Numbers from which on a post counts votes or lists a ballot.
const BALLOT: usize = 3;

/// Proofs and numbers of a side that are looked at; keeps the look at all of them cheap.
const MOST: usize = 32;

/// Whether a post lists names, or the numbers of a ballot, and chooses none of them.
pub(super) fn is_listed(reading: &Reading<'_>, sides: &Sides, counts: &Counts) -> bool {
    counts.told_apart >= LIST
        || sides.sides.len() >= BALLOT && numbers(sides) >= BALLOT && !is_chosen(reading, sides)
}

/// The side the author says they are for, whatever is said of the others: "01 talks, 03 is of a party, I stay with 02".
pub(super) fn own_choice(reading: &Reading<'_>, sides: &Sides) -> Option<usize> {
    let mut mentions = sides.mentions.iter();
    let own = mentions.find(|mention| is_of_author(reading, mention))?;
    Some(own.side)
}

/// Ballot numbers told apart, whoever bears them.
fn numbers(sides: &Sides) -> usize {
    let mut seen = 0_u32;
    for code in sides.mentions.iter().filter_map(|mention| mention.code) {
        seen |= 1 << (code.number % u32::BITS as u8);
    }
    seen.count_ones() as usize
}

/// Whether a remark is for one side alone, or a person who names that one apart: "01 and 02 can go, 03 wins" counts no votes.
fn is_chosen(reading: &Reading<'_>, sides: &Sides) -> bool {
    let is_favoured = |side: &Side| side.proofs.iter().any(|proof| proof.points > 0);
    let mut favoured = (0..)
        .zip(&sides.sides)
        .filter(|(_, side)| is_favoured(side));
    let (Some((at, side)), None) = (favoured.next(), favoured.next()) else {
        return false;
    };
    let apart = || {
        let proofs = side.proofs.iter().filter(|proof| proof.points > 0);
        proofs.take(MOST).any(|proof| {
            let first = reading.lexemes.get(proof.first as usize);
            let around = first.map_or(&[][..], |first| sides.in_sentence(first.sentence));
            !around.is_empty() && around.iter().all(|mention| mention.side == at)
        })
    };
    !reading.context.any(flag::SURVEY)
        && !is_of_kin(reading, sides)
        && (reading.voice.remark || reading.voice.distance < 0 && apart())
}

/// Whether several numbers are told each of somebody of the family: "dad votes for 01, mum 02, my brother 03".
fn is_of_kin(reading: &Reading<'_>, sides: &Sides) -> bool {
    const OTHERS: Classes = Classes::of(&[Class::Family, Class::PartOther, Class::Group]);
    let numbers = sides
        .mentions
        .iter()
        .filter(|mention| mention.code.is_some());
    let of_others = |number: &&Mention| reading.before(number.first).any(OTHERS);
    numbers.take(MOST).filter(of_others).count() > 1
}

/// Whether words in which the author speaks of themself choose a side and end right before its name: "I stay with NN".
fn is_of_author(reading: &Reading<'_>, mention: &Mention) -> bool {
    const CHOICE: Classes = Classes::of(&[Class::Cry, Class::Vote, Class::Support]);
    const TURNED: u16 = flag::TURNED | flag::PAST | flag::SURVEY;
    let own = |hit: &Hit| {
        hit.end == mention.first
            && hit.is_any(CHOICE)
            && reading.context.of(hit) & TURNED == 0
            && (reading.is_at(hit.first, Class::FirstPerson)
                || reading.before(hit.first).has(Class::FirstPerson)
                || reading.means(hit.first, Class::FirstPerson))
    };
    let before = reading.before(mention.first);
    !mention.tag
        && !mention.handle
        && before.any(CHOICE)
        && before.hits(reading.hits).iter().any(own)
}
