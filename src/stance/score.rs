//! From cues to points: what each hit is worth in its context, to which side it goes, and what the sum means.

use super::side::{Mention, Proof, Side, SideKey, Sides, Topic};
use super::{REVIEW_THRESHOLD, SIDE_THRESHOLD, Stance};
use crate::context::{Context, Voice, flag};
use crate::lexicon::{Knowledge, Lexeme, SenseKind, mark};
use crate::matching::{Code, Hit};
use crate::source::class::{Attitude, Class, Cue};
use crate::source::layout::form;

/// Everything the stance of a post is judged from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reading<'r> {
    pub(crate) knowledge: &'r Knowledge,
    pub(crate) lexemes: &'r [Lexeme],
    pub(crate) hits: &'r [Hit],
    pub(crate) codes: &'r [Code],
    pub(crate) context: &'r Context,
    pub(crate) voice: Voice,
    /// Contest to which numbers belong, if it is known.
    pub(crate) contest: Option<&'r str>,
}

/// What a text says about sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Outcome {
    pub(crate) political: bool,
    pub(crate) stance: Stance,
    /// 0 to 100.
    pub(crate) score: u8,
    pub(crate) sides: Vec<Side>,
    /// A human should look: near the threshold.
    pub(crate) doubtful: bool,
}

/// Points a name in a hashtag is worth: people tag what they stand for, and what they talk about.
const TAGGED_NAME: i32 = 12;
/// Points of a name with the year of an election or a motto in one hashtag: a campaign's banner, and sometimes a desk's.
const TAGGED_YEAR: i32 = 22;
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

/// Judges a text.
pub(crate) fn assess(reading: &Reading<'_>) -> Outcome {
    let topic = Topic::of(reading.hits, |_| true);
    let mut sides = Sides::read(reading);
    let before = sides.mentions.len();
    let named = before > 0;
    let civil = reading.hits.iter().any(|hit| hit.class() == Some(Class::Civil));
    let duty = reading.context.any(flag::PROHIBITED) || reading.hits.iter().any(|hit| hit.class() == Some(Class::Neutrality));
    let political = named || topic.election > 0 && topic.abroad == 0 || civil && duty;
    own_points(reading, &mut sides);
    // Hashtags that name somebody.
    let tags: Vec<u32> = sides.mentions.iter().filter(|mention| mention.tag).filter_map(|mention| reading.lexemes.get(mention.first as usize)).map(|lexeme| lexeme.token).collect();
    for hit in reading.hits {
        let Some(class) = hit.class() else { continue };
        let base = reading.knowledge.points(class);
        if base == 0 {
            continue;
        }
        let points = worth(reading, &sides.mentions, &tags, hit, class, base, topic);
        if points == 0 {
            continue;
        }
        if let Some((side, share)) = attach(reading, &mut sides, hit, class, topic) {
            let points = points * share / 100;
            if let Some(side) = sides.sides.get_mut(side) {
                side.proofs.push(Proof { first: hit.first, end: hit.end, points });
            }
        }
    }
    let crowd = distinct(&sides.mentions);
    for side in &mut sides.sides {
        side.net = sum(&side.proofs);
        if crowd >= 4 {
            side.net /= 3;
        }
    }
    for mention in &sides.mentions {
        if let Some(side) = sides.sides.get_mut(mention.side) {
            side.proofs.push(Proof { first: mention.first, end: mention.end, points: 0 });
        }
    }
    let mut all = sides.sides;
    all.retain(|side| !side.proofs.is_empty());
    for side in &mut all {
        side.proofs.sort_by_key(|proof| (proof.first, proof.end, std::cmp::Reverse(proof.points.abs())));
        side.proofs.dedup_by_key(|proof| (proof.first, proof.end));
    }
    all.sort_by_key(|side| (std::cmp::Reverse(side.net.abs()), side.key));
    conclude(political, all)
}

