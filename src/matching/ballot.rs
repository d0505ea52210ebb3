//! Numbers, keycaps and gestures that may stand for a ballot number.

use super::{Classes, Hit, Place, Places};
use crate::lexicon::{Lexeme, SenseKind, mark};
use crate::source::class::{Ambiguity, Class, Strength};
use crate::source::layout::{self, form};

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
    /// Somebody's name stands right before it, of whom the lexicon does not know; it belongs to the number.
    pub(crate) borne: bool,
    /// Counts only for its bearer: a clause of its own that assents, *three it is*, or a bare number behind a name.
    pub(crate) echoed: bool,
}

/// The highest number on any national ballot so far, that of the last Aceh party of 2024.
const HIGHEST: u8 = 24;

/// Words of a name whose bearer nobody listed, at most.
const LONGEST_NAME: usize = 3;

/// Short words behind a number at the end of a clause: "3 aja ya bang".
const MOST_FILLERS: usize = 4;

/// Units, and things that are counted: the number in front says how many.
const COUNTED: Classes = Classes::of(&[Class::Unit, Class::Shop, Class::Food, Class::Finance]);

/// What gives a number a meaning of its own: a seat, a victory.
const SEATED: Classes = Classes::of(&[Class::Office, Class::Victory]);

/// Words behind which a bare number may be a ballot number.
const CALLS: Classes = Classes::of(&[Class::Vote, Class::Rally, Class::Cry]);

/// Words right before a ballot number that is spoken with its nought.
const WANTING: Classes = Classes::of(&[Class::Vote, Class::Elect, Class::Ballot]);

/// Words behind the number of a call.
const CLOSINGS: Classes = Classes::of(&[Class::Casual, Class::Rally, Class::Mobilise]);

/// Assent, ease, ways of addressing somebody and the vote.
const FILLERS: Classes = Classes::of(&[
    Class::Echo,
    Class::Casual,
    Class::Assent,
    Class::Address,
    Class::Vote,
]);

