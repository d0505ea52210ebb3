//! From bytes to tokens: folding with an offset map, tokens, sentences and clauses.
//!
//! Enters: a post as it was typed. Leaves: a [`Document`] with a folded shadow of the text and tokens whose spans lie in the
//! author's own bytes. Nothing here knows any word: spelling and meaning belong to the lexicon room.

mod boundary;
mod capitals;
mod damage;
mod document;
mod fold;
mod marks;
mod number;
mod scanner;
mod signs;
mod tokens;

pub(crate) use document::Document;
pub use fold::fold;
pub use number::NumberShape;
pub(crate) use number::shape;
pub(crate) use scanner::{APART, DOUBLING, KEYCAP, Piece, Scanner};
pub(crate) use signs::Sign;
pub use tokens::{Token, TokenKind, Tokens, tokenize};