fn conclude(political: bool, sides: Vec<Side>) -> Outcome {
    let best = sides.iter().map(|side| side.net).max().unwrap_or(0).max(0);
    let worst = sides.iter().map(|side| -side.net).max().unwrap_or(0).max(0);
    let score = u8::try_from(best.max(worst).min(100)).unwrap_or(100);
    let threshold = i32::from(SIDE_THRESHOLD);
    let stance = match (best >= threshold, worst >= threshold) {
        (true, true) if best >= worst * 2 => Stance::Support,
        (true, true) if worst >= best * 2 => Stance::Oppose,
        (true, true) => Stance::Mixed,
        (true, false) => Stance::Support,
        (false, true) => Stance::Oppose,
        (false, false) => Stance::None,
    };
    let doubtful = stance == Stance::None && score >= REVIEW_THRESHOLD;
    Outcome { political: political || stance != Stance::None, stance, score, sides, doubtful }
}

/// The strongest point counts whole, each further one half of what the one before it did.
fn sum(proofs: &[Proof]) -> i32 {
    let one = |sign: i32| {
        let mut points: Vec<i32> = proofs.iter().map(|proof| proof.points * sign).filter(|points| *points > 0).collect();
        points.sort_unstable_by(|a, b| b.cmp(a));
        points.iter().take(4).enumerate().map(|(at, points)| points * 4 / (4 + 3 * at as i32)).sum::<i32>()
    };
    // Three halves bring the scale of the weights to 100 for what is beyond doubt.
    ((one(1) - one(-1)) * 3 / 2).clamp(-100, 100)
}

fn distinct(mentions: &[Mention]) -> usize {
    let mut sides: Vec<usize> = mentions.iter().filter(|mention| !mention.handle).map(|mention| mention.side).collect();
    sides.sort_unstable();
    sides.dedup();
    sides.len()
}

/// Points that lie in the naming itself: nicknames, tags, codes.
fn own_points(reading: &Reading<'_>, sides: &mut Sides) {
    let mentions = sides.mentions.clone();
    let alone = distinct(&mentions) == 1;
    for mention in &mentions {
        let flags = reading.context.at(mention.first);
        let told = flags & (flag::QUOTED | flag::REPORTED | flag::PROHIBITED | flag::DEBUNKED | flag::DENIED) != 0;
        let mut points = match mention.attitude {
            Attitude::Hostile => HOSTILE,
            Attitude::Fond if mention.tag => FOND_TAG,
            Attitude::Fond => FOND,
            Attitude::Neutral => 0,
        };
        if let Some(code) = mention.code {
            let beside = mentions.iter().any(|other| other.code.is_none() && other.sentence == mention.sentence);
            points += if mention.tag || code.inside || code.slogan {
                TAGGED_CODE
            } else if code.emoji || beside && flags & flag::QUESTION == 0 && reading.voice.distance <= 0 {
                CODE
            } else {
                0
            };
        } else if mention.tag && alone {
            let dated = reading.lexemes.iter().any(|lexeme| lexeme.is(mark::YEAR) && reading.lexemes.get(mention.first as usize).is_some_and(|name| name.token == lexeme.token));
            let token = reading.lexemes.get(mention.first as usize).map(|name| name.token);
            let words = reading.lexemes.iter().filter(|lexeme| Some(lexeme.token) == token).count() as u32;
            points += if dated || words > mention.end - mention.first + 1 { TAGGED_YEAR } else { TAGGED_NAME };
        }
        if told || mention.attitude == Attitude::Hostile && reading.voice.distance >= 2 {
            points /= 4;
        }
        if points != 0 {
            if let Some(side) = sides.sides.get_mut(mention.side) {
                side.proofs.push(Proof { first: mention.first, end: mention.end, points });
            }
        }
    }
}

/// Classes that anybody may use in telling about others.
fn is_soft(class: Class) -> bool {
    !matches!(class, Class::SelfCampaign | Class::CallAgainst | Class::Insult)
}

/// Classes of deeds, whose verb form tells who does them.
fn is_deed(class: Class) -> bool {
    matches!(class, Class::Vote | Class::Support | Class::Reject)
}

