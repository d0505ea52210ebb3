//! What stands around a hit: names before and behind it, who does it, to whom it is said.

use super::reading::Reading;
use super::side::{Mention, Sides};
use super::topic::Topic;
use crate::context::flag;
use crate::lexicon::{Lexeme, mark};
use crate::matching::{Classes, Hit, slice};
use crate::source::class::{Class, Cue};

/// A photograph, and that one is taken together with somebody.
pub(super) const PHOTOGRAPH: Classes = Classes::of(&[Class::PartPhoto, Class::PartPicture]);

/// Whether the author is sorry for what a hit tells; of others who lose and weep people make fun, and who is pitied is wished well.
pub(super) fn is_lamented(reading: &Reading<'_>, hit: &Hit) -> bool {
    let sentence = reading.places.sentence(hit.sentence);
    let meant = sentence.has(Class::FirstPerson)
        || hit.class() == Some(Class::Victory) && !sentence.has(Class::Wish);
    let own = |other: &Hit| {
        other.class() == Some(Class::Lament) && (meant || !reading.is_at(other.first, Class::Mock))
    };
    sentence.has(Class::Lament) && sentence.hits(reading.hits).iter().any(own)
}

/// Whether a word for whom the author speaks to stands beside a hit, nearer than any name.
pub(super) fn is_to_reader(reading: &Reading<'_>, hit: &Hit) -> bool {
    if !reading
        .places
        .sentence(hit.sentence)
        .has(Class::SecondPerson)
    {
        return false;
    }
    let around = reading.in_sentence(hit.sentence);
    let near = |wanted: &dyn Fn(&Hit) -> bool| {
        around
            .iter()
            .filter(|other| wanted(other))
            .map(|other| other.distance(hit))
            .min()
            .unwrap_or(u32::MAX)
    };
    let reader = near(&|other| other.class() == Some(Class::SecondPerson));
    reader <= 2 && reader < near(&|other| other.target().is_some())
}

/// Whether a swear word only strengthens what stands right before it: "so funny, damn".
pub(super) fn is_swearing(reading: &Reading<'_>, hit: &Hit) -> bool {
    const STRENGTHENED: Classes = Classes::of(&[Class::Mock, Class::Praise]);
    let before = reading.before(hit.first);
    let slang = || {
        hit.first
            .checked_sub(1)
            .and_then(|before| reading.lexemes.get(before as usize))
            .is_some_and(|word| word.is(mark::SLANG))
    };
    reading.is_at(hit.first, Class::Casual)
        && (before.cue(Cue::Intensify) || before.any(STRENGTHENED) || before.is_empty() && slang())
}

/// Whether the word right before a hit makes it the deed of people talked about.
pub(super) fn is_others(reading: &Reading<'_>, hit: &Hit) -> bool {
    const OTHERS: Classes = Classes::of(&[Class::Others, Class::PartOther]);
    reading.before(hit.first).any(OTHERS)
}

/// Whether a name or number stands right behind a hit, a title or one more word between them.
pub(super) fn is_before_name(sides: &Sides, hit: &Hit) -> bool {
    sides
        .in_sentence(hit.sentence)
        .iter()
        .any(|mention| mention.first >= hit.end && mention.first <= hit.end + 1)
}

/// Whether nothing but assent, emoji, dates and ways of addressing somebody stands at a lexeme and behind it in its clause.
pub(super) fn ends_clause(reading: &Reading<'_>, from: u32, clause: u32) -> bool {
    are_nothing(reading, from, |_, lexeme| lexeme.clause == clause)
}

/// Whether the lexemes from one on, for as long as they stand within something, say nothing.
fn are_nothing(reading: &Reading<'_>, from: u32, within: impl Fn(u32, &Lexeme) -> bool) -> bool {
    (from..)
        .zip(reading.lexemes.iter().skip(from as usize))
        .take_while(|(index, lexeme)| within(*index, lexeme))
        .all(|(index, lexeme)| says_nothing(reading, index, *lexeme))
}

/// Whether a lexeme is assent, an emoji, a hashtag, a date or a way of addressing somebody.
pub(super) fn says_nothing(reading: &Reading<'_>, index: u32, lexeme: Lexeme) -> bool {
    lexeme.is(mark::EMOJI | mark::TAG)
        || is_date(reading, index, lexeme)
        || is_filler(reading, index, index + 1)
}

/// Words of ease between a name and its refusal.
const MOST_EASE: u32 = 2;

