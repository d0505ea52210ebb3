//! What a hit is worth in its context.
//!
//! Points of a class come from `stance/weights.tsv`; here stands what the context does to them, in percent.

use super::score::{Reading, Whole};
use super::side::{Counts, Mention, Proof, Sides};
use crate::context::flag;
use crate::lexicon::mark;
use crate::matching::{Hit, in_clause, in_sentence, slice};
use crate::source::class::{Attitude, Class, Cue};
use crate::source::layout::form;

/// Points a name in a hashtag is worth: people tag what they stand for, and what they talk about.
const TAGGED_NAME: i32 = 12;
/// Points of a name with the year of an election or a motto in one hashtag: a campaign's banner, and sometimes a desk's.
const TAGGED_MOTTO: i32 = 22;
/// Points of a number joined to a name in a hashtag, or hidden in a word: a slogan of that side.
const TAGGED_CODE: i32 = 40;
/// Points of a finger, keycap or number beside a name.
const CODE: i32 = 18;
/// Points of a nickname only opponents use.
const HOSTILE: i32 = -42;
/// Points of a name only followers use.
const FOND: i32 = 14;
/// Points of a slogan or a follower's name in a hashtag.
const FOND_TAG: i32 = 24;

/// Adds the points that lie in the naming itself: nicknames, tags, codes.
pub(super) fn own_points(reading: &Reading<'_>, sides: &mut Sides, counts: &Counts) {
    let mentions = sides.mentions.clone();
    let alone = counts.told_apart == 1;
    for mention in &mentions {
        let flags = reading.context.at(mention.first);
        let told = flags
            & (flag::QUOTED | flag::REPORTED | flag::PROHIBITED | flag::DEBUNKED | flag::DENIED)
            != 0;
        let mut points = match mention.attitude {
            Attitude::Hostile => HOSTILE,
            Attitude::Fond if mention.tag => FOND_TAG,
            Attitude::Fond => FOND,
            Attitude::Neutral => 0,
        };
        if let Some(code) = mention.code {
            let beside = slice(&mentions, |other| other.sentence, mention.sentence)
                .iter()
                .any(|other| other.code.is_none());
            points += if mention.tag || code.inside || code.slogan {
                TAGGED_CODE
            } else if code.emoji
                || beside && flags & flag::QUESTION == 0 && reading.voice.distance <= 0
            {
                CODE
            } else {
                0
            };
        } else if mention.tag && alone {
            points += if has_motto(reading, mention) {
                TAGGED_MOTTO
            } else {
                TAGGED_NAME
            };
        }
        if told || mention.attitude == Attitude::Hostile && reading.voice.distance >= 2 {
            points /= 4;
        }
        if points != 0 {
            sides.prove(
                mention.side,
                Proof {
                    first: mention.first,
                    end: mention.end,
                    points,
                },
            );
        }
    }
}

/// Whether a hashtag says more than the name in it: a year, or two more words.
fn has_motto(reading: &Reading<'_>, mention: &Mention) -> bool {
    let Some(name) = reading.lexemes.get(mention.first as usize) else {
        return false;
    };
    let tag = slice(reading.lexemes, |lexeme| lexeme.token, name.token);
    tag.iter().any(|lexeme| lexeme.is(mark::YEAR))
        || tag.len() as u32 > mention.end - mention.first + 1
}

/// Classes that anybody may use in telling about others.
fn is_soft(class: Class) -> bool {
    !matches!(
        class,
        Class::SelfCampaign | Class::CallAgainst | Class::Insult
    )
}

/// Classes of deeds, whose verb form tells who does them.
pub(super) fn is_deed(class: Class) -> bool {
    matches!(class, Class::Vote | Class::Support | Class::Reject)
}