/// What a hit is worth in its context, in points.
fn worth(reading: &Reading<'_>, mentions: &[Mention], names: &[u32], hit: &Hit, class: Class, base: i32, topic: Topic) -> i32 {
    let flags = reading.context.of(hit);
    let has = |wanted: u16| flags & wanted != 0;
    let lexeme = reading.lexemes.get(hit.first as usize);
    // A hashtag is the author's own banner, whatever the sentence around it reports.
    let tagged = lexeme.is_some_and(|lexeme| lexeme.is(mark::TAG)) && names.iter().any(|token| lexeme.is_some_and(|lexeme| lexeme.token == *token));
    let in_clause = |wanted: Class| reading.hits.iter().any(|other| other.clause == hit.clause && other.class() == Some(wanted));
    let mut points = base;
    let mut share = 100;
    if tagged {
        let neighbours = |other: &&Hit| other.first < hit.end + 4 && other.end + 4 > hit.first && reading.lexemes.get(other.first as usize).map(|other| other.token) == lexeme.map(|lexeme| lexeme.token);
        let negated = reading.hits.iter().filter(neighbours).any(|other| matches!(other.kind, SenseKind::Cue { category: Cue::Negation | Cue::Prohibitive, .. }) && other.end <= hit.first);
        let base = if class == Class::Identity { base / 2 } else { base };
        return if negated && base > 0 { -base } else { base * 115 / 100 };
    }
    if has(flag::PROHIBITED | flag::DENIED) {
        return 0;
    }
    if has(flag::NEGATED) {
        points = if base > 0 { -base * 9 / 10 } else { 0 };
    }
    if has(flag::FORBIDDEN) {
        points = if base > 0 && matches!(class, Class::Vote | Class::Support | Class::Rally | Class::Campaign) { -base } else { points / 2 };
    }
    if has(flag::IRONIC) && base > 0 {
        points = -points.abs();
    }
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
        share = share * if base > 0 { 30 } else { 65 } / 100;
    }
    if has(flag::CONDITION) {
        share = share * 45 / 100;
    }
    if has(flag::PAST) {
        share = share * 40 / 100;
    }
    if has(flag::BALANCED) {
        share = share * 20 / 100;
    }
    let first_person = in_clause(Class::FirstPerson) || lexeme.is_some_and(|lexeme| lexeme.is(mark::MINE));
    let form = lexeme.map_or(0, |lexeme| lexeme.form);
    if is_deed(class) {
        if form & form::PASSIVE != 0 {
            share = share * 25 / 100;
        } else if form & form::ACTIVE != 0 && !first_person && !in_clause(Class::Mobilise) {
            share = share * 45 / 100;
        }
    }
    if lexeme.is_some_and(|lexeme| lexeme.is(mark::DOUBLED)) && class == Class::Vote {
        share = 0;
    }
    if class == Class::Identity && !first_person {
        share = share * 25 / 100;
    }
    if first_person && matches!(class, Class::Vote | Class::Support | Class::Identity | Class::Victory) {
        share = share * 125 / 100;
    }
    if matches!(class, Class::Vote | Class::Support | Class::Rally | Class::Reject) && in_clause(Class::Mobilise) {
        share = share * 130 / 100;
    }
    if has(flag::INTENSE) {
        share = share * 120 / 100;
    }
    // "The party supports X", "volunteers are sure that X wins": the doer is named and is not the author.
    if !first_person && matches!(class, Class::Vote | Class::Support | Class::Victory | Class::Wish | Class::Campaign | Class::Reject | Class::Rally) && !in_clause(Class::Mobilise) {
        if let Some(doer) = doer(reading, mentions, hit) {
            if doer {
                share = share * if reading.voice.distance <= -2 { 60 } else { 30 } / 100;
            }
        }
    }
    if reading.voice.remark || reading.voice.distance <= -2 {
        share = share * 140 / 100;
    }
    let called = matches!(class, Class::Vote | Class::Support | Class::Reject) && (in_clause(Class::Mobilise) || first_person);
    if is_soft(class) {
        share = match reading.voice.distance {
            distance if distance >= 3 => share * if called { 50 } else { 0 } / 100,
            1..=2 => share * if called { 90 } else { 70 } / 100,
            _ => share,
        };
    } else if reading.voice.distance >= 4 {
        share /= 2;
    }
    // Complaints about what a government does are not a stance against a candidate.
    if topic.policy > 0 && topic.election == 0 && matches!(class, Class::Fault | Class::Insult | Class::Mock | Class::Praise) {
        share = share * 40 / 100;
    }
    if neutral_before(reading, hit) {
        share = share * 15 / 100;
    }
    points * share / 100
}

