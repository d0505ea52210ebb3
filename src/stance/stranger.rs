//! People the lexicon does not know: a title and a name behind it.

use smallvec::SmallVec;

use super::reading::Reading;
use crate::lexicon::{Lexeme, mark};
use crate::matching::Classes;
use crate::source::class::Class;
use crate::source::layout;

/// Somebody named whom nobody listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stranger {
    /// First lexeme, the title, and the one behind the name.
    pub(super) first: u32,
    pub(super) end: u32,
    pub(super) clause: u32,
    pub(super) sentence: u32,
    /// The title says that they stand in an election.
    pub(super) stands: bool,
}

/// What a name nobody listed stands behind: ways of addressing somebody, and that they stand in an election.
const TITLES: Classes = Classes::of(&[Class::Address, Class::PartContestant]);

/// Words a name has at most.
const LONGEST_NAME: u32 = 3;

/// The strangers of a post, in order.
pub(super) fn strangers(reading: &Reading<'_>, shouted: bool) -> SmallVec<[Stranger; 2]> {
    let is_name = |lexeme: &Lexeme, index: u32| {
        let foreign = lexeme.lemma == layout::NONE;
        let capital = lexeme.is(mark::TITLE | mark::CAPS) && !shouted;
        (foreign || capital)
            && lexeme.number == 0
            && !lexeme.is(mark::TAG | mark::HANDLE | mark::EMOJI)
            && reading
                .at(index)
                .iter()
                .all(|hit| hit.class() == Some(Class::Address))
    };
    let mut found = SmallVec::new();
    if !reading.has_any(TITLES) {
        return found;
    }
    for title in reading
        .hits
        .iter()
        .filter(|hit| hit.class().is_some_and(|class| TITLES.has(class)))
    {
        // "Pilih bu nur": behind a vote even a common word is a name.
        let voted = reading.before(title.first).has(Class::Vote);
        let name = (title.end..title.end + LONGEST_NAME).take_while(|index| {
            reading.lexemes.get(*index as usize).is_some_and(|lexeme| {
                lexeme.clause == title.clause
                    && (is_name(lexeme, *index)
                        || voted && *index == title.end && reading.at(*index).is_empty())
            })
        });
        let words = name.count() as u32;
        if words > 0 {
            found.push(Stranger {
                first: title.first,
                end: title.end + words,
                clause: title.clause,
                sentence: title.sentence,
                stands: title.class() == Some(Class::PartContestant),
            });
        }
    }
    found
}