/// What a hit is worth in its context, in points.
pub(super) fn worth(
    reading: &Reading<'_>,
    whole: &Whole,
    sides: &Sides,
    hit: &Hit,
    class: Class,
    base: i32,
) -> i32 {
    let flags = reading.context.of(hit);
    let has = |wanted: u16| flags & wanted != 0;
    let lexeme = reading.lexemes.get(hit.first as usize).copied();
    let is = |marks: u16| lexeme.is_some_and(|lexeme| lexeme.is(marks));
    // A hashtag with a name is the author's own banner, whatever the sentence around it reports.
    if let Some(lexeme) = lexeme
        .filter(|lexeme| lexeme.is(mark::TAG) && whole.tags.binary_search(&lexeme.token).is_ok())
    {
        return banner(reading, hit, lexeme.token, class, base);
    }
    if has(flag::PROHIBITED | flag::DENIED) {
        return 0;
    }
    if class == Class::Cry && !is_before_name(sides, hit) {
        return 0;
    }
    let clause = in_clause(reading.hits, hit.clause);
    let beside = |wanted: Class| clause.iter().any(|other| other.class() == Some(wanted));
    let mut points = base;
    if has(flag::NEGATED) {
        points = if base > 0 { -base * 9 / 10 } else { 0 };
    }
    if has(flag::FORBIDDEN) {
        points = if base > 0
            && matches!(
                class,
                Class::Vote | Class::Support | Class::Rally | Class::Campaign
            ) {
            -base
        } else {
            points / 2
        };
    }
    if has(flag::IRONIC) && base > 0 {
        points = -points.abs();
    }
    let mut share = told_share(flags, class, base);
    let first_person = beside(Class::FirstPerson) || is(mark::MINE);
    let urged = beside(Class::Mobilise);
    if is_deed(class) {
        let form = lexeme.map_or(0, |lexeme| lexeme.form);
        if form & form::PASSIVE != 0 {
            share = share * 25 / 100;
        } else if form & form::ACTIVE != 0 && !first_person && !urged {
            share = share * 45 / 100;
        }
    }
    if is(mark::DOUBLED) && class == Class::Vote {
        // pilih2: being choosy.
        return 0;
    }
    if class == Class::Identity && !first_person {
        share = share * 25 / 100;
    }
    if first_person
        && matches!(
            class,
            Class::Vote | Class::Support | Class::Identity | Class::Victory
        )
    {
        share = share * 125 / 100;
    }
    if urged
        && matches!(
            class,
            Class::Vote | Class::Support | Class::Rally | Class::Reject
        )
    {
        share = share * 130 / 100;
    }
    if has(flag::INTENSE) {
        share = share * 120 / 100;
    }
    // "The party supports X", "volunteers are sure that X wins": the doer is named and is not the author.
    let done = matches!(
        class,
        Class::Vote
            | Class::Support
            | Class::Victory
            | Class::Wish
            | Class::Campaign
            | Class::Reject
            | Class::Rally
    );
    if done && !first_person && !urged && has_other_doer(reading, sides, hit) {
        share = share * if reading.voice.distance <= -2 { 60 } else { 30 } / 100;
    }
    if reading.voice.remark || reading.voice.distance <= -2 {
        share = share * 140 / 100;
    }
    let called = is_deed(class) && (urged || first_person);
    if is_soft(class) {
        share = match reading.voice.distance {
            distance if distance >= 3 => share * if called { 50 } else { 0 } / 100,
            // Reports are full of cases and failures.
            1..=2 if class == Class::Fault => share * 45 / 100,
            1..=2 => share * if called { 90 } else { 70 } / 100,
            _ => share,
        };
    } else if reading.voice.distance >= 4 {
        share /= 2;
    }
    // Complaints about what a government does are not a stance against a candidate.
    if whole.topic.policy > 0
        && whole.topic.election == 0
        && matches!(
            class,
            Class::Fault | Class::Insult | Class::Mock | Class::Praise
        )
    {
        share = share * 40 / 100;
    }
    // Names also stand in talk of school, food and family.
    if whole.topic.everyday >= 2
        && whole.topic.election == 0
        && matches!(
            class,
            Class::Praise | Class::Wish | Class::Promise | Class::Mock
        )
    {
        share = share * 60 / 100;
    }
    if whole.is_neutral_at(hit) {
        share = share * 15 / 100;
    }
    points * share / 100
}

/// Whether a name or number stands right behind a hit, a title or one more word between them.
fn is_before_name(sides: &Sides, hit: &Hit) -> bool {
    slice(&sides.mentions, |mention| mention.sentence, hit.sentence)
        .iter()
        .any(|mention| mention.first >= hit.end && mention.first <= hit.end + 1)
}

/// Points of a word inside a hashtag that names somebody.
fn banner(reading: &Reading<'_>, hit: &Hit, token: u32, class: Class, base: i32) -> i32 {
    let in_tag = |other: &&Hit| {
        reading
            .lexemes
            .get(other.first as usize)
            .is_some_and(|lexeme| lexeme.token == token)
    };
    let negated = in_sentence(reading.hits, hit.sentence)
        .iter()
        .filter(in_tag)
        .any(|other| {
            matches!(other.cue(), Some(Cue::Negation | Cue::Prohibitive)) && other.end <= hit.first
        });
    let base = if class == Class::Identity {
        base / 2
    } else {
        base
    };
    if negated && base > 0 {
        -base
    } else {
        base * 115 / 100
    }
}

/// What is left of points in the mouth of others, in questions, conditions and memories; percent.
fn told_share(flags: u16, class: Class, base: i32) -> i32 {
    let has = |wanted: u16| flags & wanted != 0;
    let mut share = 100;
    if has(flag::QUOTED | flag::REPORTED | flag::DEBUNKED) {
        share = 10;
    }
    if has(flag::HEARSAY) {
        share = share.min(30);
    }
    if has(flag::SURVEY) && matches!(class, Class::Victory | Class::Vote | Class::Support) {
        share = share.min(15);
    }
    if has(flag::QUESTION) {
        // A question that praises asks; one that blames mostly blames.
        share = share * if base > 0 { 30 } else { 65 } / 100;
    }
    if has(flag::CONDITION) {
        share = share * 45 / 100;
    }
    if has(flag::PAST) {
        share = share * 25 / 100;
    }
    if has(flag::BALANCED) {
        share = share * 20 / 100;
    }
    share
}

/// Whether somebody other than the author stands before the hit in its clause as the one who does it, and the side behind it.
fn has_other_doer(reading: &Reading<'_>, sides: &Sides, hit: &Hit) -> bool {
    let mentions = || {
        slice(&sides.mentions, |mention| mention.sentence, hit.sentence)
            .iter()
            .filter(|mention| mention.clause == hit.clause)
    };
    let Some(behind) = mentions().find(|mention| mention.first >= hit.end) else {
        return false;
    };
    let rival = mentions()
        .any(|mention| mention.end <= hit.first && mention.side != behind.side && !mention.handle);
    let actor = in_clause(reading.hits, hit.clause).iter().any(|other| {
        other.end <= hit.first
            && matches!(
                other.class(),
                Some(
                    Class::Identity
                        | Class::Election
                        | Class::Office
                        | Class::Civil
                        | Class::Report
                )
            )
    });
    rival || actor
}
