//! Who speaks: a private person who means it, or an edited report.

use crate::lexicon::{Lexeme, SenseKind, mark};
use crate::matching::{Along, Hit};
use crate::source::class::{Class, Cue};
use crate::token::{Token, TokenKind};

/// How much a post sounds like a report (positive) or like a person (negative).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Voice {
    /// Report points minus personal points.
    pub(crate) distance: i32,
    /// The post is short and nothing in it sounds edited: a remark under somebody else's post.
    pub(crate) remark: bool,
}

/// Report points of several sentences in title case: people write so too.
const HEADLINE_OF_SEVERAL: i32 = 3;

impl Voice {
    /// Reads the voice of a post.
    pub(crate) fn read(tokens: &[Token], lexemes: &[Lexeme], hits: &[Hit], folded: &str) -> Self {
        let mut report = 0;
        let mut person = 0;
        for hit in hits {
            match hit.kind {
                SenseKind::Term(Class::Report)
                | SenseKind::Cue {
                    category: Cue::Speech | Cue::Survey,
                    ..
                } => report += 2,
                SenseKind::Term(Class::Casual | Class::Mock | Class::FirstPerson) => person += 2,
                SenseKind::Term(Class::Mobilise | Class::Insult) => person += 1,
                _ => {}
            }
        }
        let (mut words, mut plain, mut titled, mut slang) = (0, 0, 0, 0);
        let mut along = Along::new(hits);
        for (at, lexeme) in lexemes.iter().enumerate() {
            let here = along.at(at as u32);
            if lexeme.is(mark::EMOJI) || lexeme.is(mark::STRETCHED) {
                person += 1;
            }
            if lexeme.is(mark::MINE) {
                person += 1;
            }
            // A name of four words is as long as one of one: every name alike.
            let inside = here
                .iter()
                .any(|hit| hit.target().is_some() && hit.first < at as u32);
            if !lexeme.is(mark::TAG | mark::HANDLE | mark::EMOJI) && lexeme.number == 0 && !inside {
                words += 1;
                // Names, offices and places have capitals everywhere, and so does the beginning of a sentence; a headline shows in
                // the other words.
                let initial = at == 0
                    || lexemes
                        .get(at - 1)
                        .is_some_and(|before| before.sentence != lexeme.sentence);
                let named = here.iter().any(|hit| {
                    hit.target().is_some()
                        || matches!(
                            hit.class(),
                            Some(Class::Office | Class::Place | Class::Address)
                        )
                });
                if !initial && !named {
                    plain += 1;
                    titled += u32::from(lexeme.is(mark::TITLE));
                }
                if lexeme.is(mark::SLANG) {
                    slang += 1;
                }
            }
        }
        person += slang.min(4);
        for token in tokens {
            match token.kind {
                TokenKind::Url => report += 1,
                TokenKind::Emoji => person += 1,
                TokenKind::Punctuation if token.folded.of(folded).starts_with('!') => person += 1,
                _ => {}
            }
        }
        // Who begins with an account answers somebody.
        if tokens
            .first()
            .is_some_and(|token| token.kind == TokenKind::Mention)
        {
            person += 3;
        }
        // Headlines: most words begin with a capital. A post shouted in capitals is no headline.
        let caps = lexemes
            .iter()
            .filter(|lexeme| lexeme.is(mark::CAPS))
            .count();
        let begun = lexemes
            .iter()
            .find(|lexeme| !lexeme.is(mark::TAG | mark::HANDLE | mark::EMOJI))
            .is_some_and(|first| first.is(mark::TITLE | mark::CAPS) || first.number > 0);
        if words >= 5 && plain >= 2 && begun && titled * 2 >= plain && caps * 2 < words {
            // An editor's headline is one sentence.
            let sentences = lexemes.last().map_or(0, |last| last.sentence);
            report += if sentences == 0 {
                4
            } else {
                HEADLINE_OF_SEVERAL
            };
        }
        // Long runs of plain sentences without any sign of a person are more likely edited.
        if words >= 25 && person == 0 {
            report += 2;
        }
        Self {
            distance: report - person.min(8),
            remark: report == 0 && words <= 14,
        }
    }
}
