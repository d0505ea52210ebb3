//! A post made ready for reading: folded text, tokens, sentences and clauses.

use super::boundary::{Boundary, Course, boundary};
use super::capitals::capitals;
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
        Scanner::from(self.folded.text(), &self.folded.marks, start)
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
            || self.folded.padded().get(sign.start) != Some(&b'.')
                && boundary(self.folded.text(), sign.start, sign.end, None) != Boundary::None
    }

    /// What a number looks like.
    pub(crate) fn shape(&self, number: Piece) -> NumberShape {
        shape_at(self.folded.text(), number.start, number.end)
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
        let Self {
            folded,
            tokens,
            signs,
        } = self;
        tokens.clear();
        *signs = Signs::default();
        let mut course = Course::default();
        let mut behind = 0;
        let mut original = |place: Span| {
            let span = folded.original(place, behind, post);
            behind = span.end();
            span
        };
        let text = folded.text();
        let mut scanner = Scanner::from(text, &folded.marks, 0);
        loop {
            scanner.pass_simple(|start, end| {
                let place = Span::new(start, end);
                let span = original(place);
                tokens.push(Token {
                    kind: TokenKind::Word,
                    span,
                    sentence: course.sentence,
                    clause: course.clause,
                    folded: place,
                    flags: TokenFlags {
                        plain: true,
                        ..capitals(span, post)
                    },
                    shape: None,
                });
                course.pass(Boundary::None);
                true
            });
            let Some(Piece { kind, start, end }) = scanner.next_plain() else {
                return;
            };
            let place = Span::new(start, end);
            let span = original(place);
            let mut token = Token {
                kind,
                span,
                sentence: course.sentence,
                clause: course.clause,
                folded: place,
                flags: TokenFlags::default(),
                shape: None,
            };
            let found = match kind {
                TokenKind::Word => {
                    token.flags = capitals(span, post);
                    Boundary::None
                }
                TokenKind::Number => {
                    token.shape = Some(shape_at(text, start, end));
                    Boundary::None
                }
                TokenKind::LineBreak => Boundary::Sentence,
                TokenKind::Emoticon => Boundary::Clause,
                TokenKind::Punctuation => {
                    let before = tokens.last().map(|token| token.folded.of(text));
                    boundary(text, start, end, before)
                }
                _ => Boundary::None,
            };
            let first = folded.padded().get(start);
            signs.note(Sign::of(kind, first));
            tokens.push(token);
            course.pass(found);
        }
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
        self.folded.text()
    }

    /// The bytes of the folded text, and blanks behind it, so that the letters of a word may be read with what stands behind them.
    pub(crate) fn padded(&self) -> &[u8] {
        self.folded.padded()
    }

    pub(crate) fn into_tokens(self) -> Vec<Token> {
        self.tokens
    }

    /// The folded letters of a token.
    pub(crate) fn word(&self, token: &Token) -> &str {
        token.folded.of(self.folded.text())
    }

    /// The place in the post of a range of the folded text.
    pub(crate) fn place(&self, folded: Span, post: &str) -> Span {
        self.folded.original(folded, 0, post)
    }
}
