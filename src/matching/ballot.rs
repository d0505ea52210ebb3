//! Numbers, keycaps and gestures that may stand for a ballot number.

use super::{Along, Hit, at, in_clause, slice};
use crate::lexicon::{Lexeme, SenseKind, mark};
use crate::source::class::{Ambiguity, Class, Strength};

/// A number that may point at a side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Code {
    pub(crate) number: u8,
    /// How surely it is a ballot number.
    pub(crate) strength: Strength,
    /// Lexeme it stands on.
    pub(crate) lexeme: u32,
    /// First lexeme of the words that introduce it.
    pub(crate) first: u32,
    pub(crate) clause: u32,
    pub(crate) sentence: u32,
    /// A hand or a keycap.
    pub(crate) emoji: bool,
    /// Hidden in the letters of a word: `m3nang`.
    pub(crate) inside: bool,
    /// Joined to a rallying or winning word: `02menang`.
    pub(crate) slogan: bool,
    /// Written with a leading zero, as on ballots: `02`.
    pub(crate) padded: bool,
    /// Counts only for its bearer: a clause of its own that assents, *three it is*, or a bare number behind a name.
    pub(crate) echoed: bool,
}

/// The highest number on any national ballot so far, that of the last Aceh party of 2024.
const HIGHEST: u8 = 24;

/// Short words behind a number at the end of a clause: "3 aja ya bang".
const MOST_FILLERS: usize = 4;

