//! The words around a place of a post, read one after another as they are asked for.

use super::Knowledge;
use super::glance::Stretch;
use super::lexeme::{Lexeme, Lexemes};
use super::normal::Reader;
use crate::token::{Document, Piece, Scanner, TokenKind};

/// Words of a folded post of which only some are read.
///
/// Clauses end where a sign surely ends one; capitals and sentences are not told.
pub(crate) struct Around<'r> {
    lexemes: &'r mut Lexemes,
    reader: Reader<'r>,
    pieces: Scanner<'r>,
    stretch: Stretch,
    clause: u32,
    /// Words that begin within the stretch.
    within: Option<usize>,
}

impl<'r> Around<'r> {
    /// The words from the beginning of a stretch on; those read before are forgotten.
    pub(crate) fn new(
        lexemes: &'r mut Lexemes,
        knowledge: &'r Knowledge,
        document: &'r Document,
        post: &'r str,
        stretch: Stretch,
    ) -> Self {
        lexemes.all.clear();
        Self {
            lexemes,
            reader: Reader {
                knowledge,
                document,
                post,
            },
            pieces: document.pieces_from(stretch.from),
            stretch,
            clause: 0,
            within: None,
        }
    }

    /// The word with this number.
    pub(crate) fn get(&mut self, at: usize) -> Option<Lexeme> {
        while self.lexemes.all.len() <= at {
            let piece = self.pieces.next_piece()?;
            self.read(piece);
        }
        self.lexemes.all.get(at).copied()
    }

    /// The word with this number, if it begins within the stretch.
    pub(crate) fn within(&mut self, at: usize) -> Option<Lexeme> {
        self.get(at)
            .filter(|_| self.within.is_none_or(|within| at < within))
    }

    fn read(&mut self, piece: Piece) {
        if piece.start >= self.stretch.to && self.within.is_none() {
            self.within = Some(self.lexemes.all.len());
        }
        let document = self.reader.document;
        match piece.kind {
            // A hashtag is a clause of its own, which is read where it is asked for and told without its neighbours.
            TokenKind::Hashtag => {
                self.clause += 1;
                if piece.start == self.stretch.from {
                    let token = document.whole(piece, self.reader.post);
                    self.lexemes.token(&self.reader, 0, &token);
                    self.clause += 1;
                }
            }
            TokenKind::Punctuation | TokenKind::LineBreak | TokenKind::Emoticon => {
                self.clause += u32::from(document.surely_parts(piece));
            }
            _ => {
                let token = document.loose(piece, self.clause);
                self.lexemes.token(&self.reader, 0, &token);
            }
        }
    }
}