/// Whether a refusal closes the clause right behind a name or number that has no title: "number 2, don't".
pub(super) fn is_refused_behind_name(reading: &Reading<'_>, sides: &Sides, hit: &Hit) -> bool {
    const TITLED: Classes = Classes::of(&[Class::Address, Class::SecondPerson]);
    // "NN, oh dear, no".
    let eased = |from: u32| {
        const EASE: Classes = Classes::of(&[Class::Casual, Class::Echo, Class::Lament]);
        from <= hit.first
            && hit.first - from <= MOST_EASE
            && (from..hit.first).all(|index| reading.is_any_at(index, EASE))
    };
    let refused = |mention: &Mention| {
        eased(mention.end)
            && mention.clause == hit.clause
            && !mention.tag
            && !mention.handle
            && (mention.code.is_some_and(|code| code.borne)
                || !reading.is_any_at(mention.first, TITLED)
                    && !reading.before(mention.first).any(TITLED))
    };
    sides.in_sentence(hit.sentence).iter().any(refused) && ends_clause(reading, hit.end, hit.clause)
}

/// Whether the sentence before that of a hit only calls somebody by name: "Mr NN ... what a liar".
pub(super) fn is_called_before(reading: &Reading<'_>, sides: &Sides, hit: &Hit) -> bool {
    hit.sentence.checked_sub(1).is_some_and(|before| {
        let words = slice(reading.lexemes, |lexeme| lexeme.sentence, before);
        let held: u32 = sides
            .in_sentence(before)
            .iter()
            .filter(|mention| !mention.tag && !mention.handle)
            .map(|mention| mention.end - mention.first)
            .sum();
        held > 0 && held == words.len() as u32
    })
}

/// Words before what fills a clause, at most; keeps the look at them cheap.
const SHORT: u32 = 8;

/// Whether a hit fills its clause: nothing but assent, ease and ways of addressing somebody stands before it,
/// nor, dates and emoji aside, behind it.
pub(super) fn fills_clause(reading: &Reading<'_>, hit: &Hit) -> bool {
    let begins = reading.begin_of(hit.clause);
    hit.first - begins <= SHORT
        && is_filler(reading, begins, hit.first)
        && ends_clause(reading, hit.end, hit.clause)
}

/// Whether a lexeme is a word or a number of a date.
fn is_date(reading: &Reading<'_>, index: u32, lexeme: Lexeme) -> bool {
    let when = |index| reading.is_at(index, Class::When);
    when(index) || lexeme.number > 0 && index.checked_sub(1).is_some_and(when)
}

/// Whether only assent, ease and ways of addressing somebody stand at some lexemes.
fn is_filler(reading: &Reading<'_>, from: u32, to: u32) -> bool {
    const FILLERS: Classes = Classes::of(&[
        Class::Echo,
        Class::Casual,
        Class::Assent,
        Class::Address,
        Class::FirstPerson,
    ]);
    (from..to).all(|index| reading.is_any_at(index, FILLERS))
}

/// Whether a hit is a place on the ballot paper: a vote or a reminder right before it, nothing behind it, and an election
/// spoken of; or the looks of one for whom others are urged to vote.
pub(super) fn is_spot(reading: &Reading<'_>, hit: &Hit, topic: Topic) -> bool {
    const ASKED: Classes = Classes::of(&[Class::Vote, Class::Remind]);
    let asked = || reading.before(hit.first).any(ASKED);
    let elected = topic.election + topic.clear + topic.events > 0;
    let urged = || reading.places.sentence(hit.sentence).has(Class::Mobilise);
    let points = elected || hit.class() == Some(Class::Look) && urged();
    points && topic.everyday == 0 && asked() && ends_clause(reading, hit.end, hit.clause)
}