/// Finds the codes among lexemes and hits.
pub(crate) fn codes(lexemes: &[Lexeme], hits: &[Hit], codes: &mut Vec<Code>) {
    codes.clear();
    let is_code = |hit: &Hit| matches!(hit.kind, SenseKind::Code { .. });
    let numerals = hits.iter().any(is_code);
    let class_at = |place: Option<usize>, wanted: &[Class]| {
        place.is_some_and(|place| {
            at(hits, place as u32)
                .iter()
                .any(|hit| hit.class().is_some_and(|class| wanted.contains(&class)))
        })
    };
    let mut along = Along::new(hits);
    for (place, lexeme) in lexemes.iter().enumerate() {
        if lexeme.number == 0 && !numerals {
            continue;
        }
        let coded = along
            .at(place as u32)
            .iter()
            .find_map(|hit| match hit.kind {
                SenseKind::Code { number, strength } if hit.first as usize == place => {
                    Some((number, strength, hit.end as usize - 1))
                }
                _ => None,
            });
        let number = if lexeme.number > 0 {
            lexeme.number
        } else {
            coded.map_or(0, |(number, ..)| number)
        };
        if number == 0 || number > HIGHEST || lexeme.is(mark::AMOUNT | mark::YEAR) {
            continue;
        }
        // "2 periode", "RI 1": the number is part of what the phrase says. Hands show it, and greetings end with it: "salam 2 jari".
        let phrased = along.at(place as u32).iter().any(|hit| {
            hit.end - hit.first > 1
                && match hit.class() {
                    Some(Class::PartSign) | None => false,
                    Some(Class::Rally) => hit.first as usize == place,
                    Some(_) => true,
                }
        });
        if phrased && lexeme.number > 0 {
            continue;
        }
        // A hashtag stands by itself: what it holds is not counted in the words before it.
        let together = |before: &Lexeme| {
            before.sentence == lexeme.sentence
                && before.is(mark::TAG) == lexeme.is(mark::TAG)
                && (!lexeme.is(mark::TAG) || before.token == lexeme.token)
        };
        let previous = place
            .checked_sub(1)
            .filter(|before| lexemes.get(*before).is_some_and(together));
        // "Kosong dua": a ballot number spoken with its nought is one of two words.
        let spoken = coded
            .filter(|(_, strength, last)| *strength == Strength::Medium && *last == place + 1)
            .map(|(_, _, last)| last)
            // Amid a clause it is as likely a score.
            .filter(|last| {
                let opens = place
                    .checked_sub(1)
                    .and_then(|before| lexemes.get(before))
                    .is_none_or(|before| before.clause != lexeme.clause);
                opens || ends_here(lexemes, hits, *last)
            });
        let last = spoken.unwrap_or(place);
        let next = Some(last + 1).filter(|next| {
            lexemes
                .get(*next)
                .is_some_and(|next| next.clause == lexeme.clause)
        });
        let mut code = Code {
            number,
            strength: Strength::Weak,
            lexeme: last as u32,
            first: place as u32,
            clause: lexeme.clause,
            sentence: lexeme.sentence,
            emoji: lexeme.is(mark::EMOJI),
            inside: lexeme.is(mark::INSIDE),
            slogan: false,
            padded: lexeme.is(mark::PADDED) || spoken.is_some(),
            echoed: false,
        };
        if code.emoji {
            // "Only one", and a finger that draws it.
            if class_at(previous, &[Class::Unit]) {
                continue;
            }
            code.strength = coded.map_or(Strength::Weak, |(_, strength, _)| strength);
            codes.push(code);
            continue;
        }
        let introduced = class_at(previous, &[Class::Ballot]);
        // "Kamar no 16": what is counted stands before the word that introduces the number.
        let counted = first_of(hits, previous, place)
            .checked_sub(1)
            .map(|before| before as usize)
            .filter(|_| class_at(previous, &[Class::Count]));
        // "Nomor 2 jam 3": the unit belongs to the number behind it.
        let own_unit = class_at(previous, &[Class::Count])
            && next
                .and_then(|unit| lexemes.get(unit + 1))
                .is_some_and(|behind| behind.clause == lexeme.clause && behind.number > 0);
        let unit = !introduced
            && (class_at(previous, &[Class::Unit])
                || class_at(counted, &[Class::Unit])
                || !own_unit
                    && class_at(
                        next,
                        &[Class::Unit, Class::Shop, Class::Food, Class::Finance],
                    ));
        if unit {
            continue;
        }
        // `DKI1` is the seat of a governor.
        let seat = lexeme.number == 1
            && !code.padded
            && (class_at(previous, &[Class::Place])
                || class_at(Some(place), &[Class::Office, Class::Victory]));
        if seat {
            continue;
        }
        // An everyday word that is also a name is one only in capitals: `aman2` is doubled.
        let is_name = |beside: Option<usize>| {
            beside.is_some_and(|beside| {
                let shouted = lexemes.get(beside).is_some_and(|name| name.is(mark::CAPS));
                at(hits, beside as u32).iter().any(|hit| {
                    matches!(hit.kind, SenseKind::Alias { ambiguity, .. } if ambiguity != Ambiguity::Word || shouted)
                })
            })
        };
        let glued_to_name = lexeme.is(mark::GLUED) && (is_name(previous) || is_name(next));
        if introduced {
            code.strength = Strength::Strong;
            code.first = first_of(hits, previous, place);
        } else if class_at(previous, &[Class::Count]) {
            code.strength = Strength::Medium;
            code.first = first_of(hits, previous, place);
        } else if glued_to_name {
            code.strength = Strength::Strong;
            code.slogan = true;
        } else if lexeme.is(mark::GLUED)
            && [previous, next].into_iter().any(|beside| {
                beside.is_some_and(|beside| {
                    at(hits, beside as u32)
                        .iter()
                        .any(|hit| hit.class().is_some_and(Class::takes_number))
                })
            })
        {
            code.strength = Strength::Medium;
            code.slogan = true;
        } else if code.padded
            || lexeme.is(mark::INSIDE)
            || lexeme.is(mark::TAG) && lexeme.number > 0
        {
            code.strength = Strength::Medium;
        } else {
            // A bare number or numeral counts right behind a vote or rallying word at the end of its clause, or beside a finger.
            let called = class_at(previous, &[Class::Vote, Class::Rally, Class::Cry]) && lexeme.number > 0
                    // "Coblos loro": a hole is punched at a number; two may be chosen of anything.
                    || class_at(previous, &[Class::Vote]) && class_at(previous, &[Class::Election]);
            // An ordinal says by itself that it stands in a row: "nyoblos nu kahiji".
            let ordinal = coded.is_some_and(|(_, strength, _)| strength > Strength::Weak)
                && [previous, previous.and_then(|before| before.checked_sub(1))]
                    .into_iter()
                    .any(|before| class_at(before, &[Class::Vote]));
            let last = ends_here(lexemes, hits, place)
                || next.is_some_and(|next| {
                    class_at(Some(next), &[Class::Casual, Class::Rally, Class::Mobilise])
                        || lexemes.get(next).is_some_and(|next| next.is(mark::EMOJI))
                });
            // "Volunteers of 2, ready to win": people of a number that is to win.
            let followed = class_at(previous, &[Class::Identity])
                && lexeme.number > 0
                && in_clause(hits, lexeme.clause)
                    .iter()
                    .any(|hit| hit.class() == Some(Class::Victory));
            code.echoed =
                is_echoed(lexemes, hits, place) || is_name(previous) && lexeme.number > 0 && last;
            if followed {
                code.strength = Strength::Medium;
            } else if !(called && last || ordinal || code.echoed) {
                continue;
            }
        }
        codes.push(code);
    }
    // Several keycaps in one post are a list, not a ballot.
    let mut keycaps = codes
        .iter()
        .filter(|code| code.emoji && code.strength == Strength::Strong)
        .map(|code| code.number);
    let first = keycaps.next();
    if keycaps.any(|number| Some(number) != first) {
        codes.retain(|code| !(code.emoji && code.strength == Strength::Strong));
    }
}

