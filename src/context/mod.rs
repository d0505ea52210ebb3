//! What the words around a hit do to it: negation, prohibition, quotation, report, question, condition.
//!
//! Enters: lexemes, hits and the tokens. Leaves: a set of [`flag`]s for each lexeme and the [`Voice`] of the post. Cues are
//! data (`context/cues.tsv`); scopes are computed here and end where their clause, their sentence or a *but* ends.

mod scope;
mod voice;

pub(crate) use scope::{Context, flag};
pub(crate) use voice::Voice;