/// Whether the author speaks of themself or urges others in the clause of a hit.
fn personal(reading: &Reading<'_>, hit: &Hit) -> bool {
    reading.hits.iter().any(|other| other.clause == hit.clause && matches!(other.class(), Some(Class::FirstPerson | Class::Mobilise)))
}

/// Whether somebody other than the author stands before the hit in its clause as the one who does it.
fn doer(reading: &Reading<'_>, mentions: &[Mention], hit: &Hit) -> Option<bool> {
    let actor = reading.hits.iter().find(|other| {
        other.clause == hit.clause && other.end <= hit.first && matches!(other.class(), Some(Class::Identity | Class::Election | Class::Office | Class::Civil | Class::Report))
    });
    let behind = mentions.iter().find(|mention| mention.clause == hit.clause && mention.first >= hit.end)?;
    let other = mentions.iter().any(|mention| mention.clause == hit.clause && mention.end <= hit.first && mention.side != behind.side && !mention.handle);
    Some(other || actor.is_some())
}

/// Whether the post speaks of neutrality and no *but* stands between that and the hit.
fn neutral_before(reading: &Reading<'_>, hit: &Hit) -> bool {
    reading.hits.iter().any(|other| {
        other.class() == Some(Class::Neutrality)
            && !reading
                .hits
                .iter()
                .any(|contrast| matches!(contrast.kind, SenseKind::Cue { category: Cue::Contrast, .. }) && contrast.first >= other.end && contrast.end <= hit.first)
    })
}

/// The side a hit speaks of, and the share of its points that arrives there.
fn attach(reading: &Reading<'_>, sides: &mut Sides, hit: &Hit, class: Class, topic: Topic) -> Option<(usize, i32)> {
    let reply = sides.mentions.iter().any(|mention| !mention.handle);
    let forward = matches!(class, Class::Vote | Class::Support | Class::Reject | Class::CallAgainst | Class::Wish | Class::Identity);
    let cost = |mention: &Mention| {
        let behind = mention.first >= hit.end;
        let distance = if behind { mention.first - hit.end } else { hit.first.saturating_sub(mention.end) };
        let other_clause = if mention.clause == hit.clause { 0 } else { 4 };
        let wrong_way = if forward && !behind { 3 } else { 0 };
        distance + other_clause + wrong_way
    };
    let near = sides.mentions.iter().filter(|mention| mention.sentence == hit.sentence && (!mention.handle || !reply)).min_by_key(|mention| (cost(mention), mention.first));
    if let Some(mention) = near {
        let mut share = if cost(mention) <= 14 { 100 } else { 50 };
        // "X votes": who stands before an active verb does it; nobody is called to anything.
        if is_deed(class) && mention.end <= hit.first && !personal(reading, hit) {
            let active = reading.lexemes.get(hit.first as usize).is_some_and(|lexeme| lexeme.form & form::ACTIVE != 0);
            share = share * if active { 15 } else { 60 } / 100;
        }
        // Several accounts answered at once: nobody knows which of them is meant.
        let crowd = mention.handle && sides.mentions.iter().any(|other| other.handle && other.side != mention.side);
        return Some((mention.side, if crowd { share / 2 } else { share }));
    }
    let mut named: Vec<usize> = sides.mentions.iter().filter(|mention| !mention.handle || !reply).map(|mention| mention.side).collect();
    named.dedup();
    match named.as_slice() {
        [] => {
            let own = matches!(class, Class::SelfCampaign | Class::CallAgainst);
            let joint = matches!(class, Class::Vote | Class::Support | Class::Rally | Class::Victory | Class::Campaign | Class::Identity);
            let near = Topic::of(reading.hits, |other| other.sentence == hit.sentence);
            if own {
                Some((sides.side(SideKey::Unnamed), 100))
            } else if joint && near.election > 0 && topic.abroad == 0 && near.everyday == 0 {
                Some((sides.side(SideKey::Unnamed), 45))
            } else {
                None
            }
        }
        [only] => Some((*only, 65)),
        many => {
            let before = sides.mentions.iter().rev().find(|mention| mention.end <= hit.first).map(|mention| mention.side);
            before.or(many.first().copied()).map(|side| (side, 40))
        }
    }
}