/// Whether nothing but assent, ease, ways of addressing somebody and the vote stands behind a lexeme in its clause.
fn ends_here(lexemes: &[Lexeme], hits: &[Hit], place: usize) -> bool {
    let clause = lexemes.get(place).map_or(0, |lexeme| lexeme.clause);
    // "2 periode": the number is part of a phrase.
    let alone = at(hits, place as u32)
        .iter()
        .all(|hit| hit.end as usize <= place + 1);
    alone
        && (place + 1..)
            .take_while(|next| lexemes.get(*next).is_some_and(|next| next.clause == clause))
            .take(MOST_FILLERS + 1)
            .enumerate()
            .all(|(behind, next)| {
                behind < MOST_FILLERS
                    && at(hits, next as u32).iter().any(|hit| {
                        matches!(
                            hit.class(),
                            Some(
                                Class::Echo
                                    | Class::Casual
                                    | Class::Assent
                                    | Class::Address
                                    | Class::Vote
                            )
                        )
                    })
            })
}

/// Whether a clause holds nothing but a number and a word of assent behind it.
fn is_echoed(lexemes: &[Lexeme], hits: &[Hit], place: usize) -> bool {
    let clause = slice(
        lexemes,
        |lexeme| lexeme.clause,
        lexemes.get(place).map_or(0, |lexeme| lexeme.clause),
    );
    let assents = |place: usize| {
        at(hits, place as u32)
            .iter()
            .any(|hit| hit.class() == Some(Class::Echo))
    };
    let rest = place + 1..place + clause.len();
    let first = place
        .checked_sub(1)
        .and_then(|before| lexemes.get(before))
        .is_none_or(|before| {
            lexemes
                .get(place)
                .is_some_and(|lexeme| lexeme.clause != before.clause)
        });
    first && !rest.is_empty() && rest.into_iter().all(assents)
}

fn first_of(hits: &[Hit], previous: Option<usize>, place: usize) -> u32 {
    previous
        .and_then(|previous| at(hits, previous as u32).first())
        .map_or(place as u32, |hit| hit.first)
}