/// Whether a reminder is a call: nothing but a number, a name with its number or a place on the ballot follows; or, where voting is what
/// readers are reminded of, a name apart from it: "choose well, NN and MM", but not "do not choose NN by mistake".
pub(super) fn is_call(reading: &Reading<'_>, sides: &Sides, hit: &Hit) -> bool {
    const POINTS: Classes = Classes::of(&[Class::Spot, Class::Look]);
    let of_vote = reading.is_at(hit.first, Class::Election);
    // From where to where sides are named, and whether one of them is beyond doubt.
    let mut named: Option<(u32, u32)> = None;
    let mut pointed = false;
    for mention in sides.in_sentence(hit.sentence) {
        let next = match named {
            None => {
                mention.first >= hit.end
                    && are_nothing(reading, hit.end, |index, _| index < mention.first)
            }
            Some((_, end)) => mention.first == end,
        };
        if next {
            let first = named.map_or(mention.first, |(first, _)| first);
            named = Some((first, mention.end));
            pointed |= mention.code.is_some() || reading.is_any_at(mention.first, POINTS);
        }
    }
    let Some((first, end)) = named else {
        return false;
    };
    let last = end.checked_sub(1);
    let Some(last) = last.and_then(|last| reading.lexemes.get(last as usize)) else {
        return false;
    };
    // One name alone may be that of whom the author speaks to.
    let several = || end - first > 1 && !last.is(mark::TAG | mark::HANDLE);
    // "Do not choose NN by mistake".
    let mistaken = reading.places.lexeme(hit.first).cue(Cue::Pseudo);
    let apart = || !mistaken || first > hit.end || reading.begin_of(last.clause) >= hit.end;
    let ends_sentence = || are_nothing(reading, end, |_, lexeme| lexeme.sentence == hit.sentence);
    let called = if of_vote {
        (pointed || several()) && apart() && ends_sentence()
    } else {
        pointed
    };
    called && ends_clause(reading, end, last.clause)
}

/// Whether a name stands right before a hit, nothing but more assent, emoji, offices and places behind it in its clause, and nothing
/// in the rest of the sentence takes it back: "NN it is, he is one of us", but not "even NN, who governed, could not".
pub(super) fn is_behind_name(reading: &Reading<'_>, sides: &Sides, hit: &Hit) -> bool {
    const FILLERS: Classes = Classes::of(&[
        Class::Echo,
        Class::Again,
        Class::Casual,
        Class::Place,
        Class::Assent,
        Class::Address,
    ]);
    const OFFICES: Classes = Classes::of(&[Class::Office, Class::Election]);
    const CHOOSING: Classes = Classes::of(&[Class::FirstPerson, Class::Cry]);
    // "NN again it is".
    let again =
        || reading.before(hit.first).has(Class::Again) && !reading.is_at(hit.first, Class::Assent);
    let named = sides.in_sentence(hit.sentence).iter().any(|mention| {
        (mention.end == hit.first || mention.end + 1 == hit.first && again()) && !mention.tag
    });
    let short = |index: u32| {
        reading
            .at(index)
            .first()
            .is_some_and(|office| office.end - office.first == 1)
    };
    let last = || {
        reading
            .lexemes
            .iter()
            .enumerate()
            .skip(hit.end as usize)
            .take_while(|(_, lexeme)| lexeme.clause == hit.clause)
            .all(|(index, lexeme)| {
                lexeme.is(mark::EMOJI | mark::TAG | mark::YEAR)
                // "NN it is in Medan".
                || reading.is_at(index as u32 + 1, Class::Place)
                || reading.is_any_at(index as u32, FILLERS)
                || reading.is_any_at(index as u32, OFFICES) && short(index as u32)
            })
    };
    // "Before NN was president, prices were low", "not that NN, the poet": with more to come an office or a *not* is no assent.
    let taken_back = || {
        let told =
            reading.is_at(hit.first, Class::Office) || reading.context.of(hit) & flag::NEGATED != 0;
        let chosen = reading.places.clause(hit.clause).any(CHOOSING);
        reading
            .in_sentence(hit.sentence)
            .iter()
            .filter(|other| other.first >= hit.end && other.clause != hit.clause)
            .any(|other| {
                told || reading.is_against(other) && !is_of_the_rest(reading, other)
                    || !chosen
                        && matches!(other.cue(), Some(Cue::Negation | Cue::Question))
                        && !is_of_the_rest(reading, other)
            })
    };
    named && last() && !taken_back()
}

/// Whether a word such as *again* closes a sentence behind a name, and the author is not glad of it.
pub(super) fn is_sighed(reading: &Reading<'_>, sides: &Sides, hit: &Hit) -> bool {
    const SIGHS: Classes = Classes::of(&[Class::Lament, Class::Insult]);
    const GLAD: Classes = Classes::of(&[
        Class::Vote,
        Class::Support,
        Class::Rally,
        Class::Cry,
        Class::Praise,
        Class::Courtesy,
        Class::Wish,
    ]);
    let around = reading.places.sentence(hit.sentence);
    let flags = reading.context.of(hit);
    let dismayed = flags & flag::DISMAYED != 0;
    let sighing = around.any(SIGHS) || flags & flag::QUESTION != 0 && reading.voice.distance < 0;
    (dismayed || sighing && !around.any(GLAD)) && is_behind_name(reading, sides, hit)
}

