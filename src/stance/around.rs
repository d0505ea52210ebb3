//! What stands around a hit: names before and behind it, who does it, to whom it is said.

use super::score::Reading;
use super::side::Sides;
use super::topic::Topic;
use crate::context::flag;
use crate::lexicon::{Lexeme, mark};
use crate::matching::{Hit, at, in_clause, in_sentence, is_at, slice};
use crate::source::class::{Class, Cue};

/// Whether the author is sorry for what a hit tells.
pub(super) fn is_lamented(reading: &Reading<'_>, hit: &Hit) -> bool {
    in_sentence(reading.hits, hit.sentence)
        .iter()
        .any(|other| other.class() == Some(Class::Lament))
}

/// Whether a word for whom the author speaks to stands beside a hit, nearer than any name.
pub(super) fn is_to_reader(reading: &Reading<'_>, hit: &Hit) -> bool {
    let around = in_sentence(reading.hits, hit.sentence);
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
    is_at(reading.hits, hit.first, Class::Casual)
        && hit.first.checked_sub(1).is_some_and(|before| {
            at(reading.hits, before).iter().any(|other| {
                other.cue() == Some(Cue::Intensify)
                    || matches!(other.class(), Some(Class::Mock | Class::Praise))
            }) || reading
                .lexemes
                .get(before as usize)
                .is_some_and(|word| word.is(mark::SLANG) && at(reading.hits, before).is_empty())
        })
}

/// Whether the word right before a hit makes it the deed of people talked about.
pub(super) fn is_others(reading: &Reading<'_>, hit: &Hit) -> bool {
    hit.first.checked_sub(1).is_some_and(|before| {
        is_at(reading.hits, before, Class::Others) || is_at(reading.hits, before, Class::PartOther)
    })
}

/// Whether a name or number stands right behind a hit, a title or one more word between them.
pub(super) fn is_before_name(sides: &Sides, hit: &Hit) -> bool {
    slice(&sides.mentions, |mention| mention.sentence, hit.sentence)
        .iter()
        .any(|mention| mention.first >= hit.end && mention.first <= hit.end + 1)
}

/// Whether nothing but assent, emoji, dates and ways of addressing somebody stands at a lexeme and behind it in its clause.
pub(super) fn ends_clause(reading: &Reading<'_>, from: u32, clause: u32) -> bool {
    reading
        .lexemes
        .iter()
        .enumerate()
        .skip(from as usize)
        .take_while(|(_, lexeme)| lexeme.clause == clause)
        .all(|(index, lexeme)| {
            lexeme.is(mark::EMOJI | mark::TAG)
                || is_date(reading, index as u32, *lexeme)
                || is_filler(reading, index as u32, index as u32 + 1)
        })
}

/// Whether a lexeme is a word or a number of a date.
fn is_date(reading: &Reading<'_>, index: u32, lexeme: Lexeme) -> bool {
    let when = |index| is_at(reading.hits, index, Class::When);
    when(index) || lexeme.number > 0 && index.checked_sub(1).is_some_and(when)
}

/// Whether only assent, ease and ways of addressing somebody stand at some lexemes.
fn is_filler(reading: &Reading<'_>, from: u32, to: u32) -> bool {
    (from..to).all(|index| {
        at(reading.hits, index).iter().any(|other| {
            matches!(
                other.class(),
                Some(
                    Class::Echo
                        | Class::Casual
                        | Class::Assent
                        | Class::Address
                        | Class::FirstPerson
                )
            )
        })
    })
}

/// Whether a hit is a place on the ballot paper: a vote or a reminder right before it, nothing behind it, and an election
/// spoken of; or the looks of one for whom others are urged to vote.
pub(super) fn is_spot(reading: &Reading<'_>, hit: &Hit, topic: Topic) -> bool {
    let asked = || {
        hit.first.checked_sub(1).is_some_and(|before| {
            is_at(reading.hits, before, Class::Vote) || is_at(reading.hits, before, Class::Remind)
        })
    };
    let elected = topic.election + topic.clear + topic.events > 0;
    let urged = || {
        in_sentence(reading.hits, hit.sentence)
            .iter()
            .any(|other| other.class() == Some(Class::Mobilise))
    };
    let points = match hit.class() {
        Some(Class::Spot) => elected,
        Some(Class::Look) => elected || urged(),
        _ => false,
    };
    points && topic.everyday == 0 && asked() && ends_clause(reading, hit.end, hit.clause)
}

