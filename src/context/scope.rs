//! Scopes of cues, quotation marks and question marks.

use crate::lexicon::{Lexeme, SenseKind, mark};
use crate::matching::{Hit, in_clause, in_sentence};
use crate::source::class::{Class, Cue, Direction, Scope};
use crate::token::{Token, TokenKind};

/// What a cue says of the words in its scope.
pub(crate) mod flag {
    /// Not.
    pub(crate) const NEGATED: u16 = 1;
    /// Do not.
    pub(crate) const FORBIDDEN: u16 = 2;
    /// A rule forbids it.
    pub(crate) const PROHIBITED: u16 = 4;
    /// Between quotation marks.
    pub(crate) const QUOTED: u16 = 8;
    /// Somebody else's words or deeds.
    pub(crate) const REPORTED: u16 = 16;
    /// It is said.
    pub(crate) const HEARSAY: u16 = 32;
    /// In a question.
    pub(crate) const QUESTION: u16 = 64;
    /// Supposed.
    pub(crate) const CONDITION: u16 = 128;
    /// Long ago.
    pub(crate) const PAST: u16 = 256;
    /// Called untrue.
    pub(crate) const DEBUNKED: u16 = 512;
    /// A survey or a count.
    pub(crate) const SURVEY: u16 = 1024;
    /// All sides alike.
    pub(crate) const BALANCED: u16 = 2048;
    /// Strengthened.
    pub(crate) const INTENSE: u16 = 4096;
    /// Not meant.
    pub(crate) const IRONIC: u16 = 8192;
    /// The author says they take no side.
    pub(crate) const DENIED: u16 = 16384;
    /// Wondered at.
    pub(crate) const DISMAYED: u16 = 32768;
    /// Any of those by which words do not mean what they say, or are not the author's.
    pub(crate) const TURNED: u16 =
        NEGATED | FORBIDDEN | PROHIBITED | QUOTED | REPORTED | HEARSAY | CONDITION;
}

/// Words a cue reaches whose scope is near.
const NEAR: usize = 3;

/// Words a question without a question mark reaches.
const ASKED: usize = 6;

/// Flags of each lexeme; the buffer is reused.
#[derive(Debug, Clone, Default)]
pub(crate) struct Context {
    flags: Vec<u16>,
    /// Flags of the whole post.
    whole: u16,
    /// Flags of the sentences that ask.
    questions: Vec<u16>,
}

impl Context {
    /// Flags of a lexeme.
    pub(crate) fn at(&self, lexeme: u32) -> u16 {
        self.flags.get(lexeme as usize).copied().unwrap_or(0) | self.whole
    }

    /// Flags that hold for a whole hit: those of its first word.
    pub(crate) fn of(&self, hit: &Hit) -> u16 {
        self.at(hit.first)
    }

    /// Whether any lexeme carries one of these flags.
    pub(crate) fn any(&self, flags: u16) -> bool {
        self.whole & flags != 0 || self.flags.iter().any(|have| have & flags != 0)
    }

    /// Computes all flags.
    pub(crate) fn read(
        &mut self,
        tokens: &[Token],
        lexemes: &[Lexeme],
        hits: &[Hit],
        folded: &str,
    ) {
        self.flags.clear();
        self.whole = 0;
        self.flags.resize(lexemes.len(), 0);
        self.questions(tokens, lexemes, hits, folded);
        self.cues(lexemes, hits);
        self.quotes(tokens, lexemes, hits, folded);
        self.headline(tokens, lexemes, hits, folded);
    }