/// Whether somebody of the author's people opens the clause of a hit: what follows is their doing.
pub(super) fn is_of_kin(reading: &Reading<'_>, hit: &Hit) -> bool {
    if !reading.places.clause(hit.clause).has(Class::PartOther) {
        return false;
    }
    let first = reading.begin_of(hit.clause);
    reading.at(first).iter().any(|other| {
        other.class() == Some(Class::PartOther)
            && other.first == first
            && other.end - first > 1
            && other.end < hit.first
    })
}

/// Whether a wish is for health or the like, and its sentence wants nobody in office: "may the family of NN be well".
pub(super) fn is_prayer(reading: &Reading<'_>, hit: &Hit) -> bool {
    const OFFICE: Classes = Classes::of(&[
        Class::Vote,
        Class::Victory,
        Class::Support,
        Class::Fit,
        Class::Rally,
        Class::Election,
        Class::Promise,
    ]);
    let around = reading.places.sentence(hit.sentence);
    around.has(Class::Courtesy)
        && !around.any(OFFICE)
        && around
            .hits(reading.hits)
            .iter()
            .any(|other| other.class() == Some(Class::Courtesy) && other.first >= hit.end)
}

/// Whether the sentence before that of a hit denies what is said of the author, and its own names nobody: "who says I back NN? Nonsense".
pub(super) fn answers_rumour(reading: &Reading<'_>, sides: &Sides, hit: &Hit) -> bool {
    let Some(before) = hit.sentence.checked_sub(1) else {
        return false;
    };
    if !sides.in_sentence(hit.sentence).is_empty() {
        return false;
    }
    let from = reading
        .lexemes
        .partition_point(|lexeme| lexeme.sentence < before);
    reading
        .lexemes
        .iter()
        .enumerate()
        .skip(from)
        .take_while(|(_, lexeme)| lexeme.sentence == before)
        .any(|(index, _)| reading.context.at(index as u32) & flag::DENIED != 0)
}

/// Whether a fault is that of all others: "the rest are corrupt".
pub(super) fn is_of_the_rest(reading: &Reading<'_>, hit: &Hit) -> bool {
    let clause = reading.places.clause(hit.clause);
    clause.has(Class::PartOther)
        && clause.hits(reading.hits).iter().any(|other| {
            other.class() == Some(Class::PartOther)
                && other.end - other.first > 1
                && other.end <= hit.first
                && hit.first - other.end <= 2
        })
}

/// Whether the words right before a fault fight it, one more word between them, or before another fault it is told with.
pub(super) fn is_remedied(reading: &Reading<'_>, hit: &Hit) -> bool {
    const LISTED: u32 = 8;
    if !reading.places.clause(hit.clause).has(Class::Remedy) {
        return false;
    }
    let clause = reading.in_clause(hit.clause);
    let fought =
        |remedy: &Hit, fault: &Hit| remedy.end <= fault.first && fault.first - remedy.end <= 1;
    clause
        .iter()
        .filter(|other| {
            other.class() == Some(Class::Remedy)
                && other.end <= hit.first
                && hit.first - other.end <= LISTED
        })
        .any(|remedy| {
            fought(remedy, hit)
                || clause.iter().any(|other| {
                    other.class() == Some(Class::Fault)
                        && other.end <= hit.first
                        && fought(remedy, other)
                })
        })
}

/// Whether a name that is itself refused stands before a refused vote: "no NN, no vote".
pub(super) fn is_only_choice(reading: &Reading<'_>, sides: &Sides, hit: &Hit) -> bool {
    const REACH: u32 = 3;
    sides
        .in_sentence(hit.sentence)
        .iter()
        .filter(|mention| mention.end <= hit.first && hit.first - mention.end <= REACH)
        // "Not NN my choice" refuses once.
        .filter(|mention| {
            mention.end < hit.first
                || (mention.end..hit.end)
                    .any(|index| reading.places.lexeme(index).cue(Cue::Negation))
        })
        .any(|mention| {
            let before = reading.before(mention.first);
            before.cue(Cue::Negation)
                && before
                    .hits(reading.hits)
                    .iter()
                    .any(|other| other.end == mention.first)
        })
}