/// Whether a reminder is a call: nothing but a number, a name with its number or a place on the ballot follows.
pub(super) fn is_call(reading: &Reading<'_>, sides: &Sides, hit: &Hit) -> bool {
    let mut end = None;
    let mut pointed = false;
    for mention in slice(&sides.mentions, |mention| mention.sentence, hit.sentence) {
        let next = match end {
            None => mention.first >= hit.end && is_filler(reading, hit.end, mention.first),
            Some(end) => mention.first == end,
        };
        if next {
            end = Some(mention.end);
            pointed |= mention.code.is_some()
                || is_at(reading.hits, mention.first, Class::Spot)
                || is_at(reading.hits, mention.first, Class::Look);
        }
    }
    let clause = end
        .and_then(|end| end.checked_sub(1))
        .and_then(|last| reading.lexemes.get(last as usize))
        .map(|lexeme| lexeme.clause);
    pointed
        && end
            .zip(clause)
            .is_some_and(|(end, clause)| ends_clause(reading, end, clause))
}

/// Whether a name stands right before a hit, nothing but more assent, emoji, offices and places behind it in its clause, and nothing
/// in the rest of the sentence takes it back: "NN it is, he is one of us", but not "even NN, who governed, could not".
pub(super) fn is_behind_name(reading: &Reading<'_>, sides: &Sides, hit: &Hit) -> bool {
    let named = slice(&sides.mentions, |mention| mention.sentence, hit.sentence)
        .iter()
        .any(|mention| mention.end == hit.first && !mention.tag);
    let last = reading
        .lexemes
        .iter()
        .enumerate()
        .skip(hit.end as usize)
        .take_while(|(_, lexeme)| lexeme.clause == hit.clause)
        .all(|(index, lexeme)| {
            lexeme.is(mark::EMOJI | mark::TAG | mark::YEAR)
                // "NN it is in Medan".
                || is_at(reading.hits, index as u32 + 1, Class::Place)
                || at(reading.hits, index as u32).iter().any(|other| {
                    matches!(
                        other.class(),
                        Some(
                            Class::Echo
                                | Class::Again
                                | Class::Casual
                                | Class::Place
                                | Class::Assent
                                | Class::Address
                        )
                    ) || other.end - other.first == 1
                        && matches!(other.class(), Some(Class::Office | Class::Election))
                })
        });
    // "Before NN was president, prices were low", "not that NN, the poet": with more to come an office or a *not* is no assent.
    let told = is_at(reading.hits, hit.first, Class::Office)
        || reading.context.of(hit) & flag::NEGATED != 0;
    let chosen = in_clause(reading.hits, hit.clause)
        .iter()
        .any(|other| matches!(other.class(), Some(Class::FirstPerson | Class::Cry)));
    let taken_back = in_sentence(reading.hits, hit.sentence)
        .iter()
        .filter(|other| other.first >= hit.end && other.clause != hit.clause)
        .any(|other| {
            told || reading.is_against(other) && !is_of_the_rest(reading, other)
                || !chosen && matches!(other.cue(), Some(Cue::Negation | Cue::Question))
        });
    named && last && !taken_back
}

/// Whether a word such as *again* closes a sentence behind a name, and the author is not glad of it.
pub(super) fn is_sighed(reading: &Reading<'_>, sides: &Sides, hit: &Hit) -> bool {
    let around = || {
        in_sentence(reading.hits, hit.sentence)
            .iter()
            .filter_map(Hit::class)
    };
    let flags = reading.context.of(hit);
    let dismayed = flags & flag::DISMAYED != 0;
    let sighing = around().any(|class| matches!(class, Class::Lament | Class::Insult))
        || flags & flag::QUESTION != 0 && reading.voice.distance < 0;
    let glad = around().any(|class| {
        matches!(
            class,
            Class::Vote
                | Class::Support
                | Class::Rally
                | Class::Cry
                | Class::Praise
                | Class::Courtesy
                | Class::Wish
        )
    });
    is_behind_name(reading, sides, hit) && (dismayed || sighing && !glad)
}

/// Whether a victory or a defeat is told with its year, as history is: "lost in 2014 and 2019, won in 2024", "lost 2017 to NN".
pub(super) fn is_chronicled(reading: &Reading<'_>, hit: &Hit, class: Class) -> bool {
    let year = |lexeme: &&Lexeme| lexeme.is(mark::YEAR) && !lexeme.is(mark::TAG);
    class == Class::Defeat
        && reading
            .lexemes
            .get(hit.end as usize)
            .as_ref()
            .is_some_and(year)
        || slice(reading.lexemes, |lexeme| lexeme.sentence, hit.sentence)
            .iter()
            .filter(year)
            .count()
            > 1
}

/// Whether somebody of the author's people opens the clause of a hit: what follows is their doing.
pub(super) fn is_of_kin(reading: &Reading<'_>, hit: &Hit) -> bool {
    let first = reading
        .lexemes
        .partition_point(|lexeme| lexeme.clause < hit.clause) as u32;
    at(reading.hits, first).iter().any(|other| {
        other.class() == Some(Class::PartOther)
            && other.first == first
            && other.end - first > 1
            && other.end < hit.first
    })
}