    fn cues(&mut self, lexemes: &[Lexeme], hits: &[Hit]) {
        let first_named = hits.iter().find(|hit| hit.target().is_some());
        for hit in hits {
            let SenseKind::Cue {
                category,
                direction,
                scope,
            } = hit.kind
            else {
                continue;
            };
            let value = match category {
                Cue::Negation => flag::NEGATED,
                Cue::Prohibitive => flag::FORBIDDEN,
                Cue::Prohibition => flag::PROHIBITED,
                Cue::Speech => flag::REPORTED,
                Cue::Hearsay => flag::HEARSAY,
                Cue::Question => flag::QUESTION,
                Cue::Condition => flag::CONDITION,
                Cue::Past => flag::PAST,
                Cue::Debunk => flag::DEBUNKED,
                Cue::Survey => flag::SURVEY,
                Cue::Balance => flag::BALANCED,
                Cue::Intensify => flag::INTENSE,
                Cue::Irony => flag::IRONIC,
                Cue::Dismay => flag::DISMAYED,
                Cue::Denial => flag::DENIED,
                Cue::Pseudo | Cue::Contrast => continue,
            };
            if scope == Scope::Post {
                self.whole |= value;
                continue;
            }
            let around = in_sentence(hits, hit.sentence);
            // "Saya minta": the author's own words are no report.
            let own = |other: &Hit| {
                (other.end == hit.first || other.first == hit.end)
                    && other.class() == Some(Class::FirstPerson)
            };
            if category == Cue::Speech && around.iter().any(own) {
                continue;
            }
            if category == Cue::Speech && is_opening(lexemes, around, hit)
                || category == Cue::Condition && is_turned_to(hits, hit, first_named)
            {
                continue;
            }
            let contrasts = || {
                around
                    .iter()
                    .filter(|other| other.cue() == Some(Cue::Contrast))
            };
            let stop_after = contrasts()
                .find(|other| other.first >= hit.end)
                .map_or(u32::MAX, |other| other.first);
            let stop_before = contrasts()
                .rev()
                .find(|other| other.end <= hit.first)
                .map_or(0, |other| other.end);
            let (mut from, mut to) = match scope {
                Scope::Near | Scope::Clause => range(lexemes, |lexeme| lexeme.clause, hit.clause),
                Scope::Sentence | Scope::Post => {
                    range(lexemes, |lexeme| lexeme.sentence, hit.sentence)
                }
            };
            if scope == Scope::Near {
                from = from.max((hit.first as usize).saturating_sub(NEAR));
                to = to.min(hit.end as usize + NEAR);
            }
            // "How was the debate my vote is for NN": without its mark a question ends a few words on.
            if category == Cue::Question && direction != Direction::Backward {
                let asked = self
                    .questions
                    .get(hit.sentence as usize)
                    .is_some_and(|asked| asked & flag::QUESTION != 0);
                if !asked {
                    to = to.min(hit.end as usize + ASKED);
                }
            }
            from = from.max(stop_before as usize);
            to = to.min(stop_after as usize);
            for at in from..to {
                let Some(flags) = self.flags.get_mut(at) else {
                    break;
                };
                let at = at as u32;
                let side = match direction {
                    Direction::Forward => at >= hit.end,
                    Direction::Backward => at < hit.first,
                    Direction::Both => at >= hit.end || at < hit.first,
                };
                if side {
                    *flags |= value;
                }
            }
        }
    }

    /// Words between quotation marks, where there are several of them or somebody is said to speak.
    fn quotes(&mut self, tokens: &[Token], lexemes: &[Lexeme], hits: &[Hit], folded: &str) {
        let mut open: Option<usize> = None;
        for (at, token) in tokens.iter().enumerate() {
            if token.kind != TokenKind::Punctuation {
                continue;
            }
            let text = token.folded.of(folded);
            if !matches!(text, "\"" | "“" | "”" | "„" | "«" | "»" | "‘" | "''") {
                continue;
            }
            let closing = text == "”" || text == "»";
            let start = match open.take() {
                Some(start) => start,
                // A text cut off before its opening mark.
                None if closing => 0,
                None => {
                    open = Some(at);
                    continue;
                }
            };
            let from = lexemes.partition_point(|lexeme| (lexeme.token as usize) < start);
            let to = lexemes.partition_point(|lexeme| (lexeme.token as usize) < at);
            let spoken = [
                token.sentence.saturating_sub(1),
                token.sentence,
                token.sentence + 1,
            ]
            .into_iter()
            .any(|sentence| {
                in_sentence(hits, sentence)
                    .iter()
                    .any(|hit| hit.cue() == Some(Cue::Speech))
            });
            if to.saturating_sub(from) >= 2 || spoken {
                for flags in self.flags.get_mut(from..to).unwrap_or_default() {
                    *flags |= flag::QUOTED;
                }
            }
        }
    }

    fn questions(&mut self, tokens: &[Token], lexemes: &[Lexeme], hits: &[Hit], folded: &str) {
        self.questions.clear();
        for token in tokens {
            let text = token.folded.of(folded);
            if token.kind == TokenKind::Punctuation && text.starts_with('?') {
                let sentence = token.sentence as usize;
                // "I am for 02, you?" asks the other and tells of the author.
                if is_returned(lexemes, hits, token) {
                    let (from, to) = range(lexemes, |lexeme| lexeme.clause, token.clause);
                    for flags in self.flags.get_mut(from..to).unwrap_or_default() {
                        *flags |= flag::QUESTION;
                    }
                    continue;
                }
                if self.questions.len() <= sentence {
                    self.questions.resize(sentence + 1, 0);
                }
                if let Some(question) = self.questions.get_mut(sentence) {
                    *question |= flag::QUESTION;
                    if text.starts_with("???") && is_wondered(in_sentence(hits, token.sentence)) {
                        *question |= flag::DISMAYED;
                    }
                }
            }
        }
        if self.questions.is_empty() {
            return;
        }
        for (lexeme, flags) in lexemes.iter().zip(&mut self.flags) {
            *flags |= self
                .questions
                .get(lexeme.sentence as usize)
                .copied()
                .unwrap_or(0);
        }
    }

