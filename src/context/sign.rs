//! What signs say of the words around them: question marks, quotation marks and colons.

use super::cue::is_own_reason;
use super::{Context, Words, flag};
use crate::lexicon::{SenseKind, mark};
use crate::matching::{Classes, Place};
use crate::source::class::{Class, Cue};
use crate::token::{Document, Sign, Token, TokenKind};

/// Victories, wondered at by question marks in a row.
const WON: Classes = Classes::of(&[Class::Victory, Class::Again, Class::Others]);

/// Who is called or asked for their choice.
const CALLED: Classes = Classes::of(&[Class::Mobilise, Class::SecondPerson, Class::Rally]);

/// Whether a post holds a sign that may say something.
pub(super) fn speaks(document: &Document) -> bool {
    [Sign::Question, Sign::Quotation, Sign::Colon]
        .into_iter()
        .any(|sign| document.signs().has(sign))
}

impl Context {
    pub(super) fn read_signs(&mut self, words: Words<'_>) {
        // The quotation mark that waits for its fellow, and the apostrophe that does.
        let (mut open, mut single) = (None, None);
        for (at, token) in words.document.tokens().iter().enumerate() {
            let text = words.document.word(token);
            match Sign::of(token.kind, text.as_bytes().first()) {
                Sign::Question => self.question(words, token, text),
                Sign::Colon if text == ":" => self.headline(words, token),
                Sign::Quotation if is_quotation(text) => {
                    let start = match open.take() {
                        Some(start) => start,
                        // A text cut off before its opening mark.
                        None if matches!(text, "”" | "»") => 0,
                        None => {
                            open = Some(at);
                            continue;
                        }
                    };
                    self.quote(words, token, start, at);
                }
                Sign::Quotation if text == "'" => match stands_at(words.document.tokens(), at) {
                    Stands::Opening => single = Some(at),
                    Stands::Closing => {
                        if let Some(start) = single.take() {
                            self.quote(words, token, start, at);
                        }
                    }
                    Stands::Elsewhere => {}
                },
                _ => {}
            }
        }
        if self.questions.is_empty() {
            return;
        }
        for (lexeme, flags) in words.lexemes.iter().zip(&mut self.flags) {
            let asked = self.questions.get(lexeme.sentence as usize);
            let asked = asked.copied().unwrap_or(0);
            *flags |= asked;
            self.some |= asked;
        }
    }

    fn question(&mut self, words: Words<'_>, mark: &Token, text: &str) {
        // "I am for 02, you?" asks the other and tells of the author.
        if is_returned(words, mark) {
            let (from, to) = words.of_clause(mark.clause);
            self.mark(from, to, flag::QUESTION);
            return;
        }
        let asked = words.places.sentence(mark.sentence);
        let mut cues = asked.hits(words.hits).iter();
        if asked.cue(Cue::Question) && cues.any(|cue| is_own_reason(words, cue)) {
            return;
        }
        let sentence = mark.sentence as usize;
        if self.questions.len() <= sentence {
            self.questions.resize(sentence + 1, 0);
        }
        if let Some(question) = self.questions.get_mut(sentence) {
            *question |= flag::QUESTION;
            if text.starts_with("???") && is_wondered(asked) {
                *question |= flag::DISMAYED;
            }
        }
    }

    /// Words between the token that opens a quotation and the one that closes it, where there are several or somebody is said to speak.
    fn quote(&mut self, words: Words<'_>, closing: &Token, start: usize, end: usize) {
        let at = |token: usize| {
            words
                .lexemes
                .partition_point(|lexeme| (lexeme.token as usize) < token)
        };
        let (from, to) = (at(start), at(end));
        let spoken = || {
            let sentence = closing.sentence;
            (sentence.saturating_sub(1)..=sentence + 1)
                .any(|sentence| words.places.sentence(sentence).cue(Cue::Speech))
        };
        if to.saturating_sub(from) >= 2 || spoken() {
            self.mark(from, to, flag::QUOTED);
        }
    }