/// Whether a wish is for health or the like, and its sentence wants nobody in office: "may the family of NN be well".
pub(super) fn is_prayer(reading: &Reading<'_>, hit: &Hit) -> bool {
    let sentence = in_sentence(reading.hits, hit.sentence);
    sentence
        .iter()
        .any(|other| other.class() == Some(Class::Courtesy) && other.first >= hit.end)
        && !sentence.iter().any(|other| {
            matches!(
                other.class(),
                Some(
                    Class::Vote
                        | Class::Victory
                        | Class::Support
                        | Class::Fit
                        | Class::Rally
                        | Class::Election
                        | Class::Promise
                )
            )
        })
}

/// Whether the sentence before that of a hit denies what is said of the author, and its own names nobody: "who says I back NN? Nonsense".
pub(super) fn answers_rumour(reading: &Reading<'_>, sides: &Sides, hit: &Hit) -> bool {
    let Some(before) = hit.sentence.checked_sub(1) else {
        return false;
    };
    let from = reading
        .lexemes
        .partition_point(|lexeme| lexeme.sentence < before);
    slice(&sides.mentions, |mention| mention.sentence, hit.sentence).is_empty()
        && reading
            .lexemes
            .iter()
            .enumerate()
            .skip(from)
            .take_while(|(_, lexeme)| lexeme.sentence == before)
            .any(|(index, _)| reading.context.at(index as u32) & flag::DENIED != 0)
}

/// Whether a fault is that of all others: "the rest are corrupt".
pub(super) fn is_of_the_rest(reading: &Reading<'_>, hit: &Hit) -> bool {
    in_clause(reading.hits, hit.clause).iter().any(|other| {
        other.class() == Some(Class::PartOther)
            && other.end - other.first > 1
            && other.end <= hit.first
            && hit.first - other.end <= 2
    })
}

/// Whether the words right before a fault fight it, one more word between them, or before another fault it is told with.
pub(super) fn is_remedied(reading: &Reading<'_>, hit: &Hit) -> bool {
    const LISTED: u32 = 8;
    let clause = in_clause(reading.hits, hit.clause);
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
    slice(&sides.mentions, |mention| mention.sentence, hit.sentence)
        .iter()
        .filter(|mention| mention.end <= hit.first && hit.first - mention.end <= REACH)
        .filter_map(|mention| mention.first.checked_sub(1))
        .any(|before| {
            at(reading.hits, before)
                .iter()
                .any(|other| other.cue() == Some(Cue::Negation) && other.end == before + 1)
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
        slice(&sides.mentions, |mention| mention.sentence, hit.sentence)
            .iter()
            .filter(|mention| mention.clause == hit.clause)
    };
    let Some(behind) = mentions().find(|mention| mention.first >= hit.end) else {
        return false;
    };
    let rival = mentions()
        .any(|mention| mention.end <= hit.first && mention.side != behind.side && !mention.handle);
    let actor = !dismayed
        && in_clause(reading.hits, hit.clause).iter().any(|other| {
            other.end <= hit.first
                && matches!(
                    other.class(),
                    Some(
                        Class::Identity
                            | Class::Election
                            | Class::Office
                            | Class::Civil
                            | Class::Group
                            | Class::Family
                            | Class::Report
                    )
                )
        });
    rival || actor || is_contrasted(reading, sides, hit, behind.side)
}

/// Whether a vote or support is told of somebody and another of somebody else: "dad votes for NN, mum votes for MM".
fn is_contrasted(reading: &Reading<'_>, sides: &Sides, hit: &Hit, side: usize) -> bool {
    // A title may have one word of a name behind it.
    const DOER: u32 = 2;
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
                at(reading.hits, before).iter().any(|doer| {
                    doer.clause == vote.clause
                        && matches!(
                            doer.class(),
                            Some(Class::Address | Class::Family | Class::PartOther | Class::Group)
                        )
                })
            })
        };
        named || of_author || titled()
    };
    let mentions = slice(&sides.mentions, |mention| mention.sentence, hit.sentence);
    by_others(hit)
        && in_sentence(reading.hits, hit.sentence).iter().any(|other| {
            other.first != hit.first
                && matches!(other.class(), Some(Class::Vote | Class::Support))
                && by_others(other)
                && mentions
                    .get(mentions.partition_point(|mention| mention.first < other.end)..)
                    .and_then(<[_]>::first)
                    .is_some_and(|mention| mention.side != side)
        })
}

/// Whether a word only tells who goes on speaking: "besides, NN continued, prices rose".
pub(super) fn is_attribution(reading: &Reading<'_>, sides: &Sides, hit: &Hit) -> bool {
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
    hit.class() == Some(Class::Rally)
        && hit.end - hit.first == 1
        && is_at(reading.hits, hit.first, Class::Renew)
        && reading.voice.distance >= 0
        && opens
        && slice(&sides.mentions, |mention| mention.sentence, hit.sentence)
            .iter()
            .any(|mention| mention.first == hit.end && goes_on(mention.end))
}