    /// `Name: what the name said`: a short clause of a name, an office or capitalised words, then a colon.
    fn headline(&mut self, tokens: &[Token], lexemes: &[Lexeme], hits: &[Hit], folded: &str) {
        for token in tokens {
            if token.kind != TokenKind::Punctuation || token.folded.of(folded) != ":" {
                continue;
            }
            let (from, to) = range(lexemes, |lexeme| lexeme.clause, token.clause);
            let before = lexemes.get(from..to).unwrap_or(&[]);
            let (_, end) = range(lexemes, |lexeme| lexeme.sentence, token.sentence);
            // "HOAX: ..." calls untrue what follows.
            let untrue = before.len() <= 2
                && in_clause(hits, token.clause)
                    .iter()
                    .any(|hit| hit.cue() == Some(Cue::Debunk));
            if untrue {
                for flags in self.flags.get_mut(from..end).unwrap_or_default() {
                    *flags |= flag::DEBUNKED;
                }
            }
            let titled = before
                .iter()
                .filter(|lexeme| lexeme.is(mark::TITLE))
                .count();
            let speaker = in_clause(hits, token.clause).iter().any(|hit| {
                matches!(
                    hit.kind,
                    SenseKind::Alias { .. } | SenseKind::Term(Class::Office | Class::Election)
                ) || hit.class() == Some(Class::Report) && hit.first as usize == from
            });
            // "Asked what it wants to be, a child says: ...".
            let clause = in_clause(hits, token.clause);
            let speaker = speaker
                || clause.iter().any(|hit| hit.cue() == Some(Cue::Speech))
                    && !clause
                        .iter()
                        .any(|hit| hit.class() == Some(Class::FirstPerson));
            if (1..=5).contains(&before.len())
                && (speaker || before.len() >= 2 && titled == before.len())
            {
                for flags in self.flags.get_mut(to..end).unwrap_or_default() {
                    *flags |= flag::REPORTED;
                }
            }
        }
    }
}

/// Whether a question of a word or two only turns to the reader, behind a clause in which the author speaks of themself.
fn is_returned(lexemes: &[Lexeme], hits: &[Hit], mark: &Token) -> bool {
    const SHORT: usize = 2;
    let (from, to) = range(lexemes, |lexeme| lexeme.clause, mark.clause);
    let spoken = |hit: &Hit, class: Class| hit.class() == Some(class);
    // "Worthy to lead, agreed?"
    let agreed = to - from == 1
        && from > 0
        && in_clause(hits, mark.clause)
            .iter()
            .any(|hit| spoken(hit, Class::Assent));
    agreed
        || (1..=SHORT).contains(&(to - from))
            && in_clause(hits, mark.clause)
                .iter()
                .any(|hit| spoken(hit, Class::SecondPerson))
            && in_sentence(hits, mark.sentence)
                .iter()
                .any(|hit| hit.clause < mark.clause && spoken(hit, Class::FirstPerson))
}

/// Whether question marks in a row wonder at a victory: nobody is called or asked for their choice.
fn is_wondered(sentence: &[Hit]) -> bool {
    let has = |classes: &[Class]| {
        sentence
            .iter()
            .any(|hit| hit.class().is_some_and(|class| classes.contains(&class)))
    };
    has(&[Class::Victory, Class::Again, Class::Others])
        && !has(&[Class::Mobilise, Class::SecondPerson, Class::Rally])
}

/// Whether a word such as *katanya* opens what is said, "they said it was free", where at the end of a clause it closes it.
fn is_opening(lexemes: &[Lexeme], around: &[Hit], cue: &Hit) -> bool {
    lexemes
        .get(cue.end as usize)
        .is_some_and(|next| next.clause == cue.clause)
        && around
            .iter()
            .any(|other| other.first == cue.first && other.cue() == Some(Cue::Hearsay))
}

/// Whether an *if* only turns to the next of two who are compared: "A is honest. If it is B, he was tried".
fn is_turned_to(hits: &[Hit], cue: &Hit, first_named: Option<&Hit>) -> bool {
    let clause = || {
        in_clause(hits, cue.clause)
            .iter()
            .filter(|other| other.first >= cue.end)
    };
    let named = clause().find(|other| other.first <= cue.end + 1 && other.target().is_some());
    first_named.zip(named).is_some_and(|(first, named)| {
        first.end <= cue.first
            && first.target() != named.target()
            && clause().all(|other| other.target().is_none() || other.first == named.first)
    }) && !clause().any(|other| {
        matches!(
            other.class(),
            Some(
                Class::Victory
                    | Class::Defeat
                    | Class::Vote
                    | Class::Support
                    | Class::Office
                    | Class::Election
            )
        )
    })
}

/// First index of the lexemes whose key has a value, and the one behind the last.
fn range(lexemes: &[Lexeme], key: impl Fn(&Lexeme) -> u32, value: u32) -> (usize, usize) {
    (
        lexemes.partition_point(|lexeme| key(lexeme) < value),
        lexemes.partition_point(|lexeme| key(lexeme) <= value),
    )
}