/// Whether somebody other than the author stands before the hit in its clause as the one who does it, and the side behind it.
///
/// Who wonders at voters means just these; only a side that does it for another is told about.
pub(super) fn has_other_doer(
    reading: &Reading<'_>,
    sides: &Sides,
    hit: &Hit,
    dismayed: bool,
) -> bool {
    let mentions = || {
        sides
            .in_sentence(hit.sentence)
            .iter()
            .filter(|mention| mention.clause == hit.clause)
    };
    let Some(behind) = mentions().find(|mention| mention.first >= hit.end) else {
        return false;
    };
    let rival = mentions()
        .any(|mention| mention.end <= hit.first && mention.side != behind.side && !mention.handle);
    rival || !dismayed && has_actor(reading, hit)
}

/// Whether people of whom posts tell stand before a hit in its clause.
fn has_actor(reading: &Reading<'_>, hit: &Hit) -> bool {
    const ACTORS: Classes = Classes::of(&[
        Class::Identity,
        Class::Election,
        Class::Office,
        Class::Civil,
        Class::Group,
        Class::Family,
        Class::Report,
    ]);
    // "Mothers of the hamlet are ready to vote for NN": a remark says that of its own people. Who backs whom is what headlines tell.
    let ready = hit.class() == Some(Class::Vote)
        && reading.voice.remark
        && reading.voice.distance <= 0
        && reading.means(hit.first, Class::Assent);
    let actors = if ready {
        ACTORS.without(Class::Group).without(Class::Family)
    } else {
        ACTORS
    };
    let clause = reading.places.clause(hit.clause);
    clause.any(actors)
        && clause
            .hits(reading.hits)
            .iter()
            .any(|other| other.end <= hit.first && other.is_any(actors))
}

/// Whether a vote or support is told of somebody and another of somebody else: "dad votes for NN, mum votes for MM".
pub(super) fn is_contrasted(reading: &Reading<'_>, sides: &Sides, hit: &Hit) -> bool {
    // A title may have one word of a name behind it.
    const DOER: u32 = 2;
    const OTHERS: Classes = Classes::of(&[
        Class::Address,
        Class::Family,
        Class::PartOther,
        Class::Group,
    ]);
    let by_others = |vote: &Hit| {
        let named = slice(
            &sides.strangers,
            |stranger| stranger.sentence,
            vote.sentence,
        )
        .iter()
        .any(|stranger| stranger.end == vote.first);
        let of_author = vote
            .first
            .checked_sub(1)
            .and_then(|before| reading.lexemes.get(before as usize))
            .is_some_and(|doer| doer.clause == vote.clause && doer.is(mark::MINE));
        let titled = || {
            (vote.first.saturating_sub(DOER)..vote.first).any(|before| {
                let doer = reading.places.lexeme(before);
                doer.any(OTHERS)
                    && doer
                        .hits(reading.hits)
                        .iter()
                        .any(|doer| doer.clause == vote.clause)
            })
        };
        named || of_author || titled()
    };
    let mentions = sides.in_sentence(hit.sentence);
    let side = |vote: &Hit| {
        let behind = mentions.partition_point(|mention| mention.first < vote.end);
        mentions.get(behind).map(|mention| mention.side)
    };
    mentions.len() > 1
        && by_others(hit)
        && side(hit).is_some_and(|own| {
            reading.in_sentence(hit.sentence).iter().any(|other| {
                other.first != hit.first
                    && matches!(other.class(), Some(Class::Vote | Class::Support))
                    && by_others(other)
                    && side(other).is_some_and(|other| other != own)
            })
        })
}

/// Whether a word only tells who goes on speaking: "besides, NN continued, prices rose".
pub(super) fn is_attribution(reading: &Reading<'_>, sides: &Sides, hit: &Hit) -> bool {
    if hit.class() != Some(Class::Rally) || !reading.is_at(hit.first, Class::Renew) {
        return false;
    }
    let of_clause = |index: u32| {
        reading
            .lexemes
            .get(index as usize)
            .map(|lexeme| (lexeme.sentence, lexeme.clause))
    };
    let here = Some((hit.sentence, hit.clause));
    let opens = hit
        .first
        .checked_sub(1)
        .and_then(of_clause)
        .is_some_and(|before| before.0 == hit.sentence && before.1 != hit.clause);
    let goes_on =
        |end: u32| of_clause(end).is_some_and(|next| next.0 == hit.sentence && Some(next) != here);
    hit.end - hit.first == 1
        && reading.voice.distance >= 0
        && opens
        && sides
            .in_sentence(hit.sentence)
            .iter()
            .any(|mention| mention.first == hit.end && goes_on(mention.end))
}
