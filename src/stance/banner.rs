//! What a hashtag says of whom it names, besides the name.

use super::reading::Reading;
use crate::context::flag;
use crate::matching::{Classes, slice};
use crate::source::class::{Class, Cue};

/// What the words around a name in a hashtag say; nothing where the name stands in none.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Banner {
    /// A word against somebody stands in it.
    pub(super) against: bool,
    /// It calls for whom it names, `#VoteFor03`.
    pub(super) calls: bool,
    /// A refusal stands right before the name, `#RejectNN`.
    pub(super) rejects: bool,
    /// A *not* stands right before the name, `#Not02`.
    pub(super) denies: bool,
}

impl Banner {
    /// Reads the hashtag in which a name begins.
    pub(super) fn of(reading: &Reading<'_>, name: u32, sentence: u32) -> Self {
        const CALLED: Classes = Classes::of(&[Class::Vote, Class::Support]);
        const REFUSED: Classes = Classes::of(&[Class::Reject, Class::Shun]);
        let token_of = |lexeme: u32| reading.token(lexeme).unwrap_or(u32::MAX);
        let token = token_of(name);
        let inside = slice(
            reading.in_sentence(sentence),
            |hit| token_of(hit.first),
            token,
        );
        let before = reading.before(name);
        let follows = name
            .checked_sub(1)
            .is_some_and(|before| token_of(before) == token);
        Self {
            against: inside.iter().any(|hit| reading.is_against(hit)),
            calls: inside.iter().any(|hit| {
                hit.is_any(CALLED)
                    && reading.context.of(hit) & (flag::NEGATED | flag::FORBIDDEN) == 0
            }),
            rejects: follows && before.any(REFUSED),
            denies: follows && before.cue(Cue::Negation),
        }
    }
}