    /// `Name: what the name said`: a short clause of a name, an office or capitalised words, then a colon.
    fn headline(&mut self, words: Words<'_>, colon: &Token) {
        let (from, to) = words.of_clause(colon.clause);
        let (_, end) = words.of_sentence(colon.sentence);
        let clause = words.places.clause(colon.clause);
        let before = words.lexemes.get(from..to).unwrap_or(&[]);
        // "HOAX: ..." calls untrue what follows.
        if before.len() <= 2 && clause.cue(Cue::Debunk) {
            self.mark(from, end, flag::DEBUNKED);
        }
        if !(1..=5).contains(&before.len()) {
            return;
        }
        let speaker = clause.hits(words.hits).iter().any(|hit| {
            matches!(
                hit.kind,
                SenseKind::Alias { .. } | SenseKind::Term(Class::Office | Class::Election)
            ) || hit.class() == Some(Class::Report) && hit.first as usize == from
        });
        // "Asked what it wants to be, a child says: ...".
        let told = || clause.cue(Cue::Speech) && !clause.has(Class::FirstPerson);
        let titled = || before.len() >= 2 && before.iter().all(|lexeme| lexeme.is(mark::TITLE));
        if speaker || told() || titled() {
            self.mark(to, end, flag::REPORTED);
        }
    }
}

/// Where an apostrophe stands.
enum Stands {
    /// Behind a blank and right before a word.
    Opening,
    /// Right behind a word or sign and before a blank.
    Closing,
    Elsewhere,
}

/// Where an apostrophe stands: at the edges of words it quotes, or is a letter of a regional word (*jha'*).
fn stands_at(tokens: &[Token], at: usize) -> Stands {
    let joined = |left: Option<&Token>, right: Option<&Token>| {
        left.zip(right)
            .is_some_and(|(left, right)| left.span.end() == right.span.start())
    };
    let (here, next) = (tokens.get(at), tokens.get(at + 1));
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    match (joined(before, here), joined(here, next)) {
        (false, true) => Stands::Opening,
        (true, false) => Stands::Closing,
        // "'NN wins', he says": another sign follows.
        (true, true) if next.is_some_and(|next| next.kind == TokenKind::Punctuation) => {
            Stands::Closing
        }
        _ => Stands::Elsewhere,
    }
}

fn is_quotation(text: &str) -> bool {
    matches!(text, "\"" | "“" | "”" | "„" | "«" | "»" | "‘" | "''")
}

/// Whether a question of a word or two only turns to the reader, behind a clause in which the author speaks of themself, or asks for nobody
/// else.
fn is_returned(words: Words<'_>, mark: &Token) -> bool {
    const SHORT: usize = 2;
    let clause = words.places.clause(mark.clause);
    let assents = clause.has(Class::Assent);
    let asks = clause.has(Class::SecondPerson);
    let nobody_else = clause.has(Class::Fit) && clause.cue(Cue::Pseudo);
    if !assents && !asks && !nobody_else {
        return false;
    }
    let (from, to) = words.of_clause(mark.clause);
    let count = to - from;
    // "Worthy to lead, agreed?", "NN it is, who else?"
    assents && count == 1 && from > 0
        || nobody_else && count <= SHORT + 1 && from > 0
        || asks
            && (1..=SHORT).contains(&count)
            && words
                .places
                .sentence(mark.sentence)
                .hits(words.hits)
                .iter()
                .any(|hit| hit.clause < mark.clause && hit.class() == Some(Class::FirstPerson))
}

/// Whether question marks in a row wonder at a victory: nobody is called or asked for their choice.
fn is_wondered(sentence: &Place) -> bool {
    sentence.any(WON) && !sentence.any(CALLED)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_sign_is_passed_over() {
        for text in ["\"", "“", "”", "„", "«", "»", "‘", "''", "?", "???", ":"] {
            let mut document = Document::default();
            document.read(&format!("kata {text} kata"));
            let token = &document.tokens()[1];
            assert!(is_quotation(document.word(token)) || text.starts_with(['?', ':']));
            assert!(speaks(&document), "{text}");
        }
        let mut document = Document::default();
        document.read("kata, kata! (kata) 😂 https://contoh.id");
        assert!(!speaks(&document));
    }
}
