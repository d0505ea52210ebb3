//! A post made ready for reading: folded text, tokens, sentences and clauses.

use super::bits::Bits;
use super::fold::Folded;
use super::number::{NumberShape, shape_at};
use super::scanner::{Piece, Scanner};
use super::signs::{Sign, Signs};
use super::tokens::{Token, TokenFlags, TokenKind};
use crate::span::Span;

/// A post with its folded shadow and its tokens; buffers are reused from post to post.
#[derive(Debug, Clone, Default)]
pub(crate) struct Document {
    folded: Folded,
    /// The author's capitals, where every byte stands where it stood.
    capitals: Bits,
    tokens: Vec<Token>,
    signs: Signs,
}

impl Document {
    /// Folds a post, forgetting the one before; its tokens are not read yet.
    pub(crate) fn fold(&mut self, post: &str) {
        self.folded.fill(post);
        self.tokens.clear();
        self.signs = Signs::default();
    }

    /// The pieces of the folded text from a byte on where one begins, in order.
    pub(crate) fn pieces_from(&self, start: usize) -> Scanner<'_> {
        Scanner::from(&self.folded.text, &self.folded.marks, start)
    }

    /// The token of a piece by itself: without capitals, and its place told as that in the folded text.
    pub(crate) fn loose(&self, piece: Piece, clause: u32) -> Token {
        let folded = Span::new(piece.start, piece.end);
        Token {
            kind: piece.kind,
            span: folded,
            sentence: 0,
            clause,
            folded,
            flags: TokenFlags::default(),
            shape: (piece.kind == TokenKind::Number).then(|| self.shape(piece)),
        }
    }

    /// The same with its place in the post.
    pub(crate) fn whole(&self, piece: Piece, post: &str) -> Token {
        Token {
            span: self.place(Span::new(piece.start, piece.end), post),
            ..self.loose(piece, 0)
        }
    }

    /// Whether a sign ends a clause whatever stands around it.
    pub(crate) fn surely_parts(&self, sign: Piece) -> bool {
        sign.kind != TokenKind::Punctuation
            || self.folded.text.as_bytes().get(sign.start) != Some(&b'.')
                && self.boundary(sign.start, sign.end) != Boundary::None
    }

    /// What a number looks like.
    pub(crate) fn shape(&self, number: Piece) -> NumberShape {
        shape_at(&self.folded.text, number.start, number.end)
    }

    /// Reads a post, forgetting the one before.
    pub(crate) fn read(&mut self, post: &str) {
        self.fold(post);
        self.tokenize(post);
    }

    /// Reads the tokens of the post that has been folded.
    ///
    /// # Complexity
    /// Linear in the post; no allocation once the buffers have grown.
    pub(crate) fn tokenize(&mut self, post: &str) {
        self.tokens.clear();
        self.signs = Signs::default();
        if self.folded.is_plain() {
            self.capitals.fill_capitals(post.as_bytes());
        }
        let (mut sentence, mut clause) = (0, 0);
        // Tokens since the last boundary: runs without punctuation are cut, so that what looks around in a sentence stays cheap.
        let (mut in_sentence, mut in_clause) = (0, 0);
        let mut scanner = Scanner::from(&self.folded.text, &self.folded.marks, 0);
        loop {
            let mut found = Boundary::None;
            if let Some((start, end)) = scanner.next_simple() {
                let folded = Span::new(start, end);
                let (span, flags) = if self.folded.is_plain() {
                    (folded, self.capitals(start, end))
                } else {
                    let span = self.original(start, end, post);
                    (span, flags(span.of(post)))
                };
                self.tokens.push(Token {
                    kind: TokenKind::Word,
                    span,
                    sentence,
                    clause,
                    folded,
                    flags: TokenFlags {
                        plain: true,
                        ..flags
                    },
                    shape: None,
                });
            } else if let Some(Piece { kind, start, end }) = scanner.next_plain() {
                let span = self.original(start, end, post);
                self.tokens.push(Token {
                    kind,
                    span,
                    sentence,
                    clause,
                    folded: Span::new(start, end),
                    flags: if kind == TokenKind::Word {
                        flags(span.of(post))
                    } else {
                        TokenFlags::default()
                    },
                    shape: (kind == TokenKind::Number)
                        .then(|| shape_at(&self.folded.text, start, end)),
                });
                let first = self.folded.text.as_bytes().get(start);
                self.signs.note(Sign::of(kind, first));
                found = match kind {
                    TokenKind::LineBreak => Boundary::Sentence,
                    TokenKind::Emoticon => Boundary::Clause,
                    TokenKind::Punctuation => self.boundary(start, end),
                    _ => Boundary::None,
                };
            } else {
                return;
            }
            in_sentence += 1;
            in_clause += 1;
            if found == Boundary::Sentence || in_sentence == LONGEST_SENTENCE {
                sentence += 1;
                in_sentence = 0;
            }
            if found != Boundary::None || in_sentence == 0 || in_clause == LONGEST_CLAUSE {
                clause += 1;
                in_clause = 0;
            }
        }
    }

    /// The place of a piece in the post, behind the tokens before it.
    fn original(&self, start: usize, end: usize, post: &str) -> Span {
        if self.folded.is_plain() {
            return Span::new(start, end);
        }
        // Where one character folded into several tokens, the first has it and the others are empty.
        let behind = self.tokens.last().map_or(0, |token| token.span.end());
        Span::new(
            self.folded.original_start(start).max(behind),
            self.folded.original_end(end, post).max(behind),
        )
    }

    /// The capitals of a word of a plain text.
    fn capitals(&self, start: usize, end: usize) -> TokenFlags {
        let capitals = &self.capitals;
        if !capitals.has_any(start, end) {
            return TokenFlags::default();
        }
        let letters = self
            .folded
            .text
            .as_bytes()
            .get(start..end)
            .unwrap_or(&[])
            .iter()
            .filter(|byte| byte.is_ascii_lowercase())
            .count();
        let count = (start..end).filter(|at| capitals.has(*at)).count();
        TokenFlags {
            caps: count >= 2 && count == letters,
            title: capitals.has(start),
            plain: false,
        }
    }

    /// What a punctuation mark ends.
    fn boundary(&self, start: usize, end: usize) -> Boundary {
        let bytes = self.folded.text.as_bytes();
        match bytes.get(start) {
            Some(b'!' | b'?') => Boundary::Sentence,
            Some(b',' | b';' | b':' | b'(' | b')' | b'"' | b'|') => Boundary::Clause,
            Some(b'.') => {
                let rest = self.folded.text.get(end..).unwrap_or("");
                let ends = matches!(bytes.get(end), None | Some(b' ' | b'\n'))
                    || rest.starts_with(char::is_whitespace)
                    || rest.starts_with(['"', '”', ')']);
                if (ends || end - start > 1) && !(end - start == 1 && self.abbreviates()) {
                    Boundary::Sentence
                } else {
                    Boundary::None
                }
            }
            Some(128..) => match self
                .folded
                .text
                .get(start..)
                .and_then(|rest| rest.chars().next())
            {
                Some('…') => Boundary::Sentence,
                Some('“' | '”' | '—' | '–' | '•') => Boundary::Clause,
                _ => Boundary::None,
            },
            _ => Boundary::None,
        }
    }

    /// Whether the token before the last is a word whose full stop ends no sentence.
    fn abbreviates(&self) -> bool {
        let before = self.tokens.iter().rev().nth(1);
        before.is_some_and(|token| ABBREVIATIONS.contains(&self.word(token)))
    }

    /// The tokens.
    pub(crate) fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// How many of each sign there are among the tokens.
    pub(crate) fn signs(&self) -> &Signs {
        &self.signs
    }

    /// The folded text.
    pub(crate) fn folded(&self) -> &str {
        &self.folded.text
    }

    pub(crate) fn into_tokens(self) -> Vec<Token> {
        self.tokens
    }

    /// The folded letters of a token.
    pub(crate) fn word(&self, token: &Token) -> &str {
        token.folded.of(&self.folded.text)
    }

    /// The place in the post of a range of the folded text.
    pub(crate) fn place(&self, folded: Span, post: &str) -> Span {
        Span::new(
            self.folded.original_start(folded.start()),
            self.folded.original_end(folded.end(), post),
        )
    }
}