/// Finds the codes among lexemes and hits.
pub(crate) fn codes(lexemes: &[Lexeme], hits: &[Hit], places: &Places, codes: &mut Vec<Code>) {
    codes.clear();
    let numerals = places.post().is_coded();
    if !numerals && lexemes.iter().all(|lexeme| lexeme.number == 0) {
        return;
    }
    let numbers = Numbers {
        lexemes,
        hits,
        places,
    };
    for (place, lexeme) in lexemes.iter().enumerate() {
        if lexeme.number == 0 && !numerals {
            continue;
        }
        let here = places.lexeme(place as u32);
        if (lexeme.number > 0 || here.is_coded())
            && let Some(code) = numbers.code(place, lexeme, here)
        {
            codes.push(code);
        }
    }
    // Who also writes a number plainly hides no other one in the letters of a word.
    if let Some(plain) = codes
        .iter()
        .find(|code| !code.inside)
        .map(|code| code.number)
    {
        codes.retain(|code| !code.inside || code.number == plain);
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

/// What numbers stand among.
#[derive(Debug, Clone, Copy)]
struct Numbers<'p> {
    lexemes: &'p [Lexeme],
    hits: &'p [Hit],
    places: &'p Places,
}

impl<'p> Numbers<'p> {
    /// What stands at a lexeme; nothing where there is none.
    fn at(&self, place: Option<usize>) -> &'p Place {
        self.places
            .lexeme(place.map_or(u32::MAX, |place| place as u32))
    }

    /// The code that a number or a numeral is, if it is one.
    fn code(&self, place: usize, lexeme: &Lexeme, here: &Place) -> Option<Code> {
        let Self { lexemes, hits, .. } = *self;
        let coded = here.hits(hits).iter().find_map(|hit| match hit.kind {
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
        let amount = lexeme.is(mark::AMOUNT | mark::YEAR);
        if number == 0 || number > HIGHEST || amount && !self.is_disguised(place, lexeme) {
            return None;
        }
        // "2 periode", "RI 1": the number is part of what the phrase says. Hands show it, and greetings end with it: "salam 2 jari".
        let phrased = || {
            here.hits(hits).iter().any(|hit| {
                hit.end - hit.first > 1
                    && match hit.class() {
                        Some(Class::PartSign) | None => false,
                        Some(Class::Rally) => hit.first as usize == place,
                        Some(_) => true,
                    }
            })
        };
        if lexeme.number > 0 && phrased() {
            return None;
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
        // `#BackForMyS2`: a letter and a digit are a degree, a size, a road.
        let lettered = |before: usize| {
            lexeme.is(mark::TAG)
                && lexemes
                    .get(before)
                    .is_some_and(|before| before.span.len() == 1 && before.number == 0)
        };
        if previous.is_some_and(lettered) {
            return None;
        }
        // "Kosong dua": a ballot number spoken with its nought is one of two words.
        let spoken = coded
            .filter(|(_, strength, last)| *strength == Strength::Medium && *last == place + 1)
            .map(|(_, _, last)| last)
            // Amid a clause it is as likely a score.
            .filter(|last| {
                self.opens_clause(place, lexeme)
                    || self.ends_clause(*last)
                    || self.at(previous).any(WANTING)
            });
        let last = spoken.unwrap_or(place);
        let next = Some(last + 1).filter(|next| {
            lexemes
                .get(*next)
                .is_some_and(|next| next.clause == lexeme.clause)
        });
        let (before, behind) = (self.at(previous), self.at(next));
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
            borne: false,
            echoed: false,
        };
        if code.emoji {
            code.strength = match coded {
                // Keycaps in a row; without a nought there may be two of them.
                _ if number > 9 => Strength::Medium,
                Some((_, strength, _)) => strength,
                None => Strength::Weak,
            };
            // "Only one", and a finger that draws it.
            return Some(code).filter(|_| !before.has(Class::Unit));
        }
        let introduced = before.has(Class::Ballot);
        let counts = before.has(Class::Count);
        // The first of the words that introduce the number.
        let opening = before
            .hits(hits)
            .first()
            .map_or(code.first, |hit| hit.first);
        // "Kamar no 16": what is counted stands before the word that introduces the number.
        let counted = opening.checked_sub(1).filter(|_| counts);
        // "Nomor 2 jam 3", "02 tgl 14": the unit belongs to the number behind it.
        let own_unit = || {
            (counts || code.padded)
                && next
                    .and_then(|unit| lexemes.get(unit + 1))
                    .is_some_and(|behind| behind.clause == lexeme.clause && behind.number > 0)
        };
        // "My number plate is 02".
        let owned = || {
            before.has(Class::FirstPerson)
                && !lexeme.is(mark::TAG)
                && opening
                    .checked_sub(1)
                    .is_some_and(|thing| self.places.lexeme(thing).has(Class::Unit))
        };
        let unit = !introduced
            && (before.has(Class::Unit)
                || owned()
                || counted.is_some_and(|counted| self.places.lexeme(counted).any(COUNTED))
                || behind.any(COUNTED) && !own_unit());
        // `DKI1` is the seat of a governor.
        let seat =
            lexeme.number == 1 && !code.padded && (before.has(Class::Place) || here.any(SEATED));
        if unit || seat {
            return None;
        }
        let glued = lexeme.is(mark::GLUED);
        if introduced || counts {
            code.strength = if introduced {
                Strength::Strong
            } else {
                Strength::Medium
            };
            let bearer = self.bearer(opening, lexeme);
            code.borne = bearer < opening;
            code.first = bearer;
            // "Jalan Mawar nomor 3".
            let thing = bearer.checked_sub(1).filter(|_| code.borne && counts);
            if thing.is_some_and(|thing| self.places.lexeme(thing).any(COUNTED)) {
                return None;
            }
        } else if glued && (self.is_name(previous) || self.is_name(next)) {
            code.strength = Strength::Strong;
            code.slogan = true;
        } else if glued && (self.takes_number(before) || self.takes_number(behind)) {
            code.strength = Strength::Medium;
            code.slogan = true;
        } else if code.padded
            || lexeme.is(mark::INSIDE)
            || lexeme.is(mark::TAG) && lexeme.number > 0
        {
            code.strength = Strength::Medium;
        } else {
            // A bare number or numeral counts right behind a vote or rallying word at the end of its clause, or beside a finger.
            let called = before.any(CALLS) && lexeme.number > 0
                // "Coblos loro": a hole is punched at a number; two may be chosen of anything.
                || before.has(Class::Vote) && before.has(Class::Election);
            // An ordinal says by itself that it stands in a row: "nyoblos nu kahiji".
            let ordinal = coded.is_some_and(|(_, strength, _)| strength > Strength::Weak)
                && [previous, previous.and_then(|before| before.checked_sub(1))]
                    .into_iter()
                    .any(|before| self.at(before).has(Class::Vote));
            // "Punch 3 again" at the end of a clause.
            let again = || {
                behind.has(Class::Again)
                    && before.has(Class::Election)
                    && next.is_some_and(|next| self.ends_clause(next))
            };
            let last = || {
                self.ends_clause(place)
                    || again()
                    || next
                        .and_then(|next| lexemes.get(next))
                        .is_some_and(|next| behind.any(CLOSINGS) || next.is(mark::EMOJI))
            };
            // "Volunteers of 2, ready to win": people of a number that is to win.
            let followed = before.has(Class::Identity)
                && lexeme.number > 0
                && self.places.clause(lexeme.clause).has(Class::Victory);
            code.echoed = self.is_echoed(place, lexeme)
                || lexeme.number > 0 && self.is_name(previous) && last();
            if followed {
                code.strength = Strength::Medium;
            } else if !(code.echoed || ordinal || called && last()) {
                return None;
            }
        }
        Some(code)
    }

    /// Where the name begins, with its title, of somebody nobody listed whose number is introduced from a lexeme on; that lexeme where there
    /// is none.
    fn bearer(&self, opening: u32, number: &Lexeme) -> u32 {
        let is_name = |index: &u32| {
            let Some(lexeme) = self.lexemes.get(*index as usize) else {
                return false;
            };
            let unknown = lexeme.lemma == layout::NONE || lexeme.form & form::NAME != 0;
            lexeme.clause == number.clause
                && unknown
                && lexeme.is(mark::TITLE)
                && (lexeme.lemma == layout::NONE || !lexeme.is(mark::CAPS))
                && lexeme.number == 0
                && !lexeme.is(mark::TAG | mark::HANDLE | mark::EMOJI)
                && self.places.lexeme(*index).is_empty()
        };
        let back = (0..opening).rev();
        let name = back.take(LONGEST_NAME).take_while(is_name).last();
        let Some(name) = name else { return opening };
        let title = name.checked_sub(1).filter(|title| {
            let here = self.places.lexeme(*title);
            let lexeme = self.lexemes.get(*title as usize);
            here.has(Class::Address) && lexeme.is_some_and(|lexeme| lexeme.clause == number.clause)
        });
        title.unwrap_or(name)
    }

    /// Whether what looks like an amount or a score, `0-2`, is a ballot number: words that only introduce one stand before it.
    fn is_disguised(&self, place: usize, lexeme: &Lexeme) -> bool {
        let before = place.checked_sub(1).filter(|before| {
            lexeme.number > 0
                && self
                    .lexemes
                    .get(*before)
                    .is_some_and(|before| before.clause == lexeme.clause)
        });
        let before = self.at(before);
        let called = |before: &Place| before.has(Class::Vote) && before.has(Class::Election);
        before.has(Class::Ballot)
            || called(before)
            || before.has(Class::Count) && called(self.at(place.checked_sub(2)))
    }

    /// Whether a name stands at a lexeme. An everyday word that is also a name is one only in capitals: `aman2` is doubled.
    fn is_name(&self, place: Option<usize>) -> bool {
        let here = self.at(place);
        here.is_named()
            && {
                let lexeme = place.and_then(|place| self.lexemes.get(place));
                let shouted = lexeme.is_some_and(|name| name.is(mark::CAPS));
                here.hits(self.hits).iter().any(|hit| {
                matches!(hit.kind, SenseKind::Alias { ambiguity, .. } if ambiguity != Ambiguity::Word || shouted)
            })
            }
    }

    /// Whether a word stands there that may be written together with a ballot number.
    fn takes_number(&self, place: &Place) -> bool {
        place
            .hits(self.hits)
            .iter()
            .any(|hit| hit.class().is_some_and(Class::takes_number))
    }

    /// Whether a lexeme is the first of its clause.
    fn opens_clause(&self, place: usize, lexeme: &Lexeme) -> bool {
        place
            .checked_sub(1)
            .and_then(|before| self.lexemes.get(before))
            .is_none_or(|before| before.clause != lexeme.clause)
    }

    /// The lexemes behind one in its clause.
    fn rest(self, place: usize, clause: u32) -> impl Iterator<Item = &'p Place> {
        (place + 1..).map_while(move |next| {
            let lexeme = self.lexemes.get(next)?;
            (lexeme.clause == clause).then(|| self.places.lexeme(next as u32))
        })
    }

    /// Whether nothing but a few short words stands behind a lexeme in its clause.
    fn ends_clause(&self, place: usize) -> bool {
        let Some(lexeme) = self.lexemes.get(place) else {
            return false;
        };
        // "2 periode": the number is part of a phrase.
        let alone = self
            .at(Some(place))
            .hits(self.hits)
            .iter()
            .all(|hit| hit.end as usize <= place + 1);
        alone
            && self
                .rest(place, lexeme.clause)
                .take(MOST_FILLERS + 1)
                .enumerate()
                .all(|(behind, here)| behind < MOST_FILLERS && here.any(FILLERS))
    }

    /// Whether a clause holds nothing but a number and assent behind it.
    fn is_echoed(&self, place: usize, lexeme: &Lexeme) -> bool {
        let mut rest = self.rest(place, lexeme.clause).peekable();
        self.opens_clause(place, lexeme)
            && rest.peek().is_some()
            && rest.all(|here| here.has(Class::Echo))
    }
}