/// Tokens after which a sentence without an end is cut.
const LONGEST_SENTENCE: u32 = 160;
/// Tokens after which a clause without an end is cut.
const LONGEST_CLAUSE: u32 = 40;

/// Words whose full stop ends no sentence.
const ABBREVIATIONS: [&str; 28] = [
    "no", "nmr", "jl", "jln", "dr", "drs", "ir", "prof", "h", "hj", "kh", "bpk", "sdr", "yth",
    "kab", "kec", "kel", "ds", "tgl", "hlm", "st", "m", "s", "rp", "a", "u", "dkk", "gub",
];

#[derive(PartialEq, Eq, Clone, Copy)]
enum Boundary {
    None,
    Clause,
    Sentence,
}

/// The capitals of a word as the author wrote it.
fn flags(original: &str) -> TokenFlags {
    if original.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return TokenFlags::default();
    }
    let (mut capitals, mut others) = (0_u32, 0_u32);
    for letter in original.chars() {
        if letter.is_ascii() {
            capitals += u32::from(letter.is_ascii_uppercase());
            others += u32::from(letter.is_ascii_lowercase());
        } else if letter.is_uppercase() {
            capitals += 1;
        } else if letter.is_lowercase() {
            others += 1;
        }
    }
    TokenFlags {
        caps: capitals >= 2 && others == 0,
        title: original.chars().next().is_some_and(char::is_uppercase),
        plain: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_stop_behind_an_abbreviation_ends_no_sentence() {
        let mut document = Document::default();
        document.read("Coblos no. 2 di Jl. Merdeka. Jangan lupa");
        let sentences: Vec<u32> = document
            .tokens()
            .iter()
            .map(|token| token.sentence)
            .collect();
        assert_eq!(sentences, [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1]);
    }
}
